import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import { fileFinding, type Read } from '../files/source.ts';
import { answered, type Placing } from './answer.ts';
import type { Service } from './service.ts';
import type { Board, PlanAnswer, PlanSummary } from './shapes.ts';

/** What a route answers when all is well; its problems become findings. */
export type Good<R> =
  R extends ClientResponse<infer T, infer Status, 'json'> ? (Status extends SuccessStatusCode ? T : never) : never;

/** What a method of the client answers when all is well. */
export type AnswerOf<Method> = Method extends (...args: never[]) => Promise<infer R> ? Good<R> : never;

/** Waits for the client's answer and reads it, or gives the findings that it says instead. */
export async function said<R extends ClientResponse<unknown, number, string>>(
  service: Service,
  pending: Promise<R>,
  place?: Placing,
): Promise<Read<Good<R>>> {
  const { at, remote } = service;
  const asked = { at, remote, ...(place === undefined ? {} : { place }) };
  // The client's response is the runtime's own, with types for what it carries; an empty answer is read as such.
  const response = pending as Promise<unknown> as Promise<Response>;
  const answer = await answered(
    response,
    asked,
    async (good) => (good.status === 204 ? undefined : await good.json()) as Good<R>,
  );
  return answer.ok ? { ok: true, value: answer.value, findings: [] } : answer;
}

/** Headers of an act: the same run sent again over a bad line is one act. */
export const once = (more: Readonly<Record<string, string>> = {}) => ({
  headers: { 'idempotency-key': crypto.randomUUID(), ...more },
});

/** Parameters of a path as the client puts them in: ids are slugs, but what a person typed may be anything. */
export const param = <const P extends Readonly<Record<string, string>>>(
  values: P,
): { readonly [K in keyof P]: string } =>
  // The same keys, each value encoded.
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)])) as {
    [K in keyof P]: string;
  };

/** Leaves out what is undefined: the client would write it. */
export const only = <T extends Readonly<Record<string, unknown>>>(
  values: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  // Only members that are undefined are left out.
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** The instant that it is at the office: a demo office has a clock of its own, and a server may be elsewhere. */
export async function officeNow(service: Service): Promise<Read<number>> {
  const me = await said(service, service.client.v1.me.$get());
  return me.ok ? { ok: true, value: Date.parse(me.value.now), findings: [] } : me;
}

/** Which report of which plan for which period. */
export type ReportOf = {
  readonly plan: string;
  readonly report: string;
  readonly period: string;
};

/** The client's part for a report and period. */
export const reportsOf = ({ client }: Service) => client.v1.plans[':plan'].reports[':report'].periods[':period'];

/** Path of a report and period, for documents. */
export const reportPath = ({ plan, report, period }: ReportOf): string =>
  `/v1/plans/${encodeURIComponent(plan)}/reports/${encodeURIComponent(report)}/periods/${encodeURIComponent(period)}`;

interface Bytes {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Asks for a document. */
export async function askBytes(service: Service, path: string): Promise<Read<Uint8Array>> {
  return answered(service.fetch(path, {}), service, async (response) => new Uint8Array(await response.arrayBuffer()));
}

/** Sends a document and reads the JSON that is answered. */
export async function sendBytes<T>(service: Service, path: string, { content, mediaType }: Bytes): Promise<Read<T>> {
  const pending = service.fetch(path, { method: 'PUT', headers: { 'content-type': mediaType }, body: content });
  // The caller names the type of the route that it sends to.
  return answered(pending, service, async (response) => (await response.json()) as T);
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Most items that a page may have. */
const MOST = '200';

/** Asks for all pages of a list. */
export async function allOf<T>(
  page: (paging: { readonly limit: string; readonly cursor?: string }) => Promise<Read<Page<T>>>,
): Promise<Read<readonly T[]>> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    const read = await page({ limit: MOST, ...(cursor === undefined ? {} : { cursor }) });
    if (!read.ok) return read;
    items.push(...read.value.items);
    if (read.value.next === null) return { ok: true, value: items, findings: [] };
    cursor = read.value.next;
  }
}

export const plansOf = (service: Service): Promise<Read<readonly PlanSummary[]>> =>
  allOf((query) => said(service, service.client.v1.plans.$get({ query })));

/** One plan with what it asks for. */
export const planOf = (service: Service, plan: string): Promise<Read<PlanAnswer>> =>
  said(service, service.client.v1.plans[':plan'].$get({ param: param({ plan }) }));

export const boardOf = (service: Service, of: ReportOf, asOf?: string): Promise<Read<Board>> =>
  said(service, reportsOf(service).obligations.$get({ param: param(of), query: only({ asOf }) }));

export interface FoundReport {
  readonly of: ReportOf;
  readonly board: Board;
}

interface Meant {
  readonly plan?: string | undefined;
  readonly report: string;
  readonly period: string;
}

const refused = (rule: string, params: Readonly<Record<string, string | readonly string[]>>): Read<never> => ({
  ok: false,
  findings: [fileFinding(rule, 'dondoc', params)],
});

/** Finds the plan under which a report and period stand: the one named, or the only one that has them. */
export async function findPeriod(service: Service, { plan, report, period }: Meant): Promise<Read<ReportOf>> {
  const plans = plan === undefined ? await plansOf(service) : undefined;
  if (plans?.ok === false) return plans;
  const asked: ReportOf[] = [];
  for (const id of plan === undefined ? (plans?.value ?? []).map((one) => one.id) : [plan]) {
    const found = await planOf(service, id);
    if (!found.ok) return found;
    asked.push(...found.value.periods.map((one) => ({ plan: id, report: one.report.id, period: one.period.id })));
  }
  const ofReport = asked.filter((one) => one.report === report);
  const fitting = ofReport.filter((one) => one.period === period);
  const [first] = fitting;
  const known = (key: keyof ReportOf, list: readonly ReportOf[]) => [...new Set(list.map((one) => one[key]))];
  if (ofReport.length === 0) return refused('command.unknown-report', { report, known: known('report', asked) });
  if (first === undefined) return refused('service.nothing-here', { report, period, known: known('period', ofReport) });
  if (fitting.length > 1) return refused('command.which-plan', { known: known('plan', fitting) });
  return { ok: true, value: first, findings: [] };
}

/** Finds the report and period that a person means, with its board. */
export async function findReport(
  service: Service,
  meant: Meant & { readonly asOf?: string | undefined },
): Promise<Read<FoundReport>> {
  const of = await findPeriod(service, meant);
  if (!of.ok) return of;
  const board = await boardOf(service, of.value, meant.asOf);
  return board.ok ? { ok: true, value: { of: of.value, board: board.value }, findings: [] } : board;
}
