"""An address of this machine to listen at; where it cannot be had, what to do."""

import errno
import socket

from bot.settings import BadSettings

_WHY = {
    errno.EADDRINUSE: "another program listens there. Stop it, or name another port in {setting}.",
    errno.EADDRNOTAVAIL: "this machine has no such address. Name one that it has in {setting}, such as 127.0.0.1:8080.",
    socket.EAI_NONAME: "nobody knows that name. Name an address of this machine in {setting}, such as 127.0.0.1:8080.",
}
# What time does not mend.
_NOT_ALLOWED = "the system does not allow it. Name a port from 1024 on in {setting}."


class CannotListen(RuntimeError):
    """The address cannot be had now, and may be had later; the message says what to do."""


def listen(address: str, setting: str) -> socket.socket:
    """A socket at "host:port"; raises CannotListen, and BadSettings where only another setting helps."""
    host, _, port = address.rpartition(":")
    try:
        return socket.create_server((host, int(port)))
    except OSError as error:
        if isinstance(error, PermissionError):
            raise BadSettings(f"{setting} {address}: {_NOT_ALLOWED.format(setting=setting)}") from None
        why = _WHY.get(error.errno or 0, f"{error.strerror}. Name another address in {{setting}}.")
        raise CannotListen(f"{setting} {address}: {why.format(setting=setting)}") from None
