import { definePlan, foreignInformationPlan, phongGddtOffice, type Plan } from '@dondoc/core';
import { submissions, units } from './data.ts';

/** Plans of these years are kept; the last one is under way. */
export const years = [2019, 2020, 2021, 2022, 2023] as const;
/** What the office's clock shows when the measuring begins: four days before the six-month reports are due. */
export const officeNow = '2023-06-01T01:00:00.000Z';

/** A demo office, so that it may have a clock of its own. */
export const officeOf = (count: number) =>
  phongGddtOffice({
    demo: true,
    units: units(count).map(({ id, name, kind, order }) => ({ id, names: name, kind, parent: 'phong-gddt', order })),
    people: [
      { id: 'truong-phong', name: 'Võ Văn Mười', title: 'Trưởng phòng', agency: 'phong-gddt', roles: ['leader'] },
      { id: 'chuyen-vien', name: 'Trần Văn Bảy', title: 'Chuyên viên', agency: 'phong-gddt', roles: ['officer'] },
      { id: 'quan-tri', name: 'Ngô Thị Tám', title: 'Viên chức', agency: 'phong-gddt', roles: ['admin'] },
    ],
    announcedYears: [...years],
  });

export const planOf = (year: number): Plan => foreignInformationPlan({ year, corrected: true, date: `${year}-02-24` });

/** The plan of the last year with its annual report asked for every quarter. */
export const quarterlyPlan = (): Plan => {
  const plan = planOf(years[years.length - 1] ?? 0);
  return definePlan({
    ...plan,
    reports: plan.reports.map((report) =>
      report.id === 'year'
        ? { ...report, frequency: 'quarter', due: { rule: 'day-of-month', day: 5, monthOffset: 1 } }
        : report,
    ),
    upward: [],
  });
};

/** A date or a school year of 2019 in another year; anything else as it is. */
const inYear = (value: unknown, year: number): unknown => {
  if (value === '2018-2019') return `${year - 1}-${year}`;
  return typeof value === 'string' && /^2019-\d\d-\d\d$/.test(value) ? `${year}${value.slice(4)}` : value;
};

/** What every unit sends for a period of a year, each field that is asked of it answered. */
export const reportsOf = (
  count: number,
  { year, report, period }: { readonly year: number; readonly report: 'year' | 'half-year'; readonly period: string },
) =>
  submissions(count, report).map(({ receivedOn: _receivedOn, ...submission }) => ({
    ...submission,
    plan: planOf(year).id,
    period,
    answers: Object.fromEntries(
      Object.entries(submission.answers).map(([field, value]) => [field, inYear(value, year)]),
    ),
  }));
