"""Messages out: paced under Telegram's limits, each notice's fate recorded.

`Pacer` says when a message may go, `Gate` waits for it, `Sender` sends the notices of `knowledge`'s outbox.
"""
