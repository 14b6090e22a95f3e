"""A Telegram Bot API server in memory, with a control API and a chat page: for tests, the demo, benchmarks.

Use from outside: `client.Sandbox` (tests), `server.Running` (the demo) and `python -m bot.sandbox`.
"""
