"""What has been passed on the way down a page: the headings that still hold, list heads, the table that is gone through."""

from dataclasses import dataclass, field

from knowledge.facts import Period, Span
from knowledge.importing.structure.areas import find_area
from knowledge.importing.structure.markers import follows
from knowledge.importing.structure.unit import Unit
from knowledge.importing.task_headings import are_of_tasks, opens_tasks


@dataclass
class Passed:
    """The state of going down a page; levels are those of `markers`, the smaller the higher."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    marks: dict[int, str] = field(default_factory=dict)  # of the last heading or item of each level: "2."
    lead: Span | None = None  # the sentence that the list goes on from
    lead_level: int = 0
    told: Span | None = None  # the last sentence of the paragraph before, under the same heading
    caption: Span | None = None  # of the table that the last row belongs to
    counted_in: str = ""  # what that table says that its numbers are counted in
    columns: dict[int, tuple[str, ...]] = field(default_factory=dict)
    rows: list[tuple[int, str]] = field(default_factory=list)  # of the table: how deep, and called what
    listed: set[int] = field(default_factory=set)  # levels at which a list of its own stands under the heading
    own: Period | None = None  # that the report tells of

    def enter(self, level: int, words: str, mark: str = "") -> None:
        """A heading of that level: those as deep or deeper no longer hold, and no list goes on."""
        self.headings = [h for h in self.headings if h[0] < level] + [(level, words)]
        self.marks = {**{depth: m for depth, m in self.marks.items() if depth < level}, level: mark}
        self.lead, self.lead_level, self.told = None, 0, None
        self.listed = {depth for depth in self.listed if depth < level}

    def leave_for(self, level: int, mark: str) -> None:
        """A paragraph "3. …" after the heading "2. …" stands beside it, and no longer under it; "1. 2. …" after "10. …" do."""
        if any(depth == level for depth, _ in self.headings) and level not in self.listed:
            if follows(self.marks.get(level, ""), mark):
                self.headings = [h for h in self.headings if h[0] < level]
            else:
                self.listed.add(level)
        self.marks[level] = mark

    @property
    def words(self) -> tuple[str, ...]:
        """The headings that hold, the highest first."""
        return tuple(words for _, words in self.headings)

    def unit(self, block: int, label: str = "") -> Unit:
        """A unit as it would stand here, without words yet; `label` is what it says of itself before a colon."""
        above = (*self.words, label) if label else self.words
        area = find_area(label) or next((a for h in reversed(self.words) if (a := find_area(h))), None)
        return Unit(
            span=Span(0, 0),
            block=block,
            headings=self.words,
            area=area,
            is_task=are_of_tasks(above, self.own) or bool(label and opens_tasks(label)),
            lead=self.lead,
            label=label,
        )
