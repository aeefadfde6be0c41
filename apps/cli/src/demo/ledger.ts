import type { DemoClock } from '@dondoc/server';
import { newDatabase } from '../archive/new-database.ts';
import type { CliContext } from '../context.ts';
import { shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import { progress } from '../print/progress.ts';
import { databasePath, openDatabase } from '../service/database.ts';
import type { Story } from './papers.ts';
import { daysOf, replay } from './replay.ts';
import { happenings, storyEnds } from './tale.ts';

/** Finds why the ledger of an office folder must not be made anew: it is no demo's, or somebody works with it. */
export async function ledgerInTheWay(context: CliContext, folder: string): Promise<LocatedFinding | undefined> {
  const path = databasePath(folder);
  if ((await context.files.stat(path)) === undefined) return undefined;
  const opened = await openDatabase(context, folder, { create: false });
  if (!opened.ok) return opened.findings[0];
  const { store, settle, close } = opened.value;
  try {
    const { settings } = await store.configuration();
    if (settings?.demo === false) return fileFinding('demo.other-office', shown(context, path));
    return (await settle()) ? undefined : fileFinding('demo.in-use', shown(context, path));
  } finally {
    await close();
  }
}

/** Makes the ledger of the demo's office by letting its story happen, and sets the office's own clock. Gives how many entries it has. */
export async function makeLedger(
  context: CliContext,
  { folder, tale }: { folder: string; tale: Story },
): Promise<number> {
  const { demoClockSetting } = await import('@dondoc/server');
  const list = happenings(tale);
  const bar = progress(context, daysOf(list));
  const made = await newDatabase(context, folder);
  try {
    const { store } = made;
    await replay({ store, happenings: list, step: (day) => bar.step(`nhật ký ${day}`) });
    const clock: DemoClock = { office: storyEnds, real: new Date(context.now()).toISOString() };
    await store.setSetting(demoClockSetting, JSON.stringify(clock));
    const { seq } = await store.pulse();
    await made.place();
    return seq;
  } finally {
    await made.discard();
    bar.end();
  }
}
