import {
  asSentence,
  computedValue,
  describeForm,
  isRows,
  periodInSentence,
  type AnswerValue,
  type FieldDescription,
  type Form,
  type Period,
  type Plan,
  type Report,
  type RowValue,
  type SectionDescription,
  type Submission,
} from '@dondoc/core';
import { annexes, type Annex } from '../blocks/annex.ts';
import { closing, ending, keptWithNext } from '../blocks/closing.ts';
import { addressees, letterhead, title } from '../blocks/letterhead.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../blocks/table.ts';
import { textWidth } from '../layout/nd30-2020.ts';
import { paragraph, paragraphs, type Markup } from '../package/markup.ts';
import { pack } from '../package/pack.ts';
import { issuerName, type Paper } from '../paper.ts';
import { answerInSentence, answerText, cellText, columnHead, NO_DATA } from './figures.ts';
import { bareTitle, capitalised, citePlan, inSentence, numberWithin } from './words.ts';

export interface UnitReportInput {
  /** The unit's own paper: `issuer` is the unit. */
  readonly paper: Paper;
  readonly plan: Plan;
  readonly report: Report;
  readonly period: Period;
  readonly form: Form;
  readonly submission: Pick<Submission, 'gates' | 'answers' | 'nothingToReport'>;
  /** ISO day whose kind of the unit decides what it is asked: the `settledOn` of its obligation. */
  readonly settledOn: string;
  /** Default: the plan's desk, or its issuer. */
  readonly addressees?: readonly string[] | undefined;
}

// A section with more figures than a sentence carries becomes a table.
const MOST_IN_SENTENCE = 5;

const isFigure = ({ type }: FieldDescription): boolean => type !== 'narrative' && type !== 'list';

type Answers = Submission['answers'];

const valueOf = (field: FieldDescription, answers: Answers): AnswerValue | undefined =>
  field.type === 'computed' ? computedValue(field, answers) : answers[field.id];

/** Asked for sure: a blank is then told as one; a blank that nobody had to fill is left out. */
const isMissed = (field: FieldDescription): boolean => field.need !== 'optional' && field.when === undefined;

const told = (fields: readonly FieldDescription[], answers: Answers) =>
  fields
    .map((field) => ({ field, value: valueOf(field, answers) }))
    .filter(({ field, value }) => value !== undefined || isMissed(field));

const figuresSentence = (fields: readonly FieldDescription[], answers: Answers): Markup => {
  const parts = told(fields, answers).map(
    ({ field, value }) =>
      `${inSentence(field.label)}: ${value === undefined ? NO_DATA : answerInSentence(value, field)}`,
  );
  return parts.length === 0 ? '' : paragraph('NoiDung', `${capitalised(parts.join('; '))}.`);
};

const figuresTable = (fields: readonly FieldDescription[], answers: Answers): Markup => {
  const rows = told(fields, answers).map(({ field, value }, i): Row => ({
    cells: [String(i + 1), field.label, field.unit ?? '', value === undefined ? NO_DATA : answerText(value, field)],
  }));
  if (rows.length === 0) return '';
  return (
    paragraph('GianCach', '') +
    table({
      columns: [figureColumn(12), textColumn(93), figureColumn(27), figureColumn(33)],
      head: headRow('TT', 'Nội dung', 'Đơn vị tính', 'Kết quả'),
      rows,
    })
  );
};

const listTable = (field: FieldDescription, rows: readonly RowValue[], named: boolean): Markup => {
  const columns = field.columns ?? [];
  const weight = (type: string) => (type === 'text' ? 3 : 1.4);
  const share = (textWidth(false) - 12) / columns.reduce((sum, { type }) => sum + weight(type), 0);
  return (
    (named ? paragraph('BangTen', field.label) : paragraph('GianCach', '')) +
    table({
      columns: [
        figureColumn(12),
        ...columns.map(({ type }) => ({
          width: weight(type) * share,
          align: type === 'text' ? ('text' as const) : ('figure' as const),
        })),
      ],
      head: [[{ text: 'TT' }, ...columns.map((column) => ({ text: columnHead(column) }))]],
      rows: rows.map((row, i): Row => ({
        cells: [String(i + 1), ...columns.map((column) => cellText(row[column.id], column))],
      })),
    })
  );
};

const contents = (section: SectionDescription, answers: Answers): Markup => {
  const figures = section.fields.filter(isFigure);
  const onlyNarratives = figures.length === 0;
  const written = section.fields.filter(({ type }) => type === 'narrative');
  const counted =
    figures.length > MOST_IN_SENTENCE ? figuresTable(figures, answers) : figuresSentence(figures, answers);
  const first = section.fields[0];
  const inWords = section.fields
    .map((field): Markup => {
      const value = answers[field.id];
      if (field.type === 'narrative') {
        if (typeof value !== 'string' || value.trim() === '')
          return isMissed(field) ? paragraph('NoiDung', `${field.label}: ${NO_DATA}.`) : '';
        return written.length > 1 || !onlyNarratives
          ? paragraphs('NoiDung', `${field.label}: ${asSentence(value)}`)
          : paragraphs('NoiDung', asSentence(value));
      }
      return field.type === 'list' && isRows(value) && value.length > 0
        ? listTable(field, value, section.fields.length > 1)
        : '';
    })
    .join('');
  return first !== undefined && isFigure(first) ? counted + inWords : inWords + counted;
};

const HEADINGS = { 1: 'Muc', 2: 'Khoan', 3: 'Diem' } as const;

const sectionText = (section: SectionDescription, submission: UnitReportInput['submission']): Markup => {
  const bare = bareTitle(section.title);
  const heading = `${numberWithin(section)} ${section.depth === 1 ? bare.toLocaleUpperCase('vi') : bare}`;
  const nothing = section.gate && submission.gates[section.id] === false;
  return (
    paragraph(HEADINGS[section.depth], heading) +
    (nothing
      ? paragraph('NoiDung', 'Trong kỳ, đơn vị không phát sinh nội dung này.')
      : contents(section, submission.answers))
  );
};

const figuresAnnex = (section: SectionDescription, answers: Answers): Annex => {
  const year = section.fields.find(({ id }) => id === 'school-year');
  const value = year === undefined ? undefined : answers[year.id];
  const words = year !== undefined && value !== undefined ? ` năm học ${answerText(value, year)}` : '';
  return {
    title: `${bareTitle(section.title)}${words}`,
    body: figuresTable(
      section.fields.filter(({ id }) => id !== year?.id || words === ''),
      answers,
    ),
  };
};

/** Refers to the annexes after the text, on one page with the end of it. */
const withReference = (text: Markup, attached: readonly SectionDescription[]): Markup =>
  attached.length === 0
    ? text
    : keptWithNext(text) +
      paragraph('NoiDung', `(${attached.map(({ title }) => bareTitle(title)).join('; ')}: theo Phụ lục kèm theo.)`);

/**
 * Makes a unit's own report from its submission and the form: headings of the form, figures in sentences or tables,
 * the unit's paragraphs as written, sections that the form marks as annexes as such. A report of nothing says so with
 * its reason.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.4
 */
export const unitReport = ({
  paper,
  plan,
  report,
  period,
  form,
  submission,
  settledOn,
  addressees: to,
}: UnitReportInput): Promise<Uint8Array> => {
  const unit = issuerName(paper);
  const planIssuer = paper.directory.at(plan.issuer, paper.day)?.name ?? plan.issuer;
  const kind = paper.directory.at(paper.issuer, settledOn)?.kind ?? 'other';
  const described = describeForm({ form, report: report.id, kind, year: period.year });
  const words = periodInSentence(period);
  const subject = `${described.title} ${words}`;
  const nil = submission.nothingToReport;
  const opening = `Thực hiện ${citePlan(plan, planIssuer)}, ${unit} báo cáo ${inSentence(described.title)} ${words} như sau:`;
  const text =
    nil === undefined
      ? described.sections
          .filter(({ annex }) => !annex)
          .map((section) => sectionText(section, submission))
          .join('')
      : paragraph('NoiDung', `Trong ${words}, đơn vị không phát sinh nội dung phải báo cáo.`) +
        paragraphs('NoiDung', `Lý do: ${asSentence(nil.reason)}`);
  const attached =
    nil === undefined
      ? described.sections.filter(({ annex, fields }) => annex && told(fields, submission.answers).length > 0)
      : [];
  const body =
    letterhead(paper) +
    title('BÁO CÁO', [subject]) +
    addressees(to ?? [paper.directory.at(plan.desk.agency, paper.day)?.name ?? planIssuer]) +
    paragraph('MoDau', opening) +
    ending(withReference(text, attached), `Trên đây là báo cáo ${inSentence(described.title)} ${words} của ${unit}`) +
    closing(paper, { addressed: true });
  return pack({
    parts: [
      { kind: 'paper', turned: false, body },
      ...annexes(
        attached.map((section) => figuresAnnex(section, submission.answers)),
        { type: 'Báo cáo', paper },
      ),
    ],
    title: `Báo cáo ${subject}`,
    author: unit,
    date: paper.date,
    demo: paper.demo,
  });
};
