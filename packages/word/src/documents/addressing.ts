import { headOfKind } from '@dondoc/core';

// Whom the office writes to: a school's head, a People's Committee as a body, else whoever heads the unit.

const COMMITTEES: Readonly<Record<string, string>> = {
  'ubnd-xa': 'Ủy ban nhân dân các xã, phường',
  'ubnd-huyen': 'Ủy ban nhân dân các huyện, thị xã, thành phố',
};

/** Says of a kind whether its units are schools: headed by 'Hiệu trưởng'. */
export const isSchool = (kind: string): boolean => headOfKind(kind) === 'Hiệu trưởng';

/** Addresses one unit: 'Hiệu trưởng Trường …', 'Ủy ban nhân dân xã …', 'Thủ trưởng …'. */
export const addresseeOf = ({ name, kind }: { readonly name: string; readonly kind: string }): string => {
  const head = headOfKind(kind);
  if (head === 'Chủ tịch') return name;
  return `${head === 'Hiệu trưởng' || head === 'Giám đốc' ? head : 'Thủ trưởng'} ${name}`;
};

/** Addresses units together by their kinds: 'Hiệu trưởng các trường'; of several sorts, or unknown ones, 'Thủ trưởng các đơn vị'. */
export const addresseesOf = (kinds: readonly string[]): string => {
  const [first] = kinds;
  if (first === undefined) return 'Thủ trưởng các đơn vị';
  if (kinds.every(isSchool)) return 'Hiệu trưởng các trường';
  const committees = kinds.every((kind) => kind === first) ? COMMITTEES[first] : undefined;
  return committees ?? 'Thủ trưởng các đơn vị';
};
