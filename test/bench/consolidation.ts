import { consolidate, readSubmissions } from '@dondoc/core';
import { form, named, offices, period, plan, submissions, units } from './data.ts';
import { compare, type Measured } from './measure.ts';

const UNITS = 1_000;

const prepared = (count: number) => {
  const sent = submissions(count);
  const read = readSubmissions(named(sent), {
    plan,
    directory: offices(count),
    only: { report: 'year', period: '2019' },
  });
  if (!read.ok) {
    throw new Error(`the benchmark's own submissions are refused: ${JSON.stringify(read.findings.slice(0, 3))}`);
  }
  const context = { plan, form, report: { id: 'year' }, period: period('2019'), expected: units(count) };
  return { sent, run: () => consolidate({ ...context, submissions: read.value }) };
};

/** Consolidating ten times as many units: linear is a ratio of about ten. */
export const consolidationGrowth = (): Promise<readonly Measured[]> =>
  compare({ '500 units': prepared(500).run, '5,000 units': prepared(5_000).run }, { rounds: 9, warmUp: 3 });

/** Consolidating 1,000 units against parsing the JSON of the same submissions. */
export async function consolidation(): Promise<{ readonly measured: readonly Measured[]; readonly fields: number }> {
  const { sent, run } = prepared(UNITS);
  const json = sent.map((one) => JSON.stringify(one));
  const measured = await compare({
    'JSON.parse of 1,000 submissions': () => json.map((one): unknown => JSON.parse(one)),
    'consolidate the same 1,000 submissions': run,
  });
  return { measured, fields: Math.max(...sent.map(({ answers }) => Object.keys(answers).length)) };
}
