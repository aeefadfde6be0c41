import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApiText } from '../../scripts/openapi-text.ts';
import { publicRoutes } from '../access/public-routes.ts';
import { problems } from '../http/problems.ts';
import { testApp, type TestApp } from '../testing/app.ts';
import { routesOf } from '../testing/routes.ts';
import { openapi, type Operation, type Parameter } from './openapi.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

let t: TestApp;
beforeAll(async () => {
  t = await testApp({ office: null });
});
afterAll(() => t.close());

const operations: readonly (readonly [string, Operation])[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

/** Every object in the document with the pointer to it. */
const nodes = function* (value: Json, at = '#'): Generator<readonly [string, { readonly [key: string]: Json }]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as { readonly [key: string]: Json }]; // no list: an object
  for (const [key, item] of Object.entries(value)) {
    yield* nodes(item, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
};

const document = openapi as unknown as Json; // it came from JSON
const all = [...nodes(document)];

const resolved = (ref: string): Json | undefined => {
  let value: Json | undefined = document;
  for (const part of ref.slice(2).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = (value as { readonly [key: string]: Json } | undefined)?.[key];
  }
  return value;
};

const parametersOf = ({ parameters = [] }: Operation): readonly Parameter[] =>
  parameters.map((parameter) => ('$ref' in parameter ? (resolved(parameter.$ref) as unknown as Parameter) : parameter));

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').test('') || true;
  } catch {
    return false;
  }
};

describe('the committed OpenAPI document', () => {
  it('is the one that the routes give: `npm run openapi` writes it', async () => {
    const committed = await readFile(new URL('../../openapi.json', import.meta.url), 'utf8');
    expect(committed === openApiText(), 'Run `npm run openapi -w @dondoc/server`.').toBe(true);
  });

  it('is served as it is, with the version that runs', async () => {
    const response = await t.ask('/openapi.json');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ ...openapi, info: { ...openapi.info, version: '0.0.0-test' } });
  });

  it('describes every route but the pages and itself', () => {
    const silent = routesOf(t.app)
      .filter(({ notes }) => !notes.some(({ about }) => about === 'description'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(silent.toSorted()).toEqual([
      'GET /',
      'GET /docs',
      'GET /openapi.json',
      'GET /sign-in/:secret',
      'POST /sign-in/:secret',
      'POST /sign-out',
    ]);
    expect(operations.length).toBe(routesOf(t.app).length - silent.length);
  });

  it('has the members of OpenAPI 3.1 and no others', () => {
    expect(openapi.openapi).toMatch(/^3\.1\.\d$/);
    const allowed: readonly (readonly [RegExp, readonly string[]])[] = [
      [/^#$/, ['openapi', 'jsonSchemaDialect', 'info', 'servers', 'security', 'tags', 'paths', 'components']],
      [/^#\/info$/, ['title', 'version', 'description', 'license']],
      [/^#\/paths\/[^/]+$/, ['get', 'put', 'post', 'delete']],
      [
        /^#\/paths\/[^/]+\/[^/]+$/,
        [
          'operationId',
          'summary',
          'tags',
          'parameters',
          'requestBody',
          'responses',
          'security',
          'x-problems',
          'x-capabilities',
        ],
      ],
      [/^#\/paths\/[^/]+\/[^/]+\/parameters\/\d+$/, ['$ref', 'name', 'in', 'required', 'description', 'schema']],
      [/^#\/paths\/[^/]+\/[^/]+\/requestBody$/, ['required', 'content']],
      [/^#\/paths\/[^/]+\/[^/]+\/responses\/[^/]+$/, ['$ref', 'description', 'content', 'headers']],
      [/^#\/components$/, ['securitySchemes', 'parameters', 'responses', 'schemas']],
    ];
    const strange = all.flatMap(([at, node]) => {
      const rule = allowed.find(([pattern]) => pattern.test(at));
      return rule === undefined
        ? []
        : Object.keys(node)
            .filter((key) => !rule[1].includes(key))
            .map((key) => `${at}/${key}`);
    });
    expect(strange).toEqual([]);
  });

  it('refers to nothing that is not there, and holds nothing that is referred to by nothing', () => {
    const refs = all.flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => !ref.startsWith('#/components/') || resolved(ref) === undefined)).toEqual([]);
    const named = Object.entries(openapi.components)
      .filter(([kind]) => kind !== 'securitySchemes' && kind !== 'responses')
      .flatMap(([kind, parts]) => Object.keys(parts).map((name) => `#/components/${kind}/${name}`));
    expect(named.filter((name) => !refs.includes(name))).toEqual([]);
  });

  it('names its components as the specification allows', () => {
    const names = Object.values(openapi.components).flatMap(Object.keys);
    expect(names.filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([]);
  });

  it('has schemas of JSON Schema 2020-12 only', () => {
    const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
    const keywords = new Set(
      '$ref type enum const properties required additionalProperties propertyNames patternProperties items prefixItems contains minItems maxItems uniqueItems minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minProperties maxProperties anyOf oneOf allOf not if then else description title default examples contentMediaType contentEncoding'.split(
        ' ',
      ),
    );
    const walk = (schema: Json, at: string): readonly string[] => {
      if (typeof schema === 'boolean') return [];
      if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [`${at}: no schema`];
      const node = schema as { readonly [key: string]: Json };
      const below = Object.entries(node).flatMap(([key, value]): readonly string[] => {
        if (!keywords.has(key)) return [`${at}/${key}: no keyword`];
        if (key === 'type') return [value].flat().every((type) => types.has(String(type))) ? [] : [`${at}/type`];
        if (key === 'properties' || key === 'patternProperties') {
          return Object.entries(value ?? {}).flatMap(([name, child]) => walk(child as Json, `${at}/${key}/${name}`));
        }
        if (['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else'].includes(key))
          return walk(value, `${at}/${key}`);
        if (['anyOf', 'oneOf', 'allOf', 'prefixItems'].includes(key))
          return (value as readonly Json[]).flatMap((child, i) => walk(child, `${at}/${key}/${i}`));
        if (key === 'pattern') {
          return isPattern(String(value)) ? [] : [`${at}/pattern`];
        }
        return [];
      });
      const missing = ((node['required'] ?? []) as readonly string[]).filter(
        (key) => node['properties'] !== undefined && !Object.hasOwn(node['properties'] as object, key),
      );
      return [...below, ...missing.map((key) => `${at}: requires ${key}`)];
    };
    const schemas = [
      ...Object.entries(openapi.components['schemas'] ?? {}).map(([name, schema]) => [schema as Json, name] as const),
      ...all.flatMap(([at, node]) => (at.endsWith('/schema') ? [[node, at] as const] : [])),
    ];
    expect(schemas.flatMap(([schema, at]) => walk(schema, at))).toEqual([]);
  });

  it('tells the server’s and the credentials’ kinds', () => {
    expect(Object.keys(openapi.components['securitySchemes'] ?? {})).toEqual(['bearer', 'session']);
  });
});

describe.each(operations)('%s', (key, operation) => {
  it('has an id of its own, a summary and a tag that is listed', () => {
    expect(operations.filter(([, { operationId }]) => operationId === operation.operationId)).toHaveLength(1);
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z0-9]+$/);
    expect(operation.summary).toMatch(/^[A-Z].{8,150}[^.]$/);
    expect(operation.tags.length).toBeGreaterThan(0);
    for (const tag of operation.tags) expect(openapi.tags.map(({ name }) => name)).toContain(tag);
  });

  it('declares each part of its path and no parameter twice', () => {
    const parameters = parametersOf(operation);
    const inPath = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(parameters.every(({ in: place, required }) => place !== 'path' || required === true)).toBe(true);
    const keys = parameters.map(({ in: place, name }) => `${place} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const parameter of parameters) expect(parameter.schema).toBeDefined();
  });

  it('answers well in one way, and badly with problems of the catalogue', () => {
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith('2'))).toHaveLength(1);
    for (const status of ['400', '429', '500']) expect(statuses).toContain(status);
    for (const [status, { $ref, description = '' }] of Object.entries(operation.responses)) {
      const says = $ref ?? (description === '' ? 'nothing' : 'an answer');
      expect(says).toBe(status.startsWith('2') ? 'an answer' : `#/components/responses/Problem${status}`);
    }
    for (const code of operation['x-problems'] ?? []) expect(Object.keys(problems)).toContain(code);
  });

  it('is secured unless it is public, and takes a body only where it changes something', () => {
    const [method = '', path = ''] = key.split(' ');
    const isPublic = publicRoutes.has(`${method.toUpperCase()} ${path}`);
    expect(operation.security).toEqual(isPublic ? [] : undefined);
    expect(operation.responses['401'] === undefined).toBe(isPublic);
    expect(operation['x-capabilities'] === undefined).toBe(isPublic);
    const changes = method !== 'get' && method !== 'delete';
    expect([changes, operation.requestBody === undefined]).not.toEqual([false, false]);
  });
});

describe('the reference page', () => {
  it('shows every operation, role, capability and problem, and needs nothing from elsewhere', async () => {
    const response = await t.ask('/docs');
    const html = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    for (const [, { operationId }] of operations) expect(html).toContain(`id="${operationId}"`);
    for (const anchor of ['roles', 'problems', ...openapi.tags.map(({ name }) => `tag-${name}`)])
      expect(html).toContain(`id="${anchor}"`);
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\/(?!json-schema\.org)|\[object|undefined/);
    const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });
});
