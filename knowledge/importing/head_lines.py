"""What marks the lines of a document's head, and where the head ends."""

import re

from knowledge.grammar.folding import fold

# The head of a document (quốc hiệu, issuer, number, place and date, type, title) is its first lines;
# Nghị định 30/2020/NĐ-CP, Phụ lục I.
HEAD_BLOCKS = 14
# "Số: 312/BC-SNV", and, where the colon was forgotten, a whole number: "Số 312/BC-SNV".
OWN_NUMBER = re.compile(r"^\s*so\s?(?::\s?(?:\d|\.)|\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[a-z]{1,5}\s?-\s?[a-z]+[^a-z]*$)")
_SAID = r"publish date|ngay dang|ngay xuat ban|ngay cap nhat|cap nhat(?! den| toi)(?: luc| ngay)?|dang (?:ngay|luc|tren|tai)|posted"
PUBLISHED_SAID = re.compile(rf"\W*(?:{_SAID})")
# "Tình trạng ghi đến …; cập nhật đến ngày 30/8/2019": up to when a register is kept, which is its day.
KEPT_UP_TO = re.compile(r"\bcap nhat (?:den|toi)\b")
PUBLISHED = re.compile(
    rf"{_SAID}|\bthu (?:hai|ba|tu|nam|sau|bay)\b"
    r"|\bchu nhat\b|luot xem|view count|xem:"
)

_MOTTOES = ("cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc")


def is_motto(line: str) -> bool:
    """Whether the line is the national name or motto, or what a narrow column broke off it: "NAM", "Hạnh phúc"."""
    words = " ".join(re.findall(r"\w+", fold(line)))
    return bool(words) and any(f" {words} " in f" {motto} " for motto in _MOTTOES)
