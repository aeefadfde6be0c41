import type { FindingParams } from '../finding.ts';
import { formatMonth, proseCount } from '../format.ts';
import { dueWords, dutyTitle, dutyName, issueDay, reportName, weekday } from './check-words.ts';
import { countOf, dayOf, listOf, textOf } from './params.ts';
import type { Rules } from './types.ts';

const ELEMENTS: Readonly<Record<string, string>> = {
  due: 'thời hạn gửi',
  recipient: 'cơ quan nhận báo cáo',
  method: 'phương thức gửi, nhận',
  cutoff: 'thời gian chốt số liệu',
  outline: 'đề cương',
  form: 'biểu mẫu số liệu',
  guidance: 'hướng dẫn quy trình thực hiện',
};

const elements = (p: FindingParams, name: string): string =>
  listOf(p, name)
    .map((element) => ELEMENTS[element] ?? element)
    .join('; ');

const monthOf = (p: FindingParams): string => (typeof p['month'] === 'number' ? formatMonth(p['month']) : '');

const QUARTERS = ['', 'I', 'II', 'III', 'IV'];

const CUTOFF = 'Nghị định số 09/2019/NĐ-CP, Điều 8';
const WINDOW_SOURCES: Readonly<Record<string, string>> = {
  'decree-09-2019': 'Nghị định số 09/2019/NĐ-CP, Điều 12',
  education: 'Thông tư số 19/2020/TT-BGDĐT',
};

const taskTime = (p: FindingParams): string =>
  p['quarter'] === undefined
    ? dueWords(p)
    : `Quý ${QUARTERS[Number(p['quarter'])] ?? ''} năm ${textOf(p, 'quarterYear')}`;

const windowOf = (p: FindingParams): string => `từ ngày ${dayOf(p, 'windowFrom')} đến hết ngày ${dayOf(p, 'windowTo')}`;

const subject = (p: FindingParams): string =>
  p['task'] === undefined ? reportName(p) : `Nhiệm vụ “${textOf(p, 'task')}”`;

const CONTRADICTIONS: Readonly<Record<string, (said: string, read: string) => string>> = {
  day: (said, read) =>
    read === ''
      ? `nêu ngày ${said}, trong khi thời hạn đã nhập không có ngày`
      : `nêu ngày ${said}, trong khi thời hạn đã nhập là ngày ${read}`,
  year: (said, read) => `nêu năm ${said}, trong khi thời hạn đã nhập tính theo năm ${read}`,
  time: (said, read) =>
    read === ''
      ? `nêu ${said}, trong khi thời hạn đã nhập không có giờ`
      : `nêu ${said}, trong khi thời hạn đã nhập là ${read}`,
  quarter: (said, read) => `nêu Quý ${said}, trong khi thời hạn đã nhập là Quý ${read}`,
  days: (said, read) =>
    `nêu ${proseCount(Number(said))} ngày, trong khi thời hạn đã nhập là ${proseCount(Number(read))} ngày làm việc`,
  reading: (said) =>
    said === 'before'
      ? 'ghi “trước ngày”, trong khi thời hạn đã nhập tính cả ngày đó'
      : 'tính cả ngày được nêu, trong khi thời hạn đã nhập không tính ngày đó',
};

/** Deadlines, data windows and times of tasks. */
export const checkDeadlineRules = {
  'check.due-before-issue': {
    message: (p) => `${dutyTitle(p)} có thời hạn ${dueWords(p)}, sớm hơn ${issueDay(p)}.`,
    why: 'Thời hạn đã qua khi kế hoạch chưa ban hành, nên không tính đơn vị chậm đối với kỳ này.',
    mend: (p) => `ghi rõ áp dụng từ năm ${textOf(p, 'nextYear')}, hoặc bỏ kỳ này.`,
  },
  'check.due-not-in-calendar': {
    message: (p) =>
      `${dutyTitle(p)} có thời hạn ghi ngày ${countOf(p, 'day')}/${monthOf(p)}, năm ${textOf(p, 'year')} không có ngày này; thời hạn được tính là ${dueWords(p)}, ngày cuối trong hạn là ngày ${dayOf(p, 'lastDay')}.`,
    why: 'Ngày cuối của tháng là ngày cuối trong hạn khi tháng không có ngày được nêu, để đơn vị không bị thiệt thời gian.',
    source: 'Bộ luật Dân sự năm 2015, khoản 3 Điều 148',
    mend: 'ghi một ngày có trong lịch của năm đó.',
  },
  'check.due-on-rest-day': {
    message: (p) =>
      `Ngày cuối trong hạn của ${dutyName(p)} là ngày ${dayOf(p, 'lastDay')}, trùng ngày nghỉ (${textOf(p, 'reason')}).`,
    why: 'Kế hoạch ấn định một ngày cụ thể nên thời hạn giữ nguyên, không tự dời.',
    source: 'Bộ luật Dân sự năm 2015, khoản 5 Điều 148 (áp dụng khi cơ quan chọn dời sang ngày làm việc tiếp theo)',
    mend: (p) =>
      `nhắc các đơn vị gửi trong ngày làm việc cuối trước đó (${weekday(p)}, ngày ${dayOf(p, 'lastWorkingDay')}), hoặc chọn dời sang ngày làm việc tiếp theo.`,
  },
  'check.due-before-window-closes': {
    message: (p) =>
      `${dutyTitle(p)} có thời hạn ${dueWords(p)}, trước khi kỳ số liệu kết thúc (${windowOf(p)}${p['windowStated'] === 'yes' ? '' : '; kế hoạch không nêu thời gian chốt số liệu nên tính theo quy định chung'}).`,
    why: 'Đơn vị phải gửi khi chưa hết kỳ số liệu, nên phần còn lại chỉ là ước thực hiện.',
    source: (p) => WINDOW_SOURCES[textOf(p, 'windowSource')] ?? CUTOFF,
    mend: 'nêu thời gian chốt số liệu sớm hơn thời hạn gửi (trong kế hoạch hoặc trong công văn đề nghị báo cáo), hoặc lùi thời hạn gửi.',
  },
  'check.few-days-after-cutoff': {
    message: (p) =>
      `Từ ngày chốt số liệu (${dayOf(p, 'windowTo')}) đến hết thời hạn của ${dutyName(p)} (${dueWords(p)}) có ${countOf(p, 'days')} ngày làm việc, ít hơn ${countOf(p, 'needed')} ngày làm việc.`,
    why: 'Đơn vị cần thời gian để tổng hợp, trình ký và gửi sau khi chốt số liệu.',
    source: CUTOFF,
    mend: 'chốt số liệu sớm hơn, hoặc lùi thời hạn gửi.',
  },
  'check.calendar-not-announced': {
    message: (p) =>
      `Cơ quan chưa nhập thông báo nghỉ lễ, tết, làm bù của năm ${textOf(p, 'year')}; ngày làm việc tính theo các ngày nghỉ do luật định.`,
    why: 'Ngày nghỉ Tết, ngày liền kề Quốc khánh và các ngày hoán đổi chỉ biết được khi có thông báo hằng năm.',
    // The code of 2019 came into force on 01/01/2021.
    source: (p) =>
      Number(p['year']) < 2021 ? 'Bộ luật Lao động năm 2012, Điều 115' : 'Bộ luật Lao động năm 2019, Điều 112',
    mend: (p) =>
      `khi có thông báo, ghi các ngày nghỉ, làm bù vào dữ liệu của cơ quan và thêm năm ${textOf(p, 'year')} vào các năm đã thông báo.`,
  },
  'check.due-not-stated': {
    message: (p) => `${reportName(p)} chưa ấn định thời hạn.`,
    why: 'Báo cáo không có thời hạn thì không bao giờ quá hạn và không tự được đôn đốc.',
    mend: 'ghi thời hạn, hoặc để cơ quan ấn định sau khi ban hành.',
  },
  'check.report-incomplete': {
    message: (p) => {
      const parts = [
        { lead: 'chưa nêu', named: elements(p, 'missing') },
        { lead: 'đã có trong dữ liệu nhưng lời văn của kế hoạch chưa nhắc đến', named: elements(p, 'unannounced') },
      ].flatMap(({ lead, named }) => (named === '' ? [] : [`${lead}: ${named}`]));
      return `${reportName(p)} ${parts.join('. Nội dung ')}.`;
    },
    why: 'Chế độ báo cáo định kỳ phải nêu đủ các nội dung này để các đơn vị thực hiện thống nhất.',
    source: 'Nghị định số 09/2019/NĐ-CP, Điều 7',
    mend: 'bổ sung vào kế hoạch (đề cương, biểu mẫu để ở phụ lục), hoặc nêu trong công văn đề nghị báo cáo của từng kỳ.',
  },
  'check.words-not-in-text': {
    message: (p) => `${subject(p)}: câu chữ của thời hạn “${textOf(p, 'words')}” không có trong lời văn của kế hoạch.`,
    why: 'Thời hạn được trích nguyên văn trong giấy tờ gửi đơn vị, nên phải là câu chữ của kế hoạch.',
    mend: 'chép đúng câu chữ trong kế hoạch, hoặc bỏ câu chữ này.',
  },
  'check.words-contradict-rule': {
    message: (p) =>
      `${subject(p)}: câu chữ “${textOf(p, 'words')}” ${CONTRADICTIONS[textOf(p, 'about')]?.(textOf(p, 'said'), textOf(p, 'read')) ?? 'không khớp với thời hạn đã nhập'}.`,
    why: 'Người đọc theo câu chữ, hệ thống tính theo thời hạn đã nhập; hai bên phải cho cùng một ngày.',
    mend: 'thống nhất câu chữ với thời hạn.',
  },
  'check.task-past': {
    message: (p) =>
      `Nhiệm vụ “${textOf(p, 'task')}” có thời gian thực hiện ${taskTime(p)}, đã qua trước ${issueDay(p)}.`,
    why: 'Việc không thể giao để làm trong thời gian đã qua.',
    mend: 'ghi thời gian sau ngày ban hành, hoặc ghi là việc đã thực hiện.',
  },
} satisfies Rules;
