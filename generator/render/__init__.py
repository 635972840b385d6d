"""Data to HTML: templates that never decide, in the reader's language and zone."""

from generator.render.environment import Fragment, render
from generator.render.pictures import data_address
from generator.render.speech import Speech
from generator.render.standalone import standalone

__all__ = ["Fragment", "Speech", "data_address", "render", "standalone"]
