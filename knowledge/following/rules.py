"""What can be followed, and how that reads."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


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
        raise NotImplementedError


ALL_REPORTS = Rule(RuleKind.ALL)


def describe(rule: Rule, language: str = "vi") -> str:
    """What is followed, as it stands after "vì bạn theo dõi:" ("because you follow:")."""
    raise NotImplementedError
