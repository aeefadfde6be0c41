import { fileFinding, type LocatedFinding } from '../files/source.ts';
import { findingsText } from '../print/findings.ts';
import { tell, type CliContext } from '../context.ts';
import { pathOf, type Placing, type SaidError } from '../service/answer.ts';

/** Makes findings of what the app said beside its answer. */
export const warningsOf = (
  warnings: readonly SaidError[],
  { file, place }: { readonly file: string; readonly place?: Placing },
): readonly LocatedFinding[] =>
  warnings.map(({ pointer, rule = 'collect.warning', severity = 'warning', message, mend }) => {
    const path = pathOf(pointer ?? '');
    const finding = { ...fileFinding(rule, file), severity, where: path };
    const located = place?.(path, finding) ?? finding;
    return message === undefined
      ? located
      : { ...located, words: { message, ...(mend === undefined ? {} : { mend }) } };
  });

/** Shows what is to be looked at again in what was taken. */
export function showWarnings(context: CliContext, file: string, warnings: readonly SaidError[]): void {
  const findings = warningsOf(warnings, { file });
  if (findings.length > 0) tell(context, findingsText(context, findings));
}
