import { applyCheckpoint, checkpoint, checkpointStream, type CheckpointData, type StreamHead } from '@dondoc/core';
import type { Driver, Store } from '../types.ts';
import { appender } from './append.ts';
import { askEntries, askHeads, readHeads } from './read.ts';
import { foldedOf } from './rows.ts';
import type { Sealing } from './sealing.ts';

/** Heads in one entry, far below what a row may hold; more are sealed by more entries of the same append. */
const HEADS_AT_ONCE = 5000;

/** Two that run at once seal the same heads: the second finds nothing left to seal. */
const ATTEMPTS = 3;

const groups = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Makes the store's `checkpoint`. */
export const checkpointer = (driver: Driver, sealing: Sealing): Store['checkpoint'] => {
  const append = appender(driver, sealing);
  return async ({ at, actor }) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const earlier = askEntries({ streams: [checkpointStream], data: 'all' });
      const [ofHeads, ofEarlier] = await driver.batch([askHeads(), earlier.statement]);
      const heads = readHeads(ofHeads);
      const known = earlier.read(ofEarlier).reduce<ReadonlyMap<string, StreamHead>>((all, row) => {
        const { content } = foldedOf(row);
        // Only `checkpoint` writes into this stream.
        return applyCheckpoint(all, { ...content, kind: 'checkpoint', data: content.data as CheckpointData });
      }, new Map());
      const moved = [...heads].filter(
        ([stream, { hash }]) => stream !== checkpointStream && known.get(stream)?.hash !== hash,
      );
      if (moved.length === 0) return undefined;
      const version = (heads.get(checkpointStream)?.version ?? 0) + 1;
      const appended = await append({
        contents: groups(moved, HEADS_AT_ONCE).map((some, index) =>
          checkpoint({ heads: new Map(some), known: new Map(), version: version + index, at, actor }),
        ),
      });
      if (appended.ok) return appended.entries.at(-1);
    }
    throw new Error('Others made checkpoints all the time.');
  };
};
