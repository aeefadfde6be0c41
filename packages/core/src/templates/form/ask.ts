import type { FormInput } from '../../report/schema.ts';

export type SectionInput = FormInput['sections'][number];
export type FieldInput = SectionInput['fields'][number];
type AskInput = FieldInput['asked'][string];

/** Ids of the two periodic reports that ask the form. */
export const halfYear = 'half-year';
export const year = 'year';

export const required = { need: 'required' } as const satisfies AskInput;
export const ifGate = { need: 'if-gate' } as const satisfies AskInput;
export const optional = { need: 'optional' } as const satisfies AskInput;
/** Filled in by the office or from the last report; the unit only checks it. */
export const prefilled = { need: 'optional', prefilled: true } as const satisfies AskInput;

/** Both reports ask the same. */
export const both = (ask: AskInput): FieldInput['asked'] => ({ [halfYear]: ask, [year]: ask });
/** Only the annual report asks. */
export const annual = (ask: AskInput): FieldInput['asked'] => ({ [year]: ask });

type Labelled = Pick<FieldInput, 'id' | 'label' | 'asked'>;
type Extras = Partial<FieldInput>;

/** Something counted over the period: added over units and over periods. */
export const flow = (unit: string, field: Labelled & Extras): FieldInput => ({
  ...field,
  type: 'count',
  unit,
  across: 'sum',
  periods: 'add',
});

/** Something counted as it stands: added over units, never over periods. */
export const stock = (unit: string, field: Labelled & Extras): FieldInput => ({
  ...field,
  type: 'count',
  unit,
  across: 'latest-sum',
  periods: 'state',
});

/** Money of the period, asked in million đồng. */
export const money = (field: Labelled & Extras): FieldInput => ({
  ...field,
  type: 'money',
  unit: 'triệu đồng',
  across: 'sum',
  periods: 'add',
});

export const yesNo = (field: Labelled & Extras): FieldInput => ({
  ...field,
  type: 'yesno',
  across: 'share',
  periods: 'state',
});

/** A paragraph of the unit's own, for the desk to draw on. */
export const narrative = (field: Labelled & Extras): FieldInput => ({
  max: 2000,
  ...field,
  type: 'narrative',
  across: 'digest',
  periods: 'none',
});
