"""A batch on a Dask cluster leaves the files of a local one, whatever happens to its workers."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import Command, absent
from fake_job import FakeJob, OnceDeadly, Unready, plan

from quizgen.archive import batch, cluster
from quizgen.archive.corpus import held, items
from quizgen.benchmark import sample
from quizgen.errors import InputError

try:
    from cluster_nodes import node, nodes
except ImportError:
    absent("Dask is not installed: pip install 'quizgen-news[cluster]'")

if TYPE_CHECKING:
    from distributed import Scheduler

TEXT = "The council of the town has agreed to the plan for a new bridge, number {}."


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler; each test has workers of its own."""
    with node("scheduler") as (_, address):
        yield address


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Thirty articles, one without text, one over which a worker may die."""
    texts = [TEXT.format(n) for n in range(30)]
    texts[4], texts[13] = "", f"{TEXT} It was fate."
    rows = (json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts))
    path = tmp_path / "in.jsonl"
    path.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    """The content of each file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def local(corpus: Path, tmp_path: Path) -> dict[str, bytes]:
    """The files of a batch on this machine."""
    list(batch.run(plan(corpus, tmp_path / "local"), FakeJob()))
    return files(tmp_path / "local")


def test_a_worker_that_is_killed_changes_nothing(
    scheduler: str, corpus: Path, tmp_path: Path, local: dict[str, bytes]
) -> None:
    """Dask gives its work to the other one; before that both work, after that one does."""
    job, planned = OnceDeadly(tmp_path / "mark"), plan(corpus, tmp_path / "out")
    with nodes(("worker", scheduler), ("worker", scheduler)) as workers:
        last = list(batch.run(planned, job, scheduler=scheduler))[-1]
        assert sum(process.poll() is not None for process, _ in workers) == 1
    assert (last.tally.articles, last.tally.failed, last.share) == (30, 1, 1.0)
    assert files(tmp_path / "out") == local


def allow(dask_scheduler: "Scheduler", deaths: int) -> None:
    """Let a scheduler give work up after so many deaths of its workers."""
    dask_scheduler.allowed_failures = deaths


def test_work_that_dask_gives_up_is_tried_alone(
    scheduler: str, corpus: Path, tmp_path: Path, local: dict[str, bytes]
) -> None:
    """As by a scheduler that is set to give up at the first death."""
    job, planned = OnceDeadly(tmp_path / "mark"), plan(corpus, tmp_path / "out")
    with nodes(("worker", scheduler), ("worker", scheduler)), cluster._client(scheduler) as client:
        client.run_on_scheduler(allow, deaths=0)
        list(batch.run(planned, job, scheduler=scheduler))
        client.run_on_scheduler(allow, deaths=3)
    assert (tmp_path / "mark").exists()
    assert files(tmp_path / "out") == local


def test_an_interrupted_batch_leaves_whole_shards(
    scheduler: str, corpus: Path, tmp_path: Path, local: dict[str, bytes]
) -> None:
    """And nothing that is under way; a local one goes on where it was."""
    planned = plan(corpus, tmp_path / "out")
    with node("worker", scheduler):
        steps = batch.run(planned, FakeJob(), scheduler=scheduler)
        while next(steps).tally.articles < 9:
            pass
        steps.close()  # type: ignore[attr-defined]
        left = files(tmp_path / "out")
        with cluster._client(scheduler) as client:
            assert not client.run_on_scheduler(lambda dask_scheduler: list(dask_scheduler.tasks))
    assert "statistics.json" not in left
    assert all(local[name] == left[name] for name in left if name.startswith("part-"))
    list(batch.run(planned, FakeJob()))
    assert files(tmp_path / "out") == local


def test_another_version_is_refused(scheduler: str, corpus: Path, tmp_path: Path) -> None:
    """In a line that names both, before anything is written."""
    with node("worker", scheduler, "0.0.1") as (_, address):
        steps = batch.run(plan(corpus, tmp_path / "out"), FakeJob(), scheduler=scheduler)
        with pytest.raises(InputError, match=f"{address} has quizgen 0.0.1, not 0.1.0; install"):
            list(steps)
    assert set(files(tmp_path / "out")) == {"manifest.jsonl"}


def test_a_worker_that_lacks_something_is_told(
    scheduler: str, corpus: Path, tmp_path: Path
) -> None:
    """A part of quizgen, or what the job needs."""
    jobs = {
        "another quizgen or none": Unready(ModuleNotFoundError("No module named 'quizgen.new'")),
        "can't begin: the model is missing": Unready(InputError("the model is missing")),
    }
    with node("worker", scheduler):
        for words, job in jobs.items():
            with pytest.raises(InputError, match=words):
                list(batch.run(plan(corpus, tmp_path / "out"), job, scheduler=scheduler))


def test_workers_are_waited_for(
    scheduler: str,
    corpus: Path,
    tmp_path: Path,
    local: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is told once; should none come, the batch ends, and goes on when it is started again."""
    monkeypatch.setattr(cluster, "LOOKING", 0.1)
    monkeypatch.setattr(cluster, "PATIENCE", 2)
    told: list[str] = []
    planned = plan(corpus, tmp_path / "out")
    steps = batch.run(planned, FakeJob(), scheduler=scheduler, tell=told.append)
    with pytest.raises(InputError, match="no workers for too long; start some"):
        list(steps)
    assert told == [f"{scheduler} has no workers; waiting for some"]
    with ExitStack() as stack:

        def start(_: str) -> None:
            stack.enter_context(node("worker", scheduler))

        list(batch.run(planned, FakeJob(), scheduler=scheduler, tell=start))
    assert files(tmp_path / "out") == local


def test_a_scheduler_that_ends_is_told(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As is one that is not there at all."""
    monkeypatch.setattr(cluster, "LOOKING", 0.1)
    monkeypatch.setattr(cluster, "CONNECTING", 0.5)
    planned = plan(corpus, tmp_path / "out")
    with node("scheduler") as (process, address):

        def end(_: str) -> None:
            process.kill()
            process.wait()

        with pytest.raises(InputError, match=f"the scheduler at {address} is gone"):
            list(batch.run(planned, FakeJob(), scheduler=address, tell=end))
    for wrong in (address, "http://127.0.0.1", "tls://127.0.0.1:1"):
        with pytest.raises(InputError, match=f"no scheduler answers at {wrong}"):
            list(batch.run(planned, FakeJob(), scheduler=wrong))


def test_what_is_sent_needs_no_files(corpus: Path) -> None:
    """A worker may not see those that the corpus stands in."""
    corpus.with_suffix(".txt").write_text(TEXT, "utf-8")
    (item,) = map(held, items([corpus.with_suffix(".txt")]))
    corpus.with_suffix(".txt").unlink()
    assert TEXT in str(item.read())


def test_the_command_wants_one_kind_of_workers(
    quizgen: Command, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And Dask, where a scheduler is given."""
    given = ("batch", corpus, "-o", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1")
    both = quizgen(*given, "--workers", "2")
    assert (both.status, "either --workers" in both.complaint) == (2, True)
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    without = quizgen(*given)
    assert (without.status, "pip install" in without.complaint) == (2, True)


@pytest.mark.model
def test_quizzes_of_a_cluster_are_those_of_this_machine(
    scheduler: str, quizgen: Command, tmp_path: Path
) -> None:
    """By the command, with the real pipeline."""
    source = tmp_path / "in.jsonl"
    rows = ({"id": f"a{n}", "text": text} for n, text in enumerate((sample().text, TEXT)))
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with node("worker", scheduler):
        far = quizgen("batch", source, "-o", tmp_path / "far", "--scheduler", scheduler)
    near = quizgen("batch", source, "-o", tmp_path / "near")
    assert (far.status, far.out, far.err) == (near.status, near.out, near.err)
    assert files(tmp_path / "far") == files(tmp_path / "near")
