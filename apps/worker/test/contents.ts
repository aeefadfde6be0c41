import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Output {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
  readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
}

const outputsOf = (folder: string): readonly Output[] => {
  const meta = readFileSync(join(folder, 'meta.json'), 'utf8');
  const { outputs } = JSON.parse(meta) as { readonly outputs: Readonly<Record<string, Output>> }; // esbuild's own shape
  return Object.values(outputs);
};

/** Modules that the bundle asks its runtime for. */
export const externals = (folder: string): readonly string[] => [
  ...new Set(
    outputsOf(folder).flatMap(({ imports }) => imports.flatMap(({ path, external }) => (external ? [path] : []))),
  ),
];

/** The package that a bundled file belongs to. */
const packageOf = (file: string): string => {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  if (installed !== undefined) return installed;
  const own = /packages\/([^/]+)\//.exec(file)?.[1];
  return own === undefined ? '@dondoc/worker' : `@dondoc/${own}`;
};

/** Minified bytes of a bundle by package, from esbuild's metafile; what leaves no byte is not in it. */
export const contents = (folder: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { inputs } of outputsOf(folder)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      if (bytesInOutput === 0) continue;
      const name = packageOf(file.replaceAll('\\', '/'));
      found.set(name, (found.get(name) ?? 0) + bytesInOutput);
    }
  }
  return found;
};

/** Tells each package's share, largest first. */
export const share = (folder: string): string =>
  [...contents(folder)]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} KB`)
    .join(', ');
