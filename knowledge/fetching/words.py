"""How the fetcher calls itself to sites that it visits."""

# robots.txt may name its first word.
USER_AGENT = "HoiCCHC/0.1 (reads administrative-reform reports)"
