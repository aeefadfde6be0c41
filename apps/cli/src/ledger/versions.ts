import { describePlanChange, diffPlans, formatDate, parsePlan, proseCount, type PlanChange } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { choosePlan } from '../desk/choice.ts';
import { loadOffice } from '../files/office.ts';
import { fileFinding, type LocatedFinding, type Read } from '../files/source.ts';
import { table } from '../print/table.ts';
import { only, param, planOf, said } from '../service/api.ts';
import { notRead } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags, Service } from '../service/service.ts';
import { otherVersion } from '../service/truth.ts';
import { wholeNumber, word } from '../text/parse.ts';

interface Flags extends ConnectFlags {
  readonly json?: boolean;
}

/** Lists the versions of a plan that were adopted. */
export const versions = (context: CliContext, flags: Flags, [plan]: readonly [string]): Promise<ExitCode> =>
  withService(context, flags, async (service) => {
    const listed = await said(service, service.client.v1.plans[':plan'].versions.$get({ param: param({ plan }) }));
    if (!listed.ok) return notRead(context, listed.findings, flags);
    const { items } = listed.value;
    if (flags.json === true) {
      say(context, JSON.stringify(items, null, 2));
      return 0;
    }
    const day = (iso: string | undefined) => (iso === undefined ? '' : formatDate(iso));
    const columns = [
      { title: 'Phiên bản', align: 'right' as const },
      { title: 'Áp dụng' },
      { title: 'Số' },
      { title: 'Ngày ký' },
      { title: 'Tên', least: 24 },
    ];
    const rows = items.map(({ version, adopted, number, date, title }) => [
      String(version),
      day(adopted),
      number ?? '',
      day(date),
      title,
    ]);
    say(context, table(columns, rows, context.terminal.columns));
    return 0;
  });

const planParameter = { parse: word, placeholder: 'kế-hoạch', brief: 'Mã kế hoạch' } as const;

export const versionsCommand = command<Flags, readonly [string]>({
  run: versions,
  brief: 'Các phiên bản đã áp dụng của một kế hoạch',
  more: ['Ví dụ: dondoc versions ttdn-2020'],
  parameters: { flags: serviceFlags, positional: { kind: 'tuple', parameters: [planParameter] } },
});

interface Difference {
  readonly plan: string;
  readonly from: number | string;
  readonly to: number | string;
  readonly changes: readonly { readonly kind: PlanChange['kind']; readonly words: string }[];
}

/** Holds the plan's file against the newest version that was adopted. */
async function fileDifference(context: CliContext, service: Service, plan: string): Promise<Read<Difference>> {
  const loaded = await loadOffice(context);
  if (!loaded.ok) return loaded;
  const chosen = choosePlan(loaded.value, plan);
  if (!chosen.ok) return chosen;
  const adopted = await planOf(service, plan);
  if (!adopted.ok) return adopted;
  const before = parsePlan(adopted.value.plan);
  if (!before.ok) return otherVersion(service);
  const { plan: after, source } = chosen.value;
  const changes = diffPlans(before.value, after).map((change) => ({ ...change, words: describePlanChange(change) }));
  return { ok: true, value: { plan, from: adopted.value.version, to: source.file, changes }, findings: [] };
}

/** Refuses a version that was never adopted. */
async function unknownVersion(
  service: Service,
  plan: string,
  asked: readonly (number | undefined)[],
): Promise<readonly LocatedFinding[]> {
  const listed = await said(service, service.client.v1.plans[':plan'].versions.$get({ param: param({ plan }) }));
  if (!listed.ok) return listed.findings;
  const known = listed.value.items.map(({ version }) => version);
  return asked.flatMap((version) =>
    version === undefined || known.includes(version)
      ? []
      : [fileFinding('service.unknown-version', 'dondoc', { plan, version, known: known.map(String) })],
  );
}

const range = (from: number, to: number | undefined) =>
  only({ from: String(from), to: to === undefined ? undefined : String(to) });

const versionWords = (version: number | string): string =>
  typeof version === 'number' ? `phiên bản ${String(version)}` : version;

/** Shows in what two versions of a plan differ; without numbers, the file from the newest version. */
export const diff = (
  context: CliContext,
  flags: Flags,
  [plan, from, to]: readonly [string, number?, number?],
): Promise<ExitCode> =>
  withService(context, flags, async (service) => {
    const unknown = from === undefined ? [] : await unknownVersion(service, plan, [from, to]);
    if (unknown.length > 0) return notRead(context, unknown, flags);
    const found =
      from === undefined
        ? await fileDifference(context, service, plan)
        : await said(
            service,
            service.client.v1.plans[':plan'].diff.$get({ param: param({ plan }), query: range(from, to) }),
          );
    if (!found.ok) return notRead(context, found.findings, flags);
    const { changes } = found.value;
    if (flags.json === true) {
      say(context, JSON.stringify(found.value, null, 2));
      return 0;
    }
    const marks = { added: '+', removed: '-', changed: '~' } as const;
    if (changes.length > 0) say(context, changes.map(({ kind, words }) => `${marks[kind]} ${words}`).join('\n'));
    const between = `${versionWords(found.value.from)} và ${versionWords(found.value.to)}`;
    tell(
      context,
      changes.length === 0
        ? `Không có khác biệt giữa ${between}.`
        : `${proseCount(changes.length)} khác biệt giữa ${between}.`,
    );
    return 0;
  });

const number = (brief: string) =>
  ({ parse: wholeNumber(1, 9999), optional: true, placeholder: 'phiên-bản', brief }) as const;

export const diffCommand = command<Flags, readonly [string, number?, number?]>({
  run: diff,
  brief: 'Khác biệt giữa hai phiên bản kế hoạch, hoặc giữa tệp và nội dung đã áp dụng',
  more: ['Ví dụ: dondoc diff ttdn-2020 (tệp so với phiên bản mới nhất)\n       dondoc diff ttdn-2020 1 2'],
  parameters: {
    flags: serviceFlags,
    positional: {
      kind: 'tuple',
      parameters: [planParameter, number('Từ phiên bản'), number('Đến phiên bản; mặc định: mới nhất')],
    },
  },
});
