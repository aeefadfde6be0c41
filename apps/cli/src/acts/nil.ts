import { command } from '../commands/command.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { officeNow, once, param, reportsOf, said } from '../service/api.ts';
import { notDone } from '../service/findings.ts';
import { word } from '../text/parse.ts';
import type { LocatedFinding } from '../files/source.ts';
import { placeOf, type Placing } from '../service/answer.ts';
import type { ObligationRow } from '../service/shapes.ts';
import { findingsText } from '../print/findings.ts';
import { actFlags, namedIn, showDone, unitsReportPeriod, withTarget, type ActFlags } from './act-on.ts';
import { arrivalFlags, arrivalOr, noteFlag, submissionFor, type ArrivalFlags } from './filing.ts';
import { warningsOf } from './imported.ts';

interface Flags extends ActFlags, ArrivalFlags {
  readonly reason: string;
  readonly note?: string;
}

/** Names the unit of a submission that a finding is about, and the option. */
const ofUnit =
  (rows: readonly ObligationRow[]): Placing =>
  ([, index, , ...rest], finding): LocatedFinding | undefined => {
    const row = typeof index === 'number' ? rows[index] : undefined;
    return row && { ...finding, file: `${row.unit.id} ${placeOf(`/${rest.join('/')}`)}`.replace(/ dondoc$/, '') };
  };

/** Records that units have said that nothing arose in the period. */
export const nil = (context: CliContext, flags: Flags, args: readonly string[]): Promise<ExitCode> =>
  withTarget(context, flags, namedIn(args), async ({ service, of, rows }) => {
    const now = await officeNow(service);
    if (!now.ok) return notDone(context, now.findings, flags);
    const submissions = rows.map((row) => ({
      name: row.unit.id,
      submission: {
        ...submissionFor(row),
        receivedOn: arrivalOr(now.value, flags, row),
        channel: flags.channel ?? 'paper',
        nothingToReport: { reason: flags.reason },
        answers: {},
      },
    }));
    const json = { submissions, ...(flags.note === undefined ? {} : { note: flags.note }) };
    const place = ofUnit(rows);
    const done = await said(service, reportsOf(service).import.$post({ param: param(of), json }, once()), place);
    if (!done.ok) return notDone(context, done.findings, flags);
    if (flags.json === true) say(context, JSON.stringify(done.value, null, 2));
    else {
      const answers = done.value.recorded.map(({ unit, badge, receipt }) => ({
        unit,
        badge,
        receipt: receipt?.receipt ?? '',
      }));
      if (answers.length > 0) showDone(context, { rows, answers, sentence: done.value.sentence });
      else tell(context, done.value.sentence);
      const warnings = warningsOf(done.value.warnings, { file: of.report, place });
      if (warnings.length > 0) tell(context, findingsText(context, warnings));
    }
    return 0;
  });

export const nilCommand = command<Flags, readonly string[]>({
  run: nil,
  brief: 'Ghi nhận đơn vị báo cáo không phát sinh trong kỳ',
  more: [
    'Ví dụ: dondoc nil th-an-thinh half-year 2020-H1 --reason "Trong kỳ không có hoạt động thông tin đối ngoại" --received 03/6/2020 --channel chat',
    'Báo cáo không phát sinh được tính là đã nhận.',
  ],
  parameters: {
    flags: {
      reason: { kind: 'parsed', parse: word, placeholder: 'TEXT', brief: 'Lý do đơn vị nêu' },
      ...arrivalFlags,
      note: noteFlag,
      ...actFlags,
    },
    positional: unitsReportPeriod,
  },
});
