import type { FindingParams } from '@dondoc/core';

/** What is said of a rule: what happened and where, why it matters, what to do. */
export interface Words {
  readonly message: (p: FindingParams) => string;
  readonly why?: string;
  readonly mend?: string | ((p: FindingParams) => string);
}

/** Gives a parameter as text, lists with commas. */
export const named = (p: FindingParams, name: string): string => {
  const value = p[name] ?? '';
  return typeof value === 'object' ? value.join(', ') : String(value);
};
