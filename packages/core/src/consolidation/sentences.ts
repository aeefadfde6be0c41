import { fillYears, holdsMoney } from '../report/describe.ts';
import type { Field, Form, Section } from '../report/schema.ts';
import { consolidationWords as words } from '../text/catalogue/consolidation.ts';
import type { FieldTotal, TotalValue } from './types.ts';

const numberWords = (value: number, total: { readonly type: string; readonly unit?: string }): string =>
  holdsMoney(total) ? words.money(value) : words.count(value, total.unit ?? '');

/** Says of a section that everyone who reported had nothing to tell: 'Trong kỳ, các đơn vị đã gửi báo cáo không phát sinh …'. */
export const { nothingArose } = words;

/**
 * Writes a total as in a sentence: '125 buổi', '05 hoạt động', '12,5 triệu đồng', '385/410 em (93,9%)',
 * '20/24 đơn vị (83,3%)', 'Mức độ 1: 05 đơn vị, Mức độ 2: 03 đơn vị'. Choices are named by `field`, or by their ids.
 */
export const totalWords = (
  value: TotalValue,
  total: Pick<FieldTotal, 'type' | 'unit'>,
  field?: Pick<Field, 'choices'>,
): string => {
  switch (value.is) {
    case 'number':
      return numberWords(value.value, total);
    case 'ratio':
      return words.ratio({ part: value.part, whole: value.whole, unit: total.unit ?? '' });
    case 'share':
      return words.share(value.yes, value.of);
    case 'choices':
      return Object.entries(value.counts)
        .map(([id, count]) => words.choice(field?.choices?.find((choice) => choice.id === id)?.label ?? id, count))
        .join(', ');
    case 'listed':
      return words.listed(value.count);
  }
};

const changeWords = (total: FieldTotal): string | undefined => {
  const change = total.yearBefore?.change;
  if (change === undefined) return undefined;
  if (change === 0) return words.same;
  const amount = numberWords(Math.abs(change), total);
  return change > 0 ? words.more(amount) : words.fewer(amount);
};

const isZero = ({ total }: FieldTotal): boolean => total?.is === 'number' && total.value === 0;

/** Ends a sentence with one clause more, before its full stop. */
const ending = (sentence: string, clause: string, separator: string): string =>
  sentence.endsWith('.') ? `${sentence.slice(0, -1)}${separator}${clause}.` : `${sentence}${separator}${clause}`;

const unique = <T>(list: readonly T[], item: T): boolean => list.filter((one) => one === item).length === 1;

export interface SentenceContext {
  readonly totals: ReadonlyMap<string, FieldTotal>;
  readonly fields: ReadonlyMap<string, Field>;
  readonly year: number;
}

/** Fills one sentence; `undefined` where none of its fields has data. */
const fill = (
  text: string,
  section: Section | undefined,
  { totals, fields, year }: SentenceContext,
): string | undefined => {
  const named = [...fillYears(text, year).matchAll(/\{([^{}]*)\}/g)].map((match) => totals.get(match[1] ?? ''));
  const known = named.filter((total) => total?.total !== undefined) as readonly FieldTotal[]; // the filter has just said so
  if (known.length === 0) return undefined;
  if (section?.gate === true && known.every(isZero)) return nothingArose;

  // Where a unit of measure stands twice, 'tăng 02 vụ việc' at the end would not say of what.
  const leading = named[0]?.total === undefined ? undefined : named[0];
  const change = leading === undefined ? undefined : changeWords(leading);
  const atEnd =
    leading !== undefined &&
    unique(
      named.map((total) => total?.unit),
      leading.unit,
    );
  let first = true;
  const filled = fillYears(text, year).replaceAll(/\{([^{}]*)\}/g, (_placeholder, id: string) => {
    const total = totals.get(id);
    const figure = total?.total === undefined ? words.noData : totalWords(total.total, total, fields.get(id));
    const beside = first && change !== undefined && !atEnd ? ` (${change})` : '';
    first = false;
    return `${figure}${beside}`;
  });
  const compared = change !== undefined && atEnd ? ending(filled, change, ', ') : filled;

  // A figure that some of the units which reported left blank says over how many it runs.
  const blanks = known.filter(
    ({ coverage, sources }) => coverage.answered < coverage.of && sources.some(({ state }) => state === 'blank'),
  );
  const least = blanks.toSorted((a, b) => a.coverage.answered - b.coverage.answered)[0];
  return least === undefined
    ? compared
    : ending(compared, words.ofUnits(least.coverage.answered, least.coverage.of), ' ');
};

/** Writes the generated sentences of one section, in the form's order, each once. */
export const sentencesOf = (section: Section, form: Form, context: SentenceContext): readonly string[] => [
  ...new Set(
    form.sentences
      .filter((sentence) => sentence.section === section.id)
      .flatMap(({ text }) => fill(text, section, context) ?? []),
  ),
];
