"""/nguon: watched sources, seen and steered from the chat.

`listing` shows them, `adding` proposes and adds one, `steering` does what the buttons of a source say,
`screens` lays all of it out.
"""
