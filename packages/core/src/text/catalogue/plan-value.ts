import { formatTime, proseCount } from '../format.ts';

const nearYear = (offset: number): string => {
  if (offset === 0) return '';
  if (offset === -1) return ' năm trước';
  return offset === 1 ? ' năm sau' : ` của ${proseCount(offset)} năm sau`;
};

const monthOf = (offset: number): string => {
  if (offset === 0) return 'tháng cuối kỳ';
  if (offset === 1) return 'tháng liền sau kỳ báo cáo';
  return offset > 0
    ? `tháng thứ ${proseCount(offset)} sau kỳ báo cáo`
    : `tháng thứ ${proseCount(-offset)} trước tháng cuối kỳ`;
};

const bound = (reading: 'before' | 'by', time: string | undefined): string => {
  if (time !== undefined) return `${reading === 'before' ? 'trước' : 'đến'} ${formatTime(time)} ngày`;
  return reading === 'before' ? 'trước ngày' : 'đến hết ngày';
};

const quarters = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const;

interface StatedWindow {
  readonly from: string;
  readonly fromYearOffset: number;
  readonly to: string;
  readonly toYearOffset: number;
}

/** How the values of a plan are read out where a change of them is told. */
export const planValueWords = {
  yesNo: (value: boolean): string => (value ? 'có' : 'không'),
  dueOn: ({
    reading,
    time,
    day,
    yearOffset,
  }: {
    readonly reading: 'before' | 'by';
    readonly time?: string;
    readonly day: string;
    readonly yearOffset: number;
  }): string => `${bound(reading, time)} ${day}${nearYear(yearOffset)}`,
  dueOnDayOfMonth: ({
    reading,
    time,
    day,
    monthOffset,
  }: {
    readonly reading: 'before' | 'by';
    readonly time?: string;
    readonly day: number;
    readonly monthOffset: number;
  }): string => `${bound(reading, time)} ${proseCount(day)} của ${monthOf(monthOffset)}`,
  dueOnLastWorkingDay: ({ time, monthOffset }: { readonly time?: string; readonly monthOffset: number }): string =>
    `${time === undefined ? '' : `${formatTime(time)} `}ngày làm việc cuối cùng của ${monthOf(monthOffset)}`,
  dueWithinQuarter: (quarter: 1 | 2 | 3 | 4, year: number | undefined): string =>
    `trong Quý ${quarters[quarter]}${year === undefined ? '' : ` năm ${year}`}`,
  dueAfterEvent: (days: number, time: string | undefined): string =>
    `${time === undefined ? '' : `${formatTime(time)}, `}trong ${proseCount(days)} ngày làm việc kể từ khi phát sinh`,
  undated: {
    'on-occurrence': 'khi phát sinh',
    'all-year': 'thường xuyên trong năm',
    none: 'không ấn định thời hạn',
  },
  statedWindow: ({ from, fromYearOffset, to, toYearOffset }: StatedWindow): string =>
    `từ ngày ${from}${nearYear(fromYearOffset)} đến hết ngày ${to}${nearYear(toYearOffset)}`,
  windows: {
    'decree-09-2019': 'theo Nghị định số 09/2019/NĐ-CP',
    education: 'theo Thông tư số 19/2020/TT-BGDĐT',
    calendar: 'từ ngày đầu đến ngày cuối của kỳ báo cáo',
  },
  reportKinds: {
    periodic: 'định kỳ',
    thematic: 'chuyên đề',
    'ad-hoc': 'đột xuất',
    'unit-plan': 'kế hoạch của đơn vị',
  },
  frequencies: {
    month: 'hằng tháng',
    quarter: 'hằng quý',
    'half-year-1': '6 tháng đầu năm',
    'half-year-2': '6 tháng cuối năm',
    'half-years': '6 tháng một lần',
    'nine-months': '9 tháng đầu năm',
    year: 'năm',
    'school-term-1': 'học kỳ I',
    'school-term-2': 'học kỳ II',
    'school-year': 'năm học',
    once: 'một lần trong năm',
    event: 'đột xuất',
  },
  timelinessBases: { data: 'ngày nhận số liệu', 'signed-document': 'ngày nhận bản có chữ ký' },
  restDays: { keep: 'giữ nguyên', 'next-working-day': 'chuyển sang ngày làm việc tiếp theo' },
  fieldTypes: {
    count: 'số lượng',
    money: 'số tiền',
    ratio: 'tỷ lệ',
    yesno: 'có hoặc không',
    choice: 'chọn một',
    date: 'ngày',
    text: 'một dòng chữ',
    narrative: 'đoạn văn',
    list: 'danh sách',
    computed: 'số tự cộng',
  },
} as const;
