"""Every quantity of a sentence, in order."""

from knowledge.grammar.numbers import find_numbers
from knowledge.importing.measures import measure_of
from knowledge.importing.quantities.clauses import clause_ends, quantity_at
from knowledge.importing.quantities.quantity import Quantity, left_words
from knowledge.importing.quantities.ties import WholeSoFar, measure_beside, relate_after_all


def find_quantities(folded: str, struck: str, *, has_lead: bool, is_task: bool) -> list[Quantity]:
    """Every quantity in order; `struck` are the folded words without digits that do not count."""
    found: list[Quantity] = []
    numbers = list(find_numbers(struck))
    cuts = clause_ends(struck, numbers)
    whole = WholeSoFar(folded, has_parts=has_lead)
    for index, number in enumerate(numbers):
        previous_end = found[-1].end if found else 0
        next_start = numbers[index + 1].start if index + 1 < len(numbers) else len(folded)
        between = folded[previous_end : number.start]
        one = quantity_at(folded, struck, number, cuts, previous_end, next_start)
        one.measure = measure_of(folded, number, one.unit, left_words(folded, one), is_task=is_task)
        whole.take(one, found, between)
        one.measure = measure_beside(one, found, between)
        found.append(one)
    relate_after_all(found, folded)
    return found
