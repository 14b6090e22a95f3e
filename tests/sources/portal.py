"""A portal with reports, and the services that watch it."""

from collections.abc import Iterable
from datetime import timedelta

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.sources.news import SourceNews, read_source_news
from knowledge.sources.source import Source
from knowledge.sources.watching import Watching
from knowledge.store.clock import Clock
from tests.following.publishing import arrive
from tests.site import LOCAL, Site

OWNER = 1
EDITOR = 2


def open_watching(url: str, clock: Clock) -> Knowledge:
    """The services over that store, in no need of politeness; user 1 is the owner."""
    watching = Watching(every=timedelta(hours=1), pause_seconds=0.0)
    return open_knowledge(url, owner_ids=frozenset({OWNER}), clock=clock, fetching=LOCAL, watching=watching)


def report(quarter: int, *, received: int | None = None, number: int | None = None, views: int = 0) -> str:
    """The page of a report; portals count its views, so that no two answers are alike."""
    count = received or 1000 + quarter
    name = ("I", "II", "III", "IV")[quarter - 1]
    return f"""<html><head><title>Báo cáo cải cách hành chính quý {name}/2018</title></head><body><article>
    <h1>Báo cáo công tác cải cách hành chính quý {name} năm 2018</h1><p>Số: {number or 100 + quarter}/BC-SNV</p>
    <p>Sở Nội vụ tỉnh Hưng Hòa báo cáo kết quả công tác cải cách hành chính quý {name} năm 2018.</p>
    <p>Trong quý {name} năm 2018, Trung tâm Hành chính công tiếp nhận {count} hồ sơ, trong đó đã giải quyết
    {count - 100} hồ sơ, đạt tỷ lệ cao so với kế hoạch đề ra từ đầu năm.</p></article>
    <footer>Lượt xem: {views}</footer></body></html>"""


def listing(links: Iterable[tuple[str, str]]) -> str:
    """A listing page with these (address, title), among what portals list besides."""
    items = "".join(f'<li><a href="{address}">{title}</a></li>' for address, title in links)
    return f"""<html><head><title>Báo cáo cải cách hành chính</title></head><body><a href="/">Trang chủ</a>
    <ul>{items}<li><a href="/kh">Kế hoạch cải cách hành chính năm 2019</a></li></ul></body></html>"""


def title(quarter: int) -> str:
    return f"Báo cáo công tác cải cách hành chính quý {('I', 'II', 'III', 'IV')[quarter - 1]} năm 2018"


def publish(site: Site, *quarters: int, etag: str = "") -> str:
    """The listing's address; those quarters are listed there, each with its page, the newest first."""
    for quarter in quarters:
        site.page(f"/bc/{quarter}", report(quarter))
    links = [(f"/bc/{quarter}", title(quarter)) for quarter in sorted(quarters, reverse=True)]
    return site.page("/bao-cao", listing(links), **({"ETag": etag} if etag else {}))


def watch(knowledge: Knowledge, address: str, *, is_new_only: bool = False, is_trusted: bool = False) -> Source:
    """The source, just added."""
    found = knowledge.watcher.test(address)
    proposed = knowledge.sources.propose(address, found.kind, found.title, by=OWNER)
    source = knowledge.sources.add(proposed.id, by=OWNER, is_new_only=is_new_only)
    return knowledge.sources.trust(source.id, by=OWNER) if is_trusted else source


def drafts(knowledge: Knowledge) -> list[str]:
    """The numbers of the drafts."""
    return sorted(str(draft.number) for draft in knowledge.reports.drafts())


def told(knowledge: Knowledge, clock: Clock) -> dict[int, list[SourceNews]]:
    """What waits in the outbox for admins, by chat."""
    notices = knowledge.outbox.claim(100, sender="a", now=clock(), lease_seconds=60)
    found: dict[int, list[SourceNews]] = {}
    for notice in notices:
        knowledge.outbox.begin(notice.id, sender="a", now=clock(), lease_seconds=60)
        arrive(knowledge, notice, 1)
        if notice.kind == "source":
            found.setdefault(notice.chat_id, []).append(read_source_news(notice.payload))
    return found
