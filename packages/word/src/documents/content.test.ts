import { describe, expect, test } from 'vitest';
import { directory, followUpRows, formatPercent, none, type Consolidation, type Facts } from '@dondoc/core';
import {
  calendar,
  consolidation,
  dutiesOf,
  entries,
  form,
  office,
  paper,
  period,
  plan,
  reportOf,
  required,
} from '../testing/office.ts';
import { measure } from '../layout/metrics.ts';
import { samples } from '../testing/samples.ts';
import { all, child, readDocument, textOf, val, type Document, type Node } from '../testing/xml.ts';
import { consolidatedReport } from './consolidated/report.ts';
import { followUpBook } from './follow-up-book.ts';
import { reminderLetter } from './reminder-letter.ts';
import { requestLetter } from './request-letter.ts';
import { returnSlip } from './return-slip.ts';
import { unitReport } from './unit-report.ts';

const open = async (name: string): Promise<Document> => readDocument(await required(samples[name], name)());
const flat = ({ text }: Document): string => text.replaceAll(/[\s\u00A0]+/gu, ' ');
/** Rows of every ruled table, cell by cell. */
const rows = (document: Document): readonly (readonly string[])[] =>
  all(document.body, 'w:tbl')
    .filter((table) => val(child(child(table, 'w:tblPr'), 'w:tblStyle')) === 'BangKe')
    .flatMap((table) => all(table, 'w:tr'))
    .map((row: Node) => row.children.filter(({ name }) => name === 'w:tc').map(textOf));
const styled = ({ paragraphs }: Document, style: string): readonly string[] =>
  paragraphs.filter((one) => one.style === style).map(({ text }) => text);

describe('the plan', () => {
  test('bears its wording, blanks for number and day, and its own recipients', async () => {
    const document = await open('plan');
    expect(styled(document, 'TenLoai')).toEqual(['KẾ HOẠCH']);
    expect(styled(document, 'Muc')).toEqual([
      'I. MỤC ĐÍCH YÊU CẦU',
      'II. NỘI DUNG VÀ HÌNH THỨC',
      'III. CÁC NHIỆM VỤ TRỌNG TÂM',
      'IV. TỔ CHỨC THỰC HIỆN',
    ]);
    expect(flat(document)).toContain('Số: /KH-PGDĐT');
    expect(flat(document)).toContain('Thủ Thừa, ngày tháng năm 2019');
    expect(styled(document, 'NoiNhan').at(0)).toBe('- Sở GD&ĐT (HC-QT);');
    expect(styled(document, 'HoTen')).toEqual(['Võ Văn Mười']);
  });

  test("of a commune's People's Committee prints no body above, and its two lines are one name", async () => {
    const document = await open('plan-commune');
    expect(styled(document, 'CoQuanChuQuan')).toEqual([]);
    expect(styled(document, 'CoQuanBanHanh')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ THỦ THỪA']);
    expect(styled(document, 'QuyenHan')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  });
});

describe('the request letter', () => {
  test('says what to report, the cut-off, the date and how to send', async () => {
    const text = flat(await open('request'));
    expect(text).toContain('V/v báo cáo kết quả hoạt động thông tin đối ngoại năm 2019');
    expect(text).toContain('Nội dung báo cáo: theo đề cương (Phụ lục I) và biểu số liệu (Phụ lục II) kèm theo.');
    expect(text).toContain('Thời gian chốt số liệu: từ ngày 15/12/2018 đến hết ngày 31/10/2019.');
    expect(text).toContain('Thời hạn gửi báo cáo: trước ngày 05/11/2019 (chậm nhất hết ngày 04/11/2019).');
    expect(text).toContain('vẫn gửi báo cáo, ghi “không phát sinh”.');
    expect(text).toContain('Không gửi nội dung thuộc bí mật nhà nước');
  });

  test('annexes every figure of the form once, with a blank cell', async () => {
    const asked = form.sections
      .flatMap(({ fields }) => fields)
      .filter(({ type }) => type !== 'narrative' && type !== 'list');
    const figures = rows(await open('request')).filter(
      (cells) => cells.length === 5 && /^\d+$/.test(cells[0] ?? '') && cells[1] !== '',
    );
    expect(figures).toHaveLength(asked.length);
    expect(figures.every((cells) => cells[3] === '')).toBe(true);
  });
});

describe('the addressees of the request letter', () => {
  const to = async (kinds?: readonly string[]) =>
    styled(
      readDocument(
        await requestLetter({
          paper: paper(),
          plan,
          report: reportOf('year'),
          period: period('2019'),
          due: required(dutiesOf('year')[0], 'duty').due,
          kinds,
        }),
      ),
      'KinhGui',
    );

  test('are named by the kinds of the units, and by none as of any kind', async () => {
    expect(await to(['mam-non', 'thcs'])).toEqual(['Kính gửi: Hiệu trưởng các trường.']);
    expect(await to(['ubnd-xa'])).toEqual(['Kính gửi: Ủy ban nhân dân các xã, phường.']);
    expect(await to()).toEqual(['Kính gửi: Thủ trưởng các đơn vị.']);
  });
});

describe("the unit's report", () => {
  test('asks what its kind is asked on the day that settles who owes, whatever it has become since', async () => {
    const grown = office.all.map((agency) =>
      agency.id === 'don-vi-1'
        ? { ...agency, kind: [{ value: 'mam-non' }, { from: '2019-11-20', value: 'tieu-hoc' }] }
        : agency,
    );
    const of = async (settledOn: string) =>
      flat(
        readDocument(
          await unitReport({
            paper: paper({ directory: directory(grown), issuer: 'don-vi-1', day: '2019-11-25' }),
            plan,
            form,
            report: reportOf('year'),
            period: period('2019'),
            submission: { gates: {}, answers: { 'curriculum-attendees': 40 } },
            settledOn,
          }),
        ),
      );
    expect(await of('2019-11-04')).not.toContain('40 lượt người');
    expect(await of('2019-11-20')).toContain('40 lượt người');
  });

  test('tells a closed section in words and figures with their unit of measure', async () => {
    const text = flat(await open('unit-report'));
    expect(text).toContain('Trong kỳ, đơn vị không phát sinh nội dung này.');
    expect(text).toMatch(/[Bb]uổi tuyên truyền, giới thiệu: \d+ buổi; lượt người tham dự: \d+ lượt người\./u);
    expect(text).toContain('SỐ LIỆU PHÁT TRIỂN GIÁO DỤC NĂM HỌC 2018-2019');
    expect(text).toContain('KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG');
  });

  test('that has nothing to report gives the reason and no figures', async () => {
    const document = await open('unit-report-nil');
    expect(flat(document)).toContain('đơn vị không phát sinh nội dung phải báo cáo. Lý do: Trong kỳ đơn vị sửa chữa');
    expect(rows(document)).toEqual([]);
    expect(document.sections).toHaveLength(1);
  });
});

const report = (changes: Partial<Parameters<typeof consolidatedReport>[0]> = {}) =>
  consolidatedReport({
    paper: paper({ symbol: 'BC-PGDĐT' }),
    plan,
    form,
    report: reportOf('year'),
    consolidation: consolidation('year', '2019'),
    ...changes,
  }).then(readDocument);

describe('the consolidated report', () => {
  test('goes to both levels above and opens with their plans', async () => {
    const document = await open('consolidated');
    expect(styled(document, 'KinhGuiDong')).toEqual([
      '- Sở Giáo dục và Đào tạo Long An;',
      '- Ủy ban nhân dân huyện Thủ Thừa.',
    ]);
    expect(styled(document, 'MoDau')[0]).toMatch(
      /^Thực hiện Kế hoạch số 2121\/KH-SGDĐT ngày 23\/8\/2019 của .*; Kế hoạch số 1116\/KH-UBND .*, Phòng Giáo dục và Đào tạo báo cáo kết quả như sau:$/u,
    );
    expect(styled(document, 'Muc')).toEqual([
      'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI',
      'II. KẾT QUẢ THỰC HIỆN',
      'III. ĐÁNH GIÁ CHUNG',
      'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM',
      'V. KIẾN NGHỊ, ĐỀ XUẤT',
    ]);
    expect(flat(document)).toContain(
      'Số liệu tổng hợp từ 22/24 đơn vị (91,7%), thời gian chốt số liệu từ ngày 15/12/2018 đến hết ngày 31/10/2019.',
    );
  });

  test('says nothing of the units that are missing but their number, unless the office says so', async () => {
    const missing = required(
      consolidation('year', '2019').units.find(({ state }) => state === 'missing'),
      'missing',
    ).name;
    const inText = ({ paragraphs }: Document) =>
      paragraphs.filter(({ style }) => style === 'NoiDung').some(({ text }) => text.includes(missing));
    expect(inText(await report())).toBe(false);
    expect(inText(await report({ nameMissing: true }))).toBe(true);
  });

  test('that supplements an issued one says which and why, and ends with what has changed', async () => {
    const document = await open('consolidated-supplement');
    expect(flat(document)).toContain('Bổ sung kết quả thực hiện hoạt động thông tin đối ngoại');
    expect(flat(document)).toContain('Báo cáo này bổ sung Báo cáo số 07/BC-PGDĐT ngày 10/6/2019 của');
    expect(styled(document, 'NoiDung')).toContain('Số liệu đã được kiểm tra.');
    expect(styled(document, 'TenPhuLuc').join(' ')).toMatch(/SỐ LIỆU THAY ĐỔI SO VỚI BÁO CÁO ĐÃ PHÁT HÀNH$/);
    const changed = rows(document).filter((cells) => cells.length === 6 && cells.at(-1) === '+3');
    expect(changed.length).toBeGreaterThan(3);
    const figure = (text = '') => Number(text.replaceAll('.', ''));
    for (const [, , , before, after] of changed) expect(figure(after) - figure(before)).toBe(3);
  });

  test("puts the desk's text in place of the generated sentences, a paragraph for each line", async () => {
    const generated = await report();
    const written = await report({ text: { exemplars: 'Câu thứ nhất.\nCâu thứ hai.' } });
    const after = ({ paragraphs }: Document) => {
      const at = paragraphs.findIndex(({ text }) => text.startsWith('2.1.'));
      return paragraphs.slice(at + 1, at + 3).map(({ text }) => text);
    };
    expect(after(generated)[0]).toContain('các đơn vị đã giới thiệu gương điển hình tiên tiến');
    expect(after(written)).toEqual(['Câu thứ nhất.', 'Câu thứ hai.']);
  });

  test('tells zero, not applicable and no data apart', async () => {
    const made = consolidation('year', '2019');
    const nil = required(
      made.units.find(({ state }) => state === 'nothing-to-report'),
      'nil unit',
    ).name;
    const missing = required(
      made.units.find(({ state }) => state === 'missing'),
      'missing unit',
    ).name;
    const preschool = required(
      made.units.find(({ kind, state }) => kind === 'mam-non' && state === 'received'),
      'preschool',
    ).id;
    const table = rows(await report());
    const row = (name: string) => table.filter((cells) => cells[1] === name);
    // A unit without anything to report has a zero for each flow; a missing one has no cells at all.
    expect(row(nil)[0]?.slice(2)).toContain('0');
    expect(row(missing)[0]?.slice(2)).toEqual(['chưa có số liệu']);
    const curriculum = required(
      made.totals.find(({ field }) => field === 'curriculum-attendees'),
      'field',
    );
    expect(curriculum.sources.find(({ unit }) => unit === preschool)?.state).toBe('not-applicable');
    expect(table.find((cells) => cells[1] === curriculum.label && cells.length === 7)?.[3]).toBe('–');
  });

  test('totals every sheet of the annex by unit as the consolidation does', async () => {
    const made = consolidation('year', '2019');
    const totals = rows(await report()).filter((cells) => cells[1] === 'Tổng cộng');
    for (const [i, { fields }] of form.unitSheets.entries()) {
      const plain = totals[i]?.slice(2).map((text) => Number(text.replaceAll('.', '').replace(',', '.')));
      const expected = fields.map((id) => {
        const one = required(
          made.totals.find(({ field }) => field === id),
          id,
        );
        return one.total?.is === 'number' ? one.total.value / (one.type === 'money' ? 1_000_000 : 1) : Number.NaN;
      });
      expect(plain).toEqual(expected);
    }
  });

  test('tells a field that a unit left blank from a unit that has not reported, and says which is which', async () => {
    const blank = (state: 'blank' | 'nothing', id: string): Consolidation => ({
      ...made,
      totals: made.totals.map((one) =>
        one.field === id
          ? { ...one, sources: one.sources.map((source, i) => (i === 0 ? { unit: source.unit, state } : source)) }
          : one,
      ),
    });
    const made = consolidation('year', '2019');
    const field = required(form.unitSheets[0]?.fields[0], 'a field of the first sheet');
    const name = required(made.units[0], 'unit').name;
    const document = await report({ consolidation: blank('blank', field), internal: { sources: true } });
    expect(rows(document).find((cells) => cells[1] === name)?.[2]).toBe('để trống');
    expect(styled(document, 'GhiChuBangHep')).toEqual([
      'Ghi chú: “để trống”: đơn vị đã gửi báo cáo nhưng chưa ghi số liệu này; “chưa có số liệu”: đơn vị chưa gửi báo cáo.',
    ]);
    expect(document.text).toContain(`${name}: để trống`);
    expect(styled(await report(), 'GhiChuBangHep')).toEqual([]);

    const asked = 'focal-person-assigned';
    const sheets = { ...form, unitSheets: [{ title: 'Có hoặc không', fields: [asked] }] };
    const closed = await report({ form: sheets, consolidation: blank('nothing', asked) });
    expect(rows(closed).find((cells) => cells[1] === name)?.[2]).toBe('không phát sinh');
  });

  test('says of a section that all closed that nothing arose in the units that have reported', async () => {
    const made = consolidation('year', '2019');
    const sections = made.sections.map((one) =>
      one.section === 'rebuttal' ? { ...one, sentences: [], gate: { open: 0, closed: 3 } } : one,
    );
    const text = flat(await report({ consolidation: { ...made, sections } }));
    expect(text).toContain('Trong kỳ, các đơn vị đã gửi báo cáo không phát sinh nội dung này.');
    expect(text).not.toContain('các đơn vị không phát sinh');
  });

  test('names the choices of a field among its sources as the form does', async () => {
    const document = await open('consolidated-internal');
    expect(document.text).toContain(': Mức độ 1');
    expect(document.text).not.toContain('muc-do-1');
  });

  const TO_WRITE = '[Cơ quan tổng hợp viết nội dung này]';
  const withoutSentences = (made: Consolidation): Consolidation => ({
    ...made,
    sections: made.sections.map((one) => ({ ...one, sentences: [] })),
  });
  /** The paragraph under the first heading that begins so. */
  const under = ({ paragraphs }: Document, heading: string): string =>
    paragraphs[paragraphs.findIndex(({ text }) => text.startsWith(heading)) + 1]?.text ?? '';

  test('lists by their labels the figures of a section that has no sentence, and never says that there are none', async () => {
    const made = consolidation('year', '2019');
    const document = await report({ consolidation: withoutSentences(made) });
    expect(document.text).not.toContain('Chưa có số liệu.');
    expect(under(document, 'c) Tập huấn')).toMatch(
      /^Lớp, buổi tập huấn .*: \d+ lớp.*; lượt người .*: [\d.]+ lượt người\.$/u,
    );
    expect(under(document, '2.4.')).toMatch(/^Kinh phí vận động, tài trợ bằng tiền: [\d.,]+ triệu đồng; /u);
  });

  test('leaves room to write where units gave lists alone, and says so where nobody gave anything', async () => {
    const made = withoutSentences(consolidation('year', '2019'));
    const keep = (kept: (across: string) => boolean): Consolidation => ({
      ...made,
      totals: made.totals.filter(({ across }) => kept(across)),
    });
    expect(under(await report({ consolidation: keep((across) => across === 'union') }), '2.4.')).toBe(TO_WRITE);
    const nothing = { ...keep(() => false), sections: made.sections.filter(({ gate }) => gate === undefined) };
    const empty = await report({ consolidation: nothing });
    expect(under(empty, '2.4.')).toBe('Chưa có số liệu.');
    expect(under(empty, '3. Hình thức')).toMatch(/^a\)/u);
    // No sheet of figures by unit is left either.
    expect(empty.text).not.toContain('KẾT QUẢ THEO ĐƠN VỊ');
  });

  test('heads the proposals by the level they go to, but not those to the office itself, until the desk has written', async () => {
    const heads = (document: Document) => styled(document, 'Khoan').filter((text) => text.includes('Đối với'));
    expect(heads(await report())).toEqual([
      '1. Đối với UBND huyện',
      '2. Đối với Sở Giáo dục và Đào tạo',
      '3. Đối với cơ quan khác',
    ]);
    expect(heads(await report({ text: { proposals: 'Đề nghị Sở tổ chức tập huấn.' } }))).toEqual([]);
  });

  test('speaks of levels of education only where all its units are schools', async () => {
    const mixed = {
      ...form,
      kindGroups: form.kindGroups.map((group, i) =>
        i === 0 ? { ...group, label: 'UBND xã', kinds: ['ubnd-xa'] } : group,
      ),
    };
    const schools = await report();
    expect(schools.text).toContain('KẾT QUẢ THEO CẤP HỌC');
    expect(rows(schools).flat()).toContain('Số trường');
    const document = await report({ form: mixed });
    expect(document.text).toContain('KẾT QUẢ THEO LOẠI ĐƠN VỊ');
    expect(rows(document).flat()).toEqual(expect.arrayContaining(['Loại đơn vị', 'Số đơn vị']));
    expect(rows(document).flat()).not.toContain('Cấp học');
  });

  test('counts in the annex of education the schools that its shares run over, and says how many are left out', async () => {
    const document = await report();
    const table = rows(document);
    const at = table.findIndex((cells) => cells.includes('Số trường'));
    const education = table.slice(at + 2, at + 3 + form.kindGroups.length);
    expect(education.map((cells) => cells[1])).toEqual([...form.kindGroups.map(({ label }) => label), 'Tổng cộng']);
    for (const [, , schools, , , first, second, share] of education)
      expect(share).toBe(formatPercent(Number(first) + Number(second), Number(schools)));
    // Of 24 two have not reported, and one had nothing to report.
    expect(education.map((cells) => Number(cells[2])).at(-1)).toBe(21);
    expect(education.slice(0, -1).reduce((sum, cells) => sum + Number(cells[2]), 0)).toBe(21);
    expect(styled(document, 'GhiChuBang').at(-1)).toBe(
      'Ghi chú: số liệu của 21/24 trường; chưa có số liệu: 03 trường.',
    );
  });

  test('says over how many schools the share runs where some left that question blank', async () => {
    const made = consolidation('year', '2019');
    const blank = made.totals.map((one) =>
      one.field === 'national-standard'
        ? {
            ...one,
            sources: one.sources.map((source, i) =>
              i === 0 ? { unit: source.unit, state: 'blank' as const } : source,
            ),
          }
        : one,
    );
    expect(styled(await report({ consolidation: { ...made, totals: blank } }), 'GhiChuBang').at(-1)).toBe(
      'Tỷ lệ trường đạt chuẩn quốc gia tính trên 20 trường có số liệu về nội dung này.',
    );
  });

  test('keeps working papers inside unless they are asked for', async () => {
    expect((await report()).text).not.toMatch(/TÌNH HÌNH GỬI BÁO CÁO|Ý KIẾN THEO ĐƠN VỊ|NGUỒN SỐ LIỆU/u);
    const internal = (await open('consolidated-internal')).text;
    for (const title of ['TÌNH HÌNH GỬI BÁO CÁO', 'ĐƠN VỊ CHƯA GỬI BÁO CÁO', 'Ý KIẾN THEO ĐƠN VỊ', 'NGUỒN SỐ LIỆU'])
      expect(internal).toContain(title);
  });

  test('of a form it has never seen takes the outline and the annexes from the form', async () => {
    const own = { ...form, sections: form.sections.filter(({ id }) => id !== 'rebuttal') };
    const document = await report({ form: own });
    expect(styled(document, 'Muc')[1]).toBe('II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ');
    expect(styled(document, 'Khoan')).toContain('1. Giới thiệu gương điển hình tiên tiến');
  });
});

describe('the reminder letter', () => {
  const letter = (count: number, { second = false, kind = 'tieu-hoc' } = {}) =>
    reminderLetter({
      paper: paper(),
      plan,
      report: reportOf('year'),
      period: period('2019'),
      due: required(dutiesOf('year')[0], 'duty').due,
      countedOn: { day: '2019-11-11', time: '16:00' },
      expected: 24,
      received: 24 - count,
      missing: Array.from({ length: count }, (_, i) => ({ name: `Trường số ${i + 1}`, kind })),
      sendBy: { day: '2019-11-15' },
      second,
    }).then(readDocument);

  test.each([
    [1, ['Kính gửi: Hiệu trưởng Trường số 1.'], 1],
    [3, ['Kính gửi:'], 1],
    [4, ['Kính gửi: Hiệu trưởng các trường có tên trong danh sách kèm theo.'], 2],
  ])('to %i schools addresses them %j, in %i sections', async (count, addressed, sections) => {
    const document = await letter(count);
    expect([...styled(document, 'KinhGui'), ...styled(document, 'KinhGuiNhieu')]).toEqual(addressed);
    expect(document.sections).toHaveLength(sections);
  });

  test("writes to communes as People's Committees and opens with a whole sentence", async () => {
    const text = flat(await letter(4, { kind: 'ubnd-xa' }));
    expect(text).toContain('Kính gửi: Ủy ban nhân dân các xã, phường có tên trong danh sách kèm theo.');
    expect(text).toContain('đề nghị Ủy ban nhân dân các xã, phường chỉ đạo khẩn trương');
    expect(text).toMatch(/Theo Kế hoạch số [^.]*, các đơn vị gửi báo cáo kết quả [^.]* trước ngày 05\/11\/2019/u);
    expect(text).not.toContain('Hiệu trưởng');
  });

  test('says the moment of counting and the new date, and never how late anyone is', async () => {
    const text = flat(await letter(5));
    expect(text).toContain(
      'Đến 16 giờ 00 ngày 11/11/2019, Phòng Giáo dục và Đào tạo đã nhận được báo cáo của 19/24 đơn vị (79,2%); còn 05 đơn vị chưa gửi (danh sách kèm theo).',
    );
    expect(text).toContain('chậm nhất hết ngày 15/11/2019');
    expect(text).not.toMatch(/quá hạn|chậm \d+ ngày|nhắc lần/u);
  });

  test('asks more firmly the second time', async () => {
    expect(flat(await letter(2))).toContain('đề nghị Hiệu trưởng các trường chỉ đạo khẩn trương');
    const second = flat(await letter(2, { second: true }));
    expect(second).toContain('yêu cầu Hiệu trưởng các trường nghiêm túc thực hiện');
    expect(second).toContain('(lần 2)');
  });
});

describe('working slips', () => {
  test('the return slip has no national name and no number', async () => {
    const document = await open('return-slip');
    expect(styled(document, 'QuocHieu')).toEqual([]);
    expect(styled(document, 'SoKyHieu')).toEqual([]);
    expect(flat(document)).toContain(
      'Thời hạn gửi lại: trước 16 giờ 00 ngày 15/11/2019. Ngày gửi lần đầu được giữ để tính thời hạn.',
    );
  });

  test('the return slip names the unit as on the day that settles who owes', async () => {
    const duty = required(
      dutiesOf('year').find(({ unit }) => unit === 'don-vi-3'),
      'duty',
    );
    const renamed = office.all.map((agency) =>
      agency.id === 'don-vi-3'
        ? { ...agency, names: [...agency.names, { from: '2019-11-05', value: { full: 'Trường Tiểu học Mới' } }] }
        : agency,
    );
    const document = readDocument(
      await returnSlip({
        directory: directory(renamed),
        desk: 'phong-gddt',
        obligation: duty,
        revision: 1,
        notes: [],
        reviewer: { name: 'Cô Oanh' },
        date: '2019-11-11',
      }),
    );
    expect(flat(document)).toContain('Đơn vị: Trường Tiểu học Sao Mai');
  });

  test('the follow-up book shows the arrival that lateness is judged by, and what is still awaited', async () => {
    const duty = required(dutiesOf('year')[0], 'duty');
    const signed = { ...duty, report: { ...duty.report, timelinessBasis: 'signed-document' as const } };
    const sent = {
      ...none,
      filing: 'submitted',
      revision: 1,
      firstArrival: { day: '2019-11-01', minute: 600 },
      lastArrival: { day: '2019-11-01', minute: 600 },
    } as const;
    const row = async (facts: Facts) => {
      const entries = followUpRows({
        obligations: [signed],
        facts: new Map([[signed.id, facts]]),
        now: { day: '2019-11-11', minute: 540 },
        calendar,
      });
      const book = { directory: office, desk: 'phong-gddt', period: 'Năm 2019', entries, day: '2019-11-11' };
      return rows(readDocument(await followUpBook(book)))[1]?.slice(5, 7);
    };
    expect(await row({ ...sent, firstSignedArrival: { day: '2019-11-06', minute: 600 } })).toEqual([
      '06/11/2019, gửi số liệu',
      'Chậm 02 ngày',
    ]);
    expect(await row({ ...sent, awaitingSignedCopy: true })).toEqual([
      '01/11/2019, gửi số liệu',
      'Chờ bản ký, quá hạn 07 ngày',
    ]);
  });

  test('the follow-up book gives a long symbol the room to stand on one line', async () => {
    const number = '159/BC-TH&THCSTHB';
    const signed = entries.map((entry) => ({ ...entry, facts: { ...entry.facts, signedDocument: { number } } }));
    const document = readDocument(
      await followUpBook({
        directory: office,
        desk: 'phong-gddt',
        period: 'Năm 2019',
        entries: signed,
        day: '2019-11-11',
      }),
    );
    const widths = all(document.body, 'w:gridCol').map(({ attributes }) => (Number(attributes['w:w']) / 1440) * 25.4);
    expect(widths[4]).toBeGreaterThan(measure(number, { size: 10, bold: false }) + 2.4);
  });

  test('the follow-up book has a row for each obligation, with how and when each arrived', async () => {
    const table = rows(await open('follow-up-book')).slice(1);
    expect(table).toHaveLength(24);
    expect(table[1]).toEqual([
      '2',
      'Trường Mẫu giáo Hoa Sen',
      'Báo cáo kết quả hoạt động thông tin đối ngoại, năm 2019',
      'Trước ngày 05/11/2019',
      '02/BC-TR2\n31/10/2019',
      '01/11/2019, bản giấy',
      'Đúng hạn',
      '',
      'Chờ kiểm tra',
      '',
    ]);
    expect(table[3]?.[6]).toBe('Chưa gửi, quá hạn 07 ngày');
  });
});
