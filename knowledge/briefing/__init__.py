"""A period for a meeting: what each organisation reports, what changed, what was issued, what is due and overdue.

`brief` gives a `Briefing` of the published reports; `find_deadlines` all that has a day by which it is to be done.
"""
