"""Copies of an archive are recognised as they pass, whatever is resumed and whoever works."""

import json
import random
from pathlib import Path

from fake_job import FakeJob, plan

from quizgen.archive import batch, parquet
from quizgen.archive.copies import Copies
from quizgen.archive.corpus import items
from quizgen.archive.sieve import Sieve
from quizgen.archive.work import Outcome, copied
from quizgen.article import Article


def text(seed: int, count: int = 300) -> str:
    """Words by chance, the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - the same words each time
    return " ".join("".join(chance.choices("abcdefghij", k=4)) for _ in range(count)) + "."


def seen(*texts: str, copies: Copies | None = None) -> list[str]:
    """What is recognised of texts in their order, whose ids are their numbers."""
    held = copies or Copies(places=1 << 12, remembered=64)
    return [held.seen(Article(text, given_id=str(n))) for n, text in enumerate(texts)]


def test_a_copy_is_recognised_and_a_new_article_is_not() -> None:
    """Also cut from its end, with words exchanged, and of a few words where they are the same."""
    first = text(1)
    words = first.split()
    cut = " ".join(words[:150])
    changed = " ".join(word if n % 20 else "else" for n, word in enumerate(words))
    short = "The council has agreed to the plan."
    assert seen(first, text(2), first.upper(), cut, changed, short, short, "The council.") == [
        "", "", "0", "0", "0", "", "5", "",
    ]  # fmt: skip


def test_articles_that_share_a_passage_are_no_copies() -> None:
    """A third of the words, as a quoted speech may be."""
    speech = text(9, 100)
    assert seen(f"{text(1, 200)} {speech}", f"{text(2, 200)} {speech}") == ["", ""]


def test_what_is_remembered_is_bounded() -> None:
    """The latest articles are; one that was seen long ago is new again."""
    copies = Copies(places=1 << 12, remembered=4)
    texts = [text(n) for n in range(6)]
    assert not any(seen(*texts, copies=copies))
    assert copies.seen(Article(texts[5], given_id="again")) == "5"
    assert copies.seen(Article(texts[0], given_id="again")) == ""


def english(number: int) -> str:
    """An article of its own in English, long enough to be compared."""
    told = "In the town of number {0} and {1} the council has told the mayor of it."
    return " ".join(told.format(number * 1000 + n, number * 7 + n * n) for n in range(12))


def test_copies_are_told_in_their_places(tmp_path: Path) -> None:
    """Between the outcomes of what was worked on."""
    file = tmp_path / "in.jsonl"
    rows = [english(1), english(1), english(2), english(2)]
    lines = [json.dumps({"id": f"a{n}", "text": row}) for n, row in enumerate(rows)]
    file.write_text("\n".join(lines), "utf-8")
    sieve = Sieve(Copies(places=1 << 12, remembered=64))
    (run,) = sieve.sifted([list(items([file]))])
    assert len(run) == 2
    done = [Outcome("a0", "zero"), Outcome("a2", "two")]
    assert sieve.whole(done) == [done[0], copied("a1", "a0"), done[1], copied("a3", "a2")]


def test_a_batch_asks_about_a_copy_once(tmp_path: Path) -> None:
    """The same files with two workers, and however often it is stopped."""
    corpus = tmp_path / "in.jsonl"
    numbers = [1, 2, 1, 3, 2, 4, 1, 5]
    rows = [json.dumps({"id": f"a{n}", "text": english(k)}) for n, k in enumerate(numbers)]
    corpus.write_text("\n".join(rows), "utf-8")

    def files(name: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}

    list(batch.run(plan(corpus, tmp_path / "one"), FakeJob()))
    whole = files("one")
    told = b"".join(whole[f"part-0000{n}.jsonl"] for n in range(3)).decode().splitlines()
    found = {n: json.loads(row)["copy_of"] for n, row in enumerate(told) if "copy_of" in row}
    assert found == {2: "a0", 4: "a1", 6: "a0"}
    assert json.loads(whole["statistics.json"])["copies"] == 3
    list(batch.run(plan(corpus, tmp_path / "two"), FakeJob(), 2))
    assert files("two") == whole
    for gone in ("part-00002.jsonl", "part-00001.jsonl"):
        (tmp_path / "one" / gone).unlink()
        list(batch.run(plan(corpus, tmp_path / "one"), FakeJob()))
        assert files("one") == whole


def test_a_table_names_what_is_copied() -> None:
    """In a column of its own, without a quiz."""
    from io import BytesIO

    from pyarrow.parquet import read_table

    (row,) = read_table(BytesIO(parquet.written([copied("a1", "a0")]))).to_pylist()
    assert (row["copy_of"], row["quiz"], row["questions"]) == ("a0", None, 0)
