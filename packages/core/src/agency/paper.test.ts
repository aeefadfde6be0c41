import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { directory } from './directory.ts';
import { headOfKind, letterheadOf, signatoryOfKind, signatureLines } from './paper.ts';
import { agencySchema, signatorySchema, type AgencyInput } from './schema.ts';

const inputs: AgencyInput[] = [
  { id: 'ubnd-long-an', names: 'Ủy ban nhân dân tỉnh Long An', kind: 'ubnd-tinh' },
  { id: 'ubnd-tay-ninh', names: 'Ủy ban nhân dân tỉnh Tây Ninh', kind: 'ubnd-tinh', place: 'Tây Ninh' },
  {
    id: 'so',
    names: 'Sở Giáo dục và Đào tạo',
    kind: 'so-gddt',
    parent: [{ value: 'ubnd-long-an' }, { from: '2025-07-01', value: 'ubnd-tay-ninh' }],
    place: [{ value: 'Long An' }, { from: '2025-07-01', value: 'Tây Ninh' }],
  },
  {
    id: 'ubnd-huyen',
    names: 'Ủy ban nhân dân huyện Thủ Thừa',
    kind: 'ubnd-huyen',
    parent: 'ubnd-long-an',
    closed: '2025-07-01',
  },
  {
    id: 'phong',
    names: { full: 'Phòng Giáo dục và Đào tạo', short: 'Phòng GD&ĐT' },
    kind: 'phong-gddt',
    parent: 'ubnd-huyen',
    place: 'Thủ Thừa',
    closed: '2025-07-01',
  },
  {
    id: 'ubnd-xa',
    names: 'Ủy ban nhân dân xã Thủ Thừa',
    kind: 'ubnd-xa',
    parent: 'ubnd-tay-ninh',
    opened: '2025-07-01',
  },
  { id: 'vhxh', names: 'Phòng Văn hóa - Xã hội', kind: 'phong-vhxh', parent: 'ubnd-xa', opened: '2025-07-01' },
  {
    id: 'truong',
    names: 'Trường Tiểu học Thủ Thừa',
    kind: 'tieu-hoc',
    parent: [{ value: 'phong' }, { from: '2025-07-01', value: 'ubnd-xa' }],
  },
  { id: 'thpt', names: 'Trường THPT Thủ Thừa', kind: 'thpt', parent: 'so' },
];
const agencies = directory(inputs.map((input) => v.parse(agencySchema, input)));

describe('the letterhead of each kind of office', () => {
  test.each([
    ['phong', '2019-08-23', ['UBND HUYỆN THỦ THỪA'], ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO']],
    ['ubnd-xa', '2026-01-05', [], ['ỦY BAN NHÂN DÂN', 'XÃ THỦ THỪA']],
    ['vhxh', '2026-01-05', ['UBND XÃ THỦ THỪA'], ['PHÒNG VĂN HÓA - XÃ HỘI']],
    ['so', '2026-01-05', ['UBND TỈNH TÂY NINH'], ['SỞ GIÁO DỤC VÀ ĐÀO TẠO']],
    ['so', '2019-08-23', ['UBND TỈNH LONG AN'], ['SỞ GIÁO DỤC VÀ ĐÀO TẠO']],
    ['truong', '2019-09-05', ['PHÒNG GD&ĐT THỦ THỪA'], ['TRƯỜNG TIỂU HỌC THỦ THỪA']],
    ['truong', '2025-09-05', ['UBND XÃ THỦ THỪA'], ['TRƯỜNG TIỂU HỌC THỦ THỪA']],
    ['thpt', '2019-09-05', ['SỞ GD&ĐT LONG AN'], ['TRƯỜNG THPT THỦ THỪA']],
    ['unknown', '2019-09-05', [], []],
  ])('%s on %s: %j over %j', (id, day, superior, own) => {
    expect(letterheadOf(agencies, id, day)).toEqual({ superior, own });
  });

  test.each([
    ['Phòng Giáo dục và Đào tạo huyện Thủ Thừa', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'],
    ['Phòng Giáo dục và Đào tạo Thủ Thừa', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'],
    ['Phòng Giáo dục và Đào tạo', 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO'],
  ])('%s does not repeat the place of the committee above', (names, own) => {
    const one = directory([...inputs, { ...inputs[4]!, id: 'p', names }].map((input) => v.parse(agencySchema, input)));
    expect(letterheadOf(one, 'p', '2019-08-23')).toEqual({ superior: ['UBND HUYỆN THỦ THỪA'], own: [own] });
  });

  test('what the name of that day states is printed as it is', () => {
    const stated = directory([
      v.parse(agencySchema, {
        id: 'x',
        names: [
          { value: { full: 'Trường A', letterhead: { superior: ['HUYỆN B'], own: ['TRƯỜNG', 'A'] } } },
          { from: '2025-07-01', value: 'Trường A' },
        ],
        kind: 'tieu-hoc',
      } satisfies AgencyInput),
    ]);
    expect(letterheadOf(stated, 'x', '2019-01-01')).toEqual({ superior: ['HUYỆN B'], own: ['TRƯỜNG', 'A'] });
    expect(letterheadOf(stated, 'x', '2025-07-01')).toEqual({ superior: [], own: ['TRƯỜNG A'] });
  });

  test('separate accents and the older spelling of a committee come out the same', () => {
    const older = directory([
      v.parse(agencySchema, {
        id: 'u',
        names: 'Uỷ ban nhân dân xã Mỹ An'.normalize('NFD'),
        kind: 'ubnd-xa',
      } satisfies AgencyInput),
    ]);
    expect(letterheadOf(older, 'u', '2026-01-01').own).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ MỸ AN']);
  });
});

describe('the lines above a signature', () => {
  test.each<[string, v.InferInput<typeof signatorySchema>, string[]]>([
    ['head of an office', { headTitle: 'Trưởng phòng' }, ['TRƯỞNG PHÒNG']],
    [
      'deputy',
      { authority: ['KT'], headTitle: 'TRƯỞNG PHÒNG', ownTitle: 'PHÓ TRƯỞNG PHÒNG' },
      ['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'],
    ],
    [
      'chairman',
      { authority: ['TM'], collective: 'Ủy ban nhân dân', headTitle: 'Chủ tịch' },
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    ],
    [
      'vice-chairman, whatever the order of the authorities',
      { authority: ['KT', 'TM'], collective: 'ỦY BAN NHÂN DÂN', headTitle: 'CHỦ TỊCH', ownTitle: 'PHÓ CHỦ TỊCH' },
      ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ],
    [
      'by order',
      { authority: ['TL'], headTitle: 'GIÁM ĐỐC', ownTitle: 'CHÁNH VĂN PHÒNG' },
      ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
    ],
    [
      'by authorisation',
      { authority: ['TUQ'], headTitle: 'CHỦ TỊCH', ownTitle: 'TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI' },
      ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI'],
    ],
    ['acting head', { authority: ['Q'], headTitle: 'TRƯỞNG PHÒNG' }, ['Q. TRƯỞNG PHÒNG']],
    [
      'acting chairman',
      { authority: ['TM', 'Q'], collective: 'ỦY BAN NHÂN DÂN', headTitle: 'CHỦ TỊCH' },
      ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH'],
    ],
    [
      'deputy in charge of a school',
      { authority: ['KT'], headTitle: 'HIỆU TRƯỞNG', ownTitle: 'PHÓ HIỆU TRƯỞNG' },
      ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'],
    ],
  ])('%s', (_, input, lines) => {
    expect(signatureLines(v.parse(signatorySchema, input))).toEqual(lines);
  });
});

describe('who heads and signs for a kind of agency', () => {
  test.each([
    ['tieu-hoc', 'Hiệu trưởng', ['HIỆU TRƯỞNG']],
    ['mam-non', 'Hiệu trưởng', ['HIỆU TRƯỞNG']],
    ['gdtx', 'Giám đốc', ['GIÁM ĐỐC']],
    ['so-gddt', 'Giám đốc', ['GIÁM ĐỐC']],
    ['phong-gddt', 'Trưởng phòng', ['TRƯỞNG PHÒNG']],
    ['ubnd-xa', 'Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['ubnd-tinh', 'Chủ tịch', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['thu-vien', 'Thủ trưởng đơn vị', ['THỦ TRƯỞNG ĐƠN VỊ']],
  ])('%s: %s', (kind, head, lines) => {
    expect(headOfKind(kind)).toBe(head);
    expect(signatureLines(signatoryOfKind(kind))).toEqual(lines);
  });
});
