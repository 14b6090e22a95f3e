"""/nhatky: who changed what and when, filtered and page by page."""

from handlers.administration.names import names_of
from handlers.layout.html import escape
from handlers.layout.log import changed_item, done, in_words
from handlers.layout.message import Button, Message, button, compose, shorten
from handlers.turn import Turn
from knowledge.store.audit import AuditEntry
from knowledge.store.reports import UnknownReport

ENTRIES_PER_PAGE = 8
# Before and after are shown this far; the export holds them whole.
MOST_SHOWN = 160
MOST_NAME = 80
# The beginnings of actions that each filter shows.
FILTERS = {
    "all": ("log-all", ""),
    "report": ("log-reports", "report."),
    "entry": ("log-entries", "entry."),
    "fact": ("log-facts", "fact."),
    "person": ("log-people", "person."),
    "source": ("log-sources", "source."),
}


async def show(turn: Turn) -> None:
    """The newest entries; behind the command stands the number of a person, or what was changed ("report:12")."""
    await turn.send(await _page(turn, "all", None, turn.arguments))


async def turn_page(turn: Turn) -> None:
    """Older entries, or those of another filter, in place of these."""
    name, _, before = turn.pressed.partition(":")
    await turn.replace(await _page(turn, name, int(before) or None, ""))


async def _page(turn: Turn, name: str, before: int | None, wanted: str) -> Message:
    words = turn.words
    title, prefix = FILTERS[name]
    entries = await turn.know(
        turn.desk.knowledge.audit.changes,
        ENTRIES_PER_PAGE + 1,
        before_id=before,
        action_prefix=prefix,
        by=int(wanted) if wanted.isdecimal() and len(wanted) < 19 else None,
        subject=wanted if wanted and not wanted.isdecimal() else None,
    )
    shown = entries[:ENTRIES_PER_PAGE]
    names = await names_of(turn, (number for entry in shown for number in (entry.by, _number(entry, "person"))))
    log_title = words("log-title")
    none = [words("log-none"), *([words("log-how")] if wanted else [])]
    lines = [await _line(turn, entry, names) for entry in shown] or none
    more = [button(words.plain("button-older"), f"jl:{name}:{shown[-1].id}")] if len(entries) > len(shown) else []
    heading = f"<b>{log_title}</b>: {escape(shorten(wanted, MOST_SHOWN) or words.plain(title))}"
    return compose("\n\n".join([heading, *lines]), more if not wanted else [], *_filters(turn, name))


async def _subject(turn: Turn, entry: AuditEntry, names: dict[int, str]) -> str:
    """What it was done to, by the name that people know, and as it is typed behind the command."""
    person, report = _number(entry, "person"), _number(entry, "report")
    name = names[person] if person is not None else ""
    if report is not None:
        try:
            summary = await turn.know(turn.desk.knowledge.reports.summary, report)
            name = summary.number or shorten(summary.title, MOST_NAME)
        except UnknownReport:
            name = ""  # a draft that was discarded
    code = f"<code>{escape(shorten(entry.subject, MOST_SHOWN))}</code>" if entry.subject else ""
    return f"{escape(name)} {code}".strip()


def _number(entry: AuditEntry, kind: str) -> int | None:
    """The number of the person or report that it is about, if it is about one."""
    found, _, number = entry.subject.partition(":")
    return int(number) if found == kind and number.isdecimal() else None


def _filters(turn: Turn, chosen: str) -> list[list[Button]]:
    others = [button(turn.words.plain(key), f"jl:{name}:0") for name, (key, _) in FILTERS.items() if name != chosen]
    return [others[:3], others[3:]]


async def _line(turn: Turn, entry: AuditEntry, names: dict[int, str]) -> str:
    who = names[entry.by] if entry.by is not None else turn.words.plain("log-program")
    when = f"{entry.at.astimezone(turn.desk.zone):%H:%M %d/%m/%Y}"
    what = f"{escape(done(entry.action, turn.words))} {await _subject(turn, entry, names)}".strip()
    head = f"<i>{when}</i> <b>{escape(who)}</b>: {what}"
    said = await _change(turn, entry)
    return f"{head}\n{said}" if said else head


async def _change(turn: Turn, entry: AuditEntry) -> str:
    """What it was and is: of an item its fields, of anything else what the log holds, in words."""
    if entry.action.startswith(("entry.", "fact.")):
        change = await turn.know(turn.desk.knowledge.items.change, entry.id)
        return changed_item(change, turn.words) if change is not None else ""
    before, after = (
        shorten(in_words(value, turn.desk.zone, turn.words), MOST_SHOWN) for value in (entry.before, entry.after)
    )
    if before == after:
        return escape(after)
    return f"{escape(before or '–')} → {escape(after or '–')}"
