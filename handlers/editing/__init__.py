"""/sua and /xoa: finding what an admin means, correcting or deleting it, and taking that back.

`finding` finds it, `cards` shows it, `dialogue` leads through a correction, `undoing` takes changes back.
"""
