import type { FormDescription } from './describe.ts';
import { computed, type Filled, isBlank, own } from './filled.ts';
import type { AnswerValue } from './values.ts';

const CLOSED_IS_ZERO: ReadonlySet<string> = new Set(['count', 'money', 'computed']);

/**
 * Makes the form one writes down: blanks left out, a closed gate's numbers 0 and nothing else in it, computed fields
 * calculated. Of a form so made it gives the same again.
 */
export const settle = (description: FormDescription, { gates, answers }: Filled): Filled => {
  const settled: Record<string, AnswerValue> = {};
  for (const section of description.sections) {
    const closed = own(gates, section.id) === false;
    for (const field of section.fields) {
      if (closed && CLOSED_IS_ZERO.has(field.type)) settled[field.id] = 0;
      const value = own(answers, field.id);
      if (closed || field.type === 'computed' || value === undefined || isBlank(value)) continue;
      settled[field.id] = value;
    }
  }
  // After the parts: closed gates have given their zeros.
  for (const section of description.sections) {
    for (const field of section.fields) {
      const sum = field.type === 'computed' ? computed(field, settled) : undefined;
      if (sum !== undefined) settled[field.id] = sum;
    }
  }
  return { gates, answers: settled };
};
