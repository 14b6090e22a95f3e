"""The reading process as seen by whoever wants a file read."""

import atexit
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import cache

from knowledge.importing.apart.messages import Reply, Request, pack, unpack_reply
from knowledge.importing.progress import Progress
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import START_SECONDS, Limits
from knowledge.importing.readers.programs import clean_environment


class Server:
    """One reading process, started when first asked and again after it had to be killed; one file at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_new = True

    def ask(self, request: Request, progress: Callable[[Progress], None]) -> Reply:
        """The page or reading; raises UnreadableFile for whatever else came of it."""
        process = self._running()
        seconds = request.limits.clock_seconds + (START_SECONDS if self._is_new else 0)
        timer = threading.Timer(seconds, self._kill)
        timer.start()
        try:
            reply, status = self._exchange(process, request, progress)
        finally:
            timer.cancel()
        if status is None:
            self.close()
            raise UnreadableFile(Fault.TOO_SLOW, limit=f"{request.limits.seconds:g}")
        self._is_new = False
        if reply is None:
            raise _cause_of_death(status, request.limits, request.path)
        if reply.error:
            raise reply.error
        return reply

    def close(self) -> None:
        """End the process; the next request starts another."""
        if self._process is None:
            return
        self._kill()
        self._process.communicate()
        self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._is_new = True
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "knowledge.importing.apart.serving"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=clean_environment(),
                start_new_session=True,
            )
        return self._process

    def _exchange(
        self, process: subprocess.Popen[bytes], request: Request, progress: Callable[[Progress], None]
    ) -> tuple[Reply | None, int | None]:
        """What was read, if anything, and the status with which the reading ended; no status where the process was killed."""
        assert process.stdin is not None  # noqa: S101 - both were asked for as pipes
        assert process.stdout is not None  # noqa: S101
        try:
            process.stdin.write(pack(request))
            process.stdin.flush()
        except BrokenPipeError:
            return None, None
        told: Reply | None = None
        for line in process.stdout:
            reply = unpack_reply(line)
            if reply is None:
                continue
            if reply.status is not None:
                return told, reply.status
            if reply.progress is not None:
                progress(reply.progress)
            else:
                told = reply
        return None, None

    def _kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)


class Servers:
    """As many reading processes as files are read at once; one is kept ready between files."""

    def __init__(self) -> None:
        self._idle: list[Server] = []
        self._lock = threading.Lock()

    def ask(self, request: Request, progress: Callable[[Progress], None]) -> Reply:
        """As `Server.ask`, of one that nobody else is asking."""
        with self._lock:
            server = self._idle.pop() if self._idle else Server()
        try:
            return server.ask(request, progress)
        finally:
            self._keep(server)

    def close(self) -> None:
        """End those that wait."""
        with self._lock:
            idle, self._idle = self._idle, []
        for server in idle:
            server.close()

    def _keep(self, server: Server) -> None:
        with self._lock:
            is_first = not self._idle
            if is_first:
                self._idle.append(server)
        if not is_first:
            server.close()


@cache
def shared_servers() -> Servers:
    """The reading processes of this program, ended with it."""
    servers = Servers()
    atexit.register(servers.close)
    return servers


def _cause_of_death(status: int, limits: Limits, path: str) -> UnreadableFile:
    if -status in {signal.SIGXCPU, signal.SIGKILL}:
        return UnreadableFile(Fault.TOO_SLOW, limit=f"{limits.seconds:g}")
    return UnreadableFile(Fault.DAMAGED, format=os.path.splitext(path)[1].lstrip(".").lower() or "?")
