import type { AgencyView } from '../agency/types.ts';
import { formatDate } from '../text/format.ts';
import type { Badge } from './badge.ts';

/**
 * Writes why an agency owes nothing, as it is on the day on which it was settled who owes; undefined for one that is
 * open then. `heir` is the name of the agency that answers for a merged one.
 */
export const agencyBadge = (view: AgencyView, heir?: string): Badge | undefined => {
  const { state, agency } = view;
  const on = (day: string | undefined, before: string) => (day === undefined ? '' : `${before}${formatDate(day)}`);
  switch (state) {
    case 'open':
      return undefined;
    case 'merged': {
      const into = heir ?? view.heir;
      return {
        state,
        text: 'Đã sáp nhập',
        unit: `Đơn vị đã sáp nhập${into === undefined ? '' : ` vào ${into}`}${on(agency.closed, ' từ ngày ')}${into === undefined ? '' : `; báo cáo do ${into} thực hiện`}.`,
        desk: 'Không tính vào số phải gửi',
      };
    }
    case 'closed':
      return {
        state,
        text: 'Ngừng hoạt động',
        unit: `Đơn vị ngừng hoạt động${on(agency.closed, ' từ ngày ')}; không phải báo cáo kỳ này.`,
        desk: 'Không tính vào số phải gửi',
      };
    case 'not-yet-open':
      return {
        state,
        text: 'Chưa thuộc diện',
        unit: `Đơn vị thành lập${on(agency.opened, ' ngày ')}, chưa phải báo cáo kỳ này.`,
        desk: 'Không tính',
      };
  }
};
