import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { createCalendar } from '../calendar/working.ts';
import { applyPlanEntry, noHistory, type PlanActContext, planStream, requestReport } from '../obligation/history.ts';
import { agenciesOf } from '../obligation/fixtures/small-plan.ts';
import { obligations } from '../obligation/obligations.ts';
import type { PlanEventInput } from '../obligation/schema.ts';
import { parsePlan } from '../plan/define.ts';
import { planText } from '../plan/paper.ts';
import { standingPlan, standingPlanId } from './standing.ts';

const options = {
  year: 2020,
  issuer: 'phong-gddt',
  desk: { agency: 'phong-gddt', name: 'Phòng GD&ĐT' },
  units: [{ kinds: ['tieu-hoc', 'mam-non'] }],
};
const plan = standingPlan(options);
const calendar = createCalendar();
const at = '2020-05-12T02:00:00.000Z';

const adopted = applyPlanEntry(noHistory, {
  stream: planStream(plan.id),
  version: 1,
  at,
  actor: 'admin',
  kind: 'adopt',
  data: { adopted: '2020-05-12', plan },
});
const context: PlanActContext = { plan, history: adopted, calendar, at, actor: 'co-oanh' };

const asked = (event: PlanEventInput) => {
  const requested = requestReport(event, context);
  if (!requested.ok) throw new Error(requested.findings[0]?.rule);
  const { versions, events } = applyPlanEntry(adopted, requested.value);
  const agencies = agenciesOf({ id: 'th-a' }, { id: 'mn-a', kind: 'mam-non' }, { id: 'cs-a', kind: 'thcs' });
  return obligations({ plan: versions, agencies, calendar, events });
};

describe('the standing plan of a year', () => {
  test('is named by its year', () => {
    expect(standingPlanId(2020)).toBe('requests-2020');
    expect([plan.id, plan.year, plan.title.join(' ')]).toEqual([
      'requests-2020',
      2020,
      'Các yêu cầu báo cáo đột xuất năm 2020',
    ]);
  });

  test('is a plan like any other: it reads back as itself and can be written out', () => {
    expect(parsePlan(structuredClone(plan))).toEqual({ ok: true, value: plan, findings: [] });
    expect(planText({ plan, directory: directory(agenciesOf()) })).toContain('Phòng GD&ĐT theo dõi');
  });

  test('takes the office’s own symbol and signatory', () => {
    const signatory = { authority: [], headTitle: 'TRƯỞNG PHÒNG' };
    expect(standingPlan({ ...options, symbol: 'KH-PGDĐT', signatory })).toMatchObject({
      symbol: 'KH-PGDĐT',
      signatory,
    });
  });

  test('asks nothing by itself', () => {
    expect(obligations({ plan: adopted.versions, agencies: agenciesOf({ id: 'th-a' }), calendar })).toEqual([]);
  });

  test('a request under it binds its units, or those that the request names, by the request’s hour', () => {
    const request = {
      event: 'hoi-thi',
      title: 'Kết quả hội thi',
      on: '2020-05-12',
      due: { rule: 'date' as const, on: '2020-05-15', time: '16:00' },
    };
    expect(asked(request).map(({ id, due }) => [id, due.kind === 'dated' && [due.lastDay, due.lastMinute]])).toEqual([
      ['requests-2020/hoi-thi/on-hoi-thi/th-a', ['2020-05-15', 959]],
      ['requests-2020/hoi-thi/on-hoi-thi/mn-a', ['2020-05-15', 959]],
    ]);
    expect(asked({ ...request, units: [{ agencies: ['cs-a'] }] }).map(({ unit }) => unit)).toEqual(['cs-a']);
  });

  test('a request of the day on which the plan was first needed counts as asked in time', () => {
    const [one] = asked({
      event: 'bao-so-3',
      title: 'Thiệt hại do bão',
      on: '2020-05-12',
      due: { rule: 'date', reading: 'by', on: '2020-05-12' },
    });
    expect(one).toMatchObject({ notApplicable: false, askedOn: '2020-05-12', opensOn: '2020-05-12' });
  });
});
