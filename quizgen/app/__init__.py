"""The app: pages to make, hand out, take and look at quizzes. It holds no logic of its own."""

from pathlib import Path


def script_path() -> Path:
    """Where the script is that draws the pages."""
    return Path(__file__).with_name("script.py")
