"""A prompt and its values → turns. Values go into the user turn alone, each as a JSON string that nothing in it can end."""

from __future__ import annotations

import json
from typing import Any

from coach.library.prompt import Prompt
from coach.llm.port import Turn


def turns(prompt: Prompt, values: dict[str, Any]) -> tuple[Turn, Turn]:
    """The system turn as it stands in the file, and the user turn with its values.

    Raises KeyError when values and declared variables are not the same: that is a fault of ours.
    """
    if set(values) != set(prompt.variables):
        raise KeyError(f"prompt {prompt.id}: expected {sorted(prompt.variables)}, was given {sorted(values)}")
    data = {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    return Turn("system", prompt.system), Turn("user", prompt.user.format(**data))
