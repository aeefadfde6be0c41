import {
  describeForm,
  type Answers,
  type AnswerValue,
  type FieldDescription,
  type FormDescription,
  type Gates,
  type Plan,
} from '@dondoc/core';

/** What a kind of unit is asked in a report of a plan. */
export const askedIn = (
  plan: Plan,
  { report, kind }: { readonly report: string; readonly kind: string },
): FormDescription => {
  const form = plan.forms.find(({ id }) => id === plan.reports.find((one) => one.id === report)?.form);
  if (form === undefined) throw new Error(`${report} has no form`);
  return describeForm({ form, report, kind, year: plan.year });
};

const least = (field: FieldDescription): AnswerValue => {
  switch (field.type) {
    case 'count':
    case 'money':
    case 'computed':
      return 1;
    case 'ratio':
      return { part: 1, whole: 2 };
    case 'yesno':
      return true;
    case 'choice':
      return field.choices?.[0]?.id ?? '';
    case 'date':
      return '2020-02-28';
    case 'text':
    case 'narrative':
      return 'Đơn vị đã triển khai theo kế hoạch.';
    case 'list':
      return [{ id: 'r1' }];
  }
};

/** The least that a unit can send: nothing arose wherever it is asked, and all else that is required. */
export const leastAnswers = (description: FormDescription): { readonly gates: Gates; readonly answers: Answers } => {
  const open = description.sections.filter(({ gate }) => !gate).flatMap(({ fields }) => fields);
  return {
    gates: Object.fromEntries(description.sections.filter(({ gate }) => gate).map(({ id }) => [id, false])),
    answers: Object.fromEntries(
      open.filter(({ type, need }) => need !== 'optional' && type !== 'computed').map((one) => [one.id, least(one)]),
    ),
  };
};
