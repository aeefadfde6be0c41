import { join } from 'node:path';
import { clonePlan, parsePlan, proseCount } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { choosePlan } from '../desk/choice.ts';
import { loadOffice } from '../files/office.ts';
import { toYaml } from '../files/plan-yaml.ts';
import { parseSource, shown } from '../files/read.ts';
import { fileFinding } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { findingJson, findingsText } from '../print/findings.ts';
import { describe } from '../text/rules.ts';
import { word, year } from '../text/parse.ts';
import { command } from './command.ts';
import { flags as shared } from './flags.ts';
import { refuse } from './refuse.ts';

interface Flags {
  readonly year: number;
  readonly id?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/** Longest id that a plan may have. */
const LONGEST_ID = 64;

/** Names next year's plan after this one: 'ttdn-2019' → 'ttdn-2020'. */
export function nextId(id: string, from: number, to: number): string {
  const renamed = id.replaceAll(String(from), String(to));
  if (renamed !== id) return renamed;
  const ending = `-${String(to)}`;
  return id.slice(0, LONGEST_ID - ending.length).replace(/-+$/, '') + ending;
}

/** Writes another year's plan made from this one and lists what a person has to decide. */
export async function clone(context: CliContext, flags: Flags, [planId]: readonly [string]): Promise<ExitCode> {
  const loaded = await loadOffice(context);
  if (!loaded.ok) return refuse(context, loaded.findings, flags);
  const chosen = choosePlan(loaded.value, planId);
  if (!chosen.ok) return refuse(context, chosen.findings, flags);
  const { plan, source } = chosen.value;
  const id = flags.id ?? nextId(plan.id, plan.year, flags.year);
  if (flags.year === plan.year)
    return refuse(
      context,
      [fileFinding('clone.same-year', source.file, { plan: plan.id, year: String(plan.year) })],
      flags,
    );
  const { plan: made, decisions } = clonePlan(plan, { id, year: flags.year });
  const path = join(loaded.value.folder, 'plans', `${id}.yaml`);
  const file = shown(context, path);
  const comments = [
    `Kế hoạch năm ${String(flags.year)}, lập từ ${source.file}.`,
    ...(decisions.length === 0
      ? []
      : ['Những điểm cần quyết định (xóa dòng khi đã xong):', ...decisions.map((one) => `- ${describe(one).message}`)]),
  ];
  // `force` may replace an earlier copy, never the plan that is copied.
  const taken = loaded.value.plans.find(
    (one) => one.plan.id === id && (one.plan === plan || one.source.path !== path || flags.force !== true),
  );
  if (taken !== undefined)
    return refuse(context, [fileFinding('clone.id-taken', file, { plan: id, other: taken.source.file })], flags);
  const text = toYaml(made, { schema: 'plan', comments });
  const written = parseSource({ path, file, text }, false);
  if (!written.ok) return refuse(context, written.findings, flags);
  // An id is part of a path: what cannot be read back as a plan is not written.
  const again = parsePlan(written.value.value);
  if (!again.ok) return refuse(context, written.value.locateAll(again.findings), flags);
  const located = written.value.locateAll(decisions);
  const failures = await writeFiles(context, [{ path, content: text }], { force: flags.force === true });
  if (failures.length > 0) return refuse(context, failures, flags);
  if (flags.json === true)
    say(context, JSON.stringify({ file, plan: id, year: flags.year, decisions: located.map(findingJson) }, null, 2));
  else if (located.length > 0) say(context, findingsText(context, located));
  tell(
    context,
    `Đã ghi ${file}: ${proseCount(decisions.length)} điểm cần quyết định. Kiểm tra tiếp bằng: dondoc check ${file}`,
  );
  return 0;
}

export const cloneCommand = command<Flags, readonly [string]>({
  run: clone,
  brief: 'Lập kế hoạch năm sau từ một kế hoạch, nêu những điểm cần quyết định',
  more: [
    'Ví dụ: dondoc clone ttdn-2019 --year 2020. Số, ngày ban hành để trống; ngày tháng chuyển sang năm mới; văn bản căn cứ đã hết hạn, mốc thời gian phải chọn lại được nêu thành danh sách. Kế hoạch cũ giữ nguyên.',
  ],
  parameters: {
    flags: {
      year: { kind: 'parsed', parse: year, placeholder: 'YEAR', brief: 'Năm của kế hoạch mới' },
      id: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'ID',
        brief: 'Mã của kế hoạch mới; mặc định: mã cũ với năm mới',
      },
      json: shared.json,
      force: shared.force,
    },
    positional: { kind: 'tuple', parameters: [{ parse: word, placeholder: 'kế-hoạch', brief: 'Mã kế hoạch' }] },
  },
});
