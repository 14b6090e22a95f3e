"""What of an event concerns one chat: the rules that bring it, and the documents and figures that they follow."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.following.news import News
from knowledge.following.notices import Notice
from knowledge.following.reasons import Reason
from knowledge.following.rules import RuleKind

_OF_REPORTS = frozenset({RuleKind.ALL, RuleKind.ORGANISATION, RuleKind.AREA})


def reasons_for(notice: Notice, news: News) -> tuple[Reason, ...]:
    """The chat's rules that match, without those whose threshold the new value has not passed."""
    values = {followed: figure for figure in news.figures for followed in figure.keys}
    own = [Reason(notice.subscription_id, notice.rule)] if notice.subscription_id and notice.rule else []
    return tuple(
        reason
        for reason in notice.reasons or own
        if reason.rule.kind is not RuleKind.INDICATOR
        or reason.rule.key not in values
        or values[reason.rule.key].passes(reason.rule.threshold)
    )


def concerns_report(reasons: Sequence[Reason]) -> bool:
    """Whether the chat wants to hear of the report as a whole."""
    return any(reason.rule.kind in _OF_REPORTS for reason in reasons)


def concerning(notice: Notice, news: News) -> News:
    """The event's news with only those documents and figures that the chat follows or was told of."""
    reasons = reasons_for(notice, news)
    keys = {(reason.rule.kind, reason.rule.key) for reason in reasons}
    keys |= {(kind, about) for about in notice.about for kind in (RuleKind.DOCUMENT, RuleKind.INDICATOR)}
    documents = [d for d in news.documents if any((RuleKind.DOCUMENT, followed) in keys for followed in d.keys)]
    figures = [f for f in news.figures if any((RuleKind.INDICATOR, followed) in keys for followed in f.keys)]
    return replace(news, documents=tuple(documents), figures=tuple(figures))
