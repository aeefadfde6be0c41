// Runs turbo without its telemetry: environment variables are its only switch, and npm scripts have no portable way to
// set one.
import { spawnSync } from 'node:child_process';

const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
const { status } = spawnSync('turbo', process.argv.slice(2), {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...quiet },
});
process.exitCode = status ?? 1;
