"""The site of a workspace while it is being written: built in memory, shown on this machine alone."""

from generator.preview.editions import Edition, Newsroom
from generator.preview.server import serving

__all__ = ["Edition", "Newsroom", "serving"]
"""What `casewright serve` is made of."""
