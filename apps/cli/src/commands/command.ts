import { buildCommand, type Command, type TypedCommandParameters } from '@stricli/core';
import type { CliContext, Run } from '../context.ts';

interface Definition<Flags extends Readonly<Partial<Record<keyof Flags, unknown>>>, Args extends readonly unknown[]> {
  readonly run: Run<Flags, Args>;
  readonly parameters: TypedCommandParameters<Flags, Args, CliContext>;
  readonly brief: string;
  /** Paragraphs shown by `--help` only. */
  readonly more?: readonly string[];
  readonly usage?: readonly { readonly input: string; readonly brief: string }[];
}

/** Makes a stricli command of a plain function whose result is the exit code. */
export function command<Flags extends Readonly<Partial<Record<keyof Flags, unknown>>>, Args extends readonly unknown[]>(
  definition: Definition<Flags, Args>,
): Command<CliContext> {
  const { run, parameters, brief, more, usage } = definition;
  return buildCommand<Flags, Args, CliContext>({
    async func(flags, ...args) {
      this.process.exitCode = await run(this, flags, args);
    },
    parameters,
    docs: {
      brief,
      ...(more === undefined ? {} : { fullDescription: [brief, ...more].join('\n\n') }),
      ...(usage === undefined ? {} : { customUsage: usage }),
    },
  });
}
