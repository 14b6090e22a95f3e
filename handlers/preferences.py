"""/caidat: all that a chat can choose on one screen: the language, when and how it is told, and what it follows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.layout.message import Button, Message, button, column, compose
from handlers.menu import set_menu
from handlers.turn import Turn
from handlers.words import Words
from knowledge.following.manners import Digest, Manners, Quiet
from knowledge.following.rules import describe
from knowledge.following.subscribers import Subscription
from knowledge.people.people import Language

# Nights as people have them, and all but office hours.
QUIET_HOURS = (Quiet(22, 6), Quiet(20, 7), Quiet(17, 8))
# When an office day begins; a week, on Monday.
FIRST_HOUR, FIRST_DAY = 8, 0
WEEKDAYS = (
    "weekday-monday",
    "weekday-tuesday",
    "weekday-wednesday",
    "weekday-thursday",
    "weekday-friday",
    "weekday-saturday",
    "weekday-sunday",
)
SHORT_WEEKDAYS = (
    "weekday-short-monday",
    "weekday-short-tuesday",
    "weekday-short-wednesday",
    "weekday-short-thursday",
    "weekday-short-friday",
    "weekday-short-saturday",
    "weekday-short-sunday",
)
# More would push what is chosen out of sight; /huydangky shows all.
MOST_FOLLOWED = 8


async def show(turn: Turn) -> None:
    """What is set, with buttons to change it."""
    await turn.send(await _screen(turn, turn.words))


async def choose_language(turn: Turn) -> None:
    """Speak this language from now on."""
    chosen: Language = turn.pressed
    if chosen not in turn.desk.catalogue.languages:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    if turn.user_id is not None:
        await turn.know(turn.desk.knowledge.people.set_language, turn.user_id, chosen)
        await set_menu(turn.bot, turn.desk, turn.user_id)
    await turn.replace(await _screen(turn, turn.desk.catalogue.words(chosen)))


async def choose_sound(turn: Turn) -> None:
    """Tell the chat with a sound, or without one."""
    await _change(turn, is_silent=turn.pressed == "off")


async def choose_quiet(turn: Turn) -> None:
    """Keep these hours of the day free of notices, or none."""
    start, _, end = turn.pressed.partition("-")
    await _change(turn, quiet=Quiet(int(start), int(end)) if end and start != end else None)


async def choose_digest(turn: Turn) -> None:
    """Tell the chat at once, or all together at an hour of the day or of a day of the week."""
    hour, _, day = turn.pressed.partition("-")
    await _change(turn, digest=None if hour == "none" else Digest(int(hour), int(day) if day else None))


async def end_rule(turn: Turn) -> None:
    """The chat no longer follows it."""
    rule = await turn.know(turn.desk.knowledge.subscribers.unsubscribe, int(turn.pressed), turn.chat_id)
    if rule is None:
        await turn.note(turn.words.plain("unfollowed-before"))
    await turn.replace(await _screen(turn, turn.words))


async def _change(turn: Turn, **chosen: Any) -> None:
    subscribers = turn.desk.knowledge.subscribers
    manners = await turn.know(subscribers.manners, turn.chat_id)
    if manners is None:
        await turn.note(turn.words.plain("settings-follow-first"), alert=True)
        return
    await turn.know(subscribers.set_manners, turn.chat_id, replace(manners, **chosen))
    turn.desk.wake_sender()
    await turn.replace(await _screen(turn, turn.words))


async def _screen(turn: Turn, words: Words) -> Message:
    subscribers = turn.desk.knowledge.subscribers
    followed = await turn.know(subscribers.list_for, turn.chat_id)
    manners = await turn.know(subscribers.manners, turn.chat_id)
    lines = [f"• {describe(item.rule, words.language)}" for item in followed]
    rules = words("settings-follows", rules="\n".join(lines)) if lines else words("follow-nothing")
    catalogue = turn.desk.catalogue
    names = {language: catalogue.words(language).plain("language-name") for language in catalogue.languages}
    rows = [[button(name, f"l:{language}") for language, name in names.items()]]
    blocks: list[str] = [words("settings-language", name=names[words.language]), rules]
    if manners is not None:
        blocks.append(_told(manners, words))
        rows += [*_digest_buttons(manners.digest, words), *_buttons(manners, words), *_ends(followed, words)]
    return compose("\n\n".join(blocks), *rows)


def _told(manners: Manners, words: Words) -> str:
    sound = words("settings-silent" if manners.is_silent else "settings-sound")
    quiet = manners.quiet
    hours = words("settings-quiet", start=quiet.start, end=quiet.end) if quiet else words("settings-any-hour")
    return f"{_rhythm(manners.digest, words)} {sound} {hours}"


def _rhythm(digest: Digest | None, words: Words) -> str:
    if digest is None:
        return words("settings-at-once")
    if digest.day is None:
        return words("settings-daily", hour=digest.hour)
    return words("settings-weekly", hour=digest.hour, day=words.plain(WEEKDAYS[digest.day]))


def _digest_buttons(digest: Digest | None, words: Words) -> list[list[Button]]:
    """At once, daily or weekly; then the hour, an hour earlier or later, and the day."""
    hour = digest.hour if digest else FIRST_HOUR
    sorts = [
        (digest is not None, "button-at-once", "none"),
        (digest is None or digest.day is not None, "button-daily", str(hour)),
        (digest is None or digest.day is None, "button-weekly", f"{hour}-{FIRST_DAY}"),
    ]
    rows = [[button(words.plain(name), f"o:{data}") for is_other, name, data in sorts if is_other]]
    if digest is None:
        return rows
    of_week = "" if digest.day is None else f"-{digest.day}"
    hours = ((digest.hour - 1) % 24, (digest.hour + 1) % 24)
    rows.append([button(words.plain("button-at-hour", hour=other), f"o:{other}{of_week}") for other in hours])
    if digest.day is not None:
        days = [day for day in range(7) if day != digest.day]
        names = [(words.plain(SHORT_WEEKDAYS[day]), f"o:{digest.hour}-{day}") for day in days]
        rows.append([button(name, data) for name, data in names])
    return rows


def _buttons(manners: Manners, words: Words) -> list[list[Button]]:
    """What can be chosen instead: a sound or none; quiet hours as people have them, then an hour more or less of these."""
    sound = ("button-sound", "n:on") if manners.is_silent else ("button-silent", "n:off")
    rows = [[button(words.plain(sound[0]), sound[1])]]
    quiet = manners.quiet
    if quiet is None:
        return rows + [
            [button(words.plain("button-quiet", start=q.start, end=q.end), _of_quiet(q))] for q in QUIET_HOURS
        ]
    starts = [Quiet((quiet.start + step) % 24, quiet.end) for step in (-1, 1)]
    ends = [Quiet(quiet.start, (quiet.end + step) % 24) for step in (-1, 1)]
    return [
        *rows,
        [button(words.plain("button-quiet-from", hour=other.start), _of_quiet(other)) for other in starts],
        [button(words.plain("button-quiet-until", hour=other.end), _of_quiet(other)) for other in ends],
        [button(words.plain("button-any-hour"), "h:any")],
    ]


def _of_quiet(quiet: Quiet) -> str:
    return f"h:{quiet.start}-{quiet.end}"


def _ends(followed: Sequence[Subscription], words: Words) -> list[list[Button]]:
    shown = followed[:MOST_FOLLOWED]
    return column(
        (words.plain("button-end-rule", rule=describe(item.rule, words.language)), f"oe:{item.id}") for item in shown
    )
