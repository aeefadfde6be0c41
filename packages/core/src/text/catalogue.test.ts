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
  test('writes the bound of a year as a year, and of a quantity as a quantity', () => {
    const words = (key: string) =>
      describeFinding({
        rule: 'schema.too-small',
        severity: 'error',
        where: [key],
        params: { key, requirement: 2000 },
      });
    expect(words('year')).toMatchObject({
      message: 'Mục “year” không được nhỏ hơn 2000.',
      mend: 'ghi số từ 2000 trở lên.',
    });
    expect(words('limit').message).toBe('Mục “limit” không được nhỏ hơn 2.000.');
  });

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
    [
      'check.units-without-contact',
      { count: 5, of: 24, units: ['Trường A', 'Trường B'] },
      '5/24 đơn vị (20,8%) chưa có thông tin liên hệ: Trường A; Trường B.',
    ],
    [
      'check.units-without-contact',
      { count: 13, of: 13, units: Array.from({ length: 13 }, (_, i) => `T${i + 1}`) },
      '13/13 đơn vị (100%) chưa có thông tin liên hệ: T1; T2; T3; T4; T5; T6; T7; T8; T9; T10 và 03 đơn vị khác.',
    ],
    [
      'check.words-contradict-rule',
      { task: 'x', words: 'trong 5 ngày', about: 'days', said: '5', read: '10' },
      'Nhiệm vụ “x”: câu chữ “trong 5 ngày” nêu 05 ngày, trong khi thời hạn đã nhập là 10 ngày làm việc.',
    ],
    [
      'answer.gate-missing',
      { section: 'II.1', title: 'Giới thiệu gương điển hình tiên tiến' },
      'Chưa chọn “Có” hoặc “Không phát sinh” ở mục II.1 “Giới thiệu gương điển hình tiên tiến”.',
    ],
    [
      'chain.too-few-days',
      {
        report: 'Báo cáo kết quả',
        reportKind: 'periodic',
        period: 'năm 2019',
        level: 'Phòng GD&ĐT',
        asks: '2019-11-04',
        owes: '2019-11-06',
        days: 2,
        needed: 3,
      },
      'Báo cáo kết quả, năm 2019: Phòng GD&ĐT nhận báo cáo của cấp dưới đến hết ngày 04/11/2019 và phải gửi cấp trên chậm nhất hết ngày 06/11/2019, chỉ còn 02 ngày làm việc để tổng hợp (cần 03).',
    ],
    ['schema.not-accepted', { key: 'x' }, 'Mục “x” chưa đúng định dạng yêu cầu.'],
    ['answer.not-an-object', {}, 'Phần trả lời không đọc được: cần các cặp gồm mã nội dung và giá trị.'],
    ['act.not-late', {}, 'Báo cáo không được ghi nhận là chậm hoặc quá hạn nên không có nội dung để xem xét lại.'],
    ['act.not-waived', {}, 'Đơn vị chưa được miễn báo cáo kỳ này nên không có nội dung miễn để hủy.'],
    [
      'check.signatory-without-own-title',
      { authority: ['KT'] },
      'Người ký ghi “KT.” nhưng chưa ghi chức vụ của chính người ký.',
    ],
  ])('%s with %j', (rule, params, words) => {
    expect(describeFinding({ rule, severity: 'warning', where: [], params }).message).toBe(words);
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
