# The bot's words in English. Messages may use <b>, <i>, <code>; buttons and menus may not.

language-name = English

## Command menu

about-start = Begin: what the bot can do
about-help = How to ask, and all commands
about-ask = Ask a question (or just type it, no command needed)
about-reports = Browse the reports
about-search = Search the full text of the reports
about-subscribe = Be told of new reports
about-unsubscribe = See and end what you follow
about-watch = Follow what was just answered, or a document or figure
about-settings = Language and settings
about-forget = Delete your data
about-add = Add an entry: document, figure, task or note
about-edit = Correct an entry, or a figure, document or task of a report
about-delete = Delete an entry or wrong information of a report
about-undo = Take back what you added, changed or deleted today
about-cancel = Drop what is half done
about-import = Import a report from a file
about-publish = Publish a draft report
about-unanswered = Questions without an answer, and answers reported as wrong
about-alias = Aliases: what people call things, and the reports’ words
about-admin = Who may change what, and what waits

## Greeting and help

start-hello = <b>Hello!</b> I answer questions about administrative-reform reports, with the source and its exact words.
start-can = <b>You can ask for:</b> figures of a period, the status of documents, tasks and deadlines, comparisons of periods. Type as you would ask a colleague, in Vietnamese (with or without tones) or in English.
start-cannot = <b>I cannot:</b> guess what no report says, look up one citizen's dossier, or explain the law.
start-newest = Newest report: <b>{ $report }</b>, signed { $date }.
start-newest-undated = Newest report: <b>{ $report }</b>.
start-try = Press one to try:
start-empty = No report has been published yet.
start-your-id = Your Telegram id: <code>{ $id }</code>
help-ask =
    <b>How to ask</b>
    Type your question; no command is needed. Ask for figures, the status of documents, tasks, or compare periods. You can follow up (“and Q2?”). Edit a question and its answer changes, too.
    In a group, mention me or reply to one of my messages.
help-commands = <b>Commands</b>
help-admin-commands = <b>For admins</b>
help-honest = I only answer what the reports say. When I find nothing I say so; I never guess.
unknown-command = I have no such command. Send /help for all commands, or just type your question.
group-hello = Hello everyone! Mention @{ $bot } in a question and I will answer from the administrative-reform reports. A group admin can send /subscribe so that the group hears of new reports.

## Questions and answers

ask-how =
    Type the question after the command, for example: <code>/ask How many dossiers were received in Q1?</code>
    In a private chat no command is needed.
question-without-words = I see no question there. Please type it in words, for example: “What is the status of decision 192?”.
courtesy-greeting = Hello! Type your question about administrative-reform reports, or press one to try:
courtesy-doubt = Press <b>👎 Wrong</b> below the answer that is wrong, then <b>Report as wrong</b>. Or ask again and name the period and the body.
courtesy-thanks = You are welcome! Ask whenever you like.
question-too-long = This message is too long for me. Please ask in at most { $most } characters, one thing at a time.
too-fast = You are writing faster than I can answer. Please go on in { $seconds } seconds; what you asked before is still answered.
only-text = I can only read text. Please type your question.
only-text-or-photo = I cannot read photos or voice messages sent as such. Type your question; send a report as a file (docx, pdf, xlsx, csv, html, txt, md). If you only have a photo of it, send the photo as a <b>file</b>: I recognise its letters, and you look them over.
only-text-or-file = I cannot read pictures or recordings. Please type a question; send a report as a file (docx, pdf, xlsx, csv, html, txt, md).
answer-mended = ✎ Corrected by an admin on { $date }: { $field } { $before } → <b>{ $after }</b>; above is the report’s own sentence.
answer-mended-why = Reason: { $why }
mended-change = { $field }: { $before } → <b>{ $after }</b>
alert-why = Why it was corrected: { $why }
answer-entry = an entry that an admin added
answer-source = Source: { $source }
answer-signed = { $date }
answer-holds = There { $count ->
        [one] is one report
       *[other] are { $count } reports
    }, from { $first } to { $last }.
answer-holds-one = There { $count ->
        [one] is one report
       *[other] are { $count } reports
    }, of { $period }.
answer-near = Perhaps you want:
answer-nearest = There is no certain answer. { $count ->
        [one] This sentence of a report comes nearest; is it what you mean?
       *[other] These sentences of the reports come nearest; is one of them what you mean?
    }
answer-also-in = Also in: { $sources }
answer-more-lines = … and { $count } more.

verbatim-none = The report it rested on is no longer there. Please ask again.
chart-title = Over the periods
chart-share = Share
inline-ask-in-chat = Ask the bot in private
inline-nothing = No answer yet. Ask the bot in private

## What people think of an answer

feedback-up = Thank you!
feedback-down = Thank you. If the answer is wrong, press “Report as wrong”.
feedback-back = Taken back.
feedback-askers-only = Only the person who asked can judge the answer.
correction-sent =
    Sent to the admins (no. { $number }) with the answer and its sources. I will tell you what comes of it.
    What is wrong? Reply to this message in a sentence if you like.
correction-sent-missing =
    Your question was sent to the admins (no. { $number }). I will tell you what comes of it.
    Reply to this message if you want to add something.
correction-placeholder = Add a sentence
correction-explained = Your words were sent along. Thank you!
correction-before = This was sent to the admins before (no. { $number }).
correction-told-fixed = The admins looked at “{ $question }”, which you sent, and corrected the data. Press to ask again.
correction-told-kept = The admins looked at “{ $question }”, which you sent, compared the reports and left it as it was. Press to ask again.
correction-title = <b>Reported as wrong, no. { $number }</b>
correction-title-missing = <b>Question without an answer, no. { $number }</b>
correction-short = Report { $number }: { $question }
correction-question = Question: <b>{ $question }</b>
correction-answer = The answer as it was shown, with its sources:
correction-words = The asker adds: <i>{ $words }</i>
correction-fixed = ✓ Corrected.
correction-kept = ✓ Left as it was.
correction-aside = ✓ Beyond what the reports tell.
correction-person-told = The asker was told.
correction-person-untold = The asker could not be told and may have blocked the bot.
correction-gone = This was settled otherwise or is no longer there.
alias-how =
    Add an alias: <code>/alias what people say = words of the reports</code>
    For example: <code>/alias gửi bưu điện = qua bưu chính công ích</code>
alias-none = There are no aliases yet.
alias-title = <b>Aliases in use.</b> Press one to remove it.
alias-line = • “{ $phrase }” = “{ $meaning }”
alias-added = From now on “{ $phrase }” is understood as “{ $meaning }”. It was tried on sample questions and on those answered here; none is lost.
alias-removed = The alias “{ $phrase }” = “{ $meaning }” is removed.
alias-refused = <b>The alias “{ $phrase }” = “{ $meaning }” is not taken.</b>
alias-too-short = One side is too short or empty.
alias-too-long = Too long: an alias is a few words.
alias-number = A number cannot be an alias: numbers of documents and figures always mean themselves.
alias-circular = The right side holds the alias itself.
alias-same = Both sides are the same.
alias-exact = A period, a body, “late” or “on time” always means itself and is never another one.
alias-unknown-meaning = No report uses the words to the right of “=”.
alias-breaks = With it these questions would be answered differently:
alias-broken = • { $question }
    before: { $before }
    after: { $after }
unanswered-title = <b>Questions without an answer</b>
unanswered-tally = Last 30 days: questions { $asked }, without an answer { $missing }, 👍 { $up }, 👎 { $down }.
unanswered-none = Nothing waits.
unanswered-press = Press one to deal with it (the number before × is how often it was asked; not by whom):
unanswered-times = { $count ->
        [one] Asked once
       *[other] Asked { $count } times
    }, last on { $date }.
unanswered-after = Asked after: “{ $question }”.
unanswered-also = Also asked as:
unanswered-offered = If it only asks in another way what is answered already, press that question:
unanswered-told = { $count ->
    [0] There is nobody to tell yet.
    [one] One chat that asked is being answered.
   *[other] { $count } chats that asked are being answered.
}
unanswered-still = { $count ->
    [one] The chat that asked is being sent this entry.
   *[other] { $count } chats that asked are being sent this entry.
} But asked again, the bot does not find it by that question: try an alias, or word the entry like the question.
unanswered-alias-how =
    People ask: “{ $question }”
    Type: <code>/alias what they say = words of the reports</code>
reply-answered = What you once asked, “{ $question }”, can be answered now:
reply-aside = What you once asked, “{ $question }”, is beyond what the reports tell, so I will have no answer.
unanswered-aside = Set aside as out of scope: “{ $question }”. It is listed no more.

## Searching the full text

search-how = Type the words after the command, for example: <code>/search quy chế xin lỗi</code>. I find every sentence that has all of them, whatever the tones.
search-too-long = This is too long. Please search for at most { $most } characters.
search-title = <b>“{ $query }”</b>: { $count ->
        [one] one sentence
       *[other] { $count } sentences
    }. Press a button to open its place in the report.
search-nothing = No sentence of the reports has all the words “{ $query }”. Try fewer words, or ask it as a question.

## Areas

area-institutions = Institutional reform
area-procedures = Administrative procedures
area-organisation = Organisation
area-staff = Civil service
area-finance = Public finance
area-digital = Digital government

## Reports

report-number = no. { $number }
report-counts = { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    }, { $figures ->
        [one] 1 figure
       *[other] { $figures } figures
    }, { $tasks ->
        [one] 1 task
       *[other] { $tasks } tasks
    }.
report-source = Source: { $source }
report-page = page { $page }/{ $pages }
report-says-nothing = I could not read any statement in this report.
report-gone = This report is no longer there.
reports-title = <b>Reports</b> (newest first). Press one to open it:
reports-none = No report has been published yet.

## Following

alert-digest = A digest of what you follow
alert-digest-note = Another hour, or each message at once: /settings
alert-withdrawn = A report was withdrawn
alert-withdrawn-why = Reason: { $why }
alert-withdrawn-note = You were told of this report or given an answer from it; please no longer use its figures.
alert-restored = A report holds again
alert-restored-note = That it was withdrawn has been taken back; its figures may be used.
alert-entry-published = New: added by an admin
alert-entry-revised = Something that an admin added was corrected
alert-entry-before = Before: <s>{ $before }</s>
alert-entry-withdrawn = Something that an admin added was deleted
alert-entry-withdrawn-note = You were told of it or given an answer from it; please no longer use it.
alert-entry-restored = Something that an admin added is again as it was
alert-entry-restored-note = What you were told of it or were answered from it since no longer holds; use what stands above.
alert-mended = Something that you follow was corrected
alert-published = New report
alert-revised = A report was updated
alert-catch-up = { $count ->
        [0] News from while you were away
        [one] One new report while you were away
       *[other] { $count } new reports while you were away
    }
alert-document = News of a document that you follow
alert-figure = A new value of a figure that you follow
alert-near = A document that you follow is due soon
alert-overdue = A document that you follow is overdue
alert-corrected = Something I told you has changed
document-changed = Before: { $before } → now: <b>{ $now }</b>
document-now = Now: <b>{ $now }</b>
document-gone = It said: <s>{ $before }</s>. This was taken out; please no longer use it.
document-near = Due in { $days ->
        [one] 1 day
       *[other] { $days } days
    } ({ $date }); so far: { $now }.
document-overdue = Overdue by { $days ->
        [one] 1 day
       *[other] { $days } days
    } ({ $date }); by the reports so far: { $now }.
standing-planned = planned
standing-planned-for = planned for { $period }
standing-drafted = being drafted
standing-submitted = submitted, not yet issued
standing-issued = issued
standing-implemented = being carried out
standing-amended = amended
standing-replaced = replaced
standing-ending = to be replaced
standing-listed = in a register
standing-status = { $status }
standing-status-due = { $status } (due { $due })
standing-expected = expected { $period }
standing-due = due { $due }
figure-value = { $name } ({ $body }), { $period }: <b>{ $value }</b>
figure-corrected = Corrected: { $old } → <b>{ $new }</b>
figure-gone = { $name } ({ $body }), { $period }: <s>{ $value }</s>. This figure was taken out; please no longer use it.
figure-previous = Previous period ({ $period }): { $previous }
figure-change = { $change } since { $period } ({ $previous })
change-up = Up { $size }
change-down = Down { $size }
change-none = Unchanged
change-points = { $size } percentage points
alert-reason = <i>You get this because you follow: { $rule }.</i>
watch-how =
    After an answer, send /watch to follow what it was about, or name it behind the command, such as <code>/watch QĐ 192</code> or <code>/watch hồ sơ trễ hạn quý I trên 100</code> (told only when it passes 100).
    To hear of an organisation or a reform area, send /subscribe.
watch-nothing = I found no document or figure to follow for “{ $words }”. Ask first, and send /watch after the answer.
watch-which = Several things fit “{ $words }”. Press one, look at the answer, then send /watch.
watched-document = You now follow <b>{ $rule }</b>. I will tell you when its status changes, when it is due in { $days } days, and when it is overdue.
watched-indicator = You now follow <b>{ $rule }</b>. I will tell you each new value and how it changed.
watched-preview = In the past year this would have brought you { $count ->
        [0] no message
        [one] one message
       *[other] { $count } messages
    }.
follow-areas = Which reform area do you want to follow?
follow-what = Which reports do you want to hear of? I will send a message with the headline figures when there is a new one.
follow-unknown = There is no report of “{ $name }” yet. Send /subscribe to see who has reports.
follow-nothing = No reports are followed yet. Send /subscribe to be told of new ones.
followed = You now follow <b>{ $rule }</b>. I will tell you of what is new; to choose when, send /settings.
followed-before = You followed <b>{ $rule }</b> already; nothing has changed.
followed-changed = You followed this already. From now on it is: <b>{ $rule }</b>.
unfollow-what = { $count ->
        [one] One thing is followed.
       *[other] { $count } things are followed.
    } Press what you no longer want to hear of:
unfollowed = You no longer follow <b>{ $rule }</b>. Send /subscribe to begin again.
unfollowed-all = Nothing is followed any more ({ $count } ended). Send /subscribe to begin again.
unfollowed-again = You no longer follow this. Send /subscribe to begin again.
unfollowed-all-again = Nothing is followed any more. Send /subscribe to begin again.
unfollowed-before = This was ended before.

## Settings and personal data

settings-language = Language: <b>{ $name }</b>. Press to change it:
settings-follows =
    Followed:
    { $rules }
settings-at-once = You are told at once.
settings-daily = One digest comes daily at { $hour }:00.
settings-weekly = One digest comes every { $day } at { $hour }:00.
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
weekday-short-monday = Mon
weekday-short-tuesday = Tue
weekday-short-wednesday = Wed
weekday-short-thursday = Thu
weekday-short-friday = Fri
weekday-short-saturday = Sat
weekday-short-sunday = Sun
button-at-once = At once
button-daily = Daily
button-weekly = Weekly
button-at-hour = { $hour }:00
button-end-rule = Unfollow: { $rule }
settings-sound = Messages come with a sound.
settings-silent = Messages come without a sound.
settings-any-hour = They come at any hour.
settings-quiet = None come between { $start }:00 and { $end }:00; they wait until then.
settings-follow-first = Nothing is followed, so there is nothing to set.
forget-ask =
    Delete all your data? That is: the questions you asked and your 👍 and 👎, what you reported as wrong, what you follow and what was sent to you, unfinished entries, the language you chose, and your role as an admin, if you have one.
    This cannot be taken back.
forget-kept = Everything was kept.
forgotten =
    <b>Your data was deleted.</b> It was:
    • questions asked: { $questions }
    • what you reported as wrong: { $corrections }
    • things followed: { $subscriptions }
    • records of what was sent to you: { $notices }
    • messages of yours that were still kept: { $updates }
    • unfinished work and conversations: { $dialogues }
    • the language you chose, and your role as an admin, if you had one
    The messages in this chat are with Telegram; to delete them, delete the chat.
forgotten-audit = Log entries kept about changes that you made to reports: { $count }. They are the office's records.

## When it is not allowed, when it fails

admins-only = This is for admins. If you need it, send your Telegram id (see /start) to whoever runs this bot.
private-only = This works only in a private chat with me.
group-admins-only = In a group only its admins can change what is followed.
failed = Sorry, something went wrong on my side. Whatever was saved is still there. Please try again in a few minutes; if it fails again, tell whoever runs this bot the number <code>{ $number }</code>.
store-away = Just now the server cannot store anything, so I cannot answer yet. Your message is not lost: I will answer as soon as it can; there is no need to send it again.
button-too-old = This button no longer works. Please send the question or command again.

## Importing and publishing

import-how =
    Send the report as a file (docx, pdf, xlsx, csv, html, txt, md). I will read it, show you a summary and ask whether to publish it.
    Where the report does not say whose or of which period it is, put that into the file's caption: <code>organisation: Sở Nội vụ; period: quý I/2019</code>
    A report on a portal: send <code>/sources</code> with its address.
import-admins-only = Thank you. Only admins can import reports; please type your question.
import-other-organisation = This report is { $organisation }'s, not of the organisation that you edit for; nothing was saved.
import-too-large = This file is too large: Telegram lets me fetch files up to { $most } MB. Please send a smaller one.
import-received = <b>{ $name }</b> was received.
import-reading = Reading <b>{ $name }</b>…
import-progress = Reading <b>{ $name }</b>: { $percent }%…
import-checking = Checking the figures of <b>{ $name }</b>…
import-no-period = “{ $words }” is no period. Write it as “quý I/2019” or “6 tháng đầu năm 2019”.
import-no-text = it holds characters that cannot be kept.
import-unreadable =
    <b>{ $name }</b> cannot be read: { $reason }
    Nothing was saved. Please check the file and send it again.
import-new = <b>{ $name }</b> was read and saved as a draft.
import-same = <b>{ $name }</b> is the same as a report that is already here ({ $report }); nothing was saved.
import-version = <b>{ $name }</b> was read. It is a newer version of a report that is already here and will replace it when published.
draft-title = <b>Draft, not published</b>
draft-gone = This draft is no longer there.
draft-decided = This report was published or taken back already.
drafts-title = Drafts that wait. Press one to look at it and decide:
drafts-none = No draft is waiting. Send a file to import a report.
publish-confirm = Publish <b>{ $report }</b>? It will be used for answers at once. { $count ->
    [0] Nobody follows reports yet; who was given a figure that it changes will be told, after a minute in which you can undo it.
   *[other] Up to { $count } followers will be told, after a minute in which you can undo it; sending takes about { $seconds } s.
}
published = <b>{ $report }</b> is published. { $count } followers will be told at { $time }; until then you can undo it.
published-quietly = <b>{ $report }</b> is published; nobody was told.
discarded = The draft <b>{ $report }</b> was discarded.
publish-needs-another =
    The two-person rule is on: you imported or changed <b>{ $report }</b>, so somebody else has to publish it. { $count ->
            [one] One person was asked.
           *[other] { $count } people were asked.
        }
publish-nobody-else = The two-person rule is on: you imported or changed <b>{ $report }</b>, and nobody else can publish it. An owner invites somebody with /admin.
publish-too-late = Messages are going out already, so this cannot be undone. Send /withdraw to withdraw the report.
unpublished = Undone. <b>{ $report }</b> is a draft again; nobody was told.
published-telling = <b>{ $report }</b> is published. { $count ->
    [0] Nobody is told at once.
   *[other] Followers being told now: { $count }.
}
broadcast-running = Sending notices of <b>{ $report }</b>: { $share }%
    Sent { $sent }, failed { $failed }, uncertain { $uncertain }, paused { $paused }, remaining { $remaining }.
    Expected to end at { $ends }.
broadcast-done = All notices of <b>{ $report }</b> are out: { $sent } got it.
broadcast-stopped = Sending notices of <b>{ $report }</b> was stopped: { $sent } got it, { $stopped } will not.
broadcast-troubles = Failed { $failed }, uncertain { $uncertain } (may have arrived; not sent again), paused { $paused } (blocked the bot; told when they come back).
broadcast-in-digest = Told later, in their digest: { $count }.
broadcast-asleep = Told later, when their quiet hours end: { $count }.
broadcast-twice = May have been told twice: { $count } (the sender was cut off while it sent).
broadcast-will-stop = Stopped. { $count } will not be told.
broadcast-goes-on = Sending on to { $count }.
button-stop-sending = Stop sending
button-send-on = Send on
publish-when = When shall <b>{ $report }</b> be published?
publish-put-off = <b>{ $report }</b> will be published at { $time }. Until then it stays a draft.
publish-called-off = Called off. <b>{ $report }</b> stays a draft.
draft-put-off = ⏱ Will be published at { $time }.
items-title = <b>What I read, item by item</b> ({ $page }/{ $pages }). Drop what was read wrongly; add it anew with /add if you need it.
items-dropped = ✓ One item was dropped. <b>What is left</b> ({ $page }/{ $pages }):
button-items = Look through the items, drop some
button-draft-data = Correct the report’s data…
draft-data-which = <b>The report’s data as I read them.</b> Press what is wrong.
draft-data-number = The report’s number and symbol? For example: <code>134/BC-VPUBND</code>
draft-data-signed = On which day was it signed? For example: <code>25/2/2019</code>
draft-data-title = What is the report’s title?
draft-data-period = Of which period is it? For example: <code>quý I/2019</code>. Figures whose sentence names no period follow it.
draft-data-organisation = Whose report is it? The full name, with the province.
draft-data-done = ✓ Corrected { $change }
draft-data-meanwhile = Somebody else has just changed this, so nothing of yours was saved. Type it again if you still want it changed.
draft-data-going-on = Back to the report’s data that you are correcting:
button-drop = Drop { $number }
office-approval = The draft <b>{ $report }</b> needs you to look at it and publish it: by the two-person rule, whoever imported it cannot.
office-released = <b>{ $report }</b> was published as planned; followers told: { $count }.
withdraw-which = Withdraw which report? Press one to look at it first, or type its number and the reason: <code>/withdraw 134/BC-VPUBND: wrong file</code>
withdraw-none = There is no such report that you could withdraw.
withdraw-ask = <b>Withdraw this report?</b> It will answer no more, and what was not sent will not be sent. It can be undone for a day.
withdraw-typed = Reason: “{ $why }”
withdraw-figures = wrong figures
withdraw-file = wrong file
withdraw-newer = superseded
withdrawn = <b>{ $report }</b> was withdrawn (reason: { $why }). It answers no more.
restored = <b>{ $report }</b> answers again. Whoever was told that it was withdrawn will be told so.
restore-too-late = More than a day has passed. Please send the file again.
restore-superseded = Another version of this report is published meanwhile.
about-withdraw = Withdraw a published report
button-publish-later = At a later hour…
button-tell-now = Tell them now
button-call-off = Call it off
button-look-at-draft = Look at the draft
button-withdraw = Withdraw: { $why }

## What to look at in a draft

doubts-title = <b>{ $count } { $count ->
    [one] place
   *[other] places
 } to look at</b>. Compare with the original before publishing:
doubts-none = Nothing to look at was found.
doubt-stages = The dossiers do not add up: { $parts } = { $sum }, but { $whole }.
doubt-timeliness = The dossiers by time limit do not add up: { $parts } = { $sum }, but { $whole }.
doubt-channels = The dossiers by channel do not add up: { $parts } = { $sum }, but { $whole }.
doubt-parts = The parts do not make up the total: { $parts } = { $sum }, but { $whole }.
doubt-periods = The periods do not add up: { $parts } = { $sum }, but { $whole }.
doubt-part-exceeds = A part is larger than its total: { $part } of { $whole }.
doubt-share = The share differs: { $part } of { $whole } is { $computed }, but the report says { $share }.
doubt-share-of-ratio = The share differs: { $part } is { $computed }, but the report says { $share }.
doubt-change = The change differs: from { $before } to { $now } is { $computed }, but the report says { $change }.
doubt-percent = The change differs: { $change }, with { $now } now, is { $computed }, but the report says { $percent }.
doubt-two-values = One figure has two values: { $value } and { $other }.
doubt-contradiction = A published report says otherwise: here it is { $value }, in { $report } it is { $other }.
doubt-date-later = { $document } bears the date { $date }, later than this report ({ $told }).
doubt-date-earlier = { $document } is told as newly issued but bears the date { $date }, over a year before the period (from { $from }).
doubt-signed-before = The report bears the date { $signed }, before its period begins ({ $first }).
doubt-published-before = It was published on { $published }, before it was signed on { $signed }.
doubt-window = The figures are of { $window }, which is not the period { $period }.
doubt-window-after = The figures are of { $window }, but the report was signed on { $signed }.
doubt-two-dates = { $document } has two dates: { $date } and { $other }.
doubt-other-date = { $document } is of { $date } here, but of { $other } in { $report }.
doubt-number-year = The year in the number { $document } is not that of its date { $date }.
doubt-fraction = “{ $value }” is read as a fraction. The comma may stand for the point between thousands.
doubt-symbol = The number { $document } is not written as the rules ask; I could read it, but have a look.
doubt-rows-no-number = Rows without a number, which cannot be asked for by one ({ $count }): { $rows }
doubt-rows-symbol = Rows with a symbol that is not as the rules have it; found all the same, shown as written ({ $count }): { $rows }
doubt-rows-no-date = Rows without a date ({ $count }): { $rows }
doubt-rows-impossible-date = Rows with a date that cannot be ({ $count }): { $rows }
doubt-rows-other-year = Rows whose number names another year than the date ({ $count }): { $rows }
doubt-rows-twice = Numbers standing twice, or more often, in one year ({ $count }): { $rows }
doubt-amendment-lost = “{ $before }” was corrected by hand to “{ $after }” before, but the new version lacks that sentence or says otherwise. It will answer as the file says.
doubt-recognised = The file is a photo or a scan: its letters and figures were recognised by a machine and may be wrong (“quý I” as “quý l”). Hold every figure against the original before you publish; if there is a version with text, send that.
doubt-no-organisation = The report does not say whose it is. Press “Correct the report’s data…”, or send it again with the caption “organisation: …” (in the shell: --organisation).
doubt-no-period = The report does not say of which period it is. Press “Correct the report’s data…”, or send it again with the caption “period: quý I/2019” (in the shell: --period).
doubt-no-title = The file has no title, so it is called by the file’s name. Press “Correct the report’s data…”, or add a line with its title at the top and send it again.
operand-received = received
operand-resolved = resolved
operand-pending = in progress
operand-carried = carried over
operand-carried-and-received = carried over and received
operand-to-resolve = to be resolved
operand-early = early
operand-on-time = on time
operand-late = late
operand-early-or-on-time = early or on time
operand-not-due = not due yet
operand-late-pending = overdue
operand-online = online
operand-counter = at the counter
operand-postal = by post
operand-whole = the total is
button-doubts = See what to look at ({ $count })
button-draft = ‹ Draft

## What a new version changes

changes-title = <b>Against the version in use</b>
changes-none = It says the same as the version in use: no figure, document or task is different.
changes-counts = Figures changed: { $figures }. Documents added: { $added }, removed: { $removed }. Tasks added: { $tasks }, removed: { $dropped }.
changes-figure = { $before } → <b>{ $after }</b>
changes-figure-new = added <b>{ $after }</b>
changes-figure-gone = removed { $before }
changes-document-added = Document added: { $name }
changes-document-removed = Document removed: { $name }
changes-task-added = Task added: { $name }
changes-task-removed = Task removed: { $name }
changes-data = { $name }: { $before } → <b>{ $after }</b>
changes-title-of = title
changes-number = number
changes-organisation = organisation
changes-province = province
changes-period = period
changes-signed = signed on
changes-published = published on
changes-nothing = (none)
button-changes = See what changes ({ $count })

## Adding an entry

edit-how =
    What do you want to correct? Three ways:
    • reply to one of my answers with /edit
    • /edit with the number of an entry or document: <code>/edit 192/QĐ-UBND</code>
    • /edit with some words: <code>/edit hồ sơ tiếp nhận quý I</code>
delete-how =
    What do you want to delete? Three ways:
    • reply to one of my answers with /delete
    • /delete with the number of an entry or document: <code>/delete 192/QĐ-UBND</code>
    • /delete with some words: <code>/delete hồ sơ tiếp nhận quý I</code>
edit-not-found = I find nothing like that. Try fewer words, or the document’s exact number.
edit-which = <b>Which one do you mean?</b>
edit-which-value = Press the one that is to be: <code>{ $value }</code>
edit-entry = <b>{ $kind }, entry { $number }</b> (added by an admin)
edit-fact = <b>{ $kind }</b> in a report
edit-field = { $field }: <b>{ $value }</b>
edit-mended = ✎ Corrected by hand:
edit-press = Press what is to be corrected.
edit-status = The document’s status in the register? For example <code>Đang thực hiện</code>, <code>Hết hiệu lực</code>
edit-why = Why is it corrected? One short sentence; those who are told will read it.
edit-now = Now: <b>{ $value }</b>
edit-preview = <b>Look at it before you save.</b>
edit-nothing = Nothing is different yet.
edit-told = { $count ->
    [one] One chat was given or follows the old information. Do you want to tell it?
   *[other] { $count } chats were given or follow the old information. Do you want to tell them?
}
edit-saved = Corrected: { $item }. Answers say so from now on.
edit-will-be-told = { $count ->
    [one] One chat will be told in a minute; undone before that, nobody hears of it.
   *[other] { $count } chats will be told in a minute; undone before that, nobody hears of it.
}
edit-cancelled = Cancelled; nothing was changed.
edit-gone = This is no longer there.
edit-resumed = You were in the middle of a correction; let us go on.
edit-going-on = Back to what you are correcting:
edit-changed-look = Somebody else has just changed this. Please look again.
edit-changed-meanwhile = <b>While you were correcting it, somebody else ({ $who }) changed this at { $at }:</b>
edit-deleted-meanwhile = <b>While you were correcting it, somebody else ({ $who }) deleted this at { $at }.</b> Nothing of yours was saved.
edit-yours = And you wanted:
delete-sure = Delete this entry? It will answer no more; you can undo that for a day.
delete-sure-fact = Take this out? The report keeps its sentence, but I will no longer answer by it; you can undo that for a day.
deleted = Deleted: { $item }.
undo-title = <b>What you did within a day.</b> Press to undo:
undo-line = { $number }. <b>{ $name }</b>
undo-none = You added, changed or deleted nothing within a day that could be undone.
undo-too-late = This can no longer be undone: it is older than a day, was undone already, or was changed since.
undone = Undone.
history-title = <b>History, the newest first:</b>
history-none = This was never changed.
change-added = { $at }, { $who }: added
change-edited = { $at }, { $who }: changed
change-deleted = { $at }, { $who }: deleted
change-undone = { $at }, { $who }: undone
change-by-program = the program
unfinished-first = Something else is half done. Go on with it or drop it? After dropping it, send this command again.
unfinished-dropped = Dropped. Please send the command again.
unfinished-none = Nothing is half done.
add-for = Add an entry to answer: <b>{ $question }</b>
add-kind = What do you want to add?
add-kind-document = Document
add-kind-figure = Figure
add-kind-task = Task
add-kind-note = Note
add-role = At what stage is this document?
add-role-field = status
add-number = Its number and symbol? For example: <code>345/QĐ-UBND</code>
add-number-field = number
add-subject = What is it about? For example: <code>ban hành chương trình công tác năm 2024</code>
add-subject-field = subject
add-issued-on = Issued on which day? For example: <code>12/3/2024</code>
add-issued-on-field = date
add-expected = When is it expected? For example: <code>quý II/2024</code>
add-expected-field = expected period
add-issuer = Who issues it? For example: <code>UBND tỉnh</code>
add-issuer-field = issuer
add-organisation = Of which organisation?
add-organisation-field = organisation
add-indicator = What does the figure count? For example: <code>hồ sơ tiếp nhận trực tuyến</code>
add-indicator-field = indicator
add-value = Its value with the unit? For example: <code>1.641 hồ sơ</code> or <code>32,93%</code>
add-value-field = value
add-period = Of which period? For example: <code>quý I/2024</code>
add-period-field = period
add-task = What is to be done?
add-task-field = task
add-responsible = By whom?
add-responsible-field = responsible
add-due = By which day? For example: <code>30/6/2024</code>
add-due-field = due date
add-note = What does the note say?
add-note-field = text
role-issued = Issued
role-planned = Planned
role-drafted = Being drafted
role-submitted = Submitted
role-amended = Amended
role-replaced = Replaced
role-ending = To be replaced
role-basis = Only a basis
role-listed = In a register
edit-status-field = status in the register
role-implemented = Being implemented
add-resumed = You were adding an entry; let us go on.
add-going-on = Back to the entry you are adding:
add-not-understood = I did not understand this reply.
add-too-long = This is too long: { $most } characters at most. Please shorten it.
add-line-not-understood = I did not understand this line; let us go step by step. One line reads like: <code>/add QĐ 345/QĐ-UBND ngày 12/3/2024 của UBND tỉnh về …; due: 30/6/2024; status: đang thực hiện</code>
add-left = <b>{ $parts }</b> was not understood, so it is not in the entry.
add-needed = This entry still needs:
add-which = Is this the reply for the entry you are adding, or a question?
add-preview = <b>Please check before saving.</b> This entry will answer:
add-understood = What I understood:
add-similar = Something like it is already here:
add-saved =
    Saved as entry { $number }. From now on I answer:
    <blockquote>{ $sentence }</blockquote>
add-cancelled = Cancelled; nothing was saved.

## Watched sources

about-sources = Portals watched for new reports: add, test, pause
owners-only = This is for the bot's owners. Send /admin to see who they are.
all-editors-only = This is for editors of all organisations; you edit for one only.
own-organisation-only = This is another organisation's; you edit for your own only.
forwarded-command = This command is in a forwarded message, so it was not done. Please type it yourself.
source-list = <b>Watched sources.</b> Press one to look at it and change it:
source-none = No source is watched yet. Add a portal's list of reports or its RSS feed: I will import new reports as drafts and tell the admins.
source-how =
    Send the command with the address of a list of reports, a feed, or one report's page, for example:
    <code>/sources https://sonoivu.example.vn/bao-cao</code>
    If the reports there do not say whose they are, add the organisation:
    <code>/sources https://sonoivu.example.vn/bao-cao Sở Nội vụ tỉnh Hưng Hòa</code>
    I will look first; nothing is added before you press a button.
source-looking = Looking at { $address }…
source-cannot =
    { $address } cannot be looked at.
    { $reason }
    Nothing was changed.
source-is = This is { $kind }.
source-kind-listing = a list of reports
source-kind-feed = a feed
source-kind-page = the page of one report
source-state-watched = watched
source-state-paused = paused
source-trusted = trusted, publishes by itself
source-not-trusted = imported as drafts
source-sees = { $count ->
        [one] One report is there:
       *[other] { $count } reports are there:
    }
source-sees-none = I see no report there now. I know reports by titles such as “Báo cáo công tác cải cách hành chính quý I năm 2024”.
source-organisation = Reports that do not say whose they are count as those of: { $name }
source-tested = This was a test; nothing was imported.
source-added = <b>{ $name }</b> is watched. I look at it now and then regularly; new reports are told to all admins.
source-there = This source is on the list already:
source-cancelled = Cancelled; no source was added.
source-looked = Last looked at: { $time }.
source-not-looked = Not looked at yet.
source-found = Reports imported from it: { $count }.
source-failed-items = { $count ->
        [one] One page could not be read; press Look now to try again.
       *[other] { $count } pages could not be read; press Look now to try again.
    }
source-trouble = { $count ->
        [one] ⚠ The last look failed: { $reason }
       *[other] ⚠ The last { $count } looks failed: { $reason }
    }
source-next = Next try: { $time }.
source-gone = This source was removed, or somebody has just changed it. Send /sources to see.
source-busy = This source is being looked at already. I will tell you what is new.
source-checked = Done. New reports: { $count }. The details follow.
source-nothing-new = Done; there is no new report.
source-trust-ask = Trust <b>{ $name }</b>? Its new reports will be published at once without anybody looking at them, and up to { $count } followers will be told. Reports that somebody else imported stay as they are; what the source says of them is only a draft.
source-removed = <b>{ $name }</b> is no longer watched. The reports that came from it stay.
source-news = New at <b>{ $name }</b>: { $count ->
        [one] one report
       *[other] { $count } reports
    }
source-unreadable = At <b>{ $name }</b> { $count ->
        [one] one report
       *[other] { $count } reports
    } could not be read:
source-in-trouble = <b>{ $name }</b> could not be looked at ({ $count } times in a row): { $reason } I keep trying, less and less often.
source-doubts = { $count ->
        [one] One place needs a look.
       *[other] { $count } places need a look.
    }
source-draft = Saved as a draft, waiting to be published.
source-version = Saved as a draft: a newer version of a report that is here.
source-published = Published; followers told: { $count }.
button-source-add = Add a source
button-source-add-it = Add this source
button-source-add-new = Add; only new reports from now on
button-source-add-all = { $count ->
        [one] Add; import the report there, too
       *[other] Add; import the { $count } reports there, too
    }
button-source-open = Open the source
button-source-test = Test
button-source-check = Look now
button-source-pause = Pause
button-source-resume = Watch again
button-source-remove = Remove
button-source-restore = Take it back
button-source-trust = Trust…
button-source-trust-now = Trust: publish by itself
button-source-distrust = Trust no longer
button-source-all = ‹ All sources

## Administration

admin-title = <b>People with a role</b>
admin-counts = Drafts waiting: { $drafts }. Followers: { $followers }.
person-owner = owner
person-editor = editor
person-viewer = viewer of statistics
person-none = no role
about-stats = Usage: questions, answers, followers, messages
about-log = The log: who changed what, and when
about-export = Export everything as Excel and JSON
about-missing = Which reports have not come, with a reminder
stats-day = Today
stats-week = 7 days
stats-month = 30 days
stats-asked = Questions
stats-foot = Hỏi CCHC; nobody who asked is named
stats-questions = Questions: <b>{ $asked }</b>; answered { $answered }, asked back { $clarified }
stats-unanswered = Without an answer: { $count } (see /unanswered)
stats-thumbs = Verdicts: 👍 { $up }, 👎 { $down } ({ $percent }% right)
stats-no-thumbs = Nobody has judged an answer.
stats-followers = Followers: { $chats } (rules { $rules }; paused { $paused })
stats-deliveries = Messages: sent { $sent }, failed { $failed }, uncertain { $uncertain }, waiting { $waiting }
missing-none = Nobody seems late with a report, by the rhythm of the years before.
missing-title = <b>Reports that have not come</b>, by the rhythm of those before:
missing-line = { $organisation }, <b>{ $period }</b>: usually there by { $date }, { $days } { $days ->
        [one] working day
       *[other] working days
    } late
missing-how = Press one for a reminder.
missing-come = This report is no longer missing.
missing-copy = Touch the frame to copy it:
missing-letter =
    To: { $organisation }
    We have not yet received your administrative-reform report for { $period }. Your latest report of this sort is { $like } of { $likeDate }; by that rhythm this one is usually there by { $date } ({ $days } working days ago).
    Please send it, or tell us when to expect it. Kind regards.
log-title = Log
log-all = All
log-reports = Reports
log-entries = Entries
log-facts = Corrections
log-people = People
log-sources = Sources
log-draft = draft
log-published = published
log-withdrawn = withdrawn
log-replaced = replaced by a newer version
log-on = on
log-off = off
log-none = Nothing.
log-how = Type the number of a person, or of a report as the log writes it: <code>/log 4711</code>, <code>/log report:12</code>.
log-program = the program
log-did-report-save = imported
log-did-report-drop = dropped an item of the draft
log-did-report-keep = kept an item of the draft again
log-did-report-restate = corrected the draft’s data
log-did-report-publish = published
log-did-report-unpublish = took the publication back
log-did-report-hurry = had followers told at once
log-did-report-put-off = put the publication off
log-did-report-call-off = called the publication off
log-did-report-replace = replaced by a newer version
log-did-report-withdraw = withdrew
log-did-report-restore = brought back
log-did-report-discard = discarded the draft
log-did-entry-add = added an entry
log-did-entry-edit = changed an entry
log-did-entry-delete = deleted an entry
log-did-entry-undo = undid a change of an entry
log-did-fact-edit = corrected a fact
log-did-fact-drop = took a fact out
log-did-fact-undo = undid a correction
log-did-alias-add = added an alias
log-did-alias-remove = removed an alias
log-did-question-aside = set a question aside
log-did-question-back = brought a question back
log-did-correction-fixed = settled a report: corrected
log-did-correction-kept = settled a report: kept
log-did-person-grant = gave a role
log-did-person-revoke = revoked a role
log-did-person-invite = invited
log-did-person-invited = took up an invitation
log-did-person-uninvite = ended an invitation
log-did-person-refused = opened an invitation that had ended
log-did-source-add = added a source
log-did-source-pause = paused a source
log-did-source-resume = watched a source again
log-did-source-remove = removed a source
log-did-source-restore = took a source back
log-did-source-trust = trusted a source
log-did-source-distrust = trusted a source no longer
log-did-event-stop = stopped sending
log-did-event-resume = sent on
log-did-office-set = turned the rule of two persons on or off
log-did-export = exported everything
export-working = Exporting…
export-too-large = This is more than Telegram lets me send (50 MB). Run <code>cchc export</code> on the server.
export-done = Everything, without who asked or follows. The JSON file is complete; in Excel very long cells are cut off.
week-title = <b>The past week with Hỏi CCHC</b>
week-gaps = <b>Without an answer</b> ({ $count }), most asked:
week-missing = <b>Reports that have not come</b> ({ $count }):
week-overdue = <b>Documents overdue by the reports</b> ({ $count }):
week-late = { $name }, due { $date } { $who }
button-reminder = { $number }. Remind { $name }
button-older = Older ›
person-since = Given on { $date } by { $by }.
person-changed = ✓ Changed; the person was told.
person-changed-untold = ✓ Changed. The person could not be told and may not have opened the bot.
person-not-oneself = You cannot change your own role. Ask another owner.
person-last-owner = This is the only owner, who has to stay.
person-told = Your role with this bot is now: <b>{ $role }</b>. Send /help for the commands that you may use.
person-told-none = You no longer have a role with this bot. You can ask and follow as before.
admin-two-persons = Two-person rule: <b>on</b>. Whoever imported or changed a draft cannot publish it; somebody else has to.
admin-one-person = Two-person rule: off. One person can import and publish.
invite-which = What is the person invited for?
invite-editor = Editor, all organisations
invite-editor-of-one = Editor for one organisation
invite-viewer = Viewer of statistics
invite-owner = Owner, who may do everything
invite-whose = Editor for which organisation? If it has no report yet, type its name behind the command: <code>/admin Sở Nội vụ tỉnh Hưng Hòa</code>
invite-made =
    Invitation as <b>{ $role }</b>. Either:
    • send the person this link, which works once, until { $until }:
    { $link }
    • or, within 15 minutes, forward one of their messages to me, or send me their contact.
invite-hidden = This person hides their account in forwarded messages, so I cannot know who it is. Please send them the link.
invite-no-telegram = This contact has no Telegram account. Please send them the link.
invite-confirm = Give <b>{ $name }</b> (id <code>{ $id }</code>) the role <b>{ $role }</b>?
invite-done = <b>{ $name }</b> is now { $role } and was told.
invite-done-untold = <b>{ $name }</b> is now { $role }. The person could not be told: they need to open the bot and press Start.
invite-taken = <b>{ $name }</b> took up your invitation and is now { $role }.
invitations-open = Invitations that nobody has taken up. Press one to end it:
invitations-none = No invitation is open.
invitation-revoked = The invitation was ended.
invitation-ended = This invitation no longer works: it was used, ended or is too old. Please ask for a new one.
invitation-needless = You already have this role or a higher one, so the invitation was not used.

## Buttons

button-open-hit = Open { $number }
button-read-on = Open the report
button-unfollow = Stop following this
button-unfollow-this = Unfollow: { $rule }
button-unfollow-all = Stop following everything
button-follow-all = Hear of every new report
button-follow-areas = By reform area ›
button-follow-organisation = Follow this organisation
button-contents = Read the main points ({ $count })
button-all-reports = ‹ All reports
button-back = ‹ Back
button-more = More ›
button-skip = Skip
button-cancel = Cancel
button-fix = Change { $field }
button-save = Save
button-is-reply = It is the reply
button-is-question = It is a question
button-sound = With a sound
button-silent = Without a sound
button-quiet = Nothing between { $start }:00 and { $end }:00
button-quiet-from = Quiet from { $hour }:00
button-quiet-until = Quiet until { $hour }:00
button-any-hour = At any hour
button-publish = Publish…
button-publish-now = Publish
button-publish-quietly = Publish, tell nobody
button-discard = Discard the draft
button-forget = Delete everything
button-keep = Keep it
button-previous = Previous
button-compare = Compare
button-chart = Chart
button-verbatim = Word for word
button-follow = Follow
button-open-draft = Open the draft
button-open-report = Open { $report }
button-to-report = ‹ Report
button-to-list = ‹ List
button-browse = Browse the reports
button-send-to-admins = Send the question to the admins
button-right = 👍 Right
button-wrong = 👎 Wrong
button-report-wrong = Report as wrong
button-fixed = Corrected
button-kept = Leave it: not wrong
button-ask-again = Ask again
button-ask-it = Ask this
button-go-on = Ask on
button-add-entry = Add an entry
button-try-again = Ask it now
button-out-of-scope = Out of scope
button-undo-this = Undo { $number }: { $name }
button-history = History
button-delete = Delete…
button-delete-sure = Delete
button-delete-and-tell = Take out and tell { $count }
button-delete-quietly = Take out, tell nobody
button-empty = Leave it empty
button-why = Say why
button-save-and-tell = Save and tell { $count }
button-save-quietly = Save, tell nobody
button-look-again = Look at it again
button-keep-mine = Save mine all the same
button-keep-theirs = Keep theirs
button-go-on-with-it = Go on with it
button-drop-it = Drop it
button-remove-alias = Remove “{ $phrase }”
button-same-as = It asks: { $question }
button-add-alias = Add an alias…
button-undo = Undo
button-invite = Invite somebody
button-invitations = Open invitations ({ $count })
button-uninvite = End this invitation
button-uninvite-one = End: { $role }, until { $until }
button-two-persons = Two-person rule: switch on
button-one-person = Two-person rule: switch off
button-revoke = Revoke the role
button-grant = Give the role
button-open-person = See this person's role

## The briefing

about-briefing = One-page briefing of a period: picture, PDF, Word, Excel
about-calendar = Calendar: what is due on which day
about-share = QR code and link, to pass a question on
briefing-title = Administrative reform briefing, { $period }
briefing-figure = Figure
briefing-change = Change
briefing-figures = Figures
briefing-none = –
briefing-results = Other results ({ $count })
briefing-issued = Documents issued in the period ({ $count })
briefing-listed = Other documents issued in the period, by the registers ({ $count })
briefing-tasks = Tasks set for the period to come ({ $count })
briefing-overdue = Overdue on { $date } ({ $count })
briefing-coming = Due soon and not done ({ $count })
briefing-late = { $days ->
        [one] overdue by 1 day
       *[other] overdue by { $days } days
    }
briefing-told-later = { $status } as of { $date }
briefing-perhaps = may have been issued: { $name }
briefing-not-issued = its time has passed and no report calls it issued
briefing-late-count = Overdue: <b>{ $count }</b>.
briefing-sources = Sources
briefing-more = … and { $count } more in the Excel file
briefing-more-blocks = … and { $blocks } more parts ({ $count } items) in the Excel file
briefing-footer = Every figure stands as it is in the reports named under Sources; a change is the difference of two of them. The Excel file has each sentence word for word.
briefing-which = Which period? Press one that has reports:
briefing-none-fits = No report fits “{ $words }”. Press a period that has reports:
briefing-bodies = Add the name of an organisation if you want only one: { $names }.
briefing-nothing = No report of a period has been published yet.
briefing-files = One page to print (PDF), one to change (Word), and everything word for word (Excel).
briefing-sheet = Briefing
briefing-column-block = Part
briefing-column-what = What
briefing-column-now = This period, details
briefing-column-unit = Unit
briefing-column-share = Share
briefing-column-growth = Growth (%)
briefing-column-before = Previous period
briefing-column-source = Source
briefing-column-quote = Word for word
button-files = PDF, Word and Excel files
button-calendar = Calendar

## Shares, and the life of a document

shares-title = What dossiers { $whole } are made of
shares-rest = Others
life-due = Due
life-overdue = Due, and past
button-shares = Shares
button-life = Timeline

## The calendar

calendar-title = Due in { $month }
calendar-counts = Overdue { $late }, still to come { $open }, unknown { $unknown }, done { $done }
calendar-weekdays = Mon Tue Wed Thu Fri Sat Sun
calendar-within = within { $period }
calendar-late = overdue
calendar-unknown = its day has passed
calendar-task = task
calendar-mark-late = ✗ Overdue
calendar-mark-open = ○ Due
calendar-mark-unknown = ? Unknown
calendar-mark-done = ✓ Done
calendar-empty = Nothing is due in { $month }; this is the nearest month in which something is.
calendar-no-month = I do not know which month “{ $words }” is. Type it as <code>/calendar 11/2019</code>; this is the nearest month in which something is due.
calendar-nothing = No report says yet by when anything is due.

## Passing on

share-bot = { $name }
share-scan = Scan to open the assistant in Telegram
share-scan-question = Scan to ask this in Telegram
share-how = Send this picture or link to a colleague. Whoever opens it gets the newest answer, with its source:
share-leans = The last question goes on from the one before, so nobody else would understand it. Type the whole question after the command, for example: <code>/share how many dossiers were received in Q2 2019?</code>
share-too-long = This question is too long for a link. Type a shorter one after the command, for example: <code>/share status of decision 192</code>
button-send-to-chat = Send it to another chat

## How Telegram introduces the bot

bot-description = Ask about administrative-reform reports: figures of a period, the status of documents, tasks, comparisons. The answer in one line, with its source word for word. What no report says is not guessed. Just type your question, in Vietnamese or English.
bot-short-description = Answers questions about administrative-reform reports, with sources word for word.
