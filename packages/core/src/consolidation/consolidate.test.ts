import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../due/period.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import type { Answers, Gates } from '../report/values.ts';
import type { Submission } from '../submission/types.ts';
import { describeFinding } from '../text/catalogue.ts';
import { consolidate, type ConsolidationInput } from './consolidate.ts';
import type { ExpectedUnit, FieldTotal } from './types.ts';

const unit = (id: string, kind: string, order: number): ExpectedUnit => ({ id, name: `Trường ${id}`, kind, order });
const expected = [
  unit('thcs-a', 'thcs', 3),
  unit('mn-a', 'mam-non', 1),
  unit('th-a', 'tieu-hoc', 2),
  unit('th-b', 'tieu-hoc', 2),
];

const sent = (
  id: string,
  answers: Answers,
  { gates = {}, ...more }: Partial<Omit<Submission, 'gates'>> & { gates?: Gates } = {},
): Submission => ({
  format: 'dondoc.submission/1',
  plan: 'p',
  planVersion: 1,
  report: 'year',
  period: '2020',
  unit: id,
  gates: { ...gates },
  answers,
  ...more,
});
const run = (submissions: readonly Submission[], more: Partial<ConsolidationInput> = {}) =>
  consolidate({
    plan: { id: 'p' },
    form: smallForm,
    report: { id: 'year' },
    period: parsePeriod('2020')!,
    expected,
    submissions,
    ...more,
  });
const totalIn = (result: ReturnType<typeof run>, field: string): FieldTotal =>
  result.totals.find((one) => one.field === field)!;
const states = (total: FieldTotal) => total.sources.map(({ unit: id, state }) => `${id} ${state}`);
const rules = (result: ReturnType<typeof run>) => result.findings.map(({ rule }) => rule);

describe('a sum beyond what numbers hold to the unit', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const opened = { gates: { money: true } };

  test('is found and never printed', () => {
    const result = run([sent('th-a', { cash: most }, opened), sent('th-b', { cash: 2 }, opened)]);
    const total = totalIn(result, 'cash');
    expect(total).not.toHaveProperty('total');
    expect(total.coverage.answered).toBe(2);
    const found = result.findings.find(({ rule }) => rule === 'consolidation.beyond-exact')!;
    expect(found).toMatchObject({ severity: 'error', where: ['totals', result.totals.indexOf(total)] });
    expect(describeFinding(found).message).toContain('quá lớn để tính đúng');
    expect(JSON.stringify(result.sections)).not.toContain('9.007');
  });

  test('up to there is one like any other', () => {
    const result = run([sent('th-a', { cash: most - 2 }, opened), sent('th-b', { cash: 2 }, opened)]);
    expect(totalIn(result, 'cash').total).toEqual({ is: 'number', value: most });
    expect(rules(result)).not.toContain('consolidation.beyond-exact');
  });
});

describe('four ways of having no value', () => {
  const result = run([
    sent('mn-a', { 'posts-a': 0 }, { gates: { sessions: false } }),
    sent('th-a', { 'posts-a': 2, sessions: 3, 'pupils-told': 70 }, { gates: { sessions: true } }),
    sent('th-b', { 'posts-b': 5 }),
  ]);

  test('zero, blank and missing are told apart', () => {
    expect(states(totalIn(result, 'posts-a'))).toEqual(['mn-a value', 'th-a value', 'th-b blank', 'thcs-a missing']);
    expect(totalIn(result, 'posts-a')).toMatchObject({
      total: { is: 'number', value: 2 },
      coverage: { of: 4, answered: 2, nothing: 0 },
    });
  });

  test('not applicable stands outside the coverage', () => {
    expect(states(totalIn(result, 'posts-b'))).toEqual([
      'mn-a not-applicable',
      'th-a blank',
      'th-b value',
      'thcs-a missing',
    ]);
    expect(totalIn(result, 'posts-b').coverage).toEqual({ of: 3, answered: 1, nothing: 0 });
  });

  test('a closed gate counts as answered, adds 0 and is counted apart', () => {
    expect(states(totalIn(result, 'sessions'))).toEqual(['mn-a nothing', 'th-a value', 'th-b blank', 'thcs-a missing']);
    expect(totalIn(result, 'sessions')).toMatchObject({
      total: { is: 'number', value: 3 },
      coverage: { of: 4, answered: 2, nothing: 1 },
    });
  });

  test('what no one answered has no total, not 0', () => {
    expect(totalIn(result, 'cash')).not.toHaveProperty('total');
    expect(totalIn(result, 'cash').coverage).toEqual({ of: 4, answered: 0, nothing: 0 });
  });

  test('units stand in the order of the office, then by id', () => {
    expect(result.units.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'mn-a received',
      'th-a received',
      'th-b received',
      'thcs-a missing',
    ]);
    expect(result.coverage).toEqual({ expected: 4, received: 3, nothing: 0, missing: ['thcs-a'] });
  });

  test('the order of the office comes before the alphabet, the alphabet decides within one place', () => {
    const units = [unit('b', 'thcs', 2), unit('c', 'thcs', 1), unit('a', 'thcs', 2), unit('z', 'thcs', 0)];
    expect(run([], { expected: units }).units.map(({ id }) => id)).toEqual(['z', 'c', 'a', 'b']);
  });

  test('groups of kinds have totals and coverage of their own', () => {
    expect(totalIn(result, 'posts-a').groups).toEqual([
      { group: 'mn', total: { is: 'number', value: 0 }, coverage: { of: 1, answered: 1, nothing: 0 } },
      { group: 'pt', total: { is: 'number', value: 2 }, coverage: { of: 3, answered: 1, nothing: 0 } },
    ]);
    expect(totalIn(result, 'posts-b').groups[0]).toEqual({ group: 'mn', coverage: { of: 0, answered: 0, nothing: 0 } });
  });

  test('gates are counted over units that answered them', () => {
    expect(result.sections.find(({ section }) => section === 'sessions')?.gate).toEqual({ open: 1, closed: 1 });
    expect(result.sections.find(({ section }) => section === 'posts')).not.toHaveProperty('gate');
  });
});

describe('roll-ups', () => {
  const result = run([
    sent('th-a', {
      'has-plan': true,
      completion: { part: 50, whole: 100 },
      standard: 'one',
      'plan-date': '2020-01-05',
      'school-year': '2019-2020',
    }),
    sent('th-b', {
      'has-plan': false,
      completion: { part: 10, whole: 10 },
      standard: 'one',
      'plan-date': '2020-02-05',
      'school-year': '2019-2020',
    }),
    sent('mn-a', { standard: 'no' }),
  ]);

  test('a ratio is sum over sum, not a mean of ratios', () =>
    expect(totalIn(result, 'completion').total).toEqual({ is: 'ratio', part: 60, whole: 110 }));
  test('a share is of those that answered', () =>
    expect(totalIn(result, 'has-plan').total).toEqual({ is: 'share', yes: 1, of: 2 }));
  test('choices are counted, also those that no one chose', () =>
    expect(totalIn(result, 'standard').total).toEqual({ is: 'choices', counts: { no: 1, one: 2 } }));
  test('single values are listed', () =>
    expect(totalIn(result, 'plan-date').total).toEqual({ is: 'listed', count: 2 }));
});

describe('a nil report', () => {
  const result = run([sent('th-a', { 'has-plan': true }, { nothingToReport: { reason: 'Không phát sinh.' } })]);

  test('is received, adds 0 to what is counted over the period, and leaves states open', () => {
    expect(result.coverage).toMatchObject({ received: 1, nothing: 1 });
    expect(result.units[1]).toMatchObject({ id: 'th-a', state: 'nothing-to-report' });
    expect(totalIn(result, 'meetings')).toMatchObject({ total: { value: 0 }, coverage: { answered: 1, nothing: 1 } });
    expect(totalIn(result, 'classes')).not.toHaveProperty('total');
    expect(totalIn(result, 'has-plan').total).toEqual({ is: 'share', yes: 1, of: 1 });
    expect(result.sections.find(({ section }) => section === 'money')?.gate).toEqual({ open: 0, closed: 1 });
  });
});

describe('who counts', () => {
  test('an heir covers the merged unit', () => {
    const result = run([sent('th-a', { 'posts-a': 4 }, { covers: ['th-old'] })]);
    expect(result.units.find(({ id }) => id === 'th-a')?.covers).toEqual(['th-old']);
    expect(rules(result)).toEqual([]);
  });

  test('a unit that is not expected, another report and another period are named and not counted', () => {
    const result = run([
      sent('zz', { 'posts-a': 9 }),
      sent('th-a', { 'posts-a': 9 }, { report: 'half', period: '2020-H1' }),
    ]);
    expect(rules(result)).toEqual(['consolidation.other-report', 'consolidation.unexpected-unit']);
    expect(totalIn(result, 'posts-a')).not.toHaveProperty('total');
  });

  test('two contents of one unit are named, neither is counted; the same content twice is one', () => {
    const result = run([sent('th-a', { 'posts-a': 1 }), sent('th-a', { 'posts-a': 2 })]);
    expect(rules(result)).toEqual(['consolidation.unit-twice']);
    expect(result.coverage.missing).toContain('th-a');
    const once = run([sent('th-a', { 'posts-a': 1, meetings: 2 }), sent('th-a', { meetings: 2, 'posts-a': 1 })]);
    expect(rules(once)).toEqual([]);
    expect(totalIn(once, 'posts-a').total).toEqual({ is: 'number', value: 1 });
  });

  test('figures covered by an heir and sent by the unit itself may count twice', () => {
    expect(rules(run([sent('th-a', {}, { covers: ['th-b'] }), sent('th-b', {})]))).toEqual([
      'consolidation.covered-twice',
    ]);
  });
});

describe('paragraphs', () => {
  test('stand by section, in the order of the office, with their unit', () => {
    const result = run([sent('th-b', { note: 'B', 'next-steps': 'Bước B' }), sent('mn-a', { note: 'M' })]);
    expect(result.sections.find(({ section }) => section === 'direction')?.paragraphs).toEqual([
      { unit: 'mn-a', field: 'note', text: 'M' },
      { unit: 'th-b', field: 'note', text: 'B' },
    ]);
    expect(result.sections.find(({ section }) => section === 'next')?.paragraphs).toEqual([
      { unit: 'th-b', field: 'next-steps', text: 'Bước B' },
    ]);
  });
});

describe('against other periods', () => {
  const last = (answers: Answers) => run([sent('th-a', answers, { period: '2019' })], { period: parsePeriod('2019')! });

  test('a change is told for numbers, and the earlier coverage beside it', () => {
    const result = run([sent('th-a', { 'posts-a': 12, completion: { part: 1, whole: 2 } })], {
      yearBefore: last({ 'posts-a': 20, completion: { part: 1, whole: 4 } }),
    });
    expect(totalIn(result, 'posts-a').yearBefore).toEqual({
      total: { is: 'number', value: 20 },
      coverage: { of: 4, answered: 1, nothing: 0 },
      change: -8,
    });
    expect(totalIn(result, 'completion').yearBefore).not.toHaveProperty('change');
    expect(totalIn(result, 'meetings')).not.toHaveProperty('yearBefore');
  });

  test('a stock is compared only within one school year', () => {
    const other = run([sent('th-a', { classes: 9, 'school-year': '2019-2020' })], {
      yearBefore: last({ classes: 8, 'school-year': '2018-2019' }),
    });
    expect(totalIn(other, 'classes')).not.toHaveProperty('yearBefore');
    const same = run([sent('th-a', { classes: 9, 'school-year': '2019-2020' })], {
      yearBefore: last({ classes: 8, 'school-year': '2019-2020' }),
    });
    expect(totalIn(same, 'classes').yearBefore).toMatchObject({ change: 1 });
  });

  test('units whose year is below their half are named, only where the windows are nested', () => {
    const half = consolidate({
      plan: { id: 'p' },
      form: smallForm,
      report: { id: 'half' },
      period: parsePeriod('2020-H1')!,
      expected,
      submissions: [sent('th-a', { 'posts-a': 12 }, { report: 'half', period: '2020-H1' })],
    });
    const within = { consolidation: half, window: { from: '2019-12-15', to: '2020-06-14', source: 'stated' as const } };
    const window = { from: '2019-12-15', to: '2020-12-14', source: 'stated' as const };
    const result = run([sent('th-a', { 'posts-a': 8 })], { within, window });
    expect(result.findings.map((finding) => describeFinding(finding).message)).toEqual([
      '“Tin, bài A” (mục II.3): số liệu năm 2020 nhỏ hơn số liệu 6 tháng đầu năm 2020 ở Trường th-a. Đề nghị kiểm tra lại.',
    ]);
    expect(
      run([sent('th-a', { 'posts-a': 8 })], { within, window: { ...window, from: '2020-01-01' } }).findings,
    ).toEqual([]);
  });

  test('another coverage than the year before is a hint', () => {
    expect(rules(run([sent('th-a', {}), sent('th-b', {})], { yearBefore: last({}) }))).toEqual([
      'consolidation.coverage-changed',
    ]);
  });
});

describe('contradictions', () => {
  test('school years that differ are named, with the units that differ from most', () => {
    const result = run([
      sent('mn-a', { 'school-year': '2018-2019' }),
      sent('th-a', { 'school-year': '2019-2020' }),
      sent('th-b', { 'school-year': '2019-2020' }),
    ]);
    expect(result.findings).toMatchObject([
      { rule: 'consolidation.differs', params: { values: ['2019-2020', '2018-2019'], units: ['Trường mn-a'] } },
    ]);
  });

  test('sums that their parts contradict', () => {
    expect(rules(run([sent('th-a', { 'posts-a': 1, 'posts-b': 1, 'posts-total': 5, 'posts-social': 9 })]))).toEqual([
      'consolidation.sum-differs',
      'consolidation.part-over-whole',
    ]);
  });

  test('one unit far above the others', () => {
    const many = Array.from({ length: 6 }, (_, i) => unit(`u${i}`, 'thcs', i));
    const submissions = many.map(({ id }, i) =>
      sent(id, { meetings: i === 5 ? 201 : 10, cash: i === 5 ? 900_000_000 : 10_000_000 }, { gates: { money: true } }),
    );
    const result = run(submissions, { expected: many });
    expect(result.findings).toMatchObject([
      { rule: 'consolidation.outlier', params: { label: 'Cuộc họp', units: ['Trường u5'], median: 10 } },
    ]);
    expect(run(submissions.slice(2), { expected: many }).findings).toEqual([]);
  });

  test.each<[string, readonly number[], readonly string[]]>([
    ['four units are too few to compare', [10, 10, 10, 900], []],
    ['five are enough', [10, 10, 10, 10, 201], ['Trường u4']],
    ['twenty times is not far', [10, 10, 10, 10, 200], []],
    ['two of five stand out', [10, 500, 10, 10, 300], ['Trường u1', 'Trường u4']],
    ['zeros are not what others have', [0, 0, 0, 0, 0, 10, 10, 10, 10, 150], []],
    ['half of the units high are no outliers', [10, 10, 10, 900, 900, 900, 900], []],
  ])('%s', (_what, meetings, names) => {
    const units = meetings.map((_value, i) => unit(`u${i}`, 'thcs', i));
    const result = run(
      meetings.map((value, i) => sent(`u${i}`, { meetings: value })),
      { expected: units },
    );
    expect(result.findings.flatMap(({ params }) => params['units'] ?? [])).toEqual(names);
  });
});
