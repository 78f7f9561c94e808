"""A table with its title block, header of two rows and signatures, as offices write it."""

HEAD = ["TT", "Tên lớp", "Ngày", "Địa bàn", "Số người tham gia", None, None]
SUB = [None, None, None, None, "Tổng số", "Cha mẹ", "Trẻ em ngoài trường học"]
TITLE = [
    ["UBND QUẬN HẢI CHÂU", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["PHÒNG VĂN HÓA VÀ THÔNG TIN", None, None, None, "Độc lập - Tự do - Hạnh phúc"],
    [],
    ["BÁO CÁO KẾT QUẢ TỔ CHỨC CÁC LỚP TẬP HUẤN NĂM 2023"],
    ["(Kèm theo Công văn số 12/UBND-VHTT ngày 15 tháng 6 năm 2023 của UBND quận Hải Châu)"],
    [],
]
BODY = [[1, "A", "12/2/2023", "Thạch Thang", 65, 45, 20], [2, "B", "12/3/2023", "Thuận Phước", 70, 50, 20]]

LEFT = ["STT", "Nội dung", "Ngày", "Lượt người"]
