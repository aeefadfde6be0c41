import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoWorld, type DemoWorld } from '../demo/testing.ts';
import { linesOf, manifestOf, opened } from './testing.ts';

const NOW = '2026-11-23T03:05:00Z';

describe('an office that is being served', () => {
  let place: DemoWorld;
  let url = '';
  let token = '';
  let stop: () => void = () => undefined;
  let served: Promise<unknown>;
  beforeAll(async () => {
    place = await demoWorld();
    const made = await place.run(['token', 'create', '--person', 'van-thu', '--as', 'van-thu'], { now: NOW });
    token = made.stdout.trim();
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    await new Promise<void>((resolve) => {
      const heard = (text: string): void => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
        if (found === undefined) return;
        url = found;
        resolve();
      };
      served = place.run(['serve', '--port', '0', '--log', 'none'], { now: NOW, stop: stopped, heard });
    });
  });
  afterAll(async () => {
    stop();
    await served;
    await place.remove();
  });

  const send = (unit: string): Promise<Response> =>
    fetch(`${url}/v1/plans/ttdn-2020/reports/half-year/periods/2020-H1/acts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'remind', units: [unit], channel: 'Zalo', text: `Đề nghị gửi báo cáo (${unit}).` }),
    });

  test('is backed up while it writes: what was acknowledged before is there, nothing is half there', async () => {
    const units = [
      'mn-anh-duong',
      'mn-hoa-mi',
      'mg-mang-non',
      'mg-son-ca',
      'th-my-hung-a',
      'th-duc-minh',
      'thcs-phu-loc',
    ];
    const state = { writing: true, acknowledged: 0 };
    const writer = (async () => {
      for (let index = 0; state.writing; index += 1) {
        const answer = await send(units[index % units.length] ?? '');
        expect(answer.status).toBe(200);
        state.acknowledged += 1;
      }
    })();
    const made: { before: number; after: number }[] = [];
    for (let time = 0; time < 3; time += 1) {
      const before = state.acknowledged;
      const backup = await place.run(['backup', `${String(time)}.zip`], { now: NOW });
      expect(backup.code, backup.stderr).toBe(0);
      made.push({ before, after: state.acknowledged });
    }
    while (state.acknowledged < 4) await new Promise((resolve) => void setTimeout(resolve, 5));
    state.writing = false;
    await writer;
    for (const [time, { before, after }] of made.entries()) {
      const file = `${String(time)}.zip`;
      expect((await place.run(['verify', file])).code).toBe(0);
      const lines = linesOf(opened(await place.bytes(file)), 'ledger.ndjson');
      expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
      const reminders = lines.filter(({ kind }) => kind === 'remind').length;
      expect(reminders).toBeGreaterThanOrEqual(before);
      // One more may have been written and not yet answered.
      expect(reminders).toBeLessThanOrEqual(after + 1);
    }
    expect((await place.run(['restore', '2.zip', '--to', 'song'])).code).toBe(0);
  });

  test('is backed up and verified over the network, with an admin token', async () => {
    const env = { DONDOC_TOKEN: token };
    const backup = await place.run(['backup', 'xa.zip', '--server', url, '--json'], { env, now: NOW });
    expect(backup.code, backup.stderr).toBe(0);
    expect(JSON.parse(backup.stdout)).toMatchObject({ ok: true, withUnitDrafts: false, documents: 1 });
    await place.run(['backup', 'gan.zip'], { now: NOW });
    const [far, near] = [opened(await place.bytes('xa.zip')), opened(await place.bytes('gan.zip'))];
    const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
    expect(linesOf(far, 'ledger.ndjson')).toEqual(linesOf(near, 'ledger.ndjson'));
    expect(linesOf(far, 'desk-drafts.ndjson')).toEqual(linesOf(near, 'desk-drafts.ndjson'));
    expect(manifestOf(far).documents).toEqual(manifestOf(near).documents);
    expect(text(far['README.txt'])).toContain('không có nội dung các đơn vị đang nhập');
    expect((await place.run(['verify', '--server', url, '--held', 'gan.zip'], { env, now: NOW })).code).toBe(0);
    expect((await place.run(['restore', 'xa.zip', '--to', 'xa'], { now: NOW })).code).toBe(0);
    const board = await place.run(['status', 'half-year', '2020-H1', '--json'], { cwd: 'xa', now: NOW });
    expect(JSON.parse(board.stdout)).toMatchObject({ at: expect.stringMatching(/^2020-06-01T/) as unknown });
  });

  test('is not backed up without a token, or with one of a lesser role', async () => {
    expect((await place.run(['backup', 'x.zip', '--server', url])).code).toBe(2);
    const made = await place.run(['token', 'create', '--role', 'viewer', '--as', 'van-thu'], { now: NOW });
    const env = { DONDOC_TOKEN: made.stdout.trim() };
    const refused = await place.run(['backup', 'x.zip', '--server', url], { env, now: NOW });
    expect(refused.code).toBe(1);
    expect((await place.files()).includes('x.zip')).toBe(false);
  });

  test('verifies while it is served', async () => {
    expect((await place.run(['verify', '--json'], { now: NOW })).code).toBe(0);
  });

  test('a demo in use is not made anew under those who use it', async () => {
    await place.write('out/van-phong/x', '');
    const made = await place.run(['demo', 'out', '--force', '--json'], { now: NOW });
    expect(made.code, made.stderr).toBe(0);
    const { openLibsql } = await import('@dondoc/store/libsql');
    const { close } = await openLibsql(`${place.folder}/out/van-phong/.dondoc/dondoc.db`);
    const again = await place.run(['demo', 'out', '--force'], { now: NOW });
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('đang được một chương trình khác dùng');
    close();
  });
});
