import { basename, join, resolve } from 'node:path';
import { templates, vietnamMoment, type TemplateOptions } from '@dondoc/core';
import { tell, type CliContext, type ExitCode } from '../context.ts';
import { codeOf } from '../files/node.ts';
import { toYaml } from '../files/plan-yaml.ts';
import { shown } from '../files/read.ts';
import { schemaFiles } from '../files/schemas.ts';
import { fileFinding } from '../files/source.ts';
import { writeFiles } from '../files/write.ts';
import { UsageError } from '../text/vietnamese.ts';
import { word, year } from '../text/parse.ts';
import { officeReadme } from '../text/office-readme.ts';
import { command } from './command.ts';
import { flags as shared } from './flags.ts';
import { refuse } from './refuse.ts';

const ids = ['phong-gddt-2019', 'ubnd-xa-2025', 'so-gddt-2025'] as const;
type TemplateId = (typeof ids)[number];

interface Flags {
  readonly template?: TemplateId;
  readonly place?: string;
  readonly province?: string;
  readonly year?: number;
  readonly signer?: string;
  readonly contact?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

// What each kind of office calls its own place, and an example of it.
const places: Readonly<Record<TemplateId, { readonly question: string; readonly example: string } | undefined>> = {
  'phong-gddt-2019': { question: 'Huyện', example: 'huyện Thủ Thừa' },
  'ubnd-xa-2025': { question: 'Xã, phường', example: 'xã Thủ Thừa' },
  'so-gddt-2025': undefined,
};
const provinces: Readonly<Record<TemplateId, string>> = {
  'phong-gddt-2019': 'tỉnh Long An',
  'ubnd-xa-2025': 'tỉnh Tây Ninh',
  'so-gddt-2025': 'tỉnh Tây Ninh',
};

type Answers = { readonly template: TemplateId } & Omit<TemplateOptions, 'units'>;

/** Asks what the flags do not tell; an empty line takes the example. */
async function answers(context: CliContext, flags: Flags): Promise<Answers> {
  const asking = flags.yes !== true;
  // The template is the first question.
  let asked = 1;
  const question = async <T extends string | number>(
    words: string,
    { known, fallback, read }: { known: T | undefined; fallback: T; read: (typed: string) => T },
  ): Promise<T> => {
    if (known !== undefined || !asking) return known ?? fallback;
    asked += 1;
    return await askUntil(
      context,
      `${String(asked)}. ${words}${fallback === '' ? '' : ` [${String(fallback)}]`}: `,
      (typed) => (typed === '' ? fallback : read(typed)),
    );
  };
  const line = (known: string | undefined, fallback: string) => ({ known, fallback, read: printable });
  const template = flags.template ?? (asking ? await askTemplate(context) : 'ubnd-xa-2025');
  const here = places[template];
  const place = here === undefined ? undefined : await question(here.question, line(flags.place, here.example));
  const province = await question('Thuộc tỉnh, thành phố', line(flags.province, provinces[template]));
  const planYear = await question('Năm của kế hoạch', {
    known: flags.year,
    fallback: defaultYear(context, template),
    read: year,
  });
  const signer = await question('Họ tên người ký (để trống được)', line(flags.signer, ''));
  // A department has no place of its own to ask for: the fifth question is another one.
  const contact =
    here === undefined
      ? await question('Người tiếp nhận báo cáo (để trống được)', line(flags.contact, ''))
      : flags.contact;
  return {
    template,
    province,
    year: planYear,
    ...(place === undefined ? {} : { place }),
    ...(signer === '' ? {} : { signer }),
    ...(contact === undefined || contact === '' ? {} : { contact }),
  };
}

// Plans are written from the last quarter of the year before on; no preset can be older than the laws that it cites.
function defaultYear(context: CliContext, template: TemplateId): number {
  if (template === 'phong-gddt-2019') return 2019;
  const [year = 0, month = 0] = vietnamMoment(context.now()).day.split('-').map(Number);
  const first = templates.find(({ id }) => id === template)?.make().plan.year ?? year;
  return Math.max(first, month >= 10 ? year + 1 : year);
}

/** Asks until the answer can be taken; `read` throws a SyntaxError with the reason why it cannot. */
async function askUntil<T>(context: CliContext, question: string, read: (typed: string) => T): Promise<T> {
  for (;;) {
    const typed = await context.ask(question);
    try {
      return read(typed);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      tell(context, `   ${error.message}`);
    }
  }
}

/** Takes one line of text as it was typed. */
function printable(typed: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is refused
  if (/[\u0000-\u001F\u007F-\u009F]/.test(typed))
    throw new SyntaxError('Câu trả lời có ký tự điều khiển. Đề nghị gõ lại.');
  return typed;
}

async function askTemplate(context: CliContext): Promise<TemplateId> {
  const list = templates.map(
    ({ title, description }, index) => `  ${String(index + 1)}  ${title}\n     ${description}`,
  );
  tell(context, `1. Cơ quan lập kế hoạch:\n${list.join('\n')}`);
  return await askUntil(context, '   Chọn 1, 2 hoặc 3 [2]: ', (typed) => {
    const id = typed === '' ? ids[1] : (ids[Number(typed) - 1] ?? ids.find((one) => one === typed));
    if (id === undefined) throw new SyntaxError(`“${typed}” không phải là một trong các lựa chọn 1, 2, 3.`);
    return id;
  });
}

/** Makes a new office folder: office.yaml, a plan, a README. */
export async function init(context: CliContext, flags: Flags, [target]: readonly [string?]): Promise<ExitCode> {
  if (flags.yes !== true && !context.terminal.input && flags.template === undefined) {
    throw new UsageError(`Không có bàn phím để hỏi. Đề nghị ghi: dondoc init --yes --template ${ids.join('|')}`);
  }
  const folder = resolve(context.cwd, target ?? '.');
  const file = shown(context, folder);
  const stat = await context.files.stat(folder);
  if (stat !== undefined && stat.kind !== 'folder') return refuse(context, [fileFinding('file.exists', file)]);
  const held =
    stat === undefined
      ? []
      : await context.files
          .list(folder)
          .catch((error: unknown) => (codeOf(error) === undefined ? Promise.reject(error as Error) : []));
  if (flags.force !== true && held.some((name) => !name.startsWith('.')))
    return refuse(context, [fileFinding('folder.not-empty', file)]);

  const chosen = await answers(context, flags.yes === true || context.terminal.input ? flags : { ...flags, yes: true });
  const { template: id, ...options } = chosen;
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(`no template ${id}`);
  const { office, plan } = template.make(options);
  const failures = await writeFiles(
    context,
    [
      { path: join(folder, 'office.yaml'), content: toYaml(office, { schema: 'office', comments: officeComments }) },
      {
        path: join(folder, 'plans', `${plan.id}.yaml`),
        content: toYaml(plan, { schema: 'plan', comments: planComments }),
      },
      {
        path: join(folder, 'README.md'),
        content: officeReadme({ name: basename(folder), plan: plan.id, year: plan.year }),
      },
      ...(await schemaFiles(context, folder)),
      { path: join(folder, '.gitignore'), content: 'out/\n.dondoc/\n' },
    ],
    { force: flags.force === true },
  );
  if (failures.length > 0) return refuse(context, failures);
  const go = file === '.' ? '' : `  cd ${file}\n`;
  tell(
    context,
    `Đã tạo thư mục làm việc theo mẫu “${template.title}” tại ${file === '.' ? 'thư mục này' : file}.\nViệc tiếp theo:\n${go}  dondoc check            xem những điểm cần sửa trong kế hoạch\n  dondoc units import FILE.csv   nhập danh sách đơn vị\n  dondoc render plan       tạo tệp Word để trình ký`,
  );
  return 0;
}

const officeComments = [
  'Cơ quan, đơn vị, người thực hiện, ngày nghỉ. Sửa được bằng mọi trình soạn thảo; giữ bảng mã UTF-8.',
  'Tên, loại, cơ quan chủ quản thay đổi theo thời gian: ghi thêm một mục có “from”, không sửa mục cũ.',
  'Kiểm tra sau khi sửa: dondoc check',
];

const planComments = [
  'Kế hoạch: nội dung văn bản và những gì văn bản giao cho ai, đến khi nào.',
  'Số và ngày để trống đến khi văn thư cấp số. Kiểm tra sau khi sửa: dondoc check',
];

export const initCommand = command<Flags, readonly [string?]>({
  run: init,
  brief: 'Tạo thư mục làm việc của một cơ quan từ mẫu có sẵn',
  more: [
    'Hỏi năm câu khi chạy ở cửa sổ lệnh; hoặc ghi đủ bằng tùy chọn cùng --yes. Mẫu: phong-gddt-2019 (Phòng GD&ĐT huyện, kế hoạch năm 2019), ubnd-xa-2025 (UBND xã từ 01/7/2025), so-gddt-2025 (Sở GD&ĐT từ 01/7/2025).',
    'Ví dụ: dondoc init van-phong --yes --template ubnd-xa-2025 --place "xã Thủ Thừa" --province "tỉnh Tây Ninh" --year 2027',
  ],
  parameters: {
    flags: {
      template: { kind: 'enum', values: ids, optional: true, brief: 'Mẫu' },
      place: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'NAME',
        brief: 'Huyện hoặc xã, phường: "xã Thủ Thừa"',
      },
      province: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'NAME',
        brief: 'Tỉnh, thành phố: "tỉnh Tây Ninh"',
      },
      year: { kind: 'parsed', parse: year, optional: true, placeholder: 'YEAR', brief: 'Năm của kế hoạch' },
      signer: { kind: 'parsed', parse: word, optional: true, placeholder: 'NAME', brief: 'Họ tên người ký' },
      contact: {
        kind: 'parsed',
        parse: word,
        optional: true,
        placeholder: 'NAME',
        brief: 'Người tiếp nhận báo cáo, vướng mắc',
      },
      yes: {
        kind: 'boolean',
        optional: true,
        withNegated: false,
        brief: 'Không hỏi, dùng giá trị mặc định cho phần chưa ghi',
      },
      force: shared.force,
    },
    positional: {
      kind: 'tuple',
      parameters: [
        { parse: word, optional: true, placeholder: 'thư-mục', brief: 'Thư mục; mặc định: thư mục hiện tại' },
      ],
    },
  },
});
