import pytest

from access import Actor, Denied, Right, local_person, require
from access.actors import RIGHT_LABELS


@pytest.mark.parametrize("right", list(Right))
def test_the_local_person_may_do_everything(right: Right) -> None:
    require(local_person(), right)


@pytest.mark.parametrize("right", list(Right))
def test_who_lacks_a_right_is_told_which(right: Right) -> None:
    others = frozenset(Right) - {right}
    with pytest.raises(Denied, match=RIGHT_LABELS[right]):
        require(Actor("a", "Lê An", others), right)
