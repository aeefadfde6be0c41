import { canonicalJson, type Agency, type Json } from '@dondoc/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { daily } from '../daily.ts';
import { sha256Hex } from '../http/encoding.ts';
import { people, smallOffice, testApp, type TestApp } from '../testing/app.ts';
import { fileAll } from '../testing/filing.ts';
import type { EntryAnswer } from './entries.ts';
import type { VerificationAnswer } from './verification.ts';

const morning = '2020-06-01T00:30:00.000Z';
const streamOf = (unit: string): string => `obligation:ttdn-2020/half-year/2020-H1/${unit}`;
const own = people.filer('th-thi-tran');
let app: TestApp;

type Who = Parameters<TestApp['as']>[0];

const list = async (who: Who, query = ''): Promise<{ items: EntryAnswer[]; next: string | null }> => {
  const response = await app.as(who)(`/v1/ledger${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as { items: EntryAnswer[]; next: string | null };
};
const problemOf = async (who: Who, path: string) => {
  const response = await app.as(who)(path);
  return [response.status, ((await response.json()) as { code: string }).code];
};
/** Verifies page by page to the end. */
const verifyAll = async (who: Who = people.viewer): Promise<readonly VerificationAnswer[]> => {
  const pages: VerificationAnswer[] = [];
  let next: string | null = '';
  while (next !== null) {
    const response = await app.as(who)(`/v1/ledger/verification${next === '' ? '' : `?cursor=${next}`}`);
    expect(response.status).toBe(200);
    const page = (await response.json()) as VerificationAnswer;
    pages.push(page);
    next = page.next;
  }
  return pages;
};
const checkpoint = async () => (await app.as(people.admin)('/v1/ledger/checkpoints', { method: 'POST' })).json();
const redact = (json: unknown, who: Who = people.admin) =>
  app.as(who)('/v1/ledger/redactions', { method: 'POST', json });
const run = (sql: string) => app.driver.batch([{ sql, params: [] }]);

/** What only who holds the database itself can do. */
const unguarded = async (...statements: readonly string[]) => {
  const [triggers = []] = await app.driver.batch([
    { sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'", params: [] },
  ]);
  for (const { name } of triggers) await run(`DROP TRIGGER "${String(name)}"`);
  for (const sql of statements) await run(sql);
};

beforeEach(async () => {
  app = await testApp();
  await fileAll(app.store, [
    { unit: 'th-thi-tran', at: morning },
    { unit: 'th-nhi-thanh', at: morning },
  ]);
});
afterEach(() => app.close());

describe('who sees what of the ledger', () => {
  test('the office sees all of it, page by page in the order of the ledger, each entry once', async () => {
    const seen: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(
        people.viewer,
        `?limit=3${next === '' ? '' : `&cursor=${next}`}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ seq }) => seq));
      next = page.next;
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBe(await app.seq());
  });

  test('a unit sees its own obligations and the plans that bind it, nothing else', async () => {
    const { items } = await list(own, '?data=without-content');
    expect(new Set(items.map(({ stream }) => stream))).toEqual(new Set(['plan:ttdn-2020', streamOf('th-thi-tran')]));
    expect(items.every(({ receipt }) => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(receipt))).toBe(true);
    expect((await list(own, `?stream=${streamOf('th-thi-tran')}`)).items).toHaveLength(1);
    // Its own duty of another period, to which nothing has happened yet.
    expect((await list(own, '?stream=obligation:ttdn-2020/year/2020/th-thi-tran')).items).toEqual([]);
  });

  test('a unit is told that the desk acted, not who there, and keeps the proof of what its own people did', async () => {
    const teacher = {
      id: 'co-ba',
      name: 'Cô Ba',
      title: 'Giáo viên',
      agency: 'th-thi-tran',
      roles: ['filer' as const],
    };
    const office = smallOffice();
    await app.adopt({ office: { ...office, people: [...office.people, teacher] } });
    const stream = streamOf('th-thi-tran');
    const remind = { kind: 'remind', data: { channel: 'chat', text: 'x' } } as const;
    const contents = ['chuyen-vien', 'token:tok-0123456789', 'co-ba'].map((actor, index) => ({
      ...remind,
      stream,
      version: index + 2,
      at: morning,
      actor,
    }));
    expect((await app.store.append({ contents })).ok).toBe(true);
    const whole = (await list(people.viewer, `?stream=${stream}`)).items;
    const { items } = await list(own, `?stream=${stream}`);
    expect(items.map(({ actor }) => actor)).toEqual(['th-thi-tran:filer', 'phong-gddt', 'phong-gddt', 'co-ba']);
    expect(items.map(({ receipt }) => receipt)).toEqual(whole.map(({ receipt }) => receipt));
    expect(items.map(({ hash }) => hash)).toEqual([whole[0]?.hash, undefined, undefined, whole[3]?.hash]);
    expect(items.map((item) => 'prev' in item)).toEqual([true, false, false, true]);
    const plan = (await list(own, '?stream=plan:ttdn-2020')).items;
    expect(JSON.stringify(plan)).not.toContain('quan-tri');
  });

  test.each([
    `?stream=${streamOf('th-nhi-thanh')}`,
    '?stream=office',
    '?stream=checkpoint',
    '?stream=agency:th-thi-tran',
    '?stream=consolidation:ttdn-2020/half-year/2020-H1',
    '?prefix=office',
    '?prefix=obligation:ttdn-2020/half-year/2020-H1/th-nhi',
  ])('a unit asking for %s is told that it is not its own', async (query) => {
    expect(await problemOf(own, `/v1/ledger${query}`)).toEqual([403, 'not-yours']);
  });

  test('filters by stream, beginning and kind', async () => {
    expect((await list(people.viewer, `?stream=${streamOf('th-nhi-thanh')}`)).items.map(({ kind }) => kind)).toEqual([
      'submit',
    ]);
    expect((await list(people.viewer, '?prefix=obligation:&kind=submit')).items).toHaveLength(2);
    expect((await list(people.viewer, '?prefix=obligation:&kind=return')).items).toEqual([]);
  });

  test('data are shown without submissions and salts; all of them only to who may take a backup', async () => {
    const query = `?stream=${streamOf('th-thi-tran')}`;
    expect((await list(people.viewer, query)).items[0]).not.toHaveProperty('data');
    const [shown] = (await list(people.viewer, `${query}&data=without-content`)).items;
    expect(shown?.data).toEqual({ report: 'report', signedCopy: false, awaitsSignedCopy: false });
    expect(shown).not.toHaveProperty('salt');
    for (const who of [people.viewer, people.officer, people.leader, people.registrar, own])
      expect(await problemOf(who, `/v1/ledger${query}&data=all`)).toEqual([403, 'forbidden']);
    const [whole] = (await list(people.admin, `${query}&data=all`)).items;
    const sealed: Json = [whole?.salt ?? '', whole?.data ?? null];
    expect(await sha256Hex(canonicalJson(sealed))).toBe(whole?.dataDigest);
  });

  test.each(['?limit=0', '?limit=201', '?cursor=*', '?cursor=YWJj', '?data=salt', '?stream='])(
    'refuses %s',
    async (query) => {
      expect(await problemOf(people.viewer, `/v1/ledger${query}`)).toEqual([400, 'bad-request']);
    },
  );
});

describe('verification', () => {
  test('finds nothing where nothing was changed, in pages that end, and says what it proves', async () => {
    await checkpoint();
    const pages = await verifyAll();
    expect(pages.every(({ ok }) => ok)).toBe(true);
    expect(pages.reduce((sum, { entries }) => sum + entries, 0)).toBe(await app.seq());
    expect(pages[0]).toMatchObject({
      sealed: { version: 1 },
      proves: expect.any(String),
      doesNotProve: expect.any(String),
    });
  });

  test('goes through a larger ledger in more than one page', async () => {
    const wide = Array.from({ length: 250 }, (_, i) => `agency:don-vi-${i}`);
    const [first] = await app.store.entries({ streams: ['agency:th-thi-tran'], data: 'all' });
    const like = first?.secret?.data as { agency: Agency } | undefined;
    const contents = wide.map((stream) => ({
      stream,
      version: 1,
      at: morning,
      actor: 'quan-tri',
      kind: 'adopt',
      data: {
        agency: { ...like?.agency, id: stream.slice(7) },
      } as Json,
    }));
    expect((await app.store.append({ contents })).ok).toBe(true);
    const pages = await verifyAll();
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ ok, entries }) => ok && entries <= 200)).toBe(true);
    expect(pages.reduce((sum, { entries }) => sum + entries, 0)).toBe(await app.seq());
  });

  test.each([
    [
      'an entry altered',
      `UPDATE ledger SET at = '2020-05-01T00:00:00.000Z' WHERE stream = '${streamOf('th-thi-tran')}'`,
      'entry-altered',
    ],
    [
      'what a unit sent altered',
      `UPDATE ledger_data SET data = replace(data, '60', '61') WHERE seq = (SELECT seq FROM ledger WHERE stream = '${streamOf('th-thi-tran')}')`,
      'data-altered',
    ],
  ])("finds %s behind the app's back", async (_, sql, problem) => {
    await unguarded(sql);
    const found = (await verifyAll()).flatMap(({ problems }) => problems);
    expect(found).toMatchObject([
      { stream: streamOf('th-thi-tran'), version: 1, problem, message: expect.any(String) },
    ]);
    const one = await app.as(own)(`/v1/ledger/verification?stream=${streamOf('th-thi-tran')}`);
    expect(await one.json()).toMatchObject({ ok: false, entries: 1 });
  });

  test('finds a stream that was dropped, by the checkpoint that knows of it', async () => {
    await checkpoint();
    await unguarded(
      `DELETE FROM ledger_data WHERE seq = (SELECT seq FROM ledger WHERE stream = '${streamOf('th-nhi-thanh')}')`,
      `DELETE FROM ledger WHERE stream = '${streamOf('th-nhi-thanh')}'`,
    );
    expect((await verifyAll()).flatMap(({ problems }) => problems)).toMatchObject([
      { stream: streamOf('th-nhi-thanh'), version: 1, problem: 'dropped' },
    ]);
    const one = await app.as(people.viewer)(`/v1/ledger/verification?stream=${streamOf('th-nhi-thanh')}`);
    expect(await one.json()).toMatchObject({ ok: false, problems: [{ problem: 'dropped' }] });
  });

  test('is for a unit of its own streams only', async () => {
    expect(await problemOf(own, '/v1/ledger/verification')).toEqual([403, 'not-yours']);
    expect(await problemOf(own, `/v1/ledger/verification?stream=${streamOf('th-nhi-thanh')}`)).toEqual([
      403,
      'not-yours',
    ]);
    const one = await app.as(own)(`/v1/ledger/verification?stream=${streamOf('th-thi-tran')}`);
    expect(await one.json()).toMatchObject({ ok: true, entries: 1, next: null });
    expect(await problemOf(people.viewer, '/v1/ledger/verification?stream=office:khac')).toEqual([404, 'not-found']);
  });
});

describe('redaction', () => {
  const asked = { stream: streamOf('th-thi-tran'), version: 1, reason: 'Có thông tin riêng của học sinh.' };

  test('erases what an entry says, leaves that it happened, and is told by verification', async () => {
    const response = await redact(asked);
    expect([response.status, await response.json()]).toEqual([
      201,
      expect.objectContaining({ stream: asked.stream, version: 1 }),
    ]);
    const pages = await verifyAll();
    expect(pages.every(({ ok }) => ok)).toBe(true);
    expect(pages.flatMap(({ redacted }) => redacted)).toEqual([{ stream: asked.stream, version: 1 }]);
    const [entry] = (await list(people.admin, `?stream=${asked.stream}&data=all`)).items;
    expect(entry).toMatchObject({ kind: 'submit', data: null });
    expect((await list(people.viewer, '?stream=office&kind=redact&data=without-content')).items).toMatchObject([
      { data: asked },
    ]);
    const live = await app.as(people.viewer)('/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/consolidation');
    expect(await live.json()).toMatchObject({ consolidation: { coverage: { received: 1 } } });
  });

  test.each([
    ['an entry that there is not', { ...asked, version: 7 }, 404, 'not-found'],
    ['a plan in force', { ...asked, stream: 'plan:ttdn-2020' }, 409, 'in-force'],
    ['without a reason', { ...asked, reason: ' ' }, 422, 'invalid-body'],
  ])('refuses %s', async (_, json, status, code) => {
    const seq = await app.seq();
    const response = await redact(json);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
    expect(await app.seq()).toBe(seq);
  });

  const acts = `/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/submissions/th-thi-tran/acts`;

  test('leaves a decision that holds as it is, and says why', async () => {
    const waive = { act: 'waive', reason: 'Bà A ốm.' };
    const waived = await app.as(people.officer)(acts.replace('th-thi-tran', 'mn-hoa-sen'), {
      method: 'POST',
      json: waive,
    });
    expect(waived.status).toBe(200);
    const seq = await app.seq();
    const response = await redact({ ...asked, stream: streamOf('mn-hoa-sen') });
    expect([response.status, await response.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'in-force', detail: expect.stringContaining('miễn báo cáo') }),
    ]);
    expect(await app.seq()).toBe(seq);
  });

  test('is done once, however many ask for it at once, and the others are told', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => redact(asked)));
    const codes = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { code?: string }).code ?? answer.status),
    );
    expect(codes.toSorted()).toEqual([201, ...Array.from({ length: 19 }, () => 'already-erased')]);
    expect((await list(people.viewer, '?stream=office&kind=redact')).items).toHaveLength(1);
  });

  test('tells where the signed copy still lies that the entry named', async () => {
    const path = acts.replace('/acts', '/signed-copy');
    const pdf = new TextEncoder().encode('%PDF-1.7\n%%EOF\n');
    const headers = { 'content-type': 'application/pdf' };
    await app.as(own)(path, { method: 'PUT', body: pdf, headers });
    expect((await app.as(own)(path)).status).toBe(200);
    const response = await redact({ ...asked, version: 2 });
    const file = `signed/${await sha256Hex(pdf)}`;
    expect([response.status, await response.json()]).toEqual([
      201,
      expect.objectContaining({ file, note: expect.stringContaining(file) }),
    ]);
    expect((await app.as(own)(path)).status).toBe(404);
    expect(await (await redact(asked)).json()).not.toHaveProperty('file');
  });

  test.each(['officer', 'leader', 'registrar', 'viewer'] as const)('is not for the %s', async (who) => {
    expect((await redact(asked, people[who])).status).toBe(403);
    expect((await app.as(people[who])('/v1/ledger/checkpoints', { method: 'POST' })).status).toBe(403);
    expect((await app.as(people[who])('/v1/documents')).status).toBe(403);
  });
});

describe('checkpoints', () => {
  test('a second one at once has nothing to seal', async () => {
    expect(await checkpoint()).toMatchObject({ checkpoint: { version: 1 } });
    const seq = await app.seq();
    expect(await checkpoint()).toEqual({ checkpoint: null });
    expect(await app.seq()).toBe(seq);
  });

  test('are made daily, once however often the day is run, and old answers are forgotten', async () => {
    const remember = (key: string, at: string) => ({
      principal: 'x',
      key,
      requestHash: 'h',
      status: 200,
      body: '{}',
      at,
    });
    const adopted = (await app.store.entries({ streams: ['agency:th-thi-tran'], data: 'all' }))[0];
    for (const [i, key, at] of [
      [2, 'old', '2020-05-29T00:00:00.000Z'],
      [3, 'new', '2020-05-31T00:00:00.000Z'],
    ] as const) {
      const contents = [
        {
          stream: 'agency:th-thi-tran',
          version: i,
          at,
          actor: 'x',
          kind: 'adopt',
          data: adopted?.secret?.data ?? null,
        },
      ];
      await app.store.append({ contents, effects: () => ({ remember: remember(key, at) }) });
    }
    const deps = { store: app.store, clock: () => Date.parse('2020-06-01T01:00:00.000Z') };
    const lines: unknown[] = [];
    await daily({ ...deps, log: (line) => lines.push(line) });
    const seq = await app.seq();
    await daily({ ...deps, log: (line) => lines.push(line) });
    expect(await app.seq()).toBe(seq);
    expect(lines).toEqual([
      { level: 'info', event: 'daily', checkpoint: 1 },
      { level: 'info', event: 'daily' },
    ]);
    expect(await app.store.remembered({ principal: 'x', key: 'old' })).toBeUndefined();
    expect(await app.store.remembered({ principal: 'x', key: 'new' })).toBeDefined();
    const [sealed] = await app.store.entries({ streams: ['checkpoint'] });
    expect(sealed).toMatchObject({ actor: 'system', at: '2020-06-01T01:00:00.000Z' });
  });
});

describe('documents', () => {
  test('are listed and given by their hash to who takes a backup', async () => {
    const bytes = new TextEncoder().encode('văn bản');
    const sha256 = await sha256Hex(bytes);
    const contents = [
      { stream: 'office', version: 2, at: morning, actor: 'x', kind: 'revoke', data: { credentials: [] } },
    ];
    const documents = [{ sha256, mediaType: 'text/plain', name: 'báo cáo "1".txt', bytes }];
    expect((await app.store.append({ contents, effects: () => ({ documents }) })).ok).toBe(true);
    expect(await (await app.as(people.admin)('/v1/documents')).json()).toEqual({
      items: [{ sha256, mediaType: 'text/plain', name: 'báo cáo "1".txt' }],
    });
    const download = await app.as(people.admin)(`/v1/documents/${sha256}`);
    expect(download.headers.get('content-type')).toBe('text/plain');
    expect(download.headers.get('content-disposition')).toBe(
      `attachment; filename="b_o_c_o__1_.txt"; filename*=UTF-8''b%C3%A1o%20c%C3%A1o%20%221%22.txt`,
    );
    expect(await sha256Hex(await download.bytes())).toBe(sha256);
    expect((await app.as(people.admin)(`/v1/documents/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await app.as(people.admin)('/v1/documents/..%2foffice')).status).toBe(400);
  });
});
