# Lời của bot bằng tiếng Việt. Văn bản có thể dùng <b>, <i>, <code>; nút bấm và thực đơn thì không.

language-name = Tiếng Việt

## Thực đơn lệnh

about-start = Bắt đầu, xem bot giúp được gì
about-help = Hướng dẫn và danh sách lệnh
about-ask = Đặt câu hỏi (hoặc cứ gõ câu hỏi, không cần lệnh)
about-reports = Xem các báo cáo đã có
about-search = Tìm chữ trong toàn văn các báo cáo
about-subscribe = Nhận tin khi có báo cáo mới
about-unsubscribe = Xem và thôi nhận tin
about-watch = Theo dõi mục vừa hỏi hoặc một văn bản, số liệu
about-settings = Chọn ngôn ngữ, xem cài đặt
about-forget = Xóa dữ liệu của bạn
about-add = Thêm một mục: văn bản, số liệu, nhiệm vụ, ghi chú
about-edit = Sửa một mục đã thêm hoặc số liệu, văn bản, nhiệm vụ trong báo cáo
about-delete = Xóa một mục hoặc một thông tin sai trong báo cáo
about-undo = Hoàn tác việc vừa thêm, sửa, xóa trong ngày
about-cancel = Bỏ việc đang làm dở
about-import = Nhập báo cáo từ tệp
about-publish = Xuất bản báo cáo đang chờ
about-unanswered = Câu chưa trả lời được và câu trả lời bị báo sai
about-alias = Bí danh: cách mọi người gọi và từ trong báo cáo
about-admin = Ai được quản trị, còn việc gì chờ

## Chào hỏi và hướng dẫn

start-hello = <b>Xin chào!</b> Tôi trả lời câu hỏi về các báo cáo cải cách hành chính, kèm nguồn và nguyên văn.
start-can = <b>Hỏi được:</b> số liệu theo kỳ, tình trạng văn bản, nhiệm vụ và hạn, so sánh giữa các kỳ. Cứ gõ như khi hỏi đồng nghiệp, có dấu hay không dấu đều được.
start-cannot = <b>Không làm được:</b> đoán điều báo cáo không nêu, tra cứu hồ sơ của từng người dân, giải thích pháp luật.
start-newest = Báo cáo mới nhất: <b>{ $report }</b>, ký ngày { $date }.
start-newest-undated = Báo cáo mới nhất: <b>{ $report }</b>.
start-try = Bấm thử một câu:
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
courtesy-greeting = Xin chào! Bạn cứ gõ câu hỏi về báo cáo cải cách hành chính, hoặc bấm thử một câu:
courtesy-doubt = Câu trả lời nào chưa đúng, bạn bấm <b>👎 Sai</b> dưới câu ấy rồi bấm <b>Báo sai cho người phụ trách</b>. Cũng có thể hỏi lại, ghi rõ kỳ và cơ quan.
courtesy-thanks = Không có gì! Cần gì bạn cứ hỏi tiếp.
question-too-long = Tin nhắn này dài quá nên tôi chưa đọc được. Bạn hãy hỏi gọn trong { $most } ký tự, mỗi lần một ý.
too-fast = Bạn nhắn nhanh quá, tôi trả lời không kịp. { $seconds } giây nữa mời bạn hỏi tiếp nhé; những gì đã hỏi trước đó tôi vẫn trả lời.
only-text = Tôi chỉ đọc được câu hỏi bằng chữ. Bạn hãy gõ câu hỏi giúp tôi nhé.
only-text-or-photo = Tôi chưa đọc được ảnh chụp hay ghi âm gửi thẳng. Câu hỏi thì bạn gõ bằng chữ; báo cáo thì gửi tệp (docx, pdf, xlsx, csv, html, txt, md). Chỉ có ảnh chụp báo cáo thì gửi ảnh dưới dạng <b>tệp</b>: tôi nhận dạng chữ, rồi bạn đối chiếu lại.
only-text-or-file = Tôi chưa đọc được ảnh chụp hay ghi âm. Câu hỏi thì bạn gõ bằng chữ; báo cáo thì gửi tệp (docx, pdf, xlsx, csv, html, txt, md).
answer-mended = ✎ Quản trị sửa ngày { $date }: { $field } { $before } → <b>{ $after }</b>; ở trên là câu gốc của báo cáo.
answer-mended-why = Lý do: { $why }
mended-change = { $field }: { $before } → <b>{ $after }</b>
alert-why = Lý do sửa: { $why }
answer-entry = mục do người quản trị thêm
answer-source = Nguồn: { $source }
answer-signed = ngày { $date }
answer-holds = Hiện có { $count } báo cáo, từ { $first } đến { $last }.
answer-holds-one = Hiện có { $count } báo cáo, của { $period }.
answer-near = Có thể bạn cần:
answer-nearest = Chưa có câu trả lời chắc chắn. { $count ->
        [1] Câu
       *[other] Các câu
    } gần nhất trong báo cáo, bạn xem có đúng ý không:
answer-also-in = Còn nêu trong: { $sources }
answer-more-lines = … và { $count } mục nữa.

verbatim-none = Báo cáo làm căn cứ không còn nữa. Bạn hãy hỏi lại.
chart-title = Diễn biến qua các kỳ
chart-share = Tỷ lệ
inline-ask-in-chat = Hỏi riêng bot
inline-nothing = Chưa thấy câu trả lời. Hỏi riêng bot

## Ý kiến về câu trả lời

feedback-up = Cảm ơn bạn!
feedback-down = Cảm ơn bạn. Nếu câu trả lời sai, hãy bấm “Báo sai”.
feedback-back = Đã bỏ ý kiến.
feedback-askers-only = Chỉ người đã hỏi mới cho ý kiến được.
correction-sent =
    Đã gửi cho người phụ trách (số { $number }), kèm câu trả lời và nguồn. Có kết quả tôi sẽ báo bạn.
    Sai ở đâu? Trả lời tin này một câu, không bắt buộc.
correction-sent-missing =
    Đã gửi câu hỏi cho người phụ trách (số { $number }). Có kết quả tôi sẽ báo bạn.
    Cần nói thêm thì trả lời tin này, không bắt buộc.
correction-placeholder = Nói thêm một câu
correction-explained = Đã gửi thêm lời của bạn. Cảm ơn!
correction-before = Câu này đã gửi cho người phụ trách (số { $number }).
correction-told-fixed = Người phụ trách đã xem câu “{ $question }” bạn gửi và đã sửa dữ liệu. Bấm để hỏi lại.
correction-told-kept = Người phụ trách đã xem câu “{ $question }” bạn gửi, đối chiếu báo cáo và giữ nguyên. Bấm để hỏi lại.
correction-title = <b>Báo sai số { $number }</b>
correction-title-missing = <b>Câu chưa trả lời được, số { $number }</b>
correction-short = Báo số { $number }: { $question }
correction-question = Câu hỏi: <b>{ $question }</b>
correction-answer = Câu trả lời đã hiện, kèm nguồn:
correction-words = Người hỏi nói thêm: <i>{ $words }</i>
correction-fixed = ✓ Đã sửa.
correction-kept = ✓ Giữ nguyên.
correction-aside = ✓ Ngoài phạm vi các báo cáo.
correction-person-told = Đã báo người hỏi.
correction-person-untold = Chưa báo được người hỏi: có thể họ đã chặn bot.
correction-gone = Mục này đã được xử lý khác hoặc không còn nữa.
alias-how =
    Thêm bí danh: <code>/bidanh cách mọi người gọi = từ trong báo cáo</code>
    Ví dụ: <code>/bidanh gửi bưu điện = qua bưu chính công ích</code>
alias-none = Chưa có bí danh nào.
alias-title = <b>Các bí danh đang dùng.</b> Bấm để bỏ.
alias-line = • “{ $phrase }” = “{ $meaning }”
alias-added = Từ nay “{ $phrase }” được hiểu là “{ $meaning }”. Đã thử trên các câu hỏi mẫu và các câu đã trả lời, không câu nào bị sai đi.
alias-removed = Đã bỏ bí danh “{ $phrase }” = “{ $meaning }”.
alias-refused = <b>Không nhận bí danh “{ $phrase }” = “{ $meaning }”.</b>
alias-too-short = Một bên quá ngắn hoặc để trống.
alias-too-long = Quá dài: bí danh chỉ là vài từ.
alias-number = Số không làm bí danh được: số văn bản, số liệu luôn có nghĩa là chính nó.
alias-circular = Bên phải lại chứa chính bí danh đó.
alias-same = Hai bên giống nhau.
alias-exact = Kỳ báo cáo, cơ quan, đúng hạn hay trễ hạn… luôn có nghĩa là chính nó, không thay bằng thứ khác được.
alias-unknown-meaning = Không báo cáo nào dùng những từ ở bên phải dấu “=”.
alias-breaks = Dùng nó thì các câu này trả lời khác đi:
alias-broken = • { $question }
    trước: { $before }
    sau: { $after }
unanswered-title = <b>Câu chưa trả lời được</b>
unanswered-tally = 30 ngày qua: { $asked } câu hỏi, { $missing } câu không có câu trả lời, 👍 { $up }, 👎 { $down }.
unanswered-none = Không còn câu nào chờ xử lý.
unanswered-press = Bấm vào từng câu để xử lý (số đứng trước dấu × là số lần được hỏi; không ghi ai hỏi):
unanswered-times = Được hỏi { $count } lần, gần nhất ngày { $date }.
unanswered-after = Hỏi tiếp sau câu: “{ $question }”.
unanswered-also = Còn được hỏi là:
unanswered-offered = Nếu chỉ là cách hỏi khác của một câu đã có câu trả lời, bấm câu đó:
unanswered-told = { $count ->
    [0] Chưa có ai để báo.
   *[other] Đang trả lời { $count } nơi đã hỏi.
}
unanswered-still = Mục này đang được gửi cho { $count } nơi đã hỏi. Nhưng ai hỏi lại câu ấy thì bot chưa tự tìm ra mục: thử thêm bí danh, hoặc sửa mục cho khớp câu hỏi.
unanswered-alias-how =
    Người ta hỏi: “{ $question }”
    Gõ: <code>/bidanh cụm từ họ dùng = từ trong báo cáo</code>
reply-answered = Câu bạn từng hỏi, “{ $question }”, nay có câu trả lời:
reply-aside = Câu bạn từng hỏi, “{ $question }”, nằm ngoài phạm vi các báo cáo nên tôi sẽ không có câu trả lời.
unanswered-aside = Đã xếp ngoài phạm vi: “{ $question }”. Câu này không hiện trong danh sách nữa.

## Tìm trong toàn văn

search-how = Gõ chữ cần tìm ngay sau lệnh, ví dụ: <code>/timkiem quy chế xin lỗi</code>. Tôi tìm mọi câu có đủ các chữ đó, không kể dấu.
search-too-long = Cụm từ dài quá. Bạn hãy tìm gọn trong { $most } ký tự.
search-title = <b>“{ $query }”</b>: { $count } câu. Bấm nút để mở đúng chỗ trong báo cáo.
search-nothing = Không câu nào trong các báo cáo có đủ các chữ “{ $query }”. Hãy bớt chữ, hoặc đặt thành câu hỏi.

## Lĩnh vực

area-institutions = Cải cách thể chế
area-procedures = Thủ tục hành chính
area-organisation = Tổ chức bộ máy
area-staff = Chế độ công vụ
area-finance = Tài chính công
area-digital = Chính quyền số

## Báo cáo

report-number = số { $number }
report-counts = Có { $documents } văn bản, { $figures } số liệu, { $tasks } nhiệm vụ.
report-source = Nguồn: { $source }
report-page = trang { $page }/{ $pages }
report-says-nothing = Trong báo cáo này tôi chưa đọc được nội dung nào.
report-gone = Báo cáo này không còn nữa.
reports-title = <b>Các báo cáo đã có</b> (mới nhất ở trên). Bấm để xem:
reports-none = Hiện chưa có báo cáo nào được xuất bản.

## Theo dõi

alert-digest = Bản tin những gì bạn theo dõi
alert-digest-note = Đổi giờ nhận bản tin, hay báo ngay từng tin: /caidat
alert-withdrawn = Báo cáo đã bị thu hồi
alert-withdrawn-why = Lý do: { $why }
alert-withdrawn-note = Bạn đã nhận tin hoặc câu trả lời theo báo cáo này; xin đừng dùng số liệu của nó nữa.
alert-restored = Báo cáo được dùng lại
alert-restored-note = Tin thu hồi trước đó đã được hủy; số liệu của báo cáo này vẫn dùng được.
alert-entry-published = Mục mới do người quản trị thêm
alert-entry-revised = Mục do người quản trị thêm vừa được sửa
alert-entry-before = Trước: <s>{ $before }</s>
alert-entry-withdrawn = Mục do người quản trị thêm đã bị xóa
alert-entry-withdrawn-note = Bạn đã nhận tin hoặc câu trả lời theo mục này; xin đừng dùng nội dung của nó nữa.
alert-entry-restored = Mục do người quản trị thêm nay lại như trước
alert-entry-restored-note = Tin hoặc câu trả lời bạn nhận trước đó về mục này không còn đúng; nội dung trên đây là nội dung đang dùng.
alert-mended = Thông tin bạn theo dõi vừa được sửa
alert-published = Báo cáo mới
alert-revised = Báo cáo vừa được cập nhật
alert-catch-up = { $count ->
    [0] Trong lúc bạn vắng mặt có tin mới
   *[other] Trong lúc bạn vắng mặt có { $count } báo cáo mới
}
alert-document = Văn bản bạn theo dõi có tin mới
alert-figure = Số liệu bạn theo dõi có giá trị mới
alert-near = Văn bản bạn theo dõi sắp đến hạn
alert-overdue = Văn bản bạn theo dõi đã quá hạn
alert-corrected = Thông tin tôi đã trả lời bạn nay có thay đổi
document-changed = Trước: { $before } → nay: <b>{ $now }</b>
document-now = Nay: <b>{ $now }</b>
document-gone = Trước ghi: <s>{ $before }</s>. Người phụ trách đã bỏ thông tin này; xin đừng dùng nữa.
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
standing-ending = sẽ bị thay thế
standing-listed = có trong danh mục theo dõi
standing-status = { $status }
standing-status-due = { $status } (hạn { $due })
standing-expected = dự kiến { $period }
standing-due = hạn { $due }
figure-value = { $name } ({ $body }), { $period }: <b>{ $value }</b>
figure-corrected = Đã sửa: { $old } → <b>{ $new }</b>
figure-gone = { $name } ({ $body }), { $period }: <s>{ $value }</s>. Người phụ trách đã bỏ số này; xin đừng dùng nữa.
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
followed = Đã đăng ký: <b>{ $rule }</b>. Có tin mới tôi sẽ báo; muốn chọn giờ báo, gõ /caidat.
followed-before = Bạn đã theo dõi <b>{ $rule }</b> từ trước, vẫn giữ nguyên.
followed-changed = Bạn đã theo dõi mục này từ trước. Từ nay là: <b>{ $rule }</b>.
unfollow-what = Đang theo dõi { $count } mục. Bấm vào mục muốn thôi nhận tin:
unfollowed = Đã thôi theo dõi <b>{ $rule }</b>. Muốn nhận lại, gõ /dangky.
unfollowed-all = Đã thôi theo dõi tất cả ({ $count } mục). Muốn nhận lại, gõ /dangky.
unfollowed-again = Đã thôi theo dõi mục này. Muốn nhận lại, gõ /dangky.
unfollowed-all-again = Đã thôi theo dõi tất cả. Muốn nhận lại, gõ /dangky.
unfollowed-before = Mục này đã thôi theo dõi từ trước.

## Cài đặt và dữ liệu cá nhân

settings-language = Ngôn ngữ: <b>{ $name }</b>. Bấm để đổi:
settings-follows =
    Đang theo dõi:
    { $rules }
settings-at-once = Có tin là báo ngay.
settings-daily = Gộp thành một bản tin, gửi hằng ngày lúc { $hour } giờ.
settings-weekly = Gộp thành một bản tin, gửi { $day } hằng tuần lúc { $hour } giờ.
weekday-monday = thứ Hai
weekday-tuesday = thứ Ba
weekday-wednesday = thứ Tư
weekday-thursday = thứ Năm
weekday-friday = thứ Sáu
weekday-saturday = thứ Bảy
weekday-sunday = Chủ nhật
weekday-short-monday = T2
weekday-short-tuesday = T3
weekday-short-wednesday = T4
weekday-short-thursday = T5
weekday-short-friday = T6
weekday-short-saturday = T7
weekday-short-sunday = CN
button-at-once = Báo ngay
button-daily = Hằng ngày
button-weekly = Hằng tuần
button-at-hour = { $hour } giờ
button-end-rule = Thôi theo dõi: { $rule }
settings-sound = Tin báo có tiếng.
settings-silent = Tin báo không tiếng.
settings-any-hour = Giờ nào cũng gửi.
settings-quiet = Từ { $start } giờ đến { $end } giờ không gửi, hết giờ đó mới gửi.
settings-follow-first = Chưa theo dõi mục nào nên chưa cần đặt.
forget-ask =
    Xóa toàn bộ dữ liệu của bạn? Sẽ xóa: câu hỏi đã gửi và ý kiến về câu trả lời, nội dung đã báo sai, mục theo dõi và tin đã gửi cho bạn, việc đang làm dở, ngôn ngữ đã chọn và quyền quản trị (nếu có).
    Đã xóa thì không lấy lại được.
forget-kept = Đã giữ nguyên mọi thứ.
forgotten =
    <b>Đã xóa dữ liệu của bạn.</b> Gồm:
    • câu hỏi đã gửi: { $questions }
    • nội dung đã báo sai: { $corrections }
    • mục theo dõi: { $subscriptions }
    • bản ghi tin đã gửi cho bạn: { $notices }
    • tin nhắn của bạn còn lưu: { $updates }
    • việc đang làm dở và mạch hỏi đáp: { $dialogues }
    • ngôn ngữ đã chọn và quyền quản trị (nếu có)
    Tin nhắn trong khung chat này nằm ở Telegram; muốn xóa, hãy xóa cuộc trò chuyện.
forgotten-audit = Còn giữ { $count } dòng nhật ký về những thay đổi bạn đã làm với báo cáo, vì đó là hồ sơ của cơ quan.

## Khi không được phép, khi có lỗi

admins-only = Việc này dành cho người quản trị. Nếu bạn cần quyền, hãy gửi mã Telegram của bạn (gõ /start để xem) cho người phụ trách.
private-only = Việc này chỉ làm được trong chat riêng với tôi.
group-admins-only = Trong nhóm, chỉ quản trị viên của nhóm mới đổi được mục theo dõi.
failed = Xin lỗi, có lỗi ở phía tôi. Những gì đã lưu vẫn còn nguyên. Bạn hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo người phụ trách mã <code>{ $number }</code>.
store-away = Máy chủ tạm thời không lưu được gì nên tôi chưa trả lời được. Tin nhắn của bạn không mất: tôi sẽ trả lời ngay khi máy chủ lưu lại được, bạn không cần gửi lại.
button-too-old = Nút này không còn dùng được nữa. Bạn hãy gõ lại câu hỏi hoặc lệnh.

## Nhập và xuất bản báo cáo

import-how =
    Hãy gửi tệp báo cáo vào đây (docx, pdf, xlsx, csv, html, txt, md). Tôi sẽ đọc, cho xem tóm tắt rồi hỏi bạn có xuất bản không.
    Văn bản không ghi cơ quan hay kỳ báo cáo thì viết vào chú thích của tệp, ví dụ: <code>cơ quan: Sở Nội vụ; kỳ: quý I/2019</code>
    Báo cáo đăng trên cổng thông tin: gõ <code>/nguon</code> kèm địa chỉ.
import-admins-only = Cảm ơn bạn. Chỉ người quản trị mới nhập được báo cáo; bạn cứ gõ câu hỏi bằng chữ nhé.
import-other-organisation = Báo cáo này là của { $organisation }, không phải của cơ quan bạn biên tập, nên không lưu gì.
import-too-large = Tệp này lớn quá. Telegram chỉ cho tôi tải tệp đến { $most } MB; bạn hãy gửi bản gọn hơn.
import-received = Đã nhận <b>{ $name }</b>.
import-reading = Đang đọc <b>{ $name }</b>…
import-progress = Đang đọc <b>{ $name }</b>: { $percent }%…
import-checking = Đang đối chiếu số liệu của <b>{ $name }</b>…
import-no-period = “{ $words }” không phải là một kỳ. Hãy viết như “quý I/2019” hoặc “6 tháng đầu năm 2019”.
import-no-text = tệp chứa ký tự không lưu được.
import-unreadable =
    Không đọc được <b>{ $name }</b>: { $reason }
    Chưa có gì được lưu. Bạn hãy kiểm tra tệp rồi gửi lại.
import-new = Đã đọc xong <b>{ $name }</b>, lưu thành bản nháp.
import-same = <b>{ $name }</b> giống hệt báo cáo đã có ({ $report }), không lưu thêm.
import-version = Đã đọc xong <b>{ $name }</b>. Đây là bản mới của một báo cáo đã có; xuất bản thì bản mới sẽ thay bản cũ.
draft-title = <b>Bản nháp, chưa xuất bản</b>
draft-gone = Bản nháp này không còn nữa.
draft-decided = Báo cáo này đã được xuất bản hoặc đã gỡ.
drafts-title = Các bản nháp đang chờ. Bấm để xem rồi quyết định:
drafts-none = Không có bản nháp nào đang chờ. Gửi tệp vào đây để nhập báo cáo.
publish-confirm = Xuất bản <b>{ $report }</b>? Báo cáo sẽ được dùng để trả lời ngay. { $count ->
    [0] Chưa nơi nào theo dõi báo cáo; nếu nó sửa số liệu tôi đã trả lời ai thì người ấy được báo, sau một phút để bạn còn hoàn tác được.
   *[other] Tối đa { $count } nơi đang theo dõi sẽ nhận tin, sau một phút để bạn còn hoàn tác được; gửi hết mất khoảng { $seconds } giây.
}
published = Đã xuất bản <b>{ $report }</b>. Tin báo gửi đến { $count } nơi theo dõi lúc { $time }; trước đó còn hoàn tác được.
published-quietly = Đã xuất bản <b>{ $report }</b>, không báo tin cho ai.
discarded = Đã bỏ bản nháp <b>{ $report }</b>.
publish-needs-another = Quy tắc hai người đang bật: bạn đã nhập hoặc sửa <b>{ $report }</b> nên người khác phải xuất bản. Đã nhờ { $count } người.
publish-nobody-else = Quy tắc hai người đang bật: bạn đã nhập hoặc sửa <b>{ $report }</b>, và chưa có ai khác xuất bản được. Người chủ mời thêm người bằng /quantri.
publish-too-late = Tin báo đã bắt đầu gửi nên không hoàn tác được nữa. Gõ /thuhoi để thu hồi báo cáo.
unpublished = Đã hoàn tác. <b>{ $report }</b> lại là bản nháp; chưa ai được báo.
published-telling = Đã xuất bản <b>{ $report }</b>. { $count ->
    [0] Lúc này không nơi nào nhận tin ngay.
   *[other] Đang gửi tin đến { $count } nơi theo dõi.
}
broadcast-running = Đang gửi tin về <b>{ $report }</b>: { $share }%
    Đã gửi { $sent }, lỗi { $failed }, chưa rõ { $uncertain }, tạm dừng { $paused }, còn { $remaining }.
    Dự kiến xong lúc { $ends }.
broadcast-done = Đã gửi xong tin về <b>{ $report }</b>: { $sent } nơi nhận.
broadcast-stopped = Đã dừng gửi tin về <b>{ $report }</b>: { $sent } nơi đã nhận, { $stopped } nơi không gửi nữa.
broadcast-troubles = Lỗi { $failed }, chưa rõ { $uncertain } (có thể đã đến, không gửi lại), tạm dừng { $paused } (đã chặn bot; nhận bù khi bỏ chặn).
broadcast-in-digest = Nhận sau, trong bản tin của họ: { $count } nơi.
broadcast-asleep = Nhận sau, khi hết giờ không gửi: { $count } nơi.
broadcast-twice = Có thể nhận hai lần: { $count } nơi (máy gửi bị ngắt đúng lúc đang gửi).
broadcast-will-stop = Đã dừng. { $count } nơi sẽ không nhận tin.
broadcast-goes-on = Gửi tiếp cho { $count } nơi.
button-stop-sending = Dừng gửi
button-send-on = Gửi tiếp
publish-when = Xuất bản <b>{ $report }</b> lúc nào?
publish-put-off = <b>{ $report }</b> sẽ được xuất bản lúc { $time }. Trước giờ đó báo cáo vẫn là bản nháp.
publish-called-off = Đã bỏ hẹn giờ. <b>{ $report }</b> vẫn là bản nháp.
draft-put-off = ⏱ Sẽ xuất bản lúc { $time }.
items-title = <b>Từng mục bot đọc được</b> ({ $page }/{ $pages }). Mục nào đọc sai thì bấm Bỏ; cần thì thêm lại bằng /them.
items-dropped = ✓ Đã bỏ một mục. <b>Các mục còn lại</b> ({ $page }/{ $pages }):
button-items = Xem, bỏ từng mục
button-draft-data = Sửa thông tin báo cáo…
draft-data-which = <b>Thông tin báo cáo bot đọc được.</b> Chỗ nào sai thì bấm nút của chỗ ấy.
draft-data-number = Số và ký hiệu đúng của báo cáo? Ví dụ: <code>134/BC-VPUBND</code>
draft-data-signed = Báo cáo ký ngày nào? Ví dụ: <code>25/2/2019</code>
draft-data-title = Tên đúng của báo cáo?
draft-data-period = Báo cáo của kỳ nào? Ví dụ: <code>quý I/2019</code>. Số liệu mà câu không tự ghi kỳ sẽ theo kỳ này.
draft-data-organisation = Báo cáo của cơ quan nào? Ghi đủ tên và tỉnh.
draft-data-done = ✓ Đã sửa { $change }
draft-data-meanwhile = Người khác vừa sửa chỗ này nên chưa lưu gì của bạn. Nếu vẫn muốn đổi, hãy gõ lại.
draft-data-going-on = Ta quay lại thông tin báo cáo đang sửa:
button-drop = Bỏ { $number }
office-approval = Bản nháp <b>{ $report }</b> cần bạn xem và xuất bản: theo quy tắc hai người, người nhập không tự xuất bản.
office-released = Đã xuất bản <b>{ $report }</b> như đã hẹn; số nơi được báo: { $count }.
withdraw-which = Thu hồi báo cáo nào? Bấm để xem lại trước khi thu hồi, hoặc gõ số và lý do sau lệnh: <code>/thuhoi 134/BC-VPUBND: nhập nhầm tệp</code>
withdraw-none = Không có báo cáo nào như vậy mà bạn thu hồi được.
withdraw-ask = <b>Thu hồi báo cáo này?</b> Bot sẽ thôi dùng nó để trả lời; tin chưa gửi thì không gửi nữa. Hoàn tác được trong một ngày.
withdraw-typed = Lý do: “{ $why }”
withdraw-figures = số liệu sai
withdraw-file = nhập nhầm tệp
withdraw-newer = đã có bản thay thế
withdrawn = Đã thu hồi <b>{ $report }</b> (lý do: { $why }). Bot không dùng báo cáo này để trả lời nữa.
restored = <b>{ $report }</b> lại được dùng để trả lời. Ai đã nhận tin thu hồi sẽ được báo lại.
restore-too-late = Đã quá một ngày. Hãy gửi lại tệp để nhập báo cáo.
restore-superseded = Đã có bản khác của báo cáo này được xuất bản.
about-withdraw = Thu hồi một báo cáo đã xuất bản
button-publish-later = Hẹn giờ…
button-tell-now = Báo ngay
button-call-off = Bỏ hẹn giờ
button-look-at-draft = Xem bản nháp
button-withdraw = Thu hồi: { $why }

## Chỗ cần xem lại trong bản nháp

doubts-title = <b>{ $count } chỗ cần xem lại</b>. Hãy đối chiếu với văn bản gốc trước khi xuất bản:
doubts-none = Không thấy chỗ nào cần xem lại.
doubt-stages = Số hồ sơ không khớp: { $parts } = { $sum }, nhưng { $whole }.
doubt-timeliness = Chia theo hạn không khớp: { $parts } = { $sum }, nhưng { $whole }.
doubt-channels = Chia theo hình thức nộp không khớp: { $parts } = { $sum }, nhưng { $whole }.
doubt-parts = Các phần cộng lại không bằng tổng: { $parts } = { $sum }, nhưng { $whole }.
doubt-periods = Các kỳ cộng lại không khớp: { $parts } = { $sum }, nhưng { $whole }.
doubt-part-exceeds = Phần lớn hơn tổng: { $part } trong { $whole }.
doubt-share = Tỷ lệ không khớp: { $part } trên { $whole } là { $computed }, nhưng báo cáo ghi { $share }.
doubt-share-of-ratio = Tỷ lệ không khớp: { $part } là { $computed }, nhưng báo cáo ghi { $share }.
doubt-change = Mức tăng giảm không khớp: từ { $before } đến { $now } là { $computed }, nhưng báo cáo ghi { $change }.
doubt-percent = Mức tăng giảm không khớp: { $change } so với { $now } hiện nay là { $computed }, nhưng báo cáo ghi { $percent }.
doubt-two-values = Cùng một số liệu có hai giá trị: { $value } và { $other }.
doubt-contradiction = Khác với báo cáo đã xuất bản: ở đây là { $value }, còn { $report } ghi { $other }.
doubt-date-later = { $document } ghi ngày { $date }, sau ngày của báo cáo này ({ $told }).
doubt-date-earlier = { $document } được nói là mới ban hành nhưng ghi ngày { $date }, trước kỳ báo cáo (từ { $from }) hơn một năm.
doubt-signed-before = Báo cáo ghi ngày { $signed }, trước khi kỳ báo cáo bắt đầu ({ $first }).
doubt-published-before = Ngày đăng { $published } lại trước ngày ký báo cáo { $signed }.
doubt-window = Số liệu tính từ { $window }, không ứng với kỳ { $period }.
doubt-window-after = Số liệu tính từ { $window }, nhưng báo cáo ký ngày { $signed }.
doubt-two-dates = { $document } có hai ngày: { $date } và { $other }.
doubt-other-date = { $document } ở đây ghi ngày { $date }, còn { $report } ghi ngày { $other }.
doubt-number-year = Năm trong số hiệu { $document } không ứng với ngày { $date }.
doubt-fraction = “{ $value }” được đọc là số lẻ. Dấu phẩy có thể là dấu chấm ngăn hàng nghìn.
doubt-symbol = Số hiệu { $document } viết không theo mẫu; tôi đọc được nhưng bạn nên xem lại.
doubt-rows-no-number = { $count } dòng không có số hiệu nên không hỏi theo số được: { $rows }
doubt-rows-symbol = { $count } dòng có ký hiệu viết không theo mẫu (vẫn tìm được, giữ nguyên như đã viết): { $rows }
doubt-rows-no-date = { $count } dòng không có ngày: { $rows }
doubt-rows-impossible-date = { $count } dòng có ngày không thể có: { $rows }
doubt-rows-other-year = { $count } dòng có năm trong số hiệu khác năm ban hành: { $rows }
doubt-rows-twice = { $count } số hiệu có từ hai dòng trở lên trong một năm: { $rows }
doubt-amendment-lost = Trước đây đã sửa tay “{ $before }” thành “{ $after }”, nhưng bản mới không còn câu đó hoặc ghi khác. Bản mới sẽ trả lời theo tệp.
doubt-recognised = Tệp là ảnh chụp hoặc bản quét, chữ và số do máy nhận dạng nên có thể sai (ví dụ “quý I” thành “quý l”). Hãy đối chiếu từng số với bản gốc trước khi xuất bản; có bản chữ thì gửi bản chữ.
doubt-no-organisation = Không thấy báo cáo nói là của cơ quan nào. Hãy bấm “Sửa thông tin báo cáo…”, hoặc gửi lại tệp kèm chú thích “cơ quan: …” (trên máy chủ: --organisation).
doubt-no-period = Không thấy báo cáo nói là của kỳ nào. Hãy bấm “Sửa thông tin báo cáo…”, hoặc gửi lại tệp kèm chú thích “kỳ: quý I/2019” (trên máy chủ: --period).
doubt-no-title = Không thấy tệp có tên báo cáo hay tên sổ nên đang gọi theo tên tệp. Hãy bấm “Sửa thông tin báo cáo…”, hoặc thêm dòng tên ở đầu tệp rồi gửi lại.
operand-received = tiếp nhận
operand-resolved = đã giải quyết
operand-pending = đang giải quyết
operand-carried = kỳ trước chuyển sang
operand-carried-and-received = kỳ trước chuyển sang và tiếp nhận
operand-to-resolve = phải giải quyết
operand-early = trước hạn
operand-on-time = đúng hạn
operand-late = trễ hạn
operand-early-or-on-time = trước và đúng hạn
operand-not-due = còn trong hạn
operand-late-pending = đã quá hạn
operand-online = trực tuyến
operand-counter = trực tiếp
operand-postal = bưu chính
operand-whole = tổng là
button-doubts = Xem { $count } chỗ cần xem lại
button-draft = ‹ Về bản nháp

## Bản mới thay đổi gì

changes-title = <b>So với bản đang dùng</b>
changes-none = Nội dung giống bản đang dùng: không số liệu, văn bản hay nhiệm vụ nào thay đổi.
changes-counts = Số liệu thay đổi: { $figures }. Văn bản thêm: { $added }, bớt: { $removed }. Nhiệm vụ thêm: { $tasks }, bớt: { $dropped }.
changes-figure = { $before } → <b>{ $after }</b>
changes-figure-new = thêm <b>{ $after }</b>
changes-figure-gone = bỏ { $before }
changes-document-added = Thêm văn bản: { $name }
changes-document-removed = Bỏ văn bản: { $name }
changes-task-added = Thêm nhiệm vụ: { $name }
changes-task-removed = Bỏ nhiệm vụ: { $name }
changes-data = { $name }: { $before } → <b>{ $after }</b>
changes-title-of = tên
changes-number = số hiệu
changes-organisation = cơ quan
changes-province = tỉnh
changes-period = kỳ báo cáo
changes-signed = ngày ký
changes-published = ngày đăng
changes-nothing = (không có)
button-changes = Xem bản này đổi gì ({ $count })

## Thêm một mục

edit-how =
    Bạn muốn sửa mục nào? Có ba cách:
    • trả lời (reply) một câu trả lời của tôi bằng /sua
    • /sua kèm số mục hoặc số văn bản: <code>/sua 192/QĐ-UBND</code>
    • /sua kèm vài từ: <code>/sua hồ sơ tiếp nhận quý I</code>
delete-how =
    Bạn muốn xóa mục nào? Có ba cách:
    • trả lời (reply) một câu trả lời của tôi bằng /xoa
    • /xoa kèm số mục hoặc số văn bản: <code>/xoa 192/QĐ-UBND</code>
    • /xoa kèm vài từ: <code>/xoa hồ sơ tiếp nhận quý I</code>
edit-not-found = Tôi không tìm thấy mục nào như vậy. Thử gõ ít từ hơn, hoặc gõ đúng số văn bản.
edit-which = <b>Bạn muốn nói mục nào?</b>
edit-which-value = Bấm mục cần sửa thành: <code>{ $value }</code>
edit-entry = <b>{ $kind }, mục số { $number }</b> (do quản trị thêm)
edit-fact = <b>{ $kind }</b> trong báo cáo
edit-field = { $field }: <b>{ $value }</b>
edit-mended = ✎ Đã sửa tay:
edit-press = Bấm vào chỗ cần sửa.
edit-status = Trạng thái theo dõi của văn bản? Ví dụ: <code>Đang thực hiện</code>, <code>Hết hiệu lực</code>
edit-why = Vì sao sửa? Một câu ngắn; người được báo tin sẽ đọc thấy.
edit-now = Hiện nay: <b>{ $value }</b>
edit-preview = <b>Xem lại trước khi lưu.</b>
edit-nothing = Chưa có gì khác so với hiện nay.
edit-told = { $count } nơi đã nhận hoặc theo dõi thông tin cũ. Bạn muốn báo cho họ không?
edit-saved = Đã sửa: { $item }. Từ nay câu trả lời đổi theo.
edit-will-be-told = Sẽ báo cho { $count } nơi sau 1 phút; hoàn tác trước đó thì không ai nhận gì.
edit-cancelled = Đã thôi, không đổi gì.
edit-gone = Mục này không còn nữa.
edit-resumed = Bạn đang sửa dở, ta làm tiếp nhé.
edit-going-on = Ta quay lại mục đang sửa:
edit-changed-look = Người khác vừa sửa mục này. Hãy xem lại.
edit-changed-meanwhile = <b>Trong lúc bạn sửa, người khác ({ $who }) đã sửa mục này lúc { $at }:</b>
edit-deleted-meanwhile = <b>Trong lúc bạn sửa, người khác ({ $who }) đã xóa mục này lúc { $at }.</b> Chưa lưu gì của bạn.
edit-yours = Còn bạn định sửa:
delete-sure = Xóa mục này? Nó sẽ không trả lời nữa; hoàn tác được trong một ngày.
delete-sure-fact = Bỏ thông tin này? Báo cáo vẫn giữ nguyên câu, nhưng tôi sẽ không trả lời theo nó nữa; hoàn tác được trong một ngày.
deleted = Đã xóa: { $item }.
undo-title = <b>Việc bạn làm trong ngày.</b> Bấm để hoàn tác:
undo-line = { $number }. <b>{ $name }</b>
undo-none = Trong một ngày qua bạn chưa thêm, sửa hay xóa gì để hoàn tác.
undo-too-late = Không hoàn tác được nữa: đã quá một ngày, đã hoàn tác, hoặc mục này được sửa tiếp sau đó.
undone = Đã hoàn tác.
history-title = <b>Lịch sử, mới nhất trước:</b>
history-none = Mục này chưa được sửa lần nào.
change-added = { $at }, { $who }: thêm
change-edited = { $at }, { $who }: sửa
change-deleted = { $at }, { $who }: xóa
change-undone = { $at }, { $who }: hoàn tác
change-by-program = máy
unfinished-first = Bạn đang làm dở một mục khác. Làm tiếp hay bỏ nó? Bỏ rồi thì gõ lại lệnh này.
unfinished-dropped = Đã bỏ việc dở dang. Bạn gõ lại lệnh nhé.
unfinished-none = Không có việc gì đang làm dở.
add-for = Thêm mục để trả lời câu: <b>{ $question }</b>
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
role-amended = Đã được sửa đổi
role-replaced = Đã bị thay thế
role-ending = Sẽ bị thay thế
role-basis = Chỉ là căn cứ
role-listed = Trong danh mục theo dõi
edit-status-field = trạng thái theo dõi
role-implemented = Đang thực hiện
add-resumed = Bạn đang thêm dở một mục, ta làm tiếp nhé.
add-going-on = Ta quay lại mục đang thêm:
add-not-understood = Tôi chưa hiểu câu trả lời này.
add-too-long = Dài quá. Mỗi phần tối đa { $most } ký tự; bạn viết gọn hơn nhé.
add-line-not-understood = Tôi chưa hiểu dòng này, ta làm từng bước nhé. Cách viết một dòng: <code>/them QĐ 345/QĐ-UBND ngày 12/3/2024 của UBND tỉnh về …; hạn: 30/6/2024; trạng thái: đang thực hiện</code>
add-left = Chưa hiểu phần <b>{ $parts }</b>, nên chưa ghi phần ấy.
add-needed = Mục này cần điền thêm:
add-which = Đây là câu trả lời cho mục đang thêm, hay là câu hỏi?
add-preview = <b>Xem lại trước khi lưu.</b> Mục này sẽ trả lời như sau:
add-understood = Tôi hiểu là:
add-similar = Đã có nội dung gần giống:
add-saved =
    Đã lưu thành mục số { $number }. Từ bây giờ tôi sẽ trả lời:
    <blockquote>{ $sentence }</blockquote>
add-cancelled = Đã thôi, chưa lưu gì.

## Nguồn theo dõi

about-sources = Nguồn tự xem báo cáo mới: thêm, xem thử, tạm dừng
owners-only = Việc này dành cho người chủ của bot. Gõ /quantri để xem ai là chủ.
all-editors-only = Việc này dành cho người biên tập của mọi cơ quan; bạn chỉ biên tập cho một cơ quan.
own-organisation-only = Đây là nội dung của cơ quan khác; bạn chỉ biên tập cho cơ quan của mình.
forwarded-command = Đây là lệnh trong một tin chuyển tiếp nên tôi không làm theo. Hãy tự gõ lệnh.
source-list = <b>Các nguồn đang theo dõi.</b> Bấm vào một nguồn để xem và chỉnh:
source-none = Chưa theo dõi nguồn nào. Thêm trang danh sách báo cáo hoặc RSS của một cổng thông tin, có báo cáo mới tôi sẽ tự nhập thành bản nháp và báo quản trị.
source-how =
    Gõ lệnh kèm địa chỉ trang danh sách báo cáo, RSS hoặc trang của một báo cáo, ví dụ:
    <code>/nguon https://sonoivu.example.vn/bao-cao</code>
    Nếu báo cáo trên đó không ghi của cơ quan nào, gõ thêm tên cơ quan vào sau:
    <code>/nguon https://sonoivu.example.vn/bao-cao Sở Nội vụ tỉnh Hưng Hòa</code>
    Tôi sẽ xem thử trước, bạn bấm nút mới thêm.
source-looking = Đang xem { $address }…
source-cannot =
    Không xem được { $address }
    { $reason }
    Chưa có gì thay đổi.
source-is = Đây là { $kind }.
source-kind-listing = trang danh sách
source-kind-feed = RSS
source-kind-page = trang của một báo cáo
source-state-watched = đang theo dõi
source-state-paused = đang tạm dừng
source-trusted = được tin cậy, tự xuất bản
source-not-trusted = nhập thành bản nháp
source-sees = Thấy { $count } báo cáo:
source-sees-none = Hiện không thấy báo cáo nào. Tôi nhận ra báo cáo theo tên, ví dụ “Báo cáo công tác cải cách hành chính quý I năm 2024”.
source-organisation = Báo cáo không ghi cơ quan thì tính là của: { $name }
source-tested = Đây là xem thử, chưa nhập gì.
source-added = Đã thêm nguồn <b>{ $name }</b>. Tôi xem ngay bây giờ, sau đó xem đều đặn; có báo cáo mới tôi sẽ báo cho mọi người quản trị.
source-there = Nguồn này đã có trong danh sách:
source-cancelled = Đã thôi, chưa thêm nguồn nào.
source-looked = Xem lần cuối: { $time }.
source-not-looked = Chưa xem lần nào.
source-found = Đã nhập { $count } báo cáo từ nguồn này.
source-failed-items = Có { $count } trang không đọc được; bấm Xem ngay để thử lại.
source-trouble = ⚠ Không xem được { $count } lần liền: { $reason }
source-next = Lần thử tới: { $time }.
source-gone = Nguồn này đã gỡ hoặc vừa được người khác thay đổi. Gõ /nguon để xem lại.
source-busy = Nguồn này đang được xem rồi. Có báo cáo mới tôi sẽ báo.
source-checked = Đã xem xong: { $count } báo cáo mới. Tin chi tiết gửi ngay sau đây.
source-nothing-new = Đã xem xong, không có báo cáo mới.
source-trust-ask = Tin cậy <b>{ $name }</b>? Báo cáo mới từ nguồn này sẽ được xuất bản ngay, không ai xem lại trước; tối đa { $count } nơi đang theo dõi sẽ nhận tin. Báo cáo do người khác nhập thì vẫn giữ nguyên, bản từ nguồn chỉ là bản nháp.
source-removed = Đã gỡ nguồn <b>{ $name }</b>. Các báo cáo đã nhập vẫn còn.
source-news = Nguồn <b>{ $name }</b> có { $count } báo cáo mới:
source-unreadable = Nguồn <b>{ $name }</b>: có { $count } báo cáo không đọc được:
source-in-trouble = Không xem được nguồn <b>{ $name }</b> ({ $count } lần liền): { $reason } Tôi vẫn thử lại, thưa dần.
source-doubts = Cần xem lại { $count } chỗ.
source-draft = Đã lưu thành bản nháp, chờ xuất bản.
source-version = Đã lưu thành bản nháp; đây là bản mới của một báo cáo đã có.
source-published = Đã xuất bản; số nơi nhận tin: { $count }.
button-source-add = Thêm nguồn
button-source-add-it = Thêm nguồn này
button-source-add-new = Thêm, chỉ lấy báo cáo mới từ nay
button-source-add-all = Thêm, nhập cả { $count } báo cáo đang có
button-source-open = Xem nguồn
button-source-test = Xem thử
button-source-check = Xem ngay
button-source-pause = Tạm dừng
button-source-resume = Theo dõi tiếp
button-source-remove = Gỡ nguồn
button-source-restore = Lấy lại
button-source-trust = Tin cậy…
button-source-trust-now = Tin cậy, tự xuất bản
button-source-distrust = Thôi tin cậy
button-source-all = ‹ Các nguồn

## Quản trị

admin-title = <b>Những người được quản trị</b>
admin-counts = Bản nháp đang chờ: { $drafts }. Nơi đang theo dõi: { $followers }.
person-owner = chủ
person-editor = biên tập
person-viewer = xem thống kê
person-none = không có quyền
about-stats = Số liệu sử dụng: hỏi, trả lời, theo dõi, gửi tin
about-log = Nhật ký: ai đã thay đổi gì, lúc nào
about-export = Xuất toàn bộ dữ liệu ra Excel và JSON
about-missing = Đơn vị nào chưa có báo cáo, mẫu nhắc
stats-day = Hôm nay
stats-week = 7 ngày
stats-month = 30 ngày
stats-asked = Số câu hỏi
stats-foot = Hỏi CCHC, không ghi ai hỏi
stats-questions = Câu hỏi: <b>{ $asked }</b>; trả lời được { $answered }, hỏi lại { $clarified }
stats-unanswered = Không có câu trả lời: { $count } (xem /chuatraloi)
stats-thumbs = Đánh giá: 👍 { $up }, 👎 { $down } (đúng { $percent }%)
stats-no-thumbs = Chưa ai đánh giá câu trả lời.
stats-followers = Nơi theo dõi: { $chats } (mục theo dõi { $rules }; tạm dừng { $paused })
stats-deliveries = Tin báo: đã gửi { $sent }, lỗi { $failed }, chưa rõ { $uncertain }, đang chờ { $waiting }
missing-none = Không thấy đơn vị nào chậm báo cáo so với nhịp những năm trước.
missing-title = <b>Báo cáo chưa thấy</b>, theo nhịp báo cáo những lần trước:
missing-line = { $organisation }, <b>{ $period }</b>: thường có trước { $date }, chậm { $days } ngày làm việc
missing-how = Bấm để lấy mẫu nhắc.
missing-come = Báo cáo này không còn thiếu.
missing-copy = Chạm vào khung để chép:
missing-letter =
    Kính gửi: { $organisation }
    Đến nay chúng tôi chưa nhận được báo cáo công tác cải cách hành chính { $period } của quý đơn vị. Báo cáo cùng loại gần nhất là { $like }, ngày { $likeDate }; theo nhịp ấy, báo cáo này thường có trước ngày { $date } (đã quá { $days } ngày làm việc).
    Đề nghị quý đơn vị gửi báo cáo, hoặc cho biết thời gian dự kiến. Trân trọng.
log-title = Nhật ký
log-all = Tất cả
log-reports = Báo cáo
log-entries = Mục thêm
log-facts = Sửa số liệu
log-people = Người
log-sources = Nguồn
log-draft = bản nháp
log-published = đã xuất bản
log-withdrawn = đã thu hồi
log-replaced = đã có bản thay
log-on = bật
log-off = tắt
log-none = Không có gì.
log-how = Gõ mã của một người hoặc của một báo cáo, như trong nhật ký: <code>/nhatky 4711</code>, <code>/nhatky report:12</code>.
log-program = chương trình
log-did-report-save = nhập báo cáo
log-did-report-drop = bỏ một mục của bản nháp
log-did-report-keep = lấy lại mục của bản nháp
log-did-report-restate = sửa thông tin bản nháp
log-did-report-publish = xuất bản
log-did-report-unpublish = hoàn tác xuất bản
log-did-report-hurry = báo tin ngay
log-did-report-put-off = hẹn giờ xuất bản
log-did-report-call-off = bỏ hẹn giờ
log-did-report-replace = thay bằng bản mới
log-did-report-withdraw = thu hồi
log-did-report-restore = dùng lại
log-did-report-discard = bỏ bản nháp
log-did-entry-add = thêm mục
log-did-entry-edit = sửa mục
log-did-entry-delete = xóa mục
log-did-entry-undo = hoàn tác mục
log-did-fact-edit = sửa thông tin
log-did-fact-drop = bỏ thông tin
log-did-fact-undo = hoàn tác sửa thông tin
log-did-alias-add = thêm bí danh
log-did-alias-remove = bỏ bí danh
log-did-question-aside = xếp ngoài phạm vi
log-did-question-back = đưa câu hỏi trở lại
log-did-correction-fixed = đã sửa theo báo sai
log-did-correction-kept = giữ nguyên câu bị báo sai
log-did-person-grant = cấp quyền
log-did-person-revoke = thu hồi quyền
log-did-person-invite = mời
log-did-person-invited = nhận lời mời
log-did-person-uninvite = hủy lời mời
log-did-person-refused = mở lời mời không dùng được
log-did-source-add = thêm nguồn
log-did-source-pause = tạm dừng nguồn
log-did-source-resume = theo dõi tiếp nguồn
log-did-source-remove = gỡ nguồn
log-did-source-restore = lấy lại nguồn
log-did-source-trust = tin cậy nguồn
log-did-source-distrust = thôi tin cậy nguồn
log-did-event-stop = dừng gửi tin
log-did-event-resume = gửi tin tiếp
log-did-office-set = bật, tắt quy tắc hai người
log-did-export = xuất dữ liệu
export-working = Đang xuất dữ liệu…
export-too-large = Dữ liệu lớn hơn mức Telegram cho gửi (50 MB). Hãy chạy <code>cchc export</code> trên máy chủ.
export-done = Toàn bộ dữ liệu, không kèm ai đã hỏi hay theo dõi. Tệp JSON giữ nguyên vẹn; trong Excel ô quá dài thì bị cắt.
week-title = <b>Tuần qua ở Hỏi CCHC</b>
week-gaps = <b>Câu chưa trả lời được</b> ({ $count }), hỏi nhiều nhất:
week-missing = <b>Báo cáo chưa thấy</b> ({ $count }):
week-overdue = <b>Văn bản quá hạn theo báo cáo</b> ({ $count }):
week-late = { $name }, hạn { $date } { $who }
button-reminder = { $number }. Nhắc { $name }
button-older = Cũ hơn ›
person-since = Được cấp ngày { $date }, bởi { $by }.
person-changed = ✓ Đã đổi, và đã báo người đó.
person-changed-untold = ✓ Đã đổi. Chưa báo được người đó: có thể họ chưa mở bot.
person-not-oneself = Không tự đổi quyền của mình được. Hãy nhờ một người chủ khác.
person-last-owner = Đây là người chủ duy nhất nên phải giữ lại.
person-told = Quyền của bạn ở bot này nay là: <b>{ $role }</b>. Gõ /trogiup để xem các lệnh bạn dùng được.
person-told-none = Bạn không còn quyền quản trị bot này nữa. Hỏi và theo dõi thì vẫn như trước.
admin-two-persons = Quy tắc hai người: <b>đang bật</b>. Người nhập hoặc sửa bản nháp không tự xuất bản được; cần một người khác.
admin-one-person = Quy tắc hai người: đang tắt. Một người nhập và xuất bản được.
invite-which = Mời người đó làm gì?
invite-editor = Biên tập, mọi cơ quan
invite-editor-of-one = Biên tập cho một cơ quan
invite-viewer = Chỉ xem thống kê
invite-owner = Chủ, được làm mọi việc
invite-whose = Biên tập cho cơ quan nào? Cơ quan chưa có báo cáo thì gõ tên sau lệnh: <code>/quantri Sở Nội vụ tỉnh Hưng Hòa</code>
invite-made =
    Lời mời làm <b>{ $role }</b>. Chọn một cách:
    • Gửi cho người đó liên kết này, dùng được một lần, đến { $until }:
    { $link }
    • Hoặc trong 15 phút tới, chuyển tiếp vào đây một tin của người đó, hay gửi danh bạ của người đó.
invite-hidden = Người này ẩn tài khoản khi được chuyển tiếp tin, nên tôi không biết đó là ai. Hãy gửi họ liên kết mời.
invite-no-telegram = Danh bạ này không có tài khoản Telegram. Hãy gửi họ liên kết mời.
invite-confirm = Cấp quyền <b>{ $role }</b> cho <b>{ $name }</b> (mã <code>{ $id }</code>)?
invite-done = <b>{ $name }</b> nay là { $role }, và đã được báo.
invite-done-untold = <b>{ $name }</b> nay là { $role }. Chưa báo được người đó: họ cần mở bot và bấm Bắt đầu.
invite-taken = <b>{ $name }</b> đã nhận lời mời, nay là { $role }.
invitations-open = Lời mời chưa ai nhận. Bấm để hủy:
invitations-none = Không còn lời mời nào đang mở.
invitation-revoked = Đã hủy lời mời.
invitation-ended = Lời mời này không còn dùng được: đã dùng, đã hủy hoặc quá hạn. Hãy xin một lời mời mới.
invitation-needless = Đã có quyền này hoặc cao hơn rồi, nên lời mời chưa được dùng.

## Nút bấm

button-open-hit = Mở { $number }
button-read-on = Xem báo cáo
button-unfollow = Thôi theo dõi mục này
button-unfollow-this = Thôi theo dõi: { $rule }
button-unfollow-all = Thôi theo dõi tất cả
button-follow-all = Nhận tin mọi báo cáo mới
button-follow-areas = Theo lĩnh vực cải cách ›
button-follow-organisation = Theo dõi cơ quan này
button-contents = Đọc nội dung chính ({ $count })
button-all-reports = ‹ Các báo cáo
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
button-quiet-from = Nghỉ từ { $hour } giờ
button-quiet-until = Gửi lại từ { $hour } giờ
button-any-hour = Giờ nào cũng gửi
button-publish = Xuất bản…
button-publish-now = Xuất bản
button-publish-quietly = Xuất bản, không báo tin
button-discard = Bỏ bản nháp
button-forget = Xóa hết
button-keep = Giữ lại
button-previous = Kỳ trước
button-compare = So sánh
button-chart = Biểu đồ
button-verbatim = Nguyên văn
button-follow = Theo dõi
button-open-draft = Mở bản nháp
button-open-report = Mở { $report }
button-to-report = ‹ Báo cáo
button-to-list = ‹ Danh sách
button-browse = Xem các báo cáo
button-send-to-admins = Gửi câu hỏi cho người phụ trách
button-right = 👍 Đúng
button-wrong = 👎 Sai
button-report-wrong = Báo sai cho người phụ trách
button-fixed = Đã sửa
button-kept = Giữ nguyên, không sai
button-ask-again = Hỏi lại
button-ask-it = Hỏi câu này
button-go-on = Hỏi tiếp
button-add-entry = Thêm mục trả lời
button-try-again = Hỏi thử lại
button-out-of-scope = Ngoài phạm vi
button-undo-this = Hoàn tác { $number }: { $name }
button-history = Lịch sử
button-delete = Xóa…
button-delete-sure = Xóa
button-delete-and-tell = Bỏ và báo { $count } nơi
button-delete-quietly = Bỏ, không báo
button-empty = Để trống
button-why = Ghi lý do
button-save-and-tell = Lưu và báo { $count } nơi
button-save-quietly = Lưu, không báo
button-look-again = Xem lại mục này
button-keep-mine = Vẫn lưu bản của tôi
button-keep-theirs = Giữ bản của người kia
button-go-on-with-it = Làm tiếp cái đang dở
button-drop-it = Bỏ cái đang dở
button-remove-alias = Bỏ “{ $phrase }”
button-same-as = Là câu: { $question }
button-add-alias = Thêm bí danh…
button-undo = Hoàn tác
button-invite = Mời thêm người
button-invitations = Lời mời đang mở ({ $count })
button-uninvite = Hủy lời mời này
button-uninvite-one = Hủy: { $role }, hạn { $until }
button-two-persons = Bật quy tắc hai người
button-one-person = Tắt quy tắc hai người
button-revoke = Thu hồi quyền
button-grant = Cấp quyền
button-open-person = Xem quyền của người này

## Bản giao ban

about-briefing = Bản giao ban một trang của một kỳ: ảnh, PDF, Word, Excel
about-calendar = Lịch: việc gì đến hạn ngày nào
about-share = Mã QR và đường dẫn để gửi câu hỏi cho người khác
briefing-title = Giao ban cải cách hành chính { $period }
briefing-figure = Chỉ tiêu
briefing-change = Thay đổi
briefing-figures = Số liệu
briefing-none = –
briefing-results = Kết quả khác ({ $count })
briefing-issued = Văn bản đã ban hành trong kỳ ({ $count })
briefing-listed = Văn bản khác ban hành trong kỳ, theo sổ theo dõi ({ $count })
briefing-tasks = Nhiệm vụ đặt ra cho kỳ tới ({ $count })
briefing-overdue = Quá hạn tính đến { $date } ({ $count })
briefing-coming = Sắp đến hạn, chưa xong ({ $count })
briefing-late = quá hạn { $days } ngày
briefing-told-later = { $status } theo số liệu ngày { $date }
briefing-perhaps = có thể đã ban hành: { $name }
briefing-not-issued = đã qua thời gian dự kiến, chưa báo cáo nào nêu là đã ban hành
briefing-late-count = Quá hạn: <b>{ $count } việc</b>.
briefing-sources = Nguồn
briefing-more = … và { $count } mục nữa trong tệp Excel
briefing-more-blocks = … và { $blocks } phần nữa ({ $count } mục) trong tệp Excel
briefing-footer = Mọi số liệu lấy nguyên từ báo cáo nêu ở mục Nguồn; mức thay đổi là phép trừ hai số đó. Tệp Excel có nguyên văn từng câu.
briefing-which = Chưa rõ kỳ nào. Bấm một kỳ đã có báo cáo:
briefing-none-fits = Chưa có báo cáo nào khớp với “{ $words }”. Bấm một kỳ đã có báo cáo:
briefing-bodies = Gõ thêm tên cơ quan nếu chỉ cần một cơ quan: { $names }.
briefing-nothing = Chưa có báo cáo nào của một kỳ để làm bản giao ban.
briefing-files = Bản một trang để in (PDF), để sửa (Word), và bảng đầy đủ kèm nguyên văn (Excel).
briefing-sheet = Giao ban
briefing-column-block = Mục
briefing-column-what = Nội dung
briefing-column-now = Kỳ này / chi tiết
briefing-column-unit = Đơn vị
briefing-column-share = Tỷ lệ
briefing-column-growth = Tăng giảm (%)
briefing-column-before = Kỳ trước
briefing-column-source = Nguồn
briefing-column-quote = Nguyên văn
button-files = Tệp PDF, Word, Excel
button-calendar = Lịch đến hạn

## Cơ cấu và đường đời văn bản

shares-title = Cơ cấu hồ sơ { $whole } qua các kỳ
shares-rest = Còn lại
life-due = Hạn hoàn thành
life-overdue = Hạn hoàn thành, đã qua
button-shares = Cơ cấu
button-life = Dòng thời gian

## Lịch đến hạn

calendar-title = Lịch đến hạn { $month }
calendar-counts = Quá hạn { $late }, còn hạn { $open }, chưa rõ { $unknown }, đã xong { $done }
calendar-weekdays = T2 T3 T4 T5 T6 T7 CN
calendar-within = trong { $period }
calendar-late = quá hạn
calendar-unknown = đã qua hạn
calendar-task = nhiệm vụ
calendar-mark-late = ✗ Quá hạn
calendar-mark-open = ○ Đến hạn
calendar-mark-unknown = ? Chưa rõ
calendar-mark-done = ✓ Đã xong
calendar-empty = Không có việc nào đến hạn trong { $month }; đây là tháng gần nhất có việc.
calendar-no-month = Tôi chưa hiểu “{ $words }” là tháng nào. Hãy gõ như <code>/lich 11/2019</code>; đây là tháng gần nhất có việc.
calendar-nothing = Chưa có báo cáo nào nêu hạn của việc gì.

## Chia sẻ

share-bot = { $name }
share-scan = Quét mã để mở trợ lý trong Telegram
share-scan-question = Quét mã để hỏi câu này trong Telegram
share-how = Gửi ảnh hoặc đường dẫn này cho đồng nghiệp. Ai mở cũng nhận câu trả lời mới nhất, kèm nguồn:
share-leans = Câu vừa hỏi nối theo câu trước nên người khác mở ra sẽ không hiểu. Gõ cả câu sau lệnh, ví dụ: <code>/chiase Quý II/2019 tiếp nhận bao nhiêu hồ sơ?</code>
share-too-long = Câu này dài quá, không vừa một đường dẫn. Gõ câu ngắn hơn sau lệnh, ví dụ: <code>/chiase QĐ 192 tới đâu rồi?</code>
button-send-to-chat = Gửi vào một chat khác

## Lời giới thiệu bot trong Telegram

bot-description = Hỏi về báo cáo cải cách hành chính: số liệu từng kỳ, tình trạng văn bản, nhiệm vụ, so sánh. Trả lời một dòng, kèm nguồn và nguyên văn. Báo cáo không nêu thì nói là không có, không đoán. Cứ gõ câu hỏi, có dấu hay không dấu đều được.
bot-short-description = Trả lời câu hỏi về báo cáo cải cách hành chính, kèm nguồn và nguyên văn.
