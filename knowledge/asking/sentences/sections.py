"""What a report says in a section of its own: shortcomings, their causes, and what it asks of others."""

from collections.abc import Callable, Sequence
from itertools import islice

from knowledge.answers import Answer, Choice, Topic
from knowledge.asking.library import Library, ReportEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, clarify, not_found, quote, shorten
from knowledge.asking.reports.naming_reports import label_of
from knowledge.asking.sentences.matching_statements import SENTENCE_SHARE, coverage
from knowledge.asking.shelves.section_kinds import SECTIONS, Section, headed_by, headings_of, is_closing, named_in
from knowledge.asking.words.framing import framing
from knowledge.facts import Statement
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of

_MOST_LINES = 25


# "Phản ánh, kiến nghị" are what citizens send in; "hạn chế" is also a verb.
_OTHER = pattern_of(r"\bphan anh\b|\bkien nghi cua (?:nguoi dan|cong dan|to chuc|doanh nghiep|ca nhan)\b")
_ASKS = pattern_of(
    r"\b(?:gi|nao|neu|liet ke|ke|nhung|cac|the nao|ra sao|tai sao|vi sao|cho biet|what|which|list|why)\b"
)


def asked_section(query: Query) -> Section | None:
    """The section that the question asks to be told, if it asks for one and for no figure or document."""
    if query.asks("count", "percent", "money", "rank", "score", "when", "compare", "trend"):
        return None
    if _OTHER.search(query.folded):
        return None
    named = next((s for s in SECTIONS if s.words.search(query.folded)), None)
    is_asked = named and (_ASKS.search(query.folded) or named.words.match(query.folded))
    return named if is_asked else None


# "Đề xuất gì với Bộ Nội vụ": whom it is put to, and not whose report it is.
_ADDRESSED = pattern_of(r"\b(?:voi|len|gui|toi|cho|den)\s(?:cac\s|ca\s)?$")


def addressees(query: Query) -> tuple[OrganisationMention, ...]:
    """The bodies that the question says a proposal is put to."""
    return tuple(b for b in query.bodies if _ADDRESSED.search(query.folded[: b.start]))


def section_subject(query: Query) -> frozenset[str]:
    """The one thing in the section that the question is of: "nguyên nhân hồ sơ đất đai quá hạn"."""
    return frozenset(
        w
        for w in all_words(query.terms)
        if w not in framing("sections") and w.split(":")[0] not in {"moment", "direction"}
    )


def answer_section(
    library: Library,
    reports: Sequence[ReportEntry],
    section: Section,
    subject: frozenset[str],
    wording: Wording,
    *,
    addressed: tuple[OrganisationMention, ...] = (),
) -> Answer | None:
    """The sentences of that section of the one report that is meant, or which report of several.

    With a subject or an addressee only the sentences that speak of it; None where none does.
    """
    meant = _speaking_of(library, reports, section, subject)
    found = _saying(meant, lambda r: _to(r, _of_subject(library, r, _told(r, section), subject), addressed))
    if (subject or addressed) and not found:
        return None
    name = wording.say(section.name, section.english)
    if not found:
        names = ", ".join(r.name for r in reports[:3])
        words = wording.say(
            f"Báo cáo {names} không có mục {section.name.lower()}.",
            f"{names} has no section on {section.english.lower()}.",
        )
        return not_found(words) if reports else None
    if len(found) > 1:
        choices = tuple(Choice(label_of(r, wording), f"{section.name} trong báo cáo {r.name} là gì?") for r, _ in found)
        return clarify(
            wording.say("Có nhiều báo cáo phù hợp, bạn hỏi báo cáo nào?", "Several reports fit. Which one?"), choices
        )
    report, told = found[0]
    lines = tuple(f"{i}. {shorten(s.span.cut(report.text), 300)}" for i, s in enumerate(told[:_MOST_LINES], 1))
    period = f", {wording.period(report.facts.period)}" if report.facts.period else ""
    direct = f"{name} – {report.facts.organisation or report.facts.title}{period} ({report.name})"
    return answered(
        direct, tuple(quote(report, s.span) for s in told), lines=lines, of=len(told), topic=Topic(report_id=report.id)
    )


# Of more reports than these only the newest that say it are offered, and so many statements are looked at for which reports they are of.
_MOST_OFFERED, _MOST_LOOKED_AT = 25, 2_000


def _speaking_of(
    library: Library, reports: Sequence[ReportEntry], section: Section, subject: frozenset[str]
) -> Sequence[ReportEntry]:
    """Of many reports those that speak of the subject in that section at all, where few sentences do."""
    if len(reports) <= _MOST_OFFERED or not library.weights(subject):
        return reports
    telling = library.statements_covering(subject, SENTENCE_SHARE)
    telling = telling.among(library.statements_telling(section.tells).numbers)
    if len(telling) > _MOST_LOOKED_AT:
        return reports
    speaking = {entry.report.index for entry in telling}
    return [report for report in reports if report.index in speaking]


def _saying(
    reports: Sequence[ReportEntry], told_in: Callable[[ReportEntry], list[Statement]]
) -> list[tuple[ReportEntry, list[Statement]]]:
    """The reports that say it with their sentences, in their order; of many the last ones."""
    found = ((report, told) for report in reversed(reports) if (told := told_in(report)))
    return list(islice(found, _MOST_OFFERED))[::-1]


def _of_subject(
    library: Library, report: ReportEntry, told: list[Statement], subject: frozenset[str]
) -> list[Statement]:
    if not subject:
        return told
    words = [(s, all_words(library.tagger.tag(report.folded(s)))) for s in told]
    return [s for s, had in words if coverage(library, subject, had) >= SENTENCE_SHARE]


def _to(report: ReportEntry, told: list[Statement], addressed: tuple[OrganisationMention, ...]) -> list[Statement]:
    bodies = [set(b.organisation.body.split()) for b in addressed if b.organisation.body]
    return [s for s in told if all(body <= set(normalise(s.span.cut(report.text)).split()) for body in bodies)]


def _told(report: ReportEntry, section: Section) -> list[Statement]:
    """The sentences under its heading; of a heading it shares with others those that open as it does.

    Found once for each report: where no report is named, many are looked through.
    """
    known: list[Statement] | None = report.judged.get((_told, section.name))
    if known is None:
        known = report.judged[_told, section.name] = _found_in(report, section)
    return known


def _found_in(report: ReportEntry, section: Section) -> list[Statement]:
    may = list(report.statements.telling(section.tells))
    under = [s for s in may if headed_by(headings_of(s.heading)) & section.tells and not is_closing(report.folded(s))]
    if section.opening is None:
        own = [s for s in under if not _is_of_other(s, section)]
        return own or under
    opening = section.opening
    shared = [s for s in under if _is_shared(s)]
    alone = [s for s in under if not _is_shared(s)]
    telling = [s for s in shared if opening.search(report.folded(s))]
    return alone or telling or shared or may


def _is_shared(statement: Statement) -> bool:
    """Whether the nearest heading with a section's name names several: "Hạn chế, nguyên nhân"."""
    return len(_nearest_named(statement)) > 1


def _is_of_other(statement: Statement, section: Section) -> bool:
    """Whether a nearer heading or its label is another section's: "Nguyên nhân: …" among the shortcomings."""
    named = _nearest_named(statement)
    return bool(named) and section not in named


def _nearest_named(statement: Statement) -> list[Section]:
    """The sections that the nearest heading with a section's name names."""
    every = map(named_in, reversed(headings_of(statement.heading)))
    return next((named for named in every if named), [])
