import { toYaml } from '../files/plan-yaml.ts';
import type { Output } from '../files/write.ts';
import { officeReadme } from '../text/office-readme.ts';
import { annual2019, firstHalf2020 } from './arrivals.ts';
import { inbox } from './inbox.ts';
import { demoOffice, plan2019, plan2020 } from './office.ts';

const MARK = 'DỮ LIỆU MINH HỌA: tên trường, địa danh, số liệu, điện thoại đều do người viết phần mềm đặt ra.';

/** Makes the files of the demo's office folder, by their paths within it. */
export function demoSources(): readonly Output[] {
  const plans = [plan2019(), plan2020()];
  const [first, second] = plans;
  const form = (plan: typeof first) => {
    const found = plan?.forms[0];
    if (plan === undefined || found === undefined) throw new Error('the demo plan has no form');
    return { plan: plan.id, form: found };
  };
  const reports = [
    ...inbox({ ...form(first), report: 'year', period: '2019', year: 2019, arrivals: annual2019 }),
    ...inbox({ ...form(second), report: 'half-year', period: '2020-H1', year: 2020, arrivals: firstHalf2020 }),
  ];
  return [
    { path: 'office.yaml', content: toYaml(demoOffice(), { schema: 'office', comments: [MARK] }) },
    ...plans.map((plan) => ({
      path: `plans/${plan.id}.yaml`,
      content: toYaml(plan, {
        schema: 'plan',
        comments: [`Kế hoạch năm ${String(plan.year)} dùng cho phần minh họa; ngày ban hành là ngày giả định.`],
      }),
    })),
    ...reports.map((one) => ({
      path: `inbox/${one.period}/${one.unit}.json`,
      content: `${JSON.stringify(one, null, 2)}\n`,
    })),
    {
      path: 'README.md',
      content: `${officeReadme({ name: 'Văn phòng minh họa', plan: 'ttdn-2020', year: 2020 })}\n${MARK}\n`,
    },
  ];
}
