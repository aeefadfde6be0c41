import { argv } from 'node:process';
import { buildWorker } from './wrangler.ts';

await buildWorker(argv[2] ?? 'dist');
