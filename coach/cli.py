"""The `coach` command. Everything heavy is imported by the command that needs it, so that `coach --help` answers at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from coach.errors import CoachError, ContentError

if TYPE_CHECKING:
    from coach.settings import Settings

BATCH_KINDS = ("analyse", "rewrite", "question", "reply", "plan", "review")
_NO_MODEL = (
    "coach: no language model is set up, so --engine llm cannot run. Nothing was read. "
    "Set COACH_MODEL to its name (and COACH_MODEL_URL and COACH_MODEL_KEY where needed; the README says more), or leave "
    "--engine out to use the offline engine, which needs no key and no network."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 when something was found to be wrong, or 2 when the command could not run."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except ContentError as error:
        print(
            f"coach: {len(error.mistakes)} mistakes in the content; `coach check-content` lists them.", file=sys.stderr
        )
        return 2
    except CoachError as error:
        print(f"coach: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output went away, such as `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _serve(options: argparse.Namespace) -> int:
    from coach.server import serve

    serve(port=options.port, share=options.share)
    return 0


def _batch(options: argparse.Namespace) -> int:
    settings = _settings()
    if options.engine == "llm" and not settings.model:
        print(_NO_MODEL, file=sys.stderr)
        return 2
    from coach.batch import run
    from coach.wiring import build_service, connect

    service = build_service(settings)
    if options.engine == "llm":
        service = connect(settings).writing(service)
    return 0 if run(options.kind, sys.stdin.buffer, sys.stdout.buffer, service, settings.batch_size) else 1


def _check_content(options: argparse.Namespace) -> int:
    from coach.content_check import check_content

    return check_content(register=options.register)


def _bench(options: argparse.Namespace) -> int:
    from coach.bench import bench

    return bench(heldout_only=options.heldout, as_json=options.json, write_scores=options.write_scores)


def _train(options: argparse.Namespace) -> int:
    from coach.training.train import train
    from coach.wiring import library

    return train(library())


def _settings() -> Settings:
    from pydantic import ValidationError

    from coach.errors import BadInput
    from coach.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        names = [str(problem["loc"][0]).upper().removeprefix("COACH_") for problem in error.errors()]
        problems = [f"COACH_{name}: {problem['msg']}" for name, problem in zip(names, error.errors(), strict=True)]
        raise BadInput("A setting in the environment does not fit. " + "; ".join(problems)) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coach",
        description="Conversation Coach: find words that can be heard, before a conversation that matters.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="start the app on this computer")
    serve.add_argument("--share", action="store_true", help="let others on this network open it (no password)")
    serve.add_argument("--port", type=_port, help="the port to listen on (8501 unless told)")
    serve.set_defaults(command=_serve)

    batch = commands.add_parser(
        "batch",
        help="read JSON Lines from standard input, write JSON Lines to standard output",
        description="One JSON object a line, in and out, in order. Exit code 1 when any line failed.",
    )
    batch.add_argument("kind", choices=BATCH_KINDS, metavar="KIND", help=", ".join(BATCH_KINDS))
    batch.add_argument(
        "--engine", choices=("offline", "llm"), default="offline", help="who writes (offline unless told)"
    )
    batch.set_defaults(command=_batch)

    check = commands.add_parser("check-content", help="report every mistake in the content")
    check.add_argument("--register", action="store_true", help="add new ids to content/ids.toml first")
    check.set_defaults(command=_check_content)

    bench = commands.add_parser("bench", help="measure the offline engine on the labelled examples")
    bench.add_argument("--heldout", action="store_true", help="only the held-out half")
    bench.add_argument("--json", action="store_true", help="figures as JSON")
    bench.add_argument(
        "--write-scores", action="store_true", help="raise the floors in tests/data/scores.toml to these figures"
    )
    bench.set_defaults(command=_bench)

    train = commands.add_parser(
        "train", help="train what the patterns miss on the labelled examples, and report on authors left out"
    )
    train.set_defaults(command=_train)
    return parser


def _port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() else -1
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, not {text!r}")
    return port


if __name__ == "__main__":
    sys.exit(main())
