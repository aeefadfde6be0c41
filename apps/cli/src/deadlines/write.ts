import { daysBetween, duePhrase, formatDate, formatNumber, periodInSentence, weekdayDate } from '@dondoc/core';
import type { OfficeFolder } from '../files/office.ts';
import { csv } from '@dondoc/server';
import { calendar as ics, type CalendarEvent } from '../print/ics.ts';
import { table } from '../print/table.ts';
import type { Deadline } from './deadlines.ts';

const kinds = { report: 'báo cáo của đơn vị', upward: 'báo cáo của cơ quan', task: 'nhiệm vụ' } as const;

/** What the last column says: why nobody is held to it, or which working day to mind. */
export function remark({ due, notApplicable }: Deadline): string {
  if (notApplicable) return 'không áp dụng: đến hạn trước ngày ban hành kế hoạch';
  if (due.kind !== 'dated') return '';
  if (due.movedFrom !== undefined) return `dời từ ngày ${formatDate(due.movedFrom)} (ngày nghỉ)`;
  if (due.lastWorkingDay === due.lastDay) return '';
  return `ngày làm việc cuối trong hạn: ${weekdayDate(due.lastWorkingDay)}`;
}

function left({ due, notApplicable }: Deadline, today: string): string {
  if (due.kind !== 'dated' || notApplicable) return '';
  const days = daysBetween(today, due.lastDay);
  return days === 0 ? 'hôm nay' : days > 0 ? `còn ${formatNumber(days)} ngày` : `đã qua ${formatNumber(-days)} ngày`;
}

const unitWords = ({ units }: Deadline, folder: OfficeFolder, day: string): string => {
  const [only] = units;
  if (only === undefined) return '';
  return units.length > 1 ? `${String(units.length)} đơn vị` : (folder.directory.at(only, day)?.name ?? only);
};

/** Writes deadlines as a table for people: a line for each duty. */
export function deadlineTable(
  folder: OfficeFolder,
  list: readonly Deadline[],
  { today, columns }: { today: string; columns: number },
): string {
  return table(
    [
      { title: 'Ngày cuối' },
      { title: 'Còn lại' },
      { title: 'Nội dung', least: 30 },
      { title: 'Kỳ', least: 12 },
      { title: 'Thời hạn', least: 24 },
      { title: 'Đơn vị', least: 10 },
      { title: 'Ghi chú', least: 16 },
    ],
    list.map((one) => [
      one.due.kind === 'dated' ? formatDate(one.due.lastDay) : '–',
      left(one, today),
      one.title,
      one.period.words,
      duePhrase(one.due),
      unitWords(one, folder, today),
      remark(one),
    ]),
    columns,
  );
}

interface Line {
  readonly id: string;
  readonly is: Deadline['is'];
  readonly plan: string;
  readonly what: string;
  readonly title: string;
  readonly period: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly lastDay: string | null;
  readonly lastWorkingDay: string | null;
  readonly time: string | null;
  readonly words: string;
  readonly notApplicable: boolean;
  readonly deadline: Deadline;
}

/** One line for each obligation of each unit, and for each task. */
export function lines(folder: OfficeFolder, list: readonly Deadline[]): readonly Line[] {
  return list.flatMap((one) => {
    const units: readonly (string | null)[] = one.units.length === 0 ? [null] : one.units;
    return units.map((unit): Line => {
      const dated = one.due.kind === 'dated' ? one.due : undefined;
      const name = unit === null ? undefined : folder.directory.at(unit, dated?.lastDay ?? one.issuedOn)?.name;
      const way = one.is === 'report' ? [] : [one.is];
      return {
        id: [one.plan, ...way, one.what, one.period.id, ...(unit === null ? [] : [unit])].join('/'),
        is: one.is,
        plan: one.plan,
        what: one.what,
        title: one.title,
        period: one.period.id,
        unit,
        unitName: name ?? unit,
        lastDay: dated?.lastDay ?? null,
        lastWorkingDay: dated?.lastWorkingDay ?? null,
        time: dated?.time ?? null,
        words: duePhrase(one.due),
        notApplicable: one.notApplicable,
        deadline: one,
      };
    });
  });
}

const forPrograms = ({ deadline, ...line }: Line) => ({ ...line, due: deadline.due });

/** Writes deadlines for programs: a line for each obligation and task. */
export function deadlineJson(folder: OfficeFolder, list: readonly Deadline[]): string {
  return `${JSON.stringify({ deadlines: lines(folder, list).map(forPrograms) }, null, 2)}\n`;
}

/** Writes deadlines for a spreadsheet: a line for each obligation and task. */
export function deadlineCsv(folder: OfficeFolder, list: readonly Deadline[]): string {
  const heading = [
    'Ngày cuối',
    'Giờ',
    'Ngày làm việc cuối',
    'Nội dung',
    'Kỳ',
    'Thời hạn',
    'Đơn vị',
    'Loại',
    'Mã',
    'Ghi chú',
  ];
  const rows = lines(folder, list).map((line) => [
    line.lastDay ?? '',
    line.time ?? '',
    line.lastWorkingDay ?? '',
    line.title,
    line.deadline.period.words,
    line.words,
    line.unitName ?? '',
    kinds[line.is],
    line.id,
    remark(line.deadline),
  ]);
  return csv([heading, ...rows]);
}

/** Writes what has a day as an iCalendar file: all-day events on the last on-time day. */
export function deadlineIcs(
  folder: OfficeFolder,
  list: readonly Deadline[],
  { name, unit }: { name: string; unit?: string },
): string {
  const events = list.flatMap((one): readonly CalendarEvent[] => {
    // Nobody is to be reminded of what no longer binds.
    if (one.due.kind !== 'dated' || one.notApplicable) return [];
    const way = one.is === 'report' ? [] : [one.is];
    const note = remark(one);
    const who = one.units.length === 0 ? '' : `Đơn vị: ${unitWords(one, folder, one.due.lastDay)}.`;
    return [
      {
        uid: `${[one.plan, ...way, one.what, one.period.id, ...(unit === undefined ? [] : [unit])].join('/')}@dondoc`,
        day: one.due.lastDay,
        summary:
          one.is === 'task'
            ? one.title
            : `${one.title} ${one.period.kind === 'event' ? '' : periodInSentence(one.period)}`.trim(),
        description: [`Thời hạn: ${duePhrase(one.due)}.`, who, note === '' ? '' : `${note}.`]
          .filter((part) => part !== '')
          .join('\n'),
        categories: [kinds[one.is]],
        stamp: one.issuedOn,
      },
    ];
  });
  return ics(name, events);
}
