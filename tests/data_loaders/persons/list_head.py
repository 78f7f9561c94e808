"""What the lists of these tests begin with."""

HEAD = ["STT", "Tên lớp tập huấn", "Ngày", "Số người"]
WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]
