"""What matters stands first in an answer and an alert; `test_limits` has what Telegram takes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handlers.layout.alerts import lay_out_alert
from handlers.layout.answers import MOST_CHOICES, Around, lay_out_answer
from handlers.words import Catalogue
from knowledge.answers import Answer, Choice, Outcome, Quote, Step, StepKind
from knowledge.asking.examples import Example, Holdings
from knowledge.facts import Role
from knowledge.following.news import DocumentNews, Headline, News, ReportNews, write_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from knowledge.following.standing import Standing
from knowledge.following.states import AFTERWARDS, PUBLICATIONS
from tests.house import quarter

CATALOGUE = Catalogue()
VI = CATALOGUE.words("vi")


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


def test_a_headline_is_its_sentence_with_the_figure_bold():
    headline = Headline("hồ sơ", "641", "Tiếp nhận 641 hồ sơ, trong 1.641 hồ sơ.")
    [part] = lay_out_alert(notice(report_news(headlines=(headline,))), VI).parts
    assert "• Tiếp nhận <b>641</b> hồ sơ, trong 1.641 hồ sơ." in part


def test_of_two_figures_neither_is_the_headline_of_both():
    both = "4.984 hồ sơ – quý I/2019, Trung tâm; 5.436 hồ sơ – quý II/2019, Trung tâm"
    html = lay_out_answer(Answer(Outcome.ANSWERED, both), VI).parts[0]
    assert "4.984 hồ sơ – quý I/2019, Trung tâm; 5.436 hồ sơ – quý II/2019, Trung tâm" in html


@pytest.mark.parametrize("kind", [*PUBLICATIONS, *AFTERWARDS])
def test_what_an_admin_added_is_not_called_a_report(kind: EventKind):
    entry = report_news(title="Đơn đã rút: 9 đơn.", entry="Đơn đã rút: 9 đơn.", entry_before="Đơn đã rút: 7 đơn.")
    message = lay_out_alert(notice(entry, kind=kind), VI)
    [part] = message.parts
    assert [one.data for row in message.rows for one in row if str(one.data).startswith("r:")] == []
    assert "báo cáo" not in part.lower().replace("tất cả báo cáo", "")
    assert part.count("Đơn đã rút: 9 đơn.") == 1


def test_an_alert_says_why_and_has_the_button_that_ends_that_rule():
    message = lay_out_alert(notice(report_news()), VI)
    assert "vì bạn theo dõi" in message.parts[0]
    assert [row[0].data for row in message.rows] == ["r:7", "u:9"]


def test_of_an_entry_without_any_data_the_source_is_that_an_admin_added_it():
    rule = Rule(RuleKind.DOCUMENT, "777/QĐ-UBND")
    document = DocumentNews((rule.key,), "Quyết định 777/QĐ-UBND", None, Standing(Role.ISSUED), "Đã ban hành.", 7)
    entry = report_news(number=None, organisation=None, signed_on=None)
    given = replace(notice(entry), rule=rule, payload=write_news(News((entry,), (document,))))
    [part] = lay_out_alert(given, VI).parts
    assert "Nguồn: mục do người quản trị thêm" in part


def test_a_catch_up_names_each_report_that_was_missed():
    reports = [report_news(report_id=n, title=f"Báo cáo {n}") for n in (1, 2)]
    [part] = lay_out_alert(notice(*reports, kind=EventKind.CATCH_UP), VI).parts
    assert ("có 2 báo cáo mới" in part, "• Báo cáo 1" in part, "• Báo cáo 2" in part) == (True, True, True)


def test_choices_become_buttons_and_no_more_than_people_read():
    answer = Answer(Outcome.CLARIFY, "Bạn hỏi về?", choices=tuple(Choice(f"c{n}", "q") for n in range(20)))
    message = lay_out_answer(answer, VI, Around(3))
    assert [row[0].data for row in message.rows] == [f"q:3:{n}" for n in range(MOST_CHOICES)]


def test_a_context_that_the_answer_says_already_is_not_said_twice():
    answer = Answer(Outcome.ANSWERED, "4.984 hồ sơ – quý I/2019", context="Quý I/2019")
    assert lay_out_answer(answer, VI).parts == ("<b>4.984 hồ sơ</b>\nQuý I/2019",)


def test_what_brackets_hold_is_not_parted():
    answer = Answer(Outcome.ANSWERED, "Tăng 452 hồ sơ (quý II/2019 – quý I/2019)")
    assert lay_out_answer(answer, VI).parts == ("<b>Tăng 452 hồ sơ (quý II/2019 – quý I/2019)</b>",)


def test_a_long_list_ends_with_how_many_more_there_are():
    answer = Answer(Outcome.ANSWERED, "Có 500 văn bản", lines=tuple(f"Văn bản {n}" for n in range(500)))
    assert lay_out_answer(answer, VI).parts[0].endswith("và 470 mục nữa.")


def test_what_a_list_leaves_out_by_itself_is_counted_with_what_has_no_room():
    answer = Answer(Outcome.ANSWERED, "6.732 văn bản", lines=("1. Một", "2. Hai"), left_out=6730)
    assert lay_out_answer(answer, VI).parts[0].endswith("2. Hai\n… và 6.730 mục nữa.")


def test_a_report_without_room_for_its_sentence_is_named_and_no_heading_over_nothing():
    quotes = tuple(Quote(n, f"{n}/BC", "", f"Câu thứ {n}.") for n in range(1, 6))
    [part] = lay_out_answer(Answer(Outcome.ANSWERED, "a", quotes=quotes), VI).parts
    assert part.endswith("<b>3/BC</b>\nCâu thứ 3.\nCòn nêu trong: 4/BC; 5/BC</blockquote>")


def test_each_report_is_named_once_before_what_is_quoted_from_it():
    own = [Quote(1, "134/BC", "", text) for text in ("một.", "hai.")]
    [part] = lay_out_answer(Answer(Outcome.ANSWERED, "a", quotes=tuple(own)), VI).parts
    assert part.count("Nguồn") == 1
    assert "<blockquote expandable>một.\nhai.</blockquote>" in part


def test_a_report_with_an_address_is_a_link():
    quote = Quote(
        1, "134/BC", "", "một.", signed_on=datetime(2019, 2, 25, tzinfo=UTC).date(), source="https://a.example"
    )
    [part] = lay_out_answer(Answer(Outcome.ANSWERED, "a", quotes=(quote,)), VI).parts
    assert 'Nguồn: <a href="https://a.example">134/BC</a>, ngày 25/02/2019' in part


def test_the_figure_is_bold_and_what_it_is_of_stands_below():
    answer = Answer(Outcome.ANSWERED, "5.436 (tiếp nhận) – quý II/2019, Trung tâm", context="quý II/2019, Trung tâm")
    assert lay_out_answer(answer, VI).parts == ("<b>5.436 (tiếp nhận)</b>\nQuý II/2019, Trung tâm",)


def test_a_comparison_is_bold_and_its_operands_are_a_list():
    lines = ("5.436 – quý II/2019", "4.984 – quý I/2019")
    answer = Answer(Outcome.ANSWERED, f"Tăng 452: {'; '.join(lines)}", lines=lines)
    assert lay_out_answer(answer, VI).parts == ("<b>Tăng 452</b>\n• 5.436 – quý II/2019\n• 4.984 – quý I/2019",)


def test_a_sentence_that_is_the_answer_is_not_quoted_again():
    sentence = "Trung tâm đã hoàn thành việc sắp xếp."
    answer = Answer(Outcome.ANSWERED, sentence, quotes=(Quote(1, "134/BC", "", sentence),))
    assert lay_out_answer(answer, VI).parts[0].count(sentence) == 1


def test_choices_that_a_phone_would_cut_off_are_listed_in_full_and_numbered():
    options = (Choice("quý II/2019, Trung tâm Hành chính công tỉnh: 2.047 hồ sơ", "?"), Choice("quý I/2019", "?"))
    message = lay_out_answer(Answer(Outcome.CLARIFY, "Số nào?", choices=options), VI, Around(1))
    listed = "1. Quý II/2019, Trung tâm Hành chính công tỉnh: 2.047 hồ sơ\n2. Quý I/2019"
    assert message.parts == (f"Số nào?\n{listed}",)
    assert [row[0].label for row in message.rows][1] == "2. Quý I/2019"


def test_what_is_near_is_listed_under_words_that_say_so():
    near = (Choice("Quý II/2019, Trung tâm Hành chính công tỉnh", "?"),)
    message = lay_out_answer(Answer(Outcome.NOT_FOUND, "Chưa có số liệu quý IV/2019.", suggestions=near), VI, Around(1))
    assert message.parts == ("Chưa có số liệu quý IV/2019.\nCó thể bạn cần:\n1. " + near[0].label,)


def test_short_choices_stand_on_their_buttons_only():
    answer = Answer(Outcome.CLARIFY, "Kỳ nào?", choices=(Choice("quý I/2019", "?"), Choice("quý II/2019", "?")))
    assert lay_out_answer(answer, VI, Around(1)).parts == ("Kỳ nào?",)


def test_what_a_list_gives_word_for_word_is_not_quoted_again():
    sentences = ("Trình UBND tỉnh.", "Tập huấn.")
    quotes = tuple(Quote(1, "297/BC", "", text) for text in (*sentences, "Khảo sát."))
    lines = tuple(f"{n}. {text}" for n, text in enumerate(sentences, 1))
    [part] = lay_out_answer(Answer(Outcome.ANSWERED, "2 nhiệm vụ", lines=lines, quotes=quotes), VI).parts
    assert [part.count(text) for text in (*sentences, "<blockquote expandable>Khảo sát.</blockquote>")] == [1, 1, 1]


def test_steps_and_thumbs_stand_below_an_answer():
    answer = Answer(Outcome.ANSWERED, "4.984", quotes=(Quote(1, "134/BC", "", "một.", organisation="Sở Nội vụ"),))
    rows = lay_out_answer(answer, VI, Around(3, (Step(StepKind.PREVIOUS, "q"), Step(StepKind.TREND, "q")))).rows
    assert [[one.data for one in row] for row in rows] == [
        ["n:3:previous", "n:3:chart"],
        ["n:3:verbatim", "n:3:follow"],
        ["t:3:up", "t:3:down"],
    ]


def test_what_is_not_found_offers_the_ways_on():
    holdings = Holdings(3, quarter(1), quarter(3))
    around = Around(3, examples=(Example("Quý I/2019?", "quy-i-2019"),), holdings=holdings)
    message = lay_out_answer(Answer(Outcome.NOT_FOUND, "Không tìm thấy."), VI, around)
    assert message.parts == ("Không tìm thấy.\nHiện có 3 báo cáo, từ quý I/2019 đến quý III/2019.",)
    assert [row[0].data for row in message.rows] == ["k:quy-i-2019", "c:3:missing"]


NEAR = (
    Quote(1, "134/BC-VPUBND", "", "Lắp 03 ki-ốt tự phục vụ tại sảnh.", signed_on=date(2019, 2, 25)),
    Quote(
        2, "297/BC-VPUBND", "", "1 | Lắp camera | Văn phòng | Đã lắp", columns=("", "Nhiệm vụ", "Chủ trì", "Kết quả")
    ),
)


def test_what_comes_nearest_is_quoted_below_its_report_and_called_uncertain():
    [part] = lay_out_answer(Answer(Outcome.NOT_FOUND, "Không tìm thấy.", near=NEAR[:1]), VI, Around(1)).parts
    assert part == (
        "Không tìm thấy.\nChưa có câu trả lời chắc chắn. Câu gần nhất trong báo cáo, bạn xem có đúng ý không:\n"
        "Nguồn: 134/BC-VPUBND, ngày 25/02/2019\n<blockquote expandable>Lắp 03 ki-ốt tự phục vụ tại sảnh.</blockquote>"
    )


def test_of_a_row_each_cell_is_told_behind_its_heading():
    [part] = lay_out_answer(Answer(Outcome.NOT_FOUND, "Không tìm thấy.", near=NEAR), VI, Around(1)).parts
    assert "<blockquote expandable>Nhiệm vụ: Lắp camera\nChủ trì: Văn phòng\nKết quả: Đã lắp</blockquote>" in part


def test_a_row_whose_columns_are_not_plain_stands_as_it_is():
    row = replace(NEAR[1], columns=())
    [part] = lay_out_answer(Answer(Outcome.NOT_FOUND, "Không tìm thấy.", near=(row,)), VI, Around(1)).parts
    assert "1 | Lắp camera | Văn phòng | Đã lắp" in part


def test_below_what_comes_nearest_the_question_can_be_sent_to_the_admins():
    message = lay_out_answer(Answer(Outcome.NOT_FOUND, "Không tìm thấy.", near=NEAR), VI, Around(3))
    assert [row[0].data for row in message.rows] == ["c:3:missing"]


def test_of_sentences_that_are_offered_as_many_are_shown_as_one_message_holds():
    long = tuple(replace(NEAR[0], text=f"{n} " + "hồ sơ " * 300) for n in range(3))
    [part] = lay_out_answer(Answer(Outcome.NOT_FOUND, "Không tìm thấy.", near=long), VI, Around(1)).parts
    assert part.count("<blockquote") == 2


def test_choices_that_begin_alike_are_shortened_so_that_they_can_be_told_apart():
    begin = "Số hồ sơ tiếp nhận mới trong kỳ của Trung tâm Phục vụ hành chính công tỉnh Hưng Hòa theo hình thức"
    options = tuple(Choice(f"{begin} {way}", "?") for way in ("trực tuyến", "trực tiếp"))
    rows = lay_out_answer(Answer(Outcome.CLARIFY, "Ý nào?", choices=options), VI, Around(1)).rows
    labels = [row[0].label for row in rows[:2]]
    assert [label.endswith(way) for label, way in zip(labels, ("trực tuyến", "trực tiếp"), strict=True)] == [True, True]
    assert max(map(len, labels)) <= 60
