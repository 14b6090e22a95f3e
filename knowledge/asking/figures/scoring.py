"""How well a figure fits the words of a question: the weighed share of them that it has, less what it says beyond them."""

from collections.abc import Iterable, Mapping

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry, Library
from knowledge.grammar.concepts import NAME, name_word
from knowledge.grammar.folding import fold
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
    {"#total", "#score", "#dossier", "#reform", "#procedure", "#staff", "#rooms", "#delegated", "#headcount"}
)
# What nearly every figure of these reports is about is often left unsaid: "tỷ lệ số hóa đạt 74%" is of dossiers.
EVERYWHERE = frozenset({"#dossier", "#reform", "#procedure", "nguoi"})
_GENERIC_WEIGHT = 0.5  # of such a word


def weights_of(library: Library, wanted: Iterable[str]) -> dict[str, float]:
    """What each asked word weighs for figures, less those that tell how something is asked and not what."""
    return {w: weight * (_GENERIC_WEIGHT if w in EVERYWHERE else 1.0) for w, weight in library.weights(wanted).items()}


def score_of(
    entry: FigureEntry, query: FigureQuery, weights: Mapping[str, float], called: frozenset[str] = frozenset()
) -> float:
    """The weighed share of the asked words that the figure has, less what it says beyond them and the bodies' names."""
    if not weights:
        return 0.0
    moments = query.terms.dimensions.get("moment", frozenset()) & entry.own.dimensions.get("moment", frozenset())
    is_new = "#new_intake" in query.terms.words & entry.own.words
    return _reached(entry, weights) - _beyond(entry, query, called) + (MOST_GAINED if moments or is_new else 0.0)


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


def _beyond(entry: FigureEntry, query: FigureQuery, called: frozenset[str]) -> float:
    """What the figure says that nobody asked for, as far as that makes it another."""
    named = frozenset[str]()
    if entry.body and query.bodies:
        named = entry.body.words | called | {name_word(entry.body.place)}
    elif entry.body and _reports_itself(entry):
        named = entry.body.words | {name_word(entry.body.place)}
    if entry.body and entry.body.is_desk:
        named |= {"#one_stop"}
    beyond = entry.own.words - query.terms.words - GENERIC - named - {"#new_intake"}
    topics = sum(1 for w in beyond if w.startswith("#"))
    names = sum(1 for w in beyond if w.startswith(NAME))
    # A table's row that names a part which nobody asked for is not the whole.
    each = _EXTRA_ROW_WORD if entry.statement.is_row else _EXTRA_WORD
    words = len(beyond) - topics - names + _WORDS_OF_NAME * names
    extra = min(_EXTRA_MOST, _EXTRA_TOPIC * topics + each * words)
    if "posts" not in query.terms.dimensions and entry.own.dimensions.get("posts") == _PRESENT:
        extra += _EXTRA_TOPIC  # how many posts there are is how many were given, unless those filled are asked for
    if beyond and _OF_THOSE.match(entry.statement.folded):
        extra = max(extra, _EXTRA_OF_PART)
    if beyond and not (query.terms.words & entry.own.words) - GENERIC:
        extra = _EXTRA_OF_MOST if _MOSTLY.search(fold(entry.figure.label)) else extra
    named_generally = (entry.own.words & _FIELDS) - query.terms.words
    if (beyond or named_generally) and entry.statement.is_row and _BY_PARTS.search(fold(entry.figure.head)):
        extra = _EXTRA_MOST
    if query.dates or query.document:
        # The day or the document that both name says what it is of, whatever else is told of it.
        extra *= _EXTRA_OF_DAY
    return extra


# What a field may be called by that elsewhere says nothing of a figure: "Công chức, viên chức".
_FIELDS = frozenset({"#staff", "#headcount", "#rooms", "#procedure", "#reform"})


def _reports_itself(entry: FigureEntry) -> bool:
    """Whether a district's or commune's own body is named in its own report, as it would be meant unsaid."""
    own = entry.report.body
    return own.level in BELOW_PROVINCE and entry.body is not None and entry.body.place == own.place


_PRESENT = frozenset({"present"})


# "Trong số hồ sơ trễ hạn, lĩnh vực môi trường có 58 hồ sơ": what is told of these is a part of them.
_OF_THOSE = pattern_of(r"\W*(?:trong so|trong tong so)\b")


# "Chi tiết theo lĩnh vực": a row of such a table that nobody named is a part.
_BY_PARTS = pattern_of(r"\b(?:theo|phan theo|chia theo) (?:tung |cac )?(?:linh vuc|nhom)\b")
