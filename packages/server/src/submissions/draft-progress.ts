import type { Finding, FormDescription } from '@dondoc/core';
import { own } from './reading.ts';

/** What core says of a form that is not filled in yet. */
const missing: ReadonlySet<string> = new Set([
  'answer.gate-missing',
  'answer.missing',
  'answer.missing-number',
  'answer.missing-in-gate',
]);

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '') && !isEmptyList(value);

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export interface Progress {
  readonly answered: number;
  readonly asked: number;
}

/**
 * Counts what a draft has answered of what it is asked: gates and fields given, and what core still misses. What stands
 * behind a gate is asked once the gate is open; sums and, behind a closed gate, zeros are no answers.
 */
export const progressOf = (
  description: FormDescription,
  content: { readonly gates?: unknown; readonly answers?: unknown },
  findings: readonly Finding[],
): Progress => {
  const answered = description.sections.reduce((count, { id, gate, fields }) => {
    const open = gate ? own(content.gates, id) : undefined;
    const ofGate = typeof open === 'boolean' ? 1 : 0;
    if (open === false) return count + ofGate;
    const given = fields.filter((field) => field.type !== 'computed' && isGiven(own(content.answers, field.id)));
    return count + ofGate + given.length;
  }, 0);
  return { answered, asked: answered + findings.filter(({ rule }) => missing.has(rule)).length };
};
