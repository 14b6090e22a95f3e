"""Small texts read as a clerk's files are; places, people and numbers are invented."""

from knowledge.facts import Citation, Figure, Reading, Statement
from knowledge.importing.header import Given
from knowledge.importing.page import Page
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.plain_text import read_plain_text
from knowledge.importing.reading import read_report

NEWS = """Văn phòng UBND tỉnh Hưng Hòa: kết quả cải cách hành chính quý II/2021
Ngày đăng: 18/6/2021 | Lượt xem: 77

Văn phòng UBND tỉnh Hưng Hòa ban hành Báo cáo số 210/BC-VPUBND ngày 15/6/2021 về kết quả công tác cải cách hành chính quý II năm 2021.

"""
FORMAL = """UBND TỈNH HƯNG HÒA                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     SỞ NỘI VỤ                              Độc lập - Tự do - Hạnh phúc

Số: 88/BC-SNV                          Lâm Khê, ngày 12 tháng 9 năm 2021

                              BÁO CÁO
       Kết quả công tác cải cách hành chính quý III,
          phương hướng nhiệm vụ quý IV năm 2021

"""
END = """

Nơi nhận:                                 GIÁM ĐỐC
- UBND tỉnh;                              (Đã ký)
- Lưu: VT.                             Vũ Thị Mận
"""


def page(text: str) -> Page:
    return read_plain_text(text.encode(), DEFAULT)


def read(text: str, given: Given | None = None) -> Reading:
    """The text as a whole file."""
    return read_report(page(text), given or Given())


def tell(*paragraphs: str) -> Reading:
    """A news page of quarter II of 2021 with these paragraphs under its opening."""
    return read(NEWS + "\n\n".join(paragraphs) + "\n")


def report(*paragraphs: str) -> Reading:
    """A formal report of quarter III of 2021 with these paragraphs."""
    return read(FORMAL + "\n\n".join(paragraphs) + END)


def words(reading: Reading, statement: Statement) -> str:
    return statement.span.cut(reading.text)


def citations(reading: Reading) -> list[Citation]:
    return [citation for statement in reading.statements for citation in statement.citations]


def figures(reading: Reading) -> list[Figure]:
    return [figure for statement in reading.statements for figure in statement.figures]


def figure(reading: Reading, written: str) -> Figure:
    """The one figure that begins so; fails where there is none or several."""
    (found,) = (f for f in figures(reading) if f.written.split()[0] == written)
    return found


def figure_of(sentence: str, written: str) -> Figure:
    """The figure of a news page's sentence that is written so."""
    return figure(tell(sentence), written)


def citations_of(*paragraphs: str) -> list[Citation]:
    """All documents that a news page's paragraphs speak of."""
    return citations(tell(*paragraphs))


def citation_of(*paragraphs: str) -> Citation:
    """The only document that they speak of."""
    (found,) = citations_of(*paragraphs)
    return found
