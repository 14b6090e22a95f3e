"""How far a row of a table is: as its state or its mark says it, and as questions ask for it."""

import re
from collections.abc import Callable
from datetime import date

from knowledge.asking.tables.grid import Row, Table
from knowledge.grammar.dates import find_dates
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.row_states import is_done, words_of_states

Holds = Callable[[str], bool]

_STATED = pattern_of(
    r"\b(?:chua|dang|da|xong|hoan thanh|qua han|tre|cham|dung han|truoc han|du kien|khong dat|dat|vuot|ht|th|tra)\b"
)
# A mark under one of these says that it is done, none there that it is not.
_RESULT = pattern_of(r"(?:da )?(?:ket qua|xong|hoan thanh|thuc hien|ban hanh)\b")
_LATE = pattern_of(lambda: rf"\b(?:{words_of_states('late', 'behind')}|tre|muon)\b")
_DONE = pattern_of(r"^(?:da|xong|ht)\b|\b(?:da ht|hoan thanh|xong|ban hanh|dung han|truoc han|vuot)\b")
_NOT_YET = pattern_of(r"\b(?:chua|dang|du kien|cho|khong|sap)\b")
_UNDER_WAY = pattern_of(r"^dang\b(?! trinh)")


def state_of(table: Table, row: Row) -> str:
    """The row's state, folded: what its mark stands under, else the cell that says it; empty where none does."""
    marks = [at for at in table.places("marks") if _STATED.search(table.folded[at])]
    marked = [table.folded[at] for at in marks if row.is_marked(at)]
    if marked:
        return _last_said(marked[0])
    results = [at for at in table.places("marks") if _RESULT.match(table.folded[at])]
    if len(results) == 1 and len(table.places("marks")) == 1:
        return "da xong" if row.is_marked(results[0]) else "chua"
    told = [row.folded[at] for at in table.places("status") if not row.is_empty(at)]
    return told[0] if told else ""


def _last_said(heading: str) -> str:
    """ "Kết quả thực hiện Đã HT": from the word on that tells a state, the last of them."""
    found = [m.start() for m in _STATED.finditer(heading)]
    first = next((at for at in found if heading[at:].split()[0] in {"da", "dang", "chua", "khong", "du"}), found[0])
    return heading[first:]


def is_row_done(state: str) -> bool:
    """Whether a state says that it is done, late or in time."""
    return not _NOT_YET.search(state) and (is_done(state) or bool(_DONE.search(state)))


def is_row_late(state: str) -> bool:
    """Whether a state says that it is or was late."""
    return bool(_LATE.search(state))


def _is_done_late(state: str) -> bool:
    return is_row_late(state) and not state.startswith("qua han")


# How each is asked for, the narrower first, and which states are so.
_ASKED: tuple[tuple[re.Pattern[str], Holds], ...] = (
    (
        pattern_of(
            r"\b(?:hoan thanh|xong|xu ly|giai quyet|thuc hien|lam|tra)(?: bi)? (?:tre|cham|muon|qua)(?: han)?\b"
        ),
        _is_done_late,
    ),
    (pattern_of(r"\b(?:(?:hoan thanh|xong|lam|xu ly|thuc hien) )?dung han\b"), lambda state: "dung han" in state),
    (
        pattern_of(lambda: rf"\b(?:{words_of_states('not_begun')})\b"),
        lambda state: bool(re.search(r"\bchua\b", state)) and "xong" not in state and "hoan thanh" not in state,
    ),
    (pattern_of(r"\b(?:dang|con) (?:cho )?trinh\b"), lambda state: bool(re.search(r"\btrinh\b", state))),
    (
        pattern_of(r"\b(?:con )?(?:chua|khong) (?:dat|hoan thanh chi tieu)\b"),
        lambda state: bool(re.search(r"\b(?:khong|chua) dat\b", state)),
    ),
    (pattern_of(r"\bvuot\b"), lambda state: "vuot" in state),
    (pattern_of(r"\bdat\b(?! (?:bao|may))"), lambda state: bool(re.match(r"(?:dat|vuot)\b", state))),
    (
        pattern_of(
            r"\b(?:con )?chua(?: duoc)?(?: (?:co ket qua|ban hanh|hoan thanh|xong|trinh|xu ly|lam xong|tra|giai quyet))?\b"
        ),
        lambda state: bool(state) and not is_row_done(state) and not _is_done_late(state),
    ),
    (pattern_of(r"\b(?:bi |dang )?(?:qua han|tre han|tre|cham tien do|cham|tre tien do)\b"), is_row_late),
    (
        pattern_of(r"\bdang(?: (?:thuc hien|lam|xu ly|trien khai|giai quyet|soan thao))?\b"),
        lambda state: bool(_UNDER_WAY.match(state)),
    ),
    (pattern_of(r"\b(?:moi )?du kien\b"), lambda state: "du kien" in state),
    (
        pattern_of(
            r"\bda (?:duoc )?(?:hoan thanh|ban hanh|lam xong|xong|xu ly|tra|giai quyet)(?: xong)?\b|(?<!phai )(?<!can )\b(?:hoan thanh|xong)\b|\b(?:xu ly|ban hanh|tra) (?:roi|xong)\b"
        ),
        is_row_done,
    ),
)


def state_asked(left: str) -> tuple[Holds, str] | None:
    """Which states are asked for, and the words without what says it; None where none is."""
    for asked, holds in _ASKED:
        if (said := asked.search(left)) is not None:
            return holds, f"{left[: said.start()]} {left[said.end() :]}"
    return None


def is_past(table: Table, row: Row, today: date) -> bool:
    """Whether its day has passed and its state does not say that it is done."""
    days = [day.day for at in table.places("due") for day in find_dates(row.folded[at])]
    return bool(days) and max(days) < today and not is_row_done(state_of(table, row))
