import { formatTime, proseCount } from '../format.ts';
import { dayOf, listOf, quoted, textOf } from './params.ts';
import type { Rules } from './types.ts';

/** Why an act on an obligation was refused, and what is possible instead. */
export const actRules = {
  'act.waived': {
    message: () => 'Đơn vị được miễn báo cáo kỳ này.',
    mend: 'nếu vẫn cần báo cáo, đầu mối theo dõi hủy việc miễn báo cáo trước.',
  },
  'act.already-waived': {
    message: () => 'Đơn vị đã được miễn báo cáo kỳ này.',
    mend: 'nếu vẫn cần báo cáo, hủy việc miễn báo cáo.',
  },
  'act.not-waived': {
    message: () => 'Đơn vị chưa được miễn báo cáo kỳ này nên không có nội dung miễn để hủy.',
    mend: 'nếu không cần báo cáo, miễn báo cáo kỳ này cho đơn vị.',
  },
  'act.not-applicable': {
    message: () => 'Thời hạn đến trước ngày ban hành kế hoạch hoặc ngày yêu cầu báo cáo; kỳ này không áp dụng.',
    mend: 'nếu vẫn cần số liệu, gửi yêu cầu báo cáo đột xuất với thời hạn riêng.',
  },
  'act.sent': {
    message: () => 'Báo cáo đã được gửi, đang chờ kiểm tra.',
    mend: 'đơn vị rút lại để sửa rồi gửi lại, hoặc đầu mối theo dõi đề nghị bổ sung, chỉnh sửa.',
  },
  'act.sent-issued': {
    message: () => 'Báo cáo đã được sử dụng trong báo cáo tổng hợp đã phát hành, không rút lại được.',
    mend: 'gửi bản điều chỉnh; nội dung thay đổi được đưa vào báo cáo bổ sung.',
  },
  'act.confirmed': {
    message: () => 'Báo cáo đã được xác nhận.',
    mend: 'nếu cần sửa, đầu mối theo dõi đề nghị bổ sung, chỉnh sửa để đơn vị gửi lại.',
  },
  'act.confirmed-issued': {
    message: () => 'Báo cáo đã được xác nhận và đã sử dụng trong báo cáo tổng hợp phát hành.',
    mend: 'đơn vị gửi bản điều chỉnh; nội dung thay đổi được đưa vào báo cáo bổ sung.',
  },
  'act.nothing-sent': {
    message: () => 'Chưa nhận được báo cáo kỳ này của đơn vị.',
    mend: 'đơn vị gửi báo cáo, hoặc đầu mối theo dõi ghi nhận báo cáo nhận qua kênh khác.',
  },
  'act.returned': {
    message: () => 'Báo cáo đang ở đơn vị để bổ sung, chỉnh sửa.',
    mend: 'đơn vị hoàn thành và gửi lại báo cáo.',
  },
  'act.arrived': {
    message: () => 'Đã nhận được báo cáo kỳ này của đơn vị.',
    mend: 'nếu nội dung chưa đạt, đề nghị bổ sung, chỉnh sửa.',
  },
  'act.signed-copy-awaited': {
    message: () => 'Chưa có bản có chữ ký nên chưa xác nhận được báo cáo.',
    mend: 'đính kèm bản có chữ ký khi nhận được.',
  },
  'act.extension-not-asked': {
    message: () => 'Đơn vị không có đề nghị gia hạn đang chờ ý kiến.',
    mend: 'nếu cần, gia hạn với ngày cụ thể.',
  },
  'act.extension-not-later': {
    message: (p) => `Ngày gia hạn ${dayOf(p, 'day')} không sau thời hạn hiện tại (hết ngày ${dayOf(p, 'current')}).`,
    mend: 'chọn ngày sau thời hạn hiện tại; thời hạn không rút ngắn được.',
  },
  'act.no-date': {
    message: () => 'Báo cáo này chưa ấn định thời hạn nên không có thời hạn để gia hạn.',
    mend: 'đầu mối theo dõi ấn định thời hạn cho đơn vị.',
  },
  'act.has-date': {
    message: (p) => `Kế hoạch đã ấn định thời hạn (hết ngày ${dayOf(p, 'current')}).`,
    mend: 'nếu cần thêm thời gian, gia hạn.',
  },
  'act.date-past': {
    message: (p) =>
      p['time'] === undefined
        ? `Ngày ${dayOf(p, 'day')} đã qua.`
        : `Thời điểm ${formatTime(textOf(p, 'time'))} ngày ${dayOf(p, 'day')} đã qua.`,
    mend: 'chọn ngày từ hôm nay trở đi.',
  },
  'act.reason-needed': {
    message: () => 'Chưa ghi lý do.',
    mend: 'ghi lý do; nội dung này được lưu trong nhật ký xử lý.',
  },
  'act.note-needed': {
    message: () => 'Chưa ghi nội dung cần bổ sung, chỉnh sửa.',
    mend: 'ghi chú tại từng nội dung, hoặc ghi chú chung cho báo cáo.',
  },
  'act.received-in-future': {
    message: (p) => `Ngày nhận ${dayOf(p, 'day')} chưa đến.`,
    mend: 'ghi ngày, giờ thực tế nhận báo cáo.',
  },
  'act.time-needed': {
    message: (p) => `Thời hạn của báo cáo này có giờ (${textOf(p, 'time')}) nên cần ghi cả giờ nhận.`,
    mend: 'ghi ngày và giờ nhận, ví dụ 2020-05-15T15:20.',
  },
  'act.arrival-not-declared': {
    message: () => 'Đơn vị không tự khai ngày nhận báo cáo; hệ thống ghi nhận thời điểm gửi.',
    mend: 'nếu báo cáo đã gửi qua kênh khác, đề nghị đầu mối theo dõi ghi nhận, hoặc gửi ý kiến về ngày nhận.',
  },
  'act.not-late': {
    message: () => 'Báo cáo không được ghi nhận là chậm hoặc quá hạn nên không có nội dung để xem xét lại.',
    mend: 'xem “Căn cứ tính thời hạn” để biết thời hạn và ngày nhận được ghi nhận.',
  },
  'act.contested': {
    message: () => 'Ý kiến của đơn vị về ngày nhận đang được xem xét.',
    mend: 'chờ ý kiến của đầu mối theo dõi.',
  },
  'act.nothing-contested': {
    message: () => 'Đơn vị không có ý kiến về ngày nhận đang chờ trả lời.',
    mend: 'nếu báo cáo nhận qua kênh khác, ghi nhận báo cáo đó với ngày nhận thực tế.',
  },
  'act.record-instead': {
    message: () => 'Chưa có báo cáo nào được ghi nhận nên chưa sửa được ngày nhận.',
    mend: 'ghi nhận báo cáo nhận qua kênh khác với ngày nhận thực tế, rồi trả lời ý kiến của đơn vị.',
  },
  'act.not-yours': {
    message: (p) =>
      textOf(p, 'by') === 'unit' ? 'Việc này do đầu mối theo dõi thực hiện.' : 'Việc này do đơn vị báo cáo thực hiện.',
    mend: (p) =>
      textOf(p, 'by') === 'unit'
        ? 'đề nghị liên hệ đầu mối theo dõi.'
        : 'nếu báo cáo nhận qua kênh khác, ghi nhận báo cáo đó với ngày nhận thực tế.',
  },
  'act.too-many': {
    message: (p) => `Mỗi lần thực hiện cho tối đa ${textOf(p, 'most')} đơn vị, hiện chọn ${textOf(p, 'count')} đơn vị.`,
    mend: 'chia thành nhiều lần.',
  },
  'act.units-refused': {
    message: (p) =>
      `Không thực hiện được cho ${proseCount(listOf(p, 'units').length)} đơn vị: ${listOf(p, 'units').join(', ')}. Chưa đơn vị nào được ghi nhận.`,
    mend: 'bỏ các đơn vị này ra rồi thực hiện lại.',
  },
  'act.unknown-report': {
    message: (p) => `Kế hoạch không có báo cáo “${textOf(p, 'report')}”.`,
    mend: 'chọn một báo cáo có trong kế hoạch.',
  },
  'act.unknown-period': {
    message: (p) => `Báo cáo này không có kỳ “${textOf(p, 'period')}”.`,
    mend: 'chọn một kỳ của báo cáo theo kế hoạch.',
  },
  'act.event-taken': {
    message: (p) => `Mã “${textOf(p, 'event')}” đã được dùng trong kế hoạch này.`,
    mend: 'chọn một mã khác.',
  },
  'act.event-reserved': {
    message: (p) => `Mã “${textOf(p, 'event')}” dành riêng cho kế hoạch của đơn vị.`,
    mend: 'chọn một mã khác.',
  },
  'act.unknown-form': {
    message: (p) => `Kế hoạch không có biểu mẫu “${textOf(p, 'form')}”.`,
    mend: 'chọn một biểu mẫu có trong kế hoạch, hoặc bổ sung biểu mẫu vào kế hoạch trước.',
  },
  'act.due-before-request': {
    message: (p) => `Thời hạn của yêu cầu (ngày ${dayOf(p, 'day')}) đến trước ngày yêu cầu báo cáo ${dayOf(p, 'on')}.`,
    why: 'Thời hạn đã qua ngay khi yêu cầu thì không đơn vị nào phải báo cáo.',
    mend: 'ấn định thời hạn từ ngày yêu cầu báo cáo trở đi.',
  },
  'act.file-unknown': {
    message: () => 'Tệp của bản có chữ ký được nêu tên nhưng chưa được gửi đến hệ thống.',
    mend: 'gửi báo cáo trước, rồi đính kèm bản có chữ ký và gửi tệp.',
  },
  'act.document-date-in-future': {
    message: (p) => `Ngày của văn bản (${dayOf(p, 'date')}) chưa đến.`,
    mend: (p) => `ghi ngày trên bản có chữ ký, không sau ngày ${dayOf(p, 'today')}.`,
  },
  'act.file-needed': {
    message: () => 'Chưa có tệp của bản có chữ ký.',
    mend: 'đính kèm bản có chữ ký và gửi tệp, hoặc gửi bản giấy để đầu mối theo dõi ghi nhận.',
  },
  'act.head-sends': {
    message: () => 'Theo quy định của cơ quan, báo cáo do Thủ trưởng đơn vị gửi.',
    mend: 'lưu tạm và đánh dấu đã hoàn thành để Thủ trưởng đơn vị xem và gửi.',
  },
  'act.unknown-agency': {
    message: (p) => `Danh sách đơn vị không có ${quoted(listOf(p, 'agencies'))}.`,
    mend: 'chọn mã đơn vị có trong danh sách của cơ quan.',
  },
  'act.binds-nobody': {
    message: () => 'Yêu cầu này không có đơn vị nào phải báo cáo.',
    mend: 'chọn lại các đơn vị phải báo cáo, hoặc chọn thời hạn trong thời gian các đơn vị đó còn hoạt động.',
  },
  'act.unknown-act': {
    message: (p) => `Không có việc “${textOf(p, 'act')}” đối với một báo cáo.`,
    mend: (p) => `chọn một trong các việc: ${listOf(p, 'acts').join(', ')}.`,
  },
  'act.not-an-instant': {
    message: (p) => `Thời điểm thực hiện “${textOf(p, 'received')}” không phải là một thời điểm.`,
    mend: 'ghi thời điểm theo giờ quốc tế, ví dụ 2020-06-03T05:00:00.000Z.',
  },
  'act.window-reversed': {
    message: (p) => `Thời gian chốt số liệu bắt đầu ngày ${dayOf(p, 'from')}, sau ngày kết thúc ${dayOf(p, 'to')}.`,
    mend: 'ghi ngày bắt đầu không sau ngày kết thúc.',
  },
} satisfies Rules;
