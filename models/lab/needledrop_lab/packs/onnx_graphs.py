"""Towers -> ONNX graphs, as they are or small: int8 weights, float32 arithmetic.

Only weights are quantised. Quantised activations would turn the last-bit differences between
devices into whole steps, and WASM and WebGPU must agree.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn

OPSET = 18
LEAST_ELEMENTS = 4_000  # smaller tables stay as they are
FRONT_END = "power."  # its tables: quiet partials beside loud ones need all their bits


def export_text(tower: nn.Module, path: Path, quantised: bool = True) -> None:
    """Write text.onnx: input_ids, attention_mask int64 [B, T] -> embedding [B, dimension]."""
    example = (torch.ones(2, 5, dtype=torch.long), torch.ones(2, 5, dtype=torch.long))
    batch, tokens = torch.export.Dim("batch"), torch.export.Dim("tokens", min=2, max=512)
    axes = {0: batch, 1: tokens}
    model = _export(tower, example, ["input_ids", "attention_mask"], (axes, axes))
    if quantised:
        quantise_embeddings(model)
    _save(model, path, quantised)


def export_audio(
    graph: nn.Module,
    samples: int,
    path: Path,
    quantised: bool = True,
    blocks_per_section: int = 1,
) -> None:
    """Write audio.onnx: audio float32 [B, samples of one section] -> embedding [B, dimension].

    With more than one block per section it takes two inputs, audio float32 [blocks, samples of one
    block] and sections int64 [B, blocks_per_section], the blocks of each section in order of time.
    """
    batch, inputs = torch.export.Dim("batch"), ["audio"]
    example: tuple[torch.Tensor, ...] = (torch.zeros(2, samples),)
    axes: tuple[object, ...] = ({0: batch},)
    if blocks_per_section > 1:
        rows = torch.arange(2)[:, None] + torch.arange(blocks_per_section)
        audio = torch.zeros(blocks_per_section + 1, samples // blocks_per_section)
        inputs, example = ["audio", "sections"], (audio, rows)
        axes = ({0: torch.export.Dim("blocks")}, {0: batch})
    model = _export(graph, example, inputs, axes)
    _save(model, path, quantised)


def export_unquantised(
    graph: nn.Module, example: torch.Tensor, axes: dict[int, object], output: str, path: Path
) -> None:
    """Write a graph as it is: audio, like `example` and dynamic in `axes` -> `output`."""
    model = _export(graph, (example,), ["audio"], (axes,), output)
    _save(model, path, quantised=False)


def quantise_products(model: onnx.ModelProto) -> None:
    """Store every constant right factor of a MatMul as int8 times one scale a column.

    Cast and Mul of constants are folded into one float matrix when a session is created: the file
    is small, and the arithmetic at run time is that of the unquantised graph.
    """
    graph = model.graph
    tables = {t.name: t for t in graph.initializer}
    products = {n.input[1] for n in graph.node if n.op_type == "MatMul"}
    for name in sorted(products & tables.keys()):
        if name.startswith(FRONT_END) or np.prod(tables[name].dims) < LEAST_ELEMENTS:
            continue
        nodes, stored = stored_as_steps(name, numpy_helper.to_array(tables[name]), axis=0)
        graph.initializer.remove(tables[name])
        graph.initializer.extend(stored)
        for place, node in enumerate(nodes):
            graph.node.insert(place, node)


def quantise_embeddings(model: onnx.ModelProto) -> None:
    """Turn each Gather from a float table into a Gather of int8 rows, times the row's scale."""
    graph = model.graph
    tables = {t.name: t for t in graph.initializer}
    for index in reversed(range(len(graph.node))):
        node = graph.node[index]
        table = tables.get(node.input[0]) if node.op_type == "Gather" else None
        if table is None or np.prod(table.dims) < LEAST_ELEMENTS:
            continue
        name = table.name
        steps, scale = _steps(numpy_helper.to_array(table), axis=1)
        graph.initializer.remove(table)
        graph.initializer.extend(_stored(name, steps, scale))
        replacement = [
            helper.make_node("Gather", [f"{name}.steps", node.input[1]], [f"{name}.picked"]),
            helper.make_node("Cast", [f"{name}.picked"], [f"{name}.float"], to=1),
            helper.make_node("Gather", [f"{name}.scale", node.input[1]], [f"{name}.scales"]),
            helper.make_node("Mul", [f"{name}.float", f"{name}.scales"], [node.output[0]]),
        ]
        graph.node.remove(node)
        for offset, new in enumerate(replacement):
            graph.node.insert(index + offset, new)


def stored_as_steps(
    name: str, values: np.ndarray, axis: int | tuple[int, ...]
) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """Nodes that give the value `name`, and the tables that they make it of; `axis` as in numpy's
    max: values along it share a scale."""
    steps, scale = _steps(values, axis)
    cast = helper.make_node("Cast", [f"{name}.steps"], [f"{name}.float"], to=1)
    product = helper.make_node("Mul", [f"{name}.float", f"{name}.scale"], [name])
    return [cast, product], _stored(name, steps, scale)


def _steps(values: np.ndarray, axis: int | tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """int8 steps of -127..127 and the float32 size of a step, one along `axis`."""
    largest = np.abs(values).max(axis=axis, keepdims=True)
    scale = (np.maximum(largest, 1e-12) / 127).astype(np.float32)
    return np.rint(values / scale).astype(np.int8), scale


def _stored(name: str, steps: np.ndarray, scale: np.ndarray) -> list[onnx.TensorProto]:
    return [
        numpy_helper.from_array(steps, f"{name}.steps"),
        numpy_helper.from_array(scale, f"{name}.scale"),
    ]


def _save(model: onnx.ModelProto, path: Path, quantised: bool) -> None:
    if quantised:
        quantise_products(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _export(
    module: nn.Module,
    example: tuple[torch.Tensor, ...],
    inputs: list[str],
    axes: tuple[object, ...],
    output: str = "embedding",
) -> onnx.ModelProto:
    program = torch.onnx.export(
        module.eval(),
        example,
        input_names=inputs,
        output_names=["final_output"],
        dynamic_shapes=axes,
        opset_version=OPSET,
        dynamo=True,
        optimize=True,
        verbose=False,
    )
    assert program is not None
    model: onnx.ModelProto = program.model_proto
    strip_traces(model)
    # The exporter may call an inner value so too; therefore the output takes that name last.
    rename_value(model.graph, output, f"inner_{output}")
    rename_value(model.graph, "final_output", output)
    return model


def rename_value(graph: onnx.GraphProto, old: str, new: str) -> None:
    """Rename one value wherever it is written, read or declared."""
    for node in graph.node:
        for names in (node.input, node.output):
            names[:] = [new if name == old else name for name in names]
    for value in [*graph.output, *graph.value_info]:
        if value.name == old:
            value.name = new


def strip_traces(model: onnx.ModelProto) -> None:
    """Drop the exporter's notes: they hold source paths of the machine that exported."""
    del model.metadata_props[:]
    model.doc_string = ""
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in [*model.graph.input, *model.graph.output, *model.graph.value_info]:
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    for tensor in model.graph.initializer:
        del tensor.metadata_props[:]
