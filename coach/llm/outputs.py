"""The shape of a model's answer: its JSON schema, and how what came becomes the items of a plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from coach.library.wording import Technique
from coach.model import FollowUp, IStatement, Item, Question, Response, Slot, Style


def _plain(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    whole = value.encode("utf-8", "replace").decode()  # half a surrogate pair is no character
    return " ".join(whole.split()).strip('"“” ')


Said = Annotated[str, BeforeValidator(_plain)]


class _Answer(BaseModel):
    """Unknown keys are passed over: models add them, and servers that ignore the schema let them."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class DraftAnswer(_Answer):
    """A draft as a model writes it."""

    style: Style
    observation: Said = ""
    feeling: Said = ""
    need: Said = ""
    request: Said = ""
    perspective: Said = ""
    text: Said


class FollowUpAnswer(_Answer):
    """A question to go on with."""

    when: Said
    ask: Said


class QuestionAnswer(_Answer):
    """A question as a model writes it."""

    text: Said
    follow_ups: tuple[FollowUpAnswer, ...] = ()


class ResponseAnswer(_Answer):
    """A response as a model writes it."""

    they_say: Said
    text: Said
    technique: str = "validation"
    avoid: Said = ""
    avoid_why: Said = ""


class PlanAnswer(_Answer):
    """All parts that a model can be asked for, in the order in which a person needs them."""

    drafts: tuple[DraftAnswer, ...]
    other_view: tuple[Said, ...]
    your_part: Said
    questions: tuple[QuestionAnswer, ...]
    responses: tuple[ResponseAnswer, ...]


class CheckAnswer(_Answer):
    """One word, to see whether a server does as it is asked."""

    word: str


class PartnerAnswer(_Answer):
    """What the partner of a rehearsal says next."""

    say: Said


OUTPUTS: dict[str, type[BaseModel]] = {"plan": PlanAnswer, "check": CheckAnswer, "partner": PartnerAnswer}
PARTS: tuple[Slot, ...] = ("drafts", "other_view", "your_part", "questions", "responses")
_ONE: dict[Slot, TypeAdapter[Any]] = {
    "drafts": TypeAdapter(DraftAnswer),
    "other_view": TypeAdapter(Said),
    "your_part": TypeAdapter(Said),
    "questions": TypeAdapter(QuestionAnswer),
    "responses": TypeAdapter(ResponseAnswer),
}


def schema(parts: Iterable[Slot]) -> dict[str, Any]:
    """The strict JSON schema of an answer that holds these parts of a plan."""
    return json_schema(PlanAnswer, frozenset(parts))


def json_schema(output: type[BaseModel], wanted: frozenset[str] | None = None) -> dict[str, Any]:
    """The strict JSON schema of an answer, or of some of its keys: every key required, no other allowed."""
    whole = output.model_json_schema()
    whole["properties"] = {
        name: field for name, field in whole["properties"].items() if wanted is None or name in wanted
    }
    for one in (whole, *whole.get("$defs", {}).values()):
        one.pop("description", None)
        one["required"] = list(one["properties"])
        one["additionalProperties"] = False
        for field in one["properties"].values():
            field.pop("default", None)
    return whole


def items(slot: Slot, value: Any) -> list[Item]:
    """What a model sent for a part → items; what does not fit the shape is left out."""
    sent = value if isinstance(value, list) else [value]
    known = []
    for one in sent[:8]:
        try:
            known.append(_item(_ONE[slot].validate_python(one)))
        except ValidationError:
            continue
    return [item for item in known if item]


def _item(answer: Any) -> Item:
    if isinstance(answer, DraftAnswer):
        return IStatement(**answer.model_dump())
    if isinstance(answer, QuestionAnswer):
        follow = tuple(FollowUp(**step.model_dump()) for step in answer.follow_ups[:3])
        return Question(text=answer.text, follow_ups=follow)
    if isinstance(answer, ResponseAnswer):
        technique = answer.technique if answer.technique in get_args(Technique) else "validation"
        return Response(**{**answer.model_dump(), "technique": technique})
    return str(answer)
