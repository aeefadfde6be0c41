/** The only routes that strangers may ask for. Every other route refuses them. */
export const publicRoutes: ReadonlySet<string> = new Set([
  'GET /',
  'GET /healthz',
  'GET /readyz',
  'GET /openapi.json',
  'GET /docs',
  'POST /v1/setup',
  'GET /sign-in/:secret',
  'POST /sign-in/:secret',
  'POST /sign-out',
]);
