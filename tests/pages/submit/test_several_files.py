"""Nộp báo cáo: answers for several files at once, and what a file changes in the progress of its unit."""

from typing import Any

import pytest

from data_loaders.mending.remembering import look
from pages.parts.figures import results
from pages.submit import checked as checking
from pages.submit import effect
from program.submissions.mending import NO_MENDING, Mending
from storage.faults import Fault, StoreFault
from storage.intake import submissions
from storage.reading.analysis import data_version, load
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.pages.submit.mending_files import (
    ASKING,
    KNOWN,
    PAGE,
    SOUND,
    WRONG,
    choose,
    folds,
    headers,
    question,
    state,
    workbook,
)
from tests.storage.build import record


class TestSeveral:
    FILES = (("tot.xlsx", SOUND), ("sai.xlsx", WRONG), ("hoi.xlsx", ASKING))

    def test_each_has_its_state_and_one_is_looked_at(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), *self.FILES, ("rac.csv", b"rac"))
        assert app.title[0].value == "Nhận được ngay 1 tệp, cần sửa 3 tệp."
        assert [o.replace("\\", "") for o in app.radio[0].options] == [
            "**tot.xlsx** · ◆ không có lỗi, 2 hoạt động",
            "**sai.xlsx** · ▲ 2 lỗi cần sửa; 1 hoạt động đúng",
            "**hoi.xlsx** · ▲ 3 lỗi cần sửa; 3 hoạt động đúng",
            "**rac.csv** · ✕ chưa nhận được: không tìm thấy bảng số liệu",
        ]
        assert headers(app)[0] == "Tệp đọc được hết; có thể nhận 2 hoạt động."
        app.radio[0].set_value(app.radio[0].options[1]).run()
        assert headers(app)[0] == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert sorted(state(app)) == ["checked"] * 3

    def test_all_sound_ones_are_accepted_and_the_next_to_mend_is_shown(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("tot-2.xlsx", workbook(KNOWN, offset=5)), *self.FILES)
        button(app, "Nhận tất cả tệp không có lỗi (2 tệp)").click().run()
        assert not app.exception
        assert app.success[0].value == "Đã nhận 2 tệp: 3 dòng mới, 0 dòng thay đổi."
        assert app.title[0].value == "Cần sửa 2 tệp, đã nhận 2 tệp."
        assert sorted(state(app)) == ["accepted", "accepted", "checked", "checked"]
        assert headers(app)[0] == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert not [label for label in labels(app) if label.startswith("Nhận tất cả")]
        app.run()
        assert not app.success

    def test_where_the_store_fails_between_two_files_both_are_named(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = submissions.accept

        def full(engine: Any, actor: Any, name: str, *given: Any, **said: Any) -> Any:
            if name == "tot.xlsx":
                raise StoreFault(Fault.FULL)
            return real(engine, actor, name, *given, **said)

        app = choose(empty_start(PAGE), ("tot-2.xlsx", workbook(KNOWN, offset=5)), ("tot.xlsx", SOUND))
        with monkeypatch.context() as failing:
            failing.setattr(submissions, "accept", full)
            button(app, "Nhận tất cả tệp không có lỗi (2 tệp)").click().run()
        assert not app.exception
        assert [e.value.replace("\\", "").splitlines()[1:] for e in app.error] == [
            ["Đã nhận: tot-2.xlsx.  ", "Chưa nhận: tot.xlsx."]
        ]
        assert app.title[0].value == "Nhận được ngay 1 tệp, đã nhận 1 tệp."
        assert sorted(state(app)) == ["accepted", "checked"]

    def test_one_mended_on_the_page_becomes_ready(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("hoi.xlsx", ASKING), ("sai.xlsx", WRONG))
        question(app, "Khu HC").select("492").run()
        assert "**hoi.xlsx** · ◆ không có lỗi, 6 hoạt động" in [
            o.replace("\\", "") for o in app.radio[0].options
        ]

    def test_the_same_bytes_twice_are_one_file(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("a.xlsx", SOUND), ("b.xlsx", SOUND))
        assert not app.radio
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 2 hoạt động."

    def test_looking_at_one_does_not_read_the_others_again(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        def counted(name: str, raw: bytes, mending: Mending) -> Any:
            asked.append(name)
            return look(name, raw, mending)

        monkeypatch.setattr(checking, "look_apart", counted)
        app = choose(empty_start(PAGE), *[(f"{n}.xlsx", workbook(KNOWN, offset=n)) for n in range(8)])
        assert len(asked) == 9
        for _ in range(3):
            app.run()
        assert len(asked) == 9


def targets(value: float, unit: str = "492") -> Any:
    return {
        "indicator": "L-classes-parents", "unit": unit, "start_date": "2021-06-01", "end_date": "2025-06-30",
        "value": value, "authority": "local", "document": None, "source": {"sheet": "A", "row": 2},
    }  # fmt: skip


class TestEffect:
    def test_the_unit_before_and_after_and_nothing_is_written(self, empty_start: Start) -> None:
        app = empty_start(PAGE)
        take(targets(20), name="chi-tieu.xlsx", kind="targets")
        take(
            *[
                record(title=f"Cũ {n}", start_date=f"2022-05-{n + 1:02d}", end_date=f"2022-05-{n + 1:02d}")
                for n in range(3)
            ]
        )
        version, before = data_version(results.engine()), len(load(results.engine()).activities)
        choose(app, ("tot.xlsx", SOUND))
        assert "**Quận Hải Châu**: lớp cho cha mẹ 3 → **5** trên 20 lớp, vẫn ▼ chưa đạt." in written(
            app
        ).replace("\\", "")
        table = app.table[-1].value
        assert dict(table.loc[table["Chỉ tiêu"] == "Lớp cho cha mẹ"].iloc[0]) == {
            "Đơn vị": "Quận Hải Châu", "Chỉ tiêu": "Lớp cho cha mẹ", "Trước": "3\u00a0lớp", "Sau": "5\u00a0lớp",
            "Mục tiêu": "20\u00a0lớp", "Tình trạng": "▼ chưa đạt → ▼ chưa đạt",
        }  # fmt: skip
        assert (data_version(results.engine()), len(load(results.engine()).activities)) == (version, before)

    def test_a_file_that_changes_no_figure_says_so(self, empty_start: Start) -> None:
        app = empty_start(PAGE)
        take(*look("tot.xlsx", SOUND, NO_MENDING)[0]["tables"][0]["records"], name="cu.xlsx")
        assert "Tiến độ của các đơn vị không đổi." in written(choose(app, ("tot.xlsx", SOUND)))

    def test_of_several_units_three_are_told_and_all_stand_in_a_fold(self, empty_start: Start) -> None:
        names = ("Quận Hải Châu", "Quận Thanh Khê", "Quận Sơn Trà", "Quận Cẩm Lệ")
        app = choose(empty_start(PAGE), ("bon.xlsx", workbook(*[(name, 60) for name in names])))
        assert "Xem tiến độ trước và sau của cả 4 đơn vị" in folds(app)
        told = [line for line in written(app).splitlines() if line.startswith("- **Quận")]
        assert len(told) == 3
        assert set(app.table[-1].value["Đơn vị"]) == set(names)

    def test_for_a_long_file_it_is_reckoned_when_asked_for(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(effect, "ROWS_AT_ONCE", 1)
        app = choose(empty_start(PAGE), ("tot.xlsx", SOUND))
        assert "lớp cho cha mẹ" not in written(app)
        button(app, "Tính thử tiến độ sau khi nhận").click().run()
        assert "lớp cho cha mẹ chưa có → **2 lớp**, chưa có chỉ tiêu." in written(app)
