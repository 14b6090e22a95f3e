"""The ways to say one small word, as a group that patterns over folded text are written with: rf"\\b{HOW_MANY} ho so\\b".

These are closed classes of the language, which no clerk lengthens; what may grow is a list of the vocabulary.
"""

# "Tổ chức bộ máy phường" counts none; "nội bộ mấy lần", "bãi bỏ mấy văn bản" do.
HOW_MANY = "(?:bao nhieu|(?<!chuc bo )(?<!xep bo )(?<!gon bo )may)"
# Before a verb it denies; at the end it asks for yes or no.
NOT = "(?:khong|chua)"
SEVERAL = "(?:nhung|cac)"
TASK = "(?:viec|cong viec|dau viec|nhiem vu)"
# The lowest level of government, whatever a place of it is called.
COMMUNE = "(?:xa|phuong|thi tran|dac khu)"
# Between "xep" or "dung" and the place among others; each may stand there.
IN_RANK = "(?: thu| hang| vi tri)"
