"""Keys in little memory are as many and the same as in a set."""

from hypothesis import given
from hypothesis import strategies as st

from storage.records.keys import KeyList, KeySet

# Few halves, so that keys share the one or the other.
KEYS = st.builds(lambda a, b: a * 8 + b * 8, *[st.sampled_from([b"\x00", b"\x7f", b"\xff", b"a"])] * 2)


@given(st.lists(st.lists(KEYS, max_size=6), max_size=4), st.lists(KEYS, max_size=6))
def test_a_set_of_keys(portions: list[list[bytes]], asked: list[bytes]) -> None:
    kept, known = KeySet(), set()
    for portion in portions:
        told = []
        for key in portion:
            told.append(key in known)
            known.add(key)
        assert kept.add(portion).tolist() == told
        assert len(kept) == len(known)
    assert kept.has(asked).tolist() == [key in known for key in asked]


@given(st.lists(KEYS, max_size=5))
def test_a_list_of_keys(keys: list[bytes]) -> None:
    kept = KeyList()
    kept.extend(keys[:2])
    kept.extend(keys[2:])
    assert (list(kept), len(kept), kept[1:3], kept[-2:]) == (keys, len(keys), keys[1:3], keys[-2:])
    assert [kept[place] for place in range(-len(keys), len(keys))] == keys * 2
