import { error, type Finding } from '../text/finding.ts';
import type { PlanContext } from './context.ts';

/** Finds capacities of signing that lack what their lines name: the collective (TM.), the signer's own title (KT., TL., TUQ.). */
export const incompleteSignatory = ({ plan }: PlanContext): readonly Finding[] => {
  const { authority, collective, ownTitle } = plan.signatory;
  const deputies = authority.filter((one) => one === 'KT' || one === 'TL' || one === 'TUQ');
  return [
    ...(authority.includes('TM') && collective === undefined
      ? [error('check.signatory-without-collective', ['signatory'])]
      : []),
    ...(deputies.length > 0 && ownTitle === undefined
      ? [error('check.signatory-without-own-title', ['signatory'], { authority: deputies })]
      : []),
  ];
};
