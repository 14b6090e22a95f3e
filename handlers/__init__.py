"""Translates between Telegram and `knowledge`: an update to one call, its answer to a message."""
