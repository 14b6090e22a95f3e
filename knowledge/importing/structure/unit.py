"""One sentence, bullet or table row of a page, with what stands above it."""

from dataclasses import dataclass

from knowledge.facts import Area, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, bullet or table row with what stands above it.

    `lead` is the sentence that a list or table continues ("…, trong đó:"); `columns` are a table's headings,
    one for each cell.
    """

    span: Span
    block: int
    headings: tuple[str, ...] = ()
    area: Area | None = None
    is_task: bool = False
    is_heading: bool = False
    lead: Span | None = None
    label: str = ""  # "Về tổ chức bộ máy" before a colon
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()
    table: int | None = None
    counted_in: str = ""  # the unit that a note on the table gives its numbers: "Đơn vị tính: triệu đồng"
    under: str = ""  # the name of the row that a row "- Trước hạn", "+ Trực tuyến" is a part of
    doer: str = ""  # who does a task, where only one before it in its sentence says so
