"""Whoever asked in vain is answered once it can be answered, through the outbox, each question once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from knowledge.answers import Answer, Outcome, Quote, Topic
from knowledge.asking.replies import shorten
from knowledge.asking.service import Asking
from knowledge.facts import Reading
from knowledge.following.states import EventKind, NoticeState
from knowledge.lazily import later
from knowledge.people.people import People
from knowledge.people.questions import AskedQuestion, Questions
from knowledge.store.clock import Clock
from knowledge.store.loading import load_readings
from knowledge.store.store import Store
from knowledge.store.tables import ChatRow, EventRow, NoticeRow
from knowledge.store.upserting import insert_if_absent


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody asked in vain, and the answer there is now; None where the reports will never say."""

    question_id: int
    question: str
    answer: Answer | None


_REPLY = later(lambda: TypeAdapter(Reply))


def read_reply(payload: str) -> Reply:
    """The reply that a notice carries."""
    return _REPLY.validate_json(payload)


class Replies:
    """Writes the notices; several processes may, and each question is answered by one of them."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        questions: Questions,
        people: People,
        asking: Asking,
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._clock = clock
        self._questions = questions
        self._people = people
        self._asking = asking
        self._today = today

    def answer(self, question_ids: Iterable[int]) -> int:
        """How many chats will be told the answer that their question gets now; the others still wait for one."""
        replies = []
        for asked in self._questions.asked_in_vain(question_ids):
            answer = self._answer(asked)
            if answer.outcome is Outcome.ANSWERED:
                replies.append((asked, Reply(asked.id, asked.text, answer)))
        return self._write(replies)

    def answer_with(self, question_ids: Iterable[int], entry_id: int) -> int:
        """How many chats will be told the entry, which an admin added for just these questions; nobody hears two."""
        asked = self._questions.asked_in_vain(question_ids)
        with self._store.read() as session:
            answer = _of_entry(entry_id, load_readings(session, [entry_id])[entry_id])
        return self._write([(one, Reply(one.id, one.text, answer)) for one in asked])

    def set_aside(self, question_ids: Iterable[int]) -> int:
        """How many chats will be told that the reports do not answer their question."""
        asked = self._questions.asked_in_vain(question_ids)
        return self._write([(one, Reply(one.id, one.text, None)) for one in asked])

    def _answer(self, asked: AskedQuestion) -> Answer:
        chat = _chat(asked)
        language = self._people.language_of(chat) if chat > 0 else "vi"
        return self._asking.ask(asked.text, today=self._today(), previous=asked.previous, language=language).answer

    def _write(self, replies: list[tuple[AskedQuestion, Reply]]) -> int:
        with self._store.write() as session:
            paused = set(session.connection().execute(_PAUSED).scalars())
            reachable = [(asked, reply) for asked, reply in replies if _chat(asked) not in paused]
            return sum(self._tell(session, asked, reply) for asked, reply in reachable)

    def _tell(self, session: Session, asked: AskedQuestion, reply: Reply) -> bool:
        """Whether it was not told before: a set-aside question may be answered later, and then it is."""
        now, kind = self._clock(), "answered" if reply.answer else "aside"
        once = f"{EventKind.REPLY}|{asked.id}|{kind}"
        values = {"kind": EventKind.REPLY.value, "payload": _REPLY.dump_json(reply).decode(), "created_at": now}
        if not insert_if_absent(session, EventRow, ["once"], once=once, **values):
            return False
        event_id = session.exec(select(EventRow.id).where(EventRow.once == once)).one() or 0
        session.add(NoticeRow(event_id=event_id, chat_id=_chat(asked), state=NoticeState.WAITING, due_at=now))
        session.flush()
        return True


def _of_entry(entry_id: int, entry: Reading) -> Answer:
    report, sentence = entry.report, entry.text.strip()
    quote = Quote(
        report_id=entry_id,
        report=report.number or report.title,
        title=report.title,
        text=sentence,
        signed_on=report.signed_on,
        period=report.period,
        organisation=report.organisation or "",
        source=report.source,
    )
    return Answer(Outcome.ANSWERED, shorten(sentence), quotes=(quote,), topic=Topic(report_id=entry_id))


_PAUSED = select_columns(col(ChatRow.id)).where(col(ChatRow.paused_at).is_not(None))


def _chat(asked: AskedQuestion) -> int:
    """In a group the answer is for all: "chat:user"."""
    return int(asked.chat_key.partition(":")[0])
