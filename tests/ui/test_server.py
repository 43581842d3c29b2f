"""What `coach serve` tells Streamlit; the headers themselves are read in the browser tests."""

from __future__ import annotations

import pytest
from streamlit import config

from coach import server
from coach.ui import invitation, resources


@pytest.mark.parametrize("share", [False, True])
def test_settings_are_known_and_private(share: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """No usage statistics, no error details, our theme, a closed list of names; every key is one Streamlit knows."""
    monkeypatch.setattr(server, "get_internal_ip", lambda: "192.0.2.7")
    ours = server.settings(8765, share)
    assert set(ours) <= set(config._config_options_template)
    assert ours["server.address"] == ("0.0.0.0" if share else "127.0.0.1")
    assert ours["server.port"] == 8765
    assert ours["browser.gatherUsageStats"] is False
    assert ours["client.showErrorDetails"] == "none"
    assert ours["theme.light.backgroundColor"] == "#FBF8F2"
    assert {"127.0.0.1", "localhost"} <= set(ours["server.allowedHosts"])
    assert ("192.0.2.7" in ours["server.allowedHosts"]) is share


def test_a_proxy_in_front_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name may be asked for, and links to rooms carry it."""
    monkeypatch.setenv("COACH_PUBLIC_URL", "https://coach.example/talk/")
    assert "coach.example" in server.own_names(share=False)
    resources.settings.clear()
    assert invitation.link("abc") == "https://coach.example/talk/room#join=abc"
    resources.settings.clear()


def test_policy_names_no_outside_host() -> None:
    """No scheme, no wildcard, no inline script but the one known by its hash."""
    policy = server.content_security_policy("<script>1</script>")
    assert not any(word in policy for word in ("http", "ws:", "*", "unsafe-eval"))
    assert "'sha256-" in policy


def test_sharing_says_what_it_means() -> None:
    """In plain words: who can open it, no password, not encrypted."""
    for words in ("anyone on this network", "no password", "unencrypted"):
        assert words in server.SHARE_WARNING
