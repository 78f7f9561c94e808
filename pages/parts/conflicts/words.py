"""What kinds of conflicts are called, counted, and how figures stand as long as nobody decides."""

from program.conflicts.desk import Sort

COUNTED = {
    Sort.TWIN: "{n} cặp dòng có thể trùng",
    Sort.BASIS: "{n} kỳ có chi tiết và tổng hợp khác nhau",
    Sort.CROSSING: "{n} cặp số tổng hợp giao nhau một phần",
    Sort.SIZE: "{n} dòng quy mô khác thường",
    Sort.REPEAT: "{n} tệp lặp lại báo cáo năm trước",
}
NOW = {
    Sort.TWIN: "{conflicts}, đang tính cả hai; nhiều nhất {seats} lượt sẽ bớt đi.",
    Sort.BASIS: "{conflicts}, đang tính theo chi tiết; tổng hợp hơn kém {seats} lượt.",
    Sort.CROSSING: "{conflicts}, đang tính cả hai; nhiều nhất {seats} lượt sẽ bớt đi.",
    Sort.SIZE: "{conflicts}, đang được tính {seats} lượt, chưa ai xác nhận.",
    Sort.REPEAT: "{conflicts}, đang được tính {seats} lượt.",
}
