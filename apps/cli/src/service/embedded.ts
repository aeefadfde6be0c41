import { join } from 'node:path';
import type { OfficeSettings } from '@dondoc/core';
import type { Store } from '@dondoc/store';
import manifest from '../../package.json' with { type: 'json' };
import { tell, type CliContext } from '../context.ts';
import { findOffice, readOffice } from '../files/office.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { databasePath, FILES, findLedger, LEDGER_FOLDER, openDatabase } from './database.ts';
import { personActing, type Acting } from './person.ts';
import { clientOver, type Connected, type Connecting } from './service.ts';
import { signedFiles } from './signed-files.ts';

/** Where `dondoc serve` listens unless it is told otherwise: links made in process lead there. */
export const USUAL_ADDRESS = 'http://127.0.0.1:8787';

/** Finds who acts among the people adopted; before the first adoption among those of `office.yaml`. */
async function acting(
  context: CliContext,
  folder: string,
  { settings, as }: { readonly settings: OfficeSettings | undefined; readonly as: string | undefined },
): Promise<Read<Acting>> {
  const path = join(folder, 'office.yaml');
  const file = settings === undefined ? await readOffice(context, path) : undefined;
  if (file?.ok === false) return file;
  const office = settings ?? file?.value.office;
  const { people = [], issuer = '', desk = '' } = office ?? {};
  return personActing({ people, own: [issuer, desk] }, as, shown(context, path));
}

/** Opens the office folder's ledger and runs the app in process, for the person who acts. */
export async function embedded(context: CliContext, flags: Connecting): Promise<Read<Connected>> {
  const folder = (await findOffice(context)) ?? (await findLedger(context));
  if (folder === undefined)
    return { ok: false, findings: [fileFinding('office.not-found', shown(context, context.cwd))] };
  const opened = await openDatabase(context, folder, { create: flags.create === true });
  if (!opened.ok) return opened;
  const { store, close } = opened.value;
  try {
    const { settings } = await store.configuration();
    if (settings === undefined && flags.create !== true) {
      await close();
      return { ok: false, findings: [fileFinding('service.not-adopted', shown(context, databasePath(folder)))] };
    }
    const who = await acting(context, folder, { settings, as: flags.as });
    if (!who.ok) {
      await close();
      return who;
    }
    const { person, people } = who.value;
    const fetch = await appOf(context, { store, folder, acting: who.value });
    const at = shown(context, databasePath(folder));
    return {
      ok: true,
      value: { at, remote: false, folder, person, people, client: clientOver(USUAL_ADDRESS, fetch), fetch, close },
      findings: [],
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Embedding {
  readonly store: Store;
  readonly folder: string;
  readonly acting: Acting;
}

async function appOf(context: CliContext, { store, folder, acting }: Embedding): Promise<Connected['fetch']> {
  const { createServer } = await import('@dondoc/server');
  const app = createServer({
    database: store,
    clock: context.now,
    config: { version: manifest.version, publicUrl: USUAL_ADDRESS },
    authenticate: () => acting.principal,
    files: signedFiles(context.files, join(folder, LEDGER_FOLDER, FILES)),
    // One person at one machine.
    limiter: () => true,
    log: ({ level, event, ...details }) => {
      if (level === 'error') tell(context, JSON.stringify({ level, event, ...details }));
    },
  });
  return async (path, init) => app.request(USUAL_ADDRESS + path, init);
}
