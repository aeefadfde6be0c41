import { strToU8, zipSync } from 'fflate';
import { frameOf, type SectionKind } from './frame.ts';
import type { Markup } from './markup.ts';
import { escape } from './text.ts';

/** One section of a document: its pages and its body. */
export interface Part extends SectionKind {
  readonly body: Markup;
}

export interface Pack {
  readonly parts: readonly Part[];
  /** Title and author in the file's properties. */
  readonly title: string;
  readonly author: string;
  /** ISO day of the document; absent while it is blank. */
  readonly date?: string | undefined;
  readonly demo?: boolean | undefined;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

// The day that files of undated documents carry: ZIP cannot say 'unknown', and the day of making would make two
// runs differ.
const NO_DATE = '2000-01-01';

const documentXml = (bodies: readonly Markup[], sections: readonly string[]): string =>
  `${XML}<w:document ${NAMESPACES}><w:body>${bodies
    .map((body, i) => {
      const properties = sections[i] ?? '';
      return i === bodies.length - 1
        ? `${body}${properties}`
        : `${body}<w:p><w:pPr><w:pStyle w:val="NgatPhan"/>${properties}</w:pPr></w:p>`;
    })
    .join('')}</w:body></w:document>`;

const coreXml = ({ title, author, day }: { title: string; author: string; day: string }): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<dc:title>${escape(title)}</dc:title><dc:creator>${escape(author)}</dc:creator>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified></cp:coreProperties>`;

// The years that the time of a ZIP entry can hold. A document of another year keeps its date in its properties.
const ZIP_YEARS = [1980, 2099] as const;

// ZIP keeps local time and fflate reads it back from the Date in the machine's zone: noon there is that day anywhere.
const entryTime = (day: string): Date => {
  const [least, most] = ZIP_YEARS;
  const year = Number(day.slice(0, 4));
  const held = year >= least && year <= most ? day : NO_DATE;
  return new Date(Number(held.slice(0, 4)), Number(held.slice(5, 7)) - 1, Number(held.slice(8, 10)), 12);
};

/** Packs sections into a .docx. The same input gives the same bytes: entries in one order, times from the document's date. */
export const pack = async ({ parts, title, author, date, demo = false }: Pack): Promise<Uint8Array> => {
  const frame = await frameOf({ sections: parts, demo });
  const day = date ?? NO_DATE;
  const entries: Record<string, Uint8Array> = {
    '[Content_Types].xml': frame.parts['[Content_Types].xml'] ?? new Uint8Array(),
  };
  const written = {
    ...frame.parts,
    'docProps/core.xml': strToU8(coreXml({ title, author, day })),
    'word/document.xml': strToU8(
      documentXml(
        parts.map((part) => part.body),
        frame.sections,
      ),
    ),
  };
  for (const path of Object.keys(written).toSorted()) entries[path] ??= written[path as keyof typeof written];
  return zipSync(entries, { mtime: entryTime(day) });
};
