import { formatCoverage, isMissing, isOwed, type Moment } from '@dondoc/core';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import type { BoardRow } from '../desk/board.ts';
import { reminderPaper, type PaperChoice, type PaperOffice } from '../desk/papers.ts';
import type { OfficeFolder } from '../files/office.ts';
import type { SendBy } from '../text/parse.ts';
import { deliver, type OutputFlags } from './output.ts';

/** What is said of the letter. */
export interface LetterFlags extends OutputFlags {
  readonly sendBy?: SendBy;
  readonly contact?: string;
  readonly second?: boolean;
}

/** Working days that a unit is given where the letter does not say how many. */
const DAYS_GIVEN = 3;

/** Tells why nobody is urged yet, or no more; undefined: somebody is late. */
export function nobodyLate(rows: readonly BoardRow[]): string | undefined {
  const missing = rows.filter(isMissing);
  if (missing.length === 0) return 'render.all-sent';
  return missing.every(({ status }) => status.phase !== 'overdue') ? 'render.not-yet-due' : undefined;
}

interface Letter {
  readonly office: PaperOffice;
  readonly choice: PaperChoice;
  /** Who is counted; those of them who have not sent are urged. */
  readonly rows: readonly BoardRow[];
  readonly now: Moment;
  /** The moment of counting: a day, or an hour of it. */
  readonly countedOn: { readonly day: string; readonly time?: string };
  readonly flags: LetterFlags;
  /** The report and period, as the file is named. */
  readonly named: string;
}

/** Makes the letter that urges units, says who they are and writes it. */
export async function deliverReminder(
  context: CliContext,
  folder: Pick<OfficeFolder, 'folder'>,
  { office, choice, rows, now, countedOn, flags, named }: Letter,
): Promise<ExitCode> {
  const { sendBy, contact, second = false } = flags;
  const bytes = await reminderPaper(office, choice, {
    rows,
    countedOn,
    sendBy: sendBy ?? { day: office.calendar.addWorkingDays(now.day, DAYS_GIVEN), time: '16:00' },
    second,
    ...(contact === undefined ? {} : { contact }),
  });
  const expected = rows.filter(({ status }) => isOwed(status)).length;
  const missing = rows.filter(isMissing).map(({ name }) => name);
  tell(context, `Đã nhận ${formatCoverage(expected - missing.length, expected)}; chưa gửi: ${missing.join('; ')}.`);
  return deliver(context, folder, { name: `cong-van-don-doc-${second ? 'lan-2-' : ''}${named}`, bytes, flags });
}
