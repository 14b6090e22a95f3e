"""A stage for conversations: a store with one report published, another waiting, and two admins."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.bootstrap import open_knowledge
from knowledge.importing.files import read_file
from knowledge.people.roles import PersonRole
from tests.clock import SetClock
from tests.databases import Databases
from tests.house import OWNER, ROOT
from tests.house_fixtures import running
from tests.scripts.stage import PEOPLE
from tests.site import open_site
from tests.sources.portal import publish

__all__ = ["running"]

FIRST, SECOND = ROOT / "samples" / "01-quy-1-2019.html", ROOT / "samples" / "02-quy-2-2019.txt"


@pytest.fixture(scope="session")
def prepared(sqlite_databases: Databases) -> Path:
    """The file of that store, beside it that of what answers; each conversation is played on copies."""
    url = sqlite_databases.migrated()
    knowledge = open_knowledge(url, owner_ids=frozenset({OWNER}), clock=SetClock())
    drafts = [knowledge.reports.save_draft(read_file(one), checksum=one.name, by=OWNER) for one in (FIRST, SECOND)]
    knowledge.reports.publish(drafts[0].report_id, by=OWNER, notify=False)
    knowledge.people.grant(PEOPLE["Hùng"], PersonRole.EDITOR, by=OWNER)
    knowledge.asking.refresh()
    knowledge.close()
    return Path(url.removeprefix("sqlite:///"))


@pytest.fixture(scope="session")
def portal() -> Iterator[str]:
    """The address of a page that lists one report."""
    with open_site() as site:
        yield publish(site, 1)
