import pytest

from program.schools.names import school_key


@pytest.mark.parametrize(
    "name", ["Trường TH Lê Lợi", "Tr. TH Lê Lợi", "TIỂU HỌC LÊ LỢI", "Trường Tiểu học Lê Lợi"]
)
def test_one_school_in_several_wordings_has_one_key(name: str) -> None:
    assert school_key(name) == "tiểu học lê lợi"
