"""What an admin adds by hand answers as any figure does, and is no report of its quarter."""

from datetime import date
from decimal import Decimal

import pytest

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.entries.composing import compose_entry
from knowledge.facts import Measure, PeriodKind
from knowledge.fields.entry_fields import EntryFields
from knowledge.grammar.year_parts import make_period
from tests.asking.libraries import Chat, news, reading

TODAY = date(2021, 9, 20)
ENTRY = EntryFields(
    kind="figure",
    indicator="hồ sơ tiếp nhận",
    value=Decimal(7431),
    unit="hồ sơ",
    measure=Measure.COUNT,
    period=make_period(PeriodKind.QUARTER, 3, 2021),
    organisation="Văn phòng UBND tỉnh Hưng Hòa",
)
REPORT = news("41/BC-VPUBND", "15/6/2021", "quý II năm 2021", "Văn phòng tiếp nhận 7.025 hồ sơ.")


def _chat() -> Chat:
    asker = Asker.of([PublishedReport(1, reading(REPORT)), PublishedReport(2, compose_entry(ENTRY, TODAY))])
    return Chat(asker, TODAY)


def test_its_figure_is_told():
    assert _chat().ask("quý III/2021 tiếp nhận bao nhiêu hồ sơ?").direct.startswith("7.431")


@pytest.mark.parametrize(
    "asked", ["báo cáo quý III số mấy?", "báo cáo quý III/2021 ai ký?", "tóm tắt quý III năm 2021"]
)
def test_it_is_no_report_of_its_quarter(asked):
    assert _chat().ask(asked).outcome is Outcome.NOT_FOUND


def test_it_stands_in_no_list_of_reports():
    assert _chat().ask("có những báo cáo nào?").direct == "Có 1 báo cáo"


def test_whose_report_it_stands_in_is_said_to_be_none():
    chat = _chat()
    chat.ask("quý III/2021 tiếp nhận bao nhiêu hồ sơ?")
    assert "người quản trị thêm" in chat.ask("the ai ban hanh").direct
