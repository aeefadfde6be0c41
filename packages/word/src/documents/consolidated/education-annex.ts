import { formatNumber, formatPercent, proseCount, type FieldTotal } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, fittedWidth, table, textColumn, type HeadCell, type Row } from '../../blocks/table.ts';
import { textWidth } from '../../layout/nd30-2020.ts';
import { paragraph } from '../../package/markup.ts';
import { isSchool } from '../addressing.ts';
import { answerText, NO_DATA, NOT_APPLICABLE, totalText } from '../figures.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById, groupedTable } from './totals-annexes.ts';

// The school year's figures have a table of their own (levels down, figures across); its fields are known by their ids.

const NUMBER = 11;
// The head of each column of figures over its cells, with the least width it gets. Millimetres.
const FIGURES = [
  ['', 15],
  ['Số lớp', 14],
  ['Số học sinh', 17],
  ['Mức độ 1', 13],
  ['Mức độ 2', 13],
  ['Tỷ lệ', 15],
  ['Hoàn thành cấp học (%)', 16],
  ['Giải thưởng', 17],
] as const;
const WIDEST = 24;

const headOf = (onlySchools: boolean): readonly (readonly HeadCell[])[] => [
  [
    { text: 'TT', rows: 2 },
    { text: onlySchools ? 'Cấp học' : 'Loại đơn vị', rows: 2 },
    { text: onlySchools ? 'Số trường' : 'Số đơn vị', rows: 2 },
    { text: 'Số lớp', rows: 2 },
    { text: 'Số học sinh', rows: 2 },
    { text: 'Trường đạt chuẩn quốc gia', columns: 3 },
    { text: 'Hoàn thành cấp học (%)', rows: 2 },
    { text: 'Giải thưởng', rows: 2 },
  ],
  [{ text: 'Mức độ 1' }, { text: 'Mức độ 2' }, { text: 'Tỷ lệ' }],
];

/** A field's figure in one row of the table: of a group of units, or of all. */
type Part = Pick<FieldTotal, 'coverage'> & { readonly total?: FieldTotal['total'] };

interface Fields<T> {
  readonly classes: T;
  readonly pupils: T;
  readonly standard: T;
  readonly completion: T;
  readonly prizes: readonly T[];
}

const fieldsOf = (totals: readonly FieldTotal[]): Fields<FieldTotal> | undefined => {
  const of = (id: string) => totals.find(({ field }) => field === id);
  const [classes, pupils, standard, completion] = [
    of('classes'),
    of('pupils'),
    of('national-standard'),
    of('completion'),
  ];
  if (classes === undefined || pupils === undefined || standard === undefined || completion === undefined)
    return undefined;
  const prizes = ['prizes-district', 'prizes-province', 'prizes-nation'].flatMap((id) => of(id) ?? []);
  return { classes, pupils, standard, completion, prizes };
};

const applies = (part: Part | undefined): part is Part => part !== undefined && part.coverage.of > 0;
const count = (part: Part | undefined): string =>
  applies(part) ? totalText(part.total, { type: 'count' }) : NOT_APPLICABLE;

const standards = (part: Part | undefined): readonly string[] => {
  if (!applies(part)) return [NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE];
  if (part.total?.is !== 'choices') return [NO_DATA, NO_DATA, NO_DATA];
  const { counts } = part.total;
  const [first, second] = [counts['muc-do-1'] ?? 0, counts['muc-do-2'] ?? 0];
  const schools = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return [formatNumber(first), formatNumber(second), formatPercent(first + second, schools)];
};

const share = (part: Part | undefined): string => {
  if (!applies(part)) return NOT_APPLICABLE;
  return part.total?.is === 'ratio' ? formatPercent(part.total.part, part.total.whole) : NO_DATA;
};

const prizesWon = (parts: readonly (Part | undefined)[]): string => {
  if (!parts.some(applies)) return NOT_APPLICABLE;
  const won = parts.flatMap((part) => (part?.total?.is === 'number' ? [part.total.value] : []));
  return won.length === 0 ? NO_DATA : formatNumber(won.reduce((sum, one) => sum + one, 0));
};

const cells = (
  schools: string,
  { classes, pupils, standard, completion, prizes }: Fields<Part | undefined>,
): readonly string[] => [
  schools,
  count(classes),
  count(pupils),
  ...standards(standard),
  share(completion),
  prizesWon(prizes),
];

/** Units that the figures are asked of, and those of them that gave any: the table runs over the latter. */
const basis = ({ classes, pupils, standard, completion, prizes }: Fields<FieldTotal>) => {
  const sources = [classes, pupils, standard, completion, ...prizes].flatMap((one) => one.sources);
  const units = (kept: (state: string) => boolean): ReadonlySet<string> =>
    new Set(sources.filter(({ state }) => kept(state)).map(({ unit }) => unit));
  return { asked: units((state) => state !== 'not-applicable'), given: units((state) => state === 'value') };
};

const schoolsText = ({ asked, given }: { asked: number; given: number }): string => {
  if (asked === 0) return NOT_APPLICABLE;
  return given === 0 ? NO_DATA : formatNumber(given);
};

const schoolYear = ({ consolidation, form }: ConsolidatedReportInput): string => {
  const source = consolidation.totals
    .find(({ field }) => field === 'school-year')
    ?.sources.find(({ state }) => state === 'value');
  return source?.state === 'value'
    ? ` năm học ${answerText(source.value, fieldsById(form).get('school-year') ?? { type: 'choice' })}`
    : '';
};

interface Basis {
  readonly asked: number;
  readonly given: number;
  readonly standard: FieldTotal;
  readonly onlySchools: boolean;
}

/** Says which units the table leaves out, and over which the share runs where those are others still. */
const notes = ({ asked, given, standard, onlySchools }: Basis): readonly string[] => {
  const unit = onlySchools ? 'trường' : 'đơn vị';
  const judged = standard.sources.filter(({ state }) => state === 'value').length;
  return [
    ...(given < asked
      ? [
          `Ghi chú: số liệu của ${formatNumber(given)}/${formatNumber(asked)} ${unit}; chưa có số liệu: ${proseCount(asked - given)} ${unit}.`,
        ]
      : []),
    ...(judged > 0 && judged !== given
      ? [`Tỷ lệ trường đạt chuẩn quốc gia tính trên ${proseCount(judged)} trường có số liệu về nội dung này.`]
      : []),
  ];
};

/** V. Figures of the school year by level; of another form: its annexed sections by group. Undefined where it has none. */
export const educationAnnex = (input: ConsolidatedReportInput): Annex | undefined => {
  const { consolidation, form } = input;
  const section = form.sections.find(({ annex }) => annex);
  if (section === undefined || consolidation.totals.every((one) => one.section !== section.id)) return undefined;
  const all = fieldsOf(consolidation.totals);
  if (all === undefined) return { title: section.title, body: groupedTable(input, { annex: true }) };
  const inGroup = (id: string): Fields<Part | undefined> => {
    const of = (one: FieldTotal) => one.groups.find(({ group }) => group === id);
    return {
      classes: of(all.classes),
      pupils: of(all.pupils),
      standard: of(all.standard),
      completion: of(all.completion),
      prizes: all.prizes.map(of),
    };
  };
  const { asked, given } = basis(all);
  const among = (kinds?: readonly string[]): string => {
    const units = consolidation.units.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
    const inside = (ids: ReadonlySet<string>): number => units.filter(({ id }) => ids.has(id)).length;
    return schoolsText({ asked: inside(asked), given: inside(given) });
  };
  const rows = form.kindGroups.map(({ id, label, kinds }, i): Row => ({
    cells: [String(i + 1), label].concat(cells(among(kinds), inGroup(id))),
  }));
  const total: Row = { kind: 'total', cells: ['', 'Tổng cộng', ...cells(among(), all)] };

  const onlySchools = form.kindGroups.every(({ kinds }) => kinds.every(isSchool));
  const widths = FIGURES.map(([head, least], i) =>
    fittedWidth({ head, cells: [...rows, total].map((row) => row.cells[i + 2] ?? '') }, [least, WIDEST]),
  );
  const label = textWidth(false) - NUMBER - widths.reduce((sum, width) => sum + width, 0);
  return {
    title: `Số liệu phát triển giáo dục${schoolYear(input)}`,
    body:
      table({
        columns: [figureColumn(NUMBER), textColumn(label), ...widths.map(figureColumn)],
        head: headOf(onlySchools),
        rows: [...rows, total],
      }) +
      notes({ asked: asked.size, given: given.size, standard: all.standard, onlySchools })
        .map((note) => paragraph('GhiChuBang', note))
        .join(''),
  };
};
