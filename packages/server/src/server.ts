import { Hono, type Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { accessRoutes } from './access/access.routes.ts';
import { authentication } from './access/authenticate.ts';
import { adoptionRoutes } from './adoption/adoption.routes.ts';
import { agencyRoutes } from './agencies/agencies.routes.ts';
import { officeClock } from './clock.ts';
import { createConfigurations } from './configuration/configuration.ts';
import { consolidationRoutes } from './consolidation/consolidation.routes.ts';
import type { App, AppEnv, ServerDeps } from './context.ts';
import { documentRoutes } from './documents/documents.routes.ts';
import { eventRoutes } from './events/events.routes.ts';
import { bodies, received, takesFile } from './http/bodies.ts';
import { onError, unknown } from './http/errors.ts';
import { logged, requestId, routeOf } from './http/frame.ts';
import { securityHeaders } from './http/headers.ts';
import { checkIfMatch } from './http/if-match.ts';
import { createLimiter } from './http/limiter.ts';
import { rateLimited } from './http/rate-limit.ts';
import { segmentRouter } from './http/router.ts';
import { sendProblem } from './http/send.ts';
import { ledgerRoutes } from './ledger/ledger.routes.ts';
import { obligationRoutes } from './obligations/obligations.routes.ts';
import { planRoutes } from './plans/plans.routes.ts';
import { referenceRoutes } from './reference/reference.routes.ts';
import { reminderRoutes } from './reminders/reminders.routes.ts';
import { submissionRoutes } from './submissions/submissions.routes.ts';

const appOf = ({ database: store, clock, config, files, log = () => undefined }: ServerDeps): App => ({
  store,
  configurations: createConfigurations(store),
  config,
  files,
  now: officeClock(store, clock),
  log,
});

/** Answers what no route does before anything is spent on it; a NUL in an address means nobody any good. */
const known = (answerUnknown: (c: Context<AppEnv>) => Response) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (routeOf(c) === undefined) return answerUnknown(c);
    return c.req.url.includes('%00') ? sendProblem(c, { code: 'bad-request', params: { what: 'Đường dẫn' } }) : next();
  });

/**
 * Makes the app: the JSON API and what belongs to it. It knows no runtime; everything it needs of its surroundings is
 * handed in. The order of the middlewares is the order in which a request is held against them.
 */
export const createServer = (deps: ServerDeps) => {
  const app = appOf(deps);
  const { limiter = createLimiter(deps.clock) } = deps;
  const server = new Hono<AppEnv>({ router: segmentRouter() });
  const answerUnknown = unknown(server);
  const authenticated = authentication(app, { authenticate: deps.authenticate, limiter });
  server.notFound(answerUnknown).onError(onError(app.log));
  return (
    server
      .use(requestId, logged(app.log, deps.clock), securityHeaders(app.config.publicUrl))
      .use(known(answerUnknown))
      .route('/', referenceRoutes(app))
      // A file is taken in only of those who have access, and their request has come when the whole file has.
      .use((c, next) => (takesFile(c) ? authenticated(c, next) : next()))
      .use(received(app.config), authenticated)
      .use(rateLimited({ limiter, ...app.config }), bodies, checkIfMatch)
      .route('/', accessRoutes(app))
      .route('/', adoptionRoutes(app))
      .route('/', planRoutes(app))
      .route('/', agencyRoutes(app))
      .route('/', eventRoutes(app))
      .route('/', obligationRoutes(app))
      .route('/', reminderRoutes(app))
      .route('/', submissionRoutes(app))
      .route('/', consolidationRoutes(app))
      .route('/', ledgerRoutes(app))
      .route('/', documentRoutes(app))
  );
};

/** The app's type, from which the typed client follows. */
export type AppType = ReturnType<typeof createServer>;
