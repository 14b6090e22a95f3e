"""Which bodies are without it: "bốn đơn vị nào chưa được tập huấn …", where a sentence names those and its paragraph the matter."""

import re
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.words.things import sorts_of_bodies
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.numbers import SEVERAL_IN_WORDS
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought

_LIGHT = r"(?:(?:duoc|bi|co|phai|the|to chuc|tien hanh|thuc hien) )*"
_SO_MANY = rf"(?:\d+|{'|'.join(SEVERAL_IN_WORDS)})"
_ASKED = Sought(
    lambda: (
        rf"\b(?:(?P<count>{_SO_MANY}) )?(?P<noun>{any_of(sorts_of_bodies())})(?: cap (?:xa|huyen|tinh))? nao (?:con |van |hien |la )*"
        rf"(?P<denial>chua|khong) {_LIGHT}(?P<verb>[a-z]+ [a-z]+)\b(?P<rest>.*)"
    )
)
# What may be of any sort.
_ANY_SORT = frozenset({"don vi", "co quan", "noi", "dia phuong"})


def answer_lacking(library: Library, query: Query, today: date) -> Answer | None:
    """The newest sentence that names those who lack it; None where none does, or it names another number of them."""
    asked = _ASKED.search(query.folded)
    if asked is None or query.references or query.asks("count", "when", "percent", "money", "most", "reason"):
        return None
    verb = asked["verb"]
    tagged = library.tagger.tag(f"{asked[0][: asked.end('noun') - asked.start()]} {verb}").words
    numbers = {*SEVERAL_IN_WORDS, "cap", "con"}
    said = {d: v for d, v in query.terms.dimensions.items() if d not in {"scope", "moment", "direction"}}
    further = all_words(Terms(said, query.terms.words - tagged - numbers))
    periods = resolve_all(query.periods, today)
    telling = [
        entry
        for entry in library.statements_with_words([asked["denial"], *verb.split()])[:_MOST]
        if entry.is_sentence
        and entry.statement.task is None
        and is_of_bodies(entry, query.bodies)
        and (not periods or entry.report.facts.period in periods)
        and _names_lacking(entry, asked)
        and further <= _paragraph_words(library, entry)
    ]
    if len({entry.report.body for entry in telling}) > 1 and not query.bodies:
        return None
    newest = told_last(telling, lambda e: e.report)
    if len(newest) != 1:
        return None
    entry = newest[0]
    words = shorten(entry.statement.span.cut(entry.report.text))
    return answered(words, (quote(entry.report, entry.statement.span),), topic=Topic(report_id=entry.report.id))


_MOST = 300  # more sentences are not read one by one


def _names_lacking(entry: StatementEntry, asked: re.Match[str]) -> bool:
    """Whether it says of so many of that sort that they lack just it, and calls them by their names."""
    words = entry.statement.span.cut(entry.report.text)
    if len(words) != len(entry.folded):
        return False
    nouns = any_of(sorts_of_bodies()) if asked["noun"] in _ANY_SORT else asked["noun"]
    lacking = (
        rf"\b(?:(?P<count>{_SO_MANY})(?:/\d+)? )?(?:{nouns})\b[^:;.(]{{0,30}}? (?:con |van )?{asked['denial']} {_LIGHT}{asked['verb']}\b"
        r"[^:;.(]{0,60}?(?: ?:| \(| la| gom:?) ?"
    )
    said = re.search(lacking, entry.folded)
    if said is None or not _NAMES.match(words[said.end() :]):
        return False
    return not (asked["count"] and said["count"]) or _number(asked["count"]) == _number(said["count"])


_NAMES = re.compile(rf"(?:[^\W\d_]+ ){{0,3}}[{UPPER}]")


def _number(said: str) -> int:
    return int(said) if said.isdigit() else SEVERAL_IN_WORDS[said]


def _paragraph_words(library: Library, entry: StatementEntry) -> frozenset[str]:
    """The words of its line and of the headings above it."""
    text, start = entry.report.text, entry.statement.span.start
    end = text.find("\n", start)
    line = text[text.rfind("\n", 0, start) + 1 : end if end > 0 else len(text)]
    return all_words(library.tagger.tag(fold(line))) | entry.words
