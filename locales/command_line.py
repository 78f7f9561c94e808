"""The commands' own words in Vietnamese: usage, help, and what was typed wrongly."""

import argparse
import errno
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

WRONG_USE = 2
# As the shell counts a program that was ended by SIGPIPE, by SIGINT.
_NOBODY_READS, _BROKEN_OFF = 141, 130
# argparse's remarks, which are English, and the same in Vietnamese; what the type of an argument says
# of its value is ours already.
_REMARKS = (
    (r"the following arguments are required: (.+)", "thiếu {}"),
    (r"unrecognized arguments: (.+)", "không có {}"),
    (r"argument ([^:]+): expected .+", "{} thiếu giá trị"),
    (r"argument ([^:]+): invalid (?:choice|\w+ value): (.+?)(?: \(choose from .*)?", "{} không nhận {}"),
    (r"argument ([^:]+): given twice", "{} chỉ ghi một lần"),
    (r"argument [^:]+: (?!expected|invalid|ignored|not allowed|conflicting)(.+)", "{}"),
)


# A database keeps the numbers of what it holds in as many digits; a larger one is the number of nothing.
_DIGITS = 9


def number_of(text: str) -> int:
    """The number of something that is stored, as the type of an argument. Raises ValueError."""
    if not (text.isascii() and text.isdecimal() and len(text) <= _DIGITS):
        raise ValueError(text)
    return int(text)


class _Form(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Once(argparse.Action):
    """An option with one value. Given twice it would quietly mean the second alone: that is wrong usage."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option: str | None = None,
    ) -> None:
        if option is not None and getattr(namespace, self.dest, self.default) is not self.default:
            raise argparse.ArgumentError(self, "given twice")
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """A parser of arguments that speaks Vietnamese, and ends with 2 on wrong usage."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Form, add_help=False, **settings)
        self.register("action", None, _Once)
        self.register("action", "store", _Once)
        self._positionals.title = "Cần có"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        told = [
            form.format(*found.groups())
            for remark, form in _REMARKS
            if (found := re.fullmatch(remark, message, re.DOTALL))
        ]
        self._end("Lệnh chưa đúng", f" ({told[0]})" if told else "")

    def stop(self, sentence: str) -> NoReturn:
        """End as wrong usage, with a Vietnamese sentence (without its full stop)."""
        self._end(sentence)

    def readable(self, path: Path) -> None:
        """End as wrong usage where there is no such file, or none that may be read."""
        try:
            if path.is_file():
                path.open("rb").close()
                return
            folder = path.is_dir()
        except OSError as error:
            self.stop(f"Không đọc được tệp “{path}”: {reason(error)}")
        self.stop(f"“{path}” là một thư mục; cần tên tệp" if folder else f"Không tìm thấy tệp “{path}”")

    def writable(self, path: Path) -> None:
        """End as wrong usage where no file can have this name: a folder, or one in a folder that is not there or
        that may not be looked into."""
        try:
            if path.is_dir():
                self.stop(f"Lệnh chưa đúng: “{path}” là một thư mục; cần tên tệp")
            if not path.absolute().parent.is_dir():
                self.stop(f"Lệnh chưa đúng: không có thư mục “{path.parent}”")
        except OSError as error:
            self.stop(f"Không ghi được tệp “{path}”: {reason(error)}")

    def _end(self, sentence: str, remark: str = "") -> NoReturn:
        self.exit(WRONG_USE, f"{sentence}. Xem hướng dẫn: {self.prog} --help{remark}\n")


def run(main: Callable[[], int]) -> NoReturn:
    """Run a command as a program of its own and end with its exit code. It ends in silence where nobody reads on
    what it prints (`| head`), and where whoever runs it breaks it off."""
    try:
        try:
            code = main()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # What is left unwritten would be tried again, and told of, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = _NOBODY_READS
    except KeyboardInterrupt:
        code = _BROKEN_OFF
    sys.exit(code)


def reason(error: OSError) -> str:
    """Why the system did not let a file be read or written, in Vietnamese."""
    words = {
        errno.ENOSPC: "ổ đĩa đã đầy",
        errno.EACCES: "không có quyền",
        errno.EROFS: "ổ đĩa chỉ cho đọc",
        errno.ENOENT: "không có thư mục này",
        errno.EISDIR: "đó là một thư mục",
    }
    return words.get(error.errno or 0, "hệ thống từ chối")
