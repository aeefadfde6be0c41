import * as v from 'valibot';
import { signatorySchema, unitSelectorSchema } from '../agency/schema.ts';
import { date } from '../calendar/schema.ts';
import { dueRuleSchema, frequencySchema, windowRuleSchema } from '../due/schema.ts';
import { formSchema } from '../report/schema.ts';
import { line, prose, slug } from '../text/schema.ts';

const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100));

/** A cited document (căn cứ). `code` is its number and symbol as written: '2121/KH-SGDĐT', '36-NQ/TW'. */
const legalDocumentSchema = v.strictObject({
  id: slug,
  /** 'Kế hoạch', 'Quyết định', 'Nghị quyết', 'Nghị định' … */
  type: line(100),
  /** Absent for laws, cited by name. */
  code: v.exactOptional(line(100)),
  date: v.exactOptional(date),
  issuer: v.exactOptional(line(200)),
  /** What follows the issuer, with its own joining word: 'về hoạt động …', 'phê duyệt Đề án …'. */
  subject: v.exactOptional(prose(1000)),
  /** Last year in which the programme runs, where it names one. */
  endsIn: v.exactOptional(year),
});
export type LegalDocument = v.InferOutput<typeof legalDocumentSchema>;

/** A paragraph. `{document-id}` in it becomes the full citation of that document. */
const itemSchema = v.strictObject({ id: slug, text: prose(8000) });
/** A heading stands without its number, in every part of a plan: the paper numbers it. */
const heading = line();
const itemsSchema = v.strictObject({
  /** Without its number: the paper numbers it. */
  heading,
  items: v.array(itemSchema),
});

const channelSchema = v.strictObject({
  id: slug,
  text: prose(8000),
  items: v.exactOptional(v.array(itemSchema)),
});

const taskSchema = v.strictObject({
  id: slug,
  text: prose(8000),
  /** Đơn vị chủ trì. */
  lead: v.exactOptional(line()),
  /** Đơn vị phối hợp. */
  supporting: v.exactOptional(v.array(line())),
  /** Thời gian thực hiện; absent: the plan says nothing. */
  schedule: v.exactOptional(dueRuleSchema),
  /** Sản phẩm, kết quả. */
  deliverable: v.exactOptional(line(1000)),
  themes: v.exactOptional(v.array(slug)),
  channels: v.exactOptional(v.array(slug)),
  /** Documents cited in the text, in order. */
  references: v.exactOptional(v.array(slug)),
  /** Fields of the form that tell of it. */
  indicators: v.exactOptional(v.array(slug)),
});
export type Task = v.InferOutput<typeof taskSchema>;

/** A duty to report, of the units toward the desk. The id `unit-plan` is reserved for the unit's own plan. */
const reportSchema = v.strictObject({
  id: slug,
  /** In messages and letters, after 'Báo cáo': 'kết quả hoạt động thông tin đối ngoại'; the unit plan's is 'Kế hoạch …'. */
  name: line(),
  kind: v.picklist(['periodic', 'thematic', 'ad-hoc', 'unit-plan']),
  frequency: frequencySchema,
  due: dueRuleSchema,
  /** Data window; absent: the plan states none (Decree 09/2019/NĐ-CP, article 12 then holds). */
  window: v.exactOptional(windowRuleSchema),
  /** Absent: the plan's units. */
  units: v.exactOptional(unitSelectorSchema),
  /** Who receives it, as named by the plan: 'Phòng Giáo dục và Đào tạo (Cô Oanh-VT)'. */
  recipient: v.exactOptional(line()),
  /** Form id; absent: a document or file only. */
  form: v.exactOptional(slug),
  /** Outline (đề cương): its headings; absent: none stated. */
  outline: v.exactOptional(v.array(line())),
  /** Phương thức gửi, nhận. */
  method: v.exactOptional(prose(1000)),
  /** Hướng dẫn quy trình thực hiện. */
  guidance: v.exactOptional(prose(2000)),
  /** Which arrival decides. */
  timelinessBasis: v.optional(v.picklist(['data', 'signed-document']), 'data'),
  /** A due date on a rest day stays, or moves to the next working day (Civil Code 2015, article 148.5). */
  restDay: v.optional(v.picklist(['keep', 'next-working-day']), 'keep'),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** What the office owes the levels above from one report's consolidation. */
const upwardSchema = v.strictObject({
  report: slug,
  to: v.pipe(v.array(slug), v.minLength(1)),
  due: v.exactOptional(dueRuleSchema),
});

const recipientSchema = v.strictObject({
  /** As printed: 'Sở GD&ĐT (HC-QT)'. */
  text: line(),
  agency: v.exactOptional(slug),
  /** 'để b/c', 'để t/h', 'để p/h', 'để biết'. */
  purpose: v.exactOptional(line(50)),
});

/** A plan, as one proposes or adopts it: everything on its paper, and what it asks of whom by when. */
export const planSchema = v.strictObject({
  format: v.literal('dondoc.plan/1'),
  id: slug,
  year,
  /** Under 'KẾ HOẠCH', line by line. */
  title: v.pipe(v.array(line()), v.minLength(1)),
  issuer: slug,
  /** Who follows up and consolidates. */
  desk: v.strictObject({ agency: slug, name: line(), contact: v.exactOptional(line()) }),
  /** Mật, Tối mật, Tuyệt mật: refused; the field exists so that it can be. */
  classification: v.exactOptional(v.literal('none', 'plan.classified')),
  /** Blank in a draft. */
  number: v.exactOptional(line(20)),
  symbol: line(50),
  date: v.exactOptional(date),
  documents: v.optional(v.array(legalDocumentSchema), []),
  /** Plans of the levels above that it carries out (ids of `documents`). */
  implements: v.optional(v.array(slug), []),
  opening: prose(5000),
  aims: v.strictObject({
    /** Without its number: the paper numbers it. */
    heading,
    purpose: itemsSchema,
    requirements: itemsSchema,
  }),
  content: v.strictObject({
    /** Without its number: the paper numbers it. */
    heading,
    themes: itemsSchema,
    channels: v.strictObject({
      /** Without its number: the paper numbers it. */
      heading,
      items: v.array(channelSchema),
    }),
  }),
  tasks: v.strictObject({
    /** Without its number: the paper numbers it. */
    heading,
    groups: v.pipe(
      v.array(
        v.strictObject({
          id: slug,
          /** Without its number: the paper numbers it. */
          heading,
          tasks: v.array(taskSchema),
        }),
      ),
      v.minLength(1),
    ),
  }),
  organisation: itemsSchema,
  closing: prose(2000),
  recipients: v.array(recipientSchema),
  signatory: signatorySchema,
  /** Whom the plan binds to report. */
  units: unitSelectorSchema,
  reports: v.array(reportSchema),
  upward: v.optional(v.array(upwardSchema), []),
  forms: v.optional(v.array(formSchema), []),
});
export type Plan = v.InferOutput<typeof planSchema>;
export type PlanInput = v.InferInput<typeof planSchema>;
