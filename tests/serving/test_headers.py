"""Headers of every answer."""

import base64
import hashlib

from serving.headers import Headers, policy
from tests.serving.asking import Inner, ask

COOKIES = (("set-cookie", "_streamlit_user=a; HttpOnly; Path=/"), ("set-cookie", "b=secure-looking"))


def test_every_answer_has_them_once() -> None:
    inner = Inner(headers=(("X-Frame-Options", "SAMEORIGIN"), ("content-type", "text/html")))
    for status in (200, 304, 404, 500):
        inner.status = status
        answer = ask(Headers(inner, https=False))
        assert answer.one("x-frame-options") == "DENY"
        assert answer.one("x-content-type-options") == "nosniff"
        assert answer.one("referrer-policy") == "same-origin"
        assert answer.one("cross-origin-opener-policy") == "same-origin"
        assert answer.one("cross-origin-resource-policy") == "same-origin"
        assert answer.one("permissions-policy")
        assert "frame-ancestors 'none'" in answer.one("content-security-policy")
        assert answer.all("strict-transport-security") == []


def test_the_policy_allows_exactly_the_scripts_that_are_named() -> None:
    script = "\nlet a = 1;\n"
    named = "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"
    rules = dict(rule.strip().split(" ", 1) for rule in policy([script]).split(";"))
    assert rules["script-src"] == f"'self' {named}"
    assert rules["default-src"] == "'none'"
    assert rules["connect-src"] == rules["form-action"] == "'self'"
    assert rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert "unsafe-eval" not in policy([script])
    assert "http" not in policy([])


def test_under_https_cookies_are_for_https() -> None:
    answer = ask(Headers(Inner(headers=COOKIES), https=True))
    assert answer.one("strict-transport-security").startswith("max-age=")
    assert answer.all("set-cookie") == [
        "_streamlit_user=a; HttpOnly; Path=/; Secure",
        "b=secure-looking; Secure",
    ]
    plain = ask(Headers(Inner(headers=COOKIES), https=False))
    assert plain.all("set-cookie") == [value for _, value in COOKIES]
    already = ask(Headers(Inner(headers=(("set-cookie", "a=1; secure"),)), https=True))
    assert already.all("set-cookie") == ["a=1; secure"]


def test_downloads_stay_in_no_cache() -> None:
    kept = Inner(headers=(("cache-control", "public"),))
    assert ask(Headers(kept, https=False), "/media/a.csv").one("cache-control") == "private, no-store"
    assert ask(Headers(kept, https=False), "/static/a.js").one("cache-control") == "public"
