import { expect, test } from 'vitest';
import type { Finding, Severity } from './finding.ts';
import { bySeverity, worstSeverity } from './severity.ts';

const finding = (severity: Severity, rule: string): Finding => ({ rule, severity, where: [], params: {} });

test('the gravest come first, those of one severity stay in order', () => {
  const sorted = bySeverity([
    finding('hint', 'a'),
    finding('error', 'b'),
    finding('hint', 'c'),
    finding('error', 'd'),
    finding('warning', 'e'),
  ]);
  expect(sorted.map(({ rule }) => rule).join('')).toBe('bdeac');
});

test('the worst of none is none', () => {
  expect(worstSeverity([])).toBeUndefined();
  expect(worstSeverity([finding('hint', 'a'), finding('warning', 'b')])).toBe('warning');
});
