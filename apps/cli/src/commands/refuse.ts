import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import type { LocatedFinding } from '../files/source.ts';
import { countWords, findingJson, findingsText } from '../print/findings.ts';

export interface Refusal {
  readonly json?: boolean;
  /** Files or folders that stand written already, as shown. */
  readonly written?: readonly string[];
  /** What was not done, before the count: 'Chưa ghi vào nhật ký: '. Absent: that no file was written. */
  readonly kept?: string;
}

/** Shows why a command stops, all at once, and gives exit code 1. */
export function refuse(
  context: CliContext,
  findings: readonly LocatedFinding[],
  { json, written = [], kept }: Refusal = {},
): ExitCode {
  if (json === true) {
    const before = written.length === 0 ? {} : { written };
    say(context, JSON.stringify({ ok: false, ...before, findings: findings.map(findingJson) }, null, 2));
  } else {
    tell(context, findingsText(context, findings));
    const words = `${kept ?? keptWords(findings, written)}${countWords(findings)}.`;
    tell(context, words.charAt(0).toLocaleUpperCase('vi') + words.slice(1));
  }
  return 1;
}

function keptWords(findings: readonly LocatedFinding[], written: readonly string[]): string {
  if (written.length > 0) return `Đã ghi trước đó: ${written.join(', ')}. Chưa ghi các tệp còn lại: `;
  return findings.some(({ rule }) => rule === 'file.written-before') ? '' : 'Chưa ghi tệp nào: ';
}

/** Shows on stderr what should be looked at while the work goes on. */
export function mention(
  context: CliContext,
  findings: readonly LocatedFinding[],
  { json }: { readonly json?: boolean } = {},
): void {
  if (json !== true && findings.length > 0) tell(context, findingsText(context, findings));
}
