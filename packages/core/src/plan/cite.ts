import { formatDate } from '../text/format.ts';
import type { LegalDocument } from './schema.ts';

/**
 * Writes the full citation of a document, as at its first mention: type, number and symbol, date, issuer, subject.
 * What the record leaves out is left out: a law without number and date is cited by its name.
 *
 * @see Decree 30/2020/NĐ-CP, Annex I, on citing documents
 */
export const cite = (document: LegalDocument): string => {
  const { date, issuer, subject } = document;
  return [
    citeShort(document),
    date === undefined ? '' : `ngày ${formatDate(date)}`,
    issuer === undefined ? '' : `của ${issuer}`,
    subject ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
};

/** Writes the citation of a document already mentioned: its type, number and symbol. */
export const citeShort = ({ type, code }: LegalDocument): string => (code === undefined ? type : `${type} số ${code}`);

const PLACEHOLDER = /\{([a-z0-9]+(?:-[a-z0-9]+)*)\}/g;

/** Replaces each `{document-id}` by the full citation; one that names no document stays as it is. */
export const fillCitations = (text: string, documents: readonly LegalDocument[]): string =>
  text.replaceAll(PLACEHOLDER, (placeholder, id: string) => {
    const document = documents.find((candidate) => candidate.id === id);
    return document === undefined ? placeholder : cite(document);
  });

/** Gives the ids that the placeholders of a text name, in order, each as often as it stands there. */
export const citedIds = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].flatMap(([, id]) => (id === undefined ? [] : [id]));
