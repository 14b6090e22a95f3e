"""Which registers a question names, and whether it asks how one of them stood."""

from dataclasses import dataclass, replace
from itertools import takewhile

from knowledge.asking.library import Library, ReportEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.striking import strike
from knowledge.asking.reports.which_reports import referenced_reports
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# "Trong sổ theo dõi năm 2020": as that register stood, and not as of now.
_REGISTER_NAMED = pattern_of(
    r"(?:\b(?:trong|theo|o|tai|cua)(?: cai)? (?:so|bang|danh muc)|^(?:so theo doi|bang theo doi|bang giao|danh muc))(?: theo doi| giao viec| giao| phan cong| nhiem vu| cong viec)?\b(?! (?:noi vu|tu phap|tai))"
)
_BY_NOW = pattern_of(r"\b(?:den nay|toi nay|hien nay|hom nay|bay gio|luc nay|hien gio|hien tai)\b")


def asks_as_of_register(query: Query) -> bool:
    """Whether it is asked how a register stood, and not how things are now."""
    return _names_register(query) and not _BY_NOW.search(query.folded)


def _names_register(query: Query) -> bool:
    """Whether a register is named; "của Sở Y tế" has the letters of "của sổ"."""
    bodies = [(body.start, body.end) for body in query.bodies]
    named = _REGISTER_NAMED.finditer(query.folded)
    return any(not any(start < match.end() <= end for start, end in bodies) for match in named)


def registers_named(library: Library, query: Query) -> frozenset[int]:
    """The registers that come with the letter which is named: "bảng theo dõi kèm Công văn 3245/UBND-NC"."""
    if not _names_register(query):
        return frozenset()
    named = [r for reference in query.references for r in referenced_reports(library, reference)]
    return frozenset(r.index for r in named if r.facts.kind == "register")


@dataclass(frozen=True, slots=True)
class TitledRegisters:
    """The registers that a question calls by their title, and what it asks of them."""

    registers: frozenset[int]
    query: Query  # without the title's words and periods


# "Trong kế hoạch công tác năm 2021", "theo danh mục quyết định cải cách hành chính".
_TITLED = pattern_of(
    r"\b(?:trong|theo|tai|cua)(?: cai)? (?P<title>(?:so|bang|danh muc|danh sach|ke hoach|chuong trinh|bieu|phu luc) (?!noi vu|tu phap|\d)[^?,;]+)"
)
# So many words of the title, in its order, tell it from what only has its first word.
_FEWEST_OF_TITLE = 4


def registers_titled(library: Library, query: Query) -> TitledRegisters | None:
    """The registers whose title begins as the question calls them; None where it calls none so."""
    match = _TITLED.search(query.folded)
    if match is None or query.references:
        return None
    # A body that is named behind the title is none of its words.
    until = min((b.start for b in query.bodies if b.start > match.start("title")), default=match.end())
    called = query.folded[match.start("title") : until].split()
    runs = {r.index: _run(called, title) for r, title in library.once((registers_titled,), lambda: _titles(library))}
    longest = max(runs.values(), default=0)
    if longest < _FEWEST_OF_TITLE:
        return None
    found = frozenset(index for index, run in runs.items() if run == longest)
    titles = {word for index in found for word in fold(library.reports[index].facts.title).split()}
    rest = takewhile(lambda word: word in titles or word in _OF_YEAR, called[longest:])
    words = " ".join([*called[:longest], *rest])
    start, end = match.start("title"), match.start("title") + len(words)
    years = [m for m in query.periods if m.year is not None and start <= m.start < end]
    of_years = frozenset(i for i in found if all(str(m.year) in fold(library.reports[i].facts.title) for m in years))
    return TitledRegisters(
        of_years or found,
        replace(
            query,
            folded=strike(query.folded, [(match.start(), end)]),
            naming=Terms(query.naming.dimensions, query.naming.words - all_words(library.tagger.tag(words))),
            named_type=None,
            periods=tuple(m for m in query.periods if m not in years) if of_years else query.periods,
            bodies=tuple(b for b in query.bodies if not start <= b.start < end),
        ),
    )


_OF_YEAR = frozenset({"nam", *map(str, range(2000, 2100))})


def _titles(library: Library) -> list[tuple[ReportEntry, list[str]]]:
    registers = (r for r in library.reports if r.facts.kind == "register")
    return [(r, fold(r.facts.title).split()) for r in registers]


def _run(called: list[str], title: list[str]) -> int:
    """How many words of the title, from its beginning, the question says in their order."""
    count = 0
    for said, own in zip(called, title, strict=False):
        if said != own:
            break
        count += 1
    return count
