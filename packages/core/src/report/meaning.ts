import type { Finding, FindingParams, Path, Severity } from '../text/finding.ts';
import { MONEY_UNIT } from './describe.ts';
import { checkReferences } from './references.ts';
import type { Field, Form } from './schema.ts';

type Across = Field['across'];
type Periods = Field['periods'];

/** What each type may become over units. A ratio has no sum and no mean: only sum of parts over sum of wholes. */
const ACROSS: { readonly [T in Field['type']]: readonly Across[] } = {
  count: ['sum', 'latest-sum', 'each'],
  money: ['sum', 'latest-sum', 'each'],
  ratio: ['ratio'],
  yesno: ['share'],
  choice: ['count-per-choice', 'each'],
  date: ['each'],
  text: ['each'],
  narrative: ['digest'],
  list: ['union'],
  computed: ['sum', 'latest-sum'],
};

/** What each roll-up over units may become over time: a flow is added, a stock never is. */
const PERIODS: { readonly [A in Across]: readonly Periods[] } = {
  sum: ['add'],
  'latest-sum': ['state'],
  share: ['state', 'none'],
  'count-per-choice': ['state', 'none'],
  ratio: ['state', 'none'],
  union: ['add', 'none'],
  digest: ['none'],
  each: ['add', 'state', 'none'],
};

const FLOWS: ReadonlySet<Field['type']> = new Set(['count', 'money', 'list', 'computed']);

interface Found {
  readonly rule: string;
  readonly at?: Path;
  readonly params?: FindingParams;
  readonly severity?: Severity;
}

const meaningOf = (field: Field): Found[] => {
  const { type, across, periods } = field;
  const found: Found[] = [];
  if (!ACROSS[type].includes(across))
    found.push({ rule: 'form.across-does-not-fit', at: ['across'], params: { type, across, allowed: ACROSS[type] } });
  else if (!PERIODS[across].includes(periods))
    found.push({
      rule: 'form.periods-do-not-fit',
      at: ['periods'],
      params: { across, periods, allowed: PERIODS[across] },
    });
  else if (periods === 'add' && !FLOWS.has(type))
    found.push({ rule: 'form.not-a-flow', at: ['periods'], params: { type } });
  return found;
};

const presence = (field: Field): Found[] => {
  const found: Found[] = [];
  const need = (key: 'choices' | 'columns' | 'sumOf', type: Field['type']) => {
    if (field.type === type && field[key] === undefined)
      found.push({ rule: 'form.part-missing', params: { type, key } });
    if (field.type !== type && field[key] !== undefined)
      found.push({ rule: 'form.part-without-use', at: [key], params: { type: field.type, key } });
  };
  need('choices', 'choice');
  need('columns', 'list');
  need('sumOf', 'computed');
  const only = (
    key: 'publishedIf' | 'groupBy' | 'sameForAll' | 'comparableWithin' | 'advice' | 'max',
    fits: boolean,
  ) => {
    if (field[key] !== undefined && !fits)
      found.push({ rule: 'form.part-without-use', at: [key], params: { type: field.type, key } });
  };
  only('publishedIf', field.across === 'union');
  only('groupBy', field.across === 'union');
  only('sameForAll', field.across === 'each');
  only('comparableWithin', field.periods === 'state');
  only('advice', field.type === 'yesno');
  only('max', field.type === 'text' || field.type === 'narrative' || field.type === 'list');
  if (field.type === 'money' && field.unit !== MONEY_UNIT)
    found.push({ rule: 'form.money-unit', at: ['unit'], params: { unit: field.unit ?? '' } });
  if ((field.type === 'count' || field.type === 'computed') && field.unit === undefined)
    found.push({ rule: 'form.unit-missing', severity: 'warning' });
  return found;
};

const columns = (field: Field): Found[] => {
  const found: Found[] = [];
  for (const [index, column] of (field.columns ?? []).entries()) {
    const refuse = (rule: string, params: FindingParams = {}) =>
      found.push({ rule, at: ['columns', index], params: { column: column.label, ...params } });
    const choice = column.type === 'choice';
    const key = 'choices';
    if (column.id === 'id') refuse('form.column-named-id');
    if (choice && column.choices === undefined) refuse('form.part-missing', { type: column.type, key });
    if (!choice && column.choices !== undefined) refuse('form.part-without-use', { type: column.type, key });
  }
  return found;
};

const needs = (field: Field, gate: boolean): Found[] => {
  const asks: readonly (readonly [Path, Field['asked']])[] = [
    [['asked'], field.asked],
    ...(field.variants ?? []).map((variant, index) => [['variants', index, 'asked'], variant.asked ?? {}] as const),
  ];
  return asks.flatMap(([path, asked]) =>
    Object.entries(asked).flatMap(([report, ask]): Found[] => {
      const at = [...path, report];
      if (ask.need === 'if-gate' && ask.when === undefined && !gate)
        return [{ rule: 'form.if-gate-without-gate', at, params: { report } }];
      if (ask.need === 'optional' && ask.when !== undefined)
        return [{ rule: 'form.when-on-optional', at, params: { report }, severity: 'warning' }];
      return [];
    }),
  );
};

/**
 * Checks that what a form declares of its fields means something: that no ratio is summed or averaged, no state added
 * up, only flows grow over time, a computed field adds like to like; that conditions, checks, sentences, sheets and
 * groups name fields, columns and kinds that exist. Paths start at the form. A form without findings can be
 * consolidated.
 */
export const checkForm = (form: Form): readonly Finding[] => [
  ...form.sections.flatMap((section, s) =>
    section.fields.flatMap((field, f) =>
      [...meaningOf(field), ...presence(field), ...columns(field), ...needs(field, section.gate)].map(
        ({ rule, at = [], params = {}, severity = 'error' }): Finding => ({
          rule,
          severity,
          where: ['sections', s, 'fields', f, ...at],
          params: { label: field.label, id: field.id, section: section.number, ...params },
        }),
      ),
    ),
  ),
  ...checkReferences(form),
];
