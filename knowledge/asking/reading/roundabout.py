"""What is asked in a roundabout way, put plainly: "cứ một trăm hồ sơ thì mấy hồ sơ trễ", "lúc mới nhập tỉnh, tức quý III"."""

from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.sought import Sought

# Of so many words something is asked.
_FEWEST_WORDS = 4
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
    r"^(?:(?:trong|vao|o) )?(?:may thang|nhung thang|cac thang|nam|quy|thang|ky|dot|luc|hoi|khi|sau khi|tu khi|thoi gian|thoi diem|giai doan)\b[^?\d]{4,60}?,? tuc (?:la )?(?=(?:trong )?(?:quy [ivx\d]|thang \d|nam 20\d\d|[369] thang|nua (?:dau|cuoi)))"
)

# "Trong bảng của Trung tâm …, Sở Nội vụ có bao nhiêu hồ sơ?": what the department has there.
_IN_TABLE_OF_DESK = Sought(
    r"^(?:trong|theo|o) (?:cai )?(?:bang|bieu)(?: (?:so lieu|tong hop|thong ke|theo doi))* cua (?P<desk>(?:trung tam|bo phan mot cua)\b[^,?\d]{0,60}),? (?=(?:so|ban|phong|van phong) )(?P<asked>[^?]+?)\W*$"
)

# "Bộ Nội vụ công bố điểm PAR INDEX hôm nào": that is when the index was made known, whatever its points are.
_POINTS_MADE_KNOWN = Sought(
    r"\bcong bo (?:diem|bang diem|ket qua|thu hang) (?=(?:chi so|bo chi so|par|sipas|papi|pci|ddci|dti)\b.*\b(?:(?:ngay|hom|bua|khi|luc) (?:nao|may)|bao gio)\b)"
)

# "Từ lúc lập tỉnh (quý III/2025) đến giữa năm 2026": from that quarter on, whatever began then; whose it is stays.
_SINCE_THEN = Sought(
    r"\btu (?:luc|khi|hoi) (?:(?!(?:xa|phuong|huyen|so|phong|trung tam|ban|chi nhanh|den|toi|nao)\b)[a-z]+ ){1,5}(?=(?:quy [ivx\d]+|thang \d+) ?(?:/|nam)[^?]* (?:den|toi) )"
)

# "Chuyện xử lý nhà dôi dư từ quý I sang quý II tiến triển ra sao": how many were handled by then and by then.
_HANDLING_OVER_TIME = Sought(
    r"\b(?<!cong )(?:chuyen|viec|tien do|tinh hinh|cong tac|ket qua) xu ly (?=[^?]*\b(?:tien trien|thay doi|dien bien|chuyen bien)\b)"
)

# "Mấy xã, phường nhiều hồ sơ trễ nhất là những đâu": which ones, and not how many.
_WHICH_ARE_THEY = Sought(
    r"^(?:may|cac|nhung) (?P<noun>(?:xa|phuong|dac khu|thi tran|huyen|so|don vi|dia phuong|noi|co quan)(?:(?:,| va|,? hay)? (?:xa|phuong|dac khu|thi tran|huyen|don vi|dia phuong))*) (?P<rest>[^?]+?) la (?:nhung )?(?:dau|noi nao|cho nao)\W*$"
)

# "Theo Nghị định 31 và 42 cộng lại": both are decrees.
_BOTH_OF_TYPE = Sought(
    r"\btheo (?P<type>nghi dinh|nghi quyet|quyet dinh|thong tu|ke hoach) (?:so )?(?P<one>\d{1,4}) va (?:so )?(?P<other>\d{1,4})"
    r"(?: (?:cong|gop|tinh) (?:lai|chung|gop))?(?=\W*$| (?:het|thi|la|tong|duoc|co|nam|cua|cho)\b)"
)

# "…, bảng theo dõi ghi sao?": that it is told there is said, and nothing else of it asked.
_AS_WRITTEN_THERE = Sought(
    r",? (?:bang theo doi|so theo doi|danh muc|bang|bao cao) (?:ghi|neu|viet) (?:la )?(?:sao|the nao|ra sao|gi)\W*$"
)
# "Chỗ Sở Nội vụ đã làm chưa": the department.
_AT_THEIRS = Sought(r"^cho (?=so [a-z]+ [a-z]+ (?:da|chua|co|dang|lam)\b)")

# "Những văn bản nào đã trễ mà chưa thấy báo cáo": of work it is that its day has passed.
_WORK = r"(?:van ban|nhiem vu|cong viec|viec|dau viec|cong van)"
_WORK_THAT_IS_LATE = Sought(
    rf"\b(?P<which>{_WORK}\b(?: [a-z]+){{0,4}}? nao) (?:da |dang |bi )*(?:tre|cham)(?= (?:ma|nhung|va|chua|roi)\b|\W*$)"
)
_NO_WORD_OF_IT = Sought(rf"\b(?P<late>{_WORK}\b.*\bqua han\b.*?)\bchua (?:thay|nghe|co|nhan duoc) bao cao\b(?! nao)")

# "Được giao mấy biên chế, thực tế mới có mấy người": how many of these posts are filled.
_POSTS_FILLED = Sought(
    rf"(?<=\bduoc giao )(?P<posts>{HOW_MANY} (?:bien che|nguoi)\b,?) (?:nhung )?(?:thuc te |hien )?(?:moi |chi )?co (?=(?:duoc )?{HOW_MANY} (?:nguoi|bien che)\b)"
)


def put_plainly(words: str) -> str:
    """The folded words with such ways as reports and other questions say it."""
    words = _POSTS_FILLED.sub(lambda m: f"{m['posts']} co mat ", words)
    words = _WORK_THAT_IS_LATE.sub(lambda m: f"{m['which']} da qua han", words)
    words = _NO_WORD_OF_IT.sub(lambda m: f"{m['late']}chua bao cao", words)
    plain = _AS_WRITTEN_THERE.sub("", _AT_THEIRS.sub("", words))
    words = plain if len(plain.split()) >= _FEWEST_WORDS else words
    words = _BOTH_OF_TYPE.sub(lambda m: f"theo {m['type']} {m['one']} va {m['type']} {m['other']}", words)
    words = _WHICH_ARE_THEY.sub(lambda m: f"nhung {m['noun']} nao {m['rest']}", words)
    words = _HANDLING_OVER_TIME.sub("da xu ly ", words)
    words = _POINTS_MADE_KNOWN.sub("cong bo ", words)
    words = _SINCE_THEN.sub("tu ", _THAT_IS.sub("", words))
    words = _IN_TABLE_OF_DESK.sub(lambda m: f"{m['asked']} tai {m['desk']}", words)
    return _OF_A_HUNDRED.sub(lambda m: f"{m['part']} cua {m['all']} chiem bao nhieu phan tram", words)
