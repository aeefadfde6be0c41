import type { Finding, Path } from '@dondoc/core';
import type { LocatedFinding, Read } from '../files/source.ts';
import { fileFinding } from '../files/source.ts';
import { codeOf } from '../files/node.ts';

/** One finding of a problem (RFC 9457). */
export interface SaidError {
  /** JSON pointer into what was sent. */
  readonly pointer?: string;
  readonly rule?: string;
  readonly severity?: Finding['severity'];
  readonly message?: string;
  readonly mend?: string;
}

/** What a server says instead of doing what was asked. */
export interface SaidProblem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId?: string;
  readonly errors?: readonly SaidError[];
}

/** Gives a finding about what was sent its place, by its path into that; undefined: not known. */
export type Placing = (path: Path, finding: Finding) => LocatedFinding | undefined;

interface Asked {
  /** Where it was asked: an address, or the folder on this machine. */
  readonly at: string;
  /** Over a network, where whatever rejects is the network's doing. */
  readonly remote: boolean;
  readonly place?: Placing;
}

/** Reads a JSON pointer (RFC 6901); numbers become indexes. */
export const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^(?:0|[1-9]\d*)$/.test(step) ? Number(step) : step));

// What the person typed for each part of what was sent.
const OPTIONS: Readonly<Partial<Record<string, string>>> = {
  due: '--due',
  dueTime: '--due',
  to: '--to',
  reason: '--reason',
  note: '--note',
  notes: '--note',
  receivedOn: '--received',
  channel: '--channel',
  asOf: '--as-of',
  number: '--number',
  date: '--date',
  units: 'unit',
};

/** What the person typed for a part of what was sent, else its path. */
export function placeOf(pointer: string | undefined): string {
  const path = pathOf(pointer ?? '');
  const option = path.map((step) => OPTIONS[step]).find((one) => one !== undefined);
  return option ?? (path.length === 0 ? 'dondoc' : path.join('.'));
}

// Problems that only lead to their items.
const GENERAL: ReadonlySet<string> = new Set(['act-refused', 'invalid-body']);

// The command line asks for no address that a person typed.
const ADDRESS = ' Đề nghị kiểm tra lại địa chỉ.';

function findingsOf(problem: SaidProblem, { at, place }: Asked): readonly LocatedFinding[] {
  const { code, detail, errors = [], requestId } = problem;
  const internal = problem.status >= 500 && requestId !== undefined;
  const told = internal ? { mend: `nếu gặp lại, gửi mã yêu cầu ${requestId} cho người phụ trách kỹ thuật.` } : {};
  const whole: LocatedFinding = {
    ...fileFinding(`service.${code}`, at),
    words: { message: detail.replace(ADDRESS, ''), ...told },
  };
  const each = errors.map(({ pointer, rule, severity, message, mend }): LocatedFinding => {
    const path = pathOf(pointer ?? '');
    const finding: Finding = { rule: rule ?? code, severity: severity ?? 'error', where: path, params: {} };
    const located = place?.(path, finding) ?? { ...finding, file: placeOf(pointer) };
    // Placing may have found other words for it.
    if (message === undefined || located.rule !== finding.rule) return located;
    return { ...located, words: { message, ...(mend === undefined ? {} : { mend }) } };
  });
  // 'See each item': the items say it themselves.
  const says = !GENERAL.has(code) || each.every(({ severity }) => severity !== 'error');
  return says ? [whole, ...each] : each;
}

const isProblem = (value: unknown): value is SaidProblem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'detail' in value &&
  typeof value.detail === 'string';

/** Whether the network failed. */
// fetch rejects with TypeError where the network fails, and with its signal's reason where it takes too long.
export const isNetworkFault = (error: unknown): boolean => error instanceof TypeError || error instanceof DOMException;

/** The code of what happened on the network; `TIMEOUT`: no answer within our patience; empty: not known. */
export function networkCode(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'TIMEOUT';
  return codeOf(error instanceof Error ? (error.cause ?? error) : error) ?? '';
}

/** Why nothing came back, in one sentence. */
const networkFinding = (at: string, error: unknown): LocatedFinding =>
  fileFinding('service.unreachable', at, { code: networkCode(error) });

/** Waits for a response and reads it, or says why there is nothing to read: the network, a problem, no dondoc at all. */
export async function answered<T>(
  pending: Promise<Response>,
  asked: Asked,
  read: (response: Response) => Promise<T>,
): Promise<Read<T>> {
  let response: Response;
  try {
    response = await pending;
  } catch (error) {
    if (!asked.remote || !isNetworkFault(error)) throw error;
    return { ok: false, findings: [networkFinding(asked.at, error)] };
  }
  try {
    if (response.ok) return { ok: true, value: await read(response), findings: [] };
    const said: unknown = await response.json();
    if (isProblem(said)) return { ok: false, findings: findingsOf({ ...said, status: response.status }, asked) };
  } catch (error) {
    if (asked.remote && isNetworkFault(error)) return { ok: false, findings: [networkFinding(asked.at, error)] };
    if (!(error instanceof SyntaxError)) throw error;
  }
  // A proxy's page, or another program at this address.
  return { ok: false, findings: [fileFinding('service.not-dondoc', asked.at, { status: response.status })] };
}
