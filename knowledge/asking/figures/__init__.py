"""Answers of figures: which figure is wanted, which agree with all that is said and fit, and how one, two or a run of them is told.

`about_figures`, `comparing`, `several`, `combining` and `trends` answer; `matching`, with `scoring` and `agreeing/`, ranks what fits.
"""
