import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suspectWords } from './suspect-words.ts';
import { isSyllable } from './syllable.ts';

const found = (text: string) =>
  suspectWords(text).map(({ kind, word, suggestion }) => `${kind} ${word} → ${suggestion ?? ''}`);

describe('suspectWords', () => {
  test.each([
    ['theo cácquy định hiện hành', 'cácquy', 'các quy'],
    ['hạnchế ảnh hưởng tiêu cực', 'hạnchế', 'hạn chế'],
    ['chính sách, pháp luật củaNhà nước', 'củaNhà', 'của Nhà'],
    ['ảnh hưởng đến uy tíncủa ngành', 'tíncủa', 'tín của'],
    ['pháp luật của Nhànước, của tỉnh', 'Nhànước', 'Nhà nước'],
    ['giáo dục và đào tạotrong năm học', 'tạotrong', 'tạo trong'],
    ['kết quả thi THPTQuốc gia', 'THPTQuốc', 'THPT Quốc'],
    ['đề nghị cácđơn vị trực thuộc', 'cácđơn', 'các đơn'],
    ['PhòngGiáo dục và Đào tạo', 'PhòngGiáo', 'Phòng Giáo'],
    ['báo cáo UBNDhuyện', 'UBNDhuyện', 'UBND huyện'],
    ['cácUBND xã', 'cácUBND', 'các UBND'],
    ['PHÒNGGIÁO DỤC', 'PHÒNGGIÁO', 'PHÒNG GIÁO'],
    ['các đơn vị thamgia tập huấn', 'thamgia', 'tham gia'],
    ['thựchiệnkế hoạch', 'thựchiệnkế', 'thực hiện kế'],
  ])('finds words run together: %s', (text, word, suggestion) => {
    expect(suspectWords(text)).toEqual([{ kind: 'run-together', word, suggestion }]);
    expect(suspectWords(text.normalize('NFD'))).toEqual([{ kind: 'run-together', word, suggestion }]);
  });

  test.each(['các nghành học', 'đã đươc duyệt', 'truờng học', 'triểnn khai', 'TUYÊNN TRUYỀỀN'.slice(7)])(
    'finds letters that make no syllable: %s',
    (text) => {
      expect(suspectWords(text)).toEqual([{ kind: 'not-a-syllable', word: expect.any(String) }]);
    },
  );

  test('finds one syllable taken for another, across a line break and in capitals', () => {
    expect(found('thông tin sai lệnh; theo phát\nluật; TUYÊN TRUYÊN')).toEqual([
      'confusion sai lệnh → sai lệch',
      'confusion phát\nluật → pháp luật',
      'confusion TUYÊN TRUYÊN → tuyên truyền',
    ]);
  });

  test('tells of each word once, in the order of the text', () => {
    expect(found('phát luật, cácđơn vị, cácđơn vị, phát luật')).toEqual([
      'confusion phát luật → pháp luật',
      'run-together cácđơn → các đơn',
    ]);
  });

  test.each([
    'Sở GD&ĐT (HC-QT); UBND, HĐND, UBMTTQ; LĐLĐ huyện; TP, các PTP; THPT, THCS, TH&THCS, GDTX; BCHTƯ; QyĐ; CTr; TTr.',
    'Quyết định số 1117/QĐ-TTg, Nghị quyết số 36-NQ/TW, Kế hoạch số 2121/KH-SGDĐT, Thông tư 19/2020/TT-BGDĐT, 2019-HK1, COVID-19.',
    'Thông tin trên Website, trang Web, internet, email, Zalo, Facebook, YouTube, VNeID, TikTok với Campuchia, Singapore, ASEAN, UNESCO.',
    'Gửi về pgd.thuthua@longan.edu.vn hoặc https://pgdthuthua.edu.vn/baocao và pgdthuthua.edu.vn trước 16h00 ngày 05⁄6.',
    'Học kỳ I, II, III, IV năm học 2019-2020; Quý III; văn hóa – văn nghệ, kinh tế - xã hội và/hoặc đối ngoại…',
    'Hòa bình, hoà bình; kỹ thuật, kĩ thuật; Uỷ ban, Ủy ban; thuý, thúy; y tế; qui định, quy định.',
    'Đề nghị gửi trước ngày 05/6/2020 (chậm nhất hết ngày 04/6/2020). Còn 12 ngày.',
    'Số liệu cả năm (8) nhỏ hơn số liệu 6 tháng đầu năm (12). Đề nghị kiểm tra lại hoặc ghi lý do.',
    'Đăk Nông, Đắk Lắk, Krông Pắc; người Êđê, Mnông.',
    'Thực hiện {kh-2121}; theo {thongtin}.',
    'đ, Đ, m, km, kg, cm, tr.',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
  ])('has nothing to say of %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('passes over the office’s own words, in any case', () => {
    expect(suspectWords('Trường Nhànước và nhànước', { allowed: ['NHÀNƯỚC'] })).toEqual([]);
  });

  // Common syllables of administrative writing: any two of them, typed without the space.
  const common =
    `các của và cho về theo được không trong năm học kế hoạch thực hiện đơn vị báo cáo số liệu nhà nước phòng giáo dục đào tạo
    thông tin đối ngoại tuyên truyền quốc gia quy định pháp luật nhiệm vụ trường tiểu mầm non hướng dẫn tổ chức người đến ở
    từ với là có khi đã sẽ những một hai nghị quyết nghiêm túc giữa giờ gìn ghi yêu cầu ý kiến uy tín hạn chế điều chỉnh`.split(
      /\s+/,
    );

  test('finds any two common syllables run together, unless they make a third', () => {
    const word = fc.constantFrom(...common);
    fc.assert(
      fc.property(word, word, (first, second) => {
        const glued = first + second;
        fc.pre(!isSyllable(glued) && !/^[a-z]+$/.test(glued));
        const [suspect, ...others] = suspectWords(`Đề nghị ${glued} thực hiện.`);
        expect(others).toEqual([]);
        expect(suspect).toMatchObject({ kind: 'run-together', word: glued });
        expect(suspect?.suggestion?.replaceAll(' ', '')).toBe(glued);
        expect(suspect?.suggestion?.split(' ').every(isSyllable)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('finds nothing in any sequence of common syllables', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...common), { maxLength: 30 }), (words) => {
        const kinds = suspectWords(words.join(' ')).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind !== 'confusion')).toEqual([]);
      }),
    );
  });

  test('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(Array.isArray(suspectWords(text))).toBe(true);
      }),
    );
  });

  test('takes a long text, and a long word, in linear time', () => {
    expect(suspectWords('a'.repeat(200_000))).toEqual([]);
    expect(suspectWords('á1'.repeat(100_000))).toEqual([]);
    expect(suspectWords('\u0061-'.repeat(100_000))).toEqual([]);
    expect(suspectWords('x@'.repeat(50_000))).toEqual([]);
  });
});
