import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foreignInformationPlan } from '@dondoc/core';
import { acts } from '../testing/acts.ts';
import { people, plan2020 } from '../testing/app.ts';
import { fileAll } from '../testing/filing.ts';
import { halfYear, officeOf, sendingApp, submissionOf, type Desk } from '../testing/sending.ts';

let t: Desk;
beforeAll(async () => {
  const plan2019 = foreignInformationPlan({ corrected: true, date: '2019-02-24' });
  t = await sendingApp({ office: officeOf(6), plans: [plan2019, plan2020()], at: '2020-06-03T01:00:00.000Z' });
});
afterAll(() => t.close());

describe('the form', () => {
  test('of a unit says what is asked, by when, for which days and of whom to ask', async () => {
    const { body } = await t.at(people.filer('th-01'), '/form');
    expect(body).toMatchObject({
      unit: 'th-01',
      unitName: 'Trường Tiểu học 01',
      kind: 'tieu-hoc',
      title: 'Báo cáo kết quả hoạt động thông tin đối ngoại',
      periodWords: '6 tháng đầu năm 2020',
      duePhrase: 'trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020)',
      windowPhrase: 'từ ngày 15/12/2019 đến hết ngày 14/6/2020',
      basis: 'data',
      nothingToReport: true,
      prefill: { covers: [], answers: {} },
    });
    expect(body.form.sections.length).toBeGreaterThan(10);
    expect(body.schema.properties.answers.properties.briefings).toMatchObject({ type: 'integer', minimum: 0 });
    expect(body.previous).toBeUndefined();
  });

  test('of a kind of unit is the same for all of it, and without one unit’s own', async () => {
    const { body } = await t.at(people.officer, '/form?kind=tieu-hoc');
    const own = await t.at(people.filer('th-01'), '/form');
    expect(body.form).toEqual(own.body.form);
    expect(body).not.toHaveProperty('prefill');
    expect((await t.at(people.officer, '/form?kind=thpt')).status).toBe(404);
    expect((await t.at(people.officer, '/form')).status).toBe(400);
  });

  test('follows an opening of the period and an extension of the unit', async () => {
    await t.deskAct('th-02', acts.extend());
    const opening = { contact: 'Bà Oanh, điện thoại 0272 000', cutoff: { from: '2019-12-15', to: '2020-05-31' } };
    await t.at(people.officer, '/opening', { method: 'POST', json: opening });
    const { body } = await t.at(people.officer, '/form?unit=th-02');
    expect(body).toMatchObject({
      duePhrase: 'chậm nhất hết ngày 12/6/2020',
      windowPhrase: 'từ ngày 15/12/2019 đến hết ngày 31/5/2020',
      contact: 'Bà Oanh, điện thoại 0272 000',
    });
  });

  test('shows the values of the year before beside it, and proposes what is only to be checked', async () => {
    const before = submissionOf('th-03', { plan: 'ttdn-2019', period: '2019-H1' });
    const year = submissionOf('th-03', { plan: 'ttdn-2019', report: 'year', period: '2019' });
    await fileAll(t.store, [
      {
        unit: 'th-03',
        plan: 'ttdn-2019',
        period: '2019-H1',
        at: '2020-03-01T01:00:00.000Z',
        answers: { ...before.answers, briefings: 4 },
      },
      {
        unit: 'th-03',
        plan: 'ttdn-2019',
        report: 'year',
        period: '2019',
        at: '2020-03-01T02:00:00.000Z',
        answers: { ...year.answers, 'focal-person-assigned': true },
      },
    ]);
    const { body } = await t.at(people.filer('th-03'), '/form');
    expect(body.previous).toMatchObject({
      report: 'half-year',
      period: '2019-H1',
      revision: 1,
      answers: { briefings: 4 },
    });
    expect(body.previous.periodWords).toBe('6 tháng đầu năm 2019');
    expect(body.prefill).toMatchObject({
      from: { report: 'year', period: '2019' },
      answers: { 'focal-person-assigned': true },
    });
    expect(body.prefill.answers).not.toHaveProperty('briefings');
  });

  test('of an ad hoc request with a form of the plan asks all of it, nothing of it for sure', async () => {
    const event = {
      plan: 'ttdn-2020',
      event: 'gap',
      title: 'Số liệu gấp',
      form: 'thong-tin-doi-ngoai',
      due: { rule: 'date', on: '10/6' },
    };
    const made = await t.at(people.officer, '/v1/events', { method: 'POST', json: event });
    expect(made.status).toBe(201);
    const path = '/v1/plans/ttdn-2020/reports/gap/periods/on-gap';
    const { body } = await t.at(people.filer('th-04'), `${path}/form`);
    expect(
      body.form.sections
        .flatMap(({ fields }: { fields: { need: string }[] }) => fields)
        .every(({ need }: { need: string }) => need === 'optional'),
    ).toBe(true);
    const gates = Object.fromEntries(
      body.form.sections.filter(({ gate }: { gate: boolean }) => gate).map(({ id }: { id: string }) => [id, false]),
    );
    const submission = { ...submissionOf('th-04'), report: 'gap', period: 'on-gap', gates, answers: { briefings: 2 } };
    const sent = await t.at(people.filer('th-04'), `${path}/submissions/th-04/acts`, {
      method: 'POST',
      json: { act: 'submit', submission },
    });
    expect({ status: sent.status, errors: sent.body.errors }).toEqual({ status: 200, errors: undefined });
  });
});

describe('what was sent', () => {
  test('is shown with its revisions, each with its content', async () => {
    await t.unitAct('th-05', acts.submit('th-05'));
    await t.deskAct('th-05', acts.return());
    const again = { act: 'submit', submission: submissionOf('th-05', { answers: { briefings: 5 } }) };
    await t.unitAct('th-05', again);
    const { body } = await t.at(people.unitViewer('th-05'), '/submissions/th-05');
    expect(body).toMatchObject({
      version: 3,
      revision: 2,
      erased: false,
      acts: [],
      content: { answers: { briefings: 5 } },
    });
    expect(body.revisions).toMatchObject([
      { revision: 1, version: 1, by: 'th-05:filer' },
      { revision: 2, version: 3 },
    ]);
    const first = await t.at(people.officer, '/submissions/th-05?revision=1');
    expect(first.body).toMatchObject({ revision: 1, content: { answers: { briefings: 1 } } });
    expect((await t.at(people.officer, '/submissions/th-05?revision=3')).status).toBe(404);
    expect((await t.at(people.officer, '/submissions/th-05?revision=-1')).status).toBe(400);
  });

  test('and erased since is said to be, not shown as blank', async () => {
    await t.unitAct('th-06', acts.submit('th-06'));
    const stream = 'obligation:ttdn-2020/half-year/2020-H1/th-06';
    await t.store.redact({
      stream,
      version: 1,
      reason: 'Theo yêu cầu.',
      at: '2020-06-03T01:00:00.000Z',
      actor: 'quan-tri',
    });
    const { body } = await t.at(people.filer('th-06'), '/submissions/th-06');
    expect(body).toMatchObject({ content: null, erased: true, revision: 1, revisions: [{ erased: true }] });
    expect(body.status.filing).toBe('submitted');
    expect((await t.at(people.filer('th-06'), '/submissions/th-06.docx')).status).toBe(404);
  });
});

describe('the unit’s own paper', () => {
  const zip = new Uint8Array([0x50, 0x4b]);
  const paper = (as: Parameters<Desk['as']>[0], path: string) => t.as(as)(`${halfYear}/submissions/${path}`);

  test('is made from what was sent, the same bytes each time', async () => {
    const [a, b] = await Promise.all([paper(people.filer('th-05'), 'th-05.docx'), paper(people.officer, 'th-05.docx')]);
    expect(a.headers.get('content-disposition')).toContain('filename="th-05-half-year-2020-H1.docx"');
    const bytes = new Uint8Array(await a.arrayBuffer());
    expect(bytes.slice(0, 2)).toEqual(zip);
    expect(new Uint8Array(await b.arrayBuffer())).toEqual(bytes);
    const first = new Uint8Array(await (await paper(people.officer, 'th-05.docx?revision=1')).arrayBuffer());
    expect(first).not.toEqual(bytes);
  });

  test('is made from a draft for its unit only, to be signed before it is sent', async () => {
    const put = { method: 'PUT', json: { rev: 0, content: { answers: { briefings: 2 } } } };
    await t.at(people.filer('th-01'), '/submissions/th-01/draft', put);
    const made = await paper(people.filer('th-01'), 'th-01.docx?draft=1');
    expect(made.status).toBe(200);
    expect(new Uint8Array(await made.arrayBuffer()).slice(0, 2)).toEqual(zip);
    expect((await paper(people.officer, 'th-01.docx?draft=1')).status).toBe(403);
    expect((await paper(people.unitViewer('th-01'), 'th-01.docx?draft=1')).status).toBe(403);
    expect((await paper(people.filer('th-01'), 'th-01.docx')).status).toBe(404);
  });
});
