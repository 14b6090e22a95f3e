"""Figures in tables: `figures.row_figures` is the way in.

`rows` says what a row says of all its cells, `headings` what a column says of each, `cells` what sort of number
stands in one.
"""
