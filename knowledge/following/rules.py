"""What can be followed, and how that reads."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from knowledge.answers import Answer, Topic
from knowledge.asking.figures.indicators import read_indicator
from knowledge.facts import Area
from knowledge.grammar.document_keys import name_in_key
from knowledge.grammar.folding import key
from knowledge.grammar.numbers import format_decimal


class RuleKind(StrEnum):
    """The sorts of things that can be followed."""

    ALL = "all"  # every new report
    ORGANISATION = "organisation"  # an organisation or a province, by name
    AREA = "area"  # a reform area: the value of an `Area`
    DOCUMENT = "document"  # `Topic.document`
    INDICATOR = "indicator"  # `Topic.indicator`


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to follow; `target` is empty for all reports."""

    kind: RuleKind
    target: str = ""
    threshold: Decimal | None = None  # of an indicator: told only when it is passed

    @property
    def key(self) -> str:
        """The target as it is compared: without tones, case and double spaces."""
        return key(self.target)


ALL_REPORTS = Rule(RuleKind.ALL)


def rule_of(topic: Topic) -> Rule | None:
    """What following an answer means: the document, the indicator, or else whoever's report it is."""
    if topic.document is not None:
        return Rule(RuleKind.DOCUMENT, topic.document)
    if topic.indicator is not None and read_indicator(topic.indicator) is not None:
        return Rule(RuleKind.INDICATOR, topic.indicator)
    return Rule(RuleKind.ORGANISATION, topic.organisation) if topic.organisation else None


def rule_of_answer(answer: Answer) -> Rule | None:
    """What following an answer means: what it tells of, else whoever issued a report that it rests on; None where nobody is named."""
    organisation = next((quote.organisation for quote in answer.quotes if quote.organisation), None)
    return rule_of(answer.topic) or (Rule(RuleKind.ORGANISATION, organisation) if organisation else None)


_WORDS = {
    "vi": {
        RuleKind.ALL: "tất cả báo cáo",
        RuleKind.ORGANISATION: "báo cáo của {}",
        RuleKind.AREA: "lĩnh vực {}",
        RuleKind.DOCUMENT: "văn bản {}",
        RuleKind.INDICATOR: "chỉ tiêu {}",
    },
    "en": {
        RuleKind.ALL: "all reports",
        RuleKind.ORGANISATION: "reports of {}",
        RuleKind.AREA: "the area of {}",
        RuleKind.DOCUMENT: "the document {}",
        RuleKind.INDICATOR: "the indicator {}",
    },
}

# Nghị quyết 76/NQ-CP (15/7/2021), Điều 1.
_AREAS = {
    "vi": {
        Area.INSTITUTIONS: "cải cách thể chế",
        Area.PROCEDURES: "cải cách thủ tục hành chính",
        Area.ORGANISATION: "cải cách tổ chức bộ máy",
        Area.STAFF: "cải cách chế độ công vụ",
        Area.FINANCE: "cải cách tài chính công",
        Area.DIGITAL: "xây dựng chính quyền số",
    },
    "en": {
        Area.INSTITUTIONS: "institutional reform",
        Area.PROCEDURES: "administrative procedures",
        Area.ORGANISATION: "organisation of the apparatus",
        Area.STAFF: "the civil service",
        Area.FINANCE: "public finance",
        Area.DIGITAL: "digital government",
    },
}


def describe(rule: Rule, language: str = "vi") -> str:
    """What is followed, as it stands after "vì bạn theo dõi:" ("because you follow:")."""
    spoken = language if language in _WORDS else "vi"
    return _WORDS[spoken][rule.kind].format(_target(rule, spoken))


def _target(rule: Rule, language: str) -> str:
    if rule.kind == RuleKind.AREA:
        return _AREAS[language][Area(rule.target)]
    if rule.kind == RuleKind.DOCUMENT:
        return name_in_key(rule.target)
    if rule.kind == RuleKind.INDICATOR:
        return _indicator(rule, language)
    return rule.target


def _indicator(rule: Rule, language: str) -> str:
    """ "hồ sơ trễ hạn (Trung tâm Hành chính công tỉnh), khi vượt mốc 100"."""
    indicator = read_indicator(rule.target)
    name = f"{indicator.called} ({indicator.body or indicator.organisation})" if indicator else rule.target
    if rule.threshold is None:
        return name
    mark = format_decimal(rule.threshold, language=language)
    return f"{name}, khi vượt mốc {mark}" if language == "vi" else f"{name}, when it passes {mark}"
