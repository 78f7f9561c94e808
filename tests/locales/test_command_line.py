import pytest

from locales.command_line import Parser


def _even(text: str) -> int:
    from argparse import ArgumentTypeError

    if int(text) % 2:
        raise ArgumentTypeError(f"{text} là số lẻ")
    return int(text)


@pytest.mark.parametrize(
    ("arguments", "remark"),
    [
        ([], " (thiếu một, --hai)"),
        (["a", "--hai", "2", "ba"], " (không có ba)"),
        (["a", "--hai"], " (--hai thiếu giá trị)"),
        (["c", "--hai", "2"], " (một không nhận 'c')"),
        (["a", "--hai", "hai"], " (--hai không nhận 'hai')"),
        (["a", "--hai", "3"], " (3 là số lẻ)"),
        (["a", "--hai", "2", "--hai", "4"], " (--hai chỉ ghi một lần)"),
        (["a", "--hai", "2", "--h=1"], ""),
    ],
)
def test_wrong_use_ends_with_2_and_is_said_in_vietnamese(
    arguments: list[str], remark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = Parser(prog="lệnh")
    parser.add_argument("một", choices=["a", "b"])
    parser.add_argument("--hai", type=_even, required=True)
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"Lệnh chưa đúng. Xem hướng dẫn: lệnh --help{remark}\n"


def test_the_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    parser = Parser(prog="lệnh", description="Làm một việc.")
    parser.add_argument("tệp")
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["-h"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert told.startswith("Cách dùng: lệnh [-h] tệp\n")
    assert "Cần có:" in told
    assert "Tùy chọn:" in told
