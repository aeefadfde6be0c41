import type { PlanInput } from '../../plan/schema.ts';
import type { Seed } from './seed-options.ts';

/** II. Themes and channels, as written in 2019. */
export const seedContent = (seed: Seed): PlanInput['content'] => ({
  heading: 'NỘI DUNG VÀ HÌNH THỨC',
  themes: themes(seed),
  channels: channels(seed),
});

const themes = ({ province, w }: Seed): PlanInput['content']['themes'] => ({
  heading: 'Nội dung hoạt động thông tin đối ngoại',
  items: [
    {
      id: 'policy',
      text: `Thông tin về chủ trương, đường lối của Đảng, chính sách, pháp luật ${w('củaNhà', 'của Nhà')} nước, các chủ trương, chính sách của tỉnh trong hợp tác quốc tế về lĩnh vực giáo dục và đào tạo đến cán bộ, giáo viên và học sinh tại các đơn vị giáo dục trên địa bàn huyện.`,
    },
    {
      id: 'achievements',
      text: 'Thông tin, tuyên truyền những thành tích và các tấm gương tiêu biểu, điển hình tiên tiến của ngành nhằm thực hiện các mục tiêu phát triển giáo dục và đào tạo và hội nhập quốc tế về lĩnh vực này.',
    },
    {
      id: 'country',
      text: `Giới thiệu, quảng bá hình ảnh, đất nước, con người Việt Nam; truyền thống lịch sử dân tộc, lịch sử địa phương; các giá trị văn hóa; tiềm năng hợp tác về lĩnh vực giáo dục và đào tạo của tỉnh ${province}.`,
    },
    {
      id: 'rebuttal',
      text: `Phản bác lại các thông tin xuyên tạc, sai sự thật, ảnh hưởng đến uy ${w('tíncủa', 'tín của')} ngành, trái với những chủ trương, chính sách của Đảng, pháp luật của ${w('Nhànước', 'Nhà nước')}, của tỉnh liên quan đến lĩnh vực ngành.`,
    },
  ],
});

const channels = ({ issuer, w }: Seed): PlanInput['content']['channels'] => ({
  heading: 'Các hình thức thông tin đối ngoại',
  items: [
    {
      id: 'website',
      text: `Thông tin trên ${w('Website', 'trang thông tin điện tử')} của ${issuer.short} và các cơ sở giáo dục trong huyện. Các cơ sở giáo dục trong huyện xây dựng các chuyên mục, chuyên trang về thông tin các thành tích nổi bật, các tấm gương, điển hình tiên tiến (cán bộ, giáo viên, học sinh) trên ${w('trang Web', 'trang thông tin điện tử')} của đơn vị mình; đồng thời thông tin thường xuyên về các hoạt động chuyên môn của nhà trường để cán bộ, giáo viên, học sinh và ${w('nhân dân', 'Nhân dân')} được biết.`,
    },
    {
      id: 'database',
      text: `Xây dựng cơ sở dữ liệu ứng dụng công nghệ thông tin để tăng cường hiệu quả giới thiệu về lĩnh vực giáo dục và đào tạo của tỉnh. Đăng tải các văn bản quy phạm pháp luật về thông tin đối ngoại của tỉnh trên ${w('trang Web', 'trang thông tin điện tử')} của đơn vị theo đúng quy định của ${w('phát luật', 'pháp luật')} hiện hành.`,
    },
    {
      id: 'other-forms',
      text: 'Các loại hình thông tin đối ngoại khác:',
      items: [
        {
          id: 'activities',
          text: `Hoạt động thông tin đối ngoại về giáo dục và đào tạo được tổ chức thực hiện thông qua nhiều loại hình thông tin đối ngoại như: các hoạt động văn hóa ${w('–', '-')} văn nghệ, thể dục ${w('–', '-')} thể thao, các hoạt động ngoại khóa, ngoài giờ lên lớp, các hoạt động tham quan, trải nghiệm của cán bộ, giáo viên và học sinh; các hội nghị, hội thảo hợp tác quốc tế về lĩnh vực giáo dục và đào tạo.`,
        },
        {
          id: 'training',
          text: 'Tham gia tập huấn do các cấp tổ chức (nếu có) về thông tin đối ngoại, kỹ năng phát ngôn và cung cấp thông tin cho báo chí.',
        },
      ],
    },
  ],
});
