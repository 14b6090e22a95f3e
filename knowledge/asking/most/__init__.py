"""Which one is most or least: "lĩnh vực nào trễ hạn nhiều nhất", by sentences that say so and by the rows of one table; all of its rows.

Use `answer_most` and `answer_each`.
"""

from knowledge.asking.most.answering import answer_most
from knowledge.asking.most.each import answer_each

__all__ = ["answer_each", "answer_most"]
