"""What a report says of itself: number, date, place, issuer, title, period, window, signer."""

import re
from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, ReportFacts, Window
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.organisations import (
    NEVER_NAMES,
    OrganisationMention,
    find_generic_bodies,
    find_organisations,
)
from knowledge.grammar.periods import find_periods, find_windows, with_years
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.importing.issuers import BODY_CODES
from knowledge.importing.page import BlockKind, Page

# The head of a document (quốc hiệu, issuer, number, place and date, type, title) is its first lines;
# Nghị định 30/2020/NĐ-CP, Phụ lục I.
_HEAD_BLOCKS = 14
_OWN_NUMBER = re.compile(r"^\s*so\s?:\s?(?:\d|\.)")
_PLACE_DATE = re.compile(rf"(?P<place>[{UPPER}][\w ]{{1,40}}?),\s*ngày\s")
_PUBLISHED = re.compile(
    r"publish date|ngay dang|ngay xuat ban|ngay cap nhat|cap nhat(?: luc| ngay)?|dang (?:ngay|luc)|posted|\bthu (?:hai|ba|tu|nam|sau|bay)\b"
    r"|\bchu nhat\b|luot xem|view count|xem:"
)
_SELF = re.compile(r"(?:ban hanh|co|theo|tai|gui)?\s*bao cao so\s?$")
_SIGNER_TITLE = re.compile(
    r"^(?:(?:TM|KT|TL|TUQ|Q)\.? ?)?(?:ỦY BAN NHÂN DÂN|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|CHÁNH VĂN PHÒNG"
    r"|PHÓ CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TRƯỞNG BAN|CHÁNH THANH TRA)"
)
_PERSON = re.compile(rf"^(?:(?:TS|ThS|PGS|GS|BS)\.? ?)*(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+$")


@dataclass(frozen=True, slots=True)
class Given:
    """What the importer says of a report; it fills what the text leaves out."""

    organisation: str | None = None
    province: str | None = None
    period: Period | None = None
    source: str | None = None


def read_header(page: Page, given: Given) -> ReportFacts:
    """The report's own data; what neither the text nor the importer says is None."""
    lines = _telling_lines(page)
    own = _own_symbol(lines)
    title = _title(page, lines) or _file_title(given.source)
    published = _published_on(page, lines)
    signed = _signed_on(lines, own)
    organisation = _fullest(_by_code(own, _issuer(lines, own)), given.organisation, page.title)
    reference = (signed or published or date(1, 1, 1)).year
    return ReportFacts(
        title=title,
        number=own.written.replace(" ", "") if own else None,
        organisation=organisation,
        province=_province(page, organisation) or given.province,
        period=_period(title, lines, reference) or given.period,
        window=_window(lines),
        signed_on=signed,
        published_on=published,
        signer=_signer(lines),
        place=_place(lines),
        source=given.source or page.source,
        kind=_kind(page, lines),
    )


# Where a report says whose it is: its first sixty pages, and its end, where it is signed.
_TELLING_CHARACTERS, _TELLING_END = 200_000, 40


def _telling_lines(page: Page) -> list[str]:
    spans = [b.span for b in page.blocks if b.kind is not BlockKind.CELLS]
    end = max(len(spans) - _TELLING_END, 0)
    return [s.cut(page.text).strip() for at, s in enumerate(spans) if s.end <= _TELLING_CHARACTERS or at >= end]


def _own_symbol(lines: list[str]) -> SymbolMention | None:
    """The report's own number: after "Số:" in its head, or where the text calls a report its subject."""
    for line in lines[:_HEAD_BLOCKS]:
        if _OWN_NUMBER.match(fold(line)):
            return next(find_symbols(line), None)
    for line in lines:
        attached = re.search(r"kem theo (?:bao cao|cong van|to trinh|quyet dinh|van ban) so", fold(line))
        if attached and line.startswith("("):
            return next(find_symbols(line), None)
    for line in lines[:_HEAD_BLOCKS]:
        for symbol in find_symbols(line):
            if symbol.type == "Báo cáo" and _SELF.search(fold(line[: symbol.start])):
                return symbol
    return None


def _title(page: Page, lines: list[str]) -> str:
    """The report's title: after the line BÁO CÁO, else the page's first heading or its own first line."""
    for index, line in enumerate(lines[:_HEAD_BLOCKS]):
        if fold(line) in {
            "bao cao",
            "cong van",
            "thong bao",
            "ke hoach",
            "to trinh",
            "bang theo doi",
        } and index + 1 < len(lines):
            return _quiet(" ".join(f"{line.capitalize()} {_lower_first(_title_lines(lines[index + 1 :]))}".split()))
    heading = next((b.span.cut(page.text).strip() for b in page.blocks if b.kind is BlockKind.HEADING), "")
    opening = [
        line
        for line in lines[:6]
        if 12 < len(line) < 200 and not line.endswith((".", ";")) and not _PUBLISHED.search(fold(line))
    ]
    named = [
        line
        for line in opening
        if re.search(r"bao cao|bang|tong hop|cai cach hanh chinh", fold(line)) and len(line) > 24
    ]
    best = next((c for c in (heading, *named[:1], *opening[:1], page.title or "", *lines[:1]) if c), "")
    return _quiet(" ".join(best.split()))[:300]


def _file_title(source: str | None) -> str:
    """The name that the clerk gave the file, for a table without a title must be called something."""
    return re.sub(r"\.\w{2,5}$", "", source.rstrip("/").rsplit("/", 1)[-1]) if source else ""


def _quiet(title: str) -> str:
    """A title in capitals as a text writes it: it stands in every source line."""
    shouted = sum(c.isupper() for c in title) > 0.6 * sum(c.isalpha() for c in title)
    return _titlecase(title) if shouted else title


def _title_lines(lines: list[str]) -> str:
    """The title's lines: up to the first that begins a section or a sentence of the text."""
    taken: list[str] = []
    for line in lines[:4]:
        begins = re.match(r"(?:[ivx]+|\d+|[a-d])\s?[.)]\s|\(|kinh gui|thuc hien|can cu|phan\s|-+$|trong\s", fold(line))
        if taken and (
            begins or line.endswith((".", ";", ":")) or len(line) > 160 or taken[-1].isupper() != line.isupper()
        ):
            break
        taken.append(line.strip("-– "))
    return " ".join(taken)


def _lower_first(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _signed_on(lines: list[str], own: SymbolMention | None) -> date | None:
    for line in lines[:_HEAD_BLOCKS]:
        if _PLACE_DATE.search(line) and len(line) < 90 and (found := next(find_dates(fold(line)), None)):
            return found.day
    for line in lines if own else ():
        for symbol in find_symbols(line):
            if own and symbol.key == own.key:
                folded = fold(line)
                after = [d for d in find_dates(folded) if 0 <= d.start - symbol.end < 14]
                before = [
                    d
                    for d in find_dates(folded)
                    if d.end <= symbol.start and "ban hanh" in folded[d.end : symbol.start]
                ]
                if days := (after or before[-1:]):
                    return days[0].day
    return None


def _published_on(page: Page, lines: list[str]) -> date | None:
    for line in lines[:_HEAD_BLOCKS]:
        if _PUBLISHED.search(fold(line)) and len(line) < 160 and (found := next(find_dates(fold(line)), None)):
            return found.day
    return next((d.day for d in find_dates(fold(page.published or ""))), None)


def _issuer(lines: list[str], own: SymbolMention | None) -> str | None:
    """The issuing body: over the number in the head, or who "ban hành báo cáo số …" or "của" in the text."""
    for index, line in enumerate(lines[:_HEAD_BLOCKS]):
        if own and _OWN_NUMBER.match(fold(line)):
            above = [w for w in lines[:index] if w.isupper() and not re.search(r"cong hoa xa hoi|doc lap", fold(w))]
            return _head_issuer(above) if above else None
    for line in lines:
        symbols = [s for s in find_symbols(line) if own and s.key == own.key]
        if symbols:
            named = list(find_organisations(line)) + list(find_generic_bodies(line))
            after = [o for o in named if 0 <= o.start - symbols[0].end < 40]
            before = [
                o for o in named if o.end <= symbols[0].start and re.search(r"ban hanh|bao cao|co", fold(line[o.end :]))
            ]
            if found := (after[:1] or before[-1:]):
                return found[0].name
    return None


def _fullest(named: str | None, given: str | None, site: str | None) -> str | None:
    """The issuer in the fullest form: "Văn phòng UBND tỉnh" of a site that names its province is that province's."""
    forms = [given or "", *(o.name for o in _site_bodies(site))]
    fuller = [form for form in forms if named and len(form) > len(named) and fold(form).startswith(fold(named))]
    return fuller[0] if fuller else named or given


def _site_bodies(title: str | None) -> list[OrganisationMention]:
    """The bodies that a page's own title names; its parts are set off by dashes and bars."""
    return [o for part in re.split(r"\s[-–|»:]\s", title or "") for o in find_organisations(part)]


def _by_code(own: SymbolMention | None, named: str | None) -> str | None:
    """The issuer by its code in the report's own symbol where the text named another: "1530/BC-SNV" is Sở Nội vụ's."""
    code = re.split(r"[-/_]", own.symbol)[-1] if own else ""
    issuer = BODY_CODES.get(code.replace("&", ""))
    if issuer is None or (named and fold(issuer) in fold(named)):
        return named
    return issuer


def _head_issuer(above: list[str]) -> str:
    """The issuer under its superior body: "UBND TỈNH HƯNG HÒA / VĂN PHÒNG" is Văn phòng UBND tỉnh Hưng Hòa."""
    names = [_titlecase(" ".join(w.split())) for w in above]
    joined = " ".join(names)
    if len(names) == 1:
        return names[0]
    own, superior = names[-1], " ".join(names[:-1])
    if fold(own) in {"van phong", "thanh tra"}:
        return f"{own} {superior}"
    if re.match(r"(?:huyen|thi xa|thanh pho|tinh|xa|phuong|quan|thi tran)\b", fold(own)):
        return joined if fold(superior).startswith(("ubnd", "uy ban")) and len(superior.split()) <= 4 else own
    place = re.search(r"(?:tỉnh|Tỉnh|thành phố|Thành phố|huyện|Huyện)\s.+$", superior)
    return f"{own} {place[0][0].lower()}{place[0][1:]}" if place else own


_KEPT = {"UBND", "HĐND", "PTNT", "VP", "HCC", "TP"}
_LEVEL_WORDS = {"tỉnh", "huyện", "xã", "phường", "quận"}


# Bodies whose names begin with a capital, by their first two words.
_BODY_STARTS = {"văn phòng", "ủy ban", "uỷ ban", "trung tâm", "hội đồng", "thanh tra", "công an"}


def _titlecase(words: str) -> str:
    """Capitals of a head as a text writes them: "VĂN PHÒNG UBND TỈNH HƯNG HÒA" to "Văn phòng UBND tỉnh Hưng Hòa"."""
    out: list[str] = []
    written = words.split()
    in_place = False
    for position, word in enumerate(written):
        low = word.lower()
        following = written[position + 1].lower() if position + 1 < len(written) else ""
        if word in _KEPT or not word.isupper():
            in_place = in_place and word[:1].isupper() and word not in _KEPT
            out.append(word)
        elif low in _LEVEL_WORDS or (low, following) in {("thị", "xã"), ("thị", "trấn"), ("thành", "phố")}:
            in_place = True
            out.append(low)
        elif low in {"phố", "xã", "trấn"} and out and out[-1] in {"thành", "thị"}:
            out.append(low)
        elif in_place and low in NEVER_NAMES:
            in_place = False
            out.append(low)
        elif _has_capital(low, following, position, in_place, out):
            out.append(low.capitalize())
        else:
            out.append(low)
    return " ".join(out)


def _has_capital(low: str, following: str, position: int, in_place: bool, out: list[str]) -> bool:
    in_sector = bool(out) and out[-1] == "và" and bool({"Sở", "Bộ"} & set(out[-5:]))
    after_body = in_sector or (bool(out) and out[-1] in {"Sở", "Bộ", "Phòng", "Ban"})
    return in_place or position == 0 or after_body or f"{low} {following}" in _BODY_STARTS or low == "sở"


def _province(page: Page, organisation: str | None) -> str | None:
    """The province, or the city of its rank, that the text itself names most often; None for a bare "tỉnh"."""
    own = next((o for o in find_organisations(organisation or "")), None)
    if own and own.organisation.level == "province" and own.organisation.place:
        return _place_words(own.name)
    counts: dict[str, int] = {}
    # Only a city of a province's rank has districts called quận, and only a province has departments called sở.
    text = page.text[:_TELLING_CHARACTERS]
    is_city = bool(re.search(r"\b[Qq]uận\b", text)) or fold(organisation or "").startswith("so ")
    for mention in (*find_organisations(text), *_site_bodies(page.title)):
        level, place = mention.organisation.level, mention.organisation.place
        if place and (level == "province" or (level == "city" and is_city)):
            name = _place_words(mention.name)
            counts[name] = counts.get(name, 0) + (3 if level == "province" else 1)
    return max(counts, key=lambda n: counts[n]) if counts else None


def _place_words(name: str) -> str:
    match = re.search(r"(?i)(?:tỉnh|thành phố|TP\.?)\s+(.+)$", name)
    words = match[1] if match else name
    return words.title() if words.isupper() else words


def _period(title: str, lines: list[str], reference: int) -> Period | None:
    """The period in the title, the first one named; its year from the title or the report's date."""
    opening = [title, *(line for line in lines[:_HEAD_BLOCKS] if "bao cao" in fold(line))]
    for line in opening:
        mentions = with_years(list(find_periods(fold(line))))
        for mention in mentions:
            if (mention.is_bare_year and len(mentions) > 1) or mention.is_same_period:
                continue
            if mention.is_open and reference > 1:
                return mention.in_year(reference)
            if period := mention.resolve(date(reference, 1, 1)):
                return period
    return None


def _window(lines: list[str]) -> Window | None:
    """The window that holds for the whole report: stated in its opening, with "số liệu"."""
    for line in lines[: _HEAD_BLOCKS + 4]:
        folded = fold(line)
        for start, _end, window in find_windows(folded):
            if "so lieu" in folded[max(0, start - 120) : start]:
                return window
    return None


def _signer(lines: list[str]) -> str | None:
    """Who signed: a person's name under a signer's title at the end."""
    tail = lines[-30:]
    titled = next((i for i, line in enumerate(tail) if _SIGNER_TITLE.match(line)), None)
    if titled is None:
        return None
    return next((line for line in tail[titled + 1 :] if _PERSON.match(line) and len(line) < 40), None)


def _place(lines: list[str]) -> str | None:
    found = next((m for line in lines[:_HEAD_BLOCKS] if len(line) < 90 and (m := _PLACE_DATE.search(line))), None)
    return found["place"].strip() if found else None


def _kind(page: Page, lines: list[str]) -> str:
    has_register = any(b.kind is BlockKind.CELLS and is_register(b.span.cut(page.text)) for b in page.blocks[:12])
    if has_register:
        return "register"
    formal = any(fold(line) == "bao cao" or _OWN_NUMBER.match(fold(line)) for line in lines[:_HEAD_BLOCKS])
    return "report" if formal else "news"


def is_register(header: str) -> bool:
    """Whether a table's header is that of a register of documents."""
    folded = fold(header)
    return bool(re.search(r"so hieu|so ky hieu|so/ky hieu|so/kh\b|so kh\b|so vb|so van ban", folded)) and bool(
        re.search(r"trich yeu|noi dung|ve viec|ten van ban", folded)
    )
