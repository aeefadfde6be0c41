export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Shorter ones are not worth a name of their own. */
const SHORTEST_SHARED = 160;

const SCHEMA_KEYS: ReadonlySet<string> = new Set(['items', 'additionalProperties', 'schema', 'not', 'contains']);

const pascal = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/**
 * Gives every body and answer a name among the components, and every schema that occurs more than once too: the document
 * says a thing once. `x-name` on a schema is the name that it asks for; local `$defs` become components.
 */
export const compacted = (document: JsonObject): JsonObject => {
  const components = new Map<string, Json>();
  const nameOfText = new Map<string, string>();
  const counts = new Map<string, number>();
  const askedFor = new Set<string>(
    [...JSON.stringify(document['paths'] ?? {}).matchAll(/"x-name":"(\w+)"/g)].map(([, name = '']) => name),
  );

  /** Names a schema by the wanted name, or with a number behind it where that is taken by another. */
  const named = (wanted: string, schema: Json, asked = false): string => {
    const text = JSON.stringify(schema);
    const known = nameOfText.get(text);
    if (known !== undefined) return known;
    let name = !asked && askedFor.has(wanted) ? `${wanted}Value` : wanted;
    for (let n = 2; components.has(name); n++) name = `${wanted}${n}`;
    components.set(name, schema);
    nameOfText.set(text, name);
    return name;
  };

  const count = (value: Json, isSchema: boolean): void => {
    if (Array.isArray(value)) for (const item of value) count(item, isSchema);
    if (!isObject(value)) return;
    const { 'x-name': _, ...rest } = value;
    void _;
    if (isSchema) {
      const text = JSON.stringify(rest);
      if (text.length >= SHORTEST_SHARED) counts.set(text, (counts.get(text) ?? 0) + 1);
      // What stands inside a thing that stands twice is counted once.
      if ((counts.get(text) ?? 0) > 1) return;
    }
    for (const [key, item] of Object.entries(rest)) {
      if (key === 'properties' && isObject(item)) for (const schema of Object.values(item)) count(schema, true);
      else if (key === '$defs' && isObject(item)) for (const schema of Object.values(item)) count(schema, true);
      else count(item, SCHEMA_KEYS.has(key) || ['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(key));
    }
  };

  /** `hint` is what the schema is of: the name of its property, of its body. */
  const rewrite = (
    value: Json,
    { isSchema, hint, defs }: { isSchema: boolean; hint: string; defs: ReadonlyMap<string, string> },
  ): Json => {
    if (Array.isArray(value))
      return value.map((item: Json, i) =>
        rewrite(item, { isSchema, hint: `${hint === '' ? 'Part' : hint}${i + 1}`, defs }),
      );
    if (!isObject(value)) return value;
    const { 'x-name': wanted, $defs, ...rest } = value;
    const inner = new Map(defs);
    const name = typeof wanted === 'string' ? wanted : hint;
    if (isObject($defs)) {
      for (const key of Object.keys($defs)) {
        const reserved = named(`${name}Part${pascal(key)}`, `reserved ${name} ${key}`);
        inner.set(`#/$defs/${key}`, reserved);
      }
      for (const [key, schema] of Object.entries($defs)) {
        const reserved = inner.get(`#/$defs/${key}`) ?? '';
        components.set(reserved, rewrite(schema, { isSchema: false, hint: reserved, defs: inner }));
      }
    }
    if (typeof rest['$ref'] === 'string' && inner.has(rest['$ref'])) {
      return { ...rest, $ref: `#/components/schemas/${inner.get(rest['$ref']) ?? ''}` };
    }
    const written: JsonObject = Object.fromEntries(
      Object.entries(rest).map(([key, item]) => {
        if (key === 'properties' && isObject(item)) {
          return [
            key,
            Object.fromEntries(
              Object.entries(item).map(([property, schema]) => [
                property,
                rewrite(schema, { isSchema: true, hint: pascal(property), defs: inner }),
              ]),
            ),
          ];
        }
        const below = SCHEMA_KEYS.has(key) || ['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(key);
        return [key, rewrite(item, { isSchema: below, hint: key === 'items' ? `${hint}Item` : hint, defs: inner })];
      }),
    );
    const shared = isSchema && (counts.get(JSON.stringify(rest)) ?? 0) > 1;
    return shared || typeof wanted === 'string'
      ? { $ref: `#/components/schemas/${named(name, written, typeof wanted === 'string')}` }
      : written;
  };

  count(document['paths'] ?? {}, false);
  const paths = rewrite(document['paths'] ?? {}, { isSchema: false, hint: '', defs: new Map() });
  const given = isObject(document['components']) ? document['components'] : {};
  const schemas = { ...(isObject(given['schemas']) ? given['schemas'] : {}), ...Object.fromEntries(components) };
  return {
    ...document,
    paths,
    components: {
      ...given,
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
};
