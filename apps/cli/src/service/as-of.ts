import { vietnamMoment } from '@dondoc/core';
import { fileFinding, type LocatedFinding } from '../files/source.ts';
import { officeNow } from './api.ts';
import type { Service } from './service.ts';

/** Says why a day cannot be looked back to: it has not come yet at the office, whose clock may be its own. */
export async function toCome(service: Service, day: string | undefined): Promise<readonly LocatedFinding[]> {
  if (day === undefined) return [];
  const now = await officeNow(service);
  if (!now.ok) return now.findings;
  const today = vietnamMoment(now.value).day;
  return day > today ? [fileFinding('service.as-of-to-come', '--as-of', { day, today })] : [];
}
