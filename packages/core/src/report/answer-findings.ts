import type * as v from 'valibot';
import { error, type Finding, type FindingParams, type Path } from '../text/finding.ts';
import { isRecord, ownValue, MAX_CELL, MAX_COUNT, MAX_MONEY } from './field-schema.ts';
import { type Placed, placeOf, type Prepared } from './filled.ts';

export type Issue = v.BaseIssue<unknown>;

/** Where an issue lies. */
export const pathOf = (issue: Issue): (string | number)[] =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

const LONGEST_SHOWN = 60;

/** A value as a sentence may quote it: short, one line, without what cannot be printed. */
const shown = (value: unknown): string => {
  switch (typeof value) {
    case 'string': {
      const printable = value
        .slice(0, 2 * LONGEST_SHOWN)
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/\p{C}/gu, '\u{FFFD}');
      const letters = [...printable];
      return letters.length > LONGEST_SHOWN ? `“${letters.slice(0, LONGEST_SHOWN).join('')}…”` : `“${printable}”`;
    }
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'để trống';
    default:
      return Array.isArray(value) ? 'một danh sách' : value === null ? 'để trống (null)' : 'một nhóm giá trị';
  }
};

/** What the schema of a field says in valibot's own or in the common text rules' words, in the words of answers. */
const RULES: Readonly<Record<string, string>> = {
  'text.too-long': 'answer.too-long',
  'text.control-character': 'answer.unusable-character',
};

const inField = (issue: Issue, path: Path, { section, field }: Placed): Finding | undefined => {
  // Unknown keys are looked for in the input itself: the schema stops at the first.
  if (issue.type === 'strict_object' && issue.expected === 'never') return undefined;
  const row = typeof path[2] === 'number' ? path[2] : undefined;
  const column = row === undefined ? undefined : field.columns?.find(({ id }) => id === path[3]);
  const missingKey = issue.type === 'strict_object' && issue.message.includes('Invalid');
  const fallback =
    row === undefined
      ? field.type === 'ratio'
        ? 'answer.not-a-ratio'
        : 'answer.not-accepted'
      : 'answer.row-without-id';
  const rule = RULES[issue.message] ?? (missingKey || !issue.message.startsWith('answer.') ? fallback : issue.message);
  const ratio =
    rule === 'answer.part-over-whole' && isRecord(issue.input)
      ? { part: Number(issue.input['part']), whole: Number(issue.input['whole']) }
      : {};
  const choices = column === undefined ? field.choices : column.choices;
  const params: FindingParams = {
    ...placeOf(section, field),
    received: shown(issue.input),
    ...(row === undefined ? {} : { row: row + 1 }),
    ...(column === undefined ? {} : { column: column.label }),
    ...(rule === 'answer.too-large'
      ? { max: field.type === 'money' || column?.type === 'money' ? MAX_MONEY : MAX_COUNT }
      : {}),
    ...(rule === 'answer.too-long' ? { max: column === undefined ? (field.max ?? 0) : MAX_CELL } : {}),
    ...(rule === 'answer.too-many-rows'
      ? { max: field.max ?? 0, count: Array.isArray(issue.input) ? issue.input.length : 0 }
      : {}),
    ...(rule === 'answer.unknown-choice' ? { choices: choices?.map(({ id, label }) => `${label} (${id})`) ?? [] } : {}),
    ...ratio,
  };
  return { rule, severity: 'error', where: path, params };
};

/** Turns what valibot found into the words of answers; unknown keys are left to `unknownKeys`. */
export const ofIssue = (issue: Issue, { description, byId }: Prepared): Finding | undefined => {
  const path = pathOf(issue);
  const [part, id] = path;
  const placed = part === 'answers' && typeof id === 'string' ? byId.get(id) : undefined;
  if (placed !== undefined) return inField(issue, path, placed);
  if (issue.type === 'strict_object') return undefined;
  const section = part === 'gates' ? description.sections.find((one) => one.id === id) : undefined;
  const params = section === undefined ? {} : { title: section.title, section: section.number };
  return { rule: issue.message, severity: 'error', where: path, params: { ...params, received: shown(issue.input) } };
};

const MOST_UNKNOWN = 50;

/** Keys of the input that the form does not ask here; the first fifty of each object, which is what a person can use. */
export const unknownKeys = (input: unknown, { description, byId }: Prepared): Finding[] => {
  const gates = new Set(description.sections.filter((section) => section.gate).map((section) => section.id));
  const notAsked = new Map(description.notAsked.map((one) => [`${one.what}/${one.id}`, one.label]));
  const unknown = (record: unknown, isKnown: (key: string) => boolean): string[] =>
    isRecord(record)
      ? Object.keys(record)
          .filter((key) => !isKnown(key))
          .slice(0, MOST_UNKNOWN)
      : [];
  const answers = ownValue(input, 'answers');
  return [
    ...unknown(input, (key) => key === 'gates' || key === 'answers').map((key) =>
      error('answer.unknown-part', [key], { key: shown(key) }),
    ),
    ...unknown(ownValue(input, 'gates'), (key) => gates.has(key)).map((key) => {
      const title = notAsked.get(`gate/${key}`);
      return title === undefined
        ? error('answer.unknown-gate', ['gates', key], { key: shown(key) })
        : error('answer.gate-not-asked', ['gates', key], { title });
    }),
    ...unknown(answers, (key) => byId.has(key)).map((key) => {
      const label = notAsked.get(`field/${key}`);
      return label === undefined
        ? error('answer.unknown-field', ['answers', key], { key: shown(key) })
        : error('answer.not-asked', ['answers', key], { label });
    }),
    ...[...byId.values()].flatMap(({ section, field }) => {
      const value = ownValue(answers, field.id);
      const place = placeOf(section, field);
      if (field.type === 'ratio') {
        return unknown(value, (key) => key === 'part' || key === 'whole').map((key) =>
          error('answer.unknown-key', ['answers', field.id, key], { ...place, key: shown(key) }),
        );
      }
      if (field.type !== 'list' || !Array.isArray(value)) return [];
      const columns = new Set(['id', ...(field.columns ?? []).map(({ id }) => id)]);
      return value.slice(0, field.max).flatMap((row: unknown, index) =>
        unknown(row, (key) => columns.has(key)).map((key) =>
          error('answer.unknown-column', ['answers', field.id, index, key], {
            ...place,
            row: index + 1,
            key: shown(key),
          }),
        ),
      );
    }),
  ];
};
