"""The pictures of docs/app.md and docs/anki.md: which they show, and how they are kept small.

QUIZGEN_SCREENS=FOLDER python -m pytest -m browser tests/browser
python tests/pictures.py FOLDER           # keeps those that are shown in docs/pictures
python tests/pictures.py --check FOLDER   # ends with 1 where one of them was not made
"""

import re
import sys
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("app.md", "anki.md")
COLOURS = 200


def shown(*pages: str) -> set[str]:
    """The names of the pictures that the pages show, by default all those with pictures."""
    texts = ((DOCS / page).read_text("utf-8") for page in pages or PAGES)
    return {name for text in texts for name in re.findall(r"\(pictures/([\w-]+\.png)\)", text)}


def keep(folder: Path) -> None:
    """Keep the shown pictures of a folder, in few colours."""
    from PIL import Image

    kept = DOCS / "pictures"
    kept.mkdir(exist_ok=True)
    for old in kept.glob("*.png"):
        old.unlink()
    for name in shown():
        picture = (
            Image.open(folder / name).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        )
        picture.save(kept / name, optimize=True)


def main(*arguments: str) -> int:
    """The exit code."""
    folder = Path(arguments[-1])
    missing = sorted(name for name in shown() if not (folder / name).is_file())
    if missing:
        sys.stderr.write(f"not made, but shown by docs/app.md: {', '.join(missing)}\n")
        return 1
    if "--check" not in arguments:
        keep(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
