import os
import subprocess
import sys
from pathlib import Path

import pytest

from locales.command_line import Parser, number_of, run


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
        (["a", "--hai", "2", "--ba", "9" * 10], f" (--ba không nhận '{'9' * 10}')"),
        (["a", "--hai", "2", "--ba", "²"], " (--ba không nhận '²')"),
    ],
)
def test_wrong_use_ends_with_2_and_is_said_in_vietnamese(
    arguments: list[str], remark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = Parser(prog="lệnh")
    parser.add_argument("một", choices=["a", "b"])
    parser.add_argument("--hai", type=_even, required=True)
    parser.add_argument("--ba", type=number_of)
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


def test_a_place_that_may_not_be_looked_into_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a file in the folder of root is for the user of the service."""

    def refused(*_given: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refused)
    monkeypatch.setattr(Path, "is_dir", refused)
    parser, path = Parser(prog="lệnh"), Path("nhà/tệp.xlsx")
    for ask, verb in ((parser.readable, "đọc"), (parser.writable, "ghi")):
        with pytest.raises(SystemExit) as ended:
            ask(path)
        assert ended.value.code == 2
        assert capsys.readouterr().err.startswith(f"Không {verb} được tệp “nhà/tệp.xlsx”: không có quyền. ")


_TALKS = "from locales.command_line import run; run(lambda: print('dòng') or print('x' * 200_000) or 7)"
_HELPS = "from locales.command_line import Parser, number_of, run; run(lambda: Parser(prog='lệnh').parse_args(['-h']))"


@pytest.mark.parametrize("words", [_TALKS, _HELPS], ids=["talks", "helps"])
def test_nobody_reads_on_and_nothing_is_told_of_it(words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([sys.executable, "-c", words], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    # argparse keeps quiet where what it prints is not buffered.
    assert done.returncode in ({141} if words == _TALKS else {0, 141})
    assert done.stderr == b""


@pytest.mark.parametrize(("raised", "code"), [(None, 7), (KeyboardInterrupt, 130)])
def test_a_command_ends_with_its_code(raised: type[BaseException] | None, code: int) -> None:
    def main() -> int:
        if raised is not None:
            raise raised
        return 7

    with pytest.raises(SystemExit) as ended:
        run(main)
    assert ended.value.code == code
