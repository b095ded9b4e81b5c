"""What a user can do: verbs, one step each."""
