"""What is asked in a roundabout way, put plainly: "cứ một trăm hồ sơ thì mấy hồ sơ trễ", "lúc mới nhập tỉnh, tức quý III"."""

from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought

# "Cứ 100 hồ sơ Sở giải quyết quý I thì mấy hồ sơ bị trễ": a share of all; of those of a field or a state reports give others.
_OF_A_HUNDRED = Sought(
    lambda: (
        r"^(?:tinh ra |trung binh |binh quan )?cu (?:moi )?(?:mot tram|100) "
        rf"(?!.*\b(?:{listed('counting', 'fields', 'names')}|tre|qua han|dung han|truc tuyen|truc tiep|buu chinh|qua mang)\b.* thi )"
        rf"(?P<all>[^?]+?),? thi (?:co )?(?:khoang |chung )?{HOW_MANY} (?P<part>[^?]+?)\W*$"
    )
)
# "Lúc mới nhập tỉnh, tức là quý III/2025, …": the period is said after the words for it.
_THAT_IS = Sought(
    r"^[^,?\d]{4,60}(?:, tuc| tuc la|, tuc la) (?=(?:trong )?(?:quy [ivx\d]|thang \d|nam 20\d\d|[369] thang|nua (?:dau|cuoi)))"
)

# "Trong bảng của Trung tâm …, Sở Nội vụ có bao nhiêu hồ sơ?": what the department has there.
_IN_TABLE_OF_DESK = Sought(
    r"^(?:trong|theo|o) (?:cai )?(?:bang|bieu)(?: (?:so lieu|tong hop|thong ke|theo doi))* cua (?P<desk>(?:trung tam|bo phan mot cua)\b[^,?\d]{0,60}),? (?=(?:so|ban|phong|van phong) )(?P<asked>[^?]+?)\W*$"
)


def put_plainly(words: str) -> str:
    """The folded words with such ways as reports and other questions say it."""
    words = _THAT_IS.sub("", words)
    words = _IN_TABLE_OF_DESK.sub(lambda m: f"{m['asked']} tai {m['desk']}", words)
    return _OF_A_HUNDRED.sub(lambda m: f"{m['part']} cua {m['all']} chiem bao nhieu phan tram", words)
