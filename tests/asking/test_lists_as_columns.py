"""Lists that part a number, in a sentence or one a line, are asked as the rows of a table are: most, least, each, which."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts, quotes

REPORT = """SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG
TỈNH VÂN TRÌ
Số: 171/BC-SNNMT
Vân Trì, ngày 20 tháng 6 năm 2021
BÁO CÁO
Kết quả công tác cải cách hành chính 6 tháng đầu năm 2021
I. KẾT QUẢ
1. Trong kỳ Sở tiếp nhận 412 hồ sơ, giải quyết 371 hồ sơ.
2. Chia theo lĩnh vực:
- Trồng trọt và bảo vệ thực vật: 96 hồ sơ;
- Chăn nuôi: 142 hồ sơ;
- Kiểm lâm: 174 hồ sơ.
3. Giải quyết theo lĩnh vực: trồng trọt 80 hồ sơ; chăn nuôi 130 hồ sơ; kiểm lâm 161 hồ sơ.
4. Quá hạn 15 hồ sơ, trong đó: lĩnh vực kiểm lâm 9 hồ sơ, chiếm 60%, lĩnh vực chăn nuôi 4 hồ sơ, lĩnh vực thủy lợi 2 hồ sơ.
5. Hồ sơ trực tuyến tập trung ở các lĩnh vực: đất đai (120 hồ sơ), khoáng sản (45 hồ sơ) và môi trường (31 hồ sơ).
6. Theo hình thức nộp: trực tiếp 216 hồ sơ; trực tuyến 196 hồ sơ.
"""
ASKER = of_texts(REPORT)
TODAY = date(2021, 7, 1)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("lĩnh vực nào tiếp nhận nhiều hồ sơ nhất", "Kiểm lâm: 174 hồ sơ"),
        ("Sở Nông nghiệp lĩnh vực nào nhận ít hồ sơ nhất", "Trồng trọt và bảo vệ thực vật: 96 hồ sơ"),
        ("linh vuc nao giai quyet it ho so nhat", "trồng trọt: 80 hồ sơ"),
        ("lĩnh vực nào quá hạn nhiều nhất", "kiểm lâm: 9 hồ sơ"),
        ("lĩnh vực nào nộp trực tuyến nhiều nhất", "đất đai: 120 hồ sơ"),
        ("hồ sơ quá hạn nằm ở những lĩnh vực nào", "kiểm lâm: 9 hồ sơ; chăn nuôi: 4 hồ sơ; thủy lợi: 2 hồ sơ"),
        ("Sở nhận hồ sơ ở những lĩnh vực nào", "Trồng trọt và bảo vệ thực vật: 96 hồ sơ; Chăn nuôi"),
        ("kể tên các lĩnh vực hồ sơ tiếp nhận của Sở Nông nghiệp", "Trồng trọt và bảo vệ thực vật: 96 hồ sơ"),
    ],
)
def test_items_are_told_with_their_values(question, begins):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert answer.direct.startswith(begins), answer.direct
    assert begins.split(": ")[0] in quotes(answer)


@pytest.mark.parametrize(
    "question",
    [
        "lĩnh vực nào nộp trực tuyến ít nhất",  # only where most came in is told
        "đơn vị nào tiếp nhận nhiều hồ sơ nhất",
        "lĩnh vực nào giải quyết đúng hạn nhiều nhất",
        "lĩnh vực nào nộp trực tiếp nhiều nhất",
    ],
)
def test_what_is_not_parted_so_is_not_told(question):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert not is_answered(answer), answer.direct


def test_items_that_add_up_to_nothing_told_say_no_stage():
    without = of_texts(REPORT.replace("tiếp nhận 412 hồ sơ", "tiếp nhận 420 hồ sơ"))
    assert not is_answered(ask("lĩnh vực nào tiếp nhận nhiều hồ sơ nhất", asker=without, today=TODAY))
