"""Ways to go on other than with more words: the same asked of another, another part of one whole, the report that told it."""

from collections.abc import Sequence

from knowledge.asking.conversation.turns import Turn
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.held import ASKS_MOST
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.terms import PARTS_OF_DOSSIERS
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import name_period

# What is listed or told as a whole of a body or period is asked again in its own words.
_LISTED = ("list", "tasks", "summary", "responsible", "overdue")


def asked_again(last: Turn, now: Query) -> str | None:
    """ "Còn Sở Y tế?" after "Sở Nội vụ phụ trách văn bản nào?": the same asked of that; None where it is not so."""
    before = last.query
    if (counted := _COUNTED.search(before.folded)) is not None and _WHICH_ONES.search(now.folded) and not last.follows:
        return f"{counted['noun']} nao {before.folded[counted.end() :]}"
    is_most = bool(ASKS_MOST.search(before.folded))
    if last.follows or not (before.asks(*_LISTED) or is_most) or before.references or not _names_one(now):
        return None
    if now.bodies and not before.bodies and (before.asks("list") or is_most):
        return f"{before.folded.rstrip(' ?.')} cua {now.folded[now.bodies[0].start : now.bodies[0].end]}"
    if now.bodies and len(before.bodies) == 1:
        old, new = before.bodies[0], now.bodies[0]
        return f"{before.folded[: old.start]}{now.folded[new.start : new.end]}{before.folded[old.end :]}"
    if now.periods and len(before.periods) == 1:
        was, is_now = before.periods[0], now.periods[0]
        year = is_now.year or was.year
        said = (
            fold(name_period(is_now.in_year(year)))
            if year and is_now.is_open
            else now.folded[is_now.start : is_now.end]
        )
        return f"{before.folded[: was.start]}{said}{before.folded[was.end :]}"
    return None


_NOUNS = r"van ban|cong van|quyet dinh|ke hoach|nhiem vu|dau viec|viec"
# "Có mấy văn bản quá hạn?", and then "văn bản nào?".
_COUNTED = Sought(rf"\b(?:co )?{HOW_MANY} (?P<noun>{_NOUNS})\b")
_WHICH_ONES = Sought(lambda: rf"^(?:do )?(?:la )?(?:nhung |cac )?(?:{_NOUNS}|cai) (?:nao|gi){polite_end()}")


def _names_one(query: Query) -> bool:
    """Whether one body or one period is all that it says."""
    others = (
        query.cues or query.references or query.dates or query.naming.words or query.terms.dimensions or query.level
    )
    return not others and len(query.bodies) + len(query.periods) == 1


def names_part(query: Query, last: Turn) -> bool:
    """Whether it names a thing and asks how many of it or nothing else, so that it may be what the last sentence counts besides."""
    others = query.periods or query.bodies or query.references or query.dates or query.level or query.claim
    is_told = last.outcome == "answered" and last.said and not last.document
    # "SIPAS thì sao?" after the place of an index goes on asking for a place.
    asked = query.cues.keys() or last.query.cues.keys()
    return bool(is_told and query.naming.words) and not (others or query.negated or asked - _OF_PARTS)


_OF_PARTS = frozenset({"count", "money", "percent", "overall", "status"})


def parts_before(now: Query, turns: Sequence[Turn]) -> range:
    """ "Trực tuyến bao nhiêu?", then "quá hạn?": how many turns may be passed over that told parts of one whole, as it asks for another."""
    names_part = bool(now.terms.dimensions.keys() & PARTS_OF_DOSSIERS or now.naming.words)
    if not names_part or now.periods or now.bodies or now.references or now.asks("compare"):
        return range(0)
    parts = 0
    while parts + 1 < len(turns) and _is_part(turns[-1 - parts], turns[-2 - parts]):
        parts += 1
    return range(1, parts + 1)


def _is_part(part: Turn, whole: Turn) -> bool:
    """Whether it asked for a part of what was asked before, of the same time and bodies."""
    is_same = (part.query.periods, part.query.bodies) == (whole.query.periods, whole.query.bodies)
    return part.follows and not part.passes_over and is_same and part.query.terms != whole.query.terms


# "Ai ban hành", "báo cáo nào nói thế", "nguồn đâu": of the report in which the figure stands.
_OF_ITS_REPORT = Sought(
    lambda: (
        r"^(?:the |vay |con |thi )*(?:(?:bao cao nay |bao cao do |cai nay |so lieu nay |so nay )?(?:do )?(?:ai|co quan nao|don vi nao|noi nao) (?:da )?(?:ban hanh|ra|phat hanh|cong bo|bao cao)"
        r"|(?:ai|nguoi nao|lanh dao nao) ky(?: bao cao)?(?: nay| do)?|bao cao (?:nay |do )?(?:so may|so bao nhieu|(?:ra )?ngay (?:nao|may)|(?:la )?(?:cua |thuoc )?(?:ky|quy|thang|nam) (?:bao cao )?(?:nao|may))|who signed the report"
        r"|(?:o |trong |theo |cua )*(?:bao cao|van ban|tai lieu) nao(?: noi| neu| ghi)?|(?:nguon|trich) (?:o |tu )?(?:dau|nao)|so lieu (?:nay )?(?:o |lay |tu )*dau(?: ra)?"
        r"|who (?:issued|published|reported|wrote) (?:it|that|this)|(?:in |from |according to )?which report|what(?: is|'s) the source|source|where (?:is|does) (?:that|it|this)(?: come)? from)"
        + polite_end()
    )
)


_THIS_REPORT = Sought(r"\bbao cao (?:nay|do|ay|tren|vua roi)\b")


def asks_of_report(query: Query, last: Turn) -> bool:
    """Whether it is the report that is asked for in which the last answer stands, or that was just spoken of."""
    if last.document or query.references or query.periods or query.bodies or query.naming.words:
        return False
    is_named = _THIS_REPORT.search(query.folded)
    of_report = is_named or last.query.named_type == "Báo cáo" or _OF_ITS_REPORT.search(last.query.folded)
    is_datum = query.asks("when", "who", "signer", "number", "published", "window") and not query.asks(
        "count", "percent"
    )
    return bool(_OF_ITS_REPORT.search(query.folded) or (of_report and is_datum))
