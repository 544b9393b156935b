"""Licences that let an article's text be handed out in class, however they are written."""

import pytest

from quizgen.licences import allows_text


@pytest.mark.parametrize(
    "licence",
    [
        "CC BY 4.0", "CC-BY-SA 3.0", "cc by-nc-nd", "CC0", "CC0 1.0 Universal", "CC Zero",
        "Creative Commons Attribution 2.5",
        "Creative Commons Attribution-ShareAlike 4.0 International",
        "Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License",
        "Creative Commons Attribution Share Alike 4.0", "Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
        "http://creativecommons.org/licenses/by-nc/2.0/uk/",
        "//creativecommons.org/publicdomain/zero/1.0/deed.en", "Public domain",
        "Public Domain Mark 1.0",
        "U.S. Government work", "US government work", "Open Government Licence v3.0", "OGL 3.0",
    ],
)  # fmt: skip
def test_the_text_may_be_handed_out(licence: str) -> None:
    """By name, by abbreviation and by address."""
    assert allows_text(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "", "All rights reserved", "© 2019 The Daily", "Copyright 2019", "CC", "4.0",
        "Photo: CC BY 2.0; text © The Daily", "CC BY 4.0 (pictures)", "https://creativecommons.org/",
        "https://example.org/creativecommons.org/licenses/by/4.0/", "https://example.org/terms",
        "not public domain", "Government", "Mark", "0", "By", "by Ana Lim", "Creative Commons",
    ],
)  # fmt: skip
def test_the_text_may_not_be_handed_out(licence: str) -> None:
    """Where nothing is known, and where a licence is only part of what is told."""
    assert not allows_text(licence)
