import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeFinding, isKnownRule, ruleTexts } from './catalogue.ts';
import type { Rules } from './catalogue/types.ts';

const folder = new URL('catalogue/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

/** The rules of every file of the folder, but for the one that merges three others. */
const concepts = async (): Promise<readonly Rules[]> => {
  // A module's exports by name; those named '…Rules' satisfy the type where they are declared.
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, Rules>>),
  );
  return modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, rules]) => (name.endsWith('Rules') && name !== 'checkRules' ? [rules] : [])),
  );
};

describe('the catalogue', () => {
  test('has each rule once, over all concepts', async () => {
    const ids = (await concepts()).flatMap((rules) => Object.keys(rules));
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    expect(Object.keys(ruleTexts).toSorted()).toEqual(ids.toSorted());
  });

  test('names rules in small letters, by concept', () => {
    for (const id of Object.keys(ruleTexts)) expect(id).toMatch(/^[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/);
  });

  test('speaks even where a finding brings nothing', () => {
    const said = Object.entries(ruleTexts).map(([rule, { message }]) => [rule, message({})] as const);
    expect(said.filter(([, words]) => /undefined|NaN/.test(words) || words !== words.normalize('NFC'))).toEqual([]);
  });

  test('never says what an office does not say', () => {
    const unsaid = /(?<!\p{L})(?:bạn|nộp|deadline|Lỗi|vi phạm)(?!\p{L})|\p{L}!(?=[\s'`])/iu;
    const withoutComments = (file: string) =>
      readFileSync(new URL(file, folder), 'utf8').replaceAll(/\/\*\*?[^]*?\*\/|\/\/.*$/gm, '');
    expect(files.filter((file) => unsaid.test(withoutComments(file)))).toEqual([]);
  });
});

describe('describeFinding', () => {
  test('labels by severity and leaves out what the rule does not say', () => {
    expect(describeFinding({ rule: 'text.blank', severity: 'error', where: ['title', 0], params: {} })).toEqual({
      label: 'Cần sửa',
      message: 'Nội dung này còn để trống.',
      mend: 'ghi nội dung, hoặc bỏ hẳn mục nếu không dùng.',
    });
  });

  test('writes the dates and names of its params', () => {
    const { label, message, mend } = describeFinding({
      rule: 'check.due-before-issue',
      severity: 'warning',
      where: ['reports', 2, 'due'],
      params: {
        report: 'kết quả hoạt động thông tin đối ngoại',
        reportKind: 'periodic',
        period: '6 tháng đầu năm 2019',
        due: '2019-06-05',
        reading: 'before',
        lastDay: '2019-06-04',
        issuedOn: '2019-08-23',
        issuedBy: 'citation',
        nextYear: 2020,
        more: 0,
      },
    });
    expect([label, message, mend]).toEqual([
      'Nên xem lại',
      'Báo cáo kết quả hoạt động thông tin đối ngoại 6 tháng đầu năm 2019 có thời hạn trước ngày 05/6/2019, sớm hơn ngày ban hành kế hoạch (không thể trước ngày 23/8/2019, ngày của văn bản mới nhất được viện dẫn).',
      'ghi rõ áp dụng từ năm 2020, hoặc bỏ kỳ này.',
    ]);
  });

  test.each([
    [['title', 0], 'Có nội dung cần xem lại tại title.0 (mã: new.rule).'],
    [[], 'Có nội dung cần xem lại (mã: new.rule).'],
  ])('says where a rule without words was found: %j', (where, message) => {
    expect(describeFinding({ rule: 'new.rule', severity: 'hint', where, params: {} })).toEqual({
      label: 'Gợi ý',
      message,
    });
  });

  test('knows no rule by the name of a property that every object has', () => {
    expect(isKnownRule('constructor')).toBe(false);
    expect(describeFinding({ rule: 'toString', severity: 'error', where: [], params: {} }).message).toContain(
      'toString',
    );
  });
});
