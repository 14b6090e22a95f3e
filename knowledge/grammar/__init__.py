"""How Vietnamese administration writes numbers, dates, periods and document symbols, read exactly.

Importing and asking read with the same grammar, so that what stands in a report and what is typed on a
phone come to the same value.
"""
