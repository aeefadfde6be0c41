import { formatDate, vietnamMoment } from '@dondoc/core';
import type { Column } from '../print/table.ts';

/** What the lists of tokens, links and sessions have in common. */
export interface Credential {
  readonly credential: string;
  readonly principal: string;
  readonly roles: readonly string[];
  readonly unit?: string | undefined;
  readonly label: string;
  readonly createdAt: string;
  readonly createdBy: string;
  /** Exclusive instant. */
  readonly expiresAt: string;
  readonly revokedAt?: string | undefined;
}

const dayOf = (instant: string): string => formatDate(vietnamMoment(Date.parse(instant)).day);

/** Says whether access still holds at an instant of the office, and until when. */
export function stateOf(now: number, { expiresAt, revokedAt }: Credential): string {
  if (revokedAt !== undefined) return `đã thu hồi ngày ${dayOf(revokedAt)}`;
  const over = Date.parse(expiresAt) <= now;
  return over ? `đã hết hạn ngày ${dayOf(expiresAt)}` : `đến ngày ${dayOf(expiresAt)}`;
}

export const credentialColumns: readonly Column[] = [
  { title: 'Mã' },
  { title: 'Cấp cho', least: 14 },
  { title: 'Vai trò', least: 10 },
  { title: 'Ghi chú', least: 12 },
  { title: 'Hiệu lực', least: 14 },
];

export const credentialCells = (now: number, one: Credential): readonly string[] => [
  one.credential,
  one.principal,
  one.roles.join(', '),
  one.label,
  stateOf(now, one),
];
