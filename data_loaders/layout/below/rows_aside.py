"""Rows below figures that compare or check them: plans, shares, the last report. Nothing of them is counted."""

import re
from functools import lru_cache

from data_loaders.layout.below.row_labels import LEADING
from program.text import clean, fold

# What stands below a summary beside its own figures: plans, shares, comparisons.
_ASIDE = re.compile(
    r"(ke hoach|kh|chi tieu|muc tieu)( (duoc |da )?(giao|de ra|dat ra|ca|nam|quy|thang|ky|trong|thanh pho|tp|quan|huyen|cap tren|\d{1,4}|i|ii|iii|iv))*"
    r"|(dat |muc )?(ty|ti) le\b.*|(muc do )?(dat|hoan thanh)( (ty le|so voi|ke hoach|kh|chi tieu|nam|giao))*|so (voi|sanh)\b.*|(so lieu |thuc hien |ket qua )*(cung ky|(ky|nam|thang|quy) truoc)\b.*"
    r"|(binh quan|trung binh)\b.*|da (bao cao|nop|tong hop)\b.{0,20}\btruoc|(chenh lech|tang\W*giam)\b.*|(so lieu )?(quy|thang|ky|nam|6 thang)\b.{0,20}\bchuyen (sang|qua)\b.*"
    # What is made or paid for, and who takes part as a whole, is neither an activity nor a person.
    r"|(tong )?(so|so luong|sl) (luong )?(cac )?(tin|bai(?! du thi)|to roi|to gap|to buom|pa no|pano|ap phich|bang ron|khau hieu|tai lieu|an pham|video|clip|phong su|poster|truong|co so|phuong|xa|ho gia dinh|van ban|ke hoach|cau lac bo|clb|mo hinh|chuyen muc|gio|tiet)\b.*"
    r"|(tong )?kinh phi\b.*"
    # What checks a sum.
    r"|(so |cot |dong |o )?(kiem tra|doi chieu|check)( (lai|tong|tong so|so lieu|cong))?"
)


@lru_cache(maxsize=20000)
def is_aside(text: str) -> bool:
    """Whether a label opens a row of a plan, a share or a comparison: nothing of it is counted."""
    return bool(_ASIDE.fullmatch(fold(LEADING.sub("", clean(text))).lstrip("% ")))


_WOMEN = re.compile(r"(trong do|tr do|trd|td)\W*(so |luot |nguoi )*(nu|nam)( gioi)?")


def is_women_of_sum(text: str) -> bool:
    """Whether a label right below a row of sums opens the women among them ("Trong đó: nữ"), who are counted there."""
    return bool(_WOMEN.fullmatch(fold(LEADING.sub("", clean(text))).rstrip(" :")))
