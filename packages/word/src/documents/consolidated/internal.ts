import { describeFinding, duePhrase, formatDate, type FieldSource } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { answerText, NO_DATA, NOT_APPLICABLE } from '../figures.ts';
import { resultText, timelinessText } from '../follow-up-words.ts';
import type { ConsolidatedReportInput } from './input.ts';

// Working papers of the desk: who has sent, what the units wrote, where figures come from. Never sent out.

const filing = ({ internal, paper }: ConsolidatedReportInput): Annex[] =>
  internal?.filing === undefined
    ? []
    : [
        {
          working: true,
          turned: true,
          title: 'Tình hình gửi báo cáo',
          body: table({
            columns: [
              figureColumn(11),
              textColumn(62),
              textColumn(44),
              figureColumn(25),
              figureColumn(38),
              figureColumn(20),
              textColumn(32),
              textColumn(20),
            ],
            head: headRow(
              'TT',
              'Đơn vị',
              'Thời hạn',
              'Ngày nhận',
              'Đúng hạn/chậm',
              'Số lần nhắc, đôn đốc',
              'Kết quả kiểm tra',
              'Ghi chú',
            ),
            rows: internal.filing.map((entry, i): Row => ({
              cells: [
                String(i + 1),
                paper.directory.at(entry.obligation.unit, paper.day)?.name ?? entry.obligation.unit,
                duePhrase(entry.obligation.due),
                entry.facts.firstArrival === undefined ? '' : formatDate(entry.facts.firstArrival.day),
                timelinessText(entry),
                String(entry.facts.reminders.length),
                resultText(entry),
                entry.note ?? '',
              ],
            })),
            narrow: true,
          }),
        },
      ];

const missing = ({ internal, consolidation }: ConsolidatedReportInput): Annex[] => {
  const units = consolidation.units.filter(({ state }) => state === 'missing');
  return internal?.missing !== true || units.length === 0
    ? []
    : [
        {
          working: true,
          title: 'Đơn vị chưa gửi báo cáo',
          body: table({
            columns: [figureColumn(12), textColumn(103), textColumn(50)],
            head: headRow('TT', 'Đơn vị', 'Ghi chú'),
            rows: units.map(({ name }, i): Row => ({ cells: [String(i + 1), name, ''] })),
          }),
        },
      ];
};

const paragraphsByUnit = ({ internal, consolidation, form }: ConsolidatedReportInput): Annex[] => {
  if (internal?.paragraphs !== true) return [];
  const names = new Map(consolidation.units.map(({ id, name }) => [id, name]));
  const labels = new Map(form.sections.flatMap(({ fields }) => fields.map(({ id, label }) => [id, label])));
  const rows = consolidation.sections.flatMap(({ number, title, paragraphs }): Row[] =>
    paragraphs.length === 0
      ? []
      : [
          { kind: 'band', cells: [number, title] },
          ...paragraphs.map(({ unit, field, text: words }, i): Row => ({
            cells: [String(i + 1), names.get(unit) ?? unit, labels.get(field) ?? field, words],
          })),
        ],
  );
  return rows.length === 0
    ? []
    : [
        {
          working: true,
          title: 'Ý kiến theo đơn vị',
          body: table({
            columns: [figureColumn(13), textColumn(37), textColumn(30), textColumn(85)],
            head: headRow('TT', 'Đơn vị', 'Nội dung', 'Ý kiến'),
            tall: true,
            rows,
          }),
        },
      ];
};

const sourceText = (source: FieldSource, name: string, field: { readonly type: string }): string[] => {
  switch (source.state) {
    case 'value':
      return [`${name}: ${answerText(source.value, field)}`];
    case 'nothing':
      return [`${name}: không phát sinh`];
    case 'missing':
    case 'blank':
      return [`${name}: ${NO_DATA}`];
    case 'not-applicable':
      return [];
  }
};

const sources = ({ internal, consolidation }: ConsolidatedReportInput): Annex[] => {
  if (internal?.sources !== true) return [];
  const names = new Map(consolidation.units.map(({ id, name }) => [id, name]));
  const rows = consolidation.totals
    .filter(({ across }) => across !== 'digest' && across !== 'union')
    .map((one, i): Row => ({
      cells: [
        String(i + 1),
        one.label,
        one.sources.flatMap((source) => sourceText(source, names.get(source.unit) ?? source.unit, one)).join('; ') ||
          NOT_APPLICABLE,
      ],
    }));
  return [
    {
      working: true,
      turned: true,
      title: 'Nguồn số liệu',
      body: table({
        columns: [figureColumn(11), textColumn(61), textColumn(180)],
        head: headRow('TT', 'Nội dung', 'Số liệu của từng đơn vị'),
        tall: true,
        rows,
        narrow: true,
      }),
    },
  ];
};

const findings = ({ internal, consolidation }: ConsolidatedReportInput): Annex[] =>
  internal?.findings !== true || consolidation.findings.length === 0
    ? []
    : [
        {
          working: true,
          title: 'Số liệu cần kiểm tra lại',
          body: table({
            columns: [figureColumn(12), textColumn(28), textColumn(125)],
            head: headRow('TT', 'Mức độ', 'Nội dung'),
            rows: consolidation.findings.map((finding, i): Row => {
              const { label, message } = describeFinding(finding);
              return { cells: [String(i + 1), label, message] };
            }),
          }),
        },
      ];

/** The working annexes that the office asked for, in their fixed order. */
export const internalAnnexes = (input: ConsolidatedReportInput): readonly Annex[] => [
  ...filing(input),
  ...missing(input),
  ...paragraphsByUnit(input),
  ...sources(input),
  ...findings(input),
];
