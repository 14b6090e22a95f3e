"""Words behind which a news page gives what somebody said."""

import re

# "Thông tin", "chia sẻ", "phát biểu" are things as well ("công nghệ thông tin"): they speak before "rằng" or a colon.
SPEAKS = re.compile(
    r"\b(?:(?:cho biet|cho hay|thua nhan|nhan manh)(?: rang)?\s?[:,]?\s|(?:thong tin|chia se|phat bieu)(?: rang\s?[:,]?\s|\s?:\s))"
)
