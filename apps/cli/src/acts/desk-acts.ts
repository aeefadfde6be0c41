import { command } from '../commands/command.ts';
import { flags as shared } from '../commands/flags.ts';
import type { CliContext, ExitCode } from '../context.ts';
import { day, word, type SendBy } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { actFlags, actOnUnits, namedIn, unitsReportPeriod, type ActFlags } from './act-on.ts';

interface Reasoned extends ActFlags {
  readonly reason: string;
}

const reasonFlag = {
  kind: 'parsed',
  parse: word,
  placeholder: 'TEXT',
  brief: 'Lý do, được lưu trong nhật ký xử lý',
} as const;

interface ConfirmFlags extends ActFlags {
  readonly reason?: string;
}

/** Confirms that reports were checked and can be consolidated. */
export const confirm = (context: CliContext, flags: ConfirmFlags, args: readonly string[]): Promise<ExitCode> =>
  actOnUnits(context, flags, {
    named: namedIn(args),
    act: () => ({ act: 'confirm', ...(flags.reason === undefined ? {} : { note: flags.reason }) }),
  });

export const confirmCommand = command<ConfirmFlags, readonly string[]>({
  run: confirm,
  brief: 'Xác nhận báo cáo đã kiểm tra, đủ điều kiện tổng hợp',
  more: [
    'Ví dụ: dondoc confirm mn-hoa-sen th-an-thinh half-year 2020-H1',
    'Nhiều đơn vị: xác nhận tất cả hoặc không xác nhận đơn vị nào; đơn vị chưa xác nhận được được nêu tên, kèm lý do.',
  ],
  parameters: {
    flags: { reason: { ...reasonFlag, optional: true, brief: 'Ghi chú của người kiểm tra' }, ...actFlags },
    positional: unitsReportPeriod,
  },
});

interface ReturnFlags extends ActFlags {
  readonly note?: readonly string[];
  readonly reason?: string;
  readonly due: SendBy;
}

const NOTE = /^([a-z0-9][a-z0-9-]*)=(.*)$/s;

/** Reads `--note FIELD=TEXT`; without a field, and `--reason`, it is about the report as a whole. */
export function notesIn({ note = [], reason }: Pick<ReturnFlags, 'note' | 'reason'>): Readonly<Record<string, string>> {
  const notes: Record<string, string> = {};
  for (const said of [...(reason === undefined ? [] : [reason]), ...note]) {
    const [, field = '', text = said] = NOTE.exec(said) ?? [];
    notes[field] = notes[field] === undefined ? text : `${notes[field]}\n${text}`;
  }
  if (Object.keys(notes).length === 0)
    throw new UsageError(
      'Ghi nội dung cần bổ sung, chỉnh sửa bằng --reason (cả báo cáo) hoặc --note mã-nội-dung=ghi-chú.',
    );
  return notes;
}

/** Gives reports back to be mended, with a date to send again by. */
export const returnReports = (context: CliContext, flags: ReturnFlags, args: readonly string[]): Promise<ExitCode> => {
  const notes = notesIn(flags);
  const { day: due, time } = flags.due;
  return actOnUnits(context, flags, {
    named: namedIn(args),
    act: () => ({ act: 'return', due, ...(time === undefined ? {} : { dueTime: time }), notes }),
  });
};

export const returnCommand = command<ReturnFlags, readonly string[]>({
  run: returnReports,
  brief: 'Đề nghị bổ sung, chỉnh sửa báo cáo, với thời hạn gửi lại',
  more: [
    'Ví dụ: dondoc return th-an-thinh half-year 2020-H1 --due "08/6/2020 16:00" --note "events=Ghi rõ tên hoạt động" --reason "Số liệu chưa khớp bản giấy"',
    'Ngày gửi lần đầu được giữ để tính thời hạn. Mẫu phiếu gửi đơn vị: dondoc render return-slip.',
  ],
  parameters: {
    flags: {
      due: {
        ...shared.due,
        brief: 'Thời hạn gửi lại: 2020-06-08 (hết ngày) hoặc "08/6/2020 16:00" (trước giờ đó)',
      },
      note: {
        kind: 'parsed',
        parse: word,
        variadic: true,
        optional: true,
        placeholder: 'FIELD=TEXT',
        brief: 'Ghi chú cho một nội dung của biểu mẫu; ghi được nhiều lần',
      },
      reason: { ...reasonFlag, optional: true, brief: 'Ghi chú cho cả báo cáo' },
      ...actFlags,
    },
    positional: unitsReportPeriod,
  },
});

interface ExtendFlags extends Reasoned {
  readonly to: string;
}

/** Gives units more time. */
export const extend = (context: CliContext, flags: ExtendFlags, args: readonly string[]): Promise<ExitCode> =>
  actOnUnits(context, flags, {
    named: namedIn(args),
    // A report without a date has none to extend: it is given one.
    act: ({ board }) => ({
      act: board.due.lastDay === undefined ? 'set-date' : 'extend',
      to: flags.to,
      reason: flags.reason,
    }),
  });

export const extendCommand = command<ExtendFlags, readonly string[]>({
  run: extend,
  brief: 'Gia hạn báo cáo cho đơn vị; ấn định thời hạn nếu kế hoạch không ghi ngày',
  more: [
    'Ví dụ: dondoc extend th-an-thinh half-year 2020-H1 --to 10/6/2020 --reason "Trường đang sửa chữa, mất mạng"',
    'Ngày ghi ở --to là ngày cuối cùng còn trong hạn. Thời hạn ban đầu vẫn được nêu.',
  ],
  parameters: {
    flags: {
      to: { kind: 'parsed', parse: day, placeholder: 'DATE', brief: 'Ngày cuối cùng còn trong hạn' },
      reason: reasonFlag,
      ...actFlags,
    },
    positional: unitsReportPeriod,
  },
});

const reasoned =
  (act: 'waive' | 'unwaive') =>
  (context: CliContext, flags: Reasoned, args: readonly string[]): Promise<ExitCode> =>
    actOnUnits(context, flags, { named: namedIn(args), act: () => ({ act, reason: flags.reason }) });

export const waiveCommand = command<Reasoned, readonly string[]>({
  run: reasoned('waive'),
  brief: 'Miễn báo cáo kỳ này cho đơn vị',
  more: [
    'Ví dụ: dondoc waive th-an-thinh half-year 2020-H1 --reason "Trường mới thành lập, ý kiến của Trưởng phòng ngày 01/6/2020"',
    'Đơn vị được miễn không tính vào số phải gửi. Hủy việc miễn: dondoc unwaive.',
  ],
  parameters: { flags: { reason: reasonFlag, ...actFlags }, positional: unitsReportPeriod },
});

export const unwaiveCommand = command<Reasoned, readonly string[]>({
  run: reasoned('unwaive'),
  brief: 'Hủy việc miễn báo cáo',
  more: ['Ví dụ: dondoc unwaive th-an-thinh half-year 2020-H1 --reason "Trường đã hoạt động đủ kỳ"'],
  parameters: { flags: { reason: reasonFlag, ...actFlags }, positional: unitsReportPeriod },
});
