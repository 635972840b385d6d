"""The one kind of failure that is neither bad input nor our bug: the surroundings are broken."""


class CasewrightError(Exception):
    """Surroundings that keep the work from being done; the text is the user's sentence with the next step.

    The command line prints it as it is and ends with exit code 3.
    """


class NoSuchMoment(CasewrightError):
    """A moment for the whole run that clocks never showed, or showed twice; wrong usage, so it ends with exit code 2."""
