"""Whatever is shown, Telegram takes the message (lengths, marks, captions, keyboards), and every button has a handler.

https://core.telegram.org/bots/api#sendmessage, #formatting-options, #sendphoto, #inlinekeyboardbutton, #forcereply
and #inlinequeryresultarticle have the limits.
"""

import ast
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.drawing import draw
from handlers.layout.alerts import lay_out_alert
from handlers.layout.aliases import lay_out_added, lay_out_aliases, lay_out_refused, lay_out_removed
from handlers.layout.answers import Around, lay_out_answer
from handlers.layout.briefing import briefing_caption, lay_out_choice, lay_out_sheet
from handlers.layout.broadcasts import lay_out_broadcast
from handlers.layout.calendar import calendar_message, month_of
from handlers.layout.charts import chart_caption, chart_of
from handlers.layout.corrections import (
    lay_out_correction,
    lay_out_gap,
    lay_out_reply,
    lay_out_settled,
    lay_out_unanswered,
)
from handlers.layout.message import compose, prompt
from handlers.layout.office import lay_out_office_news
from handlers.layout.pictured import life_caption, life_of, shares_caption
from handlers.layout.reports import areas_of, contents, page_of_contents
from handlers.layout.search import lay_out_found
from handlers.layout.sources import lay_out_source_news
from handlers.layout.verbatim import lay_out_verbatim
from handlers.layout.week import lay_out_week
from handlers.searching import is_searchable
from handlers.words import LANGUAGES, Catalogue
from knowledge.aliases.trying import Trial
from knowledge.answers import Answer, Quote
from knowledge.asking.aliases import Alias
from knowledge.asking.examples import Example, Holdings
from knowledge.briefing.briefing import Briefing
from knowledge.briefing.deadlines import Deadline
from knowledge.briefing.life import Life
from knowledge.briefing.shares import Shares
from knowledge.facts import Reading
from knowledge.following.broadcasts import Watched
from knowledge.following.news import News, write_news
from knowledge.following.outbox import EventKind, Progress
from knowledge.following.reasons import Reason
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from knowledge.following.states import MERGING, PUBLICATIONS
from knowledge.looking.missing import Missing
from knowledge.looking.statistics import Numbers
from knowledge.looking.weekly import Late, Week
from knowledge.people.corrections import Correction
from knowledge.people.gaps import Gap
from knowledge.people.questions import Tally
from knowledge.people.replying import Reply
from knowledge.releasing.office_news import OfficeMatter, OfficeNews
from knowledge.searching import Found
from knowledge.sources.news import SourceNews
from tests.handlers import messages
from tests.handlers.messages import MOST_CAPTION, check, long_texts, texts
from tests.handlers.test_layout import notice
from tests.handlers.test_words import messages as wordings
from tests.house import ROOT, quarter

CATALOGUE = Catalogue()
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
languages = st.sampled_from(LANGUAGES)
REMINDERS = (EventKind.DOCUMENT_NEAR, EventKind.DOCUMENT_OVERDUE)
TELLING = (*PUBLICATIONS, *MERGING, *REMINDERS, EventKind.REPORT_WITHDRAWN, EventKind.REPORT_RESTORED)
missing = st.builds(
    Missing,
    texts,
    st.just(quarter(1)),
    st.just(date(2019, 4, 1)),
    st.integers(1, 300),
    texts,
    st.just(date(2018, 4, 1)),
)


def numbers_in(language: str) -> set[str]:
    """The arguments of which a message is chosen by their number."""
    source = files("handlers.words").joinpath(f"{language}.ftl").read_text("utf-8")
    return set(re.findall(r"\{ \$(\w+) ->", source))


@given(messages.answers, languages, st.integers(1, 2**63 - 1), messages.steps, messages.examples, messages.holdings)
def test_every_answer(
    answer: Answer, language: str, number: int, steps: tuple, examples: tuple[Example, ...], holdings: Holdings | None
):
    around = Around(number % 10**18, steps, examples, holdings)
    check(lay_out_answer(answer, CATALOGUE.words(language), around))


@given(st.lists(messages.quotes, min_size=1, max_size=6).map(tuple), languages)
def test_every_verbatim_message(quotes: tuple[Quote, ...], language: str):
    check(lay_out_verbatim(quotes, CATALOGUE.words(language)))


@given(messages.answers, languages)
def test_every_caption_of_a_chart(answer: Answer, language: str):
    check(chart_caption(answer, CATALOGUE.words(language)), most=MOST_CAPTION)


@settings(max_examples=20, deadline=None)
@given(messages.answers, languages)
def test_every_chart_can_be_drawn(answer: Answer, language: str):
    assert draw(chart_of(answer, CATALOGUE.words(language))).startswith(b"\x89PNG")


@given(messages.briefings, languages)
def test_every_caption_of_a_briefing(briefing: Briefing, language: str):
    check(briefing_caption(briefing, CATALOGUE.words(language), MOST_CAPTION), most=MOST_CAPTION)


@given(messages.briefings, languages)
def test_every_briefing_names_each_source_that_it_cites(briefing: Briefing, language: str):
    sheet = lay_out_sheet(briefing, CATALOGUE.words(language))
    assert {number for block in sheet.blocks for number in block.cited} == {source.number for source in sheet.sources}


@given(st.lists(messages.deadlines, min_size=1, max_size=30).map(tuple), languages)
def test_every_month_of_a_calendar(deadlines: tuple[Deadline, ...], language: str):
    near = ((2019, 10), (2019, 12))
    message = calendar_message(deadlines, (2019, 11), near, date(2019, 11, 20), CATALOGUE.words(language))
    check(message, most=MOST_CAPTION)


@settings(max_examples=20, deadline=None)
@given(messages.shares, languages)
def test_every_caption_of_shares(shares: Shares, language: str):
    check(shares_caption(shares, CATALOGUE.words(language)), most=MOST_CAPTION)


@given(st.lists(texts, max_size=20).map(tuple), st.just("") | texts, languages)
def test_every_choice_of_a_period(organisations: tuple[str, ...], unknown: str, language: str):
    check(lay_out_choice((quarter(1), quarter(2)), organisations, CATALOGUE.words(language), unknown=unknown))


@given(st.lists(messages.aliases, min_size=1, max_size=50), messages.trials, languages)
def test_every_word_about_aliases(aliases: list[Alias], trial: Trial, language: str):
    words, first = CATALOGUE.words(language), aliases[0]
    check(lay_out_aliases(aliases, words))
    for message in (lay_out_added(first, words), lay_out_removed(first, words), lay_out_refused(first, trial, words)):
        check(message)


@settings(max_examples=20, deadline=None)
@given(messages.source_news, languages)
def test_all_news_of_a_source(news: SourceNews, language: str):
    check(lay_out_source_news(news, CATALOGUE.words(language)))


def test_every_layout_that_makes_a_message_is_tried_here():
    made = {
        node.name
        for path in (ROOT / "handlers" / "layout").glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.returns is not None and "Message" in ast.unparse(node.returns)
    }
    tried = set(re.findall(r"\w+", Path(__file__).read_text("utf-8")))
    assert {name for name in made if not name.startswith("_")} - tried == set()


@given(messages.lives, languages, st.booleans())
def test_every_caption_of_a_life(life: Life, language: str, is_late: bool):
    check(life_caption(life, CATALOGUE.words(language), is_late=is_late), most=MOST_CAPTION)


@settings(max_examples=10, deadline=None)
@given(messages.lives, st.lists(messages.deadlines, min_size=1, max_size=12).map(tuple), languages)
def test_every_life_and_month_can_be_drawn(life: Life, deadlines: tuple[Deadline, ...], language: str):
    words = CATALOGUE.words(language)
    for picture in (life_of(life, words, is_late=True), month_of(deadlines, (2019, 11), date(2019, 11, 20), words)):
        assert draw(picture).startswith(b"\x89PNG")


@given(messages.corrections, languages)
def test_every_correction(correction: Correction, language: str):
    check(lay_out_correction(correction, CATALOGUE.words(language)))


@given(messages.corrections, languages)
def test_every_word_that_a_correction_was_settled(correction: Correction, language: str):
    settled = correction if correction.state != "open" else None
    if settled is not None:
        check(lay_out_settled(settled, CATALOGUE.words(language)))


@given(st.lists(messages.corrections, max_size=20), st.lists(messages.gaps, max_size=20), messages.tallies, languages)
def test_every_list_of_what_is_unanswered(corrections: list[Correction], gaps: list[Gap], tally: Tally, language: str):
    check(lay_out_unanswered(corrections, gaps, tally, CATALOGUE.words(language)))


@given(messages.gaps, st.lists(texts, max_size=4), languages)
def test_every_unanswered_question(gap: Gap, offered: list[str], language: str):
    check(lay_out_gap(gap, offered, CATALOGUE.words(language)))


@given(messages.replies, languages)
def test_every_reply_to_a_question_asked_in_vain(reply: Reply, language: str):
    check(lay_out_reply(reply, CATALOGUE.words(language)))


@given(messages.found, texts.filter(is_searchable), st.integers(0, 1000), languages)
def test_every_page_of_hits(found: Found, query: str, page: int, language: str):
    check(lay_out_found(found, query, page, CATALOGUE.words(language), statements_per_page=5))


@given(messages.readings(), languages)
def test_every_page_of_a_report(reading: Reading, language: str):
    words = CATALOGUE.words(language)
    for area in [None, *(area for area, _ in areas_of(reading))]:
        pages = max(1, -(-len(contents(reading, area)) // 5))
        for page in range(pages):
            check(compose(page_of_contents(reading, area, page, pages, words)))


@given(messages.news, st.sampled_from(TELLING), st.booleans(), languages)
def test_every_alert(news: News, kind: EventKind, was_answered: bool, language: str):
    given = replace(notice(kind=kind), payload=write_news(news), about=frozenset({"a"} if was_answered else ()))
    followed = {RuleKind.DOCUMENT: news.documents, RuleKind.INDICATOR: news.figures}
    rules = [Rule(kind, item.keys[0]) for kind, items in followed.items() for item in items]
    reasons = tuple(Reason(number, rule) for number, rule in enumerate([*rules, ALL_REPORTS], start=1))
    check(lay_out_alert(replace(given, reasons=reasons), CATALOGUE.words(language)))


@given(
    st.builds(
        Progress,
        *[st.integers(0, 10**6)] * 10,
        st.integers(0, 10**6),
        stopped_by_hand=st.integers(0, 10**6),
    ),
    texts,
    st.booleans(),
    languages,
)
def test_every_look_at_a_broadcast(progress: Progress, title: str, is_over: bool, language: str):
    watched = Watched(1, 2, title, 3, 4, progress, None if is_over else messages.NOW)
    check(lay_out_broadcast(watched, CATALOGUE.words(language), VIETNAM))


@settings(max_examples=5, deadline=None)
@given(st.data(), languages)
def test_every_wording_whatever_is_put_into_it(data: st.DataObject, language: str):
    words = CATALOGUE.words(language)
    counted = numbers_in(language)
    for key, arguments in wordings(language).items():
        given = {name: data.draw(st.integers(0, 10**6) if name in counted else texts) for name in sorted(arguments)}
        check(compose(words(key, **given)))
        assert words.plain(key, **given).strip()


@given(
    st.lists(st.tuples(long_texts, st.integers(1, 10**6)), max_size=5), st.lists(missing, max_size=5), texts, languages
)
def test_every_week(gaps: list[tuple[str, int]], late: list[Missing], name: str, language: str):
    tally = Tally(1, 2, 3, 4, 5)
    numbers = Numbers(messages.NOW, tally, (), chats=1, paused=2, rules=3, sent=4, failed=5, uncertain=6, waiting=7)
    overdue = (Late(name, date(2019, 1, 1), name),)
    week = Week("2019-W10", numbers, tuple(gaps), len(gaps), tuple(late), len(late), overdue, 1)
    check(lay_out_week(week, CATALOGUE.words(language)))


@given(
    st.builds(OfficeNews, st.sampled_from(list(OfficeMatter)), messages.ids, texts, st.one_of(st.none(), texts)),
    languages,
)
def test_every_matter_of_the_office(news: OfficeNews, language: str):
    check(lay_out_office_news(news, CATALOGUE.words(language)))


@given(long_texts)
def test_every_prompt_for_a_reply(placeholder: str):
    check(prompt("?", placeholder))
