"""Who may see what."""


def teacher() -> bool:
    """Whether this visitor is the teacher; on a machine of one's own, everybody is."""
    return True
