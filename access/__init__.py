"""Who is there and what they may do: one function answers it, and every write asks it."""

from access.actors import Actor, Denied, Right, local_person, require

__all__ = ["Actor", "Denied", "Right", "local_person", "require"]
