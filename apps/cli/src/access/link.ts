import { buildRouteMap } from '@stricli/core';
import { proseCount } from '@dondoc/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { table } from '../print/table.ts';
import { officeNow, param, said } from '../service/api.ts';
import type { SignInLink } from '../service/shapes.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags } from '../service/service.ts';
import { publicAddress, wholeNumber } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { stateOf } from './credentials.ts';
import { askForWhom, bearerOf, grantFlags, type GrantFlags } from './grants.ts';
import { listAndRevoke } from './lists.ts';

interface Flags extends ConnectFlags, GrantFlags {
  readonly uses?: number;
  readonly publicUrl?: string;
  readonly json?: boolean;
}

/** Makes sign-in links: one for a person, or one for each unit named. */
export async function createLinks(context: CliContext, flags: Flags, _args: readonly []): Promise<ExitCode> {
  askForWhom(flags);
  if (flags.server !== undefined && flags.publicUrl !== undefined)
    throw new UsageError('Máy chủ ghi ở --server tự biết địa chỉ của mình; bỏ --public-url.');
  const { unit = [], uses, publicUrl } = flags;
  const of = unit.length === 0 ? [undefined] : unit;
  const links = of.map((one) => ({ ...bearerOf(flags, one), ...(uses === undefined ? {} : { uses }) }));
  return withService(context, { ...flags, role: 'admin' }, async (service) => {
    const now = await officeNow(service);
    if (!now.ok) return notDone(context, now.findings, flags);
    const made = await said(service, service.client.v1['sign-in-links'].$post({ json: { links } }));
    if (!made.ok) return notDone(context, made.findings, flags);
    const own = made.value.links.map((one) => ({
      ...one,
      url: publicUrl === undefined ? one.url : publicUrl + new URL(one.url).pathname,
    }));
    if (flags.json === true) {
      say(context, JSON.stringify({ links: own }, null, 2));
      return 0;
    }
    const [only] = own;
    if (own.length === 1 && only !== undefined) say(context, only.url);
    else {
      const columns = [{ title: 'Cấp cho' }, { title: 'Vai trò' }, { title: 'Đường dẫn' }];
      say(
        context,
        table(
          columns,
          own.map((one) => [one.unit ?? one.principal, one.roles.join(', '), one.url]),
          context.terminal.columns,
        ),
      );
    }
    const until =
      only === undefined
        ? ''
        : `, mỗi đường dẫn dùng cho ${proseCount(only.usesLeft)} thiết bị, hiệu lực ${stateOf(now.value, only)}`;
    tell(
      context,
      `Đã cấp ${proseCount(own.length)} đường dẫn đăng nhập${until}. Ai có đường dẫn thì đăng nhập được; gửi riêng cho đúng người.`,
    );
    return 0;
  });
}

export const linkCommands = buildRouteMap({
  routes: {
    create: command<Flags, readonly []>({
      run: createLinks,
      brief: 'Cấp đường dẫn đăng nhập cho người của cơ quan hoặc của đơn vị',
      more: [
        'Ví dụ: dondoc link create --unit mn-hoa-sen --role filer\n       dondoc link create --unit mn-hoa-sen --unit th-an-thinh --role unit-head --days 14\n       dondoc link create --person truong-phong',
        'Đường dẫn ra stdout và chỉ hiện một lần. Khung chat xem trước đường dẫn không làm mất lượt dùng: chỉ khi bấm nút trên trang mới đăng nhập. Đường dẫn cho máy chủ trên máy này bắt đầu bằng http://127.0.0.1:8787; địa chỉ khác thì ghi --public-url như khi chạy dondoc serve.',
      ],
      parameters: {
        flags: {
          ...grantFlags,
          unit: { ...grantFlags.unit, brief: 'Cấp cho đơn vị (mã); ghi được nhiều lần, mỗi đơn vị một đường dẫn' },
          uses: {
            kind: 'parsed',
            parse: wholeNumber(1, 100),
            optional: true,
            placeholder: 'N',
            brief: 'Số thiết bị được đăng nhập; mặc định 5',
          },
          days: {
            kind: 'parsed',
            parse: wholeNumber(1, 180),
            optional: true,
            placeholder: 'DAYS',
            brief: 'Số ngày hiệu lực; mặc định 30',
          },
          publicUrl: {
            kind: 'parsed',
            parse: publicAddress,
            optional: true,
            placeholder: 'URL',
            brief: 'Địa chỉ của máy chủ trên máy này',
          },
          ...serviceFlags,
        },
        positional: { kind: 'tuple', parameters: [] },
      },
    }),
    ...listAndRevoke<SignInLink>({
      words: 'đường dẫn đăng nhập',
      list: {
        page: (service, query) => said(service, service.client.v1['sign-in-links'].$get({ query })),
        brief: 'Danh sách đường dẫn đăng nhập đã cấp',
        column: { title: 'Lượt còn', align: 'right' },
        cell: ({ usesLeft }) => String(usesLeft),
      },
      revoke: {
        revoke: (service, credential, query) =>
          said(
            service,
            service.client.v1['sign-in-links'][':credential'].$delete({ param: param({ credential }), query }),
          ),
        brief: 'Thu hồi đường dẫn đăng nhập',
        withSessions: true,
      },
    }),
  },
  docs: { brief: 'Đường dẫn đăng nhập: cấp, xem, thu hồi' },
});

export const sessionCommands = buildRouteMap({
  routes: listAndRevoke({
    words: 'thiết bị',
    list: {
      page: (service, query) => said(service, service.client.v1.sessions.$get({ query })),
      words: 'thiết bị đang đăng nhập',
      brief: 'Danh sách thiết bị đã đăng nhập',
    },
    revoke: {
      revoke: (service, credential) =>
        said(service, service.client.v1.sessions[':credential'].$delete({ param: param({ credential }) })),
      brief: 'Đăng xuất một thiết bị',
    },
  }),
  docs: { brief: 'Thiết bị đã đăng nhập: xem, đăng xuất' },
});
