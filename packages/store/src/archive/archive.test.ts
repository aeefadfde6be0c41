import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLibsql, type OpenedLibsql } from '../libsql.ts';
import { createStore } from '../store.ts';
import type { StoredDocument } from '../types.ts';
import { dumpSql } from './dump.ts';
import { writeSnapshot } from './restore.ts';
import { takeSnapshot } from './snapshot.ts';

const of = { plan: 'ttdn-2020', report: 'half-year', period: '2020-H1' } as const;
const by = { by: 'th-an-thinh:filer', at: '2020-06-01T01:00:00.000Z' } as const;

const documentOf = (bytes: Uint8Array<ArrayBuffer>): StoredDocument => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mediaType: 'application/pdf',
  name: `${bytes.length}.pdf`,
  bytes,
});

describe('a snapshot', () => {
  let from: OpenedLibsql;
  let to: OpenedLibsql;
  beforeEach(async () => {
    [from, to] = [await openLibsql(':memory:'), await openLibsql(':memory:')];
    const store = createStore(from.driver);
    const contents = [1, 2, 3].map((version) => ({
      stream: 'obligation:ttdn-2020/half-year/2020-H1/th-an-thinh',
      version,
      at: by.at,
      ...(version === 2 ? { receivedOn: '2020-05-29' } : {}),
      actor: by.by,
      kind: 'urge',
      data: { channel: 'Zalo', text: `’'";-- ${'Đề nghị '.repeat(version * 4000)}` },
    }));
    const sizes = [0, 1, 48_000, 49_000, 200_000, 1_400_000];
    const documents = sizes.map((size) => documentOf(new Uint8Array(randomBytes(size))));
    await store.append({ contents, effects: () => ({ documents }) });
    await store.redact({ stream: contents[0]?.stream ?? '', version: 1, reason: 'x', at: by.at, actor: 'van-thu' });
    // Characters of one to four bytes, so that some are cut where the text is.
    const content = { text: 'aĐ€😀'.repeat(30_000), more: "';\n--" };
    await store.saveDraft({ ...of, unit: 'th-an-thinh', rev: 0, content, answered: 1, asked: 2, ready: true, ...by });
    await store.saveDeskDraft({ ...of, rev: 0, content, ...by });
    await store.setSetting('demo-clock', '{}');
    await store.setSetting('other', 'secret');
  });
  afterEach(() => {
    from.close();
    to.close();
  });

  const snapshotOf = ({ driver }: OpenedLibsql) => takeSnapshot(driver, { settings: ['demo-clock'] });

  test('written into an empty database is the same there, and its read models follow', async () => {
    const taken = await snapshotOf(from);
    expect(taken).toMatchObject({ entries: { length: 4 }, documents: { length: 6 }, settings: { 'demo-clock': '{}' } });
    expect(taken.settings).not.toHaveProperty('other');
    await writeSnapshot(to.driver, taken);
    await createStore(to.driver).rebuild();
    expect(await snapshotOf(to)).toEqual(taken);
    expect(await createStore(to.driver).facts({})).toEqual(await createStore(from.driver).facts({}));
  });

  test('is not written where there is an entry', async () => {
    const taken = await snapshotOf(from);
    await expect(writeSnapshot(from.driver, taken)).rejects.toThrow(/NOT NULL/);
    expect(await snapshotOf(from)).toEqual(taken);
  });

  test('as SQL is the same, each statement less than 100,000 bytes, long and strange values too', async () => {
    const statements: string[] = [];
    for await (const statement of dumpSql(from.driver)) statements.push(statement);
    for (const statement of statements) expect(Buffer.byteLength(statement)).toBeLessThan(100_000);
    await to.driver.batch(statements.map((sql) => ({ sql, params: [] })));
    expect(await takeSnapshot(to.driver, { settings: ['demo-clock', 'other'] })).toEqual(
      await takeSnapshot(from.driver, { settings: ['demo-clock', 'other'] }),
    );
    await expect(to.driver.batch([{ sql: statements[0] ?? '', params: [] }])).rejects.toThrow(/NOT NULL/);
  });
});

describe('a libSQL file', () => {
  test('in memory settles to nothing that could be moved, and goes on', async () => {
    const { driver, settle, close } = await openLibsql(':memory:');
    expect(await settle()).toBe(false);
    await driver.batch([{ sql: "INSERT INTO settings VALUES ('a', 'b')", params: [] }]);
    close();
  });
});
