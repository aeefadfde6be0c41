import type { Json } from '@dondoc/core';
import type { DeskDraft, LedgerRow, Snapshot, StoredDocument } from '@dondoc/store';
import type { CliContext } from '../context.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { progress } from '../print/progress.ts';
import { askBytes, only, param, planOf, plansOf, reportsOf, said, type ReportOf } from '../service/api.ts';
import type { Service } from '../service/service.ts';
import type { EntryRead } from '../service/shapes.ts';
import type { Holdings, SignedFile } from './format.ts';
import { namedBytes } from './named-bytes.ts';

/** Entries asked for at once. */
const PAGE = '200';

const rowOf = (answer: EntryRead): LedgerRow => {
  // An admin is told all of an entry.
  const { receipt, data, salt, prev = null, hash = '', ...sealed } = answer;
  void receipt;
  const entry = { ...sealed, prev, hash };
  // Whatever the server says it is, it came as JSON.
  return { ...entry, secret: salt === undefined || data === undefined ? null : { data: data as Json, salt } };
};

/** Reads a deployment's whole ledger, page by page, up to what it has when the last page is asked for. */
export async function pageLedger(context: CliContext, service: Service): Promise<Read<readonly LedgerRow[]>> {
  const rows: LedgerRow[] = [];
  const say = (words: string): void => {
    if (context.terminal.progress) context.process.stderr.write(`\r\u001B[2K${words}`);
  };
  try {
    for (let cursor: string | undefined; ;) {
      say(`Đang đọc nhật ký: ${String(rows.length)} mục`);
      const query = { data: 'all' as const, limit: PAGE, ...only({ cursor }) };
      const page = await said(service, service.client.v1.ledger.$get({ query }));
      if (!page.ok) return page;
      rows.push(...page.value.items.map(rowOf));
      if (page.value.next === null) return { ok: true, value: rows, findings: [] };
      cursor = page.value.next;
    }
  } finally {
    say('');
  }
}

/** Downloads what the ledger names and the deployment still has. What it lacks is the archive's to tell. */
async function bytesOf(context: CliContext, service: Service, entries: readonly LedgerRow[]) {
  const listed = await said(service, service.client.v1.documents.$get());
  if (!listed.ok) return listed;
  const { uploadTypeOf } = await import('@dondoc/server');
  const known = new Set(listed.value.items.map(({ sha256 }) => sha256));
  const others = [...namedBytes(entries)].filter((sha256) => !known.has(sha256));
  const bar = progress(context, known.size + others.length);
  const documents: StoredDocument[] = [];
  const signed: SignedFile[] = [];
  try {
    for (const one of listed.value.items) {
      bar.step(one.name);
      const bytes = await askBytes(service, `/v1/documents/${one.sha256}`);
      if (!bytes.ok) return bytes;
      documents.push({ ...one, bytes: new Uint8Array(bytes.value) });
    }
    for (const sha256 of others) {
      bar.step(`bản có chữ ký ${sha256.slice(0, 8)}`);
      const file = await askBytes(service, `/v1/documents/${sha256}`);
      if (file.ok) {
        const mediaType = uploadTypeOf(file.value) ?? 'application/octet-stream';
        signed.push({ sha256, mediaType, bytes: new Uint8Array(file.value) });
      }
      if (!file.ok && !file.findings.some(({ rule }) => rule === 'service.not-found')) return file;
    }
    return { ok: true as const, value: { documents, signed }, findings: [] };
  } finally {
    bar.end();
  }
}

/** Reads the desk's texts that are being written. */
async function deskDraftsOf(service: Service): Promise<Read<readonly DeskDraft[]>> {
  const plans = await plansOf(service);
  if (!plans.ok) return plans;
  const drafts: DeskDraft[] = [];
  for (const { id } of plans.value) {
    const plan = await planOf(service, id);
    if (!plan.ok) return plan;
    for (const { report, period } of plan.value.periods) {
      const of: ReportOf = { plan: id, report: report.id, period: period.id };
      const draft = await said(service, reportsOf(service).consolidation.draft.$get({ param: param(of) }));
      // Without a form there is nothing to consolidate.
      if (!draft.ok && draft.findings.some(({ rule }) => rule === 'service.no-form')) continue;
      if (!draft.ok) return draft;
      const { rev, by = '', at = '', ...content } = draft.value;
      if (rev > 0) drafts.push({ ...of, rev, by, at, content });
    }
  }
  return { ok: true, value: drafts, findings: [] };
}

/** Reads all that a deployment gives its admin over the network. */
export async function gatherThere(context: CliContext, service: Service): Promise<Read<Holdings>> {
  const deskDrafts = await deskDraftsOf(service);
  if (!deskDrafts.ok) return deskDrafts;
  const entries = await pageLedger(context, service);
  if (!entries.ok) return entries;
  if (entries.value.length === 0) return { ok: false, findings: [fileFinding('archive.empty', service.at)] };
  const bytes = await bytesOf(context, service, entries.value);
  if (!bytes.ok) return bytes;
  const { documents, signed } = bytes.value;
  const snapshot: Snapshot = {
    entries: entries.value,
    drafts: [],
    deskDrafts: deskDrafts.value,
    documents,
    settings: {},
  };
  const me = await said(service, service.client.v1.me.$get());
  if (!me.ok) return me;
  // The clock itself is the deployment's own: what it shows now says as much.
  const clock = { office: me.value.now, real: new Date(context.now()).toISOString() };
  const demoClock = me.value.office?.demo === true ? { demoClock: JSON.stringify(clock) } : {};
  return { ok: true, value: { snapshot, signed, withUnitDrafts: false, ...demoClock }, findings: [] };
}
