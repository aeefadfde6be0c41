import { formatNumber, formatPercent, type FieldTotal } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, table, textColumn, type Row } from '../../blocks/table.ts';
import { answerText, NO_DATA, NOT_APPLICABLE, totalText } from '../figures.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById, groupedTable } from './totals-annexes.ts';

// The school year's figures have a table of their own (levels down, figures across); its fields are known by their ids.

const COLUMNS = [11, 34, 15, 15, 19, 13, 13, 15, 16, 14].map((width, i) =>
  i === 1 ? textColumn(width) : figureColumn(width),
);
const HEAD = [
  [
    { text: 'TT', rows: 2 },
    { text: 'Cấp học', rows: 2 },
    { text: 'Số trường', rows: 2 },
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
  schools: number,
  { classes, pupils, standard, completion, prizes }: Fields<Part | undefined>,
): readonly string[] => [
  formatNumber(schools),
  count(classes),
  count(pupils),
  ...standards(standard),
  share(completion),
  prizesWon(prizes),
];

const schoolYear = ({ consolidation, form }: ConsolidatedReportInput): string => {
  const source = consolidation.totals
    .find(({ field }) => field === 'school-year')
    ?.sources.find(({ state }) => state === 'value');
  return source?.state === 'value'
    ? ` năm học ${answerText(source.value, fieldsById(form).get('school-year') ?? { type: 'choice' })}`
    : '';
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
  const rows = form.kindGroups.map(({ id, label, kinds }, i): Row => {
    const schools = consolidation.units.filter(({ kind }) => kinds.includes(kind)).length;
    return { cells: [String(i + 1), label].concat(cells(schools, inGroup(id))) };
  });
  const total: Row = { kind: 'total', cells: ['', 'Tổng cộng', ...cells(consolidation.units.length, all)] };
  return {
    title: `Số liệu phát triển giáo dục${schoolYear(input)}`,
    body: table({ columns: COLUMNS, head: HEAD, rows: [...rows, total] }),
  };
};
