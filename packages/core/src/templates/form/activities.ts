import { annual, both, flow, ifGate, money, narrative, optional, stock, type SectionInput } from './ask.ts';

/** II.4. Contributions from society. */
export const contributionsSection = (): SectionInput => ({
  id: 'contributions',
  number: 'II.4',
  title: 'Xã hội hóa giáo dục',
  depth: 2,
  gate: true,
  fields: [
    money({ id: 'contributions-cash', label: 'Kinh phí vận động, tài trợ bằng tiền', asked: both(ifGate) }),
    money({ id: 'contributions-inkind', label: 'Hiện vật, công trình quy thành tiền', asked: both(ifGate) }),
    flow('lượt', { id: 'sponsors', label: 'Lượt tổ chức, cá nhân tài trợ', asked: both(ifGate) }),
    flow('khoản', {
      id: 'ngo-grants',
      label: 'Khoản hỗ trợ của tổ chức phi chính phủ (đã được cấp có thẩm quyền phê duyệt)',
      asked: annual(optional),
    }),
    {
      id: 'contributions-list',
      label: 'Công trình, hoạt động được tài trợ',
      help: 'Tối đa 10 dòng.',
      type: 'list',
      across: 'union',
      periods: 'add',
      asked: annual(optional),
      max: 10,
      columns: [
        { id: 'name', label: 'Tên công trình, hoạt động', type: 'text', required: true },
        { id: 'sponsor', label: 'Nhà tài trợ', type: 'text', required: true },
        { id: 'value', label: 'Giá trị (triệu đồng)', type: 'money' },
      ],
    },
  ],
});

/** II.5. Political, social and foreign-affairs events. */
export const eventsSection = (): SectionInput => ({
  id: 'events',
  number: 'II.5',
  title: 'Sự kiện chính trị - xã hội, đối ngoại',
  depth: 2,
  gate: true,
  fields: [
    flow('hoạt động', {
      id: 'events',
      label: 'Hoạt động tuyên truyền phục vụ sự kiện đã tổ chức hoặc tham gia',
      totalLabel: 'Lượt hoạt động tuyên truyền phục vụ sự kiện (tính theo lượt đơn vị)',
      asked: both(ifGate),
    }),
    flow('lượt người', {
      id: 'event-participants',
      label: 'Lượt người tham gia',
      totalLabel: 'Lượt người tham gia hoạt động tuyên truyền phục vụ sự kiện',
      asked: both(ifGate),
    }),
    {
      id: 'event-list',
      label: 'Hoạt động tiêu biểu',
      help: 'Tối đa 05 dòng.',
      type: 'list',
      across: 'union',
      periods: 'none',
      asked: both(optional),
      max: 5,
      columns: [
        { id: 'date', label: 'Ngày', type: 'date', required: true },
        { id: 'name', label: 'Tên hoạt động', type: 'text', required: true },
        {
          id: 'role',
          label: 'Vai trò',
          type: 'choice',
          required: true,
          choices: [
            { id: 'chu-tri', label: 'Chủ trì' },
            { id: 'phoi-hop', label: 'Phối hợp' },
            { id: 'tham-gia', label: 'Tham gia' },
          ],
        },
        { id: 'participants', label: 'Lượt người', type: 'count' },
      ],
    },
  ],
});

/** II.6. Sea, islands, border. */
export const seaBorderSection = (): SectionInput => ({
  id: 'sea-border',
  number: 'II.6',
  title: 'Tuyên truyền biển, đảo; biên giới, phân giới cắm mốc',
  depth: 2,
  gate: true,
  fields: [
    flow('buổi', {
      id: 'sea-border-sessions',
      label: 'Buổi tuyên truyền',
      totalLabel: 'Buổi tuyên truyền về biển, đảo; biên giới, phân giới cắm mốc',
      asked: both(ifGate),
    }),
    flow('lượt người', {
      id: 'sea-border-participants',
      label: 'Lượt người tham dự',
      totalLabel: 'Lượt người tham dự tuyên truyền về biển, đảo; biên giới',
      asked: both(ifGate),
    }),
    narrative({ id: 'sea-border-note', label: 'Kết quả nổi bật', max: 1000, asked: both(optional) }),
  ],
});

/** II.7. Exchange and cooperation with other countries. */
export const internationalSection = (): SectionInput => ({
  id: 'international',
  number: 'II.7',
  title: 'Giao lưu, hợp tác quốc tế (nếu có)',
  depth: 2,
  gate: true,
  fields: [
    flow('đoàn', {
      id: 'intl-visits',
      label: 'Đoàn, khách nước ngoài đến thăm, làm việc',
      totalLabel: 'Lượt đoàn, khách nước ngoài đến thăm, làm việc',
      asked: both(ifGate),
    }),
    flow('hoạt động', {
      id: 'intl-exchanges',
      label: 'Hoạt động giao lưu, hội nghị, hội thảo hợp tác quốc tế đã tham gia',
      totalLabel: 'Lượt hoạt động giao lưu, hội nghị, hội thảo hợp tác quốc tế (tính theo lượt đơn vị)',
      asked: both(ifGate),
    }),
    stock('người', {
      id: 'foreign-teachers',
      label: 'Giáo viên, tình nguyện viên nước ngoài đang giảng dạy',
      asked: annual(optional),
    }),
  ],
});
