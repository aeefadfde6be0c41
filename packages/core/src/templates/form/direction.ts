import { annual, both, flow, narrative, optional, required, yesNo, type SectionInput } from './ask.ts';

const whenPlanned = { need: 'required', prefilled: true, when: { field: 'unit-plan-issued', is: 'yes' } } as const;

/** I. How the activity was directed and rolled out. */
export const directionSection = (): SectionInput => ({
  id: 'direction',
  number: 'I',
  title: 'Công tác chỉ đạo, triển khai',
  depth: 1,
  fields: [
    yesNo({
      id: 'unit-plan-issued',
      label: 'Đơn vị đã ban hành kế hoạch hoạt động thông tin đối ngoại trong năm',
      totalLabel: 'Đơn vị đã ban hành kế hoạch hoạt động thông tin đối ngoại',
      asked: both({ ...required, prefilled: true }),
    }),
    {
      id: 'unit-plan-number',
      label: 'Số, ký hiệu kế hoạch',
      type: 'text',
      across: 'each',
      periods: 'none',
      asked: both(whenPlanned),
      max: 50,
    },
    {
      id: 'unit-plan-date',
      label: 'Ngày ban hành kế hoạch',
      type: 'date',
      across: 'each',
      periods: 'none',
      asked: both(whenPlanned),
    },
    yesNo({
      id: 'focal-person-assigned',
      label: 'Đã phân công người phụ trách công tác thông tin đối ngoại',
      totalLabel: 'Đơn vị đã phân công người phụ trách công tác thông tin đối ngoại',
      asked: both({ ...required, prefilled: true }),
    }),
    yesNo({
      id: 'spokesperson-assigned',
      label: 'Đã phân công người phát ngôn, cung cấp thông tin cho báo chí',
      totalLabel: 'Đơn vị đã phân công người phát ngôn, cung cấp thông tin cho báo chí',
      asked: annual(optional),
    }),
    flow('văn bản', {
      id: 'upper-documents-shared',
      label: 'Văn bản của cấp trên đã phổ biến, quán triệt',
      totalLabel: 'Lượt văn bản của cấp trên được phổ biến, quán triệt',
      asked: both(required),
    }),
    flow('văn bản', {
      id: 'unit-documents-issued',
      label: 'Văn bản do đơn vị ban hành để triển khai',
      totalLabel: 'Văn bản do các đơn vị ban hành để triển khai',
      asked: both(optional),
    }),
    flow('cuộc', {
      id: 'briefings',
      label: 'Cuộc họp, hội nghị có nội dung phổ biến, quán triệt',
      asked: both(required),
    }),
    flow('lượt người', {
      id: 'briefing-attendees',
      label: 'Lượt người tham dự',
      totalLabel: 'Lượt người tham dự các cuộc họp, hội nghị phổ biến, quán triệt',
      asked: both({ ...required, when: { field: 'briefings', is: 'positive' } }),
    }),
    yesNo({
      id: 'secrecy-observed',
      label: 'Chấp hành quy định về bảo vệ bí mật nhà nước khi cung cấp, đăng tải thông tin',
      totalLabel: 'Đơn vị chấp hành quy định về bảo vệ bí mật nhà nước khi cung cấp, đăng tải thông tin',
      asked: annual(required),
      advice: { is: 'no', text: 'Đề nghị báo cáo trực tiếp, không nhập nội dung vào phần mềm.' },
    }),
    narrative({
      id: 'direction-note',
      label: 'Khái quát việc chỉ đạo, triển khai',
      help: 'Tối đa 1.000 ký tự.',
      max: 1000,
      asked: both(optional),
    }),
  ],
});
