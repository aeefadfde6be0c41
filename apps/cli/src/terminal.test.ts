import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { world } from './testing/world.ts';
import { asker, stopSignal } from './terminal.ts';
import { Stopped } from './text/vietnamese.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function streams() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  return { input, ...asker(input, output), shown: () => String(output.read() ?? '') };
}

describe('asking', () => {
  test('keeps lines that came together for the questions that follow', async () => {
    const { input, ask, close } = streams();
    input.write('một\n hai \n\nbốn\n');
    expect([await ask('1: '), await ask('2: '), await ask('3: '), await ask('4: ')]).toEqual(['một', 'hai', '', 'bốn']);
    close();
  });

  test('stops at the end of input, after the lines that it held', async () => {
    const { input, ask, shown } = streams();
    input.end('một\nhai');
    expect([await ask('1: '), await ask('2: ')]).toEqual(['một', 'hai']);
    await expect(ask('3: ')).rejects.toBeInstanceOf(Stopped);
    expect(shown()).toContain('2: hai\n');
  });

  test('stops a question that waits when the input ends', async () => {
    const { input, ask, shown } = streams();
    const answer = ask('1: ');
    input.end();
    await expect(answer).rejects.toThrow('Đã dừng, chưa tạo tệp nào.');
    expect(shown()).toBe('1: \n');
  });

  test('stops at Ctrl+C, whatever was typed ahead', async () => {
    const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true, columns: 80 })];
    const { ask } = asker(input, output);
    const answer = ask('1: ');
    input.write('x\rahead\r');
    expect(await answer).toBe('x');
    input.write('half\u0003');
    await new Promise(setImmediate);
    await expect(ask('2: ')).rejects.toBeInstanceOf(Stopped);
  });
});

describe('the program itself', () => {
  const shell = async (line: string) => {
    const place = await world();
    const command = line.replace('dondoc', `"${process.execPath}" --conditions=@dondoc/source "${main}"`);
    try {
      const { stderr } = await promisify(execFile)('bash', ['-c', command], { cwd: place.folder, timeout: 30_000 });
      return { code: 0, stderr };
    } catch (error) {
      // What execFile rejects with.
      return error as { code: number; stderr: string };
    } finally {
      await place.remove();
    }
  };

  test.skipIf(!existsSync('/dev/full'))('says in one sentence that the data could not be written', async () => {
    const { code, stderr } = await shell('dondoc --help > /dev/full');
    expect(code).toBe(1);
    expect(stderr).toBe('Không ghi được kết quả ra stdout: ổ đĩa đã hết chỗ.\n');
  });

  test.skipIf(!existsSync('/dev/full'))('ends by what was done where its talk cannot be written', async () => {
    expect((await shell('dondoc init a --yes 2> /dev/full && test -f a/office.yaml')).code).toBe(0);
  });

  test.skipIf(!existsSync('/dev/full'))('minds no reader who has gone', async () => {
    expect(await shell('set -o pipefail; dondoc --help | true')).toMatchObject({ code: 0, stderr: '' });
  });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s asks to stop once; the next one is the system’s again',
  async (signal) => {
    const process = new EventEmitter();
    const stopped = stopSignal(process);
    expect(process.listenerCount(signal)).toBe(1);
    process.emit(signal);
    await stopped;
    expect(process.eventNames()).toEqual([]);
  },
);
