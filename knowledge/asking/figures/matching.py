"""Which figures fit a question: what is said exactly must agree, the rest is weighed."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.asking.bodies import body_distance
from knowledge.asking.figures.agreeing import agreement
from knowledge.asking.figures.agreeing.of_counts import SERVICE_LEVELS
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import EVERYWHERE, GENERIC, MOST_GAINED, scoring, weights_of
from knowledge.asking.library import FigureEntry, Library, ReportEntry, all_words
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.asking.sifting import MOST, index_of, sift_figures
from knowledge.asking.words.counted_sorts import counts_people
from knowledge.facts import Measure, Period, PeriodKind
from knowledge.grammar.concepts import Tagger, name_word
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought


@dataclass(frozen=True, slots=True)
class Match:
    """A figure that fits, how well (0 to 1), and how directly its body is the one asked for (0 best)."""

    entry: FigureEntry
    score: float
    distance: int


ASKS_TOTAL = Sought(r"\b(?:tong so|tong cong)\b")


def rank_figures(library: Library, query: FigureQuery, least: float) -> list[Match]:
    """The figures that agree with everything said exactly, best first; all that score at least so much are among them.

    "Kỷ luật mấy người": where nothing is told of people, officials are people.
    """
    found = _ranked(library, query, least)
    others = query.terms.words - {_PEOPLE}
    if found or not others or _PEOPLE not in query.terms.words or not query.unit.startswith(_PEOPLE):
        return found
    return _ranked(library, replace(query, terms=replace(query.terms, words=others)), least)


_PEOPLE = "nguoi"


def _ranked(library: Library, query: FigureQuery, least: float) -> list[Match]:
    weights = weights_of(library, _asked_words(query))
    # "Thanh tra tỉnh kiến nghị …": what a body is called by is said where the body is.
    called = library.tagger.tag(" ".join(b.name for b in query.bodies)).words if query.bodies else frozenset()
    called |= {name_word(b.organisation.place) for b in query.bodies}
    score_of = scoring(query, weights, called)
    found = [
        Match(entry, score_of(entry) - 0.04 * distance, distance)
        for entry, distance in _agreeing(library, query, least)
    ]
    # Of what fits alike first what calls itself the total, where that is asked for.
    asks_total = bool(ASKS_TOTAL.search(query.said))
    return sorted(
        found,
        key=lambda m: (
            -round(m.score, 3),
            m.distance,
            asks_total and "#total" not in m.entry.own.words,
            -m.entry.report.told_on.toordinal(),
        ),
    )


def periods_told(library: Library, query: FigureQuery, least: float) -> frozenset[Period]:
    """The periods of all figures that agree with everything said exactly and score at least so much."""
    told: set[Period | None] = {None}
    for entry, _ in _agreeing(library, query, least, passing_over=told):
        told.add(entry.figure.period)
    return frozenset(period for period in told if period is not None)


def ends_told(library: Library, query: FigureQuery, least: float) -> frozenset[date] | None:
    """The last days of the periods of figures that may agree and score at least so much; None where too many may to be looked at."""
    open_ones = query.with_period(None)
    if are_too_many(library, open_ones, least):
        return None
    return frozenset(period.last for period in periods_told(library, open_ones, least))


def are_too_many(library: Library, query: FigureQuery, least: float) -> bool:
    """Whether more figures may fit than are looked at, so that none of them is known to be the only one."""
    return len(_sifted(library, query, weights_of(library, _asked_words(query)), least)) >= MOST


def _agreeing(
    library: Library, query: FigureQuery, least: float, *, passing_over: Container[Period | None] = ()
) -> Iterator[tuple[FigureEntry, int]]:
    """The figures that agree with everything said exactly and how far their bodies are; none of the periods passed over."""
    wanted = _asked_words(query)
    # One plain syllable that no concept knows is not enough to say what is counted, unless that is what the figure counts.
    # Nor is what all reports are about.
    is_plain = len(wanted) < 2 and not any(
        ":" in w or (w.startswith("#") and w != "#reform") or "_" in w or w in SERVICE_LEVELS for w in wanted
    )
    if is_plain and not (wanted and query.unit):
        return
    named = query.terms.words - ({"#conference"} if "#training" in query.terms.words else set())
    if _counts_classes(query):
        named -= _TRAINING
    if named & SERVICE_LEVELS:
        named -= _SERVICE
    telling = frozenset(w for w in named - GENERIC - EVERYWHERE - _STATES if w.startswith("#") or "_" in w)
    plain = named - telling - GENERIC - EVERYWHERE - _STATES
    distance_of = agreement(query, library)
    # "Kỷ luật mấy người": officials are people.
    asks_people = query.unit.startswith("nguoi") and "nguoi" not in wanted
    spends_on_reform = {"#money", "#reform"} <= query.terms.words
    for entry in _candidates(library, query, weights_of(library, wanted), least):
        if passing_over and entry.figure.period in passing_over:
            continue
        distance = distance_of(entry)
        if distance is None or not _says_all(entry, telling, library.tagger) or _leaves_out_several(entry, plain):
            continue
        if _is_anothers(entry, plain | telling, library) or (spends_on_reform and _is_spent_on_else(entry)):
            continue
        is_counted = fold(entry.figure.unit) == query.unit or (asks_people and counts_people(entry))
        if is_plain and not is_counted:
            continue
        yield entry, distance


# What comes in by itself.
COMING_IN = ("cuoc goi", "phan anh", "kien nghi")
_LIGHT_UNITS = frozenset({"luot", "vu", "cuoc", "truong_hop", "giao_dich", "bac", "hang"})
# What something has become names no thing: "từ lúc khai trương".
_STATES = frozenset({"#new_intake", "#operating", "#stopped", "#last"})


def _asked_words(query: FigureQuery) -> frozenset[str]:
    """The words that a figure must have, less what reports leave unsaid beside them."""
    # "Ngành nội vụ": of what trade, and no thing that is told.
    wanted = all_words(query.terms) - {"nganh"}
    if "channel" in query.terms.dimensions and query.measures == {Measure.SHARE}:
        # A share by channel is of what is received, whether that is said or not.
        wanted -= {"stage:received"}
    if query.unit.startswith(COMING_IN):
        # Calls and complaints come in, said or not.
        wanted -= {"stage:received"}
    if "#satisfied" in wanted:
        # How satisfied people are is with procedures, said or not.
        wanted -= {"#procedure"}
    if query.unit.split(" ", 1)[0] in _LIGHT_UNITS and any(w[0] == "#" or "_" in w for w in wanted - _LIGHT_UNITS):
        # "Bao nhiêu lượt thanh toán trực tuyến": each report counts them by its own word.
        wanted -= _LIGHT_UNITS
    wanted = _less_of_services_and_classes(query, wanted)
    if "#downsizing" in wanted:
        # What is cut is posts, said or not: "tinh giản 63 người, kinh phí 8.214 triệu đồng".
        wanted -= {"#headcount"}
    if "posts" in query.terms.dimensions and "#headcount" not in wanted:
        # "Công chức có mặt": of the posts that are filled it is not said again who fills them.
        wanted -= {"#staff", "nguoi"}
    if "#apology" in wanted:
        # Apologies are for dossiers that were late, said or not.
        wanted -= {"timeliness:late", "#dossier"}
    if query.document and query.unit.startswith("nguoi") and any(":" not in w for w in wanted - {"nguoi"}):
        # "Bao nhiêu người nghỉ theo Nghị định 178": officials are people.
        wanted -= {"nguoi"}
    if "timeliness" in query.terms.dimensions:
        # What was late or on time was settled, said or not.
        wanted -= {"stage:resolved"}
    return wanted


def _less_of_services_and_classes(query: FigureQuery, wanted: frozenset[str]) -> frozenset[str]:
    """The asked words less what reports leave unsaid of services and of training."""
    if wanted & SERVICE_LEVELS:
        # "Mức độ 4 đã cung cấp 38 thủ tục": what has such a level is a service, said or not.
        wanted -= _SERVICE | {"dich"}
    elif "#public_service" in wanted:
        # "Dịch vụ công mức độ 4 … mấy dịch vụ": what they are called is said again.
        wanted -= {"dich"}
    if _counts_classes(query):
        # "Mở 41 lớp, 3.126 lượt người": what a class is for is not always said.
        wanted = wanted - _TRAINING | {"#conference"}
    elif "#training" in wanted:
        # "Buổi tập huấn … có mấy người dự": who is trained attends, said or not.
        wanted -= {"#conference", "#delegated"}
    return wanted


_SERVICE = frozenset({"#public_service"})
_TRAINING = frozenset({"#training"})


def _counts_classes(query: FigureQuery) -> bool:
    """Whether classes are counted: what a body opens are those that train, be they called so or not."""
    return query.unit.split(" ", 1)[0] == "lop"


def _says_all(entry: FigureEntry, telling: frozenset[str], tagger: Tagger) -> bool:
    """Whether all words that name a thing stand with the figure or above it: of another thing it tells nothing."""
    own, head, statement, title = entry.own_words, entry.head_words, entry.statement, entry.report.terms.words
    for word in telling:
        if word in own or word in head or word in statement.head_words or word in title:
            continue
        if word in statement.own_words:
            continue
        # Places and points are of the index that the sentence before names; a sum is for what it tells of.
        if word not in statement.context or not (word in index_names() or _is_sum_for_that(entry)):
            return False
    return entry.figure.measure is not Measure.SHARE or statement.is_row or not _are_said_later(entry, telling, tagger)


def _are_said_later(entry: FigureEntry, telling: frozenset[str], tagger: Tagger) -> bool:
    """Whether all that is named stands in a later clause alone, so that another thing is told by the share."""
    if not telling or ";" not in entry.statement.folded:
        return False
    near = entry.own_words | entry.head_words | entry.statement.head_words | entry.report.terms.words
    return telling.isdisjoint(near) and telling <= _said_later(entry, tagger)


def _said_later(entry: FigureEntry, tagger: Tagger) -> frozenset[str]:
    """What its sentence speaks of in a later clause alone: of "điểm chưa có máy còn nhiều (31%); thanh toán trực tuyến thấp" no payments are 31%."""
    statement = entry.statement
    ends = statement.folded.find(";", max(entry.figure.span.end - statement.statement.span.start, 0))
    if ends < 0:
        return _NOTHING_MORE
    known: frozenset[str] | None = statement.judged.get((_said_later, ends))
    if known is None:
        known = statement.own_words - tagger.tag(statement.folded[:ends]).words
        statement.judged[_said_later, ends] = known
    return known


_NOTHING_MORE = frozenset[str]()


@once_each
def _is_sum_for_that(entry: FigureEntry) -> bool:
    """Whether it is a sum of which its own sentence does not say what it is for: "… 187 người. Kinh phí chi trả là 19.846 triệu đồng"."""
    if entry.figure.measure is not Measure.MONEY or entry.statement.is_row:
        return False
    says_what = [w for w in entry.statement.own_words if w.startswith("#") and w != "#money"]
    return not says_what and _SUM_ALONE.match(entry.statement.folded) is not None


_SUM_ALONE = pattern_of(lambda: rf"(?:tong )?(?:{_sums('words')})(?: (?:{_sums('behind')}))* \d")


def _sums(part: str) -> str:
    return listed("counting", "sums", part)


def _is_anothers(entry: FigureEntry, named: frozenset[str], library: Library) -> bool:
    """Whether a word of the question is what only another figure of the sentence counts: of "12 dự án, gồm 03 dự án FDI" FDI is the second's."""
    statement, figure = entry.statement, entry.figure
    missing = named - entry.own_words - entry.head_words
    if not missing or statement.is_row or figure.measure is not Measure.COUNT:
        return False
    start = figure.span.end - statement.statement.span.start
    parts = (
        library.figure(statement, at)
        for at, other in enumerate(statement.statement.figures)
        if other.unit == figure.unit
        and other.head.startswith(figure.label)
        and other.measure is Measure.COUNT
        and _GOES_INTO_PARTS.match(statement.folded, start, other.span.start - statement.statement.span.start)
    )
    return any(not missing.isdisjoint(part.own_words) for part in parts)


_GOES_INTO_PARTS = pattern_of(r"[^;:]*?(?:\bgom\b|\btrong do\b|:)")


@once_each
def _is_spent_on_else(entry: FigureEntry) -> bool:
    """Whether a sum in a report on reform says what it is for, and not that it is for reform: "Giải ngân vốn đầu tư công 1.204 tỷ đồng"."""
    near = entry.own_words | entry.head_words
    return "#reform" not in near | entry.statement.own_words and any(
        (w[0] == "#" or "_" in w) and not w.startswith("ngan_sach") for w in near - {"#money", "#total"}
    )


def _leaves_out_several(entry: FigureEntry, plain: frozenset[str]) -> bool:
    """Whether several plain words of the question stand nowhere near the figure: "… của doanh nghiệp nhà nước"."""
    if not plain:
        return False
    statement = entry.statement
    left = plain - entry.own_words - entry.head_words - statement.own_words - statement.head_words - statement.context
    if any(_NUMBERED.match(word) for word in left):
        return True  # "đợt 2 … hơn đợt 1" is not told by what the first came to
    if plain - left >= _CENTRE:
        left -= _OF_CENTRE  # "Trung tâm Phục vụ hành chính công" is the centre
    return len(left - entry.report.terms.words) >= _SEVERAL_WORDS


_CENTRE, _OF_CENTRE = frozenset({"trung", "tam"}), frozenset({"phuc", "vu", "hanh", "cong"})
_NUMBERED = pattern_of(r"[a-z]+\d{1,2}$")
_SEVERAL_WORDS = 2  # one may be a slip or a word that carries nothing


def _candidates(
    library: Library, query: FigureQuery, weights: Mapping[str, float], least: float
) -> Iterator[FigureEntry]:
    """The figures that can score so much, of the sort, period and bodies that the query says."""
    wanted = all_words(query.terms)
    return (entry for entry in _sifted(library, query, weights, least) if _says_any(entry, wanted))


def _sifted(library: Library, query: FigureQuery, weights: Mapping[str, float], least: float) -> Sequence[FigureEntry]:
    """The figures that may score so much, and are of the sort, period, bodies and report that the query says."""
    # A body that is named again is asked about once.
    bodies = tuple({mention.organisation: mention for mention in query.bodies}.values())

    def may_be_theirs(report: ReportEntry, own: Organisation | None, is_row: bool) -> bool:
        return body_distance(report, own, bodies, is_row=is_row) is not None

    can_gain = MOST_GAINED if "moment" in query.terms.dimensions or "#new_intake" in query.terms.words else 0.0
    return sift_figures(
        library,
        weights,
        least - can_gain,
        measures=query.measures,
        is_period=_period_test(query),
        is_body=may_be_theirs if query.bodies else None,
        report=query.report,
        places={b.organisation.place for b in query.bodies if b.organisation.place},
        known=library.once((body_distance, *(mention.organisation for mention in bodies)), dict[int, bool]),
    )


def _period_test(query: FigureQuery) -> Callable[[Period], bool] | None:
    if query.period is not None:
        # Of the other periods those that end with it, which a report of both may mean, and those in which a month lies.
        asked = query.period
        if asked.kind is PeriodKind.MONTH:
            return lambda period: period.first <= asked.last <= period.last
        return lambda period: period.last == asked.last
    if query.kind_index:
        return lambda period: index_of(period) == query.kind_index
    if (span := query.span) is not None:
        return lambda period: span[0] <= period.first and period.last <= span[1]
    return None


def _says_any(entry: FigureEntry, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands with the figure: in the report's title alone is nowhere near it."""
    statement, is_without = entry.statement, wanted.isdisjoint
    return not (
        is_without(entry.own_words)
        and is_without(entry.head_words)
        and is_without(statement.terms.words)
        and is_without(statement.above.words)
        and is_without(statement.context)
    )
