import { severities, type Severity } from '@dondoc/core';
import type { CliContext } from '../context.ts';
import type { LocatedFinding } from '../files/source.ts';
import { describe } from '../text/rules.ts';
import { colours } from './colour.ts';
import { widthOf } from './width.ts';

export type FindingFormat = 'text' | 'json' | 'github';

const headings: Readonly<Record<Severity, string>> = { error: 'CẦN SỬA', warning: 'NÊN XEM LẠI', hint: 'GỢI Ý' };

const place = ({ file, line, column }: LocatedFinding): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** Longest part of a line that is shown around the place. */
const MOST = 110;

function quote(finding: LocatedFinding, dim: (text: string) => string): readonly string[] {
  const { text, line, column } = finding;
  if (text === undefined || line === undefined || column === undefined || text.trim() === '') return [];
  // A long line is shown around the place; tabs become single spaces so that the caret stands under its letter.
  const from = Math.max(0, Math.min(column - 1 - 40, text.length - MOST));
  const part =
    (from > 0 ? '…' : '') +
    text.slice(from, from + MOST).replaceAll('\t', ' ') +
    (from + MOST < text.length ? '…' : '');
  const margin = `    ${String(line)} | `;
  const caret =
    ' '.repeat(margin.length - 2) + '| ' + ' '.repeat(widthOf((from > 0 ? '…' : '') + text.slice(from, column - 1)));
  return [dim(margin) + part, dim(`${caret}^`)];
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
        `  ${message}`,
        ...quote(finding, paint.dim),
      );
      if (why !== undefined) lines.push(`  Lý do: ${why}`);
      if (source !== undefined) lines.push(`  Căn cứ: ${source}`);
      if (mend !== undefined) lines.push(`  Đề nghị: ${mend}`);
      lines.push('');
    }
  }
  return lines.join('\n');
}

/** A finding for programs. */
export function findingJson(finding: LocatedFinding): Readonly<Record<string, unknown>> {
  const { label, message, why, source, mend } = describe(finding);
  const { rule, severity, where, params, file, line, column, text } = finding;
  return { rule, severity, label, file, line, column, path: where, message, why, source, mend, params, text };
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

/** Counts by severity in words: '2 điểm cần sửa, 5 điểm nên xem lại'. */
export function countWords(findings: readonly LocatedFinding[]): string {
  const words: Readonly<Record<Severity, string>> = {
    error: 'điểm cần sửa',
    warning: 'điểm nên xem lại',
    hint: 'gợi ý',
  };
  const parts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${String(count)} ${words[severity]}`];
  });
  return parts.length === 0 ? 'không có điểm nào cần xem lại' : parts.join(', ');
}
