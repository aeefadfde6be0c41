import * as v from 'valibot';
import { byId, line, prose, slug } from '../text/schema.ts';

/** When a field must be filled, beyond its gate: another field of the form says so. */
const conditionSchema = v.strictObject({ field: slug, is: v.picklist(['positive', 'yes', 'no']) });

const askSchema = v.strictObject({
  need: v.picklist(['required', 'if-gate', 'optional']),
  when: v.exactOptional(conditionSchema),
  prefilled: v.exactOptional(v.boolean()),
});
/**
 * What one report asks of a field. `asked` names it by report id; `'*'` is any report that it does not name. A report
 * that is absent from `asked` does not ask it, unless no field of the form names that report or `'*'`: such a form, as of
 * an ad hoc request made when it was long written, is asked whole, every field that applies to the kind as `optional`.
 * `if-gate`: required where the section's gate is open; with `when`: required where that condition holds (and the gate
 * is open). `prefilled`: the office or the last report fills it, the unit only checks it.
 */
export type Ask = v.InferOutput<typeof askSchema>;

/** Any report that `asked` does not name. */
export const ANY_REPORT = '*';

const asked = byId(askSchema, v.union([v.literal(ANY_REPORT), slug], 'id.not-a-slug'));

const choiceSchema = v.strictObject({ id: slug, label: line(200) });

const columnSchema = v.strictObject({
  id: slug,
  label: line(200),
  type: v.picklist(['text', 'count', 'money', 'date', 'yesno', 'choice']),
  choices: v.exactOptional(v.pipe(v.array(choiceSchema), v.minLength(1))),
  required: v.optional(v.boolean(), false),
});
/** One column of a field of type `list`. */
export type Column = v.InferOutput<typeof columnSchema>;

const fieldTypes = [
  'count',
  'money',
  'ratio',
  'yesno',
  'choice',
  'date',
  'text',
  'narrative',
  'list',
  'computed',
] as const;
/** What an answer is: money in whole VND; `computed` adds up other fields (`sumOf`). */
export type FieldType = (typeof fieldTypes)[number];

const fieldSchema = v.strictObject({
  id: slug,
  label: line(),
  /** What it is called on the consolidated paper, where that differs: 'Lượt đơn vị tham dự tập huấn'. */
  totalLabel: v.exactOptional(line()),
  /** Unit of measure as printed: 'buổi', 'triệu đồng'. */
  unit: v.exactOptional(line(50)),
  type: v.picklist(fieldTypes),
  across: v.picklist(['sum', 'latest-sum', 'share', 'count-per-choice', 'ratio', 'union', 'digest', 'each']),
  periods: v.picklist(['add', 'state', 'none']),
  asked,
  /** Kinds of unit it applies to; absent: all. */
  appliesTo: v.exactOptional(v.pipe(v.array(slug), v.minLength(1))),
  /** Another label or other asks for some kinds of unit; the first that names the kind holds. */
  variants: v.exactOptional(
    v.array(
      v.strictObject({
        kinds: v.pipe(v.array(slug), v.minLength(1)),
        label: v.exactOptional(line()),
        asked: v.exactOptional(asked),
      }),
    ),
  ),
  /** Another label for one report (a report id as key): '{year}', '{nextYear}' are filled in. */
  labels: v.exactOptional(byId(line())),
  help: v.exactOptional(prose(500)),
  choices: v.exactOptional(v.pipe(v.array(choiceSchema), v.minLength(1))),
  columns: v.exactOptional(v.pipe(v.array(columnSchema), v.minLength(1))),
  /** Longest text in characters; most rows of a list. */
  max: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000))),
  /** `computed`: the fields it adds up. */
  sumOf: v.exactOptional(v.pipe(v.array(slug), v.minLength(1))),
  /** `each`: all units must give the same ('Năm học'). */
  sameForAll: v.exactOptional(v.boolean()),
  /** Stocks that can be compared only within this other field's value (classes: within one school year). */
  comparableWithin: v.exactOptional(slug),
  /** What the unit reads when it answers so: secrecy 'Không' → 'Đề nghị báo cáo trực tiếp …'. */
  advice: v.exactOptional(v.strictObject({ is: v.picklist(['yes', 'no']), text: line() })),
  /** `union`: only rows where this yes/no column is true leave the office (recorded consent). */
  publishedIf: v.exactOptional(slug),
  /** `union`: rows are grouped by this choice column. */
  groupBy: v.exactOptional(slug),
});
/**
 * One thing asked.
 *
 * `across` says what it becomes over units: `sum` (flows), `latest-sum` (states added over units), `share` (of yes),
 * `count-per-choice`, `ratio` (sum of parts over sum of wholes, never a mean), `union` (rows with their unit),
 * `digest` (paragraphs beside the desk's text), `each` (listed, never added).
 * `periods` says what it becomes over time: `add` (a flow), `state` (a stock: the last one holds), `none`.
 */
export type Field = v.InferOutput<typeof fieldSchema>;

const sectionSchema = v.strictObject({
  id: slug,
  /** As printed: 'I', 'II.1', 'II.3b', 'II.8a'. */
  number: line(20),
  title: line(),
  /** 1 for a part, 2 for a section, 3 below it. */
  depth: v.picklist([1, 2, 3]),
  /** Asks first 'Trong kỳ, đơn vị có phát sinh nội dung này không?'; 'Không phát sinh' fills zeros. */
  gate: v.optional(v.boolean(), false),
  /** On paper it is an annex, not a numbered section of the text. */
  annex: v.optional(v.boolean(), false),
  fields: v.array(fieldSchema),
});
/** A part, section or annex of a form, with its fields. */
export type Section = v.InferOutput<typeof sectionSchema>;

const checkSchema = v.variant('check', [
  /** Part ≤ whole: refuses. */
  v.strictObject({ check: v.literal('part-of'), part: slug, whole: slug }),
  /** People without sessions, or sessions without people: warns. */
  v.strictObject({ check: v.literal('together'), count: slug, people: slug }),
  /** A date outside the plan's year or after the day of sending: warns. */
  v.strictObject({ check: v.literal('date-in-year'), field: slug }),
]);

/** A column group of the annex by kind of unit. */
const kindGroupSchema = v.strictObject({ id: slug, label: line(200), kinds: v.pipe(v.array(slug), v.minLength(1)) });

/**
 * Generated sentences of the consolidated report, by section. `{field}` becomes the field's total with its unit of
 * measure ('125 buổi'); a sentence whose fields have no data at all is left out.
 */
const sentenceSchema = v.strictObject({ section: slug, text: line(1000) });

export const formSchema = v.strictObject({
  id: slug,
  /** Under 'BÁO CÁO', without the period: 'Kết quả thực hiện hoạt động thông tin đối ngoại'. */
  title: line(),
  kindGroups: v.pipe(v.array(kindGroupSchema), v.minLength(1)),
  sections: v.pipe(v.array(sectionSchema), v.minLength(1)),
  checks: v.optional(v.array(checkSchema), []),
  sentences: v.optional(v.array(sentenceSchema), []),
  /** Fields of the annex by unit, in sheets: [{ title, fields }]. */
  unitSheets: v.optional(
    v.array(v.strictObject({ title: line(200), fields: v.pipe(v.array(slug), v.minLength(1)) })),
    [],
  ),
});
/** A report form: what is asked of whom, how it adds up, and the sentences of the consolidated report. */
export type Form = v.InferOutput<typeof formSchema>;
export type FormInput = v.InferInput<typeof formSchema>;
