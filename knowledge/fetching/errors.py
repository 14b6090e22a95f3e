"""Why an address cannot be fetched, in words for whoever named it."""

from datetime import timedelta
from enum import StrEnum


class FetchFault(StrEnum):
    """What is wrong with an address, or with what answers there."""

    BAD_ADDRESS = "bad_address"
    PRIVATE = "private"
    NO_HOST = "no_host"
    NO_CONNECTION = "no_connection"
    TIMEOUT = "timeout"
    STATUS = "status"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    BROKEN = "broken"
    ROBOTS = "robots"
    ROBOTS_AWAY = "robots_away"
    STOPPED = "stopped"


_WORDS: dict[FetchFault, tuple[str, str]] = {
    FetchFault.BAD_ADDRESS: (
        "Địa chỉ không đúng. Địa chỉ phải bắt đầu bằng http:// hoặc https://, không kèm tên và mật khẩu.",
        "This is no proper address. It must begin with http:// or https:// and hold no name and password.",
    ),
    FetchFault.PRIVATE: (
        "{host} nằm trong mạng nội bộ nên không được tải. Nếu đúng là cổng của cơ quan, người cài đặt bot ghi"
        " tên máy đó vào FETCH_PRIVATE_HOSTS.",
        "{host} is in a private network and is not fetched. If it is the office's own portal, whoever runs the bot"
        " names it in FETCH_PRIVATE_HOSTS.",
    ),
    FetchFault.NO_HOST: ("Không có máy chủ nào tên {host}.", "There is no host called {host}."),
    FetchFault.NO_CONNECTION: ("Không kết nối được với {host}.", "{host} cannot be connected to."),
    FetchFault.TIMEOUT: (
        "{host} trả lời quá chậm (hơn {seconds} giây).",
        "{host} answers too slowly (more than {seconds} seconds).",
    ),
    FetchFault.STATUS: ("{host} trả lời lỗi {status}.", "{host} answered with error {status}."),
    FetchFault.TOO_LARGE: (
        "Trang quá lớn: chỉ tải đến {limit}.",
        "The page is too large: at most {limit} is fetched.",
    ),
    FetchFault.TOO_MANY_REDIRECTS: (
        "Địa chỉ chuyển hướng vòng quanh quá nhiều lần.",
        "The address leads from one redirect to the next.",
    ),
    FetchFault.BROKEN: (
        "{host} trả lời không đúng giao thức: {reason}.",
        "{host} does not answer as a web server should: {reason}.",
    ),
    FetchFault.ROBOTS: (
        "{host} không cho chương trình tự động xem địa chỉ này (robots.txt), nên không xem.",
        "{host} asks programs not to look at this address (robots.txt), so it is not looked at.",
    ),
    FetchFault.ROBOTS_AWAY: (
        "Chưa xem được robots.txt của {host} nên chưa biết có được phép xem không.",
        "The robots.txt of {host} cannot be read just now, so it is not known whether looking is allowed.",
    ),
    FetchFault.STOPPED: ("Đã dừng giữa chừng.", "It was stopped halfway."),
}

# Asking again later cannot help.
_LASTING = frozenset({FetchFault.BAD_ADDRESS, FetchFault.PRIVATE, FetchFault.TOO_LARGE, FetchFault.ROBOTS})


class CannotFetch(Exception):
    """The address cannot be fetched; `code` says why, `str()` says it in English."""

    def __init__(self, code: FetchFault, /, retry_after: timedelta | None = None, **details: str) -> None:
        self.code = code
        self.retry_after = retry_after  # how long the server asks to be left alone
        self.details = details
        super().__init__(self.in_language("en"))

    @property
    def is_lasting(self) -> bool:
        """Whether asking again later cannot help."""
        return self.code in _LASTING

    def in_language(self, language: str) -> str:
        """One or two sentences, in `vi` or `en`."""
        vi, en = _WORDS[self.code]
        return (en if language == "en" else vi).format_map(self.details)
