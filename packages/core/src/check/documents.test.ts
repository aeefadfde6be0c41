import { describe, expect, test } from 'vitest';
import { parsePlan } from '../plan/define.ts';
import type { PlanInput } from '../plan/schema.ts';
import { numberWithoutYear } from './documents.ts';
import { soundPlan } from './fixtures/sound.ts';
import { checkPlan } from './plan.ts';

describe('a year in a number', () => {
  test.each([
    // Normative documents carry one.
    ['30/2020/NĐ-CP', undefined, undefined],
    ['19/2020/TT-BGDĐT', undefined, undefined],
    ['72/2025/QH15', undefined, undefined],
    ['1682/2025/UBTVQH15', undefined, undefined],
    ['45/2021/NQ-HĐND', undefined, undefined],
    ['28/2018/QĐ-TTg', 'về việc gửi, nhận văn bản điện tử', undefined],
    ['20/2020/QĐ-TTg', undefined, undefined],
    ['01/2023/QĐ-UBND', 'ban hành Quy định về chế độ báo cáo', undefined],
    ['37/2008/QĐ-BGDĐT', undefined, undefined], // ministers' decisions were normative until 2008
    // Others do not.
    ['930/2018/QĐ-TTg', 'phê duyệt Đề án tuyên truyền', '930/QĐ-TTg'],
    ['930/2018/QĐ-TTg', undefined, '930/QĐ-TTg'],
    ['30/2018/QĐ-TTg', 'phê duyệt Đề án', '30/QĐ-TTg'],
    ['30/2018/QĐ-TTg', 'về việc phê duyệt Đề án', '30/QĐ-TTg'],
    ['26/2018/CT-TTg', undefined, '26/CT-TTg'],
    ['2121/2019/KH-SGDĐT', undefined, '2121/KH-SGDĐT'],
    ['15/2020/QĐ-BGDĐT', undefined, '15/QĐ-BGDĐT'],
    // No year in it.
    ['930/QĐ-TTg', undefined, undefined],
    ['36-NQ/TW', undefined, undefined],
    ['2019/KH-UBND', undefined, undefined], // number 2019
  ])('%s %s', (code, subject, proper) => {
    expect(numberWithoutYear(subject === undefined ? { code } : { code, subject })).toBe(proper);
  });
});

const rules = (
  change: Partial<PlanInput>,
  { dated = true, adopted }: { readonly dated?: boolean; readonly adopted?: string } = {},
) => {
  const { date, ...plan } = soundPlan();
  const parsed = parsePlan({ ...plan, ...(dated ? { date } : {}), ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return checkPlan({ plan: parsed.value, ...(adopted === undefined ? {} : { adopted }) }).map(({ rule }) => rule);
};

describe('a document younger than the plan', () => {
  const documents = (date: string) => [{ ...soundPlan().documents![0]!, date }, soundPlan().documents![1]!];

  test.each([
    ['2026-01-20', false], // of the same day
    ['2026-01-21', true],
  ])('document of %s, plan of 20/01/2026', (date, later) => {
    expect(rules({ documents: documents(date) }).includes('check.document-later-than-plan')).toBe(later);
  });

  test('a plain file without a date is as young as its documents, but not of another year', () => {
    const rule = 'check.document-later-than-plan';
    expect(rules({ documents: documents('2026-12-31') }, { dated: false })).not.toContain(rule);
    expect(rules({ documents: documents('2027-01-01') }, { dated: false })).toContain(rule);
    expect(rules({ documents: documents('2026-03-02') }, { dated: false, adopted: '2026-03-01' })).toContain(rule);
  });
});

describe('the plan’s year', () => {
  test.each([
    ['Kế hoạch năm 2026', false],
    ['Kế hoạch giai đoạn 2024 - 2028', false],
    ['Kế hoạch năm học 2026-2027', false],
    ['Kế hoạch hằng năm', false],
    ['Kế hoạch năm 2025', true],
    ['Kế hoạch giai đoạn 2020–2025', true],
  ])('title %s', (title, mismatch) => {
    expect(rules({ title: [title] }).includes('check.year-mismatch')).toBe(mismatch);
  });

  test('dates in the opening are no years of the plan', () => {
    expect(
      rules({ opening: 'Căn cứ {nd-72} và văn bản ngày 05 tháng 6 năm 2019, {kh-tinh}, xây dựng Kế hoạch như sau:' }),
    ).not.toContain('check.year-mismatch');
  });
});
