"""What takes how long; each module says how it is run and what it measures."""
