import type { AgencyDirectory, Signatory } from '@dondoc/core';

/** A line of 'Nơi nhận', without its dash; `purpose` in brackets: 'để b/c'. */
export interface Recipient {
  readonly text: string;
  readonly purpose?: string | undefined;
}

/** How a document goes out: whose paper it is, its number and date, who signs, who receives. */
export interface Paper {
  readonly directory: AgencyDirectory;
  /** Issuing agency. */
  readonly issuer: string;
  /** ISO day whose names and letterheads stand on the paper: its date, or the day of the draft. */
  readonly day: string;
  /** Blank in a draft. One digit gets a leading zero. */
  readonly number?: string | undefined;
  /** After the number's stroke: 'KH-PGDĐT'. */
  readonly symbol: string;
  /** ISO day of the document; blank in a draft, which leaves room for day and month. */
  readonly date?: string | undefined;
  readonly signatory: Signatory;
  /** In order; the last line of all, 'Lưu: VT', is among them. */
  readonly recipients: readonly Recipient[];
  /** Invented data: every page says so. */
  readonly demo?: boolean | undefined;
}

/** The issuing agency's name in running text on the paper's day. */
export const issuerName = ({ directory, issuer, day }: Pick<Paper, 'directory' | 'issuer' | 'day'>): string =>
  directory.at(issuer, day)?.name ?? issuer;
