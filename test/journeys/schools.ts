import { foreignInformationPlan, phongGddtOffice, type Office, type Plan } from '@dondoc/core';
import { submissions } from '../bench/data.ts';

const kinds = { 'mn-hoa-sen': 'mam-non', 'th-an-thinh': 'tieu-hoc', 'th-phu-loc': 'tieu-hoc', 'thcs-my-hung': 'thcs' };

/** A district office with four schools and its people. */
export const office = (): Office =>
  phongGddtOffice({
    units: Object.entries(kinds).map(([id, kind], index) => ({
      id,
      names: `Trường ${id}`,
      kind,
      parent: 'phong-gddt',
      order: index + 1,
    })),
    people: [
      { id: 'quan-tri', name: 'Lê Văn Quản', agency: 'phong-gddt', roles: ['admin'] },
      { id: 'theo-doi', name: 'Trần Thị Theo', agency: 'phong-gddt', roles: ['officer'] },
      { id: 'van-thu', name: 'Ngô Thị Thư', agency: 'phong-gddt', roles: ['registrar'] },
      { id: 'lanh-dao', name: 'Phạm Văn Đạo', agency: 'phong-gddt', roles: ['leader'] },
    ],
  });

export const plan2020 = (): Plan => foreignInformationPlan({ year: 2020, corrected: true, date: '2020-02-24' });

/** A whole report of one school for the first half of 2020, as its form asks it of its kind. */
export function report(unit: keyof typeof kinds) {
  const made = submissions(5, 'half-year').find(({ unit: id }) => id === `truong-${String(place(unit))}`);
  if (made === undefined) throw new Error(`no report for ${unit}`);
  const { receivedOn: _, ...rest } = made;
  return { ...rest, plan: 'ttdn-2020', planVersion: 1, period: '2020-H1', unit };
}

/** The benchmark's invented schools go by kind in this order. */
const place = (unit: keyof typeof kinds): number =>
  ['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap'].indexOf(kinds[unit]) + 1;
