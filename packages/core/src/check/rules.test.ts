import { describe, expect, test } from 'vitest';
import { parseOffice, parsePlan } from '../plan/define.ts';
import type { OfficeInput } from '../plan/office.ts';
import type { PlanInput } from '../plan/schema.ts';
import { describeFinding } from '../text/catalogue.ts';
import { checkRules } from '../text/catalogue/check.ts';
import type { Finding } from '../text/finding.ts';
import { soundOffice, soundPlan } from './fixtures/sound.ts';
import { checkOffice } from './office.ts';
import { checkPlan } from './plan.ts';

type Edit = (plan: PlanInput, office: OfficeInput) => void;

const mutated = (edit: Edit): { readonly plan: readonly Finding[]; readonly office: readonly Finding[] } => {
  const plan = soundPlan();
  const office = soundOffice();
  edit(plan, office);
  const readPlan = parsePlan(plan);
  const readOffice = parseOffice(office);
  if (!readPlan.ok || !readOffice.ok) throw new Error(JSON.stringify([...readPlan.findings, ...readOffice.findings]));
  return {
    plan: checkPlan({ plan: readPlan.value, office: readOffice.value }),
    office: checkOffice({ office: readOffice.value }),
  };
};

const summary = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, where }) => `${severity} ${rule} ${where.join('.')}`);

// One change to a sound plan, and the one finding that it brings.
const plans: readonly (readonly [finding: string, change: string, edit: Edit])[] = [
  ['error check.classified-text title.1', 'a stamp of secrecy', (p) => p.title.splice(1, 0, 'MẬT')],
  [
    'error check.duplicate-id documents.1.id',
    'two documents share an id',
    (p) => p.documents!.splice(1, 0, { ...p.documents![1]!, id: 'kh-tinh' }),
  ],
  [
    'error check.duplicate-id tasks.groups.0.tasks.1.id',
    'two tasks share an id',
    (p) => (p.tasks.groups[0]!.tasks[1]!.id = 'events'),
  ],
  [
    'error check.duplicate-id content.channels.items.0.items.0.id',
    'a channel within has its parent’s id',
    (p) => {
      p.content.channels.items[0]!.items![0]!.id = 'website';
      p.tasks.groups[0]!.tasks[0]!.channels = ['website'];
    },
  ],
  ['error check.signatory-without-collective signatory', 'TM. for nobody', (p) => delete p.signatory.collective],
  [
    'error check.signatory-without-own-title signatory',
    'KT. by nobody',
    (p) => (p.signatory = { ...p.signatory, authority: ['TM', 'KT'] }),
  ],
  [
    'error check.reserved-id reports.2.id',
    'a periodic report takes the id unit-plan',
    (p) => {
      p.reports.push({ ...p.reports[1]!, id: 'unit-plan' });
      p.forms![0]!.sections[0]!.fields[0]!.asked['unit-plan'] = { need: 'optional' };
    },
  ],
  [
    'error check.reserved-id reports.2.id',
    'a unit plan under another id',
    (p) =>
      p.reports.push({
        id: 'own-plan',
        name: 'Kế hoạch của đơn vị',
        kind: 'unit-plan',
        frequency: 'once',
        due: { rule: 'date', on: '28/02' },
      }),
  ],
  [
    'error check.unknown-reference organisation.items.0.text',
    'a placeholder names no document',
    (p) => (p.organisation.items[0]!.text += ' Theo {nd-73}.'),
  ],
  [
    'error check.unknown-reference implements.0',
    'a plan that it carries out is not cited',
    (p) => (p.implements = ['kh-huyen']),
  ],
  [
    'error check.unknown-reference tasks.groups.0.tasks.0.references.0',
    'a task refers to no document',
    (p) => (p.tasks.groups[0]!.tasks[0]!.references = ['nd-09']),
  ],
  [
    'error check.unknown-reference tasks.groups.0.tasks.0.themes.0',
    'a task names no theme',
    (p) => (p.tasks.groups[0]!.tasks[0]!.themes = ['sea']),
  ],
  [
    'error check.unknown-reference tasks.groups.0.tasks.0.channels.0',
    'a task names no channel',
    (p) => (p.tasks.groups[0]!.tasks[0]!.channels = ['radio']),
  ],
  [
    'error check.unknown-reference tasks.groups.0.tasks.0.indicators.0',
    'a task names no field',
    (p) => (p.tasks.groups[0]!.tasks[0]!.indicators = ['sessions']),
  ],
  ['error check.unknown-reference reports.0.form', 'a report names no form', (p) => (p.reports[0]!.form = 'mau-1')],
  [
    'error check.unknown-reference upward.0.report',
    'an upward duty names no report',
    (p) => (p.upward![0]!.report = 'quarter'),
  ],
  [
    'error check.unknown-reference forms.0',
    'a form asks for a report that is not there',
    (p) => (p.forms![0]!.sections[0]!.fields[0]!.asked['yearly'] = { need: 'required' }),
  ],
  [
    'error check.unknown-reference recipients.1.agency',
    'a recipient that the office does not know',
    (p) => (p.recipients[1]!.agency = 'cac-truong'),
  ],
  [
    'error check.unknown-reference units.0.except.0',
    'an exception that the office does not know',
    (p) => (p.units[0]!.except = ['th-x']),
  ],
  [
    'warning check.form-asks-nothing reports.1.form',
    'a form without a field for its report',
    (p) => delete p.forms![0]!.sections[0]!.fields[0]!.asked['year'],
  ],
  [
    'error form.across-does-not-fit forms.0.sections.0.fields.0.across',
    'a form whose field means nothing',
    (p) => (p.forms![0]!.sections[0]!.fields[0]!.across = 'ratio'),
  ],
  [
    'warning check.not-of-this-office desk.agency',
    'a desk that is not the office’s',
    (p) => (p.desk.agency = 'ubnd-xa'),
  ],
  ['hint check.draft number', 'the number is blank', (p) => delete p.number],
  ['hint check.draft date', 'the date is blank', (p) => delete p.date],
  [
    'warning check.year-mismatch title',
    'the title is last year’s',
    (p) => (p.title[1] = 'trên địa bàn xã Thủ Thừa năm 2025'),
  ],
  [
    'warning check.year-mismatch opening',
    'the opening is last year’s',
    (p) => (p.opening = 'Căn cứ {nd-72}, xây dựng Kế hoạch năm 2025 như sau:'),
  ],
  [
    'warning check.year-mismatch date',
    'the date is of another year',
    (p) => {
      p.date = '2024-12-20';
      p.documents = p.documents!.slice(1);
      p.implements = [];
      p.opening = 'Căn cứ {nd-72}, xây dựng Kế hoạch năm 2026 như sau:';
    },
  ],
  [
    'error check.document-later-than-plan documents.0.date',
    'a cited document is younger than the plan',
    (p) => (p.documents![0]!.date = '2026-01-21'),
  ],
  [
    'warning check.year-in-number documents.0.code',
    'a plan’s number holds a year',
    (p) => (p.documents![0]!.code = '12/2026/KH-SGDĐT'),
  ],
  [
    'warning check.programme-ended documents.0.endsIn',
    'a programme has ended',
    (p) => (p.documents![0]!.endsIn = 2025),
  ],
  [
    'warning check.task-past tasks.groups.0.tasks.1.schedule',
    'a task’s day is over',
    (p) => (p.tasks.groups[0]!.tasks[1]!.schedule = { rule: 'date', on: '15/01' }),
  ],
  [
    'warning check.task-incomplete tasks.groups.0.tasks.1',
    'a task has no owner',
    (p) => delete p.tasks.groups[0]!.tasks[1]!.lead,
  ],
  [
    'warning check.task-incomplete tasks.groups.0.tasks.1',
    'a task has no time',
    (p) => (p.tasks.groups[0]!.tasks[1]!.schedule = { rule: 'none' }),
  ],
  [
    'warning check.task-incomplete tasks.groups.0.tasks.1',
    'a task has no product',
    (p) => delete p.tasks.groups[0]!.tasks[1]!.deliverable,
  ],
  [
    'warning check.due-before-issue reports.0.due',
    'a deadline is over',
    (p) => {
      p.reports[0]!.due = { rule: 'date', on: '20/01' };
      p.reports[0]!.window = { rule: 'stated', from: '15/12', fromYearOffset: -1, to: '05/01' };
    },
  ],
  [
    'warning check.due-before-window-closes reports.0.window',
    'a window closes after the deadline',
    (p) => (p.reports[0]!.window = { rule: 'decree-09-2019' }),
  ],
  [
    'warning check.few-days-after-cutoff reports.0.due',
    'a cut-off two working days before the deadline',
    (p) => (p.reports[0]!.window = { rule: 'stated', from: '15/12', fromYearOffset: -1, to: '02/6' }),
  ],
  [
    'warning chain.too-few-days upward.0',
    'two working days to consolidate',
    (p) => (p.upward![0]!.due = { rule: 'date', on: '09/6' }),
  ],
  [
    'hint check.due-on-rest-day reports.1.due',
    'a Saturday',
    (p) => {
      p.reports[1]!.due = { rule: 'date', on: '06/12' };
    },
  ],
  ['hint check.calendar-not-announced year', 'no announcement of the year', (_, o) => (o.announcedYears = [])],
  [
    'hint check.due-not-stated reports.2.due',
    'a thematic report without a time limit',
    (p) =>
      p.reports.push({
        id: 'result',
        name: 'kết quả triển khai',
        kind: 'thematic',
        frequency: 'once',
        due: { rule: 'none' },
      }),
  ],
  [
    'warning check.words-contradict-rule reports.0.due',
    'the words name another day',
    (p) => (p.reports[0]!.due = { rule: 'date', on: '06/6', words: 'trước ngày 05/6' }),
  ],
  [
    'warning check.words-not-in-text reports.0.due.words',
    'the words stand nowhere in the plan',
    (p) => (p.reports[0]!.due = { rule: 'date', on: '05/6', words: 'trước 05/6' }),
  ],
  [
    'warning check.due-not-in-calendar reports.1.due',
    'before the 31st of November',
    (p) => (p.reports[1]!.due = { rule: 'day-of-month', day: 31, monthOffset: -1 }),
  ],
  [
    'warning check.heading-numbered aims.heading',
    'a heading with its own number',
    (p) => (p.aims.heading = 'I. MỤC ĐÍCH'),
  ],
  [
    'warning check.heading-numbered tasks.groups.0.heading',
    'a group with its own number',
    (p) => (p.tasks.groups[0]!.heading = '1) Tuyên truyền'),
  ],
  [
    'warning check.heading-numbered organisation.items.0.text',
    'a paragraph that the paper numbers',
    (p) => (p.organisation.items[0]!.text = `1. ${p.organisation.items[0]!.text}`),
  ],
  ['warning check.report-incomplete reports.0', 'no way of sending', (p) => delete p.reports[0]!.method],
  [
    'warning check.report-incomplete reports.1',
    'no cut-off (and a deadline after the decree’s own)',
    (p) => {
      delete p.reports[1]!.window;
      p.reports[1]!.due = { rule: 'date', on: '19/12' };
      delete p.upward![1]!.due;
    },
  ],
  [
    'warning check.recipient-missing recipients',
    'who gets the reports does not get the plan',
    (p) => p.recipients.shift(),
  ],
  ['warning check.selector-matches-none units.1', 'a selector finds nobody', (p) => p.units.push({ kinds: ['thpt'] })],
  ['warning check.units-without-contact units', 'a unit cannot be reached', (_, o) => delete o.agencies[3]!.contact],
  [
    'warning check.abolished-name recipients.1.text',
    'a district’s office is a recipient',
    (p) => (p.recipients[1]!.text = 'Phòng Giáo dục và Đào tạo'),
  ],
  [
    'warning check.abolished-name organisation.items.0.text',
    'a district’s committee is named',
    (p) => (p.organisation.items[0]!.text += ' Báo cáo UBND huyện.'),
  ],
  [
    'error check.abolished-kind units.0.kinds.2',
    'a kind of the district level is bound',
    (p) => p.units[0]!.kinds!.push('ubnd-huyen'),
  ],
  [
    'error check.abolished-agency recipients.1.agency',
    'a district’s office was never closed',
    (p, o) => {
      o.agencies.push({ id: 'phong', names: 'Phòng Giáo dục', kind: 'phong-gddt' });
      p.recipients[1]!.agency = 'phong';
    },
  ],
  [
    'warning check.agency-not-open recipients.3.agency',
    'an agency was closed before',
    (p, o) => {
      o.agencies.push({ id: 'so-tttt', names: 'Sở Thông tin và Truyền thông', kind: 'other', closed: '2025-03-01' });
      p.recipients.push({ text: 'Sở TT&TT', agency: 'so-tttt' });
    },
  ],
  [
    'warning check.words-run-together closing',
    'two words run together',
    (p) => (p.closing = 'Ủy ban nhân dân xã yêu cầu cácđơn vị thực hiện./.'),
  ],
  [
    'hint check.not-a-syllable closing',
    'letters that make no syllable',
    (p) => (p.closing = 'Ủy ban nhân dân xã yêu cầu các nghành thực hiện./.'),
  ],
  [
    'warning check.confused-words closing',
    'one word taken for another',
    (p) => (p.closing = 'Các đơn vị thực hiện đúng phát luật./.'),
  ],
];

const offices: readonly (readonly [finding: string, change: string, edit: (office: OfficeInput) => void])[] = [
  [
    'error check.duplicate-id agencies.5.id',
    'two agencies share an id',
    (o) => o.agencies.push({ id: 'th-a', names: 'Trường Tiểu học A', kind: 'tieu-hoc' }),
  ],
  ['error check.duplicate-id people.1.id', 'two people share an id', (o) => o.people!.push({ ...o.people![0]! })],
  ['error check.unknown-reference issuer', 'no such issuer', (o) => (o.issuer = 'ubnd')],
  ['error check.unknown-reference desk', 'no such desk', (o) => (o.desk = 'vhxh')],
  [
    'error check.unknown-reference agencies.2.parent.0.value',
    'no such parent',
    (o) => (o.agencies[2]!.parent = 'ubnd-tinh'),
  ],
  [
    'error check.unknown-reference agencies.3.mergedInto',
    'no such heir',
    (o) => Object.assign(o.agencies[3]!, { closed: '2026-08-01', mergedInto: 'th-c' }),
  ],
  [
    'error check.unknown-reference people.0.agency',
    'a person of no agency',
    (o) => (o.people![0]!.agency = 'van-phong'),
  ],
  [
    'error check.unknown-reference settings.followedBy.th-a',
    'followed by nobody',
    (o) => (o.settings = { followedBy: { 'th-a': 'ke-toan' } }),
  ],
  [
    'error check.unknown-reference settings.followedBy.th-z',
    'a unit that is not there is followed',
    (o) => (o.settings = { followedBy: { 'th-z': 'van-thu' } }),
  ],
  [
    'error check.cycle agencies.1.parent',
    'two agencies above each other',
    (o) => (o.agencies[1]!.parent = 'phong-vhxh'),
  ],
  [
    'error check.cycle agencies.1.parent',
    'the same, from a day on',
    (o) => (o.agencies[1]!.parent = [{ value: 'so-gddt' }, { from: '2026-07-01', value: 'phong-vhxh' }]),
  ],
  [
    'error check.cycle agencies.3.mergedInto',
    'two schools merged into each other',
    (o) => {
      Object.assign(o.agencies[3]!, { closed: '2026-08-01', mergedInto: 'thcs-b' });
      Object.assign(o.agencies[4]!, { closed: '2026-08-01', mergedInto: 'th-a' });
    },
  ],
  [
    'error check.closed-before-opened agencies.3.closed',
    'closed on its first day',
    (o) => Object.assign(o.agencies[3]!, { opened: '2026-02-01', closed: '2026-02-01' }),
  ],
  [
    'warning check.merged-without-day agencies.3.mergedInto',
    'merged on no day',
    (o) => (o.agencies[3]!.mergedInto = 'thcs-b'),
  ],
  [
    'error check.two-values-from-one-day agencies.3.names',
    'two names from one day',
    (o) =>
      (o.agencies[3]!.names = [
        { from: '2026-02-01', value: 'Trường A' },
        { from: '2026-02-01', value: 'Trường B' },
      ]),
  ],
  [
    'error check.days-reversed holidays.0.to',
    'a rest that ends before it begins',
    (o) => (o.holidays = [{ from: '2026-02-16', to: '2026-02-14', kind: 'off', name: 'Tết Nguyên đán' }]),
  ],
  [
    'hint check.year-of-holiday-not-announced announcedYears',
    'a rest in a year not announced',
    (o) => (o.holidays = [{ from: '2027-02-05', kind: 'off', name: 'Tết Nguyên đán' }]),
  ],
];

test('a sound plan and a sound office have no findings', () => {
  expect(mutated(() => {})).toEqual({ plan: [], office: [] });
});

test.each([
  ['MẬT', 1],
  ['Độ mật: Tối mật', 1],
  ['Độ mật: không', 0],
  ['Bảo vệ bí mật nhà nước', 0],
])('%s among the words of a plan is a mark of secrecy %i times', (words, count) => {
  const { plan } = mutated((p) => (p.organisation.items[0]!.text += `\n${words}`));
  expect(plan.filter(({ rule }) => rule === 'check.classified-text')).toHaveLength(count);
});

describe('one change to a sound plan brings exactly one finding', () => {
  test.each(plans)('%s: %s', (finding, _, edit) => {
    expect(summary(mutated(edit).plan)).toEqual([finding]);
  });
});

describe('one change to a sound office brings exactly one finding', () => {
  test.each(offices)('%s: %s', (finding, _, edit) => {
    expect(summary(mutated((_plan, office) => edit(office)).office)).toEqual([finding]);
  });
});

describe('every rule of the checker', () => {
  const all = [
    ...plans.flatMap(([, , edit]) => mutated(edit).plan),
    ...offices.flatMap(([, , edit]) => mutated((_plan, office) => edit(office)).office),
  ];

  test('is brought about by one of these changes', () => {
    const found = new Set(all.map(({ rule }) => rule));
    expect(Object.keys(checkRules).filter((rule) => !found.has(rule))).toEqual([]);
  });

  const told = all.filter(({ rule }) => rule.startsWith('check.')).map(describeFinding);

  test('says what was found in whole sentences, and what to do after them', () => {
    expect(
      told.filter(({ message, mend = '' }) => !/^[\p{Lu}\d“].*\.$/su.test(message) || !/^\p{Ll}.*\.$/su.test(mend)),
    ).toEqual([]);
  });

  test('leaves nothing unsaid, and says nothing that an office does not', () => {
    const unsaid = /undefined|NaN|\[object|“”|\(\)| {2}|!|(?<!\p{L})(?:bạn|nộp|sai|lỗi)(?!\p{L})|deadline/iu;
    const wrong = (words = '') => unsaid.test(words) || words !== words.normalize('NFC');
    expect(told.filter(({ message, why, source, mend }) => [message, why, source, mend].some(wrong))).toEqual([]);
  });
});
