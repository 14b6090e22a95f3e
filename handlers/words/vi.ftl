# Lời của bot bằng tiếng Việt. Văn bản có thể dùng <b>, <i>, <code>; nút bấm và thực đơn thì không.

language-name = Tiếng Việt

## Thực đơn lệnh

about-start = Bắt đầu, xem bot giúp được gì
about-help = Hướng dẫn và danh sách lệnh
about-ask = Đặt câu hỏi (hoặc cứ gõ câu hỏi, không cần lệnh)
about-reports = Xem các báo cáo đã có
about-subscribe = Nhận tin khi có báo cáo mới
about-unsubscribe = Xem và thôi nhận tin
about-watch = Theo dõi mục vừa hỏi hoặc một văn bản, số liệu
about-settings = Chọn ngôn ngữ, xem cài đặt
about-forget = Xóa dữ liệu của bạn
about-add = Thêm một mục: văn bản, số liệu, nhiệm vụ, ghi chú
about-import = Nhập báo cáo từ tệp
about-publish = Xuất bản báo cáo đang chờ
about-admin = Ai được quản trị, còn việc gì chờ

## Chào hỏi và hướng dẫn

start-hello = <b>Xin chào!</b> Tôi trả lời câu hỏi về các báo cáo cải cách hành chính, kèm nguồn và nguyên văn.
start-how =
    Bạn cứ gõ câu hỏi như khi hỏi đồng nghiệp, có dấu hay không dấu đều được. Ví dụ:
    • Quý I tiếp nhận bao nhiêu hồ sơ?
    • QĐ 192 tới đâu rồi?
    • Quy chế xin lỗi bao giờ ban hành?
start-newest = Báo cáo mới nhất: <b>{ $report }</b>. Bấm vào một báo cáo để xem, hoặc gõ /trogiup để xem hướng dẫn.
start-empty = Hiện chưa có báo cáo nào được xuất bản.
start-your-id = Mã Telegram của bạn: <code>{ $id }</code>
help-ask =
    <b>Hỏi thế nào?</b>
    Gõ câu hỏi, không cần lệnh. Có thể hỏi số liệu, tình trạng văn bản, nhiệm vụ, so sánh giữa các kỳ. Hỏi tiếp cũng được, ví dụ: “còn quý II?”. Sửa câu hỏi thì câu trả lời được sửa theo.
    Trong nhóm, hãy nhắc tên tôi hoặc trả lời tin nhắn của tôi.
help-commands = <b>Các lệnh</b>
help-admin-commands = <b>Dành cho quản trị</b>
help-honest = Tôi chỉ trả lời những gì có trong báo cáo. Không tìm thấy thì tôi nói là không tìm thấy, không đoán.
unknown-command = Tôi không có lệnh này. Gõ /trogiup để xem các lệnh, hoặc gõ thẳng câu hỏi.
group-hello = Xin chào cả nhóm! Hãy nhắc tên @{ $bot } trong câu hỏi, tôi sẽ trả lời theo các báo cáo cải cách hành chính. Quản trị viên nhóm gõ /dangky để nhóm nhận tin khi có báo cáo mới.

## Hỏi và đáp

ask-how =
    Gõ câu hỏi ngay sau lệnh, ví dụ: <code>/hoi Quý I tiếp nhận bao nhiêu hồ sơ?</code>
    Trong chat riêng, bạn không cần lệnh, cứ gõ câu hỏi.
question-without-words = Tôi chưa thấy câu hỏi nào. Bạn hãy gõ bằng chữ, ví dụ: “QĐ 192 tới đâu rồi?”.
question-too-long = Tin nhắn này dài quá nên tôi chưa đọc được. Bạn hãy hỏi gọn trong { $most } ký tự, mỗi lần một ý.
only-text = Tôi chỉ đọc được câu hỏi bằng chữ. Bạn hãy gõ câu hỏi giúp tôi nhé.
answer-source = Nguồn: { $source }
answer-signed = ngày { $date }
answer-more-lines = … và { $count } mục nữa.

## Báo cáo

report-number = số { $number }
report-counts = Có { $documents } văn bản, { $figures } số liệu, { $tasks } nhiệm vụ.
report-doubts = Cần xem lại { $count } chỗ:
report-source = Nguồn: { $source }
report-says-nothing = Trong báo cáo này tôi chưa đọc được nội dung nào.
report-gone = Báo cáo này không còn nữa.
reports-title = <b>Các báo cáo đã có</b> (mới nhất ở trên). Bấm để xem:
reports-none = Hiện chưa có báo cáo nào được xuất bản.

## Theo dõi

alert-published = Báo cáo mới
alert-revised = Báo cáo vừa được cập nhật
alert-catch-up = Trong lúc bạn vắng mặt có { $count } báo cáo mới
alert-document = Văn bản bạn theo dõi có tin mới
alert-figure = Số liệu bạn theo dõi có giá trị mới
alert-near = Văn bản bạn theo dõi sắp đến hạn
alert-overdue = Văn bản bạn theo dõi đã quá hạn
alert-corrected = Thông tin tôi đã trả lời bạn nay có thay đổi
document-changed = Trước: { $before } → nay: <b>{ $now }</b>
document-now = Nay: <b>{ $now }</b>
document-near = Còn { $days } ngày là đến hạn ({ $date }); hiện { $now }.
document-overdue = Đã quá hạn { $days } ngày ({ $date }); theo các báo cáo đến nay: { $now }.
standing-planned = dự kiến ban hành
standing-planned-for = dự kiến ban hành { $period }
standing-drafted = đang dự thảo
standing-submitted = đã trình, chờ ban hành
standing-issued = đã ban hành
standing-implemented = đang thực hiện
standing-amended = đã được sửa đổi
standing-replaced = đã bị thay thế
standing-listed = có trong danh mục theo dõi
standing-status = { $status }
standing-status-due = { $status } (hạn { $due })
standing-expected = dự kiến { $period }
figure-value = { $name } ({ $body }), { $period }: <b>{ $value }</b>
figure-corrected = Đã sửa: { $old } → <b>{ $new }</b>
figure-previous = Kỳ trước ({ $period }): { $previous }
figure-change = { $change } so với { $period } ({ $previous })
change-up = Tăng { $size }
change-down = Giảm { $size }
change-none = Không đổi
change-points = { $size } điểm phần trăm
alert-reason = <i>Bạn nhận tin này vì bạn theo dõi: { $rule }.</i>
watch-how =
    Hỏi xong gõ /theodoi để theo dõi đúng mục vừa được trả lời, hoặc gõ thẳng tên sau lệnh, ví dụ: <code>/theodoi QĐ 192</code>, <code>/theodoi hồ sơ trễ hạn quý I trên 100</code> (chỉ báo khi vượt mốc 100).
    Muốn nhận tin của cả cơ quan hay lĩnh vực, gõ /dangky.
watch-nothing = Tôi chưa tìm thấy văn bản hay số liệu nào để theo dõi theo “{ $words }”. Bạn thử hỏi trước, được trả lời rồi gõ /theodoi.
watch-which = Có nhiều mục phù hợp với “{ $words }”. Bạn bấm chọn một mục, xem câu trả lời rồi gõ /theodoi.
watched-document = Đã theo dõi: <b>{ $rule }</b>. Tôi sẽ báo khi tình trạng thay đổi, khi còn { $days } ngày là đến hạn và khi quá hạn.
watched-indicator = Đã theo dõi: <b>{ $rule }</b>. Có số liệu kỳ mới tôi sẽ báo, kèm mức tăng giảm so với kỳ trước.
watched-preview = Một năm qua, mục này có { $count } tin.
follow-areas = Bạn muốn theo dõi lĩnh vực cải cách nào?
follow-what = Bạn muốn nhận tin về báo cáo nào? Khi có báo cáo mới, tôi sẽ gửi tin kèm các số liệu chính.
follow-unknown = Chưa có báo cáo của “{ $name }”. Gõ /dangky để xem các cơ quan đã có báo cáo.
follow-nothing = Hiện chưa theo dõi báo cáo nào. Gõ /dangky để nhận tin khi có báo cáo mới.
followed = Đã đăng ký: <b>{ $rule }</b>. Có tin mới tôi sẽ báo ngay.
followed-before = Bạn đã theo dõi <b>{ $rule }</b> từ trước, vẫn giữ nguyên.
unfollow-what = Đang theo dõi { $count } mục. Bấm vào mục muốn thôi nhận tin:
unfollowed = Đã thôi theo dõi <b>{ $rule }</b>. Muốn nhận lại, gõ /dangky.
unfollowed-all = Đã thôi theo dõi tất cả ({ $count } mục). Muốn nhận lại, gõ /dangky.
unfollowed-before = Mục này đã thôi theo dõi từ trước.

## Cài đặt và dữ liệu cá nhân

settings-language = Ngôn ngữ: <b>{ $name }</b>. Bấm để đổi:
settings-follows =
    Đang theo dõi:
    { $rules }
settings-sound = Tin báo có tiếng.
settings-silent = Tin báo không tiếng.
settings-any-hour = Giờ nào cũng gửi.
settings-quiet = Từ { $start } giờ đến { $end } giờ không gửi, hết giờ đó mới gửi.
settings-follow-first = Chưa theo dõi mục nào nên chưa cần đặt.
forget-ask = Xóa toàn bộ dữ liệu của bạn: câu hỏi đã gửi, mục theo dõi, việc đang làm dở, ngôn ngữ và quyền đã chọn? Đã xóa thì không lấy lại được.
forget-kept = Đã giữ nguyên mọi thứ.
forgotten = Đã xóa dữ liệu của bạn: { $questions } câu hỏi, { $subscriptions } mục theo dõi, { $dialogues } cuộc trò chuyện dở dang, cùng ngôn ngữ đã chọn.
forgotten-audit = Còn giữ { $count } dòng nhật ký về những thay đổi bạn đã làm với báo cáo, vì đó là hồ sơ của cơ quan.

## Khi không được phép, khi có lỗi

admins-only = Việc này dành cho người quản trị. Nếu bạn cần quyền, hãy gửi mã Telegram của bạn (gõ /start để xem) cho người phụ trách.
private-only = Việc này chỉ làm được trong chat riêng với tôi.
group-admins-only = Trong nhóm, chỉ quản trị viên của nhóm mới đổi được mục theo dõi.
failed = Xin lỗi, có lỗi ở phía tôi. Những gì đã lưu vẫn còn nguyên. Bạn hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo người phụ trách mã <code>{ $number }</code>.
button-too-old = Nút này không còn dùng được nữa. Bạn hãy gõ lại câu hỏi hoặc lệnh.

## Nhập và xuất bản báo cáo

import-how = Hãy gửi tệp báo cáo vào đây (docx, pdf, xlsx, csv, html, txt, md). Tôi sẽ đọc, cho xem tóm tắt rồi hỏi bạn có xuất bản không.
import-admins-only = Cảm ơn bạn. Chỉ người quản trị mới nhập được báo cáo; bạn cứ gõ câu hỏi bằng chữ nhé.
import-too-large = Tệp này lớn quá. Telegram chỉ cho tôi tải tệp đến { $most } MB; bạn hãy gửi bản gọn hơn.
import-fetching = Đang tải <b>{ $name }</b>…
import-reading = Đang đọc <b>{ $name }</b>…
import-unreadable =
    Không đọc được <b>{ $name }</b>: { $reason }
    Chưa có gì được lưu. Bạn hãy kiểm tra tệp rồi gửi lại.
import-new = Đã đọc xong <b>{ $name }</b>, lưu thành bản nháp.
import-same = <b>{ $name }</b> giống hệt báo cáo đã có, không lưu thêm.
import-version = Đã đọc xong <b>{ $name }</b>. Đây là bản mới của một báo cáo đã có; xuất bản thì bản mới sẽ thay bản cũ.
draft-title = <b>Bản nháp, chưa xuất bản</b>
draft-gone = Bản nháp này không còn nữa.
draft-decided = Báo cáo này đã được xuất bản hoặc đã gỡ.
drafts-title = Các bản nháp đang chờ. Bấm để xem rồi quyết định:
drafts-none = Không có bản nháp nào đang chờ. Gửi tệp vào đây để nhập báo cáo.
publish-confirm = Xuất bản <b>{ $report }</b>? Báo cáo sẽ được dùng để trả lời ngay, và tối đa { $count } nơi đang theo dõi sẽ nhận tin.
published = Đã xuất bản <b>{ $report }</b>. Đang gửi tin đến { $count } nơi theo dõi.
published-quietly = Đã xuất bản <b>{ $report }</b>, không báo tin cho ai.
discarded = Đã bỏ bản nháp <b>{ $report }</b>.

## Thêm một mục

add-kind = Bạn muốn thêm gì?
add-kind-document = Văn bản
add-kind-figure = Số liệu
add-kind-task = Nhiệm vụ
add-kind-note = Ghi chú
add-role = Văn bản này đang ở bước nào?
add-role-field = tình trạng
add-number = Số và ký hiệu văn bản? Ví dụ: <code>345/QĐ-UBND</code>
add-number-field = số hiệu
add-subject = Văn bản về việc gì? Ví dụ: <code>ban hành chương trình công tác năm 2024</code>
add-subject-field = nội dung
add-issued-on = Ngày ban hành? Ví dụ: <code>12/3/2024</code>
add-issued-on-field = ngày ban hành
add-expected = Dự kiến ban hành khi nào? Ví dụ: <code>quý II/2024</code>
add-expected-field = thời gian dự kiến
add-issuer = Cơ quan nào ban hành? Ví dụ: <code>UBND tỉnh</code>
add-issuer-field = cơ quan ban hành
add-organisation = Của cơ quan, đơn vị nào?
add-organisation-field = cơ quan
add-indicator = Số liệu về gì? Ví dụ: <code>hồ sơ tiếp nhận trực tuyến</code>
add-indicator-field = chỉ tiêu
add-value = Giá trị kèm đơn vị? Ví dụ: <code>1.641 hồ sơ</code> hoặc <code>32,93%</code>
add-value-field = giá trị
add-period = Của kỳ nào? Ví dụ: <code>quý I/2024</code>
add-period-field = kỳ
add-task = Nhiệm vụ là gì?
add-task-field = nhiệm vụ
add-responsible = Ai thực hiện?
add-responsible-field = nơi thực hiện
add-due = Hạn ngày nào? Ví dụ: <code>30/6/2024</code>
add-due-field = hạn
add-note = Nội dung ghi chú?
add-note-field = nội dung
role-issued = Đã ban hành
role-planned = Dự kiến ban hành
role-drafted = Đang soạn, lấy ý kiến
role-submitted = Đã trình
role-implemented = Đang thực hiện
add-resumed = Bạn đang thêm dở một mục, ta làm tiếp nhé.
add-going-on = Ta quay lại mục đang thêm:
add-not-understood = Tôi chưa hiểu câu trả lời này.
add-line-not-understood = Tôi chưa hiểu dòng này, ta làm từng bước nhé. Cách viết một dòng: <code>/them QĐ 345/QĐ-UBND ngày 12/3/2024 của UBND tỉnh về …</code>
add-needed = Mục này cần điền thêm:
add-which = Đây là câu trả lời cho mục đang thêm, hay là câu hỏi?
add-preview = <b>Xem lại trước khi lưu.</b> Mục này sẽ trả lời như sau:
add-similar = Đã có nội dung gần giống:
add-saved =
    Đã lưu. Từ bây giờ tôi sẽ trả lời:
    <blockquote>{ $sentence }</blockquote>
add-cancelled = Đã thôi, chưa lưu gì.

## Quản trị

admin-title = <b>Những người được quản trị</b>
admin-counts = Bản nháp đang chờ: { $drafts }. Nơi đang theo dõi: { $followers }.
person-owner = chủ
person-editor = biên tập
person-viewer = xem thống kê
person-none = không có quyền

## Nút bấm

button-read-on = Xem báo cáo
button-unfollow = Thôi theo dõi mục này
button-unfollow-this = Thôi theo dõi: { $rule }
button-unfollow-all = Thôi theo dõi tất cả
button-follow-all = Nhận tin mọi báo cáo mới
button-follow-areas = Theo lĩnh vực cải cách ›
button-follow-organisation = Theo dõi cơ quan này
button-contents = Đọc nội dung chính
button-all-reports = Các báo cáo khác
button-back = ‹ Trước
button-more = Tiếp ›
button-skip = Bỏ qua
button-cancel = Thôi
button-fix = Sửa { $field }
button-save = Lưu
button-is-reply = Là câu trả lời
button-is-question = Là câu hỏi
button-sound = Báo có tiếng
button-silent = Báo không tiếng
button-quiet = Không gửi từ { $start } giờ đến { $end } giờ
button-any-hour = Giờ nào cũng gửi
button-publish = Xuất bản…
button-publish-now = Xuất bản
button-publish-quietly = Xuất bản, không báo tin
button-discard = Bỏ bản nháp
button-forget = Xóa hết
button-keep = Giữ lại
