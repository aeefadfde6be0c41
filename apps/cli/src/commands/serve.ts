import type { LogLine } from '@dondoc/server';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { findOffice } from '../files/office.ts';
import { shown } from '../files/read.ts';
import { fileFinding } from '../files/source.ts';
import { isLoopback } from '../service/address.ts';
import { findLedger } from '../service/database.ts';
import { serveOffice } from '../service/serve.ts';
import { untilStopped } from '../service/until-stopped.ts';
import { machineAddress, portNumber, publicAddress, word } from '../text/parse.ts';
import { UsageError } from '../text/vietnamese.ts';
import { command } from './command.ts';
import { refuse } from './refuse.ts';

interface Flags {
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly insecureHttp?: boolean;
  readonly trustedProxy?: readonly string[];
  readonly log: 'text' | 'json' | 'none';
}

/** Refuses to listen to other machines without saying how what is sent is kept secret. */
function askForSecrecy({ host, publicUrl, insecureHttp }: Flags): void {
  if (isLoopback(host) || insecureHttp === true || publicUrl?.startsWith('https://') === true) return;
  throw new UsageError(
    `--host ${host} nhận kết nối từ máy khác. Ghi --public-url https://… (địa chỉ của máy chủ HTTPS đặt phía trước), hoặc --insecure-http nếu chấp nhận đường truyền không mã hóa trong mạng nội bộ.`,
  );
}

const logger =
  (context: CliContext, format: Flags['log']) =>
  (line: LogLine): void => {
    if (format === 'none') return;
    const at = new Date(context.now()).toISOString();
    if (format === 'json') tell(context, JSON.stringify({ at, ...line }));
    else {
      const { level, event, ...details } = line;
      const said = Object.entries(details).map(([name, value]) => `${name}=${String(value)}`);
      tell(context, [at, level, event, ...said].join(' '));
    }
  };

/** Serves the app on this machine until it is asked to stop. */
export async function serve(context: CliContext, flags: Flags, _args: readonly []): Promise<ExitCode> {
  askForSecrecy(flags);
  const folder = (await findOffice(context)) ?? (await findLedger(context));
  if (folder === undefined)
    return refuse(context, [fileFinding('office.not-found', shown(context, context.cwd))], { kept: '' });
  const { host, port, publicUrl, trustedProxy } = flags;
  const log = logger(context, flags.log);
  const stopped = context.stopped();
  const served = await serveOffice(context, {
    folder,
    host,
    port,
    log,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(trustedProxy === undefined ? {} : { trustedProxies: trustedProxy }),
  });
  if (!served.ok) return refuse(context, served.findings, { kept: '' });
  const { url, store } = served.value;
  const ready = async (): Promise<void> => {
    const { revision } = await store.configuration();
    tell(context, `Đang phục vụ tại ${url} (tài liệu giao diện: ${url}/docs). Nhấn Ctrl+C để dừng.`);
    if (revision === 0)
      tell(context, 'Chưa áp dụng office.yaml và kế hoạch. Mở cửa sổ lệnh khác ở thư mục này và chạy: dondoc adopt');
  };
  return untilStopped(context, served.value, { stopped, ready });
}

export const serveCommand = command<Flags, readonly []>({
  run: serve,
  brief: 'Chạy máy chủ trên máy này: giao diện HTTP cho cơ quan và các đơn vị',
  more: [
    'Ví dụ: dondoc serve\n       dondoc serve --port 9000 --log json\n       dondoc serve --host 0.0.0.0 --public-url https://dondoc.example.vn --trusted-proxy 192.168.1.10',
    'Dữ liệu nằm trong .dondoc/ của thư mục cơ quan; các lệnh khác (adopt, status, record…) dùng được trong khi máy chủ đang chạy. Mỗi ngày máy chủ ghi một lần niêm phong nhật ký.',
    'Mặc định chỉ nhận kết nối từ chính máy này. Để máy khác dùng được, đặt một máy chủ HTTPS phía trước và ghi --public-url; máy chủ HTTPS đó ở máy khác thì ghi thêm --trusted-proxy ĐỊA-CHỈ-IP, nếu không mọi người dùng bị tính là một địa chỉ khi hạn chế số lần đăng nhập. Mã truy cập: dondoc token create. Đường dẫn đăng nhập: dondoc link create.',
  ],
  parameters: {
    flags: {
      port: {
        kind: 'parsed',
        parse: portNumber,
        default: '8787',
        placeholder: 'PORT',
        brief: 'Cổng; 0: cổng còn trống bất kỳ',
      },
      host: { kind: 'parsed', parse: word, default: '127.0.0.1', placeholder: 'HOST', brief: 'Địa chỉ nhận kết nối' },
      publicUrl: {
        kind: 'parsed',
        parse: publicAddress,
        optional: true,
        placeholder: 'URL',
        brief: 'Địa chỉ mà người dùng mở: https://…',
      },
      insecureHttp: {
        kind: 'boolean',
        optional: true,
        withNegated: false,
        brief: 'Chấp nhận đường truyền không mã hóa từ máy khác',
      },
      trustedProxy: {
        kind: 'parsed',
        parse: machineAddress,
        variadic: true,
        optional: true,
        placeholder: 'ADDRESS',
        brief: 'Địa chỉ IP của máy chủ HTTPS đặt phía trước, ở máy khác; ghi được nhiều lần',
      },
      log: {
        kind: 'enum',
        values: ['text', 'json', 'none'],
        default: 'text',
        brief: 'Dạng nhật ký máy chủ, ra stderr',
      },
    },
  },
});
