"""Publishing with second thoughts: two persons, a minute's undo, a later hour, withdrawing and bringing back.

`Releasing` does all of it; `office_news` is what admins are told of it.
"""
