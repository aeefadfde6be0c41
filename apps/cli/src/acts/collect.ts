import { proseCount, submissionSchema } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { jsonPaths } from '../files/inbox.ts';
import { readSource } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Read, type Source } from '../files/source.ts';
import { countWords, findingJson, findingsText } from '../print/findings.ts';
import { progress } from '../print/progress.ts';
import { table } from '../print/table.ts';
import { allOf, only, param, reportsOf, said, type ReportOf } from '../service/api.ts';
import type { Placing } from '../service/answer.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import { word } from '../text/parse.ts';
import { arrivalFlags, noteFlag, type ArrivalFlags } from './filing.ts';
import { warningsOf } from './imported.ts';
import { placedIn } from './record.ts';

interface Flags extends ConnectFlags, ArrivalFlags {
  readonly dryRun?: boolean;
  readonly note?: string;
  readonly json?: boolean;
}

// What a file may leave to the command line.
const OPTION_OF: Readonly<Partial<Record<string, string>>> = { receivedOn: '--received', channel: '--channel' };

type Outcome = 'recorded' | 'already' | 'refused';

interface Collected {
  readonly file: string;
  readonly unit: string;
  readonly outcome: Outcome;
  /** What it came to, in words. */
  readonly words: string;
  readonly findings: readonly LocatedFinding[];
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  recorded: 'đã ghi nhận',
  already: 'đã có, giữ nguyên',
  refused: 'cần sửa',
};

/** Which report a file says it is; what it does not say is a finding. */
function reportIn({ value, file, locate }: Source): Read<{ readonly of: ReportOf; readonly unit: string }> {
  const held = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const said = new Map<string, unknown>(Object.entries(held));
  const [plan, report, period, unit] = ['plan', 'report', 'period', 'unit'].map((key) => said.get(key));
  if (typeof plan === 'string' && typeof report === 'string' && typeof period === 'string')
    return {
      ok: true,
      value: { of: { plan, report, period }, unit: typeof unit === 'string' ? unit : '' },
      findings: [],
    };
  const format = said.get('format');
  const known = format === submissionSchema.entries.format.literal;
  const finding = fileFinding(known ? 'collect.unnamed' : 'file.unknown-format', file, {
    format: typeof format === 'string' ? format : '',
  });
  return { ok: false, findings: [locate({ ...finding, where: ['format'] })] };
}

async function collectOne(service: Service, source: Source, flags: Flags): Promise<Collected> {
  const { file } = source;
  const named = reportIn(source);
  const refused = (findings: readonly LocatedFinding[], unit = ''): Collected => ({
    file,
    unit,
    outcome: 'refused',
    words: findings.find(({ severity }) => severity === 'error')?.rule ?? '',
    findings,
  });
  if (!named.ok) return refused(named.findings);
  const { received, channel, note, dryRun } = flags;
  const place: Placing = (path, finding) => {
    const option = finding.rule === 'schema.missing-key' ? OPTION_OF[String(path[3])] : undefined;
    if (option !== undefined)
      return { ...finding, rule: 'collect.not-said', params: { option, key: String(path[3]) }, file };
    return path[0] === 'submissions' && path[2] === 'submission'
      ? placedIn(source, 3)(path, finding)
      : { ...finding, file };
  };
  const json = {
    submissions: [{ name: file.slice(-255), submission: source.value }],
    ...only({ receivedOn: received, channel, note, dryRun }),
  };
  const answer = await said(service, reportsOf(service).import.$post({ param: param(named.value.of), json }), place);
  if (!answer.ok)
    return refused(
      answer.findings.map((one) => (one.file === service.at ? { ...one, file } : one)),
      named.value.unit,
    );
  const { recorded, already, warnings } = answer.value;
  const [item] = recorded;
  return {
    file,
    unit: item?.unit ?? already[0]?.unit ?? named.value.unit,
    outcome: item === undefined ? 'already' : 'recorded',
    words: item?.badge.text ?? '',
    // Of what is there already it was said when it came.
    findings: item === undefined ? [] : warningsOf(warnings, { file, place }),
  };
}

/** Short names of the office's units by id; empty where they cannot be read: ids do as well. */
async function namesOf(service: Service): Promise<ReadonlyMap<string, string>> {
  const agencies = await allOf((query) => said(service, service.client.v1.agencies.$get({ query })));
  return new Map(agencies.ok ? agencies.value.map(({ id, shortName }) => [id, shortName]) : []);
}

async function show(
  context: CliContext,
  service: Service,
  { collected, flags }: { readonly collected: readonly Collected[]; readonly flags: Flags },
): Promise<void> {
  if (flags.json === true) {
    const files = collected.map(({ findings, ...one }) => ({ ...one, findings: findings.map(findingJson) }));
    say(context, JSON.stringify({ dryRun: flags.dryRun === true, files }, null, 2));
    return;
  }
  const words = flags.dryRun === true ? { ...OUTCOMES, recorded: 'ghi nhận được' } : OUTCOMES;
  const names = await namesOf(service);
  const cells = collected.map(({ file, unit, outcome, words: said }) => [
    file,
    names.get(unit) ?? unit,
    words[outcome],
    outcome === 'refused' ? '' : said,
  ]);
  const columns = [
    { title: 'Tệp', least: 20 },
    { title: 'Đơn vị', least: 12 },
    { title: 'Kết quả' },
    { title: 'Trạng thái', least: 20 },
  ];
  if (cells.length > 0) say(context, table(columns, cells, context.terminal.columns));
  const findings = collected.flatMap((one) => one.findings);
  if (findings.length > 0) tell(context, findingsText(context, findings));
  const count = (outcome: Outcome) => proseCount(collected.filter((one) => one.outcome === outcome).length);
  const lead = flags.dryRun === true ? 'Chưa ghi gì (--dry-run): ' : '';
  tell(
    context,
    `${lead}${count('recorded')} báo cáo ${words.recorded}, ${count('already')} đã có từ trước, ${count('refused')} tệp cần sửa${findings.length === 0 ? '' : ` (${countWords(findings)})`}.`,
  );
}

/** Takes reports that came in files: each file whole or not at all, none twice. */
export async function collect(context: CliContext, flags: Flags, paths: readonly string[]): Promise<ExitCode> {
  const listed = await jsonPaths(context, paths);
  if (!listed.ok) return notDone(context, listed.findings, flags);
  return withService(context, { ...flags, role: 'officer' }, async (service) => {
    const collected: Collected[] = [];
    const bar = progress(context, listed.value.length);
    for (const path of listed.value) {
      const source = await readSource(context, path);
      if (source.ok) {
        bar.step(source.value.file);
        collected.push(await collectOne(service, source.value, flags));
      } else {
        const file = source.findings[0]?.file ?? path;
        bar.step(file);
        collected.push({ file, unit: '', outcome: 'refused', words: '', findings: source.findings });
      }
    }
    bar.end();
    await show(context, service, { collected, flags });
    return collected.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
  });
}

export const collectCommand = command<Flags, readonly string[]>({
  run: collect,
  brief: 'Nhận báo cáo của các đơn vị từ tệp .json vào nhật ký',
  more: [
    'Ví dụ: dondoc collect inbox/2020-H1 --dry-run\n       dondoc collect inbox/2020-H1 --received 03/6/2020 --channel email',
    'Mỗi tệp được nhận trọn vẹn hoặc không nhận; tệp cần sửa được nêu dòng, lý do, cách sửa và không ảnh hưởng tệp khác. Báo cáo đã nhận không bị ghi lần hai: chạy lại trên cùng thư mục là an toàn. Ngày nhận ghi trong tệp (receivedOn) được dùng; --received dùng cho tệp không ghi.',
  ],
  parameters: {
    flags: {
      ...arrivalFlags,
      note: noteFlag,
      dryRun: { kind: 'boolean', optional: true, withNegated: false, brief: 'Chỉ kiểm tra, chưa ghi' },
      ...serviceFlags,
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: { parse: word, placeholder: 'đường-dẫn', brief: 'Tệp .json hoặc thư mục' },
    },
  },
});
