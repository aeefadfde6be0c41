/** Reading JSON that came from elsewhere: nothing of it is believed. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
export const isHash = (value: unknown): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value);

/** Reads UTF-8 and JSON; undefined where it is neither. */
export function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads a JSON value a line; undefined where a line is none. Line by line: the whole may be more than one text can hold. */
export function parsedLines(bytes: Uint8Array): readonly unknown[] | undefined {
  const values: unknown[] = [];
  for (let from = 0; from < bytes.byteLength;) {
    const end = bytes.indexOf(0x0a, from);
    const value = parsed(bytes.subarray(from, end < 0 ? bytes.byteLength : end));
    if (value === undefined) return undefined;
    values.push(value);
    from = end < 0 ? bytes.byteLength : end + 1;
  }
  return values;
}

/** Tells whether an object has these members and no others; `optional` ones may be absent. */
export function hasExactly(
  value: unknown,
  members: Readonly<Record<string, (member: unknown) => boolean>>,
  optional: readonly string[] = [],
): value is JsonObject {
  if (!isObject(value)) return false;
  if (Object.keys(value).some((key) => !Object.hasOwn(members, key))) return false;
  return Object.entries(members).every(([key, is]) =>
    Object.hasOwn(value, key) ? is(value[key]) : optional.includes(key),
  );
}
