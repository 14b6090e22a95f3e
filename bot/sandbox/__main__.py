"""`python -m bot.sandbox --port 0` serves a sandbox and prints its address."""

from bot.sandbox.command import main

main()
