import * as v from 'valibot';
import type { Finding } from '../text/finding.ts';
import { findingsOf } from '../text/issues.ts';
import type { Result } from '../text/result.ts';
import { officeSchema, type Office, type OfficeInput } from './office.ts';
import { planSchema, type Plan, type PlanInput, type Report } from './schema.ts';

type Schema<T> = v.GenericSchema<unknown, T>;

/** Drops the `$schema` by which a JSON file tells an editor its schema; YAML has a comment for it. */
const withoutSchemaReference = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null || !('$schema' in input) || typeof input.$schema !== 'string')
    return input;
  const { $schema: _, ...rest } = input;
  return rest;
};

const parse = <T>(schema: Schema<T>, input: unknown): Result<T> => {
  const parsed = v.safeParse(schema, withoutSchemaReference(input));
  return parsed.success
    ? { ok: true, value: parsed.output, findings: [] }
    : { ok: false, findings: findingsOf(parsed.issues, schema) };
};

/**
 * Reads a plan from data (YAML, JSON or an object): texts become NFC, dates ISO, defaults are filled in. Refuses
 * unknown keys, wrong types, impossible dates and a classified plan, all at once, each with its path. Whether ids refer
 * to something that exists is the plan checker's question.
 */
export const parsePlan = (input: unknown): Result<Plan> => parse(planSchema, input);

/** Reads the office (`office.yaml`) from data; refuses as {@link parsePlan} does. */
export const parseOffice = (input: unknown): Result<Office> => parse(officeSchema, input);

type ReportInput = PlanInput['reports'][number];

/** What {@link definePlan} takes: a plan whose id and report ids are kept as literal types. */
export type PlanDefinition<Id extends string, ReportId extends string> = Omit<PlanInput, 'id' | 'reports'> & {
  readonly id: Id;
  readonly reports: readonly (Omit<ReportInput, 'id'> & { readonly id: ReportId })[];
};

/** A plan that knows its own id and the ids of its reports. */
export type DefinedPlan<Id extends string, ReportId extends string> = Omit<Plan, 'id' | 'reports'> & {
  id: Id;
  reports: (Omit<Report, 'id'> & { id: ReportId })[];
};

/**
 * Defines a plan in TypeScript: the same value as {@link parsePlan} gives for the same data. Its id and report ids keep
 * their literal types.
 *
 * @throws Error naming every path that the schema refuses: a mistake of the developer, not of a user
 */
export const definePlan = <const Id extends string, const ReportId extends string>(
  input: PlanDefinition<Id, ReportId>,
): DefinedPlan<Id, ReportId> =>
  // The schema keeps ids as they are, so the literals that went in come out.
  valueOf('definePlan', parsePlan(input)) as DefinedPlan<Id, ReportId>;

/**
 * Defines an office in TypeScript: the same value as {@link parseOffice} gives for the same data.
 *
 * @throws Error naming every path that the schema refuses
 */
export const defineOffice = (input: OfficeInput): Office => valueOf('defineOffice', parseOffice(input));

const valueOf = <T>(caller: string, result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Error(`${caller}: ${result.findings.length} problem(s)\n${result.findings.map(inEnglish).join('\n')}`);
};

const inEnglish = ({ rule, where, params }: Finding): string => {
  const details = Object.entries(params).map(
    ([name, value]) => `${name}: ${typeof value === 'object' ? value.join(' | ') : value}`,
  );
  return `  ${where.join('.') || '(root)'}: ${rule} (${details.join(', ')})`;
};
