"""Other languages are named kindly; English stays English, however it is typed."""

from __future__ import annotations

import pytest

from coach.language.parse import parse
from coach.language.tongue import tongue

OTHERS = [
    ("Nunca me escuchas y siempre estás con el móvil.", "es"),
    ("Tu ne m'écoutes jamais quand je te parle.", "fr"),
    ("Du hörst mir nie zu und ich bin so müde.", "de"),
    ("Non mi ascolti mai e sono stanca di questo.", "it"),
    ("Você nunca me ouve e eu estou cansada.", "pt"),
    ("Je luistert nooit naar mij en dat is niet eerlijk.", "nl"),
    ("Nigdy mnie nie słuchasz i jestem zmęczona.", "pl"),
    ("Tum kabhi meri baat nahi sunte ho.", "hi"),
    ("तुम मेरी बात कभी नहीं सुनते।", "hi"),
    ("Ты никогда меня не слушаешь.", "ru"),
    ("Ти ніколи мене не слухаєш, і це боляче.", "uk"),
    ("أنت لا تستمع إلي أبدا", "ar"),
    ("你从来不听我说话", "zh"),
    ("あなたは私の話を聞いてくれない", "ja"),
    ("넌 내 말을 안 들어", "ko"),
]
ENGLISH = [
    "u nvr txt me back lol", "ok", "", "👍👍", "Hola!", "pls tlk 2 me", "WHY ARE YOU LATE AGAIN", "Papa, meri jaan, I miss you so much.", "dishes bins laundry floor",
    "Déjà vu: you came home at two.", "yaar you never call na", "Schadenfreude much?", "brb", "asdf qwer zxcv", "C'est la vie, I guess, but it still hurts.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), OTHERS)
def test_another_language_is_named(text: str, code: str) -> None:
    """Its code, and a kind note that the text is kept."""
    found = tongue(parse(text))
    assert found.code == code
    assert found.note is not None
    assert "kept" in found.note


@pytest.mark.parametrize("text", ENGLISH)
def test_english_stays_english(text: str) -> None:
    """Text-speak, typos, one word, emoji, a borrowed word."""
    assert tongue(parse(text)).code == "en"
