import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../ledger/canonical.ts';
import { applyPlanEntry, noHistory, type PlanEntry, type PlanHistory } from '../obligation/history.ts';
import { agenciesOf, smallPlan } from '../obligation/fixtures/small-plan.ts';
import { defineOffice } from '../plan/define.ts';
import type { Office } from '../plan/office.ts';
import type { Plan } from '../plan/schema.ts';
import { isKnownRule } from '../text/catalogue.ts';
import { type Adopted, adopt, type AdoptionInput } from './adopt.ts';

const bare = defineOffice({
  format: 'dondoc.office/1',
  issuer: 'phong-gddt',
  desk: 'phong-gddt',
  agencies: [{ id: 'phong-gddt', names: 'Phòng Giáo dục và Đào tạo', kind: 'phong-gddt' }],
  people: [{ id: 'quan-tri', name: 'Ngô Thị Tám', agency: 'phong-gddt', roles: ['admin'] }],
});
const officeOf = (more: Partial<Office> = {}): Office => ({
  ...bare,
  agencies: [...agenciesOf({ id: 'th-a' }, { id: 'th-b' })],
  ...more,
});
const office = officeOf();
const plan = smallPlan();
const nothing: Adopted = { agencies: [], agencyVersions: {}, officeVersion: 0, histories: new Map() };
const at = '2019-08-30T02:00:00.000Z';

const propose = (proposed: AdoptionInput['proposed'], current: Adopted = nothing, now = at) =>
  adopt({ current, proposed, at: now, actor: 'admin' });

/** What the ledger holds after an adoption. */
const after = (proposed: AdoptionInput['proposed'], current: Adopted = nothing): Adopted => {
  const result = propose(proposed, current);
  if (!result.ok) throw new Error(result.findings[0]?.rule);
  const agencies = new Map(current.agencies.map((agency) => [agency.id, agency]));
  const versions: Record<string, number> = { ...current.agencyVersions };
  const histories = new Map<string, PlanHistory>(current.histories);
  let { settings, officeVersion } = current;
  for (const entry of result.value.contents) {
    // The kinds of the three streams that `adopt` writes.
    const data = entry.data as { settings?: Adopted['settings']; agency?: Adopted['agencies'][number]; plan?: Plan };
    if (data.settings !== undefined) [settings, officeVersion] = [data.settings, entry.version];
    if (data.agency !== undefined) {
      agencies.set(data.agency.id, data.agency);
      versions[data.agency.id] = entry.version;
    }
    if (data.plan !== undefined) {
      const { id } = data.plan;
      histories.set(id, applyPlanEntry(histories.get(id) ?? noHistory, entry as PlanEntry));
    }
  }
  return {
    ...(settings === undefined ? {} : { settings }),
    agencies: [...agencies.values()],
    agencyVersions: versions,
    officeVersion,
    histories,
  };
};

const said = (result: ReturnType<typeof propose>) =>
  result.ok ? result.value.contents.map(({ stream, version }) => `${stream}@${version}`) : [];
const rules = (result: ReturnType<typeof propose>) => result.findings.map(({ rule }) => rule);

describe('a first adoption', () => {
  const result = propose({ office, plans: [plan] });

  test('enters the office, then its agencies, then the plans', () => {
    expect(said(result)).toEqual([
      'office@1',
      'agency:phong-gddt@1',
      'agency:th-a@1',
      'agency:th-b@1',
      'plan:ttdn-2019@1',
    ]);
    expect(result.ok && result.value.changes.map(({ kind, id, change }) => `${change} ${kind} ${id}`)).toEqual([
      'added office phong-gddt',
      'added agency phong-gddt',
      'added agency th-a',
      'added agency th-b',
      'added plan ttdn-2019',
    ]);
  });

  test('keeps the agencies out of the settings, and dates the plan by Vietnam’s day', () => {
    const { agencies: _, ...settings } = office;
    expect(result.ok && result.value.contents[0]).toMatchObject({
      kind: 'adopt',
      actor: 'admin',
      at,
      data: { settings },
    });
    expect(settings).not.toHaveProperty('agencies');
    const late = propose({ office, plans: [plan] }, nothing, '2019-08-30T17:00:00.000Z');
    expect(late.ok && late.value.contents.at(-1)).toMatchObject({ data: { adopted: '2019-08-31', plan } });
  });

  test('of an office alone, and then of its plan', () => {
    const current = after({ office });
    expect(said(propose({ plans: [plan] }, current))).toEqual(['plan:ttdn-2019@1']);
  });
});

describe('an adoption of what has changed', () => {
  const current = after({ office, plans: [plan] });

  test('enters nothing where nothing has, in whatever order keys were written', () => {
    expect(propose({ office, plans: [plan] }, current)).toEqual({
      ok: true,
      value: { contents: [], changes: [] },
      findings: [],
    });
    const reversed = Object.fromEntries(Object.entries(structuredClone(plan)).toReversed()) as Plan;
    expect(said(propose({ plans: [reversed], office: structuredClone(office) }, current))).toEqual([]);
    expect(said(propose({}, current))).toEqual([]);
  });

  test('enters each changed thing with the version that follows, and what of it has changed', () => {
    const agencies = office.agencies.map((agency) =>
      agency.id === 'th-a' ? { ...agency, closed: '2020-01-01' } : agency,
    );
    const proposed = officeOf({ agencies, settings: { ...office.settings, dueSoonDays: 5 } });
    const due = { rule: 'date' as const, on: '10/11', reading: 'before' as const, yearOffset: 0 };
    const amended = { ...plan, reports: plan.reports.map((one) => (one.id === 'year' ? { ...one, due } : one)) };
    const result = propose({ office: proposed, plans: [amended] }, current);
    expect(said(result)).toEqual(['office@2', 'agency:th-a@2', 'plan:ttdn-2019@2']);
    expect(result.ok && result.value.changes).toMatchObject([
      { change: 'changed', kind: 'office', name: 'Phòng Giáo dục và Đào tạo', details: ['settings'] },
      { change: 'changed', kind: 'agency', name: 'Trường Tiểu học th-a', details: ['closed'] },
      { change: 'changed', kind: 'plan', version: 2, details: [{ path: ['reports', 2, 'due'] }] },
    ]);
    const next = after({ office: proposed, plans: [amended] }, current);
    expect(said(propose({ office: proposed, plans: [amended] }, next))).toEqual([]);
    expect(next.histories.get(plan.id)!.versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('versions follow what stands in the streams between adoptions', () => {
    const busy: Adopted = {
      ...current,
      officeVersion: 7,
      agencyVersions: { ...current.agencyVersions, 'th-a': 4 },
      histories: new Map([[plan.id, { ...current.histories.get(plan.id)!, version: 12 }]]),
    };
    const agencies = office.agencies.map((agency) => (agency.id === 'th-a' ? { ...agency, order: 9 } : agency));
    const proposed = { office: officeOf({ agencies, announcedYears: [2020] }), plans: [{ ...plan, number: '12' }] };
    expect(said(propose(proposed, busy))).toEqual(['office@8', 'agency:th-a@5', 'plan:ttdn-2019@13']);
  });

  test('gives changes that are JSON', () => {
    const result = propose(
      { office: officeOf({ announcedYears: [2020] }), plans: [{ ...plan, number: '12' }] },
      current,
    );
    if (!result.ok) throw new Error('refused');
    expect(JSON.parse(canonicalJson(result.value.changes))).toEqual(result.value.changes);
  });

  test('an agency is named as on the day of adoption', () => {
    const names = [{ value: { full: 'Trường cũ' } }, { from: '2019-08-31', value: { full: 'Trường mới' } }];
    const agencies = office.agencies.map((agency) => (agency.id === 'th-a' ? { ...agency, names } : agency));
    const nameAt = (now: string) => {
      const result = propose({ office: officeOf({ agencies }) }, current, now);
      return result.ok && result.value.changes[0]!.name;
    };
    expect([nameAt('2019-08-30T16:59:00.000Z'), nameAt('2019-08-30T17:00:00.000Z')]).toEqual([
      'Trường cũ',
      'Trường mới',
    ]);
  });
});

describe('what is refused', () => {
  const current = after({ office, plans: [plan] });
  const demo = after({ office: officeOf({ demo: true }) });
  const [quanTri] = office.people as [Office['people'][number]];
  /** The office with each agency below the named one, from a day on where there is one. */
  const below = (above: Readonly<Record<string, readonly [parent: string, from?: string]>>) =>
    officeOf({
      agencies: office.agencies.map((agency) => {
        const [value, from] = above[agency.id] ?? [];
        return value === undefined ? agency : { ...agency, parent: [from === undefined ? { value } : { from, value }] };
      }),
    });
  const without = (id: string) => officeOf({ agencies: office.agencies.filter((agency) => agency.id !== id) });

  test.each<[string, AdoptionInput['proposed'], Adopted, readonly string[]]>([
    [
      'an agency that the ledger has and the proposal lacks',
      { office: without('th-a') },
      current,
      ['adoption.agency-missing'],
    ],
    ['a demo office made a real one', { office }, demo, ['adoption.demo-changed']],
    ['a real office made a demo', { office: officeOf({ demo: true }) }, current, ['adoption.demo-changed']],
    ['an issuer that is no agency', { office: officeOf({ issuer: 'nowhere' }) }, current, ['adoption.unknown-agency']],
    ['a desk that is no agency', { office: officeOf({ desk: 'nowhere' }) }, nothing, ['adoption.unknown-agency']],
    [
      'an agency twice',
      { office: officeOf({ agencies: [...office.agencies, office.agencies[1]!] }) },
      nothing,
      ['adoption.agency-twice'],
    ],
    ['a plan before any office', { plans: [plan] }, nothing, ['adoption.office-first']],
    ['a plan twice', { office, plans: [plan, { ...plan, number: '1' }] }, nothing, ['adoption.plan-twice']],
    [
      'all reasons at once',
      { office: { ...without('th-b'), demo: true, issuer: 'nowhere' } },
      current,
      ['adoption.demo-changed', 'adoption.unknown-agency', 'adoption.agency-missing'],
    ],
    ['an office without people', { office: officeOf({ people: [] }) }, nothing, ['adoption.no-admin']],
    [
      'an office whose last admin goes',
      { office: officeOf({ people: [{ ...quanTri, roles: ['officer', 'leader'] }] }) },
      current,
      ['adoption.no-admin'],
    ],
    [
      'an office whose only admin is of a unit',
      { office: officeOf({ people: [{ ...quanTri, agency: 'th-a' }] }) },
      current,
      ['adoption.no-admin'],
    ],
    ['an agency below itself', { office: below({ 'th-a': ['th-a'] }) }, current, ['check.cycle']],
    [
      'agencies above each other from some day on',
      { office: below({ 'th-a': ['th-b'], 'th-b': ['th-a', '2021-01-01'] }) },
      current,
      ['check.cycle'],
    ],
    [
      'agencies merged into each other',
      {
        office: officeOf({
          agencies: office.agencies.map((agency) => {
            const heir = { 'th-a': 'th-b', 'th-b': 'th-a' }[agency.id];
            return heir === undefined ? agency : { ...agency, closed: '2020-01-01', mergedInto: heir };
          }),
        }),
      },
      current,
      ['check.cycle'],
    ],
  ])('%s', (_, proposed, held, expected) => {
    const result = propose(proposed, held);
    expect(result.ok).toBe(false);
    expect(rules(result)).toEqual(expected);
    expect(expected.every(isKnownRule)).toBe(true);
  });

  test('one admin of the desk is enough', () => {
    const people = [{ ...quanTri, agency: 'th-b' }];
    expect(propose({ office: officeOf({ people, desk: 'th-b' }) }).ok).toBe(true);
  });

  test('the circle is told at its place in what was proposed', () => {
    const [circle] = propose({ office: below({ 'th-a': ['th-a'] }) }, current).findings;
    expect(circle?.where.slice(0, 2)).toEqual(['office', 'agencies']);
  });

  test('the first adoption may be a demo’s, and later ones of it stay so', () => {
    expect(said(propose({ office: officeOf({ demo: true, announcedYears: [2020] }) }, demo))).toEqual(['office@2']);
  });

  test('an agency’s id that every object answers to begins at version 1', () => {
    const agencies = [...office.agencies, { ...office.agencies[1]!, id: 'valueof', order: 9 }];
    expect(said(propose({ office: officeOf({ agencies }) }, current))).toEqual(['agency:valueof@1']);
  });

  test('a clock that says nothing', () => {
    expect(rules(propose({ office }, nothing, '2019-08-30'))).toEqual(['act.not-an-instant']);
  });
});
