"""What inspections find: counted apart from those that were inspected."""

# Folded; as units.toml has them.
FAULTS = frozenset(
    {"ton tai", "han che", "sai sot", "thieu sot", "khuyet diem", "vi pham", "ton tai, han che", "van de"}
)
