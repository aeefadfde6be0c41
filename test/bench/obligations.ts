import { directory, none, obligations, status } from '@dondoc/core';
import { agencies, calendar, plan } from './data.ts';
import { compare, type Measured } from './measure.ts';

const now = { day: '2019-11-06', minute: 540 };

/** A year of obligations with their statuses, for ten times as many units: linear is a ratio of about ten. */
export const growth = (): Promise<readonly Measured[]> => {
  const run = (count: number) => {
    const all = directory(agencies(count));
    return () =>
      obligations({ plan, agencies: all, calendar }).map((obligation) => status(obligation, none, now, { calendar }));
  };
  return compare({ '5,000 units': run(5_000), '50,000 units': run(50_000) }, { rounds: 9, warmUp: 3 });
};
