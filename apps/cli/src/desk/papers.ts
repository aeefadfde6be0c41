import {
  effectiveIssueDay,
  isMissing,
  isOwed,
  obligations,
  type Consolidation,
  type Due,
  type Form,
  type Obligation,
  type Plan,
  type Submission,
} from '@dondoc/core';
import {
  consolidatedReport,
  followUpBook,
  officePaper,
  planDocument,
  reminderLetter,
  requestLetter,
  unitPaper,
  unitPlanDocument,
  unitReport,
  type OfficeDraft,
  type Paper,
} from '@dondoc/word';
import type { OfficeFolder } from '../files/office.ts';
import type { BoardRow } from './board.ts';
import { owed, type ReportChoice } from './choice.ts';

/** The office that papers are of, from its files or from the ledger. */
export type PaperOffice = Pick<OfficeFolder, 'office' | 'directory' | 'calendar'>;

/** What a paper is about. */
export type PaperChoice = Pick<ReportChoice, 'plan' | 'report' | 'period'>;

/** A letter or report of the office itself, number and date still blank. */
const ofOffice = ({ office, directory }: PaperOffice, plan: Plan, draft: Pick<OfficeDraft, 'day' | 'type'>): Paper =>
  officePaper({ office, directory, plan, ...draft });

export const planPaper = (folder: PaperOffice, plan: Plan): Promise<Uint8Array> =>
  planDocument({ plan, directory: folder.directory, day: effectiveIssueDay(plan), demo: folder.office.demo });

export const unitPlanPaper = (folder: PaperOffice, plan: Plan, unit: string): Promise<Uint8Array> =>
  unitPlanDocument({
    paper: unitPaper({
      directory: folder.directory,
      unit,
      day: effectiveIssueDay(plan),
      type: 'KH',
      demo: folder.office.demo,
    }),
    plan,
    obligations: obligations({ plan, agencies: folder.directory, calendar: folder.calendar, range: { unit } }),
  });

/** What kind of unit owes a report: as on the day that settles who owes. */
const kindOf = ({ directory }: PaperOffice, { unit, settledOn }: Obligation): string =>
  directory.at(unit, settledOn)?.kind ?? 'other';

export interface RequestDetails {
  readonly due: Due;
  /** Who owes the report: their kinds decide who is written to. */
  readonly duties: readonly Obligation[];
  /** Both days inclusive, ISO. */
  readonly cutoff?: { readonly from: string; readonly to: string };
  readonly method?: string;
  readonly contact?: string;
  readonly day: string;
}

export const requestPaper = (
  folder: PaperOffice,
  { plan, report, period }: PaperChoice,
  details: RequestDetails & { form?: Form },
): Promise<Uint8Array> =>
  requestLetter({
    paper: ofOffice(folder, plan, { day: details.day, type: 'letter' }),
    plan,
    report,
    period,
    due: details.due,
    kinds: details.duties.map((duty) => kindOf(folder, duty)),
    window: details.cutoff,
    form: details.form,
    method: details.method,
    contact: details.contact,
  });

export const unitReportPaper = (
  folder: PaperOffice,
  choice: PaperChoice,
  { form, submission, today }: { form: Form; submission: Submission; today: string },
): Promise<Uint8Array> => {
  const { plan, report, period } = choice;
  const { signedDocument, receivedOn } = submission;
  const settledOn = owed(folder, choice).find(({ unit }) => unit === submission.unit)?.settledOn;
  return unitReport({
    paper: unitPaper({
      directory: folder.directory,
      unit: submission.unit,
      day: signedDocument?.date ?? receivedOn?.slice(0, 10) ?? today,
      type: 'BC',
      signed: signedDocument,
      demo: folder.office.demo,
    }),
    plan,
    report,
    period,
    form,
    submission,
    settledOn: settledOn ?? period.lastDay,
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
  folder: PaperOffice,
  { plan, report, period }: PaperChoice,
  details: ReminderDetails,
): Promise<Uint8Array> => {
  const { rows, countedOn } = details;
  const [first] = rows;
  if (first === undefined) throw new Error('a reminder letter needs the units that owe');
  const expected = rows.filter(({ status }) => isOwed(status)).length;
  const missing = rows.filter(isMissing);
  const upward = plan.upward.filter((one) => one.report === report.id).flatMap(({ to }) => to);
  return reminderLetter({
    paper: ofOffice(folder, plan, { day: countedOn.day, type: 'letter' }),
    plan,
    report,
    period,
    due: first.obligation.due,
    countedOn,
    expected,
    received: expected - missing.length,
    missing: missing.map(({ name, obligation, facts }) => ({
      name,
      kind: kindOf(folder, obligation),
      // Its data are there; what the report is judged by is not.
      ...(facts.awaitingSignedCopy && facts.filing !== 'none' ? { note: 'Chưa có bản có chữ ký' } : {}),
    })),
    sendBy: details.sendBy,
    second: details.second,
    contact: details.contact,
    upward: upward.map((id) => folder.directory.at(id, countedOn.day)?.shortName ?? id),
  });
};

export const followUpPaper = (
  folder: PaperOffice,
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
  folder: PaperOffice,
  { plan, report }: PaperChoice,
  details: ConsolidatedDetails,
): Promise<Uint8Array> => {
  const { form, consolidation, rows, today, internal } = details;
  const obligation = rows[0]?.obligation;
  const closed =
    obligation?.due.kind === 'dated' && obligation.window.to <= obligation.due.lastDay ? obligation.window : undefined;
  return consolidatedReport({
    paper: ofOffice(folder, plan, { day: today, type: 'report' }),
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
