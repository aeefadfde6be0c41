// Runs wrangler with what this Worker needs: `npm run wrangler -w @dondoc/worker -- d1 list`.
import { ended, startWrangler } from './wrangler.ts';

process.exitCode = await ended(startWrangler(process.argv.slice(2)));
