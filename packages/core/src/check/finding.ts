import type { Finding, FindingParams, Path, Severity } from '../text/finding.ts';

/** Makes findings of one severity: `warning('check.draft', ['number'], {})`. */
const of =
  (severity: Severity) =>
  (rule: string, where: Path, params: FindingParams = {}): Finding => ({ rule, severity, where, params });

export const error = of('error');
export const warning = of('warning');
export const hint = of('hint');
