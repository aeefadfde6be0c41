import type { Role } from '@dondoc/core';
import { refuse } from '../commands/refuse.ts';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { UsageError } from '../text/vietnamese.ts';
import { deployment } from './deployment.ts';
import { embedded } from './embedded.ts';
import type { Connected, Connecting, Service } from './service.ts';

/** Connects to the app: a deployment over HTTP, or the office folder's own ledger in process. Whoever connects closes. */
export async function connect(context: CliContext, flags: Connecting): Promise<Read<Connected>> {
  if (flags.server === undefined) return embedded(context, flags);
  if (flags.as !== undefined)
    throw new UsageError(
      '--as chỉ dùng với nhật ký trên máy này; trên máy chủ, người thực hiện là người được cấp mã truy cập.',
    );
  return { ok: true, value: deployment(context, flags.server), findings: [] };
}

/** Says before anything is asked who may, where the person who acts may not; the app decides all the same. */
async function withoutRole(
  { person, people = [] }: Service,
  needed: Role | undefined,
): Promise<readonly LocatedFinding[]> {
  if (needed === undefined || person === undefined || person.roles.includes(needed)) return [];
  const known = people.filter(({ roles }) => roles.includes(needed)).map(({ id, name }) => `${id} (${name})`);
  const { roleWords } = await import('@dondoc/server');
  const roles = person.roles.map((role) => roleWords[role]);
  const params = { person: person.name, roles, needed: `${roleWords[needed]} (${needed})`, known };
  return [fileFinding('service.who-may', '--as', params)];
}

/** Connects, does the work and lets go of the database whatever happens. */
export async function withService(
  context: CliContext,
  flags: Connecting & { readonly json?: boolean },
  run: (service: Service) => Promise<ExitCode>,
): Promise<ExitCode> {
  const connected = await connect(context, flags);
  if (!connected.ok) return refuse(context, connected.findings, { ...flags, kept: '' });
  try {
    const refused = await withoutRole(connected.value, flags.role);
    if (refused.length > 0) return refuse(context, refused, { ...flags, kept: '' });
    const { person, people = [] } = connected.value;
    if (
      flags.role !== undefined &&
      flags.reads !== true &&
      flags.as === undefined &&
      flags.json !== true &&
      person !== undefined &&
      people.length > 1
    )
      tell(context, `Người thực hiện: ${person.name} (${person.id}).`);
    return await run(connected.value);
  } finally {
    await connected.value.close();
  }
}
