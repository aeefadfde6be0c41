import {
  buildApplication,
  buildRouteMap,
  run,
  type Application,
  type StricliDynamicCommandContext,
} from '@stricli/core';
import manifest from '../package.json' with { type: 'json' };
import { linkCommands, sessionCommands } from './access/link.ts';
import { tokenCommands } from './access/token.ts';
import { collectCommand } from './acts/collect.ts';
import { confirmCommand, extendCommand, returnCommand, unwaiveCommand, waiveCommand } from './acts/desk-acts.ts';
import { nilCommand } from './acts/nil.ts';
import { recordCommand } from './acts/record.ts';
import { remindCommand } from './acts/remind.ts';
import { eventCommands } from './acts/request.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { cloneCommand } from './commands/clone.ts';
import { consolidateCommand } from './commands/consolidate.ts';
import { deadlinesCommand } from './commands/deadlines.ts';
import { demoCommand } from './commands/demo.ts';
import { initCommand } from './commands/init.ts';
import { renderCommands } from './commands/render.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { unitsImportCommand } from './commands/units.ts';
import { verifyCommand } from './commands/verify.ts';
import type { CliContext, ExitCode } from './context.ts';
import { issueCommand } from './issuing/issue.ts';
import { approveCommand, presentCommand, sendBackCommand } from './issuing/workflow.ts';
import { adoptCommand } from './ledger/adopt.ts';
import { pullCommand } from './ledger/pull.ts';
import { diffCommand, versionsCommand } from './ledger/versions.ts';
import { explainCommand } from './overview/explain.ts';
import { statusCommand } from './overview/status.ts';
import { UsageError, vietnamese } from './text/vietnamese.ts';

/** The program: its commands and all that it says by itself, in Vietnamese. */
export const app: Application<CliContext> = buildApplication<CliContext>(
  buildRouteMap({
    routes: {
      init: initCommand,
      check: checkCommand,
      deadlines: deadlinesCommand,
      render: renderCommands,
      consolidate: consolidateCommand,
      clone: cloneCommand,
      units: buildRouteMap({
        routes: { import: unitsImportCommand },
        docs: { brief: 'Danh sách đơn vị: nhập từ tệp CSV' },
      }),
      adopt: adoptCommand,
      pull: pullCommand,
      versions: versionsCommand,
      diff: diffCommand,
      status: statusCommand,
      explain: explainCommand,
      events: eventCommands,
      collect: collectCommand,
      record: recordCommand,
      nil: nilCommand,
      confirm: confirmCommand,
      return: returnCommand,
      extend: extendCommand,
      waive: waiveCommand,
      unwaive: unwaiveCommand,
      remind: remindCommand,
      present: presentCommand,
      approve: approveCommand,
      sendBack: sendBackCommand,
      issue: issueCommand,
      serve: serveCommand,
      token: tokenCommands,
      link: linkCommands,
      sessions: sessionCommands,
      backup: backupCommand,
      restore: restoreCommand,
      verify: verifyCommand,
      demo: demoCommand,
    },
    docs: {
      brief: 'Theo dõi, đôn đốc thực hiện kế hoạch và chế độ báo cáo',
      fullDescription: [
        'dondoc: theo dõi, đôn đốc thực hiện kế hoạch và chế độ báo cáo.',
        'Các lệnh chạy trong thư mục của cơ quan (có tệp office.yaml), không cần mạng; thêm --server URL để làm việc với một máy chủ. Xem cách dùng từng lệnh: dondoc <lệnh> --help',
        'Trên tệp: init, check, deadlines, render, consolidate --from, clone, units. Trên nhật ký (sau dondoc adopt): các lệnh còn lại.',
        'Mã thoát: 0 đã xong; 1 có điểm cần xem lại hoặc không thực hiện được; 2 lệnh ghi chưa đúng. Dữ liệu ra stdout, thông báo ra stderr; đặt NO_COLOR=1 để không dùng màu.',
      ].join('\n\n'),
    },
  }),
  {
    name: 'dondoc',
    versionInfo: { currentVersion: manifest.version },
    scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
    // Colours are the commands' own; stricli's would not ask NO_COLOR.
    documentation: { disableAnsiColor: true },
    localization: { text: vietnamese },
    determineExitCode: (error) => (error instanceof UsageError ? 2 : 1),
  },
);

/** Runs the program with what stands after its name, and gives the exit code. */
export async function runApp(inputs: readonly string[], context: CliContext): Promise<ExitCode> {
  await run(app, inputs, context as StricliDynamicCommandContext<CliContext>); // its type leaves out that exitCode begins as undefined

  const code = context.process.exitCode;
  // stricli gives negative codes: an unknown command (-5) or argument (-4) is wrong usage, all else a failure.
  const mapped: ExitCode =
    code === 0 || code === undefined || code === null ? 0 : code === 2 || code === -4 || code === -5 ? 2 : 1;
  context.process.exitCode = mapped;
  return mapped;
}
