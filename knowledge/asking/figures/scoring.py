"""How well a figure fits the words of a question: the weighed share of them that it has, less what it says beyond them."""

from collections.abc import Callable, Iterable, Mapping

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.concepts import NAME, name_word
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

# Weights of the places where an asked word may stand.  Measured on the question sets (docs/accuracy.md): a
# figure's own clause says most, headings and the report's title least.
_OWN, _HEAD, _STATEMENT, _ABOVE, _REPORT = 1.0, 0.9, 0.7, 0.6, 0.5
# What a figure loses by saying what nobody asked for: a topic, a plain word, a plain word of a table's row; and at most so much.
_EXTRA_TOPIC, _EXTRA_WORD, _EXTRA_ROW_WORD, _EXTRA_MOST = 0.1, 0.012, 0.06, 0.35
# "Còn mấy phòng": a figure told as what is left fits better than one told as such.
MOST_GAINED = 0.08
_EXTRA_OF_DAY = 0.2  # of what it loses, where the question names its day or its document
_EXTRA_OF_PART = 0.2  # at least, where its sentence says that it tells a part
_EXTRA_OF_MOST = 0.6  # where it tells only where most of them are: more than any figure can make good
# As many words as the names of most places have, whatever they are.
_WORDS_OF_NAME = 2
# Topics so common in these reports that they tell nothing apart.
GENERIC = frozenset(
    {
        "#total",
        "#score",
        "#dossier",
        "#reform",
        "#procedure",
        "#staff",
        "#rooms",
        "#delegated",
        "#headcount",
        "#in_force",
    }
)
# What nearly every figure of these reports is about is often left unsaid: "tỷ lệ số hóa đạt 74%" is of dossiers.
EVERYWHERE = frozenset({"#dossier", "#reform", "#procedure", "nguoi"})
_GENERIC_WEIGHT = 0.5  # of such a word


def weights_of(library: Library, wanted: Iterable[str]) -> dict[str, float]:
    """What each asked word weighs for figures, less those that tell how something is asked and not what."""
    return {w: weight * (_GENERIC_WEIGHT if w in EVERYWHERE else 1.0) for w, weight in library.weights(wanted).items()}


def scoring(
    query: FigureQuery, weights: Mapping[str, float], called: frozenset[str] = frozenset()
) -> Callable[[FigureEntry], float]:
    """What gives the weighed share of the asked words that a figure has, less what it says beyond them and the bodies' names.

    Many figures are held against one question: what hangs on it alone is worked out once.
    """
    asks_new = _NEW in query.terms.words
    moments_asked = query.terms.dimensions.get("moment", _NOTHING)
    beyond_of = _beyond(query, called)

    def score(entry: FigureEntry) -> float:
        if not weights:
            return 0.0
        is_of_moment = bool(moments_asked) and not moments_asked.isdisjoint(entry.own.dimensions.get("moment", ()))
        gained = MOST_GAINED if is_of_moment or (asks_new and _NEW in entry.own.words) else 0.0
        return _reached(entry, weights) - beyond_of(entry) + gained

    return score


_NEW = "#new_intake"
_NOTHING = frozenset[str]()


def _reached(entry: FigureEntry, weights: Mapping[str, float]) -> float:
    """The share of the words that stand with the figure, each by how near it stands."""
    own, head, statement = entry.own_words, entry.head_words, entry.statement.own_words
    above, context, title = entry.statement.head_words, entry.statement.context, entry.report.terms.words
    total = reached = 0.0
    for word, weight in weights.items():
        total += weight
        if word in own:
            reached += weight * _OWN
        elif word in head:
            reached += weight * _HEAD
        elif word in statement:
            reached += weight * _STATEMENT
        elif word in above or word in context:
            reached += weight * _ABOVE
        elif word in title:
            reached += weight * _REPORT
    return reached / total if total else 0.0


# "Số hồ sơ quá hạn chủ yếu thuộc lĩnh vực đất đai với 92 hồ sơ": the most of them, and not all.
_MOSTLY = pattern_of(lambda: rf"\b(?:{_mostly('words')}) (?:{_mostly('behind')}) ")


def _mostly(part: str) -> str:
    return listed("counting", "mostly", part)


def _beyond(query: FigureQuery, called: frozenset[str]) -> Callable[[FigureEntry], float]:
    """What gives what a figure says that nobody asked for, as far as that makes it another."""
    expected, telling = query.terms.words | GENERIC | {_NEW}, query.terms.words - GENERIC
    fields = _FIELDS - query.terms.words
    asks_posts, asks_new = "posts" in query.terms.dimensions, _NEW in query.terms.words
    # The day or the document that both name says what it is of, whatever else is told of it.
    share = _EXTRA_OF_DAY if query.dates or query.document else 1.0

    def beyond(entry: FigureEntry) -> float:
        own, is_row = entry.own.words, entry.statement.is_row
        further = own - expected
        if further and entry.body:
            further -= _said_by_body(entry, entry.body, called if query.bodies else None)
        extra = _weighed(further, is_row=is_row) if further else 0.0
        if not asks_posts and entry.own.dimensions.get("posts") == _PRESENT:
            extra += _EXTRA_TOPIC  # how many posts there are is how many were given, unless those filled are asked for
        if _NEW in own and not asks_new and _is_held_against(entry):
            extra += (
                _EXTRA_TOPIC  # the newcomers of a quarter that another one is held against, and not all it received
            )
        if further and _is_of_those(entry):
            extra = max(extra, _EXTRA_OF_PART)
        if further and telling.isdisjoint(own) and _is_of_most(entry):
            extra = _EXTRA_OF_MOST
        if is_row and (further or not fields.isdisjoint(own)) and _is_by_parts(entry):
            extra = _EXTRA_MOST
        return extra * share

    return beyond


def _said_by_body(entry: FigureEntry, body: Organisation, called: frozenset[str] | None) -> frozenset[str]:
    """The words of the figure that its body's name says: of one that is asked for, with `called`, or that reports on itself."""
    is_named = called is not None or _reports_itself(entry)
    own = body.words | {name_word(body.place)} | (called or _NOTHING) if is_named else _NOTHING
    return own | {"#one_stop"} if body.is_desk else own


def _weighed(further: frozenset[str], *, is_row: bool) -> float:
    """What words that nobody asked for take away."""
    topics = sum(1 for w in further if w[0] == _TOPIC)
    names = sum(1 for w in further if w[0] == NAME)
    # A table's row that names a part which nobody asked for is not the whole.
    each = _EXTRA_ROW_WORD if is_row else _EXTRA_WORD
    words = len(further) - topics - names + _WORDS_OF_NAME * names
    return min(_EXTRA_MOST, _EXTRA_TOPIC * topics + each * words)


_TOPIC = "#"


# What a field may be called by that elsewhere says nothing of a figure: "Công chức, viên chức".
_FIELDS = frozenset({"#staff", "#headcount", "#rooms", "#procedure", "#reform"})


def _reports_itself(entry: FigureEntry) -> bool:
    """Whether a district's or commune's own body is named in its own report, as it would be meant unsaid."""
    own = entry.report.body
    return own.level in BELOW_PROVINCE and entry.body is not None and entry.body.place == own.place


_PRESENT = frozenset({"present"})


@once_each
def _is_held_against(entry: FigureEntry) -> bool:
    """Whether it stands in its sentence for another to be held against it: "tăng 5.700 hồ sơ so với quý I (49.300 hồ sơ)"."""
    return any(
        f.compared_to is not None and f.compared_to == entry.figure.period for f in entry.statement.statement.figures
    )


@once_each
def _is_of_those(entry: FigureEntry) -> bool:
    return _OF_THOSE.match(entry.statement.folded) is not None


@once_each
def _is_of_most(entry: FigureEntry) -> bool:
    return _MOSTLY.search(fold(entry.figure.label)) is not None


@once_each
def _is_by_parts(entry: FigureEntry) -> bool:
    return _BY_PARTS.search(fold(entry.figure.head)) is not None


# "Trong số hồ sơ trễ hạn, lĩnh vực môi trường có 58 hồ sơ": what is told of these is a part of them.
_OF_THOSE = pattern_of(r"\W*(?:trong so|trong tong so)\b")


# "Chi tiết theo lĩnh vực": a row of such a table that nobody named is a part.
_BY_PARTS = pattern_of(r"\b(?:theo|phan theo|chia theo) (?:tung |cac )?(?:linh vuc|nhom)\b")
