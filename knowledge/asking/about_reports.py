"""Answers about reports themselves: number, dates, issuer, signer, window, tasks, a summary, what they list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from knowledge.answers import Answer, Choice, Quote, Topic
from knowledge.asking.bodies import body_distance, is_central
from knowledge.asking.library import Library, ReportEntry, StatementEntry
from knowledge.asking.question import Query, telling_words
from knowledge.asking.references import Reference
from knowledge.asking.replies import Wording, answered, clarify, not_found, quote, shorten
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.telling import Tells
from knowledge.facts import Citation, Measure, Role, Span, Statement
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_windows
from knowledge.grammar.sought import Sought
from knowledge.grammar.symbols import SymbolMention, find_symbols, fold_symbol


def referenced_reports(library: Library, reference: Reference) -> list[ReportEntry]:
    """The reports whose own number a reference can mean."""
    found = []
    for report in library.filed.numbered(reference.number):
        symbol = _symbol_of(report.facts.number or "")
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
def _symbol_of(number: str) -> SymbolMention | None:
    return next(find_symbols(number), None)


def fitting_reports(library: Library, query: Query, today: date, *, by_period: bool = True) -> Some[ReportEntry]:
    """The reports of the bodies and period that the question gives, in the order of the library."""
    found = _by_bodies(library, query)
    if not found and len(query.bodies) > 1:
        # "Báo cáo … của Văn phòng có những quyết định nào của UBND tỉnh": the first body is the report's.
        found = _by_bodies(library, replace(query, bodies=query.bodies[:1]))
    if not by_period:
        return found
    filed = library.filed
    for mention in query.periods:
        if mention.is_same_period:
            continue
        wanted = mention.resolve(today)
        if wanted is not None:
            exact = found.among(filed.of_period(wanted).numbers)
            is_settled = len(exact) > 0 or mention.kind != "year"
            found = exact if is_settled else found.among(filed.of_year(wanted.first.year).numbers)
        elif mention.is_open:
            found = found.among(filed.of_part(mention.kind.value, mention.index).numbers)
        break
    if _OF_PAGE.search(query.folded):
        return found.chosen(lambda r: r.facts.kind == "news") or found
    return found


def _by_bodies(library: Library, query: Query) -> Some[ReportEntry]:
    if not query.bodies and query.level != "ministry":
        return library.reports.all()
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    return library.filed.of_issuers(lambda report: _is_by(report, query), places)


# "Bài trên cổng nói gì": a page of a site, not a report with a number.
_OF_PAGE = re.compile(r"^(?:bai|tin)\b|\b(?:bai (?:viet|bao|dang)|tin bai|tren (?:cong|trang|bao))\b")


# So many words of a title tell it apart, and so much of what is asked must stand in it.
_FEWEST_TITLE_WORDS, _TITLE_SHARE = 4, 0.85


def titled_report(library: Library, query: Query) -> ReportEntry | None:
    """The one report whose title is named: "Bài Ninh Châu tăng 8 bậc PAR INDEX đăng ngày nào?"."""
    said = [w for w in telling_words(query) if w not in {"bai", "viet", "tin"}]
    if len(said) < _FEWEST_TITLE_WORDS:
        return None
    found = [
        r for r in library.reports_titled(said, _TITLE_SHARE) if _holds(re.findall(r"\w+", fold(r.facts.title)), said)
    ]
    return found[0] if len(found) == 1 else None


def _holds(title: list[str], said: list[str]) -> bool:
    held = sum(word in title for word in said)
    # Words that every report's title has tell nothing apart.
    telling = [word for word in said if word in title and word not in _COMMON_TITLE]
    return held >= _TITLE_SHARE * len(said) and len(telling) >= _FEWEST_TITLE_WORDS


_COMMON_TITLE = frozenset(
    [
        "cong",
        "tac",
        "cai",
        "cach",
        "hanh",
        "chinh",
        "quy",
        "nam",
        "thang",
        "dau",
        "cuoi",
        "i",
        "ii",
        "iii",
        "iv",
        "6",
        "9",
        "ket",
        "qua",
        "thuc",
        "hien",
        "tinh",
        "hinh",
        "phuong",
        "huong",
        "nhiem",
        "vu",
        "nhiem_vu",
        "trong",
        "tam",
        "so",
        "ubnd",
        "tinh",
        "huyen",
        "xa",
        "phuong",
        "thanh",
        "pho",
        "van",
        "phong",
        "va",
        "cua",
    ]
)


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


def _is_by(report: ReportEntry, query: Query) -> bool:
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
    return query.named_type == "Báo cáo" or bool(
        _NAMES_REPORT.search(query.folded) or (query.asks("published") and re.search(r"^(?:ban )?tin\b", query.folded))
    )


# "Thay đổi ra sao qua các kỳ báo cáo": a run over periods.
_OVER_REPORTS = Sought(r"\b(?:qua|theo|giua) (?:cac|tung|moi) (?:ky )?bao cao\b")


def subject_beyond(query: Query) -> frozenset[str]:
    """What the question speaks of besides reports and reform."""
    dropped = {
        "#reform",
        "report",
        "bao",
        "cao",
        "bai",
        "viet",
        "trang",
        "article",
        "thong",
        "tin",
        "so",
        "van",
        "phong",
        "tong",
        "ket",
        "dinh",
        "ky",
    }
    return frozenset(w for w in query.terms.words if w not in dropped)


def answer_report(reports: Sequence[ReportEntry], query: Query, wording: Wording) -> Answer | None:
    """A datum of one report, or which of several is meant."""
    if not reports:
        return None
    if query.named_type == "Báo cáo":
        reports = [r for r in reports if _is_called_report(r)] or reports
    if query.asks("latest"):
        reports = [max(reports, key=lambda r: r.not_before)]
    if len(reports) > 1:
        choices = tuple(
            Choice(label_of(r, wording), _specific(r, query))
            for r in sorted(reports, key=lambda r: r.told_on, reverse=True)
        )
        return clarify(
            wording.say("Có nhiều báo cáo phù hợp, bạn hỏi báo cáo nào?", "Several reports fit. Which one?"),
            choices,
        )
    return _datum(reports[0], query, wording)


def _is_called_report(report: ReportEntry) -> bool:
    """Whether its number is that of a báo cáo, or it has none; not a decision with a table."""
    symbol = _symbol_of(report.facts.number or "")
    return symbol is None or symbol.type == "Báo cáo"


def label_of(report: ReportEntry, wording: Wording) -> str:
    """A button that tells the report apart: its name, whose it is and its period."""
    period = f", {wording.period(report.facts.period)}" if report.facts.period else ""
    return shorten(f"{report.name} – {report.facts.organisation or report.facts.title}{period}", 120)


def _specific(report: ReportEntry, query: Query) -> str:
    asked = re.sub(r"(?i)^(?:báo cáo|bc)\s(?:số\s)?\d*\S*", "", query.text).strip()
    return f"Báo cáo {report.name} {asked}" if report.facts.number else f"{report.facts.title} {asked}"


def _datum(report: ReportEntry, query: Query, wording: Wording) -> Answer:
    facts, say = report.facts, wording.say
    topic = Topic(report_id=report.id, organisation=facts.organisation)
    head = _head(report)
    issued = (
        say(f" ngày {wording.day(facts.signed_on)}", f" of {wording.day(facts.signed_on)}") if facts.signed_on else ""
    )
    by = say(f" của {facts.organisation}", f" by {facts.organisation}") if facts.organisation else ""
    if query.asks("signer"):
        if facts.signer is None:
            return not_found(
                say(f"Báo cáo {report.name} không nêu người ký.", f"{report.name} does not say who signed it.")
            )
        return answered(
            say(f"{facts.signer} ký báo cáo {report.name}", f"{facts.signer} signed {report.name}"),
            (_place_of(report, facts.signer), head),
            topic=topic,
        )
    if query.asks("published"):
        if facts.published_on is None:
            return not_found(
                say(f"Không có ngày đăng của báo cáo {report.name}.", f"No publication date for {report.name}.")
            )
        return answered(
            say(
                f"Đăng ngày {wording.day(facts.published_on)} – báo cáo {report.name}",
                f"Published {wording.day(facts.published_on)} – {report.name}",
            ),
            (_dated(report, facts.published_on), head),
            topic=topic,
        )
    if query.asks("when"):
        if facts.signed_on is None:
            return not_found(say(f"Báo cáo {report.name} không nêu ngày ban hành.", f"{report.name} gives no date."))
        return answered(
            say(
                f"Ngày {wording.day(facts.signed_on)} – báo cáo {report.name}{by}",
                f"{wording.day(facts.signed_on)} – {report.name}{by}",
            ),
            (_dated(report, facts.signed_on), head),
            topic=topic,
        )
    if query.asks("who"):
        return answered(
            say(
                f"{facts.organisation or 'Không nêu'} – báo cáo {report.name}",
                f"{facts.organisation or 'Not given'} – {report.name}",
            ),
            (head, *_naming(report)),
            topic=topic,
        )
    if query.asks("window"):
        return not_found(
            say(f"Báo cáo {report.name} không nêu kỳ số liệu.", f"{report.name} does not say which days it covers.")
        )
    return answered(f"{report.name}{issued}{by}: {facts.title}", (head, *_titled(report)), topic=topic)


# So many words of a title's line tell that it is one.
_FEWEST_TITLE_LINE = 4


def _titled(report: ReportEntry) -> tuple[Quote, ...]:
    """Where the head gives the title, whose lines may be several."""
    title = fold(report.facts.title)
    head = (
        (s, fold(s.span.cut(report.text)).strip()) for s in report.statements[: _HEAD_STATEMENTS + _HEAD_STATEMENTS]
    )
    lines = [s for s, words in head if words in title and len(words.split()) >= _FEWEST_TITLE_LINE]
    return tuple(quote(report, s.span) for s in lines[:2])


def _naming(report: ReportEntry) -> tuple[Quote, ...]:
    """Where the head names the body whose report it is, in capitals as a rule and without its province."""
    own = fold(report.facts.organisation or "")
    head = ((s, fold(s.span.cut(report.text)).strip()) for s in report.statements[:_HEAD_STATEMENTS])
    named = [s for s, words in head if words in own and len(words.split()) > 1]
    return tuple(quote(report, s.span) for s in named[-1:])


# The head of a report has so many lines at most (Nghị định 30/2020/NĐ-CP, Phụ lục I).
_HEAD_STATEMENTS = 12


def _head(report: ReportEntry) -> Quote:
    """The place where the report names itself: its number, else its title."""
    wanted = report.facts.number or report.facts.title
    return _place_of(report, wanted)


def _place_of(report: ReportEntry, words: str) -> Quote:
    for statement in report.statements:
        if words in statement.span.cut(report.text):
            return quote(report, statement.span)
    at = report.text.find(words)
    if at >= 0:
        start = report.text.rfind("\n", 0, at) + 1
        end = report.text.find("\n", at)
        return quote(report, Span(start, end if end > 0 else len(report.text)))
    return (
        quote(report, report.statements[0].span)
        if report.statements
        else quote(report, Span(0, min(200, len(report.text))))
    )


def _dated(report: ReportEntry, day: date) -> Quote:
    for statement in report.statements:
        if any(d.day == day for d in find_dates(fold(statement.span.cut(report.text)))):
            return quote(report, statement.span)
    return _head(report)


def answer_window(report: ReportEntry, wording: Wording) -> Answer | None:
    """The days that a whole report covers: as stated for it, or of its chief figure."""
    window = report.facts.window or next((f.window for s in report.statements for f in s.figures if f.window), None)
    if window is None:
        return None
    statement = next(
        (s for s in report.statements if any(w == window for _, _, w in find_windows(fold(s.span.cut(report.text))))),
        None,
    )
    direct = wording.say(
        f"Từ ngày {wording.day(window.first)} đến ngày {wording.day(window.last)} – báo cáo {report.name}",
        f"From {wording.day(window.first)} to {wording.day(window.last)} – {report.name}",
    )
    return answered(
        direct, (quote(report, statement.span) if statement else _head(report),), topic=Topic(report_id=report.id)
    )


def answer_summary(reports: Sequence[ReportEntry], wording: Wording) -> Answer | None:
    """A report at a glance: its chief figures first, then what each reform area says."""
    reports = [r for r in reports if r.facts.kind != "register"] or reports
    if not reports:
        return None
    if len(reports) > 1:
        choices = tuple(Choice(label_of(r, wording), f"Tóm tắt báo cáo {r.name}") for r in reports)
        return clarify(
            wording.say("Có nhiều báo cáo phù hợp, bạn muốn tóm tắt báo cáo nào?", "Several reports fit. Which one?"),
            choices,
        )
    report = reports[0]
    chosen = _highlights(report)
    lines = tuple(f"{shorten(s.span.cut(report.text), 260)}" for s in chosen)
    period = f", {wording.period(report.facts.period)}" if report.facts.period else ""
    direct = wording.say(
        f"Tóm tắt {report.name} – {report.facts.organisation or report.facts.title}{period}",
        f"Summary of {report.name}{period}",
    )
    return answered(direct, tuple(quote(report, s.span) for s in chosen), lines=lines, topic=Topic(report_id=report.id))


# A message holds 4,096 characters: about twelve lines of 260 beside the heading and the sources.
_MOST_LINES = 12


def _highlights(report: ReportEntry) -> list[Statement]:
    """The statements with most to tell, in the report's order: dossiers, shares, documents issued, changes."""
    telling = [s for s in report.statements if s.kind in {"figure", "document"} and not s.task]
    ranked = sorted(telling, key=lambda s: -_telling(report, s))[:_MOST_LINES]
    return sorted(ranked, key=lambda s: s.span.start)


def _telling(report: ReportEntry, statement: Statement) -> float:
    words = fold(statement.span.cut(report.text))
    is_row = "|" in words
    value = 3.0 if re.search(r"tiep nhan.*ho so|ho so.*tiep nhan", words) else 0.0
    value += (
        min(len([f for f in statement.figures if f.measure in {Measure.COUNT, Measure.SHARE, Measure.RATIO}]), 4) * 0.5
    )
    value += 1.2 if any(c.role is Role.ISSUED for c in statement.citations) else 0.4 if statement.citations else 0.0
    return value - (2.0 if is_row else 0.0)


def answer_documents_of(report: ReportEntry, query: Query, wording: Wording) -> Answer | None:
    """The documents that a report names, by type and issuer where asked."""
    rows: dict[str, tuple[str, Statement]] = {}
    for statement in report.statements:
        for citation in statement.citations:
            if "ban hanh" in query.folded and not _is_issued(citation):
                continue
            if not citation.number or (query.named_type not in {None, "Báo cáo"} and citation.type != query.named_type):
                continue
            day = wording.say(" ngày ", " of ") + wording.day(citation.issued_on) if citation.issued_on else ""
            key = f"{citation.number}/{fold_symbol(citation.symbol or '')}"
            line = f"{citation.type} {citation.written}{day}: {shorten(citation.subject or '', 140)}".rstrip(": ")
            if key not in rows or len(line) > len(rows[key][0]):
                rows[key] = (line, statement)
    if not rows:
        return None
    lines = tuple(f"{i}. {line}" for i, (line, _) in enumerate(rows.values(), 1))
    direct = wording.say(
        f"{len(rows)} văn bản trong báo cáo {report.name}", f"{wording.count(len(rows), 'document')} in {report.name}"
    )
    return answered(
        direct, tuple(quote(report, s.span) for _, s in rows.values()), lines=lines, topic=Topic(report_id=report.id)
    )


def _is_issued(citation: Citation) -> bool:
    """Whether the report says that it was issued, a table of documents with their days included, but not the state of each."""
    is_row = citation.role is Role.LISTED and citation.issued_on is not None and not citation.status
    return citation.role is Role.ISSUED or is_row


def answer_report_list(reports: Sequence[ReportEntry], wording: Wording) -> Answer | None:
    """The reports there are, newest first."""
    if not reports:
        return None
    ordered = sorted(reports, key=lambda r: r.not_before, reverse=True)
    lines = tuple(f"{i}. {_row(r, wording)}" for i, r in enumerate(ordered[:30], 1))
    direct = wording.say(f"Có {len(ordered)} báo cáo", wording.count(len(ordered), "report"))
    return answered(direct, tuple(_head(r) for r in ordered[:6]), lines=lines)


def _row(report: ReportEntry, wording: Wording) -> str:
    day = wording.say(" ngày ", " of ") + wording.day(report.dated_on) if report.dated_on else ""
    return shorten(f"{report.name}{day}: {report.facts.title}", 200)


def answer_register(library: Library, query: Query, wording: Wording) -> Answer | None:
    """The documents of the registers that fit: by unit, by status, overdue; None where the question names none of these."""
    states = [pattern for pattern in _STATES if re.search(pattern, query.folded)]
    if not (query.bodies or states or query.named_type):
        return None
    found = _rows_in_states(library, query, states)
    rows: Sequence[StatementEntry] = found
    if query.named_type not in _ANY_TYPE:
        may_be = found.among(library.statements_of_types(lambda types: query.named_type in types))
        rows = [entry for entry in may_be if entry.statement.citations[0].type == query.named_type]
    if not rows:
        return None
    lines = tuple(f"{i}. {_register_line(e, wording)}" for i, e in enumerate(rows[:_MOST_ROWS], 1))
    direct = wording.say(f"{len(rows)} văn bản", wording.count(len(rows), "document"))
    return answered(direct, tuple(quote(e.report, e.statement.span) for e in rows[:_MOST_ROWS]), lines=lines)


# More lines nobody reads in a message.
_MOST_ROWS = 25


def _rows_of_units(library: Library, query: Query) -> Some[StatementEntry]:
    """The rows of registers with the bodies that are asked for, found without a look at any row."""
    words = {word for b in query.bodies for word in f"{b.organisation.body} {b.organisation.place}".split()}
    is_charged = query.asks("responsible")

    def has_all(issuer: str, responsible: str) -> bool:
        unit = fold(responsible if is_charged else f"{responsible} {issuer}")
        return all(word in unit for word in words)

    rows = library.statements_telling(Tells.LISTED)
    return rows.among(library.statements_naming(has_all)) if words else rows


def _register_line(entry: StatementEntry, wording: Wording) -> str:
    citation = entry.statement.citations[0]
    due = f"{wording.say(', hạn', ', due')} {wording.day(citation.due)}" if citation.due else ""
    status = f" – {wording.state(citation.status)}" if citation.status else ""
    unit = f" ({citation.responsible})" if citation.responsible else ""
    return shorten(f"{citation.written}: {citation.subject or ''}{unit}{due}{status}", 240)


_STATES = (
    r"qua han|tre han",
    r"da hoan thanh|hoan thanh|da xong",
    r"dang thuc hien|dang lam",
    r"chua thuc hien|chua lam",
)


def _rows_in_states(library: Library, query: Query, states: Sequence[str]) -> Some[StatementEntry]:
    """The rows of which all these states are given, found without a look at any row."""
    rows = _rows_of_units(library, query)
    if not states:
        return rows
    return rows.among(library.statements_stating(lambda status: all(re.search(one, status) for one in states)))


# What names no type that the rows of a register have.
_ANY_TYPE = frozenset({None, "Báo cáo", "Bảng theo dõi"})
