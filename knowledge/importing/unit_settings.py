"""What holds for a unit of a report where it says nothing of time and body itself: by its headings, its lead and the report."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.facts import Period, ReportFacts, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.windows import find_windows
from knowledge.importing.desks_spoken_of import is_only_where
from knowledge.importing.setting import Setting, resolve_periods
from knowledge.importing.structure import Unit
from knowledge.importing.tasks import tasks_period
from knowledge.importing.times import HAS_VALUE, is_carried_over, is_compared, is_subject_year


def setting_of(text: str, unit: Unit, report: ReportFacts, spoken_of: str | None) -> Setting:
    """What holds for the unit by its lead, its nearest heading and the report; `spoken_of` is the body that is spoken of."""
    window = _lead_window(text, unit) or _heading_window(unit) or report.window
    return Setting(_heading_period(unit, report), window, spoken_of, report.signed_on or report.published_on)


def _heading_period(unit: Unit, report: ReportFacts) -> Period | None:
    """The period of the nearest heading or lead that names one, else the report's; of tasks the one they are for."""
    if unit.is_task and (planned := tasks_period(unit, report)):
        return planned
    reference = report.signed_on or report.published_on or date(1, 1, 1)
    for words in (unit.label, *reversed(unit.headings)):
        if not unit.is_task and re.search(r"quy|nam 20|thang", fold(words)):
            folded = fold(words)
            found = [p for m, p in resolve_periods(folded, reference, report.period) if not _only_compared(folded, m)]
            # "Kế hoạch cải cách hành chính năm 2021: đến ngày 14/9/2021 …": the year is the plan's.
            own = [
                p
                for m, p in resolve_periods(folded, reference, report.period)
                if not is_subject_year(folded, m) and not _is_of_year_alone(folded, m, p, report.period)
            ]
            if found and (own or report.period is None):
                return found[0]
    return report.period


# "Kinh phí cải cách hành chính năm 2021: 420 triệu đồng. Văn bản điện tử đạt 96,0%.": the year is the money's.
_GIVEN_BY_YEAR = re.compile(r"\b(?:kinh phi|du toan|ngan sach|bien che|chi so)\b[^,;:()]*$")


def _is_of_year_alone(folded: str, mention: PeriodMention, period: Period, own: Period | None) -> bool:
    """Whether a heading's year is only that of what is given by years, in a report on a part of that year."""
    is_part = own is not None and own != period and period.first <= own.first and own.last <= period.last
    return is_part and _GIVEN_BY_YEAR.search(folded[: mention.start]) is not None


def _only_compared(folded: str, mention: PeriodMention) -> bool:
    """ "So với năm 2020: tỷ lệ … giảm 1,55 điểm phần trăm" is of the report's own time."""
    return is_compared(folded, mention) and folded.startswith(("so voi", "so cung ky"))


def _lead_window(text: str, unit: Unit) -> Window | None:
    """The days that the sentence which leads to a list gives: "2. Giải quyết TTHC (từ 15/12/2021 đến 31/5/2022):"."""
    if unit.lead is None or unit.cells:
        return None
    return next((window for _, _, window in find_windows(fold(unit.lead.cut(text)))), None)


def _heading_window(unit: Unit) -> Window | None:
    """The days that the nearest heading gives: "Riêng quý III (từ ngày 11/6/2018 đến ngày 10/9/2018)"."""
    return next((window for _, _, window in find_windows(fold(unit.headings[-1]))), None) if unit.headings else None


# "… đã bám sát chỉ đạo của UBND tỉnh, cụ thể:": whose orders are followed, and not whose figures these are.
_GIVES_ORDERS = re.compile(
    r"\b(?:chi dao|y kien|ke hoach|chuong trinh|nghi quyet|quyet dinh|cong van|yeu cau|quan tam|lanh dao|giao|huong dan)\b[^,;:.]{0,40} cua $"
)


def outside_brackets(folded: str, bodies: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """The bodies that stand in no brackets, if any do: "Sở (kể cả Văn phòng Đăng ký đất đai) tiếp nhận …" is the department's."""
    outside = [b for b in bodies if folded.rfind("(", 0, b.start) <= folded.rfind(")", 0, b.start)]
    return outside or list(bodies)


# "Sở TT&TT báo cáo nhanh số liệu toàn thành phố tháng 7/2024": who reports is not whose the figures are.
_REPORTS_ON_ALL = re.compile(
    r" (?:xin )?(?:tong hop,? )?bao cao\b[^;.]*\btoan (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|nganh)\b"
)


def _is_in_brackets(folded: str, at: int) -> bool:
    return folded.rfind("(", 0, at) > folded.rfind(")", 0, at)


def lead_setting(text: str, unit: Unit, setting: Setting, report: ReportFacts) -> Setting:
    """The setting with what the lead sentence says: its period, window and body."""
    if unit.lead is None:
        return setting
    words = unit.lead.cut(text)
    folded = fold(words)
    reference = report.signed_on or report.published_on or date(1, 1, 1)
    periods = [
        p
        for m, p in resolve_periods(folded, reference, report.period)
        if not re.search(r"so voi[^,;]*$", folded[: m.start])
        and not is_compared(folded, m)
        and not is_carried_over(folded, m)
        # "… 96.482 hồ sơ (quý I: 45.216 hồ sơ; quý II: 51.266 hồ sơ)": each of these has its own number.
        and not (_is_in_brackets(folded, m.start) and HAS_VALUE.match(folded, m.end))
    ]
    windows = [w for _, _, w in find_windows(folded)]
    bodies = outside_brackets(
        folded, [b for b in find_organisations(words) if not _GIVES_ORDERS.search(folded[: b.start])]
    )
    bodies = [b for b in bodies if not _REPORTS_ON_ALL.match(folded, b.end) and not is_only_where(folded, b)]
    desks = [b for b in bodies if b.organisation.is_desk] or bodies
    return replace(
        setting,
        period=periods[0] if periods else setting.period,
        window=windows[0] if windows else setting.window,
        organisation=desks[-1].name if desks else setting.organisation,
    )
