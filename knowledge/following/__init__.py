"""Who wants to hear of what, and the notices that go out to them.

`Rule` says what is followed, `Subscribers` who follows it, `Outbox` what is to be sent.
"""
