import { findingsOf, type Finding } from '@dondoc/core';
import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { AppEnv } from '../context.ts';
import { noting } from './metadata.ts';
import type { Failure } from './outcome.ts';
import { sendProblem } from './send.ts';

type Target = 'json' | 'query' | 'param';

type Validated<T extends Target, S extends v.GenericSchema> = MiddlewareHandler<
  AppEnv,
  string,
  { in: { [K in T]: v.InferInput<S> }; out: { [K in T]: v.InferOutput<S> } }
>;

const strangeParameters = (names: readonly string[]): Failure => ({
  code: 'bad-request',
  params: { what: `Tham số ${names.join(', ')}` },
});

const validator = <T extends Target, S extends v.GenericSchema>({
  target,
  schema,
  known,
  read,
  refuse,
}: {
  readonly target: T;
  readonly schema: S;
  /** Names that there are, where the schema itself takes no notice of others. */
  readonly known?: ReadonlySet<string>;
  readonly read: (c: Context<AppEnv>) => unknown;
  readonly refuse: (issues: readonly v.BaseIssue<unknown>[], c: Context<AppEnv>) => Failure;
}): Validated<T, S> =>
  noting<Validated<T, S>>(
    async (c, next) => {
      const input = read(c);
      const strange = known === undefined ? [] : Object.keys(input ?? {}).filter((name) => !known.has(name));
      if (strange.length > 0) return sendProblem(c, strangeParameters(strange));
      const result = v.safeParse(schema, input);
      if (!result.success) return sendProblem(c, refuse(result.issues, c));
      // Hono keeps validated data as an object, whatever it is.
      c.req.addValidatedData(target, result.output as object);
      return next();
    },
    { about: 'input', target, schema },
  );

const namesOf = (issues: readonly v.BaseIssue<unknown>[]): readonly string[] => [
  ...new Set(issues.map((issue) => String(issue.path?.[0]?.key ?? '')).filter((name) => name !== '')),
];

const placed = (place: string) => (issues: readonly v.BaseIssue<unknown>[]) => {
  const names = namesOf(issues);
  return {
    code: 'bad-request',
    params: { what: names.length === 0 ? place : `${place} ${names.join(', ')}` },
  } as const;
};

// Valibot takes a list for an object whose keys may all be absent.
const isList: Finding = {
  rule: 'schema.wrong-type',
  severity: 'error',
  where: [],
  params: { key: '', expected: ['Object'], receivedType: 'Array' },
};

/** Findings of one body that are told: what a person can use, and no more than is asked for by a small body. */
const MOST_FINDINGS = 50;

/** Reads the JSON body by a schema: `c.req.valid('json')`. Refused with 422 `invalid-body`, the first fifty findings each at its place. */
export const body = <S extends v.GenericSchema>(schema: S): Validated<'json', S> =>
  validator({
    target: 'json',
    schema,
    // No body of ours is a list.
    read: (c) => (Array.isArray(c.get('json')) ? undefined : c.get('json')),
    refuse: (issues, c) => ({
      code: 'invalid-body',
      findings: Array.isArray(c.get('json')) ? [isList] : findingsOf(issues, schema).slice(0, MOST_FINDINGS),
    }),
  });

/**
 * Reads the query by a schema of strings: `c.req.valid('query')`. A parameter given twice is a list. One that there is not
 * is refused: left out without a word, a filter mistyped would show everything.
 */
export const query = <S extends v.GenericSchema & { readonly entries: v.ObjectEntries }>(
  schema: S,
): Validated<'query', S> =>
  validator({
    target: 'query',
    schema,
    known: new Set(Object.keys(schema.entries)),
    read: (c) =>
      Object.fromEntries(Object.entries(c.req.queries()).map(([name, all]) => [name, all.length === 1 ? all[0] : all])),
    refuse: placed('Tham số'),
  });

/** Reads the path's parameters by a schema: `c.req.valid('param')`. */
export const param = <S extends v.GenericSchema>(schema: S): Validated<'param', S> =>
  validator({ target: 'param', schema, read: (c) => c.req.param(), refuse: placed('Đường dẫn') });
