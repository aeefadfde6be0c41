import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { validAnswers } from '../submission/fixtures/arbitrary.ts';
import { describeFinding, isKnownRule } from '../text/catalogue.ts';
import { answersSchema, answerChecker, type CheckedAnswersOptions } from './answers.ts';
import { describeForm, type FormDescription } from './describe.ts';
import { smallForm } from './fixtures/small-form.ts';

const checkAnswers = (description: FormDescription, input: unknown, options: CheckedAnswersOptions = {}) =>
  answerChecker(description)(input, options);

const half = describeForm({ form: smallForm, report: 'half', kind: 'tieu-hoc', year: 2020 });
const year = describeForm({ form: smallForm, report: 'year', kind: 'tieu-hoc', year: 2020 });

const gates = { sessions: false, money: false };
const answers = { 'has-plan': false, meetings: 0, 'posts-a': 1, 'posts-b': 2, 'next-steps': 'Tiếp tục thực hiện.' };
const give = (change: Record<string, unknown>, open: Record<string, unknown> = {}) => ({
  gates: { ...gates, ...open },
  answers: { ...answers, ...change },
});
const errors = (input: unknown, options: Parameters<typeof checkAnswers>[2] = {}, description = half) =>
  checkAnswers(description, input, options)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, where }) => `${rule} ${where.join('.')}`);
const sentence = (input: unknown, options: Parameters<typeof checkAnswers>[2] = {}) =>
  checkAnswers(half, input, options).findings.map((finding) => describeFinding(finding).message);

describe('what is kept of accepted answers', () => {
  test('closed gates say 0, sums are calculated, blanks are left out', () => {
    const result = checkAnswers(half, give({ note: '  ', 'plan-number': '' }));
    expect(result).toMatchObject({
      ok: true,
      value: { gates, answers: { sessions: 0, 'pupils-told': 0, cash: 0, 'posts-total': 3 } },
    });
    expect(result.ok && Object.keys(result.value.answers)).toEqual(
      expect.not.arrayContaining(['note', 'plan-number', 'session-list']),
    );
  });

  test('accepting what was accepted changes nothing', () => {
    fc.assert(
      fc.property(validAnswers(year), (given) => {
        const once = checkAnswers(year, given);
        expect(once.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const twice = once.ok ? checkAnswers(year, once.value) : once;
        expect(twice.ok && twice.value).toEqual(once.ok && once.value);
      }),
      { numRuns: 60 },
    );
  });

  test('a closed section keeps nothing but zeros of its numbers', () => {
    const sections = smallForm.sections.map((section) =>
      section.id === 'figures' ? { ...section, gate: true } : section,
    );
    const description = describeForm({ form: { ...smallForm, sections }, report: 'year', kind: 'thcs', year: 2020 });
    const result = checkAnswers(description, give({ completion: { part: 0, whole: 0 } }, { figures: false }));
    const kept = result.ok ? Object.keys(result.value.answers) : [];
    expect(kept).toContain('classes');
    expect(kept).not.toContain('completion');
  });

  test('dates are read as people write them, texts composed', () => {
    const result = checkAnswers(half, give({ 'plan-date': '5/6/2020', note: 'Tuye\u0302n truye\u0302\u0300n' }));
    expect(result.ok && result.value.answers).toMatchObject({ 'plan-date': '2020-06-05', note: 'Tuyên truyền' });
  });

  test('a row keeps its id and drops its blanks', () => {
    const rows = [{ id: '1', name: 'Hội thi', people: 30, on: '', level: '' }];
    const result = checkAnswers(
      half,
      give({ sessions: 1, 'pupils-told': 9, 'session-list': rows }, { sessions: true }),
    );
    expect(result.ok && result.value.answers['session-list']).toEqual([{ id: '1', name: 'Hội thi', people: 30 }]);
  });
});

describe('types', () => {
  test.each<[string, string, unknown, string]>([
    ['a count in words', 'meetings', 'khoảng 50', 'answer.not-a-count'],
    ['a count as text', 'meetings', '5', 'answer.not-a-count'],
    ['a count with a fraction', 'meetings', 1.5, 'answer.not-a-count'],
    ['a negative count', 'meetings', -1, 'answer.negative'],
    ['a negative fraction, once', 'meetings', -1.5, 'answer.negative'],
    ['no number', 'meetings', Number.NaN, 'answer.not-a-count'],
    ['infinity, once', 'meetings', Number.POSITIVE_INFINITY, 'answer.not-a-count'],
    ['more than anyone has', 'meetings', 1_000_000_001, 'answer.too-large'],
    ['beyond exact numbers', 'meetings', 2 ** 60, 'answer.too-large'],
    ['null', 'meetings', null, 'answer.not-a-count'],
    ['a yes in words', 'has-plan', 'có', 'answer.not-yes-or-no'],
    ['a day that does not exist', 'plan-date', '31/02/2020', 'answer.not-a-date'],
    ['a number for a day', 'plan-date', 43_831, 'answer.not-a-date'],
    ['a line break in a line', 'plan-number', '12\nKH', 'answer.line-break'],
    ['a bell', 'note', 'a\u0007b', 'answer.unusable-character'],
    ['half a character', 'note', 'a\uD800', 'answer.unusable-character'],
    ['a long text', 'note', 'a'.repeat(201), 'answer.too-long'],
    ['a very long text, once', 'note', 'a'.repeat(5_000_000), 'answer.too-long'],
    ['a number for a text', 'note', 5, 'answer.not-a-text'],
  ])('refuses %s', (_what, id, value, rule) =>
    expect(errors(give({ [id]: value }))).toEqual([`${rule} answers.${id}`]),
  );

  test.each<[string, unknown, string]>([
    ['part over whole', { part: 125, whole: 120 }, 'answer.part-over-whole answers.completion'],
    ['a whole left out', { part: 1 }, 'answer.not-a-ratio answers.completion.whole'],
    ['a percentage', 93.5, 'answer.not-a-ratio answers.completion'],
    ['a list', [1, 2], 'answer.not-a-ratio answers.completion'],
    ['a negative part', { part: -1, whole: 3 }, 'answer.negative answers.completion.part'],
    ['a third number', { part: 1, whole: 3, rest: 2 }, 'answer.unknown-key answers.completion.rest'],
  ])('refuses a ratio with %s', (_what, completion, expected) =>
    expect(errors(give({ completion }), {}, year)).toEqual([expected]),
  );

  test('names the choices that there are', () => {
    const { findings } = checkAnswers(year, give({ standard: 'two' }));
    expect(findings.map((finding) => describeFinding(finding).message)).toEqual([
      '“Đạt chuẩn” (mục II.4) không có lựa chọn “two”. Đề nghị chọn một trong các nội dung: Chưa đạt (no); Mức độ 1 (one).',
      '“Đã ban hành kế hoạch” (mục I): Đề nghị ban hành kế hoạch.',
    ]);
  });

  test.each<[string, unknown, string[]]>([
    ['no list', { id: '1' }, ['answer.not-a-list answers.session-list']],
    [
      'too many rows',
      Array.from({ length: 4 }, (_, i) => ({ id: `${i}`, name: 'a' })),
      ['answer.too-many-rows answers.session-list'],
    ],
    ['a row that is none', ['a'], ['answer.not-a-row answers.session-list.0']],
    ['a row without id', [{ name: 'a' }], ['answer.row-without-id answers.session-list.0.id']],
    [
      'an id twice',
      [
        { id: '1', name: 'a' },
        { id: '1', name: 'b' },
      ],
      ['answer.row-id-twice answers.session-list.1.id'],
    ],
    ['an unknown column', [{ id: '1', name: 'a', place: 'x' }], ['answer.unknown-column answers.session-list.0.place']],
    [
      'a column of another type',
      [{ id: '1', name: 'a', people: 'nhiều' }],
      ['answer.not-a-count answers.session-list.0.people'],
    ],
    ['a required column left blank', [{ id: '1', name: ' ' }], ['answer.missing-column answers.session-list.0.name']],
  ])('refuses a list with %s', (_what, list, expected) => {
    expect(errors(give({ sessions: 1, 'pupils-told': 2, 'session-list': list }, { sessions: true }))).toEqual(expected);
  });
});

describe('what is asked', () => {
  test('tells an unknown field from one that is not asked of this kind in this report', () => {
    expect(errors(give({ classes: 5, zz: 1 }))).toEqual([
      'answer.not-asked answers.classes',
      'answer.unknown-field answers.zz',
    ]);
  });

  test('finds every unknown key, also those JavaScript hides', () => {
    const input: unknown = JSON.parse(
      '{"gates":{"sessions":false,"money":false,"zz":true},"extra":1,"answers":{"__proto__":1,"constructor":2,"toString":3,"has-plan":false,"meetings":0,"posts-a":0,"posts-b":0,"next-steps":"a"}}',
    );
    expect(errors(input)).toEqual([
      'answer.unknown-part extra',
      'answer.unknown-gate gates.zz',
      'answer.unknown-field answers.__proto__',
      'answer.unknown-field answers.constructor',
      'answer.unknown-field answers.toString',
    ]);
  });

  test('reports all that is missing at once, in the order of the form', () => {
    expect(errors({})).toEqual([
      'answer.missing answers.has-plan',
      'answer.missing-number answers.meetings',
      'answer.gate-missing gates.sessions',
      'answer.gate-missing gates.money',
      'answer.missing-number answers.posts-a',
      'answer.missing-number answers.posts-b',
      'answer.missing answers.next-steps',
    ]);
  });

  test('a draft may miss anything, but not hold what is refused', () => {
    expect(errors({}, { mode: 'draft' })).toEqual([]);
    expect(errors({ answers: { meetings: -1 } }, { mode: 'draft' })).toEqual(['answer.negative answers.meetings']);
  });

  test('a condition asks for the other field, and only then', () => {
    expect(errors(give({ 'has-plan': true }))).toEqual(['answer.missing answers.plan-number']);
    expect(errors(give({ meetings: 2 }))).toEqual(['answer.missing-number answers.meeting-people']);
    expect(errors(give({ meetings: 2, 'meeting-people': 0 }))).toEqual([]);
  });

  test('an open gate asks for its fields, a closed one takes zeros only', () => {
    expect(errors(give({}, { sessions: true }))).toEqual([
      'answer.missing-in-gate answers.sessions',
      'answer.missing-in-gate answers.pupils-told',
    ]);
    expect(errors(give({ sessions: 0, cash: 0, 'session-list': [] }))).toEqual([]);
    expect(errors(give({ sessions: 2, cash: 1000 }))).toEqual([
      'answer.gate-closed answers.sessions',
      'answer.gate-closed answers.cash',
    ]);
  });

  test('a nil report needs nothing, takes prefilled states, and nothing that arose', () => {
    expect(errors({}, { nothing: true })).toEqual([]);
    expect(errors({ gates: { money: false }, answers: { 'has-plan': true, meetings: 0 } }, { nothing: true })).toEqual(
      [],
    );
    expect(errors({ gates: { money: true }, answers: { meetings: 2 } }, { nothing: true })).toEqual([
      'answer.nothing-but-answer answers.meetings',
      'answer.nothing-but-gate gates.money',
    ]);
  });

  test('a calculated field may be given if it agrees', () => {
    expect(errors(give({ 'posts-total': 3 }))).toEqual([]);
    expect(errors(give({ 'posts-total': 4 }))).toEqual(['answer.computed-differs answers.posts-total']);
  });

  test('a part is not above its whole, calculated or not', () => {
    expect(errors(give({ 'posts-social': 3 }))).toEqual([]);
    expect(errors(give({ 'posts-social': 4 }))).toEqual(['answer.part-of answers.posts-social']);
  });

  test('what could not be read is not also missing', () => {
    expect(errors(give({ meetings: 'x', 'posts-a': null }))).toEqual([
      'answer.not-a-count answers.meetings',
      'answer.not-a-count answers.posts-a',
    ]);
    expect(errors({ gates: [], answers: 'x' })).toEqual(['answer.not-an-object gates', 'answer.not-an-object answers']);
  });
});

describe('what should be looked at again', () => {
  const warnings = (change: Record<string, unknown>, today?: string) =>
    checkAnswers(
      half,
      give({ 'has-plan': true, 'plan-number': '1', ...change }),
      today === undefined ? {} : { today },
    ).findings.map(({ rule, severity }) => `${severity} ${rule}`);

  test.each<[string, Record<string, unknown>, string | undefined, string[]]>([
    ['people without meetings', { 'meeting-people': 5 }, undefined, ['warning answer.people-without-count']],
    [
      'meetings without people',
      { meetings: 2, 'meeting-people': 0 },
      undefined,
      ['warning answer.count-without-people'],
    ],
    ['a date of another year', { 'plan-date': '2019-12-31' }, undefined, ['warning answer.date-out-of-year']],
    ['the last day of the year', { 'plan-date': '2020-12-31' }, undefined, []],
    ['a day after the sending', { 'plan-date': '2020-06-05' }, '2020-06-04', ['warning answer.date-in-future']],
    ['the day of sending itself', { 'plan-date': '2020-06-04' }, '2020-06-04', []],
    ['an answer that calls for advice', { 'has-plan': false, 'plan-number': '' }, undefined, ['hint answer.advice']],
  ])('%s', (_what, change, today, expected) => expect(warnings(change, today)).toEqual(expected));
});

describe('the sentences', () => {
  test.each<[string, unknown, string]>([
    [
      'missing in a gate',
      give({ sessions: 3 }, { sessions: true }),
      'Chưa nhập “Học sinh tham gia” (mục II.1). Nếu không có, ghi 0 hoặc chọn “Không phát sinh”.',
    ],
    [
      'no whole number',
      give({ meetings: 'khoảng 50' }),
      '“Cuộc họp” (mục I) cần một số nguyên, hiện ghi “khoảng 50”. Đề nghị ghi số, ví dụ 50.',
    ],
    [
      'a day that is not',
      give({ 'plan-date': '31/02/2020' }),
      '“Ngày ban hành” (mục I): ngày 31/02/2020 không có trong lịch. Đề nghị kiểm tra lại.',
    ],
    [
      'a part over its whole',
      give({ 'posts-social': 1250 }),
      '“Trong đó trên mạng xã hội” (mục II.3) (1.250) lớn hơn “Tổng số tin, bài” (3). Đề nghị kiểm tra lại.',
    ],
  ])('%s', (_what, input, expected) => expect(sentence(input)).toContain(expected));

  test('quote no line break and no half character of what was typed', () => {
    const [message = ''] = sentence(give({ meetings: `a\n\uD800${'b'.repeat(500)}` }));
    expect(message).not.toMatch(/\p{Cs}/u);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(200);
  });

  test('exist for every rule, without words that offices do not use', () => {
    const all = [errors({}), errors(give({ zz: 1, classes: 1, meetings: 'x' }, { zz: 1, sessions: 'no' })), errors('x')]
      .flat()
      .map((text) => text.split(' ')[0] ?? '');
    expect(all.filter((rule) => !isKnownRule(rule))).toEqual([]);
    expect(sentence({}).join(' ')).not.toMatch(/\b(bạn|nộp|deadline|sai)\b|!/iu);
  });
});

describe('the schema', () => {
  const schema = answersSchema(half);

  test('accepts and refuses as the check does, with the rule as message', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          validAnswers(half),
          fc.record({
            gates: fc.dictionary(fc.constantFrom('sessions', 'money', 'zz'), fc.jsonValue()),
            answers: fc.dictionary(
              fc.constantFrom('meetings', 'note', 'cash', 'session-list', 'plan-date'),
              fc.jsonValue(),
            ),
          }),
          fc.jsonValue(),
        ),
        (input) => {
          const parsed = v.safeParse(schema, input);
          const checked = checkAnswers(half, input);
          expect(parsed.success).toBe(checked.ok);
          expect(parsed.success && parsed.output).toEqual(checked.ok && checked.value);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('names rule and path of what is missing', () => {
    const { issues = [] } = v.safeParse(schema, give({ meetings: 2 }));
    expect(issues.map(({ message, path }) => [message, path?.map(({ key }) => key)])).toEqual([
      ['answer.missing-number', ['answers', 'meeting-people']],
    ]);
  });
});

test('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({ gates: fc.anything(), answers: fc.anything() }),
        fc.record({
          answers: fc.record({
            'session-list': fc.anything(),
            meetings: fc.anything(),
            note: fc.anything(),
            'plan-date': fc.anything(),
          }),
        }),
      ),
      (input) => {
        const { findings, ok } = checkAnswers(half, input);
        expect(ok).toBe(findings.every(({ severity }) => severity !== 'error'));
        for (const finding of findings) expect(describeFinding(finding).message.length).toBeGreaterThan(5);
      },
    ),
    { numRuns: 200 },
  );
});

describe('a refused answer', () => {
  const found = (change: Record<string, unknown>) =>
    checkAnswers(half, give({ 'has-plan': true, 'plan-number': '1', ...change })).findings.map(
      ({ rule, where }) => `${rule} ${where.join('.')}`,
    );

  test.each([-1, '3'])('of %j meetings is not said to be missing beside the people who came', (meetings) => {
    expect(found({ meetings, 'meeting-people': 5 })).toEqual([
      expect.stringMatching(/^answer\.[a-z-]+ answers\.meetings$/),
    ]);
    expect(found({ meetings: 2, 'meeting-people': meetings })).toEqual([
      expect.stringMatching(/^answer\.[a-z-]+ answers\.meeting-people$/),
    ]);
  });

  test('is not left out of the sum that another answer is held against', () => {
    expect(found({ 'posts-a': 9, 'posts-b': 0, 'posts-social': 9 })).toEqual([]);
    expect(found({ 'posts-a': 'chín', 'posts-b': 0, 'posts-social': 9 })).toEqual([
      expect.stringMatching(/ answers\.posts-a$/),
    ]);
  });
});
