"""Whether a text wishes to follow something ("theo dõi QĐ 192"), and from which mark on it wants to hear of it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from knowledge.answers import Answer, Outcome
from knowledge.asking.figures.indicators import read_indicator
from knowledge.asking.service import Asking
from knowledge.following.rules import Rule, RuleKind, rule_of
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.numbers import find_numbers
from knowledge.grammar.patterns import pattern_of

_WISH = pattern_of(
    r"(?:(?:toi|minh|em|cho toi|cho minh|hay|xin|vui long|please)\s+)*(?:muon\s+|can\s+)?(?:dang ky\s+)?"
    r"(?:theo doi|follow|watch)\s+(?:giup toi\s+|giup em\s+|giup minh\s+)?"
)
# A question about the work of watching ("theo dõi thi hành pháp luật thế nào") is no wish.
_ASKS = pattern_of(r"\?|\b(?:the nao|bao nhieu|la gi|khong$|chua$|ra sao|may\b|nao$|khi nao|bao gio|ai\b)")
_PASSES = pattern_of(
    r"\b(?:(?:khi\s+|neu\s+)?(?:tren|vuot|qua|hon|duoi|over|above|below|under))\s+(?:moc\s+|muc\s+|qua\s+)?(?=\d)"
)


def wish(text: str) -> str | None:
    """What the text wishes to follow, in its own words; None where it wishes nothing."""
    words = " ".join(compose(text).split())
    folded = fold(words)
    found = _WISH.match(folded)
    if found is None or _ASKS.search(folded) or found.end() == len(words):
        return None
    return words[found.end() :]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be followed; without a rule the answer tells what was found instead."""

    rule: Rule | None
    answer: Answer


def find_wanted(asking: Asking, text: str, *, today: date, language: str) -> Wanted:
    """The document or indicator that the text names, with the mark that an indicator must pass."""
    words, threshold = _without_mark(text)
    answer = asking.ask(words, today=today, language=language).answer
    if answer.outcome is Outcome.NOT_FOUND and not answer.suggestions:
        # The name of an indicator alone means its value.
        answer = asking.ask(f"{words} là bao nhiêu?", today=today, language=language).answer
    rules = [_rule_of(answer)]
    if answer.outcome is Outcome.CLARIFY:
        # An indicator has a value in each quarter; whoever follows it means them all.
        rules = [_rule_of(asking.ask(c.question, today=today, language=language).answer) for c in answer.choices]
    rule = rules[0] if rules else None
    if rule is None or not all(other is not None and _is_same(rule, other) for other in rules):
        return Wanted(None, answer)
    is_indicator = rule.kind is RuleKind.INDICATOR
    return Wanted(replace(rule, threshold=threshold) if is_indicator else rule, answer)


def _rule_of(answer: Answer) -> Rule | None:
    """Only a document or an indicator: whole organisations are followed by name."""
    rule = rule_of(answer.topic) if answer.outcome is Outcome.ANSWERED else None
    return rule if rule and rule.kind in (RuleKind.DOCUMENT, RuleKind.INDICATOR) else None


def _is_same(rule: Rule, other: Rule) -> bool:
    a, b = read_indicator(rule.target), read_indicator(other.target)
    is_same_indicator = a is not None and b is not None and a.is_same(b)
    return rule.kind is other.kind and (rule.key == other.key or is_same_indicator)


def _without_mark(text: str) -> tuple[str, Decimal | None]:
    """The text without "trên 100", and that number."""
    words = " ".join(compose(text).split())
    found = _PASSES.search(fold(words))
    number = next(find_numbers(fold(words[found.end() :])), None) if found else None
    if found is None or number is None:
        return words, None
    return words[: found.start()].strip(), number.value
