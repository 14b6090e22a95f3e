"""Which one is most or least: "lĩnh vực nào trễ hạn nhiều nhất", by sentences that say so and by the rows of one table.

Use `answer_most`.
"""

from knowledge.asking.most.answering import answer_most

__all__ = ["answer_most"]
