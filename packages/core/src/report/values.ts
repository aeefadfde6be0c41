// A type, not an interface: what is frozen of it is carried as Json.
/** Pupils who finished of pupils considered: `part` ≤ `whole`. */
export type RatioValue = {
  readonly part: number;
  readonly whole: number;
};

export type CellValue = string | number | boolean;

/** A row of a list; `id` is stable within its list. */
export type RowValue = Readonly<Record<string, CellValue>> & { readonly id: string };

/** count, money (whole VND): number · ratio · yesno: boolean · choice, date, text, narrative: string · list: rows. */
export type AnswerValue = number | boolean | string | RatioValue | readonly RowValue[];

/** By field id. Absent is blank. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** By section id: `true` open, `false` nothing arose. Absent: not answered yet. */
export type Gates = Readonly<Record<string, boolean>>;

export const isRatio = (value: unknown): value is RatioValue =>
  typeof value === 'object' && value !== null && 'part' in value && 'whole' in value;

export const isRows = (value: unknown): value is readonly RowValue[] => Array.isArray(value);

/** Tells whether an answer says more than 'nothing': zero, no, a blank text, 0 of 0 and an empty list say nothing. */
export const saysSomething = (value: AnswerValue): boolean => {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.trim() !== '';
  return isRatio(value) ? value.part !== 0 || value.whole !== 0 : value.length > 0;
};
