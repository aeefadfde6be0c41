import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { describeFinding } from '../text/catalogue.ts';
import { defineOffice, definePlan, parseOffice, parsePlan } from './define.ts';
import { smallOffice, smallPlan } from './fixtures/small.ts';
import type { Plan, PlanInput } from './schema.ts';

const rulesAt = (input: unknown) => {
  const read = parsePlan(input);
  return read.ok ? [] : read.findings.map(({ rule, where }) => `${where.join('.')}: ${rule}`);
};

describe('parsePlan', () => {
  test('gives the same plan as definePlan for the same data', () => {
    expect(parsePlan(JSON.parse(JSON.stringify(smallPlan)))).toEqual({
      ok: true,
      value: definePlan(smallPlan),
      findings: [],
    });
  });

  test('makes text NFC, dates ISO, days of the year canonical, and fills in defaults', () => {
    const plan = definePlan({ ...smallPlan, opening: 'Ke\u0302\u0301 hoa\u0323ch', date: '05⁄9/2019' });
    expect(plan.opening).toBe('Kế hoạch');
    expect(plan.date).toBe('2019-09-05');
    expect(plan.reports[0]).toMatchObject({
      due: { reading: 'before', on: '05/6' },
      timelinessBasis: 'data',
      restDay: 'keep',
    });
    expect(plan.upward).toEqual([]);
  });

  test('takes the $schema of a JSON file for what it is: no part of the plan', () => {
    const { value } = parsePlan({ $schema: './plan.schema.json', ...smallPlan }) as { value: unknown };
    expect(value).toEqual(definePlan(smallPlan));
    expect(parsePlan({ $schema: 1, ...smallPlan }).findings.map(({ where }) => where.join('.'))).toEqual(['$schema']);
  });

  test('reports unknown keys, wrong types and impossible dates all at once', () => {
    const [report, ...others] = smallPlan.reports;
    const broken = {
      ...smallPlan,
      year: '2019',
      date: '31/02/2019',
      recipent: [],
      number: 5,
      reports: [{ ...report, frequency: 'yaer', due: { rule: 'date', on: '31/02' } }, ...others],
    };
    expect(rulesAt(broken)).toEqual([
      'year: schema.wrong-type',
      'number: schema.number-for-text',
      'date: date.not-a-date',
      'reports.0.frequency: schema.not-a-choice',
      'reports.0.due.on: date.not-a-month-day',
      'recipent: schema.unknown-key',
    ]);
  });

  test('leaves unknown references and duplicate ids to the plan checker', () => {
    const [report] = smallPlan.reports;
    expect(rulesAt({ ...smallPlan, implements: ['khong-co'], issuer: 'khong-co', reports: [report, report] })).toEqual(
      [],
    );
  });

  test.each(['Mật', 'Tối mật', 'TUYỆT MẬT', 'x', ''])(
    'refuses a plan classified %j and says under which law',
    (classification) => {
      const read = parsePlan({ ...smallPlan, classification });
      expect(read.ok).toBe(false);
      const finding = read.findings[0]!;
      expect(finding).toMatchObject({ rule: 'plan.classified', severity: 'error', where: ['classification'] });
      const { message, source } = describeFinding(finding);
      expect(message).toContain('không tiếp nhận nội dung thuộc bí mật nhà nước');
      expect(source).toContain('117/2025/QH15');
      expect(source).toContain('29/2018/QH14');
    },
  );

  test('takes a plan that says it is not classified', () => {
    expect(rulesAt({ ...smallPlan, classification: 'none' })).toEqual([]);
  });

  test.each([[undefined], [null], [''], [0], [[]], [{}], ['KẾ HOẠCH']])('refuses %j without throwing', (input) => {
    expect(parsePlan(input).ok).toBe(false);
    expect(parseOffice(input).ok).toBe(false);
  });

  test('never throws, whatever stands in place of a part', () => {
    const keys = Object.keys(smallPlan);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything({ withNullPrototype: true }), (key, value) => {
        const read = parsePlan({ ...smallPlan, [key]: value });
        for (const finding of read.findings) expect(typeof describeFinding(finding).message).toBe('string');
      }),
    );
  });
});

describe('definePlan', () => {
  test('is idempotent: a defined plan reads as itself', () => {
    const sentence = fc
      .string({ minLength: 1, unit: fc.constantFrom('ế', 'a', ' ', '/', '05', 'Đ', 'e\u0323') })
      .filter((s) => s.trim() !== '');
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(sentence, day, fc.constantFrom('05/6', '5-6', '05⁄6', '5.6'), (text, date, on) => {
        const plan = definePlan({
          ...smallPlan,
          opening: text,
          date: date.toISOString().slice(0, 10),
          reports: [{ ...smallPlan.reports[0]!, due: { rule: 'date', on } }],
        });
        expect(parsePlan(plan)).toEqual({ ok: true, value: plan, findings: [] });
      }),
      { numRuns: 50 },
    );
  });

  test('throws for a developer, naming path, rule and what was found', () => {
    expect(() => definePlan({ ...smallPlan, date: '31/02/2019', symbol: '' })).toThrow(
      /definePlan: 2 problem\(s\)\n {2}symbol: text\.blank .*\n {2}date: date\.not-a-date \(key: date, received: “31\/02\/2019”\)/,
    );
  });

  test('keeps the ids of the plan and of its reports as literal types', () => {
    const plan = definePlan({
      ...smallPlan,
      id: 'ttdn-2019',
      reports: [
        { id: 'half-year', name: 'a', kind: 'periodic', frequency: 'half-year-1', due: { rule: 'date', on: '05/6' } },
        { id: 'year', name: 'b', kind: 'periodic', frequency: 'year', due: { rule: 'none' } },
      ],
    });
    expectTypeOf(plan.id).toEqualTypeOf<'ttdn-2019'>();
    expectTypeOf(plan.reports[0]!.id).toEqualTypeOf<'half-year' | 'year'>();
    expectTypeOf(plan).toExtend<Plan>();
    expectTypeOf(plan.units).toEqualTypeOf<Plan['units']>();
  });

  test('lets the compiler refuse what the parser refuses', () => {
    expectTypeOf<PlanInput>().toExtend<Parameters<typeof definePlan>[0]>();
    // @ts-expect-error an unknown key
    expect(() => definePlan({ ...smallPlan, recipent: [] })).toThrow('schema.unknown-key');
    expect(() =>
      definePlan({
        ...smallPlan,
        // @ts-expect-error no such frequency
        reports: [{ id: 'year', name: 'b', kind: 'periodic', frequency: 'yearly', due: { rule: 'none' } }],
      }),
    ).toThrow('schema.not-a-choice');
    // @ts-expect-error a rule without its day
    expect(() => definePlan({ ...smallPlan, upward: [{ report: 'year', to: ['a'], due: { rule: 'date' } }] })).toThrow(
      'schema.missing-key',
    );
  });
});

describe('defineOffice', () => {
  test('is idempotent and the same as parseOffice', () => {
    const office = defineOffice(smallOffice);
    expect(parseOffice(office)).toEqual({ ok: true, value: office, findings: [] });
    expect(office.agencies[0]?.names).toEqual([{ value: { full: 'Phòng Giáo dục và Đào tạo' } }]);
    expect(office.settings).toEqual({
      dueSoonDays: 7,
      consolidationDays: 3,
      unitHeadSends: false,
      nameMissingUnits: false,
      followedBy: {},
    });
  });

  test('reports an unknown role, a bad address and a mistyped key with their paths', () => {
    const read = parseOffice({
      ...smallOffice,
      people: [{ id: 'oanh', name: 'Cô Oanh', agency: 'phong', roles: ['van-thu'], email: 'oanh' }],
      settings: { dueSonDays: 3 },
    });
    expect(read.findings.map(({ rule, where }) => `${where.join('.')}: ${rule}`)).toEqual([
      'people.0.roles.0: schema.not-a-choice',
      'people.0.email: schema.not-an-email',
      'settings.dueSonDays: schema.unknown-key',
    ]);
    expect(read.findings[2]?.params['near']).toBe('dueSoonDays');
  });
});
