"""The one-stop desk that a report of another office is on by its title."""

from functools import lru_cache

from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of

_AT_DESK = pattern_of(r"\b(?:tiep nhan|giai quyet|xu ly|tra ket qua)\b.*\btai $")
_OF_SEVERAL = pattern_of(r"\b(?:va|cac|cap|tren dia ban)\b")


@lru_cache(maxsize=1_000)
def desk_of_title(title: str) -> OrganisationMention | None:
    """The one desk that a whole report is on: "… giải quyết hồ sơ tháng 8/2023 tại Trung tâm Hành chính công tỉnh"; None of several."""
    desks = [o for o in find_organisations(title) if o.organisation.is_desk]
    if len(desks) != 1:
        return None
    folded, desk = fold(title), desks[0]
    is_at = _AT_DESK.search(folded[: desk.start]) is not None
    behind = _AND_REFORM.sub("", folded[desk.start :])
    return desk if is_at and not _OF_SEVERAL.search(behind) else None


# "… tại Trung tâm Phục vụ hành chính công tỉnh và công tác cải cách hành chính quý III": the dossiers are the centre's.
_AND_REFORM = pattern_of(
    r",? va (?:cong tac |tinh hinh |ket qua |nhiem vu )*(?:cai cach hanh chinh|cai cach thu tuc hanh chinh|kiem soat thu tuc hanh chinh|cchc)\b"
)
