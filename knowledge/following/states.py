"""What there can be to tell, and what can have become of telling it."""

from enum import StrEnum


class EventKind(StrEnum):
    """What there is to tell."""

    REPORT_PUBLISHED = "report_published"
    REPORT_REVISED = "report_revised"  # a newer version of a published report
    REPORT_WITHDRAWN = "report_withdrawn"  # a report that was told of no longer holds
    REPORT_RESTORED = "report_restored"  # and holds after all
    DOCUMENT_NEAR = "document_near"  # the day on which a document is expected comes near
    DOCUMENT_OVERDUE = "document_overdue"  # and has passed
    DIGEST = "digest"  # what a chat that wants it so is told of at its hour
    CATCH_UP = "catch_up"  # what a chat missed while it could not be reached
    REPLY = "reply"  # what somebody asked in vain can be answered now, or never will be
    SOURCE = "source"  # what was found at a watched source; for admins
    OFFICE = "office"  # what is up in the admins' own work; for admins
    WEEKLY = "weekly"  # what a week brought and what is missing; for owners


# What tells of one report, what became of it afterwards, and what tells of several things that came up for one chat.
PUBLICATIONS = (EventKind.REPORT_PUBLISHED, EventKind.REPORT_REVISED)
AFTERWARDS = (EventKind.REPORT_WITHDRAWN, EventKind.REPORT_RESTORED)
MERGING = (EventKind.DIGEST, EventKind.CATCH_UP)


class NoticeState(StrEnum):
    """What is known of a notice."""

    WAITING = "waiting"
    SENDING = "sending"  # a request is under way
    SENT = "sent"
    FAILED = "failed"  # refused for good
    UNCERTAIN = "uncertain"  # may have arrived; not sent again blindly
    HELD = "held"  # until the chat's digest
    MISSED = "missed"  # held back while the chat could not be reached
    MERGED = "merged"  # missed or held, and then told as a part of a CATCH_UP or DIGEST
    STOPPED = "stopped"  # by an admin, a withdrawal, or an end of following


# Nobody has begun to send these.
UNBEGUN = (NoticeState.WAITING, NoticeState.HELD, NoticeState.MISSED)
