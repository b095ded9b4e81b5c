"""What a system says of files that it refuses, as strerror(3) words it on Linux and macOS.

Windows says it in the language of the user: such words are left as they are.
"""

from __future__ import annotations

from dialogueprep.words import later

OF_THE_SYSTEM = frozenset(
    {
        later("Permission denied"),
        later("Operation not permitted"),
        later("Read-only file system"),
        later("No such file or directory"),
        later("Not a directory"),
        later("Is a directory"),
        later("File name too long"),
        later("Input/output error"),
    }
)
