import type { Json } from './types.ts';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Far deeper than anything that is sealed, and far from the end of the stack. */
const DEEPEST = 1000;

const writeText = (text: string): string => {
  if (LONE_SURROGATE.test(text)) throw new TypeError('Canonical JSON cannot hold a lone surrogate.');
  // JSON.stringify escapes exactly what RFC 8785, section 3.2.2.2 asks, once lone surrogates are out.
  return JSON.stringify(text);
};

/**
 * Writes a value as canonical JSON: no white space, keys in the order of their UTF-16 code units, numbers as ECMAScript
 * writes them. Equal values give equal text, whatever order their keys were set in.
 *
 * Throws a TypeError for what JSON cannot carry (NaN, infinities, undefined, functions, lone surrogates) and a RangeError
 * for lists and objects inside one another more than a thousand times: data from outside has passed a schema by then, so
 * that is a mistake of the caller.
 *
 * @see RFC 8785
 */
export const canonicalJson = (value: Json): string => write(value, 0);

const write = (value: Json, depth: number): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON cannot hold ${value}.`);
    // JSON.stringify and not String: -0 is written 0.
    return JSON.stringify(value);
  }
  if (depth >= DEEPEST) throw new RangeError(`Canonical JSON cannot hold values nested more than ${DEEPEST} deep.`);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`Canonical JSON cannot hold a ${typeof value}.`);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeText(key)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
};
