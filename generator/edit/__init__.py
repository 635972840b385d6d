"""Writes into the workspace's files and leaves all else in them as it is: comments, layout, line ends."""

from generator.edit.changes import Append, Change, Put
from generator.edit.editing import append, edited, set_value
from generator.edit.entry import Entry, Quoted, Value
from generator.edit.overlay import overlaid

__all__ = ["Append", "Change", "Entry", "Put", "Quoted", "Value", "append", "edited", "overlaid", "set_value"]
