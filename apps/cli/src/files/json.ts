import type { Path } from '@dondoc/core';

/** Where keys and values of a JSON text begin, and keys written twice in one object. Offsets in UTF-16 units. */
export interface JsonMap {
  readonly at: (path: Path, what: 'key' | 'value') => number;
  readonly twice: readonly { readonly offset: number; readonly key: string }[];
}

export type JsonScan = { readonly ok: true; readonly map: JsonMap } | { readonly ok: false; readonly offset: number };

const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const STRING = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const ATOM = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const DEEPEST = 100;

interface Node {
  readonly key: number;
  readonly value: number;
  readonly children: Map<string | number, Node>;
}

/** Scans a JSON text (RFC 8259) for positions, which `JSON.parse` does not give. */
export function scanJson(text: string): JsonScan {
  let offset = 0;
  let refused: number | undefined;
  const twice: { offset: number; key: string }[] = [];
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) offset += found.length;
    return found;
  };
  const refuse = (): undefined => {
    refused ??= offset;
    return undefined;
  };
  const value = (key: number, depth: number): Node | undefined => {
    take(SPACE);
    const node: Node = { key, value: offset, children: new Map() };
    const open = text[offset];
    if (open !== '{' && open !== '[') return (open === '"' ? take(STRING) : take(ATOM)) === undefined ? refuse() : node;
    if (depth === DEEPEST) return refuse();
    const close = open === '{' ? '}' : ']';
    offset += 1;
    take(SPACE);
    if (text[offset] === close) {
      offset += 1;
      return node;
    }
    for (let index = 0; ; index += 1) {
      take(SPACE);
      const start = offset;
      let name: string | number = index;
      if (open === '{') {
        const quoted = take(STRING);
        if (quoted === undefined) return refuse();
        name = String(JSON.parse(quoted));
        take(SPACE);
        if (text[offset] !== ':') return refuse();
        offset += 1;
      }
      const child = value(start, depth + 1);
      if (child === undefined) return undefined;
      if (node.children.has(name)) twice.push({ offset: start, key: String(name) });
      node.children.set(name, child);
      take(SPACE);
      const next = text[offset];
      if (next !== ',' && next !== close) return refuse();
      offset += 1;
      if (next === close) return node;
    }
  };
  const root = value(0, 0);
  take(SPACE);
  if (root === undefined || offset < text.length) return { ok: false, offset: refused ?? offset };
  return {
    ok: true,
    map: {
      twice,
      at(path, what) {
        let node = root;
        for (const step of path) {
          const child = node.children.get(step);
          // What is absent is shown at what should hold it.
          if (child === undefined) return node.key;
          node = child;
        }
        return what === 'key' || node.children.size > 0 ? node.key : node.value;
      },
    },
  };
}
