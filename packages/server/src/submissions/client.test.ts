import { expect, test } from 'vitest';
import { people } from '../testing/app.ts';
import { halfYearKey, officeOf, sendingApp, submissionOf } from '../testing/sending.ts';

test('the typed client drafts, sends and reads a report, and sees problems as such', async () => {
  const t = await sendingApp({ office: officeOf(1), at: '2020-06-03T08:20:00.000Z' });
  const of = { param: { ...halfYearKey, unit: 'th-01' } };
  const report = t.clientOf(people.filer('th-01')).v1.plans[':plan'].reports[':report'].periods[':period'];
  const unit = report.submissions[':unit'];
  const form = await report.form.$get({ param: halfYearKey, query: {} });
  expect(form.status).toBe(200);
  const saved = await unit.draft.$put({ ...of, json: { rev: 0, content: { answers: { briefings: 1 } } } });
  expect(await saved.json()).toMatchObject({ rev: 1 });
  const sent = await unit.acts.$post({ ...of, json: { act: 'submit', submission: submissionOf('th-01') } });
  const receipt: string | undefined = sent.ok ? (await sent.json()).receipt : undefined;
  expect(receipt).toMatch(/^.{4}-.{4}$/);
  const shown = await unit.$get({ ...of, query: {} });
  expect(await shown.json()).toMatchObject({ revision: 1, badge: { state: 'on-time' } });
  const again = await unit.acts.$post({ ...of, json: { act: 'submit', submission: submissionOf('th-01') } });
  const problem: string = again.ok ? '' : (await again.json()).code;
  expect(problem).toBe('act-refused');
  await t.close();
});
