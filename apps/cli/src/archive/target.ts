import { join } from 'node:path';
import type { CliContext } from '../context.ts';
import { officeIn, planIn } from '../files/office.ts';
import { readSource, shown } from '../files/read.ts';
import { SCHEMA_FOLDER, schemaFiles } from '../files/schemas.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import type { Output } from '../files/write.ts';
import { databasePath } from '../service/database.ts';
import { officeSays, planSays, truthFiles, truthOf, type TruthFile } from './truth.ts';
import type { Archive } from './read-archive.ts';

/** What a file that stands there says, in one way of writing; undefined: it cannot be read as what it should be. */
async function saysNow(context: CliContext, path: string): Promise<string | undefined> {
  const read = await readSource(context, path);
  if (!read.ok) return undefined;
  const office = officeIn(read.value);
  if (office.ok) return officeSays(office.value.office);
  const plan = planIn(read.value);
  return plan.ok ? planSays(plan.value.plan) : undefined;
}

export interface Target {
  /** What hinders the restore; none: it may go on. */
  readonly refusals: readonly LocatedFinding[];
  /** Files to write; those that say the same already stay as they are. */
  readonly outputs: readonly Output[];
}

/** Looks at the folder of a restore: it must have no ledger, and no office or plan that says something else. */
export async function targetOf(context: CliContext, folder: string, { snapshot }: Archive): Promise<Target> {
  const refusals: LocatedFinding[] = [];
  const database = databasePath(folder);
  if ((await context.files.stat(database)) !== undefined)
    refusals.push(fileFinding('restore.not-empty', shown(context, database)));
  const missing: TruthFile[] = [];
  for (const file of truthFiles(truthOf(snapshot.entries))) {
    const path = join(folder, file.path);
    if ((await context.files.stat(path)) === undefined) missing.push(file);
    else if ((await saysNow(context, path)) !== file.says)
      refusals.push(fileFinding('restore.differs', shown(context, path)));
  }
  const outputs = missing.map(({ path, content }): Output => ({ path: join(folder, path), content }));
  const schemas = (await context.files.stat(join(folder, SCHEMA_FOLDER))) === undefined;
  return { refusals, outputs: [...outputs, ...(schemas ? await schemaFiles(context, folder) : [])] };
}
