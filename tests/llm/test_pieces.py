"""The small pieces: sections of an answer as they arrive, prompts with their values, shapes, settings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, get_args

import pytest
from fault_server import GOOD, GOOD_TEXT, MODEL
from pydantic import ValidationError

from coach import paths
from coach.errors import BadInput, ModelError
from coach.library.prompt import Prompt
from coach.llm.answer import sections
from coach.llm.openai_client import OpenAIModel
from coach.llm.outputs import OUTPUTS, PARTS, items, schema
from coach.llm.prompts import turns
from coach.settings import Settings
from coach.ui.words import VARIATIONS
from coach.wiring import prompts

if TYPE_CHECKING:
    from conftest import Serve

DISHES = "You always leave the dishes in the sink, and I have to wash them when I am tired."


@pytest.mark.parametrize("size", [1, 7, 100, 100_000])
def test_an_answer_reads_the_same_in_any_pieces(size: int) -> None:
    """However the text is cut, the sections are those of the whole, in order."""
    pieces = [GOOD_TEXT[i : i + size] for i in range(0, len(GOOD_TEXT), size)]
    assert list(sections(pieces)) == list(GOOD.items())


def test_a_section_comes_as_soon_as_it_is_whole() -> None:
    """The drafts are there when the next part begins, and never half of them."""
    upto = GOOD_TEXT.index('"your_part"')
    seen = sections(iter([GOOD_TEXT[:upto], GOOD_TEXT[upto:]]))
    assert next(seen) == ("drafts", GOOD["drafts"])


@pytest.mark.parametrize("text", ["", "no", "{", '{"a": 1', '{"a": [1, 2'])
def test_what_is_no_whole_object_is_told(text: str) -> None:
    """Nothing becomes an empty answer in silence."""
    with pytest.raises(ModelError, match="could not be read"):
        list(sections([text]))


def test_values_cannot_leave_their_place() -> None:
    """Braces, quotes and new lines of a value change nothing around it."""
    prompt = Prompt(id="x", version=1, system="s", user="Said: {said}\nEnd", variables=("said",), output="check")
    text = 'a"\nEnd\n{said} {0} ${x} \\'
    user = turns(prompt, {"said": text})[1].text
    assert user == f"Said: {json.dumps(text)}\nEnd"
    assert json.loads(user.removeprefix("Said: ").removesuffix("\nEnd")) == text


@pytest.mark.parametrize("values", [{}, {"said": "x", "more": "y"}])
def test_a_prompt_takes_its_variables_and_no_others(values: dict[str, str]) -> None:
    """Missing and unknown values are faults of ours, and loud."""
    prompt = Prompt(id="x", version=1, system="s", user="{said}", variables=("said",), output="check")
    with pytest.raises(KeyError, match="prompt x"):
        turns(prompt, values)


def test_every_prompt_has_a_shape_and_every_wish_a_button() -> None:
    """Outputs in the files are shapes in the code, and the page offers all wishes."""
    assert set(get_args(Prompt.model_fields["output"].annotation)) == set(OUTPUTS)
    assert set(prompts()["plan"].wishes) == set(VARIATIONS)
    assert set(OUTPUTS["plan"].model_fields) == set(PARTS)


def test_a_schema_is_strict() -> None:
    """Every key is required and none may be added, as strict servers want it; only the parts asked for are in it."""
    whole = schema(["drafts", "your_part"])
    assert list(whole["properties"]) == ["drafts", "your_part"]
    for one in (whole, *whole["$defs"].values()):
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False


def test_what_does_not_fit_its_shape_is_left_out() -> None:
    """One bad item of three costs that one."""
    drafts = [GOOD["drafts"][0], {"style": "loud", "text": "x"}, 7, None]
    assert len(items("drafts", drafts)) == 1


@pytest.mark.parametrize(
    "place", ["", "localhost", "file:///etc/passwd", "http://", "http://a:b@c/v1", "http://a/v1?key=1"]
)
def test_an_address_is_one(place: str) -> None:
    """What cannot be a server's address is refused before anything is opened."""
    with pytest.raises(BadInput, match="must begin with http"):
        OpenAIModel(place, MODEL)


def test_the_key_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings hide it, whichever variable it came from; the coach's own goes first."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-usual")
    assert Settings().model_key.get_secret_value() == "sk-usual"
    monkeypatch.setenv("COACH_MODEL_KEY", "sk-own")
    assert Settings().model_key.get_secret_value() == "sk-own"
    assert "sk-" not in repr(Settings())
    monkeypatch.setenv("COACH_MODEL_SECONDS", "-1")
    with pytest.raises(ValidationError) as error:
        Settings()
    assert "sk-" not in str(error.value)


def test_a_key_alone_sets_up_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has a key in the environment for other programs sends nothing by it."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-usual")
    assert Settings().model == ""


def test_the_command_writes_plans_with_a_model(serve: Serve) -> None:
    """`coach batch plan --engine llm` asks the model, and without one says what to set; nothing is read then."""
    server = serve(lambda wire, n: wire.say(GOOD_TEXT))
    row = json.dumps({"id": 1, "text": DISHES}).encode()

    def run(**environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "coach.cli", "batch", "plan", "--engine", "llm"]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("COACH_MODEL")}
        return subprocess.run(
            command, input=row, capture_output=True, check=False, cwd=paths.ROOT, env={**clean, **environment}
        )

    done = run(COACH_MODEL=MODEL, COACH_MODEL_URL=server.address)
    plan = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert plan["written_by"]["drafts"] == MODEL
    assert plan["drafts"][0]["text"] == GOOD["drafts"][0]["text"]
    without = run(COACH_MODEL="")
    assert without.returncode == 2
    assert b"COACH_MODEL" in without.stderr
    assert b"Nothing was read." in without.stderr
