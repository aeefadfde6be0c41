import type { Finding, FindingParams, Path } from '@dondoc/core';

/** A finding and where it stands in a file; the file as people are to see it. */
export interface LocatedFinding extends Finding {
  readonly file: string;
  /** From 1; absent where the finding is about the whole file. */
  readonly line?: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column?: number;
  /** The line itself. */
  readonly text?: string;
}

/** A file that has been read: its value, and where each part of it stands. */
export interface Source {
  /** Absolute. */
  readonly path: string;
  /** As shown: relative to where the command runs. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** The file begins with a byte order mark. */
  readonly bom: boolean;
  readonly value: unknown;
  readonly locate: (finding: Finding) => LocatedFinding;
}

/** What reading gives back: a value, or every reason at once. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly LocatedFinding[] }
  | { readonly ok: false; readonly findings: readonly LocatedFinding[] };

/** Gives line, column and the line's text at an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number; text: string } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  const end = text.indexOf('\n', start);
  const whole = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
  return { line, column: offset - start + 1, text: whole };
}

/** Makes a finding of the command line's own about a file. */
export function fileFinding(rule: string, file: string, params: FindingParams = {}): LocatedFinding {
  return { rule, severity: 'error', where: [], params: { file, ...params }, file };
}

/** Where a value stands: from its first letter up to its end, where that is known. */
export interface Span {
  readonly from: number;
  readonly to?: number;
}

// Rules about a key that should not be there: the key itself is shown.
const AT_KEY = /^(?:schema|answer)\.(?:unknown-(?:key|field|gate|column|part)|(?:gate-)?not-asked)$/;

/** Makes the function that gives findings their place in one file. */
export function locator(file: string, text: string, spanOf: (path: Path, what: 'key' | 'value') => Span) {
  return (finding: Finding): LocatedFinding => {
    const { from, to } = spanOf(finding.where, AT_KEY.test(finding.rule) ? 'key' : 'value');
    const { word } = finding.params;
    // A word inside a long paragraph is shown itself, unless the paragraph's lines are broken within it.
    const inside = typeof word === 'string' && to !== undefined ? text.slice(from, to).indexOf(word) : -1;
    return { ...finding, file, ...placeOf(text, inside < 0 ? from : from + inside) };
  };
}
