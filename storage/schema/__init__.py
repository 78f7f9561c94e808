"""The tables. `storage/migrations` builds the same schema; a test holds the two equal.

Records of every kind share one shape: where they stand in the file (`sheet`, `row`), the natural key
that says which real thing they speak of (`natural_key`), a digest of what they say (`content`), whether
they are the latest accepted word on their key that no later file removed (`held`; at most one of a key),
why a held one does not count all the same (`set_aside`), and whether they count now (`active`: held and
not set aside). Readers of figures ask for `active` alone.
"""

from storage.schema.base import ATTENDANCE_COLUMNS, UtcDateTime, attendance_column, metadata
from storage.schema.campaigns import campaign
from storage.schema.editions import edition, edition_file
from storage.schema.people import LOG_TRIGGERS, event, role_grant, user_account
from storage.schema.records import activity, focal_point, population, school, target
from storage.schema.reviews import late_change, lock_rule, period_lock, review
from storage.schema.runs import server_run
from storage.schema.sizes import crossing_decision, repeat_decision, size_decision
from storage.schema.statements import (
    basis_decision,
    last_look,
    remembered_answer,
    supplied_figure,
    twin_decision,
)
from storage.schema.submissions import (
    data_version,
    issue,
    raw_file,
    removal,
    replacement,
    submission,
    submission_quarter,
    submission_unit,
)
from storage.schema.tasks import directive, task

RECORD_TABLES = (activity, target, school, population, focal_point, directive, task)

__all__ = [
    "ATTENDANCE_COLUMNS",
    "LOG_TRIGGERS",
    "RECORD_TABLES",
    "UtcDateTime",
    "activity",
    "attendance_column",
    "basis_decision",
    "campaign",
    "crossing_decision",
    "data_version",
    "directive",
    "edition",
    "edition_file",
    "event",
    "focal_point",
    "issue",
    "last_look",
    "late_change",
    "lock_rule",
    "metadata",
    "period_lock",
    "population",
    "raw_file",
    "remembered_answer",
    "removal",
    "repeat_decision",
    "replacement",
    "review",
    "role_grant",
    "school",
    "server_run",
    "size_decision",
    "submission",
    "submission_quarter",
    "submission_unit",
    "supplied_figure",
    "target",
    "task",
    "twin_decision",
    "user_account",
]  # fmt: skip
