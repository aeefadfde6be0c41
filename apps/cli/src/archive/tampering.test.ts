import { zipSync, strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { officeWorld, type World } from '../testing/world.ts';
import { BACKUP_FORMAT } from './format.ts';
import { sha256 } from './hashing.ts';
import { asLines, fixedUp, linesOf, manifestOf, opened, withManifest, zipped, well, type Files } from './testing.ts';

const LEDGER = 'ledger.ndjson';

/** Alters one byte in the middle. */
const oneByte = (bytes: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(bytes);
  copy[Math.floor(copy.length / 2)] = (copy[Math.floor(copy.length / 2)] ?? 0) ^ 1;
  return copy;
};

type Line = Record<string, unknown>;

describe('an archive that was tampered with', () => {
  let place: World;
  let zip: Uint8Array;
  let files: Files;
  beforeAll(async () => {
    place = await officeWorld();
    const run = async (...line: readonly string[]) => {
      well(await place.run([...line, '--as', 'van-thu'], { now: '2020-06-01T02:00:00Z' }));
    };
    await run('adopt', '--yes');
    const from = (unit: string) => [
      '--from',
      `inbox/2020-H1/${unit}.json`,
      '--received',
      '2020-05-29',
      '--channel',
      'email',
    ];
    await run('record', 'mn-hoa-sen', 'half-year', '2020-H1', ...from('mn-hoa-sen'));
    await run('record', 'th-an-thinh', 'half-year', '2020-H1', ...from('th-an-thinh'));
    await run('confirm', 'th-an-thinh', 'half-year', '2020-H1');
    await place.run(['backup', 'a.zip']);
    zip = await place.bytes('a.zip');
    files = opened(zip);
  });
  afterAll(() => place.remove());

  const changed = (change: (lines: readonly Line[]) => readonly Line[]): Uint8Array => {
    const lines = change(linesOf(files, LEDGER));
    const last = lines.at(-1)?.['seq'];
    return zipped(
      fixedUp({ ...files, [LEDGER]: asLines(lines) }, () => ({ entries: lines.length, seq: Number(last) })),
    );
  };
  /** Changes lines of a stream, leaving the rest. */
  const ofStream = (stream: string, change: (line: Line) => Line | undefined) =>
    changed((lines) =>
      lines.flatMap((line): readonly Line[] => {
        const next = line['stream'] === stream ? change(line) : line;
        return next === undefined ? [] : [next];
      }),
    );
  const CONFIRMED = 'obligation:ttdn-2020/half-year/2020-H1/th-an-thinh';

  const cases: Readonly<Record<string, () => Uint8Array>> = {
    'a byte of a file': () => zipped({ ...files, 'office.yaml': oneByte(files['office.yaml'] ?? new Uint8Array()) }),
    'a byte of the ledger': () => zipped({ ...files, [LEDGER]: oneByte(files[LEDGER] ?? new Uint8Array()) }),
    'a byte of the archive itself': () => oneByte(zip),
    'a file more': () => zipped({ ...files, 'documents/x.docx': strToU8('x') }),
    'a file more that the manifest names': () => zipped(fixedUp({ ...files, 'notes.txt': strToU8('x') })),
    'a file less': () => zipped(Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'office.yaml'))),
    'a document under another name, the manifest fixed up': () => {
      const path = `documents/${'0'.repeat(64)}.docx`;
      const listed = { sha256: '0'.repeat(64), mediaType: 'application/pdf', name: 'x', path };
      return zipped(fixedUp({ ...files, [path]: strToU8('x') }, () => ({ documents: [listed] })));
    },
    'an entry altered, the manifest fixed up': () =>
      ofStream(CONFIRMED, (line) => ({ ...line, actor: 'truong-phong' })),
    'data altered, the manifest fixed up': () => ofStream(CONFIRMED, (line) => ({ ...line, data: { note: 'x' } })),
    'a date moved, the manifest fixed up': () =>
      ofStream(CONFIRMED, (line) => (line['kind'] === 'record' ? { ...line, receivedOn: '2020-05-28' } : line)),
    'the last entry of a stream dropped': () =>
      ofStream(CONFIRMED, (line) => (line['kind'] === 'confirm' ? undefined : line)),
    'a stream dropped': () => ofStream(CONFIRMED, () => undefined),
    'entries out of order': () => changed((lines) => lines.toReversed()),
    'entries that have changed places': () =>
      changed((lines) => {
        const seqs = lines.map((line) => line['seq']);
        return lines.toReversed().map((line, index) => ({ ...line, seq: seqs[index] }));
      }),
    'an entry twice': () => changed((lines) => [...lines, { ...lines.at(-1), seq: Number(lines.at(-1)?.['seq']) + 1 }]),
    'an entry with a member more': () => ofStream(CONFIRMED, (line) => ({ ...line, more: 1 })),
    'a stream that there is not': () =>
      ofStream(CONFIRMED, (line) => ({ ...line, stream: 'obligation:../../etc/passwd' })),
    'heads that do not fit': () => {
      const heads = JSON.parse(Buffer.from(files['heads.json'] ?? []).toString()) as { heads: Record<string, unknown> };
      const { [CONFIRMED]: _, ...others } = heads.heads;
      return zipped(fixedUp({ ...files, 'heads.json': strToU8(JSON.stringify({ ...heads, heads: others })) }));
    },
    'cut off': () => zip.slice(0, zip.length - 200),
    'cut in the middle': () => zip.slice(0, Math.floor(zip.length / 2)),
    'no archive': () => strToU8('Không phải là tệp nén'),
    empty: () => new Uint8Array(),
    'a ZIP of something else': () => zipped({ 'a.txt': strToU8('x') }),
    'a path that leaves the folder': () => zipped(fixedUp({ ...files, '../x': strToU8('x') })),
    'a path from the root': () => zipped(fixedUp({ ...files, '/etc/x': strToU8('x') })),
    'a path of Windows': () => zipped(fixedUp({ ...files, '..\\x': strToU8('x') })),
    'a later version': () => zipped(withManifest(files, { ...manifestOf(files), format: 'dondoc.backup/2' })),
    'another format': () => zipped(withManifest(files, { ...manifestOf(files), format: 'other/1' })),
    'a manifest that is none': () => zipped({ ...files, 'manifest.json': strToU8('{') }),
    'a manifest with a member more': () => zipped(withManifest(files, { ...manifestOf(files), more: 1 })),
    'a clock that is none': () => zipped(withManifest(files, { ...manifestOf(files), demoClock: '{"office":"x"}' })),
    'a file that bursts': () => {
      const bomb = new Uint8Array(80 * 2 ** 20);
      const listed = { path: 'drafts.ndjson', bytes: bomb.byteLength, sha256: sha256(new Uint8Array()) };
      const manifest = manifestOf(files);
      const list = [...manifest.files.filter(({ path }) => path !== listed.path), listed];
      return zipSync({ ...withManifest(files, { ...manifest, files: list }), 'drafts.ndjson': bomb }, { level: 1 });
    },
    'a manifest that bursts': () => zipSync({ ...files, 'manifest.json': new Uint8Array(65 * 2 ** 20) }, { level: 1 }),
  };

  // SQLite tidies up beside its database whenever it likes.
  const written = async () => (await place.files()).filter((file) => !/-(?:wal|shm)$/.test(file));

  test.each(Object.entries(cases))('%s: refused by verify and restore, nothing is written', async (name, make) => {
    const file = `${Object.keys(cases).indexOf(name)}.zip`;
    await place.write(file, make());
    const had = await written();
    const verified = await place.run(['verify', file]);
    expect(verified.code, verified.stdout).toBe(1);
    expect(verified.stderr).not.toContain('sự cố ngoài dự kiến');
    const restored = await place.run(['restore', file, '--to', 'moi']);
    expect(restored.code, restored.stdout).toBe(1);
    expect(restored.stderr).not.toContain('sự cố ngoài dự kiến');
    expect(restored.stderr).toMatch(/CẦN SỬA/);
    const sql = await place.run(['restore', file, '--sql', 'moi.sql']);
    expect(sql.code).toBe(1);
    expect(await written()).toEqual(had);
  });

  test('the archive itself is taken', async () => {
    expect((await place.run(['verify', 'a.zip'])).code).toBe(0);
    expect(manifestOf(files).format).toBe(BACKUP_FORMAT);
    expect((await place.run(['restore', 'a.zip', '--to', 'dung'])).code).toBe(0);
  });

  test('sealed anew from the beginning it looks sound: only what is held elsewhere shows it', async () => {
    await place.write('other/office.yaml', await place.read('office.yaml'));
    await place.write('other/plans/ttdn-2020.yaml', await place.read('plans/ttdn-2020.yaml'));
    await place.run(['adopt', '--yes', '--as', 'van-thu'], { cwd: 'other', now: '2020-06-01T02:00:00Z' });
    await place.run(['backup', 'b.zip'], { cwd: 'other' });
    expect((await place.run(['verify', 'other/b.zip'])).code).toBe(0);
    const held = await place.run(['verify', 'other/b.zip', '--held', 'a.zip', '--json']);
    expect(held.code).toBe(1);
    expect(JSON.parse(held.stdout)).toMatchObject({ ok: false });
    expect((await place.run(['restore', 'other/b.zip', '--held', 'a.zip', '--to', 'x'])).code).toBe(1);
    const receipt = linesOf(files, LEDGER).findLast((line) => line['stream'] === CONFIRMED);
    await place.write(
      'ma.json',
      JSON.stringify({ obligation: CONFIRMED.slice('obligation:'.length), ...receipt, stream: undefined }),
    );
    expect((await place.run(['verify', 'other/b.zip', '--held', 'ma.json'])).stderr).toContain(CONFIRMED);
    expect((await place.run(['verify', 'a.zip', '--held', 'ma.json'])).code).toBe(0);
    await place.write('heads.json', Buffer.from(files['heads.json'] ?? []));
    expect((await place.run(['verify', 'other/b.zip', '--held', 'heads.json'])).code).toBe(1);
    expect((await place.run(['verify', 'a.zip', '--held', 'office.yaml'])).stderr).toContain('--held');
  });
});
