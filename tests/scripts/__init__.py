"""Conversations of admins with the bot, written down as they are typed, and replayed with a restart in every step."""
