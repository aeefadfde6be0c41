import type { Finding, Severity } from './finding.ts';

/** From the gravest to the lightest. */
export const severities = ['error', 'warning', 'hint'] as const satisfies readonly Severity[];

/** What a severity is called on screen and paper. */
export const severityLabels = {
  error: 'Cần sửa',
  warning: 'Nên xem lại',
  hint: 'Gợi ý',
} as const satisfies Readonly<Record<Severity, string>>;

/** Gives the gravest severity among the findings; undefined where there are none. */
export const worstSeverity = (findings: readonly Finding[]): Severity | undefined =>
  severities.find((severity) => findings.some((finding) => finding.severity === severity));

/** Sorts findings from the gravest to the lightest; within one severity they keep their order. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
