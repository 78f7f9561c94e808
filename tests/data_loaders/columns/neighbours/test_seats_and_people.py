"""People counted as persons and as seats taken side by side: the seats count."""

import pytest

from tests.data_loaders.sheets import checked, records

_TITLE = [["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ LỚP TẬP HUẤN QUÝ IV/2022"]]


@pytest.mark.parametrize(
    ("persons", "seats", "total"),
    [
        ("Số người", "Số lượt", 150),
        ("Số học viên", "Lượt người tham gia", 150),
        ("Số cha mẹ (người)", "Số lượt tham gia của cha mẹ (lượt)", 150),
        ("Cha mẹ", "Lượt giáo viên", 270),
    ],
)
def test_seats_count(persons: str, seats: str, total: int) -> None:
    found = checked([*_TITLE, ["TT", "Phường", "Số lớp", persons, seats], [1, "Mân Thái", 3, 120, 150]])
    assert [r["attendances_total"] for r in records(found)] == [total]
