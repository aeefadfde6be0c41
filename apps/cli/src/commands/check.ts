import { proseCount } from '@dondoc/core';
import { say, tell, type CliContext, type ExitCode } from '../context.ts';
import { countWords, findingJson, findingsGithub, findingsText, type FindingFormat } from '../print/findings.ts';
import { word } from '../text/parse.ts';
import { checkFiles } from './check-files.ts';
import { command } from './command.ts';
import { flags as shared, oneFormat } from './flags.ts';

interface Flags {
  readonly format: FindingFormat;
  readonly json?: boolean;
}

/** Checks files and shows what should be looked at. Exit code 1 where anything is to be mended or looked at again. */
export async function check(context: CliContext, flags: Flags, paths: readonly string[]): Promise<ExitCode> {
  const format = oneFormat(flags, 'text');
  const { files, findings } = await checkFiles(context, paths);
  if (format === 'json') {
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const summary = { files: files.length, error: count('error'), warning: count('warning'), hint: count('hint') };
    say(context, JSON.stringify({ summary, files, findings: findings.map(findingJson) }, null, 2));
  } else if (format === 'github') context.process.stdout.write(findingsGithub(findings));
  else {
    if (findings.length > 0) say(context, findingsText(context, findings));
    tell(context, `Đã kiểm tra ${proseCount(files.length)} tệp: ${countWords(findings)}.`);
  }
  return findings.some(({ severity }) => severity !== 'hint') ? 1 : 0;
}

export const checkCommand = command<Flags, readonly string[]>({
  run: check,
  brief: 'Kiểm tra office.yaml, kế hoạch và báo cáo; chỉ rõ dòng, căn cứ, cách sửa',
  more: [
    'Không ghi tệp nào thì kiểm tra office.yaml, các kế hoạch và báo cáo của các đơn vị trong thư mục inbox. Ghi một thư mục thì kiểm tra mọi tệp .yaml, .json trong đó (trừ out, schemas). Mỗi điểm có tệp:dòng:cột, mã quy tắc, dòng liên quan, lý do, căn cứ và đề nghị.',
    'Mã thoát: 0 khi không có điểm “Cần sửa” hoặc “Nên xem lại” (gợi ý không tính), 1 khi có. Dạng github hiện điểm ngay trên dòng của pull request.',
  ],
  parameters: {
    flags: {
      format: { kind: 'enum', values: ['text', 'json', 'github'], default: 'text', brief: 'Dạng kết quả' },
      json: shared.json,
    },
    positional: {
      kind: 'array',
      parameter: { parse: word, placeholder: 'đường-dẫn', brief: 'Tệp .yaml, .json hoặc thư mục cần kiểm tra' },
    },
  },
});
