import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/working.ts';
import { noHistory, requestReport, applyPlanEntry } from '../obligation/history.ts';
import { obligations } from '../obligation/obligations.ts';
import { describeForm } from '../report/describe.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import { offices, plan } from '../submission/fixtures/office.ts';
import { readSubmissions } from '../submission/read.ts';
import { consolidate } from './consolidate.ts';

describe('an ad hoc request with a form of the plan', () => {
  const calendar = createCalendar();
  const requested = requestReport(
    {
      event: 'bao-so-3',
      title: 'Thiệt hại do bão số 3',
      on: '2020-09-10',
      due: { rule: 'date', on: '2020-09-15' },
      form: 'small',
    },
    { plan, history: noHistory, calendar, at: '2020-09-10T01:00:00.000Z', actor: 'co-oanh' },
  );
  if (!requested.ok) throw new Error('refused');
  const { events } = applyPlanEntry(noHistory, requested.value);
  const owed = obligations({ plan, agencies: offices, calendar, events, range: { report: 'bao-so-3' } });

  test('can be answered by whoever owes it, and added up', () => {
    expect(owed.map(({ unit }) => unit)).toEqual(['m', 'a', 'new']);
    const asked = describeForm({ form: smallForm, report: 'bao-so-3', kind: 'tieu-hoc', year: 2020 });
    expect(asked.sections.flatMap(({ fields }) => fields).map(({ id }) => id)).toContain('posts-b');
    const sent = (unit: string, answers: Record<string, number>) => ({
      name: unit,
      input: {
        format: 'dondoc.submission/1',
        plan: plan.id,
        planVersion: 1,
        report: 'bao-so-3',
        period: 'on-bao-so-3',
        unit,
        receivedOn: '2020-09-12',
        gates: { sessions: false, money: false },
        answers,
      },
    });
    const read = readSubmissions([sent('a', { 'posts-a': 2, 'posts-b': 3 }), sent('m', { 'posts-a': 4 })], {
      plan,
      directory: offices,
      calendar,
      events,
    });
    expect(read.findings).toEqual([]);
    const first = owed[0]!;
    const result = consolidate({
      plan,
      form: smallForm,
      report: first.report,
      period: first.period,
      expected: owed.map(({ unit, settledOn }) => offices.at(unit, settledOn)!),
      submissions: read.ok ? read.value : [],
    });
    const total = (field: string) => result.totals.find((one) => one.field === field);
    expect(total('posts-a')).toMatchObject({
      total: { is: 'number', value: 6 },
      coverage: { of: 3, answered: 2, nothing: 0 },
    });
    expect(total('posts-total')).toMatchObject({ total: { is: 'number', value: 9 } });
    expect(result.coverage).toMatchObject({ expected: 3, received: 2, missing: ['new'] });
  });
});
