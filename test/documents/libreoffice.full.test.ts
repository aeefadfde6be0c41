import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dondoc } from '../support/dondoc.ts';

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'dondoc-office-'));
const out = join(folder, 'out');

beforeAll(() => {
  dondoc(['demo', 'out'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!office)(
  `LibreOffice opens every document${office ? '' : ' (NOT RUN: soffice is not on this machine)'}`,
  () => {
    test('and prints each as a PDF with at least one page', () => {
      const documents = readdirSync(out).filter((file) => file.endsWith('.docx'));
      expect(documents).toHaveLength(8);
      const { status } = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          ...documents.map((file) => join(out, file)),
        ],
        { encoding: 'utf8' },
      );
      expect(status).toBe(0);
      for (const file of documents) {
        const pdf = readFileSync(join(folder, file.replace(/docx$/, 'pdf')), 'latin1');
        expect(pdf.startsWith('%PDF-'), file).toBe(true);
        expect([...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length, file).toBeGreaterThan(0);
      }
    });
  },
);
