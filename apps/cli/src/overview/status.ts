import { formatDate, formatPercent, proseCount, timeOf, vietnamMoment } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { flags as shared, serviceFlags } from '../commands/flags.ts';
import { notRead } from '../service/findings.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { askBytes, boardOf, findReport, planOf, plansOf, reportPath } from '../service/api.ts';
import { toCome } from '../service/as-of.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import type { Board, ObligationRow, Rates } from '../service/shapes.ts';
import { csv } from '@dondoc/server';
import { table } from '../print/table.ts';
import { day, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';

interface Flags extends ConnectFlags {
  readonly plan?: string;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

const arrivalOf = ({ facts }: ObligationRow): string => {
  const { day: on, minute } = facts.firstArrival ?? {};
  if (on === undefined) return '';
  return minute === undefined ? formatDate(on) : `${formatDate(on)} ${timeOf(minute)}`;
};

/** The rates side by side, as one line. */
export function ratesWords({
  expected,
  received,
  onTime,
  late,
  missing,
  confirmed,
  waived,
  notApplicable,
}: Rates): string {
  const share = (count: number) => (expected === 0 ? '' : ` (${formatPercent(count, expected)})`);
  const parts = [
    `Số phải gửi ${String(expected)}`,
    `Đã nhận ${String(received)}${share(received)}`,
    `Đúng hạn ${String(onTime)}${share(onTime)}`,
    `Chậm ${String(late)}`,
    `Chưa gửi ${String(missing)}`,
    `Đã xác nhận ${String(confirmed)}`,
    ...(waived === 0 ? [] : [`Được miễn ${String(waived)}`]),
    ...(notApplicable === 0 ? [] : [`Không áp dụng ${String(notApplicable)}`]),
  ];
  return `${parts.join(' · ')}.`;
}

/** What the desk reads of a row; of a report sent back also by when it is to come again. */
function deskWords({ badge, facts, status }: ObligationRow): string {
  const words = badge.desk ?? badge.sentence;
  const again = status.filing === 'returned' ? facts.returnedDue : undefined;
  return again === undefined ? words : `${words}; gửi lại ${again}`;
}

function boardTable({ rows, others }: Board, columns: number): string {
  const all = [
    ...rows.map((row) => [
      row.unit.shortName,
      row.badge.text,
      deskWords(row),
      arrivalOf(row),
      row.facts.reminders + row.facts.urgings === 0
        ? ''
        : `${String(row.facts.reminders)}/${String(row.facts.urgings)}`,
    ]),
    ...others.map(({ unit, badge }) => [unit.shortName, badge.text, badge.desk ?? badge.sentence, '', '']),
  ];
  return table(
    [
      { title: 'TT', align: 'right' },
      { title: 'Đơn vị', least: 20 },
      { title: 'Trạng thái', least: 14 },
      { title: 'Nội dung', least: 24 },
      { title: 'Ngày nhận', least: 10 },
      { title: 'Nhắc/đôn đốc' },
    ],
    all.map((row, index) => [String(index + 1), ...row]),
    columns,
  );
}

/** The report and its period; a request is its own period. */
const titleOf = ({ report: { title }, period: { words } }: Board): string =>
  title === words ? title : `${title}, ${words}`;

async function showBoard(
  context: CliContext,
  { service, flags }: { readonly service: Service; readonly flags: Flags },
  named: { readonly report: string; readonly period: string },
): Promise<ExitCode> {
  const found = await findReport(service, { plan: flags.plan, asOf: flags.asOf, ...named });
  if (!found.ok) return notRead(context, found.findings, flags);
  const { of, board } = found.value;
  if (flags.csv === true) {
    const day = flags.asOf === undefined ? '' : `?asOf=${flags.asOf}`;
    const answer = await askBytes(service, `${reportPath(of)}/obligations.csv${day}`);
    if (!answer.ok) return notRead(context, answer.findings, flags);
    // With the byte order mark by which a spreadsheet knows the encoding.
    context.process.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer.value));
    return 0;
  }
  if (flags.json === true) say(context, JSON.stringify(board, null, 2));
  else {
    const { day: on, minute } = vietnamMoment(Date.parse(board.at));
    tell(context, `${titleOf(board)}: gửi ${board.due.phrase}. Tính đến ${timeOf(minute)} ngày ${formatDate(on)}.`);
    say(context, boardTable(board, context.terminal.columns));
    say(context, ratesWords(board.rates));
  }
  return 0;
}

/** Reads the boards of every report and period that units owe, in order of their dates. */
async function boards(
  service: Service,
  { plan, asOf }: Flags,
  report: string | undefined,
): Promise<Read<readonly Board[]>> {
  const plans = plan === undefined ? await plansOf(service) : undefined;
  if (plans?.ok === false) return plans;
  const all: Board[] = [];
  const known: string[] = [];
  for (const id of plan === undefined ? (plans?.value ?? []).map((one) => one.id) : [plan]) {
    const found = await planOf(service, id);
    if (!found.ok) return found;
    for (const asked of found.value.periods) {
      known.push(asked.report.id);
      if (report !== undefined && asked.report.id !== report) continue;
      const board = await boardOf(service, { plan: id, report: asked.report.id, period: asked.period.id }, asOf);
      if (board.ok) all.push(board.value);
      // As of an earlier day this plan, or this request, was not there.
      else if (asOf === undefined || !board.findings.some(({ rule }) => rule === 'service.not-found')) return board;
    }
  }
  if (report !== undefined && !known.includes(report))
    return {
      ok: false,
      findings: [fileFinding('command.unknown-report', 'dondoc', { report, known: [...new Set(known)] })],
    };
  const last = ({ due }: Board) => due.lastDay ?? '9999';
  return {
    ok: true,
    value: all.toSorted((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0)),
    findings: [],
  };
}

async function showOverview(
  context: CliContext,
  { service, flags }: { readonly service: Service; readonly flags: Flags },
  asked: string | undefined,
): Promise<ExitCode> {
  const listed = await boards(service, flags, asked);
  if (!listed.ok) return notRead(context, listed.findings, flags);
  const heads = listed.value.map(({ plan, report, period, due, rates }) => ({ plan, report, period, due, rates }));
  if (flags.json === true) {
    say(context, JSON.stringify(heads, null, 2));
    return 0;
  }
  const titles = [
    'Nội dung',
    'Kế hoạch',
    'Báo cáo',
    'Kỳ',
    'Thời hạn',
    'Phải gửi',
    'Đã nhận',
    'Đúng hạn',
    'Chậm',
    'Chưa gửi',
    'Xác nhận',
  ];
  const cells = listed.value.map((board) => {
    const {
      plan,
      report: { id },
      period,
      due,
      rates,
    } = board;
    return [
      titleOf(board),
      plan,
      id,
      period.id,
      due.phrase,
      ...[rates.expected, rates.received, rates.onTime, rates.late, rates.missing, rates.confirmed].map(String),
    ];
  });
  if (flags.csv === true) context.process.stdout.write(csv([titles, ...cells]));
  else {
    // Ids are to be copied: they are not broken.
    const broken: Readonly<Record<number, object>> = { 0: { least: 24 }, 4: { least: 16 } };
    const columns = titles.map((title, index) =>
      index < 5 ? { title, ...broken[index] } : { title, align: 'right' as const },
    );
    if (cells.length > 0) say(context, table(columns, cells, context.terminal.columns));
    tell(context, `${proseCount(cells.length)} báo cáo, kỳ. Xem từng đơn vị bằng: dondoc status <báo-cáo> <kỳ>`);
  }
  return 0;
}

/** Shows the board: who owes what and how each stands. */
export async function status(
  context: CliContext,
  flags: Flags,
  [report, period]: readonly [string?, string?],
): Promise<ExitCode> {
  if (flags.json === true && flags.csv === true)
    throw new UsageError('--json và --csv không ghi cùng nhau. Chỉ giữ một.');
  return withService(context, flags, async (service) => {
    const early = await toCome(service, flags.asOf);
    if (early.length > 0) return notRead(context, early, flags);
    return report !== undefined && period !== undefined
      ? showBoard(context, { service, flags }, { report, period })
      : showOverview(context, { service, flags }, report);
  });
}

export const statusCommand = command<Flags, readonly [string?, string?]>({
  run: status,
  brief: 'Bảng theo dõi: đơn vị nào đã gửi, chậm, chưa gửi; các tỷ lệ',
  more: [
    'Ví dụ: dondoc status\n       dondoc status half-year 2020-H1\n       dondoc status half-year 2020-H1 --as-of 29/5/2020 --csv > bang.csv',
    'Không ghi kỳ thì mỗi báo cáo, mỗi kỳ một dòng. --as-of cho biết tình hình như đã ghi nhận đến hết ngày đó.',
  ],
  parameters: {
    flags: {
      plan: shared.plan,
      asOf: { kind: 'parsed', parse: day, optional: true, placeholder: 'DATE', brief: 'Tình hình đến hết ngày này' },
      csv: { kind: 'boolean', optional: true, withNegated: false, brief: 'Kết quả dạng CSV, mở được bằng Excel' },
      ...serviceFlags,
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, optional: true, placeholder: 'báo-cáo', brief: 'Mã báo cáo: year, half-year…' },
        { parse: word, optional: true, placeholder: 'kỳ', brief: 'Kỳ: 2019, 2020-H1…' },
      ],
    },
  },
});
