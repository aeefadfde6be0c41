import { describe, expect, test } from 'vitest';
import { parseOffice, parsePlan, templates } from '@dondoc/core';
import { parse } from 'yaml';
import { demoOffice, plan2019, plan2020 } from '../demo/office.ts';
import { toYaml } from './plan-yaml.ts';

describe.each(templates.map(({ id, make }) => [id, make()] as const))('%s written as YAML', (_, { office, plan }) => {
  test('reads back as the same office', () => {
    const text = toYaml(office, { schema: 'office' });
    expect(parseOffice(parse(text))).toEqual({ ok: true, value: office, findings: [] });
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/schemas\/office\.schema\.json\n/);
  });

  test('reads back as the same plan', () => {
    expect(parsePlan(parse(toYaml(plan, { schema: 'plan', comments: ['Một', ''] })))).toEqual({
      ok: true,
      value: plan,
      findings: [],
    });
  });
});

test('the demo reads back as it was written', () => {
  for (const plan of [plan2019(), plan2020()])
    expect(parsePlan(parse(toYaml(plan, { schema: 'plan' })))).toMatchObject({ ok: true, value: plan });
  expect(parseOffice(parse(toYaml(demoOffice(), { schema: 'office' })))).toMatchObject({
    ok: true,
    value: demoOffice(),
  });
});

test('writes what never changed plain, and what did with its days', () => {
  const text = toYaml(demoOffice(), { schema: 'office' });
  expect(text).toContain('    kind: mam-non\n');
  expect(text).toContain('      - from: 2020-03-02\n        value:\n          full: Trường Tiểu học Mỹ Hưng\n');
});
