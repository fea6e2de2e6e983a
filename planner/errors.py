"""The failures a person is meant to read: one sentence that names the remedy."""


class PlannerError(Exception):
    """A failure with a sentence for the person at the screen; nothing was changed."""

    @property
    def sentence(self) -> str:
        """The whole message, ready to be shown."""
        return str(self.args[0])


class FileProblem(PlannerError):
    """The disk or the file stands in the way: missing, damaged, read-only, full, locked."""


class RuleBroken(PlannerError):
    """What was asked for cannot be meant, such as a session outside every window."""


class InputProblem(PlannerError):
    """What a person typed cannot be read: an hour, a zone, the name of a paper."""


class ImportProblem(PlannerError):
    """A file of other people's material cannot be read: damaged, too large, of an unknown kind."""
