"""Many people begin with the bot at once, and others ask meanwhile: `python -m benchmarks.joining 1000`.

With Telegram's limits the welcomes take their time (30 a second); what is told is how long questions take beside them.
"""

import argparse
import asyncio
import tempfile
import time

from benchmarks.load import people
from benchmarks.turns import publish_samples
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import open_knowledge
from tests.delivery.processes import processes

QUESTIONS, A_SECOND = 20, 1.0


async def main(joining: int) -> None:
    """Prints how long joining took to come in, and how long the questions waited."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/cchc.db"
        knowledge = open_knowledge(url)
        publish_samples(knowledge)
        knowledge.close()
        async with (
            Sandbox.start_process(has_limits=True) as sandbox,
            people(sandbox) as writing,
            processes(sandbox, url) as started,
        ):
            bot = await started.start(has_limits=True)
            await writing.ask(await sandbox.crowd(1), 1.0)  # it is up
            began = time.monotonic()
            await writing.begin(await sandbox.crowd(joining))
            print(f"{joining} joined within {time.monotonic() - began:.1f} s", flush=True)
            step = await writing.ask(await sandbox.crowd(QUESTIONS), A_SECOND)
            print(f"questions meanwhile: {step.line()}, the slowest {step.percentile(1.0):.1f} s")
            print(f"{_megabytes(bot):.0f} MB")


def _megabytes(process: int) -> float:
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("joining", type=int)
    asyncio.run(main(parser.parse_args().joining))
