import { annual, both, flow, ifGate, narrative, optional, type SectionInput } from './ask.ts';
import type { FormOptions } from './options.ts';

/** II.1. Exemplary people and groups. */
export const exemplarsSection = (options: FormOptions): SectionInput => ({
  id: 'exemplars',
  number: 'II.1',
  title: 'Giới thiệu gương điển hình tiên tiến',
  depth: 2,
  gate: true,
  fields: [
    flow('người', {
      id: 'exemplars-staff',
      label: 'Cán bộ, giáo viên, nhân viên được giới thiệu',
      asked: both(ifGate),
    }),
    flow('em', {
      id: 'exemplars-pupils',
      label: 'Học sinh được giới thiệu',
      totalLabel: options.preschools.length > 0 ? 'Học sinh, trẻ em được giới thiệu' : 'Học sinh được giới thiệu',
      asked: both(ifGate),
      ...forPreschools(options, { label: 'Trẻ em được giới thiệu' }),
    }),
    flow('tập thể', { id: 'exemplars-groups', label: 'Tập thể được giới thiệu', asked: both(ifGate) }),
    narrative({
      id: 'exemplars-note',
      label: 'Kết quả nổi bật',
      help: 'Không ghi họ tên học sinh.',
      max: 1000,
      asked: both(optional),
    }),
    {
      id: 'exemplar-list',
      label: 'Cá nhân, tập thể đề nghị giới thiệu trên trang của ngành',
      help: 'Chỉ những dòng đã có văn bản đồng ý mới được đưa vào văn bản phát hành.',
      type: 'list',
      across: 'union',
      periods: 'none',
      asked: annual(optional),
      max: 20,
      publishedIf: 'consent',
      columns: [
        { id: 'name', label: 'Tên', type: 'text', required: true },
        {
          id: 'subject',
          label: 'Đối tượng',
          type: 'choice',
          required: true,
          choices: [
            { id: 'can-bo-giao-vien', label: 'Cán bộ, giáo viên, nhân viên' },
            { id: 'hoc-sinh', label: 'Học sinh, trẻ em' },
            { id: 'tap-the', label: 'Tập thể' },
          ],
        },
        { id: 'achievement', label: 'Thành tích', type: 'text', required: true },
        { id: 'consent', label: 'Đã có văn bản đồng ý', type: 'yesno', required: true },
      ],
    },
  ],
});

/** II.2. The general education programme and its textbooks. */
export const curriculumSection = (options: FormOptions): SectionInput => {
  const general = [...options.schools, ...options.communes];
  return {
    id: 'curriculum',
    number: 'II.2',
    title: 'Thông tin về Chương trình GDPT, sách giáo khoa',
    depth: 2,
    gate: true,
    fields: [
      flow('buổi', {
        id: 'curriculum-sessions',
        label: 'Buổi tuyên truyền, giới thiệu',
        totalLabel: 'Buổi tuyên truyền, giới thiệu chương trình giáo dục, sách giáo khoa',
        asked: both(ifGate),
        ...forPreschools(options, { label: 'Buổi tuyên truyền, giới thiệu Chương trình GDMN', asked: both(optional) }),
      }),
      flow('lượt người', {
        id: 'curriculum-attendees',
        label: 'Lượt người tham dự',
        totalLabel: 'Lượt người tham dự các buổi tuyên truyền, giới thiệu',
        asked: both(ifGate),
        appliesTo: general,
      }),
      narrative({
        id: 'curriculum-note',
        label: 'Kết quả nổi bật',
        max: 1000,
        asked: both(optional),
        appliesTo: general,
      }),
    ],
  };
};

/** II.3. Information given to the press. */
export const pressSection = (): SectionInput => ({
  id: 'press',
  number: 'II.3',
  title: 'Cung cấp thông tin cho báo chí',
  depth: 2,
  gate: true,
  fields: [
    flow('lần', { id: 'press-provided', label: 'Lần cung cấp thông tin cho báo, đài', asked: both(ifGate) }),
    flow('tin, bài', {
      id: 'press-articles',
      label: 'Tin, bài, phóng sự về đơn vị được báo, đài đăng, phát',
      totalLabel: 'Tin, bài, phóng sự về các đơn vị được báo, đài đăng, phát',
      asked: both(ifGate),
    }),
  ],
});

type Variant = NonNullable<SectionInput['fields'][number]['variants']>[number];

const forPreschools = (
  { preschools }: FormOptions,
  variant: Omit<Variant, 'kinds'>,
): { readonly variants?: Variant[] } =>
  preschools.length === 0 ? {} : { variants: [{ kinds: [...preschools], ...variant }] };
