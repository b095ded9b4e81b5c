"""The key with which tests make and open workspaces."""

from dialogueprep.store.keys import Cost, Key

KEY = Key.raw(bytes(range(32)))
# what a passphrase costs in tests: as little as Argon2id allows
CHEAP = Cost(iterations=1, lanes=1, memory=8)
