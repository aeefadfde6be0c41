import { proseCount, type Path } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { loadOffice, type OfficeFolder } from '../files/office.ts';
import type { LocatedFinding } from '../files/source.ts';
import { countWords, findingJson, findingsText } from '../print/findings.ts';
import { once, said } from '../service/api.ts';
import type { Adoption } from '../service/shapes.ts';
import { pathOf, type Placing } from '../service/answer.ts';
import { agreed } from '../service/confirm.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags } from '../service/service.ts';

interface Flags extends ConnectFlags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Gives findings about what was proposed their lines in the files. */
const placing =
  ({ source, plans }: OfficeFolder): Placing =>
  ([part, index, ...rest]: Path, finding) => {
    if (part === 'office')
      return source.locate({ ...finding, where: [...(index === undefined ? [] : [index]), ...rest] });
    const plan = part === 'plans' && typeof index === 'number' ? plans[index] : undefined;
    return plan?.source.locate({ ...finding, where: rest });
  };

/** What the checker says of the parts that would change: of the rest it was said when they were adopted. */
function pointsOf({ changes, points = [] }: Adoption, folder: OfficeFolder): readonly LocatedFinding[] {
  const office = changes.some(({ kind }) => kind !== 'plan');
  const plans = new Set(changes.filter(({ kind }) => kind === 'plan').map(({ id }) => id));
  const place = placing(folder);
  return points.flatMap(({ pointer, rule, severity, message, mend }) => {
    const path = pathOf(pointer ?? '');
    const [part, index] = path;
    const plan = part === 'plans' && typeof index === 'number' ? folder.plans[index]?.plan.id : undefined;
    if (part === 'office' ? !office : plan === undefined || !plans.has(plan)) return [];
    const finding = { rule, severity, where: path, params: {} };
    const located = place(path, finding) ?? { ...finding, file: folder.source.file };
    return [{ ...located, words: { message, ...(mend === undefined ? {} : { mend }) } }];
  });
}

/** Shows what would be adopted and what to look at again in it; hints are counted only. */
function preview(context: CliContext, { changes }: Adoption, points: readonly LocatedFinding[]): void {
  say(context, changes.map(({ change, words }) => `${change === 'added' ? '+' : '~'} ${words}`).join('\n'));
  const told = points.filter(({ severity }) => severity === 'error');
  if (told.length > 0) tell(context, findingsText(context, told));
  if (points.length > 0) tell(context, `Bộ kiểm tra: ${countWords(points)}. Xem tất cả bằng: dondoc check`);
}

/** Turns what differs in `office.yaml` and the plans into entries of the ledger, after it was shown and agreed to. */
export async function adopt(context: CliContext, flags: Flags, _args: readonly []): Promise<ExitCode> {
  const loaded = await loadOffice(context);
  if (!loaded.ok) return notDone(context, loaded.findings, flags);
  const folder = loaded.value;
  return withService(context, { ...flags, create: true, role: 'admin' }, async (service) => {
    const proposed = { office: folder.source.value, plans: folder.plans.map(({ source }) => source.value) };
    const { adoptions } = service.client.v1;
    const shown = await said(service, adoptions.$post({ json: { ...proposed, dryRun: true } }), placing(folder));
    if (!shown.ok) return notDone(context, shown.findings, flags);
    const { changes, revision } = shown.value;
    const points = pointsOf(shown.value, folder);
    const json = (done: boolean, now: number): void =>
      say(context, JSON.stringify({ adopted: done, changes, revision: now, points: points.map(findingJson) }, null, 2));
    if (changes.length === 0) {
      if (flags.json === true) json(false, revision);
      tell(context, 'Không có thay đổi: các tệp khớp với nội dung đã áp dụng.');
      return 0;
    }
    if (flags.json !== true) preview(context, shown.value, points);
    const errors = points.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      if (flags.json === true) json(false, revision);
      else tell(context, `Chưa áp dụng: ${countWords(errors)}.`);
      return 1;
    }
    if (flags.dryRun === true) {
      if (flags.json === true) json(false, revision);
      tell(context, `Chưa áp dụng (--dry-run): ${proseCount(changes.length)} thay đổi.`);
      return 0;
    }
    if (!(await agreed(context, `Áp dụng ${proseCount(changes.length)} thay đổi trên?`, flags))) {
      tell(context, 'Chưa áp dụng.');
      return 1;
    }
    const match = once({ 'if-match': `"${String(revision)}"` });
    const done = await said(service, adoptions.$post({ json: proposed }, match), placing(folder));
    if (!done.ok) return notDone(context, done.findings, flags);
    if (flags.json === true) json(true, done.value.revision);
    tell(
      context,
      `Đã áp dụng ${proseCount(done.value.changes.length)} thay đổi vào ${service.remote ? service.at : 'nhật ký'}.`,
    );
    return 0;
  });
}

export const adoptCommand = command<Flags, readonly []>({
  run: adopt,
  brief: 'Áp dụng thay đổi trong office.yaml và plans/ vào nhật ký',
  more: [
    'Ví dụ: dondoc adopt\n       dondoc adopt --yes\n       dondoc adopt --server https://dondoc.example.vn',
    'Các tệp là đề xuất; nội dung chỉ có hiệu lực sau khi áp dụng. Lệnh nêu từng thay đổi và hỏi trước khi ghi; lần đầu tạo nhật ký trong .dondoc/. Kế hoạch còn điểm “Cần sửa” thì chưa áp dụng. Đơn vị không được bỏ khỏi tệp: ghi ngày ngừng hoạt động (closed).',
    'Với --server, đây là cách đưa cơ quan và kế hoạch lên máy chủ. Ngược lại: dondoc pull.',
  ],
  parameters: {
    flags: {
      yes: { kind: 'boolean', optional: true, withNegated: false, brief: 'Không hỏi lại' },
      dryRun: { kind: 'boolean', optional: true, withNegated: false, brief: 'Chỉ hiện thay đổi, chưa ghi' },
      ...serviceFlags,
    },
    positional: { kind: 'tuple', parameters: [] },
  },
});
