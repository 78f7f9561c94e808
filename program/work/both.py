"""The registers of documents issued and of tasks passed on, as of one moment."""

from dataclasses import dataclass

from program.work.directives import Directive
from program.work.tasks import Task


@dataclass(frozen=True)
class Work:
    """The documents and the tasks that count."""

    directives: tuple[Directive, ...] = ()
    tasks: tuple[Task, ...] = ()


NO_WORK = Work()
