"""What became of a body: merged, renamed, turned into another, dissolved; and what a new one was made of."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Choice
from knowledge.asking.bodies import body_distance
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, clarify
from knowledge.asking.reports.naming_reports import label_of
from knowledge.asking.sentences.changes import Change, begins_name, changes, is_planned, nouns, tell_change
from knowledge.asking.sentences.which_parts import answer_which_parts
from knowledge.grammar.normalising import normalise, words_as_written
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# "X nhập vào đâu", "X chuyển thành gì", "X hợp nhất với ai", "X đã giải thể chưa".
_BECAME = pattern_of(
    lambda: (
        rf"\b(?P<name>{begins_name()}\b.*?)\s(?:(?:da|duoc|bi|se|hien|nay|gio|chu|vua|moi|thi)\s)*"
        r"(?P<verb>sap nhap|hop nhat|nhap|doi ten|giai the|to chuc lai|chuyen(?: doi)?|tach)\b(?P<rest>.*)"
    )
)
# "Trung tâm A được hợp nhất từ những đơn vị nào", "những đơn vị nào hợp nhất thành Trung tâm A".
_MADE_OF = pattern_of(
    lambda: (
        rf"\b(?P<name>{begins_name()}\b.*?)\s(?:(?:da|duoc|moi)\s)*(?:(?:hinh thanh|thanh lap|sap nhap|hop nhat|nhap|gop|tach|to chuc lai|ra doi)\s"
        r"(?:tu|tren co so)\b|tien than\b)"
    )
)
# "Phòng A từ những phòng nào nhập lại mà thành".
_JOINED_FROM = pattern_of(
    lambda: (
        rf"^(?P<name>{begins_name()}\b.*?) (?:duoc |do )?(?:tu|do) (?:nhung |cac |may |hai |ba )?[a-z]+(?: [a-z]+)? nao (?:duoc )?(?:sap nhap|hop nhat|nhap|gop|hop (?=lai|thanh))\b"
    )
)
_MAKES = pattern_of(
    lambda: rf"\bnao\b.*\b(?:sap nhap|hop nhat|nhap|chuyen|doi ten)\b.*\b(?:thanh|vao)\s(?P<name>{begins_name()}\b.*)"
)
# "Huyện đã nhập Đài Truyền thanh với đơn vị nào".
_JOINED_WITH = pattern_of(
    lambda: (
        rf"\b(?:sap nhap|hop nhat|nhap|gop) (?P<name>{begins_name()}\b(?: (?!nao\b)\w+)+?) (?:chung )?(?:voi|vao|cung|ve) (?:(?:{nouns('asked')}) )?(?:nao|dau|gi|ai)\b"
    )
)
_WHAT = pattern_of(r"\b(?:dau|mo|gi|nao|ai|chi|chua|what|which)\b")
# What does not belong to a body's name.
_NOT_NAME = pattern_of(
    r"\b(?:va|cua|voi|thi(?! dua\b)|da|duoc|la|vay|roi|chua|khong|hi|ha|(?<!thieu )nhi|a|gio|chu|hien nay|bay gio|hien|nay|nua|co|tinh|huyen|thanh pho)\b"
)


def answer_change(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """What the body that the question names became, or was made of, in the report's own words."""
    if (parts := answer_which_parts(library, query, today, wording)) is not None:
        return parts
    asked = _asked(query)
    if asked is None:
        return None
    name, side = asked
    entries = [e for e in statements_on(library, name, query) if _is_meant(e, query, today)]
    found = [c for e in entries for c in changes(e) if f" {name} " in f" {c.before if side == 'before' else c.after} "]
    if _NEW_NAME.search(query.folded):
        found = [c for c in found if _GIVES_NAME.search(c.entry.folded[c.start : c.end])]
    if not found and side == "after":
        found = _of_itself(library, query, today)
    if not found:
        return None
    # A report that tells it as done speaks louder than one that plans it; then the newest.
    best = max((not is_planned(c), c.entry.report.told_on) for c in found)
    telling = [c for c in found if (not is_planned(c), c.entry.report.told_on) == best]
    issuers = {c.entry.report.body for c in found}
    if len(issuers) > 1 and not query.bodies and not query.periods:
        choices = tuple(
            Choice(
                label_of(c.entry.report, wording),
                f"{query.text.rstrip('? ')} {c.entry.report.facts.organisation or ''}?",
            )
            for c in found
        )
        return clarify(wording.say("Có nhiều nơi, bạn hỏi nơi nào?", "Several bodies fit. Which one?"), choices)
    return tell_change(telling[0], wording)


# "Xã được thành lập trên cơ sở nhập ba xã …": a body that speaks of itself by its noun.
_ITSELF = pattern_of(
    lambda: (
        rf"^(?:[^;,]*, )?(?P<after>{begins_name()}|dia phuong|don vi)(?: moi| nay)? (?:duoc )?(?:thanh lap|hinh thanh)\b"
    )
)


_GIVES_NAME = pattern_of(r"\b(?:thanh|ten|goi la)\b")


def _of_itself(library: Library, query: Query, today: date) -> list[Change]:
    """What the reports of the body that is named say that it was made of."""
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    if len(places) != 1:
        return []
    setting_up = library.statements_with_words(["thanh", "lap"])
    own = setting_up.where(library.are_statements_of_place(setting_up.numbers, places[0]))
    return [
        change
        for entry in own
        if body_distance(entry.report, None, query.bodies, is_row=False) == 0 and _is_meant(entry, query, today)
        for change in changes(entry)
        if _ITSELF.search(entry.folded[change.start : change.end].strip())
    ]


# "Phòng Y tế của thị xã Vàm Nhơn nhập vào đâu": whose it is stands behind its name, and the bodies are known.
_OF_BODY = pattern_of(
    r" cua (?:so|bo|cuc|tong cuc|van phong|ban|trung tam|ubnd|uy ban nhan dan|huyen|quan|thi xa|thanh pho|xa|phuong|tinh)\b(?: (?!sap\b|hop\b|nhap\b|duoc\b|da\b|bi\b|giai the\b|chuyen\b|doi ten\b|tach\b|(?:do|tu) (?:nhung|cac|may)\b)\w+)*"
)


# "Bác cho cháu hỏi Nhà Thiếu nhi …": no "hội" that is reorganised.
_PREAMBLE = pattern_of(r"^.{0,30}?\b(?:cho|xin)(?: \w+)? hoi(?: la)?\b,? ?")


# "Hợp nhất từ những sở nào" has the letters of "số nào".
_WHICH_DEPARTMENTS = Sought(r"\b(?:tu|voi|gom|gop) (?:nhung |cac )?so nao\b")


def _asked(query: Query) -> tuple[str, str] | None:
    """The asked body's normalised name and the side of the change that it stands on."""
    if query.references or query.asks("count", "percent", "money", "when", "compare", "due"):
        return None
    if query.asks("number") and not _WHICH_DEPARTMENTS.search(query.folded):
        return None
    words = _OF_BODY.sub("", _PREAMBLE.sub("", _less_whole(query)))
    if not _WHAT.search(words):
        return None
    for body in query.bodies:
        # "Huyện Chợ Mới", "thị xã Nhập Hòa": what stands in the name of a place is no word of the question.
        if place := body.organisation.place:
            words = words.replace(place, place.replace(" ", "_"))
    for pattern, side in (
        (_MADE_OF, "after"),
        (_JOINED_FROM, "after"),
        (_MAKES, "after"),
        (_JOINED_WITH, "before"),
        (_BECAME, "before"),
    ):
        match = pattern.search(words)
        if match is None or (pattern is _BECAME and not _asks_where(match["verb"], match["rest"])):
            continue
        name = bare_name(match["name"], query)
        if len(name.split()) >= 2:
            return name, side
    return None


# "Ở Văn phòng UBND tỉnh, Phòng Tổng hợp nhập với phòng nào": where the division is, and none of its name.
_WITHIN = pattern_of(r"(?:o|tai|ben|trong) $")
_PART_BEHIND = pattern_of(lambda: rf",? {begins_name()} [a-z]")


def _less_whole(query: Query) -> str:
    """The question's words without the body, named first, in which another is reorganised."""
    for body in query.bodies:
        if _WITHIN.fullmatch(query.folded[: body.start]) and _PART_BEHIND.match(query.folded, body.end):
            return _named_anew(query.folded[body.end :].strip(" ,"))
    return _named_anew(query.folded)


# "X sau khi hợp nhất có tên là gì": into what it was merged.
_NEW_NAME = Sought(
    r"\bsau (?:khi )?(?P<verb>sap nhap|hop nhat|nhap)(?: xong)?(?: thi)? (?:co |mang |lay |duoc |goi |doi )*ten (?:moi )?(?:la |goi la |goi )?(?=gi\b)"
    r"|\bsau (?:khi )?(?P<also>sap nhap|hop nhat|nhap)(?: xong)?(?: thi)? (?:duoc )?goi la (?=gi\b)"
)


def _named_anew(words: str) -> str:
    return _NEW_NAME.sub(lambda m: f"{m['verb'] or m['also']} thanh ", words)


def _asks_where(verb: str, rest: str) -> bool:
    """Whether what follows the verb asks where to or into what, or only whether it is done."""
    if verb == "giai the":
        return True
    if re.search(r"\b(?:khi nao|ngay nao|bao gio|tu ngay)\b", rest):
        return False
    if verb.startswith("chuyen") and not re.match(r"\s(?:\w+\s){0,3}?(?:thanh|ve|sang|vao)\b", rest):
        # "Chuyển đổi số", "chuyển hồ sơ": nothing that a body becomes.
        return False
    return bool(re.match(r"\s?(?:\w+\s){0,4}?(?:dau|mo|gi|nao|ai|chi|chua|what|which)\b", rest))


def bare_name(name: str, query: Query) -> str:
    """The name of the body itself, without the place that it is of and without particles."""
    for body in query.bodies:
        if place := body.organisation.place.replace(" ", "_"):
            without = re.sub(rf"\b{re.escape(place)}\b", " ", name)
            # A ward is called by its place alone.
            name = without if len(_NOT_NAME.sub(" ", without).split()) > 1 else name
    return normalise(_NOT_NAME.sub(" ", name).replace("_", " "))


# How many of them sentences are looked up by.
_KEYS = 2


def statements_on(library: Library, name: str, query: Query) -> Sequence[StatementEntry]:
    """The sentences that may tell it: those that name the place, or have one of the rarest words of the body's name.

    None in which the name cannot stand; a merger is told of very many bodies.
    """
    own = words_as_written(name)
    places = [b.organisation.place for b in query.bodies if b.organisation.place and b.organisation.place in name]
    if places:
        return library.statements_with_words([*places[0].split(), *own])
    known = [w for w in library.tagger.tag(name).words if library.weight(w) < library.rare]
    rarest = sorted(known, key=library.weight, reverse=True)[:_KEYS]
    may = library.statements_with([*rarest, "#merged", "#dissolved"])
    return may.among(library.statements_with_words(own).numbers) if own else may


def _is_meant(entry: StatementEntry, query: Query, today: date) -> bool:
    """Whether the sentence is of the place and period that the question names."""
    periods = resolve_all(query.periods, today)
    own = entry.report.facts.period
    if periods and not any(own == p or (own and p.first <= own.first and own.last <= p.last) for p in periods):
        return False
    return all(_is_of_place(entry, b) for b in query.bodies if b.organisation.place)


def _is_of_place(entry: StatementEntry, body: OrganisationMention) -> bool:
    place = Organisation("", body.organisation.level, body.organisation.place)
    named = re.search(rf"\b{re.escape(place.place)}\b", entry.folded)
    return (
        bool(named) or body_distance(entry.report, None, (replace(body, organisation=place),), is_row=False) is not None
    )
