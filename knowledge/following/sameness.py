"""Two rules in different words that mean one thing: a document cited otherwise, an indicator of another quarter."""

from sqlalchemy import Select, select
from sqlmodel import Session, col

from knowledge.asking.figures.indicators import read_indicator
from knowledge.following.rules import Rule, RuleKind
from knowledge.store.tables import DocumentEventRow, SubscriptionRow


def same_rule(session: Session, chat_id: int, rule: Rule) -> Rule | None:
    """The rule that the chat follows already and that means the same as this one."""
    if rule.kind is RuleKind.DOCUMENT:
        return _same_document(session, chat_id, rule)
    return _same_indicator(session, chat_id, rule) if rule.kind is RuleKind.INDICATOR else None


def _same_document(session: Session, chat_id: int, rule: Rule) -> Rule | None:
    documents = select(col(DocumentEventRow.document_id)).where(col(DocumentEventRow.key) == rule.key)
    keys = select(col(DocumentEventRow.key)).where(col(DocumentEventRow.document_id).in_(documents))
    query = _rules(chat_id, RuleKind.DOCUMENT).where(col(SubscriptionRow.key).in_(keys))
    target = session.connection().execute(query).scalars().first()
    return Rule(RuleKind.DOCUMENT, target) if target else None


def _same_indicator(session: Session, chat_id: int, rule: Rule) -> Rule | None:
    wanted = read_indicator(rule.target)
    for target in session.connection().execute(_rules(chat_id, RuleKind.INDICATOR)).scalars():
        known = read_indicator(str(target))
        if known and wanted and known.is_same(wanted):
            return Rule(RuleKind.INDICATOR, str(target))
    return None


def _rules(chat_id: int, kind: RuleKind) -> Select[str]:
    query = select(col(SubscriptionRow.target)).where(
        col(SubscriptionRow.chat_id) == chat_id, col(SubscriptionRow.kind) == kind.value
    )
    return query.order_by(col(SubscriptionRow.id))
