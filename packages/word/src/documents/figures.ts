import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPercent,
  proseCount,
  type AnswerValue,
  type CellValue,
  type Column as FormColumn,
  type FieldDescription,
  type RatioValue,
  type TotalValue,
} from '@dondoc/core';

/** A field that does not apply to a unit or a group; 0 is a zero, this is not a figure. */
export const NOT_APPLICABLE = '–';
/** A unit that has not reported, or a figure over none that has. */
export const NO_DATA = 'chưa có số liệu';

const isRatio = (value: AnswerValue): value is RatioValue => typeof value === 'object' && 'part' in value;

/** What of a field decides how its values are written. */
export interface Shown {
  readonly type: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[] | undefined;
}

const yesNo = (value: boolean): string => (value ? 'Có' : 'Không');

/** Writes one unit's answer in a table cell; lists count their rows. */
export const answerText = (value: AnswerValue, field: Shown): string => {
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'number') return field.type === 'money' ? formatMillions(value) : formatNumber(value);
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
  const figure = field.type === 'money' ? formatMillions(value) : proseCount(value);
  return field.unit === undefined ? figure : `${figure} ${field.unit}`;
};

/** Writes a cell of a list's row. */
export const cellText = (value: CellValue | undefined, column: FormColumn): string =>
  value === undefined ? '' : answerText(value, column);

/** Writes a total in a table cell; undefined: nobody has answered. */
export const totalText = (total: TotalValue | undefined, field: Shown): string => {
  if (total === undefined) return NO_DATA;
  switch (total.is) {
    case 'number':
      return field.type === 'money' ? formatMillions(total.value) : formatNumber(total.value);
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
export const changeText = (change: number | undefined, type: string): string => {
  if (change === undefined) return '';
  const figure = type === 'money' ? formatMillions(Math.abs(change)) : formatNumber(Math.abs(change));
  return change > 0 ? `+${figure}` : change < 0 ? `−${figure}` : '0';
};
