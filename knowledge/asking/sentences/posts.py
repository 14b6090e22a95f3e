"""Who heads a body or stands in for its head: "Giám đốc Sở Nội vụ bây giờ là ai", "ai thay ông … làm Trưởng phòng …".

Told by the sentence of the appointment, or by who signed the body's newest report as its head.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.library import Library, ReportEntry, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.reports.naming_reports import head_of, signature
from knowledge.asking.sentences.held_posts import (
    IN_CHARGE,
    HeldPost,
    appointed,
    has_left,
    issuer_words,
    post_pattern,
    signed,
    taken_for_granted,
    words_of_name,
)
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import is_noun
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_lists


def _any(name: str) -> str:
    return any_of(load_lists("posts")[name])


_POST = r"(?P<post>{})\b(?: moi| (?P<before>{}))? (?P<of>\S.*?)"
# "Giám đốc Sở Nội vụ mới là ai".
_WHO_IS = Sought(
    lambda: (
        rf"\b{_POST.format(post_pattern(), _any('former'))}(?: (?:{_any('behind_post')}|(?P<former>{_any('former')})))*"
        rf"(?: la)? (?:{_any('asked_person')}|ten gi|ten la gi)(?: (?:{_any('behind_post')}))*{polite_end()}"
    )
)
# "Ai đang làm Chánh Văn phòng UBND tỉnh vậy".
_WHO_HOLDS = Sought(
    lambda: (
        rf"\b(?:{_any('asked_person')}) (?:{_any('before_post')}) {_POST.format(post_pattern(), _any('former'))}"
        rf"(?: (?:{_any('behind_post')}|(?P<former>{_any('former')})))*{polite_end()}"
    )
)
# "Ai thay ông Mạc Văn Tỉnh làm Trưởng phòng Nội vụ".
_WHO_FOLLOWED = Sought(
    lambda: (
        rf"\b(?:{_any('asked_person')}) (?:se |da |duoc |len |lam |ve )*thay(?: the)?(?: cho)? (?:cu )?(?:ong|ba|dong chi) (?P<who>\S.*?)"
        rf"(?: (?:lam|giu chuc|o chuc) (?P<post>{post_pattern()}) (?P<of>\S.*?)| nghi huu)?{polite_end()}"
    )
)
# "Ai được giao phụ trách Trung tâm", "người phụ trách Sở là ai".
_WHO_LEADS = Sought(
    lambda: (
        rf"\b(?:{_any('asked_person')}) (?:(?:duoc|giao|phan cong|cu|dang|hien|tam|tam thoi|la nguoi) )*phu trach (?:dieu hanh )?(?P<of>\S.*?){polite_end()}"
        rf"|\b(?:nguoi|ong|ba) (?:duoc giao |dang |hien )?phu trach (?P<led>\S.*?) (?:hien )?(?:la )?(?:{_any('asked_person')}){polite_end()}"
    )
)
_WHO_IS_ENGLISH = Sought(
    lambda: (
        rf"\bwho (?:is|was|became|heads)(?: appointed)?(?: as)?(?: the)?(?: new| current| present)* (?P<english>{_any('english')}) (?:of|at) (?:the )?(?P<of>\S.*?)(?: now| currently| today)?\W*$"
    )
)
# More sentences or reports than this would have to be read one by one.
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class _Told:
    held: HeldPost
    report: ReportEntry
    entry: StatementEntry | None  # None where it is the signature


def asks_who_holds(query: Query) -> bool:
    """Whether a person is asked for by the post."""
    return any(pattern.search(query.folded) for pattern in (_WHO_IS, _WHO_HOLDS))


def answer_post(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Who holds the post that is named; None where no report tells it, or several bodies may be meant."""
    if query.references or query.claim is not None or query.asks("when", "count", "list"):
        return None
    if follows := _WHO_FOLLOWED.search(query.folded):
        return _followed(library, follows, wording)
    asked = _WHO_IS.search(query.folded) or _WHO_HOLDS.search(query.folded)
    if asked is not None:
        is_former = bool(asked["before"] or asked["former"])
        return _told(library, query, today, wording, asked["post"], asked["of"], is_former=is_former)
    if (leads := _WHO_LEADS.search(query.folded)) is not None:
        return _told(library, query, today, wording, IN_CHARGE, leads["of"] or leads["led"])
    if (english := _WHO_IS_ENGLISH.search(query.folded)) is None:
        return None
    meant = dict(zip(load_lists("posts")["english"], load_lists("posts")["english_meant"], strict=True))
    return _told(library, query, today, wording, fold(meant[english["english"]]), english["of"])


def _told(
    library: Library, query: Query, today: date, wording: Wording, post: str, of: str, *, is_former: bool = False
) -> Answer | None:
    for period in reversed(list(find_periods(of))):
        of = f"{_FROM_ON.sub('', of[: period.start])} {of[period.end :]}".strip()
    wanted = words_of_name(_named(query, of), post)
    if not wanted:
        return None
    every = (*_appointments(library, post), *_signatures(library, wanted))
    found = [t for t in every if t.held.post == post and _is_of(t, wanted)]
    # "Từ tháng 5/2023" may be told of later.
    until = tuple(m for m in query.periods if not _FROM_ON.search(query.folded[: m.start]))
    last = max((p.last for p in resolve_all(until, today)), default=date.max)
    found = [t for t in found if _is_told_by(t.report, last)]
    whose = {_whose(t) for t in found}
    # A report that does not say of which province it is may be of the one that another says.
    if len({of for _, of in whose}) != 1 or len({province for province, _ in whose} - {""}) > 1:
        return None
    if is_former:
        return _of_former(found, wording)
    if post.startswith("pho "):
        return _several(found, wording)
    newest = told_last(found, lambda t: t.report)
    names = {fold(t.held.name) for t in newest}
    if len(names) != 1 or _is_gone(library, newest[0], last):
        return None
    # That of an appointment tells since when.
    same = [t for t in found if fold(t.held.name) in names]
    appointments = [t for t in same if t.entry is not None]
    return _answer((told_last(appointments, lambda t: t.report) or newest)[-1], wording)


_FROM_ON = pattern_of(r"\btu (?:ngay )?$")


def _named(query: Query, of: str) -> str:
    """What is headed, as the question names it; "Sở" alone is the one that the question was read to mean."""
    for body in query.bodies:
        noun = fold(body.name)
        if is_noun(noun) and (of == noun or of.startswith(f"{noun} ")):
            return f"{body.organisation.body}{of.removeprefix(noun)}"
    return of


# "Kiêm Giám đốc …", "Giám đốc là bà …", "do … làm Giám đốc".
_SAID_OF_HEADS = ("kiêm", "là ông", "là bà", "do làm")


def _appointments(library: Library, post: str) -> Iterator[_Told]:
    numbers: set[int] = set()
    acts = (
        ("giao", "phân công", "cử")
        if post == IN_CHARGE
        else (*load_lists("posts")["acts"], "giữ chức", *_SAID_OF_HEADS)
    )
    for act in acts:
        having = library.statements_with_words([*post.split(), *fold(act).split()])
        numbers.update(having.numbers.tolist() if len(having) <= _MOST else ())
    for number in sorted(numbers):
        entry = library.statements[number]
        yield from (_Told(held, entry.report, entry) for held in appointed(entry))


def _signatures(library: Library, wanted: frozenset[str]) -> Iterator[_Told]:
    """Who signed the newest reports of the bodies that may be meant."""
    issued = library.filed.of_issuers(lambda r: wanted - taken_for_granted(r) <= issuer_words(r), ())
    for report in library.filed.newest_first(issued)[:_MOST]:
        if (held := signed(report)) is not None:
            yield _Told(held, report, None)


def _is_told_by(report: ReportEntry, last: date) -> bool:
    period = report.facts.period
    return report.told_on <= last or (period is not None and period.last <= last)


def _is_of(told: _Told, wanted: frozenset[str]) -> bool:
    """Whether it is of what is named: neither says more than its report takes for granted."""
    return wanted ^ told.held.of <= taken_for_granted(told.report)


def _whose(told: _Told) -> tuple[str, frozenset[str]]:
    """What tells the same post of two bodies apart."""
    report = told.report
    granted = taken_for_granted(report)
    is_inner = report.body.level in BELOW_PROVINCE and "tinh" not in told.held.of
    return report.province, told.held.of - granted | (granted - set(report.province.split()) if is_inner else set())


def _is_gone(library: Library, told: _Told, last: date) -> bool:
    """Whether a report as new as it, told up to the last day that is meant, says that the person left."""
    naming = library.statements_with_words(fold(told.held.name).split())
    return any(
        entry is not told.entry
        and told.report.told_on <= entry.report.told_on
        and _is_told_by(entry.report, last)
        and has_left(entry, told.held.name)
        for entry in naming[:_MOST]
    )


def _followed(library: Library, asked: re.Match[str], wording: Wording) -> Answer | None:
    """The newest sentence in which somebody is given the post of the person who is named, and of just what is named."""
    who, post = asked["who"], asked["post"]
    wanted = words_of_name(asked["of"], post) if post else frozenset()
    naming = library.statements_with_words([*who.split(), "thay"])
    told = [
        _Told(held, entry.report, entry)
        for entry in naming[:_MOST]
        if re.search(rf"\bthay(?: the)?(?: cho)? (?:ong|ba|dong chi) {re.escape(who)}\b", entry.folded)
        for held in appointed(entry)
    ]
    newest = told_last([t for t in told if not post or (t.held.post == post and _is_of(t, wanted))], lambda t: t.report)
    return _answer(newest[0], wording) if len({fold(t.held.name) for t in newest}) == 1 else None


def _of_former(found: Sequence[_Told], wording: Wording) -> Answer | None:
    """The newest appointment that says whose place was taken."""
    newest = told_last([t for t in found if t.entry is not None and " thay " in t.entry.folded], lambda t: t.report)
    return _answer(newest[0], wording) if len(newest) == 1 else None


def _several(found: Sequence[_Told], wording: Wording) -> Answer | None:
    """Those who stand in for a head, of whom a body has several; what is told last of each."""
    newest = {fold(t.held.name): t for t in sorted(found, key=lambda t: t.report.told_on)}
    if len(newest) == 1:
        return _answer(next(iter(newest.values())), wording)
    answers = [_answer(t, wording) for t in newest.values()]
    names = ", ".join(t.held.name for t in newest.values())
    quotes = tuple(one for a in answers for one in a.quotes)
    said = wording.say(f"{names} – theo {len(quotes)} chỗ trong các báo cáo", f"{names} – as the reports have it")
    return answered(said, quotes, lines=tuple(a.direct for a in answers))


def _answer(told: _Told, wording: Wording) -> Answer:
    report = told.report
    topic = Topic(report_id=report.id)
    if told.entry is not None:
        span = told.entry.statement.span
        return answered(shorten(span.cut(report.text)), (quote(report, span),), topic=topic)
    day = f" ngày {wording.day(report.dated_on)}" if report.dated_on else ""
    office = f"{told.held.title} {report.facts.organisation}"
    said = wording.say(
        f"{told.held.name} – {office}, ký báo cáo {report.name}{day}",
        f"{told.held.name} – {office}, signed {report.name}{day.replace('ngày', 'of')}",
    )
    return answered(said, (signature(report, told.held.name), head_of(report)), topic=topic)
