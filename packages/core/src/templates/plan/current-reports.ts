import { createCalendar } from '../../calendar/working.ts';
import type { ReportInput } from './input.ts';
import type { Profile } from './current-profile.ts';

type DueInput = ReportInput['due'];

const pad = (n: number): string => String(n).padStart(2, '0');

/**
 * A due date with its hour: 17:00 of the named day, or of the last working day before it where that is a day of rest in
 * that year by the law's own holidays.
 */
export const dueAtFive = (year: number, month: number, day: number): DueInput => {
  const workday = createCalendar({}).lastWorkingDayUpTo(`${year}-${pad(month)}-${pad(day)}`);
  const [, m = '', d = ''] = workday.split('-');
  const on = `${d}/${m === '01' || m === '02' ? m : String(Number(m))}`;
  return { rule: 'date', reading: 'before', on, time: '17:00', words: `trước 17 giờ 00 ngày ${on}` };
};

export const dueWords = (due: DueInput): string => due.words ?? '';

/** Figures are closed two weeks before they are due; the year's window opens where the last one closed. */
export const cutoffs = { from: '21/10', halfYear: '20/5', year: '20/10' } as const;

const outline = [
  'Công tác chỉ đạo, triển khai',
  'Kết quả thực hiện nhiệm vụ',
  'Đánh giá chung',
  'Phương hướng, nhiệm vụ',
  'Kiến nghị, đề xuất',
];

const method =
  'Nhập số liệu trên hệ thống báo cáo hoặc gửi tệp Excel theo biểu mẫu; bản có chữ ký gửi qua hệ thống quản lý văn bản và điều hành.';

const guidance =
  'Đơn vị rà soát số liệu trong kỳ, nhập theo biểu mẫu, Thủ trưởng đơn vị kiểm tra rồi gửi. Nội dung không phát sinh thì ghi “không phát sinh”; đơn vị không phát sinh cả kỳ vẫn gửi báo cáo và ghi lý do.';

/** The three duties of the presets: the unit's own plan, six months, the year; all that Decree 09/2019/NĐ-CP, article 7 asks. */
export const currentReports = (profile: Profile, form: string, recipient: string): ReportInput[] => {
  const stated = { recipient, form, outline, method, guidance };
  return [
    {
      id: 'unit-plan',
      name: 'Kế hoạch hoạt động thông tin đối ngoại của đơn vị',
      kind: 'unit-plan',
      frequency: 'once',
      due: profile.unitPlanDue,
      recipient,
      method: 'Gửi bản có chữ ký qua hệ thống quản lý văn bản và điều hành.',
    },
    {
      id: 'half-year',
      name: 'kết quả hoạt động thông tin đối ngoại',
      kind: 'periodic',
      frequency: 'half-year-1',
      due: profile.halfYearDue,
      window: { rule: 'stated', from: cutoffs.from, fromYearOffset: -1, to: cutoffs.halfYear },
      ...stated,
    },
    {
      id: 'year',
      name: 'kết quả hoạt động thông tin đối ngoại',
      kind: 'periodic',
      frequency: 'year',
      due: profile.yearDue,
      window: { rule: 'stated', from: cutoffs.from, fromYearOffset: -1, to: cutoffs.year },
      ...stated,
    },
  ];
};

/** What the organisation part says of the two periodic reports: window and due date of each, outline, form, method. */
export const reportingWords = ({ halfYearDue, yearDue }: Profile): string =>
  `Báo cáo 6 tháng đầu năm gồm số liệu từ ngày ${cutoffs.from} năm trước đến hết ngày ${cutoffs.halfYear}, gửi ${dueWords(halfYearDue)}; báo cáo năm gồm số liệu từ ngày ${cutoffs.from} năm trước đến hết ngày ${cutoffs.year}, gửi ${dueWords(yearDue)}. Đề cương và biểu mẫu kèm theo công văn đề nghị báo cáo của từng kỳ. ${method}`;
