import { directory } from '@dondoc/core';
import { expect, test } from 'vitest';
import { smallOffice } from '../testing/app.ts';
import { peopleFor } from './people.ts';

const { agencies, ...settings } = smallOffice();
const people = [
  ...settings.people,
  { id: 'co-ba', name: 'Cô Ba', title: 'Giáo viên', agency: 'th-thi-tran', roles: ['filer' as const] },
  { id: 'thay-tu', name: 'Thầy Tư', title: 'Hiệu trưởng', agency: 'th-nhi-thanh', roles: ['unit-head' as const] },
];
const view = { settings: { ...settings, people }, directory: directory(agencies) };
const at = { day: '2020-06-01' };
const toSchool = peopleFor(view, { principal: { unit: 'th-thi-tran' }, ...at });
const toDesk = peopleFor(view, { principal: {}, ...at });
const desk = directory(agencies).at('phong-gddt', at.day)?.shortName;

test.each([
  { id: 'th-thi-tran:filer', shown: 'th-thi-tran:filer', named: 'Trường Tiểu học Thị trấn' },
  { id: 'co-ba', shown: 'co-ba', named: 'Cô Ba' },
  { id: 'chuyen-vien', shown: 'phong-gddt', named: 'Chuyên viên' },
  { id: 'token:tok-0123456789', shown: 'phong-gddt', named: desk },
  { id: 'system', shown: 'phong-gddt', named: desk },
  { id: 'th-nhi-thanh:filer', shown: 'phong-gddt', named: desk },
  { id: 'thay-tu', shown: 'phong-gddt', named: 'Hiệu trưởng' },
])('to a school $id is $named', ({ id, shown, named }) => {
  expect([toSchool.shown(id), toSchool.named(id)]).toEqual([shown, named]);
});

test.each([
  ['th-thi-tran:filer', 'Trường Tiểu học Thị trấn'],
  ['co-ba', 'Cô Ba'],
  ['chuyen-vien', 'Trần Văn Bảy'],
  ['token:tok-0123456789', 'token:tok-0123456789'],
])('to the desk %s is itself, and %s in words', (id, named) => {
  expect([toDesk.shown(id), toDesk.named(id)]).toEqual([id, named]);
});
