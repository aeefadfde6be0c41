import { describeFinding, duePhrase, formatDate, type FieldSource } from '@dondoc/core';
import type { Annex } from '../../blocks/annex.ts';
import { figureColumn, headRow, table, textColumn, type Row } from '../../blocks/table.ts';
import { NOT_APPLICABLE, sourceText, type Shown } from '../figures.ts';
import { resultText, timelinessText } from '../follow-up-words.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { fieldsById } from './totals-annexes.ts';

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
                paper.directory.at(entry.obligation.unit, entry.obligation.settledOn)?.name ?? entry.obligation.unit,
                duePhrase(entry.obligation.due),
                entry.arrival === undefined ? '' : formatDate(entry.arrival.day),
                timelinessText(entry),
                String(entry.facts.reminders.length),
                resultText(entry),
                entry.note ?? '',
              ],
            })),
            set: 'narrow',
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

const ofUnit = (source: FieldSource, name: string, field: Shown): string[] =>
  source.state === 'not-applicable'
    ? []
    : [`${name}: ${source.state === 'nothing' ? 'không phát sinh' : sourceText(source, field)}`];

const sources = ({ internal, consolidation, form }: ConsolidatedReportInput): Annex[] => {
  if (internal?.sources !== true) return [];
  const fields = fieldsById(form);
  const names = new Map(consolidation.units.map(({ id, name }) => [id, name]));
  const rows = consolidation.totals
    .filter(({ across }) => across !== 'digest' && across !== 'union')
    .map((one, i): Row => ({
      cells: [
        String(i + 1),
        one.label,
        one.sources
          .flatMap((source) => ofUnit(source, names.get(source.unit) ?? source.unit, fields.get(one.field) ?? one))
          .join('; ') || NOT_APPLICABLE,
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
        set: 'narrow',
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
