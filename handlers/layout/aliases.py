"""Aliases in words: the list, what was added, and why one is refused."""

from handlers.layout.message import Message, button, compose, shorten
from handlers.words import Words
from knowledge.aliases.book import digest
from knowledge.aliases.trying import Fault, Trial
from knowledge.asking.aliases import Alias

# More than these are searched for, not read.
MOST_LISTED = 40
_MOST_CHARACTERS = 200

_FAULTS = {
    Fault.TOO_SHORT: "alias-too-short",
    Fault.TOO_LONG: "alias-too-long",
    Fault.NUMBER: "alias-number",
    Fault.CIRCULAR: "alias-circular",
    Fault.SAME: "alias-same",
    Fault.UNKNOWN_MEANING: "alias-unknown-meaning",
    Fault.EXACT: "alias-exact",
}


def lay_out_aliases(aliases: list[Alias], words: Words) -> Message:
    """All aliases, each with the button that removes it."""
    if not aliases:
        return compose("\n\n".join([words("alias-none"), words("alias-how")]))
    lines = [words("alias-line", **_given(alias)) for alias in aliases[:MOST_LISTED]]
    rows = [
        [button(words.plain("button-remove-alias", phrase=alias.phrase), f"m:{digest(alias)}:remove")]
        for alias in aliases[:MOST_LISTED]
    ]
    return compose("\n".join([words("alias-title"), *lines, "", words("alias-how")]), *rows)


def lay_out_added(alias: Alias, words: Words) -> Message:
    """That it is understood from now on, and the way back."""
    undo = button(words.plain("button-undo"), f"m:{digest(alias)}:remove")
    return compose(words("alias-added", **_given(alias)), [undo])


def lay_out_removed(alias: Alias, words: Words) -> Message:
    """That it is no more, and the way back."""
    undo = button(words.plain("button-undo"), f"m:{digest(alias)}:restore")
    return compose(words("alias-removed", **_given(alias)), [undo])


def lay_out_refused(alias: Alias, trial: Trial, words: Words) -> Message:
    """Why it is not taken: a fault, or the questions that it would break with their answers before and after."""
    blocks: list[str] = [words("alias-refused", **_given(alias))]
    if trial.fault is not None:
        blocks.append(words(_FAULTS[trial.fault]))
    else:
        blocks.append(words("alias-breaks"))
        blocks += [
            words(
                "alias-broken",
                question=shorten(one.question, _MOST_CHARACTERS),
                before=shorten(one.before, _MOST_CHARACTERS),
                after=shorten(one.after, _MOST_CHARACTERS),
            )
            for one in trial.broken
        ]
    return compose("\n".join(blocks))


def _given(alias: Alias) -> dict[str, str]:
    return {
        "phrase": shorten(alias.phrase, _MOST_CHARACTERS),
        "meaning": shorten(alias.meaning, _MOST_CHARACTERS),
    }
