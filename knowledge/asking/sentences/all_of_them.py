"""Whether all of them are: "tất cả phường đã được kiểm tra chưa?", "rà soát đủ 54 thủ tục chưa?", by how many of how many are."""

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.answers import Answer
from knowledge.asking.figures.about_figures import told_figure
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.matching import Match, rank_figures
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.newest import told_last
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import ENDS_WITH_YET
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.tense import DONE_YET
from knowledge.asking.replies import Wording, figure_words
from knowledge.asking.words.framing import framing
from knowledge.asking.words.things import sorts_counted
from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

_ALL = Sought(
    r"\b(?:tat ca|toan bo|het|deu|(?<!doi )(?<!thang )(?<!so )du(?! (?:kien|an|thao|toan|phong|lieu|hoc|bao|thi|hop))|day du|ca \d+|moi(?! truong\b))\b"
)
_WHETHER = Sought(lambda: rf"\bkhong{polite_end()}")
_ENDS_ASKING = Sought(lambda: rf"\b(?:khong|chua|ha|nhi){polite_end()}")
# Communes, wards and towns are of one level, and what bodies are called in common stands for each of them.
_ALIKE = (
    {"xa", "phuong", "thitran"},
    {"huyen", "quan", "thixa", "thanh", "pho"},
    {"nhiem", "viec", "dau", "chi", "tieu", "noi", "dung"},
)
_ANYBODY = frozenset({"don", "co", "dia", "noi"})
# So much of what is asked the figure must hold, as a sentence that is told in full.
_THRESHOLD, _MARGIN = 0.8, 0.05


def answer_all(
    library: Library, query: Query, wanted: Callable[[Query], FigureQuery], wording: Wording
) -> Answer | None:
    """Yes where it is all of them, no where it is so many of so many; None where no report tells just that."""
    if not (asks_for_all(query) or (query.values and wants_yes(query))):
        return None
    counted = _counted(query)
    many = next((int(m["many"]) for m in counted if m["many"]), None)
    if not counted and not DONE_YET.search(query.folded):
        return None
    meant = _meant(wanted(query), counted[0]["of"] if counted else "")
    if not meant.terms.words - GENERIC and not (many and meant.bodies and meant.period):
        return None
    found = [
        match
        for match in rank_figures(library, meant, _THRESHOLD)
        if is_of_things(match.entry, counted[0]["of"] if counted else "")
        and (many is None or match.entry.figure.whole == many)
        and names_all(match.entry, meant.terms)
        and is_of_work_or_money(match.entry, query)
    ]
    return _told(found, query, wording)


# What was paid of a sum is no answer to whether the work itself is done.
_OF_MONEY = Sought(
    r"\b(?:giai ngan|kinh phi|tien|von|dong|thanh toan|ngan sach|quyet toan|du toan|le phi|phi|thue|no"
    r"|chi (?:tra|het|xong|du|cho)|da chi|thu (?:het|xong|du|nop|hoi|ve)|da thu|cap (?:du|het))\b"
)


def is_of_work_or_money(entry: FigureEntry, query: Query) -> bool:
    """Whether the figure is no sum of money, or money is asked for."""
    is_sum = entry.figure.measure is Measure.MONEY or fold(entry.figure.unit).split()[-1:] == ["dong"]
    return not is_sum or bool(_OF_MONEY.search(query.folded))


def asks_for_all(query: Query) -> bool:
    """Whether it is asked if all of something are, or all was done."""
    return wants_yes(query) and bool(_ALL.search(query.folded) or DONE_YET.search(query.folded))


def wants_yes(query: Query) -> bool:
    """Whether a yes or no is asked for, and nothing else."""
    if query.asks("count", "percent", "money", "rank", "score", "when", "compare", "trend", "who", "list"):
        return False
    return query.asks("verify") or bool(_ENDS_ASKING.search(query.folded))


def asks_yet(query: Query) -> bool:
    """Whether it is asked if something is so by now: "đã … chưa"."""
    return bool(ENDS_WITH_YET.search(query.folded)) and not query.asks("count", "percent", "money", "when", "list")


# Things that may be meant all together, with how many they are where the question says it.
_THINGS_COUNTED = Sought(
    lambda: (
        r"\b(?:(?:tat ca|toan bo|het|moi|ca|du|deu)(?: so| cac| nhung)? )?(?P<many>(?<!nam )(?<![/.-])\b\d{1,4})?\s?"
        rf"(?P<of>(?:{sorts_counted()})(?:,? (?:va )?(?:{sorts_counted()}))*)\b"
    )
)


def _counted(query: Query) -> list[re.Match[str]]:
    return [m for m in _THINGS_COUNTED.finditer(query.folded) if _is_counted(m)]


def things_asked(query: Query) -> str:
    """The things of which it is asked whether all are, folded; empty where none are named."""
    counted = _counted(query)
    return str(counted[0]["of"]) if counted else ""


def _is_counted(match: re.Match[str]) -> bool:
    """Whether all of these, or so many of them, are spoken of."""
    return bool(match["many"]) or bool(_ALL.search(match[0]))


def _meant(wanted: FigureQuery, things: str) -> FigureQuery:
    """What is to be counted, of how many: without the words that say that all of them are meant."""
    words = (
        wanted.terms.words - framing("all_of_them") - set(things.replace(",", " ").split()) - {things.replace(" ", "_")}
    )
    left_out = {"polarity", "direction"} | ({"scope"} if things.startswith(("xa", "phuong", "thi tran")) else set())
    dimensions = {d: v for d, v in wanted.terms.dimensions.items() if d not in left_out}
    return replace(
        wanted,
        terms=Terms(dimensions, words),
        measures=frozenset({Measure.RATIO}),
        unit="",
        value=None,
    )


def is_of_things(entry: FigureEntry, things: str) -> bool:
    """Whether the figure counts such things, as the question calls them; of unnamed ones any."""
    if not things or not entry.figure.unit:
        return True
    unit, asked = _sorts(fold(entry.figure.unit)), _sorts(things)
    if unit & _ANYBODY and asked & _COMMUNES and "level_commune" in entry.own.dimensions.get("scope", ()):
        return True  # "ở cấp xã là 74/102 đơn vị"
    if unit & asked or (unit & _ANYBODY and asked & _ANYBODY):
        return True
    return any(unit & alike and asked & alike for alike in _ALIKE)


_COMMUNES = frozenset({"xa", "phuong", "thitran"})


def _sorts(things: str) -> set[str]:
    """The words that name sorts of things; a town ("thị xã") is no commune ("xã")."""
    return set(things.replace("thi xa", "thixa").replace("thi tran", "thitran").replace(",", " ").split())


def names_all(entry: FigureEntry, asked: Terms) -> bool:
    """Whether what is named stands with the figure, and something of it in its own clause: of another thing its share tells nothing.

    "Trụ sở mới đưa vào sử dụng từ ngày 15/4; đã số hóa 1.876/3.400 kết quả" does not tell that the seat is half in use.
    """
    named = asked.words - GENERIC
    telling = {word for word in named if word[0] == "#" or "_" in word}
    near = entry.own_words | entry.head_words | entry.statement.own_words
    return all(word in near for word in named) and (not telling or bool(telling & entry.own_words))


def _told(found: list[Match], query: Query, wording: Wording) -> Answer | None:
    if not found:
        return None
    near = [m.entry for m in found if m.score >= found[0].score - _MARGIN and m.distance == found[0].distance]
    telling = told_last(near, lambda e: e.report)
    if len({(e.figure.value, e.figure.whole) for e in telling}) > 1:
        return None
    entry = telling[0]
    said = said_whether(query, wording, holds=entry.figure.value == entry.figure.whole)
    return told_figure(entry, f"{said}: {figure_words(entry, wording)}{as_of(query, wording)}", wording)


def as_of(query: Query, wording: Wording) -> str:
    """ " (đến ngày 30/11/2025)": the day that the question names and the figure is of; empty where it names none."""
    if not query.dates:
        return ""
    day = wording.day(query.dates[-1])
    return wording.say(f" (đến ngày {day})", f" (by {day})")


def said_whether(query: Query, wording: Wording, *, holds: bool) -> str:
    """Yes or no, as it was asked."""
    if ENDS_WITH_YET.search(query.folded):
        return wording.say("Rồi", "Yes") if holds else wording.say("Chưa", "Not yet")
    if query.asks("verify") or not _WHETHER.search(query.folded):
        return wording.say("Đúng", "Yes") if holds else wording.say("Không phải", "No")
    return wording.say("Có", "Yes") if holds else wording.say("Không", "No")
