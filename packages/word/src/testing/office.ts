import {
  consolidate,
  createCalendar,
  describeForm,
  directory,
  expectedUnits,
  followUpRows,
  foreignInformationPlan,
  none,
  obligations,
  parsePeriod,
  phongGddtOffice,
  type AgencyInput,
  type AnswerValue,
  type Consolidation,
  type Facts,
  type FieldDescription,
  type Form,
  type Period,
  type Plan,
  type Report,
  type RowValue,
  type Submission,
} from '@dondoc/core';
import type { Paper } from '../paper.ts';

// An invented office for the tests: the plan of 2019 with 24 units of its kinds, and what they sent.

const KINDS = [
  ['mam-non', 'Trường Mầm non'],
  ['mau-giao', 'Trường Mẫu giáo'],
  ['tieu-hoc', 'Trường Tiểu học'],
  ['thcs', 'Trường THCS'],
  ['nhieu-cap', 'Trường TH&THCS'],
] as const;
const NAMES = [
  'Bình Minh',
  'Hoa Sen',
  'Sao Mai',
  'Phù Sa',
  'Lúa Vàng',
  'Bến Tre Xanh',
  'Cầu Ngang',
  'Rạch Đào',
  'Tân Lập Đông',
  'Vàm Cỏ',
];

export const units = (count: number): readonly AgencyInput[] =>
  Array.from({ length: count }, (_, i): AgencyInput => {
    const [kind, words] = KINDS[i % KINDS.length] ?? KINDS[0];
    return {
      id: `don-vi-${i + 1}`,
      names: `${words} ${NAMES[i % NAMES.length] ?? ''}${i >= NAMES.length ? ` ${Math.floor(i / NAMES.length) + 1}` : ''}`,
      kind,
      parent: 'phong-gddt',
      symbol: `TR${i + 1}`,
      place: 'Thủ Thừa',
      order: i + 1,
    };
  });

export const required = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`missing in the sample: ${what}`);
  return value;
};

export const plan: Plan = foreignInformationPlan();
export const office = directory(phongGddtOffice({ units: units(24) }).agencies);
export const form: Form = required(plan.forms[0], 'form');
export const reportOf = (id: string): Report =>
  required(
    plan.reports.find((one) => one.id === id),
    id,
  );
export const period = (id: string): Period => required(parsePeriod(id), id);
export const calendar = createCalendar({});

// Numbers that look drawn but are the same on every run.
const drawn = (seed: number): number => {
  const x = Math.sin(seed * 12.9898) * 43758.5453;
  return x - Math.floor(x);
};

const list = (field: FieldDescription, seed: number): readonly RowValue[] =>
  Array.from({ length: 1 + (seed % 2) }, (_, i) => ({
    id: `r${i + 1}`,
    ...Object.fromEntries(
      (field.columns ?? []).map(({ id, type, choices, label }) => [
        id,
        type === 'count'
          ? 40 + Math.floor(drawn(seed + i) * 200)
          : type === 'money'
            ? 5_500_000
            : type === 'yesno'
              ? true
              : type === 'date'
                ? `2019-0${3 + (seed % 6)}-1${i}`
                : type === 'choice'
                  ? (choices?.[seed % choices.length]?.id ?? '')
                  : `${label} số ${(seed % 3) + 1}`,
      ]),
    ),
  }));

const answer = (field: FieldDescription, seed: number): AnswerValue | undefined => {
  switch (field.type) {
    case 'count':
      return Math.floor(drawn(seed) * (field.unit?.includes('người') === true ? 300 : field.unit === 'em' ? 600 : 12));
    case 'money':
      return Math.floor(drawn(seed) * 50) * 500_000;
    case 'ratio':
      return { part: 80 + (seed % 10), whole: 90 };
    case 'yesno':
      return drawn(seed) > 0.1;
    case 'choice':
      return field.choices?.[seed % field.choices.length]?.id;
    case 'date':
      return '2019-09-20';
    case 'text':
      return `0${1 + (seed % 9)}/KH-TR`;
    case 'narrative':
      return 'Đơn vị đã triển khai đầy đủ các nội dung theo kế hoạch; cán bộ, giáo viên, nhân viên và học sinh tham gia tích cực.';
    case 'list':
      return list(field, seed);
    case 'computed':
      return undefined;
  }
};

const sameForAll: Readonly<Record<string, AnswerValue>> = { 'school-year': '2018-2019' };

export const submission = (input: {
  of?: Form;
  report: string;
  period: Period;
  unit: string;
  kind: string;
  seed: number;
}): Submission => {
  const {
    of = form,
    report,
    period: { id, year },
    unit,
    kind,
    seed,
  } = input;
  const { sections } = describeForm({ form: of, report, kind, year });
  const gates = Object.fromEntries(
    sections.filter(({ gate }) => gate).map((section, i) => [section.id, drawn(seed * 31 + i) > 0.3]),
  );
  const answers: Record<string, AnswerValue> = Object.fromEntries(
    sections.flatMap((section) =>
      section.gate && gates[section.id] === false
        ? []
        : section.fields.flatMap((field, i) => {
            const value = sameForAll[field.id] ?? answer(field, seed * 97 + i * 7);
            return value === undefined ? [] : [[field.id, value] as const];
          }),
    ),
  );
  for (const { id, sumOf } of sections.flatMap((section) => section.fields)) {
    if (sumOf !== undefined)
      answers[id] = sumOf.reduce((sum, part) => sum + (typeof answers[part] === 'number' ? answers[part] : 0), 0);
  }
  return { format: 'dondoc.submission/1', plan: plan.id, planVersion: 1, report, period: id, unit, gates, answers };
};

export const duties = obligations({ plan, agencies: office.all, calendar });
export const dutiesOf = (report: string) => duties.filter((one) => one.report.id === report);

export const consolidation = (report: string, id: string): Consolidation => {
  const expected = expectedUnits(dutiesOf(report), office);
  return consolidate({
    plan,
    form,
    report: reportOf(report),
    period: period(id),
    expected,
    submissions: expected.slice(0, -2).map((unit, i) => {
      const sent = submission({
        report,
        period: period(id),
        unit: unit.id,
        kind: unit.kind,
        seed: i === 3 ? i : i + 1,
      });
      return i === 3
        ? Object.assign(sent, {
            gates: {},
            answers: {},
            nothingToReport: { reason: 'Trong kỳ đơn vị sửa chữa trường lớp.' },
          })
        : sent;
    }),
  });
};

export const paper = (changes: Partial<Paper> = {}): Paper => ({
  directory: office,
  issuer: 'phong-gddt',
  day: '2019-11-11',
  symbol: 'PGDĐT',
  signatory: { authority: [], headTitle: 'TRƯỞNG PHÒNG', name: 'Võ Văn Mười' },
  recipients: [{ text: 'Lãnh đạo Phòng' }, { text: 'Lưu: VT' }],
  demo: true,
  ...changes,
});

const happened = dutiesOf('year').map((obligation, i): readonly [string, Facts] => {
  const arrived = i % 4 !== 3;
  const day = i % 5 === 2 ? '2019-11-06' : '2019-11-01';
  const facts: Facts = arrived
    ? {
        ...none,
        filing: i % 3 === 0 ? 'confirmed' : 'submitted',
        revision: 1,
        firstArrival: { day, minute: 600 },
        lastArrival: { day, minute: 600 },
        signedDocument: { number: `0${1 + (i % 9)}/BC-TR${i + 1}`, date: '2019-10-31' },
        ...(i % 4 === 1 ? { recorded: { channel: 'paper', by: 'van-thu' } } : {}),
      }
    : {
        ...none,
        reminders: [
          { on: '2019-11-04', kind: 'remind', channel: 'chat', by: 'van-thu' },
          { on: '2019-11-06', kind: 'urge', channel: 'phone', by: 'van-thu' },
        ],
      };
  return [obligation.id, facts];
});

/** The rows of the follow-up book as on the morning of 11/11/2019. */
export const entries = followUpRows({
  obligations: dutiesOf('year'),
  facts: new Map(happened),
  now: { day: '2019-11-11', minute: 540 },
  calendar,
});
