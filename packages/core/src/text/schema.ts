import * as v from 'valibot';

// Control characters but tab and line feed, lone surrogates, U+FFFE and U+FFFF: what neither XML nor a person can use.
// Embeddings, overrides and isolates of direction: they make a text read otherwise than it is written.
const UNUSABLE = /(?![\t\n])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/u;

/** Any text a person typed: NFC, at most `max` characters, no control characters. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((s) => s.replaceAll('\r\n', '\n').normalize('NFC')),
    v.check((s) => !UNUSABLE.test(s), 'text.control-character'),
    v.maxLength(max, 'text.too-long'),
  );

/** A name, label or title: one line, not blank. */
export const line = (max = 500) =>
  v.pipe(
    text(max),
    v.trim(),
    v.nonEmpty('text.blank'),
    v.check((s) => !s.includes('\n'), 'text.line-break'),
  );

/** One or more sentences of running text, not blank. */
export const prose = (max = 5000) => v.pipe(text(max), v.trim(), v.nonEmpty('text.blank'));

// Keys that valibot leaves out of a record without a word; ids of such names would be lost with them.
const RESERVED = ['constructor', 'prototype'] as const;
const LEFT_OUT = [...RESERVED, '__proto__'] as const;

/** A stable id: lower-case ASCII letters and digits in groups joined by single hyphens. */
export const slug = v.pipe(
  v.string(),
  v.maxLength(64, 'id.too-long'),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id.not-a-slug'),
  v.check((id) => !RESERVED.some((key) => key === id), 'id.reserved'),
);

/**
 * Values by id. A key that valibot's own record would leave out is refused, as any other key that is no id; `key` is for
 * a record that has other keys besides.
 */
export const byId = <
  const Value extends v.GenericSchema,
  const Key extends v.GenericSchema<string, string> = typeof slug,
>(
  value: Value,
  key?: Key,
) => {
  const record = v.record(key ?? slug, value);
  const run: (typeof record)['~run'] = (dataset, config) => {
    const input = dataset.value;
    const output = record['~run'](dataset, config);
    if (typeof input !== 'object' || input === null) return output;
    const held = input as Record<string, unknown>; // an object whose keys are only looked at
    const refused = LEFT_OUT.filter((name) => Object.hasOwn(held, name)).flatMap((name) => {
      const item: v.ObjectPathItem = { type: 'object', origin: 'key', input: held, key: name, value: held[name] };
      // Each its own path: the schemas around a record put their keys before it.
      return (slug['~run']({ value: name }, config).issues ?? []).map((issue) => ({
        ...issue,
        path: [item] satisfies [v.ObjectPathItem],
      }));
    });
    const [first, ...rest] = [...(output.issues ?? []), ...refused];
    return first === undefined ? output : { typed: false, value: output.value, issues: [first, ...rest] };
  };
  return { ...record, '~run': run };
};
