import { officeStream, type OfficeEntry } from '@dondoc/core';
import type { CliContext } from '../context.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import type { NewDatabase } from './new-database.ts';
import type { Archive } from './read-archive.ts';

/**
 * Fills a new database with a verified archive: the ledger as it was, every read model folded from it again, and an entry
 * that tells of the restore. Undefined: it is done.
 */
export async function restoreInto(
  context: CliContext,
  { driver, store }: NewDatabase,
  { archive, file }: { readonly archive: Archive; readonly file: string },
): Promise<LocatedFinding | undefined> {
  const { RowTooLarge, writeSnapshot } = await import('@dondoc/store');
  const { demoClockSetting, officeClock } = await import('@dondoc/server');
  const { demoClock, headsDigest, seq } = archive.manifest;
  const settings = demoClock === undefined ? {} : { [demoClockSetting]: demoClock };
  try {
    await writeSnapshot(driver, { ...archive.snapshot, settings });
    await store.rebuild();
  } catch (error) {
    // A ledger whose hashes are right may still hold what core has never sealed: another program has written it.
    const ofContent = [TypeError, RangeError, SyntaxError, RowTooLarge].some((kind) => error instanceof kind);
    if (ofContent) return fileFinding('archive.not-foldable', file);
    throw error;
  }
  const admin = (await store.configuration()).settings?.people.find(({ roles }) => roles.includes('admin'));
  const entry: Extract<OfficeEntry, { readonly kind: 'restore' }> = {
    stream: officeStream,
    version: ((await store.heads([officeStream])).get(officeStream)?.version ?? 0) + 1,
    at: await officeClock(store, context.now)(),
    actor: admin?.id ?? 'system',
    kind: 'restore',
    data: { seq, digest: headsDigest },
  };
  const appended = await store.append({ contents: [entry] });
  if (!appended.ok) throw new Error('somebody works in a database that is being made');
  return undefined;
}
