import { type Finding, type Path, warning } from '../text/finding.ts';
import type { PlanContext } from './context.ts';
import { excerpt } from './tasks.ts';

// 'I. ', '2. ', '1.2) ', 'II - ', 'a) '; not '20 năm', '1/5', 'V.I. Lênin'.
const NUMBERED =
  /^\s*(?:[IVX]+\s*[.)/:]\s+(?=\S)|\d{1,2}(?:\.\d{1,2})*\s*[.)/:]\s*(?=\p{L})|(?:[IVX]+|\d{1,2})\s+[-–]\s+|\p{Ll}\)\s*)/u;

interface Numbered {
  readonly text: string;
  readonly where: Path;
}

/** What the paper numbers by itself, in its order: headings, and the paragraphs of the organisation part. */
const numbered = ({ plan }: PlanContext): readonly Numbered[] => {
  const { aims, content, organisation, tasks } = plan;
  const heading = (text: string, ...where: Path): Numbered => ({ text, where: [...where, 'heading'] });
  return [
    heading(aims.heading, 'aims'),
    heading(aims.purpose.heading, 'aims', 'purpose'),
    heading(aims.requirements.heading, 'aims', 'requirements'),
    heading(content.heading, 'content'),
    heading(content.themes.heading, 'content', 'themes'),
    heading(content.channels.heading, 'content', 'channels'),
    heading(tasks.heading, 'tasks'),
    ...tasks.groups.map((group, index) => heading(group.heading, 'tasks', 'groups', index)),
    heading(organisation.heading, 'organisation'),
    ...organisation.items.map(({ text }, index) => ({ text, where: ['organisation', 'items', index, 'text'] })),
  ];
};

/** Finds headings that carry a number of their own: the paper would print it twice. */
export const numberedHeadings = (context: PlanContext): readonly Finding[] =>
  numbered(context).flatMap(({ text, where }) => {
    const [mark] = NUMBERED.exec(text) ?? [];
    return mark === undefined
      ? []
      : [warning('check.heading-numbered', where, { heading: excerpt(text), mark: mark.trim() })];
  });
