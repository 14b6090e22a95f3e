"""Statistics, the week for owners and the export, on either database."""

import json
from datetime import date, timedelta
from io import BytesIO

from openpyxl import load_workbook

from handlers.layout.html import plain
from handlers.layout.week import lay_out_week
from handlers.pages.tables import write_json, write_tables
from handlers.words import Catalogue
from knowledge.answers import Answer, Outcome
from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.looking.statistics import Span
from knowledge.looking.weekly import read_week, write_week
from knowledge.people.people import PersonRole
from tests.clock import SetClock
from tests.following.publishing import arrive
from tests.house import make_report, quarter

OWNER, LAN = 1, 7
FORMULA = '=HYPERLINK("https://evil.example","x")'
MONDAY = date(2019, 3, 4)


def ask(knowledge: Knowledge, text: str, outcome: Outcome = Outcome.NOT_FOUND) -> int:
    return knowledge.questions.record(str(LAN), LAN, text, Answer(outcome, "x"))


def publish(knowledge: Knowledge, *sentences: str) -> int:
    saved = knowledge.reports.save_draft(make_report(sentences=sentences), checksum=str(sentences), by=OWNER)
    return knowledge.reports.publish(saved.report_id, by=OWNER).report_id


def test_what_was_asked_is_counted_by_day_and_verdict(knowledge: Knowledge, clock: SetClock):
    ask(knowledge, "cũ")
    clock.advance(days=3)
    knowledge.questions.thumb(ask(knowledge, "một", Outcome.ANSWERED), LAN, 1)
    ask(knowledge, "hai")
    week, today = (knowledge.statistics.numbers(span) for span in (Span.WEEK, Span.DAY))
    assert (week.asked, today.asked, today.tally.up, today.tally.not_found) == (3, 2, 1, 1)
    assert [one.count for one in week.series] == [0, 0, 0, 1, 0, 0, 2]
    assert sum(one.count for one in today.series) == 2


def test_followers_and_messages_are_counted(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(LAN, ALL_REPORTS, by=LAN)
    publish(knowledge, "Một.")
    [notice] = knowledge.outbox.claim(1, sender="s", now=clock.now, lease_seconds=60.0)
    arrive(knowledge, notice, 5)
    numbers = knowledge.statistics.numbers(Span.DAY)
    assert (numbers.chats, numbers.rules, numbers.sent, numbers.waiting) == (1, 1, 1, 0)


def test_the_week_is_told_to_owners_once(knowledge: Knowledge, clock: SetClock):
    ask(knowledge, "hồ sơ quá hạn?")
    knowledge.people.grant(8, PersonRole.OWNER, by=OWNER)
    knowledge.people.grant(LAN, PersonRole.EDITOR, by=OWNER)
    days = [MONDAY - timedelta(days=2), MONDAY, MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=7)]
    assert [knowledge.weekly.write(day) for day in days] == [False, True, False, False, True]
    notices = knowledge.outbox.claim(9, sender="s", now=clock.now, lease_seconds=60.0)
    assert sorted(notice.chat_id for notice in notices) == [OWNER, OWNER, 8, 8]
    week = read_week(notices[0].payload)
    assert (week.week, week.gaps) == ("2019-W10", (("hồ sơ quá hạn?", 1),))


def test_a_week_without_anything_is_not_told(knowledge: Knowledge):
    assert knowledge.weekly.write(MONDAY) is False


def test_the_week_is_laid_out_in_both_languages(knowledge: Knowledge):
    ask(knowledge, "<b>hồ sơ</b> quá hạn?")
    publish(knowledge, "Một.")
    week = knowledge.weekly.week(date(2020, 3, 31) + timedelta(days=40))
    assert read_week(write_week(week)) == week
    for language, title in (("vi", "Báo cáo chưa thấy"), ("en", "have not come")):
        text = plain("\n".join(lay_out_week(week, Catalogue().words(language)).parts))
        assert (title in text, "<b>hồ sơ</b> quá hạn?" in text) == (True, True)


def test_everything_is_exported_but_whoever_asked_and_formulas_are_text(knowledge: Knowledge):
    publish(knowledge, FORMULA, "Hai \x0b.")
    ask(knowledge, FORMULA)
    book = load_workbook(BytesIO(write_tables(knowledge.exporting.tables())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert {cell.data_type for cell in cells} == {"s"}
    assert len(cells) >= 2
    everything = json.loads(write_json(knowledge.exporting.tables()))
    assert [row["words"] for row in everything["statement"]] == [FORMULA, "Hai \x0b."]
    assert [row["text"] for row in everything["question"]] == [FORMULA]
    assert not {"user_id", "chat_key"} & everything["question"][0].keys()
    assert not {"conversation", "dialogue", "inbox_update", "subscription"} & everything.keys()


def test_what_is_missing_is_read_from_the_published_reports(knowledge: Knowledge):
    publish(knowledge, "Một.")
    [missing] = knowledge.weekly.missing(date(2020, 6, 1))
    assert (missing.like, missing.period.first.year) == ("134/BC-VPUBND", 2020)
    assert quarter(1).kind is missing.period.kind
