"""What a newer version of a report changes, as lines of a message."""

from datetime import date

from handlers.layout.html import escape
from handlers.layout.message import shorten
from handlers.words import Html, Words
from knowledge.facts import Figure, Period
from knowledge.grammar.dates import format_date
from knowledge.grammar.year_parts import name_period
from knowledge.importing.differences import ChangedFigure, Difference

CHANGES_PER_PAGE = 8
# Enough to know a sentence by.
_MOST_QUOTED = 120

_DATA = {
    "title": "changes-title-of",
    "number": "changes-number",
    "organisation": "changes-organisation",
    "province": "changes-province",
    "period": "changes-period",
    "signed_on": "changes-signed",
    "published_on": "changes-published",
}


def overview(difference: Difference, words: Words) -> Html:
    """How much changes, in one or two lines."""
    if difference.is_empty:
        return words("changes-none")
    counts = words(
        "changes-counts",
        figures=len(difference.figures),
        added=len(difference.documents_added),
        removed=len(difference.documents_removed),
        tasks=len(difference.tasks_added),
        dropped=len(difference.tasks_removed),
    )
    return Html(f"{words('changes-title')}\n{counts}")


def lines(difference: Difference, words: Words) -> list[Html]:
    """Every change on a line of its own: the report's data, its figures, its documents, its tasks."""
    named = (
        ("changes-document-added", difference.documents_added),
        ("changes-document-removed", difference.documents_removed),
        ("changes-task-added", difference.tasks_added),
        ("changes-task-removed", difference.tasks_removed),
    )
    return [
        *(data_change(name, before, after, words) for name, before, after in difference.data),
        *(_figure(changed, words) for changed in difference.figures),
        *(words(key, name=shorten(name, _MOST_QUOTED)) for key, names in named for name in names),
    ]


def page_of_changes(difference: Difference, page: int, words: Words) -> Html:
    """One page of the changes."""
    shown = lines(difference, words)[page * CHANGES_PER_PAGE :][:CHANGES_PER_PAGE]
    return Html("\n".join([words("changes-title"), *(f"• {line}" for line in shown)]))


def data_change(name: str, before: object, after: object, words: Words) -> Html:
    """ "số hiệu: 134/BC-VPUBND → 135/BC-VPUBND" of a report's data."""
    shown = {"before": data_value(before, words), "after": data_value(after, words)}
    return words("changes-data", name=data_name(name, words), **shown)


def data_name(name: str, words: Words) -> str:
    """What a field of a report's data is called."""
    return words.plain(_DATA[name])


def data_value(value: object, words: Words) -> str:
    """What stands in it."""
    if isinstance(value, Period):
        return name_period(value, language=words.language)
    if isinstance(value, date):
        return format_date(value, language=words.language)
    return str(value) if value else words.plain("changes-nothing")


def _figure(changed: ChangedFigure, words: Words) -> Html:
    quote = escape(shorten(changed.sentence, _MOST_QUOTED))
    return Html(f"{_values(changed.before, changed.after, words)} <i>({quote})</i>")


def _values(before: Figure | None, after: Figure | None, words: Words) -> Html:
    if before and after:
        return words("changes-figure", before=before.written, after=after.written)
    if after:
        return words("changes-figure-new", after=after.written)
    return words("changes-figure-gone", before=before.written if before else "")
