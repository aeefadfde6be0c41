import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextId } from './commands/clone.ts';
import { officeWorld, world, type World } from './testing/world.ts';

const ICS_LINE = /\r\n(?! )/;

describe('help', () => {
  const commands = ['init', 'check', 'deadlines', 'render', 'consolidate', 'clone', 'units', 'demo'];
  let place: World;
  beforeEach(async () => {
    place = await world();
  });
  afterEach(() => place.remove());

  test('lists every command, in Vietnamese', async () => {
    const { code, stdout } = await place.run(['--help']);
    expect(code).toBe(0);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'));
    expect(stdout).toContain('CÁC LỆNH');
    expect(stdout).not.toMatch(/USAGE|FLAGS|COMMANDS|ARGUMENTS|Print|default =/);
  });

  test.each([
    ...commands,
    'render plan',
    'render unit-plan',
    'render request',
    'render unit-report',
    'render reminder',
    'render return-slip',
    'render follow-up-book',
    'units import',
  ])('of %s is in Vietnamese and says nothing of what may not be said', async (name) => {
    const { code, stdout } = await place.run([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('CÁCH DÙNG');
    expect(stdout).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/);
    expect(stdout).not.toMatch(/USAGE|Print|bạn|Lỗi!|deadline(?!s)/i);
  });

  test('without a command the help is shown', async () => {
    expect((await place.run([])).stdout).toContain('CÁC LỆNH');
  });

  test('gives the version', async () => {
    expect((await place.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong usage', () => {
  let place: World;
  beforeEach(async () => {
    place = await world();
  });
  afterEach(() => place.remove());

  test.each([
    [['chek'], 'check'],
    [['check', '--fromat', 'json'], '--format'],
    [['check', '--format', 'xml'], 'text, json, github'],
    [['deadlines', '--today', '31/02/2019'], 'lịch'],
    [['deadlines', '--from'], '--from'],
    [['consolidate', 'year'], '<kỳ>'],
    [['consolidate', 'year', '2019'], '--from'],
    [['consolidate', 'year', '2019', '--from', 'x', '-o', 'a.xlsx'], 'phiên bản sau'],
    [['consolidate', 'year', '2019', '--from', 'x', '-o', 'a.pdf'], '.docx'],
    [['render', 'plan', '-o', 'a.doc'], '.docx'],
    [['clone', 'ttdn-2019'], '--year'],
    [['clone', 'ttdn-2019', '--year', 'next'], '2000'],
    [['render', 'reminder', 'year', '2019', '--from', 'x', '--send-by', '31/2'], 'lịch'],
    [['init'], '--template'],
    [['units', 'import'], 'FILE.csv'],
    [['check', '-z'], '-z'],
    [['check', '--format', 'github', '--json'], '--json và --format github'],
    [['deadlines', '--format', 'csv', '--json'], '--json và --format csv'],
    [['deadlines', '--from', '2020-06-05', '--to', '2020-06-04'], '--to trước ngày ghi ở --from'],
    [['deadlines', '--format', 'csv', '-o', 'a.ics'], '--format ics'],
    [['deadlines', '-o', 'a.csv'], '--format csv'],
    [['deadlines', '--format', 'ics', '-o', 'a'], '.ics'],
  ])('%j ends with 2 and says what to write instead', async (line, hint) => {
    const { code, stdout, stderr } = await place.run(line);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/Error|at .*\.ts/);
  });
});

describe('in an office folder', () => {
  let place: World;
  beforeEach(async () => {
    place = await officeWorld();
  });
  afterEach(() => place.remove());

  test('check shows what should be looked at and ends with 1', async () => {
    const { code, stdout, stderr } = await place.run(['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('NÊN XEM LẠI');
    expect(stdout).toContain('930/2018/QĐ-TTg');
    expect(stdout).toMatch(/plans\/ttdn-2019\.yaml:\d+:\d+ {2}check\.words-run-together/);
    expect(stderr).toMatch(/^Đã kiểm tra 44 tệp: /m);
  });

  test('check ends with 0 on a file without findings, and works from a folder below', async () => {
    expect((await place.run(['check', 'office.yaml'])).code).toBe(0);
    expect((await place.run(['check', '../../office.yaml'], { cwd: 'inbox/2019' })).code).toBe(0);
    expect((await place.run(['deadlines'], { cwd: 'inbox/2019' })).code).toBe(0);
  });

  test('check --json tells programs place, rule, sentence and source', async () => {
    const { stdout } = await place.run(['check', 'plans/ttdn-2019.yaml', '--json']);
    const { summary, findings } = JSON.parse(stdout) as {
      summary: Record<string, number>;
      findings: Record<string, unknown>[];
    };
    expect(summary).toMatchObject({ files: 1, error: 0 });
    expect(findings).toHaveLength((summary['warning'] ?? 0) + (summary['hint'] ?? 0));
    for (const finding of findings) {
      expect(finding).toMatchObject({
        rule: expect.stringMatching(/^[a-z-]+\.[a-z0-9-]+$/) as string,
        file: 'plans/ttdn-2019.yaml',
      });
      expect(finding['line']).toBeGreaterThan(0);
      expect(finding['message']).toBeTruthy();
    }
  });

  test('check --format github writes workflow commands, a finding a line', async () => {
    const { stdout } = await place.run(['check', 'plans/ttdn-2019.yaml', '--format', 'github']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=plans\/ttdn-2019\.yaml,line=\d+,col=\d+,title=[a-z.-]+::\S/,
      );
  });

  test('colours only while a terminal watches and NO_COLOR is not set', async () => {
    const plain = await place.run(['check']);
    const coloured = await place.run(['check'], { terminal: true });
    const asked = await place.run(['check'], { terminal: true, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001B[');
    expect(asked.stdout).toBe(plain.stdout);
    expect(plain.stdout).not.toContain('\u001B[');
  });

  test('deadlines lists last on-time days; what passed before the plan was issued binds nobody', async () => {
    const { code, stdout } = await place.run(['deadlines', '--today', '2020-06-01']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/04\/6\/2019 .*23 đơn vị +không áp dụng/);
    expect(stdout).toMatch(/04\/6\/2020 +còn 3 ngày/);
    expect(stdout).toContain('chưa ấn định thời hạn');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(130);
  });

  test.each([
    [['deadlines'], 40],
    [['deadlines'], 100],
    [['consolidate', 'year', '2019', '--from', 'inbox/2019'], 40],
    [['consolidate', 'year', '2019', '--from', 'inbox/2019'], 80],
  ])('%j keeps within a terminal of %i cells', async (line, columns) => {
    const { code, stdout } = await place.run(line, { columns });
    expect(code).toBe(0);
    expect(Math.max(...stdout.split('\n').map((one) => one.length))).toBeLessThanOrEqual(columns);
  });

  test('deadlines --json has a row for each obligation and task', async () => {
    const { stdout } = await place.run(['deadlines', '--json', '--plan', 'ttdn-2020', '--report', 'half-year']);
    const { deadlines } = JSON.parse(stdout) as { deadlines: { id: string; unit: string; lastDay: string }[] };
    expect(deadlines).toHaveLength(23);
    expect(deadlines[0]).toMatchObject({
      id: 'ttdn-2020/half-year/2020-H1/mn-hoa-sen',
      lastDay: '2020-06-04',
      notApplicable: false,
    });
    // Merged on 02/3/2020 and opened on 02/01/2020.
    expect(deadlines.map(({ unit }) => unit)).not.toContain('th-my-hung-b');
    expect(deadlines.map(({ unit }) => unit)).toContain('mn-hoa-mi');
  });

  test('deadlines from and to hold the last on-time day, both included', async () => {
    const inside = await place.run(['deadlines', '--json', '--from', '2020-06-04', '--to', '04/6/2020']);
    expect((JSON.parse(inside.stdout) as { deadlines: unknown[] }).deadlines).toHaveLength(23);
    const outside = await place.run(['deadlines', '--json', '--from', '2020-06-05', '--to', '2020-11-03']);
    expect((JSON.parse(outside.stdout) as { deadlines: unknown[] }).deadlines).toEqual([]);
    expect(outside.stderr).toContain('Không có thời hạn nào');
  });

  test('deadlines --format ics writes each duty once, on its last on-time day', async () => {
    const { stdout } = await place.run(['deadlines', '--format', 'ics']);
    const lines = stdout.split(ICS_LINE);
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      'UID:ttdn-2019/year/2019@dondoc',
      expect.stringMatching(/^UID:ttdn-2020\/task\//),
      'UID:ttdn-2020/half-year/2020-H1@dondoc',
      'UID:ttdn-2020/year/2020@dondoc',
    ]);
    expect(stdout).toContain('DTSTART;VALUE=DATE:20200604\r\n');
    expect(stdout).not.toContain('20190604');
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('deadlines of one unit have ids of their own in the calendar', async () => {
    const { stdout } = await place.run(['deadlines', '--format', 'ics', '--unit', 'mn-hoa-sen']);
    expect(stdout).toContain('UID:ttdn-2020/half-year/2020-H1/mn-hoa-sen@dondoc');
  });

  test('deadlines --format csv opens in Excel', async () => {
    const { stdout } = await place.run(['deadlines', '--format', 'csv']);
    expect(stdout.startsWith('\uFEFFNgày cuối,')).toBe(true);
    expect(stdout).toContain('Trường Mầm non Hoa Sen');
  });

  test.each([
    [['deadlines', '--unit', 'hoa-sen'], 'mn-hoa-sen'],
    [['deadlines', '--report', 'yearly'], 'half-year'],
    [['deadlines', '--plan', 'ttdn'], 'ttdn-2019, ttdn-2020'],
    [['consolidate', 'year', '2021', '--from', 'inbox/2019'], '2019, 2020'],
    [['consolidate', 'unit-plan', '2019', '--from', 'inbox/2019'], 'form'],
    [['render', 'plan'], '--plan'],
    [['render', 'unit-report', 'thcs-thanh-loi', 'year', '2019', '--from', 'inbox/2019'], 'Trường THCS Thạnh Lợi'],
    [['clone', 'ttdn-2018', '--year', '2020'], 'ttdn-2019'],
  ])('%j names what there is instead, and ends with 1', async (line, hint) => {
    const { code, stderr } = await place.run(line);
    expect(code).toBe(1);
    expect(stderr).toContain(hint);
  });

  test('consolidate writes Word, CSV and JSON, and says over how many units', async () => {
    const line = ['consolidate', 'year', '2019', '--from', 'inbox/2019'];
    for (const name of ['a.docx', 'a.csv', 'a.json']) {
      const { code, stderr } = await place.run([...line, '-o', `out/${name}`]);
      expect(code).toBe(0);
      expect(stderr).toContain('22/23 đơn vị (95,7%)');
      expect(stderr).toContain('Chưa có báo cáo của: Trường THCS Thạnh Lợi');
    }
    expect((await place.bytes('out/a.docx')).subarray(0, 2)).toEqual(Buffer.from('PK'));
    expect(await place.read('out/a.csv')).toContain('Cuộc họp, hội nghị có nội dung phổ biến, quán triệt');
    const json = JSON.parse(await place.read('out/a.json')) as {
      coverage: object;
      totals: { field: string; total: { value: number } }[];
    };
    expect(json.coverage).toMatchObject({ expected: 23, received: 22, missing: ['thcs-thanh-loi'] });
    expect((await place.files()).filter((file) => file.includes('tmp'))).toEqual([]);
  });

  test('consolidate as on a day leaves out what came later', async () => {
    const { stdout } = await place.run([
      'consolidate',
      'year',
      '2019',
      '--from',
      'inbox/2019',
      '--today',
      '11/11/2019',
      '--json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ coverage: { expected: 23, received: 19 } });
  });

  test('consolidate of the same files gives the same bytes', async () => {
    const line = ['consolidate', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-20', '--internal'];
    await place.run([...line, '-o', 'out/a.docx']);
    await place.run([...line, '-o', 'out/b.docx'], { now: '2027-01-01T00:00:00Z' });
    expect(
      Buffer.compare(Buffer.from(await place.bytes('out/a.docx')), Buffer.from(await place.bytes('out/b.docx'))),
    ).toBe(0);
  });

  test('consolidate without -o shows a table', async () => {
    const { stdout } = await place.run(['consolidate', 'half-year', '2020-H1', '--from', 'inbox/2020-H1']);
    expect(stdout).toMatch(/Cuộc họp, hội nghị có nội dung.* cuộc +\d+/);
  });

  test('consolidate compares with the year before where it is given', async () => {
    // The same reports, moved a year on: every figure must come out unchanged.
    for (const name of (await place.files()).filter((file) => file.startsWith('inbox/2020-H1/'))) {
      const report = JSON.parse((await place.read(name)).replaceAll('2020-', '2021-')) as Record<string, unknown>;
      // The merger is told once, in the year in which it happened.
      const { covers: _, ...moved } = { covers: [], ...report, plan: 'ttdn-2021' };
      await place.write(name.replace('2020-H1', '2021-H1'), JSON.stringify(moved));
    }
    expect((await place.run(['clone', 'ttdn-2020', '--year', '2021'])).code).toBe(0);
    const { stdout, stderr, code } = await place.run([
      'consolidate',
      'half-year',
      '2021-H1',
      '--from',
      'inbox/2021-H1',
      '--year-before',
      'inbox/2020-H1',
      '--json',
    ]);
    expect(stderr).not.toContain('CẦN SỬA');
    expect(code).toBe(0);
    const { totals } = JSON.parse(stdout) as { totals: { field: string; yearBefore?: { change?: number } }[] };
    expect(totals.find(({ field }) => field === 'briefings')?.yearBefore?.change).toBe(0);
  });

  test.each([
    [['plan', 'ttdn-2019'], 'ke-hoach-ttdn-2019.docx'],
    [['unit-plan', 'mn-hoa-sen', '--plan', 'ttdn-2020'], 'ke-hoach-ttdn-2020-mn-hoa-sen.docx'],
    [
      ['request', 'half-year', '2020-H1', '--cutoff-from', '15/12/2019', '--cutoff-to', '31/5/2020'],
      'cong-van-de-nghi-bao-cao-half-year-2020-H1.docx',
    ],
    [['unit-report', 'th-an-thinh', 'year', '2019', '--from', 'inbox/2019'], 'bao-cao-th-an-thinh-year-2019.docx'],
    [['reminder', 'year', '2019', '--from', 'inbox/2019', '--today', '11/11/2019'], 'cong-van-don-doc-year-2019.docx'],
    [
      [
        'return-slip',
        'th-an-thinh',
        'year',
        '2019',
        '--from',
        'inbox/2019',
        '--note',
        'events: Ghi rõ tên hoạt động',
        '--today',
        '2019-11-12',
      ],
      'phieu-de-nghi-bo-sung-th-an-thinh-year-2019.docx',
    ],
    [['follow-up-book', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-20'], 'so-theo-doi-year-2019.docx'],
    [['follow-up-book', '--from', 'inbox', '--today', '2020-06-05'], 'so-theo-doi-2020-06-05.docx'],
  ])('render %j writes out/%s', async (line, name) => {
    const { code, stderr } = await place.run(['render', ...line]);
    expect(stderr).toContain(`Đã ghi out/${name}`);
    expect(code).toBe(0);
    expect((await place.bytes(`out/${name}`)).subarray(0, 2)).toEqual(Buffer.from('PK'));
  });

  test('nobody is chased for a date that passed before the plan was issued, nor before the date, nor when all have sent', async () => {
    const refused = async (line: readonly string[]) => {
      const result = await place.run(['render', 'reminder', ...line]);
      expect(result.code).toBe(1);
      return result.stderr;
    };
    expect(await refused(['half-year', '2019-H1', '--from', 'inbox/2019', '--today', '2019-11-11'])).toContain(
      'render.not-applicable',
    );
    expect(await refused(['half-year', '2020-H1', '--from', 'inbox/2020-H1', '--today', '2020-06-04'])).toContain(
      'render.not-yet-due',
    );
    const missing = JSON.parse(await place.read('inbox/2019/thcs-an-thinh.json')) as Record<string, unknown>;
    await place.write(
      'inbox/2019/thcs-thanh-loi.json',
      JSON.stringify({ ...missing, unit: 'thcs-thanh-loi', receivedOn: '2019-12-01' }),
    );
    expect(await refused(['year', '2019', '--from', 'inbox/2019', '--today', '2019-12-02'])).toContain(
      'render.all-sent',
    );
  });

  test('a return slip can be made for a report that cannot be taken', async () => {
    const report = JSON.parse(await place.read('inbox/2019/th-an-thinh.json')) as { answers: Record<string, unknown> };
    report.answers['briefings'] = -1;
    await place.write('inbox/2019/th-an-thinh.json', JSON.stringify(report));
    expect(
      (
        await place.run([
          'render',
          'return-slip',
          'th-an-thinh',
          'year',
          '2019',
          '--from',
          'inbox/2019',
          '--send-by',
          '2019-11-15 16:00',
          '--today',
          '2019-11-12',
        ])
      ).code,
    ).toBe(0);
  });

  test('a request whose cut-off would lie after the due date leaves it out and says so', async () => {
    const { code, stderr } = await place.run(['render', 'request', 'half-year', '2020-H1']);
    expect(code).toBe(0);
    expect(stderr).toContain('--cutoff-from');
  });

  test('clone writes the next year’s plan, lists what needs a decision, and leaves the old one alone', async () => {
    const before = await place.read('plans/ttdn-2020.yaml');
    const { code, stdout, stderr } = await place.run(['clone', 'ttdn-2020', '--year', '2021']);
    expect(code).toBe(0);
    expect(stderr).toContain('plans/ttdn-2021.yaml');
    expect(stdout).toMatch(/plans\/ttdn-2021\.yaml:\d+:\d+ {2}clone\./);
    expect(await place.read('plans/ttdn-2020.yaml')).toBe(before);
    expect(await place.read('plans/ttdn-2021.yaml')).toContain('year: 2021\n');
    expect((await place.run(['clone', 'ttdn-2020', '--year', '2021'])).code).toBe(1);
    expect((await place.run(['deadlines', '--plan', 'ttdn-2021'])).code).toBe(0);
  });

  test('clone to the year that the plan has already is refused', async () => {
    const before = await place.files();
    const { code, stderr } = await place.run(['clone', 'ttdn-2020', '--year', '2020', '--id', 'moi']);
    expect(code).toBe(1);
    expect(stderr).toContain('clone.same-year');
    expect(await place.files()).toEqual(before);
  });

  test.each([
    ['../../x', 'id.not-a-slug'],
    ['/x', 'id.not-a-slug'],
    ['Kế hoạch 2021', 'id.not-a-slug'],
    ['x'.repeat(65), 'id.too-long'],
    ['ttdn-2019', 'clone.id-taken'],
    ['ttdn-2020', 'clone.id-taken'],
  ])('clone writes nothing under the id %j: %s', async (id, rule) => {
    // The plan of 2019 in a file of another name.
    await place.write('plans/old.yaml', await place.read('plans/ttdn-2019.yaml'));
    await rm(join(place.folder, 'plans/ttdn-2019.yaml'));
    const before = await place.files();
    const { code, stderr } = await place.run(['clone', 'ttdn-2020', '--year', '2021', '--id', id, '--force']);
    expect(code).toBe(1);
    expect(stderr).toContain(rule);
    expect(await place.files()).toEqual(before);
    expect(existsSync(join(place.folder, '..', 'x.yaml'))).toBe(false);
  });

  test.each([
    ['ttdn-2019', 'ttdn-2020'],
    ['plan', 'plan-2020'],
    ['a'.repeat(64), `${'a'.repeat(59)}-2020`],
    [`${'a'.repeat(58)}-${'b'.repeat(5)}`, `${'a'.repeat(58)}-2020`],
  ])('clone names the plan after %s %s', (id, next) => {
    expect(nextId(id, 2019, 2020)).toBe(next);
  });
});
