"""The net as an ONNX graph: int8 weights, float32 arithmetic, as in the packs.

pictures float32 [n, 224 * 224 * 3]: red, green, blue of each pixel, 0 to 255, row by row
seen     float32 [n, 1000 + 1280]: logits of ImageNet's classes, then the features
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from ..packs.onnx_graphs import OPSET, stored_as_steps
from .net import CLASSES, EDGE, FEATURES, Convolution, Net

INPUT, OUTPUT = "pictures", "seen"
MIDDLE = 127.5  # (x - MIDDLE) / MIDDLE lies between -1 and 1


def graph_of(net: Net, quantised: bool) -> onnx.ModelProto:
    """The net as a graph, with int8 weights or as it is."""
    writer = _Writer(quantised)
    x = writer.add("Reshape", [INPUT, writer.keep("shape", np.array([-1, EDGE, EDGE, 3]))])
    x = writer.add("Transpose", [x], perm=[0, 3, 1, 2])
    middle = writer.keep("middle", np.float32(MIDDLE))
    x = writer.add("Div", [writer.add("Sub", [x, middle]), middle])
    for block in net.blocks:
        before = x
        for convolution in block.convolutions:
            x = writer.convolve(x, convolution)
        if block.residual:
            x = writer.add("Add", [before, x])
    features = writer.add("Flatten", [writer.add("GlobalAveragePool", [x])])
    weight = writer.weight("classes", net.weight, axis=0)
    product = writer.add("MatMul", [features, weight])
    logits = writer.add("Add", [product, writer.keep("classes.bias", net.bias)])
    writer.add("Concat", [logits, features], output=OUTPUT, axis=1)
    return writer.model()


class _Writer:
    """Collects nodes and tables of a graph."""

    def __init__(self, quantised: bool) -> None:
        self._quantised = quantised
        self._nodes: list[onnx.NodeProto] = []
        self._tables: list[onnx.TensorProto] = []

    def add(
        self, kind: str, inputs: Sequence[str], output: str | None = None, **attributes: object
    ) -> str:
        """A node; returns the name of its output."""
        name = output or f"{kind.lower()}{len(self._nodes)}"
        node = helper.make_node(kind, list(inputs), [name])
        node.attribute.extend(helper.make_attribute(*pair) for pair in attributes.items())
        self._nodes.append(node)
        return name

    def keep(self, name: str, values: np.ndarray | np.float32) -> str:
        """A table as it is."""
        self._tables.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def weight(self, name: str, values: np.ndarray, axis: int | tuple[int, ...]) -> str:
        """A table of weights, with one scale where `axis` does not reach."""
        if not self._quantised:
            return self.keep(name, values)
        nodes, tables = stored_as_steps(name, values, axis)
        self._nodes.extend(nodes)
        self._tables.extend(tables)
        return name

    def convolve(self, x: str, layer: Convolution) -> str:
        size = layer.weight.shape[2]
        weight = self.weight(layer.name, layer.weight, axis=(1, 2, 3))
        bias = self.keep(f"{layer.name}.bias", layer.bias)
        y = self.add(
            "Conv",
            [x, weight, bias],
            kernel_shape=[size, size],
            strides=[layer.stride, layer.stride],
            group=layer.groups,
            auto_pad="SAME_UPPER",
        )
        if not layer.clipped:
            return y
        return self.add("Clip", [y, self._bound("zero", 0), self._bound("six", 6)])

    def _bound(self, name: str, value: float) -> str:
        if all(table.name != name for table in self._tables):
            self.keep(name, np.float32(value))
        return name

    def model(self) -> onnx.ModelProto:
        taken = helper.make_tensor_value_info(
            INPUT, TensorProto.FLOAT, ["pictures", EDGE * EDGE * 3]
        )
        given = helper.make_tensor_value_info(
            OUTPUT, TensorProto.FLOAT, ["pictures", CLASSES + FEATURES]
        )
        graph = helper.make_graph(self._nodes, "eye", [taken], [given], self._tables)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
        model.ir_version = 10
        onnx.checker.check_model(model)
        return model
