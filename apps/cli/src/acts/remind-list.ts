import { proseCount } from '@dondoc/core';
import { say, tell, type CliContext } from '../context.ts';
import { wrap } from '../print/width.ts';
import type { Reminders } from '../service/shapes.ts';

type Item = Reminders['items'][number];

const ACTS = { remind: 'cần nhắc', urge: 'cần đôn đốc' } as const;
const MEANS = {
  letter: 'bằng công văn',
  message: 'bằng tin nhắn',
  call: 'bằng điện thoại',
  'draft-letter': 'bằng công văn',
} as const;

/** Names a report and period in words; a request is its own period. */
export const titleOf = ({ report, period }: Pick<Item, 'report' | 'period'>): string =>
  report.title === period.words ? report.title : `${report.title}, ${period.words}`;

/** Writes what a step is, for whom and why: the heading, the reason once, the units one after the other. */
function paragraphOf(items: readonly [Item, ...Item[]], cells: number): string {
  const [first] = items;
  const { act, means } = first.rung;
  const names = items.map(({ unit }) => unit.shortName).join('; ');
  const indented = (text: string) => wrap(text, cells - 2).map((line) => `  ${line}`);
  return [
    ...wrap(`${titleOf(first)}: ${proseCount(items.length)} đơn vị ${ACTS[act]} ${MEANS[means]}.`, cells),
    ...indented(first.why),
    ...indented(`${names}.`),
  ].join('\n');
}

const NARROWEST = 40;
const USUAL = 120;

/** Shows who is to be reminded or urged: one paragraph for each report, period, step and reason. */
export function showReminders(context: CliContext, { items, withoutContact }: Reminders): void {
  if (items.length === 0) {
    tell(context, 'Hiện không có đơn vị nào cần nhắc hoặc đôn đốc.');
    return;
  }
  const groups = Map.groupBy(items, ({ plan, report, period, rung, why }) =>
    JSON.stringify([plan, report.id, period.id, rung.id, why]),
  );
  const cells = context.terminal.columns > 0 ? Math.max(NARROWEST, context.terminal.columns) : USUAL;
  const paragraphs = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [paragraphOf([first, ...others], cells)],
  );
  say(context, paragraphs.join('\n\n'));
  const names = withoutContact.map(({ name }) => name).join('; ');
  tell(
    context,
    `${proseCount(items.length)} việc nhắc, đôn đốc.${withoutContact.length === 0 ? '' : ` ${proseCount(withoutContact.length)} đơn vị chưa có thông tin liên hệ: ${names}.`}`,
  );
  if (items.some(({ rung }) => rung.means === 'message'))
    tell(context, 'Nội dung để dán vào nhóm chat: thêm --text. Sau khi nhắc, ghi vào nhật ký: thêm --record.');
  const others = new Map(
    items.flatMap(({ rung }) => (rung.means === 'message' ? [] : [[rung.id, rung.words] as const])),
  );
  for (const [id, words] of others)
    tell(context, `${words}: sau khi thực hiện, ghi vào nhật ký bằng --record --step ${id}.`);
}
