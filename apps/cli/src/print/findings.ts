import { proseCount, severities, type Severity } from '@dondoc/core';
import type { CliContext } from '../context.ts';
import type { LocatedFinding } from '../files/source.ts';
import { describe } from '../text/rules.ts';
import { colours } from './colour.ts';
import { widthOf } from './width.ts';

export type FindingFormat = 'text' | 'json' | 'github';

const headings: Readonly<Record<Severity, string>> = { error: 'CẦN SỬA', warning: 'NÊN XEM LẠI', hint: 'GỢI Ý' };

// A file may hold what a terminal would obey: escape sequences, carriage returns, bells.
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, '·');

const place = ({ file, line, column }: LocatedFinding): string =>
  [plain(file), line, column].filter((part) => part !== undefined).join(':');

/** Longest part of a line that is shown around the place: to people, to programs. */
const MOST = 110;
const MOST_JSON = 1000;

/** The part of a long line around the place, and how much of it stands before the place. */
function excerpt(text: string, column: number, most = MOST): { readonly part: string; readonly before: string } {
  const from = Math.max(0, Math.min(column - 1 - 40, text.length - most));
  const head = from > 0 ? '…' : '';
  const tail = from + most < text.length ? '…' : '';
  return { part: head + text.slice(from, from + most) + tail, before: head + text.slice(from, column - 1) };
}

function quote({ text, line, column }: LocatedFinding, dim: (text: string) => string): readonly string[] {
  if (text === undefined || line === undefined || column === undefined || text.trim() === '') return [];
  const { part, before } = excerpt(text, column);
  // A tab becomes one space, so that the caret stands under its letter.
  const shown = (words: string) => plain(words.replaceAll('\t', ' '));
  const margin = `    ${String(line)} | `;
  const caret = ' '.repeat(margin.length - 2) + '| ' + ' '.repeat(widthOf(shown(before)));
  return [dim(margin) + shown(part), dim(`${caret}^`)];
}

/** Writes findings for people, gravest first: place, what, the line itself, why, source, what to do. */
export function findingsText(context: CliContext, findings: readonly LocatedFinding[]): string {
  const paint = colours(context);
  const tint = { error: paint.red, warning: paint.yellow, hint: paint.cyan };
  const lines: string[] = [];
  for (const severity of severities) {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    lines.push(paint.bold(tint[severity](`${headings[severity]} (${String(group.length)})`)), '');
    for (const finding of group) {
      const { message, why, source, mend } = describe(finding);
      lines.push(
        `${paint.bold(place(finding))}  ${paint.dim(finding.rule)}`,
        `  ${plain(message)}`,
        ...quote(finding, paint.dim),
      );
      if (why !== undefined) lines.push(`  Lý do: ${plain(why)}`);
      if (source !== undefined) lines.push(`  Căn cứ: ${plain(source)}`);
      if (mend !== undefined) lines.push(`  Đề nghị: ${plain(mend)}`);
      lines.push('');
    }
  }
  return lines.join('\n');
}

/** A finding for programs. */
export function findingJson(finding: LocatedFinding): Readonly<Record<string, unknown>> {
  const { label, message, why, source, mend } = describe(finding);
  const { rule, severity, where, params, file, line, column, text } = finding;
  // A file of one line may have megabytes in it.
  const quoted = text === undefined ? undefined : excerpt(text, column ?? 1, MOST_JSON).part;
  return { rule, severity, label, file, line, column, path: where, message, why, source, mend, params, text: quoted };
}

// https://docs.github.com/actions, workflow commands: these letters would end the command or the property.
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Writes findings as GitHub workflow commands, which show them beside the lines of a pull request. */
export function findingsGithub(findings: readonly LocatedFinding[]): string {
  const level = { error: 'error', warning: 'warning', hint: 'notice' } as const;
  return findings
    .map((finding) => {
      const { label, message, mend } = describe(finding);
      const at = finding.line === undefined ? '' : `,line=${String(finding.line)},col=${String(finding.column ?? 1)}`;
      const words = `${label}: ${message}${mend === undefined ? '' : ` Đề nghị: ${mend}`}`;
      return `::${level[finding.severity]} file=${property(finding.file)}${at},title=${property(finding.rule)}::${data(words)}\n`;
    })
    .join('');
}

/** Counts by severity in words: '02 điểm cần sửa, 05 điểm nên xem lại'. */
export function countWords(findings: readonly LocatedFinding[]): string {
  const words: Readonly<Record<Severity, string>> = {
    error: 'điểm cần sửa',
    warning: 'điểm nên xem lại',
    hint: 'gợi ý',
  };
  const parts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${proseCount(count)} ${words[severity]}`];
  });
  return parts.length === 0 ? 'không có điểm nào cần xem lại' : parts.join(', ');
}
