import { day, word } from '../text/parse.ts';

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
    optional: true,
    placeholder: 'PATH',
    brief: 'Tệp .json hoặc thư mục chứa báo cáo của các đơn vị; ghi được nhiều lần',
  },
  output: { kind: 'parsed', parse: word, optional: true, placeholder: 'FILE', brief: 'Tệp kết quả' },
} as const;
