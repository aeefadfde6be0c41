import type { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { createInterface, type Interface } from 'node:readline';
import { codeOf } from './files/node.ts';
import { Stopped } from './text/vietnamese.ts';

export interface Asker {
  /** Asks one question and gives the line typed, trimmed; rejects with `Stopped` at Ctrl+C or the end of input. */
  readonly ask: (question: string) => Promise<string>;
  /** Lets go of the input: until then the program does not end. */
  readonly close: () => void;
}

/** Makes what asks on a terminal. Lines typed or pasted ahead wait for their questions. */
export function asker(input: Readable, output: Writable): Asker {
  const ahead: string[] = [];
  let lines: Interface | undefined;
  let waiting: { readonly take: (line: string) => void; readonly stop: () => void } | undefined;
  let closed = false;
  const open = (): Interface => {
    const opened = createInterface({ input, output });
    opened.on('line', (line) => {
      const { take } = waiting ?? { take: (next: string) => void ahead.push(next) };
      // At once, not when the answer is awaited: lines pasted together come in one go.
      waiting = undefined;
      take(line);
    });
    opened.on('SIGINT', () => {
      ahead.length = 0;
      opened.close();
    });
    opened.on('close', () => {
      closed = true;
      waiting?.stop();
    });
    return opened;
  };
  const ask = async (question: string): Promise<string> => {
    lines ??= open();
    const line = ahead.shift();
    if (line !== undefined) {
      output.write(`${question}${line}\n`);
      return line;
    }
    if (closed) throw new Stopped();
    const prompted = lines;
    return await new Promise<string>((take, fail) => {
      waiting = {
        take,
        stop: () => {
          // The cursor stands after the question.
          output.write('\n');
          fail(new Stopped());
        },
      };
      prompted.setPrompt(question);
      prompted.prompt();
    });
  };
  return {
    ask: async (question) => (await ask(question)).trim().normalize('NFC'),
    close: () => {
      lines?.close();
    },
  };
}

interface Guarded {
  readonly stdout: Pick<Writable, 'on'>;
  readonly stderr: Pick<Writable, 'on' | 'write'>;
  exitCode?: number | string | null | undefined;
}

/**
 * Answers for streams that cannot be written to: one sentence for data that are lost, nothing for a reader who has gone
 * (`dondoc deadlines | head`) or for talk. Gives back what tells whether data were lost.
 */
export function guardStreams(process: Guarded): () => boolean {
  let lost = false;
  process.stdout.on('error', (error: unknown) => {
    if (lost || codeOf(error) === 'EPIPE') return;
    lost = true;
    process.exitCode = 1;
    const reason = codeOf(error) === 'ENOSPC' ? 'ổ đĩa đã hết chỗ' : `mã ${codeOf(error) ?? 'không rõ'}`;
    process.stderr.write(`Không ghi được kết quả ra stdout: ${reason}.\n`);
  });
  process.stderr.on('error', () => undefined);
  return () => lost;
}

/** Resolves at the first signal that asks the program to stop; a second one ends it at once, as the system does. */
export const stopSignal = (process: Pick<EventEmitter, 'on' | 'off'>): Promise<void> =>
  new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
