import { afterAll, expect, test } from 'vitest';
import { ledgerWorld, smallWorld } from '../testing/ledger-world.ts';
import { databaseRule } from './database.ts';

const made = await smallWorld();
afterAll(() => made.remove());

test.each([
  ['SQLITE_READONLY_DIRECTORY', 'service.read-only'],
  ['EROFS', 'service.read-only'],
  ['SQLITE_NOTADB', 'service.database'],
  ['EACCES', 'file.unwritable'],
])('%s is told as %s', (code, rule) => {
  expect(databaseRule(code)).toBe(rule);
});

test('a folder that was only served, with nothing adopted, says so whatever is asked', async () => {
  await made.dondoc('serve --port 0 --log none', { stop: Promise.resolve() });
  expect(await made.files()).toContain('.dondoc/dondoc.db');
  for (const line of ['verify', 'backup out.zip', 'pull', 'token list --as quan-tri', 'status'])
    expect(await made.dondoc(line)).toMatchObject({ code: 1, stderr: expect.stringContaining('chạy: dondoc adopt') });
});

test('nil on a period that is not open yet is taken and warns, by unit and option', async () => {
  const office = await ledgerWorld();
  const line = 'nil mn-hoa-sen half-year 2020-H1 --reason "Không có hoạt động" --received 01/11/2019';
  const { code, stderr } = await office.dondoc(line);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('mn-hoa-sen --received  submission.received-before-opening');
  await office.remove();
});
