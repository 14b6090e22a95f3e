"""The reading process: `python -m knowledge.importing.apart.serving` reads requests and answers each from a fork of its own.

It has all readers and patterns ready, so that a file costs no start of a program; whatever a file does to the fork, the
next one begins as clean as the first.
"""

import gc
import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import BinaryIO

from knowledge.importing import readers
from knowledge.importing.apart.messages import Reply, Request, Task, pack, unpack_page, unpack_request
from knowledge.importing.header import Given
from knowledge.importing.page import Page
from knowledge.importing.progress import Progress
from knowledge.importing.readers import DEFAULT, Fault, UnreadableFile, read_page
from knowledge.importing.readers.confining import confine
from knowledge.importing.readers.limits import megabytes
from knowledge.importing.readers.reading import read_data
from knowledge.importing.reading import read_report

_OUT = 1  # the pipe to whoever asked
# Whoever answers goes first; where nobody does, reading takes no longer for it.
_NICE = 5

# Text of every sort, so that all patterns are built before the first file comes.
_WARMING = "Số: 1/BC-UBND\n\nBÁO CÁO quý I năm 2019\n\n1. Sở Nội vụ tiếp nhận 12 hồ sơ, đạt 5%, theo Quyết định số 1/QĐ-UBND ngày 02/01/2019."


def main(requests: BinaryIO) -> None:
    """Answers until there are no more requests."""
    os.nice(_NICE)
    _warm()
    for line in requests:
        _make_ready(line)
        child = os.fork()
        if child == 0:
            _answer(line)
        _, status = os.waitpid(child, 0)
        # What a fork had begun to write when it ended is a line of its own, which nobody understands.
        _write(b"\n" + pack(Reply(status=os.waitstatus_to_exitcode(status))))


def _warm() -> None:
    for module in pkgutil.walk_packages(readers.__path__, f"{readers.__name__}."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    read_report(read_data(_WARMING.encode(), "a.txt", DEFAULT), Given())
    gc.freeze()


def _make_ready(line: bytes) -> None:
    """What a task needs is loaded here, once, and not by each fork."""
    task = unpack_request(line).task
    if task is not None and task.module not in sys.modules:
        importlib.import_module(task.module)
        gc.freeze()


def _answer(line: bytes) -> None:
    """Writes the reply and ends the process; nothing is left to tidy up, and a library's own tidying may stumble."""
    try:
        _write(pack(_read(unpack_request(line))))
    finally:
        os._exit(0)


def _read(request: Request) -> Reply:
    confine(request.limits)
    try:
        if request.task is not None:
            return Reply(said=_say(request.task, request.path))
        page = _page(request)
        if request.given is None:
            return Reply(page=page)
        return Reply(reading=read_report(page, request.given, _tell))
    except UnreadableFile as error:
        return Reply.of_error(error)
    except RecursionError:
        return Reply.of_error(UnreadableFile(Fault.TOO_DEEP, limit=str(request.limits.depth)))
    except MemoryError:
        return Reply.of_error(UnreadableFile(Fault.TOO_MUCH_MEMORY, limit=megabytes(request.limits.memory_bytes)))


def _say(task: Task, path: str) -> str:
    said: str = getattr(sys.modules[task.module], task.function)(Path(path), *task.words)
    return said


def _page(request: Request) -> Page:
    path = Path(request.path)
    if request.holds_page:
        return unpack_page(path.read_bytes())
    return read_page(path, limits=request.limits)


def _tell(progress: Progress) -> None:
    _write(pack(Reply(progress=progress)))


def _write(line: bytes) -> None:
    view = memoryview(line)
    while view:
        view = view[os.write(_OUT, view) :]


if __name__ == "__main__":
    main(sys.stdin.buffer)
