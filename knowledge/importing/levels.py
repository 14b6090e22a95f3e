"""Columns of a table that are levels of administration: "Thị xã | Phường, xã | Cộng"."""

import re
from collections.abc import Sequence

from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import COMMUNE

_COMMUNES = re.compile(
    rf"(?:cap |cac |khoi |ubnd )*{COMMUNE}(?:(?:,| va| -) ?{COMMUNE})+|(?:cap |cac |khoi )(?:xa|phuong)"
)
_DISTRICTS = re.compile(
    r"(?:cap |cac |khoi |ubnd )*(?:huyen|quan|thi xa)(?:(?:,| va) ?(?:huyen|quan|thi xa|thanh pho))*(?: thuoc tinh)?"
)
_PROVINCE = re.compile(r"(?:cap |khoi )?(?:tinh|thanh pho|so, nganh|so, ban, nganh|so)|cac so(?:, (?:ban, )?nganh)?")
_ALL = re.compile(r"(?:tong )?cong|tong(?: so)?|toan (?:tinh|huyen|thi xa|thanh pho|quan)|chung|ca (?:2|3|hai|ba) cap")
_CALLED = ((_COMMUNES, "cấp xã"), (_DISTRICTS, "cấp huyện"), (_PROVINCE, "cấp tỉnh"))
_FEWEST = 2


def levels_of(columns: Sequence[str]) -> dict[int, str]:
    """What each column counts in, by its place, where two columns or more are of levels: "cấp xã", or all of them."""
    bare = [fold(" ".join(column.split())) for column in columns]
    found = {i: name for i, words in enumerate(bare) for pattern, name in _CALLED if pattern.fullmatch(words)}
    if len(set(found.values())) < _FEWEST:
        return {}
    return found | {i: "các cấp" for i, words in enumerate(bare) if _ALL.fullmatch(words)}
