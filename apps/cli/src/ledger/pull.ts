import { join } from 'node:path';
import { canonicalJson, formatDate, parsePlan, proseCount, type Json, type Office, type Plan } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { refuse } from '../commands/refuse.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { findOffice, officeIn, planIn, planPaths } from '../files/office.ts';
import { toYaml } from '../files/plan-yaml.ts';
import { readSource, shown } from '../files/read.ts';
import { schemaFiles, SCHEMA_FOLDER } from '../files/schemas.ts';
import { fileFinding, type Read } from '../files/source.ts';
import { writeFiles, type Output } from '../files/write.ts';
import { progress } from '../print/progress.ts';
import { planOf, plansOf } from '../service/api.ts';
import { adoptedOffice, otherVersion } from '../service/truth.ts';
import { notRead } from '../service/findings.ts';
import { agreed } from '../service/confirm.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';

interface Flags extends ConnectFlags {
  readonly force?: boolean;
  readonly json?: boolean;
}

interface Truth {
  readonly office: Office;
  readonly plans: readonly { readonly plan: Plan; readonly version: number; readonly adopted: string }[];
}

/** Reads all that was adopted. */
async function truthOf(context: CliContext, service: Service): Promise<Read<Truth>> {
  const office = await adoptedOffice(service);
  if (!office.ok) return office;
  const known = await plansOf(service);
  if (!known.ok) return known;
  const bar = progress(context, known.value.length);
  try {
    const plans: Truth['plans'][number][] = [];
    for (const { id, version, adopted } of known.value) {
      bar.step(id);
      const one = await planOf(service, id);
      if (!one.ok) return one;
      const plan = parsePlan(one.value.plan);
      // Its id becomes the name of a file.
      if (!plan.ok) return otherVersion(service);
      plans.push({ plan: plan.value, version, adopted });
    }
    return { ok: true, value: { office: office.value.office, plans }, findings: [] };
  } finally {
    bar.end();
  }
}

// Parsed offices and plans are plain data.
const textOf = (value: unknown): string => canonicalJson(value as Json);
/** The order of agencies in the file is the file's own: the office's order is a number of each. */
const officeText = ({ agencies, ...rest }: Office): string =>
  textOf({ ...rest, agencies: agencies.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });

interface Target extends Output {
  readonly is: 'same' | 'new' | 'differs';
}

async function officeTarget(context: CliContext, folder: string, { office }: Truth): Promise<Target> {
  const path = join(folder, 'office.yaml');
  const there = (await context.files.stat(path)) !== undefined;
  const read = there ? await readSource(context, path) : undefined;
  const held = read?.ok === true ? officeIn(read.value) : undefined;
  const same = held?.ok === true && officeText(held.value.office) === officeText(office);
  const comments = ['Nội dung đã áp dụng, ghi bởi dondoc pull. Sửa ở đây rồi chạy: dondoc adopt'];
  return {
    path,
    content: toYaml(office, { schema: 'office', comments }),
    is: same ? 'same' : there ? 'differs' : 'new',
  };
}

async function planTargets(context: CliContext, folder: string, { plans }: Truth): Promise<readonly Target[]> {
  const held = new Map<string, { readonly path: string; readonly plan: Plan }>();
  for (const path of await planPaths(context, folder)) {
    const read = await readSource(context, path);
    const plan = read.ok ? planIn(read.value) : undefined;
    if (plan?.ok === true) held.set(plan.value.plan.id, { path, plan: plan.value.plan });
  }
  return Promise.all(
    plans.map(async ({ plan, version, adopted }): Promise<Target> => {
      const file = held.get(plan.id);
      const path = file?.path ?? join(folder, 'plans', `${plan.id}.yaml`);
      const there = file !== undefined || (await context.files.stat(path)) !== undefined;
      const same = file !== undefined && textOf(file.plan) === textOf(plan);
      const comments = [`Phiên bản ${String(version)}, áp dụng ngày ${formatDate(adopted)}; ghi bởi dondoc pull.`];
      return {
        path,
        content: toYaml(plan, { schema: 'plan', comments }),
        is: same ? 'same' : there ? 'differs' : 'new',
      };
    }),
  );
}

const WORDS = { same: 'giữ nguyên', new: 'tạo mới', differs: 'thay' } as const;

/** Writes what was adopted back to `office.yaml` and the plans: files that say the same stay as they are, comments too. */
export async function pull(context: CliContext, flags: Flags, _args: readonly []): Promise<ExitCode> {
  return withService(context, flags, async (service) => {
    const truth = await truthOf(context, service);
    if (!truth.ok) return notRead(context, truth.findings, flags);
    const folder = service.folder ?? (await findOffice(context)) ?? context.cwd;
    const targets = [
      await officeTarget(context, folder, truth.value),
      ...(await planTargets(context, folder, truth.value)),
    ];
    const changed = targets.filter(({ is }) => is !== 'same');
    const lines = targets.map(({ path, is }) => `${WORDS[is].padEnd(10)}  ${shown(context, path)}`);
    const report = (): void => {
      const files = targets.map(({ path, is }) => ({ file: shown(context, path), is }));
      if (flags.json === true) say(context, JSON.stringify({ files }, null, 2));
    };
    if (changed.length === 0) {
      report();
      tell(context, 'Không có thay đổi: các tệp khớp với nội dung đã áp dụng.');
      return 0;
    }
    if (flags.json !== true) say(context, lines.join('\n'));
    const differing = changed.filter(({ is }) => is === 'differs');
    if (differing.length > 0 && flags.force !== true) {
      const findings = differing.map(({ path }) => fileFinding('pull.differs', shown(context, path)));
      if (!context.terminal.input || flags.json === true) return refuse(context, findings, flags);
      const question = `Thay ${proseCount(differing.length)} tệp khác với nội dung đã áp dụng? Phần chưa áp dụng và chú thích trong các tệp đó sẽ mất.`;
      if (!(await agreed(context, question, {}))) {
        tell(context, 'Chưa ghi tệp nào.');
        return 1;
      }
    }
    const schemas =
      (await context.files.stat(join(folder, SCHEMA_FOLDER))) === undefined ? await schemaFiles(context, folder) : [];
    const failures = await writeFiles(context, [...changed, ...schemas], { force: true });
    if (failures.length > 0) return refuse(context, failures, flags);
    report();
    tell(context, `Đã ghi ${proseCount(changed.length)} tệp.`);
    return 0;
  });
}

export const pullCommand = command<Flags, readonly []>({
  run: pull,
  brief: 'Ghi nội dung đã áp dụng trở lại office.yaml và plans/',
  more: [
    'Ví dụ: dondoc pull\n       dondoc pull --server https://dondoc.example.vn',
    'Tệp đã khớp được giữ nguyên, kể cả chú thích. Tệp khác với nội dung đã áp dụng chỉ được thay khi đồng ý hoặc có --force; ghi tất cả hoặc không ghi tệp nào. Trong một thư mục trống, lệnh với --server tạo thư mục của cơ quan.',
  ],
  parameters: {
    flags: {
      force: { kind: 'boolean', optional: true, withNegated: false, brief: 'Thay cả tệp khác với nội dung đã áp dụng' },
      ...serviceFlags,
    },
    positional: { kind: 'tuple', parameters: [] },
  },
});
