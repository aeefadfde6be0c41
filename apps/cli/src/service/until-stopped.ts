import { tell, type CliContext, type ExitCode } from '../context.ts';
import type { Serving } from './serve.ts';

/** Says that it serves, waits until it is asked to stop and ends in order, whatever happens. */
export async function untilStopped(
  context: CliContext,
  { stop }: Serving,
  { stopped, ready }: { readonly stopped: Promise<void>; readonly ready: () => Promise<void> },
): Promise<ExitCode> {
  try {
    await ready();
    await stopped;
    tell(context, 'Đang dừng: hoàn thành các yêu cầu dở dang…');
  } finally {
    await stop();
  }
  tell(context, 'Đã dừng.');
  return 0;
}
