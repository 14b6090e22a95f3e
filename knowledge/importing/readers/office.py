"""Old Office files and OpenDocument through LibreOffice, where it is installed."""

import shutil
import tempfile
from pathlib import Path

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.programs import run

_SECONDS = 60  # LibreOffice takes some seconds to start, and more on a busy machine

# No macros, and nothing fetched from the addresses that a document names.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""


def to_docx(path: Path, directory: Path) -> Path:
    """The file as a docx in the directory; raises where LibreOffice is missing or cannot read it."""
    kind = path.suffix.lstrip(".").lower() or "doc"
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableFile(Fault.NEEDS_OFFICE, format=kind)
    copy = directory / f"file.{kind}"  # the sender's name never reaches a command line
    shutil.copyfile(path, copy)
    with tempfile.TemporaryDirectory() as profile:
        settings = Path(profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_SETTINGS, encoding="utf-8")
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}"]
        command += ["--convert-to", "docx", "--outdir", str(directory), str(copy)]
        run(command, _SECONDS, home=Path(profile))
    if not (converted := directory / "file.docx").exists():
        raise UnreadableFile(Fault.DAMAGED, format=kind)
    return converted
