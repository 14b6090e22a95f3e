"""What is told of a document of another type than was asked for says so: a letter that is called so is not the directive."""

from dataclasses import replace

from knowledge.answers import Answer, Outcome
from knowledge.asking.documents import Document
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.sentences.called import is_of_other_type
from knowledge.grammar.document_types import document_types


def say_other_type(answer: Answer | None, document: Document, query: Query, wording: Wording) -> Answer | None:
    """The answer, with the words that no document of the type asked for is called so, where the one that was found is of another."""
    asked = query.named_type
    if answer is None or answer.outcome is not Outcome.ANSWERED or asked is None or answer.context:
        return answer
    if query.asks("verify", "number") or not _is_of_other(document, asked):
        return answer
    english = next((t.english[0] for t in document_types() if t.name == asked and t.english), asked)
    said = wording.say(f"Không thấy {asked} nào tên như vậy", f"No {english} is called so")
    return replace(answer, context=f"{said}; {wording.say('đây là', 'this is')} {document.name}.")


def _is_of_other(document: Document, asked: str) -> bool:
    return document.is_numbered and is_of_other_type(document.types, document.subject or "", asked)
