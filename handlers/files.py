"""/nhap and files sent: import them as drafts, with progress and a card at the end."""

import tempfile
from pathlib import Path

from telegram import Document
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest

from handlers.drafts import draft_card
from handlers.guards import is_admin
from handlers.layout.message import compose
from handlers.turn import Turn
from knowledge.importing.readers import UnreadableFile
from knowledge.store.reports import ReportState, SavedDraft

_OUTCOMES = {"new": "import-new", "same": "import-same", "version": "import-version"}


async def explain(turn: Turn) -> None:
    """Say how to import."""
    await turn.say(turn.words("import-how"))


async def take_file(turn: Turn) -> None:
    """Import the file that an admin sent; others are told what the bot can read."""
    message = turn.update.message
    if message is None or message.document is None or not turn.is_private:
        return
    if not await is_admin(turn):
        await turn.say(turn.words("import-admins-only"))
        return
    if (message.document.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
        await turn.say(turn.words("import-too-large", most=FileSizeLimit.FILESIZE_DOWNLOAD // 1_000_000))
        return
    await _import(turn, message.document)


async def _import(turn: Turn, document: Document) -> None:
    name = _safe_name(document.file_name)
    progress = await turn.say(turn.words("import-fetching", name=name))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        try:
            file = await document.get_file()
            await file.download_to_drive(path)
            await turn.edit(progress.message_id, compose(turn.words("import-reading", name=name)))
            saved = await turn.know(turn.desk.knowledge.importing.import_file, path, by=turn.user_id, source=name)
        except (UnreadableFile, BadRequest) as error:
            reason = error.in_language(turn.language) if isinstance(error, UnreadableFile) else error.message
            text = turn.words("import-unreadable", name=name, reason=reason)
            await turn.edit(progress.message_id, compose(text))
            return
    await turn.edit(progress.message_id, compose(turn.words(_OUTCOMES[saved.outcome], name=name)))
    await _show(turn, saved)


async def _show(turn: Turn, saved: SavedDraft) -> None:
    report = await turn.know(turn.desk.knowledge.reports.summary, saved.report_id)
    if report.state is ReportState.DRAFT:
        await turn.send(await draft_card(turn, report))


def _safe_name(name: str | None) -> str:
    """The file's own name without any folder, or one for a file that has none."""
    bare = Path((name or "").replace("\\", "/")).name
    return bare if bare.strip(". ") else "bao-cao.txt"
