/** What the invented desk wrote into the annual report of 2019, by item of its outline. */
export const deskText2019: Readonly<Record<string, string>> = {
  'state-management':
    'Phòng Giáo dục và Đào tạo xây dựng, triển khai Kế hoạch ngay sau khi có Kế hoạch của Sở Giáo dục và Đào tạo và của UBND huyện; phân công bộ phận Văn thư theo dõi, đôn đốc; đưa nội dung thông tin đối ngoại vào các cuộc họp giao ban với Hiệu trưởng các trường.',
  strengths:
    'Các đơn vị triển khai nghiêm túc, gắn hoạt động thông tin đối ngoại với hoạt động chuyên môn của nhà trường.\nTin, bài được duyệt trước khi đăng; không phát sinh thông tin sai sự thật ảnh hưởng đến uy tín của ngành.\nCông tác phối hợp với địa phương, Ban đại diện cha mẹ học sinh đạt kết quả tốt.',
  shortcomings:
    'Một số đơn vị gửi báo cáo chậm so với thời hạn.\nSố lượng tin, bài về biển, đảo, biên giới còn ít; trang thông tin điện tử của một số trường cập nhật chưa thường xuyên.',
  causes:
    'Kế hoạch được ban hành vào đầu năm học nên thời gian triển khai ngắn.\nNgười phụ trách ở các trường kiêm nhiệm, chưa được tập huấn kỹ năng viết tin, bài.',
  'next-steps':
    'Ban hành kế hoạch năm 2020 trong Quý I, ghi rõ thời gian chốt số liệu và hình thức gửi báo cáo.\nDuy trì chuyên mục gương điển hình tiên tiến; tăng cường tin, bài về biển, đảo.\nTiếp tục giới thiệu Chương trình giáo dục phổ thông mới, sách giáo khoa lớp 1 đến cha mẹ học sinh.',
  proposals:
    'Đề nghị Sở Giáo dục và Đào tạo tổ chức tập huấn kỹ năng viết tin, bài và cung cấp tài liệu tuyên truyền biển, đảo phù hợp với lứa tuổi học sinh.\nĐề nghị UBND huyện hỗ trợ kinh phí nâng cấp đường truyền, thiết bị cho các trường.',
};
