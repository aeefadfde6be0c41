import type { Agency } from '../agency/schema.ts';
import type { EntryContent } from '../ledger/types.ts';
import type { OfficeSettings, Role } from './office.ts';

/** The stream of the office's settings, of access granted and of what an operator did. */
export const officeStream = 'office';

/** Names the stream of an agency: `agency:{id}`. */
export const agencyStream = (agency: string): string => `agency:${agency}`;

// Types, not interfaces, where ledger entries carry them: only a type alias is assignable to Json's index signature.

/** Access as the ledger keeps it: to whom and until when; never a secret nor its hash, no name of a person. */
export type Granted = {
  readonly credential: string;
  readonly what: 'token' | 'link';
  readonly principal: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
  /** Exclusive instant. */
  readonly expiresAt: string;
};

/** What the office's stream holds. Only `adopt` changes what the office is; the others are there to be read. */
export type OfficeEntry =
  | EntryContent<'adopt', { readonly settings: OfficeSettings }>
  | EntryContent<'grant', { readonly granted: readonly Granted[] }>
  /** `withSessions`: of links, with all devices that they signed in and all links that were made on those. */
  | EntryContent<
      'revoke',
      { readonly credentials: readonly string[]; readonly withSessions?: boolean; readonly reason?: string }
    >
  /** The deployment's setup secret was used (again). */
  | EntryContent<'set-up', { readonly credential: string }>
  /** The data of an entry were erased. */
  | EntryContent<'redact', { readonly stream: string; readonly version: number; readonly reason: string }>
  /** The ledger was restored from an archive, whose last seq it names. */
  | EntryContent<'restore', { readonly seq: number; readonly digest: string }>;

/** What an agency's stream holds: each entry is the agency as it is from then on. */
export type AgencyEntry = EntryContent<'adopt', { readonly agency: Agency }>;
