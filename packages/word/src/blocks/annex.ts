import { balanced } from '../layout/metrics.ts';
import { nd30, textWidth } from '../layout/nd30-2020.ts';
import { paragraph, type Markup } from '../package/markup.ts';
import type { Part } from '../package/pack.ts';
import { issuerName, type Paper } from '../paper.ts';
import { dateText, numberText } from './letterhead.ts';

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/** Writes a number in Roman capitals, 1 to 12. */
const roman = (n: number): string => ROMAN[n - 1] ?? String(n);

/** An annex before its number is known. */
export interface Annex {
  readonly title: string;
  /** Under the title, in the middle: 'Đơn vị tính: …'. */
  readonly subtitle?: string;
  readonly turned?: boolean;
  readonly body: Markup;
  /** Begins with a table's own name: no gap is wanted above it. */
  readonly named?: boolean;
  /** Not sent out: its pages are marked as working papers, and it is not counted among the annexes. */
  readonly working?: boolean;
}

/** Writes the line under an annex's title: '(Kèm theo Báo cáo số 05/BC-PGDĐT ngày … của …)'. */
export const reference = (type: string, paper: Paper): string =>
  `(Kèm theo ${type} số ${numberText(paper.number)}/${paper.symbol} ${dateText(paper).replaceAll(' ', '\u00A0')} của ${issuerName(paper)})`;

const head = (
  label: string | undefined,
  { title, subtitle, turned = false, named = false }: Annex,
  under: string | undefined,
): Markup => {
  const width = textWidth(turned) * 0.9;
  const { annexTitle, annexReference } = nd30.components;
  const lines = (text: string, set: { size: number; bold: boolean }) => balanced(text, { width, ...set });
  return (
    (label === undefined ? '' : paragraph('PhuLuc', label)) +
    [title.toLocaleUpperCase('vi'), ...(subtitle === undefined ? [] : [subtitle])]
      .flatMap((text) => lines(text, { size: annexTitle.size.value, bold: true }))
      .map((line) => paragraph('TenPhuLuc', line))
      .join('') +
    (under === undefined
      ? ''
      : lines(under, { size: annexReference.size.value, bold: false })
          .map((line) => paragraph('ThamChieu', line))
          .join('')) +
    (named ? '' : paragraph('GianCach', ''))
  );
};

/**
 * Makes the sections of a document's annexes: each on pages of its own, numbered on its own, 'Phụ lục' with a Roman
 * numeral where there are two or more; working papers last, without number and reference.
 *
 * @see Decree 30/2020/NĐ-CP, Annex I, part I, section III.1
 */
export const annexes = (list: readonly Annex[], { type, paper }: { type: string; paper: Paper }): readonly Part[] => {
  const outgoing = list.filter(({ working }) => working !== true);
  const internal = list.filter(({ working }) => working === true);
  return [
    ...outgoing.map((annex, i): Part => {
      const label = outgoing.length === 1 ? 'Phụ lục' : `Phụ lục ${roman(i + 1)}`;
      return {
        kind: 'annex',
        turned: annex.turned ?? false,
        body: head(label, annex, reference(type, paper)) + annex.body,
      };
    }),
    ...internal.map((annex): Part => ({
      kind: 'working',
      turned: annex.turned ?? false,
      body: head(undefined, annex, undefined) + annex.body,
    })),
  ];
};
