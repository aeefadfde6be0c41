import type { AgencyInput, Json } from '@dondoc/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../testing/acts.ts';
import { people, plan2020 } from '../testing/app.ts';
import { fileAll } from '../testing/filing.ts';
import { officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk;
beforeAll(async () => {
  t = await sendingApp({ office: officeOf(8), at: '2020-06-03T01:00:00.000Z' });
});
afterAll(() => t.close());

describe('a report that was filled in for something else', () => {
  test.each([
    [
      'another unit',
      { unit: 'th-02' },
      'Trường Tiểu học 02, 6 tháng đầu năm 2020',
      'Trường Tiểu học 01, 6 tháng đầu năm 2020',
    ],
    ['another period', { period: '2019-H1' }, 'Trường Tiểu học 01, 6 tháng đầu năm 2019', '6 tháng đầu năm 2020'],
    [
      'another report',
      { report: 'year', period: '2020' },
      'Trường Tiểu học 01, báo cáo kết quả hoạt động thông tin đối ngoại, năm 2020',
      '6 tháng đầu năm 2020',
    ],
    ['another plan', { plan: 'ttdn-2019' }, 'kế hoạch “ttdn-2019”', 'kế hoạch “Hoạt động thông tin đối ngoại'],
    ['a unit that there is not', { unit: 'truong-x' }, 'đơn vị “truong-x”', 'Trường Tiểu học 01'],
    ['a period that is none', { period: '<b>\u202Ex</b>' }, 'kỳ “<b>x</b>”', '6 tháng đầu năm 2020'],
  ])('%s is refused and both are named', async (_, claim, got, asked) => {
    const before = await t.seq();
    const submission = { ...submissionOf('th-01'), ...claim };
    const { status, body } = await t.unitAct('th-01', { act: 'submit', submission });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'wrong-period' });
    const [first, second] = body.detail.split(', không phải của ');
    expect(first).toContain(got);
    expect(second).toContain(asked);
    expect(await t.seq()).toBe(before);
  });
});

describe('what core finds stands at its place in the request', () => {
  const given = submissionOf('th-01');
  test.each([
    ['no object', 'x' as Json, 'submission.not-an-object', '/submission'],
    ['nothing', {} as Json, 'schema.missing-key', '/submission/format'],
    ['an unknown part', { ...given, extra: 1 }, 'schema.unknown-key', '/submission/extra'],
    [
      'an unknown field',
      { ...given, answers: { ...given.answers, nothing: 1 } },
      'answer.unknown-field',
      '/submission/answers/nothing',
    ],
    ['a missing answer', { ...given, answers: {} }, 'answer.missing', '/submission/answers/unit-plan-issued'],
    [
      'a text for a number',
      { ...given, answers: { ...given.answers, briefings: '3' } },
      'answer.not-a-count',
      '/submission/answers/briefings',
    ],
    [
      'a half',
      { ...given, answers: { ...given.answers, briefings: 1.5 } },
      'answer.not-a-count',
      '/submission/answers/briefings',
    ],
    [
      'a version that is not there yet',
      { ...given, planVersion: 2 },
      'submission.unknown-version',
      '/submission/planVersion',
    ],
    [
      'a prototype',
      { ...given, answers: JSON.parse('{"__proto__":{"polluted":true}}') as Json },
      'answer.unknown-field',
      '/submission/answers/__proto__',
    ],
    [
      'units that were not merged into it',
      { ...given, covers: ['th-02'] },
      'submission.covers-not-merged',
      '/submission/covers/0',
    ],
  ])('%s', async (_, submission, rule, pointer) => {
    const before = await t.seq();
    const { status, body } = await t.unitAct('th-01', { act: 'submit', submission: submission as Json });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid-body' });
    expect(body.errors).toContainEqual(expect.objectContaining({ rule, pointer }));
    expect(await t.seq()).toBe(before);
  });

  test('a report that is missing altogether is refused', async () => {
    const { status, body } = await t.unitAct('th-01', { act: 'submit' });
    expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 422, pointer: '/submission' });
  });

  test('an older version of the plan is a warning on the receipt', async () => {
    const desk = await sendingApp({ office: officeOf(1), at: '2020-06-01T01:00:00.000Z' });
    await desk.adopt({ plans: [plan2020()] });
    const { status, body } = await desk.unitAct('th-01', acts.submit('th-01'));
    expect(status).toBe(200);
    expect(body.warnings).toMatchObject([
      { rule: 'submission.older-version', pointer: '/submission/planVersion', severity: 'warning' },
    ]);
    await desk.close();
  });
});

test('what a unit sent before is held against what it sends', async () => {
  const sent = { ...submissionOf('th-03').answers, briefings: 12 };
  await fileAll(t.store, [{ unit: 'th-03', at: '2020-06-01T01:00:00.000Z', answers: sent }]);
  const year = submissionOf('th-03', { report: 'year', period: '2020', answers: { briefings: 8 } });
  const path = '/v1/plans/ttdn-2020/reports/year/periods/2020/submissions/th-03/acts';
  t.setClock('2020-11-02T01:00:00.000Z');
  const { status, body } = await t.at(people.filer('th-03'), path, {
    method: 'POST',
    json: { act: 'submit', submission: year },
  });
  t.setClock('2020-06-03T01:00:00.000Z');
  expect(status).toBe(200);
  const below = body.warnings.find((one: { rule: string }) => one.rule === 'answer.below-part-of-year');
  expect(below).toMatchObject({ pointer: '/submission/answers/briefings', severity: 'warning' });
  expect(below.message).toContain('6 tháng đầu năm 2020');
});

describe('between units', () => {
  test('nothing of one is another’s', async () => {
    await t.unitAct('th-04', acts.submit('th-04'));
    const strangers = [people.filer('th-05'), people.head('th-05'), people.unitViewer('th-05')];
    for (const principal of strangers) {
      for (const path of ['', '/draft', '/signed-copy', '.docx', '?revision=1']) {
        const { status, body } = await t.at(principal, `/submissions/th-04${path}`);
        expect({ path, status, code: body.code }).toEqual({ path, status: 403, code: 'not-yours' });
      }
      const act = await t.at(principal, '/submissions/th-04/acts', { method: 'POST', json: acts.withdraw() });
      expect(act.status).toBe(403);
      expect((await t.at(principal, '/form?unit=th-04')).status).toBe(403);
    }
  });

  test('who acted at the office has no name for a unit', async () => {
    await t.deskAct('th-04', acts.return());
    const own = await t.at(people.filer('th-04'), '/submissions/th-04');
    expect(own.body.facts.returned.by).toBe('phong-gddt');
    expect(JSON.stringify(own.body)).not.toMatch(/chuyen-vien|Trần Văn Bảy/);
    expect(own.body.badge.desk).toBeUndefined();
    const desk = await t.at(people.officer, '/submissions/th-04');
    expect(desk.body.facts.returned.by).toBe('chuyen-vien');
  });
});

describe('a unit that took over another', () => {
  let merged: Desk;
  beforeAll(async () => {
    const school = (id: string, more: Partial<AgencyInput> = {}): AgencyInput => ({
      id,
      names: `Trường ${id}`,
      kind: 'tieu-hoc',
      parent: 'phong-gddt',
      ...more,
    });
    const units = [
      school('con'),
      school('cu', { closed: '2020-04-01', mergedInto: 'con' }),
      school('nghi', { closed: '2020-03-01' }),
    ];
    merged = await sendingApp({ office: officeOf(0, { units }), at: '2020-06-03T01:00:00.000Z' });
  });
  afterAll(() => merged.close());

  test('is told whom it answers for, sends once and names it', async () => {
    const form = await merged.at(people.filer('con'), '/form');
    expect(form.body.prefill.covers).toEqual([{ id: 'cu', name: 'Trường cu' }]);
    const { status } = await merged.unitAct('con', acts.submit('con'));
    expect(status).toBe(200);
    const { body } = await merged.at(people.officer, '/submissions/con');
    expect(body.content.covers).toEqual(['cu']);
  });

  test.each([
    ['cu', 'submission.unit-merged', 'đã sáp nhập vào Trường con'],
    ['nghi', 'submission.unit-closed', 'giải thể hoặc ngừng hoạt động'],
    ['phong-vhtt', 'submission.unit-not-bound', 'không thuộc diện'],
  ])('%s owes nothing, and why is told', async (unit, rule, words) => {
    const { status, body } = await merged.deskAct(unit, acts.record(unit));
    expect({ status, rule: body.errors[0].rule }).toEqual({ status: 404, rule });
    expect(body.errors[0].message).toContain(words);
  });
});

test('a path that leads nowhere says which part of it does not', async () => {
  const { status, body } = await t.at(
    people.officer,
    '/v1/plans/ttdn-2020/reports/half-year/periods/2021/submissions/th-01',
  );
  expect({ status, code: body.code, rule: body.errors[0].rule }).toEqual({
    status: 404,
    code: 'not-found',
    rule: 'submission.period-not-asked',
  });
  const plan = await t.at(people.officer, '/v1/plans/ttdn-1999/reports/half-year/periods/2020-H1/submissions/th-01');
  expect(plan.status).toBe(404);
});
