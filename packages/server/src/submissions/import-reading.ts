import { clockMoment, readSubmissions, type Finding, type NamedInput, type Path, type Submission } from '@dondoc/core';
import type { ReportPeriod } from '@dondoc/store';
import type { OfficeView } from '../configuration/configuration.ts';
import { done, failed, type Outcome } from '../http/outcome.ts';
import type { ImportBody } from './act-schema.ts';
import { isRecord, refusal } from './reading.ts';

const declared = ['receivedOn', 'channel'] as const;

const says = (input: unknown, part: string): boolean => isRecord(input) && Object.hasOwn(input, part);

/** What came, completed by what the import says of all that do not say it themselves. */
const completed = ({ receivedOn, channel, note }: ImportBody, input: unknown): unknown =>
  isRecord(input)
    ? {
        ...(receivedOn === undefined ? {} : { receivedOn }),
        ...(channel === undefined ? {} : { channel }),
        ...(note === undefined || note.trim() === '' ? {} : { note }),
        ...input,
      }
    : input;

/** Where a finding about an item lies in the request's body: what the import itself said is beside the items. */
const placeIn = (body: ImportBody): ((where: Path) => Path) => {
  const own = (part: unknown) => part === 'receivedOn' || part === 'channel' || part === 'note';
  return ([index, ...rest]) => {
    const item = body.submissions[Number(index)];
    const [part] = rest;
    const shared = own(part) && !says(item?.submission, String(part)) && body[part as keyof ImportBody] !== undefined;
    return shared ? rest : ['submissions', Number(index), 'submission', ...rest];
  };
};

export interface ImportItem {
  readonly index: number;
  readonly name: string;
  readonly submission: Submission;
}

/**
 * Reads all submissions of an import together: every finding of every one at once. Each needs the day it came and the
 * way, from itself or from the import; another report's or period's is refused as all else that core refuses.
 */
export const readImport = async (
  view: OfficeView,
  { of, body, at }: { readonly of: ReportPeriod; readonly body: ImportBody; readonly at: string },
): Promise<Outcome<{ readonly items: readonly ImportItem[]; readonly findings: readonly Finding[] }>> => {
  const history = await view.history(of.plan);
  if (history === undefined) return failed('not-found', { params: { what: `Kế hoạch ${of.plan}` } });
  const inputs = body.submissions.map(({ name, submission }, index): NamedInput => ({
    name: name ?? String(index + 1),
    input: completed(body, submission),
  }));
  const { versions, events, openings } = history;
  const result = readSubmissions(inputs, {
    plan: versions,
    directory: view.directory,
    calendar: view.calendar,
    events,
    openings,
    only: { report: of.report, period: of.period },
    today: clockMoment(at).day,
  });
  const missing = inputs.flatMap(({ name, input }, index) =>
    declared
      .filter((part) => isRecord(input) && !says(input, part))
      .map((part) => refusal('schema.missing-key', [index, part], { key: part, input: name })),
  );
  const place = placeIn(body);
  const findings = [...result.findings, ...missing].map(({ rule, severity, where, params }): Finding => ({
    rule,
    severity,
    params,
    where: place(where),
  }));
  if (!result.ok || missing.length > 0) return failed('invalid-body', { findings });
  const items = result.value.map((submission, index) => ({
    index,
    name: inputs[index]?.name ?? String(index + 1),
    submission,
  }));
  return done({ items, findings });
};
