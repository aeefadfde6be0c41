import { describe, expect, test } from 'vitest';
import { templates } from '../templates/registry.ts';
import { checkOffice } from './office.ts';
import { checkPlan } from './plan.ts';

const current = templates.filter(({ id }) => id !== 'phong-gddt-2019');
const years = Array.from({ length: 14 }, (_, index) => 2027 + index);

describe('the presets since 1 July 2025', () => {
  test.each(current.flatMap(({ id, make }) => years.map((year) => [id, year, make] as const)))(
    '%s is sound in %i',
    (_, year, make) => {
      const { plan, office } = make({ year });
      expect(plan.year).toBe(year);
      expect(checkPlan({ plan, office }).filter(({ severity }) => severity !== 'hint')).toEqual([]);
      expect(checkOffice({ office })).toEqual([]);
    },
  );

  test('say that they are drafts, and that the calendar of their year is not announced, and nothing else', () => {
    for (const { make } of current) {
      const { plan, office } = make({ year: 2027 });
      expect(checkPlan({ plan, office }).map(({ rule }) => rule)).toEqual([
        'check.draft',
        'check.calendar-not-announced',
      ]);
    }
  });
});
