import type { CliContext } from '../context.ts';

const CELLS = 24;

export interface Progress {
  /** One step is done; the words say what comes next. */
  readonly step: (words: string) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

/** Draws a bar on stderr while a terminal watches; does nothing elsewhere. */
export function progress(context: CliContext, total: number): Progress {
  if (!context.terminal.progress) return { step: () => {}, end: () => {} };
  let done = 0;
  const clear = '\r\u001B[2K';
  return {
    step(words) {
      const full = Math.min(CELLS, Math.round((CELLS * done) / Math.max(1, total)));
      context.process.stderr.write(`${clear}${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${done}/${total} ${words}`);
      done += 1;
    },
    end: () => context.process.stderr.write(clear),
  };
}
