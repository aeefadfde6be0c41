import type * as v from 'valibot';
import type { Finding, FindingParams, Path } from './finding.ts';
import { nearest } from './nearest.ts';

type Issue = v.BaseIssue<unknown>;
type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** Findings that are told of one value: more help nobody, and each costs far more than the bytes that it is about. */
const MOST_FINDINGS = 300;

/**
 * Turns the issues of a valibot parse into findings, in their order and each once: with the exact path, what was
 * expected and what was found. An issue whose message is a rule id keeps that rule; the others get a `schema.*` rule.
 * A failed union gives the issues of the branch that the input comes closest to. With the schema at hand, an unknown
 * key brings the known key that looks most like it. Gives the first 300 findings.
 */
export const findingsOf = (issues: readonly Issue[], schema?: Schema): readonly Finding[] => {
  const found = new Map<string, Finding>();
  for (const issue of issues) {
    for (const one of meaningful(issue, [])) {
      if (found.size >= MOST_FINDINGS) return [...found.values()];
      const { issue: told, path } = listForObject(one);
      const finding = findingOf(told, path, schema);
      const key = JSON.stringify([finding.rule, finding.where]);
      if (!found.has(key)) found.set(key, finding);
    }
  }
  return [...found.values()];
};

interface Located {
  readonly issue: Issue;
  readonly path: Path;
}

const isKey = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';

const pathOf = (issue: Issue): Path =>
  (issue.path ?? []).map((item: { readonly key: unknown }) => item.key).filter(isKey);

/** Digs the issues that help out of a union: those farthest down; of refusals of the whole value, the best worded. */
const meaningful = (issue: Issue, base: Path): readonly Located[] => {
  const path = [...base, ...pathOf(issue)];
  const branches = issue.issues;
  if (branches === undefined || branches.length === 0) return [{ issue, path }];
  const deeper = branches.filter((branch) => pathOf(branch).length > 0 || (branch.issues?.length ?? 0) > 0);
  const fitting = deeper.filter((branch) => listTaken(branch.path?.[0]) === undefined);
  const inside = fitting.length > 0 ? fitting : deeper;
  if (inside.length > 0) return inside.flatMap((branch) => meaningful(branch, path));
  const worded = branches.filter((branch) => isRuleId(branch.message));
  const best = worded.find((branch) => fits(branch.message, issue.input)) ?? worded[0] ?? issue;
  return [{ issue: best, path }];
};

type PathItem = NonNullable<Issue['path']>[number];

/** The list that a schema of keys was given; valibot takes a list for an object and misses keys in it. */
const listTaken = (item: PathItem | undefined): readonly unknown[] | undefined =>
  item?.type === 'object' && Array.isArray(item.input) ? item.input : undefined;

const listForObject = ({ issue, path }: Located): Located => {
  const list = issue.type === 'strict_object' ? listTaken(issue.path?.at(-1)) : undefined;
  return list === undefined
    ? { issue, path }
    : { issue: { ...issue, expected: 'Object', input: list }, path: path.slice(0, -1) };
};

// A day with a year was meant as a whole date, one without as a day of any year.
const fits = (rule: string, input: unknown): boolean =>
  rule === 'date.not-a-date' && typeof input === 'string' && /\d{4}/.test(input);

const isRuleId = (message: string): boolean => /^[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/.test(message);

const findingOf = (issue: Issue, path: Path, schema: Schema | undefined): Finding => {
  const key = String(path.at(-1) ?? '');
  // The input of an unknown key's issue is the key itself.
  const received = issue.expected === 'never' ? undefined : shown(issue.input);
  const common: FindingParams = { key, ...(received === undefined ? {} : { received }) };
  const { rule, params } = isRuleId(issue.message)
    ? { rule: issue.message, params: limitOf(issue) }
    : schemaRule({ issue, path, schema });
  return { rule, severity: 'error', where: path, params: { ...common, ...params } };
};

interface Reading {
  readonly rule: string;
  readonly params: FindingParams;
}

const schemaRule = ({ issue, path, schema }: Located & { readonly schema: Schema | undefined }): Reading => {
  const { type, expected, input } = issue;
  if (type === 'strict_object' && expected === 'never') {
    const near =
      schema === undefined ? undefined : nearest(String(path.at(-1) ?? ''), knownKeys(schema, path.slice(0, -1)));
    return { rule: 'schema.unknown-key', params: near === undefined ? {} : { near } };
  }
  if (input === undefined && (type === 'strict_object' || (type === 'variant' && expected !== 'Object'))) {
    return { rule: 'schema.missing-key', params: {} };
  }
  if (input === null || input === undefined) return { rule: 'schema.empty-key', params: {} };
  if (issue.kind === 'schema') return typeRule(issue);
  return { rule: actionRules[type] ?? 'schema.not-accepted', params: { ...limitOf(issue), ...expectedOf(issue) } };
};

const typeRule = (issue: Issue): Reading => {
  const { type, input } = issue;
  // A variant expects an object, or one of the values of the key that tells its branches apart.
  if (type === 'picklist' || type === 'literal' || (type === 'variant' && issue.expected !== 'Object')) {
    const choices = choicesOf(issue.expected);
    const near = typeof input === 'string' ? nearest(input, choices) : undefined;
    return { rule: 'schema.not-a-choice', params: { choices, ...(near === undefined ? {} : { near }) } };
  }
  if (type === 'string' && (typeof input === 'number' || typeof input === 'boolean')) {
    return { rule: 'schema.number-for-text', params: {} };
  }
  return { rule: 'schema.wrong-type', params: { expected: typesOf(issue.expected), receivedType: typeName(input) } };
};

// What valibot's own actions refuse; an action with a rule id as its message never comes here.
const actionRules: Readonly<Record<string, string>> = {
  integer: 'schema.not-whole',
  min_value: 'schema.too-small',
  max_value: 'schema.too-large',
  min_length: 'schema.too-few',
  non_empty: 'schema.too-few',
  max_length: 'schema.too-many',
  email: 'schema.not-an-email',
};

const limitOf = (issue: Issue): FindingParams =>
  typeof issue.requirement === 'number' ? { requirement: issue.requirement } : {};

const expectedOf = (issue: Issue): FindingParams => (issue.expected === null ? {} : { expected: issue.expected });

// valibot writes choices as `("a" | "b")` or `"a"`.
const choicesOf = (expected: string | null): readonly string[] =>
  (expected ?? '')
    .replaceAll(/^\(|\)$/g, '')
    .split(' | ')
    .map((choice) => choice.replaceAll(/^"|"$/g, ''));

const typesOf = (expected: string | null): readonly string[] => [...new Set(choicesOf(expected))];

const typeName = (input: unknown): string =>
  Array.isArray(input) ? 'Array' : typeof input === 'object' ? 'Object' : typeof input;

const LONGEST_SHOWN = 60;

/** What was found, short enough for a sentence; nothing for lists and objects, whose place says enough. */
const shown = (input: unknown): string | undefined => {
  if (typeof input === 'string') {
    const oneLine = input.replaceAll(/\s+/g, ' ').trim();
    return `“${oneLine.length > LONGEST_SHOWN ? `${oneLine.slice(0, LONGEST_SHOWN)}…` : oneLine}”`;
  }
  return typeof input === 'number' || typeof input === 'boolean' ? String(input) : undefined;
};

/** The keys that the schema knows at a path, through options, pipes and every branch of a union. */
const knownKeys = (schema: Schema, path: Path): readonly string[] => {
  const [head, ...rest] = path;
  return flatten(schema).flatMap((part) => {
    if (head === undefined) return 'entries' in part ? Object.keys(part.entries as object) : [];
    const below = child(part, head);
    return below === undefined ? [] : knownKeys(below, rest);
  });
};

const child = (schema: Schema, key: string | number): Schema | undefined => {
  // The property tells the kind of schema; valibot's generic base type does not carry it.
  if ('entries' in schema) return (schema.entries as Readonly<Record<string, Schema>>)[key];
  if ('item' in schema) return schema.item as Schema;
  return schema.type === 'record' && 'value' in schema ? (schema.value as Schema) : undefined;
};

const flatten = (schema: Schema): readonly Schema[] => {
  // As above: the property is what says that it is there.
  if ('wrapped' in schema) return flatten(schema.wrapped as Schema);
  if ('pipe' in schema) {
    const first = (schema.pipe as readonly Schema[])[0];
    return first === undefined || first === schema ? [schema] : flatten(first);
  }
  if ((schema.type === 'union' || schema.type === 'variant') && 'options' in schema) {
    return (schema.options as readonly Schema[]).flatMap(flatten);
  }
  return [schema];
};
