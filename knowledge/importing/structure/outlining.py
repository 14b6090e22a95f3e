"""A page from top to bottom: each unit with its headings and the sentence that it goes on from."""

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts import Period, Span
from knowledge.grammar.folding import fold
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.structure.areas import find_area
from knowledge.importing.structure.headings import is_heading
from knowledge.importing.structure.markers import STARRED_LEVEL, level_of, marker_of
from knowledge.importing.structure.passed import Passed
from knowledge.importing.structure.rows import row_unit
from knowledge.importing.structure.run_on_tasks import lead_of_tasks, run_on_tasks
from knowledge.importing.structure.sentences import (
    CONTINUES,
    COUNTS,
    DIVIDES,
    gone_on_from,
    last_told,
    leading,
    split_sentences,
    without_parts,
)
from knowledge.importing.structure.unit import Unit
from knowledge.importing.task_headings import SetOut, are_of_tasks, sets_out

_LABEL = re.compile(r"(?P<label>[^:.;]{3,90}?)\s?:\s+(?=\S)")


def outline(page: Page, own: Period | None = None) -> Iterator[Unit]:
    """Every unit of the page in order, each with its headings and lead; `own` is the period that the report tells of."""
    state = Passed(own=own)
    for index, block in enumerate(page.blocks):
        if block.kind is BlockKind.CELLS:
            yield row_unit(page, index, block, state)
        else:
            yield from _paragraph(page, index, block, state)


def _paragraph(page: Page, index: int, block: Block, state: Passed) -> Iterator[Unit]:
    written = block.span.cut(page.text)
    marker, skip = marker_of(fold(written))
    body = written[skip:].strip()
    following = page.blocks[index + 1].span.cut(page.text) if index + 1 < len(page.blocks) else ""
    in_tasks = are_of_tasks(state.words, state.own)
    if fold(written).strip().startswith("noi nhan"):
        state.enter(0, "Nơi nhận")
    if is_heading(block, written.strip(), marker, body, following) and not (
        in_tasks and marker in {"letter", "arabic"}
    ):
        level = STARRED_LEVEL if marker == "bullet" else level_of(marker, written[:skip])
        state.enter(level, body.rstrip(":"), written[:skip] if marker in {"arabic", "letter"} else "")
        is_task = are_of_tasks(state.words, state.own)
        yield Unit(block.span, index, state.words, find_area(body), is_heading=True, is_task=is_task)
    else:
        yield from _sentences(page, index, block, state, marker, skip)


def _sentences(page: Page, index: int, block: Block, state: Passed, marker: str, skip: int) -> Iterator[Unit]:
    """Those of a paragraph or item, each with what it goes on with; the outline keeps what the next may go on with."""
    written = block.span.cut(page.text)
    depth = level_of(marker, written[:skip])
    if marker in {"arabic", "letter"}:
        state.leave_for(depth, written[:skip])
    if state.lead and (not marker or depth <= state.lead_level):
        state.lead = None
    start = block.span.start + skip
    label = _LABEL.match(page.text, start, block.span.end)
    unit = state.unit(index, label["label"].strip() if label and _is_label(label["label"]) else "")
    sentences = list(split_sentences(page.text, Span(start, block.span.end)))
    divides = bool(sentences) and bool(DIVIDES.match(fold(sentences[0].cut(page.text))))
    if divides and unit.lead is None and state.told and COUNTS.search(fold(state.told.cut(page.text))):
        unit = replace(unit, lead=without_parts(page.text, state.told))
    coming: SetOut | None = None
    for position, sentence in enumerate(sentences):
        before = sentences[position - 1] if position else None
        if not (coming and coming.is_list):
            coming = None if unit.is_task else sets_out(sentence.cut(page.text), state.own)
        if position == 1 and unit.label and _HEADS_NOTHING.fullmatch(fold(sentences[0].cut(page.text))):
            unit = state.unit(index)
        told = replace(unit, is_task=True, label=coming.words) if coming else unit
        told = replace(told, span=sentence, lead=gone_on_from(page.text, sentence, before) or unit.lead)
        yield from _tasks(page.text, told) if told.is_task and not marker else (told,)
    if re.search(r"(?::|gồm|trong đó|như sau|cụ thể)\s*$", written) and sentences:
        state.lead, state.lead_level = leading(page.text, sentences, state.told), depth
    is_item = unit.lead is not None and marker == "bullet"
    if not divides and not (is_item and state.told == unit.lead):
        # Behind "…, chia theo cấp:" and its items what is divided again is what these are parts of.
        state.told = last_told(page.text, sentences)


def _tasks(text: str, unit: Unit) -> Iterator[Unit]:
    """A sentence of a paragraph that sets out what is to be done: each of several tasks that it holds, or all of it as one."""
    tasks = list(run_on_tasks(text, unit.span))
    if not tasks:
        yield unit
        return
    if (lead := lead_of_tasks(text, unit.span)) is not None:
        yield replace(unit, span=lead, is_task=False)
    for span, doer in tasks:
        yield replace(unit, span=span, doer=doer)


# "Kỷ luật: không có. Nhắc nhở 03 công chức": what there was none of heads nothing, nor does "Kỳ trước chuyển sang: 415 hồ sơ. Nhận mới 820".
_HEADS_NOTHING = re.compile(
    r"[^:]*:\s(?:khong|chua)(?: (?:co|phat sinh|xay ra|phat hien|ghi nhan|ai|bi|truong hop|vu viec|vu|don vi|ca nhan|nguoi|nao|trong ky))*\W*"
    r"|\W*(?:ton |ton tu |tu )?(?:ky|quy|nam|thang) truoc(?: [a-z]+){0,3}:\s\d[^:]*"
)


def _is_label(words: str) -> bool:
    bare = re.sub(r"\b(?:19|20)\d\d\b", "", words)
    return (
        len(words.split()) <= 14
        and not re.search(r"\d{3}|ngày \d|/", re.sub(r"/(?=\W|$)", "", bare))
        and not CONTINUES.match(fold(words))
        and words.count("(") == words.count(")")
    )
