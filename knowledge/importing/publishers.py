"""Whose a report is: the body that issued it, and its province."""

import re
from itertools import takewhile

from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention, find_generic_bodies, find_organisations, is_body_alone
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.importing.bodies_above import begins_name, bodies_above, issuer_of
from knowledge.importing.capitals import is_place, place_alone, titlecase
from knowledge.importing.head_lines import (
    HEAD_BLOCKS,
    OWN_NUMBER,
    begins_title,
    is_period_alone,
    is_type,
    labelled,
    number_line,
)
from knowledge.importing.issuers import BODY_CODES
from knowledge.importing.page import Page

# Where a report says whose it is: its first sixty pages.
TELLING_CHARACTERS = 200_000


def read_issuer(lines: list[str], own: SymbolMention | None) -> str | None:
    """The issuing body: over the number in the head, or who "ban hành báo cáo số …" or "của" in the text, or who says that it reports."""
    numbered = number_line(lines)
    below = numbered if numbered is not None else _title_begun(lines)
    # Over a stamp's number stands whoever the report came in to.
    stamped = max((at + 1 for at, line in enumerate(lines[:below]) if OWN_NUMBER.match(fold(line))), default=0)
    above = bodies_above(lines[stamped:below], is_numbered=numbered is not None)
    # "TÓM TẮT ĐIỀU HÀNH" over "Đơn vị: Sở Nội vụ": what a label says is surer than capitals of any kind.
    if above and (any(map(begins_name, above)) or not any(labelled("issuer", line) for line in lines[:HEAD_BLOCKS])):
        return issuer_of(above)
    said = _said_with_number(lines, own) if own and numbered is None else None
    return said or _who_reports(lines)


def _title_begun(lines: list[str]) -> int:
    """Where what it is stands in a head without a number, below whose it is: "UBND XÃ ĐỒNG CỎ / BÁO CÁO"; 0 where nowhere."""
    begun = (
        at for at, line in enumerate(lines[:HEAD_BLOCKS]) if is_type(line) or (line.isupper() and begins_title(line))
    )
    return next(begun, 0)


def _said_with_number(lines: list[str], own: SymbolMention) -> str | None:
    """The body that a text names with the report's own number: before it as who issues it, or behind it as whose it is."""
    for line in lines:
        if ends := next((s.end for s in find_symbols(line) if s.key == own.key), None):
            named = _named(line)
            after = [o for o in named if _is_whose(line, ends, o.start)]
            before = [o for o in named if o.end <= ends and re.search(r"ban hanh|bao cao|co", fold(line[o.end :]))]
            if not after and len(before) > 1 and _is_its_place(before[-2], before[-1]):
                return line[before[-2].start : before[-1].end]
            if found := (after[:1] or before[-1:]):
                return _whole_board(line, found[0])
    return None


def _whole_board(line: str, body: OrganisationMention) -> str:
    """The name with what a steering committee is for and of which place it is: "Ban Chỉ đạo cải cách hành chính tỉnh An Lạc"."""
    board = _BOARD.match(line, body.start)
    return board[0] if board is not None else body.name


_BOARD = re.compile(
    rf"Ban [Cc]hỉ đạo (?:[Cc]ải cách hành chính|CCHC|[Cc]huyển đổi số)(?: và [\w ]{{3,30}}?)? (?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường)(?: [{UPPER}]\w*){{1,4}}"
)


def _named(line: str) -> list[OrganisationMention]:
    """The bodies of a line; those known by their form alone only where no name that is known stands."""
    known = list(find_organisations(line))
    by_form = [o for o in find_generic_bodies(line) if not any(k.start < o.end and o.start < k.end for k in known)]
    return sorted([*known, *by_form], key=lambda o: o.start)


def _who_reports(lines: list[str]) -> str | None:
    """The body that says so of itself where nothing stands over the number: "UBND tỉnh An Lạc báo cáo …", "Cơ quan báo cáo: …"."""
    for line in lines[:HEAD_BLOCKS]:
        if (said := labelled("issuer", line)) and (named := next(find_organisations(said), None)):
            return named.name
        for body in find_organisations(line):
            is_subject = body.start == 0 or line[: body.start].endswith(", ")
            if is_subject and body.organisation.body and _REPORTS.match(fold(line[body.end :])):
                return body.name
    return None


def issuer_in_title(title: str) -> str | None:
    """The body that a report's title names as its own: "… CỦA SỞ NỘI VỤ", "Báo cáo … - Sở Nội vụ", "Sở Nội vụ: Báo cáo …"."""
    for body in find_organisations(title):
        before, after = fold(title[: body.start]), fold(title[body.end :])
        begins = not before and _THEN_REPORT.match(after)
        is_of = before.strip() == "bao cao cua"
        ends = (
            _TELLS_FIGURES.match(before)
            and _OWN_BEHIND.search(before)
            and (not after.strip(" .)") or is_period_alone(after))
        )
        if body.organisation.body and (begins or ends or is_of):
            return titlecase(body.name) if body.name.isupper() else body.name
    return None


def issuer_alone(lines: list[str], own: SymbolMention | None) -> str | None:
    """The body whose name is a line of the head, above or below the title: "Sở Nội vụ tỉnh Hưng Hòa"; else the one that its number's letters spell.

    Lines below the title may be headings of what several bodies did: of these none is the issuer.
    """
    head = list(takewhile(_is_of_head, lines[:HEAD_BLOCKS]))
    names = [line for line in head if is_body_alone(line)]
    if names and not any(is_body_alone(line) for line in lines[len(head) :]):
        return issuer_of(names)
    code = re.split(r"[-/_]", own.symbol)[-1] if own else ""
    spelled = (o for line in head for o in find_organisations(line) if _spells(code, o))
    return next((o.name for o in spelled), None)


def _is_of_head(line: str) -> bool:
    return _BEGINS_TEXT.match(fold(line)) is None and len(line) < _LONGEST_OF_HEAD and not line.endswith((".", ";"))


_BEGINS_TEXT = re.compile(r"(?:[ivx]+|\d+)\s?[./)]\s|kinh gui|noi nhan|can cu|thuc hien|phan ")
_LONGEST_OF_HEAD = 160  # characters


def _spells(code: str, body: OrganisationMention) -> bool:
    """Whether the letters of a number are those that the words of a body's name begin with: "TTPVHCC", "VHXH" of a Phòng Văn hóa - Xã hội."""
    words = re.findall(r"\w+", re.split(r"\s(?:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu)\s", body.name)[0])
    letters = "".join(word if word.isupper() and len(word) > 1 else word[:1].upper() for word in words if word != "và")
    return len(code) > _FEWEST_LETTERS and code.upper() in {letters, letters.removeprefix("P")}


_FEWEST_LETTERS = 2


_TELLS_FIGURES = re.compile(r"bao cao\b|thong ke\b|(?:bang |bieu )?tong hop\b")
_THEN_REPORT = re.compile(r"\s?[:–-]\s?bao cao\b")
_OWN_BEHIND = re.compile(r"(?:\bcua|\s[-–|,(])\s?$")


_REPORTS = re.compile(r"\s(?:xin )?(?:tong hop,? )?bao cao\b")


def _is_whose(line: str, number_ends: int, begins: int) -> bool:
    """Whether a body that stands behind a report's number is the one whose it is, and not what it is about."""
    return number_ends <= begins < number_ends + _NEAR and not _ABOUT.search(fold(line[number_ends:begins]))


_NEAR = 40  # characters
_ABOUT = re.compile(r"\b(?:ve|bao cao|tinh hinh|ket qua|gui|trinh)\b")


def _is_its_place(body: OrganisationMention, place: OrganisationMention) -> bool:
    """ "UBND thành phố Vạn Phước tỉnh Trà Giang": the second name only says where the first is."""
    return not place.organisation.body and place.start - body.end <= len(", ") and place.start >= body.end


def fullest(named: str | None, given: str | None, site: str | None) -> str | None:
    """The issuer in the fullest form: "Văn phòng UBND tỉnh" of a site that names its province is that province's."""
    forms = [given or "", *(o.name for o in _site_bodies(site))]
    fuller = [form for form in forms if named and len(form) > len(named) and fold(form).startswith(fold(named))]
    return fuller[0] if fuller else named or given


_LEVEL_ALONE = re.compile(r"(?:^| )(?P<level>thanh pho|thi xa|huyen|quan|phuong|xa|thi tran|dac khu|tinh)$")


def placed(named: str | None, title: str) -> str | None:
    """The issuer with its place, where only the title says it: "UBND thành phố" under "Thành phố Quy Hải: kết quả …"."""
    alone = _LEVEL_ALONE.search(fold(named or ""))
    if alone is None:
        return named
    level = alone["level"]
    places = {o.name[len(level) :] for o in find_organisations(title) if fold(o.name).startswith(f"{level} ")}
    return f"{named}{places.pop()}" if len(places) == 1 else named


def _site_bodies(title: str | None) -> list[OrganisationMention]:
    """The bodies that a page's own title names; its parts are set off by dashes and bars."""
    return [o for part in re.split(r"\s[-–|»:]\s", title or "") for o in find_organisations(part)]


def by_code(own: SymbolMention | None, named: str | None) -> str | None:
    """The issuer by its code in the report's own symbol where the text named another: "1530/BC-SNV" is Sở Nội vụ's."""
    code = re.split(r"[-/_]", own.symbol)[-1] if own else ""
    issuer = BODY_CODES.get(code.replace("&", ""))
    if issuer is None or (named and normalise(fold(issuer)) in normalise(fold(named))):
        return named
    return issuer


def read_province(page: Page, organisation: str | None) -> str | None:
    """The province, or the city of its rank, that the text itself names most often; None for a bare "tỉnh"."""
    own = next((o for o in find_organisations(organisation or "")), None)
    if own and own.organisation.level == "province" and own.organisation.place:
        return _place_words(own.name)
    if named := _PROVINCE_AT_END.search(organisation or ""):
        return named["place"]
    counts: dict[str, int] = {}
    # Only a city of a province's rank has districts called quận, and only a province has departments called sở, which it counts.
    text = page.text[:TELLING_CHARACTERS]
    has_departments = bool(_OF_RANK.search(text)) or fold(organisation or "").startswith("so ")
    is_city = has_departments and not _SPEAKS_OF_PROVINCE.search(fold(text))
    shouted: list[str] = []
    has_province = False
    for mention in (*find_organisations(text), *_site_bodies(page.title)):
        level, place = mention.organisation.level, mention.organisation.place
        if place and (level == "province" or (level == "city" and is_city)):
            if _is_shouted_within(text, mention):
                shouted.append(" ".join(place_alone(_place_words(mention.name).split())))
                continue
            name = _place_words(mention.name)
            has_province = has_province or level == "province"
            counts[name] = counts.get(name, 0) + (3 if level == "province" else 1)
    if not has_province and (own_name := next((name for name in shouted if is_place(name.split())), None)):
        # A title's "UBND TỈNH …" says more than a city that a row names.
        return own_name
    if not counts:
        return None
    most = max(counts.values())
    if organisation is None and len(counts) > _SEVERAL and 2 * most <= sum(counts.values()):
        # News of a ministry that names one province after another is none of theirs.
        return None
    return max(counts, key=lambda n: counts[n])


_OF_RANK = re.compile(r"\b[Qq]uận\b|\b\d+ sở\b|\bkhối (?:các )?sở\b")
# "Công an tỉnh Hưng Hòa", whose body is called with its level.
_PROVINCE_AT_END = re.compile(rf"(?i:\btỉnh) (?P<place>[{UPPER}]\w*(?: (?:- )?[{UPPER}]\w*){{0,4}})$")
# "UBND tỉnh giao", "toàn tỉnh": a city of a province's rank says "thành phố" of itself.
_SPEAKS_OF_PROVINCE = re.compile(
    r"\b(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|toan|dia ban) tinh\b(?!,| thanh pho)"
)
# Two provinces may be one and its neighbour; of more none is the report's own without a word of it.
_SEVERAL = 2


def _is_shouted_within(text: str, mention: OrganisationMention) -> bool:
    """Whether the name stands in capitals and its line goes on: where it ends is not told by the letters."""
    after = text[mention.end : mention.end + 1]
    return mention.name.isupper() and after not in {"", "\n"}


def _place_words(name: str) -> str:
    match = re.search(r"(?i)(?:tỉnh|thành phố|TP\.?)\s+(.+)$", name)
    words = match[1] if match else name
    return words.title() if words.isupper() else words
