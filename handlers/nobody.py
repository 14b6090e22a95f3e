"""Ids under which Telegram sends what nobody in particular said."""

# All admins of a group that hide who they are, all who speak as a channel, and Telegram itself
# (https://core.telegram.org/bots/api#message).
NOBODY_IDS = frozenset({1087968824, 136817688, 777000})
