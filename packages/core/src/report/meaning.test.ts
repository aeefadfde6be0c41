import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { foreignInformationForm } from '../templates/foreign-information-form.ts';
import { communeForm, provincialForm } from '../templates/form/options.ts';
import { isKnownRule } from '../text/catalogue.ts';
import { smallForm, smallFormInput } from './fixtures/small-form.ts';
import { checkForm } from './meaning.ts';
import { formSchema, type FieldType, type FormInput } from './schema.ts';

type FieldInput = FormInput['sections'][number]['fields'][number];

const withField = (id: string, change: Partial<FieldInput>) => {
  const sections = smallFormInput.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (field.id === id ? { ...field, ...change } : field)),
  }));
  return v.parse(formSchema, { ...smallFormInput, sections });
};
const rules = (form: Parameters<typeof checkForm>[0]) => checkForm(form).map(({ rule }) => rule);

describe('a sound form', () => {
  test('has no findings', () => expect(checkForm(smallForm)).toEqual([]));
  test.each([
    ['district', {}],
    ['commune', communeForm],
    ['province', provincialForm],
  ] as const)('the template for a %s has none', (_name, options) => {
    expect(checkForm(foreignInformationForm(options))).toEqual([]);
  });
});

describe('what a field means', () => {
  test.each(['sum', 'latest-sum', 'share', 'each', 'digest', 'union', 'count-per-choice'] as const)(
    'a ratio is never rolled up as %s',
    (across) => {
      expect(rules(withField('completion', { across }))).toContain('form.across-does-not-fit');
    },
  );

  test.each(['count', 'money'] as const)('a %s that is a state is never summed as a flow', (type) => {
    const unit = type === 'money' ? 'triệu đồng' : 'lớp';
    expect(rules(withField('classes', { type, unit, across: 'sum' }))).toEqual(['form.periods-do-not-fit']);
    expect(rules(withField('classes', { type, unit, periods: 'add' }))).toContain('form.periods-do-not-fit');
  });

  test.each(['yesno', 'choice', 'date', 'text', 'narrative', 'ratio'] as const satisfies readonly FieldType[])(
    'a %s is no flow',
    (type) => {
      const extra = type === 'choice' ? { choices: [{ id: 'a', label: 'A' }] } : {};
      const across = {
        yesno: 'share',
        choice: 'each',
        date: 'each',
        text: 'each',
        narrative: 'digest',
        ratio: 'ratio',
      } as const;
      const found = rules(withField('note', { type, across: across[type], periods: 'add', ...extra }));
      expect(found.some((rule) => rule === 'form.periods-do-not-fit' || rule === 'form.not-a-flow')).toBe(true);
    },
  );

  test.each([
    ['has-plan', { across: 'each' }],
    ['note', { across: 'each' }],
    ['session-list', { across: 'each' }],
    ['standard', { across: 'sum' }],
  ] as const)('%s cannot be %o', (id, change) =>
    expect(rules(withField(id, change))).toContain('form.across-does-not-fit'),
  );
});

describe('what a field needs and names', () => {
  test.each<[string, string, Partial<FieldInput>, string]>([
    ['choices of a choice', 'note', { type: 'choice', across: 'each' }, 'form.part-missing'],
    ['columns of a list', 'note', { type: 'list', across: 'union' }, 'form.part-missing'],
    ['no choices of a count', 'meetings', { choices: [{ id: 'a', label: 'A' }] }, 'form.part-without-use'],
    ['money in triệu đồng', 'cash', { unit: 'đồng' }, 'form.money-unit'],
    ['a sum of like fields', 'posts-total', { sumOf: ['posts-a', 'meetings'] }, 'form.sum-mixed'],
    ['a sum of numbers', 'posts-total', { sumOf: ['posts-a', 'note'] }, 'form.sum-of-no-number'],
    ['a sum of fields that exist', 'posts-total', { sumOf: ['posts-z'] }, 'form.unknown-field'],
    ['no sum of sums', 'posts-total', { sumOf: ['posts-total'] }, 'form.sum-of-no-number'],
    [
      'a condition on a field that exists',
      'meeting-people',
      { asked: { half: { need: 'required', when: { field: 'zz', is: 'yes' } } } },
      'form.unknown-field',
    ],
    [
      'a condition that fits',
      'meeting-people',
      { asked: { half: { need: 'required', when: { field: 'has-plan', is: 'positive' } } } },
      'form.condition-does-not-fit',
    ],
    [
      'a condition that the report asks',
      'note',
      { asked: { half: { need: 'required', when: { field: 'classes', is: 'positive' } } } },
      'form.condition-not-asked',
    ],
    ['a gate for if-gate', 'meetings', { asked: { half: { need: 'if-gate' } } }, 'form.if-gate-without-gate'],
    ['a consent column that exists', 'session-list', { publishedIf: 'zz' }, 'form.unknown-column'],
    ['a consent column of yes and no', 'session-list', { publishedIf: 'name' }, 'form.column-does-not-fit'],
    ['a group column of choices', 'session-list', { groupBy: 'name' }, 'form.column-does-not-fit'],
    ['a scope that exists', 'classes', { comparableWithin: 'zz' }, 'form.unknown-field'],
    ['a scope that is listed', 'classes', { comparableWithin: 'meetings' }, 'form.comparable-within-no-label'],
    ['kinds in a group', 'posts-b', { appliesTo: ['thpt'] }, 'form.kind-without-group'],
    ['an id of its own', 'meetings', { id: 'posts-a' }, 'form.id-twice'],
    ['a report that asks it', 'note', { asked: {} }, 'form.asked-nowhere'],
    ['labels of reports that ask it', 'note', { labels: { quarter: 'Khác' } }, 'form.label-of-unasked-report'],
  ])('needs %s', (_what, id, change, rule) => expect(rules(withField(id, change))).toContain(rule));

  test.each<[string, Partial<FormInput>, string]>([
    [
      'a kind in two groups',
      { kindGroups: [...smallFormInput.kindGroups, { id: 'x', label: 'X', kinds: ['thcs'] }] },
      'form.kind-in-two-groups',
    ],
    ['a sentence of an unknown field', { sentences: [{ section: 'posts', text: '{zz}' }] }, 'form.unknown-field'],
    [
      'a sentence in an unknown section',
      { sentences: [{ section: 'zz', text: '{sessions}' }] },
      'form.unknown-section',
    ],
    ['a sentence of paragraphs', { sentences: [{ section: 'posts', text: '{note}' }] }, 'form.sentence-of-no-figure'],
    ['a sheet of an unknown field', { unitSheets: [{ title: 'A', fields: ['zz'] }] }, 'form.unknown-field'],
    ['a sheet of lists', { unitSheets: [{ title: 'A', fields: ['session-list'] }] }, 'form.sheet-of-no-figure'],
    [
      'a check of an unknown field',
      { checks: [{ check: 'part-of', part: 'zz', whole: 'meetings' }] },
      'form.unknown-field',
    ],
    [
      'a check of the wrong type',
      { checks: [{ check: 'date-in-year', field: 'meetings' }] },
      'form.check-does-not-fit',
    ],
    [
      'a part of something else',
      { checks: [{ check: 'part-of', part: 'meetings', whole: 'posts-a' }] },
      'form.part-of-mixed',
    ],
  ])('finds %s', (_what, change, rule) =>
    expect(rules(v.parse(formSchema, { ...smallFormInput, ...change }))).toContain(rule),
  );

  test('says where, from the form', () => {
    expect(checkForm(withField('completion', { across: 'sum' }))).toEqual([
      expect.objectContaining({
        rule: 'form.across-does-not-fit',
        where: ['sections', 5, 'fields', 3, 'across'],
        params: expect.objectContaining({ allowed: ['ratio'] }),
      }),
    ]);
  });

  test('has words for every rule it gives', () => {
    const found = [withField('completion', { across: 'sum' }), withField('cash', { unit: 'đồng' })].flatMap(rules);
    expect(found.filter((rule) => !isKnownRule(rule))).toEqual([]);
  });
});
