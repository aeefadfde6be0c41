/** Writes the README of an office folder, for whoever opens it without knowing dondoc. */
export function officeReadme({
  name,
  plan,
  year,
}: {
  readonly name: string;
  readonly plan: string;
  readonly year: number;
}): string {
  return `# ${name}

Thư mục làm việc của dondoc: theo dõi, đôn đốc thực hiện kế hoạch và chế độ báo cáo. Mọi tệp ở đây mở được bằng trình soạn thảo thường.

| tệp | nội dung |
|---|---|
| \`office.yaml\` | cơ quan, đơn vị báo cáo, người thực hiện, ngày nghỉ, ký hiệu văn bản |
| \`plans/${plan}.yaml\` | kế hoạch năm ${String(year)}: căn cứ, nhiệm vụ, chế độ báo cáo, biểu mẫu |
| \`inbox/\` | báo cáo của các đơn vị (tệp .json), mỗi kỳ một thư mục |
| \`schemas/\` | lược đồ để trình soạn thảo gợi ý và kiểm tra khi gõ |
| \`out/\` | văn bản Word do dondoc tạo; tạo lại được, không cần lưu |
| \`.dondoc/\` | nhật ký: nội dung đã áp dụng, báo cáo đã nhận, bản có chữ ký; cần sao lưu (\`dondoc backup\`) |

## Thứ tự công việc

1. \`dondoc check\`: xem những điểm cần sửa trong kế hoạch, có căn cứ và dòng cụ thể.
2. \`dondoc units import danh-sach.csv --dry-run\`: xem trước, rồi bỏ \`--dry-run\` để nhập danh sách đơn vị.
3. \`dondoc render plan\`: tệp Word của kế hoạch để trình ký. Khi đã ban hành, ghi \`number\` và \`date\` vào tệp kế hoạch.
4. \`dondoc deadlines\`: các thời hạn; \`--format ics -o out/thoi-han.ics\` để đưa vào lịch.
5. \`dondoc render request half-year ${String(year)}-H1\`: công văn đề nghị báo cáo, kèm đề cương và biểu số liệu.
6. \`dondoc consolidate half-year ${String(year)}-H1 --from inbox/${String(year)}-H1 -o out/bao-cao.docx\`: dự thảo báo cáo tổng hợp.
7. \`dondoc render reminder half-year ${String(year)}-H1 --from inbox/${String(year)}-H1\`: dự thảo công văn đôn đốc đơn vị chưa gửi.
8. \`dondoc adopt\`: áp dụng cơ quan và kế hoạch vào nhật ký; sau đó \`dondoc collect\`, \`dondoc status\`, \`dondoc remind\`, \`dondoc issue\` làm việc trên nhật ký, \`dondoc serve\` cho các đơn vị gửi qua mạng.
9. \`dondoc clone ${plan} --year ${String(year + 1)}\`: kế hoạch năm sau.

Văn bản do dondoc tạo là dự thảo; văn bản chính thức là bản có chữ ký. Không đưa nội dung thuộc bí mật nhà nước vào thư mục này.
`;
}
