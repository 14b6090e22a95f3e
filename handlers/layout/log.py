"""What the audit log calls things, in the words of those who read it."""

from handlers.words import Words

_DONE = {
    "report.save": "log-did-report-save",
    "report.drop": "log-did-report-drop",
    "report.keep": "log-did-report-keep",
    "report.restate": "log-did-report-restate",
    "report.publish": "log-did-report-publish",
    "report.unpublish": "log-did-report-unpublish",
    "report.hurry": "log-did-report-hurry",
    "report.put-off": "log-did-report-put-off",
    "report.call-off": "log-did-report-call-off",
    "report.replace": "log-did-report-replace",
    "report.withdraw": "log-did-report-withdraw",
    "report.restore": "log-did-report-restore",
    "report.discard": "log-did-report-discard",
    "entry.add": "log-did-entry-add",
    "entry.edit": "log-did-entry-edit",
    "entry.delete": "log-did-entry-delete",
    "entry.undo": "log-did-entry-undo",
    "fact.edit": "log-did-fact-edit",
    "fact.drop": "log-did-fact-drop",
    "fact.undo": "log-did-fact-undo",
    "alias.add": "log-did-alias-add",
    "alias.remove": "log-did-alias-remove",
    "question.aside": "log-did-question-aside",
    "question.back": "log-did-question-back",
    "correction.fixed": "log-did-correction-fixed",
    "correction.kept": "log-did-correction-kept",
    "person.grant": "log-did-person-grant",
    "person.revoke": "log-did-person-revoke",
    "person.invite": "log-did-person-invite",
    "person.invited": "log-did-person-invited",
    "person.uninvite": "log-did-person-uninvite",
    "person.refused": "log-did-person-refused",
    "source.add": "log-did-source-add",
    "source.pause": "log-did-source-pause",
    "source.resume": "log-did-source-resume",
    "source.remove": "log-did-source-remove",
    "source.restore": "log-did-source-restore",
    "source.trust": "log-did-source-trust",
    "source.distrust": "log-did-source-distrust",
    "event.stop": "log-did-event-stop",
    "event.resume": "log-did-event-resume",
    "office.set": "log-did-office-set",
    "export": "log-did-export",
}


def done(action: str, words: Words) -> str:
    """What was done; an action of a newer version keeps its name."""
    return words.plain(_DONE[action]) if action in _DONE else action
