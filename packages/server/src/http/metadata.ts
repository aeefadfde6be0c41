import type { MiddlewareHandler } from 'hono';
import type { RouterRoute } from 'hono/types';
import type { GenericSchema } from 'valibot';
import type { Capability } from '../access/capabilities.ts';
import type { Description } from './describe.ts';

/** What the middlewares of a route say about it: read by the OpenAPI document and by tests, never while serving. */
export type RouteNote =
  | { readonly about: 'description'; readonly description: Description }
  | { readonly about: 'input'; readonly target: 'json' | 'query' | 'param'; readonly schema: GenericSchema }
  | { readonly about: 'access'; readonly anyOf: readonly Capability[]; readonly ofUnit: boolean }
  | { readonly about: 'idempotency' };

const key: unique symbol = Symbol('dondoc.route');

interface Noted {
  readonly [key]?: RouteNote;
}

/** Attaches a note to a middleware. */
export const noting = <M extends MiddlewareHandler<never> | MiddlewareHandler>(middleware: M, note: RouteNote): M =>
  Object.assign(middleware, { [key]: note });

/** Reads the note of a route's handler. */
export const noteOf = (handler: RouterRoute['handler']): RouteNote | undefined => (handler as Noted)[key]; // set by `noting`
