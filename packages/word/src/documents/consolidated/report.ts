import { cite, periodInSentence } from '@dondoc/core';
import { annexes, type Annex } from '../../blocks/annex.ts';
import { closing, ending } from '../../blocks/closing.ts';
import { addressees, letterhead, title } from '../../blocks/letterhead.ts';
import { paragraph } from '../../package/markup.ts';
import { pack } from '../../package/pack.ts';
import { issuerName } from '../../paper.ts';
import { citePlan, citeUpperPlans, inSentence, scopeOf } from '../words.ts';
import { body } from './body.ts';
import { educationAnnex } from './education-annex.ts';
import type { ConsolidatedReportInput } from './input.ts';
import { internalAnnexes } from './internal.ts';
import { highlightsAnnex, proposalsAnnex } from './list-annexes.ts';
import { differenceAnnex, supplementIntroduction } from './supplement.ts';
import { groupsAnnex, totalsAnnex } from './totals-annexes.ts';
import { unitsAnnex } from './units-annex.ts';

const defaultAddressees = ({ plan, report, paper }: ConsolidatedReportInput): readonly string[] =>
  plan.upward
    .filter((duty) => duty.report === report.id)
    .flatMap(({ to }) => to)
    .map((id) => paper.directory.at(id, paper.day)?.name ?? id);

/**
 * Makes the office's consolidated report (báo cáo tổng hợp) of one period: parts I to V from the desk's text or the
 * generated sentences, and the annexes that go out; working annexes only where asked for. Zero is '0', not applicable
 * '–', a unit that is missing 'chưa có số liệu'.
 *
 * @see Decree 30/2020/NĐ-CP, Annex III, form 1.4
 */
export const consolidatedReport = (input: ConsolidatedReportInput): Promise<Uint8Array> => {
  const { paper, plan, form, consolidation, requests = [] } = input;
  const { period } = consolidation;
  const issuer = issuerName(paper);
  const words = periodInSentence(period);
  const scope = scopeOf(plan);
  const topic = input.supplement === undefined ? form.title : `Bổ sung ${inSentence(form.title)}`;
  const about = `${topic}${scope === undefined ? '' : ` ${scope}`} ${words}`;
  const subject = period.kind === 'year' ? `${about} và phương hướng, nhiệm vụ năm ${period.year + 1}` : about;
  const upper = [...citeUpperPlans(plan), ...requests.map(cite)];
  const basis = upper.length > 0 ? upper.join('; ') : citePlan(plan, issuer);
  const outgoing: readonly (Annex | undefined)[] = [
    totalsAnnex(input),
    groupsAnnex(input),
    unitsAnnex(input),
    highlightsAnnex(input),
    period.kind === 'year' ? educationAnnex(input) : undefined,
    proposalsAnnex(input),
    differenceAnnex(input),
  ];
  const text =
    letterhead(paper) +
    title('BÁO CÁO', [subject]) +
    addressees(input.addressees ?? defaultAddressees(input)) +
    paragraph('MoDau', `Thực hiện ${basis}, ${issuer} báo cáo kết quả như sau:`) +
    supplementIntroduction(input) +
    ending(body(input), `Trên đây là báo cáo ${inSentence(form.title)} ${words} của ${issuer}`) +
    closing(paper, { addressed: true });
  return pack({
    parts: [
      { kind: 'paper', turned: false, body: text },
      ...annexes([...outgoing.filter((annex) => annex !== undefined), ...internalAnnexes(input)], {
        type: 'Báo cáo',
        paper,
      }),
    ],
    title: `Báo cáo ${inSentence(subject)}`,
    author: issuer,
    date: paper.date,
    demo: paper.demo,
  });
};
