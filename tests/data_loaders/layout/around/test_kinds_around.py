"""The kind that a title tells."""

import pytest

from tests.data_loaders.sheets import checked, records


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ SINH HOẠT DƯỚI CỜ VỀ AN TOÀN MẠNG THÁNG 9/2024",
        "CHÀO CỜ ĐẦU TUẦN VỀ AN TOÀN MẠNG THÁNG 9/2024",
        "KẾT QUẢ TỌA ĐÀM VỚI CHA MẸ THÁNG 9/2024",
        "DIỄN ĐÀN TRẺ EM THÁNG 9/2024",
    ],
)
def test_a_title_of_talks_and_assemblies_tells_sessions(title: str) -> None:
    rows = [
        ["UBND QUẬN HẢI CHÂU"],
        [title],
        ["STT", "Trường", "Ngày", "Học sinh"],
        [1, "TH Phan Thanh", "09/09/2024", 890],
    ]
    (record,) = records(checked(rows))
    assert record["kind"] == "communication_session"
