import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { runApp } from './app.ts';
import type { CliContext } from './context.ts';
import { codeOf, nodeFiles } from './files/node.ts';
import { UsageError } from './text/vietnamese.ts';

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // At the end of input, or Ctrl-C, a question would never be answered.
    const stopped = once(lines, 'close').then((): never => {
      throw new UsageError('\nĐã dừng, chưa ghi tệp nào.');
    });
    return (await Promise.race([lines.question(question), stopped])).trim().normalize('NFC');
  } finally {
    lines.close();
  }
}

// `dondoc deadlines | head` closes the pipe early: that is no failure of ours.
process.stdout.on('error', (error) => {
  if (codeOf(error) !== 'EPIPE') throw error;
});

const context: CliContext = {
  process,
  cwd: process.cwd(),
  now: () => Date.now(),
  files: nodeFiles,
  terminal: {
    input: process.stdin.isTTY,
    output: process.stderr.isTTY && process.stdout.isTTY,
    progress: process.stderr.isTTY,
    columns: process.stdout.columns ?? 120,
  },
  ask,
};

await runApp(process.argv.slice(2), context);
