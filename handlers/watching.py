"""/theodoi: follow what an answer was about, or what is named behind the command; "theo dõi QĐ 192" does the same."""

from handlers.following import follow_rule
from handlers.guards import decides_for_chat
from handlers.layout.answers import Around, lay_out_answer, listed_options
from handlers.layout.message import compose
from handlers.turn import Turn
from knowledge.following.rules import rule_of
from knowledge.following.wishes import Wanted, find_wanted, wish
from knowledge.people.conversations import FORGOTTEN_AFTER


async def watch(turn: Turn) -> None:
    """Follow what is named; of nothing, what the chat's last answer was about."""
    if turn.arguments:
        await _watch_named(turn, turn.arguments)
        return
    since = turn.desk.clock() - FORGOTTEN_AFTER
    asked = await turn.know(turn.desk.knowledge.questions.last, turn.conversation, since)
    rule = rule_of(asked.topic) if asked else None
    if rule is None:
        await turn.say(turn.words("watch-how"))
        return
    await follow_rule(turn, rule)


async def hear(turn: Turn, text: str) -> bool:
    """Whether the text wishes to follow a document or a figure, which is then followed."""
    named = wish(text)
    if named is None or not await decides_for_chat(turn):
        return False
    wanted = await _find(turn, named)
    if wanted.rule is None:
        return False
    await follow_rule(turn, wanted.rule)
    return True


async def _watch_named(turn: Turn, named: str) -> None:
    wanted = await _find(turn, named)
    answer = wanted.answer
    if wanted.rule is not None:
        await follow_rule(turn, wanted.rule)
    elif answer.choices or answer.suggestions:
        number = await turn.know(turn.desk.knowledge.questions.record, turn.conversation, turn.user_id, named, answer)
        rows = [list(row) for row in lay_out_answer(answer, turn.words, Around(number)).rows]
        await turn.send(compose("\n".join([turn.words("watch-which", words=named), *listed_options(answer)]), *rows))
    else:
        await turn.say(turn.words("watch-nothing", words=named))


async def _find(turn: Turn, named: str) -> Wanted:
    asking = turn.desk.knowledge.asking
    return await turn.know(find_wanted, asking, named, today=turn.desk.today(), language=turn.language)
