"""Measurements of time and memory, each a module to run by itself: `make bench` runs all.  Never part of the tests."""
