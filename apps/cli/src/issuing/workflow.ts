import { formatCoverage, formatDate } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { flags as shared, reportAndPeriod, serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { findPeriod, once, param, reportPath, reportsOf, said, type ReportOf } from '../service/api.ts';
import { agreed } from '../service/confirm.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import type { Read } from '../files/source.ts';
import type { LiveConsolidation } from '../service/shapes.ts';
import { word } from '../text/parse.ts';

export const stageWords = {
  draft: 'dự thảo',
  presented: 'đã trình',
  approved: 'đã phê duyệt',
  issued: 'đã phát hành',
} as const;

export const consolidationPath = (of: ReportOf): string => `${reportPath(of)}/consolidation`;

export const liveConsolidation = (service: Service, of: ReportOf): Promise<Read<LiveConsolidation>> =>
  said(service, reportsOf(service).consolidation.$get({ param: param(of), query: {} }));

interface Flags extends ConnectFlags {
  readonly plan?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Tells what is about to be presented, approved or issued. */
export function tellStanding(
  context: CliContext,
  { consolidation, stage, findings, contentHash, issues }: LiveConsolidation,
): void {
  const { expected, received } = consolidation.coverage;
  const last = issues.at(-1);
  const more = stage === 'issued' ? '' : '; lần này là báo cáo bổ sung';
  const issued = last === undefined ? '' : ` Đã phát hành số ${last.number} ngày ${formatDate(last.date)}${more}.`;
  tell(
    context,
    `Đang ở bước: ${stageWords[stage]}. Số liệu từ ${formatCoverage(received, expected)}; ${String(findings.length)} điểm cần xem lại. Mã nội dung: ${contentHash.slice(0, 12)}.${issued}`,
  );
}

interface Step {
  readonly act: 'present' | 'approve';
  readonly role: 'officer' | 'leader';
  readonly question: string;
  readonly done: string;
}

const stepped =
  ({ act, role, question, done }: Step) =>
  (context: CliContext, flags: Flags, [report, period]: readonly [string, string]): Promise<ExitCode> =>
    withService(context, { ...flags, role }, async (service) => {
      const of = await findPeriod(service, { plan: flags.plan, report, period });
      if (!of.ok) return notDone(context, of.findings, flags);
      const live = await liveConsolidation(service, of.value);
      if (!live.ok) return notDone(context, live.findings, flags);
      if (flags.json !== true) tellStanding(context, live.value);
      if (!(await agreed(context, question, flags))) {
        tell(context, 'Chưa ghi gì.');
        return 1;
      }
      // What was shown, and nothing that came in meanwhile.
      const json = { act, contentHash: live.value.contentHash };
      const acts = reportsOf(service).consolidation.acts;
      const answer = await said(service, acts.$post({ param: param(of.value), json }, once()));
      if (!answer.ok) return notDone(context, answer.findings, flags);
      if (flags.json === true) say(context, JSON.stringify(answer.value, null, 2));
      else tell(context, `${done} Mã xác nhận: ${answer.value.receipt}.`);
      return 0;
    });

export const stepFlags = {
  plan: shared.plan,
  yes: { kind: 'boolean', optional: true, withNegated: false, brief: 'Không hỏi lại' },
  ...serviceFlags,
} as const;

export const presentCommand = command<Flags, readonly [string, string]>({
  run: stepped({
    act: 'present',
    role: 'officer',
    question: 'Trình lãnh đạo dự thảo này?',
    done: 'Đã trình lãnh đạo.',
  }),
  brief: 'Trình lãnh đạo dự thảo báo cáo tổng hợp',
  more: ['Ví dụ: dondoc present half-year 2020-H1', 'Số liệu hoặc lời văn thay đổi sau khi trình thì trở lại dự thảo.'],
  parameters: { flags: stepFlags, positional: { kind: 'tuple', parameters: reportAndPeriod } },
});

export const approveCommand = command<Flags, readonly [string, string]>({
  run: stepped({ act: 'approve', role: 'leader', question: 'Phê duyệt dự thảo này?', done: 'Đã phê duyệt.' }),
  brief: 'Phê duyệt dự thảo báo cáo tổng hợp (lãnh đạo)',
  more: [
    'Ví dụ: dondoc approve half-year 2020-H1 --as truong-phong',
    'Phê duyệt đúng nội dung vừa hiện (mã nội dung); nội dung thay đổi sau đó cần phê duyệt lại. Xem dự thảo: dondoc consolidate half-year 2020-H1 -o out/du-thao.docx',
  ],
  parameters: { flags: stepFlags, positional: { kind: 'tuple', parameters: reportAndPeriod } },
});

interface SendBackFlags extends ConnectFlags {
  readonly plan?: string;
  readonly json?: boolean;
  readonly reason: string;
}

/** Sends a draft back to be worked on. */
export const sendBack = (
  context: CliContext,
  flags: SendBackFlags,
  [report, period]: readonly [string, string],
): Promise<ExitCode> =>
  withService(context, { ...flags, role: 'leader' }, async (service) => {
    const of = await findPeriod(service, { plan: flags.plan, report, period });
    if (!of.ok) return notDone(context, of.findings, flags);
    const json = { act: 'send-back' as const, note: flags.reason };
    const answer = await said(
      service,
      reportsOf(service).consolidation.acts.$post({ param: param(of.value), json }, once()),
    );
    if (!answer.ok) return notDone(context, answer.findings, flags);
    if (flags.json === true) say(context, JSON.stringify(answer.value, null, 2));
    else tell(context, `Đã trả lại dự thảo để hoàn thiện. Mã xác nhận: ${answer.value.receipt}.`);
    return 0;
  });

export const sendBackCommand = command<SendBackFlags, readonly [string, string]>({
  run: sendBack,
  brief: 'Trả lại dự thảo báo cáo tổng hợp để hoàn thiện (lãnh đạo)',
  more: ['Ví dụ: dondoc send-back half-year 2020-H1 --reason "Bổ sung phần khó khăn, vướng mắc" --as truong-phong'],
  parameters: {
    flags: {
      plan: shared.plan,
      reason: { kind: 'parsed', parse: word, placeholder: 'TEXT', brief: 'Ý kiến của lãnh đạo' },
      ...serviceFlags,
    },
    positional: { kind: 'tuple', parameters: reportAndPeriod },
  },
});
