"""/xoadulieu: delete what is known of a person, and say what that was."""

from handlers.layout.message import button, compose
from handlers.turn import Turn


async def ask(turn: Turn) -> None:
    """Say what would be deleted and ask whether to go on; only ever about oneself."""
    words = turn.words
    if not turn.is_private:
        await turn.say(words("private-only"))
        return
    yes, no = button(words.plain("button-forget"), "f:yes"), button(words.plain("button-keep"), "f:no")
    await turn.send(compose(words("forget-ask"), [yes, no]))


async def decide(turn: Turn) -> None:
    """Delete it, or keep everything."""
    words = turn.words
    if turn.pressed != "yes" or turn.user_id is None:
        await turn.replace(compose(words("forget-kept")))
        return
    gone = await turn.know(turn.desk.knowledge.people.forget, turn.user_id)
    blocks = [
        words(
            "forgotten",
            questions=gone.questions,
            subscriptions=gone.subscriptions,
            corrections=gone.corrections,
            notices=gone.notices,
            updates=gone.updates,
            dialogues=gone.dialogues + gone.conversations,
        )
    ]
    if gone.audit_entries:
        blocks.append(words("forgotten-audit", count=gone.audit_entries))
    await turn.replace(compose("\n\n".join(blocks)))
