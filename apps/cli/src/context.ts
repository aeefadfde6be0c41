import type { FileSystem } from './files/file-system.ts';

/** Exit codes: 0 done, 1 a finding or a failure, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

interface Stream {
  readonly write: (text: string) => void;
  readonly getColorDepth?: (env?: Readonly<Partial<Record<string, string>>>) => number;
}

/** All that a command may touch of the world. Tests hand in fakes; `main.ts` the real ones. */
export interface CliContext {
  /** As stricli wants it; `exitCode` is what the program ends with. */
  readonly process: {
    readonly stdout: Stream;
    readonly stderr: Stream;
    readonly env: Readonly<Partial<Record<string, string>>>;
    exitCode?: number | string | null | undefined;
  };
  /** Absolute folder in which relative paths are read. */
  readonly cwd: string;
  /** Milliseconds since 1970 in UTC; the Vietnam day is computed from it, whatever the machine's zone. */
  readonly now: () => number;
  readonly files: FileSystem;
  /** What a person watches: may be asked (`input`), sees colours (`output`) and progress bars (`progress`). */
  readonly terminal: {
    readonly input: boolean;
    readonly output: boolean;
    readonly progress: boolean;
    readonly columns: number;
  };
  /** Asks one question on the terminal and gives the line typed, trimmed. */
  readonly ask: (question: string) => Promise<string>;
  /** Asks a server over the network. */
  readonly fetch: typeof fetch;
  /** Resolves once the program is asked to stop: Ctrl+C, or the system's own signal. */
  readonly stopped: () => Promise<void>;
}

/** A command as a plain function; what it gives back is the exit code. */
export type Run<Flags, Args extends readonly unknown[]> = (
  context: CliContext,
  flags: Flags,
  args: Args,
) => Promise<ExitCode>;

/** Writes data: what another program, or a file, may take. */
export function say(context: CliContext, text: string): void {
  context.process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Writes talk: what only a person needs. */
export function tell(context: CliContext, text: string): void {
  context.process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}
