import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { AppType } from '../src/server.ts';
import type { RouteNote } from '../src/http/metadata.ts';
import type { ProblemCode } from '../src/http/problems.ts';
import { publicRoutes } from '../src/access/public-routes.ts';
import { routesOf, type FoundRoute } from '../src/testing/routes.ts';
import { compacted, type Json, type JsonObject } from './compact.ts';
import { parameters, problemSchema, responses, statusesOf } from './openapi-parts.ts';

type NoteAbout<A extends RouteNote['about']> = Extract<RouteNote, { readonly about: A }>;

const isAbout =
  <A extends RouteNote['about']>(about: A) =>
  (note: RouteNote): note is NoteAbout<A> =>
    note.about === about;

/** `:plan{[a-z]+}` is `{plan}`; a representation `:file{[a-z0-9-]+\\.docx}` is `{…}.docx`, named for what stands before it. */
const openApiPath = (path: string): string => {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      const match = /^:(\w+)(?:\{(.+)\})?$/.exec(segment);
      if (match === null) return segment;
      const [, name = '', pattern = ''] = match;
      const extension = /\\?\.\(?((?:[a-z]+)(?:\|[a-z]+)*)\)?$/.exec(pattern)?.[1];
      return extension === undefined ? `{${name}}` : `{${fileName(name, segments[index - 1] ?? '')}}.${extension}`;
    })
    .join('/');
};

const fileName = (name: string, before: string): string =>
  name !== 'file' ? name : ({ plans: 'plan', submissions: 'unit', issues: 'issue' }[before] ?? 'name');

const pascal = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** `GET …/periods/{period}/obligations/{unit}` is `getPeriodObligationsUnit`. */
const operationIdOf = (method: string, path: string): string =>
  method.toLowerCase() +
  pascal(
    path
      .replace('/v1/', '/')
      .replace('/plans/{plan}/reports/{report}/periods/{period}/', '/period/')
      .replaceAll(/[{}]/g, ''),
  );

const converted = (schema: GenericSchema, typeMode: 'input' | 'output'): JsonObject => {
  const { $schema, ...rest } = toJsonSchema(schema, {
    typeMode,
    errorMode: 'ignore',
    target: 'draft-2020-12',
  }) as JsonObject;
  void $schema;
  return rest;
};

/** Problems that any route may answer with. */
const always: readonly ProblemCode[] = ['bad-request', 'rate-limited', 'internal'];
const whereAccess: readonly ProblemCode[] = ['unauthorized', 'forbidden', 'foreign-origin'];
const whereBody: readonly ProblemCode[] = ['malformed-json', 'too-large', 'unsupported-media-type', 'invalid-body'];

const operationOf = ({ method, path, notes }: FoundRoute): readonly [string, string, JsonObject] | undefined => {
  const description = notes.find(isAbout('description'))?.description;
  if (description === undefined) return undefined;
  const { summary, tags, answer, name, status = 200, problems: own = [], accepts, operationId, ifMatch } = description;
  const shownPath = openApiPath(path);
  const id = operationId ?? operationIdOf(method, shownPath);
  const inputs = notes.filter(isAbout('input'));
  const access = notes.find(isAbout('access'));
  const json = inputs.find(({ target }) => target === 'json');
  const takesIfMatch = ifMatch ?? own.includes('version-mismatch');
  const codes: readonly ProblemCode[] = [
    ...always,
    ...(publicRoutes.has(`${method} ${path}`) ? [] : whereAccess),
    ...(access?.ofUnit === true ? (['not-yours'] as const) : []),
    ...(json === undefined ? [] : whereBody),
    ...(notes.some(isAbout('idempotency')) ? (['idempotency-reused'] as const) : []),
    ...own,
  ];
  const titled = (title: string, schema: JsonObject): JsonObject => ({ 'x-name': title, ...schema });
  const good: JsonObject =
    answer === undefined
      ? { description: 'Done' }
      : {
          description: status === 201 ? 'Made' : 'Answered',
          content:
            'mediaType' in answer
              ? { [answer.mediaType]: { schema: { type: 'string', contentMediaType: answer.mediaType } } }
              : { 'application/json': { schema: titled(name ?? pascal(id), converted(answer, 'output')) } },
        };
  const query = inputs.filter(({ target }) => target === 'query').map(({ schema }) => converted(schema, 'input'));
  const operation: JsonObject = {
    operationId: id,
    summary,
    tags: [...tags],
    ...(access === undefined ? { security: [] } : { 'x-capabilities': [...access.anyOf] }),
    parameters: [
      ...[...shownPath.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => ({ $ref: `#/components/parameters/${part}` })),
      ...query.flatMap(({ properties, required }) =>
        Object.entries((properties ?? {}) as JsonObject).map(([parameter, schema]) => ({
          name: parameter,
          in: 'query',
          ...(Array.isArray(required) && required.includes(parameter) ? { required: true } : {}),
          schema,
        })),
      ),
      ...(takesIfMatch ? [{ $ref: '#/components/parameters/ifMatch' }] : []),
      ...(notes.some(isAbout('idempotency')) ? [{ $ref: '#/components/parameters/idempotencyKey' }] : []),
    ],
    ...(json === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: titled(`${pascal(id)}Body`, converted(json.schema, 'input')) } },
          },
        }),
    ...(accepts === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              accepts.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]),
            ),
          },
        }),
    responses: {
      [String(status)]: good,
      ...Object.fromEntries(
        statusesOf(codes).map((problem) => [String(problem), { $ref: `#/components/responses/Problem${problem}` }]),
      ),
    },
    ...(own.length === 0 ? {} : { 'x-problems': [...new Set(own)] }),
  };
  return [shownPath, method.toLowerCase(), operation];
};

/** Makes the OpenAPI 3.1 document of an app from what its routes say of themselves. Throws where two claim one id. */
export const openApiOf = (app: AppType): JsonObject => {
  const paths: Record<string, Record<string, Json>> = {};
  const ids = new Set<string>();
  const tags = new Set<string>();
  for (const route of routesOf(app)) {
    const found = operationOf(route);
    if (found === undefined) continue;
    const [path, method, operation] = found;
    const id = String(operation['operationId']);
    if (ids.has(id)) throw new Error(`Two operations are called ${id}.`);
    ids.add(id);
    tags.add(String((operation['tags'] as readonly string[])[0]));
    paths[path] = { ...paths[path], [method]: operation };
  }
  const used = new Set(JSON.stringify(paths).match(/(?<=#\/components\/parameters\/)\w+/g));
  return compacted({
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'dondoc',
      version: '0.0.0',
      description:
        'Follow-up of plans and periodic reports. Bearer tokens or the session cookie; problems by RFC 9457; lists by cursor; If-Match and Idempotency-Key on acts.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { session: [] }],
    tags: [...tags].toSorted().map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-dondoc' },
      },
      parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => used.has(name))),
      responses: responses(),
      schemas: { Problem: problemSchema },
    },
  });
};
