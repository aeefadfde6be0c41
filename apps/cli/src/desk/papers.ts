import {
  effectiveIssueDay,
  obligations,
  type Consolidation,
  type Due,
  type Form,
  type Plan,
  type Signatory,
  type Submission,
} from '@dondoc/core';
import {
  consolidatedReport,
  followUpBook,
  planDocument,
  reminderLetter,
  requestLetter,
  unitPlanDocument,
  unitReport,
} from '@dondoc/word';
import type { ReportChoice } from '../commands/which.ts';
import type { OfficeFolder } from '../files/office.ts';
import { isMissing, type BoardRow } from './board.ts';

type Paper = Parameters<typeof requestLetter>[0]['paper'];

const leaders = (folder: OfficeFolder, plan: Plan, day: string): string =>
  `Lãnh đạo ${folder.directory.at(plan.issuer, day)?.shortName ?? plan.issuer}`;

/** A letter or report of the office itself, number and date still blank. */
function officePaper(
  folder: OfficeFolder,
  plan: Plan,
  { day, type }: { day: string; type: 'letter' | 'report' },
): Paper {
  const { office, directory } = folder;
  const own = directory.at(plan.issuer, day)?.symbol ?? plan.symbol.replace(/^KH-/, '');
  const symbol = type === 'letter' ? (office.symbols.letter ?? own) : (office.symbols.report ?? `BC-${own}`);
  return {
    directory,
    issuer: plan.issuer,
    day,
    symbol,
    signatory: plan.signatory,
    recipients: [
      { text: 'Như trên' },
      { text: leaders(folder, plan, day) },
      ...plan.recipients.filter(({ text }) => text.startsWith('Lưu')),
    ],
    demo: office.demo,
  };
}

// Who signs for a unit: a school's head, or for a commune its committee.
const signatoryOf = (kind: string): Signatory =>
  kind.startsWith('ubnd-')
    ? { authority: ['TM'], collective: 'ỦY BAN NHÂN DÂN', headTitle: 'CHỦ TỊCH' }
    : { authority: [], headTitle: kind === 'gdtx' ? 'GIÁM ĐỐC' : 'HIỆU TRƯỞNG' };

/** A paper of one unit; `signed` is what its submission tells of the signed document. */
function unitPaper(
  folder: OfficeFolder,
  unit: string,
  { day, type, signed }: { day: string; type: 'KH' | 'BC'; signed?: Submission['signedDocument'] },
): Paper {
  const view = folder.directory.at(unit, day);
  const [number, stated] = signed?.number?.split('/', 2) ?? [];
  const signatory = signatoryOf(view?.kind ?? 'other');
  return {
    directory: folder.directory,
    issuer: unit,
    day,
    symbol: stated ?? `${type}-${view?.symbol ?? ''}`,
    signatory: signed?.signer === undefined ? signatory : { ...signatory, name: signed.signer },
    recipients: [...(type === 'BC' ? [{ text: 'Như trên' }] : []), { text: 'Lưu: VT' }],
    demo: folder.office.demo,
    ...(number === undefined ? {} : { number }),
    ...(signed?.date === undefined ? {} : { date: signed.date }),
  };
}

export const planPaper = (folder: OfficeFolder, plan: Plan): Promise<Uint8Array> =>
  planDocument({ plan, directory: folder.directory, day: effectiveIssueDay(plan), demo: folder.office.demo });

export const unitPlanPaper = (folder: OfficeFolder, plan: Plan, unit: string): Promise<Uint8Array> =>
  unitPlanDocument({
    paper: unitPaper(folder, unit, { day: effectiveIssueDay(plan), type: 'KH' }),
    plan,
    obligations: obligations({ plan, agencies: folder.directory, calendar: folder.calendar, range: { unit } }),
  });

export interface RequestDetails {
  readonly due: Due;
  /** Both days inclusive, ISO. */
  readonly cutoff?: { readonly from: string; readonly to: string };
  readonly method?: string;
  readonly contact?: string;
  readonly day: string;
}

export const requestPaper = (
  folder: OfficeFolder,
  { plan, report, period }: ReportChoice,
  details: RequestDetails & { form?: Form },
): Promise<Uint8Array> =>
  requestLetter({
    paper: officePaper(folder, plan, { day: details.day, type: 'letter' }),
    plan,
    report,
    period,
    due: details.due,
    window: details.cutoff,
    form: details.form,
    method: details.method,
    contact: details.contact,
  });

export const unitReportPaper = (
  folder: OfficeFolder,
  { plan, report, period }: ReportChoice,
  { form, submission, today }: { form: Form; submission: Submission; today: string },
): Promise<Uint8Array> => {
  const { signedDocument, receivedOn } = submission;
  const day = signedDocument?.date ?? receivedOn?.slice(0, 10) ?? today;
  return unitReport({
    paper: unitPaper(folder, submission.unit, {
      day,
      type: 'BC',
      ...(signedDocument === undefined ? {} : { signed: signedDocument }),
    }),
    plan,
    report,
    period,
    form,
    submission,
  });
};

export interface ReminderDetails {
  readonly rows: readonly BoardRow[];
  /** Moment of counting. */
  readonly countedOn: { readonly day: string; readonly time?: string };
  readonly sendBy: { readonly day: string; readonly time?: string };
  readonly second: boolean;
  readonly contact?: string;
}

export const reminderPaper = (
  folder: OfficeFolder,
  { plan, report, period }: ReportChoice,
  details: ReminderDetails,
): Promise<Uint8Array> => {
  const { rows, countedOn } = details;
  const [first] = rows;
  if (first === undefined) throw new Error('a reminder letter needs the units that owe');
  const owing = rows.filter(({ status }) => status.relief !== 'waived' && status.relief !== 'not-applicable');
  const missing = owing.filter(isMissing);
  const upward = plan.upward.filter((one) => one.report === report.id).flatMap(({ to }) => to);
  return reminderLetter({
    paper: officePaper(folder, plan, { day: countedOn.day, type: 'letter' }),
    plan,
    report,
    period,
    due: first.obligation.due,
    countedOn,
    expected: owing.length,
    received: owing.length - missing.length,
    missing: missing.map(({ name }) => ({ name })),
    sendBy: details.sendBy,
    second: details.second,
    contact: details.contact,
    upward: upward.map((id) => folder.directory.at(id, countedOn.day)?.shortName ?? id),
  });
};

export const followUpPaper = (
  folder: OfficeFolder,
  desk: string,
  { rows, day, period }: { rows: readonly BoardRow[]; day: string; period: string },
): Promise<Uint8Array> =>
  followUpBook({
    directory: folder.directory,
    desk,
    period,
    day,
    entries: rows,
    person: (id) => folder.office.people.find((person) => person.id === id)?.name ?? id,
    demo: folder.office.demo,
  });

export interface ConsolidatedDetails {
  readonly form: Form;
  readonly consolidation: Consolidation;
  readonly rows: readonly BoardRow[];
  /** Both days inclusive, ISO; absent: the obligation's own window where it closes before the report is due. */
  readonly cutoff?: { readonly from: string; readonly to: string };
  readonly today: string;
  readonly internal: boolean;
  /** The desk's text by item of the outline. */
  readonly text?: Readonly<Record<string, string>>;
}

export const consolidatedPaper = (
  folder: OfficeFolder,
  { plan, report }: ReportChoice,
  details: ConsolidatedDetails,
): Promise<Uint8Array> => {
  const { form, consolidation, rows, today, internal } = details;
  const obligation = rows[0]?.obligation;
  const closed =
    obligation?.due.kind === 'dated' && obligation.window.to <= obligation.due.lastDay ? obligation.window : undefined;
  return consolidatedReport({
    paper: officePaper(folder, plan, { day: today, type: 'report' }),
    plan,
    report,
    form,
    consolidation,
    window: details.cutoff ?? closed,
    text: details.text,
    nameMissing: folder.office.settings.nameMissingUnits,
    internal: internal ? { filing: rows, missing: true, paragraphs: true, sources: true, findings: true } : undefined,
  });
};
