"""How far a broadcast is, as one message that is edited until the end."""

from zoneinfo import ZoneInfo

from handlers.layout.message import Message, button, compose
from handlers.words import Words
from knowledge.following.broadcasts import Watched


def lay_out_broadcast(watched: Watched, words: Words, zone: ZoneInfo) -> Message:
    """The counts, the expected end and the button that stops it; at the end what became of it."""
    progress, place = watched.progress, f"{watched.report_id}:{watched.event_id}"
    counts = {
        "sent": progress.sent,
        "failed": progress.failed,
        "uncertain": progress.uncertain,
        "paused": progress.missed,
        "remaining": progress.remaining - progress.quiet,
        "stopped": progress.stopped,
    }
    stop = [button(words.plain("button-stop-sending"), f"ps:{place}")]
    kept = {"broadcast-in-digest": progress.held + progress.merged, "broadcast-asleep": progress.quiet}
    later = [words(key, count=count) for key, count in kept.items() if count]
    if watched.ends_at is not None:
        done = progress.total - progress.remaining
        ends_at = f"{watched.ends_at.astimezone(zone):%H:%M:%S}"
        share = done * 100 // max(progress.total, 1)
        text = words("broadcast-running", report=watched.title, share=share, ends=ends_at, **counts)
        return compose("\n".join([text, *later]), stop)
    lines: list[str] = [
        words("broadcast-stopped" if progress.stopped else "broadcast-done", report=watched.title, **counts)
    ]
    if progress.failed or progress.uncertain or progress.missed:
        lines.append(words("broadcast-troubles", **counts))
    if progress.perhaps_twice:
        lines.append(words("broadcast-twice", count=progress.perhaps_twice))
    lines += later
    again = [button(words.plain("button-send-on"), f"pg:{place}")] if progress.stopped_by_hand else []
    return compose("\n".join(lines), again, stop if progress.held or progress.quiet else [])
