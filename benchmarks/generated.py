"""A store of any size: registers of many provinces and years, and quarterly reports of many bodies, all invented.

Subjects are near-identical on purpose: a few actions on a few things, in every province and year.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from benchmarks.measuring import ROOT
from knowledge.asking.library import PublishedReport
from knowledge.facts import Citation, Figure, Measure, PeriodKind, Reading, ReportFacts, Role, Span, Statement
from knowledge.grammar.periods import make_period

YEARS = range(2014, 2024)
ROWS_SHARE = 0.8  # of all items; the others are sentences with figures
_TYPES = (
    ("Quyết định", "QĐ-UBND"),
    ("Kế hoạch", "KH-UBND"),
    ("Chỉ thị", "CT-UBND"),
    ("Công văn", "UBND-NC"),
    ("Công văn", "UBND-VX"),
)
_ACTIONS = (
    "kiểm tra công tác", "tuyên truyền", "đào tạo, bồi dưỡng về", "rà soát, đánh giá", "khảo sát mức độ hài lòng về", "triển khai thực hiện",
    "phân công nhiệm vụ", "giao chỉ tiêu", "tổ chức hội nghị về", "sơ kết 6 tháng", "tổng kết", "kiện toàn Ban Chỉ đạo về", "nâng cao chất lượng",
    "đẩy mạnh", "ban hành Quy chế phối hợp trong", "phê duyệt Đề án", "công bố danh mục", "đơn giản hóa", "xếp hạng", "khắc phục hạn chế trong",
)  # fmt: skip
_THINGS = (
    "cải cách thủ tục hành chính", "tiếp công dân", "văn thư, lưu trữ", "phòng chống tham nhũng", "an toàn thực phẩm", "giáo dục mầm non",
    "quản lý đất đai", "chuyển đổi số", "dịch vụ công trực tuyến", "tinh giản biên chế", "bảo hiểm y tế", "phòng cháy chữa cháy", "giảm nghèo bền vững",
    "xây dựng nông thôn mới", "quản lý tài sản công", "thi đua khen thưởng", "phổ biến pháp luật", "bảo vệ môi trường", "an toàn giao thông",
    "y tế dự phòng", "lao động nông thôn", "du lịch cộng đồng", "chăn nuôi gia súc", "thủy lợi nội đồng", "hòa giải ở cơ sở", "nghĩa vụ quân sự",
    "vệ sinh nước sạch", "cai nghiện ma túy", "bình đẳng giới", "trợ giúp người khuyết tật",
)  # fmt: skip
_WHERE = (
    "", " trên địa bàn các xã vùng sâu", " tại các trường học", " cho cán bộ cấp xã", " đối với doanh nghiệp nhỏ", " trong các cơ quan chuyên môn",
    " tại khu công nghiệp", " cho hộ gia đình chính sách", " theo cơ chế một cửa", " giai đoạn hai",
)  # fmt: skip
_FIGURES = (
    ("Tổng số hồ sơ tiếp nhận", "hồ sơ"), ("Số hồ sơ đã giải quyết", "hồ sơ"), ("Số hồ sơ giải quyết quá hạn", "hồ sơ"),
    ("Số hồ sơ tiếp nhận trực tuyến", "hồ sơ"), ("Số văn bản đã ban hành", "văn bản"), ("Số lớp tập huấn đã tổ chức", "lớp"),
    ("Số thủ tục hành chính đã rà soát", "thủ tục"), ("Số cuộc kiểm tra đã thực hiện", "cuộc"),
)  # fmt: skip
_BODIES = ("Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Sở Xây dựng", "Sở Tài chính", "Sở Công Thương", "Văn phòng UBND")


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a register as a question would name it; `text` is what an index of plain texts holds."""

    number: str
    symbol: str
    type: str
    day: date
    subject: str
    province: str
    text: str


@cache
def provinces() -> tuple[str, ...]:
    """The provinces of the gazetteer."""
    text = (ROOT / "knowledge" / "vocabulary" / "organisations.toml").read_text(encoding="utf-8")
    return tuple(name.title() for name in tomllib.loads(text)["provinces"][:63])


def items(count: int) -> Iterator[tuple[PublishedReport, tuple[Item, ...], tuple[str, ...]]]:
    """Reports that hold so many items together: each with its register rows, and the texts of its other items."""
    rows = int(count * ROWS_SHARE)
    places = [(province, year) for province in provinces() for year in YEARS]
    number = 0
    for at, (province, year) in enumerate(places):
        share = rows * (at + 1) // len(places) - rows * at // len(places)
        if share:
            number += 1
            yield _register(number, province, year, share)
    reports = [(p, y, q, body) for p in provinces() for y in YEARS for q in range(1, 5) for body in _BODIES]
    needed = -(-(count - rows) // len(_FIGURES))
    sentences = -(-(count - rows) // max(1, min(needed, len(reports))))
    left = count - rows
    for province, year, quarter, body in random.Random(7).sample(reports, min(needed, len(reports))):  # noqa: S311 - no secret
        if left <= 0:
            return
        number += 1
        yield _quarterly(number, province, year, quarter, body, min(left, sentences))
        left -= sentences


def published(count: int) -> Iterator[PublishedReport]:
    """The reports alone."""
    return (report for report, _, _ in items(count))


def _register(
    number: int, province: str, year: int, count: int
) -> tuple[PublishedReport, tuple[Item, ...], tuple[str, ...]]:
    chance = random.Random(f"{province}{year}")  # noqa: S311 - no secret
    title = f"Danh mục văn bản của UBND tỉnh {province} năm {year}"
    lines, at, statements, made = [title], len(title) + 1, [], []
    for row in range(count):
        type_name, symbol = chance.choice(_TYPES)
        day = date(year, 1, 1) + timedelta(days=row * 364 // count)
        subject = f"{chance.choice(_ACTIONS)} {chance.choice(_THINGS)}{chance.choice(_WHERE)}"
        written = f"{row + 1}/{symbol}"
        line = f"{written} | {day:%d/%m/%Y} | {subject} | Đang có hiệu lực"
        place = Span(at, at + len(line))
        citation = Citation(
            place, Role.LISTED, type_name, str(row + 1), symbol, written, day, year, f"UBND tỉnh {province}", subject,
            status="Đang có hiệu lực",
        )  # fmt: skip
        statements.append(Statement(place, "document", title, citations=(citation,)))
        text = f"{type_name} {written} ngày {day:%d/%m/%Y} năm {year} UBND tỉnh {province} {subject}"
        made.append(Item(str(row + 1), symbol, type_name, day, subject, province, text))
        lines.append(line)
        at += len(line) + 1
    facts = ReportFacts(
        title,
        None,
        f"UBND tỉnh {province}",
        province,
        make_period(PeriodKind.YEAR, 0, year),
        published_on=date(year, 12, 31),
        kind="register",
    )
    return PublishedReport(number, Reading(facts, "\n".join(lines), tuple(statements))), tuple(made), ()


def _quarterly(
    number: int, province: str, year: int, quarter: int, body: str, count: int
) -> tuple[PublishedReport, tuple[Item, ...], tuple[str, ...]]:
    chance = random.Random(f"{province}{year}{quarter}{body}")  # noqa: S311 - no secret
    period, name = make_period(PeriodKind.QUARTER, quarter, year), f"{body} tỉnh {province}"
    called = f"quý {('I', 'II', 'III', 'IV')[quarter - 1]} năm {year}"
    title = f"Báo cáo kết quả công tác cải cách hành chính {called} của {name}"
    lines, at, statements = [title], len(title) + 1, []
    for which in range(count):
        label, unit = _FIGURES[which % len(_FIGURES)]
        field = "" if which < len(_FIGURES) else f" lĩnh vực {_THINGS[which // len(_FIGURES) % len(_THINGS)]}"
        value = chance.randrange(20, 9_000)
        written = f"{value:,}".replace(",", ".") + f" {unit}"
        line = f"{label}{field} trong {called} là {written}."
        start = at + line.index(written)
        figure = Figure(
            Span(start, start + len(written)), Measure.COUNT, Decimal(value), written, unit, f"{label}{field} trong {called} là {unit}",
            period=period,
        )  # fmt: skip
        statements.append(Statement(Span(at, at + len(line)), "figure", title, figures=(figure,)))
        lines.append(line)
        at += len(line) + 1
    facts = ReportFacts(
        title, f"{chance.randrange(20, 900)}/BC-SNV", name, province, period, signed_on=period.last + timedelta(days=3)
    )
    texts = tuple(f"{line} {name}" for line in lines[1:])
    return PublishedReport(number, Reading(facts, "\n".join(lines), tuple(statements))), (), texts


def with_number(item: Item) -> str:
    """The item asked for by number, year and province."""
    return f"{item.type} {item.number}/{item.symbol} năm {item.day.year} của UBND tỉnh {item.province} về việc gì?"


def without_number(item: Item, chance: random.Random) -> str:
    """The item asked for by type, subject, year and province, with two slips of the finger in the subject."""
    words = item.subject.split()
    long = [at for at, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    for at in chance.sample(long, min(2, len(long))):
        words[at] = _slip(words[at], chance)
    return f"{item.type} {' '.join(words)} năm {item.day.year} của UBND tỉnh {item.province} ban hành ngày nào?"


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def chosen(made: Sequence[Item], count: int) -> list[Item]:
    """So many items that nothing else in the store is called like."""
    seen: dict[tuple[str, str, int, str], int] = {}
    for item in made:
        called = (item.type, item.subject, item.day.year, item.province)
        seen[called] = seen.get(called, 0) + 1
    unique = [i for i in made if seen[i.type, i.subject, i.day.year, i.province] == 1]
    return random.Random(11).sample(unique, min(count, len(unique)))  # noqa: S311 - no secret
