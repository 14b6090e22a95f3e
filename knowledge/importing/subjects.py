"""What a document is about: the words after it, between its type and number, or before it."""

import re
from functools import cache

from knowledge.facts import Role
from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.organisations import BODY_BEGINNING
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.importing.contents import Content
from knowledge.vocabulary.loading import load_lists

_ABOUT = r"(?:ban hanh\s)?(?:ve viec|ve|v/v)\s|(?:ban hanh\s)?kem theo\s"
_COLON_AFTER = re.compile(
    r"[\s)]*:\s(?P<verb>)(?!(?:trong|den|tinh den|tu(?! ngay [\d/.]+ den (?:het )?ngay [\d/.]+ [a-z])|da|dang|co|hien|cac|ubnd|hdnd|so|van phong|ket qua|toan|ca|\d)\b)"
)
# Brackets that belong to a title hold an abbreviation or say which part it is.
_OWN_BRACKET = rf"(?:[{UPPER}& -]+|(?:đợt|giai đoạn|lần|khóa|nhiệm kỳ|sửa đổi|mức độ)\b[^()]*|(?:Đề án|Chương trình) \d+|PAR INDEX|DDCI|SIPAS)\)"
# A comma may stand within a title; before these words another clause begins.
_CLAUSE = (
    r"(?:đến nay|gồm|trong đó|trong quý|trong năm|trong kỳ|với \d|đạt|từ ngày|hiện|theo đó|qua đó|kết quả|UBND|HĐND"
    r"|Văn phòng|Sở|huyện|tỉnh|đã|có hiệu lực|thay thế|thay cho|thay (?=(?:các )?(?:Quyết định|Kế hoạch|Nghị quyết|Quy chế|Chỉ thị|Công văn|Thông báo)\b)|đặt mục tiêu|ban hành kèm|nhằm|góp phần|yêu cầu|đề nghị|trình"
    r"|(?:Bộ|Ban|Cục|Chi cục|Vụ|Viện|Trung tâm|Phòng|Thanh tra|Công an|Hội đồng|Ủy ban|quận|thị xã|thành phố|toàn|\d+)\b"
    r"|(?:các|mỗi|toàn|những) [^,.;:]{0,40}\s(?:đã|đang|sẽ|phải|được|có)\b|[^,.;:]{0,50}\s(?:đã|đang|sẽ)\s"
    r"|[^,.;:]{0,40}\s(?:từ|là|còn|giảm|tăng|đạt|có)\s\d)"
)
# Terms of the field that have a comma within: "đào tạo, bồi dưỡng công chức, viên chức … đã được ban hành".
_TERM_GOES_ON = r"(?:công chức|viên chức|bổ sung|bồi dưỡng|đánh giá|xử lý|giải quyết|trả kết quả|người lao động)\b"
_DONE = (
    r"(?:(?:đã|đang|sẽ|vừa) (?:cơ bản|được|hoàn thành|thực hiện|triển khai|đạt|có|ban hành|trình)"
    r"|chưa (?:được|trình|ban hành|hoàn thành))\s"
)
TITLE_END = re.compile(
    rf"[.;:](?:\s|$)|\s\||\s?\((?!{_OWN_BRACKET})|,\s(?!{_TERM_GOES_ON}){_CLAUSE}|\s{_DONE}"
    rf"|\stheo (?:các )?(?:{type_pattern(folded=False)}) (?:số )?\d|\s(?:với|tại|cho) \d|\sđến nay|\sphải không|\strên địa bàn tỉnh\b"
    r"|\s(?:đã |sẽ )?(?:được|bị) (?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|sửa đổi|sửa đổi, bổ sung|điều chỉnh) (?:bởi|bằng)\s"
    # "Đề án Khu công nghiệp sinh thái trong quý III/2024 do Phòng Quy hoạch chủ trì": by when and by whom.
    r"|\strong (?:quý|tháng) [IVX\d]+(?:/\d{4}| năm \d{4})|\sdo (?:[\w,-]+ ){1,12}(?:chủ trì|tham mưu|soạn thảo|thực hiện|xây dựng)\b"
    # "… giai đoạn 2021 - 2025 và Bộ tiêu chí xác định …": another document.
    r"|(?<=\d{4}) và (?=(?:Bộ tiêu chí|Bộ chỉ số|Quy chế|Quy định|Kế hoạch|Đề án|Chương trình)\s)"
)
_LOOSE_END = re.compile(r"(?:[\s,.;/:–-]|\b(?:và|cùng với|cùng|các|theo|tại|kèm|số|căn cứ|thực hiện)(?=\s*$))+$")
_TAKES_DOCUMENT = re.compile(
    r"\b(?:thuc hien|trien khai(?: thuc hien)?|thi hanh|tong ket|so ket|quan triet|tuyen truyen|sua doi, bo sung|sua doi"
    r"|thay the|bai bo|huong dan|cua|dieu cua)\s(?:cac\s)?$"
)
_TOPIC = re.compile(r"\s*(?:doi voi|voi)\s(?P<topic>[^,.;:()]{8,100}),\s")
_PUT_FORWARD = re.compile(
    r"(?:de xuat|kien nghi|xin y kien|bao cao|de nghi|chi dao|giao|yeu cau|huong dan|don doc|chan chinh)\b"
)
_TYPE = re.compile(rf"\b(?:{type_pattern()})\b")


@cache
def _verbs(*kinds: str) -> str:
    """What titles of such documents begin with, as alternatives of a pattern."""
    verbs = load_lists("title_verbs")
    return any_of(verb for kind in kinds for verb in verbs[kind])


def acts() -> str:
    """What decisions do ("phê duyệt", "công bố"), as alternatives of a pattern."""
    return _verbs("acts")


# What opens the subject behind a document: "… về việc", "… ban hành".
OPENING = pattern_of(lambda: rf"[\s,)]*(?P<verb>{_ABOUT}|(?:{_verbs('acts')})\s)")


@cache
def _behind_letter() -> re.Pattern[str]:
    return re.compile(rf"[\s)]*(?P<verb>(?:{_verbs('letters')})\s)")


@cache
def _behind_issued() -> re.Pattern[str]:
    return re.compile(
        r"[\s,)]*(?:(?:da\s)?gui\s(?:[^.;:()]{2,80}?)[,\s]\s?)?(?:trong do\s)?"
        rf"(?P<verb>{_ABOUT}|(?:{_verbs('acts', 'letters')})\s)"
    )


@cache
def _behind_plan() -> re.Pattern[str]:
    return re.compile(rf"[\s)]*(?P<verb>(?:{_verbs('plans')})\s)")


def clean(subject: str) -> str | None:
    """The subject on one line, or None where it is too short to say anything."""
    words = " ".join(subject.split())
    return words if len(words) >= 6 else None


def subject_after(words: str, folded: str, start: int, limit: int, role: Role | None, following: int) -> str | None:
    """The words after the document up to the title's end; at `limit` another document begins, at `following` it ends."""
    opening = _opening(folded[start:limit], role)
    return _title(words, folded, start, opening, limit, following) if opening else None


def subject_after_colon(words: str, folded: str, start: int, limit: int) -> str | None:
    """The words after "Quyết định số …:" where they do not begin a clause of their own; "…: 78,92 điểm" tells what it found."""
    opening = _COLON_AFTER.match(folded[start:limit])
    if opening is None or folded[start + opening.start("verb") :][:1].isdigit():
        return None
    return _title(words, folded, start, opening, limit, limit)


def _title(words: str, folded: str, start: int, opening: re.Match[str], limit: int, following: int) -> str | None:
    if _TAKES_DOCUMENT.search(folded, start, limit):
        limit = following  # "về thực hiện Nghị quyết số …": the title names that document
    begin = start + opening.start("verb")
    end_match = TITLE_END.search(words, start + opening.end(), limit)
    subject = words[begin : end_match.start() if end_match else limit]
    if not end_match and limit != following:
        subject = _LOOSE_END.sub("", subject)
    subject = re.sub(r"(?i)^(?:ban hành )?(?:về việc|về|v/v|kèm theo)\s+", "", subject).strip(" ,.;/")
    return clean(subject)


def _opening(after: str, role: Role | None) -> re.Match[str] | None:
    # After a comma what follows a document that is only carried out is the sentence's own clause.
    if role in {Role.ISSUED, Role.SUBMITTED, None}:
        return _behind_issued().match(after) or _behind_plan().match(after)
    return OPENING.match(after) or _behind_letter().match(after)


def subject_between(type_name: str | None, between: str) -> str | None:
    """ "Kế hoạch ứng dụng công nghệ thông tin số 101/…": the words between type and number."""
    return clean(f"{type_name} {between}") if type_name and len(between.split()) >= 2 else None


def subject_before(words: str, folded: str, floor: int, start: int, content: Content | None) -> str | None:
    """What the document carries, what is put forward "tại" it, or what stands before its brackets."""
    if content:
        return clean(words[content.start : content.end].strip(" -,"))
    before = folded[floor:start]
    in_brackets = re.search(r"(?P<what>[^.;:()]{12,200}?)\s\((?:(?:ban hanh\s)?kem theo\s|tai\s|theo\s)?$", before)
    if in_brackets:
        return _without_verb(words[floor + in_brackets.start("what") : floor + in_brackets.end("what")])
    passive = re.search(
        r"(?P<what>[^.;:()]{12,200}?)\s(?:da )?duoc (?:[^.;:,()]{0,30}\s)?(?:phe duyet|ban hanh|thong qua|cong bo)"
        r"\s(?:kem )?(?:tai|theo|bang)\s$",
        before,
    )
    if passive:
        return _without_verb(words[floor + passive.start("what") : floor + passive.end("what")])
    if established := _ESTABLISHED.search(before):
        verb, what = (
            words[floor + established.start(name) : floor + established.end(name)] for name in ("verb", "what")
        )
        return clean(f"{verb} {what.strip()}")
    at = re.search(r"(?P<what>[^.;:()]{12,200}?)\stai\s$", before)
    if at and floor == 0 and _PUT_FORWARD.match(at["what"]):
        return _without_verb(words[at.start("what") : at.end("what")])
    return None


# "Trung tâm Dữ liệu được thành lập theo Quyết định số …": the body that is set up by it.
_ESTABLISHED = pattern_of(
    lambda: (
        rf"(?:^|[.;:]\s)\W*(?P<what>(?:{BODY_BEGINNING.pattern})[^.;:(),]{{2,120}}?)\s(?:da |moi |vua )?duoc (?:[^.;:,()]{{0,30}}\s)?"
        r"(?P<verb>thanh lap|kien toan|to chuc lai|doi ten|giai the)(?: lai| moi)? (?:theo|tai|bang) $"
    )
)


def subject_of_label(label: str) -> str | None:
    """ "Về đào tạo, bồi dưỡng: …": the topic of the paragraph."""
    return clean(label[3:]) if fold(label).startswith("ve ") else None


def with_topic(subject: str, words: str, folded: str) -> str:
    """The subject with what opens the sentence ("Với các thủ tục ngành dọc, …"), which a letter asks something for."""
    topic = _TOPIC.match(folded)
    if not topic or not re.match(rf"(?:{_verbs('letters')})\b", fold(subject)):
        return subject
    return f"{subject} ({words[topic.start('topic') : topic.end('topic')]})"


def _without_verb(words: str) -> str | None:
    """What is issued or put forward, without who does so: "UBND tỉnh ban hành Quy chế …" is about the Quy chế."""
    issued = re.search(r"(?i)\bban hành\s+", words)
    if issued and _TYPE.match(fold(words[issued.end() :])):
        return clean(words[issued.end() :].strip(" -,"))
    return clean(re.sub(r"(?i)^(?:ban hành|đề xuất)\s+", "", words.strip(" -,")))
