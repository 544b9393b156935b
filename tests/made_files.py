"""Files made for the tests of ingestion: small PDFs, Word files and books with known content."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from urllib.parse import unquote

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DAY = (2019, 7, 12, 0, 0, 0)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)

Placed = tuple[float, float, float, str]
"""Left edge and base line in points, size of type, text."""


def pdf(pages: Sequence[Sequence[Placed]], *, title: str = "", trailer: str = "") -> bytes:
    """A PDF that draws texts where they are placed, in the order given, in Helvetica."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        drawn = b"".join(_drawn(placed) for placed in page)
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    bodies.append(f"<< /Title ({title}) >>".encode())
    return _written(bodies, trailer)


def _drawn(placed: Placed) -> bytes:
    left, base, size, text = placed
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F1 {size} Tf {left} {base} Td ({escaped}) Tj ET\n".encode("cp1252")


def _written(bodies: list[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size, info, start = len(bodies) + 1, len(bodies), len(data)
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R "
        f"/Info {info} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    )
    return data + end.encode()


def packed(members: dict[str, str | bytes]) -> bytes:
    """A zip file of members, equal for equal ones."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def word(body: str, **members: str) -> bytes:
    """A Word file with this body, and members named with "__" for "/" and "_" for "."."""
    whole = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    document = f'<?xml version="1.0" encoding="UTF-8"?>{whole}'
    more = {name.replace("__", "/").replace("_", "."): text for name, text in members.items()}
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **more})


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word file; the text may hold elements of its own."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{styled}{inner}</w:p>"


def book(chapters: dict[str, str], described: str = "") -> bytes:
    """An EPUB of HTML chapters by their file names, in order."""
    items = "".join(f'<item id="{name}" href="{name}"/>' for name in chapters)
    order = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{described}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf,
    }
    return packed(members | {f"OEBPS/{unquote(n)}": html for n, html in chapters.items() if html})
