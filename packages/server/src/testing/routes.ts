import type { AppType } from '../server.ts';
import { noteOf, type RouteNote } from '../http/metadata.ts';

/** One route as the app has it, with what its middlewares say of it. */
export interface FoundRoute {
  readonly method: string;
  readonly path: string;
  readonly notes: readonly RouteNote[];
}

/** Finds every route of an app by itself: what is added is tested without being listed. */
export const routesOf = (app: AppType): readonly FoundRoute[] => {
  const found = new Map<string, { method: string; path: string; notes: RouteNote[] }>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const key = `${method} ${path}`;
    const route = found.get(key) ?? { method, path, notes: [] };
    const note = noteOf(handler);
    if (note !== undefined) route.notes.push(note);
    found.set(key, route);
  }
  return [...found.values()];
};

const usual: Readonly<Record<string, string>> = {
  plan: 'ttdn-2020',
  report: 'half-year',
  period: '2020-H1',
  unit: 'mn-hoa-sen',
  agency: 'mn-hoa-sen',
  credential: 'tok-0000000000',
  version: '1',
  issue: '1',
  n: '1',
  secret: 'none',
  sha256: '0'.repeat(64),
};

/** Fills a route's pattern with values of the small office, so that a request finds it. */
export const filled = (path: string, values: Readonly<Record<string, string>> = {}): string => {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      const match = /^:(\w+)(?:\{(.+)\})?$/.exec(segment);
      if (match === null) return segment;
      const [, name = '', pattern = ''] = match;
      const all = { ...usual, ...values };
      const extension = /\\\.([a-z]+)$/.exec(pattern)?.[1];
      if (extension === undefined) return all[name] ?? 'none';
      const before = segments[index - 1] ?? '';
      const stem =
        values['file'] ?? { plans: all['plan'], submissions: all['unit'], issues: all['issue'] }[before] ?? 'none';
      return `${stem}.${extension}`;
    })
    .join('/');
};
