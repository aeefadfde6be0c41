import { describe, expect, test } from 'vitest';
import { balanced, measure, ruleLength } from './metrics.ts';
import { closingColumns, letterheadColumns, nd30, textWidth, type Measure } from './nd30-2020.ts';

const chosen: [string, Measure][] = [
  ...Object.entries(nd30.margins),
  ...Object.entries(nd30.components).map(([name, { size }]): [string, Measure] => [name, size]),
  ['page number', nd30.pageNumber.size],
  ['gap between paragraphs', nd30.body.gap],
  ['line spacing', nd30.body.line],
  ['line under a heading', nd30.rule.share],
];

describe('the layout of Decree 30/2020/NĐ-CP', () => {
  test.each(chosen)('%s is within its range', (_, { value, allowed: [least, most] }) => {
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  });

  test('every component names its source', () => {
    for (const { source } of Object.values(nd30.components))
      expect(source).toMatch(/^Nghị định 30\/2020\/NĐ-CP, Phụ lục I, Phần I, Mục /);
  });

  test('the first-line indent is 1 cm or 1.27 cm', () => {
    expect([10, 12.7]).toContain(nd30.body.indent);
  });

  test('the columns of letterhead and closing block are as wide as the text', () => {
    expect(letterheadColumns[0] + letterheadColumns[1]).toBe(textWidth(false));
    expect(closingColumns[0] + closingColumns[1]).toBe(textWidth(false));
  });

  test('national name and the longest usual agency name fit their columns on one line', () => {
    const [left, right] = letterheadColumns;
    expect(
      measure('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: nd30.components.motto1.size.value, bold: true }),
    ).toBeLessThan(right);
    expect(measure('PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', { size: nd30.components.agency.size.value, bold: true })).toBeLessThan(
      left,
    );
  });
});

describe('lines of headings', () => {
  const set = { size: 14, bold: true };

  test('a rule is between a third and a half of its text', () => {
    const text = 'của Ngành Giáo dục và Đào tạo huyện Thủ Thừa năm 2019';
    const share = ruleLength(text, set) / measure(text, set);
    expect(share).toBeGreaterThanOrEqual(1 / 3);
    expect(share).toBeLessThanOrEqual(1 / 2);
  });

  test('a heading that fits stays on one line', () => {
    expect(balanced('Hoạt động thông tin đối ngoại', { width: 140, ...set })).toEqual([
      'Hoạt động thông tin đối ngoại',
    ]);
  });

  test('a longer one is broken into lines of about the same length, a number with the word before it', () => {
    const lines = balanced(
      'Kết quả thực hiện hoạt động thông tin đối ngoại của ngành Giáo dục và Đào tạo huyện Thủ Thừa 6 tháng đầu năm 2020',
      { width: 140, ...set },
    );
    const widths = lines.map((line) => measure(line, set));
    expect(lines.length).toBe(2);
    expect(Math.max(...widths)).toBeLessThanOrEqual(140);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.7);
    expect(lines.join(' ')).toContain('năm\u00A02020');
  });

  test.each([
    ['TRƯỜNG TIỂU HỌC MỸ HƯNG B', ['TRƯỜNG TIỂU HỌC', 'MỸ HƯNG\u00A0B']],
    ['TRƯỜNG MẪU GIÁO TUỔI THẦN TIÊN', ['TRƯỜNG MẪU GIÁO', 'TUỔI THẦN TIÊN']],
    ['TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ TÂN HÒA BÌNH', ['TRƯỜNG TIỂU HỌC', 'VÀ TRUNG HỌC', 'CƠ SỞ TÂN HÒA BÌNH']],
  ])('%s is never broken inside a word of two syllables, before its last letter or after “và”', (name, lines) => {
    expect(balanced(name, { width: 66, size: 12, bold: true })).toEqual(lines);
  });

  test('one word wider than the line is left as it is', () => {
    expect(balanced('A'.repeat(200), { width: 40, ...set })).toEqual(['A'.repeat(200)]);
    expect(balanced(`${'A'.repeat(60)} ${'B'.repeat(60)}`, { width: 40, ...set })).toHaveLength(2);
  });
});
