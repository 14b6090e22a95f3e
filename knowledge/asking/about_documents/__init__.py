"""Answers about official documents."""

from knowledge.asking.about_documents.answering import answer_documents
from knowledge.asking.about_documents.beside import answer_beside
from knowledge.asking.about_documents.carried_out import answer_carried_out
from knowledge.asking.about_documents.choosing import answer_unknown, ask_between
from knowledge.asking.about_documents.finding import find_named
from knowledge.asking.about_documents.finding_by_mention import answer_under, find_by_statement, find_listed
from knowledge.asking.about_documents.judging import AS_PLANNED
from knowledge.asking.about_documents.listed_state import state_of
from knowledge.asking.about_documents.listing import answer_list
from knowledge.asking.about_documents.numbered import find_referenced, is_done_under_it
from knowledge.asking.about_documents.other_type import say_other_type
from knowledge.asking.about_documents.work_given import answer_work_given

__all__ = [
    "AS_PLANNED",
    "answer_beside",
    "answer_carried_out",
    "answer_documents",
    "answer_list",
    "answer_under",
    "answer_unknown",
    "answer_work_given",
    "ask_between",
    "find_by_statement",
    "find_listed",
    "find_named",
    "find_referenced",
    "is_done_under_it",
    "say_other_type",
    "state_of",
]
