"""Updates in: stored before Telegram is told, then handled in order per chat and side by side across chats.

`Poller` asks Telegram, `webhook_app` is called by it, `Desk` of handlers does the work through `Handling`.
"""
