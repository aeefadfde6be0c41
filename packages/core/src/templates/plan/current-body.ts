import type { PlanInput } from '../../plan/schema.ts';
import type { Profile } from './current-profile.ts';

/** I. Purpose and requirements of the presets since 2025. */
export const currentAims = ({ area, level }: Profile): PlanInput['aims'] => ({
  heading: 'MỤC ĐÍCH, YÊU CẦU',
  purpose: {
    heading: 'Mục đích',
    items: [
      {
        id: 'state-management',
        text: `Nâng cao hiệu lực, hiệu quả quản lý nhà nước về thông tin đối ngoại trong lĩnh vực giáo dục và đào tạo ${area}; đưa chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước đến đội ngũ nhà giáo, học sinh và Nhân dân.`,
      },
      {
        id: 'image',
        text: `Giới thiệu thành tựu giáo dục và đào tạo, đất nước, con người, lịch sử, văn hóa của địa phương; tranh thủ sự ủng hộ, đồng thuận của xã hội đối với sự nghiệp giáo dục và đào tạo của ${level}.`,
      },
    ],
  },
  requirements: {
    heading: 'Yêu cầu',
    items: [
      {
        id: 'manner',
        text: 'Hoạt động thông tin đối ngoại được thực hiện chủ động, thường xuyên, có trọng tâm, trọng điểm, phù hợp với đặc điểm của từng đơn vị; kết hợp thông tin đối ngoại với thông tin trong nước, gắn với nhiệm vụ của năm học.',
      },
      {
        id: 'secrecy',
        text: 'Chấp hành {luat-bi-mat-nha-nuoc} và {luat-du-lieu-ca-nhan}; chỉ đăng tải họ tên, hình ảnh của cá nhân khi có sự đồng ý theo quy định, đối với trẻ em phải có sự đồng ý của người đại diện theo pháp luật và của trẻ em từ đủ 07 tuổi trở lên.',
      },
      {
        id: 'clear-assignment',
        text: 'Phân công rõ đơn vị chủ trì, đơn vị phối hợp, thời gian và kết quả của từng nhiệm vụ; báo cáo đúng nội dung, đúng thời hạn.',
      },
    ],
  },
});

/** II. Themes and channels of the presets since 2025. */
export const currentContent = ({ area, desk, units }: Profile): PlanInput['content'] => ({
  heading: 'NỘI DUNG VÀ HÌNH THỨC',
  themes: {
    heading: 'Nội dung hoạt động thông tin đối ngoại',
    items: [
      {
        id: 'policy',
        text: 'Chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước về giáo dục và đào tạo, về hội nhập quốc tế.',
      },
      {
        id: 'achievements',
        text: `Thành tích, gương điển hình tiên tiến, kết quả đổi mới giáo dục và đào tạo ${area}.`,
      },
      {
        id: 'country',
        text: 'Đất nước, con người Việt Nam; truyền thống lịch sử dân tộc, lịch sử và văn hóa địa phương; biển, đảo và biên giới của Tổ quốc.',
      },
      {
        id: 'rebuttal',
        text: 'Giải thích, làm rõ, phản bác thông tin sai sự thật liên quan đến giáo dục và đào tạo của địa phương.',
      },
    ],
  },
  channels: {
    heading: 'Hình thức thông tin đối ngoại',
    items: [
      {
        id: 'website',
        text: `Trang thông tin điện tử của ${units}: duy trì chuyên mục, chuyên trang về thành tích nổi bật, gương điển hình tiên tiến, hoạt động chuyên môn; đăng tải văn bản quy phạm pháp luật về thông tin đối ngoại.`,
      },
      {
        id: 'social',
        text: `Tài khoản mạng xã hội chính thức của ${units}, do người được phân công quản lý; danh sách tài khoản được thông báo với ${desk}.`,
      },
      {
        id: 'other-forms',
        text: 'Các loại hình khác:',
        items: [
          {
            id: 'activities',
            text: 'Hoạt động văn hóa - văn nghệ, thể dục - thể thao, ngoại khóa, tham quan, trải nghiệm; hội nghị, hội thảo; giao lưu, hợp tác quốc tế theo quy định.',
          },
          {
            id: 'training',
            text: 'Tham gia tập huấn về thông tin đối ngoại, kỹ năng phát ngôn và cung cấp thông tin cho báo chí do các cấp tổ chức.',
          },
        ],
      },
    ],
  },
});
