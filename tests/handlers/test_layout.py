"""Whatever an answer or an alert holds, Telegram takes the message; and what matters stands first."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import utf16_length
from bot.sandbox.formatting import parse_html
from handlers.layout.alerts import lay_out_alert
from handlers.layout.answers import MOST_CHOICES, lay_out_answer
from handlers.layout.message import MOST_CALLBACK_BYTES, Message
from handlers.words import LANGUAGES, Catalogue
from knowledge.answers import Answer, Choice, Outcome, Quote
from knowledge.following.news import Headline, News, ReportNews, write_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS

CATALOGUE = Catalogue()
VI = CATALOGUE.words("vi")

texts = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)
long_texts = st.one_of(texts, st.builds(lambda text, times: text * times, texts, st.integers(1, 80)))
choices = st.builds(Choice, texts, texts)
quotes = st.builds(
    Quote,
    report_id=st.integers(1, 3),
    report=texts,
    title=texts,
    text=long_texts,
    signed_on=st.one_of(st.none(), st.just(date(2019, 2, 25))),
    source=st.one_of(st.none(), st.just('https://a.example/?a="1"&b=<2>')),
)
answers = st.builds(
    Answer,
    outcome=st.sampled_from(list(Outcome)),
    direct=texts,
    context=texts,
    lines=st.lists(long_texts, max_size=40).map(tuple),
    quotes=st.lists(quotes, max_size=5).map(tuple),
    choices=st.lists(choices, max_size=12).map(tuple),
    suggestions=st.lists(choices, max_size=12).map(tuple),
)


def check(message: Message) -> None:
    """What Telegram would refuse."""
    for part in message.parts:
        shown, marks = parse_html(part)
        assert utf16_length(shown) <= 4096
        assert len(marks) <= 100
    for row in message.rows:
        assert all(one.label.strip() and len(one.data.encode()) <= MOST_CALLBACK_BYTES for one in row)


@given(answers, st.sampled_from(LANGUAGES), st.integers(1, 2**63))
def test_every_answer_is_one_that_telegram_takes(answer: Answer, language: str, question_id: int):
    check(lay_out_answer(answer, CATALOGUE.words(language), question_id=question_id))


def report_news(**given_values: object) -> ReportNews:
    values: dict[str, object] = {
        "report_id": 7,
        "title": "Báo cáo quý I/2019",
        "number": "134/BC-VPUBND",
        "organisation": "Văn phòng UBND tỉnh",
        "period": None,
        "signed_on": date(2019, 2, 25),
        "source": None,
        "documents": 2,
        "figures": 3,
        "tasks": 1,
        "headlines": (),
    }
    return ReportNews(**{**values, **given_values})  # type: ignore[arg-type]


def notice(*reports: ReportNews, kind: EventKind = EventKind.REPORT_PUBLISHED) -> Notice:
    return Notice(
        id=1,
        event_id=1,
        kind=kind,
        report_id=7,
        chat_id=5,
        thread_id=None,
        subscription_id=9,
        rule=ALL_REPORTS,
        payload=write_news(News(reports)),
        attempts=1,
        parts=(),
    )


@given(st.lists(st.builds(Headline, texts, texts, long_texts), max_size=6), texts, st.sampled_from(LANGUAGES))
def test_every_alert_is_one_that_telegram_takes(headlines: list[Headline], title: str, language: str):
    report = report_news(title=title, headlines=tuple(headlines))
    check(lay_out_alert(notice(report), CATALOGUE.words(language)))


def test_a_headline_is_its_sentence_with_the_figure_bold():
    headline = Headline("hồ sơ", "641", "Tiếp nhận 641 hồ sơ, trong 1.641 hồ sơ.")
    [part] = lay_out_alert(notice(report_news(headlines=(headline,))), VI).parts
    assert "• Tiếp nhận <b>641</b> hồ sơ, trong 1.641 hồ sơ." in part


def test_an_alert_says_why_and_has_the_button_that_ends_that_rule():
    message = lay_out_alert(notice(report_news()), VI)
    assert "vì bạn theo dõi" in message.parts[0]
    assert [row[0].data for row in message.rows] == ["r:7", "u:9"]


def test_a_catch_up_names_each_report_that_was_missed():
    reports = [report_news(report_id=n, title=f"Báo cáo {n}") for n in (1, 2)]
    [part] = lay_out_alert(notice(*reports, kind=EventKind.CATCH_UP), VI).parts
    assert ("có 2 báo cáo mới" in part, "• Báo cáo 1" in part, "• Báo cáo 2" in part) == (True, True, True)


def test_choices_become_buttons_and_no_more_than_people_read():
    answer = Answer(Outcome.CLARIFY, "Bạn hỏi về?", choices=tuple(Choice(f"c{n}", "q") for n in range(20)))
    message = lay_out_answer(answer, VI, question_id=3)
    assert [row[0].data for row in message.rows] == [f"q:3:{n}" for n in range(MOST_CHOICES)]


def test_a_context_that_the_answer_says_already_is_not_said_twice():
    answer = Answer(Outcome.ANSWERED, "4.984 hồ sơ – quý I/2019", context="Quý I/2019")
    assert lay_out_answer(answer, VI).parts == ("<b>4.984 hồ sơ – quý I/2019</b>",)


def test_a_long_list_ends_with_how_many_more_there_are():
    answer = Answer(Outcome.ANSWERED, "Có 500 văn bản", lines=tuple(f"Văn bản {n}" for n in range(500)))
    assert lay_out_answer(answer, VI).parts[0].endswith("và 470 mục nữa.")


def test_each_report_is_named_once_before_what_is_quoted_from_it():
    own = [Quote(1, "134/BC", "", text) for text in ("một.", "hai.")]
    [part] = lay_out_answer(Answer(Outcome.ANSWERED, "a", quotes=tuple(own)), VI).parts
    assert part.count("Nguồn") == 1
    assert part.count("<blockquote") == 2


def test_a_report_with_an_address_is_a_link():
    quote = Quote(
        1, "134/BC", "", "một.", signed_on=datetime(2019, 2, 25, tzinfo=UTC).date(), source="https://a.example"
    )
    [part] = lay_out_answer(Answer(Outcome.ANSWERED, "a", quotes=(quote,)), VI).parts
    assert 'Nguồn: <a href="https://a.example">134/BC</a>, ngày 25/02/2019' in part
