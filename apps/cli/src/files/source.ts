import { bySeverity, type Finding, type FindingParams, type Path } from '@dondoc/core';

/** A finding and where it stands in a file; the file as people are to see it. */
export interface LocatedFinding extends Finding {
  readonly file: string;
  /** From 1; absent where the finding is about the whole file. */
  readonly line?: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column?: number;
  /** The line itself. */
  readonly text?: string;
  /** What to say, where the server has said it; absent: the catalogue's words for the rule. */
  readonly words?: { readonly message: string; readonly mend?: string };
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
  /** Locates many, at most so many as people can mend; then also tells how many more there are. */
  readonly locateAll: (findings: readonly Finding[]) => readonly LocatedFinding[];
}

/** What reading gives back: a value, or every reason at once. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly LocatedFinding[] }
  | { readonly ok: false; readonly findings: readonly LocatedFinding[] };

/** Makes the function that gives line, column and the line's text at an offset; the text is gone through once. */
export function placesIn(text: string): (offset: number) => { line: number; column: number; text: string } {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let line = 0;
    for (let after = starts.length; after - line > 1;) {
      const middle = (line + after) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else after = middle;
    }
    const start = starts[line] ?? 0;
    const end = (starts[line + 1] ?? text.length + 1) - 1;
    const whole = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
    return { line: line + 1, column: offset - start + 1, text: whole };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
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

/** Makes the functions that give findings their place in one file. */
export function locator(
  file: string,
  text: string,
  spanOf: (path: Path, what: 'key' | 'value') => Span,
): Pick<Source, 'locate' | 'locateAll'> {
  const placeOf = placesIn(text);
  const locate = (finding: Finding): LocatedFinding => {
    const { from, to } = spanOf(finding.where, AT_KEY.test(finding.rule) ? 'key' : 'value');
    const { word } = finding.params;
    // A word inside a long paragraph is shown itself, unless the paragraph's lines are broken within it.
    const inside = typeof word === 'string' && to !== undefined ? text.slice(from, to).indexOf(word) : -1;
    return { ...finding, file, ...placeOf(inside < 0 ? from : from + inside) };
  };
  return { locate, locateAll: (findings) => atMost(file, findings, locate) };
}

/** Most findings of one file that are shown: nobody mends more in one go, and a hostile file has a million. */
export const MOST_FINDINGS = 200;

/** Gives findings of one file their places: the gravest first where there are too many, and how many more there are. */
export function atMost<T extends Finding>(
  file: string,
  findings: readonly T[],
  place: (finding: T) => LocatedFinding,
): readonly LocatedFinding[] {
  if (findings.length <= MOST_FINDINGS) return findings.map(place);
  // bySeverity gives back the very findings it was given.
  const ordered = bySeverity(findings) as readonly T[];
  const severity = ordered[MOST_FINDINGS]?.severity ?? 'hint';
  const more = { count: ordered.length - MOST_FINDINGS, most: MOST_FINDINGS };
  return [
    ...ordered.slice(0, MOST_FINDINGS).map(place),
    { ...fileFinding('file.more-findings', file, more), severity },
  ];
}
