import { describe, expect, test } from 'vitest';
import { foreignInformationPlan, phongGddtOffice, directory } from '@dondoc/core';
import { officePaper, unitPaper } from './drafts.ts';

const plan = foreignInformationPlan();
const office = phongGddtOffice({
  units: [
    { id: 'th-a', names: 'Trường Tiểu học A', kind: 'tieu-hoc', parent: 'phong-gddt', symbol: 'THA' },
    { id: 'xa-a', names: 'Ủy ban nhân dân xã A', kind: 'ubnd-xa', symbol: 'UBND' },
  ],
});
const agencies = directory(office.agencies);

describe('a draft on the office’s paper', () => {
  const draft = { office, directory: agencies, plan, day: '2019-11-11' };

  test('has the office’s symbol, else the usual one of its type', () => {
    const bare = { ...draft, office: { symbols: {}, demo: false } };
    expect(officePaper({ ...bare, type: 'letter' }).symbol).toBe('PGDĐT');
    expect(officePaper({ ...bare, type: 'report' }).symbol).toBe('BC-PGDĐT');
    const stated = { ...bare, office: { symbols: { letter: 'PGDĐT-VP' }, demo: false } };
    expect(officePaper({ ...stated, type: 'letter' }).symbol).toBe('PGDĐT-VP');
  });

  test('goes to those written to, the leaders, and last the files as the plan names them', () => {
    const recipients = officePaper({ ...draft, type: 'letter' }).recipients.map(({ text }) => text);
    expect(recipients.slice(0, 2)).toEqual(['Như trên', 'Lãnh đạo Phòng GD&ĐT']);
    expect(recipients.slice(2).every((text) => text.startsWith('Lưu'))).toBe(true);
    expect(recipients.length).toBeGreaterThan(2);
  });
});

describe('a draft on a unit’s paper', () => {
  const draft = { directory: agencies, day: '2019-11-01', type: 'BC' } as const;

  test('is signed by the head of its kind, number and date blank', () => {
    expect(unitPaper({ ...draft, unit: 'th-a' })).toMatchObject({
      symbol: 'BC-THA',
      number: undefined,
      date: undefined,
      signatory: { authority: [], headTitle: 'HIỆU TRƯỞNG' },
    });
    expect(unitPaper({ ...draft, unit: 'xa-a' }).signatory).toEqual({
      authority: ['TM'],
      collective: 'ỦY BAN NHÂN DÂN',
      headTitle: 'CHỦ TỊCH',
    });
  });

  test('takes number, symbol, date and signer from the signed document', () => {
    const signed = { number: '12/BC-TrTHA', date: '2019-10-29', signer: 'Nguyễn Văn A' };
    expect(unitPaper({ ...draft, unit: 'th-a', signed })).toMatchObject({
      number: '12',
      symbol: 'BC-TrTHA',
      date: '2019-10-29',
      signatory: { name: 'Nguyễn Văn A' },
    });
  });
});
