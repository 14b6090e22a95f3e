"""What a question that goes on means: the one before it with what this one says in its place."""

from collections.abc import Container, Sequence
from dataclasses import replace

from knowledge.asking.conversation.turns import Turn
from knowledge.asking.conversation.wholes import is_beyond, is_whole
from knowledge.asking.reading.held import ASKS_MOST
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.terms import PARTS_OF_DOSSIERS, index_names
from knowledge.asking.words.kinds_of_bodies import nouns_of_parts
from knowledge.facts import PeriodKind
from knowledge.grammar.concepts import Terms
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention

# What was asked goes on being asked ("còn quý II?"), unless something else is asked now.
_CARRIED = frozenset(
    {"count", "percent", "money", "rank", "score", "when", "who", "about", "status", "signer", "number", "window"}
)
_ASKING = _CARRIED.union(
    (
        "window",
        "number",
        "compare",
        "trend",
        "responsible",
        "due",
        "overdue",
        "signer",
        "published",
        "tasks",
        "effective",
    )
)


def merge(before: Query, now: Query) -> Query:
    """The question before with what this one says in its place."""
    has_own_words = len(now.terms.words - _GENERAL - now.type_words) >= 2
    # What was spoken of before is no longer meant, unless it is asked who does it and by when.
    is_elsewhere = has_own_words and not now.asks("responsible", "due")
    asking = _asked_now(before, now)
    is_new = bool(asking.keys() & _ASKING)
    return replace(
        now,
        text=f"{before.text.rstrip('?. ')} {now.text}",
        folded=_of_other_sort(before, now),
        cues=asking if is_new else _carried(before, now),
        references=now.references or (() if is_elsewhere else before.references),
        periods=_merge_periods(before, now) + _same_as_before(before, now),
        bodies=now.bodies or tuple(body for body in before.bodies if not is_beyond(body.organisation, now)),
        level=now.level or ("" if now.bodies else before.level),
        terms=Terms(_merge_dimensions(before, now), _merge_words(before, now, asking, has_own_words=has_own_words)),
        naming=now.naming if now.naming.words else before.naming,
        named_type=now.named_type or (None if is_elsewhere else before.named_type),
        # "Không nộp trực tuyến"; "còn quý II?" goes on asking for what was not.
        negated=now.negated or ("" if has_own_words or now.terms.dimensions else before.negated),
        unit=now.unit or ("" if asking.keys() & {"percent", "rank"} else before.unit),
        is_follow_up=True,
    )


def _carried(before: Query, now: Query) -> dict[str, tuple[int, int]]:
    """What goes on being asked; "việc nào quan trọng nhất?" asks for no number any more."""
    left_out = {"count", "percent", "money"} if _WHICH_THING.search(now.folded) else set()
    return {name: span for name, span in before.cues.items() if name in _CARRIED and name not in left_out}


_WHICH_THING = pattern_of(lambda: rf"\b(?:viec|nhiem vu|van ban|{nouns_of_parts()}) nao\b")


_GENERAL = frozenset({"#dossier", "#total"})


def _asked_now(before: Query, now: Query) -> dict[str, tuple[int, int]]:
    """What this question asks for itself."""
    asking = {name: span for name, span in now.cues.items() if name != "overall"}
    carries_measure = before.asks("percent", "score", "rank", "money")
    if asking.keys() == {"compare"} and before.asks("percent"):
        return {**asking, "percent": asking["compare"]}  # "quý nào cao hơn?", of two shares
    if is_whole(now):
        return asking
    # "Quý III thì bao nhiêu?": of the share that was spoken of.
    return {} if asking.keys() == {"count"} and not now.unit and carries_measure else asking


def _merge_words(before: Query, now: Query, asking: Container[str], *, has_own_words: bool) -> frozenset[str]:
    """The words of the thing that is now spoken of."""
    if _OTHER_FIELD.search(now.folded) and now.naming.words:
        # "Vậy lĩnh vực đăng ký kinh doanh thì sao?": another field instead of the one before.
        words = now.terms.words | (before.terms.words & _GENERAL)
    else:
        words = now.terms.words if has_own_words else before.terms.words | now.terms.words
    if now.terms.words & index_names():
        # "SIPAS thì sao?": an index instead of the one before.
        words -= (before.terms.words & index_names()) - now.terms.words
    if before.asks("money") and "count" in asking and "money" not in asking and now.unit:
        # "… thu bao nhiêu tiền, mấy lượt?": so many are counted, and no money.
        words -= {"#money"} - now.terms.words
    # What was asked of the place in a ranking is now asked of the points, or the other way about.
    if "score" in asking:
        return words - {"#ranking"}
    return words - {"#score"} if "rank" in asking else words


def in_its_place(before: Query, now: Query) -> Query:
    """The question before with the thing that this one names instead of its own: "đất đai mấy hồ sơ?", "thế còn xây dựng?"."""
    merged = merge(before, now)
    words = now.terms.words | (before.terms.words & _STAYING)
    return replace(merged, terms=Terms(merged.terms.dimensions, words))


_STAYING = frozenset({"#dossier", "#total", "#new_intake", "nguoi"})


def _of_other_sort(before: Query, now: Query) -> str:
    """The words that tell what is asked: after "sở nào dẫn đầu?" those of "còn khối huyện?" ask which district leads."""
    says_more = now.cues or now.periods or now.naming.words or now.terms.dimensions
    if now.bodies and not says_more and ASKS_MOST.search(before.folded):
        return before.folded  # "Huyện Cồn Sa thì sao?": which is most of it
    which, other = _WHICH.search(before.folded), _OTHER_SORT.search(now.folded)
    if which is None or other is None or now.cues or now.bodies or now.references:
        return now.folded
    return f"{before.folded[: which.start()]}{other['sort']} nao{before.folded[which.end() :]}"


_SORTS = r"so|huyen|quan|thi xa|xa|phuong|tinh|thanh pho|don vi|bo"
_WHICH = pattern_of(rf"\b(?:{_SORTS})(?:, ?(?:{_SORTS}))* nao\b")
_OTHER_SORT = pattern_of(rf"\b(?:khoi |cap |cac |ben )*(?P<sort>{_SORTS})(?: thi)?(?: sao| the nao)?\W*$")
_OTHER_FIELD = pattern_of(r"\b(?:linh vuc|mang|nganh|khoi)\b")
_RECEIVED = frozenset({"received"})
_WHOLE = frozenset({"whole"})


def _merge_dimensions(before: Query, now: Query) -> dict[str, frozenset[str]]:
    """What still holds of the question before, and what this one says; dossiers are late or on time once handled, never as received."""
    held, said = before.terms.dimensions, now.terms.dimensions
    dropped = "direction" if before.asks("compare") and not now.asks("compare", "trend") else ""
    if not ("timeliness" in said and "stage" in said):
        if "timeliness" in said and held.get("stage") == _RECEIVED:
            dropped = "stage"
        elif said.get("stage") == _RECEIVED:
            dropped = "timeliness"
    if is_whole(now):
        held = {name: values for name, values in held.items() if name not in PARTS_OF_DOSSIERS}
    is_of_other_body = bool(now.bodies) and "scope" not in said
    # "Toàn tỉnh …?" and then "còn huyện Nà Khoang?": the province was told whole.
    kept = {name: values - _WHOLE if is_of_other_body and name == "scope" else values for name, values in held.items()}
    return {**{name: values for name, values in kept.items() if values and name != dropped}, **said}


def _same_as_before(before: Query, now: Query) -> tuple[PeriodMention, ...]:
    """ "Còn quý II?" after a question against the same time a year before goes on against that."""
    if len(now.periods) != 1 or now.periods[0].is_same_period or now.cues:
        return ()
    return tuple(m for m in before.periods if m.is_same_period)[:1]


def _merge_periods(before: Query, now: Query) -> tuple[PeriodMention, ...]:
    if _STEP_BACK.search(now.folded):
        return tuple(_stepped_back(m) for m in before.periods)
    if _STEP_ON.search(now.folded):
        return tuple(_stepped_on(m) for m in before.periods)
    if not now.periods:
        return before.periods
    if all(m.is_same_period for m in now.periods):
        return (*before.periods, *now.periods)
    year = next((m.year for m in before.periods if m.year), None)
    filled = tuple(replace(m, year=year) if m.is_open and year else m for m in now.periods)
    if len(filled) == 1 and len(before.periods) == 1 and _HELD_AGAINST.search(now.folded[: filled[0].start]):
        return (*before.periods, *filled)
    only_year = len(filled) == 1 and filled[0].kind == "year" and before.periods and before.periods[0].is_open
    return tuple(replace(m, year=filled[0].year) for m in before.periods) if only_year else filled


# "So với quý I tăng mấy phần trăm?": the period that was spoken of is held against the one that is named.
_HELD_AGAINST = pattern_of(r"\b(?:so voi|so|hon|kem|voi|compared (?:to|with)|than) $")
# "năm trước đó", "quý trước đó", "kỳ trước": counted from the period spoken of, not from today.
_STEP_BACK = pattern_of(r"\b(?:nam|quy|thang|ky) truoc do\b|\bky truoc\b|\btruoc do nua\b")


def _stepped_back(mention: PeriodMention) -> PeriodMention:
    if mention.year is None:
        return mention
    if mention.kind is PeriodKind.QUARTER and mention.index > 1:
        return replace(mention, index=mention.index - 1)
    if mention.kind is PeriodKind.QUARTER:
        return replace(mention, index=4, year=mention.year - 1)
    return replace(mention, year=mention.year - 1)


# "Quý sau đó", "quý tiếp theo": the one behind the period spoken of.
_STEP_ON = pattern_of(
    r"\b(?:nam|quy|thang|ky) (?:sau do|tiep theo|ke tiep|lien sau|tiep sau|ke do)\b|\b(?:the )?next (?:one|quarter|year)\b"
)


def _stepped_on(mention: PeriodMention) -> PeriodMention:
    if mention.year is None:
        return mention
    if mention.kind is PeriodKind.QUARTER and mention.index < _QUARTERS:
        return replace(mention, index=mention.index + 1)
    if mention.kind is PeriodKind.QUARTER:
        return replace(mention, index=1, year=mention.year + 1)
    return replace(mention, year=mention.year + 1)


_QUARTERS = 4


def joined(turns: Sequence[Turn], now: Query) -> Query:
    """The question before with what this one says in its place; where both of two are compared, with both."""
    last = turns[-1].query
    merged = merge(last, now)
    if (
        len(turns) < _BOTH
        or not now.asks("compare")
        or now.periods
        or now.bodies
        or not _is_of_both(turns[-2].query, last)
    ):
        return merged
    first = turns[-2].query
    if _are_two(first.periods, last.periods) and first.bodies == last.bodies:
        return replace(merged, periods=(*first.periods, *last.periods))
    if _are_two(first.bodies, last.bodies):
        return replace(merged, bodies=(*first.bodies, *last.bodies))
    return merged


_BOTH = 2  # that were told one behind the other


def _is_of_both(first: Query, last: Query) -> bool:
    return first.terms == last.terms and first.unit == last.unit


def _are_two(first: Sequence[object], last: Sequence[object]) -> bool:
    return len(first) == len(last) == 1 and first != last
