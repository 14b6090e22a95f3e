"""Failures that tests switch on: what Telegram and the network do on bad days."""

import random
from dataclasses import dataclass, field
from typing import Literal, get_args

from bot.sandbox.errors import ApiError, Json, bad_request, forbidden, too_many_requests, unauthorized

FaultKind = Literal[
    "too_many_requests",  # 429 with `seconds` as retry_after
    "server_error",  # `code` (500, 502, …), nothing recorded
    "slow",  # the call takes effect, the answer comes after `seconds`
    "page",  # something on the way answers with a web page and the status `code`; nothing takes effect
    "cut_answer",  # the call takes effect, its answer ends in the middle
    "lost_answer",  # the call takes effect, the connection closes without an answer
    "dropped",  # the connection closes before anything takes effect
    "revoked",  # 401 to every method, also getUpdates
    "blocked",  # 403 bot was blocked by the user
    "bad_request",  # 400 with `description`
    "migrated",  # the chat becomes a supergroup first, so that the call is told the new id
]
SENDING = frozenset(
    {
        "sendmessage",
        "sendphoto",
        "senddocument",
        "editmessagetext",
        "editmessagecaption",
        "editmessagemedia",
        "editmessagereplymarkup",
    }
)


@dataclass(slots=True)
class Fault:
    """One failure and when it strikes: for which calls, how often, from which one on."""

    kind: FaultKind
    methods: frozenset[str] = SENDING  # lower case; empty means every method but getUpdates; "file" is fetching one
    chat_id: int | None = None
    probability: float = 1.0
    every: int = 1  # strikes each n-th call that fits
    skip: int = 0  # lets so many pass first
    times: int | None = None  # then it is over
    seconds: float = 1.0
    code: int = 500
    description: str = "Internal Server Error"
    seed: int = 0
    seen: int = 0
    struck: int = 0
    _dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        if self.kind not in get_args(FaultKind):
            raise ValueError(f"unknown fault {self.kind!r}")
        self._dice = random.Random(self.seed)  # noqa: S311 - a repeatable failure, not a secret

    def strikes(self, method: str, chat_id: str) -> bool:
        """Whether this call is to fail; counts it."""
        if not self._fits(method, chat_id) or (self.times is not None and self.struck >= self.times):
            return False
        self.seen += 1
        place = self.seen - self.skip
        if place < 1 or place % self.every != 0 or self._dice.random() >= self.probability:
            return False
        self.struck += 1
        return True

    def _fits(self, method: str, chat_id: str) -> bool:
        if self.chat_id is not None and chat_id != str(self.chat_id):
            return False
        if self.kind == "revoked":
            return True
        return method in self.methods if self.methods else method != "getupdates"

    def error(self) -> ApiError | None:
        """What the bot is told, or None for a fault that is no answer."""
        match self.kind:
            case "too_many_requests":
                return too_many_requests(int(self.seconds))
            case "server_error":
                return ApiError(self.code, self.description)
            case "revoked":
                return unauthorized()
            case "blocked":
                return forbidden("bot was blocked by the user")
            case "bad_request":
                return bad_request(self.description)
        return None

    def wire(self) -> Json:
        """For the control API, with how often it struck."""
        return {"kind": self.kind, "chat_id": self.chat_id, "seen": self.seen, "struck": self.struck}


@dataclass(slots=True)
class Faults:
    """The failures that are switched on."""

    all: list[Fault] = field(default_factory=list)

    def striking(self, method: str, chat_id: str) -> list[Fault]:
        """Those that strike this call."""
        return [fault for fault in self.all if fault.strikes(method, chat_id)] if self.all else []
