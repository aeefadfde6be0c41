import { describe, expect, test } from 'vitest';
import { describeForm } from './describe.ts';
import { smallForm } from './fixtures/small-form.ts';

const describeFor = (report: string, kind: string) => describeForm({ form: smallForm, report, kind, year: 2020 });
const fieldIn = (report: string, kind: string, id: string) =>
  describeFor(report, kind)
    .sections.flatMap((section) => section.fields)
    .find((field) => field.id === id);

describe('describeForm', () => {
  test('asks only what the report asks', () => {
    expect(fieldIn('half', 'tieu-hoc', 'classes')).toBeUndefined();
    expect(fieldIn('year', 'tieu-hoc', 'classes')).toMatchObject({
      label: 'Số lớp',
      prefilled: true,
      need: 'optional',
    });
  });

  test('asks only what applies to the kind, and the sum is of what that kind is asked', () => {
    expect(fieldIn('half', 'mam-non', 'posts-b')).toBeUndefined();
    expect(fieldIn('half', 'mam-non', 'posts-total')?.sumOf).toEqual(['posts-a']);
    expect(fieldIn('half', 'thcs', 'posts-total')?.sumOf).toEqual(['posts-a', 'posts-b']);
  });

  test('labels by kind and by report, years filled in', () => {
    expect(fieldIn('half', 'mam-non', 'pupils-told')?.label).toBe('Trẻ em tham gia');
    expect(fieldIn('half', 'thcs', 'pupils-told')?.label).toBe('Học sinh tham gia');
    expect(fieldIn('half', 'thcs', 'next-steps')?.label).toBe('Nhiệm vụ 6 tháng cuối năm 2020');
    expect(fieldIn('year', 'thcs', 'next-steps')?.label).toBe('Nhiệm vụ năm 2021');
  });

  test('keeps a heading over asked sections and drops a section that asks nothing', () => {
    expect(describeFor('half', 'thcs').sections.map(({ number }) => number)).toEqual([
      'I',
      'II',
      'II.1',
      'II.2',
      'II.3',
      'III',
    ]);
    expect(describeFor('year', 'thcs').sections.find(({ id }) => id === 'figures')?.title).toBe('Số liệu năm 2020');
  });

  test('asks nothing of an unknown kind only where kinds are named, nothing at all in an unknown report', () => {
    expect(
      describeFor('half', 'other')
        .sections.flatMap((section) => section.fields)
        .map(({ id }) => id),
    ).not.toContain('posts-b');
    expect(describeFor('no-such', 'thcs').sections).toEqual([]);
  });

  test('keeps checks whose fields are all asked', () => {
    expect(describeFor('half', 'thcs').checks).toHaveLength(3);
    expect(describeFor('no-such', 'thcs').checks).toEqual([]);
  });

  test('says what the form has but does not ask here', () => {
    expect(describeFor('half', 'mam-non').notAsked.map(({ id }) => id)).toEqual([
      'posts-b',
      'school-year',
      'classes',
      'standard',
      'completion',
    ]);
  });

  test('bounds texts and lists, also where the form says nothing', () => {
    expect(fieldIn('half', 'thcs', 'note')?.max).toBe(200);
    expect(fieldIn('half', 'thcs', 'plan-number')?.max).toBe(500);
    expect(fieldIn('half', 'thcs', 'meetings')).not.toHaveProperty('max');
  });
});
