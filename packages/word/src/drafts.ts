import { signatoryOfKind, type AgencyDirectory, type Office, type Plan, type SignedDocument } from '@dondoc/core';
import type { Paper } from './paper.ts';

// Whose paper a draft is written on, where nobody has said otherwise: the office's own, or a unit's.

export interface OfficeDraft {
  readonly office: Pick<Office, 'symbols' | 'demo'>;
  readonly directory: AgencyDirectory;
  readonly plan: Plan;
  /** ISO day of the draft. */
  readonly day: string;
  readonly type: 'letter' | 'report';
}

/**
 * Makes the paper of a letter or report that the plan's issuer drafts: number and date blank, signed as the plan is, to
 * those written to, the leaders and the files where the plan is kept. The office's own symbol holds over the usual one.
 */
export const officePaper = ({ office, directory, plan, day, type }: OfficeDraft): Paper => {
  const issuer = directory.at(plan.issuer, day);
  const own = issuer?.symbol ?? plan.symbol.replace(/^KH-/, '');
  const usual = { letter: own, report: `BC-${own}` };
  return {
    directory,
    issuer: plan.issuer,
    day,
    symbol: office.symbols[type] ?? usual[type],
    signatory: plan.signatory,
    recipients: [
      { text: 'Như trên' },
      { text: `Lãnh đạo ${issuer?.shortName ?? plan.issuer}` },
      ...plan.recipients.filter(({ text }) => text.startsWith('Lưu')),
    ],
    demo: office.demo,
  };
};

export interface UnitDraft {
  readonly directory: AgencyDirectory;
  readonly unit: string;
  /** ISO day of the draft. */
  readonly day: string;
  /** Plan or report, as its symbol begins. */
  readonly type: 'KH' | 'BC';
  /** What the unit has told of the signed document: its number, date and signer then stand on the paper. */
  readonly signed?: SignedDocument | undefined;
  readonly demo?: boolean | undefined;
}

/** Makes the paper of a unit's own plan or report, signed by the head of a unit of its kind. */
export const unitPaper = ({ directory, unit, day, type, signed = {}, demo }: UnitDraft): Paper => {
  const view = directory.at(unit, day);
  // '12/BC-THAT': the number, then the symbol as the unit writes it.
  const [number, stated] = signed.number?.split('/', 2) ?? [];
  const signatory = signatoryOfKind(view?.kind ?? 'other');
  return {
    directory,
    issuer: unit,
    day,
    number,
    symbol: stated ?? `${type}-${view?.symbol ?? ''}`,
    date: signed.date,
    signatory: signed.signer === undefined ? signatory : { ...signatory, name: signed.signer },
    recipients: [...(type === 'BC' ? [{ text: 'Như trên' }] : []), { text: 'Lưu: VT' }],
    demo,
  };
};
