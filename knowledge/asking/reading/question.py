"""A question read: documents, periods, bodies, subject and what is asked of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from knowledge.asking.library import Library
from knowledge.asking.reading.asked_bodies import bare_level, own_names
from knowledge.asking.reading.asked_days import AskedDays
from knowledge.asking.reading.asked_exactly import read_exactly
from knowledge.asking.reading.asked_subject import ANAPHORA, read_subject
from knowledge.asking.reading.asked_units import asked_unit, count_asked, department_counted, named_values
from knowledge.asking.reading.cues import all_cue_words, follow_words, stop_words
from knowledge.asking.reading.held import Claim
from knowledge.asking.reading.phrasing import spelled_out
from knowledge.asking.reading.references import Reference
from knowledge.asking.reading.striking import strike
from knowledge.facts import Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood; open slots are empty and may be filled from the conversation."""

    text: str
    folded: str
    cues: dict[str, tuple[int, int]] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    dates: tuple[date, ...] = ()
    days: AskedDays = field(default_factory=AskedDays)
    bodies: tuple[OrganisationMention, ...] = ()
    level: str = ""  # a level without a name: "của tỉnh", "thành phố"
    terms: Terms = field(default_factory=lambda: Terms({}, frozenset()))
    naming: Terms = field(default_factory=lambda: Terms({}, frozenset()))  # the terms less all asking words
    named_type: str | None = None
    unit: str = ""
    claim: Claim | None = None
    negated: str = ""
    values: tuple[Decimal, ...] = ()  # numbers that it names besides
    counts: int = 0  # how many times it asks for a quantity
    is_follow_up: bool = False

    def asks(self, *names: str) -> bool:
        """Whether the question asks for any of these."""
        return not self.cues.keys().isdisjoint(names)

    @property
    def asks_before_and_after(self) -> bool:
        """Whether it asks how something was and how it is."""
        return self.terms.dimensions.get("moment", frozenset()) >= {"before", "after"}

    @property
    def type_words(self) -> frozenset[str]:
        """The words of the type of document that it names: "Nghị quyết số mấy?" says no more than that."""
        return frozenset(fold(self.named_type or "").split())

    @property
    def has_subject(self) -> bool:
        """Whether it says by itself what it is about."""
        return bool(self.references or self.terms.words or self.named_type)


# "Bộ phận Một cửa cấp xã", "các cấp": those of a level or of all, and no one desk.
_OF_LEVEL = pattern_of(r"\s(?:(?:cac |cap )+(?:xa|phuong|huyen|quan)|(?:o )?(?:cac|moi|ca ba|ba|hai) cap)\b")


def _is_of_level(body: OrganisationMention, words: str) -> bool:
    return body.organisation.is_desk and not body.organisation.place and bool(_OF_LEVEL.match(words, body.end))


def read_question(text: str, library: Library, folded: str | None = None) -> Query:
    """The question as understood without the conversation; never raises."""
    composed = compose(text)
    words = spelled_out(" ".join((folded or fold(composed)).split()))
    exactly = read_exactly(composed, words, library)
    subject = read_subject(words, exactly, library)
    bodies = tuple(body for body in exactly.bodies if not _is_of_level(body, words))
    terms, level = _with_whole(subject.terms, bodies, words), "" if bodies else bare_level(subject.words)
    negated = _NEGATED.search(words)
    return Query(
        text=composed,
        folded=words,
        cues=subject.cues,
        references=tuple(exactly.references),
        periods=tuple(exactly.periods),
        dates=tuple(d.day for d in exactly.dates),
        days=exactly.days,
        bodies=bodies,
        level=level,
        terms=terms if level != "ministry" else _without_ministry(terms),
        naming=subject.naming if level != "ministry" else _without_ministry(subject.naming),
        named_type=subject.named_type,
        unit=asked_unit(subject.words) or department_counted(composed),
        claim=subject.claim,
        negated=negated["what"] if negated else "",
        values=named_values(subject.words),
        counts=count_asked(subject.words),
        is_follow_up=_goes_on(words, exactly.periods),
    )


# "Toàn huyện Nà Khoang": all of it, where the name tells which one.
_ALL_OF = pattern_of(r".*\b(?:toan|toan bo|khap) $")


def _with_whole(terms: Terms, bodies: Sequence[OrganisationMention], words: str) -> Terms:
    """The terms, with the whole where all of a named place is meant."""
    if not any(_ALL_OF.match(words, 0, body.start) for body in bodies if not body.organisation.body):
        return terms
    scope = terms.dimensions.get("scope", frozenset()) | {"whole"}
    return Terms({**terms.dimensions, "scope": scope}, terms.words - {"toan"})


def _without_ministry(terms: Terms) -> Terms:
    """The terms without what only says that it is of the ministry."""
    return Terms(terms.dimensions, terms.words - {"bo", "ministry"})


_NEGATED = Sought(
    r"(?:khong|ko|chua|not)\s(?:phai\s)?(?:duoc\s)?(?:nop\s|tiep nhan\s|qua\s)*(?P<what>truc tuyen|online|qua mang|truc tiep)"
)


def _goes_on(words: str, periods: Sequence[PeriodMention]) -> bool:
    """Whether it says itself that it goes on from another: "còn quý II?", "nó", "hộ tịch thì sao?"."""
    if follow_words().match(words) or ANAPHORA.search(words) or _THEN_WHAT.match(words) or _AMONG_THEM.match(words):
        return True
    # "So với cùng kỳ tăng mấy hồ sơ?": of the period that was spoken of.
    return bool(periods) and all(p.is_same_period and p.year is None for p in periods)


# "Hộ tịch thì sao?": the same of that.
_THEN_WHAT = pattern_of(r"\S+(?: \S+){0,4} thi (?:sao|the nao)\W*$")


# "Đất đai mấy cái trong đó": a part of what was told.
_AMONG_THEM = pattern_of(r"\S+(?: \S+){1,6} trong (?:do|so do|so nay)\W*$")


def without_places(query: Query) -> str:
    """Its words with the names of places taken out: "huyện Kỳ Anh" signs nothing."""
    return strike(query.folded, own_names(query.folded, query.bodies))


def as_written(text: str, name: str) -> str:
    """A folded name as the question writes it; folded where it stands there otherwise."""
    folded = fold(text)
    at = folded.find(name)
    return text[at : at + len(name)] if at >= 0 and len(folded) == len(text) else name


def telling_words(query: Query, same: Callable[[str], str] = str) -> list[str]:
    """Its words, made alike, less those that ask or carry nothing; the name of a place is told whole: "Trà An"."""
    places = own_names(query.folded, query.bodies)
    others = all_cue_words().sub(" ", without_places(query).replace("\x00", " "))
    names = " ".join(query.folded[start:end] for start, end in places)
    return [*(w for w in _WORD.findall(same(others)) if w not in stop_words()), *_WORD.findall(same(names))]


_WORD = pattern_of(r"\w+")


def resolve_all(periods: tuple[PeriodMention, ...], today: date) -> list[Period]:
    """The periods that are fully said, as meant on that day."""
    return [p for m in periods if (p := m.resolve(today))]
