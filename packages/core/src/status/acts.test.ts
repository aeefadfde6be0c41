import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFinding, isKnownRule } from '../text/catalogue.ts';
import { decide, decideAll, mostAtOnce, type Act, type ActContext } from './acts.ts';
import { actSides, allowedActs } from './allowed.ts';
import { obligationKinds, type ObligationEntry, type ObligationKind } from './entries.ts';
import { applyEntry, clockMoment, factsOf, none } from './facts.ts';
import { obligationOf, vietnam } from './fixtures/story.ts';
import type { Facts } from './types.ts';

const half = obligationOf('half-year');
const unitPlan = obligationOf('unit-plan');
// Four days after the last on-time day, 04/6/2020.
const at = vietnam('2020-06-08 08:00');
const now = clockMoment(at);

const late = { day: '2020-06-07', minute: 480 };
const submitted: Facts = {
  ...none,
  filing: 'submitted',
  revision: 1,
  firstArrival: late,
  lastArrival: late,
  version: 1,
};
const returned: Facts = { ...submitted, filing: 'returned', returned: { on: '2020-06-08', notes: {}, by: 'co-oanh' } };
const issued = { issuedIn: 'ttdn-2020/half-year/2020-H1', issuedRevision: 1 };

const states: Readonly<Record<string, Facts>> = {
  none,
  waived: { ...none, waived: { by: 'co-oanh', on: '2020-06-01', reason: 'Sửa chữa.' } },
  asked: { ...none, extensionAsked: { to: '2020-06-20', reason: 'Bận thi.' } },
  submitted,
  awaiting: { ...submitted, awaitingSignedCopy: true },
  issued: { ...submitted, ...issued },
  contested: { ...submitted, contested: { reason: 'Đã gửi ngày 04/6.' } },
  returned,
  resubmitted: { ...submitted, filing: 'resubmitted', revision: 2 },
  confirmed: { ...submitted, filing: 'confirmed' },
  'confirmed-issued': { ...submitted, filing: 'confirmed', ...issued },
};

// One row an act, one column a state in the order above; '.' is allowed, anything else the rule that refuses.
const nothing = 'nothing-sent';
const table: Readonly<Record<ObligationKind, string>> = {
  submit: '. waived . sent sent sent-issued sent . sent confirmed confirmed-issued',
  record: '. waived . sent sent sent-issued sent . sent confirmed confirmed-issued',
  revise: `${nothing} ${nothing} ${nothing} sent sent . sent returned sent confirmed .`,
  withdraw: `${nothing} ${nothing} ${nothing} . . sent-issued . returned . confirmed confirmed-issued`,
  return: `${nothing} ${nothing} ${nothing} . . . . returned . . confirmed-issued`,
  confirm: `${nothing} ${nothing} ${nothing} . signed-copy-awaited . . returned . confirmed confirmed-issued`,
  'attach-signed-copy': `${nothing} ${nothing} ${nothing} . . . . . . . .`,
  'ask-extension': '. . . . . . . . . confirmed confirmed-issued',
  extend: '. . . . . . . . . confirmed confirmed-issued',
  'refuse-extension': `${'extension-not-asked '.repeat(2)}. ${'extension-not-asked '.repeat(6)}confirmed confirmed-issued`,
  'set-date': '. . . . . . . . . confirmed confirmed-issued',
  waive: `. already-waived . ${'arrived '.repeat(8).trim()}`,
  unwaive: `not-waived . ${'not-waived '.repeat(9).trim()}`,
  remind: '. waived . arrived arrived arrived arrived . arrived arrived arrived',
  urge: '. waived . arrived arrived arrived arrived . arrived arrived arrived',
  contest: '. waived . . . . contested . . . .',
  answer: `${'nothing-contested '.repeat(6)}. ${'nothing-contested '.repeat(4).trim()}`,
  include: `${nothing} ${nothing} ${nothing} . . . . returned . . .`,
};

const acts: { readonly [K in ObligationKind]: Extract<Act, { act: K }> } = {
  submit: { act: 'submit' },
  record: { act: 'record', receivedOn: '2020-06-04', channel: 'paper' },
  revise: { act: 'revise' },
  withdraw: { act: 'withdraw' },
  return: { act: 'return', due: '2020-06-12', notes: { '': 'Bổ sung phần II.' } },
  confirm: { act: 'confirm' },
  'attach-signed-copy': { act: 'attach-signed-copy', signedDocument: { number: '05/BC-TH' } },
  'ask-extension': { act: 'ask-extension', to: '2020-06-20', reason: 'Bận thi.' },
  extend: { act: 'extend', to: '2020-06-20', reason: 'Bận thi.' },
  'refuse-extension': { act: 'refuse-extension', reason: 'Cần tổng hợp.' },
  'set-date': { act: 'set-date', to: '2020-06-20', reason: 'Để phê duyệt.' },
  waive: { act: 'waive', reason: 'Sửa chữa.' },
  unwaive: { act: 'unwaive', reason: 'Đã xong.' },
  remind: { act: 'remind', channel: 'email', text: 'Nhắc gửi báo cáo.' },
  urge: { act: 'urge', channel: 'chat', text: 'Chưa nhận được báo cáo.', rung: 'urge' },
  contest: { act: 'contest', reason: 'Đã gửi ngày 04/6.' },
  answer: { act: 'answer', accepted: true, note: 'Đúng.', receivedOn: '2020-06-04' },
  include: { act: 'include', in: 'ttdn-2020/half-year/2020-H1' },
};

const contextOf = (act: ObligationKind, facts: Facts, change: Partial<ActContext> = {}): ActContext => ({
  // A date can be set only where the plan has none.
  obligation: act === 'set-date' ? unitPlan : half,
  facts,
  at,
  actor: 'co-oanh',
  ...change,
});
const rulesOf = (act: Act, context: ActContext) => decide(act, context).findings.map(({ rule }) => rule);

describe('every act in every state', () => {
  const cells = obligationKinds.flatMap((act) => {
    const row = table[act].split(' ');
    return Object.keys(states).map((state, column) => [act, state, row[column]] as const);
  });

  test('has its cell in the table', () => {
    for (const row of Object.values(table)) expect(row.split(' ')).toHaveLength(Object.keys(states).length);
  });

  test.each(cells.filter(([, , cell]) => cell === '.'))('%s when %s is allowed', (act, state) => {
    expect(decide(acts[act], contextOf(act, states[state]!)).findings).toEqual([]);
  });

  test.each(cells.filter(([, , cell]) => cell !== '.'))('%s when %s is refused: %s', (act, state, rule) => {
    const [found] = decide(acts[act], contextOf(act, states[state]!)).findings;
    expect(found).toMatchObject({ rule: `act.${rule}`, severity: 'error' });
    const { message, mend } = describeFinding(found!);
    // What was found, and what is possible instead.
    expect(message).toMatch(/\.$/);
    expect(mend).toMatch(/\.$/);
  });

  test('the acts that a page offers are those that are allowed', () => {
    for (const [state, facts] of Object.entries(states)) {
      const offered = allowedActs({ obligation: half, facts, now });
      const column = Object.keys(states).indexOf(state);
      expect(offered).toEqual(obligationKinds.filter((act) => table[act].split(' ')[column] === '.'));
    }
  });
});

describe('an entry', () => {
  test('stands in the obligation’s stream, after what its facts hold', () => {
    const decided = decide(acts.return, contextOf('return', submitted));
    expect(decided).toMatchObject({
      ok: true,
      value: {
        stream: 'obligation:ttdn-2020/half-year/2020-H1/th-1',
        version: 2,
        at,
        actor: 'co-oanh',
        kind: 'return',
        data: { due: '2020-06-12', notes: { '': 'Bổ sung phần II.' } },
      },
    });
  });

  test('carries a declared arrival beside the clock, not among its data', () => {
    expect(decide(acts.record, contextOf('record', none))).toEqual({
      ok: true,
      findings: [],
      value: {
        stream: 'obligation:ttdn-2020/half-year/2020-H1/th-1',
        version: 1,
        receivedOn: '2020-06-04',
        at,
        actor: 'co-oanh',
        kind: 'record',
        data: { channel: 'paper', report: 'report', signedCopy: false, awaitsSignedCopy: false },
      },
    });
  });

  test('of a consolidation names the revision that it used', () => {
    const decided = decide(acts.include, contextOf('include', states['resubmitted']!));
    expect(decided).toMatchObject({ value: { data: { in: acts.include.in, revision: 2 } } });
  });
});

describe('what an act itself says', () => {
  const asked = states['asked']!;
  test.each<[string, Act, Facts, readonly string[]]>([
    [
      'nothing to report without a reason',
      { act: 'submit', report: 'nothing-to-report', reason: ' ' },
      none,
      ['act.reason-needed'],
    ],
    ['an arrival that is no day', { ...acts.record, receivedOn: '2020-02-30' }, none, ['date.not-an-arrival']],
    [
      'an arrival with an impossible time',
      { ...acts.record, receivedOn: '2020-06-04T24:00' },
      none,
      ['date.not-an-arrival'],
    ],
    ['an arrival tomorrow', { ...acts.record, receivedOn: '2020-06-09' }, none, ['act.received-in-future']],
    ['an arrival in a minute', { ...acts.record, receivedOn: '2020-06-08T08:01' }, none, ['act.received-in-future']],
    ['an arrival this minute', { ...acts.record, receivedOn: '2020-06-08T08:00' }, none, []],
    ['an arrival today', { ...acts.record, receivedOn: '2020-06-08' }, none, []],
    ['a return due yesterday', { ...acts.return, due: '2020-06-07' }, submitted, ['act.date-past']],
    ['a return due today', { ...acts.return, due: '2020-06-08' }, submitted, []],
    [
      'a return due today at the minute that has come',
      { ...acts.return, due: '2020-06-08', dueTime: '08:00' },
      submitted,
      ['act.date-past'],
    ],
    ['a return due today in a minute', { ...acts.return, due: '2020-06-08', dueTime: '08:01' }, submitted, []],
    [
      'a return due tomorrow, earlier in the day',
      { ...acts.return, due: '2020-06-09', dueTime: '07:00' },
      submitted,
      [],
    ],
    ['a return due at no time', { ...acts.return, dueTime: 'abc' }, submitted, ['date.not-a-time']],
    [
      'a return due at a time as people write it',
      { ...acts.return, dueTime: '16 giờ' },
      submitted,
      ['date.not-a-time'],
    ],
    [
      'a return due yesterday in the afternoon',
      { ...acts.return, due: '2020-06-07', dueTime: '16:00' },
      submitted,
      ['act.date-past'],
    ],
    ['a return without a word', { ...acts.return, notes: {} }, submitted, ['act.note-needed']],
    [
      'a return with a blank note and no day',
      { ...acts.return, due: '31/02', notes: { x: ' ' } },
      submitted,
      ['date.not-a-date', 'act.note-needed'],
    ],
    ['an extension to the date itself', { ...acts.extend, to: '2020-06-04' }, asked, ['act.extension-not-later']],
    ['an extension by a day, already past', { ...acts.extend, to: '2020-06-05' }, asked, []],
    ['an extension without a reason', { ...acts.extend, reason: '' }, asked, ['act.reason-needed']],
    [
      'an extension not after the one in force',
      { ...acts.extend, to: '2020-06-10' },
      { ...none, extendedTo: '2020-06-10' },
      ['act.extension-not-later'],
    ],
    ['a waiver without a reason', { act: 'waive', reason: '' }, none, ['act.reason-needed']],
    ['a date set where the plan has one', acts['set-date'], none, ['act.has-date']],
    [
      'an answer that moves the arrival of what never arrived',
      acts.answer,
      { ...none, contested: { reason: 'x' } },
      ['act.record-instead'],
    ],
    [
      'an answer without a word',
      { act: 'answer', accepted: false, note: '' },
      states['contested']!,
      ['act.reason-needed'],
    ],
  ])('%s', (_, act, facts, rules) => {
    expect(rulesOf(act, contextOf('submit', facts))).toEqual(rules);
    for (const rule of rules) expect(isKnownRule(rule)).toBe(true);
  });

  test('a moment that has passed is named with its time', () => {
    const [found] = decide(
      { ...acts.return, due: '2020-06-08', dueTime: '07:30' },
      contextOf('return', submitted),
    ).findings;
    expect(describeFinding(found!).message).toBe('Thời điểm 07 giờ 30 ngày 08/6/2020 đã qua.');
  });

  test.each<[string, Act, readonly string[]]>([
    ['extended', { ...acts.extend, to: '2020-12-31' }, ['act.no-date']],
    ['set to a day that has passed', { ...acts['set-date'], to: '2020-06-07' }, ['act.date-past']],
    ['contested', acts.contest, ['act.not-late']],
  ])('a duty without a date cannot be %s', (_, act, rules) => {
    expect(rulesOf(act, contextOf('submit', none, { obligation: unitPlan }))).toEqual(rules);
  });

  test('an arrival needs its minute where the duty has an hour', () => {
    const event = {
      event: 'hoa-toc',
      title: 'Báo cáo nhanh',
      on: '2020-05-15',
      due: { rule: 'date', on: '2020-05-15', time: '16:00', reading: 'before', yearOffset: 0 },
    } as const;
    const context = contextOf('record', none, { obligation: obligationOf('hoa-toc', { events: [event] }) });
    expect(rulesOf({ ...acts.record, receivedOn: '2020-05-15' }, context)).toEqual(['act.time-needed']);
    expect(rulesOf({ ...acts.record, receivedOn: '2020-05-15T15:20' }, context)).toEqual([]);
  });

  test('nobody is chased for what is not applicable', () => {
    const obligation = { ...half, notApplicable: true };
    expect(rulesOf(acts.remind, contextOf('remind', none, { obligation }))).toEqual(['act.not-applicable']);
    expect(rulesOf(acts.urge, contextOf('urge', none, { obligation }))).toEqual(['act.not-applicable']);
    expect(rulesOf(acts.submit, contextOf('submit', none, { obligation }))).toEqual([]);
  });

  test('before the date has passed nothing can be contested', () => {
    expect(rulesOf(acts.contest, contextOf('contest', none, { at: vietnam('2020-06-04 23:59') }))).toEqual([
      'act.not-late',
    ]);
    expect(rulesOf(acts.contest, contextOf('contest', none, { at: vietnam('2020-06-05 00:00') }))).toEqual([]);
  });
});

describe('whose act it is', () => {
  test.each(obligationKinds)('%s is refused to the other side', (act) => {
    for (const by of ['unit', 'desk'] as const) {
      const mine = actSides[act].includes(by);
      const rules = rulesOf(acts[act], contextOf(act, none, { by }));
      expect(rules.includes('act.not-yours')).toBe(!mine);
    }
  });

  test('a unit does not declare when its own report arrived', () => {
    const act: Act = { act: 'submit', receivedOn: '2020-06-04' };
    expect(rulesOf(act, contextOf('submit', none, { by: 'unit' }))).toEqual(['act.arrival-not-declared']);
    expect(rulesOf(act, contextOf('submit', none))).toEqual([]);
  });
});

describe('an act on many units', () => {
  const many = (count: number) => Array.from({ length: count }, () => contextOf('waive', none));
  test('is decided for at most 100', () => {
    expect(decideAll(acts.waive, many(mostAtOnce))).toMatchObject({ ok: true });
    expect(decideAll(acts.waive, many(mostAtOnce + 1)).findings).toMatchObject([
      { rule: 'act.too-many', params: { count: 101 } },
    ]);
  });

  test('may be each unit’s own', () => {
    const context = contextOf('remind', none);
    const decided = decideAll((unit) => ({ act: 'remind', channel: 'chat', text: `Kính gửi ${unit}.` }), [context]);
    expect(decided).toMatchObject({
      ok: true,
      value: [{ kind: 'remind', data: { text: `Kính gửi ${context.obligation.unit}.` } }],
    });
  });

  test('is all or nothing, and the refusal names the units', () => {
    const refused = decideAll(acts.waive, [...many(2), contextOf('waive', submitted)], (id) => `Trường ${id}`);
    expect(refused).toMatchObject({
      ok: false,
      findings: [
        { rule: 'act.units-refused', params: { units: ['Trường th-1'] } },
        { rule: 'act.arrived', where: ['th-1'] },
      ],
    });
    expect(describeFinding(refused.findings[0]!).message).toBe(
      'Không thực hiện được cho 01 đơn vị: Trường th-1. Chưa đơn vị nào được ghi nhận.',
    );
  });
});

describe('any course of allowed acts', () => {
  const course = fc.array(fc.nat(), { maxLength: 25 });
  const run = (choices: readonly number[]): readonly ObligationEntry[] => {
    const entries: ObligationEntry[] = [];
    for (const choice of choices) {
      const facts = factsOf(entries);
      const offered = allowedActs({ obligation: half, facts, now }).filter(
        (act) => decide(acts[act], contextOf(act, facts, { obligation: half })).ok,
      );
      const act = offered[choice % offered.length];
      if (act === undefined) continue;
      const decided = decide(acts[act], contextOf(act, facts, { obligation: half }));
      if (decided.ok) entries.push(decided.value);
    }
    return entries;
  };

  test('folds to the same facts at once and step by step through stored JSON', () => {
    fc.assert(
      fc.property(course, (choices) => {
        const entries = run(choices);
        let stored = JSON.stringify(none);
        for (const entry of entries) stored = JSON.stringify(applyEntry(JSON.parse(stored) as Facts, entry));
        expect(JSON.parse(stored)).toEqual(factsOf(entries));
        expect(factsOf(entries).version).toBe(entries.length);
      }),
    );
  });

  test('keeps the first arrival unless an answer moves it, and counts every sending', () => {
    fc.assert(
      fc.property(course, (choices) => {
        let facts = none;
        for (const entry of run(choices)) {
          const next = applyEntry(facts, entry);
          const moves = facts.firstArrival === undefined || entry.kind === 'answer';
          expect(next.firstArrival).toEqual(moves ? next.firstArrival : facts.firstArrival);
          const isSending = ['submit', 'record', 'revise'].includes(entry.kind);
          expect(next.revision).toBe(facts.revision + (isSending ? 1 : 0));
          facts = next;
        }
      }),
    );
  });

  test('still folds where the data of what people wrote were erased', () => {
    fc.assert(
      fc.property(course, (choices) => {
        const entries = run(choices);
        const erased = entries.map((entry) =>
          ['submit', 'record', 'revise', 'contest'].includes(entry.kind) ? { ...entry, data: null } : entry,
        ) as Parameters<typeof applyEntry>[1][];
        const facts = erased.reduce<Facts>(applyEntry, none);
        expect({
          filing: facts.filing,
          revision: facts.revision,
          version: facts.version,
          firstArrival: facts.firstArrival,
        }).toEqual({
          filing: factsOf(entries).filing,
          revision: factsOf(entries).revision,
          version: factsOf(entries).version,
          firstArrival: factsOf(entries).firstArrival,
        });
      }),
    );
  });
});

describe('what is no act or no moment', () => {
  const context: ActContext = { obligation: half, facts: none, at, actor: 'th-1' };
  const rulesFor = (act: string, more: Partial<ActContext> = {}) =>
    // What a caller without types may send.
    decide({ act } as unknown as Act, { ...context, ...more }).findings.map(({ rule, where }) => [rule, where]);

  test.each(['nope', 'constructor', '__proto__', 'toString'])('%s is refused and named', (act) => {
    for (const by of ['unit', 'desk', undefined] as const)
      expect(rulesFor(act, by === undefined ? {} : { by })).toEqual([['act.unknown-act', ['act']]]);
    const [finding] = decide({ act } as unknown as Act, context).findings;
    expect(describeFinding(finding!).message).toContain(`“${act}”`);
  });

  test.each(['garbage', '', '2020-06-08', '2020-02-31T01:00:00.000Z', '2020-06-08T01:00:00+07:00'])(
    'a clock that says “%s” is refused',
    (wrong) => {
      expect(rulesFor('submit', { at: wrong })).toEqual([['act.not-an-instant', ['at']]]);
    },
  );

  test('both are told at once, and of many obligations by unit', () => {
    expect(rulesFor('nope', { at: 'garbage' }).map(([rule]) => rule)).toEqual([
      'act.unknown-act',
      'act.not-an-instant',
    ]);
    expect(decideAll({ act: 'nope' } as unknown as Act, [context])).toMatchObject({
      ok: false,
      findings: [{ rule: 'act.units-refused' }, { rule: 'act.unknown-act', where: [half.unit, 'act'] }],
    });
  });
});
