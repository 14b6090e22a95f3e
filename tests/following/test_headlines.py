"""The chief figures of an alert, with what has changed since the period before."""

from decimal import Decimal

from knowledge.following.headlines import headlines_of
from knowledge.importing.files import read_file
from tests.amending.samples import FIRST
from tests.house import ROOT, quarter

THIRD = next((ROOT / "samples").glob("03-*"))
SECOND = next((ROOT / "samples").glob("02-*"))


def test_a_headline_tells_its_change_since_the_period_before():
    received = headlines_of(read_file(SECOND), [read_file(FIRST)])[0]
    assert (received.written, received.earlier and received.earlier.difference) == ("5.436 hồ sơ", Decimal(452))
    assert received.earlier is not None
    assert (received.earlier.period, received.earlier.written) == (quarter(1), "4.984 hồ sơ")


def test_a_headline_from_a_table_is_told_with_its_unit():
    online = headlines_of(read_file(THIRD), [read_file(SECOND)])[1]
    assert (online.label, online.written) == ("Trực tuyến", "2.512 hồ sơ (42,77%)")


def test_without_a_report_of_the_period_before_it_tells_none():
    assert {headline.earlier for headline in headlines_of(read_file(SECOND))} == {None}
