import { roles } from '@dondoc/core';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { can, capabilities, type Capability } from '../access/capabilities.ts';
import type { AppEnv } from '../context.ts';
import { page } from '../http/page.ts';
import { detailOf, problems, type ProblemCode } from '../http/problems.ts';
import { openapi, type Operation, type Parameter } from './openapi.ts';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const entries: readonly Entry[] = Object.entries(openapi.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [{ method: method.toUpperCase(), path, operation }];
  }),
);

const nameOfRef = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const parameterOf = (parameter: Parameter | { readonly $ref: string }): Parameter | undefined =>
  '$ref' in parameter
    ? // The document's parts are named by kind; a parameter's reference leads to a parameter.
      (openapi.components['parameters']?.[nameOfRef(parameter.$ref)] as Parameter | undefined)
    : parameter;

const schemaLink = (content: Operation['requestBody']) => {
  const [type, media] = Object.entries(content?.content ?? {})[0] ?? [];
  const ref = media?.schema?.$ref;
  if (type === undefined) return '';
  return ref === undefined
    ? html`<code>${type}</code>`
    : html`<a href="#schema-${nameOfRef(ref)}"><code>${nameOfRef(ref)}</code></a>`;
};

const operationHtml = ({ method, path, operation }: Entry) => {
  const parameters = (operation.parameters ?? [])
    .map(parameterOf)
    .filter((parameter) => parameter !== undefined && parameter.in !== 'path');
  const [status, good] = Object.entries(operation.responses).find(([status]) => status.startsWith('2')) ?? [];
  const codes = operation['x-problems'] ?? [];
  const needs = operation['x-capabilities'] ?? [];
  return html`<section class="op" id="${operation.operationId}">
    <h3><code>${method} ${path}</code></h3>
    <p>${operation.summary}.${needs.length === 0 ? ' Public.' : html` Needs <code>${needs.join(' | ')}</code>.`}</p>
    <p>
      ${parameters.length === 0 ? '' : html`Takes ${parameters.map((parameter) => html`<code>${parameter?.name}${parameter?.required === true ? '' : '?'}</code> `)}. `}
      ${operation.requestBody === undefined ? '' : html`Body ${schemaLink(operation.requestBody)}. `} Answers ${status}
      ${schemaLink(good)}.
      ${codes.length === 0 ? '' : html`Problems: ${codes.map((code) => html`<a href="#${code}"><code>${code}</code></a> `)}`}
    </p>
  </section>`;
};

const tagHtml = (tag: string) =>
  html`<h2 id="tag-${tag}">${tag}</h2>
    ${entries.filter(({ operation }) => operation.tags[0] === tag).map(operationHtml)}`;

const problemsHtml = () => {
  // Keys of an object literal, which Object.keys widens to strings.
  const codes = Object.keys(problems) as readonly ProblemCode[];
  return html`<h2 id="problems">Problems</h2>
    <p>
      <code>application/problem+json</code> (RFC 9457): <code>code</code> is stable, <code>detail</code> is Vietnamese,
      <code>errors[]</code> name places in the body by JSON pointer, <code>requestId</code> stands in the log.
    </p>
    <table>
      <thead>
        <tr>
          <th>code</th>
          <th>status</th>
          <th>title</th>
          <th>detail</th>
        </tr>
      </thead>
      <tbody>
        ${codes.map(
          (code) =>
            html`<tr id="${code}">
              <td><code>${code}</code></td>
              <td>${problems[code].status}</td>
              <td lang="vi">${problems[code].title}</td>
              <td lang="vi">${detailOf(code)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
};

const capabilitiesHtml = () => {
  const all = Object.keys(capabilities) as readonly Capability[]; // as above
  const held = (capability: Capability, role: (typeof roles)[number]): string => {
    if (can({ id: '', roles: [role] }, capability)) return 'yes';
    return can({ id: '', roles: [role], unit: 'own' }, capability, 'own') ? 'own unit' : '';
  };
  return html`<h2 id="roles">Roles and capabilities</h2>
    <p>A role of the office's people, or of a unit's people for their own unit. One principal may hold several.</p>
    <table>
      <thead>
        <tr>
          <th></th>
          ${roles.map((role) => html`<th>${role}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${all.map(
          (capability) =>
            html`<tr>
              <th><code>${capability}</code></th>
              ${roles.map((role) => html`<td>${held(capability, role)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
};

const schemasHtml = () =>
  html`<h2 id="schemas">Schemas</h2>
    ${Object.entries(openapi.components['schemas'] ?? {}).map(
      ([name, schema]) =>
        html`<details id="schema-${name}">
          <summary><code>${name}</code></summary>
          <pre>${JSON.stringify(schema, null, 1)}</pre>
        </details>`,
    )}`;

const body = () =>
  html`<h1>dondoc: the HTTP API</h1>
    <p>${openapi.info.description ?? ''}</p>
    <p>The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
    <p>
      ${openapi.tags.map(({ name }) => html`<a href="#tag-${name}">${name}</a> · `)}<a href="#roles">roles</a> ·
      <a href="#problems">problems</a> · <a href="#schemas">schemas</a>
    </p>
    ${openapi.tags.map(({ name }) => tagHtml(name))} ${capabilitiesHtml()} ${problemsHtml()} ${schemasHtml()}`;

// A value that never changes: made when it is first asked for.
let rendered: string | undefined;

/** The reference of the API, made from the committed document: readable, without script. */
export const docsPage = async (c: Context<AppEnv>): Promise<Response> => {
  rendered ??= String(await body());
  return page(c, { title: 'dondoc: the HTTP API', lang: 'en', body: raw(rendered) });
};
