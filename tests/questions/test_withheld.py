"""What is taken out of a report so that a question has no answer any more."""

from pathlib import Path

from knowledge.importing.files import read_file
from tests.questions.withheld import ask_withheld, withhold

REPORT = """UBND TỈNH VÂN TRÌ
Số: 88/BC-UBND
Vân Trì, ngày 15 tháng 12 năm 2023
BÁO CÁO
Công tác cải cách hành chính năm 2023
I. KẾT QUẢ
1. Toàn tỉnh tiếp nhận 62.705 hồ sơ. Đã giải quyết 61.000 hồ sơ.
2. Ban hành 14 văn bản quy phạm pháp luật.
"""


def test_only_the_sentence_that_is_quoted_is_taken_out(tmp_path):
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    text = withhold(read_file(path), ["Toàn tỉnh tiếp nhận 62.705 hồ sơ."])
    assert text is not None
    assert "62.705" not in text
    assert "61.000 hồ sơ" in text
    assert "14 văn bản" in text
    assert withhold(read_file(path), ["Không câu nào"]) is None


def test_a_set_can_be_asked(tmp_path):
    found = ask_withheld(Path(__file__).parent / "sample", each=2)
    assert all(one.answer for one in found)
