/** What an editor says of a key: in Vietnamese, for whoever writes the file. */
export interface Words {
  readonly about?: string;
  readonly keys?: Readonly<Record<string, Words>>;
}

const k = (about: string, keys?: Readonly<Record<string, Words>>): Words =>
  keys === undefined ? { about } : { about, keys };

const items = (about: string): Words =>
  k(about, {
    heading: k('Tên mục, không ghi số thứ tự.'),
    items: k('Các đoạn của mục, theo thứ tự.', {
      id: k('Mã của đoạn.'),
      text: k('Nội dung đoạn. {mã-văn-bản} được thay bằng trích dẫn đầy đủ của văn bản đó.'),
    }),
  });

const due = (about: string): Words =>
  k(about, {
    rule: k('Cách ấn định thời hạn.'),
    reading: k('“before”: trước ngày, không tính ngày đó. “by”: đến hết ngày đó.'),
    on: k('Ngày, tháng (05/6) hoặc ngày, tháng, năm (05/6/2020).'),
    time: k('Giờ trong ngày, nếu kế hoạch ghi giờ: 16:00.'),
    words: k('Nguyên văn trong kế hoạch: “trước ngày 05/6”.'),
    quarter: k('Quý: 1, 2, 3 hoặc 4.'),
    days: k('Số ngày làm việc, không tính ngày xảy ra sự việc.'),
    event: k('Mã sự việc mà thời hạn tính từ đó.'),
  });

const units = k('Đơn vị báo cáo: mỗi dòng chọn theo mã, theo loại, theo cơ quan chủ quản.', {
  agencies: k('Mã các đơn vị.'),
  kinds: k('Loại đơn vị: mam-non, mau-giao, tieu-hoc, thcs, nhieu-cap …'),
  parents: k('Mã cơ quan chủ quản.'),
  except: k('Mã các đơn vị không thuộc diện.'),
});

const plan = k('Kế hoạch: nội dung trên giấy và những việc phải làm, phải báo cáo.', {
  format: k('Luôn là dondoc.plan/1.'),
  id: k('Mã kế hoạch, giữ nguyên qua các lần điều chỉnh: ttdn-2019.'),
  year: k('Năm của kế hoạch.'),
  title: k('Tên kế hoạch dưới chữ KẾ HOẠCH, mỗi phần tử một dòng.'),
  issuer: k('Mã cơ quan ban hành.'),
  desk: k('Đầu mối theo dõi, tổng hợp.', {
    agency: k('Mã cơ quan, bộ phận.'),
    name: k('Tên gọi trong văn bản.'),
    contact: k('Người liên hệ, như ghi trong kế hoạch.'),
  }),
  classification: k('Chỉ nhận “none”: hệ thống không tiếp nhận nội dung thuộc bí mật nhà nước.'),
  number: k('Số văn bản, trong dấu ngoặc kép: "05". Dự thảo để trống.'),
  symbol: k('Ký hiệu: KH-PGDĐT.'),
  date: k('Ngày ban hành. Dự thảo để trống.'),
  documents: k('Các văn bản được dẫn.', {
    id: k('Mã để dẫn trong nội dung: {nq-36}.'),
    type: k('Loại văn bản: Kế hoạch, Quyết định, Nghị quyết …'),
    code: k('Số, ký hiệu: 2121/KH-SGDĐT. Luật không ghi.'),
    date: k('Ngày ban hành.'),
    issuer: k('Cơ quan ban hành.'),
    subject: k('Trích yếu, kèm từ nối: “về …”, “phê duyệt …”.'),
    endsIn: k('Năm cuối của chương trình, đề án.'),
  }),
  implements: k('Mã các kế hoạch cấp trên mà kế hoạch này thực hiện.'),
  opening: k('Đoạn mở đầu.'),
  aims: k('Phần I. Mục đích, yêu cầu.', {
    heading: k('Tên phần, chữ in hoa, không ghi số.'),
    purpose: items('Mục đích.'),
    requirements: items('Yêu cầu.'),
  }),
  content: k('Phần II. Nội dung và hình thức.', {
    heading: k('Tên phần, chữ in hoa, không ghi số.'),
    themes: items('Nội dung thông tin đối ngoại.'),
    channels: items('Hình thức, phương tiện thông tin.'),
  }),
  tasks: k('Phần III. Các nhiệm vụ.', {
    heading: k('Tên phần, chữ in hoa, không ghi số.'),
    groups: k('Các nhóm nhiệm vụ.', {
      heading: k('Tên nhóm, không ghi số.'),
      tasks: k('Các nhiệm vụ của nhóm.', {
        text: k('Nội dung nhiệm vụ. {mã-văn-bản} được thay bằng trích dẫn.'),
        lead: k('Đơn vị chủ trì.'),
        supporting: k('Đơn vị phối hợp.'),
        schedule: due('Thời gian thực hiện.'),
        deliverable: k('Sản phẩm, kết quả.'),
        themes: k('Mã nội dung (II.1) liên quan.'),
        channels: k('Mã hình thức (II.2) liên quan.'),
        references: k('Mã các văn bản dẫn trong nhiệm vụ, theo thứ tự.'),
        indicators: k('Mã các chỉ tiêu báo cáo của nhiệm vụ.'),
      }),
    }),
  }),
  organisation: items('Phần IV. Tổ chức thực hiện.'),
  closing: k('Đoạn kết, thường kết thúc bằng “./.”.'),
  recipients: k('Nơi nhận, theo thứ tự; không ghi dấu gạch đầu dòng và dấu chấm phẩy.', {
    text: k('Như in trên văn bản: Sở GD&ĐT (HC-QT).'),
    agency: k('Mã cơ quan, nếu có trong danh sách.'),
    purpose: k('để b/c, để t/h, để p/h, để biết.'),
  }),
  signatory: k('Người ký.', {
    authority: k('TM, KT, TL, TUQ, Q; người đứng đầu ký trực tiếp thì để trống.'),
    collective: k('Tập thể được ký thay mặt, khi có TM: ỦY BAN NHÂN DÂN.'),
    headTitle: k('Chức vụ người đứng đầu: TRƯỞNG PHÒNG.'),
    ownTitle: k('Chức vụ người ký, khi ký KT, TL, TUQ: PHÓ TRƯỞNG PHÒNG.'),
    name: k('Họ và tên người ký.'),
  }),
  units,
  reports: k('Các chế độ báo cáo của đơn vị.', {
    id: k('Mã báo cáo: half-year, year; unit-plan dành cho kế hoạch của đơn vị.'),
    name: k('Tên, ghép sau chữ “Báo cáo”.'),
    kind: k('periodic định kỳ · thematic chuyên đề · ad-hoc đột xuất · unit-plan kế hoạch của đơn vị.'),
    frequency: k('Tần suất.'),
    due: due('Thời hạn gửi.'),
    window: k('Thời gian chốt số liệu; không ghi thì theo Nghị định số 09/2019/NĐ-CP, Điều 12.'),
    recipient: k('Nơi nhận báo cáo.'),
    form: k('Mã biểu mẫu; không ghi nếu chỉ gửi văn bản.'),
    outline: k('Đề cương báo cáo: các đề mục.'),
    method: k('Phương thức gửi, nhận.'),
    guidance: k('Hướng dẫn thực hiện.'),
    timelinessBasis: k('Tính đúng hạn theo số liệu (data) hay theo bản có chữ ký (signed-document).'),
    restDay: k(
      'Thời hạn rơi vào ngày nghỉ: giữ nguyên (keep) hay chuyển sang ngày làm việc tiếp theo (next-working-day).',
    ),
  }),
  upward: k('Báo cáo của cơ quan gửi cấp trên, tổng hợp từ báo cáo của đơn vị.', {
    report: k('Mã báo cáo được tổng hợp.'),
    to: k('Mã các cơ quan nhận.'),
    due: due('Thời hạn gửi cấp trên.'),
  }),
  forms: k('Các biểu mẫu báo cáo.', {
    id: k('Mã biểu mẫu.'),
    title: k('Tên báo cáo dưới chữ BÁO CÁO, không ghi kỳ.'),
    kindGroups: k('Nhóm loại đơn vị, mỗi nhóm một cột của phụ lục theo cấp học.'),
    sections: k('Các mục của biểu mẫu.', {
      gate: k('Hỏi trước “Trong kỳ, đơn vị có phát sinh nội dung này không?”.'),
      fields: k('Các chỉ tiêu của mục.', {
        label: k('Tên chỉ tiêu.'),
        unit: k('Đơn vị tính: buổi, triệu đồng.'),
        type: k('Kiểu dữ liệu.'),
        across: k('Cách tổng hợp qua các đơn vị.'),
        periods: k('Cách tính qua các kỳ: add cộng dồn, state lấy số cuối kỳ, none không tính.'),
        asked: k('Báo cáo nào hỏi chỉ tiêu này và có bắt buộc không.'),
        appliesTo: k('Loại đơn vị phải trả lời; không ghi: mọi đơn vị.'),
      }),
    }),
    checks: k('Kiểm tra giữa các chỉ tiêu.'),
    sentences: k('Câu tạo sẵn của báo cáo tổng hợp; {mã-chỉ-tiêu} được thay bằng tổng số kèm đơn vị tính.'),
    unitSheets: k('Các chỉ tiêu của phụ lục theo đơn vị, chia theo tờ.'),
  }),
});

const agencies = k('Các cơ quan, đơn vị.', {
  id: k('Mã, không đổi và không dùng lại.'),
  names: k('Tên đầy đủ; hoặc danh sách tên theo thời gian, mỗi tên kèm ngày bắt đầu (from).'),
  kind: k(
    'Loại: mam-non, mau-giao, tieu-hoc, thcs, nhieu-cap, thpt, gdtx, chuyen-biet, phong-gddt, so-gddt, phong-vhxh, ubnd-xa …',
  ),
  parent: k('Mã cơ quan chủ quản.'),
  symbol: k('Chữ viết tắt trong số, ký hiệu văn bản: PGDĐT.'),
  place: k('Địa danh ghi trước ngày, tháng: Thủ Thừa.'),
  opened: k('Ngày bắt đầu hoạt động.'),
  closed: k('Ngày đầu tiên không còn hoạt động.'),
  mergedInto: k('Mã đơn vị nhận sáp nhập.'),
  order: k('Số thứ tự trong danh sách của cơ quan.'),
  contact: k('Thông tin liên hệ.', { name: k('Người liên hệ.'), phone: k('Điện thoại.'), email: k('Thư điện tử.') }),
});

const office = k('Cơ quan: đơn vị, con người, lịch làm việc, thiết lập.', {
  format: k('Luôn là dondoc.office/1.'),
  issuer: k('Mã cơ quan ban hành kế hoạch.'),
  desk: k('Mã bộ phận theo dõi, tổng hợp.'),
  agencies,
  people: k('Người của cơ quan và đơn vị.', {
    id: k('Mã.'),
    name: k('Họ và tên.'),
    title: k('Chức vụ.'),
    agency: k('Mã cơ quan, đơn vị.'),
    roles: k(
      'Vai trò: admin quản trị · officer theo dõi, tổng hợp · registrar văn thư · leader lãnh đạo · unit-head Thủ trưởng đơn vị · filer người lập báo cáo · viewer người xem.',
    ),
    phone: k('Điện thoại.'),
    email: k('Thư điện tử.'),
  }),
  announcedYears: k('Các năm đã có thông báo lịch nghỉ và đã nhập vào “holidays”.'),
  holidays: k('Ngày nghỉ, ngày làm bù theo thông báo hằng năm.', {
    from: k('Từ ngày.'),
    to: k('Đến hết ngày; một ngày thì không ghi.'),
    kind: k('off nghỉ · work làm bù.'),
    name: k('Tên ngày nghỉ.'),
    source: k('Văn bản thông báo.'),
  }),
  symbols: k('Ký hiệu văn bản, nếu khác mặc định.', {
    plan: k('Kế hoạch: KH-PGDĐT.'),
    report: k('Báo cáo: BC-PGDĐT.'),
    letter: k('Công văn: PGDĐT-VP.'),
  }),
  settings: k('Thiết lập.', {
    dueSoonDays: k('Số ngày trước hạn bắt đầu báo “Sắp đến hạn”.'),
    consolidationDays: k('Số ngày làm việc cần để tổng hợp ở mỗi cấp.'),
    unitHeadSends: k('Chỉ Thủ trưởng đơn vị được gửi báo cáo.'),
    nameMissingUnits: k('Nêu tên đơn vị chưa gửi trong văn bản phát hành.'),
    followedBy: k('Người theo dõi của từng đơn vị: mã đơn vị, mã người.'),
  }),
  demo: k('Dữ liệu minh họa: mọi văn bản đều ghi rõ.'),
});

const submission = k('Báo cáo của một đơn vị cho một kỳ.', {
  format: k('Luôn là dondoc.submission/1.'),
  plan: k('Mã kế hoạch.'),
  planVersion: k('Phiên bản kế hoạch: 1, 2, 3 …'),
  report: k('Mã báo cáo.'),
  period: k('Kỳ báo cáo: 2020-H1, 2019, 2019-Q3 …'),
  unit: k('Mã đơn vị.'),
  receivedOn: k('Ngày nhận (2020-06-03), có giờ khi thời hạn có giờ (2020-05-15T15:20).'),
  channel: k('Cách nhận: paper bản giấy · system hệ thống quản lý văn bản · email thư điện tử · chat Zalo.'),
  note: k('Ghi chú của người ghi nhận.'),
  covers: k('Mã các đơn vị đã sáp nhập mà báo cáo này gồm cả.'),
  preparedBy: k('Người lập báo cáo.', { name: k('Họ và tên.'), phone: k('Điện thoại.') }),
  signedDocument: k('Văn bản có chữ ký.', {
    number: k('Số, ký hiệu.'),
    date: k('Ngày ký.'),
    signer: k('Người ký.'),
    signerTitle: k('Chức vụ người ký.'),
    file: k('Tên tệp.'),
  }),
  nothingToReport: k('Cả kỳ không phát sinh.', { reason: k('Lý do.') }),
  gates: k('Từng mục có phát sinh (true) hay không (false).'),
  answers: k('Trả lời: mã chỉ tiêu, giá trị. Không ghi: để trống.'),
});

export const words = { plan, office, submission } as const;
