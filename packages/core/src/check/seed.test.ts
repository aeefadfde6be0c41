import { describe, expect, test } from 'vitest';
import { describeFinding } from '../text/catalogue.ts';
import { foreignInformationPlan } from '../templates/foreign-information.ts';
import { phongGddtOffice } from '../templates/office/phong-gddt.ts';
import { checkOffice } from './office.ts';
import { checkPlan } from './plan.ts';

describe('the plan of 2019 as written', () => {
  const findings = checkPlan({ plan: foreignInformationPlan(), office: phongGddtOffice() });
  const of = (rule: string) => findings.filter((finding) => finding.rule === rule);

  test('gives its first task a quarter that was over', () => {
    expect(of('check.task-past')).toMatchObject([
      {
        where: ['tasks', 'groups', 0, 'tasks', 0, 'schedule'],
        params: { quarter: 1, quarterYear: 2019, lastDay: '2019-03-31', issuedOn: '2019-08-23' },
      },
    ]);
  });

  test('asks for a half-year report by a day that had passed, and not for a yearly one', () => {
    expect(
      of('check.due-before-issue').map(({ params }) => [params['period'], params['due'], params['lastDay']]),
    ).toEqual([['6 tháng đầu năm 2019', '2019-06-05', '2019-06-04']]);
  });

  test('asks for both before their data windows close', () => {
    expect(of('check.due-before-window-closes').map(({ params }) => [params['due'], params['windowTo']])).toEqual([
      ['2019-06-05', '2019-06-14'],
      ['2019-11-05', '2019-12-14'],
    ]);
  });

  test('cites a decision with a year in its number', () => {
    expect(of('check.year-in-number').map(({ params }) => [params['code'], params['proper']])).toEqual([
      ['930/2018/QĐ-TTg', '930/QĐ-TTg'],
    ]);
  });

  test('states no cut-off, outline, form, method or guidance for either', () => {
    expect(
      of('check.report-incomplete').map(({ params }) => [params['reportId'], params['missing'], params['unannounced']]),
    ).toEqual(['half-year', 'year'].map((id) => [id, ['method', 'cutoff', 'outline', 'guidance'], ['form']]));
    expect(describeFinding(of('check.report-incomplete')[0]!).message).toMatch(
      / chưa nêu: phương thức gửi, nhận; thời gian chốt số liệu; đề cương; hướng dẫn quy trình thực hiện\. Nội dung đã có trong dữ liệu nhưng lời văn của kế hoạch chưa nhắc đến: biểu mẫu số liệu\.$/,
    );
  });

  test('leaves the district’s People’s Committee out of its recipients', () => {
    expect(of('check.recipient-missing').map(({ params }) => params['agencyId'])).toEqual(['ubnd-huyen']);
  });

  test('has nine pairs of words run together', () => {
    expect(
      of('check.words-run-together')
        .map(({ params }) => params['word'])
        .toSorted(),
    ).toEqual(
      ['cácquy', 'hạnchế', 'củaNhà', 'tíncủa', 'Nhànước', 'tạotrong', 'THPTQuốc', 'cácđơn', 'PhòngGiáo'].toSorted(),
    );
  });

  test('has three words taken for another', () => {
    expect(
      of('check.confused-words')
        .map(({ params }) => `${String(params['word'])} → ${String(params['suggestion'])}`)
        .toSorted(),
    ).toEqual(['phát luật → pháp luật', 'sai lệnh → sai lệch', 'tuyên truyên → tuyên truyền']);
  });

  test('has no task with owner, time and product', () => {
    expect(of('check.task-incomplete')).toHaveLength(7);
  });

  test('is otherwise sound', () => {
    const known = new Set([
      'check.task-past',
      'check.due-before-issue',
      'check.due-before-window-closes',
      'check.year-in-number',
      'check.report-incomplete',
      'check.recipient-missing',
      'check.words-run-together',
      'check.confused-words',
      'check.task-incomplete',
    ]);
    expect(findings.filter(({ rule, severity }) => !known.has(rule) && severity !== 'hint')).toEqual([]);
    expect(checkOffice({ office: phongGddtOffice() })).toEqual([]);
  });
});

test('corrected, the same plan has no slip of spelling left', () => {
  const rules = checkPlan({ plan: foreignInformationPlan({ corrected: true }), office: phongGddtOffice() }).map(
    ({ rule }) => rule,
  );
  expect(rules).not.toContain('check.words-run-together');
  expect(rules).not.toContain('check.confused-words');
  expect(rules).not.toContain('check.not-a-syllable');
  expect(rules).not.toContain('check.year-in-number');
});
