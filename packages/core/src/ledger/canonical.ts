import type { Json } from './types.ts';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const writeText = (text: string): string => {
  if (LONE_SURROGATE.test(text)) throw new TypeError('Canonical JSON cannot hold a lone surrogate.');
  // JSON.stringify escapes exactly what RFC 8785, section 3.2.2.2 asks, once lone surrogates are out.
  return JSON.stringify(text);
};

/**
 * Writes a value as canonical JSON: no white space, keys in the order of their UTF-16 code units, numbers as ECMAScript
 * writes them. Equal values give equal text, whatever order their keys were set in.
 *
 * Throws a TypeError for what JSON cannot carry (NaN, infinities, undefined, functions, lone surrogates): data from
 * outside has passed a schema by then, so that is a mistake of the caller.
 *
 * @see RFC 8785
 */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON cannot hold ${value}.`);
    // JSON.stringify and not String: -0 is written 0.
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`Canonical JSON cannot hold a ${typeof value}.`);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeText(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
