import {
  annual,
  both,
  flow,
  halfYear,
  ifGate,
  money,
  narrative,
  optional,
  required,
  year,
  type SectionInput,
} from './ask.ts';
import type { FormOptions } from './options.ts';

/** II.9. False information met and answered. */
export const rebuttalSection = (): SectionInput => ({
  id: 'rebuttal',
  number: 'II.9',
  title: 'Đấu tranh, phản bác thông tin sai sự thật',
  depth: 2,
  gate: true,
  fields: [
    flow('vụ việc', {
      id: 'false-claims',
      label: 'Vụ việc đã phát hiện liên quan đến đơn vị',
      totalLabel: 'Vụ việc đã phát hiện liên quan đến các đơn vị',
      asked: both(ifGate),
    }),
    flow('vụ việc', {
      id: 'false-claims-reported',
      label: 'Trong đó đã báo cáo cấp có thẩm quyền',
      help: 'Không lớn hơn số vụ việc đã phát hiện.',
      asked: both(ifGate),
    }),
    flow('vụ việc', {
      id: 'false-claims-handled',
      label: 'Trong đó đã được xử lý, phản hồi',
      help: 'Không lớn hơn số vụ việc đã phát hiện.',
      asked: both(ifGate),
    }),
  ],
});

/** II.10. What it cost (annual only). */
export const budgetSection = (): SectionInput => ({
  id: 'budget',
  number: 'II.10',
  title: 'Kinh phí thực hiện',
  depth: 2,
  fields: [
    money({ id: 'budget-state', label: 'Từ ngân sách nhà nước', asked: annual(optional) }),
    money({ id: 'budget-other', label: 'Từ nguồn hợp pháp khác', asked: annual(optional) }),
  ],
});

/** III. The unit's own judgement. */
export const evaluationSection = (): SectionInput => ({
  id: 'evaluation',
  number: 'III',
  title: 'Đánh giá chung',
  depth: 1,
  fields: [
    narrative({ id: 'strengths', label: 'Ưu điểm', asked: { [halfYear]: optional, [year]: required } }),
    narrative({
      id: 'shortcomings',
      label: 'Tồn tại, hạn chế; khó khăn, vướng mắc',
      asked: { [halfYear]: optional, [year]: required },
    }),
    narrative({ id: 'causes', label: 'Nguyên nhân', asked: annual(optional) }),
    {
      id: 'plan-completion',
      label: 'Mức độ thực hiện so với kế hoạch',
      type: 'choice',
      across: 'count-per-choice',
      periods: 'state',
      asked: annual(optional),
      choices: [
        { id: 'hoan-thanh-tot', label: 'Hoàn thành tốt' },
        { id: 'hoan-thanh', label: 'Hoàn thành' },
        { id: 'chua-hoan-thanh', label: 'Chưa hoàn thành' },
      ],
    },
  ],
});

/** IV. What comes next. */
export const nextStepsSection = (): SectionInput => ({
  id: 'next-steps',
  number: 'IV',
  title: 'Phương hướng, nhiệm vụ',
  depth: 1,
  fields: [
    narrative({
      id: 'next-steps',
      label: 'Phương hướng, nhiệm vụ trọng tâm',
      labels: {
        [halfYear]: 'Nhiệm vụ trọng tâm 6 tháng cuối năm {year}',
        [year]: 'Phương hướng, nhiệm vụ năm {nextYear}',
      },
      asked: both(required),
    }),
  ],
});

/** V. What the unit asks of the levels above. */
export const proposalsSection = ({ proposalLevels }: FormOptions): SectionInput => ({
  id: 'proposals',
  number: 'V',
  title: 'Kiến nghị, đề xuất',
  depth: 1,
  gate: true,
  fields: [
    {
      id: 'proposals',
      label: 'Nội dung kiến nghị, đề xuất',
      type: 'list',
      across: 'union',
      periods: 'none',
      asked: both(ifGate),
      max: 20,
      groupBy: 'level',
      columns: [
        { id: 'content', label: 'Nội dung kiến nghị', type: 'text', required: true },
        { id: 'reason', label: 'Lý do', type: 'text' },
        {
          id: 'level',
          label: 'Cấp đề nghị giải quyết',
          type: 'choice',
          required: true,
          choices: proposalLevels.map(({ id, label }) => ({ id, label })),
        },
      ],
    },
  ],
});
