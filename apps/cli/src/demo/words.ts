type Lines = readonly [string, ...string[]];

/** What invented schools write, by field; the desk reads it beside the figures. */
export const annualWords: Readonly<Record<string, Lines>> = {
  'direction-note': [
    'Ban Giám hiệu xây dựng kế hoạch, phân công một phó hiệu trưởng phụ trách, lồng ghép nội dung thông tin đối ngoại vào sinh hoạt chuyên môn hằng tháng.',
    'Nhà trường phổ biến kế hoạch của Phòng GD&ĐT trong họp hội đồng sư phạm đầu năm học, giao tổ chuyên môn đưa nội dung vào kế hoạch tổ.',
    'Nhà trường thành lập tổ thông tin, tuyên truyền; phân công người duyệt tin, bài trước khi đăng trên trang thông tin điện tử.',
  ],
  'exemplars-note': [
    'Giới thiệu giáo viên đạt danh hiệu giáo viên dạy giỏi cấp huyện và tập thể tổ chuyên môn có nhiều sáng kiến trên trang thông tin điện tử của trường.',
    'Tuyên dương gương “người tốt, việc tốt” trong giờ chào cờ hằng tuần và trên bảng tin nhà trường.',
    'Viết bài giới thiệu tập thể lớp có phong trào đọc sách tốt, được phụ huynh quan tâm, chia sẻ.',
  ],
  'curriculum-note': [
    'Tổ chức giới thiệu Chương trình giáo dục phổ thông mới cho cha mẹ học sinh các lớp đầu cấp trong kỳ họp đầu năm học.',
    'Giáo viên dự đầy đủ các buổi tập huấn về chương trình mới; nội dung chính được tóm tắt trên trang thông tin điện tử của trường.',
    'Trao đổi về chương trình và sách giáo khoa mới tại sinh hoạt tổ chuyên môn, giải đáp thắc mắc của phụ huynh.',
  ],
  'sea-border-note': [
    'Tổ chức nói chuyện chuyên đề về biển, đảo trong giờ chào cờ; học sinh tham gia vẽ tranh, viết thư gửi chiến sĩ Trường Sa.',
    'Lồng ghép nội dung chủ quyền biển, đảo và công tác phân giới, cắm mốc vào môn Địa lí, Giáo dục công dân và hoạt động ngoài giờ.',
    'Trưng bày tranh, ảnh, bản đồ về biển, đảo Việt Nam tại thư viện nhà trường.',
  ],
  strengths: [
    'Hoạt động được triển khai đúng kế hoạch; cán bộ, giáo viên tham gia tích cực; tin, bài được duyệt trước khi đăng.',
    'Nội dung tuyên truyền gắn với hoạt động chuyên môn nên thiết thực, được cha mẹ học sinh đồng tình.',
    'Có sự phối hợp tốt với địa phương và Ban đại diện cha mẹ học sinh trong các hoạt động tuyên truyền.',
  ],
  shortcomings: [
    'Trang thông tin điện tử cập nhật chưa thường xuyên; người phụ trách kiêm nhiệm nhiều việc.',
    'Số lượng tin, bài về nội dung biển, đảo còn ít; hình thức tuyên truyền chưa phong phú.',
    'Tài liệu tuyên truyền phù hợp lứa tuổi học sinh còn thiếu.',
  ],
  causes: [
    'Kế hoạch của cấp trên ban hành vào đầu năm học, thời gian triển khai ngắn; kinh phí hạn chế.',
    'Người phụ trách kiêm nhiệm, chưa được tập huấn kỹ năng viết tin, bài.',
    'Đường truyền và thiết bị của đơn vị chưa đáp ứng yêu cầu.',
  ],
  'next-steps': [
    'Ban hành kế hoạch từ Quý I; duy trì chuyên mục gương điển hình tiên tiến; tăng cường tin, bài về biển, đảo.',
    'Bồi dưỡng kỹ năng viết tin, bài cho giáo viên; phối hợp địa phương tổ chức hoạt động tuyên truyền phục vụ các sự kiện lớn trong năm.',
    'Tiếp tục giới thiệu Chương trình giáo dục phổ thông mới, sách giáo khoa lớp 1 đến cha mẹ học sinh.',
  ],
};

/** In the first half of 2020 schools were closed for some months. */
export const halfYearWords: Readonly<Record<string, Lines>> = {
  ...annualWords,
  'direction-note': [
    'Nhà trường ban hành kế hoạch từ Quý I, điều chỉnh hình thức tuyên truyền sang trực tuyến trong thời gian học sinh tạm nghỉ học để phòng, chống dịch bệnh.',
    'Phổ biến kế hoạch qua nhóm điều hành của trường; phân công giáo viên phụ trách đăng tin trong thời gian học sinh tạm nghỉ học.',
    'Nội dung thông tin đối ngoại được lồng ghép vào kế hoạch dạy học trực tuyến và kế hoạch tháng của tổ chuyên môn.',
  ],
  strengths: [
    'Chủ động chuyển hoạt động tuyên truyền sang hình thức trực tuyến; tin, bài đăng đều, đúng nội dung.',
    'Cán bộ, giáo viên tham gia tích cực; thông tin đến cha mẹ học sinh kịp thời.',
    'Nội dung tuyên truyền gắn với công tác chuyên môn của nhà trường.',
  ],
  shortcomings: [
    'Một số hoạt động tập trung đông người chưa tổ chức được do học sinh tạm nghỉ học để phòng, chống dịch bệnh.',
    'Hoạt động tham quan, trải nghiệm phải dời sang học kỳ sau.',
    'Một bộ phận phụ huynh chưa có điều kiện theo dõi thông tin trực tuyến.',
  ],
  'next-steps': [
    'Tổ chức bù các hoạt động tuyên truyền trong 6 tháng cuối năm; giới thiệu sách giáo khoa lớp 1 mới trước năm học 2020-2021.',
    'Duy trì chuyên mục trên trang thông tin điện tử; tăng cường tin, bài về gương điển hình tiên tiến.',
    'Tổ chức tuyên truyền biển, đảo vào đầu năm học mới; phối hợp Đoàn, Đội tổ chức hội thi vẽ tranh.',
  ],
};

export const proposals: readonly [content: string, reason: string, level: string][] = [
  [
    'Tổ chức tập huấn kỹ năng viết tin, bài và quản trị trang thông tin điện tử cho người phụ trách',
    'Người phụ trách chưa qua đào tạo',
    'so-gddt',
  ],
  [
    'Cung cấp tài liệu, hình ảnh tuyên truyền biển, đảo phù hợp lứa tuổi học sinh',
    'Tài liệu hiện có còn ít',
    'so-gddt',
  ],
  ['Hỗ trợ kinh phí nâng cấp đường truyền và thiết bị', 'Thiết bị đã cũ', 'ubnd-huyen'],
  [
    'Hướng dẫn mẫu kế hoạch của đơn vị và thời điểm chốt số liệu',
    'Các đơn vị đang thực hiện chưa thống nhất',
    'phong-gddt',
  ],
];

export const events2019: readonly (readonly [date: string, name: string])[] = [
  ['2019-03-26', 'Tuyên truyền kỷ niệm Ngày thành lập Đoàn TNCS Hồ Chí Minh'],
  ['2019-05-17', 'Hội thi kể chuyện về Bác Hồ'],
  ['2019-09-05', 'Lễ khai giảng gắn với giới thiệu truyền thống lịch sử địa phương'],
  ['2019-10-18', 'Ngày hội đọc sách “Em yêu biển, đảo quê hương”'],
];
export const events2020: readonly (readonly [date: string, name: string])[] = [
  ['2020-01-10', 'Hội xuân giới thiệu phong tục Tết cổ truyền'],
  ['2020-05-15', 'Tuyên truyền kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh'],
  ['2020-05-22', 'Trưng bày tranh, ảnh về biển, đảo tại thư viện'],
];
