"""What a question asks for: its asking words, and the wordings that stand for one or mean another."""

import re
from dataclasses import dataclass
from functools import cache

from knowledge.asking.reading.asked_units import number_wanted
from knowledge.asking.reading.cues import find_cues
from knowledge.asking.reading.striking import spans, strike
from knowledge.grammar.document_types import document_types
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_vocabulary

Cues = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class AskedFor:
    """The cues by name with where they stand, and whether it is asked since when something works."""

    cues: Cues
    began: bool


def find_asked(words: str, asked: str, named: list[tuple[int, int]], *, unit: str, names_document: bool) -> AskedFor:
    """What the folded question asks for; `asked` is what is left of it without documents and periods, `named` the bodies in it."""
    no_cues = (_ELECTRONIC, QUEUE_MACHINE, _KIOSK)
    cues = find_cues(strike(asked, [*named, *(place for sought in no_cues for place in spans(sought, asked))]))
    since = _since().search(asked) if "window" in cues and not _KEPT_UP_TO.search(asked) else None
    _ask_otherwise(cues, asked, since, unit)
    _ask_in_other_words(cues, words, asked, names_document=names_document)
    _leave_out(cues, asked)
    if "score" not in cues and (points := _POINTS.search(asked)):
        cues["score"] = points.span()
    began = since is not None and since[0].startswith(("hoat dong", "van hanh"))
    return AskedFor(cues, began or bool(_WORKS_WHEN.search(asked)))


def _ask_otherwise(cues: Cues, asked: str, since: re.Match[str] | None, unit: str) -> None:
    """Puts in the place of an asking word what it asks for beside the others."""
    if "number" in cues and (late := WHICH_LATE.search(asked)):
        # "Quyết định nào quá hạn": which ones, and no number of one that was spoken of.
        del cues["number"]
        cues["list"] = late.span()
    if "list" not in cues and (sorts := _several_types().search(asked)):
        # "Những kế hoạch, quyết định nào": all of both sorts, and no number of one.
        cues.pop("number", None)
        cues["list"] = sorts.span()
    if "overdue" in cues and "count" in cues and unit.startswith("ho so"):
        # "Bị quá hạn mấy hồ sơ": how many, and not whether a day has passed.
        del cues["overdue"]
    if "window" in cues and "status" in cues and (stage := _AT_STAGE.search(asked)):
        # "Dự án đang ở giai đoạn nào": how far it is, and no days.
        del cues["window"]
        cues["status"] = stage.span()
    # A register is kept up to one day, and what is done "từ ngày nào" began on a day; the days of figures are two.
    if data := _DATA_UP_TO.search(asked):
        cues.pop("when", None)
        cues["window"] = data.span()
    if "window" in cues and (day := _KEPT_UP_TO.search(asked) or since):
        del cues["window"]
        cues["when"] = day.span()


def _ask_in_other_words(cues: Cues, words: str, asked: str, *, names_document: bool) -> None:
    """Adds what is asked for without one of its asking words."""
    if "verify" not in cues and (held := _HOLDS_UP.search(asked)) and not _ASKING_WORD.search(words):
        cues["verify"] = held.span()
    if "compare" not in cues and (compared := _compared(asked)):
        cues["compare"] = compared.span()
    if not cues.keys() - _BESIDE_WORK and (work := _WORK_OF_PERIOD.match(asked)):
        # "Việc quý IV bên Sở …": what is to be done then.
        cues.pop("summary", None)
        cues["tasks"] = work.span()
    if not cues and (listed := _DOCUMENTS_OF.fullmatch(asked.strip())):
        cues["list"] = listed.span()
    if not cues and (whether := _WHETHER_ISSUED.search(asked)):
        cues["status"] = whether.span()
    if not cues and names_document and (assigned := _ASSIGNED_WHAT.search(asked) or _CONTENT.search(asked)):
        cues["about"] = assigned.span()
    if slipped := _DAY_SLIPPED.search(asked):
        cues.pop("count", None)
        cues["when"] = slipped.span()
    if not cues and (has := _HAS_WHAT.search(asked)):
        cues["summary"] = has.span()
    if not cues and (wanted := number_wanted(asked)):
        cues["count"] = wanted.span()
    if "signer" not in cues and (signs := _SIGNS.search(asked)):
        cues["signer"] = signs.span()


# "Ban hành này mấy": "ngày" typed as "này", behind what is done on a day.
_DAY_SLIPPED = Sought(
    r"\b(?:ban hanh|ky|trinh|cong bo|khai truong|hop|to chuc|hieu luc|hoan thanh|xong)(?: vao| tu)? nay may\W*$"
)
# "Cải cách hành chính xã Thượng Nậm quý I có gì?": what its report says.
_HAS_WHAT = Sought(r"\b(?:cai cach hanh chinh|bao cao)\b.*\bco gi(?: moi| hay| dang noi)?\W*$")
# Words of asking that may stand beside the work of a period and ask for nothing else.
_BESIDE_WORK = frozenset({"list", "summary", "about", "overall", "count"})
_WORK_OF_PERIOD = pattern_of(
    r"(?:(?:cho|xin|hoi|biet|em|anh|chi|toi|ve|cac|nhung|may) )*(?:dau viec|cong viec|viec)(?: (?:trong tam|chinh|chu yeu|can lam|phai lam|lon))*"
    r"(?: (?:trong|cua|cho))? \x00"
)


# "Văn bản ban hành quý II/2019": those of that time.
_DOCUMENTS_OF = pattern_of(r"(?:cac |nhung )?van ban (?:da |duoc )*ban hanh (?:trong |cua |o )?\x00\W*")


def _compared(asked: str) -> re.Match[str] | None:
    return _BETWEEN_TWO.search(asked) or _MORE.search(asked) or _BETWEEN_PERIODS.search(asked)


def _leave_out(cues: Cues, asked: str) -> None:
    """Takes away what an asking word does not ask for where it is a part of a name, or something else is counted."""
    if "money" in cues and (counted := _COUNTED_NOT_PAID.search(asked)):
        # "Trễ hết bao nhiêu hồ sơ": what is counted is said, and is no money.
        del cues["money"]
        cues.setdefault("count", counted.span())
    if "when" in cues and (at_once := _AT_ONCE.search(asked)):
        # "Đã trả ngay bao nhiêu hồ sơ": at once, and no day.
        del cues["when"]
        cues.setdefault("count", at_once.span())
    if "percent" in cues and "money" in cues and not _ASKS_SHARE.search(asked):
        # "Tiết kiệm thêm 10% … được bao nhiêu tiền": that share is a part of what it is called.
        del cues["percent"]
    if "compare" in cues and "percent" in cues and _OF_WHAT_WAS_GIVEN.search(asked):
        del cues["compare"]  # "Giải ngân bao nhiêu phần trăm so với số bố trí": a share of it
    if "summary" in cues and "list" in cues and _DOCUMENTS_OF_NOTE.search(asked):
        del cues["summary"]  # "Kể tên các văn bản chỉ đạo nổi bật": which of them, and no summary of the report
    if "tasks" in cues and _KEPT_UP_TO.search(asked):
        del cues["tasks"]  # "Bảng theo dõi nhiệm vụ cập nhật đến bao giờ": what the register is called
    if "status" in cues and "compare" in cues and _HOW_IT_WENT.search(asked):
        del cues["status"]  # "So với 6 tháng đầu năm 2023 sao rồi": how much more or less
    if "rank" in cues and _ranking_named().search(asked) and not _ASKS_RANK.search(asked):
        del cues["rank"]


_OF_WHAT_WAS_GIVEN = Sought(
    rf"\b{HOW_MANY} ?(?:phan tram|%) so voi (?:(?:so|muc|von|kinh phi|du toan|tong so|tien) )*(?:da )?(?:duoc )?(?:bo tri|giao|cap|phan bo|du toan|duyet)\b"
)
_HOW_IT_WENT = Sought(r"\bso voi\b.*\b(?:sao|the nao|ra sao) roi\b")
# "Những nhiệm vụ nào quá hạn tính đến 30/6", "quyết định nào đang trễ hạn": only a register says so of each.
WHICH_LATE = Sought(
    r"\b(?:viec|dau viec|nhiem vu|van ban|cong van|quyet dinh|ke hoach|nghi quyet|chi thi|thong bao|de an|quy che|quy dinh|chuong trinh) nao"
    r" (?:da |dang |con |bi )*(?:qua han|tre han)\b"
    r"|\bwhich (?:tasks?|documents?|decisions?|letters?|plans?|ke hoach) (?:is|are) (?:now |still )?(?:qua han|tre han)\b"
)
_ASKS_SHARE = Sought(r"(?<!\d )(?<!\d)(?:%|\bphan tram\b)|\b(?:ty le|ti le|chiem)\b")
# "Cổng thông tin điện tử ngày nào" has the letters of "từ ngày nào".
_ELECTRONIC = Sought(r"\b(?:thong tin )?dien tu\b(?! (?:ngay|quy|thang|nam) nao (?:den|toi)\b)")
# "Máy lấy số tự động", "máy xếp hàng": no days for which numbers are taken, and no ranking.
QUEUE_MACHINE = Sought(r"\b(?:may|he thong|thiet bi|phan mem|kiosk|ki ot) (?:boc so|lay so|xep hang)\b")
# "Máy kiosk … lắp chưa": whether it was done with the machine, and not how many there are.
_KIOSK = Sought(r"\bmay(?= (?:kiosk|ki ?ot)\b.*\bchua\W*$)")
# "SIPAS 86,27% hả?", "Sao trễ hạn tới 1,01% lận?": a number held up, perhaps a wrong one.
_HOLDS_UP = Sought(
    r" (?<=[\d%] )(?:roi )?(?:ha|a|sao|u)\W*$|^(?:vi |tai |lam )?sao\b.*\b(?:toi|den|co|chi|nhung|tan) (?=\d)"
)
_ASKING_WORD = pattern_of(r"\b(?:bao nhieu|may|nao|gi|ai|bao gio|the nao)\b")
# "Lãnh đạo nào của phường … ký báo cáo": who signs, however far the two stand apart.
_SIGNS = Sought(
    r"\b(?:nguoi|lanh dao|dong chi|ong|ba|anh|chi|(?<!don )vi|sep|thu truong) nao\b.*\bky\b(?! (?:so|ket|nao)\b)|^ai\b(?: \w+){1,6}? ky\b(?! (?:so|ket|nao)\b)"
)
_AT_ONCE = Sought(r"\bngay (?:bao nhieu|may) (?:ho so|bo ho so|giao dich|truong hop|thu tuc|luot|phan anh|kien nghi)\b")
_DOCUMENTS_OF_NOTE = Sought(
    r"\b(?:van ban|quyet dinh|ke hoach|chi thi|nghi quyet|cong van)(?: [a-z]+){0,4}? (?:noi bat|chinh|quan trong)\b"
)
_COUNTED_NOT_PAID = Sought(r"\b(?:het|ton|mat) bao nhieu (?!tien|dong|ty|trieu|kinh phi|ngan sach|von)[a-z]{2,}\b")
# "Điểm DDCI năm 2023 của Sở Y tế": points of an index, and no point in time or of view.
_POINTS = Sought(
    r"(?<!thoi )(?<!dia )(?<!quan )(?<!trong )(?<!dac )(?<!uu )(?<!nhuoc )(?<!thi )(?<!ban )(?<!cham )\bdiem (?=(?:chi so|so|par|ddci|papi|pci|sipas|dti|ict|pgi|pii|cham|tong hop|cchc|cai cach)\b)"
)


# "Quy định đánh giá, xếp hạng kết quả … bao giờ trình": what the document is called, and no place that is asked for.
@cache
def _ranking_named() -> Sought:
    types = any_of(sort.name for sort in document_types() if sort.name != "Báo cáo")
    return Sought(rf"\b(?:{types}|tieu chi|cong bo)(?: [a-z]+,?){{0,6}}? xep hang\b")


@cache
def _several_types() -> Sought:
    """Documents of two types or more, or of one and any others, where several are asked for; or of one, by all their numbers: "những kế hoạch số mấy"."""
    types = any_of([*(sort.name for sort in document_types() if sort.name != "Báo cáo"), "văn bản"])
    more = rf"(?:(?:,| va|, va|) (?:cac |nhung )?(?:{types}))"
    return Sought(rf"\b(?:nhung|cac) (?:{types})(?:{more}{{1,3}}(?: nao)?|{more}{{0,3}} so (?:may|nao|bao nhieu))\b")


_ASKS_RANK = Sought(
    r"\b(?:thu|hang|vi tri|bac) (?:thu )?(?:may|bao nhieu|nao)\b|\bxep hang (?:may|bao nhieu|thu|nao|the nao|ra sao)\b"
)
_AT_STAGE = Sought(r"\b(?:o|den|toi|qua|dang) giai doan (?:nao|may)\b|\bgiai doan nao roi\b")
# "Số liệu của báo cáo chốt đến ngày nào": no day of the report's own.
_DATA_UP_TO = Sought(
    r"\bso lieu\b.*\b(?:chot|tinh|lay|tong hop)(?: den| toi| tu| vao)+ (?:het )?(?:ngay|hom|thang|bua|khi|luc|bao gio|moc) ?(?:nao|may|bao nhieu|gi)?\W*$"
)
_KEPT_UP_TO = Sought(r"\bcap nhat (?:den|toi|tinh den)\b")
# "So tỷ lệ trễ hạn giữa thị xã A và toàn tỉnh".
_BETWEEN_TWO = Sought(
    r"^so (?:ty le|muc|ket qua|so ho so)\b[^?]*\bvoi\b|^(?:cho (?:em|minh|toi|anh|chi) )?so (?!lieu\b|ho so\b|luong\b)[^?]*\bgiua\b.*\b(?:va|voi)\b"
)
# "Công văn 947 giao Sở Y tế làm gì?".
_CONTENT = pattern_of(r"\bnoi dung\W*$")  # "Công văn 689/UBND-NC nội dung?"
_ASSIGNED_WHAT = Sought(r"\bgiao\b.*\b(?:lam|thuc hien)? ?(?:gi|viec gi|cai gi|chi)\W*$")
# "Quy chế … có ban hành trong quý II như kế hoạch không".
_WHETHER_ISSUED = Sought(r"\bco (?:duoc )?(?:ban hanh|trinh|phe duyet|thong qua)\b(?=.*\bkhong\W*$)")
_FROM_DAY = r"(?:ke )?tu (?:ngay|bua|hoi|hom) nao"


@cache
def _since() -> Sought:
    """What is done or was set up, with "từ ngày nào" behind it and no day up to which it is reckoned."""
    began = {name: any_of(words) for name, words in load_vocabulary("cues")["began"].items()}
    day = rf"{_FROM_DAY}\b(?!.*\b(?:den|toi|tinh|so lieu)\b)"
    return Sought(
        rf"\b(?:{began['near']})\b(?: [\w-]+){{0,9}}? {day}"
        rf"|\b(?:{began['right_before']}|dua [a-z]+(?: [a-z]+)? (?:vao|ra|len))\b(?: [\w-]+){{0,3}}? {day}"
        rf"|\b(?:{began['far']})\b[^?]{{0,120}}? {day}"
        rf"|^(?!.*\b(?:{began['figures']})\b)(?:[\w-]+ ){{4,}}{_FROM_DAY}\W*$"
    )


# "Trung tâm … bao giờ hoạt động?", "hoạt động khi nào": the day on which it began or begins.
_WORKS_WHEN = Sought(
    r"\b(?:bao gio|khi nao|luc nao|ngay nao|chung nao)(?: thi| moi| se| chinh thuc| bat dau)* (?:hoat dong|van hanh)\b"
    r"|\b(?:hoat dong|van hanh) (?:vao |tu )?(?:bao gio|khi nao|luc nao|ngay nao|chung nao)\b"
)
# "Tiếp nhận nhiều hồ sơ hơn": the comparing words stand apart.
_MORE = Sought(
    r"\b(?:nhieu|it|cao|thap|lon|nho)\s(?:[a-z]+\s){1,5}hon\b(?!\s\d)"
    # "Tiếp nhận hơn phường Nam Lân bao nhiêu hồ sơ": more than another body did.
    r"|\b(?:hon|kem)(?: ca)? (?:ubnd |uy ban nhan dan )?(?:tinh|huyen|quan|thi xa|thanh pho|xa|phuong|thi tran|so) (?!do\b)[a-z ,-]{2,40}?\b(?:bao nhieu|may)\b"
)
# "Quý IV hơn quý I bao nhiêu", "so năm 2018 với năm 2017": the periods are struck out.
_BETWEEN_PERIODS = Sought(
    r"\bso (?:\x00+ )+voi (?=\x00)|\x00 (?:(?:tang|giam|nhieu|it|cao|thap) )?(?:hon|so)(?: voi)? (?=\x00)"
)
