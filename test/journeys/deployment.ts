import { createClient, type Client } from '@dondoc/server/client';

/** One running dondoc, wherever it runs, on a clock that the scenario sets. */
export interface Deployment {
  /** What people type: `https://…`. */
  readonly publicUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly setupSecret: string;
  readonly setClock: (instant: string) => void;
  /** What the runtime does once a day. */
  readonly daily: () => Promise<void>;
}

/** A browser of one person: keeps the cookies it is given and sends them where they belong, and follows no redirect. */
export interface Browser {
  /** What a script of the deployment's own pages would ask with. */
  readonly client: Client;
  readonly open: (path: string) => Promise<Response>;
  /** Presses the button of a form on the page that was opened last. */
  readonly submit: (path: string) => Promise<Response>;
  readonly put: (
    path: string,
    file: { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string },
  ) => Promise<Response>;
}

/**
 * What a browser says is the origin of a form of its own site's page (Fetch, "append a request Origin header"): a page that
 * keeps referrers to itself keeps its origin to itself too.
 */
const originOfForm = (page: Response | undefined, publicUrl: string): string => {
  if (page === undefined) throw new Error('No page with a form is open.');
  return page.headers.get('referrer-policy') === 'no-referrer' ? 'null' : new URL(publicUrl).origin;
};

/**
 * Makes a browser that has visited nothing yet. It sends no Sec-Fetch-Site, as none does over plain http in an office's own
 * network: what it may do is settled by its origin alone.
 */
export function browser({ fetch, publicUrl }: Deployment): Browser {
  const cookies = new Map<string, string>();
  let page: Response | undefined;
  const send = async (request: Request, origin = new URL(publicUrl).origin): Promise<Response> => {
    if (cookies.size > 0) {
      request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    }
    // What a browser sends along when it changes something.
    if (request.method !== 'GET') request.headers.set('origin', origin);
    const response = await fetch(request);
    if (response.headers.get('content-type')?.startsWith('text/html') === true) page = response;
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const at = (path: string) => new URL(path, publicUrl);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  return {
    client: createClient({ baseUrl: publicUrl, fetch: (input, init) => send(new Request(input, init)) }),
    open: (path) => send(new Request(at(path), { redirect: 'manual' })),
    submit: async (path) =>
      send(
        new Request(at(path), { method: 'POST', body: '', headers: form, redirect: 'manual' }),
        originOfForm(page, publicUrl),
      ),
    put: (path, { bytes, type }) =>
      send(new Request(at(path), { method: 'PUT', body: bytes, headers: { 'content-type': type } })),
  };
}

/** A program with a bearer token. */
export const program = ({ publicUrl, fetch }: Deployment, token: string): Client =>
  createClient({ baseUrl: publicUrl, token, fetch: (input, init) => fetch(new Request(input, init)) });

interface Answered {
  readonly ok: boolean;
  readonly status: number;
  readonly json: () => Promise<unknown>;
}

/** What the good ones of a request's answers hold. */
type Good<R> = R extends { readonly ok: false }
  ? never
  : R extends { readonly json: () => Promise<infer T> }
    ? NonNullable<T>
    : never;

/** The good answer of a request; anything else fails the test with what was said. */
export async function good<R extends Answered>(response: Promise<R>): Promise<Good<R>> {
  const answered = await response;
  const body = await answered.json();
  if (!answered.ok) throw new Error(`${String(answered.status)}: ${JSON.stringify(body)}`);
  // A response that is ok holds what the good answers hold.
  return body as Good<R>;
}

/** The problem that a request is answered with; a good answer fails the test. */
export async function problem(
  response: Promise<Answered>,
): Promise<{ readonly status: number; readonly code: string; readonly detail: string }> {
  const answered = await response;
  const body = (await answered.json()) as { readonly code: string; readonly detail: string };
  if (answered.ok) throw new Error(`taken: ${JSON.stringify(body)}`);
  return { status: answered.status, code: body.code, detail: body.detail };
}
