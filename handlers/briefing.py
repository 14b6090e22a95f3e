"""/giaoban: one page of a period for the meeting, as a picture at once and as files on demand."""

from handlers.layout.briefing import briefing_caption, lay_out_choice, lay_out_sheet
from handlers.layout.charts import MOST_CAPTION_CHARACTERS
from handlers.layout.message import Button, Message, button
from handlers.marks import find_marked, mark_of_name
from handlers.media import File, send_drawn, send_files
from handlers.pages import draw_sheet, write_pdf, write_word, write_workbook
from handlers.turn import Turn
from handlers.words import Words
from knowledge.asking.library import Library
from knowledge.briefing.briefing import Briefing, brief, told_organisations
from knowledge.briefing.choosing import find_briefing, find_period, mark_of
from knowledge.briefing.telling import told_periods
from knowledge.facts import Period
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import name_period

# The mark of no organisation: all of them.
_ALL = "0"


async def brief_meeting(turn: Turn) -> None:
    """The briefing of what is named behind the command; of nothing, of the newest period."""
    library, words = turn.desk.knowledge.asking.library, turn.words
    wanted = await turn.know(find_briefing, library, turn.arguments, turn.desk.today())
    if wanted.period is not None and not wanted.unknown and len(wanted.organisations) <= 1:
        await _show(turn, library, wanted.period, next(iter(wanted.organisations), ""))
        return
    periods = await turn.know(told_periods, library)
    if not periods:
        await turn.say(words("briefing-nothing"))
        return
    unknown = turn.arguments if wanted.period is None or wanted.unknown else ""
    bodies = wanted.organisations or told_organisations(library)
    await turn.send(lay_out_choice(periods, bodies, words, unknown=unknown))


async def brief_period(turn: Turn) -> None:
    """The briefing of the period that a button carries."""
    found = await _pressed(turn)
    if found is not None:
        await _show(turn, *found)


async def send_pages(turn: Turn) -> None:
    """The briefing as files: a page to print, one to change, and everything with the sentences word for word."""
    found = await _pressed(turn)
    if found is None:
        return
    briefing = await turn.know(brief, found[0], found[1], turn.desk.today(), organisation=found[2])
    files = await turn.know(_files, briefing, turn.words)
    await send_files(turn, files, Message((turn.words("briefing-files"),)))


async def _show(turn: Turn, library: Library, period: Period, organisation: str) -> None:
    briefing = await turn.know(brief, library, period, turn.desk.today(), organisation=organisation)
    sheet = lay_out_sheet(briefing, turn.words)
    caption = briefing_caption(briefing, turn.words, MOST_CAPTION_CHARACTERS)
    rows = await turn.know(_rows, library, briefing, turn.words)
    await send_drawn(turn, sheet, lambda: draw_sheet(sheet), Message(caption.parts, rows))


def _rows(library: Library, briefing: Briefing, words: Words) -> tuple[tuple[Button, ...], ...]:
    """The files, the periods before and after as far as there are such, and the calendar."""
    whose = mark_of_name(briefing.organisation) if briefing.organisation else _ALL
    told = told_periods(library)
    at = told.index(briefing.period)
    near = [told[n] for n in (at + 1, at - 1) if 0 <= n < len(told)]
    names = [name_period(period, language=words.language) for period in near]
    names = [name[:1].upper() + name[1:] for name in names]
    moves = [f"‹ {name}" if p.last < briefing.period.last else f"{name} ›" for p, name in zip(near, names, strict=True)]
    return tuple(
        row
        for row in (
            (button(words.plain("button-files"), f"gf:{mark_of(briefing.period)}:{whose}"),),
            tuple(button(move, f"gb:{mark_of(p)}:{whose}") for p, move in zip(near, moves, strict=True)),
            (button(words.plain("button-calendar"), f"lc:{briefing.as_of:%Y%m}"),),
        )
        if row
    )


async def _pressed(turn: Turn) -> tuple[Library, Period, str] | None:
    """The period and organisation of a button; says so where no report tells of them any more."""
    library = turn.desk.knowledge.asking.library
    mark, _, whose = turn.pressed.partition(":")
    period = await turn.know(find_period, library, mark)
    organisation = find_marked(told_organisations(library), whose) if whose not in ("", _ALL) else ""
    if period is None or organisation is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return None
    return library, period, organisation


def _files(briefing: Briefing, words: Words) -> list[File]:
    sheet = lay_out_sheet(briefing, words)
    heads = [words.plain(key) for key in _COLUMNS]
    names = (words.plain("briefing-sheet"), words.plain("briefing-sources"))
    stem = _file_name(briefing)
    return [
        File(f"{stem}.pdf", write_pdf(sheet)),
        File(f"{stem}.docx", write_word(sheet)),
        File(f"{stem}.xlsx", write_workbook(sheet, heads=tuple(heads), names=names)),
    ]


_COLUMNS = (
    "briefing-column-block",
    "briefing-column-what",
    "briefing-column-now",
    "briefing-column-unit",
    "briefing-column-share",
    "briefing-column-before",
    "briefing-change",
    "briefing-column-growth",
    "briefing-column-source",
    "briefing-column-quote",
)


def _file_name(briefing: Briefing) -> str:
    """Letters that every computer takes: "giao-ban-quy-ii-2019"."""
    folded = fold(f"giao ban {name_period(briefing.period)} {briefing.organisation}")
    return "-".join("".join(c if c.isalnum() else " " for c in folded).split())[:80]
