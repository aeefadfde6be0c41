import { describePlanChange } from '../plan/diff-words.ts';
import { adoptionWords } from '../text/catalogue/adoption.ts';
import type { AdoptionChange } from './types.ts';

/** How many changes of a plan one sentence tells; the rest are counted. */
const MOST_TOLD = 3;

/** Describes a change of an adoption in Vietnamese: 'Đơn vị “Trường Tiểu học An Thịnh”: thay đổi tên gọi, ngày ngừng hoạt động.' */
export const describeAdoptionChange = (change: AdoptionChange): string => {
  const { name } = change;
  if (change.kind !== 'plan') {
    const keys = (change.details ?? []).map((key) => adoptionWords.member(key));
    return change.change === 'added'
      ? adoptionWords.added[change.kind](name)
      : adoptionWords.changed[change.kind](name, keys);
  }
  if (change.change === 'added') return adoptionWords.added.plan(name);
  const details = change.details ?? [];
  return adoptionWords.changed.plan({
    name,
    version: change.version,
    told: details.slice(0, MOST_TOLD).map(describePlanChange),
    rest: Math.max(0, details.length - MOST_TOLD),
  });
};
