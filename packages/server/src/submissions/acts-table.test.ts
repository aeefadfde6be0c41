import type { Act } from '@dondoc/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actNames, acts, unitActs, type ActName } from '../testing/acts.ts';
import { people } from '../testing/app.ts';
import { actAll } from '../testing/filing.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

// The half-year's report is asked 'trước ngày 05/6/2020': the last on-time day is Thursday, 4 June.
const late = '2020-06-06T02:00:00.000Z';
const returned = '2020-06-06T03:00:00.000Z';
const now = '2020-06-08T01:00:00.000Z';

// Every act against what may have happened before; '' is allowed, else the reason why not.
const states = [
  'none',
  'waived',
  'submitted',
  'returned',
  'resubmitted',
  'confirmed',
  'issued',
  'confirmed-issued',
] as const;
type State = (typeof states)[number];

const sent = ['act.sent', 'act.sent-issued', 'act.confirmed', 'act.confirmed-issued'] as const;
const table: Readonly<Record<ActName, readonly string[]>> = {
  //                    none                waived              submitted      returned       resubmitted    confirmed      issued              confirmed and issued
  submit: ['', 'act.waived', sent[0], '', sent[0], sent[2], sent[1], sent[3]],
  record: ['', 'act.waived', sent[0], '', sent[0], sent[2], sent[1], sent[3]],
  revise: ['act.nothing-sent', 'act.nothing-sent', sent[0], 'act.returned', sent[0], sent[2], '', ''],
  withdraw: ['act.nothing-sent', 'act.nothing-sent', '', 'act.returned', '', sent[2], sent[1], sent[3]],
  return: ['act.nothing-sent', 'act.nothing-sent', '', 'act.returned', '', '', '', sent[3]],
  confirm: ['act.nothing-sent', 'act.nothing-sent', '', 'act.returned', '', sent[2], '', sent[3]],
  'attach-signed-copy': ['act.nothing-sent', 'act.nothing-sent', '', '', '', '', '', ''],
  'ask-extension': ['', '', '', '', '', sent[2], '', sent[3]],
  extend: ['', '', '', '', '', sent[2], '', sent[3]],
  'refuse-extension': [
    ...Array.from({ length: 5 }, () => 'act.extension-not-asked'),
    sent[2],
    'act.extension-not-asked',
    sent[3],
  ],
  'set-date': [...Array.from({ length: 5 }, () => 'act.has-date'), sent[2], 'act.has-date', sent[3]],
  waive: ['', 'act.already-waived', ...Array.from({ length: 6 }, () => 'act.arrived')],
  unwaive: ['act.not-waived', '', ...Array.from({ length: 6 }, () => 'act.not-waived')],
  remind: ['', 'act.waived', 'act.arrived', '', 'act.arrived', 'act.arrived', 'act.arrived', 'act.arrived'],
  urge: ['', 'act.waived', 'act.arrived', '', 'act.arrived', 'act.arrived', 'act.arrived', 'act.arrived'],
  contest: ['', 'act.waived', '', '', '', '', '', ''],
  answer: Array.from({ length: 8 }, () => 'act.nothing-contested'),
};

const send = (unit: string): Act => ({ act: 'submit', content: submissionOf(unit) });
const steps: Readonly<Record<State, readonly ((unit: string) => { readonly at: string; readonly act: Act })[]>> = {
  none: [],
  waived: [() => ({ at: late, act: { act: 'waive', reason: 'Trường đang sửa chữa.' } })],
  submitted: [(unit) => ({ at: late, act: send(unit) })],
  returned: [
    (unit) => ({ at: late, act: send(unit) }),
    () => ({ at: returned, act: { act: 'return', due: '2020-06-10', notes: { '': 'Đề nghị bổ sung.' } } }),
  ],
  resubmitted: [
    (unit) => ({ at: late, act: send(unit) }),
    () => ({ at: returned, act: { act: 'return', due: '2020-06-10', notes: { '': 'Đề nghị bổ sung.' } } }),
    (unit) => ({ at: returned, act: send(unit) }),
  ],
  confirmed: [(unit) => ({ at: late, act: send(unit) }), () => ({ at: returned, act: { act: 'confirm' } })],
  issued: [
    (unit) => ({ at: late, act: send(unit) }),
    () => ({ at: returned, act: { act: 'include', in: '45/BC-PGDĐT' } }),
  ],
  'confirmed-issued': [
    (unit) => ({ at: late, act: send(unit) }),
    () => ({ at: returned, act: { act: 'confirm' } }),
    () => ({ at: returned, act: { act: 'include', in: '45/BC-PGDĐT' } }),
  ],
};

const names = actNames;
// One unit for each act: what one act changes is not what the next one meets.
const unitOf = (act: ActName): string => `th-${String(names.indexOf(act) + 1).padStart(2, '0')}`;

describe.each(states.map((state, column) => ({ state, column })))('of a report that is $state', ({ state, column }) => {
  let t: Desk;
  beforeAll(async () => {
    t = await sendingApp({ office: officeOf(names.length), at: now });
    for (const step of steps[state]) {
      await actAll(
        t.store,
        names.map((name) => ({ of: { unit: unitOf(name) }, ...step(unitOf(name)) })),
      );
    }
  });
  afterAll(() => t.close());

  const cases = names.map((name) => ({ name, rule: table[name][column] ?? '' }));
  const ask = (name: ActName) => {
    const unit = unitOf(name);
    return (unitActs.includes(name) ? t.unitAct : t.deskAct)(unit, acts[name](unit));
  };

  test.each(cases.filter(({ rule }) => rule === ''))('$name is allowed', async ({ name }) => {
    const before = await t.seq();
    const { status, body } = await ask(name);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { unit: unitOf(name), version: steps[state].length + 1 },
    });
    expect(body.receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(body.sentence).toContain(`Mã xác nhận: ${body.receipt}.`);
    expect(await t.seq()).toBe(before + 1);
  });

  test.each(cases.filter(({ rule }) => rule !== ''))('$name is refused: $rule', async ({ name, rule }) => {
    const before = await t.seq();
    const { status, body } = await ask(name);
    expect({ status, code: body.code, rule: body.errors[0].rule }).toEqual({ status: 409, code: 'act-refused', rule });
    expect(await t.seq()).toBe(before);
  });
});

describe('an act is of its own side', () => {
  let t: Desk;
  beforeAll(async () => {
    t = await sendingApp({ office: officeOf(1), at: now });
  });
  afterAll(() => t.close());

  test.each(names.filter((name) => name !== 'attach-signed-copy'))('%s', async (name) => {
    const before = await t.seq();
    const { status, body } = await (unitActs.includes(name) ? t.deskAct : t.unitAct)('th-01', acts[name]('th-01'));
    expect({ status, rule: body.errors[0].rule }).toEqual({ status: 403, rule: 'act.not-yours' });
    expect(await t.seq()).toBe(before);
  });

  test.each([
    ['a viewer of the unit', people.unitViewer('th-01')],
    ['the registrar', people.registrar],
    ['the leader', people.leader],
    ['the admin', people.admin],
    ['a viewer of the office', people.viewer],
  ])('%s does none', async (_, principal) => {
    for (const name of names) {
      const asked = { method: 'POST', json: acts[name]('th-01') };
      expect((await t.at(principal, '/submissions/th-01/acts', asked)).status).toBe(403);
    }
  });

  test('what issuing a consolidation writes is no act of a caller', async () => {
    const { status, body } = await t.deskAct('th-01', { act: 'include', in: '45/BC-PGDĐT' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-body' });
  });
});
