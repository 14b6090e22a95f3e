"""Official documents in a statement: which, of when, by whom, about what, and what is said of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts import Citation, Period, Role, Span
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.periods import find_periods
from knowledge.grammar.symbols import SymbolMention, find_symbols
from knowledge.importing.header import DEPARTMENT_CODES, with_years
from knowledge.importing.structure import Unit
from knowledge.vocabulary.document_types import document_types, type_by_name

_TYPE_NAMES = "|".join(fold(t.name).replace(" ", r"\s") for t in document_types())
_TYPE = re.compile(rf"\b(?P<type>{_TYPE_NAMES})\b")
_BEFORE_NUMBER = re.compile(
    rf"\b(?P<type>{_TYPE_NAMES}|van ban)(?P<subject>(?:\s[^,;.:()]{{1,120}}?)?)\s(?:so\s)?(?:\d[\w, ]*(?:,|va)\s)?$"
)
# "Kế hoạch đào tạo … được Văn phòng ban hành từ ngày 31/10/2018, số 1114/KH-VPUBND".
_ISSUED_AS = re.compile(
    rf"\b(?P<type>{_TYPE_NAMES})(?P<subject>\s[^.;:()]{{6,160}}?)\s(?:da\s)?duoc\s(?:[^.;:()]{{0,60}}?\s)?"
    r"(?:ban hanh|phe duyet|thong qua)\b[^.;:()]{0,40}?,?\sso\s$"
)
_DATE_AFTER = re.compile(r"\s?[,(]?\s?(?:(?:ky|ban hanh)\s)?(?:ngay\s)?$")
_ISSUER_AFTER = re.compile(r"^[\s,)]*(?:do|cua)\s$")
_SUBJECT_AFTER = re.compile(
    r"^[\s,)]*(?P<verb>(?:ban hanh\s)?(?:ve viec|ve|v/v)\s|(?:ban hanh\s)?kem theo\s|(?:phe duyet|ban hanh|cong bo|kien toan|quy dinh|thanh lap|dieu chinh"
    r"|thay the|sua doi|bai bo|giao|to chuc|trien khai|tang cuong|chan chinh)\s)"
)
_COLON_AFTER = re.compile(r"^[\s)]*:\s(?P<verb>)")
_SUBJECT_END = re.compile(
    r"[.;:](?:\s|$)|\s?\((?!PAR|SIPAS|đợt|DDCI)|,\s(?:đến nay|gồm|trong đó|trong quý|trong năm|với \d|đạt|từ ngày|hiện|theo đó|kết quả"
    r"|UBND|Văn phòng|Sở|huyện|tỉnh|đã|có hiệu lực|thay thế|đặt mục tiêu|ban hành kèm)|\stheo Nghị quyết số|\stheo Quyết định số"
    r"|\svới \d|\sđến nay|\sphải không|\strên địa bàn tỉnh\b"
)
# What is only planned has no printed subject that could say these words itself.
_PLAN_END = re.compile(
    _SUBJECT_END.pattern
    + r"|\s(?:hiện )?đang (?:được |trong quá trình )?(?:xây dựng|soạn thảo|hoàn thiện|dự thảo|lấy ý kiến|trình|tham mưu)"
    r"|\s(?:đã|sẽ|chưa) (?:được )?(?:xây dựng|soạn thảo|hoàn thiện|trình|ban hành|phê duyệt|thông qua)"
)
_SAID_ISSUED = re.compile(r"[\s,)]*(?:da|da duoc|duoc)\s(?:[^.,;:()]{0,40}\s)?(?:ky )?ban hanh\b")
_ROLES = (
    (Role.REPLACED, r"thay the(?: cho)?|bai bo|het hieu luc"),
    (Role.AMENDED, r"sua doi,? bo sung|sua doi|dieu chinh, bo sung"),
    (Role.PLANNED, r"du kien (?:ban hanh|trinh)"),
    (Role.ISSUED, r"ban hanh(?: kem theo)?|ky ban hanh|ky|phe duyet (?=quyet dinh)|cong bo (?=quyet dinh)"),
    (Role.SUBMITTED, r"trinh"),
    (
        Role.IMPLEMENTED,
        r"thuc hien(?: nghiem)?|trien khai(?: thuc hien)?|noi dung cua|tong ket viec thuc hien|hoan thanh",
    ),
    (Role.BASIS, r"can cu(?: vao)?|(?<!kem )theo|tai|cu the hoa|dua tren|quy dinh tai"),
)
_PLAN_MARK = re.compile(r"du kien|thoi gian ban hanh")
_DRAFT_MARK = re.compile(
    r"du thao|lay y kien|dang (?:duoc |trong qua trinh )?(?:xay dung|soan thao|hoan thien)|tham muu(?:, xay dung)?,? xay dung"
)
_SUBMIT_MARK = re.compile(r"da trinh|trinh (?:ubnd|hdnd|chu tich|thu tuong|bo|uy ban)")
_NOT_YET = re.compile(r"chua (?:trinh|ban hanh)")
_UNNUMBERED = re.compile(
    r"(?:^|ban hanh(?: lai| moi)?|du thao|xay dung|phe duyet|hoan thien|tham muu|ve|dang xay dung|trinh)\s?"
    r"(?P<type>quy che|quy dinh|quy trinh|ke hoach|de an|chuong trinh|nghi quyet|quyet dinh|chi thi|danh muc|phuong an|bo tieu chi|bo chi so)\s"
    r"(?!co hieu luc|nay\b|tren\b|do\b|duoc\b|da\b|va\b)"
)
_EFFECTIVE = re.compile(r"co hieu luc(?: thi hanh)?(?: ke)? tu (?:ngay )?$")
_ATTACHED = re.compile(r"(?:ban hanh )?kem theo (?:\w+ ){0,3}(?:so )?$")


@dataclass(frozen=True, slots=True)
class Home:
    """What a report is, for documents that leave it unsaid: its issuer and its symbol's letters."""

    organisation: str | None
    symbol_body: str | None  # "VPUBND" of 134/BC-VPUBND
    signed_on: date | None


def find_citations(text: str, unit: Unit, home: Home) -> tuple[Citation, ...]:
    """Every document that the unit names, numbered or still without a number, in order."""
    words = unit.span.cut(text)
    folded = fold(words)
    lead = fold(unit.lead.cut(text)) if unit.lead else ""
    numbered = list(_numbered(words, folded, unit, home, lead))
    unnumbered = _unnumbered(words, folded, unit, home, numbered)
    return tuple(_shift(c, unit.span.start) for c in (*numbered, *unnumbered))


def _shift(citation: Citation, by: int) -> Citation:
    return replace(citation, span=Span(citation.span.start + by, citation.span.end + by))


def _numbered(words: str, folded: str, unit: Unit, home: Home, lead: str) -> Iterator[Citation]:
    symbols = list(find_symbols(words))
    role = Role.BASIS
    days = list(find_dates(folded))
    bodies = list(find_organisations(words))
    for index, symbol in enumerate(symbols):
        limit = symbols[index + 1].start if index + 1 < len(symbols) else len(words)
        floor = symbols[index - 1].end if index else 0
        before = folded[floor : symbol.start]
        named = _named_type(before, symbol) or _ISSUED_AS.search(before)
        type_name = type_by_name().get(" ".join(named["type"].split())) if named else None
        start = floor + named.start() if named else symbol.start
        day_after = _date_after(folded, symbol, days, limit)
        inside = next((d for d in days if start < d.start < symbol.start and symbol.start - d.end < 12), None)
        day = day_after or inside or _date_before(folded, start, days, floor)
        end = day_after.end if day_after else symbol.end
        issuer_after = next(
            (o for o in bodies if end <= o.start <= end + 8 and _ISSUER_AFTER.match(folded[end : o.start])), None
        )
        issuer = issuer_after.name if issuer_after else _issuer(folded, symbol, start, floor, bodies, home)
        tail = issuer_after.end if issuer_after else end
        changes = re.match(r"[\s,)]*(?:sua doi|bo sung|thay the|dieu chinh)", folded[tail:])
        reach = symbols[index + 1].end if changes and index + 1 < len(symbols) else limit
        subject = _subject_after(words, folded, tail, reach)
        own_words = words[floor + named.start("subject") : floor + named.end("subject")].strip() if named else ""
        subject = subject or _own_subject(type_name, own_words) or _attached_subject(words, folded, start, floor, unit)
        # "Quyết định số 12, 13 và 15/QĐ-UBND": what is said of the first is said of the list.
        is_listed = index > 0 and re.fullmatch(r"[\s,]*(?:va\s)?", before)
        role = role if is_listed else _role(folded, start, floor, unit, lead, end)
        yield Citation(
            span=Span(start, end),
            role=role,
            type=type_name or symbol.type,
            number=symbol.number,
            symbol=symbol.symbol,
            written=symbol.written,
            issued_on=day.day if day else None,
            year=symbol.year or (day.day.year if day else None),
            issuer=issuer,
            subject=subject,
            effective_on=effective_date(folded),
        )


def _named_type(before: str, symbol: SymbolMention) -> re.Match[str] | None:
    """The type's name that the number belongs to: of the symbol's own type where it stands, else the nearest."""
    found: list[re.Match[str]] = []
    position = 0
    while match := _BEFORE_NUMBER.search(before, position):
        found.append(match)
        position = match.start() + 1
    own = [m for m in found if type_by_name().get(" ".join(m["type"].split())) == symbol.type]
    return (own or found)[-1] if found else None


def _date_after(folded: str, symbol: SymbolMention, days: list[DateMention], limit: int) -> DateMention | None:
    return next(
        (d for d in days if symbol.end <= d.start < limit and _DATE_AFTER.fullmatch(folded[symbol.end : d.start])), None
    )


def _date_before(folded: str, start: int, days: list[DateMention], floor: int) -> DateMention | None:
    """ "Ngày 31/10/2018 … ban hành Kế hoạch số": a date with an issuing verb right before the document."""
    for day in reversed([d for d in days if floor <= d.start and d.end <= start]):
        between = folded[day.end : start]
        if (
            re.search(r"(?:ban hanh|ky|phe duyet|co)\s*(?:ban\s)?$", between)
            and not re.search(r"[.;]", between)
            and len(between) < 90
        ):
            return day
    return None


def _issuer(
    folded: str, symbol: SymbolMention, start: int, floor: int, bodies: list[OrganisationMention], home: Home
) -> str | None:
    """Who "ban hành" the document, else who its symbol names."""
    from_symbol = issuer_of_symbol(symbol.symbol, home)
    issuing = re.search(r"\b(?:ban hanh|ky|ky ban hanh|phe duyet)\s*(?:ban\s)?$", folded[floor:start])
    if issuing:
        subject = [o for o in bodies if floor <= o.start and o.end <= floor + issuing.start()]
        if subject and not from_symbol:
            return subject[-1].name
        if subject and _is_fuller(subject[-1].name, from_symbol):
            return subject[-1].name
    return from_symbol


def _is_fuller(name: str, known: str | None) -> bool:
    return bool(known) and fold(name).startswith(fold(known or "")[:9])


def issuer_of_symbol(symbol: str, home: Home) -> str | None:
    """The body that a symbol's letters name, as far as they say: TTg, CP, the report's own, UBND of its level."""
    parts = [part.strip() for part in re.split(r"[-/_‐-―]", symbol)]
    central = {
        "TTg": "Thủ tướng Chính phủ",
        "CP": "Chính phủ",
        "TW": "Ban Chấp hành Trung ương",
        "VPCP": "Văn phòng Chính phủ",
    }
    for part in parts:
        if part in central:
            return None if part == "TW" else central[part]
        if home.symbol_body and part == home.symbol_body:
            return home.organisation
        if part in {"UBND", "HĐND"}:
            return f"{part} {_level_words(home.organisation)}".strip()
    return DEPARTMENT_CODES.get(next((p for p in parts if p in DEPARTMENT_CODES), ""))


def _level_words(organisation: str | None) -> str:
    """ "huyện Bàu Sen" of "UBND huyện Bàu Sen"; a province's own bodies all belong to "tỉnh"."""
    own = next((o for o in find_organisations(organisation or "")), None)
    if own and own.organisation.level in {"district", "commune"}:
        match = re.search(r"(?i)(?:huyện|thị xã|quận|xã|phường|thị trấn).*$", own.name)
        return match[0] if match else ""
    if own and own.organisation.level == "city":
        match = re.search(r"(?i)(?:thành phố|TP\.?).*$", own.name)
        return match[0] if match else ""
    return "tỉnh"


def _subject_after(words: str, folded: str, start: int, limit: int) -> str | None:
    opening = _SUBJECT_AFTER.match(folded[start:limit]) or _COLON_AFTER.match(folded[start:limit])
    if not opening:
        return None
    begin = start + opening.start("verb")
    end_match = _SUBJECT_END.search(words, start + opening.end(), limit)
    subject = words[begin : end_match.start() if end_match else limit]
    subject = re.sub(r"(?i)^(?:ban hành )?(?:về việc|về|v/v|kèm theo)\s+", "", subject).strip(" ,.;/")
    return _clean(subject)


def _clean(subject: str) -> str | None:
    words = " ".join(subject.split())
    return words if len(words) >= 6 else None


def _own_subject(type_name: str | None, between: str) -> str | None:
    """ "Kế hoạch ứng dụng công nghệ thông tin số 101/…": the words between type and number."""
    return _clean(f"{type_name} {between}") if type_name and len(between.split()) >= 2 else None


def _attached_subject(words: str, folded: str, start: int, floor: int, unit: Unit) -> str | None:
    """What is "ban hành kèm theo" the document, in its parentheses, or put forward "tại" it."""
    before = folded[floor:start]
    attached = re.search(r"(?P<what>[^.;:()]{8,160}?)\s\(?ban hanh kem theo\s$", before)
    if attached:
        what = words[floor + attached.start("what") : floor + attached.end("what")]
        typed = list(_TYPE.finditer(fold(what)))
        return _clean(what[typed[0].start() :] if typed else what)
    approved = re.search(
        r"(?P<what>[^.;:()]{8,160}?)\s(?:da\s)?(?:duoc\s)?(?:phe duyet|ban hanh|thong qua)[^.;]{0,40}\btai\s$", before
    )
    if approved and _TYPE.match(approved["what"].strip()):
        return _clean(words[floor + approved.start("what") : floor + approved.end("what")])
    in_brackets = re.search(r"(?P<what>[^.;:()]{12,200}?)\s\((?:(?:ban hanh\s)?kem theo\s|tai\s|theo\s)?$", before)
    if in_brackets:
        return _without_verb(words[floor + in_brackets.start("what") : floor + in_brackets.end("what")])
    at = re.search(r"(?P<what>[^.;:()]{12,200}?)\stai\s$", before)
    if at and floor == 0 and _PUT_FORWARD.match(at["what"]):
        return _without_verb(words[at.start("what") : at.end("what")])
    label = fold(unit.label)
    return _clean(unit.label[3:]) if label.startswith("ve ") else None


_PUT_FORWARD = re.compile(
    r"(?:de xuat|kien nghi|xin y kien|bao cao|de nghi|chi dao|giao|yeu cau|huong dan|don doc|chan chinh)\b"
)


def _without_verb(words: str) -> str | None:
    """What is issued or put forward, without who does so: "UBND tỉnh ban hành Quy chế …" is about the Quy chế."""
    issued = re.search(r"(?i)\bban hành\s+", words)
    if issued and _TYPE.match(fold(words[issued.end() :])):
        return _clean(words[issued.end() :].strip(" -,"))
    return _clean(re.sub(r"(?i)^(?:ban hành|đề xuất)\s+", "", words.strip(" -,")))


def _role(folded: str, start: int, floor: int, unit: Unit, lead: str, end: int) -> Role:
    # In brackets a document is the one that was named before them.
    reach = 160 if folded[:start].rstrip().endswith("(") else 70
    before = folded[max(floor, start - reach) : start]
    best: tuple[int, Role] | None = None
    for role, pattern in _ROLES:
        for match in re.finditer(rf"\b(?:{pattern})\b", before):
            if best is None or match.end() > best[0]:
                best = (match.end(), role)
    if (
        best is not None
        and best[1] in {Role.BASIS, Role.ISSUED}
        and re.search(r"\b(?:tai|cua|theo)\s$|kem theo\s$", before)
    ):
        # "… sửa đổi, bổ sung một số điều tại Quyết định số …": what is amended is named last.
        changed = re.search(r"\b(?P<verb>sua doi|bo sung|thay the|bai bo)\b", folded[floor:start])
        if changed and floor:
            return Role.REPLACED if changed["verb"] in {"thay the", "bai bo"} else Role.AMENDED
    if best is None and not folded[:start].strip(" -+*•") and re.search(r"\bban hanh\b[^.]*:?\s*$", lead):
        # A list that goes on from "… đã tham mưu ban hành:".
        return Role.ISSUED
    if best is None and _SAID_ISSUED.match(folded[end:]):
        return Role.ISSUED
    if best is None:
        return Role.IMPLEMENTED if unit.is_task else Role.BASIS
    if best[1] is Role.ISSUED and re.search(r"ban hanh kem theo\s$", before):
        return Role.IMPLEMENTED
    return best[1]


def effective_date(folded: str) -> date | None:
    """The day from which a sentence says that something is in force."""
    return next((d.day for d in find_dates(folded) if _EFFECTIVE.search(folded[: d.start])), None)


def expected_period(folded: str, home: Home) -> Period | None:
    """When a plan is to be carried out: the period after "dự kiến" (the last one named)."""
    mark = _PLAN_MARK.search(folded)
    if not mark:
        return None
    year = home.signed_on.year if home.signed_on else None
    for mention in reversed(with_years(list(find_periods(folded)))):
        if mention.start > mark.start():
            return (
                mention.in_year(year) if mention.is_open and year else mention.resolve(home.signed_on or date(1, 1, 1))
            )
    return None


def _unnumbered(words: str, folded: str, unit: Unit, home: Home, numbered: list[Citation]) -> Iterator[Citation]:
    """Documents without a number yet: drafted, submitted or planned ones, by their type and subject."""
    expected = expected_period(folded, home)
    if any(c.role in {Role.ISSUED, Role.LISTED} for c in numbered) and not expected:
        return
    taken: list[tuple[int, int]] = [(c.span.start, c.span.end) for c in numbered]
    for match in _UNNUMBERED.finditer(folded):
        start = match.start("type")
        end_match = _PLAN_END.search(words, match.end())
        end = end_match.start() if end_match else len(words)
        follows_number = re.match(r"(?:\S+\s){0,3}?so\s\d|\d", folded[match.end() :])
        if follows_number or any(a < end and start < b for a, b in taken) or not words[start].isupper():
            continue
        role = _unnumbered_role(folded, unit, expected)
        subject = _clean(re.sub(r"(?i),?\s*(?:dự kiến|trong thời gian tới).*$", "", words[start:end]).strip(" ,"))
        if role is None or subject is None:
            continue
        if any(c.subject and fold(subject) in fold(c.subject) for c in numbered):
            continue
        taken.append((start, end))
        yield Citation(
            span=Span(start, end),
            role=role,
            type=type_by_name().get(match["type"], match["type"]),
            subject=subject,
            expected=expected,
            effective_on=effective_date(folded),
            issuer=_planned_issuer(words),
        )


def _unnumbered_role(folded: str, unit: Unit, expected: Period | None) -> Role | None:
    if expected or unit.is_task:
        return Role.PLANNED
    if _DRAFT_MARK.search(folded):
        return Role.DRAFTED
    if _SUBMIT_MARK.search(folded) and not _NOT_YET.search(folded):
        return Role.SUBMITTED
    return Role.IMPLEMENTED if "co hieu luc" in folded else None


def _planned_issuer(words: str) -> str | None:
    found = re.search(
        r"(?:tham mưu|trình)\s+((?:UBND|HĐND|Chủ tịch UBND)\s(?:tỉnh|huyện|thành phố))", words, re.IGNORECASE
    )
    return found[1] if found else None
