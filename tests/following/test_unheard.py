"""Who has yet to hear of a followed document when a newer version says the same of it hears of it all the same, once."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.facts import Citation
from knowledge.following.manners import Digest, Manners
from knowledge.following.news import read_news
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from tests.clock import SetClock
from tests.following.telling import Telling
from tests.store.readings import figure, issued, reading

DECISION = "192/QĐ-UBND|2019|UBND tỉnh|Hưng Hòa"
OTHER = "193/QĐ-UBND|2019|UBND tỉnh|Hưng Hòa"


def publish(knowledge: Knowledge, title: str, *documents: Citation) -> int:
    """The report under that title, which says that these were issued."""
    read = reading(*documents, figure("hồ sơ tiếp nhận", "4984"), title=title)
    draft = knowledge.reports.save_draft(read, checksum=title, by=1)
    return knowledge.reports.publish(draft.report_id, by=1).report_id


def decision(number: str) -> Citation:
    return issued(number, year=2019, issuer="UBND tỉnh")


@pytest.fixture
def telling(knowledge: Knowledge, clock: SetClock) -> Telling:
    """Chat 1 follows the decision and hears at once; 2 as well, 3 that and another, 4 that and all reports, in a digest."""
    for chat, others in {1: (), 2: (), 3: (Rule(RuleKind.DOCUMENT, OTHER),), 4: (ALL_REPORTS,)}.items():
        for rule in (Rule(RuleKind.DOCUMENT, DECISION), *others):
            knowledge.subscribers.subscribe(chat, rule, by=None)
        if chat > 1:
            knowledge.subscribers.set_manners(chat, Manners(digest=Digest(8)))
    telling = Telling(knowledge, clock, publish(knowledge, "một", decision("192/QĐ-UBND")))
    telling.send()
    return telling


def told(telling: Telling) -> dict[int, list[tuple[str, int]]]:
    """By chat, the documents of the messages that it gets when all is sent, and the reports that tell of them."""
    telling.clock.advance(days=1)
    telling.knowledge.digests.write()
    found: dict[int, list[tuple[str, int]]] = {}
    for notice in telling.begin():
        news = read_news(notice.payload)
        found.setdefault(notice.chat_id, []).extend((told.name[11:14], told.report_id) for told in news.documents)
        telling.arrive(notice)
    return found


def test_a_newer_version_that_says_the_same_is_told_to_who_had_yet_to_hear(telling: Telling):
    newer = publish(telling.knowledge, "hai", decision("192/QĐ-UBND"))
    assert told(telling) == {chat: [("192", newer)] for chat in (2, 3, 4)}


def test_what_else_it_says_is_told_besides(telling: Telling):
    newer = publish(telling.knowledge, "hai", decision("192/QĐ-UBND"), decision("193/QĐ-UBND"))
    both = [("192", newer), ("193", newer)]
    assert told(telling) == {2: both[:1], 3: both, 4: both[:1]}


def test_it_is_told_once_where_the_newer_version_is_withdrawn_and_brought_back(telling: Telling):
    newer = publish(telling.knowledge, "hai", decision("192/QĐ-UBND"))
    telling.withdraw(newer)
    telling.knowledge.releasing.restore(newer, by=1)
    assert told(telling) == {chat: [("192", newer)] for chat in (2, 3, 4)}
