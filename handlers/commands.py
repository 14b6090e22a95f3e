"""Every chat command: its Vietnamese and English name, and who may use it."""

from dataclasses import dataclass

from handlers.access import Access


@dataclass(frozen=True, slots=True)
class Command:
    """A command; `about` is the message of the catalogue that explains it in menus and help."""

    vi: str
    en: str
    about: str
    access: Access = Access.EVERYBODY

    @property
    def is_for_staff(self) -> bool:
        """Whether only people with a role use it, in their private chats."""
        return self.access > Access.EVERYBODY

    @property
    def names(self) -> tuple[str, ...]:
        """What people may type after the slash, each once."""
        return tuple(dict.fromkeys((self.vi, self.en)))

    def name(self, language: str) -> str:
        """The name shown to those who read that language."""
        return self.en if language == "en" else self.vi


START = Command("start", "start", "about-start")
HELP = Command("trogiup", "help", "about-help")
ASK = Command("hoi", "ask", "about-ask")
REPORTS = Command("baocao", "reports", "about-reports")
SEARCH = Command("timkiem", "search", "about-search")
BRIEFING = Command("giaoban", "briefing", "about-briefing")
CALENDAR = Command("lich", "calendar", "about-calendar")
SHARE = Command("chiase", "share", "about-share")
SUBSCRIBE = Command("dangky", "subscribe", "about-subscribe")
UNSUBSCRIBE = Command("huydangky", "unsubscribe", "about-unsubscribe")
WATCH = Command("theodoi", "watch", "about-watch")
SETTINGS = Command("caidat", "settings", "about-settings")
FORGET = Command("xoadulieu", "forgetme", "about-forget")
ADD = Command("them", "add", "about-add", Access.EDITING)
EDIT = Command("sua", "edit", "about-edit", Access.EDITING)
DELETE = Command("xoa", "delete", "about-delete", Access.EDITING)
UNDO = Command("hoantac", "undo", "about-undo", Access.EDITING)
CANCEL = Command("huy", "cancel", "about-cancel", Access.EDITING)
IMPORT = Command("nhap", "import", "about-import", Access.EDITING)
PUBLISH = Command("xuatban", "publish", "about-publish", Access.EDITING)
WITHDRAW = Command("thuhoi", "withdraw", "about-withdraw", Access.EDITING)
SOURCES = Command("nguon", "sources", "about-sources", Access.EDITING_ALL)
UNANSWERED = Command("chuatraloi", "unanswered", "about-unanswered", Access.EDITING_ALL)
ALIAS = Command("bidanh", "alias", "about-alias", Access.EDITING_ALL)
STATISTICS = Command("thongke", "stats", "about-stats", Access.STATISTICS)
MISSING = Command("thieubaocao", "missing", "about-missing", Access.STATISTICS)
LOG = Command("nhatky", "log", "about-log", Access.EDITING_ALL)
EXPORT = Command("xuatdulieu", "export", "about-export", Access.OWNING)
ADMIN = Command("quantri", "admin", "about-admin", Access.EDITING)

# In the order in which menus and help show them.
COMMANDS = (
    ASK,
    REPORTS,
    SEARCH,
    BRIEFING,
    CALENDAR,
    SUBSCRIBE,
    UNSUBSCRIBE,
    WATCH,
    SHARE,
    SETTINGS,
    HELP,
    FORGET,
    START,
    ADD,
    EDIT,
    DELETE,
    UNDO,
    CANCEL,
    IMPORT,
    PUBLISH,
    WITHDRAW,
    SOURCES,
    UNANSWERED,
    ALIAS,
    STATISTICS,
    MISSING,
    LOG,
    EXPORT,
    ADMIN,
)


def commands_for(access: Access) -> tuple[Command, ...]:
    """The commands that whoever may do so much may use."""
    return tuple(command for command in COMMANDS if command.access <= access)
