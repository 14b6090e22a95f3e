"""Bodies that a sentence names and that its figures are not of: who publishes a ranking, or whose officer speaks."""

import re
from dataclasses import replace

from knowledge.grammar.organisations import OrganisationMention, find_organisations

# Words behind which a news page gives what somebody said.
# "Thông tin", "chia sẻ", "phát biểu" are things as well ("công nghệ thông tin"): they speak before "rằng" or a colon.
SPEAKS = re.compile(
    r"\b(?:(?:cho biet|cho hay|thua nhan|nhan manh)(?: rang)?\s?[:,]?\s|(?:thong tin|chia se|phat bieu)(?: rang\s?[:,]?\s|\s?:\s))"
)

# Who publishes a ranking or a count is not who is counted: "do Bộ Nội vụ công bố", "theo công bố của UBND tỉnh".
_PUBLISHER_BEFORE = re.compile(
    r"\b(?:do|theo(?: ket qua| so lieu)?(?: (?:cong bo|danh gia|thong bao|xep hang|bao cao)(?: ngay [\d/.-]+,?)?)?(?: cua)?)\s$"
)
_PUBLISHER_AFTER = re.compile(r"\s(?:da )?(?:cong bo|danh gia|xep hang|thong bao|cham diem|khao sat)\b")
# "Giám đốc Sở Nội vụ … cho biết": whose officer speaks is not whose the figures are.
_SPEAKER_BEFORE = re.compile(
    r"\b(?:giam doc|chu tich|chanh van phong|truong phong|pho truong phong|lanh dao|dai dien)\s$"
)
_SPEAKS_AT_ONCE = re.compile(
    r"(?: tinh| thanh pho| huyen)? (?:thong tin|bao cao|cho biet|cho hay|phat bieu|trinh bay)\b"
)
# "Bộ Nội vụ công bố: PAR INDEX năm 2021 của tỉnh đạt …": the ranking is not the ministry's own.
_PUBLISHES = re.compile(r"\s(?:da |vua )?cong bo\s?(?::|(?:ket qua |xep hang )?(?:cac )?chi so\b|par\b|sipas\b)")


def is_publisher(folded: str, body: OrganisationMention) -> bool:
    """Whether a body only publishes what is told, or has an officer who tells it."""
    before, after = folded[: body.start], folded[body.end :]
    if _SPEAKER_BEFORE.search(before) and (re.search(SPEAKS, after) or _SPEAKS_AT_ONCE.match(after)):
        return True
    if _PUBLISHES.match(after):
        return True
    opens = _PUBLISHER_BEFORE.search(before)
    is_source = bool(opens and re.search(r"cong bo|danh gia|thong bao|xep hang|bao cao", opens[0]))
    return bool(opens and (is_source or _PUBLISHER_AFTER.match(after)))


# "… Giám đốc Sở Nội vụ tỉnh Tây Trà, cho biết quý I tỉnh tiếp nhận …": the officer's province.
_OF_PROVINCE = re.compile(r"\btinh\s(?=[a-z])")
_ITS_PROVINCE = re.compile(
    r"\b(?:toan |ca )?tinh (?:da |dang |co |tiep nhan|giai quyet|ban hanh|giam|tang|hoan thanh|dat|xep)"
)


def province_spoken_of(words: str, folded: str, speaker: OrganisationMention) -> OrganisationMention | None:
    """The province of whose department an officer speaks, where what is told is said to be the province's."""
    speaks = _SPEAKER_BEFORE.search(folded[: speaker.start]) and re.search(SPEAKS, folded[speaker.end :])
    named = _OF_PROVINCE.search(folded, speaker.start, speaker.end)
    if not speaks or named is None or not _ITS_PROVINCE.search(folded, speaker.end):
        return None
    province = next(find_organisations(words[named.start() : speaker.end]), None)
    if province is None or not province.organisation.place:
        return None
    return replace(province, start=named.start(), end=speaker.end)
