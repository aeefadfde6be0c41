import { UnsupportedPathError, type Router } from 'hono/router';

interface Held<T> {
  readonly order: number;
  readonly method: string;
  readonly handler: T;
}

type Segment = string | { readonly param: string; readonly fits: RegExp | undefined };

interface Pattern<T> {
  readonly path: string;
  readonly handlers: Held<T>[];
  /** Read from the path when it is first held against one. */
  segments?: readonly Segment[];
}

type Params = Record<string, string>;

const ANY = 'ALL';
const EVERYWHERE: ReadonlySet<string> = new Set(['*', '/*']);
const NO_PARAMS: Params = {};
const PARAM = /^:(\w+)(?:\{(.+)\})?$/;

const segmentOf = (text: string): Segment => {
  const [, param, pattern] = PARAM.exec(text) ?? [];
  if (param !== undefined) return { param, fits: pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`) };
  if (/[:*?{]/.test(text)) throw new UnsupportedPathError(text);
  return text;
};

/** Holds a path's parts against a pattern's; undefined: it is another path. */
const paramsOf = (segments: readonly Segment[], parts: readonly string[]): Params | undefined => {
  let params = NO_PARAMS;
  // By index: on every request this is the innermost loop.
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] ?? '';
    const part = parts[index] ?? '';
    if (typeof segment === 'string') {
      if (segment !== part) return undefined;
    } else {
      if (part === '' || segment.fits?.test(part) === false) return undefined;
      if (params === NO_PARAMS) params = {};
      params[segment.param] = part;
    }
  }
  return params;
};

/**
 * Makes a router for paths of whole segments: fixed ones, `:name`, `:name{pattern}`, and `*` for everything. Adding a route
 * is next to nothing: an isolate has 10 ms for its first request, and Hono's own routers take that to be built.
 */
export const segmentRouter = <T>(): Router<T> => {
  const everywhere: Held<T>[] = [];
  const patterns = new Map<string, Pattern<T>>();
  const byLength = new Map<number, Pattern<T>[]>();
  let order = 0;

  const patternOf = (path: string): Pattern<T> => {
    const known = patterns.get(path);
    if (known !== undefined) return known;
    const made: Pattern<T> = { path, handlers: [] };
    patterns.set(path, made);
    const { length } = path.split('/');
    const same = byLength.get(length);
    if (same === undefined) byLength.set(length, [made]);
    else same.push(made);
    return made;
  };

  return {
    name: 'segments',
    add: (method, path, handler) => {
      const held = { order: order++, method, handler };
      if (EVERYWHERE.has(path)) everywhere.push(held);
      else patternOf(path).handlers.push(held);
    },
    match: (method, path) => {
      const found: { readonly held: Held<T>; readonly params: Params }[] = [];
      const take = (handlers: readonly Held<T>[], params: Params) => {
        for (const held of handlers) {
          if (held.method === method || held.method === ANY) found.push({ held, params });
        }
      };
      take(everywhere, NO_PARAMS);
      const parts = path.split('/');
      for (const pattern of byLength.get(parts.length) ?? []) {
        pattern.segments ??= pattern.path.split('/').map(segmentOf);
        const params = paramsOf(pattern.segments, parts);
        if (params !== undefined) take(pattern.handlers, params);
      }
      found.sort((a, b) => a.held.order - b.held.order);
      return [found.map(({ held, params }) => [held.handler, params])];
    },
  };
};
