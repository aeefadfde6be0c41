import { env } from 'cloudflare:workers';
import { createWorker } from './worker.ts';

// Made while the isolate starts, which is no request's time: the first one has 10 ms for all that it does. Where no
// address is set the app is made again for the one that requests come to, by code that has then run before.
// oxlint-disable-next-line import/no-default-export -- the runtime asks for it
export default createWorker(env);
