import type { CliContext } from '../context.ts';

export interface Colours {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Colours while a terminal watches, unless `NO_COLOR` is set (https://no-color.org: any value but the empty one). */
export function colours(context: CliContext): Colours {
  const on =
    context.terminal.output && (context.process.env['NO_COLOR'] ?? '') === '' && context.process.env['TERM'] !== 'dumb';
  const paint = (open: number, close: number) => (text: string) =>
    on ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), yellow: paint(33, 39), cyan: paint(36, 39) };
}
