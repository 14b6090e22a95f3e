"""A briefing tells what the reports of its period tell, what changed, and what was late when the period ended."""

from datetime import date
from decimal import Decimal

from knowledge.briefing.briefing import brief
from knowledge.briefing.choosing import find_briefing
from knowledge.briefing.deadlines import find_deadlines
from knowledge.briefing.life import find_life
from knowledge.briefing.months import months_of, nearest_month
from knowledge.briefing.shares import find_shares
from knowledge.briefing.telling import told_periods
from knowledge.facts import Role
from tests.asking.libraries import news, of_texts
from tests.briefing.samples import LONG_AFTER, asker, library
from tests.house import quarter

OFFICE = "Văn phòng UBND tỉnh Hưng Hòa"


def chief(index: int) -> dict[str, object]:
    """The chief figures of a quarter of 2019, by name."""
    [section] = brief(library(), quarter(index), LONG_AFTER).sections
    return {figure.name: figure for figure in section.figures}


def test_a_figure_stands_with_its_change_since_the_period_before():
    change = chief(2)["received"].change
    assert (change.written, change.difference, round(change.percent, 2)) == ("4.984 hồ sơ", 452, Decimal("9.07"))


def test_a_count_of_a_table_is_told_with_what_its_rows_count():
    late = chief(3)["late"]
    assert (late.written, late.change.written) == ("49 hồ sơ", "81 hồ sơ")


def test_what_the_period_before_did_not_tell_has_no_change():
    assert chief(2)["late"].change is None


def test_every_line_rests_on_words_of_a_report():
    texts = {report.id: report.text for report in library().reports}
    quotes = brief(library(), quarter(3), LONG_AFTER).quotes
    assert len(quotes) > 10
    assert all(quote.text in texts[quote.report_id] for quote in quotes)


def test_documents_of_the_period_are_told_and_earlier_ones_are_not():
    [section] = brief(library(), quarter(2), LONG_AFTER).sections
    assert [one.name for one in section.issued] == ["Quyết định 941/QĐ-UBND", "Quyết định 1056/QĐ-UBND"]


def test_what_only_a_register_dates_into_the_period_is_told_beside_what_reports_tell():
    listed = {index: [one.name for one in brief(library(), quarter(index), LONG_AFTER).listed] for index in (1, 3)}
    assert listed == {1: ["Kế hoạch 38/KH-UBND", "Công văn 777/UBND-NC"], 3: ["Công văn 2001/UBND-KGVX"]}


def test_of_one_organisation_only_what_it_issued_or_is_charged_with_is_told_from_registers():
    own = brief(library(), quarter(1), LONG_AFTER, organisation="Sở Nội vụ tỉnh Thanh Lâm").listed
    assert "Kế hoạch 38/KH-UBND" in [one.name for one in own]
    assert not brief(library(), quarter(1), LONG_AFTER, organisation="Sở Xây dựng").listed


def test_what_was_not_done_when_its_day_had_passed_is_overdue_at_the_end_of_the_period():
    overdue = brief(library(), quarter(3), LONG_AFTER).overdue
    assert [one.name for one in overdue if one.name.startswith("Công văn")] == [
        "Công văn 6543/UBND-KSTT",
        "Công văn 1482/UBND-KSTT",
    ]


def test_a_plan_that_was_carried_out_under_another_name_is_not_called_overdue():
    [plan] = [one for one in find_deadlines(library()) if one.name.startswith("Quy trình nội bộ")]
    assert (plan.perhaps, plan.is_overdue(LONG_AFTER)) == ("Quyết định 941/QĐ-UBND", False)


def test_a_period_that_still_runs_is_judged_on_the_day_of_the_meeting():
    assert brief(library(), quarter(3), date(2019, 7, 15)).as_of == date(2019, 7, 15)


def test_two_values_of_one_figure_are_not_chosen_between():
    text = news(
        "12/BC-VPUBND", "15/6/2021", "quý II năm 2021", "Tiếp nhận 10 hồ sơ.", "Tiếp nhận 12 hồ sơ.", office=OFFICE
    )
    found = of_texts(text).library
    [section] = brief(found, told_periods(found)[0], LONG_AFTER).sections
    assert section.figures == ()


def test_without_words_the_newest_period_is_meant():
    assert find_briefing(library(), "", LONG_AFTER).period == quarter(3)


def test_a_quarter_without_a_year_is_the_newest_that_is_told_of():
    assert find_briefing(library(), "quy 2", LONG_AFTER).period == quarter(2)


def test_a_period_that_no_report_tells_of_is_not_replaced_by_another():
    assert find_briefing(library(), "quý IV/2019", LONG_AFTER).period is None


def test_an_organisation_may_be_named_in_part_and_without_tones():
    assert find_briefing(library(), "quý II/2019 van phong ubnd", LONG_AFTER).organisations == (
        "Văn phòng UBND tỉnh Thanh Lâm",
    )


def test_words_that_name_no_organisation_are_given_back():
    assert find_briefing(library(), "quý II/2019 sở xây dựng", LONG_AFTER).unknown == "so xay dung"


def test_parts_and_rest_are_the_whole_in_every_period():
    indicator = asker().ask("quý II/2019 tiếp nhận bao nhiêu hồ sơ?", today=LONG_AFTER).answer.topic.indicator
    shares = find_shares(library(), indicator)
    assert [divided.rest for divided in shares.periods] == [3343, 0, 3361]


def test_periods_of_an_organisation_are_those_of_its_reports_however_it_is_spelt():
    texts = (
        news("12/BC-VPUBND", "15/6/2021", "quý II năm 2021", "Tiếp nhận 10 hồ sơ.", office=OFFICE),
        news("13/BC-SNV", "15/9/2021", "quý III năm 2021", "Tiếp nhận 12 hồ sơ.", office="Sở Nội vụ tỉnh Hưng Hòa"),
    )
    found = of_texts(*texts).library
    assert told_periods(found, OFFICE.replace("Hòa", "Hoà").lower()) == told_periods(found)[1:]
    assert told_periods(found, "") == ()


def test_a_figure_that_nothing_divides_has_no_shares():
    assert find_shares(library(), "phòng họp|count||phòng họp||Văn phòng UBND tỉnh Thanh Lâm|") is None


def test_the_life_of_a_document_goes_from_its_plan_to_its_end():
    topic = asker().ask("QĐ 1056 tới đâu rồi?", today=LONG_AFTER).answer.topic
    roles = [step.role for step in find_life(library(), topic.document).steps]
    assert (roles[:2], roles[-1]) == ([Role.PLANNED, Role.ISSUED], Role.LISTED)


def test_what_is_done_is_due_no_more():
    topic = asker().ask("QĐ 1056 tới đâu rồi?", today=LONG_AFTER).answer.topic
    assert find_life(library(), topic.document).due is None


def test_the_nearest_month_is_the_next_in_which_something_is_due():
    months = months_of(find_deadlines(library()))
    assert (nearest_month(months, (2019, 10)), nearest_month(months, (2026, 11))) == ((2019, 11), (2019, 12))
