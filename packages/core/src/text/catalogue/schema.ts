import type { FindingParams } from '../finding.ts';
import { formatNumber } from '../format.ts';
import { listOf, quoted, textOf } from './params.ts';
import type { Rules } from './types.ts';

/** 'Mục “units”'; a member of a list by its place, the whole value as the content. */
const subject = (params: FindingParams): string => {
  const key = textOf(params, 'key');
  if (key === '') return 'Nội dung';
  return /^\d+$/.test(key) ? `Dòng thứ ${Number(key) + 1} của danh sách` : `Mục “${key}”`;
};

const types: Readonly<Record<string, string>> = {
  string: 'một đoạn chữ',
  number: 'một số',
  boolean: '“true” (có) hoặc “false” (không)',
  Array: 'một danh sách',
  Object: 'một nhóm mục',
  undefined: 'chỗ trống',
};

const typeWords = (type: string): string => types[type] ?? `“${type}”`;

const found = (params: FindingParams): string => {
  const received = textOf(params, 'received');
  if (received !== '') return `hiện ghi ${received}`;
  const type = textOf(params, 'receivedType');
  return type === '' ? '' : `hiện là ${typeWords(type)}`;
};

/** Adds what was found to what was expected, where it is known. */
const against = (expected: string, params: FindingParams): string => {
  const now = found(params);
  return now === '' ? `${expected}.` : `${expected}, ${now}.`;
};

const limit = (params: FindingParams): string => {
  const requirement = params['requirement'];
  // A year is no quantity: 2000, not 2.000.
  const isQuantity = typeof requirement === 'number' && textOf(params, 'key') !== 'year';
  return isQuantity ? formatNumber(requirement) : textOf(params, 'requirement');
};

const choices = (params: FindingParams): string => {
  const allowed = listOf(params, 'choices');
  return allowed.length === 1 ? `cần ghi ${quoted(allowed)}` : `nhận một trong các giá trị ${quoted(allowed)}`;
};

const nearOr =
  (otherwise: string) =>
  (params: FindingParams): string => {
    const near = textOf(params, 'near');
    return near === '' ? otherwise : `có thể là “${near}”.`;
  };

/** Rules of plain data against a schema: keys, types, limits. */
export const schemaRules = {
  'schema.unknown-key': {
    message: (p) => `Không có mục “${textOf(p, 'key')}” ở vị trí này.`,
    why: 'Nội dung của mục không có trong mẫu sẽ không được dùng đến.',
    mend: nearOr('bỏ mục này, hoặc chuyển nội dung sang mục có trong mẫu.'),
  },
  'schema.missing-key': {
    message: (p) => `Thiếu mục “${textOf(p, 'key')}”.`,
    mend: (p) => `bổ sung mục “${textOf(p, 'key')}”.`,
  },
  'schema.empty-key': {
    message: (p) => (textOf(p, 'key') === '' ? 'Tệp chưa có nội dung.' : `${subject(p)} chưa có giá trị.`),
    mend: (p) => (textOf(p, 'key') === '' ? 'ghi nội dung theo mẫu.' : 'ghi giá trị, hoặc bỏ hẳn mục nếu không dùng.'),
  },
  'schema.wrong-type': {
    message: (p) => against(`${subject(p)} cần ${listOf(p, 'expected').map(typeWords).join(' hoặc ')}`, p),
    mend: (p) =>
      listOf(p, 'expected').includes('Array')
        ? 'ghi mỗi giá trị trên một dòng bắt đầu bằng dấu gạch ngang.'
        : 'ghi lại theo mẫu.',
  },
  'schema.number-for-text': {
    message: (p) => against(`${subject(p)} cần một đoạn chữ`, p),
    why: 'Số không đặt trong dấu ngoặc kép có thể mất số 0 ở đầu.',
    mend: (p) => `đặt giá trị trong dấu ngoặc kép: "${textOf(p, 'received')}".`,
  },
  'schema.not-a-choice': {
    message: (p) => against(`${subject(p)} ${choices(p)}`, p),
    mend: nearOr('chọn một trong các giá trị trên.'),
  },
  'schema.not-whole': {
    message: (p) => against(`${subject(p)} cần một số nguyên`, p),
    mend: 'ghi số nguyên, ví dụ 50.',
  },
  'schema.too-small': {
    message: (p) => against(`${subject(p)} không được nhỏ hơn ${limit(p)}`, p),
    mend: (p) => `ghi số từ ${limit(p)} trở lên.`,
  },
  'schema.too-large': {
    message: (p) => against(`${subject(p)} không được lớn hơn ${limit(p)}`, p),
    mend: (p) => `ghi số từ ${limit(p)} trở xuống.`,
  },
  'schema.too-few': {
    message: (p) => `${subject(p)} cần ít nhất ${limit(p) || '1'} dòng.`,
    mend: 'bổ sung dòng, hoặc bỏ hẳn mục nếu không dùng.',
  },
  'schema.too-many': {
    message: (p) => `${subject(p)} nhận nhiều nhất ${limit(p)} dòng.`,
    mend: 'bỏ bớt dòng.',
  },
  'schema.not-an-email': {
    message: (p) => against(`${subject(p)} cần một địa chỉ thư điện tử`, p),
    mend: 'ghi địa chỉ đầy đủ, ví dụ vanthu@truong.example.',
  },
  'schema.not-accepted': {
    message: (p) => against(`${subject(p)} chưa đúng định dạng yêu cầu`, p),
    mend: 'ghi lại theo mẫu.',
  },
} satisfies Rules;
