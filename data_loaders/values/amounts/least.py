"""How an office writes a least that is to be reached."""

import re

# What is set is a least ("≥ 90%", "Tối thiểu 10 lớp").
AT_LEAST = re.compile(
    r"^\s*(?:≥|>=|tối thiểu|ít nhất|không dưới|từ(?=[^-–]*trở lên\s*$)|tổ chức tối thiểu|tổ chức ít nhất|đạt(?: tối thiểu| ít nhất)?)\s*:?\s*(?=\d)|(?<=[\d%])(?:\s+(?:lớp|buổi|lượt|người|trường))?\s+trở lên\s*$",
    re.IGNORECASE,
)
