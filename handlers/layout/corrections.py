"""What admins see of reported answers and of questions without an answer; never who asked."""

from handlers.layout.answers import lay_out_answer
from handlers.layout.html import escape
from handlers.layout.message import Button, Message, button, column, compose, shorten
from handlers.words import Words
from knowledge.grammar.dates import format_date
from knowledge.people.corrections import Correction, CorrectionKind, CorrectionState
from knowledge.people.gaps import Gap
from knowledge.people.questions import Tally
from knowledge.people.replying import Reply

# A list is read on a phone; what does not fit comes up when the first are done.
MOST_LISTED = 8
MOST_QUESTION_CHARACTERS = 160
# An answer fills a message; with the question and the person's words it still must fit one.
MOST_ANSWER_CHARACTERS = 2200
MOST_WORDS_CHARACTERS = 800

_ADD, _ASIDE = ("button-add-entry", "add"), ("button-out-of-scope", "aside")
_ALONE = (("button-add-alias", "alias"), ("button-try-again", "try"))
_TITLES = {CorrectionKind.WRONG: "correction-title", CorrectionKind.MISSING: "correction-title-missing"}
_SETTLED = {CorrectionState.FIXED: "correction-fixed", CorrectionState.KEPT: "correction-kept"}
_TOLD = {CorrectionState.FIXED: "correction-told-fixed", CorrectionState.KEPT: "correction-told-kept"}
# What had no answer is not left as it was: it is answered, or it is beyond what the reports tell.
_UNANSWERABLE = "correction-aside"


def lay_out_correction(correction: Correction, words: Words) -> Message:
    """The card of a correction: the question, the answer with its sources as it was shown, the person's words."""
    reported = correction.reported
    question = shorten(reported.question, MOST_QUESTION_CHARACTERS)
    blocks: list[str] = [
        words(_TITLES[reported.kind], number=str(correction.id)),
        words("correction-question", question=question),
    ]
    if reported.kind is CorrectionKind.WRONG:
        blocks.append(words("correction-answer"))
        blocks.append(f"<blockquote expandable>{escape(shorten(reported.answer, MOST_ANSWER_CHARACTERS))}</blockquote>")
    if correction.words:
        blocks.append(words("correction-words", words=shorten(correction.words, MOST_WORDS_CHARACTERS)))
    if correction.state is not CorrectionState.OPEN:
        is_aside = reported.kind is CorrectionKind.MISSING and correction.state is CorrectionState.KEPT
        blocks.append(words(_UNANSWERABLE if is_aside else _SETTLED[correction.state]))
        blocks.append(words("correction-person-told" if correction.is_told else "correction-person-untold"))
        return compose("\n".join(blocks))
    return compose("\n".join(blocks), *_ways(correction, words), [button(words.plain("button-to-list"), "g:0:list")])


def _ways(correction: Correction, words: Words) -> list[list[Button]]:
    """What an admin can do about it: of a question without an answer the same as of the others in the list."""
    fixed = [button(words.plain("button-fixed"), f"w:{correction.id}:fixed")]
    if correction.reported.kind is CorrectionKind.WRONG:
        return [fixed, [button(words.plain("button-kept"), f"w:{correction.id}:kept")]]
    asked = correction.reported.question_id
    return [[button(words.plain(label), f"g:{asked}:{name}")] for label, name in (_ADD, *_ALONE, _ASIDE)] + [fixed]


def lay_out_settled(correction: Correction, words: Words) -> Message:
    """What the person who reported it is told."""
    reported = correction.reported
    question = shorten(reported.question, MOST_QUESTION_CHARACTERS)
    again = button(words.plain("button-ask-again"), f"n:{reported.question_id}:again")
    if reported.kind is CorrectionKind.MISSING and correction.state is CorrectionState.KEPT:
        return compose(words("reply-aside", question=question))
    return compose(words(_TOLD[correction.state], question=question), [again])


def lay_out_unanswered(corrections: list[Correction], questions: list[Gap], tally: Tally, words: Words) -> Message:
    """What waits for an admin: reported answers first, then questions by how often they were asked."""
    asked = tally.answered + tally.clarified + tally.not_found
    blocks: list[str] = [words("unanswered-title")]
    blocks.append(words("unanswered-tally", asked=asked, missing=tally.not_found, up=tally.up, down=tally.down))
    if not corrections and not questions:
        blocks.append(words("unanswered-none"))
    rows = [[button(_short(one, words), f"w:{one.id}:show")] for one in corrections[:MOST_LISTED]]
    rows += column((f"{one.times} × {named(one)}", f"g:{one.id}:show") for one in questions[:MOST_LISTED])
    if rows:
        blocks.append(words("unanswered-press"))
    return compose("\n\n".join(blocks), *rows)


def named(gap: Gap) -> str:
    """The question, behind the one that it leans on."""
    return f"{shorten(gap.after, MOST_QUESTION_CHARACTERS)} → {gap.text}" if gap.after else gap.text


def _short(correction: Correction, words: Words) -> str:
    return words.plain(
        "correction-short",
        number=str(correction.id),
        question=shorten(correction.reported.question, MOST_QUESTION_CHARACTERS),
    )


def lay_out_gap(gap: Gap, offered: list[str], words: Words) -> Message:
    """One question that was not answered, its other wordings, and what can be done about it."""
    blocks: list[str] = [
        f"<b>{escape(shorten(gap.text, MOST_ANSWER_CHARACTERS))}</b>",
        words("unanswered-times", count=gap.times, date=format_date(gap.last_asked_at.date(), language=words.language)),
    ]
    if gap.after:
        blocks.insert(1, words("unanswered-after", question=shorten(gap.after, MOST_QUESTION_CHARACTERS)))
    others = [one.text for one in gap.wordings if one.text != gap.text][:MOST_LISTED]
    if others:
        blocks.append(words("unanswered-also"))
        blocks += [f"• {escape(shorten(text, MOST_QUESTION_CHARACTERS))}" for text in others]
    if offered:
        blocks.append(words("unanswered-offered"))
    same = [[button(words.plain("button-same-as", question=text), f"g:{gap.id}:{n}")] for n, text in enumerate(offered)]
    return compose(
        "\n".join(blocks),
        *same,
        [button(words.plain(_ADD[0]), f"g:{gap.id}:{_ADD[1]}")],
        # Of words that mean something only after others there is no other name, and asked alone they say nothing.
        *([] if gap.after else [[button(words.plain(label), f"g:{gap.id}:{name}")] for label, name in _ALONE]),
        [button(words.plain(_ASIDE[0]), f"g:{gap.id}:{_ASIDE[1]}")],
        [button(words.plain("button-to-list"), "g:0:list")],
    )


def lay_out_reply(reply: Reply, words: Words) -> Message:
    """What somebody who asked in vain is told: the answer there is now, or that the reports will not say."""
    question = shorten(reply.question, MOST_QUESTION_CHARACTERS)
    again = button(words.plain("button-ask-again"), f"n:{reply.question_id}:again")
    if reply.answer is None:
        return compose(words("reply-aside", question=question))
    answer = lay_out_answer(reply.answer, words)
    return compose("\n".join([words("reply-answered", question=question), *answer.parts]), [again])
