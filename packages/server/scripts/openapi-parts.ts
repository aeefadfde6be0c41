import { problems, type ProblemCode } from '../src/http/problems.ts';
import type { Json, JsonObject } from './compact.ts';

/** The statuses of problems, in their order. */
export const statusesOf = (codes: readonly ProblemCode[]): readonly number[] =>
  [...new Set(codes.map((code) => problems[code].status))].toSorted((a, b) => a - b);

/** What the places in paths are. */
const parts: Readonly<Record<string, Json>> = {
  plan: { type: 'string', pattern: '^[a-z0-9-]+$', description: 'Lineage of the plan, never a version' },
  report: { type: 'string', pattern: '^[a-z0-9-]+$', description: 'Report within the plan' },
  period: {
    type: 'string',
    pattern: '^[A-Za-z0-9-]+$',
    description: '2020, 2020-H1, 2020-Q3, 2019-2020-HK1, on-{event}',
  },
  unit: { type: 'string', pattern: '^[a-z0-9-]+$', description: 'Id of an agency' },
  agency: { type: 'string', pattern: '^[a-z0-9-]+$', description: 'Id of an agency' },
  credential: { type: 'string', pattern: '^[a-z0-9-]+$', description: 'Public id: tok-, lnk-, ses-' },
  version: { type: 'integer', minimum: 1 },
  n: { type: 'integer', minimum: 1, description: '1: the report itself; 2 is supplement 1' },
  issue: { type: 'integer', minimum: 1, description: '1: the report itself; 2 is supplement 1' },
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};

/** A problem, as `http/problem.ts` makes it. */
export const problemSchema: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: '/docs#{code}' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'Vietnamese: what happened and what to do' },
    code: { type: 'string', enum: Object.keys(problems) },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['rule', 'severity', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body' },
          rule: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning', 'hint'] },
          message: { type: 'string' },
          mend: { type: 'string' },
        },
      },
    },
  },
};

/** One answer for each status that problems have. */
export const responses = (): JsonObject =>
  Object.fromEntries(
    // Keys of an object literal, which Object.keys widens to strings.
    statusesOf(Object.keys(problems) as readonly ProblemCode[]).map((status) => [
      `Problem${status}`,
      {
        description: Object.entries(problems)
          .filter(([, problem]) => problem.status === status)
          .map(([code]) => code)
          .join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

/** What operations share: places in paths, headers of acts. */
export const parameters: JsonObject = {
  ...Object.fromEntries(
    Object.entries(parts).map(([name, schema]) => [name, { name, in: 'path', required: true, schema }]),
  ),
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The version that is meant, as an ETag gives it: "7"',
    schema: { type: 'string' },
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key with the same request is answered as the first time, for 48 hours',
    schema: { type: 'string', maxLength: 200 },
  },
};
