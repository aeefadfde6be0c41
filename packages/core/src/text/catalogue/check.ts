import { checkContentRules } from './check-content.ts';
import { checkDeadlineRules } from './check-deadlines.ts';
import { checkReferenceRules } from './check-references.ts';
import type { Rules } from './types.ts';

/** Rules of `check/`: what the office should look at in its plan and its own data. */
export const checkRules = { ...checkDeadlineRules, ...checkContentRules, ...checkReferenceRules } satisfies Rules;
