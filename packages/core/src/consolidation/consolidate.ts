import { inOfficeOrder } from '../agency/selector.ts';
import type { DataWindow, Period } from '../due/types.ts';
import type { Plan, Report } from '../plan/schema.ts';
import { fillYears } from '../report/describe.ts';
import type { Form, Section } from '../report/schema.ts';
import type { Submission } from '../submission/types.ts';
import { error, type Finding, type FindingParams } from '../text/finding.ts';
import { byField, withComparisons } from './compare.ts';
import { lookAt } from './findings.ts';
import { answeredBy, consolidatePart, type ConsolidationPart } from './part.ts';
import { sentencesOf } from './sentences.ts';
import { type AskedField, askedFields, totalsOf, type UnitAnswers } from './totals.ts';
import type { Consolidation, ExpectedUnit, FieldTotal, Paragraph, SectionResult } from './types.ts';

export interface ConsolidationContext {
  readonly plan: Pick<Plan, 'id'>;
  /** A form that `checkForm` finds sound. */
  readonly form: Form;
  readonly report: Pick<Report, 'id'>;
  readonly period: Period;
  /** Who owes the report: every figure's denominator. Any order; the result has the office's. */
  readonly expected: readonly ExpectedUnit[];
  /** The same form one period before, and one year before: what changes are told against. */
  readonly previous?: Consolidation | undefined;
  readonly yearBefore?: Consolidation | undefined;
  /** The data window of this period, and a period of the same form that may lie inside it (the first half-year). */
  readonly window?: DataWindow | undefined;
  readonly within?: { readonly consolidation: Consolidation; readonly window: DataWindow } | undefined;
}

export interface ConsolidationInput extends ConsolidationContext {
  readonly submissions: readonly Submission[];
}

const refused = (rule: string, params: FindingParams): Finding => error(rule, ['units'], params);

interface Matched {
  readonly units: readonly UnitAnswers[];
  readonly findings: readonly Finding[];
}

/** Finds each expected unit's submission, and what cannot be taken. */
const match = (part: ConsolidationPart, { plan, report, period, expected }: ConsolidationContext): Matched => {
  const byId = new Map(expected.map((unit) => [unit.id, unit]));
  const ordered = [...byId.values()].toSorted(inOfficeOrder);
  const keyOf = (unit: string): string => answeredBy({ plan: plan.id, report: report.id, period: period.id, unit });
  const findings: Finding[] = [];
  const taken = new Set<string>();
  const units = ordered.map((unit): UnitAnswers => {
    const key = keyOf(unit.id);
    taken.add(key);
    const [submission, ...others] = part.received.get(key) ?? [];
    if (others.length > 0) findings.push(refused('consolidation.unit-twice', { unit: unit.name }));
    return submission === undefined || others.length > 0 ? { unit } : { unit, submission };
  });
  const heirOf = new Map<string, UnitAnswers>();
  for (const one of units) {
    for (const covered of one.submission?.covers ?? []) {
      const first = heirOf.get(covered);
      const twice = byId.has(covered) || first !== undefined;
      if (twice)
        findings.push(
          refused('consolidation.covered-twice', { unit: byId.get(covered)?.name ?? covered, heir: one.unit.name }),
        );
      heirOf.set(covered, one);
    }
  }
  const rest = [...part.received.keys()].filter((key) => !taken.has(key)).sort();
  for (const key of rest) {
    const unit = part.received.get(key)?.[0]?.unit ?? key;
    findings.push(
      key === keyOf(unit)
        ? refused('consolidation.unexpected-unit', { unit })
        : refused('consolidation.other-report', { unit: byId.get(unit)?.name ?? unit, obligation: key }),
    );
  }
  return { units, findings };
};

/** A field's total with the units in the same order as its sources. */
interface Told {
  readonly units: readonly UnitAnswers[];
  readonly totals: ReadonlyMap<string, FieldTotal>;
}

/** Units that opened and that closed the section's gate, of those which the section asks anything. */
const gateOf = (section: Section, fields: readonly AskedField[], { units, totals }: Told): SectionResult['gate'] => {
  if (!section.gate || fields.length === 0) return undefined;
  const sources = fields.map(({ field }) => totals.get(field.id)?.sources ?? []);
  const gates = units.map(({ submission }, index) => {
    if (submission === undefined || sources.every((one) => one[index]?.state === 'not-applicable')) return undefined;
    return submission.gates[section.id] ?? (submission.nothingToReport === undefined ? undefined : false);
  });
  return { open: gates.filter((gate) => gate === true).length, closed: gates.filter((gate) => gate === false).length };
};

const paragraphsOf = (fields: readonly AskedField[], { units, totals }: Told): readonly Paragraph[] => {
  const narratives = fields
    .filter(({ field }) => field.across === 'digest')
    .flatMap(({ field }) => totals.get(field.id) ?? []);
  const paragraphs: Paragraph[] = [];
  if (narratives.length === 0) return paragraphs;
  for (let i = 0; i < units.length; i++) {
    for (const { field, sources } of narratives) {
      const source = sources[i];
      if (source?.state === 'value' && typeof source.value === 'string')
        paragraphs.push({ unit: source.unit, field, text: source.value });
    }
  }
  return paragraphs;
};

/** A section without fields of its own stays while a deeper one right below it does. */
const keptSections = (form: Form, asked: ReadonlyMap<string, readonly AskedField[]>): readonly Section[] => {
  const kept: Section[] = [];
  let depthBelow = 0;
  for (const section of form.sections.toReversed()) {
    if (!asked.has(section.id) && depthBelow <= section.depth) continue;
    kept.push(section);
    depthBelow = section.depth;
  }
  return kept.toReversed();
};

const sectionsOf = ({ form, report, period }: ConsolidationContext, told: Told): readonly SectionResult[] => {
  const { totals } = told;
  const all = askedFields(form, report.id);
  const asked = new Map<string, AskedField[]>();
  for (const one of all) {
    const others = asked.get(one.section.id);
    if (others === undefined) asked.set(one.section.id, [one]);
    else others.push(one);
  }
  const fields = new Map(all.map(({ field }) => [field.id, field]));
  return keptSections(form, asked).map((section): SectionResult => {
    const own = asked.get(section.id) ?? [];
    const gate = gateOf(section, own, told);
    const result: Omit<SectionResult, 'gate'> = {
      section: section.id,
      number: section.number,
      title: fillYears(section.title, period.year),
      depth: section.depth,
      sentences: sentencesOf(section, form, { totals, fields, year: period.year }),
      paragraphs: paragraphsOf(own, told),
    };
    return gate === undefined ? result : Object.assign(result, { gate });
  });
};

/**
 * Makes the consolidation of what a part has received: totals with coverage and sources, by group of kinds, changes,
 * sections with sentences and paragraphs, and what should be looked at again.
 *
 * A plain value in the office's order of units and the form's order of fields, the same however the part came about. A
 * unit with two different contents, and a submission of a unit that is not expected, is named and not counted.
 */
export const finishConsolidation = (part: ConsolidationPart, context: ConsolidationContext): Consolidation => {
  const { form, report, period, plan, previous, yearBefore, window, within } = context;
  const { units, findings } = match(part, context);
  const asked = askedFields(form, report.id);
  const fields = new Map(asked.map(({ field }) => [field.id, field]));
  const totals = withComparisons(totalsOf({ form, report: report.id, year: period.year, units }), {
    fields,
    previous,
    yearBefore,
  });
  const missing = units.filter(({ submission }) => submission === undefined).map(({ unit }) => unit.id);
  const nothing = units.filter(({ submission }) => submission?.nothingToReport !== undefined).length;
  const coverage = { expected: units.length, received: units.length - missing.length, nothing, missing };
  const sections = new Map(form.sections.map((section) => [section.id, section]));
  const names = new Map(units.map(({ unit }) => [unit.id, unit.name]));
  return {
    plan: plan.id,
    report: report.id,
    period,
    units: units.map(({ unit: { id, name, kind, order }, submission }) => ({
      id,
      name,
      kind,
      order,
      state:
        submission === undefined
          ? 'missing'
          : submission.nothingToReport === undefined
            ? 'received'
            : 'nothing-to-report',
      covers: submission?.covers ?? [],
    })),
    coverage,
    sections: sectionsOf(context, { units, totals: byField(totals) }),
    totals,
    findings: [
      ...findings,
      ...lookAt({ form, totals, fields, sections, names, period, coverage, previous, yearBefore, window, within }),
    ],
  };
};

/** Consolidates the accepted submissions of one report for one period, in one go. @see {@link finishConsolidation} */
export const consolidate = ({ submissions, ...context }: ConsolidationInput): Consolidation =>
  finishConsolidation(consolidatePart(submissions), context);
