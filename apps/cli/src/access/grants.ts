import { roles, type Role } from '@dondoc/core';
import { word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';

/** Who access is for. */
export interface GrantFlags {
  readonly unit?: readonly string[];
  readonly person?: string;
  readonly role?: readonly Role[];
  readonly label?: string;
  readonly days?: number;
}

export const grantFlags = {
  unit: {
    kind: 'parsed',
    parse: word,
    variadic: true,
    optional: true,
    placeholder: 'UNIT',
    brief: 'Cấp cho một đơn vị (mã)',
  },
  person: {
    kind: 'parsed',
    parse: word,
    optional: true,
    placeholder: 'PERSON',
    brief: 'Cấp cho một người của cơ quan (mã trong people), với các vai trò của người đó',
  },
  role: {
    kind: 'enum',
    values: roles,
    variadic: true,
    optional: true,
    brief: 'Vai trò; ghi được nhiều lần. Đơn vị: filer (người lập), unit-head (Thủ trưởng), viewer',
  },
  label: {
    kind: 'parsed',
    parse: word,
    optional: true,
    placeholder: 'TEXT',
    brief: 'Ghi chú để nhận ra trong danh sách',
  },
} as const;

/** Refuses access for nobody, and for two kinds of people at once. */
export function askForWhom({ unit = [], person, role = [] }: GrantFlags): void {
  if (unit.length > 0 && person !== undefined)
    throw new UsageError('--unit và --person không ghi cùng nhau. Chỉ giữ một.');
  if (unit.length > 0 && role.length === 0)
    throw new UsageError('Ghi vai trò ở đơn vị: --role filer (người lập báo cáo) hoặc --role unit-head (Thủ trưởng).');
  if (unit.length === 0 && person === undefined && role.length === 0)
    throw new UsageError(
      'Ghi cấp cho ai: --person MÃ, hoặc --unit MÃ --role filer, hoặc --role viewer (chương trình của cơ quan).',
    );
}

/** What the app is told of whom access is for. */
export const bearerOf = ({ person, role = [], label, days }: GrantFlags, unit: string | undefined) => ({
  ...(unit === undefined ? {} : { unit }),
  ...(person === undefined ? {} : { person }),
  ...(role.length === 0 ? {} : { roles: [...role] }),
  ...(label === undefined ? {} : { label }),
  ...(days === undefined ? {} : { days }),
});
