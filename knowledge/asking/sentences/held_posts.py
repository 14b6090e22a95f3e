"""Who holds which post, as a sentence tells of an appointment or the head of a body signs its report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.library import ReportEntry, StatementEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import NOUN_ALONE, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.persons import FULL_NAME
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_lists


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A person and the post that a report tells to be theirs."""

    name: str  # as written
    post: str  # folded, with its "pho" where it is a deputy's
    of: frozenset[str]  # the words of what is headed
    title: str  # as written, in ordinary capitals


def post_pattern() -> str:
    """A folded post; the room that "trưởng phòng" heads is left to the name of what is headed."""
    rooms = [fold(name).split(" ", 1) for name in load_lists("posts")["heads_of_rooms"]]
    of_rooms = "|".join(rf"{head}(?= {room}\b)" for head, room in rooms)
    return rf"(?:pho\s+)?(?:{any_of(load_lists('posts')['heads'])}|{of_rooms})"


# Levels of two words are held as one, so that "thị xã" has not the word of "xã".
_LEVELS = {"thi xa": "thixa", "thi tran": "thitran", "thanh pho": "thanhpho"}
_ONE_WORD_LEVELS = frozenset({"tinh", "huyen", "quan", "xa", "phuong"})


def words_of_name(name: str, post: str) -> frozenset[str]:
    """The words of what is headed, made alike; who heads a people's committee is called by its place alone as well."""
    words = normalise(name)
    for level, one in _LEVELS.items():
        words = re.sub(rf"\b{level}\b", one, words)
    return frozenset(words.split()) - ({"ubnd"} if post.endswith("chu tich") else set())


@once_each
def issuer_words(report: ReportEntry) -> frozenset[str]:
    """The words of its issuer's name."""
    return words_of_name(report.facts.organisation or "", "")


@once_each
def taken_for_granted(report: ReportEntry) -> frozenset[str]:
    """What a report need not say of its own bodies: its place and province, and of which level it is."""
    own = issuer_words(report)
    levels = own & (_ONE_WORD_LEVELS | frozenset(_LEVELS.values()))
    if not levels and report.body.level not in BELOW_PROVINCE:
        levels = frozenset({"tinh"})
    return levels | frozenset(f"{report.body.place} {report.province}".split())


# "Ông Đặng Hữu Phước", "đồng chí Lê Văn A".
_PERSON = re.compile(rf"(?<!thay )\b(?:Ông|Bà|ông|bà|[Đđ]ồng chí|đ/c)\s(?P<name>{FULL_NAME})")
_GIVEN = pattern_of(
    lambda: (
        rf"\b(?:(?P<plain>{any_of(load_lists('posts')['given'])})|{any_of(load_lists('posts')['given_by_act'])})"
        rf"(?: lai)?\s(?P<post>{post_pattern()})\b(?P<of>[^;.(]*)"
    )
)
_ACT = pattern_of(lambda: rf"\b(?:{any_of(load_lists('posts')['acts'])})\b")


@cache
def _toned(name: str, behind: str = "") -> re.Pattern[str]:
    """Those words as written with their tones: "thôi" is not "thời"."""
    words = "|".join(sorted(map(re.escape, load_lists("posts")[name]), key=len, reverse=True))
    return re.compile(rf"(?i)\b(?:{words})\b{behind}")


@once_each
def appointed(entry: StatementEntry) -> tuple[HeldPost, ...]:
    """The posts that a sentence says to be given to persons that it names."""
    if not entry.is_sentence:
        return ()
    words = entry.statement.span.cut(entry.report.text)
    return (*_appointed(entry, words), *_headed_by(entry, words), *_put_in_charge(entry, words))


# Who leads without the post of its head: "giao bà Lê Thị Na phụ trách Trung tâm", "tạm phân công ông … phụ trách Sở".
IN_CHARGE = "phu trach"
_PUT_IN_CHARGE = pattern_of(
    r"\b(?:giao|phan cong|cu|giao nhiem vu|giao quyen)\b (?P<who>[^;]{4,90}?)\bphu trach(?:,? dieu hanh)? (?P<of>[^;.,()]{3,70})"
)


def _put_in_charge(entry: StatementEntry, words: str) -> Iterator[HeldPost]:
    if len(words) != len(entry.folded):
        return
    for given in _PUT_IN_CHARGE.finditer(entry.folded):
        named = list(_PERSON.finditer(words, given.start("who"), given.end("who")))
        if not named or _toned("not_held").search(words, given.start(), given.end("who")):
            continue
        end = _toned("ends_name").search(words, given.start("of"), given.end("of"))
        name = words[given.start("of") : end.start() if end else given.end("of")]
        yield _held(entry.report, named[-1]["name"], IN_CHARGE, name, "Phụ trách")


# "Trung tâm có 07 công chức, Giám đốc là ông Đoàn Văn Khải", "…, do Phó Chủ tịch UBND xã Triệu Văn Páo làm Giám đốc".
_HEADED = pattern_of(
    lambda: (
        rf"\b(?P<post>{post_pattern()})(?P<of> [^;.,()]{{3,60}}?)? la (?=ong |ba |dong chi |d/c )|\b(?:do|gom) [^;.()]{{4,80}}\b(?:lam|kiem|kiem nhiem) (?P<made>{post_pattern()})\b"
    )
)
_LAST_NAME = re.compile(rf"(?P<name>{FULL_NAME})\s*$")


def _headed_by(entry: StatementEntry, words: str) -> Iterator[HeldPost]:
    """Who heads what the sentence speaks of."""
    if len(words) != len(entry.folded) or _toned("not_held").search(words):
        return
    for headed in _HEADED.finditer(entry.folded):
        kind = "post" if headed["post"] else "made"
        if kind == "post":
            person = _PERSON.match(words, headed.end())
        else:
            person = _LAST_NAME.search(words, headed.start(), words.rfind(" ", 0, headed.start("made") - 1))
        of = words[headed.start("of") : headed.end("of")] if headed["of"] else ""
        named = [o.name for o in find_organisations(words[: headed.start()])]
        if not named and re.search(r"\btrung tam\b", entry.folded[: headed.start()]):
            named = ["Trung tâm"]
        if person is None or not (of or named):
            continue
        title = words[headed.start(kind) : headed.end(kind)]
        yield _held(entry.report, person["name"], headed[kind], of or named[-1], title, _above(entry))


def _appointed(entry: StatementEntry, words: str) -> Iterator[HeldPost]:
    for given in _GIVEN.finditer(entry.folded):
        start = max(words.rfind(mark, 0, given.start()) for mark in (";", ". ")) + 1
        before = words[start : given.start()]
        named = list(_PERSON.finditer(before))
        if not named or _toned("not_held").search(before):
            continue
        if not given["plain"] and not _ACT.search(entry.folded, start, given.start()):
            continue
        end = _toned("ends_name").search(words, given.start("of"), given.end("of"))
        name = words[given.start("of") : end.start() if end else given.end("of")]
        title = words[given.start("post") : given.end("post")]
        yield _held(entry.report, named[-1]["name"], given["post"], name, title, _above(entry) + before)


def _above(entry: StatementEntry) -> str:
    """What stands before a sentence in its paragraph."""
    text, start = entry.report.text, entry.statement.span.start
    return text[text.rfind("\n", 0, start) + 1 : start]


def _held(report: ReportEntry, person: str, post: str, name: str, title: str, above: str = "") -> HeldPost:
    of = words_of_name(name, post)
    nouns = " ".join(w for w in normalise(name).split() if w not in _ONE_WORD_LEVELS)
    if NOUN_ALONE.fullmatch(nouns):
        # "Giám đốc Sở" in that department's report; elsewhere it is not known of which.
        is_its = report.body.body.startswith(f"{nouns} ")
        if nouns == "trung tam" and report.body.level == "commune":
            # A commune has one centre since July 2025.
            return HeldPost(
                person, " ".join(post.split()), words_of_name("Trung tâm Phục vụ hành chính công", post), title
            )
        centres = {name for name in report.bodies_told if fold(name).startswith(_CENTRE)}
        if nouns == "trung tam" and not is_its and len(centres) == 1:
            # The office's report tells of the one centre under it.
            return HeldPost(person, " ".join(post.split()), words_of_name(centres.pop(), post), title)
        # "Sở Công Thương chuyển trụ sở. Ông … làm Giám đốc Sở": of the one that its paragraph names.
        spoken_of = {o.name for o in find_organisations(above) if fold(o.name).startswith(f"{nouns} ")}
        named = words_of_name(spoken_of.pop(), post) if len(spoken_of) == 1 else frozenset()
        of = words_of_name(report.body.body, post) if is_its else named
    return HeldPost(person, " ".join(post.split()), of, title)


_CENTRE = "trung tam phuc vu hanh chinh cong"
_END = 3_000  # letters that a report ends with, its addressees and notes behind the signature included
_SIGNATURE = 160  # letters above a name; the titles of who signs for whom stand within them
_TITLE = pattern_of(lambda: rf"\b{post_pattern()}\b")
# "TL. CHỦ TỊCH", "TUQ. GIÁM ĐỐC": whose title stands next to it is not that of the body.
_BY_ORDER = pattern_of(r"\b(?:tl|tuq|thua lenh|thua uy quyen)\b")
# "KT. BỘ TRƯỞNG": who signs for the head has another title.
_FOR_HEAD = pattern_of(r"\b(?:kt|ky thay)\b[\s./:*_-]*$")


@once_each
def signed(report: ReportEntry) -> HeldPost | None:
    """The post of who signed a report, where it is that of the body's head or deputy."""
    signer, organisation = report.facts.signer, report.facts.organisation
    end = len(report.text)
    at = report.text.rfind(signer, max(0, end - _END), end) if signer else -1
    if signer is None or organisation is None or at < 0:
        return None
    above = report.text[max(0, at - _SIGNATURE) : at]
    folded = fold(above)
    titles = [m for m in _TITLE.finditer(folded) if above[m.start() : m.end()].isupper()]
    if not titles or _BY_ORDER.search(folded):
        return None
    last, is_of_committee = titles[-1], report.body.body in {"", "ubnd"}
    if is_of_committee is not last[0].endswith("chu tich") or _FOR_HEAD.search(folded[: last.start()]):
        return None
    return _held(report, signer, last[0], organisation, _in_ordinary_capitals(above[last.start() : last.end()]))


def _in_ordinary_capitals(title: str) -> str:
    """ "PHÓ GIÁM ĐỐC" as "Phó Giám đốc"."""
    words = " ".join(title.lower().split())
    return f"Phó {words.removeprefix('phó ').capitalize()}" if words.startswith("phó ") else words.capitalize()


def has_left(entry: StatementEntry, name: str) -> bool:
    """Whether a sentence says of that person that they hold nothing any more."""
    words = entry.statement.span.cut(entry.report.text)
    leaving = rf"{re.escape(name)},?(?: (?:đã|được|bị|xin|chính thức))*\s"
    return any(_toned("left").match(words, said.end()) for said in re.finditer(leaving, words))
