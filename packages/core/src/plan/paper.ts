import type { AgencyDirectory } from '../agency/directory.ts';
import { letterheadOf, signatureLines } from '../agency/paper.ts';
import { formatDateLong } from '../text/format.ts';
import { asSentence } from '../text/sentence.ts';
import { fillCitations } from './cite.ts';
import { scheduleWords } from './schedule.ts';
import type { Plan, Task } from './schema.ts';

export type PlanParagraphStyle =
  | 'opening'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'paragraph'
  | 'bullet'
  | 'sub-bullet'
  | 'closing';

/** One paragraph of a plan's body, its number or mark included in the text. */
export interface PlanParagraph {
  readonly style: PlanParagraphStyle;
  readonly text: string;
}

type Block = readonly PlanParagraph[];

/**
 * Lays out the body of a plan in the order of its paper, from the opening to the closing, with citations written out
 * and numbers and marks in the text. A list of one is a plain paragraph. A task is followed by its lead, supporting
 * units, schedule and deliverable, as far as the plan states them.
 */
export const planParagraphs = (plan: Plan): readonly PlanParagraph[] => {
  const { aims, content, documents, organisation, tasks } = plan;
  const channels = content.channels.items.flatMap(({ text, items }): Block => [
    ...lines('bullet', `- ${text}`),
    ...(items ?? []).flatMap((item) => lines('sub-bullet', `+ ${item.text}`)),
  ]);
  const groups = tasks.groups.flatMap(({ heading, tasks: members }, index): Block => [
    ...lines('heading-2', `${index + 1}. ${heading}`),
    ...list(members.map((task) => taskText(task, plan.year))),
  ]);
  const body = [
    ...lines('opening', plan.opening),
    ...lines('heading-1', `I. ${aims.heading}`),
    ...lines('heading-2', `1. ${aims.purpose.heading}`),
    ...list(aims.purpose.items.map(({ text }) => text)),
    ...lines('heading-2', `2. ${aims.requirements.heading}`),
    ...list(aims.requirements.items.map(({ text }) => text)),
    ...lines('heading-1', `II. ${content.heading}`),
    ...lines('heading-2', `1. ${content.themes.heading}`),
    ...list(content.themes.items.map(({ text }) => text)),
    ...lines('heading-2', `2. ${content.channels.heading}`),
    ...channels,
    ...lines('heading-1', `III. ${tasks.heading}`),
    ...groups,
    ...lines('heading-1', `IV. ${organisation.heading}`),
    ...organisation.items.flatMap(({ text }, index) => lines('paragraph', `${index + 1}. ${text}`)),
    ...lines('closing', plan.closing),
  ];
  return body.map(({ style, text }) => ({ style, text: fillCitations(text, documents) }));
};

/** A line break in a text starts a paragraph of the same style. */
const lines = (style: PlanParagraphStyle, text: string): Block =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ style, text: line }));

const list = (texts: readonly string[]): Block =>
  texts.length === 1
    ? texts.flatMap((text) => lines('paragraph', text))
    : texts.flatMap((text) => lines('bullet', `- ${text}`));

const taskText = (task: Task, year: number): string => {
  const { lead, supporting, schedule, deliverable, text } = task;
  const when = schedule === undefined ? undefined : scheduleWords(schedule, year);
  const facts = [
    lead === undefined ? undefined : `Đơn vị chủ trì: ${lead}`,
    supporting === undefined || supporting.length === 0 ? undefined : `Đơn vị phối hợp: ${supporting.join('; ')}`,
    when === undefined ? undefined : `Thời gian thực hiện: ${when}`,
    deliverable === undefined ? undefined : `Sản phẩm, kết quả: ${deliverable}`,
  ].filter((fact) => fact !== undefined);
  // A text with nothing after it stays as it was written.
  return facts.length === 0 ? text : [text, ...facts].map(asSentence).join(' ');
};

/**
 * Gives the day whose names and letterheads stand on the plan's paper (ISO): its date; while that is blank, the date of
 * the latest document that it cites, or the first day of its year, whichever is later.
 */
export const paperDay = (plan: Plan): string => {
  if (plan.date !== undefined) return plan.date;
  const dates = plan.documents.flatMap(({ date }) => (date === undefined ? [] : [date]));
  return [...dates, `${plan.year}-01-01`].toSorted().at(-1) ?? `${plan.year}-01-01`;
};

/** Gives the line 'Số: …/KH-PGDĐT'; a number that is blank leaves room for it. */
export const numberLine = ({ number, symbol }: Pick<Plan, 'number' | 'symbol'>): string =>
  `Số: ${number ?? '     '}/${symbol}`;

/** Gives the line 'Thủ Thừa, ngày 05 tháng 9 năm 2019'; a date that is blank leaves room for day and month. */
export const placeAndDateLine = ({
  date,
  year,
  place,
}: {
  readonly date?: string | undefined;
  readonly year: number;
  readonly place: string;
}): string => `${place}, ${date === undefined ? `ngày      tháng      năm ${year}` : formatDateLong(date)}`;

/** Lists the recipients as printed: each line with its dash, ';' at its end and '.' at the last. */
export const recipientLines = ({ recipients }: Pick<Plan, 'recipients'>): readonly string[] =>
  recipients.map(({ text, purpose }, index) => {
    const words = purpose === undefined ? text : `${text} (${purpose})`;
    return `- ${words}${index === recipients.length - 1 ? '.' : ';'}`;
  });

/**
 * Writes the whole plan as plain text, line by line in the order of its paper: letterhead, country and motto, number
 * and date, title, body, recipients, signatory. Blank number and date stay blank.
 */
export const planText = ({ plan, directory }: { readonly plan: Plan; readonly directory: AgencyDirectory }): string => {
  const day = paperDay(plan);
  const { superior, own } = letterheadOf(directory, plan.issuer, day);
  const place = directory.at(plan.issuer, day)?.place ?? '';
  return [
    ...superior,
    ...own,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    numberLine(plan),
    placeAndDateLine({ date: plan.date, year: plan.year, place }),
    'KẾ HOẠCH',
    ...plan.title,
    ...planParagraphs(plan).map(({ text }) => text),
    'Nơi nhận:',
    ...recipientLines(plan),
    ...signatureLines(plan.signatory),
    ...(plan.signatory.name === undefined ? [] : [plan.signatory.name]),
  ].join('\n');
};
