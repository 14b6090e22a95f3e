"""Answers about work: what is to be done in a period, who is charged with what, and until when."""

from knowledge.asking.about_tasks.charged import answer_assigned, answer_duties
from knowledge.asking.about_tasks.due_in import answer_due_in
from knowledge.asking.about_tasks.of_period import answer_tasks
from knowledge.asking.about_tasks.one_task import answer_task

__all__ = ["answer_assigned", "answer_due_in", "answer_duties", "answer_task", "answer_tasks"]
