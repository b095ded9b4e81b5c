"""The drafting view: the claims of a round in large letters, for a screen that the room sees.

Nothing in this room can reach a note: it imports no store, no session and nothing about notes,
and all that it shows comes in one frozen value, a `DraftSheet`, which has no field for a note, a
support or a count. What is typed in it goes out by a signal.
"""
