import type { Store } from '@dondoc/store';
import { createServer } from '../src/server.ts';
import { openApiOf } from './openapi.ts';

/** The document as it is committed: of an app that is asked for its routes and nothing else. */
export const openApiText = (): string => {
  const app = createServer({
    // No route is called.
    database: {} as Store,
    clock: () => 0,
    config: { version: '0.0.0', publicUrl: 'http://localhost' },
  });
  return `${JSON.stringify(openApiOf(app), null, 1)}\n`;
};
