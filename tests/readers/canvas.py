"""Reads a Canvas package with qti2txt and writes its questions as JSON."""

import json
import sys
import tempfile
from pathlib import Path

from qti2txt.parsers import XMLCanvasParser
from qti2txt.processors import FileProcessor, NamespaceStripper


def questions(package: Path, folder: Path) -> list[object]:
    """The questions of the first quiz that the package's manifest names."""
    FileProcessor.unzip_file(package, folder)
    (asked, _), *_ = FileProcessor.get_resource_hrefs(folder / "imsmanifest.xml")
    NamespaceStripper().remove_namespace_from_file(folder / asked, folder / "plain.xml")
    found: list[object] = XMLCanvasParser(folder / "plain.xml").extract_question_details()
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.stdout.write(json.dumps(questions(Path(sys.argv[1]), Path(place))))
