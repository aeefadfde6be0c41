import { planParagraphs } from '../plan/paper.ts';
import type { Plan, Report } from '../plan/schema.ts';
import { nfc } from '../text/fold.ts';
import { type Finding, warning } from '../text/finding.ts';
import { reportParams } from './context.ts';

/** What a periodic report must state and a plan can leave out; its name, units and frequency it cannot. */
type Element = 'due' | 'recipient' | 'method' | 'cutoff' | 'outline' | 'form' | 'guidance';

// A form or an outline that the paper nowhere announces is known to the program, not to the units.
const announces = (plan: Plan) => {
  const paper = nfc(
    planParagraphs(plan)
      .map(({ text }) => text)
      .join('\n'),
  ).toLowerCase();
  return {
    outline: /đề cương|phụ lục/.test(paper),
    form: /biểu mẫu|mẫu biểu|biểu số liệu|theo mẫu|phụ lục/.test(paper),
  };
};

/**
 * Finds what a periodic report lacks of the elements that the reporting regime must state: one finding a report, which
 * names them all: what is stated nowhere, and the outline and form that are there but not announced by the text.
 *
 * @see Decree 09/2019/NĐ-CP, article 7
 */
export const missingElements = (plan: Plan): readonly Finding[] => {
  const announced = announces(plan);
  const missing = (report: Report): readonly Element[] => {
    const states: Readonly<Record<Element, boolean>> = {
      due: report.due.rule !== 'none',
      recipient: report.recipient !== undefined,
      method: report.method !== undefined,
      cutoff: report.window !== undefined,
      outline: report.outline !== undefined,
      form: report.form !== undefined,
      guidance: report.guidance !== undefined,
    };
    return (Object.keys(states) as Element[]).filter((element) => !states[element]); // keys of the record above
  };
  const unannounced = (report: Report): readonly Element[] =>
    (['outline', 'form'] as const).filter((element) => report[element] !== undefined && !announced[element]);
  return plan.reports.flatMap((report, index) => {
    if (report.kind !== 'periodic' || report.frequency === 'event') return [];
    const lacking = { missing: missing(report), unannounced: unannounced(report) };
    return lacking.missing.length + lacking.unannounced.length === 0
      ? []
      : [warning('check.report-incomplete', ['reports', index], { ...reportParams(report), ...lacking })];
  });
};
