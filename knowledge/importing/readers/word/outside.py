"""What a docx takes from another address when it is opened: templates, pictures, objects, whole documents.

Nothing of it is ever fetched. A document that needs it is not what its sender sees, so it is refused; a link that
a reader may follow takes nothing, and a template on the sender's own disk or network is Word's own doing.
"""

import re

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.packages import Package

_RELATIONS = re.compile(r"word/_rels/[^/]+\.rels")
_REMOTE = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_MOST_SHOWN = 60


def refuse_outside(package: Package) -> None:
    """Raises UnreadableFile where a part of the document stands at an address of the web."""
    for part in package.archive.NameToInfo:
        if not _RELATIONS.fullmatch(part):
            continue
        for relation in package.tree(part):
            target = relation.get("Target", "")
            is_link = relation.get("Type", "").endswith("/hyperlink")
            if relation.get("TargetMode") == "External" and not is_link and _REMOTE.match(target):
                raise UnreadableFile(Fault.TAKEN_FROM_OUTSIDE, address=target[:_MOST_SHOWN])
