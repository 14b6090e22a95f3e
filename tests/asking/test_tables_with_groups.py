"""Tables whose heads stand in two rows and whose rows are parted by a column before their names."""

from datetime import date

import pytest

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.asking.libraries import ask, is_answered

PAGE = """<html><body><p>ỦY BAN NHÂN DÂN TỈNH LÂM BÌNH</p><p>Số: 401/BC-UBND</p><p>Lâm Bình, ngày 15 tháng 6 năm 2024</p><p>BÁO CÁO</p>
<p>Kết quả công tác cải cách hành chính 6 tháng đầu năm 2024</p>
<p>Phụ lục I. Tình hình tiếp nhận, giải quyết phản ánh, kiến nghị</p>
<table><tr><th rowspan=2>Cấp</th><th rowspan=2>Nội dung</th><th colspan=2>Tiếp nhận</th><th colspan=2>Kết quả xử lý</th></tr>
<tr><th>Kỳ trước chuyển sang</th><th>Mới trong kỳ</th><th>Đã xử lý</th><th>Đang xử lý</th></tr>
<tr><td rowspan=2>Cấp tỉnh</td><td>Về hành vi hành chính</td><td>2</td><td>40</td><td>38</td><td>4</td></tr>
<tr><td>Về quy định hành chính</td><td>0</td><td>12</td><td>12</td><td>0</td></tr>
<tr><td rowspan=2>Cấp huyện</td><td>Về hành vi hành chính</td><td>5</td><td>81</td><td>80</td><td>6</td></tr>
<tr><td>Về quy định hành chính</td><td>1</td><td>9</td><td>10</td><td>0</td></tr></table>
<p>Phụ lục II. Kết quả Chỉ số cải cách hành chính năm 2023 của các sở</p>
<table><tr><th rowspan=2>Đơn vị</th><th colspan=2>Điểm</th><th rowspan=2>Xếp hạng</th></tr><tr><th>Tự đánh giá</th><th>Thẩm định</th></tr>
<tr><td>Sở Tư pháp</td><td>95,0</td><td>92,5</td><td>1</td></tr><tr><td>Sở Nội vụ</td><td>94,0</td><td>91,2</td><td>2</td></tr></table>
<p>Phụ lục III. Biên chế</p>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>Đơn vị tính</th><th>Số liệu</th></tr>
<tr><td>1</td><td>Tổng số biên chế công chức được giao</td><td>Biên chế</td><td>2150</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def asker(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "phu-luc.html"
    path.write_text(PAGE)
    return Asker.of([PublishedReport(1, read_file(path))])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Cấp tỉnh tiếp nhận bao nhiêu phản ánh về hành vi hành chính?", "40"),
        ("Cấp huyện tiếp nhận bao nhiêu phản ánh về quy định hành chính?", "9"),
        ("Cấp huyện đã xử lý bao nhiêu phản ánh về hành vi hành chính?", "80"),
        ("Biên chế công chức được giao bao nhiêu?", "2150"),
        ("Sở nào xếp thứ nhất?", "Sở Tư pháp: hạng 1 (Xếp hạng Điểm)"),
    ],
)
def test_a_cell_is_of_its_group_and_head(asker, question, said):
    assert ask(question, asker=asker, today=date(2024, 7, 1)).direct.startswith(said)


def test_nothing_is_told_of_a_level_without_rows(asker):
    assert not is_answered(ask("Cấp xã tiếp nhận bao nhiêu phản ánh?", asker=asker, today=date(2024, 7, 1)))
