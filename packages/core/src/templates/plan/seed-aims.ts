import type { PlanInput } from '../../plan/schema.ts';
import type { Seed } from './seed-options.ts';

/** I. Purpose and requirements, as written in 2019. */
export const seedAims = ({ w }: Seed): PlanInput['aims'] => ({
  heading: w('MỤC ĐÍCH YÊU CẦU', 'MỤC ĐÍCH, YÊU CẦU'),
  purpose: {
    heading: 'Mục đích',
    items: [
      {
        id: 'state-management',
        text: 'Nhằm tiếp tục nâng cao chất lượng quản lý nhà nước về thông tin đối ngoại trên lĩnh vực giáo dục và đào tạo; đồng thời thông qua đó để thông tin về chủ trương, đường lối, chính sách, pháp luật của Đảng, Nhà nước phục vụ có hiệu quả các mục tiêu, nhiệm vụ phát triển giáo dục và đào tạo.',
      },
      {
        id: 'awareness',
        text: 'Tạo chuyển biến về nhận thức, chủ động mở rộng và nâng cao hiệu quả các hoạt động thông tin đối ngoại, thúc đẩy các hoạt động giao lưu, hợp tác về lĩnh vực giáo dục và đào tạo nhằm phát huy thế mạnh của tỉnh trong quá trình hội nhập quốc tế.',
      },
      {
        id: 'image',
        text: `Tiếp tục nâng cao chất lượng, hiệu quả hoạt động thông tin, tuyên truyền đối ngoại, nâng cao hình ảnh, vị thế của ${w('Ngành', 'ngành')} Giáo dục và Đào tạo; tranh thủ sự ủng hộ, đồng tình của toàn xã hội đối với nhiệm vụ đổi mới và phát triển giáo dục và đào tạo.`,
      },
    ],
  },
  requirements: {
    heading: 'Yêu cầu',
    items: [
      {
        id: 'orientation-and-secrecy',
        text: `Các hoạt động thông tin đối ngoại được triển khai phải bám sát các chủ trương, đường lối, quan điểm của Đảng, pháp luật của Nhà nước nhằm phục vụ nhiệm vụ phát triển giáo dục và đào tạo. Chấp hành nghiêm chế độ bảo mật thông tin, bảo vệ bí mật ${w('Nhà nước', 'nhà nước')} trong hoạt động thông tin đối ngoại theo ${w('cácquy', 'các quy')} định hiện hành; tập trung xử lý thông tin đối ngoại, định hướng dư luận, ${w('hạnchế', 'hạn chế')} ảnh hưởng tiêu cực của các thông tin ${w('sai lệnh', 'sai lệch')} gây ảnh hưởng đến uy tín của ngành; đấu tranh và phòng, chống các luận điệu xuyên tạc về lĩnh vực giáo dục và đào tạo.`,
      },
      {
        id: 'manner',
        text: 'Công tác thông tin đối ngoại phải được triển khai chủ động, toàn diện, thường xuyên, có trọng tâm, trọng điểm theo từng giai đoạn; kết hợp chặt chẽ giữa thông tin đối nội và thông tin đối ngoại nhằm mở rộng hợp tác quốc tế vì sự ổn định và phát triển của tỉnh trên lĩnh vực giáo dục và đào tạo.',
      },
    ],
  },
});
