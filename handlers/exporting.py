"""/xuatdulieu: everything that is kept, as a workbook and as JSON."""

from handlers.layout.message import compose
from handlers.media import File, send_files
from handlers.pages import write_json, write_tables
from handlers.turn import Turn

# https://core.telegram.org/bots/api#sending-files: "50 MB max size for other files"
MOST_BYTES = 50 * 1024 * 1024


async def export(turn: Turn) -> None:
    """Send both files; what is larger than Telegram takes is exported from the shell."""
    await turn.say(turn.words("export-working"))
    exporting = turn.desk.knowledge.exporting
    book = await turn.know(lambda: write_tables(exporting.tables()))
    text = await turn.know(lambda: write_json(exporting.tables()))
    turn.desk.knowledge.audit.record("export", "everything", by=turn.user_id)
    if max(len(book), len(text)) > MOST_BYTES:
        await turn.say(turn.words("export-too-large"))
        return
    day = f"{turn.desk.today():%Y-%m-%d}"
    files = [File(f"cchc-{day}.xlsx", book), File(f"cchc-{day}.json", text)]
    await send_files(turn, files, compose(turn.words("export-done")))
