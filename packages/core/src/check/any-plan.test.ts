import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from '../calendar/working.ts';
import { parseOffice, parsePlan } from '../plan/define.ts';
import { describeFinding, isKnownRule } from '../text/catalogue.ts';
import type { Finding } from '../text/finding.ts';
import { soundOffice, soundPlan } from './fixtures/sound.ts';
import { checkOffice } from './office.ts';
import { checkPlan } from './plan.ts';

// Ids that meet, miss and repeat each other.
const id = fc.constantFrom(
  'half-year',
  'year',
  'unit-plan',
  'kh-tinh',
  'nd-72',
  'events',
  'ket-qua',
  'ubnd-xa',
  'so-gddt',
  'th-a',
  'x',
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((s) => `a${s.replaceAll(/\p{C}/gu, '')}`),
  fc.constantFrom(
    'Theo {nd-72} và {x}',
    'cácđơn vị',
    'UBND huyện',
    'MẬT',
    'năm 2019',
    '36-NQ/TW',
    '1/2020/KH-UBND',
    'phê duyệt',
  ),
);
const words = fc.constantFrom(
  'trước ngày 05/6',
  '5⁄11',
  'Quý II năm 2019',
  '16 giờ',
  'trong 05 ngày',
  'đến hết ngày 31/12/2020',
);
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const monthDay = fc.constantFrom('01/01', '29/02', '05/6', '31/12', '14/12', '01/5');
const time = fc.constantFrom('00:00', '16:00', '23:59');
const reading = fc.constantFrom('before', 'by');
const optional = { requiredKeys: [] };

const due = fc.oneof(
  fc.record(
    {
      rule: fc.constant('date'),
      on: fc.oneof(monthDay, day),
      reading,
      time,
      yearOffset: fc.integer({ min: -1, max: 2 }),
      words,
    },
    { requiredKeys: ['rule', 'on'] },
  ),
  fc.record(
    {
      rule: fc.constant('day-of-month'),
      day: fc.integer({ min: 1, max: 31 }),
      reading,
      time,
      monthOffset: fc.integer({ min: -2, max: 3 }),
      words,
    },
    { requiredKeys: ['rule', 'day'] },
  ),
  fc.record({ rule: fc.constant('last-working-day'), time, words }, { requiredKeys: ['rule'] }),
  fc.record(
    {
      rule: fc.constant('within-quarter'),
      quarter: fc.integer({ min: 1, max: 4 }),
      year: fc.integer({ min: 1, max: 9999 }),
      words,
    },
    { requiredKeys: ['rule', 'quarter'] },
  ),
  fc.record(
    { rule: fc.constant('working-days-after'), days: fc.integer({ min: 0, max: 365 }), event: id, words },
    { requiredKeys: ['rule', 'days', 'event'] },
  ),
  fc.record({ rule: fc.constantFrom('on-occurrence', 'all-year', 'none'), words }, { requiredKeys: ['rule'] }),
);

const window = fc.oneof(
  fc.record({ rule: fc.constant('stated'), from: monthDay, fromYearOffset: fc.constantFrom(-1, 0), to: monthDay }),
  fc.record({ rule: fc.constantFrom('decree-09-2019', 'education', 'calendar') }),
);
const selector = fc.array(
  fc.record(
    {
      agencies: fc.array(id, { maxLength: 2 }),
      kinds: fc.array(id, { maxLength: 2 }),
      parents: fc.array(id, { maxLength: 2 }),
      except: fc.array(id, { maxLength: 2 }),
    },
    optional,
  ),
  { minLength: 1, maxLength: 2 },
);
const report = fc.record(
  {
    id,
    name: text,
    kind: fc.constantFrom('periodic', 'thematic', 'ad-hoc', 'unit-plan'),
    frequency: fc.constantFrom(
      'month',
      'quarter',
      'half-year-1',
      'half-year-2',
      'half-years',
      'nine-months',
      'year',
      'school-term-1',
      'school-term-2',
      'school-year',
      'once',
      'event',
    ),
    due,
    window,
    units: selector,
    form: id,
    method: text,
    restDay: fc.constantFrom('keep', 'next-working-day'),
  },
  { requiredKeys: ['id', 'name', 'kind', 'frequency', 'due'] },
);
const task = fc.record(
  {
    id,
    text,
    lead: text,
    schedule: due,
    references: fc.array(id, { maxLength: 2 }),
    themes: fc.array(id, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'text'] },
);
const document = fc.record(
  { id, type: text, code: text, date: day, issuer: text, subject: text, endsIn: fc.integer({ min: 2000, max: 2100 }) },
  { requiredKeys: ['id', 'type'] },
);

const change = fc.record(
  {
    year: fc.integer({ min: 2000, max: 2100 }),
    title: fc.array(text, { minLength: 1, maxLength: 2 }),
    date: day,
    opening: text,
    closing: text,
    issuer: id,
    documents: fc.array(document, { maxLength: 3 }),
    implements: fc.array(id, { maxLength: 2 }),
    units: selector,
    reports: fc.array(report, { maxLength: 3 }),
    upward: fc.array(
      fc.record(
        { report: id, to: fc.array(id, { minLength: 1, maxLength: 2 }), due },
        { requiredKeys: ['report', 'to'] },
      ),
      { maxLength: 2 },
    ),
    recipients: fc.array(fc.record({ text, agency: id }, { requiredKeys: ['text'] }), { maxLength: 2 }),
    tasks: fc.record({
      heading: text,
      groups: fc.array(fc.record({ id, heading: text, tasks: fc.array(task, { maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  },
  optional,
);

/** Findings that nobody could read. */
const mute = (findings: readonly Finding[]) =>
  findings.filter((finding) => !isKnownRule(finding.rule) || describeFinding(finding).message.length < 10);

test('every plan that can be read can be checked, and every finding be told', () => {
  const office = parseOffice(soundOffice());
  if (!office.ok) throw new Error('the sound office is an office');
  // One for all runs: it keeps the years that it has been asked for.
  const calendar = createCalendar();
  let read = 0;
  fc.assert(
    fc.property(change, fc.option(day, { nil: undefined }), fc.boolean(), (changes, adopted, alone) => {
      const parsed = parsePlan({ ...soundPlan(), ...changes });
      if (!parsed.ok) return;
      read += 1;
      expect(
        mute(
          checkPlan({
            plan: parsed.value,
            calendar,
            ...(adopted === undefined ? {} : { adopted }),
            ...(alone ? {} : { office: office.value }),
          }),
        ),
      ).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(200);
});

test('every office that can be read can be checked', () => {
  const agency = fc.record(
    { id, names: text, kind: id, parent: id, opened: day, closed: day, mergedInto: id },
    { requiredKeys: ['id', 'names', 'kind'] },
  );
  fc.assert(
    fc.property(fc.array(agency, { minLength: 1, maxLength: 12 }), (agencies) => {
      const parsed = parseOffice({ ...soundOffice(), agencies });
      expect(parsed.ok ? mute(checkOffice({ office: parsed.value })) : []).toEqual([]);
    }),
  );
});
