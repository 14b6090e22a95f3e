"""Whatever admins do in whatever order: the audit log alone tells what answers, and every correction is explained."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from knowledge.aliases.book import digest
from knowledge.amending.items import Item, ItemChanged, ItemRef, NothingToUndo
from knowledge.asking.aliases import Alias
from knowledge.bootstrap import Knowledge
from knowledge.fields.amendments import places_of
from knowledge.fields.entry_fields import EntryFields
from tests.amending.replaying import published_state, replay, unexplained, whole_log
from tests.clock import SetClock
from tests.store.readings import figure, issued, reading

NAMES = ("số hồ sơ tiếp nhận", "số hồ sơ quá hạn")


class Office:
    """Two admins who do anything that they can, as luck has it."""

    def __init__(self, knowledge: Knowledge, clock: SetClock, luck: Random) -> None:
        self._knowledge = knowledge
        self._clock = clock
        self._luck = luck
        self._versions = 0

    def act(self) -> None:
        """One thing that an admin does, well or in vain."""
        action = self._luck.choice(
            (self.publish, self.add, self.correct, self.correct, self.remove, self.undo, self.name, self.withdraw)
        )
        self._clock.advance(minutes=self._luck.choice((1, 60, 60 * 26)))
        try:
            action()
        except (ItemChanged, NothingToUndo):
            return  # what somebody else did before is not undone or overwritten

    def publish(self) -> None:
        """A new version of one of two reports; some of its sentences are the same still."""
        self._versions += 1
        number = self._luck.choice(("134/BC-VPUBND", "135/BC-VPUBND"))
        said = [figure(name, str(self._luck.choice((12, 12, 13)))) for name in NAMES]
        read = reading(*said, issued("192/QĐ-UBND", "chương trình công tác"), number=number)
        draft = self._knowledge.reports.save_draft(read, checksum=f"v{self._versions}", by=1)
        self._knowledge.releasing.release(draft.report_id, by=1, notify=False)
        if self._luck.random() < 0.3:
            self._knowledge.releasing.take_back(draft.report_id, by=1)

    def withdraw(self) -> None:
        """A published report, entries left alone."""
        reports = [one.id for one in self._knowledge.reports.published() if one.reading.report.kind != "entry"]
        if reports and self._luck.random() < 0.3:
            self._knowledge.reports.withdraw(self._luck.choice(reports), by=1)

    def add(self) -> None:
        """An entry."""
        value = Decimal(self._luck.randrange(1, 5))
        fields = EntryFields(kind="figure", indicator=self._luck.choice(NAMES), value=value, unit="hồ sơ")
        self._knowledge.entries.save(fields, by=self._who())

    def correct(self) -> None:
        """A value, from a look that may be old."""
        item = self._item()
        if item is None or item.fields.kind != "figure":
            return
        after = replace(item.fields, value=Decimal(self._luck.randrange(10, 14)))
        self._knowledge.items.save(item, after, by=self._who(), why=self._luck.choice(("", "đếm sót")))

    def remove(self) -> None:
        """An entry or a fact."""
        item = self._item()
        if item is not None:
            self._knowledge.items.remove(item, by=self._who())

    def undo(self) -> None:
        """Any of the changes of the last day."""
        changes = [e.id for e in self._knowledge.audit.listing(limit=6) if e.action.startswith(("fact.", "entry."))]
        if changes:
            self._knowledge.items.undo(self._luck.choice(changes), by=self._who())

    def name(self) -> None:
        """An alias comes or goes."""
        alias = Alias("hồ sơ nhận", self._luck.choice(NAMES))
        if self._luck.random() < 0.5:
            self._knowledge.aliases.add(alias, by=1)
        else:
            self._knowledge.aliases.remove(digest(alias), by=1)

    def _item(self) -> Item | None:
        refs = [
            ItemRef(one.id, place)
            for one in self._knowledge.reports.published()
            for position, statement in enumerate(one.reading.statements)
            for place, _ in places_of(statement, position)
        ]
        return self._knowledge.items.get(self._luck.choice(refs)) if refs else None

    def _who(self) -> int:
        return self._luck.choice((1, 2))


@pytest.mark.parametrize("seed", range(3))
def test_the_audit_log_alone_tells_what_answers(knowledge: Knowledge, clock: SetClock, seed: int):
    office = Office(knowledge, clock, Random(seed))  # noqa: S311 (luck, not secrets)
    for _ in range(4):
        for _ in range(10):
            office.act()
        assert replay(whole_log(knowledge)) == published_state(knowledge)
    assert unexplained(whole_log(knowledge)) == []
