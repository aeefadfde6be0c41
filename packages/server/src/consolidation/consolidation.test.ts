import { foreignInformationPlan, phongGddtOffice } from '@dondoc/core';
import { createStore } from '@dondoc/store';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createConfigurations } from '../configuration/configuration.ts';
import { people, plan2020, testApp, type TestApp } from '../testing/app.ts';
import { actAll, fileAll } from '../testing/filing.ts';
import type { ConsolidationAnswer } from './answers.ts';
import { createLive } from './live.ts';
import { consolidationSchema } from './schemas.ts';

const path = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/consolidation';
const morning = '2020-06-01T00:30:00.000Z';
let app: TestApp;

const answerTo = async (response: Response): Promise<ConsolidationAnswer> => {
  expect(response.status).toBe(200);
  // The schema is what the reference tells; the first test holds the two to each other.
  return (await response.json()) as ConsolidationAnswer;
};
const read = async (query = ''): Promise<ConsolidationAnswer> =>
  answerTo(await app.as(people.officer)(`${path}${query}`));
const totalOf = ({ consolidation }: ConsolidationAnswer, field: string) =>
  consolidation.totals.find((one) => one.field === field);

beforeEach(async () => {
  app = await testApp();
});
afterEach(() => app.close());

describe('the figures as they stand', () => {
  test('add up what was received, name who is missing, and are just as the reference describes them', async () => {
    await fileAll(app.store, [
      { unit: 'th-thi-tran', at: morning, answers: { briefings: 3, strengths: 'Đúng kế hoạch.' } },
      { unit: 'th-nhi-thanh', at: morning, answers: { briefings: 4 } },
    ]);
    const answer = await read('?include=sources,paragraphs');
    expect(totalOf(answer, 'briefings')).toMatchObject({
      total: { is: 'number', value: 7 },
      coverage: { of: 5, answered: 2 },
    });
    expect(answer.consolidation.coverage.missing).toEqual(['mn-hoa-sen', 'thcs-thi-tran', 'thcs-binh-an']);
    expect(answer.revisions).toEqual({ 'th-thi-tran': 1, 'th-nhi-thanh': 1 });
    expect(answer.consolidation.sections.flatMap(({ paragraphs = [] }) => paragraphs)).toEqual([
      { unit: 'th-thi-tran', field: 'strengths', text: 'Đúng kế hoạch.' },
    ]);
    expect(v.parse(consolidationSchema, answer)).toEqual(answer);
  });

  test("leave out every unit's own words and values unless they are asked for", async () => {
    await fileAll(app.store, [{ unit: 'th-thi-tran', at: morning }]);
    const slim = await read();
    expect(JSON.stringify(slim)).not.toContain('Đơn vị triển khai nghiêm túc');
    expect(totalOf(slim, 'briefings')).not.toHaveProperty('sources');
    expect((await read('?include=sources')).contentHash).toBe(slim.contentHash);
  });

  test('count what is sent, confirmed or sent again, not what was given back or taken back, and ask nothing of the waived', async () => {
    const sent = ['mn-hoa-sen', 'th-thi-tran', 'th-nhi-thanh', 'thcs-thi-tran'];
    await fileAll(
      app.store,
      sent.map((unit) => ({ unit, at: morning, answers: { briefings: 1 } })),
    );
    await actAll(app.store, [
      {
        of: { unit: 'th-thi-tran' },
        at: morning,
        act: { act: 'return', due: '2020-06-03', notes: { '': 'Bổ sung.' } },
      },
      { of: { unit: 'th-nhi-thanh' }, at: morning, act: { act: 'withdraw' } },
      { of: { unit: 'mn-hoa-sen' }, at: morning, act: { act: 'confirm' } },
      { of: { unit: 'thcs-binh-an' }, at: morning, act: { act: 'waive', reason: 'Trường mới sửa chữa.' } },
    ]);
    const answer = await read();
    expect(answer.consolidation.coverage).toMatchObject({
      expected: 4,
      received: 2,
      missing: ['th-thi-tran', 'th-nhi-thanh'],
    });
    await fileAll(app.store, [{ unit: 'th-thi-tran', at: morning, answers: { briefings: 5 } }]);
    expect(totalOf(await read(), 'briefings')?.total).toEqual({ is: 'number', value: 7 });
  });

  test('are held against the year before and against the half-year inside, whatever plan had them', async () => {
    await app.close();
    const plan2019 = foreignInformationPlan({ year: 2019, corrected: true, date: '2019-02-25' });
    app = await testApp({
      plans: [plan2019, plan2020()],
      adoptedAt: '2019-02-25T02:00:00.000Z',
      at: '2020-11-02T01:00:00.000Z',
    });
    await fileAll(app.store, [
      {
        unit: 'th-thi-tran',
        plan: 'ttdn-2019',
        report: 'year',
        period: '2019',
        at: '2019-11-01T01:00:00.000Z',
        answers: { briefings: 2 },
      },
      { unit: 'th-thi-tran', at: morning, answers: { briefings: 15 } },
      {
        unit: 'th-thi-tran',
        report: 'year',
        period: '2020',
        at: '2020-11-01T01:00:00.000Z',
        answers: { briefings: 12 },
      },
    ]);
    const year = await answerTo(
      await app.as(people.leader)(path.replace('half-year', 'year').replace('2020-H1', '2020')),
    );
    expect(totalOf(year, 'briefings')?.yearBefore).toMatchObject({ total: { value: 2 }, change: 10 });
    expect(year.findings.map(({ rule, unit }) => [rule, unit])).toEqual(
      expect.arrayContaining([
        ['answer.below-part-of-year', 'th-thi-tran'],
        ['answer.grown-much', 'th-thi-tran'],
      ]),
    );
    expect(year.findings.every(({ message }) => message.length > 10)).toBe(true);
  });

  test('are not compared with a period for which nobody reported', async () => {
    await fileAll(app.store, [{ unit: 'th-thi-tran', report: 'year', period: '2020', at: morning }]);
    const year = await answerTo(
      await app.as(people.leader)(path.replace('half-year', 'year').replace('2020-H1', '2020')),
    );
    expect(totalOf(year, 'briefings')).not.toHaveProperty('yearBefore');
    expect(year.findings).toEqual([]);
  });

  test.each([
    ['/v1/plans/ttdn-2020/reports/half-year/periods/2020-H2/consolidation', 404, 'not-found'],
    ['/v1/plans/khac/reports/half-year/periods/2020-H1/consolidation', 404, 'not-found'],
    ['/v1/plans/ttdn-2020/reports/unit-plan/periods/2020/consolidation', 409, 'no-form'],
    [`${path}?include=salt`, 400, 'bad-request'],
  ])('%s is a problem: %i %s', async (asked, status, code) => {
    const response = await app.as(people.officer)(asked);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });

  test('are not sent again where neither the ledger nor the text has moved', async () => {
    const officer = app.as(people.officer);
    const etag = (await officer(path)).headers.get('etag') ?? '';
    const again = () => officer(path, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await officer(`${path}/draft`, { method: 'PUT', json: { rev: 0, text: { strengths: 'Tốt.' } } });
    expect((await again()).status).toBe(200);
  });

  test('that there are not are not there for `If-None-Match: *` either', async () => {
    const asked = '/v1/plans/khac/reports/half-year/periods/2020-H1/consolidation';
    expect((await app.as(people.officer)(asked, { headers: { 'if-none-match': '*' } })).status).toBe(404);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('take no text under %s', async (heading) => {
    const response = await app.as(people.officer)(`${path}/draft`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: `{"rev":0,"text":{"${heading}":"x"}}`,
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, 'invalid-body']);
  });

  test('follow every new entry, though the last reading is kept at hand', async () => {
    const before = await read();
    await fileAll(app.store, [{ unit: 'th-thi-tran', at: morning }]);
    const after = await read();
    expect(after.contentHash).not.toBe(before.contentHash);
    expect(after.consolidation.coverage.received).toBe(1);
  });
});

describe('papers of the draft', () => {
  test('the Word draft has no number and the working annexes only where they are asked for', async () => {
    await fileAll(app.store, [{ unit: 'th-thi-tran', at: morning }]);
    const officer = app.as(people.officer);
    const [plain, internal] = await Promise.all([officer(`${path}.docx`), officer(`${path}.docx?internal=1`)]);
    expect(plain.headers.get('content-type')).toContain('wordprocessingml');
    expect(plain.headers.get('content-disposition')).toContain('du-thao-bao-cao-half-year-2020-H1.docx');
    const [less, more] = [await plain.bytes(), await internal.bytes()];
    expect(Array.from(less.subarray(0, 2))).toEqual([0x50, 0x4b]);
    expect(more.length).toBeGreaterThan(less.length);
    expect([...(await (await officer(`${path}.docx`)).bytes())]).toEqual([...less]);
  });

  test('the CSV has a row a figure, money in triệu đồng, and begins with a byte order mark', async () => {
    await fileAll(app.store, [
      { unit: 'th-thi-tran', at: morning, answers: { briefings: 3, 'contributions-cash': 1_500_000 } },
    ]);
    const response = await app.as(people.viewer)(`${path}.csv`);
    const bytes = await response.bytes();
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toContain('Mục,Mã,Nội dung,Đơn vị tính,Kỳ báo cáo');
    expect(lines.find((line) => line.includes(',briefings,'))).toMatch(/,3,/);
    expect(lines.find((line) => line.includes(',contributions-cash,'))).toMatch(/,1\.5,/);
  });
});

describe("the desk's text", () => {
  const save = (json: unknown) => app.as(people.officer)(`${path}/draft`, { method: 'PUT', json });

  test('is saved under a revision, and two editors are told of each other', async () => {
    expect(await (await save({ rev: 0, text: { strengths: 'Một.', causes: ' ' } })).json()).toMatchObject({
      rev: 1,
      text: { strengths: 'Một.' },
      by: 'chuyen-vien',
    });
    const late = await save({ rev: 0, text: { strengths: 'Hai.' } });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({
      code: 'draft-changed',
      stored: { rev: 1, text: { strengths: 'Một.' } },
      sent: { rev: 0, text: { strengths: 'Hai.' } },
    });
    expect(await (await app.as(people.leader)(`${path}/draft`)).json()).toMatchObject({ rev: 1 });
  });

  test('stands in the content that is approved', async () => {
    const before = await read();
    await save({ rev: 0, text: { strengths: 'Một.' }, nameMissing: true });
    const after = await read();
    expect(after.desk).toMatchObject({ rev: 1, nameMissing: true });
    expect(after.contentHash).not.toBe(before.contentHash);
    await save({ rev: 1, text: {} });
    expect((await read()).contentHash).toBe(before.contentHash);
  });

  test.each([
    ['a heading that the report does not have', { 'khong-co': 'Một.' }, '/text/khong-co'],
    ['more than a heading holds', { strengths: 'a'.repeat(20_001) }, '/text/strengths'],
    ['what no paper can print', { strengths: 'Một.\u0007' }, '/text/strengths'],
  ])('refuses %s', async (_, text, pointer) => {
    const response = await save({ rev: 0, text });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer }] });
    expect(await (await app.as(people.officer)(`${path}/draft`)).json()).toEqual({ rev: 0, text: {} });
  });
});

test('reading takes as many statements for sixty units as for five', async () => {
  const statementsFor = async (count: number): Promise<number> => {
    const units = Array.from({ length: count }, (_, i) => ({
      id: `th-${i}`,
      names: `Trường Tiểu học Số ${i}`,
      kind: 'tieu-hoc',
      parent: 'phong-gddt',
      order: i,
    }));
    const own = await testApp({ office: phongGddtOffice({ units }) });
    await fileAll(
      own.store,
      units.map(({ id }) => ({ unit: id, at: morning })),
    );
    let statements = 0;
    const store = createStore({
      batch: (all) => {
        statements += all.length;
        return own.driver.batch(all);
      },
    });
    const live = createLive({ store, configurations: createConfigurations(store) });
    const read = await live({ plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' });
    expect(read.ok && read.value.consolidation.coverage.received).toBe(count);
    await own.close();
    return statements;
  };
  const few = await statementsFor(5);
  expect(await statementsFor(60)).toBe(few);
  expect(few).toBeLessThan(25);
});
