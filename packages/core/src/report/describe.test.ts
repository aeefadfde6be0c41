import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { describeForm } from './describe.ts';
import { smallForm } from './fixtures/small-form.ts';
import { checkForm } from './meaning.ts';
import { type Form, formSchema } from './schema.ts';

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

  test('asks nothing of an unknown kind only where kinds are named', () => {
    expect(
      describeFor('half', 'other')
        .sections.flatMap((section) => section.fields)
        .map(({ id }) => id),
    ).not.toContain('posts-b');
  });

  test('asks a report that the form names nowhere every field that applies to the kind, none of it required', () => {
    const asked = describeFor('on-request', 'mam-non').sections.flatMap(({ fields }) => fields);
    const applies = smallForm.sections
      .flatMap(({ fields }) => fields)
      .filter(({ appliesTo }) => appliesTo === undefined || appliesTo.includes('mam-non'));
    expect(asked.map(({ id }) => id)).toEqual(applies.map(({ id }) => id));
    expect(new Set(asked.map(({ need }) => need))).toEqual(new Set(['optional']));
  });

  test('asks any report what "*" says, where the field does not name it itself', () => {
    const form: Form = {
      ...smallForm,
      sections: smallForm.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) =>
          field.id === 'meetings' ? { ...field, asked: { ...field.asked, '*': { need: 'required' } } } : field,
        ),
      })),
    };
    const fieldsFor = (report: string) =>
      describeForm({ form, report, kind: 'thcs', year: 2020 })
        .sections.flatMap(({ fields }) => fields)
        .map(({ id, need }) => `${id} ${need}`);
    expect(fieldsFor('on-request')).toEqual(['meetings required']);
    expect(fieldsFor('half')).toEqual(
      describeFor('half', 'thcs')
        .sections.flatMap(({ fields }) => fields)
        .map(({ id, need }) => `${id} ${need}`),
    );
    expect(v.safeParse(formSchema, form).success).toBe(true);
    expect(checkForm(form)).toEqual(checkForm(smallForm));
  });

  test('keeps checks whose fields are all asked', () => {
    expect(describeFor('half', 'thcs').checks).toHaveLength(3);
    const form = {
      ...smallForm,
      checks: [...smallForm.checks, { check: 'part-of', part: 'posts-b', whole: 'posts-total' } as const],
    };
    const checksFor = (kind: string) => describeForm({ form, report: 'half', kind, year: 2020 }).checks;
    expect(checksFor('thcs')).toHaveLength(4);
    expect(checksFor('mam-non')).toHaveLength(3);
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
