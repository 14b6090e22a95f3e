"""A store of any size: registers of many provinces and years, and quarterly reports of many bodies, all invented.

Subjects are near-identical on purpose: every province and year has a few actions on a few things, each for several addressees.
"""

import random
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from benchmarks.measuring import ROOT
from knowledge.asking.library import PublishedReport
from knowledge.facts import Citation, Figure, Measure, PeriodKind, Reading, ReportFacts, Role, Span, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import make_period
from tests.questions.forms import bare

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
# A register has so many of each, so that most of its subjects differ from another by one part only.
_ACTIONS_EACH, _THINGS_EACH = 4, 4
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
    actions, things = chance.sample(_ACTIONS, _ACTIONS_EACH), chance.sample(_THINGS, _THINGS_EACH)
    title = f"Danh mục văn bản của UBND tỉnh {province} năm {year}"
    lines, at, statements, made = [title], len(title) + 1, [], []
    for row in range(count):
        type_name, symbol = chance.choice(_TYPES)
        day = date(year, 1, 1) + timedelta(days=row * 364 // count)
        subject = f"{chance.choice(actions)} {chance.choice(things)}{chance.choice(_WHERE)}"
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


def with_number(item: Item, chance: random.Random) -> str:
    """The item asked for by number, year and province, in one of the ways in which officials write these."""
    short = _SHORT[item.type]
    called = chance.choice(
        (
            f"{item.type} {item.number}/{item.symbol}",
            f"{item.type} số {item.number}/{item.symbol}",
            f"{item.number}/{item.symbol}",
            f"{item.type} {item.number}",
            f"{item.type.lower()} số {item.number}",
            f"{short} {item.number}",
        )
    )
    return _typed(f"{called} {_of(item, chance)} về việc gì?", chance)


def without_number(item: Item, siblings: Sequence[Item], chance: random.Random) -> str:
    """The item asked for by type, subject, year and province, with two slips in the words that tell it from its nearest sibling.

    No slip makes another word of any subject, so that what is meant can still be told.
    """
    words = item.subject.split()
    others = [set(one.subject.split()) for one in siblings if one.subject != item.subject]
    nearest = max(others, key=lambda other: len(other & set(words)), default=set())
    long = [at for at, word in enumerate(words) if len(word) >= _LONG and word.isalpha()]
    chance.shuffle(long)
    for at in sorted(long, key=lambda at: words[at] in nearest)[:_SLIPS]:
        words[at] = _slip(words[at], chance)
    return _typed(f"{item.type} {' '.join(words)} {_of(item, chance)} ban hành ngày nào?", chance)


@dataclass(frozen=True, slots=True)
class Absent:
    """A question of a document of a type and subject that its register does not have."""

    question: str
    type: str
    subject: str
    day: date

    def is_shortened(self, type_name: str, subject: str) -> bool:
        """Whether that document is asked for by less than its whole subject, which a question may do."""
        return type_name == self.type and subject.startswith(f"{self.subject} ")


def type_of(symbol: str) -> str:
    """The type of a row by its symbol."""
    return next(name for name, of_type in _TYPES if of_type == symbol)


def absent(siblings: Sequence[Item], chance: random.Random) -> Absent | None:
    """A question of what the register does not have: the action of one row with what another is for, without slips."""
    there = {one.subject for one in siblings}
    for _ in range(_TRIES):
        action, thing = chance.choice(_ACTIONS), chance.choice(_THINGS)
        subject = f"{action} {thing}{chance.choice(_WHERE)}"
        if subject not in there and any(one.subject.startswith(f"{action} {thing}") for one in siblings):
            item = chance.choice(siblings)
            question = _typed(f"{item.type} {subject} {_of(item, chance)} ban hành ngày nào?", chance)
            return Absent(question, item.type, subject, asked_on(item))
    return None


_TRIES = 2_000
_SHORT = {"Quyết định": "QĐ", "Kế hoạch": "KH", "Chỉ thị": "chỉ thị", "Công văn": "CV"}
_SLIPS = 2
_LONG = 4  # letters; a slip in a shorter word leaves too little of it to be told


def _of(item: Item, chance: random.Random) -> str:
    """Year and province as officials write them; asked in the year after, as `asked_on` says."""
    year = chance.choice((f"năm {item.day.year}", f"năm {item.day.year}", str(item.day.year), LAST_YEAR))
    place = chance.choice((f"của UBND tỉnh {item.province}", f"tỉnh {item.province}", item.province))
    return f"{year} {place}"


LAST_YEAR = "năm ngoái"


def asked_on(item: Item) -> date:
    """The day on which an item is asked for: early in the year after its own."""
    return date(item.day.year + 1, 2, 1)


def _typed(question: str, chance: random.Random) -> str:
    """Every second question without tones."""
    return question if chance.random() < 0.5 else bare(question)


@cache
def _subject_words() -> frozenset[str]:
    return frozenset(fold(word) for part in (*_ACTIONS, *_THINGS, *_WHERE) for word in part.split())


def _slip(word: str, chance: random.Random) -> str:
    """The word with a letter left out, doubled, or swapped with the next one."""
    at = chance.randrange(1, len(word) - 1)
    ways = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    chance.shuffle(ways)
    return next(way for way in ways if fold(way) not in _subject_words())


def chosen(made: Sequence[Item], count: int) -> list[Item]:
    """So many items that nothing else in the store is called like."""
    seen = Counter((one.type, one.subject, one.day.year, one.province) for one in made)
    unique = [i for i in made if seen[i.type, i.subject, i.day.year, i.province] == 1]
    return random.Random(11).sample(unique, min(count, len(unique)))  # noqa: S311 - no secret
