"""The headings of a district's list."""

DISTRICT_LIST = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]
