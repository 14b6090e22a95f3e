"""Names of places in reports and other names for them, so that nothing can rest on a name."""

import re
from collections.abc import Iterable
from random import Random

from tests.questions.forms import bare

LEVELS = "tỉnh|thành phố|thị xã|huyện|quận|phường|thị trấn|xã"
AFTER_LEVEL = re.compile(rf"\b(?i:{LEVELS}) ((?:[^\W\d_][\w'’]* ?){{2,3}})")
# Words with a capital that follow "tỉnh", "huyện" and are no name.
NO_NAMES = frozenset(
    (
        *("Báo", "Ban", "Bộ", "Chỉ", "Chủ", "Chương", "Công", "Đề", "Hội", "Kế", "Nghị", "Quy", "Quyết"),
        *("Sở", "Thông", "Thủ", "Tờ", "Trung", "Ủy", "Văn"),
    )
)
SYLLABLES = (
    *("An", "Bình", "Cẩm", "Đông", "Giang", "Hải", "Hòa", "Khánh", "Kim", "Lâm", "Long", "Mỹ", "Ngọc"),
    *("Phú", "Sơn", "Tân", "Thạnh", "Trà", "Vĩnh", "Xuân"),
)
# Places whose names have the letters of words that mean something in a report or a question: "trễ", "năm", "mới", "hai", "phòng".
TELLING = (
    *(
        "Bến Tre",
        "Năm Căn",
        "Chợ Mới",
        "Quảng Nam",
        "Hải Phòng",
        "Văn Bàn",
        "Điện Biên",
        "Hòn Đất",
        "Đô Lương",
        "Kế Sách",
    ),
    *(
        "Kỳ Anh",
        "Ba Tri",
        "Hai Riêng",
        "Tư Nghĩa",
        "Chi Lăng",
        "Đơn Dương",
        "Con Cuông",
        "Cần Giờ",
        "Cái Nước",
        "Thủ Thừa",
    ),
    *("Thường Tín", "Trực Ninh", "Tiền Hải", "Báo Đáp", "Đại Từ", "Hạ Hòa", "Gia Lộc", "Thi Sơn", "Lệ Thủy", "Cầu Kè"),
)


def names_in(text: str) -> set[str]:
    """The names of places that the text gives after their level, of two or three words."""
    found = (leading_name(match[1].split()) for match in AFTER_LEVEL.finditer(text))
    return {name for name in found if name}


def leading_name(words: list[str]) -> str:
    """The first words that begin with a capital, as a name; empty where they are none."""
    name = []
    for word in words:
        if not word[0].isupper() or (word.isupper() and len(word) > 1):
            break
        name.append(word)
    return " ".join(name) if len(name) > 1 and name[0] not in NO_NAMES else ""


def other_names(names: Iterable[str], text: str, chance: Random) -> dict[str, str]:
    """For each name another of as many words that stands nowhere in the text."""
    taken = bare(text).lower()
    others: dict[str, str] = {}
    for name in sorted(names):
        while True:
            other = another(len(name.split()), chance)
            if bare(other).lower() not in taken and other not in others.values():
                break
        others[name] = other
    return others


def another(words: int, chance: Random) -> str:
    """A name of so many words; every second one of two words is that of a place whose words mean something elsewhere."""
    if words == len(TELLING[0].split()) and chance.random() < 1 / 2:
        return chance.choice(TELLING)
    return " ".join(chance.sample(SYLLABLES, words))


def rename(text: str, others: dict[str, str]) -> str:
    """The text with the other names, in whatever case they stand, and without tones where those had none."""
    forms = {bare(name): bare(other) for name, other in others.items()} | others
    written = {form.lower(): other for form, other in forms.items()}
    if not written:
        return text
    longest_first = "|".join(re.escape(form) for form in sorted(written, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda found: in_case(written[found[0].lower()], found[0]), text)


def in_case(name: str, like: str) -> str:
    """The name in the case of the other."""
    if like.isupper():
        return name.upper()
    return name.lower() if like.islower() else name
