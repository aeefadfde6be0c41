import { describe, expect, test } from 'vitest';
import { cite, citedIds, citeShort, fillCitations } from './cite.ts';
import { definePlan } from './define.ts';
import { smallPlan } from './fixtures/small.ts';

const { documents } = definePlan(smallPlan);
const [upper, decision, law] = documents;

describe('cite', () => {
  test('writes type, number, date, issuer and subject at the first mention', () => {
    expect(cite(upper!)).toBe(
      'Kế hoạch số 2121/KH-SGDĐT ngày 23/8/2019 của Sở Giáo dục và Đào tạo Long An về hoạt động thông tin đối ngoại năm 2019',
    );
  });

  test('leaves out what the record does not know', () => {
    expect(cite(decision!)).toBe('Quyết định số 930/QĐ-TTg ngày 28/7/2018');
  });

  test('cites a law by its name', () => {
    expect(cite(law!)).toBe('Luật Bảo vệ bí mật nhà nước');
  });

  test('writes type and number at a later mention', () => {
    expect(citeShort(upper!)).toBe('Kế hoạch số 2121/KH-SGDĐT');
  });
});

describe('fillCitations', () => {
  test('writes out every placeholder and leaves unknown ones and other braces as they are', () => {
    expect(fillCitations('{luat}; {qd-930}; {khong-co}; {Không Phải}; {luat}', documents)).toBe(
      'Luật Bảo vệ bí mật nhà nước; Quyết định số 930/QĐ-TTg ngày 28/7/2018; {khong-co}; {Không Phải}; Luật Bảo vệ bí mật nhà nước',
    );
  });

  test('does not read a citation again for placeholders or replacement patterns', () => {
    const tricky = [{ id: 'a', type: 'Luật', subject: '$& {b} $1' }];
    expect(fillCitations('{a}', [...tricky, { id: 'b', type: 'X' }])).toBe('Luật $& {b} $1');
  });
});

test('citedIds gives the ids in order, repeated ones too', () => {
  expect(citedIds('Theo {b-1}, {a}; {b-1} và {}')).toEqual(['b-1', 'a', 'b-1']);
});
