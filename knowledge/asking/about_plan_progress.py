"""Whether what a plan lays down has been done: "nhiệm vụ của Kế hoạch 37 đã xong hết chưa?", by the newest "34/37 nhiệm vụ"."""

import re
from datetime import date
from itertools import chain

from knowledge.answers import Answer, Topic
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote, figure_words, not_found
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

_PLAN = r"(?:ke hoach|chuong trinh|de an)"
_WORK = r"(?:nhiem vu|dau viec|viec|cong viec|noi dung|muc tieu|chi tieu)"
# "Kế hoạch chuyển đổi số 2023 làm xong hết chưa", "các nhiệm vụ của Kế hoạch 37 hoàn thành chưa".
_ASKED = Sought(
    rf"\b{_PLAN}\b(?!.*\b(?:trinh|ban hanh|phe duyet|ky|soan|xay dung)\b).*"
    r"\b(?:xong|hoan thanh|thuc hien|lam)\b.*\b(?:chua|khong)\W*$"
)
_ASKED_OF_WORK = Sought(
    rf"\b{_WORK} (?:cua|trong|theo|tai|thuoc)(?: ban)? {_PLAN}\b.*\b(?:xong|hoan thanh)\b.*\b(?:chua|khong)\W*$"
)
_COUNTS_WORK = re.compile(rf"\b{_WORK}\b")
_SAYS_DONE = re.compile(r"\b(?:hoan thanh|xong|thuc hien)\b")
# More sentences than this would have to be read one by one: the question says too little.
_MOST_SENTENCES = 500
# What is asked about a plan beside its name.
_ASKING = frozenset(
    {"nhiem_vu", "nhiem", "vu", "viec", "xong", "het", "lam", "thuc", "hien", "hoan", "thanh", "hoach", "ke", "da"}
)


def answer_plan_progress(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """How many of its tasks are done, as the newest report that counts them says; None where another thing is asked."""
    of_work = bool(_ASKED_OF_WORK.search(query.folded))
    if query.asks("count", "percent", "when", "who", "due") or not (of_work or _ASKED.search(query.folded)):
        return None
    told = [f for f in _counted(library, query) if _tells_of(f, query)]
    periods = resolve_all(query.periods, today)
    if query.references or len(periods) == 0:
        told = [f for f in told if not periods or f.figure.period in periods] or ([] if of_work and periods else told)
    else:
        told = [f for f in told if f.figure.period in periods]
    plans = {_plan_of(f) for f in told if _plan_of(f)}
    if not told or len(plans) > 1:
        return _lacking(query, wording) if of_work and query.references else None
    newest = max(told, key=lambda f: (f.report.told_on, f.figure.value))
    is_done = newest.figure.value == newest.figure.whole
    judged = wording.say("Rồi", "Yes") if is_done else wording.say("Chưa", "Not yet")
    if not re.search(r"\bchua\W*$", query.folded):
        judged = wording.say("Đúng", "Yes") if is_done else wording.say("Không", "No")
    context = figure_context(newest, wording)
    direct = f"{judged}: {figure_words(newest, wording)} – {context}"
    return answered(direct, (figure_quote(newest),), context=context, topic=Topic(report_id=newest.report.id))


def _lacking(query: Query, wording: Wording) -> Answer:
    name = query.references[0].number
    return not_found(
        wording.say(
            f"Các báo cáo không nêu kết quả thực hiện nhiệm vụ của văn bản {name}.",
            f"No report tells how much of what {name} lays down is done.",
        )
    )


def _counted(library: Library, query: Query) -> list[FigureEntry]:
    """Every "n/m nhiệm vụ" that a sentence says was done of a plan."""
    found = []
    plan = [query.references[0].number.zfill(2)] if query.references else []
    having = [library.statements_with_words(("ke", "hoach", *done, *plan)) for done in (("hoan", "thanh"), ("xong",))]
    for entry in chain.from_iterable(run for run in having if len(run) <= _MOST_SENTENCES):
        for at, figure in enumerate(entry.statement.figures):
            words = fold(f"{figure.label} {figure.unit}")
            if figure.measure is Measure.RATIO and _COUNTS_WORK.search(words) and _SAYS_DONE.search(words):
                found.append(library.figure(entry, at))
    return found


def _tells_of(entry: FigureEntry, query: Query) -> bool:
    """Whether its sentence names the plan: by the number asked for, or by all words of its name."""
    folded = entry.statement.folded
    if query.references:
        reference = query.references[0]
        named = (
            rf"\b(?:ke hoach|chuong trinh|de an|quyet dinh|so)(?: so)? 0*{re.escape(reference.number)}(?!\d|[.,]\d|%)"
        )
        written = f"{reference.number}/{reference.symbol or ''}"
        if not re.search(named, folded):
            return False
        if not reference.symbol or f"{reference.number}/" in folded:
            return not reference.symbol or written in folded.replace(" ", "")
        # "Kế hoạch 37" for short, in a report that has named it in full.
        return written in fold(str(entry.report.text)).replace(" ", "")
    wanted = query.naming.words - _ASKING
    return bool(wanted) and wanted <= entry.statement.words | entry.report.terms.words


def _plan_of(entry: FigureEntry) -> str:
    numbers = [c.written for c in entry.statement.statement.citations if c.number and c.written]
    return numbers[0] if numbers else ""
