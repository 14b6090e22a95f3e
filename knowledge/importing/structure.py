"""What belongs where in a page: headings above, list heads before, sentences, and rows of tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from knowledge.facts import Area, Period, Span
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.persons import is_full_name
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.task_headings import are_of_tasks, is_line_over_tasks, opens_tasks

_ROMAN = re.compile(r"(?:(?:phan\s)?[ivx]+\s?[./)]|phan\s(?:[a-e]|\d{1,2})\s?[./):])\s")
# "2.2. 23 xã …": behind a dot or a bracket a number may follow; "6 tháng đầu năm" is no item.
_ARABIC = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?:\s?[./)]?\s(?!thang\b)(?=\D)|[.)]\s(?=\d))")
# "A1. Chỉ đạo" stands under "Phần A".
_LETTER = re.compile(r"(?:[a-z]|[a-h]\d)\s?[.)]\s")
_BULLET = re.compile(r"[-+*•●○▪–—]\s?")
_MARKERS = (("roman", _ROMAN), ("arabic", _ARABIC), ("letter", _LETTER), ("bullet", _BULLET))
_LEVEL = {"roman": 10, "arabic": 20, "letter": 30, "bullet": 40}
_STARRED_LEVEL = 35
_ABBREVIATED = "".join(rf"(?<!\b{a}\.)" for a in ("TP", "TX", "ThS", "TS", "BS", "tr", "Tp", "TM", "KT", "TL", "TUQ"))
_SENTENCE_END = re.compile(rf"(?<=[.!?…]){_ABBREVIATED}[\"”]?\s+(?=[\"“(]?[{UPPER}0-9])")
_LABEL = re.compile(r"(?P<label>[^:.;]{3,90}?)\s?:\s+(?=\S)")

# Headings after Nghị quyết 76/NQ-CP and the report forms of the Ministry of Home Affairs.
_AREAS = (
    (Area.ORGANISATION, r"bo may|sap xep|tinh gon"),
    (Area.PROCEDURES, r"thu tuc|mot cua|ho so|tiep nhan|kiem soat tthc|tthc"),
    (Area.STAFF, r"can bo|cong chuc|vien chuc|cong vu|dao tao|boi duong|bien che|nhan su"),
    (Area.FINANCE, r"tai chinh|kinh phi|ngan sach|tu chu"),
    (
        Area.DIGITAL,
        r"hien dai hoa|cong nghe thong tin|chinh quyen dien tu|chinh phu dien tu|chuyen doi so|chinh quyen so|cntt",
    ),
    (Area.INSTITUTIONS, r"the che|van ban quy pham|vbqppl|phap luat"),
)
_LIMITS = re.compile(r"ton tai|han che|kho khan|vuong mac|nguyen nhan")


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
    is_limit: bool = False
    is_heading: bool = False
    lead: Span | None = None
    label: str = ""  # "Về tổ chức bộ máy" before a colon
    cells: tuple[Span, ...] = ()
    columns: tuple[str, ...] = ()
    table: int | None = None
    under: str = ""  # the name of the row that a row "- Trước hạn", "+ Trực tuyến" is a part of


@dataclass
class _Outline:
    """What has been passed on the way down the page."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)  # of the last heading or item of each level: "2."
    lead: Span | None = None
    lead_level: int = 0
    told: Span | None = None  # the last sentence of the paragraph before, under the same heading
    caption: Span | None = None  # of the table that the last row belongs to
    columns: dict[int, tuple[str, ...]] = field(default_factory=dict)
    rows: list[tuple[int, str]] = field(default_factory=list)  # of the table: how deep, and called what
    listed: set[int] = field(default_factory=set)  # levels at which a list of its own stands under the heading
    own: Period | None = None  # that the report tells of

    def enter(self, level: int, words: str, mark: str = "") -> None:
        self.headings = [h for h in self.headings if h[0] < level] + [(level, words)]
        self.marks = {**{depth: m for depth, m in self.marks.items() if depth < level}, level: mark}
        self.lead, self.lead_level, self.told = None, 0, None
        self.listed = {depth for depth in self.listed if depth < level}

    def leave_for(self, level: int, mark: str) -> None:
        """A paragraph "3. …" after the heading "2. …" stands beside it, and no longer under it; "1. 2. …" after "10. …" do."""
        if any(depth == level for depth, _ in self.headings) and level not in self.listed:
            if _follows(self.marks.get(level, ""), mark):
                self.headings = [h for h in self.headings if h[0] < level]
            else:
                self.listed.add(level)
        self.marks[level] = mark

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.headings)


def _follows(before: str, mark: str) -> bool:
    """Whether a number or letter is the next one after another: "2." and "3.", "a)" and "b)"."""
    one, other = re.findall(r"\d+|[a-z]", fold(before)), re.findall(r"\d+|[a-z]", fold(mark))
    if not one or len(one) != len(other) or one[:-1] != other[:-1]:
        return False
    if one[-1].isdigit() and other[-1].isdigit():
        return int(other[-1]) == int(one[-1]) + 1
    return len(one) == 1 and ord(other[-1][0]) == ord(one[-1][0]) + 1


def find_area(words: str) -> Area | None:
    """The reform area that a heading names, or None."""
    folded = fold(words)
    return next((area for area, pattern in _AREAS if re.search(pattern, folded)), None)


def split_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of text, without the white space between."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if text[start : span.end].strip():
        yield Span(start, span.end)


def outline(page: Page, own: Period | None = None) -> Iterator[Unit]:
    """Every unit of the page in order, each with its headings and lead; `own` is the period that the report tells of."""
    state = _Outline(own=own)
    for index, block in enumerate(page.blocks):
        if block.kind is BlockKind.CELLS:
            yield from _row(page, index, block, state)
        else:
            yield from _paragraph(page, index, block, state)


def _marker(folded: str) -> tuple[str, int]:
    for name, pattern in _MARKERS:
        if match := pattern.match(folded):
            return name, match.end()
    return "", 0


def _level(marker: str, mark: str) -> int:
    """How deep an item stands: "2.1." below "2."."""
    return _LEVEL.get(marker, 0) + (len(re.findall(r"\d+", mark)) - 1 if marker == "arabic" else 0)


# "Phụ lục: Hồ sơ năm 2021 của một số địa phương" behind the tasks is no task.
_ANNEX = re.compile(
    r"(?:phu luc|phu bieu)(?: (?:so )?(?:\d{1,2}|[ivx]+))?\s?[:.-]\s|(?:phu luc|phu bieu)(?: (?:so )?(?:\d{1,2}|[ivx]+))?$"
)


def _is_heading(block: Block, written: str, marker: str, body: str, following: str) -> bool:
    if block.kind is BlockKind.HEADING:
        return True
    is_short = len(body) <= 160 and not re.search(r"[.;,:…]$|\./\.$", body)
    if (written.isupper() and len(written) > 3 and is_short) or (is_short and _ANNEX.match(fold(written))):
        return True
    if not marker and is_line_over_tasks(body) and following:
        return True
    if marker == "roman":
        return is_short or body.isupper()
    # "Riêng quý III (từ ngày 11/6/2018 đến ngày 10/9/2018)": no number that a heading could not have.
    bare = re.sub(
        r"(?i)\((?:số liệu )?(?:tính )?từ (?:ngày )?[^()]*\)|\b(?:quý [IVX1-4]+|năm \d{4}|[369] tháng|\d{4})\b",
        "",
        body,
    )
    if marker == "arabic" and is_short and len(body) <= 70 and _marker(fold(following))[0] in {"bullet", "letter"}:
        return True
    if _is_starred_title(written, body, following):
        return True
    if body.endswith(":") and bare != body and following and not _marker(fold(following))[0] and "|" not in following:
        # "b) Tình hình giải quyết hồ sơ (từ ngày … đến ngày …):" over paragraphs of its own; over dashes it leads to a list.
        is_short = not re.search(r"[.;…]", bare)
    return marker in {"arabic", "letter"} and is_short and len(body) <= 110 and not re.search(r"\d", bare)


def _is_starred_title(written: str, body: str, following: str) -> bool:
    """ "* Tổ chức bộ máy, biên chế" over a paragraph or over dashes: a title, and no item of a list."""
    is_title = written.startswith("*") and not written.startswith("**") and body[:1].isupper() and len(body) <= 70
    return is_title and not re.search(r"[.;,:…]$|\d{2}", body) and bool(following) and not following.startswith("*")


def _paragraph(page: Page, index: int, block: Block, state: _Outline) -> Iterator[Unit]:
    written = block.span.cut(page.text)
    marker, skip = _marker(fold(written))
    body = written[skip:].strip()
    following = page.blocks[index + 1].span.cut(page.text) if index + 1 < len(page.blocks) else ""
    in_tasks = are_of_tasks(state.words, state.own)
    if fold(written).strip().startswith("noi nhan"):
        state.enter(0, "Nơi nhận")
    if _is_heading(block, written.strip(), marker, body, following) and not (
        in_tasks and marker in {"letter", "arabic"}
    ):
        level = _STARRED_LEVEL if marker == "bullet" else _level(marker, written[:skip])
        state.enter(level, body.rstrip(":"), written[:skip] if marker in {"arabic", "letter"} else "")
        is_task = are_of_tasks(state.words, state.own)
        yield Unit(block.span, index, state.words, find_area(body), is_heading=True, is_task=is_task)
    else:
        yield from _sentences(page, index, block, state, marker, skip)


def _sentences(page: Page, index: int, block: Block, state: _Outline, marker: str, skip: int) -> Iterator[Unit]:
    """Those of a paragraph or item, each with what it goes on with; the outline keeps what the next may go on with."""
    written = block.span.cut(page.text)
    depth = _level(marker, written[:skip])
    if marker in {"arabic", "letter"}:
        state.leave_for(depth, written[:skip])
    if state.lead and (not marker or depth <= state.lead_level):
        state.lead = None
    start = block.span.start + skip
    label = _LABEL.match(page.text, start, block.span.end)
    unit = _place(state, index, label["label"].strip() if label and _is_label(label["label"]) else "")
    sentences = list(split_sentences(page.text, Span(start, block.span.end)))
    divides = bool(sentences) and bool(_DIVIDES.match(fold(sentences[0].cut(page.text))))
    if divides and unit.lead is None and state.told and _COUNTS.search(fold(state.told.cut(page.text))):
        unit = replace(unit, lead=_without_parts(page.text, state.told))
    for position, sentence in enumerate(sentences):
        before = sentences[position - 1] if position else None
        yield replace(unit, span=sentence, lead=_gone_on_from(page.text, sentence, before) or unit.lead)
    if re.search(r"(?::|gồm|trong đó|như sau|cụ thể)\s*$", written) and sentences:
        state.lead, state.lead_level = _leading(page.text, sentences, state.told), depth
    is_item = unit.lead is not None and marker == "bullet"
    if not divides and not (is_item and state.told == unit.lead):
        # Behind "…, chia theo cấp:" and its items what is divided again is what these are parts of.
        state.told = _last_told(page.text, sentences)


def _last_told(text: str, sentences: list[Span]) -> Span | None:
    """The last sentence that is of the report's own time: "Cùng kỳ năm 2018 tiếp nhận …" is not what a list goes on from."""
    own = [sentence for sentence in sentences if not _OF_BEFORE.match(fold(sentence.cut(text)))]
    return (own or sentences)[-1] if sentences else None


_OF_BEFORE = re.compile(r"\W*(?:cung ky|so voi|nam truoc)\b")
# "Theo lĩnh vực: đất đai 918, hộ tịch 744": divides what the sentence before it counts.
_DIVIDES = re.compile(
    r"(?:chia |phan |phan loai |phan chia |tinh )?theo (?!quyet|ke hoach|nghi|thong tu|cong van|bao cao|chi dao|y kien|quy dinh|danh gia)"
    r"[a-z, ]{3,40}:\s[^:]*\d"
)
# "Chia ra:", "Gồm có:" alone count nothing: what they divide stands in the sentence before.
_ONLY_LEADS = re.compile(
    r"\W*(?:(?:duoc )?chia ra|chia theo|trong (?:do|so do|so nay)|(?:bao )?gom(?: co)?|cu the|chi tiet|phan ra|theo do)(?: nhu sau| la)?\W*"
)


# A number of something, no period's and no document's: there is a whole to divide.
_COUNTS = re.compile(r"(?<![\w/.])\d[\d.]*\s(?!thang|nam\b|quy\b|ngay|/)[a-z]")


def _leading(text: str, sentences: list[Span], before: Span | None) -> Span:
    """The sentence that a list after these continues."""
    if not _ONLY_LEADS.fullmatch(fold(sentences[-1].cut(text))):
        return sentences[-1]
    whole = sentences[-2] if len(sentences) > 1 else before
    return whole if whole and _COUNTS.search(fold(whole.cut(text))) else sentences[-1]


def _gone_on_from(text: str, sentence: Span, before: Span | None) -> Span | None:
    """What the sentence before it counts, where it tells parts of that: "Trong đó …", "Chia theo cấp: cấp tỉnh 21.306, …"."""
    if before is None:
        return None
    folded = fold(sentence.cut(text))
    if _CONTINUES.match(folded):
        return before
    return _without_parts(text, before) if _DIVIDES.match(folded) and _COUNTS.search(fold(before.cut(text))) else None


def _without_parts(text: str, sentence: Span) -> Span:
    """A sentence up to the parts that it tells itself: what is divided next are not these."""
    parts = _OWN_PARTS.search(text, sentence.start, sentence.end)
    return Span(sentence.start, parts.start()) if parts else sentence


_OWN_PARTS = re.compile(r"\s*[,;(]\s*(?=trong (?:đó|số đó|số này)\b)")
_CONTINUES = re.compile(r"(?:trong do|cu the|bao gom|gom|trong so nay|trong so do)\b")


def _is_label(words: str) -> bool:
    bare = re.sub(r"\b(?:19|20)\d\d\b", "", words)
    return (
        len(words.split()) <= 14
        and not re.search(r"\d{3}|ngày \d|/", re.sub(r"/(?=\W|$)", "", bare))
        and not _CONTINUES.match(fold(words))
        and words.count("(") == words.count(")")
    )


def _place(state: _Outline, index: int, label: str) -> Unit:
    above = (*state.words, label) if label else state.words
    area = find_area(label) or next((a for h in reversed(state.words) if (a := find_area(h))), None)
    return Unit(
        span=Span(0, 0),
        block=index,
        headings=state.words,
        area=area,
        is_task=are_of_tasks(above, state.own) or bool(label and opens_tasks(label)),
        is_limit=any(_LIMITS.search(fold(h)) for h in above),
        lead=state.lead,
        label=label,
    )


def _row(page: Page, index: int, block: Block, state: _Outline) -> Iterator[Unit]:
    table = block.table or 0
    cells = tuple(cell.cut(page.text).strip() for cell in block.cells)
    if table not in state.columns:
        # One caption holds for all rows; a register has thousands.
        state.caption, state.rows = _caption(page, index), []
    if block.is_header_row or table not in state.columns:
        before = state.columns.get(table)
        joined = (
            cells if before is None else tuple(" ".join(dict.fromkeys(p)) for p in zip(before, cells, strict=False))
        )
        state.columns[table] = tuple(" ".join(c.split()) for c in joined)
        yield Unit(block.span, index, state.words, is_heading=True, cells=block.cells, table=table)
        return
    unit = _place(state, index, "")
    yield replace(
        unit,
        span=block.span,
        cells=block.cells,
        columns=state.columns[table],
        table=table,
        lead=state.caption,
        under=_under(cells, state),
    )


_ROW_MARKS = ("-", "+")


def _under(cells: tuple[str, ...], state: _Outline) -> str:
    """The name of the row that this one is a part of by the mark before its own: none over "-" over "+"."""
    name = next((c for c in cells if re.search(r"[^\W\d]", c)), "")
    mark = fold(name)[:1]
    depth = _ROW_MARKS.index(mark) + 1 if mark in _ROW_MARKS else 0
    state.rows = [row for row in state.rows if row[0] < depth]
    above = state.rows[-1][1] if state.rows else ""
    state.rows.append((depth, name.lstrip("-–—+ ")))
    return above


def _caption(page: Page, index: int) -> Span | None:
    """The last sentence before a table: its title."""
    table = page.blocks[index].table
    for at in range(index - 1, -1, -1):
        block = page.blocks[at]
        if block.kind is BlockKind.CELLS and block.table == table:
            continue
        if block.kind is BlockKind.CELLS:
            return None
        written = block.span.cut(page.text)
        # "(Công bố tại Quyết định số …)", "Đơn vị tính: …": a note on the table, not its title.
        is_note = re.fullmatch(r"\s*\(.*\)\s*", written, re.DOTALL) and at
        if is_note or re.match(r"\s*(?:Kèm theo|Ban hành kèm|Đơn vị tính|ĐVT)", written.lstrip("(")):
            continue
        # "2. Hồ sơ TTHC:" is a title of its own, and no sentence "2." with one behind it.
        marker, skip = _marker(fold(written))
        sentences = list(split_sentences(page.text, Span(block.span.start + skip, block.span.end)))
        if not sentences:
            return None
        # "Cụ thể:" and "Chia theo quý:" say what the sentence before them counts.
        short = len(sentences[-1].cut(page.text).split()) <= 4
        if not short:
            return sentences[-1]
        if len(sentences) == 1:
            is_title = marker in {"arabic", "letter"} and not _ONLY_LEADS.fullmatch(
                fold(sentences[0].cut(page.text)).rstrip(": ")
            )
            return sentences[0] if is_title else _before(page, at, sentences[0])
        # Of a table that tells several things of each row not the last thing said is the title, but what all began with.
        return sentences[0] if len(page.blocks[index].cells) >= _SEVERAL_COLUMNS else sentences[-2]
    return None


# A name and three things or more that are told of it.
_SEVERAL_COLUMNS = 4


def _before(page: Page, index: int, own: Span) -> Span:
    """The first sentence of the last paragraph before this block, or `own` where there is none."""
    earlier = (page.blocks[at] for at in range(index - 1, -1, -1))
    paragraph = next((b for b in earlier if b.kind is BlockKind.PARAGRAPH), None)
    if paragraph is None or is_full_name(paragraph.span.cut(page.text)):
        return own  # an annex, behind who signed the report
    return next(split_sentences(page.text, paragraph.span), own)
