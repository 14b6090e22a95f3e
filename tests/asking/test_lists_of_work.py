"""A list of work is asked for by its state and for whom a task is."""

from datetime import date

from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from tests.asking.libraries import ask, is_answered

ROWS = """STT,Nhiệm vụ,Đơn vị chủ trì,Đơn vị phối hợp,Sản phẩm,Thời gian hoàn thành,Kết quả
1,Xây dựng Đề án vị trí việc làm,Sở Nội vụ,Sở Tài chính,Quyết định,30/6/2024,Đã hoàn thành
2,Rà soát thủ tục hành chính nội bộ,Văn phòng UBND tỉnh,Sở Tư pháp,Báo cáo,31/3/2024,Chưa hoàn thành
3,Nâng cấp Cổng dịch vụ công,Sở Thông tin và Truyền thông,Văn phòng UBND tỉnh,Hệ thống,31/12/2024,Đang triển khai
4,Tập huấn kỹ năng số cho công chức cấp xã,Sở Nội vụ,Các huyện,Lớp tập huấn,30/9/2024,Đang triển khai
"""


def asked(question, tmp_path):
    path = tmp_path / "viec.csv"
    path.write_text(ROWS)
    return ask(question, asker=Asker.of([PublishedReport(1, read_file(path))]), today=date(2024, 7, 20))


def test_what_is_not_done_is_all_that_is_not_called_so(tmp_path):
    answer = asked("Nhiệm vụ nào chưa hoàn thành?", tmp_path)
    assert answer.direct == "3 việc"


def test_a_task_for_communes_is_none_for_districts(tmp_path):
    assert is_answered(asked("Tập huấn kỹ năng số cho công chức cấp xã ai chủ trì?", tmp_path))
    assert not is_answered(asked("Tập huấn kỹ năng số cho công chức cấp huyện ai chủ trì?", tmp_path))
