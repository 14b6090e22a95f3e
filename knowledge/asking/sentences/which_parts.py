"""Which parts of a body were merged or dissolved: "hợp nhất hai phòng nào", "đơn vị sự nghiệp nào bị giải thể"."""

import re
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording
from knowledge.asking.reports.which_reports import is_of_period
from knowledge.asking.sentences.changes import PLANNED, Change, begins_name, nouns, tell_change
from knowledge.facts import Period
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# "Sở … sáp nhập phòng nào vào Văn phòng Sở", "hợp nhất hai phòng nào", "đơn vị sự nghiệp nào … bị giải thể".
_WHICH_PARTS = (
    Sought(
        lambda: (
            rf"\b(?P<verb>sap nhap|hop nhat|nhap|giai the|tach)(?: lai| chung)?(?: (?:\d+|hai|ba|cac|nhung|nhung cai))? (?P<part>{nouns('asked')})(?: chuyen mon| truc thuoc)? nao\b"
        )
    ),
    Sought(
        lambda: (
            rf"\b(?P<part>{nouns('asked')})(?: chuyen mon| truc thuoc| cong lap)? nao\b.*\b(?:da |bi |duoc )+(?P<verb>sap nhap|hop nhat|nhap|giai the)\b"
        )
    ),
)
# To be merged and to be joined are asked and told alike.
_JOINING = {"nhap": ("nhap", "hop nhat"), "hop nhat": ("hop nhat", "nhap")}


def answer_which_parts(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Which parts of the body that is named were merged or dissolved, by the newest sentence of its own that tells it as done."""
    if query.references or query.asks("count", "percent", "money", "when"):
        return None
    match = next((m for pattern in _WHICH_PARTS if (m := pattern.search(query.folded))), None)
    if match is None:
        return None
    part, asked_verb = match["part"], match["verb"].removeprefix("sap ")
    # "Đã nhập hai trung tâm nào": what is asked for is no body that is named.
    bodies = [b for b in query.bodies if b.organisation.place or b.organisation.body != part]
    periods = resolve_all(query.periods, today)
    _, _, target = query.folded[match.end() :].partition(" vao ")
    into = "" if _ASKED_TOO.search(target) or _WITH_EACH_OTHER.match(target) else normalise(target)
    # "Giải thể đơn vị nào": whatever it is called.
    is_any = part in _ANY_BODY
    called = rf"(?:{part}|{begins_name()})" if is_any else part
    telling = [
        (entry, clause)
        for verb in _JOINING.get(asked_verb, (asked_verb,))
        for entry in library.statements_with_words([*(() if is_any else part.split()), *verb.split()])
        if (not bodies or is_of_bodies(entry, tuple(bodies[:1])))
        and all(is_of_period(entry.report, p) or _is_within(entry.report.facts.period, p) for p in periods)
        and _tells_as_done(entry)
        for clause in re.finditer(r"[^;]+", entry.folded)
        if re.search(
            rf"\b{verb}\b(?: \d+)? {called}\b (?!\w*nao\b)\w|\b{called} \w[^,;]* (?:duoc |bi |da )?(?:sap )?{verb}\b",
            clause[0],
        )
        and (not into or f"vao {into}" in normalise(clause[0]))
        and all(_is_whole_in(body, entry, clause[0]) for body in bodies[:1])
    ]
    if not bodies and len({entry.report.body for entry, _ in telling}) > 1:
        return None
    last = {
        entry.number: Change(entry, clause.start(), clause.end(), "", "")
        for entry, clause in told_last(telling, lambda one: one[0].report)
    }
    return tell_change(next(iter(last.values())), wording) if len(last) == 1 else None


_ANY_BODY = frozenset({"don vi", "co quan", "to chuc"})
# "Nhập phòng nào vào phòng nào": both are asked for.
_WITH_EACH_OTHER = pattern_of(r"voi nhau\b|lam mot\b")
_ASKED_TOO = Sought(r"\b(?:nao|dau|gi|ai)\b")


def _is_whole_in(body: OrganisationMention, entry: StatementEntry, clause: str) -> bool:
    """Whether it is the body whose parts are told: in its own report, or by a name that is not what they are merged into.

    "Hợp nhất Phòng Dân tộc vào Văn phòng …" tells of no parts of that office.
    """
    own = body.organisation.body
    if not own or own == entry.report.body.body:
        return True
    return set(own.split()) <= set(normalise(clause.partition(" vao ")[0]).split())


def _is_within(own: Period | None, asked: Period) -> bool:
    return own is not None and asked.first <= own.first and own.last <= asked.last


def _tells_as_done(entry: StatementEntry) -> bool:
    return (
        not entry.is_row
        and entry.statement.kind != "heading"
        and entry.statement.task is None
        and not PLANNED.search(entry.folded)
    )
