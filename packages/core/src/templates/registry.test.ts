import { describe, expect, test } from 'vitest';
import { directory } from '../agency/directory.ts';
import { signatureLines } from '../agency/paper.ts';
import { createCalendar } from '../calendar/working.ts';
import { citedIds } from '../plan/cite.ts';
import { parseOffice, parsePlan } from '../plan/define.ts';
import { planText } from '../plan/paper.ts';
import type { Plan } from '../plan/schema.ts';
import { communePlan } from './commune.ts';
import { provincialPlan } from './provincial.ts';
import { templates } from './registry.ts';

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

const idsIn = (plan: Plan) => ({
  documents: plan.documents.map(({ id }) => id),
  themes: plan.content.themes.items.map(({ id }) => id),
  channels: plan.content.channels.items.map(({ id }) => id),
  fields: plan.forms.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.map(({ id }) => id))),
});

describe.each(templates.map(({ id, make }) => [id, make()] as const))('template %s', (_id, { office, plan }) => {
  const agencies = directory(office.agencies);

  test('reads as itself, office and plan', () => {
    expect(parsePlan(plan)).toEqual({ ok: true, value: plan, findings: [] });
    expect(parseOffice(office)).toEqual({ ok: true, value: office, findings: [] });
  });

  test('refers only to what it has: documents, themes, channels, fields, agencies', () => {
    const known = idsIn(plan);
    const tasks = plan.tasks.groups.flatMap(({ tasks: members }) => members);
    const missing = [
      ...strings(plan)
        .flatMap(citedIds)
        .filter((id) => ![...known.documents, ...known.fields, 'year', 'nextYear'].includes(id)),
      ...tasks.flatMap(({ references = [] }) => references.filter((id) => !known.documents.includes(id))),
      ...tasks.flatMap(({ themes = [] }) => themes.filter((id) => !known.themes.includes(id))),
      ...tasks.flatMap(({ channels = [] }) => channels.filter((id) => !known.channels.includes(id))),
      ...tasks.flatMap(({ indicators = [] }) => indicators.filter((id) => !known.fields.includes(id))),
      ...[plan.issuer, plan.desk.agency, ...plan.upward.flatMap(({ to }) => to)].filter(
        (id) => agencies.at(id, '2020-01-01') === undefined,
      ),
      ...plan.recipients.flatMap(({ agency }) =>
        agency === undefined || agencies.at(agency, '2020-01-01') ? [] : [agency],
      ),
    ];
    expect(missing).toEqual([]);
  });

  test('binds the example units, and each has a contact', () => {
    const bound = agencies.matching(plan.units, `${plan.year}-11-01`);
    expect(bound).toHaveLength(3);
    for (const { agency } of bound) expect(agency.contact?.email).toMatch(/@truong\.example$/);
  });

  test('gives every task what the form counts of it', () => {
    for (const { tasks } of plan.tasks.groups)
      for (const { indicators } of tasks) expect(indicators?.length).toBeGreaterThan(2);
  });
});

describe.each([
  ['commune', templates[1].make()],
  ['province', templates[2].make()],
])('the preset of a %s since July 2025', (_level, { office, plan }) => {
  const text = planText({ plan, directory: directory(office.agencies) });
  const everything = [...strings(plan), ...strings(office.agencies)].join('\n');

  test('names no abolished body, no ended programme, no repealed decree', () => {
    expect(everything).not.toMatch(
      /huyện|HUYỆN|Phòng (?:GD&ĐT|Giáo dục và Đào tạo|Văn hóa và Thông tin)|LĐLĐ|PGDĐT|Long An|09\/2017/u,
    );
    expect(plan.documents.filter(({ endsIn }) => endsIn !== undefined)).toEqual([]);
  });

  test('rests on the decree of 2015 as amended in 2026, and on the press decree of 2026', () => {
    expect(citedIds(plan.opening)).toEqual(['nd-72', 'nd-148']);
    expect(text).toContain(
      'Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại',
    );
    expect(text).toContain('Nghị định số 148/2026/NĐ-CP ngày 12/5/2026 của Chính phủ sửa đổi, bổ sung');
    expect(text).toContain('Nghị định số 244/2026/NĐ-CP ngày 26/6/2026');
    expect(text).toContain('Nghị quyết số 36-NQ/TW ngày 22/10/2018');
  });

  test('gives every task its owner, time and product', () => {
    for (const { tasks } of plan.tasks.groups) {
      for (const task of tasks)
        expect(Object.keys(task)).toEqual(expect.arrayContaining(['lead', 'schedule', 'deliverable']));
    }
  });

  test('states of each periodic report all that Decree 09/2019/NĐ-CP, article 7 asks', () => {
    const periodic = plan.reports.filter(({ kind }) => kind === 'periodic');
    expect(periodic).toHaveLength(2);
    for (const report of periodic) {
      expect(Object.keys(report)).toEqual(
        expect.arrayContaining([
          'name',
          'frequency',
          'due',
          'window',
          'recipient',
          'form',
          'outline',
          'method',
          'guidance',
        ]),
      );
      expect(report.due).toMatchObject({ rule: 'date', time: '17:00' });
    }
  });

  test('sends its recipients what goes upward', () => {
    const listed = plan.recipients.map(({ agency }) => agency);
    for (const { to } of plan.upward) for (const id of to) expect(listed).toContain(id);
  });

  test('prints the due dates of its data in its words', () => {
    for (const { due } of plan.reports) expect(text).toContain(due.words);
  });
});

test('a due date of a preset is never a day of rest of its year', () => {
  for (let year = 2027; year <= 2040; year += 1) {
    const calendar = createCalendar({});
    for (const plan of [communePlan({ year }), provincialPlan({ year })]) {
      for (const { due } of [...plan.reports, ...plan.upward]) {
        if (due?.rule !== 'date') throw new Error('a preset states its days');
        const [day = '', month = ''] = due.on.split('/');
        expect(calendar.isWorkingDay(`${year}-${month.padStart(2, '0')}-${day}`)).toBe(true);
      }
    }
  }
});

test('the head of a commune signs for its committee, the head of a department alone', () => {
  expect(signatureLines(communePlan().signatory)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  expect(signatureLines(provincialPlan().signatory)).toEqual(['GIÁM ĐỐC']);
});

test.each(templates)('$id takes place, year, contact and signer', ({ id, make }) => {
  const place = {
    'phong-gddt-2019': 'huyện Cai Lậy',
    'ubnd-xa-2025': 'phường Tân An',
    'so-gddt-2025': 'tỉnh Đồng Tháp',
  }[id];
  const { office, plan } = make({
    id: 'kh-1',
    place,
    province: 'tỉnh Đồng Tháp',
    year: 2028,
    contact: 'Bà B',
    signer: 'Nguyễn Văn A',
    units: [],
  });
  const text = planText({ plan, directory: directory(office.agencies) });
  expect(plan).toMatchObject({
    id: 'kh-1',
    year: 2028,
    desk: { contact: 'Bà B' },
    signatory: { name: 'Nguyễn Văn A' },
  });
  expect(text).toContain(place.toUpperCase());
  expect(text).not.toMatch(/Thủ Thừa|THỦ THỪA|Tây Ninh|TÂY NINH|2027/);
});

test('a city under the central government is called a city throughout its plan', () => {
  const { plan } = templates[2].make({ province: 'thành phố Hồ Chí Minh' });
  const everything = strings(plan).join('\n');
  expect(everything).toContain('báo cáo Bộ Giáo dục và Đào tạo, Ủy ban nhân dân thành phố.');
  expect(plan.recipients).toContainEqual({ text: 'UBND thành phố', agency: 'ubnd-tinh', purpose: 'để b/c' });
  // The level of prizes is the law's 'cấp tỉnh', which a city is of too.
  expect(strings(plan).filter((text) => text.replaceAll('cấp tỉnh', '').includes('tỉnh'))).toEqual([]);
  const ward = templates[1].make({ place: 'phường Sài Gòn', province: 'thành phố Hồ Chí Minh' });
  expect(strings(ward.plan).filter((text) => /UBND (?:xã|tỉnh)/u.test(text))).toEqual([]);
  const province = strings(templates[2].make({ province: 'tỉnh Tây Ninh' }).plan).join('\n');
  expect(province).toContain('Ủy ban nhân dân tỉnh.');
  expect(province).not.toContain('thành phố');
});

test.each(templates)(
  '$id makes its own year by default, and cites nothing younger than the years that it names',
  ({ make, years }) => {
    const { plan } = make();
    expect(plan.year).toBeGreaterThanOrEqual(years.from);
    expect(plan.year).toBeLessThanOrEqual(years.to);
    for (const year of [years.from, years.to]) {
      const dates = make({ year }).plan.documents.flatMap(({ date }) => (date === undefined ? [] : [date]));
      expect(dates.filter((date) => Number(date.slice(0, 4)) > year)).toEqual([]);
    }
    expect(make({ year: years.from }).plan.documents.some(({ date }) => date?.startsWith(String(years.from)))).toBe(
      true,
    );
  },
);

test('no title promises a year that the plan made may not have', () => {
  expect(templates.filter(({ title }) => /\(năm \d{4}\)/u.test(title))).toEqual([]);
});
