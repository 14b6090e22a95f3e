"""What is whole by itself, or takes the place of a part of it: "còn toàn tỉnh?" after a ward."""

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.terms import PARTS_OF_DOSSIERS
from knowledge.asking.words.kinds_of_bodies import is_of_level, nouns_of_bodies
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.patterns import pattern_of


def is_whole(now: Query) -> bool:
    """Whether a question says of what time and of which dossiers it is, so that none spoken of before restricts it.

    "9 tháng tiếp nhận bao nhiêu" after a share of those handed in online is of all that came in.
    """
    has_time = any(not mention.is_same_period for mention in now.periods)
    says_which = not now.terms.dimensions.keys().isdisjoint(PARTS_OF_DOSSIERS)
    asks = now.asks("count", "percent", "money")
    return has_time and says_which and asks and not now.is_follow_up and not now.asks("compare", "trend")


def is_beyond(body: Organisation, now: Query) -> bool:
    """Whether the whole that a body is a part of is asked for, or which of its sort: "còn toàn tỉnh?" after a ward."""
    if now.asks("compare"):
        return False  # "so với toàn tỉnh": it is held against the whole
    if (whole := _WHOLE.search(now.folded)) is not None:
        within = _WITHIN[whole["level"]]
        return body.level in within or ("tinh" in within and body.body.startswith("so "))
    which = _WHICH_BODY.search(now.folded)
    return which is not None and is_of_level(body, which["sort"])


# "Còn toàn tỉnh?", "của tỉnh thì sao": with the name of a place behind it it is that place.
_WHOLE = pattern_of(
    r"\b(?:(?:toan|ca)|(?:cua|con)(?= [a-z]+(?: pho| xa)?(?: (?:thi|sao|bao|nhieu|may|la|vay|nhi|em|a))*\W*$)) "
    r"(?P<level>tinh|thanh pho|huyen|quan|thi xa)\b"
)
_WITHIN = {
    "tinh": BELOW_PROVINCE | {"city", "tinh"},
    "thanh pho": BELOW_PROVINCE,
    **dict.fromkeys(("huyen", "quan", "thi xa"), frozenset({"commune"})),
}
_WHICH_BODY = pattern_of(
    lambda: rf"\b(?P<sort>{nouns_of_bodies()})(?:, (?:huyen|quan|thi xa|xa|phuong|thi tran|dac khu|thanh pho))* nao\b"
)
