"""Terms as they are weighed: words and dimension values together."""

from functools import cache

from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.organisations import Organisation
from knowledge.vocabulary.loading import load_vocabulary

# What a figure's sort says by itself: an amount is money, a rank a ranking.
_MEASURE_TOPICS = {Measure.MONEY: "#money", Measure.RANK: "#ranking", Measure.SCORE: "#score"}


@cache
def index_names() -> frozenset[str]:
    """The concepts that are indices, told in points, in percent or by a place: one is not another, however near it stands."""
    return frozenset(load_vocabulary("counting")["indices"]["words"])


# By these dossiers are parted, and nothing else is: of each stage, in time or late, on which way handed in.
PARTS_OF_DOSSIERS = frozenset({"stage", "timeliness", "channel"})


# "8.373 bộ" under "Nhận vào" are dossiers: nothing else is counted so.
_DOSSIERS = frozenset({"bo"})


_CASES = frozenset({"truong hop"})
_BOTH_MOMENTS = frozenset({"before", "after"})


def with_measure(terms: Terms, measure: Measure, unit: str = "") -> Terms:
    """The terms of a figure's own words, with what its sort says by itself."""
    topics = {t for t in (_MEASURE_TOPICS.get(measure),) if t}
    if measure is Measure.SHARE and terms.words & index_names():
        topics.add("#score")  # an index is told in points or in percent
    if unit in _CASES:
        topics.add("nguoi")  # "3 trường hợp bị kỷ luật" are people
    if unit == "quay" and "channel" in terms.dimensions:
        # "Làm việc tại 21 quầy": counters are counted, and nothing is handed in at them.
        terms = Terms({d: v for d, v in terms.dimensions.items() if d != "channel"}, terms.words | {"quay"})
    if "#training" in terms.words and "channel" in terms.dimensions:
        # "Tập huấn … cho 94 công chức làm việc tại quầy": who they are, and no way of handing in.
        terms = Terms({d: v for d, v in terms.dimensions.items() if d != "channel"}, terms.words)
    if terms.dimensions.get("moment") == _BOTH_MOMENTS:
        # "Sau hợp nhất, giảm từ 28 cơ quan xuống 14": how many there were, though the sentence begins with what came after.
        terms = Terms({**terms.dimensions, "moment": frozenset({"before"})}, terms.words)
    is_bare_channel = "channel" in terms.dimensions and not terms.topics
    is_staged = "stage" in terms.dimensions and unit in _DOSSIERS
    if "posts" in terms.dimensions and unit == "nguoi":
        topics.add("#headcount")  # "giao 68 người, có mặt 65 người": posts are given and filled
    if "timeliness" in terms.dimensions or is_bare_channel or is_staged or unit == "ho so":
        # What is early, on time or late in these reports are dossiers, also where a table leaves the word out.
        topics.add("#dossier")
    return Terms(terms.dimensions, terms.words | topics) if topics else terms


def values(terms: Terms) -> frozenset[str]:
    """The dimension values: "stage:received"."""
    return frozenset(f"{d}:{v}" for d, values in terms.dimensions.items() for v in values)


def all_words(terms: Terms) -> frozenset[str]:
    """Words and dimension values together, as they are weighed."""
    return terms.words | values(terms)


def is_light(word: str) -> bool:
    """Whether a word tells how something is asked and not what."""
    return word in {"#total", "#new_intake"} or word.split(":")[0] in {"direction", "moment", "scope"}


def is_taken_for_received(own: Terms, head: Terms) -> bool:
    """Whether a figure's dossiers are those received: by channel and in totals they are, resolved ones say so."""
    stages = own.dimensions.get("stage") or head.dimensions.get("stage") or frozenset()
    # "Phi địa giới hành chính: 2.905 hồ sơ": where they come in is a way of handing in as well.
    is_channel = "channel" in own.dimensions or {"#beyond_boundaries", "#dossier"} <= own.words
    is_total = "#total" in own.words and "#dossier" in own.words
    is_other = bool(stages & {"resolved", "pending"}) and "received" not in stages
    return (is_channel or is_total) and not is_other and "timeliness" not in own.dimensions


def said_otherwise(own: Terms, head: Terms, *, is_row: bool, body: Organisation | None) -> frozenset[str]:
    """What a figure may be asked by though its words say it otherwise.

    A table's caption speaks of dossiers settled, its column of those handed in online; a desk is one-stop by itself.
    """
    leading = Terms({}, frozenset()) if is_row else head
    found = {"stage:received"} if is_taken_for_received(own, leading) else set()
    if body is not None and body.is_desk:
        found.add("#one_stop")
    if "early_or_on_time" in own.dimensions.get("timeliness", ()):
        found.add("timeliness:on_time")
    return frozenset(found)
