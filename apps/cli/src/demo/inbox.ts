import { describeForm, type Form, type SubmissionInput } from '@dondoc/core';
import { tell } from './answers.ts';
import type { Arrival } from './arrivals.ts';
import { schools, type School } from './schools.ts';
import { between } from './seed.ts';

export interface Asked {
  readonly plan: string;
  readonly form: Form;
  readonly report: 'year' | 'half-year';
  readonly period: string;
  readonly year: 2019 | 2020;
  readonly arrivals: Readonly<Record<string, Arrival>>;
}

/** Makes the reports of the invented schools for one period, in the office's order. */
export function inbox(asked: Asked): readonly SubmissionInput[] {
  return schools.flatMap((school) => {
    const arrival = asked.arrivals[school.id];
    return arrival === undefined ? [] : [submission(school, arrival, asked)];
  });
}

function submission(school: School, arrival: Arrival, { plan, form, report, period, year }: Asked): SubmissionInput {
  const description = describeForm({ form, report, kind: school.kind, year });
  const told = tell({ school, year, annual: report === 'year', form: description });
  const covers = schools.filter(
    ({ mergedInto, closed }) => mergedInto === school.id && closed !== undefined && closed <= arrival.on,
  );
  return {
    format: 'dondoc.submission/1',
    plan,
    planVersion: 1,
    report,
    period,
    unit: school.id,
    receivedOn: arrival.on,
    channel: arrival.channel,
    ...(covers.length === 0 ? {} : { covers: covers.map(({ id }) => id) }),
    note: 'Dữ liệu minh họa, không phải số liệu thật.',
    preparedBy: { name: `Văn thư ${school.short}`, phone: '0000 000 000' },
    signedDocument: {
      number: `${String(between(`${school.id}/${period}/number`, 21, 180))}/BC-${school.symbol}`,
      date: arrival.on,
      signerTitle: 'Hiệu trưởng',
    },
    gates: told.gates,
    answers: told.answers,
  };
}
