"""How a process of the program is set up before anything runs in it."""

import gc
import os
import sys

# A thread that waits for its turn to run Python gets it within so long.  With Python's own 5 ms an answer, whose way leads through
# several threads, waited for each turn while another thread followed a publication or found a longer answer: in the middle 40 ms
# instead of 26 beside a thread that never rests, and 15 to 20 % more of the processor for each message.
TURN_SECONDS = 0.0005
# Whoever answers on the same machine goes first.
_NICE = 5


def begin_to_answer() -> None:
    """Threads take turns quickly, and nobody looks for garbage until the bot is up.

    What is loaded at the start is never garbage; looking for some meanwhile takes a fifth of the time until it is up.
    `run_bot` begins with it when it is.
    """
    sys.setswitchinterval(TURN_SECONDS)
    gc.disable()


def stand_back() -> None:
    """This thread and those that it starts leave the processor to whoever answers."""
    os.setpriority(os.PRIO_PROCESS, 0, max(_NICE, os.getpriority(os.PRIO_PROCESS, 0)))
