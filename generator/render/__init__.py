"""Data to HTML: templates that never decide, in the reader's language and zone."""

from generator.render.environment import render
from generator.render.speech import Speech
from generator.render.standalone import standalone

__all__ = ["Speech", "render", "standalone"]
