import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { describeForm } from '../report/describe.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import { describeFinding, isKnownRule } from '../text/catalogue.ts';
import { validAnswers } from './fixtures/arbitrary.ts';
import { agencies, offices, plan } from './fixtures/office.ts';
import { readSubmission, readSubmissions, submissionReader, type ReadContext } from './read.ts';

const context: ReadContext = { plan, directory: offices };
const filled = {
  gates: { sessions: false, money: false },
  answers: {
    'has-plan': true,
    'plan-number': '01/KH',
    meetings: 0,
    'posts-a': 1,
    'posts-b': 2,
    'next-steps': 'Tiếp tục.',
  },
};
const envelope = {
  format: 'dondoc.submission/1',
  plan: 'plan-2020',
  planVersion: 1,
  report: 'half',
  period: '2020-H1',
  unit: 'a',
};
const sent = (change: Record<string, unknown> = {}) => ({ ...envelope, ...filled, ...change });
const errors = (input: unknown, more: Partial<ReadContext> = {}) =>
  readSubmission(input, { ...context, ...more })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, where }) => `${rule} ${where.join('.')}`);
const message = (input: unknown, more: Partial<ReadContext> = {}) =>
  readSubmission(input, { ...context, ...more }).findings.map((finding) => describeFinding(finding).message)[0];

describe('a sound submission', () => {
  test('is accepted, and an heir names whom it covers', () => {
    const result = readSubmission(sent(), context);
    expect(result).toMatchObject({
      ok: true,
      findings: [],
      value: { unit: 'a', covers: ['b'], answers: { 'posts-total': 3, cash: 0 } },
    });
  });

  test('reading what was read changes nothing', () => {
    const once = readSubmission(
      sent({ preparedBy: { name: ' Cô Oanh ' }, signedDocument: { date: '03/6/2020' } }),
      context,
    );
    expect(once.ok && once.value).toMatchObject({
      preparedBy: { name: 'Cô Oanh' },
      signedDocument: { date: '2020-06-03' },
    });
    const twice = once.ok ? readSubmission(once.value, context) : once;
    expect(twice.ok && twice.value).toEqual(once.ok && once.value);
  });

  test.each(['half', 'year'] as const)('whatever a unit may answer in %s is accepted', (report) => {
    const description = describeForm({ form: smallForm, report, kind: 'mam-non', year: 2020 });
    const reader = submissionReader(context);
    fc.assert(
      fc.property(validAnswers(description), (given) => {
        expect(
          reader({ ...envelope, unit: 'm', report, period: report === 'half' ? '2020-H1' : '2020', ...given }),
        ).toMatchObject({ ok: true });
      }),
      { numRuns: 60 },
    );
  });

  test('a nil report needs its reason only', () => {
    expect(errors({ ...envelope, nothingToReport: { reason: 'Trường nghỉ để sửa chữa.' } })).toEqual([]);
    expect(errors({ ...envelope, nothingToReport: { reason: ' ' } })).toEqual(['text.blank nothingToReport.reason']);
  });

  test('a duty without a form takes the envelope only', () => {
    expect(errors({ ...envelope, report: 'letter', period: '2020' })).toEqual([]);
    expect(errors(sent({ report: 'letter', period: '2020' }))).toEqual([
      'submission.no-form gates',
      'submission.no-form answers',
    ]);
  });
});

describe('what it answers', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['another plan', { plan: 'plan-2019' }, ['submission.other-plan plan']],
    ['a version that is not there yet', { planVersion: 3 }, ['submission.unknown-version planVersion']],
    ['a report that the plan does not have', { report: 'quarter' }, ['submission.unknown-report report']],
    ['a period of another year', { period: '2019-H1' }, ['submission.period-not-asked period']],
    ['the other half-year', { period: '2020-H2' }, ['submission.period-not-asked period']],
    ['no period at all', { period: 'kỳ 1' }, ['submission.period-not-asked period']],
    ['a unit that does not exist', { unit: 'zz' }, ['submission.unknown-unit unit']],
    [
      'unknown period and unit at once',
      { period: '2020-H2', unit: 'zz' },
      ['submission.period-not-asked period', 'submission.unknown-unit unit'],
    ],
    ['a unit that the plan does not bind', { unit: 'free' }, ['submission.unit-not-bound unit']],
    ['a unit merged before the day', { unit: 'b' }, ['submission.unit-merged unit']],
    ['a unit closed before the day', { unit: 'old' }, ['submission.unit-closed unit']],
    ['a unit not open yet', { unit: 'new' }, ['submission.unit-not-yet-open unit']],
    ['an heir of someone who is none', { covers: ['b', 'm'] }, ['submission.covers-not-merged covers.1']],
    ['an heir twice of the same', { covers: ['b', 'b'] }, ['submission.covers-twice covers.1']],
  ])('refuses %s', (_what, change, expected) => expect(errors(sent(change))).toEqual(expected));

  test('the unit that opens in September owes the year but not the half-year', () => {
    const description = describeForm({ form: smallForm, report: 'year', kind: 'thcs', year: 2020 });
    fc.assert(
      fc.property(validAnswers(description), (given) => {
        expect(errors({ ...envelope, unit: 'new', report: 'year', period: '2020', ...given })).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  test('says which periods there are, who is the heir, and what is close to a slip', () => {
    const { findings } = readSubmission(sent({ period: '2020-H2' }), context);
    expect(findings[0]?.params).toMatchObject({ periods: ['6 tháng đầu năm 2020 (2020-H1)'] });
    expect(message(sent({ unit: 'b' }))).toBe(
      'Trường B đã sáp nhập vào Trường A từ ngày 01/3/2020; báo cáo do Trường A thực hiện.',
    );
    expect(message(sent({ report: 'haft' }))).toContain('Có thể là “half”');
  });

  test('an older version of the plan is a warning', () => {
    const result = readSubmission(sent(), { ...context, planVersion: 2 });
    expect(result).toMatchObject({ ok: true, findings: [{ rule: 'submission.older-version', severity: 'warning' }] });
  });

  test('only the obligation that was asked for will do', () => {
    expect(errors(sent(), { only: { unit: 'm', period: '2020-H1' } })).toEqual(['submission.not-the-one-asked unit']);
    expect(errors(sent(), { only: { unit: 'a', period: '2020-H1', report: 'half' } })).toEqual([]);
  });
});

describe('what is wrong with it', () => {
  test('comes all at once: envelope, obligation and answers', () => {
    const input = sent({
      format: 'x',
      extra: 1,
      more: 2,
      receivedOn: '2020-02-31',
      preparedBy: { name: 'A', fax: '1' },
      answers: { ...filled.answers, meetings: -1, zz: 0 },
    });
    expect(errors(input)).toEqual([
      'schema.not-a-choice format',
      'date.not-a-date receivedOn',
      'schema.unknown-key extra',
      'schema.unknown-key more',
      'schema.unknown-key preparedBy.fax',
      'answer.negative answers.meetings',
      'answer.unknown-field answers.zz',
    ]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'a'],
    ['a list', [1]],
    ['a map', new Map()],
    ['a number', 5],
  ])('%s is no submission', (_what, input) => {
    expect(errors(input)).toEqual(['submission.not-an-object ']);
  });

  test('an arrival after today is refused, one today is not', () => {
    expect(errors(sent({ receivedOn: '2020-06-04' }), { today: '2020-06-03' })).toEqual([
      'submission.received-in-future receivedOn',
    ]);
    expect(errors(sent({ receivedOn: '2020-06-03T15:20' }), { today: '2020-06-03' })).toEqual([]);
  });

  test.each([
    ['2020-01-09', true],
    ['2020-01-10', false],
    ['2020-01-10T08:00', false],
    ['2019-06-03', true],
  ])('an arrival of %s where the half-year opens on 10/01/2020 is questioned: %s', (receivedOn, asked) => {
    const result = readSubmission(sent({ receivedOn }), context);
    const together = readSubmissions([{ name: '1.json', input: sent({ receivedOn }) }], context);
    expect(result.ok).toBe(true);
    expect(result.findings.map(({ rule, where }) => `${rule} ${where.join('.')}`)).toEqual(
      asked ? ['submission.received-before-opening receivedOn'] : [],
    );
    expect(together.findings.map(({ rule }) => rule)).toEqual(result.findings.map(({ rule }) => rule));
  });

  test('an arrival before the opening is told with both days', () => {
    expect(message(sent({ receivedOn: '2020-01-09' }))).toBe(
      'Ngày nhận báo cáo (09/01/2020) trước ngày bắt đầu nhận báo cáo 6 tháng đầu năm 2020 (10/01/2020). Đề nghị kiểm tra lại.',
    );
  });

  test('every key that an envelope lacks is named, and nothing else is made of it', () => {
    expect(errors({ format: 'dondoc.submission/1' })).toEqual(
      ['plan', 'planVersion', 'report', 'period', 'unit'].map((key) => `schema.missing-key ${key}`),
    );
    expect(message({ format: 'dondoc.submission/1' })).toBe('Thiếu mục “plan”.');
    expect(errors({})).toHaveLength(6);
  });

  test('a draft may miss answers', () => {
    expect(errors(sent({ answers: {} }), { mode: 'draft' })).toEqual([]);
    expect(errors(sent({ answers: {} }))).not.toEqual([]);
  });

  test('a thousand unknown keys do not become a thousand findings', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i]));
    expect(errors(sent({ answers: { ...filled.answers, ...many } }))).toHaveLength(50);
  });

  const breaking: readonly [string, (input: Record<string, unknown>) => void][] = [
    ...['format', 'plan', 'planVersion', 'report', 'period', 'unit'].map(
      (key) =>
        [`without ${key}`, (input: Record<string, unknown>) => delete input[key]] as [
          string,
          (input: Record<string, unknown>) => void,
        ],
    ),
    ...['plan', 'report', 'period', 'unit'].map(
      (key) =>
        [`${key} a number`, (input: Record<string, unknown>) => (input[key] = 7)] as [
          string,
          (input: Record<string, unknown>) => void,
        ],
    ),
    ['an unknown key', (input) => (input['zz'] = 1)],
    ['answers a list', (input) => (input['answers'] = [])],
    ['a count in words', (input) => ((input['answers'] as Record<string, unknown>)['posts-a'] = 'năm')],
    ['a negative count', (input) => ((input['answers'] as Record<string, unknown>)['posts-a'] = -3)],
    ['a required answer gone', (input) => delete (input['answers'] as Record<string, unknown>)['posts-a']],
    ['a field of another kind', (input) => ((input['answers'] as Record<string, unknown>)['posts-b'] = 1)],
    ['a gate gone', (input) => delete (input['gates'] as Record<string, unknown>)['money']],
    ['a gate in words', (input) => ((input['gates'] as Record<string, unknown>)['money'] = 'không')],
    [
      'money in a closed gate',
      (input) => {
        (input['gates'] as Record<string, unknown>)['money'] = false;
        (input['answers'] as Record<string, unknown>)['cash'] = 1;
      },
    ],
    ['a part over its whole', (input) => ((input['answers'] as Record<string, unknown>)['posts-social'] = 999_999)],
  ];
  test.each(breaking)('one change refuses any valid submission: %s', (_what, change) => {
    const description = describeForm({ form: smallForm, report: 'half', kind: 'mam-non', year: 2020 });
    fc.assert(
      fc.property(validAnswers(description), (given) => {
        const input: Record<string, unknown> = structuredClone({ ...envelope, unit: 'm', ...given });
        change(input);
        expect(readSubmission(input, context).ok).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  test('never throws, and every finding has words', () => {
    const reader = submissionReader(context);
    const near = fc.record(
      {
        format: fc.constant('dondoc.submission/1'),
        plan: fc.oneof(fc.constant('plan-2020'), fc.anything()),
        planVersion: fc.oneof(fc.constant(1), fc.anything()),
        report: fc.oneof(fc.constant('half'), fc.anything()),
        period: fc.oneof(fc.constant('2020-H1'), fc.anything()),
        unit: fc.oneof(fc.constant('a'), fc.anything()),
        covers: fc.anything(),
        receivedOn: fc.anything(),
        preparedBy: fc.anything(),
        signedDocument: fc.anything(),
        nothingToReport: fc.anything(),
        gates: fc.anything(),
        answers: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(near, fc.anything(), fc.jsonValue()), (input) => {
        const { findings } = reader(input);
        expect(findings.filter(({ rule }) => !isKnownRule(rule))).toEqual([]);
        expect(findings.filter((finding) => describeFinding(finding).message.includes('undefined'))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an arrival', () => {
  const event = {
    event: 'hoa-toc',
    title: 'Báo cáo nhanh',
    on: '2020-05-15',
    due: { rule: 'date', on: '2020-05-15', time: '16:00', reading: 'before', yearOffset: 0 },
  } as const;
  const urgent = { ...envelope, report: 'hoa-toc', period: 'on-hoa-toc' };
  test.each([
    ['2020-05-15', ['act.time-needed receivedOn']],
    ['2020-05-14', ['act.time-needed receivedOn']],
    ['2020-05-15T15:59', []],
    [undefined, []],
  ])('of %s against a date with an hour gives %j', (receivedOn, expected) => {
    const input = receivedOn === undefined ? urgent : { ...urgent, receivedOn };
    expect(errors(input, { events: [event] })).toEqual(expected);
  });

  test('needs no minute against a date without one', () => {
    expect(errors(sent({ receivedOn: '2020-06-04' }))).toEqual([]);
  });
});

describe('what is too much', () => {
  test('a million covered units are counted, not looked at', () => {
    const covers = Array.from({ length: 1_000_000 }, (_, index) => index);
    expect(errors(sent({ covers }))).toEqual(['schema.too-many covers']);
    expect(message(sent({ covers }))).toBe('Mục “covers” nhận nhiều nhất 200 dòng.');
  });

  test('a long period is a text that is too long, not lines that are too many', () => {
    expect(errors(sent({ period: 'x'.repeat(81) }))).toContain('text.too-long period');
    expect(errors(sent({ period: 'x'.repeat(80) }))).not.toContain('text.too-long period');
  });
});

describe('periods in sentences', () => {
  test.each([
    [
      'not bound',
      sent({ unit: 'free', report: 'year', period: '2020' }),
      'Trường FREE không thuộc diện gửi báo cáo “kết quả năm” năm 2020.',
    ],
    ['not asked', sent({ period: '2019-Q3' }), 'Báo cáo “kết quả 6 tháng” không có kỳ “quý III năm 2019”.'],
  ])('%s', (_, input, expected) => expect(message(input)).toBe(expected));

  test('another than the one asked for', () => {
    expect(message(sent({ report: 'year', period: '2020' }), { only: { period: '2020-H1' } })).toBe(
      'Tệp này là biểu mẫu của Trường A, kỳ năm 2020. Đề nghị chọn đúng biểu mẫu của đơn vị và kỳ báo cáo.',
    );
  });

  test('a version that is not there yet is called a version', () => {
    expect(message(sent({ planVersion: 3 }))).toBe(
      'Báo cáo ghi phiên bản 3 của kế hoạch; kế hoạch hiện ở phiên bản 1.',
    );
  });
});

describe('many submissions', () => {
  const named = (inputs: readonly unknown[]) => inputs.map((input, index) => ({ name: `${index + 1}.json`, input }));

  test('are read together', () => {
    const second = { ...envelope, unit: 'm', ...filled, answers: { ...filled.answers, 'posts-b': undefined } };
    delete (second.answers as Record<string, unknown>)['posts-b'];
    const result = readSubmissions(named([sent(), second]), context);
    expect(result.ok && result.value.map(({ unit }) => unit)).toEqual(['a', 'm']);
  });

  test('twice the same unit names both, the rest is still read', () => {
    const result = readSubmissions(named([sent(), sent({ unit: 'zz' }), sent({ receivedOn: '2020-06-01' })]), context);
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ rule, where }) => `${rule} ${where.join('.')}`)).toEqual([
      'submission.unknown-unit 1.unit',
      'submission.unit-twice 2.unit',
    ]);
    expect(describeFinding(result.findings[1]!).message).toBe(
      'Trường A có hai báo cáo cho cùng một kỳ: “1.json” và “3.json”.',
    );
  });

  test('a unit is called by its name of the day that settles who owes', () => {
    const renamed = directory(
      agencies.map((agency) =>
        agency.id === 'a'
          ? { ...agency, names: [...agency.names, { from: '2025-07-01', value: { full: 'Trường Mới' } }] }
          : agency,
      ),
    );
    const { findings } = readSubmissions(named([sent(), sent()]), { ...context, directory: renamed });
    expect(findings.map(({ params }) => params['unit'])).toEqual(['Trường A']);
    const other = readSubmission(sent(), { ...context, directory: renamed, only: { unit: 'm' } });
    expect(other.findings.map(({ params }) => params['unit'])).toEqual(['Trường A']);
  });

  test('the same unit in two reports is no twice', () => {
    const year = describeForm({ form: smallForm, report: 'year', kind: 'tieu-hoc', year: 2020 });
    const [given] = fc.sample(validAnswers(year), 1);
    expect(
      readSubmissions(named([sent(), { ...envelope, report: 'year', period: '2020', ...given }]), context).ok,
    ).toBe(true);
  });
});
