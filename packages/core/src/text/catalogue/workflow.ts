import { dayOf, listOf, textOf } from './params.ts';
import type { Rules } from './types.ts';

/** Why an act on a consolidation was refused, and what is possible instead. */
export const workflowRules = {
  'consolidation.presented': {
    message: () => 'Dự thảo đã trình lãnh đạo và từ đó chưa có thay đổi.',
    mend: 'lãnh đạo phê duyệt dự thảo, hoặc trả lại kèm ý kiến.',
  },
  'consolidation.approved': {
    message: () => 'Dự thảo đã được phê duyệt và từ đó chưa có thay đổi.',
    mend: 'văn thư ghi số, ngày và phát hành.',
  },
  'consolidation.not-presented': {
    message: () => 'Dự thảo chưa được trình lãnh đạo.',
    mend: 'đầu mối theo dõi trình lãnh đạo trước.',
  },
  'consolidation.not-approved': {
    message: () => 'Dự thảo chưa được phê duyệt nên chưa phát hành được.',
    mend: 'lãnh đạo phê duyệt dự thảo trước.',
  },
  'consolidation.changed-since-presented': {
    message: () => 'Số liệu hoặc nội dung đã thay đổi sau khi trình.',
    why: 'Lãnh đạo phê duyệt đúng nội dung đã được trình.',
    mend: 'đầu mối theo dõi kiểm tra nội dung thay đổi rồi trình lại.',
  },
  'consolidation.changed-since-approved': {
    message: () => 'Số liệu hoặc nội dung đã thay đổi sau khi phê duyệt.',
    why: 'Văn bản phát hành phải đúng nội dung đã được phê duyệt.',
    mend: 'đầu mối theo dõi kiểm tra nội dung thay đổi rồi trình lại để lãnh đạo phê duyệt.',
  },
  'consolidation.nothing-new': {
    message: () => 'Số liệu và nội dung không thay đổi so với báo cáo đã phát hành.',
    mend: 'chỉ lập báo cáo bổ sung khi có số liệu hoặc nội dung thay đổi.',
  },
  'consolidation.seen-another': {
    message: () => 'Số liệu hoặc nội dung vừa thay đổi, không còn như bản đang xem.',
    mend: 'tải lại, kiểm tra nội dung thay đổi rồi thực hiện lại.',
  },
  'consolidation.number-alone': {
    message: (p) => `“${textOf(p, 'number')}” không phải là một số văn bản.`,
    why: 'Ký hiệu được tự ghi vào sau số, theo cơ quan ban hành.',
    mend: 'chỉ ghi số, ví dụ 45 hoặc 45a, không kèm ký hiệu.',
  },
  'consolidation.date-in-future': {
    message: (p) => `Ngày văn bản ${dayOf(p, 'date')} chưa đến.`,
    mend: (p) => `ghi ngày không sau ngày ${dayOf(p, 'today')}.`,
  },
  'consolidation.date-before-approval': {
    message: (p) =>
      `Ngày văn bản ${dayOf(p, 'date')} đến trước ngày dự thảo được phê duyệt (${dayOf(p, 'approvedOn')}).`,
    mend: 'ghi ngày từ ngày phê duyệt trở đi.',
  },
  'consolidation.no-such-issue': {
    message: (p) => `Báo cáo tổng hợp này không có lần phát hành thứ ${textOf(p, 'issue')}.`,
    mend: (p) =>
      listOf(p, 'issues').length === 0
        ? 'ghi số, ngày và phát hành trước khi đính kèm văn bản.'
        : `chọn một lần đã phát hành: ${listOf(p, 'issues').join(', ')}.`,
  },
  'consolidation.file-kept': {
    message: (p) =>
      textOf(p, 'kind') === 'signed'
        ? `Lần phát hành này đã có bản có chữ ký (${textOf(p, 'name')}); văn bản đã phát hành được giữ nguyên.`
        : `Lần phát hành này đã có văn bản (${textOf(p, 'name')}); văn bản đã phát hành được giữ nguyên.`,
    mend: 'nếu nội dung cần thay đổi, lập báo cáo bổ sung.',
  },
  'consolidation.unknown-act': {
    message: (p) => `Không có việc “${textOf(p, 'act')}” đối với một báo cáo tổng hợp.`,
    mend: (p) => `chọn một trong các việc: ${listOf(p, 'acts').join(', ')}.`,
  },
} satisfies Rules;
