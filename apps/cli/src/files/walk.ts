import { join, resolve } from 'node:path';
import type { CliContext } from '../context.ts';
import { codeOf } from './node.ts';
import { shown } from './read.ts';
import { fileFinding, type LocatedFinding } from './source.ts';

export interface Walked {
  /** Absolute, each once; a folder's in the order of their names. */
  readonly files: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

/** What of a folder is taken: names of files, and names of folders that are not gone into. Hidden names never are. */
export interface Wanted {
  readonly files: RegExp;
  readonly not?: ReadonlySet<string>;
}

/** Lists the files named, whatever they are called, and those wanted in the folders named and below them. */
export async function listFiles(context: CliContext, paths: readonly string[], wanted: Wanted): Promise<Walked> {
  const found = new Map<string, string>();
  const findings: LocatedFinding[] = [];
  const walked = new Set<string>();
  const walk = async (path: string, name?: string): Promise<void> => {
    try {
      const stat = await context.files.stat(path);
      if (stat === undefined) {
        // What a folder lists is there: only a link can lead nowhere.
        findings.push(fileFinding(name === undefined ? 'file.missing' : 'file.link-nowhere', shown(context, path)));
        return;
      }
      const real = await context.files.realPath(path);
      if (stat.kind !== 'folder') {
        if (name === undefined || wanted.files.test(name)) found.set(real, found.get(real) ?? path);
        return;
      }
      // A link back to a folder above would go round for ever.
      if (walked.has(real) || (name !== undefined && wanted.not?.has(name) === true)) return;
      walked.add(real);
      const names = (await context.files.list(path)).filter((one) => !one.startsWith('.')).sort();
      for (const one of names) await walk(join(path, one), one);
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      const rule = code === 'ELOOP' ? 'file.link-loop' : 'file.unreadable';
      findings.push(fileFinding(rule, shown(context, path), { code }));
    }
  };
  for (const path of paths) await walk(resolve(context.cwd, path));
  return { files: [...found.values()], findings };
}
