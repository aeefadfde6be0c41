import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import type { LocatedFinding } from '../files/source.ts';
import { countWords, findingJson, findingsText } from '../print/findings.ts';

/** Shows why nothing was done, all at once, and gives exit code 1. */
export function refuse(
  context: CliContext,
  findings: readonly LocatedFinding[],
  { json }: { readonly json?: boolean } = {},
): ExitCode {
  if (json === true) say(context, JSON.stringify({ ok: false, findings: findings.map(findingJson) }, null, 2));
  else {
    tell(context, findingsText(context, findings));
    const kept = findings.some(({ rule }) => rule === 'file.written-before') ? '' : 'Chưa ghi tệp nào: ';
    tell(context, `${kept}${countWords(findings)}.`);
  }
  return 1;
}

/** Shows on stderr what should be looked at while the work goes on. */
export function mention(
  context: CliContext,
  findings: readonly LocatedFinding[],
  { json }: { readonly json?: boolean } = {},
): void {
  if (json !== true && findings.length > 0) tell(context, findingsText(context, findings));
}
