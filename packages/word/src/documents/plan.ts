import { paperDay, planParagraphs, type AgencyDirectory, type Plan, type PlanParagraph } from '@dondoc/core';
import { closing, lastSentence } from '../blocks/closing.ts';
import { letterhead, title } from '../blocks/letterhead.ts';
import type { StyleId } from '../layout/styles.ts';
import { paragraph } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import type { Paper } from '../paper.ts';

const STYLES: Readonly<Record<PlanParagraph['style'], StyleId>> = {
  opening: 'MoDau',
  'heading-1': 'Muc',
  'heading-2': 'Khoan',
  'heading-3': 'Diem',
  paragraph: 'NoiDung',
  bullet: 'NoiDung',
  'sub-bullet': 'NoiDung',
  closing: 'KetThuc',
};

export interface PlanDocumentInput {
  readonly plan: Plan;
  readonly directory: AgencyDirectory;
  /** ISO day whose names stand on the paper; default: its date, or while blank that of the latest document it cites. */
  readonly day?: string | undefined;
  readonly demo?: boolean | undefined;
}

/**
 * Makes the Word document of a plan (kế hoạch): cells 1 to 5a, its text, 7 and 9b of the Decree's diagram. Number and
 * date stay blank where the plan leaves them blank.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.4
 */
export const planDocument = ({
  plan,
  directory,
  day = paperDay(plan),
  demo,
}: PlanDocumentInput): Promise<Uint8Array> => {
  const paper: Paper = { ...plan, directory, day, demo };
  const body = planParagraphs(plan);
  const text = body.map(({ style, text }, i) =>
    i === body.length - 1 ? paragraph('KetThuc', lastSentence(text)) : paragraph(STYLES[style], text),
  );
  return pack({
    parts: [
      {
        kind: 'paper',
        turned: false,
        body: letterhead(paper) + title('KẾ HOẠCH', plan.title) + text.join('') + closing(paper),
      },
    ],
    title: `Kế hoạch ${plan.title.join(' ')}`,
    author: directory.at(plan.issuer, day)?.name ?? plan.issuer,
    date: plan.date,
    demo,
  });
};
