"""Every file, however it is built, ends in a status of the contract within 10 seconds of work and 1 GiB."""

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.data_loaders.reading.hostile import bombs, watched

PROJECT = Path(__file__).resolve().parents[4]
MEMORY = 1 << 30
BOMBS = bombs.bombs()


def results(files: list[tuple[str, bytes, float | None]]) -> dict[str, dict[str, Any]]:
    """What became of each file, by name."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.data_loaders.reading.hostile.watched"],
        input=pickle.dumps(files),
        capture_output=True,
        cwd=PROJECT,
        check=True,
    )
    return {found["name"]: found for found in json.loads(done.stdout)}


@pytest.fixture(scope="module")
def ended() -> dict[str, dict[str, Any]]:
    return results([(bomb.name, bomb.make(), bomb.seconds) for bomb in BOMBS])


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.name)
def test_bomb_ends_in_words(bomb: bombs.Bomb, ended: dict[str, dict[str, Any]]) -> None:
    found = ended[bomb.name]
    assert found["report"], "the process was ended"
    assert found["seconds"] < watched.SECONDS
    assert found["bytes"] < MEMORY
    errors = [issue for issue in found["report"]["issues"] if issue["severity"] == "error"]
    assert (errors[0]["code"] if errors else found["report"]["status"]) == bomb.ends
    for issue in errors:
        assert issue["message"].endswith(".")
        assert issue["fix"].endswith(".")


def test_noise_is_no_workbook() -> None:
    for found in results([(name, raw, None) for name, raw in bombs.noise()]).values():
        assert found["report"]["status"] == "rejected", found["name"]
        (issue,) = found["report"]["issues"]
        assert issue["code"] in (bombs.NOT_A_WORKBOOK, bombs.NO_TABLE), found["name"]
        assert found["bytes"] < MEMORY
