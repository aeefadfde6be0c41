import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPercent,
  holdsMoney,
  isRatio,
  proseCount,
  type AnswerValue,
  type CellValue,
  type Column as FormColumn,
  type FieldDescription,
  type FieldSource,
  type TotalValue,
} from '@dondoc/core';

/** A field that does not apply to a unit or a group; 0 is a zero, this is not a figure. */
export const NOT_APPLICABLE = '–';
/** A unit that has not reported, or a figure over none that has. */
export const NO_DATA = 'chưa có số liệu';

// Money is kept in đồng and told in this.
const MONEY_UNIT = 'triệu đồng';

/** A unit that has reported and left the field blank. */
export const LEFT_BLANK = 'để trống';

/** What of a field decides how its values are written. */
export interface Shown {
  readonly type: string;
  readonly unit?: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[] | undefined;
}

const numberText = (value: number, field: Shown): string =>
  holdsMoney(field) ? formatMillions(value) : formatNumber(value);

const yesNo = (value: boolean): string => (value ? 'Có' : 'Không');

/** Writes one unit's answer in a table cell; lists count their rows. */
export const answerText = (value: AnswerValue, field: Shown): string => {
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'number') return numberText(value, field);
  if (typeof value === 'string') {
    if (field.type === 'date') return formatDate(value);
    return field.type === 'choice' ? (field.choices?.find(({ id }) => id === value)?.label ?? value) : value;
  }
  return isRatio(value)
    ? `${formatNumber(value.part)}/${formatNumber(value.whole)} (${formatPercent(value.part, value.whole)})`
    : formatNumber(value.length);
};

/** Writes an answer in a sentence, with its unit of measure: '05 buổi', '12,5 triệu đồng'. */
export const answerInSentence = (value: AnswerValue, field: FieldDescription): string => {
  if (typeof value !== 'number') {
    const text = answerText(value, field);
    return typeof value === 'boolean' ? text.toLocaleLowerCase('vi') : text;
  }
  const figure = holdsMoney(field) ? formatMillions(value) : proseCount(value);
  return field.unit === undefined ? figure : `${figure} ${field.unit}`;
};

/** Heads a list's column: money says its unit of measure, which the figures in its cells do not. */
export const columnHead = ({ label, type }: FormColumn): string =>
  type === 'money' && !label.toLocaleLowerCase('vi').includes(MONEY_UNIT) ? `${label} (${MONEY_UNIT})` : label;

/** Writes a cell of a list's row. */
export const cellText = (value: CellValue | undefined, column: FormColumn): string =>
  value === undefined ? '' : answerText(value, column);

/** Writes a total in a table cell; undefined: nobody has answered. */
export const totalText = (total: TotalValue | undefined, field: Shown): string => {
  if (total === undefined) return NO_DATA;
  switch (total.is) {
    case 'number':
      return numberText(total.value, field);
    case 'ratio':
      return `${formatNumber(total.part)}/${formatNumber(total.whole)} (${formatPercent(total.part, total.whole)})`;
    case 'share':
      return `${formatNumber(total.yes)}/${formatNumber(total.of)}`;
    case 'choices':
      return (field.choices ?? Object.keys(total.counts).map((id) => ({ id, label: id })))
        .map(({ id, label }) => `${label}: ${formatNumber(total.counts[id] ?? 0)}`)
        .join('; ');
    case 'listed':
      return formatNumber(total.count);
  }
};

/** Writes a change with its sign: '+12', '-3', '0'. */
export const changeText = (change: number | undefined, field: Shown): string => {
  if (change === undefined) return '';
  const figure = numberText(Math.abs(change), field);
  return change > 0 ? `+${figure}` : change < 0 ? `−${figure}` : '0';
};

const NUMBERS: ReadonlySet<string> = new Set(['count', 'money', 'computed', 'list']);

/** Writes what one unit gives to a total: its value, or why there is none. 'Không phát sinh' is a zero only of a number. */
export const sourceText = (source: FieldSource, field: Shown): string => {
  switch (source.state) {
    case 'value':
      return answerText(source.value, field);
    case 'nothing':
      return NUMBERS.has(field.type) ? '0' : 'không phát sinh';
    case 'not-applicable':
      return NOT_APPLICABLE;
    case 'blank':
      return LEFT_BLANK;
    case 'missing':
      return NO_DATA;
  }
};
