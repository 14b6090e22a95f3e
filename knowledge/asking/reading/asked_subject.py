"""What a question is about: its words without what it says exactly, read as concepts, and what these words ask besides."""

from dataclasses import dataclass

from knowledge.asking.library import Library
from knowledge.asking.reading.asked_bodies import own_names
from knowledge.asking.reading.asked_cues import QUEUE_MACHINE, AskedFor, Cues, find_asked
from knowledge.asking.reading.asked_exactly import WITH_ALL, Exactly
from knowledge.asking.reading.asked_units import asked_unit
from knowledge.asking.reading.courtesies import polite_end
from knowledge.asking.reading.cues import all_cue_words, cue_words, follow_words
from knowledge.asking.reading.held import Claim, read_claim
from knowledge.asking.reading.references import named_type, types_beside_any
from knowledge.asking.reading.striking import spans, strike
from knowledge.asking.words.framing import framing
from knowledge.grammar.concepts import PROJECT, Terms
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.sought import Sought


@dataclass(frozen=True, slots=True)
class Subject:
    """The words that are left, what they ask, what they hold up, and the terms of all and of those that do not ask."""

    words: str
    cues: Cues
    claim: Claim | None
    terms: Terms
    naming: Terms
    named_type: str | None


def read_subject(words: str, exactly: Exactly, library: Library) -> Subject:
    """What is left of the folded words is about."""
    asked = find_asked(
        words,
        exactly.with_bodies,
        own_names(exactly.with_bodies, exactly.bodies),
        unit=asked_unit(exactly.with_bodies),
        names_document=bool(exactly.references),
    )
    subject = _without_bodies(words, exactly)
    subject = _due_and_late(strike(subject, types_beside_any(subject)), asked.cues)
    if exactly.bodies and asked.cues.keys() & {"rank", "score", "verify"}:
        subject = strike(subject, spans(_IN_ITS_BLOCK, subject))
    # "Hai sở A và B nhập lại": how many they are is said by their names.
    subject = strike(subject, spans(_COUNTED_BODIES, subject))
    claim = read_claim(subject, asked.cues)
    subject = strike(subject, spans(_MARK, subject)) if claim else subject
    works = bool(_WORKS_YET.search(subject)) and not asked.cues.keys() & _COUNTING
    naming = _of_posts(library.tagger.tag(all_cue_words().sub(" \x00 ", subject)), subject)
    return Subject(
        subject,
        asked.cues,
        claim,
        _terms(subject, asked, exactly, library, works=works),
        _operating(naming) if works else naming,
        named_type(strike(subject, spans(PROJECT, subject))),
    )


def _without_bodies(words: str, exactly: Exactly) -> str:
    """The words without bodies and without what only goes on from the question before or leads to what is named."""
    named = [(b.start, b.end) for b in exactly.bodies]
    subject = strike(exactly.with_bodies, named + spans(ANAPHORA, words) + spans(_ASKS_YES, words))
    if opening := follow_words().match(subject):
        # "Còn Phường 3?": that "còn" goes on and says nothing of what is left.
        subject = strike(subject, [opening.span()])
    passing = (_ONLY_THEN, _FROM_PERIOD, _ON_DAY, _SINCE_MERGER, _AS_LISTED, _NEXT_ONE)
    return strike(subject, [span for pattern in passing for span in spans(pattern, subject)])


# "Nó", "văn bản đó": what was spoken of before ("nợ" has the same letters, but a report's debts are "nợ đọng").
ANAPHORA = Sought(
    r"\bno\b(?! (?:dong|cong|xau|vu|thue|bao hiem|luong|tien|phi|viec|nhiem vu|van ban|bao cao))|\b(?:van ban|quyet dinh|ke hoach|cong van|bao cao|cai) (?:do|nay|ay)\b"
)
# "Có phải giải quyết …": the asking "phải" is no duty.
_ASKS_YES = Sought(r"\bco phai\b")
# "Đến bao giờ mới ban hành": only then, and nothing new.
_ONLY_THEN = Sought(r"\bmoi (?=(?:ban hanh|trinh|xong|hoan thanh|ky|ra|co|duoc|phe duyet|thong qua|dua|khai truong)\b)")
# "Từ quý II sang quý III": from one to the other; the periods are struck out.
_FROM_PERIOD = Sought(r"(?:^|(?<=\x00 ))(?:roi |cho den |va )?(?:sang|qua|sau) (?=\x00)")
# "Sau hợp nhất từ mấy phòng còn mấy": when, and by what it came.
_SINCE_MERGER = Sought(rf"\bsau (?:khi )?(?=(?:hop nhat|sap nhap)\b.*\btu {HOW_MANY}\b)")
# "Theo danh mục năm 2025, kho dữ liệu …": where it is listed, and nothing of what it is; the year is struck out.
_AS_LISTED = Sought(r"^(?:theo|trong) (?:danh muc|bang theo doi|so theo doi)(?: nhiem vu| viec| ke hoach)?(?= \x00)")
# "Quý tiếp theo": a period by the one that was spoken of.
_NEXT_ONE = Sought(r"\b(?:quy|nam|thang|ky) (?:tiep theo|ke tiep|lien sau|tiep sau|ke do)\b")
# "Hôm 17/5/2019": the day is struck out.
_ON_DAY = Sought(r"\b(?:hom|bua)(?: ngay)? (?=\x00)")
# "Sở Xây dựng đứng đầu … khối sở, ngành": the block is that of the body that is named.
_IN_ITS_BLOCK = Sought(
    r"\b(?:trong )?khoi (?:cac )?(?:so(?:,? (?:ban,? )?nganh)?|co quan|huyen|dia phuong|cap huyen|xa)\b"
)
_COUNTED_BODIES = Sought(r"\b(?:ca )?(?:hai|ba|bon) (?=\x00|(?:so|ban|phong|chi cuc|trung tam)\b(?! voi\b))")
# "Qua mốc 55%": what something is held against, and no part of what it is.
_MARK = Sought(
    r"\b(?:cot )?moc (?=\d)|\b(?:keo|ha|giu|ep|ghim|day)(?: duoc)? (?=(?:ty le|ti le|so|muc|diem)\b)"
    r"|\b(?:chi tieu|muc tieu|nguong)(?: la)? (?=\d)"
)


def _due_and_late(subject: str, cues: Cues) -> str:
    """The words without those that ask whether a day has passed or which it is, each noted among the cues."""
    if _LATE_ONES.search(subject):
        cues.pop("overdue", None)
    elif (late := _LATE_YET.search(subject)) is not None and not cues.keys() & _COUNTING:
        # "Đã trễ chưa", "hạn trình … qua chưa": whether a day has passed, and nothing about dossiers.
        cues["overdue"] = late.span()
        subject = strike(subject, [(max(late.start(), late.end() - len("da bi tre chua")), late.end())])
        subject = strike(subject, spans(_DAY_SET, subject))
    if (by := _DAY_ASKED.search(subject)) is not None:
        cues["due"] = by.span()
        subject = strike(subject, spans(_DAY_SET, subject))
    return subject


# "Đã trễ chưa": of something that was to be done; "hồ sơ trễ hạn chưa xin lỗi" goes on.
_LATE_YET = Sought(
    r"\b(?:da )?(?:bi )?(?:tre|cham|qua han|tre han|cham han|tre hen|qua thoi han|den han|toi han|het han) chua(?= tinh (?:den|toi)\b|\W*$)"
    r"|^(?:thoi )?han\b.*\b(?:da )?qua chua(?=\W*$)"
)
# "Đã gửi thư xin lỗi cho tất cả hồ sơ trễ hạn chưa": of what is late, and not whether something is.
_LATE_ONES = Sought(r"\b(?:cho|doi voi|xong|het|tat ca|toan bo|moi)\b[^?]*\bho so (?:da |bi )?(?:tre|qua) han chua\b")
# What is asked for its day: "hạn trình …", "thời hạn nộp …".
_DAY_SET = Sought(r"^(?:the |vay |con )?(?:thoi )?han (?!che\b|muc\b|che,)")
_DAY_ASKED = Sought(
    r"^(?:the |vay |con )?(?:thoi )?han (?!che\b|muc\b).*\b(?:la )?(?:ngay nao|ngay may|khi nao|bao gio|luc nao|bua nao|hom nao|hom may)\b"
)
_COUNTING = frozenset({"count", "percent", "money", "rank", "score"})


def _terms(subject: str, asked: AskedFor, exactly: Exactly, library: Library, *, works: bool) -> Terms:
    """The concepts of the words, with what is said of them besides: before and after, of the whole, in points."""
    terms = _of_posts(library.tagger.tag(cue_words().sub(" \x00 ", subject)), subject)
    if asked.began or works:
        terms = _operating(terms)
    dimensions, words = dict(terms.dimensions), terms.words
    for machine in QUEUE_MACHINE.finditer(subject):
        words |= library.tagger.tag(machine[0]).words  # its name has the letters of asking words
    if _FROM_TO.search(subject):
        dimensions["moment"] = frozenset({"before", "after"})
    if _LEVEL_OF_WHOLE.search(subject) and (levels := dimensions.get("scope", frozenset()) - {"whole"}):
        dimensions["scope"] = levels
    if "#digitised" in words and dimensions.get("stage") == _RESOLVED:
        del dimensions["stage"]  # "số hóa kết quả giải quyết": what is digitised are the results
    if WITH_ALL.search(exactly.with_periods):
        dimensions["scope"] = frozenset({"whole"})
    if _WORK_DONE.search(exactly.with_bodies):
        dimensions["polarity"] = frozenset({"done"})
    for sort in ("window", "trend"):
        if sort in asked.cues:
            words -= framing(sort)
    in_points = "score" in asked.cues or ("compare" in asked.cues and "diem" in subject.split())
    if in_points and "percent" not in asked.cues and "diem phan tram" not in subject:
        words |= {"#score"}
    return Terms(dimensions, words)


# "Làm được mấy nhiệm vụ rồi": how many are done, and not how many there are.
_WORK_DONE = Sought(rf"\b(?:lam|thuc hien)(?: xong)? duoc {HOW_MANY} (?:nhiem vu|viec|dau viec|cong viec|chi tieu)\b")
_RESOLVED = frozenset({"resolved"})
# "Trước và sau sắp xếp", "từ bao nhiêu xuống còn bao nhiêu": how it was and how it is.
FROM_TO = rf"\btruoc (?:va |, ?|voi )?sau\b|\btu {HOW_MANY}\b.*\b(?:xuong|con|len|thanh)\b.*\b{HOW_MANY}\b"
_FROM_TO = Sought(FROM_TO)
# "Cấp huyện toàn tỉnh": all of that level, and not the whole.
_LEVEL_OF_WHOLE = Sought(
    r"\bcap (?:tinh|so|huyen|quan|xa|phuong)(?:, (?:huyen|xa|phuong))? (?:tren dia ban |cua |trong )?(?:toan|ca) (?:tinh|thanh pho|huyen|quan)\b"
)


def _operating(terms: Terms) -> Terms:
    """That something works, in place of the words that say it in one way or the other."""
    return Terms(terms.dimensions, (terms.words - RUNNING) | {"#operating"})


# "Đường dây nóng hoạt động chưa", "một cửa điện tử mới chạy chính thức chưa": whether it works yet.
_WORKS_YET = Sought(
    lambda: rf"\b(?:hoat dong|van hanh|chay)(?: chinh thuc| on dinh| duoc| thu| roi)* (?:chua|hay chua){polite_end()}"
)
RUNNING = frozenset({"hoat", "dong", "van", "hanh", "chay", "chinh", "thuc"})


def _of_posts(terms: Terms, subject: str) -> Terms:
    """The terms, where posts are asked for; "được giao việc gì" does not tell those assigned from those filled."""
    if terms.words & _POSTS or "bien che" in subject or "co mat" in subject:
        return terms
    return Terms({d: v for d, v in terms.dimensions.items() if d != "posts"}, terms.words)


_POSTS = frozenset({"#headcount", "#staff", "#human_resources", "nguoi"})
