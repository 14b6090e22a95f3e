"""Builds and runs the bot: settings, the shell program, updates in, the outbox, and the sandbox."""
