"""An answer as a message: the direct answer first, its context, then the sources with their words."""

import re
from dataclasses import dataclass, replace

from handlers.layout.html import MOST_CHARACTERS, capital, escape, length, quoted
from handlers.layout.mended import mended_line
from handlers.layout.message import SEEN_LABEL_CHARACTERS, Button, Message, button, column, compose, shorten
from handlers.layout.rests_on import source_name
from handlers.words import Html, Words
from knowledge.answers import Answer, Choice, Outcome, Quote, Step, StepKind
from knowledge.asking.examples import Example, Holdings
from knowledge.following.rules import rule_of_answer
from knowledge.grammar.dates import format_date
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import name_period

# More quotations than this are not read; the other sources are still named.
MOST_QUOTES = 3
# A list that is longer ends with how many more there are.
MOST_LINES = 30
# Telegram allows more buttons; nobody reads them.
MOST_CHOICES = 8
# Of a choice that is listed in full; eight such still fit a message.
MOST_OPTION_CHARACTERS = 300
# A column whose heading is longer is told by its beginning.
MOST_COLUMN_CHARACTERS = 60
# A report without a number is named by its title, which can be a paragraph.
MOST_NAME_CHARACTERS = 120
# What is longer is a sentence of a report, and bold sentences are not read at a glance.
MOST_BOLD_CHARACTERS = 160
# A list that counts itself needs no bullets.
_NUMBERED = re.compile(r"\d+\. ")
_STEPS = {
    StepKind.PREVIOUS: ("button-previous", "previous"),
    StepKind.COMPARE: ("button-compare", "compare"),
    StepKind.TREND: ("button-chart", "chart"),
    StepKind.SHARES: ("button-shares", "shares"),
    StepKind.LIFE: ("button-life", "life"),
}


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an answer in a chat: the number of its question, and the ways on from it."""

    question_id: int
    steps: tuple[Step, ...] = ()
    examples: tuple[Example, ...] = ()
    holdings: Holdings | None = None


def lay_out_answer(answer: Answer, words: Words, around: Around | None = None) -> Message:
    """The answer as the chat shows it; it has buttons where it is known what stands around it."""
    html = _fit(answer, words, around)
    return compose(html, *([] if around is None else _rows(answer, words, around)))


def headline(answer: Answer) -> tuple[str, str]:
    """The figure or state, and the rest of the direct answer, which says of what; the rest may be empty."""
    direct = answer.direct
    if answer.lines and direct.endswith(operands := "; ".join(answer.lines)):
        return direct.removesuffix(operands).rstrip(": "), ""
    head, dash, rest = direct.partition(" – ")
    # "Tăng 452 hồ sơ (quý II/2019 – quý I/2019)": what brackets hold is one.
    is_whole = head.count("(") == head.count(")")
    # "4.984 hồ sơ – quý I/2019; 5.436 hồ sơ – quý II/2019": what the first is of is no name of both.
    is_one = " – " not in rest.partition("; ")[2]
    if dash and is_whole and is_one and len(head) <= MOST_BOLD_CHARACTERS:
        return head, rest
    return direct, ""


def _fit(answer: Answer, words: Words, around: Around | None) -> str:
    """The answer with as many of its lines, or of the sentences that are offered, as one message holds, and at least the first."""
    for near in range(len(answer.near), 1, -1):
        html = "\n".join(_blocks(replace(answer, near=answer.near[:near]), words, around, 0))
        if length(html) <= MOST_CHARACTERS:
            return html
    answer = replace(answer, near=answer.near[:1]) if answer.near else answer
    for lines in range(min(len(answer.lines), MOST_LINES), 0, -1):
        html = "\n".join(_blocks(answer, words, around, lines))
        if length(html) <= MOST_CHARACTERS:
            return html
    return "\n".join(_blocks(answer, words, around, min(len(answer.lines), 1)))


def _blocks(answer: Answer, words: Words, around: Around | None, lines: int) -> list[str]:
    blocks = _direct(answer)
    if around is not None and _is_listed(answer):
        if answer.outcome is Outcome.NOT_FOUND and not answer.direct.rstrip().endswith(":"):
            blocks.append(words("answer-near"))
        blocks += listed_options(answer)
    if answer.context and fold(answer.context) not in fold(answer.direct):
        blocks.append(capital(escape(answer.context)))
    blocks += [escape(line) if _NUMBERED.match(line) else f"• {escape(line)}" for line in answer.lines[:lines]]
    if left := len(answer.lines) - lines + answer.left_out:
        blocks.append(words("answer-more-lines", count=left))
    if answer.outcome is Outcome.NOT_FOUND and around is not None and around.holdings is not None:
        blocks += _holdings(around.holdings, words)
    return blocks + _near(answer.near, words) + _sources(answer, words)


def _direct(answer: Answer) -> list[str]:
    """The headline bold, and below it what it is of; a sentence of a report is its own quotation."""
    if answer.outcome is not Outcome.ANSWERED:
        return [escape(answer.direct)]
    head, rest = headline(answer)
    if len(head) > MOST_BOLD_CHARACTERS:
        return [escape(head)]
    return [f"<b>{capital(escape(head))}</b>", *([capital(escape(rest))] if rest else [])]


def _holdings(holdings: Holdings, words: Words) -> list[str]:
    if holdings.first is None or holdings.last is None:
        return []
    first, last = (name_period(one, language=words.language) for one in (holdings.first, holdings.last))
    if first == last:
        return [words("answer-holds-one", count=holdings.reports, period=first)]
    return [words("answer-holds", count=holdings.reports, first=first, last=last)]


def _near(quotes: tuple[Quote, ...], words: Words) -> list[str]:
    """The sentences that come nearest, each below its report: offered as such, and never in the place of an answer."""
    blocks: list[str] = [words("answer-nearest", count=len(quotes))] if quotes else []
    for quote in quotes:
        blocks.append(words("answer-source", source=Html(source_line(quote, words))))
        blocks.append(quoted([escape(line) for line in _readable(quote)]))
        blocks += dict.fromkeys(mended_line(one, words) for one in quote.mended)
    return blocks


def _readable(quote: Quote) -> list[str]:
    """A sentence as it stands, a table's row cell by cell, each behind its heading where that is known."""
    cells = [cell.strip() for cell in quote.text.split("|")]
    if len(cells) != len(quote.columns):
        return [quote.text.strip()]
    columns = [shorten(column, MOST_COLUMN_CHARACTERS) for column in quote.columns]
    return [f"{column}: {cell}" for column, cell in zip(columns, cells, strict=True) if column and cell]


def _sources(answer: Answer, words: Words) -> list[str]:
    """The first report with what is quoted from it; the others in one quotation, which a phone shows folded up."""
    first, *others = _by_report(answer.quotes) or [[]]
    if not first:
        return []
    blocks: list[str] = [words("answer-source", source=Html(source_line(first[0], words)))]
    told = _told(first[:MOST_QUOTES], answer)
    blocks += [quoted([escape(text) for text in told])] if told else []
    blocks += dict.fromkeys(mended_line(one, words) for quote in first for one in quote.mended)
    left, lines, named = MOST_QUOTES - len(told), list[str](), list[str]()
    for own in others:
        if left <= 0:
            named.append(_short_source(own[0], words))
            lines += dict.fromkeys(mended_line(one, words) for quote in own for one in quote.mended)
            continue
        texts = _told(own[:left], answer)
        left -= len(texts)
        lines += [f"<b>{_short_source(own[0], words)}</b>", *(escape(text) for text in texts)]
        lines += dict.fromkeys(mended_line(one, words) for quote in own for one in quote.mended)
    if named:
        lines.append(words("answer-also-in", sources=Html("; ".join(named))))
    return [*blocks, quoted(lines)] if lines else blocks


def _by_report(quotes: tuple[Quote, ...]) -> list[list[Quote]]:
    """The quotes of each report, each once."""
    distinct = list(dict.fromkeys(quotes))
    return [
        [q for q in distinct if q.report_id == report_id] for report_id in dict.fromkeys(q.report_id for q in distinct)
    ]


def _told(quotes: list[Quote], answer: Answer) -> list[str]:
    """Their words, but for those that the answer itself, or a line of it, gives in full."""
    said = {answer.direct, *(_NUMBERED.sub("", line, count=1) for line in answer.lines[:MOST_LINES])}
    texts = dict.fromkeys(quote.text.strip() for quote in quotes)
    return [text for text in texts if text and text not in said]


def _short_source(quote: Quote, words: Words) -> str:
    """The name and the day: enough in a quotation that is folded up to three lines."""
    return source_line(replace(quote, period=None, organisation=""), words)


def source_line(quote: Quote, words: Words) -> str:
    """ "134/BC-VPUBND, ngày 25/02/2019, quý I/2019, Văn phòng UBND tỉnh Hưng Hòa", linked where it has an address."""
    name = escape(shorten(source_name(quote, words), MOST_NAME_CHARACTERS))
    if quote.source and quote.source.startswith(("https://", "http://")):
        name = f'<a href="{escape(quote.source).replace(chr(34), "&quot;")}">{name}</a>'
    signed = (
        words("answer-signed", date=format_date(quote.signed_on, language=words.language)) if quote.signed_on else ""
    )
    period = name_period(quote.period, language=words.language) if quote.period else ""
    rest = [signed, escape(period), escape(quote.organisation)]
    return ", ".join([name, *(part for part in rest if part)])


def _rows(answer: Answer, words: Words, around: Around) -> list[list[Button]]:
    """The ways on: what to choose from, the likely next steps, and what the person thinks of it."""
    options = _options(answer)
    sent = ((capital(option.label), f"q:{around.question_id}:{n}") for n, option in enumerate(options))
    rows = column(sent, is_numbered=_is_listed(answer))
    if answer.outcome is Outcome.NOT_FOUND:
        rows += [] if options else [[button(one.question, f"k:{one.link}")] for one in around.examples]
        rows.append([button(words.plain("button-send-to-admins"), f"c:{around.question_id}:missing")])
    if answer.outcome is Outcome.ANSWERED:
        rows.append([_step(step, words, around.question_id) for step in around.steps])
        rows.append(_about(answer, words, around.question_id))
        rows.append(thumbs(around.question_id, None, words))
    return rows


def _options(answer: Answer) -> tuple[Choice, ...]:
    return (*answer.choices, *answer.suggestions)[:MOST_CHOICES]


def listed_options(answer: Answer) -> list[str]:
    """What can be chosen, line by line; nothing where the buttons say it in full."""
    labels = (shorten(one.label, MOST_OPTION_CHARACTERS) for one in _options(answer))
    return [f"{n}. {capital(escape(label))}" for n, label in enumerate(labels, 1)] if _is_listed(answer) else []


def _is_listed(answer: Answer) -> bool:
    """Whether the message lists what can be chosen: a phone would cut off some of it on the buttons."""
    return any(len(option.label) > SEEN_LABEL_CHARACTERS for option in _options(answer))


def _step(step: Step, words: Words, question_id: int) -> Button:
    label, name = _STEPS[step.kind]
    return button(words.plain(label), f"n:{question_id}:{name}")


def _about(answer: Answer, words: Words, question_id: int) -> list[Button]:
    """The words in full, and following what it is about, where there is such a thing."""
    row = []
    if answer.quotes:
        row.append(button(words.plain("button-verbatim"), f"n:{question_id}:verbatim"))
        if rule_of_answer(answer) is not None:
            row.append(button(words.plain("button-follow"), f"n:{question_id}:follow"))
    return row


def thumbs(question_id: int, verdict: int | None, words: Words) -> list[Button]:
    """Both verdicts in words, for not everybody sees a thumb; the one that was given is marked."""
    up, down = words.plain("button-right"), words.plain("button-wrong")
    return [
        button(f"{up} ✓" if verdict == 1 else up, f"t:{question_id}:up"),
        button(f"{down} ✓" if verdict == -1 else down, f"t:{question_id}:down"),
    ]
