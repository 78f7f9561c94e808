"""What many lists of the tests begin with."""

import datetime

DAY = datetime.datetime(2023, 5, 12)  # noqa: DTZ001
HEAD = ["STT", "Tên lớp tập huấn", "Ngày", "Tổng số", "Cha mẹ", "Trẻ em ngoài trường học", "Trong đó nữ"]
WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]
