import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { citedIds } from '../plan/cite.ts';
import { clonePlan } from '../plan/clone.ts';
import { parsePlan } from '../plan/define.ts';
import { planText } from '../plan/paper.ts';
import { fold } from '../text/fold.ts';
import seedText from './fixtures/ke-hoach-thong-tin-doi-ngoai-2019.txt?raw';
import { foreignInformationPlan } from './foreign-information.ts';
import { phongGddtOffice } from './office/phong-gddt.ts';

/**
 * What stands on the page but is no wording of the plan: the page number that the print shows on page 1, the spelling of
 * the country's name and motto (laid out today as Decree 30/2020/NĐ-CP asks), the rule under the title.
 */
const furniture = new Set([
  '1',
  'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập – Tự do – Hạnh phúc',
  'Độc lập - Tự do - Hạnh phúc',
  '______________',
]);

const wording = (text: string): string =>
  fold(
    text
      .split('\n')
      .filter((line) => !furniture.has(fold(line)))
      .join('\n'),
  );

const agencies = directory(phongGddtOffice().agencies);
const words = (text: string): readonly string[] => wording(text).split(' ');

const made = (options?: Parameters<typeof foreignInformationPlan>[0]) =>
  planText({ plan: foreignInformationPlan(options), directory: agencies });

describe('the plan of 2019', () => {
  const plan = foreignInformationPlan();

  test('equals its source word by word, misspellings and run-together words included', () => {
    // Word lists first: a difference is then shown where it is.
    expect(words(made())).toEqual(words(seedText));
    expect(wording(made())).toBe(wording(seedText));
  });

  test('sets apart nothing but the four lines of the page’s furniture', () => {
    const lines = (text: string) =>
      text
        .split('\n')
        .map(fold)
        .filter((line) => line !== '');
    expect(lines(seedText).filter((line) => furniture.has(line))).toEqual([
      '1',
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập – Tự do – Hạnh phúc',
      '______________',
    ]);
    expect(lines(made()).filter((line) => furniture.has(line))).toHaveLength(2);
  });

  test('is a draft: number and day are blank', () => {
    expect(plan).not.toHaveProperty('number');
    expect(plan).not.toHaveProperty('date');
    expect(plan.symbol).toBe('KH-PGDĐT');
  });

  test('reads as itself', () => {
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan, findings: [] });
  });

  test('states four duties: two without a day, six months before 05/6, the year before 05/11', () => {
    expect(plan.reports.map(({ due, form, frequency, id }) => ({ id, frequency, form, due }))).toEqual([
      { id: 'unit-plan', frequency: 'once', form: undefined, due: { rule: 'none' } },
      { id: 'result', frequency: 'once', form: undefined, due: { rule: 'none' } },
      {
        id: 'half-year',
        frequency: 'half-year-1',
        form: 'thong-tin-doi-ngoai',
        due: { rule: 'date', reading: 'before', on: '05/6', yearOffset: 0, words: 'trước ngày 05⁄6' },
      },
      {
        id: 'year',
        frequency: 'year',
        form: 'thong-tin-doi-ngoai',
        due: { rule: 'date', reading: 'before', on: '05/11', yearOffset: 0, words: 'trước 05/11' },
      },
    ]);
    expect(plan.upward).toEqual(
      ['result', 'half-year', 'year'].map((report) => ({ report, to: ['so-gddt', 'ubnd-huyen'] })),
    );
  });

  test('cites its two bases and six documents only through their records', () => {
    expect(citedIds(plan.opening)).toEqual(plan.implements);
    expect(plan.implements).toEqual(['kh-2121', 'kh-1116']);
    const seaBorder = plan.tasks.groups[1]?.tasks.find(({ id }) => id === 'sea-border');
    expect(citedIds(seaBorder?.text ?? '')).toEqual(seaBorder?.references);
    expect(seaBorder?.references).toEqual(['nq-36', 'qd-30', 'qd-930', 'qd-273', 'ct-26', 'qd-1117']);
    expect(plan.documents.map(({ id }) => id)).toEqual([...plan.implements, ...(seaBorder?.references ?? [])]);
  });

  test('has one task with a time of its own and six that run on without one', () => {
    expect(plan.tasks.groups.map(({ tasks }) => tasks.map(({ schedule }) => schedule?.rule))).toEqual([
      ['within-quarter'],
      [undefined, undefined, undefined, undefined, undefined, undefined],
    ]);
  });
});

const slips =
  /cácquy|hạnchế|sai lệnh|củaNhà|tíncủa|Nhànước|phát luật|tạotrong|THPTQuốc|cácđơn|PhòngGiáo|truyên |2018\/QĐ|đến 2045|⁄| – |Web|Ngành/u;

describe('other editions of it', () => {
  test('corrected, it has none of the slips; as written, it has them', () => {
    expect(made()).toMatch(slips);
    expect(made({ corrected: true })).not.toMatch(slips);
    expect(made({ corrected: true })).toContain('Quyết định số 930/QĐ-TTg ngày 28/7/2018');
  });

  test('of 2020, issued, with its own bases', () => {
    const text = made({
      year: 2020,
      number: '12',
      date: '2020-02-10',
      corrected: true,
      bases: [{ id: 'kh-so', type: 'Kế hoạch', code: '100/KH-SGDĐT', date: '2020-01-15' }],
    });
    expect(text).toContain('Số: 12/KH-PGDĐT\nThủ Thừa, ngày 10 tháng 02 năm 2020');
    expect(text).toContain('Thực hiện Kế hoạch số 100/KH-SGDĐT ngày 15/01/2020, Phòng Giáo dục và Đào tạo xây dựng');
    expect(text).not.toContain('2019');
  });

  test('of a year without bases at hand cites none, and no programme that has ended', () => {
    const plan = foreignInformationPlan({ year: 2021, corrected: true });
    expect(plan.implements).toEqual([]);
    expect(plan.documents.map(({ id }) => id)).toEqual(['nq-36', 'ct-26']);
    const text = planText({ plan, directory: agencies });
    expect(text).toContain('\nPhòng Giáo dục và Đào tạo xây dựng Kế hoạch');
    expect(text).toContain('tầm nhìn đến năm 2045; tiếp tục triển khai Chỉ thị số 26/CT-TTg');
  });

  test('of another office names that office alone', () => {
    const other = {
      province: 'Tiền Giang',
      district: 'Cai Lậy',
      issuer: { id: 'phong-gddt', name: 'Phòng Giáo dục và Đào tạo', short: 'Phòng GD&ĐT' },
      contact: 'Bộ phận Văn thư',
      signatory: { headTitle: 'TRƯỞNG PHÒNG', name: 'Nguyễn Văn A' },
      halfYearDue: '10/6',
      yearDue: '10/11',
      corrected: true,
      bases: [],
    } as const;
    const office = phongGddtOffice(other);
    const text = planText({ plan: foreignInformationPlan(other), directory: directory(office.agencies) });
    expect(text).not.toMatch(/Thủ Thừa|THỦ THỪA|Long An|Oanh|Mười|05\/6|05\/11/);
    expect(text).toContain('UBND HUYỆN CAI LẬY');
    expect(text).toContain('(trước ngày 10/6), báo cáo năm (trước ngày 10/11)');
  });

  test('made by cloning keeps the wording and moves the year', () => {
    const { decisions, plan } = clonePlan(foreignInformationPlan({ corrected: true }), { id: 'ttdn-2020', year: 2020 });
    expect(
      decisions.map(({ params, rule }) => `${rule} ${String(params['document'] ?? '').slice(0, 30)}`.trim()),
    ).toEqual([
      'clone.basis-to-renew Kế hoạch số 2121/KH-SGDĐT ngày',
      'clone.basis-to-renew Kế hoạch số 1116/KH-UBND ngày',
      'clone.number-blank',
    ]);
    const schoolYears = plan.forms[0]?.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'school-year');
    expect(schoolYears?.choices?.map(({ label }) => label)).toEqual(['2019-2020', '2020-2021']);
    expect({ ...plan, documents: [], implements: [], opening: '' }).toEqual({
      ...foreignInformationPlan({ corrected: true, year: 2020 }),
      documents: [],
      implements: [],
      opening: '',
      tasks: plan.tasks,
    });
  });
});
