import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dondoc } from '../support/dondoc.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Shown {
  readonly rule: string;
  readonly severity: string;
}

const check = (template: string): { readonly code: number | null; readonly findings: readonly Shown[] } => {
  const office = join(folder, template);
  expect(dondoc(['init', office, '--template', template, '--yes'], { cwd: folder }).code).toBe(0);
  const { code, stdout } = dondoc(['check', '--json'], { cwd: office });
  const read = JSON.parse(stdout) as readonly Shown[] | { readonly findings: readonly Shown[] };
  return { code, findings: 'findings' in read ? read.findings : read };
};

describe('dondoc check on what dondoc init makes', () => {
  test('the 2019 plan has its known points', () => {
    const { code, findings } = check('phong-gddt-2019');
    expect(code).toBe(1);
    expect(findings.length).toBeGreaterThan(20);
    expect(findings.some(({ severity }) => severity === 'error')).toBe(false);
  });

  test.each(['ubnd-xa-2025', 'so-gddt-2025'])('the preset %s is sound: nothing to mend, hints only', (template) => {
    const { code, findings } = check(template);
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(code).toBe(0);
  });
});
