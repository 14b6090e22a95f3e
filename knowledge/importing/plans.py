"""Documents without a number yet: planned, drafted or submitted ones, by their type and subject."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.facts import Citation, Period, Role, Span
from knowledge.grammar.dates import find_dates
from knowledge.grammar.document_types import is_type, type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods, with_years
from knowledge.importing.deadlines import find_due, find_responsible, planned_period
from knowledge.importing.issuers import Home
from knowledge.importing.structure import Unit
from knowledge.importing.subjects import TITLE_END, clean

_MARK = re.compile(
    r"du kien|thoi gian ban hanh|(?:chuyen|lui|doi|dieu chinh)(?: (?:thoi (?:gian|han)|tien do)(?: ban hanh| trinh)?)? (?:sang|den) (?=(?:ky hop |phien hop )?(?:quy|thang|nam|6 thang)\b)"
)
_DRAFT_MARK = re.compile(
    r"du thao|lay y kien|dang (?:duoc |trong qua trinh )?(?:xay dung|soan thao|hoan thien)|tham muu(?:, xay dung)?,? xay dung"
)
_SUBMIT_MARK = re.compile(r"da trinh|trinh (?:ubnd|hdnd|chu tich|thu tuong|bo|uy ban)")
_NOT_YET = re.compile(r"chua (?:trinh|ban hanh)")
_SUPERIOR = (
    r"(?:(?:chu tich\s)?(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)|thu tuong chinh phu|chinh phu|bo noi vu|so noi vu)"
    r"(?:\s(?:tinh|huyen|thanh pho|quan|thi xa|xa))?"
)
_ISSUE = r"ban hanh(?: lai| moi)?|phe duyet|thong qua"
_KINDS = (
    r"quy che|quy dinh|quy trinh|ke hoach|de an|chuong trinh|nghi quyet|quyet dinh|chi thi|danh muc|phuong an"
    r"|bo tieu chi|bo chi so"
)
_UNNUMBERED = re.compile(
    rf"(?:^(?P<topic>(?:doi voi|rieng|rieng doi voi)\s)?|(?P<issue>{_ISSUE}|trinh\s{_SUPERIOR})|du thao|soan thao|xay dung|hoan thien|tham muu|ve|dang xay dung|trinh)\s?"
    rf"(?P<type>{_KINDS})\s(?!co hieu luc|nay\b|tren\b|do\b|duoc\b|da\b|va\b|cu the\b)"
)
# What is only planned has no printed subject that could say these words itself.
_END = re.compile(
    TITLE_END.pattern
    + r"|\s(?:hiện )?đang (?:được |trong quá trình )?(?:xây dựng|soạn thảo|hoàn thiện|dự thảo|lấy ý kiến|trình|tham mưu)"
    r"|\s(?:đã|sẽ|chưa) (?:được )?(?:xây dựng|soạn thảo|hoàn thiện|trình|ban hành|phê duyệt|thông qua)"
    r"|,?\s(?:sau|trước) khi\b|\s(?:trước ngày|xong trước|tại kỳ họp|tại phiên họp)\b|\strong (?:tháng|quý) \S+(?=$|\s*\()"
)
# "Hiệu lực 10/5/2023 đến hết 31/12/2025": the first of its days.
_EFFECTIVE = re.compile(
    r"(?:(?:co )?hieu luc(?: thi hanh)?|thi hanh|ap dung|thuc hien)(?: ke)? tu (?:ngay )?$|\bhieu luc(?: thi hanh)?:? (?:ngay )?$"
)
# A task that begins so is the reporting body's own: "Ban hành Quy chế tiếp công dân".
_OWN_ISSUE = re.compile(r"[\s*+•-]*(?:ban hanh|phe duyet)\b")
_SHORTEST = (
    3  # words after a type written small: "phê duyệt quy trình nội bộ giải quyết …", not "ban hành kế hoạch năm"
)


def effective_date(folded: str) -> date | None:
    """The day from which a sentence says that something is in force."""
    return next((d.day for d in find_dates(folded) if _EFFECTIVE.search(folded[: d.start])), None)


def expected_period(folded: str, home: Home) -> Period | None:
    """When a plan is to be carried out: the period after "dự kiến" (the last one named)."""
    mark = _MARK.search(folded)
    if not mark:
        return None
    year = home.signed_on.year if home.signed_on else None
    for mention in reversed(with_years(list(find_periods(folded)))):
        if mention.start > mark.start():
            return (
                mention.in_year(year) if mention.is_open and year else mention.resolve(home.signed_on or date(1, 1, 1))
            )
    return None


def find_plans(
    words: str, folded: str, unit: Unit, home: Home, numbered: list[Citation], planned: Period | None
) -> Iterator[Citation]:
    """Documents to come that the unit names; `planned` is the period that its heading plans for."""
    expected = expected_period(folded, home)
    if any(c.role in {Role.ISSUED, Role.LISTED} for c in numbered) and not expected:
        return
    taken: list[tuple[int, int]] = [(c.span.start, c.span.end) for c in numbered]
    due = find_due(folded) if unit.is_task or _SUBMIT_MARK.search(folded) else None
    if unit.is_task and not expected and not due:
        reference = home.signed_on or date(1, 1, 1)
        expected = planned_period(folded, reference, home.signed_on.year if home.signed_on else None) or planned
    for match in _UNNUMBERED.finditer(folded):
        start, end = match.start("type"), _end(words, match)
        if any(a < end and start < b for a, b in taken) or not _is_named(words, folded, match, end, unit):
            continue
        role = _role(folded, unit, expected)
        subject = clean(re.sub(r"(?i),?\s*(?:dự kiến|trong thời gian tới).*$", "", words[start:end]).strip(" ,"))
        if role is None or subject is None or any(c.subject and fold(subject) in fold(c.subject) for c in numbered):
            continue
        taken.append((start, end))
        yield Citation(
            span=Span(start, end),
            role=role,
            type=type_by_name().get(match["type"], match["type"].capitalize()),
            subject=subject[:1].upper() + subject[1:],
            expected=expected,
            due=due,
            effective_on=effective_date(folded),
            issuer=_issuer(words) or (home.organisation if _OWN_ISSUE.match(folded) else None),
            responsible=find_responsible(words),
        )


def _end(words: str, match: re.Match[str]) -> int:
    # "Đối với Đề án vị trí việc làm, Bộ Nội vụ đã …": only named, and what is said of it stands behind the comma.
    end = (_CLAUSE if match["topic"] else _END).search(words, match.end())
    return end.start() if end else len(words)


_CLAUSE = re.compile(r"[,:;]\s")


# "Kế hoạch … năm 2024 ban hành theo Quyết định số 2998/QĐ-BKHCN": it has come, with that number.
_ISSUED_WITH = re.compile(r"\bban hanh (?:kem )?(?:theo|tai|bang|cung) [a-z ]{2,20}? so \d")
_NUMBER_BEHIND = 40  # letters from the end of its subject to that number, at most


def _is_named(words: str, folded: str, match: re.Match[str], end: int, unit: Unit) -> bool:
    """Whether the words name a document without a number; written small only what is to be issued in a task is."""
    if re.match(r"(?:\S+\s){0,3}?so\s\d|\d", folded[match.end() :]):
        return False
    if not is_type(words[match.start("type") : match.end("type")]) or _ISSUED_WITH.search(
        folded, match.end(), end + _NUMBER_BEHIND
    ):
        return False
    is_small_task = unit.is_task and match["issue"] and len(words[match.end() : end].split()) >= _SHORTEST
    return words[match.start("type")].isupper() or bool(is_small_task)


def _role(folded: str, unit: Unit, expected: Period | None) -> Role | None:
    if expected or unit.is_task:
        return Role.PLANNED
    if _DRAFT_MARK.search(folded):
        return Role.DRAFTED
    if _SUBMIT_MARK.search(folded) and not _NOT_YET.search(folded):
        return Role.SUBMITTED
    return Role.IMPLEMENTED if "co hieu luc" in folded else None


def _issuer(words: str) -> str | None:
    found = re.search(
        r"(?:tham mưu|trình)\s+((?:UBND|HĐND|Chủ tịch UBND)\s(?:tỉnh|huyện|thành phố))", words, re.IGNORECASE
    )
    return found[1] if found else None
