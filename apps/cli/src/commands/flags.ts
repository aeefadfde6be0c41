import { serverAddress } from '../service/address.ts';
import { day, sendBy, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';

/** Options that several commands have, worded once. */
export const flags = {
  json: { kind: 'boolean', optional: true, withNegated: false, brief: 'Kết quả dạng JSON cho chương trình khác' },
  force: { kind: 'boolean', optional: true, withNegated: false, brief: 'Ghi đè tệp đã có' },
  today: {
    kind: 'parsed',
    parse: day,
    optional: true,
    placeholder: 'DATE',
    brief: 'Tính như đang ở ngày này (2019-11-11 hoặc 11/11/2019); mặc định: hôm nay theo giờ Việt Nam',
  },
  plan: {
    kind: 'parsed',
    parse: word,
    optional: true,
    placeholder: 'PLAN',
    brief: 'Mã kế hoạch, khi có nhiều kế hoạch',
  },
  from: {
    kind: 'parsed',
    parse: word,
    variadic: true,
    placeholder: 'PATH',
    brief: 'Tệp .json hoặc thư mục chứa báo cáo của các đơn vị; ghi được nhiều lần',
  },
  /** Where the ledger is read unless files are named. */
  fromOrLedger: {
    kind: 'parsed',
    parse: word,
    variadic: true,
    optional: true,
    placeholder: 'PATH',
    brief: 'Tệp .json hoặc thư mục chứa báo cáo của các đơn vị, thay cho nhật ký; ghi được nhiều lần',
  },
  /** Reports of another period, to be held against. */
  otherPeriod: { kind: 'parsed', parse: word, variadic: true, optional: true, placeholder: 'PATH' },
  contact: {
    kind: 'parsed',
    parse: word,
    optional: true,
    placeholder: 'TEXT',
    brief: 'Người liên hệ: chức danh, họ tên, điện thoại',
  },
  sendBy: { kind: 'parsed', parse: sendBy, optional: true, placeholder: 'MOMENT' },
  /** A date that units are given, with its hour or without. */
  due: { kind: 'parsed', parse: sendBy, placeholder: 'MOMENT' },
  /** What is held elsewhere and a ledger must still contain. */
  held: { kind: 'parsed', parse: word, variadic: true, optional: true, placeholder: 'FILE' },
  output: { kind: 'parsed', parse: word, optional: true, placeholder: 'FILE', brief: 'Tệp kết quả' },
} as const;

/** One archive, as the only argument, that may be left out. */
export const archiveOrNone = (brief: string) =>
  ({ kind: 'tuple', parameters: [{ parse: word, optional: true, placeholder: 'FILE.zip', brief }] }) as const;

/** What every command has that goes through the app. */
export const serviceFlags = {
  server: {
    kind: 'parsed',
    parse: serverAddress,
    optional: true,
    placeholder: 'URL',
    brief: 'Máy chủ dondoc (mã truy cập trong DONDOC_TOKEN); mặc định: nhật ký trong thư mục này',
  },
  as: {
    kind: 'parsed',
    parse: word,
    optional: true,
    placeholder: 'PERSON',
    brief: 'Mã người thực hiện (people); mặc định: người duy nhất, hoặc officer đầu tiên',
  },
  json: flags.json,
} as const;

/** What every command has that writes a Word file. */
export const docxFlags = {
  output: { ...flags.output, brief: 'Tệp .docx; mặc định: trong thư mục out của cơ quan' },
  force: flags.force,
  json: flags.json,
} as const;

/** Settles the format: `--json` is short for `--format json`, and goes with no other. */
export function oneFormat<Format extends string>(
  { format, json }: { readonly format: Format; readonly json?: boolean },
  usual: Format,
): Format | 'json' {
  if (json !== true) return format;
  if (format !== usual && format !== 'json')
    throw new UsageError(`--json và --format ${format} không ghi cùng nhau. Chỉ giữ một.`);
  return 'json';
}

export const aliases = { o: 'output' } as const;

export const unitParameter = { parse: word, placeholder: 'đơn-vị', brief: 'Mã đơn vị trong office.yaml' } as const;

export const reportAndPeriod = [
  { parse: word, placeholder: 'báo-cáo', brief: 'Mã báo cáo trong kế hoạch: year, half-year…' },
  { parse: word, placeholder: 'kỳ', brief: 'Kỳ: 2019, 2020-H1, 2020-Q3, 2020-06, 2019-2020-HK1…' },
] as const;
