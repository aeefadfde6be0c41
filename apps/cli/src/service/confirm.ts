import type { CliContext } from '../context.ts';
import { UsageError } from '../text/vietnamese.ts';

/**
 * Asks whether to go on; `yes` has said so beforehand.
 *
 * @throws UsageError where nobody can be asked
 */
export async function agreed(
  context: CliContext,
  question: string,
  { yes, json }: { readonly yes?: boolean; readonly json?: boolean },
): Promise<boolean> {
  if (yes === true) return true;
  if (!context.terminal.input || json === true)
    throw new UsageError('Việc này cần xác nhận. Xem kỹ nội dung ở trên rồi chạy lại với --yes.');
  const answer = (await context.ask(`${question} [c/K] `)).toLocaleLowerCase('vi');
  return ['c', 'có', 'co', 'y', 'yes'].includes(answer);
}
