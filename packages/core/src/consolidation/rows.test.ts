import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { agencySchema } from '../agency/schema.ts';
import { createCalendar } from '../calendar/working.ts';
import { parsePeriod } from '../due/period.ts';
import { obligations } from '../obligation/obligations.ts';
import { smallForm } from '../report/fixtures/small-form.ts';
import type { Answers } from '../report/values.ts';
import { offices, plan } from '../submission/fixtures/office.ts';
import { consolidate } from './consolidate.ts';
import { expectedUnits, groupedRows, publishedRows, reportRowsByUnit, unitRows } from './rows.ts';

const expected = [
  { id: 'b', name: 'Trường B', kind: 'thcs', order: 2 },
  { id: 'a', name: 'Trường A', kind: 'mam-non', order: 1 },
];
const sent = (unit: string, answers: Answers) => ({
  format: 'dondoc.submission/1' as const,
  plan: 'p',
  planVersion: 1,
  report: 'half',
  period: '2020-H1',
  unit,
  gates: { sessions: true },
  answers,
});
const consolidation = consolidate({
  plan: { id: 'p' },
  form: smallForm,
  report: { id: 'half' },
  period: parsePeriod('2020-H1')!,
  expected,
  submissions: [
    sent('b', {
      sessions: 3,
      'posts-b': 1,
      'session-list': [
        { id: '1', name: 'Hội thi', consent: true, level: 'huyen' },
        { id: '2', name: 'Riêng', consent: false, level: 'so' },
      ],
    }),
    sent('a', {
      sessions: 4,
      'session-list': [
        { id: '1', name: 'Ngày hội', consent: true, level: 'so' },
        { id: '2', name: 'Chưa hỏi', level: 'so' },
        { id: '3', name: 'Không cấp', consent: true },
      ],
    }),
  ],
});
const input = { form: smallForm, consolidation, field: 'session-list' };

describe('rows of units', () => {
  test('all rows stay with their unit, in the order of the office', () => {
    expect(unitRows(input).map(({ name, row }) => `${name}: ${String(row['name'])}`)).toEqual([
      'Trường A: Ngày hội',
      'Trường A: Chưa hỏi',
      'Trường A: Không cấp',
      'Trường B: Hội thi',
      'Trường B: Riêng',
    ]);
  });

  test('only rows with recorded consent leave the office; no answer is no consent', () => {
    expect(publishedRows(input).map(({ row }) => row['name'])).toEqual(['Ngày hội', 'Không cấp', 'Hội thi']);
  });

  test('groups stand in the order of the choices, rows without one last', () => {
    expect(groupedRows(input).map(({ label, rows }) => [label, rows.map(({ row }) => row['name'])])).toEqual([
      ['Sở', ['Ngày hội']],
      ['Huyện', ['Hội thi']],
      ['', ['Không cấp']],
    ]);
  });

  test('a field that is no list, or that the form does not have, has no rows', () => {
    expect(publishedRows({ ...input, field: 'sessions' })).toEqual([]);
    expect(groupedRows({ ...input, field: 'zz' })).toEqual([]);
  });
});

describe('the table by unit', () => {
  const table = reportRowsByUnit(consolidation, ['sessions', 'zz', 'posts-b']);

  test('has a column a field, a row a unit, and the totals', () => {
    expect(table.columns.map(({ label, unit }) => `${label} (${unit})`)).toEqual([
      'Buổi tuyên truyền (buổi)',
      'Tin, bài B (tin)',
    ]);
    expect(
      table.rows.map(({ name, cells }) => [
        name,
        ...cells.map((cell) => (cell.state === 'value' ? cell.value : cell.state)),
      ]),
    ).toEqual([
      ['Trường A', 4, 'not-applicable'],
      ['Trường B', 3, 1],
    ]);
    expect(table.totals).toEqual([
      { is: 'number', value: 7 },
      { is: 'number', value: 1 },
    ]);
  });
});

test('expected units are named and kinded as on the last on-time day, in any order', () => {
  const owed = obligations({
    plan,
    agencies: offices,
    calendar: createCalendar(),
    range: { report: 'half', period: '2020-H1' },
  });
  expect(expectedUnits(owed, offices)).toEqual([
    { id: 'm', name: 'Trường M', kind: 'mam-non', order: 1 },
    { id: 'a', name: 'Trường A', kind: 'tieu-hoc', order: 2 },
  ]);
});

test('expected units of an undated request are as on the day it was asked, not of the plan’s issue', () => {
  const agencies = directory([
    v.parse(agencySchema, { id: 'office', names: 'Phòng', kind: 'phong-gddt' }),
    v.parse(agencySchema, {
      id: 'a',
      names: [{ value: 'Trường Mầm non A' }, { from: '2020-03-01', value: 'Trường Tiểu học A' }],
      kind: [{ value: 'mam-non' }, { from: '2020-03-01', value: 'tieu-hoc' }],
    }),
  ]);
  const events = [{ event: 'bao', title: 'Bão', on: '2020-09-15', units: [{ agencies: ['a'] }] }];
  const owed = obligations({ plan, agencies, calendar: createCalendar(), events, range: { report: 'bao' } });
  expect(expectedUnits(owed, agencies)).toMatchObject([{ name: 'Trường Tiểu học A', kind: 'tieu-hoc' }]);
});
