"""The chair's view: what is on in large letters, and who has asked to speak.

Nothing in this room can reach a note: it imports no store, no session and nothing about notes,
and all that it shows comes in one frozen value, a `ChairSheet`. The names in the list of hands
are in memory only, and are gone when the item closes or the workspace is locked.
"""
