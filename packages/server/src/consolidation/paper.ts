import { clockMoment, followUpRows, type Issue, type IssueContent, type IssueData } from '@dondoc/core';
import { consolidatedReport, officePaper, type InternalAnnexes, type Supplement } from '@dondoc/word';
import type { ReportPeriod } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { docxType, type SentFile } from '../http/file.ts';
import type { Choice } from './choice.ts';
import type { Gathered } from './gather.ts';

/** What the paper of a consolidation is made of. */
export interface PaperInput {
  readonly view: OfficeView;
  readonly choice: Choice;
  readonly content: IssueContent;
  /** What was issued before; absent: the content is the report itself and no supplement. */
  readonly before?: Pick<Issue, 'number' | 'date'> | undefined;
  /** ISO day of the draft, or of the document. */
  readonly day: string;
  /** Number, date and signatory; absent: a draft, number and date blank. */
  readonly issued?: Pick<IssueData, 'number' | 'date' | 'signatory'>;
  readonly internal?: InternalAnnexes;
}

/** A cut-off stands on paper where it closes before the report is due. */
const statedWindow = ({ obligations }: Choice) => {
  const [first] = obligations;
  return first?.due.kind === 'dated' && first.window.to <= first.due.lastDay ? first.window : undefined;
};

const supplementOf = ({ before, content: { desk, difference } }: PaperInput): Supplement | undefined =>
  before === undefined || difference === undefined
    ? undefined
    : { to: { number: before.number, date: before.date }, reason: desk.reason, difference };

/** Makes the .docx of a consolidation: the same input gives the same bytes. */
export const consolidationPaper = async (input: PaperInput): Promise<Uint8Array<ArrayBuffer>> => {
  const { view, choice, content, day, issued, internal } = input;
  const { directory, settings } = view;
  const office = settings ?? { symbols: {}, demo: false };
  const { plan, report, form } = choice;
  const bytes = await consolidatedReport({
    paper: { ...officePaper({ office, directory, plan, day, type: 'report' }), ...issued },
    plan,
    report,
    form,
    consolidation: content.consolidation,
    window: statedWindow(choice),
    text: content.desk.text,
    nameMissing: content.desk.nameMissing,
    supplement: supplementOf(input),
    internal,
  });
  // A view into memory that might be shared, by its type: a copy is not.
  return new Uint8Array(bytes);
};

/** The working annexes, with how the units stand at an instant. */
export const internalAnnexesOf = (view: OfficeView, main: Gathered, at: string): InternalAnnexes => {
  const { directory, calendar, settings } = view;
  const now = clockMoment(at);
  const person = (id: string): string =>
    settings?.people.find((one) => one.id === id)?.name ?? directory.at(id, now.day)?.shortName ?? id;
  const obligations = main.choice.obligations;
  const facts = new Map(
    obligations.flatMap(({ id, unit }) => {
      const known = main.facts.get(unit);
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
  const filing = followUpRows({
    obligations,
    facts,
    now,
    calendar,
    person,
    ...(settings === undefined ? {} : { dueSoonDays: settings.settings.dueSoonDays }),
  });
  return { filing, missing: true, paragraphs: true, sources: true, findings: true };
};

/** Names a file of a consolidation: of the draft, of the report issued (1) or of a supplement (2 and up). */
export const paperName = ({ report, period }: ReportPeriod, issue?: number): string => {
  if (issue === undefined) return `du-thao-bao-cao-${report}-${period}`;
  return issue === 1 ? `bao-cao-${report}-${period}` : `bao-cao-bo-sung-${issue - 1}-${report}-${period}`;
};

export const docx = (bytes: Uint8Array<ArrayBuffer>, name: string): SentFile => ({
  bytes,
  mediaType: docxType,
  name: `${name}.docx`,
});
