"""What can go wrong on the way to the Bot API, told apart by whether the request can have been carried out."""

from http import HTTPStatus

from telegram.error import BadRequest, NetworkError


class NotSent(NetworkError):
    """The request never left: no connection could be had. Sending it again is safe."""


class Intercepted(NotSent):
    """Somebody on the way answered in the Bot API's place, with that status: the request did not get there."""

    def __init__(self, status: int) -> None:
        super().__init__(f"something on the way answered in Telegram's place (status {status})")


class ServerFailed(NetworkError):
    """The Bot API answered with a 5xx status; `code` is that status."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the Bot API answered {code}")
        self.code = code

    @property
    def is_certainly_refused(self) -> bool:
        """False of a gateway's time-out: the server behind it may have done the work."""
        return self.code != HTTPStatus.GATEWAY_TIMEOUT


def may_have_arrived(error: Exception) -> bool:
    """Whether a request that ended in this error may have been carried out all the same."""
    if isinstance(error, ServerFailed):
        return not error.is_certainly_refused
    return isinstance(error, NetworkError) and not isinstance(error, (NotSent, BadRequest))
