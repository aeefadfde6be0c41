import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { officeWorld, type World } from './testing/world.ts';

type Submission = Record<string, unknown> & { answers: Record<string, unknown>; gates: Record<string, unknown> };

let place: World;
beforeEach(async () => {
  place = await officeWorld();
});
afterEach(() => place.remove());

const consolidate = ['consolidate', 'year', '2019', '--from', 'inbox/2019', '-o', 'out/result.docx'];
const one = 'inbox/2019/th-an-thinh.json';
const read = async (path = one) => JSON.parse(await place.read(path)) as Submission;
const save = (value: unknown, path = one) => place.write(path, `${JSON.stringify(value, null, 2)}\n`);

/** Nothing may have been written: no result, no temporary file. */
async function expectNothingNew(before: readonly string[]): Promise<void> {
  expect(await place.files()).toEqual(before);
}

interface Bad {
  readonly name: string;
  readonly make: () => Promise<void>;
  /** What stderr has to say: where, and what to do. */
  readonly says: readonly (string | RegExp)[];
}

const edit = (change: (value: Submission) => void) => async () => {
  const value = await read();
  change(value);
  await save(value);
};

const submissions: readonly Bad[] = [
  {
    name: 'not UTF-8',
    make: async () =>
      place.write(
        one,
        Buffer.concat([Buffer.from('{\n"unit": "'), Buffer.from([0xd0, 0xc7, 0xff]), Buffer.from('"}')]),
      ),
    says: [`${one}:2:1`, 'file.not-utf8', 'UTF-8', 'Đề nghị:'],
  },
  {
    name: 'UTF-16',
    make: async () => place.write(one, Buffer.from('\uFEFF{}', 'utf16le')),
    says: [one, 'file.not-utf8'],
  },
  {
    name: 'not JSON',
    make: async () => place.write(one, '{\n  "unit": "a",\n}\n'),
    says: [`${one}:3:1`, 'file.json', '    3 | }', 'Đề nghị:'],
  },
  { name: 'empty', make: async () => place.write(one, '  \n'), says: [one, 'file.empty'] },
  {
    name: 'a Word file',
    make: async () => place.write(one, 'PK\u0003\u0004\u0000\u0000'),
    says: [one, 'file.not-text'],
  },
  {
    name: '50 MB',
    make: async () => {
      await writeFile(join(place.folder, one), '');
      await truncate(join(place.folder, one), 50 * 1024 * 1024);
    },
    says: [one, 'file.too-large', '50,0 MB', '5 MB'],
  },
  {
    name: 'an unknown key',
    make: edit((value) => {
      value['recieved'] = '2019-10-29';
    }),
    says: [/th-an-thinh\.json:\d+:3/, 'schema.unknown-key', 'recieved', '^'],
  },
  {
    name: 'an answer that the form does not have',
    make: edit((value) => {
      value.answers['briefing'] = 3;
    }),
    says: [/th-an-thinh\.json:\d+:5/, '"briefing": 3', 'Đề nghị'],
  },
  {
    name: 'a wrong type',
    make: edit((value) => {
      value.answers['briefings'] = 'khoảng 50';
    }),
    says: [/th-an-thinh\.json:\d+:\d+/, '"briefings": "khoảng 50"'],
  },
  {
    name: 'the date 31/02',
    make: edit((value) => {
      value.answers['unit-plan-date'] = '31/02/2019';
    }),
    says: [/th-an-thinh\.json:\d+:\d+/, '31/02/2019', 'lịch'],
  },
  {
    name: 'a negative count',
    make: edit((value) => {
      value.answers['briefings'] = -1;
    }),
    says: [/th-an-thinh\.json:\d+:\d+/, '"briefings": -1'],
  },
  {
    name: 'a part larger than its whole',
    make: edit((value) => {
      value.answers['completion'] = { part: 125, whole: 120 };
    }),
    says: ['125', '120', /th-an-thinh\.json:\d+:\d+/],
  },
  {
    name: 'a period that the report does not have',
    make: edit((value) => {
      value['period'] = '2019-H1';
    }),
    says: ['"period": "2019-H1"', /th-an-thinh\.json:\d+:\d+/],
  },
  {
    name: 'the period of another report',
    make: edit((value) => {
      value['report'] = 'half-year';
      value['period'] = '2019-H1';
    }),
    says: [/th-an-thinh\.json:\d+:\d+/],
  },
  {
    name: 'a unit that does not exist',
    make: edit((value) => {
      value['unit'] = 'th-khong-co';
    }),
    says: ['th-khong-co', '"unit": "th-khong-co"', /th-an-thinh\.json:\d+:\d+/],
  },
  {
    name: 'another plan',
    make: edit((value) => {
      value['plan'] = 'ttdn-2018';
    }),
    says: ['ttdn-2018', /th-an-thinh\.json:\d+:\d+/],
  },
  {
    name: 'the same unit twice',
    make: async () => save(await read(), 'inbox/2019/copy/th-an-thinh (2).json'),
    says: [
      'submission.unit-twice',
      'inbox/2019/copy/th-an-thinh (2).json',
      'inbox/2019/th-an-thinh.json',
      'Trường Tiểu học An Thịnh',
    ],
  },
  {
    name: 'a day to come',
    make: edit((value) => {
      value['receivedOn'] = '2027-01-01';
    }),
    says: [/th-an-thinh\.json:\d+:\d+/, '"receivedOn": "2027-01-01"'],
  },
];

describe('a submission', () => {
  test.each(submissions)(
    'that is $name is refused with its place and what to do; nothing is written',
    async ({ make, says }) => {
      await make();
      const before = await place.files();
      const result = await place.run(consolidate);
      expect(result.code).toBe(1);
      for (const words of says)
        expect(result.stderr).toMatch(
          words instanceof RegExp ? words : new RegExp(words.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')),
        );
      expect(result.stdout).toBe('');
      await expectNothingNew(before);
    },
  );

  test('is refused together with all others: every finding of every file at once', async () => {
    await edit((value) => {
      value.answers['briefings'] = -1;
      value.answers['posts-policy'] = 1.5;
    })();
    const other = await read('inbox/2019/thcs-an-thinh.json');
    other['unit'] = 'nobody';
    await save(other, 'inbox/2019/thcs-an-thinh.json');
    await place.write('inbox/2019/zz.json', '{');
    const result = await place.run([...consolidate, '--json']);
    const { ok, findings } = JSON.parse(result.stdout) as {
      ok: boolean;
      findings: { file: string; line?: number; severity: string }[];
    };
    expect(ok).toBe(false);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect([...new Set(errors.map(({ file }) => file))].sort()).toEqual([
      one,
      'inbox/2019/thcs-an-thinh.json',
      'inbox/2019/zz.json',
    ]);
    expect(errors.filter(({ file }) => file === one)).toHaveLength(2);
    for (const { line } of errors) expect(line).toBeGreaterThan(0);
  });

  test('gives the same refusal to check', async () => {
    await edit((value) => {
      value.answers['briefings'] = -1;
    })();
    const result = await place.run(['check', one]);
    expect(result.code).toBe(1);
    expect(result.stdout).toContain('"briefings": -1');
  });
});

const plan = 'plans/ttdn-2019.yaml';
const editPlan = (from: string | RegExp, to: string) => async () => {
  const text = await place.read(plan);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in the plan`);
  await place.write(plan, changed);
};

const plans: readonly Bad[] = [
  {
    name: 'not UTF-8',
    make: async () => place.write(plan, Buffer.from('format: dondoc.plan/1\ntitle: K\u00ea\u0301', 'latin1')),
    says: [`${plan}:2:1`, 'file.not-utf8'],
  },
  {
    name: 'not YAML',
    make: editPlan('title:\n', 'title: [\n'),
    says: [/plans\/ttdn-2019\.yaml:\d+:\d+/, /file\.yaml/],
  },
  {
    name: 'indented by a tab',
    make: editPlan('  agency: phong-gddt', '\tagency: phong-gddt'),
    says: [/plans\/ttdn-2019\.yaml:\d+:1/, 'file.yaml-tab', 'dấu cách'],
  },
  {
    name: '50 MB',
    make: async () => {
      await truncate(join(place.folder, plan), 50 * 1024 * 1024);
    },
    says: [plan, 'file.too-large'],
  },
  {
    name: 'with an unknown key',
    make: editPlan('symbol:', 'simbol: x\nsymbol:'),
    says: [/plans\/ttdn-2019\.yaml:\d+:1/, 'simbol: x', 'schema.unknown-key', 'symbol'],
  },
  {
    name: 'of a wrong type',
    make: editPlan('year: 2019', 'year: hai nghìn'),
    says: ['year: hai nghìn', /plans\/ttdn-2019\.yaml:\d+:7/],
  },
  { name: 'with the date 31/02', make: editPlan('date: 2019-08-23', 'date: 31/02/2019'), says: ['31/02/2019', 'lịch'] },
  { name: 'with the due date 31/02', make: editPlan(/on: '?05\/11'?/, 'on: 31/02'), says: ['on: 31/02', 'date.not'] },
  {
    name: 'marked secret',
    make: editPlan('symbol:', 'classification: Mật\nsymbol:'),
    says: ['classification: Mật', 'plan.classified'],
  },
  {
    name: 'with an id twice',
    make: async () => place.write('plans/copy.yaml', await place.read(plan)),
    says: ['office.plan-twice', 'ttdn-2019', 'plans/copy.yaml'],
  },
];

describe('a plan', () => {
  test.each(plans)('$name is refused with its place and what to do; nothing is written', async ({ make, says }) => {
    await make();
    const before = await place.files();
    for (const line of [
      ['render', 'plan', 'ttdn-2019'],
      consolidate,
      ['deadlines', '--format', 'ics', '-o', 'out/x.ics'],
    ]) {
      const result = await place.run(line);
      expect(result.code).toBe(1);
      for (const words of says)
        expect(result.stderr).toMatch(
          words instanceof RegExp ? words : new RegExp(words.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')),
        );
      expect(result.stdout).toBe('');
      await expectNothingNew(before);
    }
  });

  test('shows file, line, column, the line itself and a caret under the place', async () => {
    await editPlan('year: 2019', 'year: hai nghìn')();
    const result = await place.run(['check', plan]);
    const lines = result.stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('| year: hai nghìn'));
    const number = (await place.read(plan)).split('\n').indexOf('year: hai nghìn') + 1;
    expect(result.stdout).toContain(`${plan}:${String(number)}:7`);
    expect(lines[at + 1]?.indexOf('^')).toBe((lines[at] ?? '').indexOf('hai nghìn'));
  });
});

describe('what stands in the way', () => {
  test('a missing file, an empty folder, an unknown extension', async () => {
    await mkdir(join(place.folder, 'folder.yaml'));
    await place.write('plan.txt', 'x');
    for (const [path, rule] of [
      ['none.yaml', 'file.missing'],
      ['folder.yaml', 'folder.nothing-to-check'],
      ['plan.txt', 'file.unknown-extension'],
    ] as const) {
      const result = await place.run(['check', path]);
      expect(result.code).toBe(1);
      expect(result.stdout).toContain(rule);
    }
  });

  test('a link that leads nowhere is one finding among those of the other files', async () => {
    await symlink('nowhere.json', join(place.folder, 'inbox/2019/gone.json'));
    await place.write('inbox/2019/zz.json', '{');
    for (const line of [
      ['consolidate', 'year', '2019', '--from', 'inbox/2019'],
      ['check', 'inbox/2019'],
    ]) {
      const { code, stdout, stderr } = await place.run(line);
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(/inbox\/2019\/gone\.json {2}file\.link-nowhere/);
      expect(stdout + stderr).toMatch(/inbox\/2019\/zz\.json:1:\d+ {2}file\.json/);
    }
  });

  test.each([
    ['/proc/x/y.csv', 'không tạo được thư mục'],
    ['office.yaml/y.csv', 'có một tệp ở chỗ cần thư mục'],
    [`${'a'.repeat(300)}/y.csv`, 'quá dài'],
  ])(
    'ends with a reason where --output names a folder that cannot be made: %s',
    async (output, reason) => {
      const { code, stderr } = await place.run(['deadlines', '--format', 'csv', '--output', output]);
      expect(code).toBe(1);
      expect(stderr).toContain('file.unwritable');
      expect(stderr).toContain(reason);
    },
    10_000,
  );

  test('makes every folder that is missing above --output', async () => {
    expect((await place.run(['deadlines', '--format', 'csv', '--output', 'a/b/c/y.csv'])).code).toBe(0);
    expect(await place.files()).toContain('a/b/c/y.csv');
  });

  test.skipIf(process.platform === 'win32')('links that go round', async () => {
    await symlink('round.json', join(place.folder, 'inbox/2019/round.json'));
    const result = await place.run(consolidate);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('file.link-loop');
  });

  test.skipIf(process.platform === 'win32')('a folder linked into itself is read once', async () => {
    await symlink('..', join(place.folder, 'inbox/2019/up'));
    const result = await place.run([
      'render',
      'follow-up-book',
      '--from',
      'inbox/2019',
      '--from',
      'inbox',
      '--today',
      '2020-06-05',
    ]);
    expect(result.code).toBe(0);
  });

  test('a result that exists is not replaced outside of out/ without --force', async () => {
    await place.write('ke-hoach.docx', 'mine');
    const refused = await place.run(['render', 'plan', 'ttdn-2019', '-o', 'ke-hoach.docx']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('file.exists');
    expect(await place.read('ke-hoach.docx')).toBe('mine');
    expect((await place.run(['render', 'plan', 'ttdn-2019', '-o', 'ke-hoach.docx', '--force'])).code).toBe(0);
    expect((await place.bytes('ke-hoach.docx')).subarray(0, 2)).toEqual(Buffer.from('PK'));
  });

  test('results in out/ are replaced silently', async () => {
    const line = ['render', 'plan', 'ttdn-2019'];
    expect((await place.run(line)).code).toBe(0);
    expect((await place.run(line)).code).toBe(0);
  });

  test('a name that Windows does not take is refused', async () => {
    const result = await place.run(['render', 'plan', 'ttdn-2019', '-o', 'out/aux.docx']);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('file.unsafe-name');
  });

  test('no office folder', async () => {
    const result = await place.run(['deadlines'], { cwd: '..' });
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('office.not-found');
  });
});
