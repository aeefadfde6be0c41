import { describe, expect, test } from 'vitest';
import { isSyllable, splitSyllables } from './syllable.ts';

// Words of plans and reports, and the odd corners of the spelling.
const valid = `
thực hiện kế hoạch số ngày của sở giáo dục và đào tạo về hoạt động thông tin đối ngoại năm ủy ban nhân dân huyện
phòng xây dựng triển khai mục đích yêu cầu nhằm tiếp tục nâng cao chất lượng quản lý nhà nước trên lĩnh vực đồng thời
chủ trương đường lối chính sách pháp luật đảng phục vụ hiệu quả chuyển biến nhận thức mở rộng thúc đẩy giao lưu hợp tác
phát huy thế mạnh tỉnh trong quá trình hội nhập quốc tế tuyên truyền hình ảnh vị tranh thủ sự ủng hộ xã hội nghiêm chế độ
bảo mật bí hạn ảnh hưởng tiêu cực luận điệu xuyên tạc trọng tâm điểm giai đoạn kết hợp chặt chẽ giữa gương điển tiên tiến
khuyến khích nguồn khoa học quy định quyền quyết quỹ quý khuya khuỷu huỳnh huých huênh thuở thuê tuần khuâng ngoằn ngoèo
nghiêng nghệ nghị nghỉ nguyễn ngoại ngoạm ngoáp hoen toét loắt choắt xoong moóc séc xẻng tuýp tuyn buýt quýt quỳnh
giếng giêng giết gì gìn giữ giờ giải giúp giặt gièm gỉ ghi ghế ghép gửi rượu hươu bướu cứu yêu yến yểng yếm ỉa ý ấy ơi
ở à ừ ăn uống oai oách oằn uy uyển uỵch ưa ướt ước iu êm ếch ích ít im inh y ty kỹ kĩ lý lí mỹ mĩ hy hi sỹ tỷ vy thy
hoàn toàn tài khoản khoẻ khỏe hoà hòa thuý thúy tuỳ tùy oà òa xoá xóa quả quốc quẹt quơ quờ quắc
`
  .trim()
  .split(/\s+/);

const invalid = `
nghành nghiẹp đươc hoat tuyên-truyền truờng thuơng phuơng ngoaị-giao kỷluật cácquy hoạch\u0301 hoặch gi\u0302 kan kô
cê ge ngi ghă ngha qoa queo\u0301\u0300 boơ lươp bươu\u0323c zô fa jê website b đ ng hạnch tronk pháph oaa iên iêu ya
`
  .trim()
  .split(/\s+/);

describe('isSyllable', () => {
  test('takes what is one syllable, composed or not, small or in capitals', () => {
    const spellings = (word: string) => [word, word.normalize('NFD'), word.toUpperCase()];
    expect(valid.filter((word) => !spellings(word).every(isSyllable))).toEqual([]);
  });

  test('refuses what is none', () => {
    expect(invalid.filter(isSyllable)).toEqual([]);
  });

  test('asks for sắc or nặng before a stop', () => {
    expect(['mát', 'mạt', 'mat', 'mảt', 'màt', 'mãt', 'sách', 'sach', 'học', 'hòc'].map(isSyllable)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('splitSyllables', () => {
  test.each([
    ['nhànước', ['nhà', 'nước']], // not nhàn|ước
    ['kếtoán', ['kế', 'toán']], // not kết|oán
    ['Phòngtổchức', ['Phòng', 'tổ', 'chức']],
    ['ởcác', ['ở', 'các']],
    ['thực', ['thực']],
  ])('%s', (letters, pieces) => {
    expect(splitSyllables(letters)).toEqual(pieces);
  });

  test.each(['', 'nghành', 'thựcz'])('finds none in %j', (letters) => {
    expect(splitSyllables(letters)).toBeUndefined();
  });
});
