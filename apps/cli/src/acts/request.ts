import { buildRouteMap } from '@stricli/core';
import { formatDate, proseCount } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { flags as shared, serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { slugOf } from '../files/names.ts';
import { table } from '../print/table.ts';
import { allOf, once, only, said } from '../service/api.ts';
import { notDone, notRead } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags } from '../service/service.ts';
import { word, type SendBy } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';

interface Flags extends ConnectFlags {
  readonly plan?: string;
  readonly due: SendBy;
  readonly id?: string;
  readonly unit?: readonly string[];
  readonly kind?: readonly string[];
  readonly form?: string;
  readonly report?: string;
  readonly json?: boolean;
}

/** Asks units for a report ad hoc, with a day or an hour. */
export async function addEvent(context: CliContext, flags: Flags, [title]: readonly [string]): Promise<ExitCode> {
  if (title.trim() === '')
    throw new UsageError('Chưa ghi nội dung yêu cầu, ví dụ: dondoc events add "Báo cáo số liệu" --due 20/5/2020');
  const { day, time } = flags.due;
  const units = [
    ...(flags.unit === undefined ? [] : [{ agencies: flags.unit }]),
    ...(flags.kind === undefined ? [] : [{ kinds: flags.kind }]),
  ];
  return withService(context, { ...flags, role: 'officer' }, async (service) => {
    const json = {
      event: flags.id ?? slugOf(title),
      title,
      // 'trước 16 giờ 00'; without an hour the day still counts.
      due: { rule: 'date', on: day, reading: time === undefined ? 'by' : 'before', ...only({ time }) },
      ...only({ plan: flags.plan, form: flags.form, report: flags.report }),
      ...(units.length === 0 ? {} : { units }),
    };
    const made = await said(service, service.client.v1.events.$post({ json }, once()));
    if (!made.ok) return notDone(context, made.findings, flags);
    const { plan, event, period, report, due, units: count } = made.value;
    if (flags.json === true) say(context, JSON.stringify(made.value, null, 2));
    else
      tell(
        context,
        `Đã ghi yêu cầu báo cáo ${event} (kế hoạch ${plan}): ${proseCount(count)} đơn vị gửi ${due?.phrase ?? ''}. Theo dõi: dondoc status ${report ?? event} ${period}`,
      );
    return 0;
  });
}

interface ListFlags extends ConnectFlags {
  readonly plan?: string;
  readonly json?: boolean;
}

/** Lists what was asked ad hoc. */
export const listEvents = (context: CliContext, flags: ListFlags, _args: readonly []): Promise<ExitCode> =>
  withService(context, flags, async (service) => {
    const listed = await allOf((paging) =>
      said(service, service.client.v1.events.$get({ query: { ...only({ plan: flags.plan }), ...paging } })),
    );
    if (!listed.ok) return notRead(context, listed.findings, flags);
    if (flags.json === true) {
      say(context, JSON.stringify(listed.value, null, 2));
      return 0;
    }
    const columns = [
      { title: 'Mã' },
      { title: 'Nội dung', least: 24 },
      { title: 'Ngày yêu cầu' },
      { title: 'Thời hạn', least: 16 },
      { title: 'Số đơn vị', align: 'right' as const },
    ];
    const rows = listed.value.map(({ event, title, on, due, units }) => [
      event,
      title,
      formatDate(on),
      due?.phrase ?? '',
      String(units),
    ]);
    if (rows.length > 0) say(context, table(columns, rows, context.terminal.columns));
    tell(context, `${proseCount(rows.length)} yêu cầu, sự kiện.`);
    return 0;
  });

const many = (placeholder: string, brief: string) =>
  ({ kind: 'parsed', parse: word, variadic: true, optional: true, placeholder, brief }) as const;
const one = (placeholder: string, brief: string) =>
  ({ kind: 'parsed', parse: word, optional: true, placeholder, brief }) as const;

export const eventCommands = buildRouteMap({
  routes: {
    add: command<Flags, readonly [string]>({
      run: addEvent,
      brief: 'Ghi yêu cầu báo cáo đột xuất, có ngày hoặc giờ',
      more: [
        'Ví dụ: dondoc events add "Báo cáo số liệu khách nước ngoài đến trường" --due "15/5/2020 16:00" --id khach-nuoc-ngoai\n       dondoc events add "Rà soát biển hiệu tiếng nước ngoài" --due 20/5/2020 --kind tieu-hoc --kind thcs',
        'Thời hạn có giờ là “trước giờ đó”; chỉ có ngày thì ngày đó còn trong hạn. Không ghi --plan thì yêu cầu thuộc kế hoạch thường trực của năm (requests-2020). Yêu cầu được theo dõi như mọi báo cáo khác.',
      ],
      parameters: {
        flags: {
          due: { ...shared.due, brief: 'Thời hạn: 20/5/2020 hoặc "15/5/2020 16:00"' },
          id: one('ID', 'Mã của yêu cầu; mặc định: lập từ nội dung'),
          plan: one('PLAN', 'Kế hoạch mà yêu cầu thuộc về'),
          unit: many('UNIT', 'Chỉ các đơn vị này; ghi được nhiều lần'),
          kind: many('KIND', 'Chỉ các loại đơn vị này: mam-non, tieu-hoc, thcs…'),
          form: one('FORM', 'Mã biểu mẫu của kế hoạch; không ghi: chỉ cần văn bản'),
          report: one('REPORT', 'Mã báo cáo của kế hoạch, nếu yêu cầu là một kỳ của báo cáo đó'),
          ...serviceFlags,
        },
        positional: {
          kind: 'tuple',
          parameters: [{ parse: word, placeholder: 'nội-dung', brief: 'Nội dung yêu cầu, trong dấu nháy' }],
        },
      },
    }),
    list: command<ListFlags, readonly []>({
      run: listEvents,
      brief: 'Danh sách yêu cầu đột xuất và sự kiện',
      parameters: { flags: { plan: shared.plan, ...serviceFlags }, positional: { kind: 'tuple', parameters: [] } },
    }),
  },
  docs: { brief: 'Yêu cầu báo cáo đột xuất: ghi, xem' },
});
