import { runApp } from './app.ts';
import type { CliContext } from './context.ts';
import { nodeFiles } from './files/node.ts';
import { asker, guardStreams, stopSignal } from './terminal.ts';

const { ask, close } = asker(process.stdin, process.stderr);
const lostData = guardStreams(process);

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
  fetch: (input, init) => fetch(input, init),
  stopped: () => stopSignal(process),
};

await runApp(process.argv.slice(2), context);
close();
// A stream fails a moment after it was written to: the command itself may have ended well.
if (lostData()) process.exitCode = 1;
