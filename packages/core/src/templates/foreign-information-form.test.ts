import { describe, expect, test } from 'vitest';
import type { Field } from '../report/schema.ts';
import { foreignInformationForm } from './foreign-information-form.ts';
import { communeForm, districtForm, provincialForm } from './form/options.ts';

const form = foreignInformationForm();
const fields = form.sections.flatMap(({ fields: inside }) => inside);

const askedOf = (kind: string, report: string) =>
  fields
    .filter(({ appliesTo, type }) => type !== 'computed' && (appliesTo === undefined || appliesTo.includes(kind)))
    .flatMap(({ asked, id, variants }) => {
      const ask = (variants?.find(({ kinds }) => kinds.includes(kind))?.asked ?? asked)[report];
      return ask === undefined ? [] : [{ id, ...ask }];
    });

describe('the form of foreign-information activities', () => {
  test.each([
    ['half-year', { required: 15, ofThemPrefilled: 5, underGates: 26, toCheck: 0 }],
    ['year', { required: 21, ofThemPrefilled: 5, underGates: 26, toCheck: 6 }],
  ])('asks of a primary school for %s', (report, expected) => {
    const asks = askedOf('tieu-hoc', report);
    const required = asks.filter(({ need }) => need === 'required');
    expect({
      required: required.length,
      ofThemPrefilled: required.filter(({ prefilled }) => prefilled).length,
      underGates: asks.filter(({ need }) => need === 'if-gate').length,
      toCheck: asks.filter(({ need, prefilled }) => need === 'optional' && prefilled).length,
    }).toEqual(expected);
  });

  test('has eleven gates', () => {
    expect(form.sections.filter(({ gate }) => gate).map(({ id }) => id)).toEqual([
      'exemplars',
      'curriculum',
      'press',
      'contributions',
      'events',
      'sea-border',
      'international',
      'other-forms',
      'training',
      'rebuttal',
      'proposals',
    ]);
  });

  test('asks nothing of a gated section that the gate cannot open, and gates nothing else', () => {
    for (const { fields: inside, gate } of form.sections) {
      const needs = inside.flatMap(({ asked }) => Object.values(asked).map(({ need }) => need));
      expect(needs.includes(gate ? 'required' : 'if-gate')).toBe(false);
    }
  });

  test('asks of nurseries their own programme, and no prizes', () => {
    const asks = askedOf('mam-non', 'year').map(({ id }) => id);
    expect(asks).toContain('curriculum-sessions');
    for (const id of ['curriculum-attendees', 'prizes-district', 'posts-curriculum']) expect(asks).not.toContain(id);
    const label = (id: string) => fields.find((field) => field.id === id)?.variants?.[0]?.label;
    expect(label('exemplars-pupils')).toBe('Trẻ em được giới thiệu');
    expect(label('classes')).toBe('Số nhóm, lớp');
  });

  test('has the choices, columns and sums that their types need', () => {
    const lacking = fields.filter(
      ({ choices, columns, sumOf, type, unit }) =>
        (type === 'choice' && choices === undefined) ||
        (type === 'list' && columns === undefined) ||
        (type === 'computed' && sumOf === undefined) ||
        (['count', 'money', 'ratio', 'computed'].includes(type) && unit === undefined),
    );
    expect(lacking).toEqual([]);
  });

  test('adds no stock over periods and no list, text or ratio over units', () => {
    const wrong = fields.filter(
      ({ across, periods, type }: Field) =>
        (across === 'latest-sum' && periods !== 'state') ||
        (across === 'sum' && !['count', 'money', 'computed'].includes(type)) ||
        (type === 'ratio' && across !== 'ratio'),
    );
    expect(wrong).toEqual([]);
  });

  test('has ids that are used once', () => {
    const ids = fields.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toHaveLength(74);
  });

  test('shows eighteen or nineteen columns by unit, in three sheets', () => {
    expect(form.unitSheets.map(({ fields: columns }) => columns.length)).toEqual([9, 7, 3]);
  });
});

describe.each([
  ['district', districtForm],
  ['commune', communeForm],
  ['province', provincialForm],
])('the form of a %s', (_level, options) => {
  const { checks, kindGroups, sections, sentences, unitSheets } = foreignInformationForm(options);
  const all = sections.flatMap(({ fields: inside }) => inside);
  const known = new Set(all.map(({ id }) => id));

  test('names only its own fields and sections in sentences, sheets, sums, checks and conditions', () => {
    const named = [
      ...sentences.flatMap(({ text }) => [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, id]) => id!)),
      ...unitSheets.flatMap(({ fields: columns }) => columns),
      ...all.flatMap(({ sumOf }) => sumOf ?? []),
      ...all.flatMap(({ comparableWithin }) => comparableWithin ?? []),
      ...all.flatMap(({ asked }) => Object.values(asked).flatMap(({ when }) => when?.field ?? [])),
      ...checks.flatMap(({ check: _check, ...fieldsNamed }) => Object.values(fieldsNamed)),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const ids = new Set(sections.map(({ id }) => id));
    expect(sentences.filter(({ section }) => !ids.has(section))).toEqual([]);
  });

  test('puts every kind of unit it speaks of into exactly one column group', () => {
    const grouped = kindGroups.flatMap(({ kinds }) => kinds);
    expect(new Set(grouped).size).toBe(grouped.length);
    const spokenOf = [
      ...all.flatMap(({ appliesTo }) => appliesTo ?? []),
      ...all.flatMap(({ variants }) => variants?.flatMap(({ kinds }) => kinds) ?? []),
    ];
    expect(spokenOf.filter((kind) => !grouped.includes(kind))).toEqual([]);
  });

  test('is written in NFC, without the words that forms avoid', () => {
    const text = JSON.stringify([sections, sentences, kindGroups]);
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/sai lệch|xuyên tạc|bạn |nộp|deadline/i);
  });
});

test('since July 2025 pupils win prizes at the commune, not the district', () => {
  const text = JSON.stringify(foreignInformationForm(communeForm));
  expect(text).not.toMatch(/huyện/i);
  expect(text).toContain('cấp xã');
  expect(text).toContain('Hoàn thành chương trình THCS');
  expect(JSON.stringify(form)).toContain('Tốt nghiệp THCS');
});

test('speaks of the units with figures, never of the whole sector: some may not have reported', () => {
  const said = form.sentences.map(({ text }) => text).join('\n');
  expect(said).toContain('Các đơn vị có số liệu báo cáo tổng số {classes} với {pupils} học sinh, trẻ em.');
  expect(said).not.toMatch(/toàn ngành|toàn huyện|tất cả/i);
});
