import type { UnitSelector } from '../agency/schema.ts';
import { definePlan } from '../plan/define.ts';
import type { Plan, PlanInput } from '../plan/schema.ts';

export interface StandingPlanOptions {
  readonly year: number;
  /** Agency id of the office. */
  readonly issuer: string;
  /** Who follows up and consolidates. */
  readonly desk: Plan['desk'];
  /** Whom a request binds that does not say whom itself. */
  readonly units: UnitSelector;
  /** Default: 'KH'. The plan is a frame for requests and goes out on no paper. */
  readonly symbol?: string;
  readonly signatory?: PlanInput['signatory'];
}

/** Names the plan under which an office's ad hoc requests of a year stand: `requests-{year}`. */
export const standingPlanId = (year: number): string => `requests-${year}`;

/**
 * Makes the standing plan of a year: no tasks and no reports of its own, the frame for ad hoc requests that belong to no
 * other plan (`requestReport`).
 */
export const standingPlan = ({ year, issuer, desk, units, symbol, signatory }: StandingPlanOptions): Plan =>
  definePlan({
    format: 'dondoc.plan/1',
    id: standingPlanId(year),
    year,
    title: [`Các yêu cầu báo cáo đột xuất năm ${year}`],
    issuer,
    desk,
    symbol: symbol ?? 'KH',
    opening: `Các yêu cầu báo cáo đột xuất trong năm ${year}, ngoài nội dung của các kế hoạch đã ban hành:`,
    aims: {
      heading: 'MỤC ĐÍCH, YÊU CẦU',
      purpose: {
        heading: 'Mục đích',
        items: [{ id: 'purpose', text: 'Theo dõi thống nhất các yêu cầu báo cáo đột xuất gửi đến các đơn vị.' }],
      },
      requirements: {
        heading: 'Yêu cầu',
        items: [{ id: 'requirement', text: 'Mỗi yêu cầu ghi rõ nội dung, đơn vị báo cáo và thời hạn gửi.' }],
      },
    },
    content: {
      heading: 'NỘI DUNG, HÌNH THỨC',
      themes: { heading: 'Nội dung', items: [{ id: 'theme', text: 'Theo từng yêu cầu.' }] },
      channels: { heading: 'Hình thức', items: [{ id: 'channel', text: 'Theo từng yêu cầu.' }] },
    },
    tasks: {
      heading: 'NHIỆM VỤ',
      groups: [
        {
          id: 'requests',
          heading: 'Báo cáo đột xuất',
          tasks: [{ id: 'report', text: 'Các đơn vị báo cáo theo nội dung và thời hạn của từng yêu cầu.' }],
        },
      ],
    },
    organisation: {
      heading: 'TỔ CHỨC THỰC HIỆN',
      items: [{ id: 'follow-up', text: `${desk.name} theo dõi, đôn đốc, tổng hợp báo cáo của các đơn vị.` }],
    },
    closing: `Trên đây là các yêu cầu báo cáo đột xuất năm ${year}./.`,
    recipients: [{ text: 'Các đơn vị', purpose: 'để t/h' }, { text: 'Lưu: VT' }],
    signatory: signatory ?? { headTitle: 'THỦ TRƯỞNG' },
    units,
    reports: [],
  });
