import { UsageError } from '../text/vietnamese.ts';

/** A name or number that is this machine itself: nothing sent there passes a network. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '[::1]' ||
  host === '::1' ||
  /^127(?:\.\d{1,3}){3}$/.test(host);

/**
 * Reads the address of a deployment as typed: `https://…`, or `http://` on this machine. Gives its origin.
 *
 * @throws SyntaxError saying what is to be typed
 */
export function serverAddress(input: string): string {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw new SyntaxError(`“${input}” không phải là địa chỉ máy chủ. Ghi dạng https://dondoc.example.vn.`);
  if (url.username !== '' || url.password !== '')
    throw new SyntaxError('Không ghi tên, mật khẩu trong địa chỉ. Đặt mã truy cập vào biến môi trường DONDOC_TOKEN.');
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '')
    throw new SyntaxError(`Chỉ ghi địa chỉ gốc của máy chủ: ${url.origin}`);
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new SyntaxError(
      `“${input}” không mã hóa đường truyền; mã truy cập và báo cáo có thể bị đọc trên đường. Ghi https://; http:// chỉ dùng cho chính máy này (localhost).`,
    );
  return url.origin;
}

// What a header takes; anything else is no token of dondoc.
const TOKEN = /^[\x21-\x7E]{1,512}$/;

/**
 * Takes the access token from the environment.
 *
 * @throws UsageError where there is none, or where it cannot be one
 */
export function accessToken(env: Readonly<Partial<Record<string, string>>>): string {
  const token = env['DONDOC_TOKEN']?.trim() ?? '';
  if (token === '')
    throw new UsageError(
      'Chưa có mã truy cập của máy chủ. Đặt vào biến môi trường DONDOC_TOKEN (mã do quản trị viên cấp bằng: dondoc token create).',
    );
  if (!TOKEN.test(token))
    throw new UsageError('Mã truy cập trong DONDOC_TOKEN có ký tự không hợp lệ. Đề nghị sao chép lại mã.');
  return token;
}
