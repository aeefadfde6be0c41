import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../context.ts';
import { base64url } from './encoding.ts';
import { pagePolicy } from './headers.ts';

type Html = ReturnType<typeof html>;

const style = `:root{color-scheme:light dark}
body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.25}h2{margin-top:2.5rem;font-size:1.25rem}h3{font-size:1.0625rem}
button{font:inherit;padding:.65rem 1.25rem;border-radius:.4rem;border:1px solid #0b5394;background:#0b5394;color:#fff;cursor:pointer}
a{color:#0b5394}@media (prefers-color-scheme:dark){a{color:#8ab8e6}}
code,pre{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid #8888;padding:.3rem .6rem;text-align:left;vertical-align:top}
.note{border-left:.25rem solid #b45f06;padding:.25rem .75rem}.op{border-top:1px solid #8886;padding-top:.5rem}`;

/** Answers with a page of ours: Vietnamese, no script, nothing from elsewhere, not for search engines. */
export const page = async (
  c: Context<AppEnv>,
  {
    title,
    body,
    status = 200,
    lang = 'vi',
    headers = {},
  }: {
    readonly title: string;
    readonly body: Html;
    readonly status?: ContentfulStatusCode;
    readonly lang?: 'vi' | 'en';
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Response> => {
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const document = await html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  return c.html(document, status, {
    ...headers,
    // Under `no-referrer` browsers say `Origin: null` with a page's own forms, and those would be refused.
    'referrer-policy': 'same-origin',
    'content-security-policy': pagePolicy(nonce),
    'x-robots-tag': 'noindex, nofollow',
  });
};
