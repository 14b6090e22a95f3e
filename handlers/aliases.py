"""/bidanh: what people call something, for the words that the reports use; tried before it is used."""

import re

from handlers.layout.aliases import lay_out_added, lay_out_aliases, lay_out_refused, lay_out_removed
from handlers.turn import Turn
from knowledge.aliases.trying import Trial, try_alias
from knowledge.asking.aliases import Alias
from knowledge.fields.wording import tidy

# "A = B", "A -> B", "A → B".
_PARTS = re.compile(r"\s*(?:=>?|->|→)\s*")
# The questions of a month that were answered; what nobody asked in that time breaks for nobody.
TRIED_QUESTIONS = 300


async def manage(turn: Turn) -> None:
    """List the aliases, or add the one behind the command after a trial."""
    if not turn.arguments:
        await turn.send(lay_out_aliases(await turn.know(turn.desk.knowledge.aliases.listing), turn.words))
        return
    phrase, *rest = _PARTS.split(tidy(turn.arguments), maxsplit=1)
    meaning = rest[0].strip() if rest else ""
    if not phrase.strip() or not meaning:
        await turn.say(turn.words("alias-how"))
        return
    alias = Alias(phrase.strip(), meaning)
    trial = await add(turn, alias)
    message = lay_out_added(alias, turn.words) if trial.is_good else lay_out_refused(alias, trial, turn.words)
    await turn.send(message)


async def add(turn: Turn, alias: Alias) -> Trial:
    """The trial of the alias, which is in use from now on if it is good."""
    knowledge = turn.desk.knowledge
    used = await turn.know(knowledge.aliases.listing)
    asked = await turn.know(knowledge.questions.answered_texts, TRIED_QUESTIONS)
    trial = await turn.know(try_alias, alias, used, knowledge.asking.asker, asked, turn.desk.today())
    if trial.is_good:
        await turn.know(knowledge.aliases.add, alias, by=turn.user_id)
        await turn.renew()
    return trial


async def press(turn: Turn) -> None:
    """Remove an alias, or bring back one that was removed."""
    digest, _, action = turn.pressed.partition(":")
    book = turn.desk.knowledge.aliases
    change = book.remove if action == "remove" else book.restore
    alias = await turn.know(change, digest, by=turn.user_id)
    if alias is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await turn.renew()
    await turn.replace((lay_out_removed if action == "remove" else lay_out_added)(alias, turn.words))
