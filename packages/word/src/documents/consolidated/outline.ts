import type { Form, Section } from '@dondoc/core';
import { bareTitle, numberWithin } from '../words.ts';

/** A heading of the consolidated report and what stands under it. */
export interface OutlineItem {
  /** Key of the desk's text for it. */
  readonly id: string;
  /** As printed, its punctuation included: 'I.', '2.1.', 'a)'. */
  readonly number: string;
  readonly title: string;
  readonly depth: 1 | 2 | 3;
  /** Sections of the form whose generated sentences the text starts from. */
  readonly sections: readonly string[];
  /** The desk has to write it: a place to write stands there while it has not. */
  readonly written?: boolean;
  /** Left out where nothing arose in any unit ('nếu có'). */
  readonly ifAny?: boolean;
}

const heading = (number: string, title: string, id: string): OutlineItem => ({
  id,
  number,
  title,
  depth: /^[IVX]+\.$/.test(number) ? 1 : 2,
  sections: [],
});

/** The outline of the consolidated report on foreign-information activities. */
export const foreignInformationOutline: readonly OutlineItem[] = [
  { ...heading('I.', 'Công tác lãnh đạo, chỉ đạo, triển khai', 'direction'), sections: ['direction'] },
  heading('II.', 'Kết quả thực hiện', 'results'),
  { ...heading('1.', 'Công tác quản lý nhà nước về thông tin đối ngoại', 'state-management'), written: true },
  heading('2.', 'Các nhiệm vụ thông tin đối ngoại cơ bản', 'tasks'),
  { id: 'exemplars', number: '2.1.', title: 'Giới thiệu gương điển hình tiên tiến', depth: 3, sections: ['exemplars'] },
  {
    id: 'curriculum',
    number: '2.2.',
    title: 'Thông tin về Chương trình giáo dục phổ thông, sách giáo khoa',
    depth: 3,
    sections: ['curriculum'],
  },
  {
    id: 'press',
    number: '2.3.',
    title: 'Cung cấp thông tin cho báo chí về tình hình phát triển giáo dục và đào tạo',
    depth: 3,
    sections: ['press', 'figures'],
  },
  { id: 'contributions', number: '2.4.', title: 'Xã hội hóa giáo dục', depth: 3, sections: ['contributions'] },
  {
    id: 'events',
    number: '2.5.',
    title: 'Tuyên truyền phục vụ các sự kiện chính trị - xã hội, đối ngoại',
    depth: 3,
    sections: ['events'],
  },
  {
    id: 'sea-border',
    number: '2.6.',
    title: 'Tuyên truyền biển, đảo; biên giới, phân giới cắm mốc',
    depth: 3,
    sections: ['sea-border'],
  },
  {
    id: 'international',
    number: '2.7.',
    title: 'Giao lưu, hợp tác quốc tế',
    depth: 3,
    sections: ['international'],
    ifAny: true,
  },
  heading('3.', 'Hình thức, phương tiện thông tin', 'channels'),
  { id: 'website', number: 'a)', title: 'Trang thông tin điện tử, mạng xã hội', depth: 3, sections: ['website'] },
  { id: 'other-forms', number: 'b)', title: 'Các loại hình khác', depth: 3, sections: ['other-forms'] },
  { id: 'training', number: 'c)', title: 'Tập huấn', depth: 3, sections: ['training'] },
  { ...heading('4.', 'Đấu tranh, phản bác thông tin sai sự thật', 'rebuttal'), sections: ['rebuttal'] },
  { ...heading('5.', 'Kinh phí thực hiện', 'budget'), sections: ['budget'], ifAny: true },
  heading('III.', 'Đánh giá chung', 'evaluation'),
  { ...heading('1.', 'Ưu điểm', 'strengths'), written: true },
  { ...heading('2.', 'Tồn tại, hạn chế', 'shortcomings'), written: true },
  { ...heading('3.', 'Khó khăn, vướng mắc và nguyên nhân', 'causes'), written: true },
  { ...heading('IV.', 'Phương hướng, nhiệm vụ trọng tâm', 'next-steps'), written: true },
  { ...heading('V.', 'Kiến nghị, đề xuất', 'proposals'), written: true },
];

const ownItem = ({ id, number, title, depth, fields }: Section): OutlineItem => {
  const figures = fields.some(({ type }) => type !== 'narrative' && type !== 'list');
  const item = {
    id,
    number: numberWithin({ number, depth }),
    title: bareTitle(title),
    depth,
    sections: [id],
  };
  return fields.length > 0 && !figures ? { ...item, written: true } : item;
};

/** The outline of any other form: its own sections, numbered as they are. */
const ownOutline = (form: Form): readonly OutlineItem[] => form.sections.filter(({ annex }) => !annex).map(ownItem);

/** The outline that a form's consolidated report has unless the office gives another one. */
export const outlineOf = (form: Form): readonly OutlineItem[] => {
  const ids = new Set(form.sections.map(({ id }) => id));
  const known = foreignInformationOutline.every(({ sections }) => sections.every((id) => ids.has(id)));
  return known ? foreignInformationOutline : ownOutline(form);
};
