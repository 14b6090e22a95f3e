"""The desk that a report goes on to speak of without naming it again."""

import re
from collections.abc import Sequence

from knowledge.facts import Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.importing.structure import Unit

# What is said of a whole province, district or branch is no longer said of one desk in it.
_WIDER = re.compile(r"(?<!dau )(?<!nhat )(?<!trong )\b(?:toan|ca) (?:tinh|huyen|thanh pho|thi xa|quan|nganh)\b")


def is_wider(words: str) -> bool:
    """Whether a sentence counts for a whole province or district and names no desk."""
    return bool(_WIDER.search(fold(words))) and not any(o.organisation.is_desk for o in find_organisations(words))


# "Tại quầy của Sở ở Trung tâm Phục vụ hành chính công tỉnh": where the department has its counter.
_COUNTER_OF = re.compile(
    r"\b(?:quay|ban tiep nhan|o cua|cua so|bo phan|cong chuc|vien chuc)\b[^,;:.()]{0,30} cua "
    r"(?:so|chi cuc|cuc|ban|phong|chi nhanh|don vi|nganh)\b[^,;:.()]{0,60}? (?:dat |bo tri |truc )?(?:o|tai|trong) (?:bo phan |quay )?$"
)


def is_only_where(folded: str, desk: OrganisationMention) -> bool:
    """Whether a desk is named only as the place where another body has its counter: what comes in there is that body's."""
    return desk.organisation.is_desk and _COUNTER_OF.search(folded[: desk.start]) is not None


def desk_spoken_of(
    unit: Unit, words: str, statement: Statement, carried: str | None, of_title: str | None
) -> str | None:
    """The desk spoken of after a unit of these words, kept for statements on dossiers: by its heading, its figures, or `carried` from before.

    `of_title` is the one that the whole report is on.
    """
    if _ASIDE.match(fold(words)):
        return carried
    if unit.cells:
        # A row's body is that row's own.
        return carried
    if unit.is_heading:
        return _desk_above(unit.headings) or of_title
    counted = [
        f.organisation
        for f in statement.figures
        # Of a part only: "trong đó Bộ phận Một cửa huyện 3.256 hồ sơ" is not whom the report goes on with.
        if fold(f.unit) in {"ho so", "bo ho so", "bo"} and f.organisation and f.part_of is None
    ]
    desks = [c for c in counted if any(o.organisation.is_desk for o in find_organisations(c))]
    return desks[-1] if desks else carried


def _desk_above(headings: Sequence[str]) -> str | None:
    """The desk that the nearest heading names; one of nothing but a period goes on with that of the one above it."""
    for heading in reversed(headings):
        if named := [o for o in find_organisations(heading) if o.organisation.is_desk]:
            return None if is_only_where(fold(heading), named[-1]) else named[-1].name
        if not _OF_PERIOD.fullmatch(fold(heading).strip()):
            return None
    return None


_OF_PERIOD = re.compile(
    r"(?:(?:rieng|trong|luy ke|cong don|tinh chung|ket qua|so lieu)\s?)*(?:ca )?(?:quy [ivx1-4]+|\d{1,2} thang(?: (?:dau|cuoi) nam)?|nam)(?:[ /]*(?:nam )?20\d\d)?\s?(?:\([^()]*\))?:?"
)


# "Riêng Bộ phận Một cửa huyện: 491 hồ sơ": said in passing; the report goes on with whom it spoke of before.
_ASIDE = re.compile(r"\W*(?:rieng|chi tinh rieng|tinh rieng)\b")
