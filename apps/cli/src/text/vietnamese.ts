import {
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  type AliasNotFoundError,
  type ApplicationText,
  type FlagNotFoundError,
} from '@stricli/core';

/** A mistake in how a command was written: its message is for the person, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The person stopped at a question, by Ctrl+C or the end of input: nothing has been made, exit code 1. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor() {
    super('Đã dừng, chưa tạo tệp nào.');
  }
}

const choice = (words: readonly string[]): string => words.join(', ');
const technical = (exc: unknown): string => (exc instanceof Error ? (exc.stack ?? exc.message) : String(exc));
const unexpected = (exc: unknown): string =>
  `Chương trình gặp sự cố ngoài dự kiến, chưa ghi thêm tệp nào. Đề nghị gửi nội dung dưới đây cho người phụ trách kỹ thuật:\n${technical(exc)}`;

function scannerMessage(exc: ArgumentScannerError): string {
  return formatMessageForArgumentScannerError(exc, {
    FlagNotFoundError: ({ input, corrections }: FlagNotFoundError) =>
      `Không có tùy chọn --${input}.${corrections.length > 0 ? ` Có thể là: ${choice(corrections.map((one) => `--${one}`))}.` : ' Xem các tùy chọn bằng --help.'}`,
    AliasNotFoundError: ({ input }: AliasNotFoundError) => `Không có tùy chọn -${input}. Xem các tùy chọn bằng --help.`,
    ArgumentParseError: ({ externalFlagNameOrPlaceholder, exception }) =>
      // Only options are parsed: all other arguments are taken as they are.
      `--${externalFlagNameOrPlaceholder}: ${exception instanceof Error ? exception.message : String(exception)}`,
    EnumValidationError: ({ externalFlagName, input, values }) =>
      `--${externalFlagName} không nhận “${input}”. Chọn một trong: ${choice(values)}.`,
    UnsatisfiedFlagError: ({ externalFlagName, nextFlagName }) =>
      nextFlagName === undefined
        ? `Chưa ghi --${externalFlagName}.`
        : `--${externalFlagName} cần một giá trị, nhưng theo sau là --${nextFlagName}.`,
    UnexpectedPositionalError: ({ expectedCount, input }) =>
      `Thừa “${input}”: lệnh này nhận tối đa ${String(expectedCount)} tham số. Tên có khoảng trắng cần đặt trong dấu nháy.`,
    UnsatisfiedPositionalError: ({ placeholder }) => `Còn thiếu tham số <${placeholder}>. Xem cách dùng bằng --help.`,
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `--${externalFlagName} không nhận giá trị.`,
    UnexpectedFlagError: ({ externalFlagName, previousInput, input }) =>
      `--${externalFlagName} được ghi hai lần (“${previousInput}” và “${input}”). Chỉ giữ một.`,
  });
}

/** All that stricli says by itself, in Vietnamese. */
export const vietnamese: ApplicationText = {
  headers: { usage: 'CÁCH DÙNG', aliases: 'TÊN KHÁC', commands: 'CÁC LỆNH', flags: 'TÙY CHỌN', arguments: 'THAM SỐ' },
  keywords: { default: 'mặc định =', separator: 'ngăn cách bằng' },
  briefs: {
    help: 'Hiện hướng dẫn này',
    helpAll: 'Hiện hướng dẫn đầy đủ',
    version: 'Hiện số phiên bản',
    argumentEscapeSequence: 'Mọi chữ phía sau được hiểu là tham số',
  },
  noCommandRegisteredForInput: ({ input, corrections }) =>
    `Không có lệnh “${input}”.${corrections.length > 0 ? ` Có thể là: ${choice(corrections.map((one) => one.replaceAll('`', '')))}.` : ''} Xem các lệnh bằng: dondoc --help`,
  noTextAvailableForLocale: ({ requestedLocale }) => `Chưa có ngôn ngữ “${requestedLocale}”, dùng tiếng Việt.`,
  exceptionWhileParsingArguments: (exc) =>
    exc instanceof ArgumentScannerError ? scannerMessage(exc) : unexpected(exc),
  exceptionWhileLoadingCommandFunction: unexpected,
  exceptionWhileLoadingCommandContext: unexpected,
  exceptionWhileRunningCommand: (exc) =>
    exc instanceof UsageError || exc instanceof Stopped ? exc.message : unexpected(exc),
  exceptionWhileRunningIntegrationHook: ({ exception }) => unexpected(exception),
  exceptionWhileRunningIntegrationFlag: ({ exception }) => unexpected(exception),
  commandErrorResult: (error) => error.message,
  currentVersionIsNotLatest: ({ latestVersion }) => `Đã có phiên bản ${latestVersion}.`,
};
