"""A view that followed any changes is the view that is laid out anew."""

import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.asking.library import Library, PublishedReport, StatementEntry
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.typing import Lexicon
from knowledge.briefing.deadlines import find_deadlines
from knowledge.facts import Citation, Figure, Measure, PeriodKind, Reading, ReportFacts, Role, Span, Statement
from knowledge.grammar.concepts import shipped_tagger
from knowledge.grammar.year_parts import make_period

SUBJECTS = (
    "cải cách hành chính năm 2019",
    "cải cách hành chính",
    "tuyên truyền cải cách hành chính năm 2019",
    "tuyên truyền cải cách hành chính năm 2020",
    "xin lỗi người dân, tổ chức",
    "xin lỗi người dân, tổ chức khi giải quyết hồ sơ quá hạn",
)
SYMBOLS = ("QĐ-UBND", "NQ-CP")
PROVINCES = (None, "Hưng Hòa", "Khau Lĩnh")
PLACES = ("", "Báo cáo của huyện Bản Loong.", "Sở Đoan Lập tỉnh Khau Lĩnh đã họp.")

days = st.dates(date(2019, 1, 1), date(2019, 1, 4))
plans = st.builds(
    Citation, st.just(Span(0, 1)), st.just(Role.PLANNED), st.sampled_from(["Quyết định", "Quy chế"]),
    subject=st.sampled_from(SUBJECTS), expected=st.none() | st.just(make_period(PeriodKind.QUARTER, 2, 2019)),
)  # fmt: skip
issues = st.builds(
    Citation, st.just(Span(0, 1)), st.sampled_from([Role.ISSUED, Role.BASIS, Role.LISTED]), st.sampled_from(["Quyết định", "Tờ trình"]),
    st.sampled_from(["12", "13"]), st.sampled_from(SYMBOLS), st.just("12/QĐ"), st.none() | days,
    st.none() | st.just(2019), subject=st.none() | st.sampled_from(SUBJECTS), status=st.none() | st.sampled_from(["Chưa xong", "Quá hạn"]),
    due=st.none() | days,
)  # fmt: skip
reports = st.builds(
    lambda said, place, province, on: report(said, place, province, on),
    st.lists(st.one_of(plans, issues, st.integers(1, 3)), max_size=4),
    st.sampled_from(PLACES),
    st.sampled_from(PROVINCES),
    days,
)
changes = st.lists(
    st.tuples(st.lists(reports, max_size=2), st.sets(st.integers(0, 9), max_size=2)), min_size=1, max_size=6
)


def report(said: list[Citation | int], place: str, province: str | None, on: date) -> Reading:
    """A report of these documents and figures, each in a sentence of its own."""
    lines, statements, at = [place], [], len(place) + 1
    for one in said:
        line = one.subject or "Nghị quyết" if isinstance(one, Citation) else f"Tiếp nhận {one} hồ sơ"
        span = Span(at, at + len(line))
        if isinstance(one, Citation):
            statements.append(Statement(span, "document", "Kết quả", citations=(replace(one, span=span),)))
        else:
            period = make_period(PeriodKind.QUARTER, one, 2019)
            figure = Figure(span, Measure.COUNT, Decimal(one), line, "hồ sơ", line, period=period)
            statements.append(Statement(span, "figure", "", figures=(figure,)))
        lines.append(line)
        at += len(line) + 1
    facts = ReportFacts(f"Báo cáo ngày {on}", f"{on.day}/BC", f"UBND tỉnh {province}" if province else None, province,
                        make_period(PeriodKind.MONTH, on.day, 2019), signed_on=on + timedelta(days=60))  # fmt: skip
    return Reading(facts, "\n".join(lines), tuple(statements))


@dataclass
class Followed:
    """A library that follows, and the reports that it should hold, in their order."""

    library: Library = field(default_factory=lambda: Library.build([], tagger()))
    held: list[PublishedReport] = field(default_factory=list)
    count: int = 0
    read: list[object] = field(default_factory=list)

    def change(self, came: list[Reading], went: set[int]) -> None:
        """These come, and those of the held ones go, of which every other one comes back."""
        gone = [one for place, one in enumerate(self.held) if place in went]
        new = [*gone[::2], *(PublishedReport(self.count + n, reading) for n, reading in enumerate(came))]
        self.count += len(came)
        self.library = self.library.changed(new, [one.id for one in gone])
        self.held = [one for one in self.held if one not in gone] + new
        # From which those of the next one go on.
        find_deadlines(self.library)
        self.read = [*self.library.all_documents(), *self.library.figures, *self.library.reports]


@cache
def tagger():
    return shipped_tagger()


def documents(library: Library) -> Iterator[list[tuple[int, int, int]]]:
    for document in library.all_documents():
        yield [
            (library.reports[m.report].id, m.place - library.reports[m.report].statements._first, m.position)
            for m in document.mentions
        ]


def words_of(library: Library) -> list[str]:
    return sorted({word for shelf in library.shelves for word in (*shelf.counts, *shelf.folded_words.places)})


def may_be(library: Library) -> Some[StatementEntry]:
    """Statements of a proposal, and perhaps others."""
    return library.statements.all().among(library.statements_of_types(lambda of: "Tờ trình" in of))


def looked_up(library: Library, words: list[str]) -> list[object]:
    """What looking up gives, by things that do not depend on how it is laid out."""
    numbers = [[d.key for d in library.documents_numbered(number)] for number in ("12", "13")]
    return [
        [(w, library.weight(w), [s.folded for s in library.statements_with_words([w])]) for w in words],
        [[library.figures[int(n)].figure for n in library.figure_words.of(w)] for w in words],
        [[f.figure for f in library.figures_of_value(f.figure.value)] for f in library.figures],
        [[d.key for d in library.documents_saying([w])] for w in words],
        sorted(library.own_places),
        sorted(library.own_bodies),
        numbers,
        [one.id for one in library.reports],
        library.filed.years,
        [one.id for year in library.filed.years for one in library.filed.of_year(year)],
        [r.id for r in library.filed.of_issuers(lambda r: bool(r.body.level), ())],
        [[m.position for _, m in library.documents_in(entry)] for entry in library.statements],
        [s.folded for s in library.statements_telling(Tells.LISTED)],
        [library.reports[number].id for number in library.reports_telling(Tells.LISTED).tolist()],
        [
            d.key
            for d in library.all_documents().standing(lambda said, is_past: is_past or "qua" in said, date(2019, 1, 3))
        ],
        [s.folded for s in library.statements.all().among(library.statements_stating(lambda said: "qua" in said))],
        [s.folded for s in may_be(library) if s.statement.citations[0].type == "Tờ trình"],
        sorted(map(repr, find_deadlines(library))),
    ]


@settings(max_examples=25, deadline=None)
@given(changes)
def test_whatever_came_and_went_the_same_is_found_as_if_laid_out_anew(
    made: list[tuple[list[Reading], set[int]]],
) -> None:
    followed = Followed()
    for came, went in made:
        followed.change(came, went)
    anew = Library.build(followed.held, tagger())
    assert list(documents(followed.library)) == list(documents(anew))
    words = words_of(followed.library)
    assert looked_up(followed.library, words) == looked_up(anew, words)


def one_and_another() -> tuple[Library, Library]:
    """A library that was read, and the one after another report came."""
    before = Library.build([PublishedReport(1, report([1, 2], "", None, date(2019, 1, 1)))], tagger())
    assert [one.figure for one in before.figures]
    return before, before.changed([PublishedReport(2, report([3], "", None, date(2019, 1, 2)))], [])


def test_what_was_read_before_a_change_is_not_read_again() -> None:
    before, after = one_and_another()
    assert after.reports[0] is before.reports[0]
    assert after.statements[1] is before.statements[1]
    assert after.figures[1] is before.figures[1]


def test_a_view_that_another_went_on_from_is_given_back() -> None:
    before, after = one_and_another()
    kept, first = weakref.ref(before), before.reports[0]
    del before  # nothing in it holds it, so that it waits for no look for garbage
    assert kept() is None
    assert list(first.statements) == [one.statement for one in after.statements if one.report is first]


def test_what_went_is_not_taken_over() -> None:
    before, after = one_and_another()
    went = weakref.ref(before.figures[0])
    without = after.changed([], [1])
    del before, after
    assert went() is None
    assert [one.id for one in without.reports] == [2]


def test_of_two_views_that_follow_the_same_one_each_has_its_own() -> None:
    before, after = one_and_another()
    other = before.changed([PublishedReport(3, report([4], "", None, date(2019, 1, 3)))], [])
    assert [one.id for one in after.reports] == [1, 2]
    assert [one.id for one in other.reports] == [1, 3]


texts = st.lists(st.sampled_from(["Krông Năng", "huyện Bản Loong", "hồ sơ đúng hạn", "thủ tụcc", "Krông"]), max_size=4)


@settings(max_examples=3, deadline=None)
@given(st.lists(texts.map(" ".join), max_size=6), st.sets(st.integers(0, 5)))
def test_what_was_learned_and_forgotten_is_as_if_never_learned(learned: list[str], forgotten: set[int]) -> None:
    lexicon, anew = Lexicon.shipped(), Lexicon.shipped()
    for text in learned:
        lexicon.learn([text])
    lexicon.forget([text for place, text in enumerate(learned) if place in forgotten])
    anew.learn([text for place, text in enumerate(learned) if place not in forgotten])
    words = ("krong", "nang", "ban", "loong", "tucc", "ho", "so")
    assert [
        (lexicon.costs_after(a)[b], lexicon.toned_forms(a), sorted(lexicon.near(f"{a}x"))) for a in words for b in words
    ] == [(anew.costs_after(a)[b], anew.toned_forms(a), sorted(anew.near(f"{a}x"))) for a in words for b in words]
