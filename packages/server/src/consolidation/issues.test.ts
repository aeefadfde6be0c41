import { canonicalJson, type Json } from '@dondoc/core';
import { inflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../http/encoding.ts';
import { memoryFiles, people, testApp, type TestApp } from '../testing/app.ts';
import { fileAll } from '../testing/filing.ts';
import type { ConsolidationAnswer } from './answers.ts';
import { issueContentSchema, supplementSchema } from './schemas.ts';

const of = { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' };
const path = '/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/consolidation';
const morning = '2020-06-01T00:30:00.000Z';
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n%%EOF\n');
let app: TestApp;

type Who = 'officer' | 'leader' | 'registrar' | 'viewer' | 'admin';
const read = async (): Promise<ConsolidationAnswer> =>
  // Held to its schema elsewhere.
  (await (await app.as(people.viewer)(path)).json()) as ConsolidationAnswer;
const act = (who: Who, json: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) =>
  app.as(people[who])(`${path}/acts`, { method: 'POST', json, headers });
const issue = (contentHash: string, more: Readonly<Record<string, unknown>> = {}) =>
  app.as(people.registrar)(`${path}/issues`, {
    method: 'POST',
    json: { number: '45', date: '2020-06-01', contentHash, ...more },
  });
const makeDocument = (n: number) => app.as(people.registrar)(`${path}/issues/${n}/document`, { method: 'POST' });
const rulesOf = async (response: Response): Promise<readonly string[]> => {
  const { errors = [] } = (await response.json()) as { errors?: readonly { rule: string }[] };
  return [String(response.status), ...errors.map(({ rule }) => rule)];
};

/** Presents and approves what stands now, and gives its hash. */
const approve = async (): Promise<string> => {
  expect((await act('officer', { act: 'present' })).status).toBe(200);
  const { contentHash } = await read();
  expect((await act('leader', { act: 'approve', contentHash })).status).toBe(200);
  return contentHash;
};

/** Says whether the whole ledger, which is small here, is as it was sealed. */
const verified = async (): Promise<unknown> => (await app.as(people.viewer)('/v1/ledger/verification')).json();

/** The text of a .docx, less its markup. */
const textOf = (bytes: Uint8Array<ArrayBuffer>): string => {
  const file = Buffer.from(bytes);
  const name = file.indexOf('word/document.xml');
  // A local file header of ZIP: sizes at 18, lengths of name and extra field at 26 and 28, the name at 30.
  const header = name - 30;
  const from = name + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  const xml = inflateRawSync(file.subarray(from, from + file.readUInt32LE(header + 18))).toString('utf8');
  return xml.replaceAll(/<[^>]+>/g, '');
};

beforeEach(async () => {
  app = await testApp();
  await fileAll(app.store, [
    { unit: 'th-thi-tran', at: morning, answers: { briefings: 3 } },
    { unit: 'th-nhi-thanh', at: morning, answers: { briefings: 4 } },
  ]);
});
afterEach(() => app.close());

describe('from draft to document', () => {
  test('a draft is presented, approved, issued and made into the one document that is kept', async () => {
    expect((await read()).stage).toBe('draft');
    expect(await (await act('officer', { act: 'present' })).json()).toMatchObject({ stage: 'presented', version: 1 });
    const { contentHash, stage, presented } = await read();
    expect([stage, presented?.by]).toEqual(['presented', 'chuyen-vien']);
    expect(await (await act('leader', { act: 'approve', contentHash })).json()).toMatchObject({ stage: 'approved' });

    const issued = await issue(contentHash);
    expect(issued.status).toBe(201);
    expect(await issued.json()).toMatchObject({
      issue: 1,
      contentHash,
      version: 3,
      receipt: expect.stringMatching(/^\w{4}-\w{4}$/),
    });
    expect((await read()).stage).toBe('issued');
    expect((await app.as(people.viewer)(`${path}/issues/1.docx`)).status).toBe(404);

    const made = await makeDocument(1);
    const file = (await made.json()) as { sha256: string };
    expect([made.status, file]).toEqual([
      200,
      expect.objectContaining({ kind: 'generated', name: 'bao-cao-half-year-2020-H1.docx' }),
    ]);
    const seq = await app.seq();
    expect(await (await makeDocument(1)).json()).toEqual(file);
    expect(await app.seq()).toBe(seq);

    const download = async () => (await app.as(people.viewer)(`${path}/issues/1.docx`)).bytes();
    const bytes = await download();
    expect(await sha256Hex(bytes)).toBe(file.sha256);
    await fileAll(app.store, [{ unit: 'thcs-binh-an', at: morning }]);
    expect(await sha256Hex(await download())).toBe(file.sha256);
    expect(await verified()).toMatchObject({ ok: true, next: null });
  });

  test('what is frozen has the hash that was approved, and marks the reports that it used', async () => {
    const contentHash = await approve();
    await issue(contentHash);
    const response = await app.as(people.viewer)(`${path}/issues/1?include=sources,paragraphs`);
    const answer = (await response.json()) as { revisions: unknown; contentHash: string };
    expect(v.parse(issueContentSchema, answer)).toEqual(answer);
    expect(answer.revisions).toEqual({ 'th-thi-tran': 1, 'th-nhi-thanh': 1 });
    const rows = await app.store.entries({ prefix: 'consolidation:', data: 'all' });
    const frozen = rows.find(({ kind }) => kind === 'issue')?.secret?.data as { content: Json } | undefined;
    expect(await sha256Hex(canonicalJson(frozen?.content ?? null))).toBe(contentHash);
    const facts = await app.store.facts({ ...of, unit: 'th-thi-tran' });
    expect(facts[0]?.facts).toMatchObject({ issuedIn: 'ttdn-2020/half-year/2020-H1#1', issuedRevision: 1 });
  });

  test('a report that comes late makes it a draft again: what was seen is not approved, what was approved is not issued', async () => {
    await act('officer', { act: 'present' });
    const { contentHash } = await read();
    await fileAll(app.store, [{ unit: 'thcs-binh-an', at: morning }]);
    expect((await read()).stage).toBe('draft');
    expect(await rulesOf(await act('leader', { act: 'approve', contentHash }))).toEqual([
      '409',
      'consolidation.seen-another',
    ]);
    const now = (await read()).contentHash;
    expect(await rulesOf(await act('leader', { act: 'approve', contentHash: now }))).toEqual([
      '409',
      'consolidation.changed-since-presented',
    ]);
    const approved = await approve();
    await app.as(people.officer)(`${path}/draft`, { method: 'PUT', json: { rev: 0, text: { strengths: 'Thêm.' } } });
    expect(await rulesOf(await issue(approved))).toEqual(['409', 'consolidation.seen-another']);
    expect(await rulesOf(await issue((await read()).contentHash))).toEqual([
      '409',
      'consolidation.changed-since-approved',
    ]);
    expect((await read()).issues).toEqual([]);
  });

  test('the leader sends it back with a note', async () => {
    await act('officer', { act: 'present' });
    expect((await act('leader', { act: 'send-back', note: 'Bổ sung phần hạn chế.' })).status).toBe(200);
    expect(await read()).toMatchObject({
      stage: 'draft',
      sentBack: { note: 'Bổ sung phần hạn chế.', by: 'truong-phong' },
    });
  });

  test.each([
    ['a hash of something else', { contentHash: 'f'.repeat(64) }, ['409', 'consolidation.seen-another']],
    ['a day to come', { date: '2020-06-02' }, ['409', 'consolidation.date-in-future']],
    ['a day before it was approved', { date: '2020-05-29' }, ['409', 'consolidation.date-before-approval']],
    ['a day that there is not', { date: '2020-02-31' }, ['422', 'date.not-a-date']],
    ['a number of two lines', { number: '4\n5' }, ['422', 'text.line-break']],
  ])('the registrar is refused %s', async (_, more, expected) => {
    const contentHash = await approve();
    const seq = await app.seq();
    expect(await rulesOf(await issue(contentHash, more))).toEqual(expected);
    expect(await app.seq()).toBe(seq);
  });

  test('an act that was sent twice under one key is done once', async () => {
    const key = { 'idempotency-key': 'trinh-1' };
    const [first, again] = [
      await act('officer', { act: 'present' }, key),
      await act('officer', { act: 'present' }, key),
    ];
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
    expect((await read()).version).toBe(1);
  });

  test('an act meant for another version of the stream is not done', async () => {
    const response = await act('officer', { act: 'present' }, { 'if-match': '"3"' });
    expect([response.status, await response.json()]).toEqual([
      412,
      expect.objectContaining({ code: 'version-mismatch', version: 0 }),
    ]);
    expect((await act('officer', { act: 'present' }, { 'if-match': '"0"' })).status).toBe(200);
  });

  test('frozen content that no row of the database holds is refused before anything is written', async () => {
    await app.close();
    app = await testApp({ config: { documentLimit: 20_000 } });
    await fileAll(app.store, [{ unit: 'th-thi-tran', at: morning, answers: { strengths: 'Tốt. '.repeat(3000) } }]);
    const contentHash = await approve();
    const response = await issue(contentHash);
    expect([response.status, await response.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'document-too-large' }),
    ]);
  });
});

describe('supplements', () => {
  test('what changed after the issue goes into the next one, with its difference', async () => {
    await issue(await approve());
    await makeDocument(1);
    const first = await sha256Hex(await (await app.as(people.viewer)(`${path}/issues/1.docx`)).bytes());
    expect(await rulesOf(await act('officer', { act: 'present' }))).toEqual(['409', 'consolidation.nothing-new']);

    await fileAll(app.store, [
      { unit: 'th-thi-tran', at: morning, act: 'revise', answers: { briefings: 5 } },
      { unit: 'thcs-binh-an', at: morning, answers: { briefings: 1 } },
    ]);
    const live = await app.as(people.viewer)(`${path}/supplement`);
    const supplement = (await live.json()) as v.InferOutput<typeof supplementSchema>;
    expect(v.parse(supplementSchema, supplement)).toEqual(supplement);
    expect(supplement).toMatchObject({ stage: 'draft', since: { issue: 1, number: '45', date: '2020-06-01' } });
    expect(supplement.difference.units).toMatchObject([
      { unit: 'th-thi-tran', change: 'revised' },
      { unit: 'thcs-binh-an', change: 'received' },
    ]);
    expect(supplement.difference.figures.find(({ field }) => field === 'briefings')).toMatchObject({
      before: { total: { value: 7 } },
      after: { total: { value: 10 } },
      units: ['th-thi-tran', 'thcs-binh-an'],
    });

    const reason = 'Bổ sung báo cáo của đơn vị gửi sau.';
    await app.as(people.officer)(`${path}/draft`, { method: 'PUT', json: { rev: 0, text: {}, reason } });
    const issued = await issue(await approve(), { number: '52' });
    expect(await issued.json()).toMatchObject({ issue: 2 });
    const frozen = await (await app.as(people.viewer)(`${path}/issues/2`)).json();
    expect(frozen).toMatchObject({
      number: '52',
      content: { difference: { coverage: { before: { received: 2 }, after: { received: 3 } } } },
    });
    expect((await makeDocument(2)).status).toBe(200);
    const paper = textOf(await (await app.as(people.viewer)(`${path}/issues/2.docx`)).bytes());
    expect(paper).toContain('Báo cáo này bổ sung Báo cáo số 45/BC-PGDĐT ngày 01/6/2020');
    expect(paper).toContain(reason);
    expect(await sha256Hex(await (await app.as(people.viewer)(`${path}/issues/1.docx`)).bytes())).toBe(first);
    const facts = await app.store.facts(of);
    expect(facts.map((row) => [row.unit, row.facts.issuedIn?.slice(-2), row.facts.issuedRevision])).toEqual([
      ['th-nhi-thanh', '#1', 1],
      ['th-thi-tran', '#2', 2],
      ['thcs-binh-an', '#2', 1],
    ]);
    expect((await app.as(people.viewer)(`${path}/issues`)).status).toBe(200);
    expect(await verified()).toMatchObject({ ok: true, next: null });
  });

  test('there is no difference to show before the first issue, and none right after it', async () => {
    const before = await app.as(people.viewer)(`${path}/supplement`);
    expect([before.status, await before.json()]).toEqual([409, expect.objectContaining({ code: 'not-issued' })]);
    await issue(await approve());
    const after = await (await app.as(people.viewer)(`${path}/supplement`)).json();
    expect(after).toMatchObject({ stage: 'issued', difference: { figures: [], units: [], paragraphs: [] } });
  });

  test('the figures of an issue stay as they were frozen', async () => {
    await issue(await approve());
    const csvOf = async () => (await app.as(people.viewer)(`${path}/issues/1.csv`)).text();
    const frozen = await csvOf();
    await fileAll(app.store, [{ unit: 'thcs-binh-an', at: morning, answers: { briefings: 9 } }]);
    expect(await csvOf()).toBe(frozen);
    expect(frozen).toMatch(/,briefings,.*,7,/);
  });
});

describe('the signed copy', () => {
  const put = (bytes: Uint8Array<ArrayBuffer>, type = 'application/pdf', n = 1) =>
    app.as(people.registrar)(`${path}/issues/${n}/signed-copy`, {
      method: 'PUT',
      body: bytes,
      headers: { 'content-type': type },
    });

  test('is kept once, as it came', async () => {
    await issue(await approve());
    expect(await (await put(pdf)).json()).toMatchObject({
      kind: 'signed',
      mediaType: 'application/pdf',
      size: pdf.length,
    });
    const seq = await app.seq();
    expect((await put(pdf)).status).toBe(200);
    expect(await app.seq()).toBe(seq);
    const download = await app.as(people.viewer)(`${path}/issues/1.pdf`);
    expect(download.headers.get('content-disposition')).toContain('attachment');
    expect(await sha256Hex(await download.bytes())).toBe(await sha256Hex(pdf));
    const other = new TextEncoder().encode('%PDF-1.4\nkhác\n%%EOF');
    expect(await rulesOf(await put(other))).toEqual(['409', 'consolidation.file-kept']);
  });

  test('that is larger than a row is kept beside the database', async () => {
    await app.close();
    const files = memoryFiles();
    app = await testApp({ config: { documentLimit: 100_000 }, files });
    await issue(await approve());
    const large = new Uint8Array([...pdf.slice(0, 9), ...new Uint8Array(120_000), ...pdf.slice(9)]);
    const file = (await (await put(large)).json()) as { sha256: string };
    expect(await app.store.document(file.sha256)).toBeUndefined();
    expect((await files.get(`signed/${file.sha256}`))?.bytes.length).toBe(large.length);
    expect(await sha256Hex(await (await app.as(people.viewer)(`${path}/issues/1.pdf`)).bytes())).toBe(file.sha256);
    const backup = await app.as(people.admin)(`/v1/documents/${file.sha256}`);
    expect(await sha256Hex(await backup.bytes())).toBe(file.sha256);
  });

  test.each([
    ['a picture', pdf, 'image/png', 1, 415],
    ['what only says that it is a PDF', new TextEncoder().encode('<html>'), 'application/pdf', 1, 422],
    ['a copy of what was never issued', pdf, 'application/pdf', 2, 404],
  ])('refuses %s', async (_, bytes, type, n, status) => {
    await issue(await approve());
    expect((await put(bytes, type, n)).status).toBe(status);
  });
});

describe('who may do what', () => {
  const hash = 'a'.repeat(64);
  const acts: readonly (readonly [string, string, unknown, readonly Who[]])[] = [
    ['PUT', `${path}/draft`, { rev: 0, text: {} }, ['officer']],
    ['POST', `${path}/acts`, { act: 'present' }, ['officer']],
    ['POST', `${path}/acts`, { act: 'approve', contentHash: hash }, ['leader']],
    ['POST', `${path}/acts`, { act: 'send-back', note: 'Không.' }, ['leader']],
    ['POST', `${path}/issues`, { number: '1', date: '2020-06-01', contentHash: hash }, ['registrar']],
    ['POST', `${path}/issues/1/document`, undefined, ['registrar']],
  ];
  const everyone: readonly Who[] = ['officer', 'leader', 'registrar', 'viewer', 'admin'];

  test.each(acts)('%s %s %j is for %j alone', async (method, asked, json, may) => {
    for (const who of everyone) {
      const { status } = await app.as(people[who])(asked, { method, ...(json === undefined ? {} : { json }) });
      expect([who, status === 403]).toEqual([who, !may.includes(who)]);
    }
  });

  test('a unit sees nothing of it', async () => {
    await issue(await approve());
    await makeDocument(1);
    const reads = [
      '',
      '.docx',
      '.csv',
      '/draft',
      '/supplement',
      '/issues',
      '/issues/1',
      '/issues/1.docx',
      '/issues/1.csv',
      '/issues/1.pdf',
    ];
    const seq = await app.seq();
    for (const who of [people.head('th-thi-tran'), people.filer('th-thi-tran'), people.unitViewer('th-thi-tran')]) {
      for (const one of reads) expect([one, (await app.as(who)(`${path}${one}`)).status]).toEqual([one, 403]);
      for (const [method, asked, json] of acts)
        expect((await app.as(who)(asked, { method, ...(json === undefined ? {} : { json }) })).status).toBe(403);
    }
    expect(await app.seq()).toBe(seq);
  });
});
