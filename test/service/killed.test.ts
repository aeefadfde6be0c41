import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '@dondoc/core';
import { createStore } from '@dondoc/store';
import { openLibsql } from '@dondoc/store/libsql';
import { stringify } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { office, plan2020 } from '../journeys/schools.ts';
import { bin, dondoc } from '../support/dondoc.ts';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-killed-'));
let server: ChildProcess | undefined;

/** Starts `dondoc serve` on a free port and gives its address once it says so. */
async function serve(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--log', 'none'], { cwd: folder });
  server = child;
  let said = '';
  for await (const chunk of child.stderr) {
    said += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error(`the server did not start: ${said}`);
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((ended) => {
    child.on('exit', () => ended());
    child.kill('SIGKILL');
  });

beforeAll(() => {
  writeFileSync(join(folder, 'office.yaml'), stringify(office()));
  mkdirSync(join(folder, 'plans'));
  writeFileSync(join(folder, 'plans', 'ttdn-2020.yaml'), stringify(plan2020()));
});
afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) await killed(server);
  rmSync(folder, { recursive: true, force: true });
});

test('killed in a burst of writes, the server keeps every acknowledged act once, and its ledger verifies', async () => {
  const adopted = dondoc(['adopt', '--yes', '--as', 'quan-tri'], { cwd: folder });
  expect(adopted.code, adopted.stderr).toBe(0);
  const token = dondoc(['token', 'create', '--as', 'quan-tri', '--person', 'theo-doi', '--json'], { cwd: folder });
  expect(token.code, token.stderr).toBe(0);
  const { token: secret } = JSON.parse(token.stdout) as { readonly token: string };

  const acknowledged = new Set<string>();
  const attempted = new Map<string, number>();
  const units = ['mn-hoa-sen', 'th-an-thinh', 'th-phu-loc', 'thcs-my-hung'];

  /** A reminder to one school, or an ad hoc request to all; its key is in what it says, so that the ledger shows it. */
  const send = async (url: string, key: string, index: number) => {
    attempted.set(key, index);
    const [path, act] =
      index % 4 === 3
        ? ['/v1/events', { event: key, title: key, due: { rule: 'date', on: '2099-12-31' } }]
        : [
            `/v1/plans/ttdn-2020/reports/year/periods/2020/submissions/${units[index % 4]!}/acts`,
            { act: 'remind', channel: 'Zalo', text: key },
          ];
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(act),
    });
    if (answer.ok) acknowledged.add(key);
    return answer.status;
  };
  const burst = async (url: string, round: number) => {
    // Four people at once, each one request after the other, until the server is gone.
    await Promise.all(
      [0, 1, 2, 3].map(async (person) => {
        for (let index = person; index < 400; index += 4) {
          try {
            await send(url, `viec-${String(round)}-${String(index)}`, index);
          } catch {
            return;
          }
        }
      }),
    );
  };
  for (const round of [1, 2]) {
    const { child, url } = await serve();
    const writing = burst(url, round);
    while (acknowledged.size < round * 12) await new Promise((soon) => setTimeout(soon, 5));
    await killed(child);
    await writing;
  }

  // Of what was under way nobody knows whether it was done: asked again with the same key, it is done once in all.
  const { child, url } = await serve();
  const inDoubt = [...attempted].filter(([key]) => !acknowledged.has(key));
  for (const [key, index] of inDoubt) expect(await send(url, key, index), key).toBeLessThan(300);
  await killed(child);

  const { driver, close } = await openLibsql(join(folder, '.dondoc', 'dondoc.db'));
  try {
    const store = createStore(driver);
    const entries = await store.entries({ data: 'all', limit: 100_000 });
    const done = entries.flatMap(({ kind, secret: of }) => {
      const data = of?.data as { readonly event?: string; readonly text?: string } | undefined;
      return kind === 'request' || kind === 'remind' ? [data?.event ?? data?.text] : [];
    });
    expect(acknowledged.size).toBeGreaterThanOrEqual(24);
    expect(done.toSorted()).toEqual([...attempted.keys()].toSorted());
    const secrets = new Map(entries.map(({ hash, secret: of }) => [hash, of ?? undefined]));
    const proof = await verify({
      entries: entries.map(({ secret: _secret, ...entry }) => entry),
      dataOf: ({ hash }) => secrets.get(hash),
      digest: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
    });
    expect(proof).toMatchObject({ ok: true, problems: [] });
    const before = await store.configuration();
    await store.rebuild();
    expect(await store.configuration()).toEqual(before);
  } finally {
    close();
  }
});
