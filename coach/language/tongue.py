"""Which language a text is in: the coach reads English, and says so kindly when it meets another.

Told by script, and for Latin letters by function words; English when in doubt, so that text-speak, typos, names and one word stay
English. No model: a few hundred of each language's commonest words are enough from some four words on.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.language.parse import Parsed

_NAMES = {
    "es": "Spanish", "fr": "French", "de": "German", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "sv": "Swedish",
    "tr": "Turkish", "id": "Indonesian", "ro": "Romanian", "vi": "Vietnamese", "tl": "Tagalog", "sw": "Swahili", "hi": "Hindi",
    "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "he": "Hebrew", "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "bn": "Bengali",
    "ta": "Tamil", "te": "Telugu", "gu": "Gujarati", "pa": "Punjabi", "th": "Thai", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
    "am": "Amharic", "ka": "Georgian", "hy": "Armenian", "ml": "Malayalam", "kn": "Kannada",
}  # fmt: skip
# First and last code point of a script, and the language it most often is.
_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"), (0x0400, 0x04FF, "ru"), (0x0530, 0x058F, "hy"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"),
    (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"), (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"), (0x0C80, 0x0CFF, "kn"), (0x0D00, 0x0D7F, "ml"), (0x0E00, 0x0E7F, "th"), (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"), (0x3040, 0x30FF, "ja"), (0x4E00, 0x9FFF, "zh"), (0xAC00, 0xD7AF, "ko"),
)  # fmt: skip
_ENGLISH = frozenset(
    """the a an and or but if so to of in on at for with from by about as is are was were be been am do does did have has had can could will
    would should shall may might must not no yes i you he she it we they me him her us them my your his its our their this that these
    those what when where who why how which there here then than just like get got go going know think feel want need please sorry
    thanks thank love really very too never always again still all some any more much many up out down over back because dont cant wont im
    u ur r ok okay lol hey hi hello omg idk n pls thx tho bc cuz gonna wanna""".split()
)
_WORDS: dict[str, frozenset[str]] = {
    "es": frozenset(
        "el la los las de que y en un una es por con para no se lo le su mi tu me te del al pero como más muy ya eres estás está estoy siempre nunca cuando porque qué sí también todo nada gracias casa eso esto".split()
    ),
    "fr": frozenset(
        "le la les de des du que et en un une est pas ne je tu il elle nous vous ils me te se mon ton son ma ta sa pour avec dans sur mais qui quand parce toujours jamais plus très bien c'est j'ai t'es suis être fait merci ça tout rien au".split()
    ),
    "de": frozenset(
        "der die das und ist nicht ich du er sie es wir ihr mich dich mir dir ein eine einen dem den des zu mit auf für von im am aber wenn dass weil immer nie auch noch schon so wie was mein dein sein hast habe bist bin war sind haben danke".split()
    ),
    "it": frozenset(
        "il lo la gli le di che e in un una è non si per con mi ti ci vi mio tuo suo ma come più sempre mai quando perché sono sei hai ho questo questa tutto niente grazie della del nel anche".split()
    ),
    "pt": frozenset(
        "o os as de que e em um uma é não se por com para me te eu você ele ela nós meu teu seu minha sua mas como mais muito sempre nunca quando porque está estou tudo nada obrigado obrigada isso isto foi do da no na".split()
    ),
    "nl": frozenset(
        "de het een en van ik je jij hij zij wij niet is dat die op te in met voor maar als dan ook nog altijd nooit mijn jouw zijn ben bent was heb hebt heeft omdat waarom wat er aan".split()
    ),
    "pl": frozenset(
        "nie to się na jest że i w z do jak ale co ty ja mnie ciebie mi ci mój twój jesteś jestem zawsze nigdy kiedy dlaczego bardzo tak już dziękuję mam masz był była".split()
    ),
    "sv": frozenset(
        "och att det som en ett är inte jag du han hon vi mig dig min din på för med av till men när alltid aldrig var har kan vad varför så tack".split()
    ),
    "tr": frozenset(
        "bir ve bu da de ben sen o biz siz bana sana benim senin ne için ama çok her zaman hiç değil gibi mi var yok neden teşekkür".split()
    ),
    "id": frozenset(
        "yang dan di ke dari untuk dengan tidak aku saya kamu dia kita kami ini itu selalu pernah kalau karena tapi sudah belum juga lagi ada apa kenapa terima kasih".split()
    ),
    "ro": frozenset(
        "și nu că de la în pe cu un o este eu tu el ea mă te îmi îți meu tău dar când mereu niciodată pentru mai foarte sunt ești ai am ce".split()
    ),
    "vi": frozenset(
        "không là và của có em anh tôi bạn cho với được một những này đó khi vì nhưng luôn rất cảm ơn đi".split()
    ),
    "tl": frozenset(
        "ang ng sa na ay mga ako ikaw ka ko mo hindi lang kasi pero lagi naman ba at para kung siya kami salamat".split()
    ),
    "sw": frozenset(
        "na ya wa ni kwa si wewe mimi yeye sana lakini kwamba hii hiyo kila siku asante nina una kama".split()
    ),
    "hi": frozenset(
        "hai nahi nahin mein kya tum aap main mujhe tumhe mera tera hoon ho ka ki ke ko se aur bhi par kyun kabhi hamesha bahut tha thi kuch yeh woh".split()
    ),
}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENOUGH_WORDS = 3
_FOREIGN_SHARE = 0.3
_SCRIPT_SHARE = 0.5


@dataclass(frozen=True)
class Tongue:
    """ISO 639-1 code, and a sentence for the person when it is not English."""

    code: str
    note: str | None = None


def tongue(parsed: Parsed) -> Tongue:
    """The language of a text, ``en`` when in doubt."""
    text = parsed.text
    if not text.isascii():
        script = _script(text)
        if script:
            return _noted(script)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:2000])]
    if len(words) < _ENOUGH_WORDS:
        return Tongue("en")
    english = sum(word in _ENGLISH for word in words)
    if english * 4 >= len(words):
        return Tongue("en")
    counts = {code: sum(word in known for word in words) for code, known in _WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] >= max(2, _FOREIGN_SHARE * len(words), 2 * english):
        return _noted(best)
    return Tongue("en")


def _noted(code: str) -> Tongue:
    name = _NAMES[code]
    return Tongue(
        code,
        f"This looks like {name}. The coach reads English for now, so it may miss things here. Your text is kept as it is.",
    )


def _script(text: str) -> str | None:
    letters = [ord(char) for char in text[:2000] if char.isalpha()]
    found: Counter[str] = Counter()
    for point in letters:
        if point >= 0x0370:
            found.update(code for low, high, code in _SCRIPTS if low <= point <= high)
    if not found:
        return None
    code, count = found.most_common(1)[0]
    if code == "zh" and found["ja"]:
        code, count = "ja", count + found["ja"]
    if count < _SCRIPT_SHARE * len(letters):
        return None
    if code == "ru" and re.search(r"[іїєґІЇЄҐ]", text):
        return "uk"
    if code == "ar" and re.search(r"[ٹڈڑںےہ]", text):
        return "ur"
    if code == "ar" and re.search(r"[پچژگ]", text):
        return "fa"
    return code
