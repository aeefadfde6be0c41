import { buildRouteMap } from '@stricli/core';
import { command } from '../commands/command.ts';
import { serviceFlags } from '../commands/flags.ts';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { officeNow, param, said } from '../service/api.ts';
import { notDone } from '../service/findings.ts';
import { withService } from '../service/connect.ts';
import type { ConnectFlags } from '../service/service.ts';
import { wholeNumber } from '../text/parse.ts';
import { stateOf } from './credentials.ts';
import { askForWhom, bearerOf, grantFlags, type GrantFlags } from './grants.ts';
import { listAndRevoke } from './lists.ts';

interface Flags extends ConnectFlags, GrantFlags {
  readonly json?: boolean;
}

/** Makes an access token; its secret is shown this once. */
export async function createToken(context: CliContext, flags: Flags, _args: readonly []): Promise<ExitCode> {
  askForWhom(flags);
  return withService(context, { ...flags, role: 'admin' }, async (service) => {
    const now = await officeNow(service);
    if (!now.ok) return notDone(context, now.findings, flags);
    const made = await said(service, service.client.v1.tokens.$post({ json: bearerOf(flags, flags.unit?.[0]) }));
    if (!made.ok) return notDone(context, made.findings, flags);
    const { token, credential, roles } = made.value;
    if (flags.json === true) say(context, JSON.stringify(made.value, null, 2));
    else {
      // The secret alone on stdout: DONDOC_TOKEN=$(dondoc token create …)
      say(context, token);
      tell(
        context,
        `Mã truy cập ${credential} (${roles.join(', ')}), hiệu lực ${stateOf(now.value, made.value)}. Mã chỉ hiện một lần; giữ như mật khẩu.`,
      );
    }
    return 0;
  });
}

export const tokenCommands = buildRouteMap({
  routes: {
    create: command<Flags, readonly []>({
      run: createToken,
      brief: 'Cấp mã truy cập cho chương trình hoặc cho lệnh dondoc --server',
      more: [
        'Ví dụ: dondoc token create --person van-thu --label "máy văn thư"\n       dondoc token create --role viewer --label "bảng thông báo" --days 90',
        'Mã ra stdout và chỉ hiện một lần; máy chủ chỉ giữ dấu băm. Dùng: đặt vào biến môi trường DONDOC_TOKEN.',
      ],
      parameters: {
        flags: {
          ...grantFlags,
          days: {
            kind: 'parsed',
            parse: wholeNumber(1, 730),
            optional: true,
            placeholder: 'DAYS',
            brief: 'Số ngày hiệu lực; mặc định 365',
          },
          ...serviceFlags,
        },
        positional: { kind: 'tuple', parameters: [] },
      },
    }),
    ...listAndRevoke({
      words: 'mã truy cập',
      list: {
        page: (service, query) => said(service, service.client.v1.tokens.$get({ query })),
        brief: 'Danh sách mã truy cập đã cấp',
      },
      revoke: {
        revoke: (service, credential) =>
          said(service, service.client.v1.tokens[':credential'].$delete({ param: param({ credential }) })),
        brief: 'Thu hồi mã truy cập',
      },
    }),
  },
  docs: { brief: 'Mã truy cập cho chương trình: cấp, xem, thu hồi' },
});
