"""Writes into case files and leaves all else in them as it is: comments, layout, line ends."""

from generator.edit.append import appended
from generator.edit.entry import Quoted

__all__ = ["Quoted", "appended"]
