"""Which reports a question means: by number, body, period or title, and whether it is of reports as such."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from knowledge.asking.bodies import BELOW_PROVINCE, body_distance, is_central
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query, telling_words
from knowledge.asking.reading.references import Reference
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.terms import index_names
from knowledge.asking.words.framing import framing
from knowledge.asking.words.things import sorts_asked
from knowledge.facts import Period
from knowledge.grammar.desk_of_title import desk_of_title
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import SEVERAL
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.symbols import SymbolMention, find_symbols, fold_symbol


def referenced_reports(library: Library, reference: Reference) -> list[ReportEntry]:
    """The reports whose own number a reference can mean."""
    found = []
    for report in library.filed.numbered(reference.number):
        symbol = symbol_of(report.facts.number or "")
        if symbol is None or symbol.number.lstrip("0") != reference.number:
            continue
        own = fold_symbol(symbol.symbol)
        if reference.symbol and reference.symbol != own and reference.symbol not in own.split("-"):
            continue
        if reference.type not in {None, symbol.type} and not (reference.type == "Công văn" and reference.symbol):
            continue
        found.append(report)
    return found


# Many reports have the same number.
@lru_cache(maxsize=10_000)
def symbol_of(number: str) -> SymbolMention | None:
    """The number that a report bears, read; None where it is none."""
    return next(find_symbols(number), None)


def without_entries(library: Library, reports: Some[ReportEntry]) -> Some[ReportEntry]:
    """Those that were issued: what an admin added by hand is no report of its quarter."""
    return reports.without(library.filed.of_kinds(("entry",)).numbers)


def fitting_reports(library: Library, query: Query, today: date, *, by_period: bool = True) -> Some[ReportEntry]:
    """The reports of the bodies and period that the question gives, in the order of the library."""
    found = _by_bodies(library, query)
    if not found and len(query.bodies) > 1:
        # "Báo cáo … của Văn phòng có những quyết định nào của UBND tỉnh": the first body is the report's.
        found = _by_bodies(library, replace(query, bodies=query.bodies[:1]))
    if not found and query.bodies and query.periods:
        found = _of_time(library, library.reports.all(), query, today).chosen(lambda report: _is_on_desk(report, query))
    return _meant_of(library, _of_time(library, found, query, today), query) if by_period else found


def _is_on_desk(report: ReportEntry, query: Query) -> bool:
    """Whether an office's report is on the desk that is asked for: "… tại Trung tâm Phục vụ hành chính công tỉnh"."""
    desk = desk_of_title(report.facts.title)
    return desk is not None and body_distance(report, desk.organisation, query.bodies, is_row=False) == 0


def _of_time(library: Library, found: Some[ReportEntry], query: Query, today: date) -> Some[ReportEntry]:
    """Those of the first period that is named and is none that others are held against."""
    mention = next((m for m in query.periods if not m.is_same_period), None)
    if mention is None:
        return found
    filed, wanted = library.filed, mention.resolve(today)
    if wanted is None:
        return found.among(filed.of_part(mention.kind.value, mention.index).numbers) if mention.is_open else found
    exact = found.among(filed.of_period(wanted).numbers)
    if query.named_type == "Báo cáo" and mention.kind == "year":
        # A year's register is no report of that year.
        exact = exact.chosen(_is_no_register)
    is_settled = len(exact) > 0 or mention.kind != "year"
    found = exact if is_settled else found.among(filed.of_year(wanted.first.year).numbers)
    return found.chosen(_is_no_register) or found if query.named_type == "Báo cáo" and len(found) > 1 else found


def _is_no_register(report: ReportEntry) -> bool:
    return report.facts.kind != "register"


def _meant_of(library: Library, found: Some[ReportEntry], query: Query) -> Some[ReportEntry]:
    """Of several those that the question rather means: a page of news, the province's own, no news of an index."""
    filed, news = library.filed, library.filed.of_kinds(("news",)).numbers
    if _OF_PAGE.search(query.folded):
        return found.among(news) or found
    if len(found) > 1 and "bao cao chuyen de" in query.folded:
        # A report on one theme is called so in its title.
        found = found.chosen(lambda r: "chuyen de" in fold(r.facts.title)) or found
    if len(found) > 1 and is_of_province(query):
        # "Phương hướng … của tỉnh Đông Phước": what its ward or department reports is not the province's.
        found = filed.whose_issuers(found, lambda r: r.body.level not in BELOW_PROVINCE) or found
        found = filed.whose_issuers(found, is_governing) or found
    if len(found) > 1 and not query.terms.words & index_names():
        # News of the year's PAR INDEX is no report on the year.
        return found.without(found.among(news).chosen(lambda r: bool(r.terms.words & index_names())).numbers) or found
    return found


def names_page(query: Query) -> bool:
    """Whether a page of a site is asked about, and no report with a number."""
    return _OF_PAGE.search(query.folded) is not None


def is_governing(report: ReportEntry) -> bool:
    """Whether it is the province's own report, and not that of one of its bodies, districts or communes."""
    return report.body.level not in BELOW_PROVINCE and report.body.body == "ubnd"


def is_of_province(query: Query) -> bool:
    """Whether a province as such is named, or meant, and none of its bodies."""
    if query.bodies:
        return all(b.organisation.level == "province" and not b.organisation.body for b in query.bodies)
    return query.level == "province"


def _by_bodies(library: Library, query: Query) -> Some[ReportEntry]:
    if not query.bodies and query.level != "ministry":
        return library.reports.all()
    asked = tuple(mention.organisation for mention in query.bodies)
    places = [one.place for one in asked if one.place]
    # A message's parts, and what goes on from one question, are mostly of the same bodies.
    return library.once(
        (is_by, asked, query.level == "ministry"),
        lambda: library.filed.of_issuers(lambda report: is_by(report, query), places),
    )


# "Bài trên cổng nói gì": a page of a site, not a report with a number.
_OF_PAGE = pattern_of(r"^(?:bai|tin)\b|\b(?:bai (?:viet|bao|dang)|tin bai|tren (?:cong|trang|bao))\b")


# So many words of a title tell it apart, and so much of what is asked must stand in it.
_FEWEST_TITLE_WORDS, _TITLE_SHARE = 4, 0.85


def titled_report(library: Library, query: Query) -> ReportEntry | None:
    """The one report whose title is named: "Bài Ninh Châu tăng 8 bậc PAR INDEX đăng ngày nào?"."""
    said = [w for w in telling_words(query) if w not in {"bai", "viet", "tin"}]
    offices = _of_offices(query)
    # "Báo cáo nào của Sở Nội vụ nói về tình hình …": whose it is need not stand in its title again.
    others = [w for w in said if w not in offices]
    found = _titled(library, query, said) or (_titled(library, query, others) if others != said else [])
    return found[0] if len(found) == 1 else None


def _titled(library: Library, query: Query, said: list[str]) -> list[ReportEntry]:
    """The reports whose titles hold nearly all of the words and tell enough of them, by the bodies that are named."""
    if len(said) < _FEWEST_TITLE_WORDS:
        return []
    no_kinds = {"entry", "register"} if asks_which(query) else {"entry"}
    return [
        r
        for r in library.reports_titled(said, _TITLE_SHARE)
        if r.facts.kind not in no_kinds
        and _holds(re.findall(r"\w+", fold(r.facts.title)), said, _of_offices(query))
        and _is_of(r, query)
    ]


def asks_which(query: Query) -> bool:
    """Whether it asks which report it is: "báo cáo nào nói về …"."""
    return _WHICH_REPORT.search(query.folded) is not None


_WHICH_REPORT = pattern_of(r"\bbao cao nao\b")


def _is_of(report: ReportEntry, query: Query) -> bool:
    """Whether it is by the bodies that are named, as far as any are, or its title names them."""
    title = fold(report.facts.title)
    return all(b.name in title for b in query.bodies) or is_by(report, query)


def _of_offices(query: Query) -> frozenset[str]:
    """The words of the offices that are named: "báo cáo quý II của Sở Tài nguyên và Môi trường" names no title by them."""
    return frozenset(word for b in query.bodies if b.organisation.body for word in fold(b.name).split())


def _holds(title: list[str], said: list[str], offices: frozenset[str]) -> bool:
    held = sum(word in title for word in said)
    # Words that every report's title has, or every report of an office, tell nothing apart.
    telling = [word for word in said if word in title and word not in framing("titles") | offices]
    return held >= _TITLE_SHARE * len(said) and len(telling) >= _FEWEST_TITLE_WORDS


def within(reports: Sequence[ReportEntry], query: Query, today: date) -> Sequence[ReportEntry]:
    """Those of the reports whose period lies within the first one that the question says."""
    wanted = next((p for m in query.periods if (p := m.resolve(today))), None)
    if wanted is None:
        return reports
    own = [(r, r.facts.period) for r in reports]
    return [
        r
        for r, p in own
        if (p and wanted.first <= p.first and p.last <= wanted.last) or (not p and r.told_on.year == wanted.first.year)
    ]


def is_of_period(report: ReportEntry, period: Period) -> bool:
    """Whether the period is the report's own, or the year in which it tells."""
    return report.facts.period == period or (period.kind == "year" and report.told_on.year == period.first.year)


def is_by(report: ReportEntry, query: Query) -> bool:
    """Whether it is by one of the bodies that are named, or by a ministry where one is asked for without its name."""
    if not query.bodies:
        return query.level != "ministry" or is_central(report.body)
    distance = body_distance(report, None, query.bodies, is_row=False)
    return distance is not None and distance <= 2


_NAMES_REPORT = Sought(
    r"\b(?:(?<!chua )(?<!phai )bao cao|bai (?:viet|bao|dang|nay|do)|tin bai|report|article)\b|^bai\b"
)


def is_about_report(query: Query) -> bool:
    """Whether the question is of a report as such and not of what stands in it."""
    if query.asks("trend") and _OVER_REPORTS.search(query.folded):
        return False
    if _SENT_LATE.search(query.folded):
        return False  # "đơn vị nào gửi báo cáo chậm": reports of others, of which a report speaks
    if _WHICH_IN_REPORT.search(query.folded):
        return False  # "có những bộ phận nào theo báo cáo quý II": what stands in it
    return query.named_type == "Báo cáo" or bool(
        _NAMES_REPORT.search(query.folded) or (query.asks("published") and re.search(r"^(?:ban )?tin\b", query.folded))
    )


_SENT_LATE = Sought(r"\b(?:gui|nop) (?:[a-z]+ ){0,2}?bao cao (?:[a-z]+ ){0,2}?(?:cham|tre|muon|qua han)\b")
_WHICH_IN_REPORT = Sought(
    lambda: rf"\b{SEVERAL} (?:{sorts_asked()})(?: [a-z]+){{0,2}} nao (?:theo|trong|tai) (?:ban )?bao cao\b"
)


# "Thay đổi ra sao qua các kỳ báo cáo": a run over periods.
_OVER_REPORTS = Sought(r"\b(?:qua|theo|giua) (?:cac|tung|moi) (?:ky )?bao cao\b")


def subject_beyond(query: Query) -> frozenset[str]:
    """What the question speaks of besides reports and reform."""
    # "Nêu những kế hoạch số mấy": the sort of document is no matter of it.
    return query.terms.words - framing("reports") - frozenset(fold(query.named_type or "").split())
