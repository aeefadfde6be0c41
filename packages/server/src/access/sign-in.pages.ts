import { vietnamMoment } from '@dondoc/core';
import type { Principal, SignInLink } from '@dondoc/store';
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { App, AppEnv } from '../context.ts';
import { sha256Hex } from '../http/encoding.ts';
import { page } from '../http/page.ts';
import { problemPage } from '../http/refusal.ts';
import { enrol, isUsable } from './access.usecases.ts';
import { principalNow } from './bearer.ts';
import { dropSessionCookie, SESSION_DAYS, setSessionCookie } from './cookies.ts';
import { isOwnOrigin } from './origin.ts';
import { roleWords } from './words.ts';

const nameOf = (c: Context<AppEnv>, agency: string): string =>
  c.get('office').directory.at(agency, vietnamMoment(Date.parse(c.get('at'))).day)?.name ?? agency;

const officeName = (c: Context<AppEnv>): string | undefined => {
  const { settings } = c.get('office');
  return settings === undefined ? undefined : nameOf(c, settings.desk);
};

/** Whom access is for: a unit by its name, the office's people by their office; then the roles. Never a person's name. */
const forWhom = (c: Context<AppEnv>, { unit, roles }: Principal): string =>
  `${unit === undefined ? (officeName(c) ?? 'Cơ quan') : nameOf(c, unit)} (${roles.map((role) => roleWords[role]).join(', ')})`;

const demoNote = (c: Context<AppEnv>) =>
  c.get('office').settings?.demo === true ? html`<p class="note">DỮ LIỆU MINH HỌA</p>` : '';

const refused = (c: Context<AppEnv>, code: 'link-expired' | 'foreign-origin'): Promise<Response> => {
  const contact = officeName(c);
  return problemPage(c, { code, params: contact === undefined ? {} : { contact } });
};

const signInPage = (c: Context<AppEnv>, holder: Principal): Promise<Response> =>
  page(c, {
    title: 'Đăng nhập',
    body: html`<h1>Đăng nhập</h1>
      ${demoNote(c)}
      <p>Hệ thống theo dõi báo cáo của ${officeName(c) ?? 'cơ quan'}.</p>
      <p>Đường dẫn này dành cho: <strong>${forWhom(c, holder)}</strong>.</p>
      <form method="post"><button>Đăng nhập trên thiết bị này</button></form>
      <p>Thiết bị giữ đăng nhập ${SESSION_DAYS} ngày. Đề nghị không chuyển đường dẫn này cho người ngoài đơn vị.</p>`,
  });

const landing = (c: Context<AppEnv>): Promise<Response> => {
  // Absent where nobody is signed in: this page is open to all.
  const principal = c.get('principal') as Principal | undefined;
  const office = officeName(c);
  const title = office === undefined ? 'Hệ thống theo dõi báo cáo' : `Hệ thống theo dõi báo cáo của ${office}`;
  const next =
    office === undefined
      ? html`<p>
          Hệ thống chưa có thông tin cơ quan và kế hoạch. Người quản trị đưa vào bằng lệnh
          <code>dondoc adopt --server</code>.
        </p>`
      : principal === undefined
        ? html`<p>
            Chưa đăng nhập. Đề nghị mở đường dẫn đăng nhập do ${office} cấp; nếu chưa có, đề nghị liên hệ ${office}.
          </p>`
        : html`<p>Đang đăng nhập: <strong>${forWhom(c, principal)}</strong>.</p>
            <p>
              Các việc gửi, theo dõi và tổng hợp báo cáo hiện thực hiện bằng lệnh <code>dondoc</code> hoặc qua giao diện
              lập trình (<a href="/docs">tài liệu</a>).
            </p>
            <form method="post" action="/sign-out"><button>Đăng xuất trên thiết bị này</button></form>`;
  return page(c, {
    title,
    body: html`<h1>${title}</h1>
      ${demoNote(c)}${next}`,
  });
};

/** The pages of signing in and out: small, in Vietnamese, without script. */
export const signInPages = (app: App) => {
  const { store, config } = app;

  /** The link that may still sign a device in, and whom it is for now. */
  const usable = async (
    c: Context<AppEnv>,
  ): Promise<{ readonly link: SignInLink; readonly holder: Principal } | undefined> => {
    const secret = c.req.param('secret') ?? '';
    const link = await store.linkOf(await sha256Hex(secret));
    if (link === undefined || !isUsable(link, c.get('at'))) return undefined;
    const holder = principalNow(link, { office: c.get('office'), at: c.get('at') });
    return holder === undefined ? undefined : { link, holder };
  };

  return new Hono<AppEnv>()
    .get('/', (c) => landing(c))
    .get('/sign-in/:secret', async (c) => {
      const found = await usable(c);
      return found === undefined ? refused(c, 'link-expired') : signInPage(c, found.holder);
    })
    .post('/sign-in/:secret', async (c) => {
      // Another site must not sign anybody in as somebody else.
      if (!isOwnOrigin(c, config.publicUrl)) return refused(c, 'foreign-origin');
      const found = await usable(c);
      const secret =
        found === undefined ? undefined : await enrol(app, found.link, { at: c.get('at'), days: SESSION_DAYS });
      if (secret === undefined) return refused(c, 'link-expired');
      setSessionCookie(c, config, secret);
      return c.redirect('/', 303);
    })
    .post('/sign-out', async (c) => {
      if (!isOwnOrigin(c, config.publicUrl)) return refused(c, 'foreign-origin');
      const credential = c.get('credential');
      if (credential?.startsWith('ses-') === true) await store.endSession(credential, c.get('at'));
      dropSessionCookie(c, config);
      return c.redirect('/', 303);
    });
};
