import { formatCoverage, periodInSentence, windowPhrase, type SectionResult } from '@dondoc/core';
import { paragraph, paragraphs, type Markup } from '../../package/markup.ts';
import { issuerName } from '../../paper.ts';
import { citePlan, listed, sentence } from '../words.ts';
import { outlineOf, type OutlineItem } from './outline.ts';
import type { ConsolidatedReportInput } from './input.ts';

const STYLES = { 1: 'Muc', 2: 'Khoan', 3: 'Diem' } as const;

const coverage = ({ consolidation, window, nameMissing }: ConsolidatedReportInput): string => {
  const { coverage: over, units } = consolidation;
  const missing = units.filter(({ state }) => state === 'missing').map(({ name }) => name);
  const named = nameMissing === true && missing.length > 0 ? ` Đơn vị chưa gửi báo cáo: ${listed(missing)}.` : '';
  return `Số liệu tổng hợp từ ${formatCoverage(over.received, over.expected)}${window === undefined ? '' : `, thời gian chốt số liệu ${windowPhrase(window)}`}.${named}`;
};

const NOTHING = 'Trong kỳ, các đơn vị không phát sinh nội dung này.';

interface Told {
  readonly text: Markup;
  readonly any: boolean;
}

const under = (item: OutlineItem, input: ConsolidatedReportInput): Told => {
  const { consolidation, text = {} } = input;
  const results = item.sections.flatMap((id): SectionResult[] =>
    consolidation.sections.filter(({ section }) => section === id),
  );
  const desk = text[item.id];
  if (desk !== undefined && desk.trim() !== '') return { text: paragraphs('NoiDung', desk), any: true };
  const gates = results.flatMap(({ gate }) => (gate === undefined ? [] : [gate]));
  const arose = gates.length === 0 || gates.some(({ open }) => open > 0);
  const sentences = arose ? results.flatMap(({ sentences: generated }) => generated.map(sentence)) : [];
  if (sentences.length > 0) return { text: paragraph('NoiDung', sentences.join(' ')), any: true };
  if (!arose && gates.some(({ closed }) => closed > 0)) return { text: paragraph('NoiDung', NOTHING), any: false };
  if (item.written === true) return { text: paragraph('ChoViet', '[Cơ quan tổng hợp viết nội dung này]'), any: true };
  return { text: item.sections.length > 0 ? paragraph('NoiDung', 'Chưa có số liệu.') : '', any: false };
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

/** The end of the subject and of the closing sentence: '6 tháng đầu năm 2020', 'năm 2019'. */
export const periodWords = ({ consolidation }: ConsolidatedReportInput): string =>
  periodInSentence(consolidation.period);

export const author = ({ paper }: ConsolidatedReportInput): string => issuerName(paper);
