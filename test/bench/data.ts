import {
  createCalendar,
  directory,
  foreignInformationForm,
  foreignInformationPlan,
  describeForm,
  parsePeriod,
  type Agency,
  type ExpectedUnit,
  type FieldDescription,
  type Period,
} from '@dondoc/core';

// A small linear congruential generator: the same numbers in every run, on every machine.
const numbers = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

const kinds = ['mam-non', 'mau-giao', 'tieu-hoc', 'thcs', 'nhieu-cap'] as const;

export const form = foreignInformationForm();
export const plan = foreignInformationPlan();
export const calendar = createCalendar();

export const period = (id: string): Period => {
  const found = parsePeriod(id);
  if (found === undefined) throw new Error(`no such period: ${id}`);
  return found;
};

export const units = (count: number): ExpectedUnit[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `truong-${i + 1}`,
    name: `Trường minh họa số ${i + 1}`,
    kind: kinds[i % kinds.length] ?? 'tieu-hoc',
    order: i + 1,
  }));

export const agencies = (count: number): Agency[] =>
  units(count).map(({ id, name, kind, order }) => ({
    id,
    names: [{ value: { full: name } }],
    kind: [{ value: kind }],
    parent: [{ value: plan.issuer }],
    order,
  }));

export const offices = (count: number) => directory(agencies(count));

const answer = (field: FieldDescription, random: () => number): unknown => {
  switch (field.type) {
    case 'count':
      return Math.floor(random() * 40);
    case 'money':
      return Math.floor(random() * 900) * 100_000;
    case 'ratio': {
      const whole = 60 + Math.floor(random() * 60);
      return { part: whole - Math.floor(random() * 5), whole };
    }
    case 'yesno':
      return random() < 0.9;
    case 'choice':
      return field.choices?.[0]?.id;
    case 'date':
      return '2019-09-15';
    case 'text':
      return '12/KH-TH';
    case 'narrative':
      return 'Nhà trường tổ chức tuyên truyền trong các buổi sinh hoạt dưới cờ, phối hợp cùng cha mẹ học sinh và địa phương.';
    default:
      return undefined;
  }
};

/** One submission a unit, every asked field of the annual report filled, as wire values. */
export function submissions(count: number, report: 'year' | 'half-year' = 'year') {
  const random = numbers(2019);
  const described = new Map(kinds.map((kind) => [kind as string, describeForm({ form, report, kind, year: 2019 })]));
  return units(count).map(({ id, kind }) => {
    const sections = described.get(kind)?.sections ?? [];
    const answers: Record<string, unknown> = {};
    const gates: Record<string, boolean> = {};
    for (const section of sections) {
      if (section.gate) gates[section.id] = section.id !== 'proposals';
      for (const field of section.fields) {
        const value = answer(field, random);
        if (value !== undefined) answers[field.id] = value;
      }
    }
    for (const check of form.checks) {
      if (check.check !== 'part-of') continue;
      const whole = answers[check.whole];
      if (typeof answers[check.part] === 'number')
        answers[check.part] = typeof whole === 'number' ? Math.floor(whole / 2) : 0;
    }
    return {
      format: 'dondoc.submission/1' as const,
      plan: plan.id,
      planVersion: 1,
      report,
      period: report === 'year' ? '2019' : '2019-H1',
      unit: id,
      receivedOn: '2019-11-01',
      gates,
      answers,
    };
  });
}

export const named = (inputs: readonly { readonly unit: string }[]) =>
  inputs.map((input) => ({ name: `${input.unit}.json`, input }));
