import { definePlan } from '../plan/define.ts';
import type { Plan } from '../plan/schema.ts';
import { foreignInformationForm } from './foreign-information-form.ts';
import { seedAims } from './plan/seed-aims.ts';
import { seedContent } from './plan/seed-content.ts';
import { seaBorderDocuments } from './plan/seed-documents.ts';
import { seedOptions, type ForeignInformationOptions, type Seed } from './plan/seed-options.ts';
import { seedOrganisation, seedReports } from './plan/seed-organisation.ts';
import { seedTasks } from './plan/seed-tasks.ts';

export type { ForeignInformationOptions };

const opening = ({ bases, issuer, place, sector, year }: Seed): string => {
  const carriedOut = bases.length === 0 ? '' : `Thực hiện ${bases.map(({ id }) => `{${id}}`).join('; ')}, `;
  return `${carriedOut}${issuer.name} xây dựng Kế hoạch triển khai thực hiện hoạt động thông tin đối ngoại ${sector} ${place} năm ${year} với các nội dung như sau:`;
};

/**
 * Makes the plan for foreign-information activities of a district education office. By default it is the plan of Phòng
 * GD&ĐT huyện Thủ Thừa of 2019 as written, sentence by sentence, misspellings included, with the number and the day
 * still blank. `corrected` gives clean spelling; other options make it another office's or year's. Programmes that end
 * before the year are not cited.
 */
export const foreignInformationPlan = (options: ForeignInformationOptions = {}): Plan => {
  const seed = seedOptions(options);
  const { bases, date, issuer, number, place, sector, w, year } = seed;
  const cited = seaBorderDocuments(seed);
  const form = foreignInformationForm({ year });
  return definePlan({
    format: 'dondoc.plan/1',
    id: seed.id,
    year,
    title: ['Hoạt động thông tin đối ngoại', `của ${sector} ${place} năm ${year}`],
    issuer: issuer.id,
    desk: { agency: issuer.id, name: issuer.name, contact: seed.contact },
    ...(number === undefined ? {} : { number }),
    symbol: seed.symbol,
    ...(date === undefined ? {} : { date }),
    documents: [...bases, ...cited],
    implements: bases.map(({ id }) => id),
    opening: opening(seed),
    aims: seedAims(seed),
    content: seedContent(seed),
    tasks: seedTasks(seed, cited),
    organisation: seedOrganisation(seed),
    closing: `Trên đây là Kế hoạch hoạt động thông tin đối ngoại của ngành Giáo dục và Đào tạo ${place} năm ${year}. ${w(issuer.name.replace(' ', ''), issuer.name)} yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.`,
    recipients: [...seed.recipients],
    signatory: seed.signatory,
    units: seed.units,
    reports: seedReports(seed, form.id),
    upward: ['result', 'half-year', 'year'].map((report) => ({ report, to: ['so-gddt', 'ubnd-huyen'] })),
    forms: [form],
  });
};
