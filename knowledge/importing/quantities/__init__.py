"""The quantities of a sentence and how they hang together: parts, shares, changes and values compared to.

Use `find_quantities`; `left_words` and `right_words` are what a sentence says around one. `same_at_another_time`, `is_other_time`,
`count_that_changed` and `is_rank_before` tell how one goes on from those before it.
"""

from knowledge.importing.quantities.finding import find_quantities
from knowledge.importing.quantities.quantity import Quantity, left_words, right_words
from knowledge.importing.quantities.ties import is_rank_before
from knowledge.importing.quantities.times import count_that_changed, is_other_time, same_at_another_time

__all__ = [
    "Quantity",
    "count_that_changed",
    "find_quantities",
    "is_other_time",
    "is_rank_before",
    "left_words",
    "right_words",
    "same_at_another_time",
]
