"""How many communes, wards or districts there are: "toàn tỉnh có 74 đơn vị hành chính cấp xã (61 xã, 13 phường)"."""

import re
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_UNITS = r"(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thon|ap|khu pho|to dan pho)"
_ASKED = Sought(rf"\b(?:bao nhieu|may|how many) (?P<unit>{_UNITS}|don vi hanh chinh(?: cap (?:xa|huyen))?)\b")
# Beside the units themselves the question says only where and since when.
_SAYS_NO_MORE = pattern_of(
    r"(?:tinh|thanh pho|huyen|toan|ca|hien|nay|bay gio|dang|co|con|gom|bao gom|sau|truoc|khi|sap xep|sap nhap|hop nhat|nhap|tu|ngay|nam|va|thi|la|minh|ta|cap xa|cap huyen|tong so|tong cong"
    r"|tat ca|voi|roi|vay|a|nhi|dia ban|tren|cua|moi|da|duoc|chi|dau|hoi|den|the|after|since|there|are|now|in|of|have|does|january|july|march|[\d/.-]|,|\?|\s)+"
)
# What a sentence that says how many there are is built like; "tỉnh có 05 xã chưa đạt" goes on and counts others.
_ENDS = r"(?=\s*(?:[(,;.:]|gom\b|bao gom\b|trong do\b|voi\b|$))"
_KINDS = rf"(?:don vi(?: hanh chinh)?(?: cap (?:xa|huyen))?(?: moi)?|{_UNITS}(?:(?:, | va ){_UNITS})*)"
_PARTS = rf"(?P<parts>[^.;\d]{{0,20}}\d{{1,4}} {_UNITS}[^.;)]*\)?)?"
_SAYS_SO = (
    pattern_of(
        rf"\b(?:(?:toan |ca )(?:tinh|thanh pho|huyen)|(?<!cap )(?:tinh|thanh pho)(?: [a-z]+){{0,3}})(?: hien| nay| chi| moi| dang)* (?:co|con|gom) (?:tong so |tong cong |tat ca )?"
        rf"(?P<many>\d{{1,4}}) (?P<unit>{_KINDS}){_ENDS}{_PARTS}"
    ),
    pattern_of(
        rf"\b(?:don vi hanh chinh cap (?:xa|huyen)|sap xep \d+ {_UNITS}(?:, {_UNITS})*)\b[^.;]*?\b(?:con|thanh) (?P<many>\d{{1,4}}) (?P<unit>don vi(?: hanh chinh cap (?:xa|huyen))?(?: moi)?|{_UNITS}(?:, {_UNITS})*)"
        rf"{_ENDS}{_PARTS}"
    ),
)
# "Sau sắp xếp còn bao nhiêu": only a sentence that speaks of the change tells.
_AFTERWARDS = Sought(r"\b(?:sau|khi|tu khi) (?:sap xep|sap nhap|hop nhat|nhap)\b|\bafter\b")
_TELLS_OF_CHANGE = pattern_of(r"\b(?:sap xep|sap nhap|hop nhat|nhap|giam|ket thuc hoat dong|moi|(?:02|2|hai) cap)\b")
_MOST_SENTENCES = 400


def answer_how_many_places(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest sentence that says how many there are and has each kind that is asked for; None where another thing is asked."""
    units = [m["unit"] for m in _ASKED.finditer(query.folded)]
    if not units or query.references or query.claim is not None:
        return None
    rest = _ASKED.sub(" ", query.folded)
    for body in query.bodies:
        rest = rest.replace(body.name, " ")
    if not _SAYS_NO_MORE.fullmatch(re.sub(rf"\b{_UNITS}\b", " ", rest) or " "):
        return None
    found = [
        (e, said)
        for e in _sentences(library)
        if _is_meant(e, query) and (said := _said(e)) and _has_all(said, units, query.folded)
    ]
    since = max((*query.dates, *(p.first for p in resolve_all(query.periods, today))), default=date.min)
    found = [(e, said) for e, said in found if since <= e.report.told_on <= today]
    if _AFTERWARDS.search(query.folded):
        found = [(e, said) for e, said in found if _TELLS_OF_CHANGE.search(e.folded)]
    if not found:
        return None
    newest = max(e.report.told_on for e, _ in found)
    last = [(e, said) for e, said in found if e.report.told_on == newest]
    if len({said["many"] for _, said in last}) > 1 or len({e.report.province for e, _ in found}) > 1:
        return None
    entry, said = last[0]
    words = entry.statement.span.cut(entry.report.text)
    told = words[said.start("many") : said.end()] if len(words) == len(entry.folded) else words
    source = quote(entry.report, entry.statement.span)
    return answered(
        f"{shorten(told, 300).rstrip(' ,.')} – {wording.day(entry.report.told_on)}",
        (source,),
        topic=Topic(report_id=entry.report.id),
    )


def _said(entry: StatementEntry) -> re.Match[str] | None:
    return next((m for pattern in _SAYS_SO if (m := pattern.search(entry.folded))), None)


def _sentences(library: Library) -> list[StatementEntry]:
    found: dict[int, StatementEntry] = {}
    for words in (
        ("don", "vi", "hanh", "chinh"),
        ("toan", "tinh", "co", "xa"),
        ("toan", "tinh", "con", "xa"),
        ("gom", "xa", "phuong"),
    ):
        having = library.statements_with_words(words)
        if len(having) <= _MOST_SENTENCES:
            found |= {e.number: e for e in having if "|" not in e.folded and e.statement.task is None}
    return list(found.values())


def _is_meant(entry: StatementEntry, query: Query) -> bool:
    """Whether the sentence is of the place that is asked for."""
    report = entry.report
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    if not places and query.level == "district" and report.body.level != "district":
        return False
    if not places and report.body.level in {"district", "commune"} and query.level == "province":
        return False
    return all(place in {report.province, report.body.place} for place in places)


def _has_all(said: re.Match[str], units: list[str], folded: str) -> bool:
    """Whether each kind that is asked for has its own number, or the one number is of just what was asked."""
    counted = f"{said['many']} {said['unit']} {said['parts'] or ''}"
    alone = [unit for unit in units if re.search(rf"\b\d{{1,4}} {unit}\b(?!,? {_UNITS}\b)", counted)]
    if len(units) > 1 or alone:
        return len(alone) == len(units)
    (unit,) = units
    level = "huyen" if re.search(r"\b(?:huyen|quan|thi xa)\b", unit) else "xa"
    is_together = unit.startswith("don vi") or re.search(rf"\b{unit},? (?:va )?{_UNITS}\b", folded)
    told = f"{said['unit']} {said[0]}"
    return bool(is_together) and (("huyen" in told) == (level == "huyen"))
