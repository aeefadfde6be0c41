import { phongGddtOffice, type Office } from '@dondoc/core';
import { schoolAgencies } from '../demo/schools.ts';
import { plan2020 } from '../demo/office.ts';
import { demoSources } from '../demo/sources.ts';
import { toYaml } from '../files/plan-yaml.ts';
import { world, type Options, type Outcome, type World } from './world.ts';

/** The schools of the small office, in its order. */
export const units = ['mn-hoa-sen', 'mn-anh-duong', 'th-an-thinh', 'th-phu-loc'] as const;

/** Four days before the half-year report is due: 8 o'clock on 1 June 2020 in Vietnam. */
export const BEFORE = '2020-06-01T01:00:00Z';
/** The day after it was due. */
export const AFTER = '2020-06-05T03:00:00Z';

/** A district office with four schools and a person for each role. */
export const smallOffice = (): Office =>
  phongGddtOffice({
    units: schoolAgencies('phong-gddt').filter(({ id }) => units.some((unit) => unit === id)),
    people: [
      { id: 'truong-phong', name: 'Võ Văn Mười', title: 'Trưởng phòng', agency: 'phong-gddt', roles: ['leader'] },
      { id: 'van-thu', name: 'Lê Thị Oanh', title: 'Văn thư', agency: 'phong-gddt', roles: ['registrar'] },
      { id: 'chuyen-vien', name: 'Trần Văn Bảy', title: 'Chuyên viên', agency: 'phong-gddt', roles: ['officer'] },
      { id: 'quan-tri', name: 'Ngô Thị Tám', title: 'Viên chức', agency: 'phong-gddt', roles: ['admin'] },
    ],
    announcedYears: [2019, 2020],
  });

export interface LedgerWorld extends World {
  /** Runs on the morning of 1 June 2020 unless it is told otherwise. */
  readonly dondoc: (line: string, options?: Options) => Promise<Outcome>;
}

/** Splits a command line; double quotes hold words together. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** An office folder with its plan of 2020 and the reports of its schools; nothing is adopted yet. */
export async function smallWorld(): Promise<LedgerWorld> {
  const made = await world();
  const plan = plan2020();
  await made.write('office.yaml', toYaml(smallOffice(), { schema: 'office', comments: ['Cơ quan nhỏ'] }));
  await made.write(`plans/${plan.id}.yaml`, toYaml(plan, { schema: 'plan', comments: ['Kế hoạch năm 2020'] }));
  for (const { path, content } of demoSources())
    if (units.some((unit) => path === `inbox/2020-H1/${unit}.json`)) await made.write(path, content);
  return { ...made, dondoc: (line, options) => made.run(wordsOf(line), { now: BEFORE, ...options }) };
}

/** The same office, adopted on 24 February 2020. */
export async function ledgerWorld(): Promise<LedgerWorld> {
  const made = await smallWorld();
  const { code, stderr } = await made.dondoc('adopt --yes --as quan-tri', { now: '2020-02-24T02:00:00Z' });
  if (code !== 0) throw new Error(stderr);
  return made;
}
