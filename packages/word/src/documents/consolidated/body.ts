import {
  asSentence,
  consolidationWords,
  formatCoverage,
  groupedRows,
  totalWords,
  windowPhrase,
  type SectionResult,
} from '@dondoc/core';
import { paragraph, paragraphs, type Markup } from '../../package/markup.ts';
import { capitalised, citePlan, inSentence, listed } from '../words.ts';
import { outlineOf, type OutlineItem } from './outline.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById, isFigure } from './totals-annexes.ts';

const STYLES = { 1: 'Muc', 2: 'Khoan', 3: 'Diem' } as const;

const coverage = ({ consolidation, window, nameMissing }: ConsolidatedReportInput): string => {
  const { coverage: over, units } = consolidation;
  const missing = units.filter(({ state }) => state === 'missing').map(({ name }) => name);
  const named = nameMissing === true && missing.length > 0 ? ` Đơn vị chưa gửi báo cáo: ${listed(missing)}.` : '';
  return `Số liệu tổng hợp từ ${formatCoverage(over.received, over.expected)}${window === undefined ? '' : `, thời gian chốt số liệu ${windowPhrase(window)}`}.${named}`;
};

interface Told {
  readonly text: Markup;
  readonly any: boolean;
}

const TO_WRITE = '[Cơ quan tổng hợp viết nội dung này]';

/** What units gave under an item that has no generated sentence: its figures by their labels, else a place to write. */
const byLabels = (item: OutlineItem, { consolidation, form }: ConsolidatedReportInput): Markup | undefined => {
  const annexed = new Set(form.sections.flatMap(({ id, annex }) => (annex ? [id] : [])));
  const ids = new Set(item.sections.filter((id) => !annexed.has(id)));
  const fields = fieldsById(form);
  const totals = consolidation.totals.filter(({ section }) => ids.has(section));
  const figures = totals.flatMap((one) =>
    one.total === undefined || !isFigure(one)
      ? []
      : [`${inSentence(one.label)}: ${totalWords(one.total, one, fields.get(one.field))}`],
  );
  if (figures.length > 0) return paragraph('NoiDung', `${capitalised(figures.join('; '))}.`);
  const told = totals.some(({ sources }) => sources.some(({ state }) => state === 'value'));
  return told ? paragraph('ChoViet', TO_WRITE) : undefined;
};

// 'Cơ quan khác' is no name: inside a heading it begins small, unlike 'Sở Giáo dục và Đào tạo'.
const levelInHeading = (label: string): string => (/^\p{Lu}\p{Ll}* \p{Ll}/u.test(label) ? inSentence(label) : label);

/** A heading for each level that units make proposals to, but for the issuer's own: those it answers itself. */
const proposalLevels = (item: OutlineItem, { consolidation, form, paper }: ConsolidatedReportInput): Markup => {
  if (item.id !== 'proposals') return '';
  const own = paper.directory.at(paper.issuer, paper.day)?.kind;
  return groupedRows({ form, consolidation, field: 'proposals' })
    .filter(({ id }) => id !== '' && id !== own)
    .map(
      ({ label }, i) =>
        paragraph('Khoan', `${i + 1}. Đối với ${levelInHeading(label)}`) + paragraph('ChoViet', TO_WRITE),
    )
    .join('');
};

const under = (item: OutlineItem, input: ConsolidatedReportInput): Told => {
  const { consolidation, text = {} } = input;
  const results = item.sections.flatMap((id): SectionResult[] =>
    consolidation.sections.filter(({ section }) => section === id),
  );
  const desk = text[item.id];
  if (desk !== undefined && desk.trim() !== '') return { text: paragraphs('NoiDung', desk), any: true };
  const gates = results.flatMap(({ gate }) => (gate === undefined ? [] : [gate]));
  const arose = gates.length === 0 || gates.some(({ open }) => open > 0);
  const sentences = arose ? results.flatMap(({ sentences: generated }) => generated.map(asSentence)) : [];
  if (sentences.length > 0) return { text: paragraph('NoiDung', sentences.join(' ')), any: true };
  if (!arose && gates.some(({ closed }) => closed > 0))
    return { text: paragraph('NoiDung', consolidationWords.nothingArose), any: false };
  const levels = proposalLevels(item, input);
  if (levels !== '') return { text: levels, any: true };
  if (item.written === true) return { text: paragraph('ChoViet', TO_WRITE), any: true };
  const given = byLabels(item, input);
  if (given !== undefined) return { text: given, any: true };
  // A heading over other sections asks nothing itself.
  const asks = input.form.sections.some(({ id, fields }) => item.sections.includes(id) && fields.length > 0);
  return { text: asks ? paragraph('NoiDung', 'Chưa có số liệu.') : '', any: false };
};

/** Writes parts I to V: headings, the desk's text where it is given, else the generated sentences. */
export const body = (input: ConsolidatedReportInput): Markup => {
  const { paper, plan, form, outline = outlineOf(form) } = input;
  const planIssuer = paper.directory.at(plan.issuer, paper.day)?.name ?? plan.issuer;
  let markup = '';
  outline.forEach((item, i) => {
    const { text, any } = under(item, input);
    if (item.ifAny === true && !any) return;
    markup += paragraph(
      STYLES[item.depth],
      `${item.number} ${item.depth === 1 ? item.title.toLocaleUpperCase('vi') : item.title}`,
    );
    if (i === 0)
      markup += paragraph(
        'NoiDung',
        `${planIssuer} đã ban hành ${citePlan(plan, planIssuer).replace(` của ${planIssuer}`, '')}.`,
      );
    markup += text;
    if (i === 0) markup += paragraph('NoiDung', coverage(input));
  });
  return markup;
};
