// The Worker's CPU by route: `node --conditions=@dondoc/source bench/worker.ts`. Exit 1 where a route takes more than it may.
import { workerCpu } from './worker-cpu.ts';

const routes = await workerCpu();
for (const { name, ms, most, calls } of routes) {
  const verdict = ms <= most ? 'holds' : 'MISSED';
  console.log(
    `  ${verdict}: ${name}: ${ms.toFixed(2)} ms CPU (at most ${most}), ${calls.toFixed(0)} calls of the database`,
  );
}
process.exitCode = routes.every(({ ms, most }) => ms <= most) ? 0 : 1;
