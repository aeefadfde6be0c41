import { signatureLines } from '@dondoc/core';
import { balanced } from '../layout/metrics.ts';
import { closingColumns, nd30 } from '../layout/nd30-2020.ts';
import type { StyleId } from '../layout/styles.ts';
import { columns, paragraph, type Markup } from '../package/markup.ts';
import type { Paper, Recipient } from '../paper.ts';

/** Ends the last sentence of a document with './.', whatever it ended with before. */
export const lastSentence = (text: string): string => `${text.trimEnd().replace(/(?:\.\/\.|[.;,])$/u, '')}./.`;

// The styles a text may end in, and those which keep it with what follows.
const KEPT: Readonly<Partial<Record<StyleId, StyleId>>> = {
  NoiDung: 'NoiDungGiu',
  ChoViet: 'ChoVietGiu',
  BangChu: 'BangChuGiu',
  BangSo: 'BangSoGiu',
};

/** Keeps the last paragraph of a text, or the last row of the table that it ends with, on the page of what follows. */
export const keptWithNext = (text: Markup): Markup => {
  const from = Math.max(0, text.lastIndexOf(text.endsWith('</w:tbl>') ? '<w:tr>' : '<w:p>'));
  const end = Object.entries(KEPT).reduce(
    (markup, [style, kept]) => markup.replaceAll(`<w:pStyle w:val="${style}"/>`, `<w:pStyle w:val="${kept}"/>`),
    text.slice(from),
  );
  return text.slice(0, from) + end;
};

/** Ends a text with its last sentence, so that no page holds that sentence and the signature alone. */
export const ending = (text: Markup, last: string): Markup =>
  keptWithNext(text) + paragraph('KetThuc', lastSentence(last));

const recipientLine = ({ text, purpose }: Recipient, last: boolean): string =>
  `- ${text.replace(/[.;,\s]+$/u, '')}${purpose === undefined ? '' : ` (${purpose.replaceAll(/^\(|\)$/g, '').replaceAll(' ', '\u00A0')})`}${last ? '.' : ';'}`;

/**
 * Writes the foot of a document: recipients on the left, capacity and name of the signer on the right, room for
 * signature and seal between them. Kept on one page. A document with 'Kính gửi' (`addressed`) names its addressees first,
 * as 'Như trên'.
 *
 * @see Decree 30/2020/NĐ-CP, Annex I, part I, sections II.7 and II.9
 */
export const closing = (
  { recipients, signatory }: Pick<Paper, 'recipients' | 'signatory'>,
  { addressed = false }: { addressed?: boolean } = {},
): Markup => {
  const all =
    addressed && !recipients.some(({ text }) => /^như trên/iu.test(text))
      ? [{ text: 'Như trên' }, ...recipients]
      : recipients;
  const list = all.map((one, i) => paragraph('NoiNhan', recipientLine(one, i === all.length - 1))).join('');
  const capacity = { width: closingColumns[1], size: nd30.components.capacity.size.value, bold: true };
  return (
    paragraph('ViTriKy', '') +
    columns(closingColumns, [
      [
        list === '' ? paragraph('NoiNhan', '') : paragraph('NoiNhanNhan', 'Nơi nhận:') + list,
        signatureLines(signatory)
          .flatMap((line) => balanced(line, capacity))
          .map((line) => paragraph('QuyenHan', line))
          .join('') + paragraph('HoTen', signatory.name ?? ''),
      ],
    ])
  );
};
