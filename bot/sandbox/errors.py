"""What the Bot API answers when it refuses: a code, Telegram's own words, and parameters to act on.

The words are those of Telegram's open-source server (github.com/tdlib/telegram-bot-api) and of
core.telegram.org/bots/api#making-requests.
"""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A call that Telegram refuses, with what its answer says."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        """The body of the answer (core.telegram.org/bots/api#responseparameters)."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str, **parameters: int) -> ApiError:
    """400 with these words, their first letter lowered unless they are a constant (BUTTON_DATA_INVALID)."""
    is_constant = len(words) > 1 and (words[1] == "_" or words[1].isupper())
    said = words if is_constant else words[:1].lower() + words[1:]
    return ApiError(400, f"Bad Request: {said}", **parameters)


def forbidden(words: str) -> ApiError:
    """403, for a chat that the bot may not write to."""
    return ApiError(403, f"Forbidden: {words}")


def unauthorized() -> ApiError:
    """401, for a token that is nobody's, or nobody's any more."""
    return ApiError(401, "Unauthorized")


def conflict(words: str) -> ApiError:
    """409, for two who want the same updates."""
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after_seconds: int) -> ApiError:
    """429 with `retry_after` (core.telegram.org/bots/api#responseparameters)."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after_seconds}", retry_after=retry_after_seconds)
