"""Of which time a figure is, by its sentence: its own period, and the one that it is compared to."""

import re
from dataclasses import dataclass

from knowledge.facts import Measure, Period
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.year_parts import make_period, period_index, previous_year
from knowledge.importing.measures import COMPARED
from knowledge.importing.quantities import Quantity, left_words

# Behind a period that has a value of its own: "quý II là 5.436", "(quý I 43.117 hồ sơ; quý II tiếp nhận 58.806 hồ sơ)".
HAS_VALUE = re.compile(
    r"(?: den nay)?\s?(?:(?:ty le|con so|so) (?:nay|do|tren|tuong ung) )?(?::|la|dat|co|chi|chi co)\s[^a-z]{0,3}\d"
    r"|\s(?:(?:da )?(?:tiep nhan|giai quyet|nhan)(?: moi)? )?\d[\d.,]*%? ?(?!\W)"
)
_NEAR = 30  # characters after "so với" in which its period stands
# "Đang có mặt", "hiện nay còn": what is so when the report is written.
_AT_PRESENT = re.compile(
    r"^\W*(?:dang|hien|hien nay|hien dang|den nay)(?: con)? (?:co|co mat|con)\b(?!.*\b(?:nam|quy|thang)\b)"
    r"|^\W*co mat(?: (?:den|tinh den)(?: het)?(?: ngay)? [\d/.-]+)?\W*$"
)


@dataclass(frozen=True, slots=True)
class Times:
    """The periods that a sentence names, in its folded words, and the one of the report or heading where it names none."""

    folded: str
    periods: tuple[tuple[PeriodMention, Period], ...]
    same_periods: tuple[PeriodMention, ...]  # every "cùng kỳ"
    at_large: Period | None

    def period(self, one: Quantity, previous: Quantity | None) -> Period | None:
        """The period of a quantity; of a value that another is compared to, that other time."""
        if not one.is_earlier and previous is not None and _AT_PRESENT.search(left_words(self.folded, one)):
            # "Năm 2020 được giao 72 biên chế, đang có mặt 66 người": the second is of the report's own time.
            return self.at_large
        named = self.compared(one, previous) if one.is_earlier else self.of_clause(one) or self._own(one)
        return named or self.at_large

    def of_clause(self, one: Quantity) -> Period | None:
        """The same period of another year that a quantity's own clause names: "cùng kỳ năm 2021: 11.906 hồ sơ"."""
        before = self.folded[: one.number.start]
        mentions = [m for m in self.same_periods if one.left <= m.start < one.number.start]
        if not mentions or re.search(
            r"\bso (?:voi )?$|\b(?:tang|giam|hon|kem)\b[^(;:]*$", before[: mentions[-1].start]
        ):
            return None
        return self._same(mentions[-1].start, mentions[-1].start + 1)

    def compared(self, one: Quantity, previous: Quantity | None) -> Period | None:
        """The period after the "so với" of the number's clause, or before a value given for it in brackets; None where there is none."""
        if one.is_earlier:
            before = [(m, p) for m, p in self.periods if m.end <= one.number.start]
            if same := self._same(0, one.number.start):
                return same
            return before[-1][1] if before else None
        own = [p for m, p in self.periods if one.left <= m.start < one.number.start and is_compared(self.folded, m)]
        if own:
            return own[-1]
        before_it = _compared_before(self.folded, one.number.start)
        opens_clause = before_it and before_it.start() >= (previous.end if previous else 0)
        mark = before_it if opens_clause else COMPARED.search(self.folded, one.end) or before_it
        if not mark:
            return None
        after = [(m, p) for m, p in self.periods if mark.start() <= m.start <= mark.end() + _NEAR]
        return self._same(mark.start(), mark.end() + _NEAR) or (after[0][1] if after else None)

    def _same(self, start: int, end: int) -> Period | None:
        """The time that the last "cùng kỳ" between two places means: the sentence's own period, of the year named or the one before."""
        mentions = [m for m in self.same_periods if start <= m.start < end]
        if not mentions:
            return None
        last = mentions[-1]
        # "… so với cùng kỳ năm 2021 (4.612 hồ sơ), vượt mục tiêu của năm 2022": what is named behind it is of no matter.
        before = ((m, p) for m, p in self.periods if m.start < last.start and not is_compared(self.folded, m))
        named = (p for m, p in before if not _is_aside(self.folded, m, last.start))
        if (own := next(named, self.at_large)) is None:
            return None
        return make_period(own.kind, period_index(own), last.year) if last.year else previous_year(own)

    def _own(self, one: Quantity) -> Period | None:
        """The period that is the quantity's by where both stand: the last before it, else one right behind it."""
        folded = self.folded
        named = [(m, p) for m, p in self.periods if not is_compared(folded, m) and not is_subject_year(folded, m)]
        for mention, period in named:
            if one.end <= mention.start and _is_told_within(folded, one, mention):
                return period
        divided = _divided_by_time(folded, named)
        before = [
            p
            for m, p in named
            if m.start < one.number.start
            and m not in divided
            and not _is_aside(folded, m, one.number.start)
            and not _is_of_start(folded, m, one.number.start)
        ]
        after = [p for m, p in named if one.end <= m.start and _is_told_after(folded, one, m)]
        if before:
            return before[-1]
        return after[0] if after else None


def _compared_before(folded: str, end: int) -> re.Match[str] | None:
    """The "so với" that opens the sentence or the clause before a place: "So với quý I, … giảm 150 hồ sơ"."""
    opening = None
    for match in re.finditer(r"(?:^|[,;(]\s*|\bva\s)(?=so voi\b|so cung ky\b)", folded[:end]):
        behind = folded[match.end() : end]
        # "So với năm 2020: A giảm …; B tăng …" holds for all of them.
        opening = match.end() if ";" not in behind or _FOR_ALL.match(behind) else opening
    return COMPARED.match(folded, opening) if opening is not None else None


_FOR_ALL = re.compile(r"so (?:voi )?[^:;,.(]{2,40}:")
_COMPARED_TO = re.compile(
    r"(?:so voi|(?<!ho )(?<!chi )so|voi|tang|giam|nhieu hon|it hon|cao hon|thap hon)\s(?:cung ky\s)?(?:cuoi\s)?$"
    r"|\bgap (?:(?:hon|gan|khoang|toi) )?(?:doi|ruoi|\d[\d,]* lan|(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) lan)(?: ruoi)?\s(?:cua )?$"
    r"|\bso voi\s(?!ke hoach|chi tieu|muc tieu|du toan)[^,;:.()]{3,40}$"
)


def is_compared(folded: str, mention: PeriodMention) -> bool:
    """Whether a period is one that something is only compared to: "so với quý I", "so với tổng số của tỉnh cũ năm 2024"."""
    return bool(_COMPARED_TO.search(folded[: mention.start])) or mention.is_same_period


def _is_told_after(folded: str, one: Quantity, mention: PeriodMention) -> bool:
    """Whether a period after a number is the number's: right behind it in the same clause and without a value of its own."""
    between = folded[one.end : mention.start]
    if one.measure is Measure.MONEY and _FOR_THE_WORK.fullmatch(between):
        return not HAS_VALUE.match(folded, mention.end)
    return len(between) <= 12 and ";" not in between and not HAS_VALUE.match(folded, mention.end)


# "Bố trí 9.200 triệu đồng cho cải cách hành chính năm 2019": money for the work of a year is that year's.
_FOR_THE_WORK = re.compile(r" (?:de |chi )?(?:cho|phuc vu) [a-z ]{3,60} (?:trong )?")


def _is_told_within(folded: str, one: Quantity, mention: PeriodMention) -> bool:
    """ "… 300 hồ sơ trong tháng 4/2021", "hạng 41/63 vào năm 2018": the period is that of the number before it, whatever was spoken of earlier."""
    return bool(re.fullmatch(r"[^\d.;:(,]*\b(?:trong|vao)\s", folded[one.end : mention.start])) and not HAS_VALUE.match(
        folded, mention.end
    )


# "… gồm 248.113 hồ sơ trong 6 tháng đầu và 271.940 hồ sơ trong 6 tháng cuối, …": each is of the number before it alone.
_OF_NUMBER_BEFORE = re.compile(r"\d[\d.,]*%? [^\d.;:(,]{0,40}\b(?:trong|vao|cua) $")


def _divided_by_time(folded: str, named: list[tuple[PeriodMention, Period]]) -> list[PeriodMention]:
    """The times by which a sentence divides a number; none where it tells only one of a number."""
    told = [
        (m, p) for m, p in named if _OF_NUMBER_BEFORE.search(folded[: m.start]) and not HAS_VALUE.match(folded, m.end)
    ]
    return [m for m, _ in told] if len({p for _, p in told}) > 1 else []


def _is_aside(folded: str, mention: PeriodMention, at: int) -> bool:
    """Whether a period stood with a value of its own in brackets that are closed before a place."""
    opened = folded.rfind("(", 0, mention.start)
    return (
        opened > folded.rfind(")", 0, mention.start)
        and ")" in folded[mention.end : at]
        and bool(HAS_VALUE.match(folded, mention.end))
    )


# "Giảm từ 490 đơn vị cuối năm 2023 còn 451 đơn vị; đã …": the year is that of the first number and of none behind it.
_FROM = re.compile(r"\btu \d[\d.,]*%? [^\d,;:()]*$")


_TO = re.compile(r"\W*(?:(?:giam|tang|rut) )?(?:xuong con|xuong|con lai|con|len|thanh)\s[^\d,;]*\d")


def _is_of_start(folded: str, mention: PeriodMention, at: int) -> bool:
    """Whether a period is that from which something changed to the number at a place, or is so of an earlier clause."""
    if folded.endswith(" tu ", 0, mention.start) and ";" in folded[mention.end : at]:
        return True  # "Máy quét hỏng từ tháng 8; 03 thôn chưa có mạng": only the machine since then
    return bool(_FROM.search(folded[: mention.start]) and _TO.match(folded, mention.end))


_CARRIED_OVER = re.compile(r" (?:da )?(?:chuyen|mang|ton)(?: sang| qua| tiep| lai)\b")
_CARRIED_INTO = re.compile(r"\b(?:chuyen|mang|ket chuyen)(?: tiep)? (?:sang|qua) $")


def is_carried_over(folded: str, mention: PeriodMention) -> bool:
    """Whether it is the time from or into which things are carried over: "gồm cả hồ sơ quý II chuyển sang", "chuyển sang năm 2020"."""
    return bool(_CARRIED_OVER.match(folded, mention.end) or _CARRIED_INTO.search(folded[: mention.start]))


# "Xếp hạng năm 2017 do các bộ công bố trong năm 2018".
_MADE_KNOWN_ASIDE = re.compile(r"\((?:duoc )?(?:cong bo|ban hanh|thong bao)[^()]*$")
_MADE_KNOWN_IN = re.compile(r"\bcong bo (?:trong|vao) nam \d{4}$")
# "Chỉ số PAPI năm 2020, công bố năm 2021, đạt 42,1 điểm": beside another year, when it was made known.
_MADE_KNOWN_BESIDE = re.compile(r"\bnam \d{4}[^.;:()\d]*, (?:duoc |do [^,;.:()\d]{2,40} )?cong bo nam \d{4}$")


# "Kế hoạch số 17/KH-SNV ngày … về kiểm tra, đánh giá công vụ năm 2021, Sở đã kiểm tra 05 cơ quan": the plan's year.
_PLAN_NAMED = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|phuong an) (?:so )?\d[^;()]* ve [^;()]*[a-z] (?<!trong )(?<!den )(?<!het )(?<!tu )$"
)
_NAME_ENDS = re.compile(r"\s*(?:[,;.)]|$)")


def is_subject_year(folded: str, mention: PeriodMention) -> bool:
    """A year of a plan's name ("Kế hoạch … năm 2019"), a limit to come, since which something is added up, or in which it was only carried over or made known."""
    return (
        is_carried_over(folded, mention)
        or bool(_MADE_KNOWN_IN.search(folded[: mention.end]) or _MADE_KNOWN_BESIDE.search(folded[: mention.end]))
        or bool(_MADE_KNOWN_ASIDE.search(folded[: mention.start]))
        or bool(re.search(r"(?:ke hoach|chuong trinh|de an|phuong an)[^,;:()]*$", folded[: mention.start]))
        or bool(_PLAN_NAMED.search(folded[: mention.start]) and _NAME_ENDS.match(folded, mention.end))
        or bool(
            re.search(
                r"(?:chuyen sang|sang|truoc|giai doan|du kien(?: trong)?|luy ke (?:tinh |ke )?tu)\s$",
                folded[: mention.start],
            )
        )
    )
