import { phongGddtOffice, type Json } from '@dondoc/core';
import { askedIn, leastAnswers } from './answers.ts';
import { people, plan2020, smallOffice, testApp, type Asked, type TestApp, type TestAppOptions } from './app.ts';

/** Where the reports of the six months of 2020 are. */
export const halfYear = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1';
export const halfYearKey = { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' } as const;

const least = new Map<string, ReturnType<typeof leastAnswers>>();

/** A report that a unit can send: the least that is asked of its kind, less or more where a test says so. */
export const submissionOf = (
  unit: string,
  {
    kind = 'tieu-hoc',
    answers = {},
    ...more
  }: { readonly kind?: string; readonly [member: string]: Json | undefined } & {
    readonly answers?: { readonly [field: string]: Json };
  } = {},
) => {
  const of = { ...halfYearKey, ...more };
  const asked = `${of.report}/${kind}`;
  const filled = least.get(asked) ?? leastAnswers(askedIn(plan2020(), { report: of.report, kind }));
  least.set(asked, filled);
  return {
    format: 'dondoc.submission/1',
    planVersion: 1,
    unit,
    gates: filled.gates,
    ...of,
    answers: { ...filled.answers, ...answers },
  };
};

/** An office with so many primary schools: `th-01`, `th-02` … */
export const officeOf = (count: number, more: Parameters<typeof phongGddtOffice>[0] = {}) =>
  phongGddtOffice({
    units: Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(2, '0');
      return {
        id: `th-${number}`,
        names: `Trường Tiểu học ${number}`,
        kind: 'tieu-hoc',
        parent: 'phong-gddt',
        order: index + 1,
      };
    }),
    people: smallOffice().people,
    announcedYears: [2019, 2020, 2021],
    ...more,
  });

export interface Answer {
  readonly status: number;
  // A test looks into whatever was answered.
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any
  readonly headers: Headers;
}

const answered = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
};

type Headers_ = Readonly<Record<string, string>>;

export interface Desk extends TestApp {
  /** An act of a unit's filer. */
  readonly unitAct: (unit: string, act: Json, headers?: Headers_) => Promise<Answer>;
  /** An act of the officer on one unit. */
  readonly deskAct: (unit: string, act: Json, headers?: Headers_) => Promise<Answer>;
  /** Whatever, as somebody, below the half-year's path. */
  readonly at: (principal: Parameters<TestApp['as']>[0], path: string, asked?: Asked) => Promise<Answer>;
}

/** The whole app with the words of tests about sending. */
export const sendingApp = async (options: TestAppOptions = {}): Promise<Desk> => {
  const t = await testApp(options);
  const at: Desk['at'] = async (principal, path, asked) =>
    answered(await t.as(principal)(path.startsWith('/v1') ? path : `${halfYear}${path}`, asked));
  const act = (principal: Parameters<TestApp['as']>[0], unit: string, json: Json, headers: Headers_ = {}) =>
    at(principal, `/submissions/${unit}/acts`, { method: 'POST', json, headers });
  return {
    ...t,
    at,
    unitAct: (unit, json, headers) => act(people.filer(unit), unit, json, headers),
    deskAct: (unit, json, headers) => act(people.officer, unit, json, headers),
  };
};
