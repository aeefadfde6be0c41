import type { Json } from '@dondoc/core';
import { submissionOf } from './sending.ts';

/** A body of every act that a caller may send, for the half-year's report; days are of June 2020. */
export const acts = {
  submit: (unit: string): Json => ({ act: 'submit', submission: submissionOf(unit) }),
  revise: (unit: string): Json => ({ act: 'revise', submission: submissionOf(unit) }),
  withdraw: (): Json => ({ act: 'withdraw' }),
  'ask-extension': (): Json => ({ act: 'ask-extension', to: '2020-06-12', reason: 'Mất điện kéo dài.' }),
  contest: (): Json => ({ act: 'contest', reason: 'Đơn vị đã gửi bản giấy ngày 03/6.' }),
  record: (unit: string): Json => ({
    act: 'record',
    receivedOn: '2020-06-03',
    channel: 'paper',
    submission: submissionOf(unit),
  }),
  return: (): Json => ({ act: 'return', due: '2020-06-12', notes: { briefings: 'Đề nghị kiểm tra lại.' } }),
  confirm: (): Json => ({ act: 'confirm' }),
  'attach-signed-copy': (): Json => ({ act: 'attach-signed-copy', signedDocument: { number: '12/BC-TH' } }),
  extend: (): Json => ({ act: 'extend', to: '2020-06-12', reason: 'Theo đề nghị của đơn vị.' }),
  'refuse-extension': (): Json => ({ act: 'refuse-extension', reason: 'Đã đủ thời gian.' }),
  'set-date': (): Json => ({ act: 'set-date', to: '2020-06-12', reason: 'Ấn định.' }),
  waive: (): Json => ({ act: 'waive', reason: 'Trường đang sửa chữa.' }),
  unwaive: (): Json => ({ act: 'unwaive', reason: 'Trường đã hoạt động lại.' }),
  remind: (): Json => ({ act: 'remind', channel: 'chat', text: 'Đề nghị đơn vị gửi báo cáo.' }),
  urge: (): Json => ({ act: 'urge', channel: 'phone', text: 'Đã gọi điện.' }),
  answer: (): Json => ({ act: 'answer', accepted: false, note: 'Không có căn cứ.' }),
};
export type ActName = keyof typeof acts;

/** The acts that are a unit's own. */
export const unitActs: readonly ActName[] = ['submit', 'revise', 'withdraw', 'ask-extension', 'contest'];

export const actNames = Object.keys(acts) as readonly ActName[];
