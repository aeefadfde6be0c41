import * as v from 'valibot';
import { formSchema, type Form } from '../report/schema.ts';
import { contributionsSection, eventsSection, internationalSection, seaBorderSection } from './form/activities.ts';
import type { SectionInput } from './form/ask.ts';
import { channelsSection, otherFormsSection, trainingSection, websiteSection } from './form/channels.ts';
import { curriculumSection, exemplarsSection, pressSection } from './form/communication.ts';
import { directionSection } from './form/direction.ts';
import {
  budgetSection,
  evaluationSection,
  nextStepsSection,
  proposalsSection,
  rebuttalSection,
} from './form/evaluation.ts';
import { figuresSection } from './form/figures.ts';
import { districtForm, type FormOptions } from './form/options.ts';
import { sentences } from './form/sentences.ts';

/** II. Heading of the results, its sections follow. */
const results: SectionInput = {
  id: 'results',
  number: 'II',
  title: 'Kết quả thực hiện nhiệm vụ',
  depth: 1,
  fields: [],
};

/**
 * Makes the report form of foreign-information activities: what the reports `half-year` and `year` ask of a unit, how
 * it adds up over units and periods, and the sentences and tables of the consolidated report. Default: a district's
 * schools, 2019.
 */
export const foreignInformationForm = (options: Partial<FormOptions> = {}): Form => {
  const all = { ...districtForm, ...options };
  return v.parse(formSchema, {
    id: all.id,
    title: all.title,
    kindGroups: all.kindGroups,
    sections: [
      directionSection(),
      results,
      exemplarsSection(all),
      curriculumSection(all),
      pressSection(),
      figuresSection(all),
      contributionsSection(),
      eventsSection(),
      seaBorderSection(),
      internationalSection(),
      channelsSection(),
      websiteSection(all),
      otherFormsSection(),
      trainingSection(),
      rebuttalSection(),
      budgetSection(),
      evaluationSection(),
      nextStepsSection(),
      proposalsSection(all),
    ],
    checks: [
      { check: 'part-of', part: 'posts-social', whole: 'posts-total' },
      { check: 'part-of', part: 'false-claims-reported', whole: 'false-claims' },
      { check: 'part-of', part: 'false-claims-handled', whole: 'false-claims' },
      { check: 'together', count: 'briefings', people: 'briefing-attendees' },
      { check: 'together', count: 'curriculum-sessions', people: 'curriculum-attendees' },
      { check: 'together', count: 'events', people: 'event-participants' },
      { check: 'together', count: 'sea-border-sessions', people: 'sea-border-participants' },
      { check: 'together', count: 'trainings', people: 'trained-people' },
      { check: 'date-in-year', field: 'unit-plan-date' },
    ],
    sentences: sentences(all),
    unitSheets: [
      {
        title: 'Chỉ đạo, tuyên truyền',
        fields: [
          'upper-documents-shared',
          'briefings',
          'exemplars-staff',
          'exemplars-pupils',
          'curriculum-sessions',
          'events',
          'event-participants',
          'sea-border-sessions',
          'sea-border-participants',
        ],
      },
      {
        title: 'Tin, bài và hình thức thông tin',
        fields: [
          'posts-total',
          'posts-social',
          'press-articles',
          'cultural-sports',
          'extracurricular',
          'visits',
          'trainings',
        ],
      },
      { title: 'Xã hội hóa giáo dục', fields: ['contributions-cash', 'contributions-inkind', 'sponsors'] },
    ],
  });
};
