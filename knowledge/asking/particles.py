"""What ends a question behind its asking word and asks nothing itself: "… chưa ta", "… không vậy em"."""

from knowledge.grammar.sought import Sought

# Particles and whom the asker speaks to, and the end of the question behind them.
PARTICLES = r"(?: (?:ta|a|em|anh|chi|co|chu|ban|oi|vay|nhi|ha|hi|he|roi|nua|the|day|do|da|hay sao))*\W*$"
ASKS_YET = Sought(rf"\bchua{PARTICLES}")
ASKS_WHETHER = Sought(rf"\b(?:khong|chua){PARTICLES}")
