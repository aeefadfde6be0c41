import type { EntryContent, StreamHead } from './types.ts';

export const checkpointStream = 'checkpoint';

/** Heads of streams by stream: those that moved since the checkpoint before. */
export type CheckpointData = {
  readonly heads: { readonly [stream: string]: { readonly version: number; readonly hash: string } };
};

export interface CheckpointInput {
  /** The heads of all streams now. */
  readonly heads: ReadonlyMap<string, StreamHead>;
  /** The heads that earlier checkpoints hold. */
  readonly known: ReadonlyMap<string, StreamHead>;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
}

/**
 * Makes the entry that seals the heads of all streams. It names those that moved since the last one: earlier checkpoints
 * are in the same chain, so together they hold every stream, and a day costs what happened in it.
 */
export const checkpoint = (input: CheckpointInput): EntryContent<'checkpoint', CheckpointData> => {
  const { heads, known, version, at, actor } = input;
  const moved = [...heads].filter(
    ([stream, head]) => stream !== checkpointStream && known.get(stream)?.hash !== head.hash,
  );
  return {
    stream: checkpointStream,
    version,
    at,
    actor,
    kind: 'checkpoint',
    data: { heads: Object.fromEntries(moved.map(([stream, { version, hash }]) => [stream, { version, hash }])) },
  };
};

/** Adds a checkpoint to the heads that earlier ones hold. */
export const applyCheckpoint = (
  heads: ReadonlyMap<string, StreamHead>,
  { data }: EntryContent<'checkpoint', CheckpointData>,
): ReadonlyMap<string, StreamHead> => new Map([...heads, ...Object.entries(data.heads)]);
