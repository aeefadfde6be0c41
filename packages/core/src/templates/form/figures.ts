import { annual, flow, prefilled, required, stock, type FieldInput, type SectionInput } from './ask.ts';
import type { FormOptions } from './options.ts';

/** II.3b. The year's figures of education, already known to the office and only checked by the unit (annual only). */
export const figuresSection = (options: FormOptions): SectionInput => {
  const { communes, preschools, prizeLevels, schools, year } = options;
  const general = [...schools, ...communes];
  const pupils = { appliesTo: general, asked: annual(required) };
  return {
    id: 'figures',
    number: 'II.3b',
    title: 'Số liệu phát triển giáo dục (đơn vị kiểm tra số liệu đã có sẵn)',
    depth: 2,
    annex: true,
    fields: [
      {
        id: 'school-year',
        label: 'Năm học',
        type: 'choice',
        across: 'each',
        periods: 'none',
        asked: annual(prefilled),
        sameForAll: true,
        choices: [year - 1, year].map((first) => ({ id: `${first}-${first + 1}`, label: `${first}-${first + 1}` })),
      },
      {
        id: 'figures-as-of',
        label: 'Số liệu tính đến ngày',
        type: 'date',
        across: 'each',
        periods: 'none',
        asked: annual(prefilled),
      },
      stock('lớp', {
        id: 'classes',
        label: 'Số lớp',
        asked: annual(prefilled),
        comparableWithin: 'school-year',
        ...variants(
          { kinds: preschools, label: 'Số nhóm, lớp' },
          { kinds: communes, label: 'Số nhóm, lớp của các trường trên địa bàn' },
        ),
      }),
      stock('em', {
        id: 'pupils',
        label: 'Số học sinh',
        asked: annual(prefilled),
        comparableWithin: 'school-year',
        ...variants(
          { kinds: preschools, label: 'Số trẻ em' },
          { kinds: communes, label: 'Số học sinh, trẻ em của các trường trên địa bàn' },
        ),
      }),
      {
        id: 'national-standard',
        label: 'Trường đạt chuẩn quốc gia',
        type: 'choice',
        across: 'count-per-choice',
        periods: 'state',
        asked: annual(prefilled),
        choices: [
          { id: 'chua-dat', label: 'Chưa đạt' },
          { id: 'muc-do-1', label: 'Mức độ 1' },
          { id: 'muc-do-2', label: 'Mức độ 2' },
        ],
        ...onlySchools(options),
      },
      completion(options),
      flow('giải', {
        id: 'prizes-district',
        label: `Giải thưởng của học sinh tại kỳ thi, hội thi, giao lưu ${prizeLevels[0]}`,
        ...pupils,
      }),
      flow('giải', {
        id: 'prizes-province',
        label: `Giải thưởng của học sinh tại kỳ thi, hội thi, giao lưu ${prizeLevels[1]}`,
        ...pupils,
      }),
      flow('giải', {
        id: 'prizes-nation',
        label: `Giải thưởng của học sinh tại kỳ thi, hội thi, giao lưu ${prizeLevels[2]}`,
        ...pupils,
      }),
    ],
  };
};

/** Pupils who finished the level of their school in the school year just past, of those considered. */
const completion = (options: FormOptions): FieldInput => ({
  id: 'completion',
  label: 'Hoàn thành chương trình cấp học năm học vừa qua (số đạt / số dự xét)',
  totalLabel: 'Hoàn thành chương trình cấp học năm học vừa qua',
  unit: 'em',
  type: 'ratio',
  across: 'ratio',
  periods: 'state',
  asked: annual(prefilled),
  ...onlySchools(options),
  ...variants(
    { kinds: options.preschools, label: 'Trẻ 5 tuổi hoàn thành Chương trình GDMN (số đạt / số dự xét)' },
    ofKind(options, 'tieu-hoc', 'Hoàn thành chương trình tiểu học (số đạt / số dự xét)'),
    ofKind(options, 'thcs', `${options.lowerSecondaryCompletion} (số đạt / số dự xét)`),
    ofKind(options, 'thpt', 'Tốt nghiệp THPT (số đạt / số dự thi)'),
  ),
});

interface Variant {
  readonly kinds: readonly string[];
  readonly label: string;
}

const ofKind = ({ schools }: FormOptions, kind: string, label: string): Variant => ({
  kinds: schools.filter((school) => school === kind),
  label,
});

const variants = (...candidates: readonly Variant[]): Pick<FieldInput, 'variants'> => {
  const used = candidates
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ kinds, label }) => ({ kinds: [...kinds], label }));
  return used.length === 0 ? {} : { variants: used };
};

/** A commune is no school: the question does not apply to it. */
const onlySchools = ({ communes, preschools, schools }: FormOptions): Pick<FieldInput, 'appliesTo'> =>
  communes.length === 0 ? {} : { appliesTo: [...preschools, ...schools] };
