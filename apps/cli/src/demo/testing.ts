import { join } from 'node:path';
import { nodeFiles } from '../files/node.ts';
import { readInbox } from '../files/inbox.ts';
import { loadOffice } from '../files/office.ts';
import type { CliContext } from '../context.ts';
import { officeWorld, type World } from '../testing/world.ts';
import { makeLedger } from './ledger.ts';
import { story, type Story } from './papers.ts';

/** A world that holds the demo's office folder with its ledger, as `dondoc demo` leaves it. */
export interface DemoWorld extends World {
  readonly tale: Story;
}

/** What the program may touch, silent, for functions that are not commands. */
export const quietContext = (cwd: string): CliContext => ({
  process: { stdout: { write: () => undefined }, stderr: { write: () => undefined }, env: {} },
  cwd,
  now: () => Date.parse('2026-11-23T03:00:00Z'),
  files: nodeFiles,
  terminal: { input: false, output: false, progress: false, columns: 120 },
  ask: () => Promise.resolve(''),
  fetch: (input, init) => fetch(input, init),
  stopped: () => new Promise(() => {}),
});

/** Makes the demo's office folder and its ledger, without the papers. */
export async function demoWorld(): Promise<DemoWorld> {
  const made = await officeWorld();
  const context = quietContext(made.folder);
  const folder = await loadOffice(context, made.folder);
  if (!folder.ok) throw new Error('the demo has no office');
  const inbox = await readInbox(context, folder.value, { paths: [join(made.folder, 'inbox')] });
  if (!inbox.ok) throw new Error('the demo has no reports');
  const tale = story(
    folder.value,
    inbox.value.map(({ submission }) => submission),
  );
  await makeLedger(context, { folder: made.folder, tale });
  return { ...made, tale };
}
