import { UniqueViolation } from '../errors.ts';
import { fold, noModels } from '../models/fold.ts';
import { writeModels } from '../models/write.ts';
import type { Driver, Statement, Store } from '../types.ts';
import { askEntries, nothingAfter } from './read.ts';
import { foldedOf } from './rows.ts';

/** Entries read at once. */
const PAGE = 500;

const ATTEMPTS = 3;

const EMPTY: readonly Statement[] = ['facts', 'plans', 'plan_versions', 'agencies', 'consolidations', 'office'].map(
  (table) => ({ sql: `DELETE FROM ${table}`, params: [] }),
);

/** Makes the store's `rebuild`: reads in pages, then replaces everything in one batch. */
export const rebuilder =
  (driver: Driver): Store['rebuild'] =>
  async () => {
    const models = noModels();
    let seq = 0;
    const readOn = async () => {
      for (;;) {
        const page = askEntries({ after: seq, limit: PAGE, data: 'without-content' });
        const [rows] = await driver.batch([page.statement]);
        const entries = page.read(rows);
        for (const entry of entries) fold(models, foldedOf(entry));
        seq = entries.at(-1)?.seq ?? seq;
        if (entries.length < PAGE) return;
      }
    };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await readOn();
      try {
        await driver.batch([nothingAfter({ seq }), ...EMPTY, ...writeModels(models)]);
        return;
      } catch (error) {
        // Something was appended meanwhile: it is folded too, and all is written again.
        if (!(error instanceof UniqueViolation)) throw error;
      }
    }
    throw new Error('Entries were appended all the time: rebuild while nobody works.');
  };
