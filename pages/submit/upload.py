"""Nộp báo cáo: choose a file, see what was read, what to mend and what will be counted, then accept it."""

from hashlib import sha256

import streamlit as st

import storage.submissions
from access import Denied
from data_loaders.annotating import annotated, unreadable
from locales.forms import number
from locales.messages import t
from pages.parts import counted, demo, frame, results
from pages.parts.words import plain
from pages.submit import change, findings, history, reading, receipt, template
from pages.submit.checked import Checked, Upload, checked, preview
from program.filters import Filters
from storage.submissions import Preview, Refused, Submission

FORMATS = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv"]


def another() -> None:
    """Empty the chooser, so that another file can be handed in."""
    st.session_state["upload-turn"] = st.session_state.get("upload-turn", 0) + 1
    st.session_state.pop("resumed", None)
    receipt.forget()


def resume(submission: int) -> None:
    another()
    st.session_state["resumed"] = submission


def in_hand() -> Upload | None:
    """The file of the chooser, or the one that was taken up again from the list."""
    turn = st.session_state.get("upload-turn", 0)
    file = st.file_uploader(t("Chọn tệp báo cáo"), type=FORMATS, key=f"upload-{turn}")
    if file is not None:
        raw = file.getvalue()
        return Upload(file.name, raw, sha256(raw).hexdigest())
    if "resumed" in st.session_state:
        name, raw = storage.submissions.raw_file(results.engine(), st.session_state["resumed"])
        return Upload(name, raw, sha256(raw).hexdigest())
    return None


def welcome() -> None:
    """Before a file is chosen: what happens with it."""
    st.markdown(
        t(
            "Chọn tệp bảng tính của đơn vị. Trang này đọc tệp, chỉ ra từng ô cần sửa và cho biết những gì sẽ "
            "được tính. **Chỉ khi bấm nút Nhận, số liệu mới được tính**; sau đó vẫn rút lại được."
        )
    )
    frame.note(
        t(
            "Không cần đúng một mẫu nào: mỗi dòng một hoạt động, mỗi trang một tháng hay bảng tổng hợp đều đọc "
            "được. Không gửi danh sách họ tên, số điện thoại, ngày sinh của trẻ em và cha mẹ: tệp như vậy bị "
            "từ chối và không được lưu."
        )
    )
    template.draw()


def list_findings(upload: Upload, found: Checked) -> None:
    """What the check found, with the marked workbook where the file could be opened."""
    marked = None if unreadable(found.report) else lambda: annotated(upload.name, upload.raw, found.report)
    findings.draw(found.report["issues"], found.report["file"], "now", marked)


def refused(upload: Upload, found: Checked) -> None:
    """Nothing of the file can be taken, and nothing of it is kept."""
    st.markdown(t("Không có gì từ tệp được lưu lại. Hãy sửa theo hướng dẫn dưới đây rồi chọn lại tệp."))
    list_findings(upload, found)


def accepted_before(same: Submission) -> None:
    st.markdown(
        t(
            "Nội dung giống hệt lần nộp số {n}, nhận lúc {when}. Nếu đã sửa số liệu, hãy lưu tệp rồi chọn lại.",
            n=number(same.id), when=counted.moment(same.decided_at or same.uploaded_at),
        )
    )  # fmt: skip


def headed(finding: str, below: str = "") -> None:
    with st.container(gap="xxsmall"):
        st.header(finding, anchor=False)
        if below:
            frame.note(below)


def what_was_read(found: Checked) -> None:
    headed(t("Đọc được {rows}", rows=found.said), t("Tệp {file}", file=plain(found.report["file"])))
    reading.draw(found.report["tables"])


def what_to_mend(upload: Upload, found: Checked) -> None:
    errors, warnings = number(found.errors), number(found.warnings)
    if found.errors and found.warnings:
        finding = t("{n} lỗi cần sửa, {m} điều nên xem lại", n=errors, m=warnings)
    elif found.errors:
        finding = t("{n} lỗi cần sửa", n=errors)
    elif found.warnings:
        finding = t("Không có lỗi; {n} điều nên xem lại", n=warnings)
    else:
        finding = t("Không có lỗi nào")
    fix = t("Nên sửa ngay trong tệp, lưu lại rồi chọn lại tệp; cũng có thể chỉ nhận những dòng đúng.")
    headed(finding, fix if found.errors else "")
    list_findings(upload, found)


def label(found: Checked, seen: Preview) -> str:
    """The button says what will happen."""
    if found.report["status"] == "needs_fixes":
        return t("Chỉ nhận {n} dòng đúng", n=number(found.rows))
    if not seen.new and not seen.changed:
        return t("Nhận tệp, số liệu không đổi")
    return t("Nhận {rows}", rows=found.said)


def what_will_count(upload: Upload, found: Checked, seen: Preview) -> None:
    """The preview and the button. Nothing is written before it is pressed."""
    headed(
        t("Sẽ được tính: {changes}", changes=change.said(seen)),
        t("Kỳ tính theo năm báo cáo, từ 15-12 năm trước đến 14-12."),
    )
    change.draw(seen, found.lines)
    partly = found.report["status"] == "needs_fixes"
    with st.container(horizontal=True):
        if st.button(label(found, seen), type="secondary" if partly else "primary", key="accept"):
            take(upload, found, partly)
        st.button(t("Chọn tệp khác"), on_click=another, key="another")


def take(upload: Upload, found: Checked, partly: bool) -> None:
    """Accept the file; a refusal is said in its own words."""
    with st.spinner(t("Đang nhận tệp…"), show_time=True):
        before = receipt.city_counts()
        try:
            done = storage.submissions.accept(
                results.engine(), results.actor(), upload.name, upload.raw, found.report, sound_rows=partly
            )
        except (Refused, Denied) as refusal:
            st.error(plain(str(refusal)))
            return
        if done.outcome == "accepted":
            receipt.keep(done, receipt.Moved(before, receipt.city_counts()))
    st.rerun()


def looked_at(upload: Upload) -> str:
    """Draw everything about the file in hand; gives the finding in one sentence."""
    with st.spinner(t("Đang đọc và kiểm tra tệp…"), show_time=True):
        found = checked(upload)
        seen = None if found.report["status"] == "rejected" else preview(upload, found.report)
    if seen is not None and seen.same_file is None and found.rows:
        what_was_read(found)
        what_to_mend(upload, found)
        what_will_count(upload, found, seen)
        if found.errors:
            return t("Tệp còn {n} lỗi; có thể nhận {rows} đúng.", n=number(found.errors), rows=found.said)
        return t("Tệp đọc được hết; có thể nhận {rows}.", rows=found.said)
    if seen is None:
        finding = t("Chưa nhận được tệp này.")
        refused(upload, found)
    elif seen.same_file is None:
        finding = t("Tệp chưa có dòng nào đúng để nhận.")
        what_to_mend(upload, found)
    elif receipt.just_accepted(seen.same_file):
        finding = t("Đã nhận tệp; các biểu đồ đã tính theo số liệu mới.")
        receipt.draw(seen.same_file)
    else:
        finding = t("Tệp này đã được nhận, không có gì thay đổi.")
        accepted_before(seen.same_file)
    st.button(t("Chọn tệp khác"), on_click=another, key="another")
    return finding


demo.mark(t("Nộp báo cáo"))
place = st.container()
upload = in_hand()
finding = t("Nộp báo cáo của đơn vị")
if upload is None:
    welcome()
else:
    finding = looked_at(upload)
place.title(finding, anchor=False)
st.space("small")
history.draw(resume)
frame.foot(Filters(), results.overview(Filters()).completeness)
