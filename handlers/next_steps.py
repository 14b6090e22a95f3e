"""The buttons under an answer that go on from it: the period before, a comparison, a chart, the words in full."""

from handlers import following
from handlers.layout.charts import chart_caption, chart_of
from handlers.layout.pictured import life_caption, life_of, shares_caption, shares_of
from handlers.layout.verbatim import lay_out_verbatim
from handlers.media import send_picture
from handlers.question import answer_words, find_asked
from handlers.turn import Turn
from knowledge.answers import Answer, StepKind
from knowledge.briefing.life import find_life
from knowledge.briefing.shares import find_shares
from knowledge.people.questions import AskedQuestion

_KINDS = {"previous": StepKind.PREVIOUS, "compare": StepKind.COMPARE, "chart": StepKind.TREND}
_PICTURES = frozenset({"shares", "life"})


async def take_step(turn: Turn) -> None:
    """Go on from the answer to a question of this chat."""
    number, _, name = turn.pressed.partition(":")
    asked = await find_asked(turn, int(number))
    if asked is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif name == "verbatim":
        await _quote(turn, asked)
    elif name == "follow":
        await following.follow_answer(turn, asked, await _ask_again(turn, asked))
    elif name == "again":
        await answer_words(turn, asked.text)
    elif name in _PICTURES:
        await _picture(turn, await _ask_again(turn, asked), name)
    else:
        await _step(turn, asked, name)


async def _step(turn: Turn, asked: AskedQuestion, name: str) -> None:
    step = next((one for one in asked.steps if one.kind is _KINDS[name]), None)
    if step is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif step.kind is StepKind.TREND:
        await _draw(turn, step.question)
    else:
        await answer_words(turn, step.question)


async def _draw(turn: Turn, question: str) -> None:
    """The trend as a picture; the reports may tell less by now than when the button was shown."""
    asking, today = turn.desk.knowledge.asking, turn.desk.today()
    asked = await turn.know(asking.ask, question, today=today, language=turn.language)
    if not asked.answer.points:
        await answer_words(turn, question)
        return
    await send_picture(turn, chart_of(asked.answer, turn.words), chart_caption(asked.answer, turn.words))


async def _picture(turn: Turn, answer: Answer, name: str) -> None:
    """What the count is made of, or the life of the document; reports may have been withdrawn since."""
    library, words = turn.desk.knowledge.asking.library, turn.words
    if name == "shares" and (shares := await turn.know(find_shares, library, answer.topic.indicator)) is not None:
        await send_picture(turn, shares_of(shares, words), shares_caption(shares, words))
    elif name == "life" and (life := await turn.know(find_life, library, answer.topic.document)) is not None:
        is_late = life.due is not None and life.due < turn.desk.today()
        await send_picture(turn, life_of(life, words, is_late=is_late), life_caption(life, words, is_late=is_late))
    else:
        await turn.note(words.plain("button-too-old"), alert=True)


async def _quote(turn: Turn, asked: AskedQuestion) -> None:
    answer = await _ask_again(turn, asked)
    if not answer.quotes:
        await turn.note(turn.words.plain("verbatim-none"), alert=True)
        return
    await turn.send(lay_out_verbatim(answer.quotes, turn.words))


async def _ask_again(turn: Turn, asked: AskedQuestion) -> Answer:
    """What the question gets now: the same as then, unless a report was published or withdrawn since."""
    again = await turn.know(
        turn.desk.knowledge.asking.ask,
        asked.text,
        today=turn.desk.today(),
        previous=asked.previous,
        language=turn.language,
    )
    return again.answer
