"""A first workspace: settings, contacts and one complete case, with dates around the day it is made."""

from generator.starter.workspace import HOSTS, Wish, first_workspace

__all__ = ["HOSTS", "Wish", "first_workspace"]
