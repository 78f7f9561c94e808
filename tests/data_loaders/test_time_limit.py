"""A file over time is refused in words."""

import io
from types import SimpleNamespace

import pytest
import xlwt

from data_loaders import check as checking
from data_loaders import time_limit
from data_loaders.reading import Unreadable
from program.contract import IssueCode


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock of the thread's work shows, and that of the day, which never goes slower."""
    clock = [100.0]
    told = SimpleNamespace(thread_time=lambda: clock[0], monotonic=lambda: clock[0])
    monkeypatch.setattr(time_limit, "time", told)
    return clock


def test_what_was_worked_is_limited(worked: list[float]) -> None:
    with time_limit.allowed(8):
        worked[0] += 7.9
        time_limit.look()
        worked[0] += 0.2
        with pytest.raises(Unreadable) as caught:
            time_limit.look()
    assert caught.value.code == IssueCode.TOO_LARGE
    time_limit.look()


def test_the_system_is_asked_once_in_a_moment(worked: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(time_limit.time, "thread_time", lambda: asked.append(1) or worked[0])
    with time_limit.allowed(8):
        for _ in range(100):
            time_limit.look()
    assert len(asked) == 2  # at the beginning, and at the first look


def test_work_of_another_process_counts(worked: list[float]) -> None:
    with time_limit.allowed(8):
        worked[0] += 5
        time_limit.charge(3.1)
        with pytest.raises(Unreadable):
            time_limit.look()
    time_limit.look()


def test_the_inner_limit_ends_with_its_block() -> None:
    with time_limit.allowed(60):
        with time_limit.allowed(-1), pytest.raises(Unreadable):
            time_limit.look()
        time_limit.look()


@pytest.mark.parametrize(
    "rows",
    [
        "STT;Đơn vị;Loại hoạt động;Ngày tổ chức;Cha mẹ\n1;Quận Hải Châu;Lớp tập huấn;12/5/2023;30\n",
        "Báo cáo của UBND quận Hải Châu\n",
        "Nguyễn Văn An\nTrần Thị Bình\n",
    ],
)
def test_a_file_over_time_is_refused(rows: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_SECONDS", -1)
    report = checking.check("a.csv", rows.encode())
    assert (report["status"], report["tables"]) == ("rejected", [])
    assert [found["code"] for found in report["issues"]] == ["too_large"]
    assert "thời gian" in report["issues"][0]["message"]


def test_an_old_workbook_uses_up_the_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    monkeypatch.setattr(time_limit, "charge", told.append)
    book, raw = xlwt.Workbook(), io.BytesIO()
    book.add_sheet("Lớp").write(0, 0, "Tên hoạt động")
    book.save(raw)
    assert checking.check("a.xls", raw.getvalue())["status"] == "rejected"
    assert len(told) == 1
    assert told[0] > 0


@pytest.mark.parametrize(("megabytes", "seconds"), [(0, 8), (6, 14), (20, 18)])
def test_a_larger_file_has_more_time_up_to_a_limit(megabytes: int, seconds: int) -> None:
    assert checking._seconds(bytes(megabytes * 1_000_000)) == seconds
