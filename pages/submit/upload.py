"""Nộp báo cáo: choose files, see what was read, mend it, see what will be counted, then accept it."""

from typing import Literal

import streamlit as st

import storage.intake.account
from access import Right
from data_loaders.annotating import annotated, unreadable
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.sentences import counted
from pages.parts.shell import demo, frame
from pages.parts.shell.visit import permission
from pages.parts.words import listed, plain
from pages.submit import change, effect, in_hand, owed, reading, several, taking, template
from pages.submit.checked import Checked, Upload, preview
from pages.submit.decide import choices
from pages.submit.handed_in import history, receipt, received, returned, unfinished
from pages.submit.mend import conventions, corrections, findings, mending, questions
from pages.submit.mend.mending import Work
from program import units
from program.filters import Filters
from program.measures.completeness import completeness
from program.text import collation_key
from storage.intake.submissions import Preview, Submission

permission.needed(Right.SUBMIT)

# Where the preview begins, for the way down to it.
_COUNTS = "se-duoc-tinh"


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
    own = results.actor().units
    if own is not None:
        names = listed(sorted((units.label(code, with_type=True) for code in own), key=collation_key))
        frame.note(t("Tài khoản này nộp báo cáo của: **{units}**.", units=plain(names)))
    template.draw()


def list_findings(upload: Upload, found: Checked) -> None:
    """What the check found, with the marked workbook where the file could be opened."""
    report = found.report
    marked = None if unreadable(report) else lambda: annotated(upload.name, upload.raw, report)
    findings.draw(report["issues"], report["file"], "now", marked, refused=report["status"] == "rejected")


def changed(work: Work) -> None:
    """What the last answer or correction changed, and what was not taken."""
    if work.refused:
        told = "Nội dung vừa nhập làm tệp có thông tin cá nhân nên không được dùng; không có gì được lưu lại."
        st.error(t(told))
    elif work.since is not None and work.standing is not None:
        st.success(
            findings.gained(work.standing.rows - work.since.rows, work.standing.errors - work.since.errors)
        )
    elif work.again:
        frame.note(t("Các câu trả lời và ô đã sửa của lần trước được dùng lại."))


def mend(upload: Upload, found: Checked) -> None:
    """What changed, the questions, the conventions. Each has its place even when it is empty: what is
    inserted above a table would take away what is being typed there."""
    work = mending.work(upload.fingerprint)
    with st.container():
        changed(work)
    with st.container():
        questions.draw(work, upload.fingerprint, found)
    with st.container():
        conventions.applied(work, found)


def refused(upload: Upload, found: Checked) -> None:
    """Nothing of the file can be taken as it is, and nothing of it is kept."""
    words = "Không có gì từ tệp được lưu lại. Hãy sửa theo hướng dẫn dưới đây rồi chọn lại tệp."
    if not found.personal and (found.asked or found.report["tables"]):
        words = (
            "Không có gì từ tệp được lưu lại. Trả lời, sửa ngay dưới đây, hoặc sửa trong tệp rồi chọn lại."
        )
    st.markdown(t(words))
    if not found.personal:
        mend(upload, found)
        corrections.draw(mending.work(upload.fingerprint), upload, found)
    list_findings(upload, found)


def accepted_before(same: Submission) -> None:
    """Which submission the file is already, who accepted it and when."""
    outcome = storage.intake.account.outcome(results.engine(), same.id)
    st.markdown(
        t(
            "Nội dung giống hệt lần nộp số {n}, {who} nhận lúc {when}. Nếu đã sửa số liệu, hãy lưu tệp rồi chọn lại.",
            n=number(same.id), when=counted.moment(same.decided_at or same.uploaded_at),
            who=plain(outcome.by if outcome else same.uploaded_by),
        )
    )  # fmt: skip


def headed(finding: str, below: str = "", anchor: str | Literal[False] = False) -> None:
    with st.container(gap="xxsmall"):
        st.header(finding, anchor=anchor)
        if below:
            frame.note(below)


def what_was_read(found: Checked) -> None:
    file = t("Tệp {file}", file=plain(found.report["file"]))
    if found.report["issues"]:
        # What is to mend may be many screens long on a phone; who would take what is sound need not go through it.
        file += f" · [{t('Tới phần sẽ được tính và nút nhận')}](#{_COUNTS})"
    headed(t("Đọc được {rows}", rows=found.said), file)
    reading.draw(found.report["tables"])


def what_to_mend(upload: Upload, found: Checked, *, accepted: bool = False) -> None:
    errors, warnings = number(found.errors), number(found.warnings)
    if found.errors and found.warnings:
        finding = t("{n} lỗi cần sửa, {m} điều nên xem lại", n=errors, m=warnings)
    elif found.errors:
        finding = t("{n} lỗi cần sửa", n=errors)
    elif found.warnings:
        finding = t("Không có lỗi; {n} điều nên xem lại", n=warnings)
    else:
        finding = t("Không có lỗi nào")
    fix = t("Sửa ngay trên trang này, hoặc sửa trong tệp rồi chọn lại.")
    if not accepted:
        fix = t(
            "Sửa ngay trên trang này, hoặc sửa trong tệp rồi chọn lại; cũng có thể chỉ nhận những dòng đúng."
        )
    mend(upload, found)
    headed(finding, fix if found.errors else "")
    corrections.draw(mending.work(upload.fingerprint), upload, found)
    list_findings(upload, found)


def what_will_count(upload: Upload, found: Checked, seen: Preview) -> None:
    """The preview, what it does to the units' progress, and the button. Nothing counts before it is pressed."""
    headed(
        t("Sẽ được tính: {changes}", changes=change.said(seen)),
        t("Kỳ tính theo năm báo cáo, từ 15-12 năm trước đến 14-12."),
        _COUNTS,
    )
    change.draw(seen, found.lines)
    chosen = choices.draw(seen, upload.fingerprint[:12], faulty=found.report["status"] == "needs_fixes")
    progress = st.container()
    came = received.draw(found, upload.fingerprint[:12])
    conventions.offer(mending.work(upload.fingerprint), upload.fingerprint, found)
    taking.draw(upload, found, seen, chosen, came)
    with progress:
        effect.draw(upload, found, chosen)


def looked_at(upload: Upload) -> str:
    """Draw everything about the file in hand; gives the finding in one sentence."""
    with st.spinner(t("Đang đọc và kiểm tra tệp…"), show_time=True):
        found = in_hand.look(upload)
        seen = None if found.report["status"] == "rejected" else preview(upload, found)
    if seen is not None and seen.same_file is None and found.rows:
        what_was_read(found)
        what_to_mend(upload, found)
        what_will_count(upload, found, seen)
        if found.errors:
            return t("Tệp còn {n} lỗi; có thể nhận {rows} đúng.", n=number(found.errors), rows=found.said)
        return t("Tệp đọc được hết; có thể nhận {rows}.", rows=found.said)
    if seen is None:
        finding = findings.refusal(found.report["issues"])
        refused(upload, found)
    elif seen.same_file is None:
        finding = t("Tệp chưa có dòng nào đúng để nhận.")
        what_to_mend(upload, found)
    elif receipt.just_accepted(seen.same_file):
        finding = t("Đã nhận tệp; các biểu đồ đã tính theo số liệu mới.")
        receipt.draw(seen.same_file)
    else:
        finding = t("Tệp này đã được nhận, không có gì thay đổi.")
        if seen.same_file.rest == "open":
            finding = t("Tệp này đã nhận một phần; còn dòng chưa nhận vì có lỗi.")
        accepted_before(seen.same_file)
        if found.errors:
            what_to_mend(upload, found, accepted=True)
    st.button(t("Chọn tệp khác"), on_click=in_hand.another, key="another")
    return finding


demo.mark(t("Nộp báo cáo"))
place = st.container()
returned.notice()
uploads = in_hand.files()
if not uploads:
    finding = owed.asked() or t("Nộp báo cáo của đơn vị")
    unfinished.notice(in_hand.resume)
    welcome()
elif len(uploads) == 1:
    finding = looked_at(uploads[0])
else:
    upload, finding = several.choose(uploads)
    head = st.container()
    head.header(looked_at(upload), anchor=False)
place.title(finding, anchor=False)
st.space("small")
permission.link(Right.DECIDE, "pages/manage/review.py", t("Duyệt số liệu"))
permission.link(Right.DECIDE, "pages/manage/conflicts.py", t("Quyết định số liệu trùng lặp, bất thường"))
history.draw(in_hand.resume)
conventions.every_one()
frame.foot(Filters(), completeness(results.analysis(), Filters()))
