import { afterEach, describe, expect, test } from 'vitest';
import { paragraphsOf } from './testing/docx.ts';
import { officeWorld, world, type World } from './testing/world.ts';

let place: World;
afterEach(() => place.remove());

const change = async (path: string, from: string | RegExp, to: string) => {
  const text = await place.read(path);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${String(from)} is not in ${path}`);
  await place.write(path, changed);
};

const render = async (line: readonly string[], name: string) => {
  const { code, stderr } = await place.run(['render', ...line, '-o', `out/${name}.docx`]);
  if (code !== 0) throw new Error(stderr);
  return { stderr, text: paragraphsOf(await place.bytes(`out/${name}.docx`)).join('\n') };
};

describe('whom the letters address', () => {
  test('heads of schools, where all units are schools', async () => {
    place = await officeWorld();
    const late = await render(['reminder', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-11'], 'a');
    expect(late.text).toContain('Kính gửi: Hiệu trưởng các trường có tên trong danh sách kèm theo');
    const asked = await render(['request', 'year', '2020'], 'b');
    expect(asked.text).toContain('Kính gửi: Hiệu trưởng các trường');
  });

  test('nobody as head of a school who is none', async () => {
    place = await world();
    await place.run(['init', '.', '--yes', '--template', 'so-gddt-2025', '--year', '2027']);
    const { text } = await render(['request', 'half-year', '2027-H1'], 'a');
    expect(text).toContain('Kính gửi: Thủ trưởng các đơn vị');
    expect(text).not.toContain('Hiệu trưởng các trường');
    // One unit alone has sent: the others are a school, a centre and a committee.
    const report = { format: 'dondoc.submission/1', plan: 'ttdn-2027', planVersion: 1, report: 'half-year' };
    const nothing = { period: '2027-H1', unit: 'thpt-vi-du', nothingToReport: { reason: 'Không phát sinh.' } };
    await place.write('inbox/a.json', JSON.stringify({ ...report, ...nothing, receivedOn: '2027-06-01T10:00' }));
    const reminder = ['reminder', 'half-year', '2027-H1', '--from', 'inbox', '--today', '2027-06-30'];
    const late = await place.run(['render', ...reminder, '-o', 'out/b.docx'], { now: '2027-07-01T00:00:00Z' });
    expect(late.code).toBe(0);
    const letter = paragraphsOf(await place.bytes('out/b.docx')).join('\n');
    expect(letter).toContain('Ủy ban nhân dân xã A (ví dụ)');
    expect(letter).not.toMatch(/Hiệu trưởng (?:Ủy ban|Trung tâm|các)/);
  });
});

test('a report judged by its signed copy is missing until that comes, in the letter and in its count', async () => {
  place = await officeWorld();
  await change('plans/ttdn-2019.yaml', /(id: year\n(?: {4}.*\n)*? {4}timelinessBasis: )data/, '$1signed-document');
  const signed = { number: '12/BC', date: '2019-10-30' };
  for (const name of (await place.files()).filter((file) => file.startsWith('inbox/2019/'))) {
    const { signedDocument: _, ...report } = JSON.parse(await place.read(name)) as Record<string, unknown>;
    const unsigned = report['unit'] === 'th-an-thinh';
    await place.write(name, JSON.stringify(unsigned ? report : { ...report, signedDocument: signed }));
  }
  const line = ['reminder', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-11'];
  const { stderr, text } = await render(line, 'a');
  expect(stderr).toMatch(/Đã nhận 18\/23 đơn vị .*; chưa gửi: .*Trường Tiểu học An Thịnh/);
  expect(text).toMatch(/đã nhận được báo cáo của 18\/23 đơn vị \(78,3%\); còn 05 đơn vị chưa gửi/);
  expect(text).toContain('Chưa có bản có chữ ký');
});

describe('what cannot be written', () => {
  test.each([
    [
      ['reminder', 'half-year', '2020-H1', '--from', 'inbox/2020-H1', '--today', '2020-06-04'],
      'Báo cáo kết quả hoạt động thông tin đối ngoại 6 tháng đầu năm 2020 chưa quá hạn; công văn đôn đốc chỉ lập sau thời hạn.',
    ],
    [
      ['reminder', 'half-year', '2019-H1', '--from', 'inbox/2019', '--today', '2019-11-11'],
      'Báo cáo kết quả hoạt động thông tin đối ngoại 6 tháng đầu năm 2019 đến hạn trước ngày ban hành kế hoạch',
    ],
    [
      ['unit-report', 'th-an-thinh', 'unit-plan', '2019', '--from', 'inbox/2019'],
      'Kế hoạch hoạt động thông tin đối ngoại của đơn vị không có biểu mẫu',
    ],
    [['request', 'half-year', '2020'], 'Báo cáo kết quả hoạt động thông tin đối ngoại không có kỳ “2020”.'],
  ])('%j is told by the names of report and period, not by their ids', async (line, words) => {
    place = await officeWorld();
    const { code, stderr } = await place.run(['render', ...line]);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('“half-year”');
  });

  test('days of the cut-off in the wrong order', async () => {
    place = await officeWorld();
    const line = [
      'render',
      'request',
      'half-year',
      '2020-H1',
      '--cutoff-from',
      '31/5/2020',
      '--cutoff-to',
      '15/12/2019',
    ];
    const { code, stderr } = await place.run(line);
    expect(code).toBe(2);
    expect(stderr).toContain('Ngày ghi ở --cutoff-to trước ngày ghi ở --cutoff-from. Đề nghị kiểm tra lại.');
  });
});

test('a request without a cut-off says that the letter does not state one', async () => {
  place = await officeWorld();
  const { stderr, text } = await render(['request', 'half-year', '2020-H1'], 'a');
  expect(stderr).toContain('Công văn không nêu thời gian chốt số liệu; đề nghị ghi bằng --cutoff-from và --cutoff-to.');
  expect(text).not.toContain('Thời gian chốt số liệu');
});

describe('what would be no use to anybody', () => {
  const late = ['reminder', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-11'];
  const slip = ['return-slip', 'th-an-thinh', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-12'];

  test.each([
    [[...late, '--send-by', '10/11/2019'], 'render.send-by-past', '10/11/2019'],
    [[...late, '--send-by', '11/11/2019 16:00'], 'render.send-by-past', '11/11/2019'],
    [[...slip, '--send-by', '11/11/2019'], 'render.send-by-past', '11/11/2019'],
    [[...slip, '--note', 'event: Ghi rõ tên'], 'render.unknown-note-code', 'events'],
    [['unit-plan', 'phong-gddt', '--plan', 'ttdn-2020'], 'render.unit-not-bound', 'không thuộc các đơn vị thực hiện'],
    [['unit-plan', 'mn-hoa-mi', '--plan', 'ttdn-2019'], 'render.unit-not-bound', 'từ ngày 02/01/2020'],
    [['unit-plan', 'th-my-hung-b', '--plan', 'ttdn-2021'], 'render.unit-not-bound', 'sáp nhập vào Trường Tiểu học'],
  ])('%j is refused: %s', async (line, rule, words) => {
    place = await officeWorld();
    await place.run(['clone', 'ttdn-2020', '--year', '2021']);
    const before = await place.files();
    const { code, stderr } = await place.run(['render', ...line]);
    expect(code).toBe(1);
    expect(stderr).toContain(rule);
    expect(stderr).toContain(words);
    expect(await place.files()).toEqual(before);
  });

  test('a date that can still be kept is taken, and a note with no code', async () => {
    place = await officeWorld();
    for (const line of [
      [...late, '--send-by', '12/11/2019 08:00'],
      [...slip, '--send-by', '12/11/2019', '--note', 'Đề nghị: ghi rõ', '--note', 'events: Ghi rõ tên'],
    ])
      expect((await place.run(['render', ...line])).code).toBe(0);
  });
});

test('papers of two plans for the same report and period do not take one name', async () => {
  place = await officeWorld();
  const plan = await place.read('plans/ttdn-2020.yaml');
  await place.write('plans/other.yaml', plan.replace(/^id: ttdn-2020$/m, 'id: other'));
  for (const id of ['ttdn-2020', 'other']) {
    const { code, stderr } = await place.run(['render', 'request', 'half-year', '2020-H1', '--plan', id]);
    expect(code).toBe(0);
    expect(stderr).toContain(`out/cong-van-de-nghi-bao-cao-${id}-half-year-2020-H1.docx`);
  }
});

test('a second reminder does not take the place of the first', async () => {
  place = await officeWorld();
  const line = ['render', 'reminder', 'year', '2019', '--from', 'inbox/2019', '--today', '2019-11-12'];
  expect((await place.run(line)).stderr).toContain('out/cong-van-don-doc-year-2019.docx');
  expect((await place.run([...line, '--second'])).stderr).toContain('out/cong-van-don-doc-lan-2-year-2019.docx');
});
