import type { MiddlewareHandler } from 'hono';
import type { GenericSchema } from 'valibot';
import type { AppEnv } from '../context.ts';
import { noting } from './metadata.ts';
import type { ProblemCode } from './problems.ts';

/** What a route does, for the OpenAPI document. */
export interface Description {
  /** One line, English, without a full stop. */
  readonly summary: string;
  /** First tag: the section of the reference that it stands in. */
  readonly tags: readonly [string, ...string[]];
  /** The JSON that it answers with, or the media type of a document; absent: an empty answer. */
  readonly answer?: GenericSchema | { readonly mediaType: string };
  /** Name of the answer's schema among the components: 'Plan'. */
  readonly name?: string;
  /** Of the good answer. Default 200. */
  readonly status?: number;
  /** What it may be refused with, besides what any route may be. */
  readonly problems?: readonly ProblemCode[];
  /** Media types of a body that is no JSON. */
  readonly accepts?: readonly string[];
  /** Unique; default: made from method and path. */
  readonly operationId?: string;
  /** It takes `If-Match`. */
  readonly ifMatch?: boolean;
}

/** Describes a route. */
export const describe = (description: Description): MiddlewareHandler<AppEnv> =>
  noting(async (_, next) => next(), { about: 'description', description });
