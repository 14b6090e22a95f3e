"""Documents and tasks by what they are called, and rows of registers by their words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answers import Answer, Outcome
from knowledge.asking import about_documents, about_tasks
from knowledge.asking.conversation.follows import asks_only_type
from knowledge.asking.documents import Document
from knowledge.asking.library import all_words
from knowledge.asking.reading.question import Query, telling_words, without_places
from knowledge.asking.reading.tense import ASKS_LAST, ASKS_SINCE, IN_REPORT
from knowledge.asking.reports import which_reports
from knowledge.asking.sentences.matching_statements import subject_begins_with
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.asking.stages.occasion import Occasion
from knowledge.facts import Role
from knowledge.grammar.dates import YEAR, find_dates
from knowledge.grammar.document_types import type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought

# So many words of a subject tell a register's row without its type.
_FEWEST_SUBJECT_WORDS = 3
_HELD_TIME = Sought(
    r"\bco (?:duoc )?(?:ban hanh|ra|ky|thong qua|phe duyet|duyet|cong bo)\b.*\b(?:khong|hong|chua|ha|phai)\W*$"
)
_ISSUED_UNDER = Sought(
    r"\b(?:ban hanh|phe duyet) (?:kem )?(?:theo|tai|bang) (?P<type>quyet dinh|nghi quyet|ke hoach|cong van|thong bao) (?:nao|so may|so bao nhieu|may)\b"
)
# What a document does: "Tổ công tác … thành lập ngày nào?" asks for its day.
_SET_UP = Sought(r"\b(?:thanh lap|kien toan|phe duyet|cong bo (?=ket qua|chi so|bo chi so))\b")
_ISSUING = pattern_of(
    r"ban hanh|phe duyet|\bky\b|(?<!quy )\btrinh\b|thong qua|\bduyet\b|hieu luc|toi dau|den dau|du kien|qua han|chu tri|issued|approved"
    r"|\bra (?:chua|roi|doi)\b|\bco chua\b|so may|so bao nhieu|ngay nao|ngay may|khi nao|bao gio|ve viec|nao\b|gi\b|status|deadline|when|date"
)


def by_row(at: Occasion, query: Query) -> Answer | None:
    """ "Việc … giao Sở … quá hạn chưa?": the one row of a register that has these words."""
    if not query.asks("overdue", "due", "status") or not query.bodies or query.periods:
        return None
    if query.asks("count", "percent", "money", "rank", "score", "trend"):
        return None
    row = [d for d in about_documents.find_listed(at.library, query) if _is_of_named_place(at, d, query)]
    return (
        about_documents.answer_documents(at.library, row, replace(query, bodies=()), at.today, at.wording)
        if row
        else None
    )


def _is_of_named_place(at: Occasion, row: Document, query: Query) -> bool:
    """Whether the row or its register is of the place that is named: of all communes it tells nothing of the one."""
    places = {b.organisation.place for b in query.bodies if b.organisation.place}
    said = normalise(" ".join(f"{m.citation.subject or ''} {m.citation.responsible or ''}" for m in row.mentions))
    registers = [at.library.reports[m.report] for m in row.mentions if m.citation.status]
    return all(place in said or any(place in {r.body.place, r.province} for r in registers) for place in places)


def by_name(at: Occasion, query: Query) -> Answer | None:
    """The document whose subject has the asked words."""
    if (done := about_documents.answer_carried_out(at.library, query, at.today, at.wording)) is not None:
        return done
    if (held := _held_time(at, query)) is not None:
        return held
    if not query.asks(*_OF_DOCUMENT):
        if not about_documents.AS_PLANNED.search(query.folded):
            return None
        query = replace(query, cues={**query.cues, "status": (0, 0)})
    if (issuing := _issued_under(at, query)) is not None:
        return issuing
    if asks_only_type(query) and not (query.bodies or query.periods or query.dates):
        return None  # "Nghị quyết số mấy?" alone is of none of them
    if (under := about_documents.answer_under(at.library, query)) is not None:
        return under
    answer = _named(at, query) if _is_of_document(query) else None
    if answer is not None and answer.outcome is Outcome.NOT_FOUND and query.asks("effective"):
        return _told_of_effect(at, query) or answer
    return answer


def _told_of_effect(at: Occasion, query: Query) -> Answer | None:
    """The sentence that says from when a document takes effect, where none of those that name its number does."""
    told = at.sentence(query)
    day = next(find_dates(fold(told.direct)), None) if told is not None else None
    if told is None or day is None:
        return None
    words = " ".join(fold(quote.text) for quote in told.quotes)
    return told if any(d.day == day.day and _FROM_THEN.search(words[: d.start]) for d in find_dates(words)) else None


_FROM_THEN = pattern_of(
    r"\b(?:hieu luc|thi hanh|ap dung|thuc hien)(?: thi hanh| ap dung)?(?: ke)?(?: tu)?(?: ngay)? ?$"
)
_OF_DOCUMENT = (
    *("when", "who", "about", "status", "number", "effective", "due", "overdue", "responsible", "verify", "signer"),
)


def _held_time(at: Occasion, query: Query) -> Answer | None:
    """ "Có ban hành kịp trước 28/02/2018 không?": the time is held up, and no part of what is meant."""
    if not (query.dates or query.periods) or query.references or not _HELD_TIME.search(query.folded):
        return None
    timeless = replace(query, dates=(), cues={**query.cues, "verify": (0, 0)})
    held = about_documents.find_named(at.library, timeless, at.today) or about_documents.find_named(
        at.library, replace(timeless, periods=())
    )
    if len(held) != 1 or held[0].issued_on is None or _is_of_other_year(held[0], query):
        return None
    asked = replace(query, cues={"verify": (0, 0)}, bodies=())
    return about_documents.answer_documents(at.library, held, asked, at.today, at.wording)


def _is_of_other_year(document: Document, query: Query) -> bool:
    """Whether its subject names another year than those that are said: the plan of 2017 was not issued late for 2018."""
    told = {int(year) for year in YEAR.findall(fold(document.subject or ""))}
    said = {int(year) for year in YEAR.findall(query.folded)}
    return bool(told) and bool(said) and told.isdisjoint(said)


def _issued_under(at: Occasion, query: Query) -> Answer | None:
    """ "Kế hoạch … ban hành kèm theo quyết định nào?": the document that issued it."""
    issuing = _ISSUED_UNDER.search(query.folded)
    if issuing is None:
        return None
    of_type = replace(query, named_type=type_by_name()[issuing["type"]])
    found = about_documents.find_named(at.library, of_type, at.today)
    found = found.of_types(lambda types: of_type.named_type in types)
    return about_documents.answer_documents(at.library, found, query, at.today, at.wording) if found else None


def _named(at: Occasion, query: Query) -> Answer | None:
    """What is asked of the documents that are called so, unless a newer report or register tells of the same."""
    named = query if query.named_type not in {None, "Báo cáo"} else _with_any_type(query)
    found = about_documents.find_named(at.library, named, at.today) if named else []
    if len(found) == 1 and query.named_type is None and _is_second_work(found[0], query):
        return None
    if not found and named and query.asks("verify") and query.periods:
        # The year that is held up may be the wrong one.
        found = about_documents.find_named(at.library, replace(named, periods=()))
    if not found and named is None and query.asks("status"):
        found = [d for d in _listed_by_subject(at, query) if _is_about(at, d, query)]
        if found and (newer := _told_since(at, found[0], query)) is not None:
            return newer
    row = _listed_since(at, found[0], query) if len(found) == 1 and query.asks("status") else None
    if row is not None and _is_about(at, row, query):
        return about_documents.answer_documents(at.library, [row], replace(query, periods=()), at.today, at.wording)
    if (newer := _told_of_submitted(at, found, query)) is not None:
        return newer
    if not found and query.asks("when", "who", "number", "about"):
        found = about_documents.find_by_statement(at.library, query, at.today)
    if found and query.periods and IN_REPORT.search(query.folded):
        return _as_reported(at, found, query)
    if not found:
        return None
    answer = about_documents.answer_documents(at.library, found, query, at.today, at.wording)
    return about_documents.say_other_type(answer, found[0], query, at.wording)


def _is_second_work(document: Document, query: Query) -> bool:
    """Whether all that is asked stands behind an "và" of its subject, which begins other work: "Quy chế … và nâng cấp phần mềm …"."""
    asked = telling_words(query)
    opening = " ".join(asked[:2])
    subjects = {fold(told or "") for told in (document.subject, *(m.citation.subject for m in document.mentions))}
    saying = [subject.partition(f" va {opening}") for subject in subjects if opening in subject]
    return bool(saying) and all(
        behind and not set(first.split()) & (set(asked) - set(behind.split()) - set(asked[:2]))
        for first, _, behind in saying
    )


def _is_about(at: Occasion, document: Document, query: Query) -> bool:
    """Whether a letter's row is about the thing itself: "Thẩm định an toàn thông tin Đề án …" is not about its being put forward."""
    return document.type != "Công văn" or subject_begins_with(
        at.library, document.subject or "", all_words(query.naming)
    )


def _as_reported(at: Occasion, found: Iterable[Document], query: Query) -> Answer | None:
    """What the one report of the period told of the one document; None where it is not plain which."""
    reports = which_reports.fitting_reports(at.library, replace(query, bodies=()), at.today)
    by_index = {r.index: r for r in reports}
    of_these = found.told_in(reports.numbers) if isinstance(found, Shortlist) else found
    told = [(d, one) for d in of_these for one in {m.report for m in d.mentions} & by_index.keys()]
    if len(told) != 1:
        return None
    document, report = told[0][0], by_index[told[0][1]]
    as_of = replace(query, periods=())
    return about_documents.answer_documents(at.library, [document], as_of, report.told_on, at.wording, scope=report)


def by_task(at: Occasion, query: Query) -> Answer | None:
    """What falls due, who does a task and by when."""
    if not query.references and (due := about_tasks.answer_due_in(at.library, query, (), at.today, at.wording)):
        return due
    if query.asks("due", "responsible") or (query.asks("overdue") and not query.asks("count", "percent")):
        return about_tasks.answer_task(at.library, query, at.today, at.wording)
    if query.asks("when") and _WHEN_DONE.search(query.folded) and not query.references:
        return about_tasks.answer_task(at.library, query, at.today, at.wording)
    if _WHO_DOES.match(query.folded) and not query.asks("who", "signer"):
        # "Ai nâng cấp cổng dịch vụ công?": who is charged with it.
        asked = replace(query, cues={**query.cues, "responsible": (0, 0)})
        return about_tasks.answer_task(at.library, asked, at.today, at.wording)
    return None


def by_task_to_come(at: Occasion, query: Query) -> Answer | None:
    """ "Bao giờ nâng cấp cổng …?", where nothing tells that it was done: by when it is to be."""
    if not query.asks("when") or query.references or query.named_type is not None or query.periods:
        return None
    if _BEFELL_ON_WHICH_DAY.search(query.folded) and not _TO_COME.search(query.folded):
        return None  # "Hệ thống lỗi ngày nào": that it is to be mended by then is no answer
    if query.asks("effective") or ASKS_SINCE.search(query.folded) or ASKS_LAST.search(query.folded):
        return None  # nor by when it is to be prepared, where it is asked since when or how long it holds
    return about_tasks.answer_task(at.library, query, at.today, at.wording)


_BEFELL_ON_WHICH_DAY = Sought(lambda: rf"\b(?:{listed('happenings', 'befalling')})\b.*\b(?:ngay|hom|bua) (?:nao|may)\b")
_TO_COME = Sought(r"\b(?:se|phai|han|du kien|xong|hoan thanh|khac phuc|sua|xu ly)\b")
_WHEN_DONE = pattern_of(
    r"\bphai (?:xong|hoan thanh|trinh)\b.*\b(?:khi nao|bao gio|chung nao|ngay nao)\b|\b(?:khi nao|bao gio|chung nao|ngay nao)\b.*\b(?:xong|hoan thanh)\b(?! chua)"
)
_WHO_DOES = pattern_of(r"(?:ai|so nao|don vi nao|co quan nao|phong nao|ben nao)\b")


def _listed_by_subject(at: Occasion, query: Query) -> Sequence[Document]:
    """ "Công bố Chỉ số CCHC … ký chưa?": the one row of a register that has all these words, without its type."""
    if len(query.naming.words) < _FEWEST_SUBJECT_WORDS or query.asks("count", "percent", "money", "rank", "score"):
        return []
    found = about_documents.find_named(at.library, replace(query, named_type="Văn bản"))
    return found if len(found) == 1 and any(m.citation.status for m in found[0].mentions) else []


# More of one subject would say too little of which is meant.
_MOST_ROWS = 20


def _told_of_submitted(at: Occasion, found: Sequence[Document], query: Query) -> Answer | None:
    """What is said since of a document that was asked for, where only what submits it was found."""
    is_of_one = len(found) == 1 and query.asks("status") and query.named_type not in {None, _SUBMISSION}
    # "Công văn 1433: xây dựng Đề án …" only wants it as well.
    is_submitted = is_of_one and (
        found[0].type == _SUBMISSION
        or (found[0].type == "Công văn" and query.named_type not in {*found[0].types, "Văn bản", "Công văn"})
    )
    return _told_since(at, found[0], query, is_telling=True) if is_submitted else None


_SUBMISSION = "Tờ trình"


def _listed_since(at: Occasion, planned: Document, query: Query) -> Document | None:
    """The one row of a later register that is about a document still planned: "Xây dựng Đề án sắp xếp …", with its state."""
    subject = fold(planned.subject or "")
    if planned.is_numbered or len(subject.split()) < _FEWEST_SUBJECT_WORDS or IN_REPORT.search(query.folded):
        return None
    told_on = max(m.told_on for m in planned.mentions)
    library = at.library
    rows = [
        d
        for d in Shortlist(library, library.documents_about(normalise(subject)))[:_MOST_ROWS]
        if subject in fold(d.subject or "") and any(m.citation.status and m.told_on > told_on for m in d.mentions)
    ]
    return rows[0] if len(rows) == 1 else None


def _told_since(at: Occasion, listed: Document, query: Query, *, is_telling: bool = False) -> Answer | None:
    """What a report says of the matter after the one that lists it, or in that same one where it tells more than it lists: the newest word counts."""
    told = at.sentence(query)
    if told is None or told.topic.report_id is None:
        return None
    report = at.library.filed.with_id(told.topic.report_id)
    newest = max(m.told_on for m in listed.mentions)
    # A register's row tells no more of it than it did.
    rows = {
        m.statement.span.cut(at.library.reports[m.report].text)
        for m in listed.mentions
        if m.citation.role is Role.LISTED
    }
    tells_more = is_telling and not any(quote.text in rows for quote in told.quotes)
    is_same = tells_more and report is not None and report.told_on == newest
    return told if report and (report.told_on > newest or is_same) else None


def _with_any_type(query: Query) -> Query | None:
    """The question of a document of whichever type, where what is asked is asked of documents only."""
    is_issued = query.asks("when", "verify", "who") and _SET_UP.search(query.folded)
    is_of_one = query.asks("number", "overdue", "responsible", "due") or is_issued
    return replace(query, named_type="Văn bản") if is_of_one and len(query.terms.words) >= 2 else None


def _is_of_document(query: Query) -> bool:
    """Whether a type's name is what the question is about: it begins it, or something is done to it."""
    has_type = query.named_type not in {None, "Báo cáo"}
    asks_state_only = not query.asks("when", "who", "about", "number", "effective", "due", "overdue", "responsible")
    return not (has_type and asks_state_only) or bool(_ISSUING.search(without_places(query)))
