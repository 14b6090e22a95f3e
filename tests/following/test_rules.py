"""Rules read as people say them."""

import pytest

from knowledge.facts import Area
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind, describe

RULES = [
    (ALL_REPORTS, "tất cả báo cáo", "all reports"),
    (Rule(RuleKind.ORGANISATION, "Sở Nội vụ"), "báo cáo của Sở Nội vụ", "reports of Sở Nội vụ"),
    (Rule(RuleKind.AREA, "finance"), "lĩnh vực cải cách tài chính công", "the area of public finance"),
    (
        Rule(RuleKind.DOCUMENT, "192/QĐ-UBND|2019|UBND tỉnh"),
        "văn bản 192/QĐ-UBND (2019, UBND tỉnh)",
        "the document 192/QĐ-UBND (2019, UBND tỉnh)",
    ),
    (Rule(RuleKind.DOCUMENT, "192/QĐ-UBND||"), "văn bản 192/QĐ-UBND", "the document 192/QĐ-UBND"),
    (Rule(RuleKind.DOCUMENT, "|Quy chế|xin lỗi"), "văn bản Quy chế xin lỗi", "the document Quy chế xin lỗi"),
    (
        Rule(RuleKind.DOCUMENT, "192/QĐ-UBND|2019|UBND tỉnh Hưng Hòa|Hưng Hòa"),
        "văn bản 192/QĐ-UBND (2019, UBND tỉnh Hưng Hòa)",
        "the document 192/QĐ-UBND (2019, UBND tỉnh Hưng Hòa)",
    ),
    (
        Rule(RuleKind.INDICATOR, "Tỷ lệ biên bản được số hóa đạt|share|%|bien ban||Sở A|"),
        "chỉ tiêu Tỷ lệ biên bản được số hóa (Sở A)",
        "the indicator Tỷ lệ biên bản được số hóa (Sở A)",
    ),
    (
        Rule(RuleKind.INDICATOR, "Số bàn chưa đạt|count|bàn|ban||Sở A|"),
        "chỉ tiêu Số bàn chưa đạt (Sở A)",
        "the indicator Số bàn chưa đạt (Sở A)",
    ),
    (
        Rule(RuleKind.INDICATOR, "Kế hoạch số 7/KH-SNV các phòng đã xong việc|count|việc|viec||Sở A|"),
        "chỉ tiêu các phòng đã xong việc (Kế hoạch số 7/KH-SNV) (Sở A)",
        "the indicator các phòng đã xong việc (Kế hoạch số 7/KH-SNV) (Sở A)",
    ),
    (Rule(RuleKind.INDICATOR, "hồ sơ quá hạn"), "chỉ tiêu hồ sơ quá hạn", "the indicator hồ sơ quá hạn"),
]


@pytest.mark.parametrize(("rule", "vietnamese", "english"), RULES)
def test_a_rule_reads_in_both_languages(rule: Rule, vietnamese: str, english: str):
    assert (describe(rule), describe(rule, "en")) == (vietnamese, english)


@pytest.mark.parametrize("area", list(Area))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_area_has_words(area: Area, language: str):
    assert len(describe(Rule(RuleKind.AREA, area.value), language).split()) > 3


def test_rules_are_compared_without_tones_and_case():
    assert Rule(RuleKind.ORGANISATION, " SỞ  nội vụ").key == Rule(RuleKind.ORGANISATION, "so noi vu").key
