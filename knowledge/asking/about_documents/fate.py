"""Whether a document was replaced or amended, and by what; and what it replaces itself."""

from collections.abc import Sequence

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import (
    Asked,
    answer_missing,
    quote_of,
    topic,
)
from knowledge.asking.documents import Mention
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import answered, quote
from knowledge.facts import Citation, Role
from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# "Có còn được áp dụng không": whether it is in force.
_STILL = r"\bcon (?:(?:duoc|dang|phai) )?(?:ap dung|thi hanh|co gia tri|gia tri)\b"
STILL_APPLIES = Sought(_STILL)
_REPLACING = Sought(rf"\b(?:thay|thay the|bai bo|het hieu luc|con hieu luc|replaced?|repealed)\b|{_STILL}")
# "Nó thay cho thông báo nào": what the document itself replaces.
_REPLACES = Sought(
    lambda: (
        rf"(?<!\bbi )\b(?:thay(?: the)?(?: cho)?|bai bo|huy bo) (?:{type_pattern()}|van ban|quy dinh|cai) (?:nao|gi|so (?:may|nao|bao nhieu))\b"
    )
)
_AMENDING = Sought(r"\b(?:sua doi|sua|dieu chinh|bo sung|amended)\b")


def answer_fate(asked: Asked, query: Query) -> Answer | None:
    """Whether the document was replaced or amended, and by which; or what it replaces itself."""
    if _REPLACES.search(query.folded):
        return _answer_replaces(asked)
    wanted = (
        {Role.REPLACED}
        if _REPLACING.search(query.folded)
        else {Role.AMENDED}
        if _AMENDING.search(query.folded)
        else set()
    )
    changed = next((m for m in asked.mentions if m.citation.role in wanted), None)
    if changed is None:
        ending = next((m for m in asked.mentions if m.citation.role is Role.ENDING), None)
        if ending is not None and Role.REPLACED in wanted:
            return _answer_ending(asked, ending)
        if _BY_WHAT.search(query.folded):
            return answer_missing(asked, _by_what(asked))
        return answer_missing(asked, _whether(asked)) if _WHETHER_GONE.search(query.folded) else None
    by = next((c for c in changed.statement.citations if c.number and c.written != changed.citation.written), None)
    say = asked.wording.say
    verb = _changed(asked, changed)
    day = say(" ngày ", " of ") + asked.wording.day(by.issued_on) if by and by.issued_on else ""
    agent = say(f" bởi {by.type} {by.written}{day}", f" by {by.type} {by.written}{day}") if by else ""
    return answered(
        say(f"Đã {verb}{agent}: {asked.document.name}", f"{asked.document.name} was {verb}{agent}"),
        (quote_of(asked, changed),),
        topic=topic(asked.document),
    )


def _answer_ending(asked: Asked, ending: Mention) -> Answer:
    """That it is only to be replaced, as the sentence says."""
    direct = asked.wording.say(
        f"Chưa, mới dự kiến thay thế: {asked.document.name}",
        f"Not yet, it is only to be replaced: {asked.document.name}",
    )
    return answered(direct, (quote_of(asked, ending),), topic=topic(asked.document))


_ABOLISHED = pattern_of(r"[^,;.]{0,40}\bbi (?:bai bo|huy bo)\b")
_ABOLISHES = pattern_of(r"\b(?:bai bo|huy bo)\b[^;.]*$")


def _changed(asked: Asked, changed: Mention) -> str:
    """What was done to the document, as its sentence says: what was abolished has nothing in its place."""
    say = asked.wording.say
    if changed.citation.role is not Role.REPLACED:
        return say("được sửa đổi, bổ sung", "amended")
    start = changed.citation.span.start - changed.statement.span.start
    words = fold(changed.statement.span.cut(asked.library.reports[changed.report].text))
    start, end = max(start, 0), max(start, 0) + len(changed.citation.written or "")
    is_abolished = _ABOLISHES.search(words[:start]) or _ABOLISHED.match(words, end)
    return say("bị bãi bỏ", "abolished") if is_abolished else say("bị thay thế", "replaced")


# "Văn bản nào thay thế 312": without a word of it there is no such document to name.
_BY_WHAT = Sought(r"\bnao (?:da )?(?:thay the|thay|sua doi|bai bo)\b|\b(?:boi|bang) (?:van ban|quyet dinh) nao\b")


def _by_what(asked: Asked) -> str:
    return asked.wording.say("văn bản thay thế, sửa đổi", "what replaced or amended it")


# "QĐ 210 bị bãi bỏ chưa": that it was issued is no answer.
_WHETHER_GONE = Sought(
    lambda: rf"\bbi (?:thay the|thay|bai bo|huy bo|sua doi|sua)\b[a-z0-9 /-]{{0,40}}\b{NOT}{polite_end()}"
)


def _whether(asked: Asked) -> str:
    return asked.wording.say("việc bị thay thế, bãi bỏ hay sửa đổi", "whether it was replaced, abolished or amended")


def _answer_replaces(asked: Asked) -> Answer | None:
    """The documents that this one replaces: named beside it, or by its own text ("Thông báo này thay thế …")."""
    own = asked.library.filed.written(asked.document.written)
    told = [(asked.library.reports[m.report], m.statement, _behind(m)) for m in asked.mentions]
    told += [(report, s, s.citations) for report in own for s in report.statements]
    for report, statement, citations in told:
        replaced = [c for c in citations if c.role is Role.REPLACED and c.written != asked.document.written]
        if replaced:
            names = ", ".join(f"{c.type} {c.written}" for c in replaced)
            own_words = fold(statement.span.cut(report.text))
            is_abolished = _ABOLISHES.search(own_words[: max(replaced[0].span.start - statement.span.start, 0)])
            direct = (
                asked.wording.say(f"Bãi bỏ {names}", f"It abolishes {names}")
                if is_abolished
                else asked.wording.say(f"Thay thế {names}", f"It replaces {names}")
            )
            return answered(
                f"{direct}: {asked.document.name}", (quote(report, statement.span),), topic=topic(asked.document)
            )
    return answer_missing(asked, asked.wording.say("việc thay thế văn bản khác", "what it replaces"))


def _behind(mention: Mention) -> Sequence[Citation]:
    """The documents that its sentence names and that may be what it does away with: none behind another that does so itself."""
    cited = mention.statement.citations
    of_another = next(
        (c.span.start for c in cited if c.span.start > mention.citation.span.start and c.role is Role.ISSUED), None
    )
    return [c for c in cited if of_another is None or c.span.start < of_another]
