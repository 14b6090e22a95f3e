"""Documents across reports: every mention of the same one brought together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.facts import Citation, Role, Statement
from knowledge.grammar.centre import is_central as is_of_centre
from knowledge.grammar.document_keys import key_of_citation
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, OrganisationMention, find_organisations
from knowledge.grammar.symbols import fold_symbol

# Roles that tell of the document's own life, in the order of certainty of their data.
_TELLING = (
    Role.ISSUED,
    Role.LISTED,
    Role.AMENDED,
    Role.REPLACED,
    Role.ENDING,
    Role.IMPLEMENTED,
    Role.SUBMITTED,
    Role.BASIS,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One citation where it stands; `report` is the index of its report in the library."""

    citation: Citation
    statement: Statement
    report: int
    told_on: date
    body: Organisation
    province: str
    named_province: str | None = None  # as the report itself writes it
    place: int = -1  # the number of the statement in the library
    position: int = 0  # which of the statement's citations

    @property
    def key(self) -> str:
        """By which the store knows this mention of the document."""
        return key_of_citation(self.citation, self.named_province)


@dataclass(slots=True, weakref_slot=True, eq=False)
class Document:
    """An official document with all its mentions, oldest first."""

    mentions: list[Mention] = field(default_factory=list)
    # What it can be named by, once a library has found it.
    named_by: frozenset[str] | None = field(default=None, repr=False)

    @property
    def key(self) -> str:
        """By what it is followed: the key of the mention that says most of it."""
        return self._telling.key

    @property
    def is_numbered(self) -> bool:
        """Whether it has been issued under a number."""
        return any(m.citation.number for m in self.mentions)

    @property
    def best(self) -> Citation:
        """The mention that says most of the document itself."""
        return self._telling.citation

    @property
    def _telling(self) -> Mention:
        if len(self.mentions) == 1:
            return self.mentions[0]

        def rank(mention: Mention) -> tuple[bool, bool, int]:
            c = mention.citation
            return (not c.number, c.issued_on is None, _TELLING.index(c.role) if c.role in _TELLING else 9)

        return min(self.mentions, key=rank)

    @property
    def number(self) -> str | None:
        """Its number, as in "192"."""
        return self.best.number

    @property
    def written(self) -> str:
        """Number and symbol as reports write them, or empty."""
        return self.best.written or ""

    @property
    def issued_on(self) -> date | None:
        """The day of issue, where any report gives it."""
        return next((m.citation.issued_on for m in self.mentions if m.citation.number and m.citation.issued_on), None)

    @property
    def year(self) -> int | None:
        """The year of its number."""
        issued = self.issued_on
        return issued.year if issued else next((m.citation.year for m in self.mentions if m.citation.year), None)

    @property
    def types(self) -> frozenset[str]:
        """All type names that reports give it: a "Kế hoạch" may bear a letter's symbol."""
        return frozenset(m.citation.type for m in self.mentions if m.citation.type)

    @property
    def type(self) -> str:
        """The type most often given."""
        named = [m.citation.type for m in self.mentions if m.citation.type and m.citation.number] or [
            m.citation.type for m in self.mentions if m.citation.type
        ]
        return max(named, key=named.count) if named else "Văn bản"

    @property
    def issuer(self) -> str | None:
        """Who issued it, in the fullest form a report gives; who planned it only where its number names nobody."""
        named = [m.citation.issuer for m in self.mentions if m.citation.issuer and m.citation.number] or [
            m.citation.issuer for m in self.mentions if m.citation.issuer
        ]
        return max(named, key=lambda n: (named.count(n), len(n))) if named else None

    @property
    def subject(self) -> str | None:
        """What it is about, in the words of the mention that says it best."""
        if len(self.mentions) == 1:
            return self.mentions[0].citation.subject or None
        ranked = sorted(
            (m for m in self.mentions if m.citation.subject),
            key=lambda m: (
                not m.citation.number,
                m.citation.role not in {Role.ISSUED, Role.LISTED, Role.IMPLEMENTED},
                -min(len(m.citation.subject or ""), 160),
            ),
        )
        return ranked[0].citation.subject if ranked else None

    @property
    def name(self) -> str:
        """How to call it: "Quyết định 192/QĐ-UBND", or by its subject while it has no number."""
        if self.is_numbered:
            return f"{self.type} {self.written}"
        return self.subject or self.type


def first_joined(document: Document) -> Mention:
    """The mention with which the document began when mentions were brought together: of a numbered one the first that gives its day."""
    numbered = [m for m in document.mentions if joining_number(m.citation) is not None]
    return min(numbered, key=as_split) if numbered else min(document.mentions, key=turn_of)


def as_split(mention: Mention) -> tuple[bool, int, int]:
    """The order in which `split_numbered` brings mentions together: the dated ones first."""
    return mention.citation.issued_on is None, mention.place, mention.position


# When a mention without a number has its turn: what says most goes first.
Turn = tuple[int, date, int, int]


def turn_of(mention: Mention) -> Turn:
    """By what mentions without a number are sorted before each is given to a document: the longest subject first, then the earliest."""
    return -len(mention.citation.subject or ""), mention.told_on, mention.place, mention.position


def in_order(documents: list[Document]) -> list[Document]:
    """The same documents, each with its mentions by the day of their reports; tasks that it only assigns no longer tell its subject."""
    for document in documents:
        document.mentions = sorted(without_tasks(document.mentions), key=lambda m: m.told_on)
    return documents


def joining_number(citation: Citation) -> tuple[str, str] | None:
    """Number and symbol, folded, by which mentions are of one numbered document; None of a mention that lacks either."""
    if not (citation.number and citation.symbol):
        return None
    return citation.number.lstrip("0"), fold_symbol(citation.symbol)


def split_numbered(group: list[Mention]) -> list[Document]:
    """Mentions of one number: a document for each date and body, the undated ones with the likeliest."""
    dated: dict[tuple[date, str], Document] = {}
    for mention in group:
        if mention.citation.issued_on:
            place = (mention.citation.issued_on, "" if is_central(mention) else mention.province)
            home = next(
                (k for k in dated if k[0] == place[0] and (not k[1] or not place[1] or k[1] == place[1])), place
            )
            dated.setdefault(home, Document()).mentions.append(mention)
    loose = [m for m in group if not m.citation.issued_on]
    named = {m.province for m in group if m.province}
    without: dict[str, Document] = {}
    for mention in loose:
        fitting = [d for d in dated.values() if _may_be(d, mention)]
        if fitting:
            min(fitting, key=lambda d: _distance(d, mention)).mentions.append(mention)
        else:
            # A report that leaves its province unsaid means the one province that is named, if there is just one.
            province = mention.province or (next(iter(named)) if len(named) == 1 else "")
            home_key = "" if is_central(mention) else f"{province}|{_level(mention.citation.issuer)}"
            without.setdefault(home_key, Document()).mentions.append(mention)
    return [*dated.values(), *without.values()]


# Subjects of one document have at least so much of the shorter one's words in common.
_LEAST_COMMON = 0.5
# What a document asks of somebody does not say what it is about.
_ASSIGNS = re.compile(r"(?:giao|phan cong|yeu cau|chi dao|de nghi)\b")
# What nearly every subject says tells none from another: "… cải cách hành chính …".
_OF_REFORM = frozenset({"cai", "cach", "chinh"})
_FORMAL = _OF_REFORM | {"ban", "hanh", "ve", "viec", "cua", "va", "nam", "cac", "trinh", "phe", "duyet", "thuc", "hien"}


def without_tasks(mentions: list[Mention]) -> list[Mention]:
    """The mentions, where a row of work that the document assigns no longer says what the document is about, and how far it is.

    "Trình phê duyệt Đề án vị trí việc làm | văn bản giao: 2391/QĐ-UBND": that decision issued the plan of the year.
    """
    listed = sum(m.citation.role is Role.LISTED for m in mentions)
    if listed in {0, len(mentions)}:
        return mentions
    named = [
        subject_words(m)
        for m in mentions
        if m.citation.number
        and m.citation.role is not Role.LISTED
        and not _ASSIGNS.match(fold(m.citation.subject or "giao"))
    ]
    return [m if not named or is_of_subject(m, named) else _as_basis(m) for m in mentions]


def is_of_subject(mention: Mention, named: Iterable[frozenset[str]]) -> bool:
    """Whether a row speaks of one of these subjects, each its words; true of a mention that is no row or says nothing."""
    if mention.citation.role is not Role.LISTED or not (own := subject_words(mention)):
        return True
    return any(len(own & other) >= _LEAST_COMMON * min(len(own), len(other)) for other in named if other)


def subject_words(mention: Mention) -> frozenset[str]:
    """The folded words of its subject that tell what the document is about."""
    return frozenset(re.findall(r"\w+", fold(mention.citation.subject or ""))) - _FORMAL


def as_stated(mention: Mention) -> Mention:
    """The mention as its sentence or row has it, whatever its document is about."""
    stated = mention.statement.citations[mention.position]
    return mention if mention.citation is stated else replace(mention, citation=stated)


def work_assigned(document: Document) -> list[Document]:
    """The rows of work that the document only assigns, each as one of its own: `without_tasks` tells nothing of them."""
    stated = [(mention, as_stated(mention)) for mention in document.mentions]
    return [Document([row]) for told, row in stated if row is not told and row.citation.role is Role.LISTED]


def _as_basis(mention: Mention) -> Mention:
    citation = replace(
        mention.citation, role=Role.BASIS, subject=None, due=None, status=None, responsible=None, note=None
    )
    return replace(mention, citation=citation)


def _may_be(document: Document, mention: Mention) -> bool:
    """Whether an undated mention may mean the document: issued before it was told of, by a body of its level."""
    issued = document.issued_on
    if issued is None or (issued > mention.told_on and mention.told_on != date.min):
        return False
    if mention.citation.year and mention.citation.year != issued.year:
        return False
    first = document.mentions[0]
    same_province = not first.province or not mention.province or first.province == mention.province
    return (same_province or is_central(mention)) and _may_be_level(document.issuer, mention.citation.issuer)


def _may_be_level(a: str | None, b: str | None) -> bool:
    """Whether two names may be of one body by their levels: "UBND huyện" may be "UBND huyện Đăk Nhâu", not another district's."""
    (level_a, _, place_a), (level_b, _, place_b) = (_level(name).partition("|") for name in (a, b))
    return not (level_a and level_b) or (level_a == level_b and (place_a == place_b or not (place_a and place_b)))


def is_told_by(mention: Mention, bodies: Iterable[OrganisationMention]) -> bool:
    """Whether the report that tells it is that of every named body, as far as its words say."""
    words = f"{mention.body.body} {mention.body.place}"
    named = (f"{b.organisation.body} {b.organisation.place}".split() for b in bodies)
    return all(word in words for body in named for word in body)


def is_central(mention: Mention) -> bool:
    """Whether a central body's symbol (TTg, CP, TW, a ministry's) bears the number, which no province repeats."""
    return is_central_symbol(fold_symbol(mention.citation.symbol or ""))


def is_central_symbol(folded: str) -> bool:
    """Whether that symbol is a central body's."""
    return is_of_centre(folded, None)


def _level(issuer: str | None) -> str:
    own = next((o.organisation for o in find_organisations(issuer or "")), None)
    # "Sở Nội vụ" alone may be any; only a level that is said keeps two apart.
    return f"{own.level}|{own.place if own.level != 'province' else ''}" if own and own.level else ""


def _distance(document: Document, mention: Mention) -> tuple[int, int]:
    named = mention.citation.subject or ""
    year = document.year or 0
    return (0 if str(year) in named else 1, (mention.told_on - (document.issued_on or date(1, 1, 1))).days)
