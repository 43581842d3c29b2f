"""Where content, prompts and the app file are: in a checkout beside the package, in a wheel inside it."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent

CONTENT = ROOT / "content"
PROMPTS = ROOT / "prompts"
APP = ROOT / "streamlit_app.py"
STREAMLIT_CONFIG = ROOT / ".streamlit" / "config.toml"
