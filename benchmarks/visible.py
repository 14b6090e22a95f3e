"""How soon a publication is answered from by all replicas: `python -m benchmarks.visible FOLDER COUNT [PUBLICATIONS]`.

Two replicas as processes on PostgreSQL, whose store holds so many generated items; FOLDER keeps the generated stores.
From the moment when the publication is kept until both replicas say that they answer from one report more.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

import httpx

from benchmarks import filled_stores, made_stores
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import Knowledge
from tests.databases import postgresql_server
from tests.delivery.test_replicas import two
from tests.house import make_report

LOOK_AGAIN_SECONDS = 0.01


async def measure(knowledge: Knowledge, url: str, publications: int) -> list[float]:
    """The seconds of each publication."""
    found: list[float] = []
    async with Sandbox.start_process() as sandbox, two(sandbox, url) as replicas, httpx.AsyncClient() as client:
        for number in range(publications):
            reading = make_report(number=f"{number}/BC-X", sentences=(f"Tiếp nhận {number} hồ sơ.",) * 20)
            draft = knowledge.reports.save_draft(reading, checksum=f"new {number}", by=None)
            knowledge.reports.publish(draft.report_id, by=None, notify=False)
            began, wanted = time.perf_counter(), len(knowledge.reports.changes(0).published)
            await asyncio.gather(*(_answers_from(client, address, wanted) for address in replicas.addresses))
            found.append(time.perf_counter() - began)
    return found


async def _answers_from(client: httpx.AsyncClient, address: str, count: int) -> None:
    while True:
        if f"cchc_view_reports {count}.0" in (await client.get(f"http://{address}/metrics")).text:
            return
        await asyncio.sleep(LOOK_AGAIN_SECONDS)


def main(folder: Path, count: int, publications: int) -> None:
    """Prints the middle and the longest."""
    made_stores.make(folder, count)
    with postgresql_server() as server, tempfile.TemporaryDirectory() as caches:
        os.environ["XDG_CACHE_HOME"] = caches
        knowledge, url = filled_stores.on_postgresql(server, folder, count)
        found = sorted(asyncio.run(measure(knowledge, url, publications)))
        knowledge.close()
    print(
        f"{count:,} items, {publications} publications: answered from by both replicas after "
        f"{found[len(found) // 2] * 1000:.0f} ms (the middle one), {found[-1] * 1000:.0f} ms (the slowest)"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 20)
