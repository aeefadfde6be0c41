import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { officeWorld, type World } from './testing/world.ts';

let place: World;
beforeEach(async () => {
  place = await officeWorld();
});
afterEach(() => place.remove());

const change = async (path: string, from: string | RegExp, to: string) => {
  const text = await place.read(path);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in ${path}`);
  await place.write(path, changed);
};

const rulesOf = async (paths: readonly string[]) => {
  const { stdout } = await place.run(['check', ...paths, '--json']);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; line: number }[] };
  return findings;
};

describe('check of office.yaml', () => {
  test.each([
    ['an id that two agencies have', '  - id: mn-anh-duong\n', '  - id: mn-hoa-sen\n', 'check.duplicate-id'],
    ['a parent that nobody is', 'parent: phong-gddt', 'parent: phong-gdtd', 'check.unknown-reference'],
    ['a unit merged into itself', 'mergedInto: th-my-hung-a', 'mergedInto: th-my-hung-b', 'check.cycle'],
    [
      'days in the wrong order',
      'holidays:\n',
      'holidays:\n  - { from: 2019-09-03, to: 2019-09-02, kind: off, name: Nghỉ }\n',
      'check.days-reversed',
    ],
  ])('finds %s, with its line', async (_, from, to, rule) => {
    await change('office.yaml', from, to);
    const result = await place.run(['check', 'office.yaml']);
    expect(result.code).toBe(1);
    const found = (await rulesOf(['office.yaml'])).find((finding) => finding.rule === rule);
    expect(found).toMatchObject({ file: 'office.yaml' });
    const line = (await place.read('office.yaml')).split('\n')[(found?.line ?? 0) - 1] ?? '';
    expect(to.split('\n').some((words) => words.trim() !== '' && line.includes(words.trim().replace(/^- /, '')))).toBe(
      true,
    );
  });
});

describe('check of folders', () => {
  test('takes every file of the office below it, but not the schemas nor what was made', async () => {
    await place.write('out/old.json', '{}');
    await place.write('schemas/plan.schema.json', '{}');
    await place.write('.cache/x.json', '{}');
    const all = (await place.files()).filter((file) => /^(?:office\.yaml|plans\/|inbox\/)/.test(file));
    const { stdout } = await place.run(['check', '.', '--json']);
    const { files } = JSON.parse(stdout) as { files: string[] };
    expect(files.toSorted()).toEqual(all.toSorted());
  });

  test('takes the reports of the units where nothing is named', async () => {
    await change('inbox/2019/th-an-thinh.json', '"unit": "th-an-thinh"', '"unit": "nobody"');
    const found = (await rulesOf([])).filter(({ file }) => file === 'inbox/2019/th-an-thinh.json');
    expect(found.map(({ rule }) => rule)).toContain('submission.unknown-unit');
    await rm(join(place.folder, 'inbox'), { recursive: true });
    expect((await rulesOf([])).some(({ file }) => file.startsWith('inbox'))).toBe(false);
  });

  test('sees a unit that is there twice, as the consolidation does', async () => {
    await place.write('inbox/2019/again.json', await place.read('inbox/2019/th-an-thinh.json'));
    const found = await rulesOf(['inbox/2019']);
    expect(found.map(({ rule }) => rule)).toContain('submission.unit-twice');
    expect((await place.run(['check', 'inbox/2019'])).code).toBe(1);
  });

  test('refuses a report from the future and one of an unknown plan, each at its line', async () => {
    await change('inbox/2019/th-an-thinh.json', /"receivedOn": "[^"]+"/, '"receivedOn": "2030-01-01"');
    await change('inbox/2019/thcs-an-thinh.json', '"plan": "ttdn-2019"', '"plan": "ttdn-2018"');
    const found = (await rulesOf(['inbox'])).filter(({ rule }) => /future|unknown-plan/.test(rule));
    expect(found.map(({ rule, file }) => [rule, file]).toSorted()).toEqual([
      ['command.unknown-plan', 'inbox/2019/thcs-an-thinh.json'],
      ['submission.received-in-future', 'inbox/2019/th-an-thinh.json'],
    ]);
    for (const { line } of found) expect(line).toBeGreaterThan(1);
  });
});

test('check --format github names files relative to where it runs, with forward slashes', async () => {
  await change('inbox/2019/th-an-thinh.json', '"unit": "th-an-thinh"', '"unit": "nobody"');
  for (const line of [['.'], [place.folder], [join(place.folder, 'plans'), 'inbox/2019/th-an-thinh.json']]) {
    const { stdout } = await place.run(['check', ...line, '--format', 'github']);
    const files = [...stdout.matchAll(/^::\w+ file=([^,:]+)/gm)].map(([, file]) => file ?? '');
    expect(files).toEqual(
      expect.arrayContaining(['plans/ttdn-2019.yaml', 'plans/ttdn-2020.yaml', 'inbox/2019/th-an-thinh.json']),
    );
    const here = await place.files();
    expect(files.filter((file) => !here.includes(file))).toEqual([]);
  }
});

describe('what a terminal would obey', () => {
  const ESCAPE = '\u001B]0;title\u0007\u001B[2J';

  test('is not let through from a file’s lines, names or values', async () => {
    await place.write('inbox/2019/x.json', `{\n  "format": "dondoc.submission/1", ${ESCAPE}\u009B31m\n}`);
    await change('inbox/2019/th-an-thinh.json', '"unit": "th-an-thinh"', '"unit": "\\u001b[31mno\\u009b0m"');
    const results = [
      await place.run(['check', 'inbox/2019']),
      await place.run(['consolidate', 'year', '2019', '--from', 'inbox/2019']),
      await place.run(['check', `no\u001B[31m.yaml`]),
    ];
    for (const { code, stdout, stderr } of results) {
      expect(code).toBe(1);
      // oxlint-disable-next-line no-control-regex -- they are what must not be there
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
      expect(stdout + stderr).toContain('·');
    }
  });

  test('leaves the caret under its letter', async () => {
    await place.write('inbox/2019/x.json', '{\n\t"a": \u0007\n}');
    const { stdout } = await place.run(['check', 'inbox/2019/x.json']);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('| '));
    expect(lines[at + 1]?.indexOf('^')).toBe((lines[at] ?? '').indexOf('·'));
  });
});

test('a report of one very long line stays short for programs too', async () => {
  const report = JSON.parse(await place.read('inbox/2019/th-an-thinh.json')) as { answers: Record<string, unknown> };
  report.answers['briefings'] = -1;
  report.answers['strengths'] = 'ư '.repeat(100_000);
  await place.write('inbox/2019/th-an-thinh.json', JSON.stringify(report));
  const { stdout } = await place.run(['check', 'inbox/2019/th-an-thinh.json', '--json']);
  expect(stdout).toContain('\\"briefings\\":-1');
  expect(stdout.length).toBeLessThan(20_000);
});
