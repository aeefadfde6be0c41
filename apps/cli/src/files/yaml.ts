import type { Path } from '@dondoc/core';
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
  visit,
  type Document,
  type ErrorCode,
  type Node,
  type YAMLError,
} from 'yaml';
import type { Span } from './source.ts';

export interface YamlFault {
  readonly rule: string;
  readonly offset: number;
  readonly key?: string;
}

export type YamlParse =
  | { readonly ok: true; readonly value: unknown; readonly at: (path: Path, what: 'key' | 'value') => Span }
  | { readonly ok: false; readonly faults: readonly YamlFault[] };

// The library's messages are English; its codes are few.
const RULES: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: 'file.yaml-tab',
  BAD_INDENT: 'file.yaml-indent',
  BAD_ALIAS: 'file.yaml-alias',
  BLOCK_AS_IMPLICIT_KEY: 'file.yaml-colon',
  MULTILINE_IMPLICIT_KEY: 'file.yaml-colon',
  RESOURCE_EXHAUSTION: 'file.too-deep',
};

/** Most times that aliases may be followed: a short file must not become a large value. */
const MOST_ALIASES = 100;

/** Reads one YAML 1.2 document (core schema: no dates, no yes/no) and keeps where everything stands. */
export function parseYaml(text: string): YamlParse {
  const fault = (rule: string, offset = 0): YamlParse => ({ ok: false, faults: [{ rule, offset }] });
  try {
    const documents = parseAllDocuments(text, { version: '1.2', prettyErrors: false, uniqueKeys: false });
    const [document, second] = documents;
    if (!Array.isArray(documents) || document === undefined) return fault('file.empty');
    if (second !== undefined) return fault('file.yaml-documents', second.range[0]);
    const seen = new Set<number>();
    // One slip often makes the parser stumble several times: one finding a place, the first that it met.
    const errors = document.errors.filter(({ pos: [from] }) => !seen.has(from) && seen.add(from));
    // Nesting without end is one finding, whatever the parser stumbles over on its way out.
    const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    if (tooDeep !== undefined) return { ok: false, faults: [faultOf(tooDeep)] };
    if (errors.length > 0) {
      return { ok: false, faults: errors.slice(0, 20).map(faultOf) };
    }
    const twice = keysTwice(document);
    if (twice.length > 0) return { ok: false, faults: twice };
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (value === null || value === undefined) return fault('file.empty');
    return { ok: true, value, at: (path, what) => spanOf(document, path, what) };
  } catch (error) {
    // `toJS` throws ReferenceError where aliases multiply or lead nowhere; the parser RangeError where brackets nest without end.
    if (error instanceof ReferenceError) {
      const unknown = /Unresolved alias.*: (\S+)$/.exec(error.message)?.[1];
      return unknown === undefined
        ? fault('file.yaml-alias-bomb')
        : fault('file.yaml-alias', Math.max(0, text.indexOf(`*${unknown}`)));
    }
    if (error instanceof RangeError) return fault('file.too-deep');
    throw error;
  }
}

/** Finds keys written twice; the library's own check compares every key of a map with every other. */
function keysTwice(document: Document): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          faults.push({ rule: 'file.yaml-key-twice', offset: key.range?.[0] ?? 0, key: String(key.value) });
        seen.add(key.value);
      }
    },
  });
  return faults;
}

function faultOf({ code, message, pos: [offset] }: YAMLError): YamlFault {
  const rule = RULES[code] ?? 'file.yaml';
  const key = /"([^"]*)"/.exec(message)?.[1];
  return key === undefined ? { rule, offset } : { rule, offset, key };
}

/** Finds the node at a path; where it is absent, the nearest one that should hold it. */
function spanOf(document: Document, path: Path, what: 'key' | 'value'): Span {
  const resolved = (node: unknown): Node | undefined => {
    const target = isAlias(node) ? node.resolve(document) : node;
    return isNode(target) ? target : undefined;
  };
  let node = resolved(document.contents);
  let key = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step));
      if (pair === undefined) return { from: key };
      key = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? key;
      node = resolved(pair.value);
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) return { from: key };
      node = resolved(item);
      key = node?.range?.[0] ?? key;
    } else return { from: key };
  }
  const range = what === 'value' && isScalar(node) ? node.range : undefined;
  return range === undefined || range === null ? { from: key } : { from: range[0], to: range[1] };
}
