"""Askers over small reports: those in `reports/` and texts that a test writes itself; all invented."""

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from knowledge.answers import Answer, Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.documents import Document
from knowledge.asking.library import PublishedReport
from knowledge.facts import Reading
from knowledge.importing.files import read_file
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.plain_text import read_plain_text
from knowledge.importing.reading import read_report

REPORTS = Path(__file__).parent / "reports"
# Between the last report and the end of its quarter.
TODAY = date(2021, 9, 20)
# The head of a province's year, over the few sentences that a test asks about.
YEAR_HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÂM BÌNH
Số: 55/BC-UBND
Lâm Bình, ngày 14 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2023
"""


def published() -> list[PublishedReport]:
    """All files in `reports/`, read."""
    return [PublishedReport(i, read_file(path)) for i, path in enumerate(sorted(REPORTS.iterdir()), 1)]


@cache
def shipped() -> Asker:
    """An asker of all files in `reports/`."""
    return Asker.of(published())


def of_texts(*texts: str) -> Asker:
    """An asker of reports with these texts, built when it is first asked."""
    return _Waiting(texts)


class _Waiting(Asker):
    """Modules hold askers that only the process needs which runs their tests, and every process loads the modules."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._texts = texts

    def __getattr__(self, name: str) -> object:
        if "_texts" not in self.__dict__:
            raise AttributeError(name)
        published = [PublishedReport(i, reading(text)) for i, text in enumerate(self.__dict__.pop("_texts"), 1)]
        self.__dict__.update(Asker.of(published).__dict__)
        return getattr(self, name)


def reading(text: str) -> Reading:
    """The text read as a file."""
    return read_report(read_plain_text(text.encode(), DEFAULT))


def news(number: str, day: str, period: str, *paragraphs: str, office: str = "Văn phòng UBND tỉnh Hưng Hòa") -> str:
    """A news page that tells of a report of that number, day ("15/6/2021") and period ("quý II năm 2021")."""
    opening = f"{office} ban hành Báo cáo số {number} ngày {day} về kết quả công tác cải cách hành chính {period}."
    return "\n\n".join((f"{office}: cải cách hành chính {period}", opening, *paragraphs)) + "\n"


def documents(asker: Asker, number: str) -> list[Document]:
    """The documents of that number."""
    return asker.library.by_number.get(number, [])


@dataclass
class Chat:
    """One chat's questions, each with the context that the one before left."""

    asker: Asker
    today: date = TODAY
    language: str = "vi"
    context: str | None = None
    answers: list[Answer] = field(default_factory=list)

    def ask(self, text: str) -> Answer:
        """The answer to the next question."""
        asked = self.asker.ask(text, today=self.today, previous=self.context, language=self.language)
        self.context = asked.context
        self.answers.append(asked.answer)
        return asked.answer

    def after_restart(self, asker: Asker) -> "Chat":
        """The same chat in a process that knows of it only what was stored."""
        kept = json.loads(json.dumps(json.loads(self.context or "null")))
        return Chat(asker, self.today, self.language, json.dumps(kept))


def ask(text: str, *, today: date = TODAY, language: str = "vi", asker: Asker | None = None) -> Answer:
    """The answer to a question of a new chat."""
    return Chat(asker or shipped(), today, language).ask(text)


def is_answered(answer: Answer) -> bool:
    return answer.outcome is Outcome.ANSWERED


def quotes(answer: Answer) -> str:
    return " / ".join(quote.text for quote in answer.quotes)
