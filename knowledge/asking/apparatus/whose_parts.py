"""Whose parts a sentence counts: the body that it names before the numbers, or the one whose report it is."""

from knowledge.asking.apparatus.kinds import Kinds
from knowledge.asking.bodies import BELOW_PROVINCE, body_distance, speaks_for_province
from knowledge.asking.library import StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.grammar.organisations import Organisation, find_organisations
from knowledge.grammar.patterns import pattern_of

# "Theo Quyết định số … của UBND tỉnh", "Kế hoạch … của …": who issued what it is done by, and not whose parts they are.
_ISSUED_BY = pattern_of(
    r"(?:\d/[\w/-]+(?: ngay [\d/]+)?|\b(?:quyet dinh|nghi quyet|de an|ke hoach|nghi dinh|chi dao|thong bao)) cua $"
)
# "Sáp nhập Phòng A vào Văn phòng Sở": what is changed or joined owns nothing.
_IS_PART = pattern_of(r"\b(?:vao|voi|va|cung|nhap|hop nhat|giai the|thanh|doi ten|thanh lap|tach|gom) $")

# "Nhập từ 03 xã của huyện A trước đây: …; 31 thôn": where its parts lay before.
_CAME_FROM = pattern_of(r"\b(?:nhap|hop nhat|thanh lap|tach) (?:tu|tren co so)\b[^;:.]*\b(?:cua|thuoc) $")


def owner_of_parts(entry: StatementEntry, query: Query, start: int, asked: Kinds) -> Organisation | None:
    """The body named before the numbers, the one asked for rather than another; None where it is the report's own."""
    counted = tuple(kind.split()[0] for kind in asked)
    named = [o for o in _named_before(entry, start) if not o.body.startswith(counted)]
    meant = [o for o in named if query.bodies and body_distance(entry.report, o, query.bodies, is_row=False) == 0]
    fitting = meant or named
    return fitting[-1] if fitting else None


# "Xã Hà Lũng sáp nhập vào phường Trường Xuân; thị xã còn …": a clause that names whose they are anew.
_OWN_CLAUSE = pattern_of(
    r";\s(?=(?:toan (?:tinh|huyen|thanh pho|thi xa|xa)|tinh|thanh pho|huyen|quan|thi xa|xa|phuong|so)\b[^;]*$)"
)


def _named_before(entry: StatementEntry, start: int) -> tuple[Organisation, ...]:
    """The bodies that it names before that place as whose parts they may be; found once for each sentence and place."""
    known: tuple[Organisation, ...] | None = entry.judged.get((_named_before, start))
    if known is None:
        words = entry.statement.span.cut(entry.report.text)
        own = _OWN_CLAUSE.search(entry.folded, 0, start)
        begins = own.start() if own else 0
        named = find_organisations(" " * begins + words[begins:start]) if len(words) == len(entry.folded) else ()
        known = entry.judged[_named_before, start] = tuple(
            m.organisation
            for m in named
            if not any(p.search(entry.folded[: m.start]) for p in (_ISSUED_BY, _IS_PART, _CAME_FROM))
        )
    return known


def are_its(entry: StatementEntry, owner: Organisation | None, query: Query, is_of_place: bool) -> bool:
    """Whether the parts are those of the body that is asked for, or of the report's level where none is."""
    report = entry.report
    if query.bodies:
        distance = body_distance(report, owner, query.bodies, is_row=False)
        return distance is not None and distance <= 1
    if query.level == "district" and report.body.level != "district":
        return False
    if report.body.level in BELOW_PROVINCE and query.level in {"province", "city"}:
        return False
    if is_of_place:
        # "Huyện A còn 24 xã" in a province's report is not of the province.
        return owner is None or (
            owner.level not in BELOW_PROVINCE and owner.place in {"", report.province, report.body.place}
        )
    return bool(query.level) and speaks_for_province(report, owner, is_said_whole=False)
