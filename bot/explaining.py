"""What the shell says of an error: one sentence with what to do; the unexpected keeps its traceback."""

from sys import modules

_SENTENCES: dict[tuple[str, str], str] = {
    ("telegram.error", "InvalidToken"): (
        "Telegram does not know this token: it is mistyped, or was revoked. Copy the present one from @BotFather "
        "(/mybots, API Token) into TELEGRAM_BOT_TOKEN and start again."
    ),
    ("knowledge.store.migrate", "StoreTooNew"): (
        "The store was written by a newer version of this program. Update the program, "
        "or name another store in DATABASE_URL."
    ),
    ("knowledge.store.store", "StoreUnavailable"): "The store cannot be opened: {error} {advice}",
    ("knowledge.store.engine", "UnknownDatabase"): (
        "DATABASE_URL is not understood: {error} Use sqlite:///file.db or postgresql://…"
    ),
    ("knowledge.store.moving", "CannotMove"): "Nothing was moved: {error}",
    ("bot.settings", "BadSettings"): "{error}",
    ("bot.seating", "AlreadyRunning"): "{error}",
    ("bot.updates.listening", "CannotListen"): "{error}",
    ("bot.backup", "BadBackup"): "{error}",
}


# What SQLite says, and what helps; of everything else the last.
_ADVICE = {
    "disk is full": "Make room on the disk on which it lies.",
    "unable to open database file": (
        "Check DATABASE_URL; its folder must be there, whoever runs this must own it, and the disk must take changes."
    ),
    "disk I/O error": "The disk fails or takes no changes; the system's log (dmesg) says more.",
    "readonly database": "Whoever runs this must own the file and its folder, and the disk must take changes.",
    "": "Check DATABASE_URL and that the database runs.",
}
# What another start does not mend and only a person can (EX_CONFIG of sysexits.h), so that nobody starts it again and again.
_ONLY_BY_HAND = 78
_BY_HAND = (
    ("telegram.error", "InvalidToken"),
    ("bot.settings", "BadSettings"),
    ("knowledge.store.engine", "UnknownDatabase"),
    ("knowledge.store.migrate", "StoreTooNew"),
)
# What another process has and may give back (EX_TEMPFAIL of sysexits.h): a later start finds it free.
_LATER = 75
_TAKEN = (("bot.seating", "AlreadyRunning"), ("bot.updates.listening", "CannotListen"))


class Failed(RuntimeError):
    """A command cannot go on; the message is what the shell says."""


def exit_code_of(error: Exception) -> int:
    """What the program ends with."""
    if any(_is(error, *kind) for kind in _BY_HAND):
        return _ONLY_BY_HAND
    return _LATER if any(_is(error, *kind) for kind in _TAKEN) else 1


def explain(error: Exception) -> str:
    """The sentence for this error; raises it again if there is none."""
    if isinstance(error, Failed):
        return str(error)
    for (module, name), sentence in _SENTENCES.items():
        if _is(error, module, name):
            advice = next(advice for said, advice in _ADVICE.items() if said in str(error))
            return sentence.format(error=_ended(str(error)), advice=advice)
    if isinstance(error, OSError):
        return f"{error.filename or ''}: {error.strerror or error}".removeprefix(": ")
    raise error


def _is(error: Exception, module: str, name: str) -> bool:
    # What was never loaded cannot have been raised; loading it here would slow down every error.
    kind = getattr(modules.get(module), name, None)
    return kind is not None and isinstance(error, kind)


def _ended(text: str) -> str:
    return text if text.endswith((".", "…")) else f"{text}."
