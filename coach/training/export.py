"""The taught network → the file that the coach runs: an ONNX graph whose matrices are whole numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from coach.training.encoder import HEADS_OF_ATTENTION, LAYERS, WIDTH

if TYPE_CHECKING:
    from coach.training.encoder import Weights

_OPSET, _IR = 20, 9


class _Graph:
    """Collects operations; each gives back the name of what it makes."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, value: Any) -> str:
        from onnx import numpy_helper

        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def do(self, operation: str, *inputs: str, **how: Any) -> str:
        from onnx import helper

        name = f"{operation}{len(self.nodes)}"
        self.nodes.append(helper.make_node(operation, list(inputs), [name], name=name, **how))
        return name


def write(weights: Weights, path: Path) -> None:
    """Write the network; inputs ids, kinds (batch, n) whole numbers and mask (batch, n); output vectors (batch, n, 384)."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(_model(weights), str(plain))
        # Half of the range is left free, so that processors without newer instructions compute the same.
        quantize_dynamic(plain, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _model(weights: Weights) -> Any:
    from onnx import TensorProto, checker, helper

    graph = _Graph()
    do, constant = graph.do, graph.constant

    def norm(x: str, name: str) -> str:
        scale, shift = constant(weights[f"{name}.weight"]), constant(weights[f"{name}.bias"])
        return do("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-12)

    def linear(x: str, name: str) -> str:
        return do("Add", do("MatMul", x, constant(weights[f"{name}.weight"].T)), constant(weights[f"{name}.bias"]))

    length = do("Slice", do("Shape", "ids"), constant(np.array([1])), constant(np.array([2])))
    places = constant(weights["embeddings.position_embeddings.weight"][:128])
    x = do(
        "Add",
        do("Gather", constant(weights["embeddings.word_embeddings.weight"]), "ids"),
        do("Slice", places, constant(np.array([0])), length, constant(np.array([0]))),
    )
    x = do("Add", x, do("Gather", constant(weights["embeddings.token_type_embeddings.weight"]), "kinds"))
    x = norm(x, "embeddings.LayerNorm")
    unseen = do("Sub", constant(np.float32(1)), do("Unsqueeze", "mask", constant(np.array([1, 2]))))
    hidden = do("Mul", unseen, constant(np.float32(-1e9)))
    split = constant(np.array([0, 0, HEADS_OF_ATTENTION, WIDTH // HEADS_OF_ATTENTION]))
    joined = constant(np.array([0, 0, WIDTH]))
    scale = constant(np.float32(1 / np.sqrt(WIDTH / HEADS_OF_ATTENTION)))
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        query, value = (
            do("Transpose", do("Reshape", linear(x, f"{name}.attention.self.{part}"), split), perm=[0, 2, 1, 3])
            for part in ("query", "value")
        )
        key = do("Transpose", do("Reshape", linear(x, f"{name}.attention.self.key"), split), perm=[0, 2, 3, 1])
        scores = do("Add", do("Mul", do("MatMul", query, key), scale), hidden)
        heard = do("MatMul", do("Softmax", scores, axis=-1), value)
        heard = do("Reshape", do("Transpose", heard, perm=[0, 2, 1, 3]), joined)
        x = norm(do("Add", x, linear(heard, f"{name}.attention.output.dense")), f"{name}.attention.output.LayerNorm")
        inner = do("Gelu", linear(x, f"{name}.intermediate.dense"))
        x = norm(do("Add", x, linear(inner, f"{name}.output.dense")), f"{name}.output.LayerNorm")
    do("Identity", x)
    shape = ["batch", "n"]
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, shape),
            helper.make_tensor_value_info("kinds", TensorProto.INT64, shape),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, shape),
        ],
        [helper.make_tensor_value_info(graph.nodes[-1].output[0], TensorProto.FLOAT, [*shape, WIDTH])],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR)
    checker.check_model(model)
    return model
