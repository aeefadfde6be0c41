/** How much a finding matters: `error` 'Cần sửa', `warning` 'Nên xem lại', `hint` 'Gợi ý'. Only errors refuse. */
export type Severity = 'error' | 'warning' | 'hint';

/** Where in the value: object keys and array indexes from its root, as in a JSON pointer. */
export type Path = readonly (string | number)[];

/** What a sentence about the finding needs: names, numbers, dates already as ISO strings, lists of names. */
export type FindingParams = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * One thing to look at, as data. `describeFinding` alone turns it into Vietnamese; programs match on `rule`.
 * `rule` is a key of the catalogue in `text/catalogue.ts`.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly where: Path;
  readonly params: FindingParams;
}

const of =
  (severity: Severity) =>
  (rule: string, where: Path = [], params: FindingParams = {}): Finding => ({ rule, severity, where, params });

/** Makes a finding of each severity: `warning('check.draft', ['number'], { … })`. */
export const error = of('error');
export const warning = of('warning');
export const hint = of('hint');
