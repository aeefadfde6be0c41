import { relative } from 'node:path';
import { proseCount } from '@dondoc/core';
import { say, tell, type CliContext } from '../context.ts';
import { deadlines } from '../deadlines/deadlines.ts';
import { deadlineTable } from '../deadlines/write.ts';
import { boardOn, days, officePath, type Story } from '../demo/papers.ts';
import { boardTable, findingTable } from '../demo/print.ts';
import { shown } from '../files/read.ts';
import type { LocatedFinding } from '../files/source.ts';
import { colours } from '../print/colour.ts';
import { countWords } from '../print/findings.ts';
import { sizeWords } from '../print/size.ts';
import { table } from '../print/table.ts';
import { mention } from './refuse.ts';

/** A file that the demo has made. */
export interface MadeFile {
  /** Absolute. */
  readonly path: string;
  /** What it is. */
  readonly words: string;
  readonly content: string | Uint8Array;
}

export interface Shown {
  readonly tale: Story;
  readonly checked: readonly LocatedFinding[];
  readonly inbox: readonly LocatedFinding[];
  readonly files: readonly MadeFile[];
  /** Absolute. */
  readonly target: string;
  /** How many entries the ledger has. */
  readonly entries: number;
}

/** Tells at a terminal what the demo is about and what it has made. */
export function showDemo(context: CliContext, demo: Shown): void {
  say(context, 'DỮ LIỆU MINH HỌA: 24 trường, số liệu và điện thoại đều do người viết phần mềm đặt ra.');
  showChecks(context, demo);
  showDeadlines(context, demo);
  showBoards(context, demo);
  mention(context, demo.inbox);
  showFiles(context, demo);
  const office = officePath(demo.target);
  const way = relative(context.cwd, office);
  // A way up through many folders helps nobody.
  const place = way === '' ? '.' : way.startsWith('..') ? office : way;
  tell(context, `Thử tiếp: cd ${place} rồi chạy dondoc check, dondoc deadlines, dondoc status, dondoc serve.`);
}

const heading = (context: CliContext, words: string) => say(context, `\n${colours(context).bold(words)}\n`);

function showChecks(context: CliContext, { tale: { annual, half }, checked }: Shown): void {
  for (const { file } of [annual, half]) {
    const findings = checked.filter((finding) => finding.file === file.source.file);
    heading(context, `Kiểm tra ${file.source.file}: ${countWords(findings)}`);
    if (findings.length > 0) say(context, findingTable(findings, context.terminal.columns));
  }
}

function showDeadlines(context: CliContext, { tale: { folder } }: Shown): void {
  heading(context, 'Thời hạn, tính tại ngày 01/6/2020');
  const all = deadlines(folder);
  const dated = all.filter(({ due }) => due.kind === 'dated');
  say(context, deadlineTable(folder, dated, { today: '2020-06-01', columns: context.terminal.columns }));
  const others = proseCount(all.length - dated.length);
  say(context, `${others} nội dung khác chưa ấn định ngày; xem đủ bằng: dondoc deadlines`);
}

function showBoards(context: CliContext, { tale }: Shown): void {
  const { columns } = context.terminal;
  heading(context, 'Báo cáo năm 2019, tính đến hết ngày 11/11/2019');
  say(context, boardTable(boardOn(tale, tale.annual, days.reminder), columns));
  heading(context, 'Báo cáo 6 tháng đầu năm 2020, tính đến hết ngày 05/6/2020');
  say(context, boardTable(boardOn(tale, tale.half, days.half), columns));
  say(
    context,
    'Báo cáo 6 tháng đầu năm 2019: không áp dụng, không đôn đốc đơn vị nào (04/6/2019 qua trước khi có kế hoạch).',
  );
}

function showFiles(context: CliContext, { files, target, entries }: Shown): void {
  heading(context, 'Các tệp đã tạo');
  const rows = [
    ...files.map(({ path, words, content }) => [shown(context, path), words, sizeWords(Buffer.byteLength(content))]),
    [
      `${shown(context, officePath(target))}/`,
      `Thư mục nguồn: office.yaml, kế hoạch, báo cáo của các đơn vị; nhật ký có ${String(entries)} mục`,
      '',
    ],
  ];
  const columns = [
    { title: 'Tệp' },
    { title: 'Nội dung', least: 30 },
    { title: 'Dung lượng', align: 'right' as const },
  ];
  say(context, table(columns, rows, context.terminal.columns));
}
