import { actRules } from './catalogue/act.ts';
import { adoptionRules } from './catalogue/adoption.ts';
import { answerRules } from './catalogue/answer.ts';
import { chainRules } from './catalogue/chain.ts';
import { checkRules } from './catalogue/check.ts';
import { consolidationRules } from './catalogue/consolidation.ts';
import { datesRules } from './catalogue/dates.ts';
import { formRules } from './catalogue/form.ts';
import { planRules } from './catalogue/plan.ts';
import { schemaRules } from './catalogue/schema.ts';
import { submissionRules } from './catalogue/submission.ts';
import { textRules } from './catalogue/text.ts';
import type { Rules, RuleText, Words } from './catalogue/types.ts';
import { workflowRules } from './catalogue/workflow.ts';
import type { Finding, FindingParams } from './finding.ts';
import { severityLabels } from './severity.ts';

/** Every rule of the library with its words. Ids are unique over all concepts. */
export const ruleTexts: Rules = {
  ...textRules,
  ...datesRules,
  ...schemaRules,
  ...planRules,
  ...checkRules,
  ...answerRules,
  ...formRules,
  ...submissionRules,
  ...consolidationRules,
  ...workflowRules,
  ...chainRules,
  ...actRules,
  ...adoptionRules,
};

/** Tells whether the catalogue has words for the rule. */
export const isKnownRule = (rule: string): boolean => Object.hasOwn(ruleTexts, rule);

/** A finding in Vietnamese, ready to be shown. */
export interface FindingDescription {
  readonly label: (typeof severityLabels)[keyof typeof severityLabels];
  readonly message: string;
  readonly why?: string;
  readonly source?: string;
  readonly mend?: string;
}

const say = (words: Words, params: FindingParams): string => (typeof words === 'string' ? words : words(params));

const unknown = (finding: Finding): RuleText => ({
  message: () =>
    finding.where.length === 0
      ? `Có nội dung cần xem lại (mã: ${finding.rule}).`
      : `Có nội dung cần xem lại tại ${finding.where.join('.')} (mã: ${finding.rule}).`,
});

/**
 * Describes a finding in Vietnamese: its severity's label, what was found, why it matters, the law or custom that it
 * rests on and what to do. A rule that the catalogue does not know gets a general sentence with its id.
 */
export const describeFinding = (finding: Finding): FindingDescription => {
  const { params, rule, severity } = finding;
  const { message, why, source, mend } = (isKnownRule(rule) ? ruleTexts[rule] : undefined) ?? unknown(finding);
  return {
    label: severityLabels[severity],
    message: message(params),
    ...(why === undefined ? {} : { why: say(why, params) }),
    ...(source === undefined ? {} : { source: say(source, params) }),
    ...(mend === undefined ? {} : { mend: say(mend, params) }),
  };
};
