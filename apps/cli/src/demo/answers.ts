import type { FieldDescription, FormDescription } from '@dondoc/core';
import type { School } from './schools.ts';
import { between, oneOf, share } from './seed.ts';
import { annualWords, events2019, events2020, halfYearWords, proposals } from './words.ts';

export interface Told {
  readonly gates: Readonly<Record<string, boolean>>;
  readonly answers: Readonly<Record<string, unknown>>;
}

interface About {
  readonly school: School;
  readonly year: 2019 | 2020;
  readonly annual: boolean;
  readonly form: FormDescription;
}

// How likely something arose at all, by gated section: for kindergartens, and for schools.
const arose: Readonly<Record<string, readonly [number, number]>> = {
  exemplars: [0.7, 0.85],
  curriculum: [0.4, 0.9],
  press: [0.25, 0.5],
  contributions: [0.75, 0.7],
  events: [0.7, 0.95],
  'sea-border': [0.25, 0.95],
  international: [0, 0.04],
  'other-forms': [0.9, 0.95],
  training: [0.3, 0.55],
  rebuttal: [0.04, 0.08],
  proposals: [0.3, 0.4],
};

// Lowest and highest count of a year; a half-year has about half of it.
const counts: Readonly<Record<string, readonly [number, number]>> = {
  'upper-documents-shared': [3, 6],
  'unit-documents-issued': [1, 3],
  briefings: [2, 6],
  'exemplars-staff': [1, 6],
  'exemplars-pupils': [2, 14],
  'exemplars-groups': [1, 4],
  'curriculum-sessions': [1, 4],
  'press-provided': [1, 3],
  'press-articles': [1, 4],
  sponsors: [3, 18],
  'ngo-grants': [0, 1],
  events: [2, 6],
  'sea-border-sessions': [1, 4],
  'intl-visits': [1, 1],
  'intl-exchanges': [1, 2],
  'foreign-teachers': [0, 1],
  'website-columns': [1, 4],
  'posts-policy': [4, 16],
  'posts-achievements': [5, 20],
  'posts-country': [2, 9],
  'posts-curriculum': [2, 10],
  'posts-sea-border': [1, 6],
  'posts-other': [6, 30],
  'posts-social': [4, 12],
  'legal-documents-posted': [1, 5],
  'cultural-sports': [2, 6],
  extracurricular: [2, 8],
  visits: [0, 2],
  conferences: [0, 1],
  'visual-propaganda': [3, 12],
  trainings: [1, 2],
  'trained-people': [1, 4],
  'false-claims': [1, 1],
  'prizes-district': [2, 18],
  'prizes-province': [0, 5],
  'prizes-nation': [0, 0],
};

// Stocks do not halve.
const stocks = new Set(['website-columns', 'foreign-teachers']);
const optionalText = 0.75;

/** Tells whether anything arose under a gated section. */
function hasArisen(section: string, { school, year }: About): boolean {
  const small = school.kind === 'mam-non' || school.kind === 'mau-giao';
  const likely = arose[section]?.[small ? 0 : 1] ?? 0.5;
  return share(`${school.id}/${String(year)}/gate/${section}`) < likely;
}

/** Makes what a school answers: plausible, and always the same. */
export function tell(about: About): Told {
  const { school, form } = about;
  const gates: Record<string, boolean> = {};
  const answers: Record<string, unknown> = {};
  for (const section of form.sections) {
    if (section.gate) {
      const open = hasArisen(section.id, about);
      gates[section.id] = open;
      if (!open) continue;
    }
    for (const field of section.fields) {
      const value = answer(field, about, answers);
      if (value !== undefined) answers[field.id] = value;
    }
  }
  // One school forgot to count its listeners: the desk is to see it.
  if (school.id === 'th-thanh-loi' && Object.hasOwn(answers, 'sea-border-participants'))
    answers['sea-border-participants'] = 0;
  return { gates, answers };
}

function answer(field: FieldDescription, about: About, answers: Readonly<Record<string, unknown>>): unknown {
  const { school, year, annual } = about;
  const key = `${school.id}/${String(year)}/${field.id}`;
  const known = figures(field.id, about, key);
  if (known !== undefined) return known;
  const crowd = people(field.id, about, answers, key);
  if (crowd !== undefined) return crowd;
  switch (field.type) {
    case 'count': {
      const [low, high] = counts[field.id] ?? [0, 3];
      const most = annual || stocks.has(field.id) ? high : Math.ceil(high * 0.55);
      return between(key, Math.min(low, most), most);
    }
    case 'money':
      return between(key, 2, (field.id.startsWith('budget') ? 12 : 120) / (annual ? 1 : 2)) * 500_000;
    case 'yesno':
      return share(key) < 0.93;
    case 'narrative':
      if (field.need === 'optional' && share(`${key}/told`) > optionalText) return undefined;
      return oneOf(key, (annual ? annualWords : halfYearWords)[field.id] ?? ['Đã thực hiện theo kế hoạch.']);
    case 'list':
      return rows(field, about, key);
    default:
      return undefined;
  }
}

/** Figures that the office knows of the school. */
function figures(id: string, about: About, key: string): unknown {
  const { school, year, annual } = about;
  // One school has not written its plan.
  const planned = school.id !== 'mg-vang-anh';
  switch (id) {
    case 'unit-plan-issued':
      return planned;
    case 'unit-plan-number':
      return planned ? `${String(between(key, 12, 96))}/KH-${school.symbol}` : undefined;
    case 'unit-plan-date': {
      const month = year === 2019 ? '09' : '03';
      return planned ? `${String(year)}-${month}-${String(between(key, 3, 27)).padStart(2, '0')}` : undefined;
    }
    case 'posts-rebuttal':
      // Nothing is refuted where nothing false was met; what was met is answered.
      return hasArisen('rebuttal', about) ? between(key, 1, 2) : 0;
    case 'secrecy-observed':
      return true;
    case 'school-year':
      return annual ? `${String(year)}-${String(year + 1)}` : undefined;
    case 'figures-as-of':
      return `${String(year)}-10-15`;
    case 'classes':
      return school.classes;
    case 'pupils':
      return school.pupils;
    case 'national-standard':
      return oneOf(key, ['chua-dat', 'muc-do-1', 'muc-do-1', 'muc-do-2']);
    case 'completion': {
      const whole = Math.round(school.pupils / (school.kind === 'thcs' ? 4 : school.kind === 'tieu-hoc' ? 5 : 3));
      return { part: whole - between(key, 0, 2), whole };
    }
    case 'plan-completion':
      return oneOf(key, ['hoan-thanh-tot', 'hoan-thanh', 'hoan-thanh']);
    default:
      return undefined;
  }
}

// Field of the sessions → how much of the school comes to one.
const crowds: Readonly<Record<string, readonly [sessions: string, of: 'staff' | 'pupils', share: number]>> = {
  'briefing-attendees': ['briefings', 'staff', 0.9],
  'curriculum-attendees': ['curriculum-sessions', 'staff', 1.4],
  'event-participants': ['events', 'pupils', 0.5],
  'sea-border-participants': ['sea-border-sessions', 'pupils', 0.7],
  'activity-participants': ['cultural-sports', 'pupils', 0.6],
};

function people(
  id: string,
  { school }: About,
  answers: Readonly<Record<string, unknown>>,
  key: string,
): number | undefined {
  if (id === 'false-claims-reported' || id === 'false-claims-handled') return Number(answers['false-claims'] ?? 0);
  const crowd = crowds[id];
  if (crowd === undefined) return undefined;
  const [sessions, of, part] = crowd;
  const number = Number(answers[sessions] ?? 0);
  return Math.round(number * school[of] * part * (0.8 + 0.3 * share(key)));
}

function rows(field: FieldDescription, { school, year, annual }: About, key: string): unknown {
  if (field.id === 'proposals') {
    const start = between(key, 0, proposals.length - 1);
    return proposals.slice(start, start + 1).map(([content, reason, level]) => ({ id: 'r1', content, reason, level }));
  }
  if (share(`${key}/told`) > 0.55) return undefined;
  if (field.id === 'event-list') {
    const list = year === 2019 ? events2019 : events2020;
    const start = between(key, 0, list.length - 1);
    return list.slice(start, start + 2).map(([date, name], index) => ({
      id: `r${String(index + 1)}`,
      date,
      name,
      role: oneOf(`${key}/${name}`, ['chu-tri', 'phoi-hop', 'tham-gia']),
      participants: Math.round(school.pupils * (0.4 + 0.4 * share(`${key}/${name}/n`))),
    }));
  }
  if (field.id === 'contributions-list' && annual) {
    return [
      {
        id: 'r1',
        name: 'Bổ sung sách, thiết bị thư viện',
        sponsor: 'Ban đại diện cha mẹ học sinh',
        value: between(key, 6, 40) * 500_000,
      },
    ];
  }
  // Only collectives: no invented person is held up.
  if (field.id === 'exemplar-list' && annual) {
    return [
      {
        id: 'r1',
        name: `Tổ chuyên môn 1, ${school.short}`,
        subject: 'tap-the',
        achievement: 'Có nhiều sáng kiến trong dạy học',
        consent: share(`${key}/consent`) < 0.8,
      },
    ];
  }
  return undefined;
}
