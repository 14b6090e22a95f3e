"""A question read: documents, periods, bodies, subject and what is asked of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import takewhile

from knowledge.asking.asked_bodies import (
    ASKS_COUNT_BEFORE,
    bare_level,
    common_words,
    lone_places,
    own_names,
    without_desk,
)
from knowledge.asking.asked_cues import find_asked
from knowledge.asking.asked_days import AskedDays, find_asked_days, with_named_years
from knowledge.asking.called_by_number import is_project, numbered_wards
from knowledge.asking.concepts import COUNTED_ACTING, PROJECT, Terms
from knowledge.asking.cues import all_cue_words, cue_words, follow_words, stop_words
from knowledge.asking.elsewhere import far_places, far_provinces
from knowledge.asking.faults import FAULTS
from knowledge.asking.held import Claim, read_claim
from knowledge.asking.library import Library
from knowledge.asking.phrasing import spelled_out
from knowledge.asking.references import Reference, find_by_number, find_references, named_type
from knowledge.asking.striking import spans, strike
from knowledge.facts import Period
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.numbers import find_numbers
from knowledge.grammar.organisations import (
    OrganisationMention,
    find_asked_organisations,
)
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention, find_periods, with_years
from knowledge.grammar.sought import Sought
from knowledge.importing.measures import unit_pattern
from knowledge.vocabulary.document_types import document_types

_NEGATED = Sought(
    r"(?:khong|ko|chua|not)\s(?:phai\s)?(?:duoc\s)?(?:nop\s|tiep nhan\s|qua\s)*(?P<what>truc tuyen|online|qua mang|truc tiep)"
)


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood; open slots are empty and may be filled from the conversation."""

    text: str
    folded: str
    cues: dict[str, tuple[int, int]] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    dates: tuple[date, ...] = ()
    days: AskedDays = field(default_factory=AskedDays)
    bodies: tuple[OrganisationMention, ...] = ()
    level: str = ""  # a level without a name: "của tỉnh", "thành phố"
    terms: Terms = field(default_factory=lambda: Terms({}, frozenset()))
    naming: Terms = field(default_factory=lambda: Terms({}, frozenset()))  # the terms less all asking words
    named_type: str | None = None
    unit: str = ""
    claim: Claim | None = None
    negated: str = ""
    values: tuple[Decimal, ...] = ()  # numbers that it names besides
    counts: int = 0  # how many times it asks for a quantity
    is_follow_up: bool = False

    def asks(self, *names: str) -> bool:
        """Whether the question asks for any of these."""
        return not self.cues.keys().isdisjoint(names)

    @property
    def has_subject(self) -> bool:
        """Whether it says by itself what it is about."""
        return bool(self.references or self.terms.words or self.named_type)


def read_question(text: str, library: Library, folded: str | None = None) -> Query:
    """The question as understood without the conversation; never raises."""
    composed = compose(text)
    words = spelled_out(" ".join((folded or fold(composed)).split()))
    plain = strike(words, spans(STANDARD, words))
    dates = list(find_dates(plain))
    days = find_asked_days(plain, dates)
    plain = strike(plain, [days.span] if days.span else [])
    documents = strike(plain, spans(_INDEX, plain))
    quoted = _quoted_numbers(composed)
    references = [
        r for r in find_references(documents, dates) if not (_is_named_project(r, library) or r.number in quoted)
    ] or find_by_number(documents, dates, library)
    struck = strike(plain, [(r.start, r.end) for r in references] + [(d.start, d.end) for d in dates])
    struck = strike(struck, spans(_THROUGHOUT, struck) + spans(_SINCE_WHEN, struck))
    periods = with_named_years(with_years(list(find_periods(struck))), struck)
    struck_periods = strike(
        struck,
        [(p.start, p.end) for p in periods]
        + spans(_EXCEPTED, struck)
        + spans(_WITH_ALL, struck)
        + spans(_OR_STILL, struck),
    )
    common = common_words()
    bodies = list(
        find_asked_organisations(struck_periods, places=library.places, common=common, bodies=library.own_bodies)
    )
    # "Mấy xã trụ sở xuống cấp": communes are counted, and none is named.
    bodies = [b for b in bodies if not ASKS_COUNT_BEFORE.search(struck_periods[: b.start])]
    # "Đã trình UBND tỉnh chưa": to whom it is put, and nobody's whose it is.
    bodies = [b for b in bodies if not _PUT_TO.search(struck_periods[: b.start])]
    bodies += lone_places(struck_periods, bodies, library)
    for further in (far_places(composed, words, library), far_provinces(composed, words, library)):
        bodies += [m for m in further if not any(b.start < m.end and m.start < b.end for b in bodies)]
    bodies = without_desk([*bodies, *numbered_wards(struck_periods, bodies)], struck_periods)
    asked_for = find_asked(
        words,
        struck_periods,
        own_names(struck_periods, bodies),
        unit=_unit(struck_periods),
        names_document=bool(references),
    )
    cues, began = asked_for.cues, asked_for.began
    subject = strike(
        struck_periods, [(b.start, b.end) for b in bodies] + spans(_ANAPHORA, words) + spans(_ASKS_YES, words)
    )
    if opening := follow_words().match(subject):
        # "Còn Phường 3?": that "còn" goes on and says nothing of what is left.
        subject = strike(subject, [opening.span()])
    subject = strike(
        subject,
        spans(_ONLY_THEN, subject)
        + spans(_FROM_PERIOD, subject)
        + spans(_ON_DAY, subject)
        + spans(_SINCE_MERGER, subject),
    )
    if (late := _LATE_YET.search(subject)) is not None and not cues.keys() & _COUNTING:
        # "Đã trễ chưa", "hạn trình … qua chưa": whether a day has passed, and nothing about dossiers.
        cues["overdue"] = late.span()
        subject = strike(subject, [(max(late.start(), late.end() - len("da bi tre chua")), late.end())])
        subject = strike(subject, spans(_DAY_SET, subject))
    if (by := _DAY_ASKED.search(subject)) is not None:
        cues["due"] = by.span()
        subject = strike(subject, spans(_DAY_SET, subject))
    if bodies and (cues.keys() & {"rank", "score", "verify"}):
        subject = strike(subject, spans(_IN_ITS_BLOCK, subject))
    # "Hai sở A và B nhập lại": how many they are is said by their names.
    subject = strike(subject, spans(_COUNTED_BODIES, subject))
    claim = read_claim(subject, cues)
    subject = strike(subject, spans(_MARK, subject)) if claim else subject
    asked = cue_words().sub(" \x00 ", subject)
    terms = _of_posts(library.tagger.tag(asked), subject)
    if _FROM_TO.search(subject):
        terms = Terms({**terms.dimensions, "moment": frozenset({"before", "after"})}, terms.words)
    works = bool(_WORKS_YET.search(subject)) and not cues.keys() & _COUNTING
    if began or works:
        terms = Terms(terms.dimensions, (terms.words - _RUNNING) | {"#operating"})
    if _LEVEL_OF_WHOLE.search(subject):
        scope = terms.dimensions.get("scope", frozenset()) - {"whole"}
        terms = Terms({**terms.dimensions, "scope": scope}, terms.words) if scope else terms
    if _WITH_ALL.search(struck):
        terms = Terms({**terms.dimensions, "scope": frozenset({"whole"})}, terms.words)
    if (
        "diem phan tram" not in subject
        and "percent" not in cues
        and ("score" in cues or ("compare" in cues and "diem" in subject.split()))
    ):
        terms = Terms(terms.dimensions, terms.words | {"#score"})
    named = named_type(strike(subject, spans(PROJECT, subject)))
    naming = _of_posts(library.tagger.tag(all_cue_words().sub(" \x00 ", subject)), subject)
    if works:
        naming = Terms(naming.dimensions, (naming.words - _RUNNING) | {"#operating"})
    negated = _NEGATED.search(words)
    level = bare_level(subject) if not bodies else ""
    return Query(
        text=composed,
        folded=words,
        cues=cues,
        references=tuple(references),
        periods=tuple(periods),
        dates=tuple(d.day for d in dates),
        days=days,
        bodies=tuple(bodies),
        level=level,
        terms=terms if level != "ministry" else Terms(terms.dimensions, terms.words - {"bo", "ministry"}),
        naming=naming,
        named_type=named,
        unit=_unit(subject),
        claim=claim,
        negated=negated["what"] if negated else "",
        values=tuple(
            n.value
            for n in find_numbers(
                strike(subject, spans(_INDEX, subject) + spans(COUNTED_ACTING, subject) + spans(_CALLED_LINE, subject))
            )
            if n.whole is None and n.value >= 10
        ),
        counts=len(_ASKED_COUNTS.findall(subject)),
        # "So với cùng kỳ tăng mấy hồ sơ?": of the period that was spoken of.
        is_follow_up=bool(follow_words().match(words) or _ANAPHORA.search(words) or _THEN_WHAT.match(words))
        or (bool(periods) and all(p.is_same_period and p.year is None for p in periods)),
    )


# "Đường dây nóng hoạt động chưa", "một cửa điện tử mới chạy chính thức chưa": whether it works yet.
_WORKS_YET = Sought(
    r"\b(?:hoat dong|van hanh|chay)(?: chinh thuc| on dinh| duoc| thu| roi)* (?:chua|hay chua)(?: vay| a| em| anh| nhi| the)*\W*$"
)
_RUNNING = frozenset({"hoat", "dong", "van", "hanh", "chay", "chinh", "thuc"})
# "Đến bao giờ mới ban hành": only then, and nothing new.
_ONLY_THEN = Sought(r"\bmoi (?=(?:ban hanh|trinh|xong|hoan thanh|ky|ra|co|duoc|phe duyet|thong qua|dua|khai truong)\b)")
_PUT_TO = pattern_of(r"\b(?:trinh|tham muu)(?: len| cho)? $")
_COUNTED_BODIES = Sought(r"\b(?:ca )?(?:hai|ba|bon) (?=\x00|(?:so|ban|phong|chi cuc|trung tam)\b(?! voi\b))")
# "Sở Xây dựng đứng đầu … khối sở, ngành": the block is that of the body that is named.
_IN_ITS_BLOCK = Sought(
    r"\b(?:trong )?khoi (?:cac )?(?:so(?:,? (?:ban,? )?nganh)?|co quan|huyen|dia phuong|cap huyen|xa)\b"
)


def _is_named_project(reference: Reference, library: Library) -> bool:
    """ "Đề án 06": a type and a number without symbol and year, which reports speak of and no document bears."""
    is_bare = not reference.symbol and not reference.year
    return is_bare and is_project(fold(reference.type or ""), reference.number, library)


# 'Đề án "4 tại chỗ"', "mô hình “5 không”": what the name in quotes begins with is no document's number.
_QUOTED_NAME = pattern_of(r"[\"“”«](?P<number>\d{1,3}) [^\W\d][^\"“”»]*[\"“”»]")


def _quoted_numbers(text: str) -> frozenset[str]:
    return frozenset(m["number"].lstrip("0") for m in _QUOTED_NAME.finditer(text))


# "Hộ tịch thì sao?": the same of that.
_THEN_WHAT = pattern_of(r"\S+(?: \S+){0,4} thi (?:sao|the nao)\W*$")
_POSTS = frozenset({"#headcount", "#staff", "#human_resources", "nguoi"})


def _of_posts(terms: Terms, subject: str) -> Terms:
    """The terms, where posts are asked for; "được giao việc gì" does not tell those assigned from those filled."""
    if terms.words & _POSTS or "bien che" in subject or "co mat" in subject:
        return terms
    return Terms({d: v for d, v in terms.dimensions.items() if d != "posts"}, terms.words)


# "Đã trễ chưa": of something that was to be done; "hồ sơ trễ hạn chưa xin lỗi" goes on.
_LATE_YET = Sought(
    r"\b(?:da )?(?:bi )?(?:tre|cham|qua han|tre han|cham han|tre hen|qua thoi han) chua(?= tinh (?:den|toi)\b|\W*$)"
    r"|^(?:thoi )?han\b.*\b(?:da )?qua chua(?=\W*$)"
)
# What is asked for its day: "hạn trình …", "thời hạn nộp …".
_DAY_SET = Sought(r"^(?:the |vay |con )?(?:thoi )?han (?!che\b|muc\b|che,)")
_DAY_ASKED = Sought(
    r"^(?:the |vay |con )?(?:thoi )?han (?!che\b|muc\b).*\b(?:la )?(?:ngay nao|ngay may|khi nao|bao gio|luc nao|bua nao)\b"
)
_COUNTING = frozenset({"count", "percent", "money", "rank", "score"})
# "Từ quý II sang quý III": from one to the other; the periods are struck out.
_FROM_PERIOD = Sought(r"(?:^|(?<=\x00 ))(?:sang|qua) (?=\x00)")
# "Sau hợp nhất còn mấy phòng": when, and by what it came.
_SINCE_MERGER = Sought(r"\bsau (?:khi )?(?=(?:hop nhat|sap nhap)\b)")
# "Hôm 17/5/2019": the day is struck out.
_ON_DAY = Sought(r"\b(?:hom|bua)(?: ngay)? (?=\x00)")
# "Từ khi bỏ cấp quận, phường … nhận bao nhiêu": since when, and not what.
_SINCE_WHEN = Sought(r"^(?:ke )?tu (?:khi|luc|hoi) (?!nao\b)[^,\d]{3,60},(?= )")


# "Từ đầu năm tới cuối năm 2024": throughout the year, and nothing cumulated.
_THROUGHOUT = Sought(r"\btu dau nam (?:den|toi|cho den)(?: het)? cuoi (?=nam\b)")


# "Nó", "văn bản đó": what was spoken of before ("nợ" has the same letters, but a report's debts are "nợ đọng").
_ANAPHORA = Sought(
    r"\bno\b(?! (?:dong|cong|xau|vu|thue|bao hiem|luong|tien|phi))|\b(?:van ban|quyet dinh|ke hoach|cong van|bao cao|cai) (?:do|nay|ay)\b"
)


# "Trước và sau sắp xếp", "từ bao nhiêu xuống còn bao nhiêu": how it was and how it is.
_FROM_TO = Sought(
    r"\btruoc (?:va |, ?|voi )?sau\b|\btu (?:bao nhieu|may)\b.*\b(?:xuong|con|len|thanh)\b.*\b(?:bao nhieu|may)\b"
)
# "Cấp huyện toàn tỉnh": all of that level, and not the whole.
_LEVEL_OF_WHOLE = Sought(
    r"\bcap (?:tinh|so|huyen|quan|xa|phuong)(?:, (?:huyen|xa|phuong))? (?:tren dia ban |cua |trong )?(?:toan|ca) (?:tinh|thanh pho|huyen|quan)\b"
)
# "Qua mốc 55%": what something is held against, and no part of what it is.
_MARK = Sought(
    r"\b(?:cot )?moc (?=\d)|\b(?:keo|ha|giu|ep|ghim|day)(?: duoc)? (?=(?:ty le|ti le|so|muc|diem)\b)"
    r"|\b(?:chi tieu|muc tieu|nguong)(?: la)? (?=\d)"
)
# "Tính cả cấp xã": the whole is meant.
_WITH_ALL = Sought(r"\b(?:tinh|gom|bao gom|ke|ca) ca\b(?! (?:mau|nam|quy|ky|thang|nua)\b| \x00)[^,.;?\x00]*")
# "… không tính kỳ trước chuyển sang": what is left out of the question is not what it asks for.
_EXCEPTED = Sought(
    r"\b(?:khong|chua|ko|not) (?:tinh(?! (?:den|toi)\b)|ke|bao gom|gom|including|counting)\b[^,.;?\x00]*"
)


# "Đã có chưa hay còn lấy ý kiến?": the other answer that is thought of is no part of what is asked about.
_OR_STILL = Sought(r"(?<=\bchua) (?:hay|hoac)(?: la)? (?:con|dang|van|moi|chi|cho|phai|bi)\b[^,.;?\x00]*")


# "ISO 9001:2015", "TCVN ISO/IEC 27001:2013": a standard's number and year are no document's and no period.
STANDARD = Sought(r"(?<=\biso )(?:/?iec )?\d{4,5}(?:\s?[:-]\s?(?:19|20)\d\d)?|\b\d{4,5}:(?:19|20)\d\d\b")


# "Có phải giải quyết …": the asking "phải" is no duty.
_ASKS_YES = Sought(r"\bco phai\b")


def without_places(query: Query) -> str:
    """Its words with the names of places taken out: "huyện Kỳ Anh" signs nothing."""
    return strike(query.folded, own_names(query.folded, query.bodies))


def telling_words(query: Query, same: Callable[[str], str] = str) -> list[str]:
    """Its words, made alike, less those that ask or carry nothing; the name of a place is told whole: "Trà An"."""
    places = own_names(query.folded, query.bodies)
    others = all_cue_words().sub(" ", without_places(query).replace("\x00", " "))
    names = " ".join(query.folded[start:end] for start, end in places)
    return [*(w for w in _WORD.findall(same(others)) if w not in stop_words()), *_WORD.findall(same(names))]


_WORD = pattern_of(r"\w+")


# "Bộ chỉ số 766" is called by the decision that introduced it, and is not that document.
_INDEX = Sought(r"\bchi so \d{2,4}\b(?! ?/)")


# "Tổng đài 1022", "đường dây nóng 1900 …": what is called by its telephone number.
_CALLED_LINE = Sought(
    r"\b(?:tong dai|duong day nong|duong day|hotline|dau so|so dien thoai)(?: ho tro| so)? \d[\d. ]*\d"
)


# "Mấy máy in", "mua máy tính": the machine has the letters of the asking word.
_QUEUES = r"(?! (?:lay so|boc so|xep hang)\b)"  # a machine that gives out numbers
_HOW_MANY = rf"(?:(?<!mua )(?<!sam )(?<!trang bi )may{_QUEUES}|may{_QUEUES}(?! (?:vi )?(?:tinh|in|scan|quet|chieu|moc|photo|chu|tra)\b))"
_ASKED_COUNTS = pattern_of(
    rf"\b(?:bao nhieu|{_HOW_MANY}(?! may\b)|how many)\b(?:\smay\b(?=\s(?:tinh|in|scan|quet|chieu|moc|photo)))?"
)
# Letters ("thư") have the letters of procedures ("thủ tục") once folded: no unit tells them apart.
# "Giảm bao nhiêu so với năm 2020": "so" opens what it is held against.
_UNIT = Sought(
    rf"(?:bao nhieu|{_HOW_MANY}|how many|so luong|tong so)\s(?!thu\sxin\b)(?!so (?:voi|cung|\x00)|so$)(?P<unit>[a-z]+(?:\s[a-z]+)?(?:\s[a-z]+)?)"
)


# What ends a question politely; "vậy" and its like never count anything.
_PARTICLES = frozenset(
    {"a", "vay", "the", "nhi", "ha", "nhe", "nha", "em", "anh", "chi", "roi", "rua", "he", "dzay", "lan"}
)


# "Số người làm việc ở Trung tâm là mấy".
_NUMBER_OF = Sought(
    r"(?:^|(?<=\x00 )|\b(?:tong|co) )so (?!thu\b)(?P<unit>[a-z]+(?: [a-z]+)?)\b.* (?:la|duoc|co) (?:bao nhieu|may)\W*$"
)


def _unit(words: str) -> str:
    match = _UNIT.search(words)
    if not match:
        number = _NUMBER_OF.search(words)
        known = unit_pattern().match(words, number.start("unit")) if number else None
        return known[1] if known else ""
    known = unit_pattern().match(words, match.start("unit"))
    if known and (known[1] in FAULTS or (" " in known[1] and "," not in known[1])):
        return known[1]
    # "How many applications were filed": the unit ends where a word without a subject begins; "hồ" has the letters of "hộ".
    first, *rest = match["unit"].split()
    if first in _PARTICLES:
        return ""  # "là bao nhiêu ạ"
    return " ".join((first, *takewhile(lambda word: word not in stop_words(), rest)))


def resolve_all(periods: tuple[PeriodMention, ...], today: date) -> list[Period]:
    """The periods that are fully said, as meant on that day."""
    return [p for m in periods if (p := m.resolve(today))]


@cache
def all_type_names() -> tuple[str, ...]:
    """The names of all document types."""
    return tuple(t.name for t in document_types())


def named_types(words: str) -> list[str]:
    """The names of the types of document that folded words name."""
    return [name for name, pattern in _type_patterns().items() if pattern.search(words)]


@cache
def _type_patterns() -> dict[str, Sought]:
    return {name: Sought(rf"\b{fold(name)}\b") for name in all_type_names()}
