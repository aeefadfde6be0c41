import { consolidate, directory, phongGddtOffice, readSubmissions } from '@dondoc/core';
import { consolidatedReport } from '@dondoc/word';
import Docxtemplater from 'docxtemplater';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PizZip from 'pizzip';
import { agencies, form, named, offices, period, plan, submissions, units } from './data.ts';
import { compare, type Measured } from './measure.ts';

const UNITS = 60;
const BODY = 'word/document.xml';
const TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g;

const unescape = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The document's XML as what stands between its texts, and the texts. */
function takeApart(xml: string): { readonly between: readonly string[]; readonly texts: readonly string[] } {
  const between: string[] = [];
  const texts: string[] = [];
  let from = 0;
  for (const match of xml.matchAll(TEXT)) {
    const at = match.index + match[0].length - match[1]!.length - '</w:t>'.length;
    between.push(xml.slice(from, at));
    texts.push(unescape(match[1]!));
    from = at + match[1]!.length;
  }
  return { between: [...between, xml.slice(from)], texts };
}

/**
 * An equal document as a docxtemplater template: every text outside tables a tag of its own, in each table one row as
 * a loop over its data rows. Rows of one table that differ in build (headings of sections) stand as tags too.
 */
function template(xml: string): { readonly xml: string; readonly data: Record<string, unknown> } {
  const data: Record<string, unknown> = {};
  let tags = 0;
  const tagged = (part: string) =>
    part.replace(TEXT, (_, text: string) => {
      const tag = `t${tags++}`;
      data[tag] = unescape(text);
      return `<w:t xml:space="preserve">{${tag}}</w:t>`;
    });
  const result = xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>|(?:(?!<w:tbl>)[\s\S])+/g, (piece) => {
    if (!piece.startsWith('<w:tbl>')) return tagged(piece);
    const shapes = new Map<string, { readonly tag: string; readonly rows: Record<string, string>[] }>();
    return piece.replace(/<w:tr[ >][\s\S]*?<\/w:tr>/g, (row) => {
      const { between, texts } = takeApart(row);
      const shape = between.join('\u0000');
      const known = shapes.get(shape);
      const values = Object.fromEntries(texts.map((text, i) => [`c${i}`, text]));
      if (known !== undefined) {
        known.rows.push(values);
        return '';
      }
      const tag = `r${tags++}`;
      shapes.set(shape, { tag, rows: [values] });
      data[tag] = shapes.get(shape)?.rows;
      if (texts.length === 0) return row;
      let i = 0;
      return row.replace(TEXT, () => {
        const open = i === 0 ? `{#${tag}}` : '';
        const close = i === texts.length - 1 ? `{/${tag}}` : '';
        return `<w:t xml:space="preserve">${open}{c${i++}}${close}</w:t>`;
      });
    });
  });
  return { xml: result, data };
}

/** The consolidated report of 60 units, against docxtemplater filling an equal one and against strings zipped by fflate. */
export async function paper(): Promise<readonly Measured[]> {
  const read = readSubmissions(named(submissions(UNITS)), {
    plan,
    directory: offices(UNITS),
    only: { report: 'year', period: '2019' },
  });
  const report = plan.reports.find(({ id }) => id === 'year');
  if (!read.ok || report === undefined) throw new Error('the benchmark’s own submissions are refused');
  const all = phongGddtOffice().agencies.filter(
    ({ id }) => !plan.units.some(({ agencies: named }) => named?.includes(id)),
  );
  const input = {
    paper: {
      directory: directory([...all, ...agencies(UNITS)]),
      issuer: plan.issuer,
      day: '2019-11-08',
      symbol: 'BC-PGDĐT',
      signatory: plan.signatory,
      recipients: [{ text: 'Như trên' }, { text: 'Lưu: VT' }],
    },
    plan,
    report,
    form,
    consolidation: consolidate({
      plan,
      form,
      report,
      period: period('2019'),
      expected: units(UNITS),
      submissions: read.value,
    }),
  };

  const made = unzipSync(await consolidatedReport(input));
  const xml = strFromU8(made[BODY]!);
  const { between, texts } = takeApart(xml);
  const filled = template(xml);
  const templateFile = zipSync({ ...made, [BODY]: strToU8(filled.xml) });

  const byStrings = () => {
    let body = between[0] ?? '';
    for (let i = 0; i < texts.length; i++) body += escape(texts[i] ?? '') + (between[i + 1] ?? '');
    return zipSync({ ...made, [BODY]: strToU8(body) });
  };
  const byTemplate = () =>
    new Docxtemplater(new PizZip(templateFile), { paragraphLoop: false, linebreaks: false })
      .render(filled.data)
      .getZip()
      .generate({ type: 'uint8array', compression: 'DEFLATE' });

  const words = (file: Uint8Array) =>
    takeApart(strFromU8(unzipSync(file)[BODY]!))
      .texts.filter((text) => text !== '')
      .toSorted()
      .join('\n');
  if (words(byStrings()) !== words(await consolidatedReport(input)))
    throw new Error('the strings do not make the same document');
  if (words(byTemplate()) !== words(byStrings())) throw new Error('the template does not make an equal document');

  return compare({
    '@dondoc/word': () => consolidatedReport(input),
    docxtemplater: byTemplate,
    'strings and fflate': byStrings,
  });
}
