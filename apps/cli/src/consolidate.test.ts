import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { paragraphsOf } from './testing/docx.ts';
import { officeWorld, type World } from './testing/world.ts';

type Report = Record<string, unknown> & { answers: Record<string, unknown>; gates: Record<string, unknown> };

let place: World;
beforeEach(async () => {
  place = await officeWorld();
});
afterEach(() => place.remove());

const readReport = async (path: string) => JSON.parse(await place.read(path)) as Report;
const save = (path: string, value: unknown) => place.write(path, `${JSON.stringify(value, null, 2)}\n`);

/** What one school sent for the year 2020, which is what it sent for 2019 a year later, and for its first half. */
async function yearAndHalf(): Promise<{ year: Report; half: Report }> {
  const before = await place.read('inbox/2019/th-an-thinh.json');
  const year = JSON.parse(before.replaceAll(/2019-(?=\d\d-\d\d)/g, '2020-')) as Report;
  const half = await readReport('inbox/2020-H1/th-an-thinh.json');
  return { year: { ...year, plan: 'ttdn-2020', period: '2020' }, half };
}

const line = ['consolidate', 'year', '2020', '--from', 'inbox/2020'];

describe('a year held against its first half', () => {
  test('names the unit whose year is below its half-year, at the line of the figure', async () => {
    const { year, half } = await yearAndHalf();
    half.answers['briefings'] = 9;
    year.answers['briefings'] = 4;
    await save('inbox/2020/th-an-thinh.json', year);
    await save('inbox/2020-H1/th-an-thinh.json', half);
    const { code, stderr } = await place.run([...line, '--within', 'inbox/2020-H1']);
    const number = (await place.read('inbox/2020/th-an-thinh.json'))
      .split('\n')
      .findIndex((one) => one.includes('"briefings"'));
    expect(code).toBe(0);
    expect(stderr).toContain(`inbox/2020/th-an-thinh.json:${String(number + 1)}:`);
    expect(stderr).toMatch(
      /Số liệu năm 2020 của “[^”]+” \(mục [^)]+\) \(4\) nhỏ hơn số liệu 6 tháng đầu năm 2020 \(9\)/,
    );
    // The consolidation says the same of all units together: once is enough.
    expect(stderr).not.toContain('consolidation.below-part-of-year');
    expect((await place.run(line)).stderr).not.toContain('nhỏ hơn số liệu 6 tháng');
  });

  test('says so in the working annex of the Word file, too', async () => {
    const { year, half } = await yearAndHalf();
    half.answers['briefings'] = 9;
    year.answers['briefings'] = 4;
    await save('inbox/2020/th-an-thinh.json', year);
    await save('inbox/2020-H1/th-an-thinh.json', half);
    const asked = [...line, '--within', 'inbox/2020-H1', '--internal', '-o', 'out/a.docx'];
    expect((await place.run(asked)).code).toBe(0);
    const text = paragraphsOf(await place.bytes('out/a.docx')).join('\n');
    expect(text).toContain('số liệu năm 2020 nhỏ hơn số liệu 6 tháng đầu năm 2020');
  });

  test('refuses files that are of no period inside the year, or of several', async () => {
    const { year } = await yearAndHalf();
    await save('inbox/2020/th-an-thinh.json', year);
    for (const paths of [
      ['--within', 'inbox/2019'],
      ['--within', 'inbox/2020-H1', '--within', 'inbox/2019'],
    ]) {
      const { code, stderr } = await place.run([...line, ...paths]);
      expect(code).toBe(1);
      expect(stderr).toContain('command.not-within');
      expect(stderr).toContain('năm 2020');
    }
  });
});

test('each unit is held against its own report of the year before', async () => {
  const { year } = await yearAndHalf();
  const before = await readReport('inbox/2019/th-an-thinh.json');
  before.answers['briefings'] = 2;
  year.answers['briefings'] = 40;
  before.answers['strengths'] = 'Các hoạt động được triển khai đúng kế hoạch và có nhiều người tham gia.';
  year.answers['strengths'] = before.answers['strengths'];
  await save('inbox/2019/th-an-thinh.json', before);
  await save('inbox/2020/th-an-thinh.json', year);
  const { code, stdout } = await place.run([...line, '--year-before', 'inbox/2019', '--json']);
  expect(code).toBe(0);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; file: string; path: unknown[] }[] };
  const own = findings
    .filter(({ file }) => file === 'inbox/2020/th-an-thinh.json')
    .map(({ rule, path }) => [rule, path]);
  expect(own).toContainEqual(['answer.grown-much', ['answers', 'briefings']]);
  expect(own).toContainEqual(['answer.text-copied', ['answers', 'strengths']]);
  expect(findings.map(({ rule }) => rule)).not.toContain('consolidation.grown-much');
});

describe('when a report came', () => {
  test('a file that does not say is named, with the day that it is counted on', async () => {
    const { receivedOn: _, ...silent } = await readReport('inbox/2019/th-an-thinh.json');
    await save('inbox/2019/th-an-thinh.json', silent);
    for (const command of [
      ['consolidate', 'year', '2019'],
      ['render', 'reminder', 'year', '2019'],
      ['render', 'follow-up-book', 'year', '2019'],
    ]) {
      const { code, stderr } = await place.run([...command, '--from', 'inbox/2019', '--today', '2019-11-11']);
      expect(code).toBe(0);
      expect(stderr).toMatch(/^inbox\/2019\/th-an-thinh\.json:\d+:\d+ {2}file\.no-arrival$/m);
      expect(stderr).toContain('tính là nhận ngày 11/11/2019');
      expect(stderr.match(/file\.no-arrival/g)).toHaveLength(1);
    }
  });

  test('a day without its hour is refused where the date has an hour, not called late', async () => {
    const plan = await place.read('plans/ttdn-2019.yaml');
    await place.write('plans/ttdn-2019.yaml', plan.replace(/on: '?05\/11'?/, "on: 05/11\n      time: '16:00'"));
    const { code, stderr } = await place.run(['consolidate', 'year', '2019', '--from', 'inbox/2019']);
    expect(code).toBe(1);
    expect(stderr).toContain('act.time-needed');
    expect(stderr).toContain('"receivedOn": "2019-');
  });
});

test('--today moves what is in the future on, never back', async () => {
  const path = 'inbox/2019/th-an-thinh.json';
  await place.write(path, (await place.read(path)).replace(/"receivedOn": "[^"]+"/, '"receivedOn": "2027-01-05"'));
  const line = ['consolidate', 'year', '2019', '--from', 'inbox/2019', '--json'];
  const now = await place.run(line);
  expect(now.code).toBe(1);
  expect(now.stdout).toContain('submission.received-in-future');
  const later = await place.run([...line, '--today', '2027-01-06']);
  expect(later.stdout).not.toContain('submission.received-in-future');
  expect(later.code).toBe(0);
});

test('a result that would be read as a report the next time is not put among the reports', async () => {
  const line = ['consolidate', 'year', '2019', '--from', 'inbox'];
  const only = ['consolidate', 'year', '2019', '--from', 'inbox/2019'];
  const before = await place.files();
  for (const output of ['inbox/2019/tong-hop.json', 'inbox/x.json', './inbox/../inbox/2019/a/b.JSON']) {
    const { code, stderr } = await place.run([...line, '-o', output]);
    expect(code).toBe(1);
    expect(stderr).toContain('command.output-among-inputs');
  }
  expect(await place.files()).toEqual(before);
  for (const output of ['inbox/tong-hop.json', 'inbox/2019/so-lieu.csv', 'inbox/2019-2/x.json'])
    expect((await place.run([...only, '-o', output])).code).toBe(0);
});
