import { announcement, foreignInformationPlan, phongGddtOffice, type Office, type Plan } from '@dondoc/core';
import { schoolAgencies } from './schools.ts';

const years = [2019, 2020] as const;

/** The demo's office: the district office of the 2019 plan with 24 invented schools. */
export function demoOffice(): Office {
  const holidays = years.flatMap((year) =>
    (announcement(year)?.exchanges ?? []).flatMap(({ off, work, name, source }) => [
      { from: off, kind: 'off' as const, name, source },
      { from: work, kind: 'work' as const, name, source },
    ]),
  );
  return phongGddtOffice({ units: schoolAgencies('phong-gddt'), holidays, announcedYears: years, demo: true });
}

/** The plan of 2019 as written. Its paper leaves number and day blank; the demo takes the day below for its day of issue. */
export const plan2019 = (): Plan => foreignInformationPlan({ date: '2019-08-27' });

/** The same plan a year later, its slips corrected. */
export const plan2020 = (): Plan => foreignInformationPlan({ year: 2020, corrected: true, date: '2020-02-24' });
