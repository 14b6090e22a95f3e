"""Short forms of speech and signs written out before a question is read: "ba quý đầu năm 2022" names three quarters."""

from knowledge.asking.reading.asides import without_wishes
from knowledge.asking.reading.roundabout import put_plainly
from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ROMAN = ("i", "ii", "iii", "iv")
_HOW_MANY = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bon": 4, "4": 4}
_FIRST_QUARTERS = Sought(r"\b(?P<many>hai|ba|bon|[234]) quy (?:dau (?:cua )?)?(?=nam\b)")
_LAST_QUARTERS = Sought(r"\b(?P<many>hai|ba|[23]) quy cuoi (?:cua )?(?=nam\b)")
# "Ba năm 2020, 2021, 2022": how many years they are is said by their names.
# "Xã Hòa Hải năm 2022", "phường 5 năm 2022" count none: they name one year, and nothing that counts years stands before.
_COUNTED_YEARS = Sought(
    r"(?P<before>^|\b(?:trong|cua|qua|ca|giua|voi|sanh|tu) )(?:hai|ba|bon|nam) (?=nam (?:19|20)\d\d\b)"
    r"|(?<!\bphuong )(?<!\bquan )\b(?:hai|ba|bon|nam|[2345]) (?=nam (?:19|20)\d\d,? (?:(?:va|voi|den|-) )?(?:nam )?(?:19|20)\d\d\b)"
)


# "2016 -> 2018", "quý I → quý III": from the one to the other.
_ARROW_HEADS = frozenset(">→⇒➔➜")
_ARROW = pattern_of(r"\s*(?:[-–—=]{1,2}>|[→⇒➔➜])\s*(?=\w)")
# As letters write "về việc".
_ABOUT = pattern_of(r"(?i)(?<!\w)v\s?/\s?v(?!\w)")


def with_signs_said(text: str) -> str:
    """The question as typed with arrows and "v/v" as words."""
    text = text if _ARROW_HEADS.isdisjoint(text) else _ARROW.sub(" đến ", text)
    text = _YEARS_OF_NAME.sub(lambda m: f"{m['name']}giai đoạn {m['years']}", text)
    return _ABOUT.sub("về việc", text) if "/" in text else text


# "Dự thảo quyết định sửa đổi bảng giá đất 2015 - 2019": the years are of its name, as behind "giai đoạn".
_YEARS_OF_NAME = pattern_of(
    r"(?i)(?P<name>\b(?:dự thảo|đề án|kế hoạch|chương trình|chiến lược|quy hoạch|bảng giá)\b[^,;:?\d]{2,60}"
    r"(?<!giai đoạn )(?<!năm )(?<!từ )(?<!trong )(?<!thời kỳ )(?<!nhiệm kỳ )(?<!khóa )(?<!ban hành ))"
    r"(?P<years>(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b)(?![/\d])"
)
_POLITE = pattern_of(
    r"^(?:kinh )?(?:de nghi(?! (?:bai bo|huy bo|thu hoi|sua doi|thay the|xu ly|cat giam|don gian hoa|khen thuong|ky luat)\b)|nho|mong)(?: (?:dong chi|anh|chi|cac dong chi|quy vi|em|ban))? (?=\w)"
)
# "Gộp cả 3 cấp tỉnh, huyện, xã": of the whole province.
_ALL_LEVELS = Sought(
    r"\b(?:gop |tinh |tong )?ca (?:3|ba) cap(?: tinh(?:,| va) huyen(?:,| va) xa)?\b|\b(?:3|ba) cap tinh(?:,| va) huyen(?:,| va) xa\b"
)


# "Nhập 3 ban", "nhập các phòng": bodies are merged; what is typed in is no body.
_JOINED = Sought(
    r"(?<!sap )(?<!thu )(?<!dang )(?<!gia )(?<!hoi )(?<!xuat )(?<!cap )(?<!hoa )(?<!truy )(?:\bnhap|\bgop|\bnhap chung|\bgop chung)(?P<to> (?:voi|vao)(?= (?:dau\b|gi\b|ai\b|[a-z]+ (?:[a-z]+ ){0,2}nao\b)))? (?=(?:(?:\d{1,3}|hai|ba|bon|may|cac|nhung) )?"
    r"(?:ban|phong|so|chi cuc|cuc|vu|trung tam|don vi|truong|xa|phuong|thon|ap|to dan pho|khu pho|huyen|dau moi|dau)\b)"
)


# "Giảm mấy so 2017": held against that year, and no document's number.
_SO_YEAR = Sought(r"\b(?P<by>may|hon|kem|tang|giam|nhieu) so (?=20\d\d\b)")


# "Tỷ lệ của huyện A thua huyện B bao nhiêu": how much less; "thửa đất" is none.
_LESS_THAN = Sought(
    r"\bthua (?=(?:ca |so voi )?(?:huyen|quan|thi xa|thanh pho|tinh|xa|phuong|so|quy|nam|thang|cung ky)\b[^?]*\b(?:bao nhieu|may|khong)\b)"
)


# "… mua chưa hay còn treo": what else it may be is said by "chưa".
_OR_STILL = Sought(r"(?<=\bchua),? (?:hay|hoac)(?: la)? (?:con|dang|van|moi|chua)(?: [a-z]+){0,6}(?=\W*$)")


# "Quý I, II, III/2020", "quý III/2025, IV/2025 và I/2026": each is a quarter.
_QUARTER_NUMBER = r"(?:iv|i{1,3})"
_OF_YEAR = r"(?:\s?/\s?(?:nam )?20\d\d)?"
_QUARTERS = Sought(
    rf"\b(?:quy|qui) {_QUARTER_NUMBER}{_OF_YEAR}(?P<more>(?:,? (?:va|voi|den|toi|sang) |,? ){_QUARTER_NUMBER}{_OF_YEAR}"
    rf"(?:(?:,? (?:va|voi|den|toi|sang) |,? ){_QUARTER_NUMBER}{_OF_YEAR})*)(?![\w/])"
)
_QUARTER = pattern_of(rf"(?<!\w){_QUARTER_NUMBER}(?!\w)")

# "Giảm từ 08 phòng còn 06 phòng phải không": how many are left is held up, and that once there were more is told beside it.
_FROM_TO = Sought(
    r"\b(?:giam|rut|sap xep|tinh gon)(?: xuong| bot| tu| lai)* tu \d+(?: [a-z]+){0,4}? (?:xuong con|xuong|con) (?=\d+\b.*\b(?:phai|dung) (?:khong|chua)\b)"
)
# "Cộng 9 tháng thì …", "tính chung 6 tháng": all of them, which the period says.
_SUMMED = Sought(
    r"^(?:cong|gop|tong cong|tinh chung|tinh gop|cong don|cong lai)(?: ca)? (?=(?:ca )?(?:\d{1,2} thang|quy|nam|ca nam)\b)"
)
# "Tính cả phần tồn từ kỳ trước thì … phải xử lý bao nhiêu": all that there was to settle, which these words say themselves.
_WITH_CARRIED = Sought(
    r"(?:,? )?\b(?:tinh|gom|bao gom|ke|cong) (?:(?:ca|luon|them) )+(?:(?:so|phan|ho so|luong|bo) )*"
    r"(?:(?:(?:con )?ton(?: dong)?|cu|con lai|chuyen|mang)(?: (?:sang|qua|tu|cua|o|lai))* ?)?"
    r"(?:(?:ky|quy|nam|thang) truoc)?(?: (?:chuyen|mang)(?: (?:sang|qua))?)?(?: thi|,)?(?=\W|$)"
)
_TO_SETTLE = Sought(r"\b(?:phai|can) giai quyet\b")
# "Phải xử lý mấy hồ sơ": dossiers are settled; what is handled of other things is work.
_TO_HANDLE = Sought(
    rf"\b(?P<must>phai|can) xu ly (?=(?:(?:tat ca|tong cong|ca thay|het|toan bo) )?{HOW_MANY} (?:bo )?ho so\b)"
)
# "Hồ sơ dược chiếm …": what is done with dossiers would stand behind "được".
_PHARMACY = Sought(r"\b(?P<of>ho so|thu tuc) duoc (?=(?:chiem|tre|qua han|cua|nam|quy|thang|va)\b)")
# "Các phường, xã của Cửa Sa": of that place, and no commune that is called "của Cửa Sa".
_COMMUNES_OF = Sought(
    r"\b(?:cac|nhung|toan bo|tat ca|tat ca cac|toan bo cac) (?:xa|phuong|thi tran)(?:(?:,| va|) (?:xa|phuong|thi tran))+ (?=cua )"
)


# "Các tháng 7, 8, 9 năm 2025", "tháng 4, 5 và 6/2024": each is a month.
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
_MONTHS = Sought(
    rf"\bthang {_MONTH_NUMBER}(?P<more>(?:,? (?:va|voi) |, |,| )(?:thang )?{_MONTH_NUMBER}(?:(?:,? (?:va|voi) |, |,| )(?:thang )?{_MONTH_NUMBER})*)"
    r"(?=(?:\s?/\s?| nam |/nam )(?:19|20)\d\d\b)"
)
# "T5 so T4/2024", "còn T6?", "T11": months; "T2" to "T7" alone are days of the week as well.
_SHORT_MONTH = Sought(
    r"\bt(?P<number>0?[1-9]|1[0-2])\b(?! ?[/-] ?\d)(?=.*\bt(?:0?[1-9]|1[0-2]) ?/ ?20\d\d\b)"
    r"|(?<=^con )t(?P<asked>0?[1-9]|1[0-2])(?=(?: thi sao| sao| the nao)?\W*$)"
    r"|\bt(?P<late>[89]|0[89]|1[0-2])\b(?! ?[/-] ?\d)"
)
# "Sắp thay chưa": whether it is replaced.
_SOON = Sought(r"\bsap (?=(?:duoc |bi )?(?:thay|het hieu luc|bai bo|huy bo)\b)")
# "Mấy cái ki-ốt mua hết bao nhiêu tiền", "hai máy quét lắp ngày nào": which ones, and not how many.
_THOSE = Sought(
    r"^(?:may|hai|ba|bon|[2-9]) (?:cai|chiec|con|bo) (?=[a-z].*\b(?:bao nhieu tien|het bao nhieu|ngay nao|khi nao|bao gio|o dau|dat o dau)\b)"
)
# "Căn cứ báo cáo quý IV thì …": as that report says.
_BY_REPORT = Sought(r"^(?:can cu|dua|chieu)(?: (?:vao|theo|tren))* (?=(?:ban |cai )?bao cao\b(?! nao\b))")
# "Kê các quyết định của UBND tỉnh được nêu trong báo cáo của Sở A": the report before what it tells of.
_NAMED_IN = Sought(
    lambda: (
        r"^(?:liet ke|ke ra|ke|neu|thong ke|cho biet|cho xem)? ?(?:tat ca )?(?:cac|nhung|danh sach(?: cac)?) "
        rf"(?P<type>{type_pattern()}|van ban)\b(?P<of>[^?,;]{{0,60}}?) (?:(?:duoc|co|da|ma) )*"
        r"(?:neu|nhac(?: toi| den)?|dan|vien dan|de cap(?: toi| den)?|ghi) (?:trong|tai|o) (?P<report>bao cao\b[^?]*)\W*$"
    )
)
# "Dự thảo Quyết định … đã trình chưa": a document that is to come, whose subject does not say that it is a draft.
_DRAFT_OF = Sought(
    lambda: rf"^(?:ban )?du thao (?=(?:{type_pattern()})\b.*\b(?:trinh|ban hanh|phe duyet|duyet|ky|thong qua)\b)"
)
# "Đến hết kỳ báo cáo": a time, and no report.
_END_OF_TIME = Sought(
    r"\b(?P<when>(?:het|cuoi|dau|trong|ngoai)(?: toan)? ky) bao cao\b(?! (?:quy|nam|thang|so|cua|\d))"
)
_MONTH = pattern_of(rf"(?<![\w/]){_MONTH_NUMBER}(?!\w)")


# "Phòng A được giao gì, hạn nào": by when it is to be done is told with each work.
_DUE_BESIDE = Sought(
    r"\b(?P<work>(?:giao|lam|thuc hien|trien khai|trinh|xay dung)(?: nhung)?(?: viec| nhiem vu)? gi|(?:cong viec|viec|nhiem vu) (?:gi|nao)),?(?: va| voi)? (?:thoi )?"
    r"han (?:la )?(?:den |vao |toi )?(?:ngay |thang )?(?:nao|may|khi nao|bao gio|chung nao|dau|bao lau)\W*$"
)


def spelled_out(words: str) -> str:
    """The folded words less the courtesies around them, with what they count by name written out."""
    words = put_plainly(without_wishes(words))
    words = _QUARTERS.sub(
        lambda m: m[0].removesuffix(m["more"]) + _QUARTER.sub(lambda n: f"quy {n[0]}", m["more"]), words
    )
    words = _MONTHS.sub(
        lambda m: m[0].removesuffix(m["more"]) + "".join(f" va thang {n}" for n in _MONTH.findall(m["more"])), words
    )
    words = _FROM_TO.sub("con ", _SUMMED.sub("", words))
    words = _SOON.sub("", _THOSE.sub("", words))
    words = _SHORT_MONTH.sub(lambda m: f"thang {m['number'] or m['asked'] or m['late']}", words)
    words = _TO_HANDLE.sub(lambda m: f"{m['must']} giai quyet ", words)
    words = _WITH_CARRIED.sub("", words).strip() if _TO_SETTLE.search(words) else words
    words = _DRAFT_OF.sub("", _BY_REPORT.sub("theo ", words))
    words = _END_OF_TIME.sub(lambda m: m["when"], words)
    words = _COMMUNES_OF.sub("cap xa ", words)
    words = _PHARMACY.sub(lambda m: f"{m['of']} duoc pham ", words)
    words = _ALL_LEVELS.sub("toan tinh", _POLITE.sub("", words))
    words = _NAMED_IN.sub(lambda m: f"{m['report'].strip(' .')} nhac toi nhung {m['type']} nao{m['of']}", words)
    words = _JOINED.sub(lambda m: f"sap nhap{m['to'] or ''} ", words)
    words = _DUE_BESIDE.sub(lambda m: m["work"], words)
    words = _OR_STILL.sub("", _LESS_THAN.sub("kem ", words))
    words = _SO_YEAR.sub(lambda m: f"{m['by']} so voi nam ", words)
    words = _FIRST_QUARTERS.sub(lambda m: _quarters(0, _HOW_MANY[m["many"]]), words)
    words = _LAST_QUARTERS.sub(lambda m: _quarters(4 - _HOW_MANY[m["many"]], 4), words)
    return _COUNTED_YEARS.sub(lambda m: m["before"] or "", words)


def _quarters(first: int, last: int) -> str:
    return ", ".join(f"quy {name}" for name in _ROMAN[first:last]) + " "
