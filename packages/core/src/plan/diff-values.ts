import * as v from 'valibot';
import { signatureLines } from '../agency/paper.ts';
import { signatorySchema } from '../agency/schema.ts';
import { type DueRule, dueRuleSchema, type WindowRule, windowRuleSchema } from '../due/schema.ts';
import type { Json } from '../ledger/types.ts';
import { planValueWords as words } from '../text/catalogue/plan-value.ts';
import { formatDate, formatNumber } from '../text/format.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const dayWords = (on: string): string => (ISO_DAY.test(on) ? formatDate(on) : on);

/** Writes what a due rule says, of any year and period. */
const ruleWords = (rule: DueRule): string => {
  switch (rule.rule) {
    case 'date':
      return words.dueOn({ ...rule, day: dayWords(rule.on) });
    case 'day-of-month':
      return words.dueOnDayOfMonth(rule);
    case 'last-working-day':
      return words.dueOnLastWorkingDay(rule);
    case 'within-quarter':
      return words.dueWithinQuarter(rule.quarter, rule.year);
    case 'working-days-after':
      return words.dueAfterEvent(rule.days, rule.time);
    default:
      return words.undated[rule.rule];
  }
};

const windowWords = (rule: WindowRule): string =>
  rule.rule === 'stated' ? words.statedWindow(rule) : words.windows[rule.rule];

/** How the values of one member are told: undefined where they are not fit to be read out. */
type Teller = (value: Json) => string | undefined;

const asParsed =
  <T>(schema: v.GenericSchema<unknown, T>, tell: (value: T) => string): Teller =>
  (value) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? tell(parsed.output) : undefined;
  };

const plain: Teller = (value) => {
  if (typeof value === 'string') return dayWords(value);
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'boolean' ? words.yesNo(value) : undefined;
};

const joined =
  (separator: string): Teller =>
  (value) =>
    Array.isArray(value) && value.every((one): one is string => typeof one === 'string')
      ? value.join(separator)
      : undefined;

const oneOf =
  (values: Readonly<Record<string, string>>): Teller =>
  (value) =>
    typeof value === 'string' && Object.hasOwn(values, value) ? values[value] : undefined;

const year: Teller = (value) => (typeof value === 'number' ? String(value) : undefined);
/** Ids and other values that mean nothing to a reader. */
const untold: Teller = () => undefined;

const due = [
  asParsed(dueRuleSchema, (rule) => rule.words ?? ruleWords(rule)),
  asParsed(dueRuleSchema, ruleWords),
] as const satisfies readonly Teller[];

const tellers: Readonly<Record<string, readonly Teller[]>> = {
  due,
  schedule: due,
  window: [asParsed(windowRuleSchema, windowWords)],
  signatory: [
    asParsed(signatorySchema, (signatory) =>
      [...signatureLines(signatory), ...(signatory.name === undefined ? [] : [signatory.name])].join(', '),
    ),
  ],
  title: [(value) => (typeof value === 'string' ? value : joined(' ')(value))],
  outline: [joined('; ')],
  supporting: [joined('; ')],
  year: [year],
  endsIn: [year],
  kind: [oneOf(words.reportKinds)],
  frequency: [oneOf(words.frequencies)],
  timelinessBasis: [oneOf(words.timelinessBases)],
  restDay: [oneOf(words.restDays)],
  // A document's type is Vietnamese, a field's is ours.
  type: [
    (value) =>
      oneOf(words.fieldTypes)(value) ?? (typeof value === 'string' && /[^a-z]/.test(value) ? value : undefined),
  ],
  across: [untold],
  periods: [untold],
  format: [untold],
  issuer: [(value) => (typeof value === 'string' && /[^a-z0-9-]/.test(value) ? value : undefined)],
  agency: [untold],
  form: [untold],
  comparableWithin: [untold],
  publishedIf: [untold],
  groupBy: [untold],
};

/** Writes a value of a member for a sentence. */
export const valueWords = (member: string, value: Json): string | undefined => {
  const [tell = plain] = Object.hasOwn(tellers, member) ? (tellers[member] ?? []) : [];
  return tell(value);
};

/** Writes two values of a member so that they can be told apart; undefined where words cannot. */
export const twoValues = (
  member: string,
  { before, after }: { readonly before: Json; readonly after: Json },
): readonly [string, string] | undefined => {
  for (const tell of (Object.hasOwn(tellers, member) ? tellers[member] : undefined) ?? [plain]) {
    const [was, is] = [tell(before), tell(after)];
    if (was !== undefined && is !== undefined && was !== is) return [was, is];
  }
  return undefined;
};
