import type { DocumentInput } from './input.ts';
import type { Seed } from './seed-options.ts';

const primeMinister = 'Thủ tướng Chính phủ';

/**
 * The six documents that the sea-border task cites, in its order, as far as they still run in the plan's year. The
 * wording is the plan's: its number '930/2018/QĐ-TTg' carries a year that only normative decisions have, and 'đến 2045'
 * lacks 'năm'; `corrected` mends both.
 */
export const seaBorderDocuments = ({ w, year }: Seed): readonly DocumentInput[] => {
  const documents: readonly DocumentInput[] = [
    {
      id: 'nq-36',
      type: 'Nghị quyết',
      code: '36-NQ/TW',
      date: '2018-10-22',
      issuer: 'Ban Chấp hành Trung ương',
      subject: `về chiến lược phát triển bền vững kinh tế biển Việt Nam đến năm 2030, tầm nhìn đến ${w('', 'năm ')}2045`,
    },
    {
      id: 'qd-30',
      type: 'Quyết định',
      code: '30/QĐ-TTg',
      date: '2018-05-14',
      issuer: primeMinister,
      subject: 'phê duyệt Đề án tăng cường công tác thông tin đối ngoại với Campuchia đến năm 2020',
      endsIn: 2020,
    },
    {
      id: 'qd-930',
      type: 'Quyết định',
      code: w('930/2018/QĐ-TTg', '930/QĐ-TTg'),
      date: '2018-07-28',
      issuer: primeMinister,
      subject: `phê duyệt Đề án tuyên truyền bảo vệ chủ quyền và phát triển bền vững biển, đảo Việt Nam giai đoạn 2018 ${w('–', '-')} 2020`,
      endsIn: 2020,
    },
    {
      id: 'qd-273',
      type: 'Quyết định',
      code: '273/QĐ-TTg',
      date: '2018-03-06',
      issuer: primeMinister,
      subject:
        'phê duyệt Quy hoạch phát triển hệ thống thông tin đối ngoại khu vực cửa khẩu quốc tế phục vụ nhiệm vụ thông tin đối ngoại đến năm 2020, định hướng đến năm 2030',
      endsIn: 2020,
    },
    {
      id: 'ct-26',
      type: 'Chỉ thị',
      code: '26/CT-TTg',
      date: '2018-09-04',
      issuer: primeMinister,
      subject: 'về đẩy mạnh hội nhập kinh tế quốc tế theo hướng hiệu lực và hiệu quả hơn',
    },
    {
      id: 'qd-1117',
      type: 'Quyết định',
      code: '1117/QĐ-TTg',
      date: '2017-07-28',
      issuer: primeMinister,
      subject: `phê duyệt Kế hoạch đẩy mạnh công tác thông tin, tuyên ${w('truyên', 'truyền')} về các sự kiện hội nhập quốc tế nổi bật giai đoạn 2017 ${w('–', '-')} 2020`,
      endsIn: 2020,
    },
  ];
  return documents.filter(({ endsIn }) => endsIn === undefined || endsIn >= year);
};
