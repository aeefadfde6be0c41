import type { StyleId } from '../layout/styles.ts';
import { escape } from './text.ts';

// Running text and tables are written as WordprocessingML directly. The object tree of `docx` serves for what is built
// once (styles, headers, sections, see frame.ts); for thousands of cells it costs ten times the CPU of these strings.
// All text goes through `escape`: there is no other way into a document.

/** A piece of WordprocessingML. Only this folder and the blocks make it. */
export type Markup = string;

const BREAK = '</w:t><w:br/><w:t xml:space="preserve">';
const TAB = '</w:t><w:tab/><w:t xml:space="preserve">';

const inner = (text: string): Markup => {
  const escaped = escape(text);
  return escaped.includes('\n') || escaped.includes('\t')
    ? escaped.replaceAll('\n', BREAK).replaceAll('\t', TAB)
    : escaped;
};

/** Writes a run of text, in a character style where it differs from its paragraph's. */
export const run = (text: string, style?: StyleId): Markup =>
  text === ''
    ? ''
    : `<w:r>${style === undefined ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`}<w:t xml:space="preserve">${inner(text)}</w:t></w:r>`;

/** Writes a paragraph of one run. */
export const paragraph = (style: StyleId, text: string): Markup => paragraphOf(style, run(text));

/** Writes a paragraph of runs. */
export const paragraphOf = (style: StyleId, runs: Markup): Markup =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;

/** Writes text of several paragraphs, one for each line; blank lines are left out. */
export const paragraphs = (style: StyleId, text: string): Markup =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(style, line.trim()))
    .join('');

const TWIPS_PER_MM = 1440 / 25.4;
/** Millimetres in twentieths of a point, whole. */
export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM);

/** Draws a line of `length` millimetres in the middle of a column `width` millimetres wide: a border, not underlining. */
export const rule = ({ length, width }: { length: number; width: number }): Markup => {
  const indent = Math.max(0, twips((width - length) / 2));
  return `<w:p><w:pPr><w:pStyle w:val="DuongKe"/><w:ind w:left="${indent}" w:right="${indent}"/></w:pPr></w:p>`;
};

/** A table without borders that puts columns side by side; each cell holds whole paragraphs. */
export const columns = (widths: readonly number[], rows: readonly (readonly Markup[])[]): Markup =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="KhungTrang"/><w:tblW w:w="${twips(widths.reduce((a, b) => a + b, 0))}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
  `<w:tblGrid>${widths.map((mm) => `<w:gridCol w:w="${twips(mm)}"/>`).join('')}</w:tblGrid>` +
  rows
    .map(
      (cells) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((cell, i) => `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[i] ?? 0)}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`).join('')}</w:tr>`,
    )
    .join('') +
  '</w:tbl>';
