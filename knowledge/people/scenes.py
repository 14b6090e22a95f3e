"""What must be known before a message can be understood: read in one statement, when it is a chat's turn."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, literal, select
from sqlmodel import col

from knowledge.people.conversations import FORGOTTEN_AFTER
from knowledge.people.dialogues import EXPIRES_AFTER, Dialogue
from knowledge.people.roles import Language, PersonRole, language_for
from knowledge.storable import storable
from knowledge.store.clock import Clock
from knowledge.store.numbering import counting
from knowledge.store.prepared import Prepared
from knowledge.store.store import Awaited, Store
from knowledge.store.tables import ConversationRow, DialogueRow, PersonRow, QuestionRow
from knowledge.store.upserting import writing

# Statistics count days; writing at every message would only slow answers down.
_SEEN_AGAIN_AFTER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks where; `user_id` is None of those who hide, `language_code` is the messenger's."""

    chat_id: int
    user_id: int | None
    language_code: str | None
    conversation: str  # the key under which follow-up questions are understood


@dataclass(frozen=True, slots=True)
class Scene:
    """What the store knew of a speaker when the message's turn came."""

    language: Language
    dialogue: Dialogue | None  # the person's in this chat, half done
    previous: str | None  # what the conversation was about
    question_id: int  # the number of the question that the message may be; nobody else's, whether it is one or not


_ALONE = select(literal(1).label("one")).subquery()
_KNOWN = (
    select(
        col(PersonRow.language),
        col(PersonRow.language_code),
        col(PersonRow.seen_at),
        col(DialogueRow.name),
        col(DialogueRow.step),
        col(DialogueRow.data),
        col(DialogueRow.updated_at),
        col(ConversationRow.value),
        col(ConversationRow.updated_at),
    )
    .select_from(_ALONE)
    .outerjoin(PersonRow, col(PersonRow.user_id) == bindparam("person"))
    .outerjoin(
        DialogueRow, (col(DialogueRow.chat_id) == bindparam("chat")) & (col(DialogueRow.user_id) == bindparam("person"))
    )
    .outerjoin(ConversationRow, col(ConversationRow.chat_key) == bindparam("conversation"))
)


def _looking(dialect: str) -> list[Executable]:
    before, number = counting(dialect, QuestionRow)
    return [*before, _KNOWN.add_columns(number)]


_LOOK = Prepared(_looking)
_SEEN = {
    "user_id": bindparam("person"),
    "role": PersonRole.NONE.value,
    "seen_at": bindparam("now"),
    "language_code": bindparam("code"),
}
_NOTE = Prepared(lambda dialect: [writing(dialect, PersonRow, ("user_id",), _SEEN, kept=("role",))])


class Scenes:
    """Looks who speaks, and notes that the person was seen."""

    def __init__(self, store: Store, clock: Clock, spoken: Collection[Language]) -> None:
        self._store = store
        self._clock = clock
        self._spoken = spoken  # the languages that there are words in

    def look(self, speaker: Speaker) -> Scene:
        """What is known of the speaker just now."""
        with self._store.change() as connection:
            return self.looking(connection, speaker).give()

    def looking(self, within: Connection, speaker: Speaker) -> Awaited[Scene]:
        """`look` as a step of a transaction."""
        person = speaker.user_id or 0
        asked = _LOOK.ask(within, person=person, chat=speaker.chat_id, conversation=speaker.conversation)
        return Awaited(lambda: self._scene(within, speaker, asked()[0]))

    def _scene(self, within: Connection, speaker: Speaker, row: tuple[Any, ...]) -> Scene:
        now = self._clock()
        heard = storable(speaker.language_code) if speaker.language_code is not None else None
        language, code, seen_at, name, step, data, kept_at, previous, asked_at, number = row
        is_long_ago = seen_at is None or now - seen_at >= _SEEN_AGAIN_AFTER
        if speaker.user_id is not None and (is_long_ago or code != heard):
            _NOTE.ask(within, person=speaker.user_id, now=now, code=heard)
        is_half_done = name is not None and now - kept_at <= EXPIRES_AFTER
        is_recent = asked_at is not None and now - asked_at <= FORGOTTEN_AFTER
        return Scene(
            language=language_for(language, speaker.language_code, self._spoken) if speaker.user_id else "vi",
            dialogue=Dialogue(speaker.chat_id, speaker.user_id or 0, name, step, json.loads(data), kept_at)
            if is_half_done
            else None,
            previous=previous or None if is_recent else None,
            question_id=number,
        )
