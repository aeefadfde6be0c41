import { fileFinding, type LocatedFinding } from '../files/source.ts';
import type { Refused } from './zip.ts';

/** Why an archive is not taken, for a person. */
export const refusedFinding = (file: string, { rule, path }: Refused): LocatedFinding =>
  fileFinding(rule, file, path === undefined ? {} : { path });
