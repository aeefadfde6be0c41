import type { Json } from '@dondoc/core';
import type { Store } from '@dondoc/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConfigurations } from '../configuration/configuration.ts';
import { acts } from '../testing/acts.ts';
import { people, plan2020 } from '../testing/app.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';
import { saveUnitDraft } from './draft.ts';

let t: Desk;
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(20), at: '2020-06-03T08:05:00.000Z' });
});
afterAll(() => t.close());

const put = (unit: string, json: Json, principal = people.filer(unit)) =>
  t.at(principal, `/submissions/${unit}/draft`, { method: 'PUT', json });
const get = (unit: string, principal = people.filer(unit)) => t.at(principal, `/submissions/${unit}/draft`);

test('a draft is saved step by step, counts what is filled, and is given back as it was', async () => {
  const content = { gates: { exemplars: true }, answers: { briefings: 3, strengths: '  ', 'direction-note': '' } };
  const first = await put('th-01', { rev: 0, content });
  expect(first.body).toMatchObject({ rev: 1, answered: 2, ready: false, warnings: [] });
  expect(first.body.sentence).toBe('Đã lưu tạm lúc 15 giờ 05. Báo cáo chưa được gửi.');
  const closed = { gates: { exemplars: false }, answers: { briefings: 3 } };
  const second = await put('th-01', { rev: 1, content: closed, ready: true });
  // The gate that is closed asks nothing more.
  expect(second.body.answered).toBe(2);
  expect(second.body.asked).toBe(first.body.asked - 3);
  expect((await get('th-01')).body).toMatchObject({ rev: 2, content: closed, ready: true, by: 'th-01:filer' });
});

test('what is full counts as full', async () => {
  const { gates, answers } = submissionOf('th-02');
  const { body } = await put('th-02', { rev: 0, content: { gates, answers } });
  expect(body.answered).toBe(body.asked);
});

test('of two editors the second is given both versions, and nothing is lost', async () => {
  await put('th-03', { rev: 0, content: { answers: { briefings: 1 } } });
  const [a, b] = await Promise.all([
    put('th-03', { rev: 1, content: { answers: { briefings: 2 } } }),
    put('th-03', { rev: 1, content: { answers: { briefings: 3 } } }, people.head('th-03')),
  ]);
  const lost = [a, b].find(({ status }) => status !== 200);
  const won = [a, b].find(({ status }) => status === 200);
  expect(won?.body.rev).toBe(2);
  expect(lost?.status).toBe(412);
  expect(lost?.body).toMatchObject({ code: 'draft-changed', stored: { rev: 2 }, sent: { rev: 1 } });
  const values = [lost?.body.stored.content.answers.briefings, lost?.body.sent.content.answers.briefings];
  expect(values.toSorted()).toEqual([2, 3]);
  const gone = await put('th-19', { rev: 4, content: {} });
  expect(gone.body).toMatchObject({ code: 'draft-changed', stored: null });
});

describe('a save that was looked at before something happened', () => {
  const interrupted = (unit: string, happens: () => Promise<unknown>) => {
    let isFirst = true;
    const store: Store = {
      ...t.store,
      saveDraft: async (...asked) => {
        if (isFirst) await happens();
        isFirst = false;
        return t.store.saveDraft(...asked);
      },
    };
    return async (rev: number) =>
      saveUnitDraft(
        { store },
        {
          view: await createConfigurations(t.store).current(),
          key: { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1', unit },
          principal: people.filer(unit),
          at: '2020-06-03T08:05:00.000Z',
          body: { rev, content: { answers: { briefings: 3 } } },
        },
      );
  };

  test.each([0, 1])('does not bring back the draft of what was sent meanwhile, at revision %i', async (rev) => {
    const unit = `th-1${4 + rev}`;
    for (let n = 0; n < rev; n++) await put(unit, { rev: n, content: {} });
    const save = interrupted(unit, () => t.unitAct(unit, acts.submit(unit)));
    expect(await save(rev)).toMatchObject({ ok: false, failure: { code: 'act-refused' } });
    expect((await get(unit)).status).toBe(404);
  });

  test('is kept where what happened does not touch it', async () => {
    const save = interrupted('th-16', () => t.deskAct('th-16', acts.remind()));
    expect(await save(0)).toMatchObject({ ok: true, value: { rev: 1 } });
    expect((await get('th-16')).body).toMatchObject({ rev: 1, content: { answers: { briefings: 3 } } });
  });
});

test.each([
  [
    'a part above its whole',
    { gates: { rebuttal: true }, answers: { 'false-claims': 1, 'false-claims-reported': 2 } },
    'answer.part-of',
    '/content/answers/false-claims-reported',
  ],
  [
    'an answer behind a closed gate',
    { gates: { events: false }, answers: { events: 2 } },
    'answer.gate-closed',
    '/content/answers/events',
  ],
  [
    'a day half typed',
    { answers: { 'unit-plan-date': '31/2' } },
    'answer.not-a-date',
    '/content/answers/unit-plan-date',
  ],
  ['a number below zero', { answers: { briefings: -1 } }, 'answer.negative', '/content/answers/briefings'],
  ['a telephone without a name', { preparedBy: { phone: '0912' } }, 'schema.missing-key', '/content/preparedBy/name'],
  ['a blank name', { preparedBy: { name: '' } }, 'text.blank', '/content/preparedBy/name'],
])('%s is kept with a warning', async (_, content, rule, pointer) => {
  const before = await t.at(people.filer('th-04'), '/submissions/th-04');
  const { status, body } = await put('th-04', { rev: before.body.draft?.rev ?? 0, content });
  expect(status).toBe(200);
  expect(body.warnings).toContainEqual(expect.objectContaining({ rule, pointer, severity: 'warning' }));
  expect((await get('th-04')).body.content).toEqual(content);
});

test.each([
  ['an unknown field', { answers: { nothing: 1 } }, 'answer.unknown-field', '/content/answers/nothing'],
  ['an unknown part', { anwsers: {} }, 'schema.unknown-key', '/content/anwsers'],
  ['a text for a number', { answers: { briefings: 'khoảng 50' } }, 'answer.not-a-count', '/content/answers/briefings'],
  [
    'an object for a day',
    { answers: { 'unit-plan-date': { a: 1 } } },
    'answer.not-a-date',
    '/content/answers/unit-plan-date',
  ],
  [
    'a text without end for a day',
    { answers: { 'unit-plan-date': 'x'.repeat(5000) } },
    'answer.not-a-date',
    '/content/answers/unit-plan-date',
  ],
  [
    'a text that is too long',
    { answers: { strengths: 'x'.repeat(20_001) } },
    'answer.too-long',
    '/content/answers/strengths',
  ],
  ['a list for the content', [], 'submission.not-an-object', '/content'],
  ['null for a number', { answers: { briefings: null } }, 'answer.not-a-count', '/content/answers/briefings'],
  [
    'a prototype',
    JSON.parse('{"answers":{"__proto__":{"x":1}}}') as Json,
    'answer.unknown-field',
    '/content/answers/__proto__',
  ],
])('%s refuses the whole draft', async (_, content, rule, pointer) => {
  const { status, body } = await put('th-05', { rev: 0, content });
  expect({ status, error: body.errors[0] }).toMatchObject({ status: 422, error: { rule, pointer } });
  expect((await get('th-05')).status).toBe(404);
});

test('a draft of another unit’s form, and an arrival in it, are refused', async () => {
  const other = await put('th-05', { rev: 0, content: { unit: 'th-06' } });
  expect({ status: other.status, code: other.body.code }).toEqual({ status: 409, code: 'wrong-period' });
  const declared = await put('th-05', { rev: 0, content: { receivedOn: '2020-06-01' } });
  expect(declared.body.errors[0]).toMatchObject({ rule: 'act.arrival-not-declared', pointer: '/content/receivedOn' });
});

describe('a draft and what was sent', () => {
  test('sending drops it; then there is nothing to enter until the report comes back', async () => {
    await put('th-07', { rev: 0, content: { answers: { briefings: 1 } } });
    await t.unitAct('th-07', acts.submit('th-07'));
    expect((await get('th-07')).status).toBe(404);
    const closed = await put('th-07', { rev: 0, content: {} });
    expect({ status: closed.status, rule: closed.body.errors[0].rule }).toEqual({ status: 409, rule: 'act.sent' });
    await t.unitAct('th-07', acts.withdraw());
    const open = await put('th-07', { rev: 0, content: {} });
    expect(open.body).toMatchObject({
      rev: 1,
      sentence: 'Đã lưu tạm lúc 15 giờ 05. Nội dung chỉnh sửa chưa được gửi.',
    });
  });

  test('a waived unit has nothing to enter', async () => {
    await t.deskAct('th-08', acts.waive());
    const { body } = await put('th-08', { rev: 0, content: {} });
    expect(body.errors[0].rule).toBe('act.waived');
  });

  test('a save that comes after the sending does not bring the draft back', async () => {
    await put('th-09', { rev: 0, content: {} });
    const [sent, saved] = await Promise.all([
      t.unitAct('th-09', acts.submit('th-09')),
      put('th-09', { rev: 1, content: {} }),
    ]);
    expect(sent.status).toBe(200);
    expect([200, 409, 412]).toContain(saved.status);
    expect((await get('th-09')).status).toBe(404);
  });
});

test('dropping it twice is as good as once', async () => {
  await put('th-10', { rev: 0, content: {} });
  for (const _ of [1, 2]) {
    const { status } = await t.at(people.filer('th-10'), '/submissions/th-10/draft', { method: 'DELETE' });
    expect(status).toBe(204);
  }
  expect((await get('th-10')).status).toBe(404);
});

test('the desk sees how far it is and never what it says', async () => {
  await put('th-11', { rev: 0, content: { answers: { strengths: 'Chưa gửi đi.' } } });
  for (const principal of [people.officer, people.admin, people.unitViewer('th-11')]) {
    expect((await get('th-11', principal)).status).toBe(403);
    expect((await put('th-11', { rev: 1, content: {} }, principal)).status).toBe(403);
  }
  const { body } = await t.at(people.officer, '/submissions/th-11');
  expect(body).toMatchObject({ draft: { rev: 1, answered: 1, ready: false }, content: null });
  expect(JSON.stringify(body)).not.toContain('Chưa gửi đi');
});

test('a draft keeps what an earlier version of the plan asked', async () => {
  const plan = plan2020();
  const without = {
    ...plan,
    forms: plan.forms.map((form) => ({
      ...form,
      sections: form.sections.map((section) => ({
        ...section,
        fields: section.fields.filter(({ id }) => id !== 'website-columns'),
      })),
    })),
  };
  const desk = await sendingApp({ office: officeOf(1), at: '2020-06-01T01:00:00.000Z' });
  await desk.adopt({ plans: [without] });
  const content = { planVersion: 1, answers: { 'website-columns': 2, briefings: 1 } };
  const asked = { method: 'PUT', json: { rev: 0, content } };
  const { status, body } = await desk.at(people.filer('th-01'), '/submissions/th-01/draft', asked);
  expect(status).toBe(200);
  expect(body.warnings.map((one: { rule: string }) => one.rule)).toEqual([
    'submission.older-version',
    'answer.unknown-field',
  ]);
  await desk.close();
});
