import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { directory } from './directory.ts';
import { agencySchema, unitSelectorSchema, type AgencyInput } from './schema.ts';

const make = (...inputs: AgencyInput[]) => directory(inputs.map((input) => v.parse(agencySchema, input)));
const school = (id: string, rest: Partial<AgencyInput> = {}): AgencyInput => ({
  id,
  names: `Trường ${id}`,
  kind: 'tieu-hoc',
  ...rest,
});

describe('an agency on a day', () => {
  const agencies = make({
    id: 'ubnd-thu-thua',
    names: [
      { value: { full: 'Ủy ban nhân dân huyện Thủ Thừa', short: 'UBND huyện' } },
      { from: '01/7/2025', value: 'Ủy ban nhân dân xã Thủ Thừa' },
    ],
    kind: [{ value: 'ubnd-huyen' }, { from: '2025-07-01', value: 'ubnd-xa' }],
    parent: [{ value: 'ubnd-long-an' }, { from: '2025-07-01', value: 'ubnd-tay-ninh' }],
    symbol: 'UBND',
    place: 'Thủ Thừa',
  });

  test.each([
    ['2019-08-23', 'Ủy ban nhân dân huyện Thủ Thừa', 'UBND huyện', 'ubnd-huyen', 'ubnd-long-an'],
    ['2025-06-30', 'Ủy ban nhân dân huyện Thủ Thừa', 'UBND huyện', 'ubnd-huyen', 'ubnd-long-an'],
    ['2025-07-01', 'Ủy ban nhân dân xã Thủ Thừa', 'Ủy ban nhân dân xã Thủ Thừa', 'ubnd-xa', 'ubnd-tay-ninh'], // the day itself
  ])('on %s it is %s', (day, name, shortName, kind, parent) => {
    expect(agencies.at('ubnd-thu-thua', day)).toMatchObject({
      name,
      shortName,
      kind,
      parent,
      symbol: 'UBND',
      place: 'Thủ Thừa',
    });
  });

  test('an id that no agency has gives nothing', () => {
    expect(agencies.at('unknown', '2019-01-01')).toBeUndefined();
    expect(agencies.coveredBy('unknown', '2019-01-01')).toEqual([]);
  });

  test('a day before every dated name has the first one, but no parent that came later', () => {
    const late = make(
      school('a', { names: [{ from: '2020-01-01', value: 'Trường A' }], parent: [{ from: '2020-01-01', value: 'x' }] }),
    );
    expect(late.at('a', '2019-01-01')).toMatchObject({ name: 'Trường A' });
    expect(late.at('a', '2019-01-01')).not.toHaveProperty('parent');
  });

  test('of two with one id the first counts', () => {
    expect(make(school('a', { names: 'Một' }), school('a', { names: 'Hai' })).at('a', '2019-01-01')?.name).toBe('Một');
  });
});

describe('opening, closing and merging', () => {
  const agencies = make(
    school('new', { opened: '2020-08-01' }),
    school('gone', { closed: '2020-08-01' }),
    school('old', { closed: '2020-08-01', mergedInto: 'new' }),
  );

  test.each([
    ['new', '2020-07-31', 'not-yet-open', undefined],
    ['new', '2020-08-01', 'open', undefined],
    ['gone', '2020-07-31', 'open', undefined],
    ['gone', '2020-08-01', 'closed', undefined],
    ['old', '2020-07-31', 'open', undefined],
    ['old', '2020-08-01', 'merged', 'new'], // its heir opens that same day
  ])('%s on %s is %s, heir %s', (id, day, state, heir) => {
    const view = agencies.at(id, day);
    expect(view?.state).toBe(state);
    expect(view?.heir).toBe(heir);
  });

  test('the heir answers through any number of mergers', () => {
    const chain = make(
      school('a', { closed: '2020-01-01', mergedInto: 'b' }),
      school('b', { closed: '2021-01-01', mergedInto: 'c', order: 2 }),
      school('c', { closed: '2022-01-01', mergedInto: 'd', order: 1 }),
      school('d'),
    );
    expect(chain.at('a', '2020-06-01')?.heir).toBe('b');
    expect(chain.at('a', '2021-06-01')?.heir).toBe('c');
    expect(chain.at('a', '2022-06-01')?.heir).toBe('d');
    expect(chain.coveredBy('d', '2022-06-01')).toEqual(['a', 'c', 'b']); // the office's order
    expect(chain.coveredBy('b', '2020-06-01')).toEqual(['a']);
    expect(chain.coveredBy('b', '2021-06-01')).toEqual([]); // it is merged itself
    expect(chain.coveredBy('d', '2019-06-01')).toEqual([]);
  });

  test.each<[string, AgencyInput[]]>([
    [
      'a circle',
      [school('a', { closed: '2020-01-01', mergedInto: 'b' }), school('b', { closed: '2020-01-01', mergedInto: 'a' })],
    ],
    ['itself', [school('a', { closed: '2020-01-01', mergedInto: 'a' })]],
    ['an unknown body', [school('a', { closed: '2020-01-01', mergedInto: 'nobody' })]],
    [
      'a body dissolved since',
      [school('a', { closed: '2020-01-01', mergedInto: 'b' }), school('b', { closed: '2020-01-01' })],
    ],
    [
      'a body that opens later',
      [school('a', { closed: '2020-01-01', mergedInto: 'b' }), school('b', { opened: '2021-01-01' })],
    ],
  ])('merging into %s leaves no heir', (_, inputs) => {
    expect(make(...inputs).at('a', '2020-06-01')).toMatchObject({ state: 'merged' });
    expect(make(...inputs).at('a', '2020-06-01')?.heir).toBeUndefined();
  });
});

describe('selectors', () => {
  const agencies = make(
    school('th-2', { order: 2, parent: 'phong' }),
    school('th-1', { order: 1, parent: 'phong' }),
    school('mn-1', { kind: 'mam-non', order: 1, parent: 'phong' }),
    school('thpt', { kind: 'thpt', order: 3, parent: 'so' }),
    school('closed', { closed: '2019-01-01', parent: 'phong' }),
    school('moved', { order: 4, parent: [{ value: 'phong' }, { from: '2020-01-01', value: 'so' }] }),
    { id: 'phong', names: 'Phòng', kind: 'phong-gddt' },
  );
  const named = (selector: v.InferInput<typeof unitSelectorSchema>, day = '2019-06-01') =>
    agencies.matching(v.parse(unitSelectorSchema, selector), day).map((a) => a.id);

  test('by id, in the office order and then by id, never one that is not open', () => {
    expect(named([{ agencies: ['th-2', 'th-1', 'mn-1', 'closed', 'unknown'] }])).toEqual(['mn-1', 'th-1', 'th-2']);
  });

  test('all that one selector gives must hold; any of several is enough', () => {
    expect(named([{ kinds: ['tieu-hoc'], parents: ['phong'] }])).toEqual(['th-1', 'th-2', 'moved']);
    expect(named([{ kinds: ['mam-non'] }, { parents: ['so'] }])).toEqual(['mn-1', 'thpt']);
    expect(named([{ parents: ['phong'], except: ['th-1', 'moved'] }])).toEqual(['mn-1', 'th-2']);
    expect(named([{ kinds: ['tieu-hoc'] }, { agencies: ['th-1'] }])).toEqual(['th-1', 'th-2', 'moved']); // once each
  });

  test('kind and parent are those of the day', () => {
    expect(named([{ parents: ['so'] }], '2020-06-01')).toEqual(['thpt', 'moved']);
  });

  test('an empty selector names every open agency', () => {
    expect(named([{}])).toHaveLength(6);
  });
});

describe('for any set of agencies and mergers', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const years = fc.integer({ min: 2018, max: 2024 });
  const anyAgencies = fc.tuple(
    ...ids.map((id) =>
      fc
        .record({ opened: fc.option(years), closed: fc.option(years), mergedInto: fc.option(fc.constantFrom(...ids)) })
        .map(({ opened, closed, mergedInto }): AgencyInput =>
          school(id, {
            ...(opened === null ? {} : { opened: `${opened}-01-01` }),
            ...(closed === null ? {} : { closed: `${closed}-01-01` }),
            ...(mergedInto === null ? {} : { mergedInto }),
          }),
        ),
    ),
  );
  const anyDay = years.map((year) => `${year}-06-01`);

  test('an heir is open, and covers exactly those it is heir of', () => {
    fc.assert(
      fc.property(anyAgencies, anyDay, (inputs, day) => {
        const agencies = make(...inputs);
        for (const id of ids) {
          const { heir, state } = agencies.at(id, day)!;
          const sound = heir === undefined || (state === 'merged' && agencies.at(heir, day)?.state === 'open');
          expect({ id, sound }).toEqual({ id, sound: true });
          const heirsOfId = ids.filter((other) => other !== id && agencies.at(other, day)?.heir === id);
          expect(agencies.coveredBy(id, day)).toEqual(heirsOfId);
        }
      }),
    );
  });

  test('no agency is covered twice', () => {
    fc.assert(
      fc.property(anyAgencies, anyDay, (inputs, day) => {
        const agencies = make(...inputs);
        const covered = ids.flatMap((id) => agencies.coveredBy(id, day));
        expect(new Set(covered).size).toBe(covered.length);
      }),
    );
  });

  test('the order of the list does not matter', () => {
    fc.assert(
      fc.property(anyAgencies, anyDay, (inputs, day) => {
        const one = make(...inputs);
        const other = make(...inputs.toReversed());
        expect(other.matching([{}], day)).toEqual(one.matching([{}], day));
        for (const id of ids) expect(other.coveredBy(id, day)).toEqual(one.coveredBy(id, day));
      }),
    );
  });
});

describe('a long chain of mergers', () => {
  const LENGTH = 20_000;
  const chain = directory(
    Array.from({ length: LENGTH }, (_, i) =>
      v.parse(
        agencySchema,
        i === 0 ? school('s0') : school(`s${i}`, { closed: '2020-01-01', mergedInto: `s${i - 1}` }),
      ),
    ),
  );

  test('is followed to its end, each link in no more time than a short one', () => {
    const started = performance.now();
    // From the heir outward and from the far end inward: both are the order of some list.
    for (const id of ['s1', `s${LENGTH - 1}`, ...chain.all.slice(1).map((agency) => agency.id)])
      expect(chain.at(id, '2020-06-04')?.heir).toBe('s0');
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('is covered whole, and the day before nobody is', () => {
    expect(chain.coveredBy('s0', '2020-01-01')).toHaveLength(LENGTH - 1);
    expect(chain.coveredBy('s0', '2019-12-31')).toEqual([]);
    expect(chain.at('s9', '2019-12-31')).not.toHaveProperty('heir');
  });
});
