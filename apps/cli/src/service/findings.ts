import type { ExitCode, CliContext } from '../context.ts';
import { refuse } from '../commands/refuse.ts';
import type { LocatedFinding } from '../files/source.ts';

/** Shows why nothing was read. */
export const notRead = (
  context: CliContext,
  findings: readonly LocatedFinding[],
  { json }: { readonly json?: boolean },
): ExitCode => refuse(context, findings, { ...(json === undefined ? {} : { json }), kept: '' });

/** Shows why nothing was written into the ledger. */
export const notDone = (
  context: CliContext,
  findings: readonly LocatedFinding[],
  { json }: { readonly json?: boolean },
): ExitCode => refuse(context, findings, { ...(json === undefined ? {} : { json }), kept: 'Chưa ghi vào nhật ký: ' });
