# The bot's words in English. Messages may use <b>, <i>, <code>; buttons and menus may not.

language-name = English

## Command menu

about-start = Begin: what the bot can do
about-help = How to ask, and all commands
about-ask = Ask a question (or just type it, no command needed)
about-reports = Browse the reports
about-subscribe = Be told of new reports
about-unsubscribe = See and end what you follow
about-watch = Follow what was just answered, or a document or figure
about-settings = Language and settings
about-forget = Delete your data
about-add = Add an entry: document, figure, task or note
about-import = Import a report from a file
about-publish = Publish a draft report
about-admin = Who may change what, and what waits

## Greeting and help

start-hello = <b>Hello!</b> I answer questions about administrative-reform reports, with the source and its exact words.
start-how =
    Just type your question, in Vietnamese (with or without tones) or in English. For example:
    • Quý I tiếp nhận bao nhiêu hồ sơ?
    • What is the status of decision 192?
    • How many dossiers were received online in Q1?
start-newest = Newest report: <b>{ $report }</b>. Press a report to open it, or send /help.
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
question-too-long = This message is too long for me. Please ask in at most { $most } characters, one thing at a time.
only-text = I can only read text. Please type your question.
answer-source = Source: { $source }
answer-signed = { $date }
answer-more-lines = … and { $count } more.

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
report-doubts = { $count ->
        [one] One place needs a look:
       *[other] { $count } places need a look:
    }
report-source = Source: { $source }
report-says-nothing = I could not read any statement in this report.
report-gone = This report is no longer there.
reports-title = <b>Reports</b> (newest first). Press one to open it:
reports-none = No report has been published yet.

## Following

alert-published = New report
alert-revised = A report was updated
alert-catch-up = { $count ->
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
standing-listed = in a register
standing-status = { $status }
standing-status-due = { $status } (due { $due })
standing-expected = expected { $period }
figure-value = { $name } ({ $body }), { $period }: <b>{ $value }</b>
figure-corrected = Corrected: { $old } → <b>{ $new }</b>
figure-previous = The period before ({ $period }): { $previous }
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
watched-preview = In the past year this would have brought you messages: { $count }.
follow-areas = Which reform area do you want to follow?
follow-what = Which reports do you want to hear of? I will send a message with the headline figures when there is a new one.
follow-unknown = There is no report of “{ $name }” yet. Send /subscribe to see who has reports.
follow-nothing = No reports are followed yet. Send /subscribe to be told of new ones.
followed = You now follow <b>{ $rule }</b>. I will tell you as soon as there is something new.
followed-before = You followed <b>{ $rule }</b> already; nothing has changed.
unfollow-what = { $count ->
        [one] One thing is followed.
       *[other] { $count } things are followed.
    } Press what you no longer want to hear of:
unfollowed = You no longer follow <b>{ $rule }</b>. Send /subscribe to begin again.
unfollowed-all = Nothing is followed any more ({ $count } ended). Send /subscribe to begin again.
unfollowed-before = This was ended before.

## Settings and personal data

settings-language = Language: <b>{ $name }</b>. Press to change it:
settings-follows =
    Followed:
    { $rules }
settings-sound = Messages come with a sound.
settings-silent = Messages come without a sound.
settings-any-hour = They come at any hour.
settings-quiet = None come between { $start }:00 and { $end }:00; they wait until then.
settings-follow-first = Nothing is followed, so there is nothing to set.
forget-ask = Delete all your data: the questions you asked, what you follow, unfinished entries, your language and any role? This cannot be taken back.
forget-kept = Everything was kept.
forgotten = Your data was deleted. Questions: { $questions }, things followed: { $subscriptions }, unfinished conversations: { $dialogues }, and the language you chose.
forgotten-audit = Log entries kept about changes that you made to reports: { $count }. They are the office's records.

## When it is not allowed, when it fails

admins-only = This is for admins. If you need it, send your Telegram id (see /start) to whoever runs this bot.
private-only = This works only in a private chat with me.
group-admins-only = In a group only its admins can change what is followed.
failed = Sorry, something went wrong on my side. Whatever was saved is still there. Please try again in a few minutes; if it fails again, tell whoever runs this bot the number <code>{ $number }</code>.
button-too-old = This button no longer works. Please send the question or command again.

## Importing and publishing

import-how = Send the report as a file (docx, pdf, xlsx, csv, html, txt, md). I will read it, show you a summary and ask whether to publish it.
import-admins-only = Thank you. Only admins can import reports; please type your question.
import-too-large = This file is too large: Telegram lets me fetch files up to { $most } MB. Please send a smaller one.
import-fetching = Fetching <b>{ $name }</b>…
import-reading = Reading <b>{ $name }</b>…
import-unreadable =
    <b>{ $name }</b> cannot be read: { $reason }
    Nothing was saved. Please check the file and send it again.
import-new = <b>{ $name }</b> was read and saved as a draft.
import-same = <b>{ $name }</b> is the same as a report that is already here; nothing was saved.
import-version = <b>{ $name }</b> was read. It is a newer version of a report that is already here and will replace it when published.
draft-title = <b>Draft, not published</b>
draft-gone = This draft is no longer there.
draft-decided = This report was published or taken back already.
drafts-title = Drafts that wait. Press one to look at it and decide:
drafts-none = No draft is waiting. Send a file to import a report.
publish-confirm = Publish <b>{ $report }</b>? It will be used for answers at once, and up to { $count } followers will be told.
published = <b>{ $report }</b> is published. Followers being told now: { $count }.
published-quietly = <b>{ $report }</b> is published; nobody was told.
discarded = The draft <b>{ $report }</b> was discarded.

## Adding an entry

add-kind = What do you want to add?
add-kind-document = Document
add-kind-figure = Figure
add-kind-task = Task
add-kind-note = Note
add-role = How far is this document?
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
role-implemented = Being implemented
add-resumed = You were adding an entry; let us go on.
add-going-on = Back to the entry you are adding:
add-not-understood = I did not understand this reply.
add-line-not-understood = I did not understand this line; let us go step by step. One line reads like: <code>/add QĐ 345/QĐ-UBND ngày 12/3/2024 của UBND tỉnh về …</code>
add-needed = This entry still needs:
add-which = Is this the reply for the entry you are adding, or a question?
add-preview = <b>Please check before saving.</b> This entry will answer:
add-similar = Something like it is already here:
add-saved =
    Saved. From now on I answer:
    <blockquote>{ $sentence }</blockquote>
add-cancelled = Cancelled; nothing was saved.

## Administration

admin-title = <b>People with a role</b>
admin-counts = Drafts waiting: { $drafts }. Followers: { $followers }.
person-owner = owner
person-editor = editor
person-viewer = viewer of statistics
person-none = no role

## Buttons

button-read-on = Open the report
button-unfollow = Stop following this
button-unfollow-this = Unfollow: { $rule }
button-unfollow-all = Stop following everything
button-follow-all = Hear of every new report
button-follow-areas = By reform area ›
button-follow-organisation = Follow this organisation
button-contents = Read the main points
button-all-reports = Other reports
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
button-any-hour = At any hour
button-publish = Publish…
button-publish-now = Publish
button-publish-quietly = Publish, tell nobody
button-discard = Discard the draft
button-forget = Delete everything
button-keep = Keep it
