"""Months that a question names one beside the other, as the one time from the first day to the last of them.

Reports after a reform tell what came in "from 1 July to 31 August", which officials call "tháng 7 và tháng 8", "hai tháng 7, 8".
"""

from knowledge.grammar.dates import MONTH_NAME, month_number
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.patterns import pattern_of

_MONTH = r"(?:0?[1-9]|1[0-2])"
_NEXT = r"(?:\s?,\s?|\s?va\s|\s?-\s?|\s?,\s?va\s)"
_RUN = pattern_of(
    rf"\b(?:(?:ca |trong )?(?:hai|ba|bon|2|3|4) )?thang (?P<first>{_MONTH})(?P<more>(?:{_NEXT}(?:thang )?{_MONTH})+)(?:\s?/\s?| nam )(?P<year>20\d\d)\b"
)
_ENGLISH = pattern_of(rf"\b(?:in )?(?P<first>{MONTH_NAME}) and (?P<last>{MONTH_NAME}) (?P<year>20\d\d)\b")
_NUMBER = pattern_of(r"\d+")


def months_as_one(text: str) -> str | None:
    """The question with "từ tháng 7 đến tháng 8/2025" in the place of "tháng 7 và tháng 8/2025"; None where no months stand so."""
    composed = compose(text)
    folded = fold(composed)
    run = _RUN.search(folded)
    if run is not None:
        months = [int(run["first"]), *(int(m) for m in _NUMBER.findall(run["more"]))]
    elif (run := _ENGLISH.search(folded)) is not None:
        months = [month_number(run["first"]), month_number(run["last"])]
    if run is None or months != list(range(months[0], months[0] + len(months))):
        return None
    return f"{composed[: run.start()]}từ tháng {months[0]} đến tháng {months[-1]}/{run['year']}{composed[run.end() :]}"
