"""/nhap and files sent: import them as drafts, with progress and a card at the end."""

import tempfile
from pathlib import Path

from telegram import Bot, Document, Update
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest, NetworkError

from handlers.addressing import addressed_text
from handlers.desk import Desk
from handlers.drafts import draft_card
from handlers.guards import is_admin, restrained
from handlers.layout.html import visible
from handlers.layout.message import button, compose
from handlers.layout.reports import short_name
from handlers.progress import ProgressMessage
from handlers.question import answer_text
from handlers.turn import Turn, begin
from handlers.waiting import watched
from knowledge.importing.captions import read_caption
from knowledge.importing.files import UnknownPeriod
from knowledge.importing.importer import ForeignReport, Progress, Step
from knowledge.importing.readers import UnreadableFile
from knowledge.people.people import Member
from knowledge.store.reports import ReportState, SavedDraft, UnstorableText

# What file systems take of a name, with room for what is added while a file is written; ".xlsx" is no longer than this.
MOST_NAME_BYTES, MOST_ENDING = 200, 10

_OUTCOMES = {"new": "import-new", "same": "import-same", "version": "import-version"}


async def explain(turn: Turn) -> None:
    """Say how to import."""
    await turn.say(turn.words("import-how"))


async def take_file(turn: Turn) -> None:
    """Import the file that an admin sent; others are told what the bot can read, and what they ask under it is answered.

    An admin may send many at once, which nothing refuses: they are read one after the other.
    """
    message = turn.update.message
    if message is None or message.document is None:
        return
    if not (turn.is_private and await is_admin(turn)):
        await restrained(_answer_under)(turn)
        return
    if (message.document.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
        await turn.say(turn.words("import-too-large", most=FileSizeLimit.FILESIZE_DOWNLOAD // 1_000_000))
        return
    await turn.desk.import_file(turn.update)


async def _answer_under(turn: Turn) -> None:
    """Nothing of a file in a group that is not for the bot."""
    text = addressed_text(turn)
    if turn.is_private:
        if turn.desk.excuses.is_due(turn.chat_id, turn.album):
            await turn.say(turn.words("import-admins-only"))
    elif text is not None and await is_admin(turn):
        await turn.say(turn.words("private-only"))
        return
    if text is not None:
        await answer_text(turn, text)


async def import_file(update: Update, bot: Bot, desk: Desk) -> None:
    """Import the file of an update that was looked at before, here or in a worker."""
    turn, message = await begin(update, bot, desk), update.message
    if turn is None or message is None or message.document is None or turn.user_id is None:
        return
    member = await turn.know(desk.knowledge.people.member, turn.user_id)
    if member is not None:  # an admin no more, who was told so
        await _import(turn, message.document, member)


async def give_up(update: Update, bot: Bot, desk: Desk) -> None:
    """Say in place of the progress that it went wrong; whoever calls has logged why."""
    turn = await begin(update, bot, desk)
    if turn is None:
        return
    message = ProgressMessage(turn)
    await message.begin(turn.words("failed", number=str(update.update_id)))


async def _import(turn: Turn, document: Document, member: Member) -> None:
    name = _safe_name(document.file_name)
    message = ProgressMessage(turn)
    # Killed before it is known which message that is, it stays as it is for ever: so it only says what stays true.
    is_taken_up = await message.begin(turn.words("import-received", name=name))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        try:
            await turn.know(path.write_bytes, await _fetch(document))
            saved = await _read(turn, path, message, member)
        except (UnreadableFile, UnknownPeriod, UnstorableText, BadRequest) as error:
            await message.conclude(compose(turn.words("import-unreadable", name=name, reason=_reason(turn, error))))
            return
        except ForeignReport as error:
            foreign = turn.words("import-other-organisation", organisation=error.organisation or "?")
            await message.conclude(compose(foreign))
            return
    await _tell(turn, message, saved, name, is_taken_up=is_taken_up)


async def _fetch(document: Document) -> bytes:
    """The file, whole: what somebody on the way sends in its place is no report, and neither is a part of one."""
    file = await document.get_file()
    content = bytes(await file.download_as_bytearray())
    if document.file_size is not None and len(content) != document.file_size:
        raise NetworkError("the file did not come whole")  # it is fetched again
    return content


async def _tell(turn: Turn, message: ProgressMessage, saved: SavedDraft, name: str, *, is_taken_up: bool) -> None:
    """What came of it, and the draft's card; where that was begun before, a button opens it, for it may be there."""
    report = await turn.know(turn.desk.knowledge.reports.summary, saved.report_id)
    is_draft = report.state is ReportState.DRAFT
    # Whoever was killed may have saved it already; to the person it is new all the same.
    outcome = "new" if saved.outcome == "same" and is_taken_up and is_draft else saved.outcome
    told = turn.words(_OUTCOMES[outcome], name=name, report=short_name(report, turn.words))
    if is_draft and message.is_followed:
        open_draft = button(turn.words.plain("button-open-draft"), f"p:{report.id}")
        await message.conclude(compose(told, [open_draft]))
        return
    await message.conclude(compose(told))
    if is_draft and await message.is_to_be_followed():
        await turn.send(await draft_card(turn, report))


async def _read(turn: Turn, path: Path, message: ProgressMessage, member: Member) -> SavedDraft:
    """The draft of the file; the message says how far it has come."""

    async def show(progress: Progress) -> None:
        await message.show(_told(turn, path.name, progress))

    caption = read_caption((turn.update.effective_message and turn.update.effective_message.caption) or "")
    await message.show(turn.words("import-reading", name=path.name))
    async with watched(show) as tell:
        return await turn.read(
            turn.desk.knowledge.importing.import_file,
            path,
            by=turn.user_id,
            organisation=caption.organisation or member.organisation,
            province=caption.province,
            period=caption.period,
            source=path.name,
            may_keep=member.may_change,
            progress=tell,
        )


def _told(turn: Turn, name: str, progress: Progress) -> str:
    if progress.total:
        return turn.words("import-progress", name=name, percent=100 * progress.done // progress.total)
    if progress.step is Step.READING:
        return turn.words("import-reading", name=name)
    return turn.words("import-checking", name=name)


def _reason(turn: Turn, error: UnreadableFile | UnknownPeriod | UnstorableText | BadRequest) -> str:
    if isinstance(error, UnreadableFile):
        return error.in_language(turn.language)
    if isinstance(error, UnknownPeriod):
        return turn.words.plain("import-no-period", words=str(error))
    return error.message if isinstance(error, BadRequest) else turn.words.plain("import-no-text")


def _safe_name(name: str | None) -> str:
    """The file's own name without any folder, as long as a disk takes it, or one for a file that has none."""
    bare = Path(visible(name or "").replace("\\", "/")).name
    ending = Path(bare).suffix if len(Path(bare).suffix) <= MOST_ENDING else ""
    stem = bare.removesuffix(ending)
    while len(f"{stem}{ending}".encode()) > MOST_NAME_BYTES:
        stem = stem[:-1]
    return f"{stem}{ending}" if stem.strip(". ") else "bao-cao.txt"
