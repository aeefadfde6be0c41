import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../context.ts';
import { noting } from '../http/metadata.ts';
import { sendProblem } from '../http/send.ts';
import { can, type Capability } from './capabilities.ts';

/**
 * Lets those pass who hold one of the capabilities. A route of the whole office that names `read-own` lets units' people
 * in: its handler shows them their own unit only (`unitOf`).
 */
export const allow = (...anyOf: readonly [Capability, ...Capability[]]): MiddlewareHandler<AppEnv> =>
  noting<MiddlewareHandler<AppEnv>>(
    async (c, next) => {
      const principal = c.get('principal');
      return anyOf.some((capability) => can(principal, capability)) ? next() : sendProblem(c, { code: 'forbidden' });
    },
    { about: 'access', anyOf, ofUnit: false },
  );

/** The unit that a path is about: `:unit`, or a representation's `:file` less its extension. */
const unitInPath = (c: Context<AppEnv>): string | undefined =>
  c.req.param('unit')?.replace(/\.[a-z]+$/, '') ?? c.req.param('file')?.replace(/\.[a-z]+$/, '');

/**
 * Lets those pass who hold one of the capabilities for the route's unit (`:unit`, or `:file` with an extension). A unit's
 * people asking for another unit are told so, whatever that unit has.
 */
export const allowUnit = (...anyOf: readonly [Capability, ...Capability[]]): MiddlewareHandler<AppEnv> =>
  noting<MiddlewareHandler<AppEnv>>(
    async (c, next) => {
      const principal = c.get('principal');
      const unit = unitInPath(c);
      if (principal.unit !== undefined && principal.unit !== unit) return sendProblem(c, { code: 'not-yours' });
      return anyOf.some((capability) => can(principal, capability, unit))
        ? next()
        : sendProblem(c, { code: 'forbidden' });
    },
    { about: 'access', anyOf, ofUnit: true },
  );
