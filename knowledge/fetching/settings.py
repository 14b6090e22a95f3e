"""How an installation fetches, and calls itself to the sites that it visits."""

from dataclasses import dataclass

# robots.txt may name its first word.
USER_AGENT = "HoiCCHC/0.1 (reads administrative-reform reports)"
# A site hears from us at most so often, whatever is found there; none asks for less.
PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How this installation fetches."""

    user_agent: str = USER_AGENT
    private_hosts: frozenset[str] = frozenset()  # names of hosts that may be in a private network
