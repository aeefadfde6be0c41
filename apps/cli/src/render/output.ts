import { join } from 'node:path';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import type { OfficeFolder } from '../files/office.ts';
import { safeName } from '../files/names.ts';
import { shown } from '../files/read.ts';
import { writeFiles } from '../files/write.ts';
import { refuse } from '../commands/refuse.ts';
import { UsageError } from '../text/vietnamese.ts';

export interface OutputFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Refuses a name that Word would not open. */
export function askForDocx(output: string | undefined): void {
  if (output !== undefined && !/\.docx$/i.test(output)) throw new UsageError('--output cần phần mở rộng .docx.');
}

/** Writes a Word file to where it was asked for, else into the office folder's `out`. */
export async function deliver(
  context: CliContext,
  folder: Pick<OfficeFolder, 'folder'>,
  { name, bytes, flags }: { readonly name: string; readonly bytes: Uint8Array; readonly flags: OutputFlags },
): Promise<ExitCode> {
  const own = join(folder.folder, 'out');
  const path = flags.output ?? join(own, safeName(name, '.docx'));
  const failures = await writeFiles(context, [{ path, content: bytes }], { force: flags.force === true, own: [own] });
  if (failures.length > 0) return refuse(context, failures, flags);
  const file = flags.output ?? shown(context, path);
  if (flags.json === true) say(context, JSON.stringify({ file, bytes: bytes.length }, null, 2));
  else tell(context, `Đã ghi ${file}.`);
  return 0;
}
