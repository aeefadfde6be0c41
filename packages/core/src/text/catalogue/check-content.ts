import type { FindingParams } from '../finding.ts';
import { formatCoverage, proseCount } from '../format.ts';
import { dayOf, enumerate, listOf, quoted, textOf } from './params.ts';
import type { Rules } from './types.ts';

const TASK_PARTS: Readonly<Record<string, string>> = {
  lead: 'đơn vị chủ trì',
  schedule: 'thời gian thực hiện',
  deliverable: 'sản phẩm, kết quả',
};

const BLANKS: Readonly<Record<string, string>> = { number: 'số', date: 'ngày ban hành' };

const PLACES: Readonly<Record<string, string>> = {
  title: 'Tên kế hoạch',
  opening: 'Phần mở đầu',
  closing: 'Phần kết',
  date: 'Ngày ban hành',
};

const LATEST: Readonly<Record<string, string>> = {
  date: 'ngày ban hành kế hoạch',
  adoption: 'ngày áp dụng kế hoạch',
  citation: 'ngày cuối của năm kế hoạch',
};

const KINDS: Readonly<Record<string, string>> = {
  'phong-gddt': 'Phòng GD&ĐT cấp huyện',
  'ubnd-huyen': 'UBND cấp huyện',
};

const STATES: Readonly<Record<string, string>> = {
  'not-yet-open': 'chưa thành lập',
  closed: 'đã ngừng hoạt động',
  merged: 'đã sáp nhập',
};

const LONGEST_LIST = 10;

/** Names at most ten of a list, then how many more there are. */
const some = (p: FindingParams, name: string): string => {
  const all = listOf(p, name);
  const rest = all.length - LONGEST_LIST;
  return rest > 0 ? `${all.slice(0, LONGEST_LIST).join('; ')} và ${proseCount(rest)} đơn vị khác` : all.join('; ');
};

const since = (p: FindingParams): string => `Từ ngày ${dayOf(p, 'since')} không còn đơn vị hành chính cấp huyện.`;
const SIGNING = 'Nghị định số 30/2020/NĐ-CP, Điều 13; Phụ lục I (chức vụ, họ tên của người có thẩm quyền)';
const LOCAL_GOVERNMENT = 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15';

/** What the plan's paper says: documents, tasks, recipients, units, spelling. */
export const checkContentRules = {
  'check.draft': {
    message: (p) =>
      `Kế hoạch còn để trống ${enumerate(listOf(p, 'missing').map((part) => BLANKS[part] ?? part))}; văn bản là dự thảo.`,
    why: 'Số, ngày do văn thư ghi sau khi ký; trước đó, ngày ban hành chỉ là ngày tạm tính.',
    source: 'Nghị định số 30/2020/NĐ-CP, Điều 15',
    mend: 'ghi số, ngày khi ban hành.',
  },
  'check.signatory-without-collective': {
    message: () => 'Người ký thay mặt (TM.) nhưng chưa ghi tên tập thể được thay mặt.',
    why: 'Thiếu tên tập thể thì dòng “TM.” không in được trên văn bản.',
    source: SIGNING,
    mend: 'ghi mục “collective”, ví dụ “ỦY BAN NHÂN DÂN”.',
  },
  'check.signatory-without-own-title': {
    message: (p) =>
      `Người ký ghi ${quoted(listOf(p, 'authority').map((one) => `${one}.`))} nhưng chưa ghi chức vụ của chính người ký.`,
    why: 'Dưới chức vụ của người đứng đầu phải có chức vụ của người ký thay, ký thừa lệnh hoặc thừa ủy quyền.',
    source: SIGNING,
    mend: 'ghi mục “ownTitle”, ví dụ “PHÓ TRƯỞNG PHÒNG”.',
  },
  'check.year-mismatch': {
    message: (p) =>
      `${PLACES[textOf(p, 'place')] ?? 'Kế hoạch'} ghi năm ${enumerate(listOf(p, 'found'))}, trong khi kế hoạch là của năm ${textOf(p, 'year')}.`,
    mend: 'thống nhất năm trong kế hoạch.',
  },
  'check.document-later-than-plan': {
    message: (p) =>
      `${textOf(p, 'document')} ghi ngày ${dayOf(p, 'date')}, sau ${LATEST[textOf(p, 'issuedBy')] ?? 'ngày ban hành kế hoạch'} (${dayOf(p, 'latest')}).`,
    why: 'Kế hoạch không thể căn cứ vào văn bản ban hành sau nó.',
    mend: 'kiểm tra lại ngày của văn bản, hoặc ngày của kế hoạch.',
  },
  'check.year-in-number': {
    message: (p) =>
      `Số, ký hiệu ${textOf(p, 'code')} có năm ban hành, nhưng văn bản này không phải văn bản quy phạm pháp luật.`,
    why: 'Năm ban hành chỉ có trong số, ký hiệu của văn bản quy phạm pháp luật, như 30/2020/NĐ-CP.',
    source: 'Luật Ban hành văn bản quy phạm pháp luật; Nghị định số 30/2020/NĐ-CP, Phụ lục I',
    mend: (p) => `kiểm tra lại với bản gốc; thường là ${textOf(p, 'proper')}.`,
  },
  'check.programme-ended': {
    message: (p) =>
      `${textOf(p, 'document')} chỉ thực hiện đến năm ${textOf(p, 'endsIn')}, trước năm kế hoạch (${textOf(p, 'year')}).`,
    mend: 'thay bằng văn bản đang có hiệu lực, hoặc bỏ.',
  },
  'check.classified-text': {
    message: (p) => `Kế hoạch có dấu chỉ độ mật “${textOf(p, 'mark')}”.`,
    why: 'Hệ thống không tiếp nhận nội dung thuộc bí mật nhà nước.',
    source: 'Luật Bảo vệ bí mật nhà nước',
    mend: 'xử lý văn bản theo quy định về bảo vệ bí mật nhà nước, ngoài hệ thống này.',
  },
  'check.task-incomplete': {
    message: (p) =>
      `Nhiệm vụ “${textOf(p, 'task')}” chưa ghi ${enumerate(listOf(p, 'missing').map((part) => TASK_PARTS[part] ?? part))}.`,
    why: 'Thiếu các nội dung này thì không theo dõi, đánh giá được việc thực hiện.',
    mend: 'bổ sung; việc làm quanh năm ghi “thường xuyên”.',
  },
  'check.recipient-missing': {
    message: (p) => `${textOf(p, 'agency')} nhận báo cáo tổng hợp nhưng không có trong Nơi nhận của kế hoạch.`,
    why: 'Cơ quan nhận báo cáo cần biết kế hoạch mà báo cáo thực hiện.',
    source: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I (nơi nhận)',
    mend: 'thêm cơ quan này vào Nơi nhận, ghi “(để b/c)”.',
  },
  'check.units-without-contact': {
    message: (p) =>
      `${formatCoverage(Number(p['count'] ?? 0), Number(p['of'] ?? 0))} chưa có thông tin liên hệ: ${some(p, 'units')}.`,
    why: 'Không có người, điện thoại hoặc thư điện tử thì không nhắc, không đôn đốc được.',
    mend: 'bổ sung thông tin liên hệ của đơn vị.',
  },
  'check.selector-matches-none': {
    message: (p) => {
      const described = [
        ...listOf(p, 'agencies'),
        ...listOf(p, 'kinds').map((kind) => `loại ${kind}`),
        ...listOf(p, 'parents').map((parent) => `trực thuộc ${parent}`),
      ];
      return `Không có đơn vị nào thuộc diện báo cáo theo cách chọn đã nhập${described.length === 0 ? '' : ` (${described.join('; ')})`}.`;
    },
    why: 'Không chọn được đơn vị thì không có báo cáo nào phải gửi.',
    mend: 'kiểm tra loại, cơ quan chủ quản và ngày hoạt động của các đơn vị.',
  },
  'check.abolished-name': {
    message: (p) => `Kế hoạch nêu “${textOf(p, 'name')}”, nay không còn.`,
    why: since,
    source: LOCAL_GOVERNMENT,
    mend: 'thay bằng cơ quan tiếp nhận nhiệm vụ ở cấp xã hoặc cấp tỉnh.',
  },
  'check.abolished-kind': {
    message: (p) => `Diện báo cáo có loại đơn vị nay không còn: ${KINDS[textOf(p, 'kind')] ?? textOf(p, 'kind')}.`,
    why: since,
    source: LOCAL_GOVERNMENT,
    mend: 'chọn loại đơn vị đang hoạt động.',
  },
  'check.abolished-agency': {
    message: (p) => `${textOf(p, 'agency')} là cơ quan cấp huyện, nay không còn, nhưng vẫn được nêu trong kế hoạch.`,
    why: since,
    source: LOCAL_GOVERNMENT,
    mend: 'ghi ngày ngừng hoạt động của cơ quan này và thay bằng cơ quan tiếp nhận nhiệm vụ.',
  },
  'check.agency-not-open': {
    message: (p) =>
      `${textOf(p, 'agency')} được nêu trong kế hoạch nhưng ${STATES[textOf(p, 'state')] ?? 'không hoạt động'} vào ngày ${dayOf(p, 'day')}.`,
    mend: 'thay bằng cơ quan đang hoạt động, hoặc kiểm tra lại ngày đã nhập của cơ quan này.',
  },
  'check.heading-numbered': {
    message: (p) => `“${textOf(p, 'heading')}” đã có số thứ tự “${textOf(p, 'mark')}” trong lời văn.`,
    why: 'Số thứ tự của mục được đánh khi trình bày văn bản, nên sẽ in hai lần.',
    mend: 'bỏ số thứ tự, chỉ ghi nội dung.',
  },
  'check.words-run-together': {
    message: (p) => `Có từ viết liền: “${textOf(p, 'word')}”.`,
    mend: (p) => `viết “${textOf(p, 'suggestion')}”.`,
  },
  'check.not-a-syllable': {
    message: (p) => `“${textOf(p, 'word')}” không phải âm tiết tiếng Việt.`,
    mend: 'kiểm tra chính tả; nếu là tên riêng thì giữ nguyên.',
  },
  'check.confused-words': {
    message: (p) => `Có thể gõ nhầm: ${quoted([textOf(p, 'word')])}.`,
    mend: (p) => `viết “${textOf(p, 'suggestion')}” nếu đúng ý.`,
  },
} satisfies Rules;
