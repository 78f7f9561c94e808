"""`python -m sample_data`: write every demo workbook anew, the same bytes each time."""

from sample_data import FOLDER, books
from sample_data.model import Book
from sample_data.writers import WRITERS


def all_books() -> list[Book]:
    """Every workbook of the demo, the one with errors last."""
    return [*books.registers_and_targets(), *books.reports(), books.with_errors()]


def main() -> None:
    """Write the workbooks into their folder."""
    FOLDER.mkdir(exist_ok=True)
    made = all_books()
    for book in made:
        (FOLDER / book.name).write_bytes(WRITERS[book.writer](book.sheets))
    print(f"Đã ghi {len(made)} tệp vào {FOLDER.name}/")


if __name__ == "__main__":
    main()
