"""What is doubted at import: nothing where all agrees, and just the one thing that does not."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.facts import DatedDocument, Doubt, Reading
from knowledge.grammar.numbers import format_decimal
from knowledge.importing.checks import Kind, Known, KnownReport, find_doubts
from knowledge.importing.files import read_file
from knowledge.importing.header import Given
from knowledge.importing.reading import read_report
from tests.importing.pages import END, FORMAL, page, read, report, tell

COUNTS = st.integers(min_value=100, max_value=90_000)


def shown(value: int) -> str:
    return format_decimal(Decimal(value))


def share(part: int, whole: int) -> str:
    exact = Decimal(part) * 100 / Decimal(whole)
    return format_decimal(exact.quantize(Decimal("0.01"), ROUND_HALF_UP), places=2)


def kinds(reading: Reading, known: Known = Known()) -> list[str]:  # noqa: B008 - a frozen value
    return [doubt.code for doubt in find_doubts(reading, known)]


def operands(doubt: Doubt) -> dict[str, str]:
    return {operand.name: operand.value for operand in doubt.operands}


def quarter_report(
    online: int, counter: int, postal: int, early: int, on_time: int, late: int, broken: dict[str, int] | None = None
) -> Reading:
    """A report whose figures agree, but for those that are given again."""
    received, resolved = online + counter + postal, early + on_time + late
    said = {
        "received": received,
        "online": online,
        "counter": counter,
        "postal": postal,
        "resolved": resolved,
        "early": early,
        "on_time": on_time,
        "late": late,
        "pending": received - resolved,
    }
    n = {name: shown(value) for name, value in {**said, **(broken or {})}.items()}
    return tell(
        f"Quý II năm 2021, Bộ phận Một cửa tiếp nhận {n['received']} hồ sơ, trong đó trực tuyến {n['online']} hồ sơ "
        f"({share(online, received)}%), trực tiếp {n['counter']} hồ sơ ({share(counter, received)}%), qua bưu chính "
        f"{n['postal']} hồ sơ ({share(postal, received)}%).",
        f"Đã giải quyết {n['resolved']} hồ sơ, trong đó trước hạn {n['early']} hồ sơ ({share(early, resolved)}%), đúng "
        f"hạn {n['on_time']} hồ sơ ({share(on_time, resolved)}%), trễ hạn {n['late']} hồ sơ ({share(late, resolved)}%); "
        f"đang giải quyết {n['pending']} hồ sơ.",
    )


@settings(max_examples=40)
@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_consistent_report_gives_no_doubt(a: int, b: int, c: int, d: int, e: int, f: int):
    assume(d + e + f < a + b + c)
    assert kinds(quarter_report(a, b, c, d, e, f)) == []


@settings(max_examples=20)
@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, st.integers(min_value=1, max_value=50))
@pytest.mark.parametrize(
    ("operand", "expected"),
    [
        ("pending", [Kind.STAGES]),
        ("early", [Kind.TIMELINESS]),
        ("on_time", [Kind.TIMELINESS]),
        ("late", [Kind.TIMELINESS]),
        ("online", [Kind.CHANNELS]),
        ("counter", [Kind.CHANNELS]),
        ("postal", [Kind.CHANNELS]),
        ("received", [Kind.STAGES, Kind.CHANNELS]),
        ("resolved", [Kind.STAGES, Kind.TIMELINESS]),
    ],
)
def test_one_broken_operand_gives_just_the_sums_that_it_stands_in(
    operand: str, expected: list[Kind], a: int, b: int, c: int, d: int, e: int, f: int, off: int
):
    sound = {"pending": a + b + c - d - e - f, "early": d, "on_time": e, "late": f, "online": a, "counter": b}
    sound |= {"postal": c, "received": a + b + c, "resolved": d + e + f}
    assume(sound["pending"] > 0)
    assert kinds(quarter_report(a, b, c, d, e, f, {operand: sound[operand] + off})) == expected


@settings(max_examples=40)
@given(COUNTS, COUNTS, st.decimals(min_value="0.02", max_value="30", places=2))
def test_a_share_that_is_off_is_doubted_with_what_it_would_be(part: int, rest: int, off: Decimal):
    whole = part + rest
    wrong = Decimal(share(part, whole).replace(",", ".")) + off
    assume(wrong < 100)
    reading = tell(
        f"Bộ phận Một cửa tiếp nhận {shown(whole)} hồ sơ, trong đó trực tuyến {shown(part)} hồ sơ, chiếm "
        f"{format_decimal(wrong, places=2)}%."
    )
    (doubt,) = find_doubts(reading)
    assert (doubt.code, operands(doubt)["computed"]) == (Kind.SHARE, f"{share(part, whole)}%")


@pytest.mark.parametrize("written", ["1,63", "1,64", "1,6", "2"])
def test_a_share_may_be_rounded_or_cut_off(written: str):
    # 87 of 5,316 is 1.6365 percent.
    assert kinds(tell(f"Đã giải quyết 5.316 hồ sơ, trong đó trễ hạn 87 hồ sơ ({written}%).")) == []


def test_a_share_of_something_else_is_not_compared():
    assert kinds(tell("Kinh phí là 460 triệu đồng; đã sử dụng 187 triệu đồng, đạt 81,3% kế hoạch năm.")) == []


def test_a_share_of_a_ratio_is_checked():
    assert kinds(tell("Có 12/46 nhiệm vụ đã xong, đạt 62,09%.")) == [Kind.SHARE]


def test_early_and_on_time_may_be_told_together():
    assert kinds(tell("Đã giải quyết 4.087 hồ sơ, trong đó trước và đúng hạn 4.036 hồ sơ, trễ hạn 61 hồ sơ.")) == [
        Kind.TIMELINESS
    ]


def test_dossiers_carried_over_explain_more_than_was_received():
    said = "Bộ phận Một cửa tiếp nhận 500 hồ sơ. Đã giải quyết 480 hồ sơ, đang giải quyết 40 hồ sơ"
    assert kinds(tell(f"{said}.")) == [Kind.STAGES]
    assert kinds(tell(f"{said} (kể cả hồ sơ kỳ trước chuyển sang).")) == []


def test_dossiers_given_back_explain_less_than_was_received():
    said = "Bộ phận Một cửa tiếp nhận 500 hồ sơ. Đã giải quyết 480 hồ sơ, đang giải quyết 10 hồ sơ"
    assert kinds(tell(f"{said}, trả lại do không đủ điều kiện 10 hồ sơ.")) == []


def test_what_is_to_be_resolved_is_what_was_carried_over_and_what_came():
    said = (
        "Tổng số hồ sơ phải giải quyết là 32.951 hồ sơ, gồm 1.105 hồ sơ kỳ trước chuyển sang và {} hồ sơ tiếp nhận mới."
    )
    assert kinds(tell(said.format("31.846"))) == []
    assert Kind.STAGES in kinds(tell(said.format("31.486")))


def test_parts_that_are_all_named_make_up_their_whole():
    assert kinds(tell("UBND tỉnh ban hành 14 văn bản quy phạm pháp luật, gồm 03 nghị quyết và 12 quyết định.")) == [
        Kind.PARTS
    ]


@pytest.mark.parametrize(("commune", "expected"), [("134.335", []), ("134.353", [Kind.PARTS])])
def test_the_three_levels_make_up_the_province(commune: str, expected: list[Kind]):
    said = f"Toàn tỉnh tiếp nhận 318.452 hồ sơ, trong đó cấp tỉnh 86.914 hồ sơ, cấp huyện 97.203 hồ sơ, cấp xã {commune} hồ sơ."
    assert kinds(tell(said)) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Đã giải quyết 5.904 hồ sơ. Qua dịch vụ bưu chính công ích: tiếp nhận 412 hồ sơ, trả kết quả 873 hồ sơ.",
        "Tiếp nhận qua bưu chính công ích 527 hồ sơ; trả kết quả qua bưu chính công ích 1.046 hồ sơ.",
        "Tiếp nhận 18.642 hồ sơ, trong đó mức độ 3 là 3.915 hồ sơ. Giải quyết 17.980 hồ sơ, đang giải quyết 662 hồ sơ.",
        "Văn bản đi 1.204 văn bản, trong đó ký số 1.189 văn bản; văn bản đến 3.377 văn bản.",
    ],
)
def test_what_is_beside_something_is_no_part_of_it(said: str):
    assert kinds(tell(said)) == []


def test_parts_that_are_only_some_need_not():
    assert kinds(tell("Toàn tỉnh rà soát 137 văn bản, trong đó bãi bỏ 15 văn bản, sửa đổi 22 văn bản.")) == []


def test_a_part_larger_than_its_whole_is_doubted():
    assert kinds(tell("Bộ phận Một cửa tiếp nhận 642 hồ sơ, trong đó trực tuyến 1.138 hồ sơ.")) == [Kind.PART_EXCEEDS]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("tiếp nhận 3.126 hồ sơ, tăng 378 hồ sơ (13,76%) so với quý I/2021", []),
        ("tiếp nhận 3.126 hồ sơ, tăng 378 hồ sơ (31,76%) so với quý I/2021", [Kind.CHANGE]),
        ("tiếp nhận 3.126 hồ sơ, tăng 378 hồ sơ so với quý I/2021 (2.748 hồ sơ)", []),
        ("tiếp nhận 3.126 hồ sơ, tăng 378 hồ sơ so với quý I/2021 (2.784 hồ sơ)", [Kind.CHANGE]),
        ("tiếp nhận 3.126 hồ sơ, giảm 378 hồ sơ so với quý I/2021 (3.504 hồ sơ)", []),
    ],
)
def test_a_change_is_the_difference_and_its_percent_is_of_the_older_value(said: str, expected: list[Kind]):
    assert kinds(tell(f"Quý II/2021, Bộ phận Một cửa {said}.")) == expected


QUARTERS = "Quý {} năm 2021, Bộ phận Một cửa tiếp nhận {} hồ sơ."


def known(*sentences: str) -> Known:
    return Known(tuple(KnownReport(f"{n}/BC-VPUBND", tell(s)) for n, s in enumerate(sentences, 1)))


def test_quarters_of_published_reports_make_up_the_year():
    told = [QUARTERS.format(name, value) for name, value in (("I", "1.000"), ("II", "1.100"), ("III", "1.200"))]
    year = "Năm 2021, Bộ phận Một cửa tiếp nhận {} hồ sơ; riêng quý IV năm 2021 tiếp nhận 1.300 hồ sơ."
    assert kinds(tell(year.format("4.600")), known(*told)) == []
    (doubt,) = find_doubts(tell(year.format("4.700")), known(*told))
    assert (doubt.code, operands(doubt)["sum"]) == (Kind.PERIODS, "4.600")
    assert [operand.report for operand in doubt.operands[:2]] == ["1/BC-VPUBND", "2/BC-VPUBND"]


def test_quarters_of_other_days_than_the_half_year_are_not_compared():
    first = "Quý I năm 2021 (từ ngày 01/01/2021 đến ngày 31/3/2021), Bộ phận Một cửa tiếp nhận 1.000 hồ sơ."
    half = (
        "6 tháng đầu năm 2021 (từ ngày 15/12/2020 đến ngày 14/6/2021), Bộ phận Một cửa tiếp nhận 2.300 hồ sơ.",
        "Quý II năm 2021, Bộ phận Một cửa tiếp nhận 1.100 hồ sơ.",
    )
    assert kinds(tell(*half), known(first)) == []


def test_a_published_report_that_says_otherwise_is_named():
    (doubt,) = find_doubts(tell(QUARTERS.format("II", "1.110")), known(QUARTERS.format("II", "1.100")))
    assert doubt.code == Kind.CONTRADICTION
    assert [(o.value, o.report) for o in doubt.operands] == [("1.110 hồ sơ", ""), ("1.100 hồ sơ", "1/BC-VPUBND")]


@pytest.mark.parametrize(
    "other",
    [
        "Quý I năm 2021, Bộ phận Một cửa tiếp nhận 1.100 hồ sơ.",
        "Quý II năm 2021, Trung tâm Hành chính công tỉnh tiếp nhận 1.100 hồ sơ.",
        "Quý II năm 2021, Bộ phận Một cửa tiếp nhận hơn 1.100 hồ sơ.",
        "Quý II năm 2021, Bộ phận Một cửa tiếp nhận trực tuyến 1.100 hồ sơ.",
        "Quý II năm 2021, Bộ phận Một cửa tiếp nhận 1.100 hồ sơ đất đai.",
    ],
)
def test_another_period_body_or_thing_is_no_contradiction(other: str):
    assert kinds(tell(QUARTERS.format("II", "1.110")), known(other)) == []


@pytest.mark.parametrize(("score", "expected"), [("84,12", []), ("84,21", [Kind.CONTRADICTION])])
def test_an_index_is_compared_with_what_was_published_of_the_same_year(score: str, expected: list[Kind]):
    said = "Chỉ số cải cách hành chính (PAR INDEX) năm 2020 của tỉnh đạt {} điểm."
    assert kinds(tell(said.format(score)), known(said.format("84,12"))) == expected
    assert kinds(tell(said.format(score)), known(said.format("83,00").replace("2020", "2019"))) == []


def test_shares_of_quarters_are_not_added_up():
    said = "Tỷ lệ hài lòng của người dân {} năm 2021 đạt {}%."
    quarters = known(*(said.format(f"quý {name}", 95) for name in ("I", "II", "III", "IV")))
    assert kinds(tell(said.format("trong", "96")), quarters) == []


def test_one_report_that_gives_a_figure_two_values_is_doubted():
    said = tell(QUARTERS.format("II", "1.110"), "Như vậy quý II năm 2021 Bộ phận Một cửa tiếp nhận 1.101 hồ sơ.")
    assert kinds(said) == [Kind.TWO_VALUES]


def test_a_number_with_two_dates_of_one_year_is_doubted_once():
    said = report(
        "UBND tỉnh ban hành Quyết định số 192/QĐ-UBND ngày 22/01/2021 về chương trình công tác.",
        "Thực hiện Quyết định số 192/QĐ-UBND ngày 23/01/2021 của UBND tỉnh về chương trình công tác.",
    )
    (doubt,) = find_doubts(said)
    assert (doubt.code, operands(doubt)["document"]) == (Kind.TWO_DATES, "192/QĐ-UBND")


def test_numbers_begin_anew_every_year_and_with_every_issuer():
    said = report(
        "UBND tỉnh ban hành Kế hoạch số 45/KH-UBND ngày 20/02/2021 về kiểm soát thủ tục hành chính.",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 26/02/2020 của UBND tỉnh về kiểm soát thủ tục hành chính.",
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 11/03/2021 của UBND huyện Bàu Sen về kiểm soát thủ tục hành chính.",
    )
    assert kinds(said) == []


def test_a_published_date_of_the_same_document_is_compared():
    said = report("UBND tỉnh ban hành Quyết định số 192/QĐ-UBND ngày 22/01/2021 về chương trình công tác.")
    published = DatedDocument("7/BC-SNV", "192", "QĐ-UBND", date(2021, 1, 25), "UBND tỉnh", said.report.province)
    (doubt,) = find_doubts(said, Known(documents=(published,)))
    assert (doubt.code, doubt.operands[-1].report) == (Kind.TWO_DATES, "7/BC-SNV")
    elsewhere = replace(published, province="Hậu Thới")
    assert kinds(said, Known(documents=(elsewhere,))) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("UBND tỉnh ban hành Quyết định số 9/QĐ-UBND ngày 22/7/2021 về chương trình công tác.", []),
        ("UBND tỉnh ban hành Quyết định số 9/QĐ-UBND ngày 22/12/2021 về chương trình công tác.", [Kind.DATE_LATER]),
        ("UBND tỉnh ban hành Quyết định số 9/QĐ-UBND ngày 22/7/2011 về chương trình công tác.", [Kind.DATE_EARLIER]),
        ("Thực hiện Quyết định số 9/QĐ-UBND ngày 22/7/2011 của UBND tỉnh về chương trình công tác.", []),
        (
            "UBND tỉnh ban hành Quyết định số 9/2020/QĐ-UBND ngày 22/7/2021 về chương trình công tác.",
            [Kind.NUMBER_YEAR],
        ),
    ],
)
def test_a_document_that_is_newly_issued_is_of_the_reports_time(said: str, expected: list[Kind]):
    assert kinds(report(said)) == expected


def test_days_that_end_after_the_report_was_signed_are_doubted():
    window = "Từ ngày 15/6/2021 đến ngày {}, Sở Nội vụ tiếp nhận 1.100 hồ sơ."
    assert kinds(report(window.format("10/9/2021"))) == []
    assert kinds(report(window.format("14/9/2021"))) == [Kind.WINDOW]


def test_days_of_another_year_than_the_period_are_doubted():
    window = "Quý III năm 2021 (từ ngày 15/6/{} đến ngày 10/9/{}), Sở Nội vụ tiếp nhận 1.100 hồ sơ."
    assert kinds(report(window.format(2020, 2020))) == [Kind.WINDOW]


def test_a_comma_for_the_point_between_thousands_is_doubted():
    (doubt,) = find_doubts(tell("Bộ phận Một cửa tiếp nhận 4,984 hồ sơ."))
    assert (doubt.code, operands(doubt)["value"]) == (Kind.FRACTION, "4,984 hồ sơ")


def test_a_symbol_with_a_wrong_mark_is_doubted():
    assert kinds(report("UBND tỉnh ban hành Thông báo số 157/TB_UBND ngày 22/7/2021 về lịch nghỉ.")) == [Kind.SYMBOL]


def test_a_report_that_does_not_say_whose_it_is_is_doubted():
    assert Kind.NO_ORGANISATION in kinds(read("Báo cáo quý I năm 2019\n\nTiếp nhận 12 hồ sơ."))


def test_what_was_recognised_in_a_picture_says_so():
    picture = replace(page(FORMAL + "Tiếp nhận 4,984 hồ sơ." + END), is_recognised=True)
    assert [doubt.code for doubt in read_report(picture, Given()).doubts] == [Kind.RECOGNISED]
    assert not read_report(replace(picture, is_recognised=False), Given()).doubts


def register_of(tmp_path: Path, *lines: str) -> Reading:
    path = tmp_path / "so-theo-doi.csv"
    path.write_text("\n".join((*lines, "Số ký hiệu,Ngày ban hành,Trích yếu", "12/KH-UBND,02/3/2021,Kiểm tra công vụ")))
    return read_file(path)


def test_a_register_that_says_nothing_of_itself_is_doubted(tmp_path: Path):
    assert kinds(register_of(tmp_path)) == [Kind.NO_ORGANISATION, Kind.NO_PERIOD, Kind.NO_TITLE]


def test_a_register_that_says_whose_and_of_when_it_is_is_not_doubted(tmp_path: Path):
    title = "Theo dõi văn bản năm 2021 của Sở Nội vụ tỉnh Hưng Hòa"
    assert kinds(register_of(tmp_path, title)) == []


def test_a_row_of_a_register_without_a_number_is_doubted(tmp_path: Path):
    register = tmp_path / "so-theo-doi.csv"
    rows = ("Số ký hiệu,Ngày ban hành,Trích yếu", "12/KH-UBND,02/3/2021,Kiểm tra công vụ", ",05/3/2021,Tập huấn")
    register.write_text("\n".join(rows), encoding="utf-8")
    assert Kind.ROWS_NO_NUMBER in kinds(read_file(register))


def test_every_doubt_quotes_whole_sentences_of_the_report():
    reading = quarter_report(10_000, 2_000, 300, 9_000, 1_000, 100, {"early": 9_009})
    sentences = {statement.span for statement in reading.statements}
    (doubt,) = find_doubts(reading)
    assert set(doubt.spans) <= sentences
    assert operands(doubt) == {
        "early": "9.009 hồ sơ",
        "on_time": "1.000 hồ sơ",
        "late": "100 hồ sơ",
        "resolved": "10.100 hồ sơ",
        "sum": "10.109",
    }
