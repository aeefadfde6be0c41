import { dirname, join, resolve } from 'node:path';
import { bySeverity, checkPlan, directory, readSubmission, type Plan } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { calendarOf, findOffice, planPaths, readOffice, readPlan } from '../files/office.ts';
import { readSource, shown } from '../files/read.ts';
import { fileFinding, type LocatedFinding, type Source } from '../files/source.ts';
import { countWords, findingJson, findingsGithub, findingsText, type FindingFormat } from '../print/findings.ts';
import { word } from '../text/parse.ts';
import { command } from './command.ts';
import { flags as shared } from './flags.ts';

interface Flags {
  readonly format: FindingFormat;
  readonly json?: boolean;
}

export interface Checked {
  readonly files: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

type OfficeRead = Awaited<ReturnType<typeof readOffice>>;

/** Checks files, or the whole office folder where none is named: every finding of every file. */
export async function checkFiles(context: CliContext, paths: readonly string[]): Promise<Checked> {
  const here = await findOffice(context);
  if (paths.length === 0 && here === undefined) {
    return { files: [], findings: [fileFinding('office.not-found', shown(context, context.cwd))] };
  }
  const asked = paths.length > 0 ? paths : [join(here ?? '', 'office.yaml'), ...(await planPaths(context, here ?? ''))];
  const files: string[] = [];
  const findings: LocatedFinding[] = [];
  const offices = new Map<string, Promise<OfficeRead>>();
  const officeAt = async (path: string): Promise<{ folder: string; read: OfficeRead } | undefined> => {
    const folder = await findOffice(context, dirname(path));
    if (folder === undefined) return undefined;
    const read = offices.get(folder) ?? readOffice(context, join(folder, 'office.yaml'));
    offices.set(folder, read);
    return { folder, read: await read };
  };
  for (const one of asked) {
    const path = resolve(context.cwd, one);
    files.push(shown(context, path));
    const source = await readSource(context, path);
    if (!source.ok) {
      findings.push(...source.findings);
      continue;
    }
    findings.push(...(await checkSource(context, source.value, officeAt)));
  }
  return { files, findings };
}

async function checkSource(
  context: CliContext,
  source: Source,
  officeAt: (path: string) => Promise<{ folder: string; read: OfficeRead } | undefined>,
): Promise<readonly LocatedFinding[]> {
  const format = formatOf(source.value);
  if (format === 'dondoc.office/1') return (await readOffice(context, source.path)).findings;
  const around = await officeAt(source.path);
  const office = around?.read.ok === true ? around.read.value.office : undefined;
  if (format === 'dondoc.plan/1') {
    const read = await readPlan(context, source.path);
    if (!read.ok) return read.findings;
    const known = office === undefined ? {} : { office, calendar: calendarOf(office) };
    return [...read.findings, ...bySeverity(checkPlan({ plan: read.value.plan, ...known })).map(source.locate)];
  }
  if (format === 'dondoc.submission/1') {
    if (around === undefined || office === undefined) return [fileFinding('office.not-found', source.file)];
    const plans = await plansOf(context, around.folder);
    const id = (source.value as { plan?: unknown }).plan; // formatOf has seen an object
    const plan = plans.find((one) => one.id === id);
    if (plan === undefined) {
      const where = {
        ...fileFinding('command.unknown-plan', source.file, { plan: String(id), known: plans.map((one) => one.id) }),
        where: ['plan'],
      };
      return [source.locate(where)];
    }
    return readSubmission(source.value, {
      plan,
      directory: directory(office.agencies),
      calendar: calendarOf(office),
    }).findings.map(source.locate);
  }
  return [
    {
      ...source.locate({
        ...fileFinding('file.unknown-format', source.file, { format: format ?? '' }),
        where: ['format'],
      }),
    },
  ];
}

async function plansOf(context: CliContext, folder: string): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const path of await planPaths(context, folder)) {
    const read = await readPlan(context, path);
    if (read.ok) plans.push(read.value.plan);
  }
  return plans;
}

function formatOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('format' in value)) return undefined;
  return typeof value.format === 'string' ? value.format : undefined;
}

/** Checks files and shows what should be looked at. Exit code 1 where anything is to be mended or looked at again. */
export async function check(context: CliContext, flags: Flags, paths: readonly string[]): Promise<ExitCode> {
  const { files, findings } = await checkFiles(context, paths);
  const format = flags.json === true ? 'json' : flags.format;
  if (format === 'json') {
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const summary = { files: files.length, error: count('error'), warning: count('warning'), hint: count('hint') };
    say(context, JSON.stringify({ summary, files, findings: findings.map(findingJson) }, null, 2));
  } else if (format === 'github') context.process.stdout.write(findingsGithub(findings));
  else {
    if (findings.length > 0) say(context, findingsText(context, findings));
    tell(context, `Đã kiểm tra ${String(files.length)} tệp: ${countWords(findings)}.`);
  }
  return findings.some(({ severity }) => severity !== 'hint') ? 1 : 0;
}

export const checkCommand = command<Flags, readonly string[]>({
  run: check,
  brief: 'Kiểm tra office.yaml, kế hoạch và báo cáo; chỉ rõ dòng, căn cứ, cách sửa',
  more: [
    'Không ghi tệp nào thì kiểm tra cả thư mục của cơ quan. Mỗi điểm có tệp:dòng:cột, mã quy tắc, dòng liên quan, lý do, căn cứ và đề nghị.',
    'Mã thoát: 0 khi không có điểm “Cần sửa” hoặc “Nên xem lại” (gợi ý không tính), 1 khi có. Dạng github hiện điểm ngay trên dòng của pull request.',
  ],
  parameters: {
    flags: {
      format: { kind: 'enum', values: ['text', 'json', 'github'], default: 'text', brief: 'Dạng kết quả' },
      json: shared.json,
    },
    positional: {
      kind: 'array',
      parameter: { parse: word, placeholder: 'file', brief: 'Tệp cần kiểm tra (.yaml, .json)' },
    },
  },
});
