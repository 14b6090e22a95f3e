"""Lines with one pipe each are a table where the last column holds values, and only lines side by side elsewhere."""

from knowledge.importing.readers.text_tables import Rule, as_table, rule_of


def test_names_and_values_are_a_table():
    run = ["Lĩnh vực | Tiếp nhận", "Lý lịch tư pháp | 16.940", "Tổng cộng | 21.847"]
    assert {rule_of(line) for line in run} == {Rule.PIPE}
    assert as_table(Rule.PIPE, run) == [
        ["Lĩnh vực", "Tiếp nhận"],
        ["Lý lịch tư pháp", "16.940"],
        ["Tổng cộng", "21.847"],
    ]


def test_two_names_on_a_line_are_none():
    assert as_table(Rule.PIPE, ["Trang chủ | Tin tức", "Giới thiệu | Liên hệ"]) is None
