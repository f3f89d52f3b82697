"""Graphs of tiny captioners, with the inputs and outputs of the exports for transformers.js.

Their weights are set by hand. A token's vector is [is it a word of an answer, 0, 0, 0]; a
picture's is [0, how bright, how blue, 0]. Decoders add up what is in their cache: so many words
were said, and that is what the picture shows; a table gives the next word. So an answer is right
only if the picture went in as it should, and if the cache of each step went into the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

DIMENSION = 4
IS_WORD, BRIGHT, BLUE = 0, 1, 2
Weights = dict[str, NDArray[np.generic]]
Shape = Sequence[int | str]


def value(name: str, shape: Shape, kind: int = TensorProto.FLOAT) -> ValueInfoProto:
    """An input or output of a graph."""
    return helper.make_tensor_value_info(name, kind, list(shape))


def ids(name: str, *shape: int | str) -> ValueInfoProto:
    """An int64 input."""
    return value(name, shape, TensorProto.INT64)


def model(
    nodes: Sequence[NodeProto],
    inputs: Sequence[ValueInfoProto],
    outputs: Sequence[ValueInfoProto],
    weights: Weights,
) -> bytes:
    """A checked ONNX model."""
    initial = [numpy_helper.from_array(array, name) for name, array in weights.items()]
    graph = helper.make_graph(list(nodes), "captioner", list(inputs), list(outputs), initial)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(made, full_check=True)
    data: bytes = made.SerializeToString()
    return data


def integers(*numbers: int) -> NDArray[np.int64]:
    """A one-dimensional int64 array."""
    return np.array(numbers, np.int64)


def of_picture() -> NDArray[np.float32]:
    """[channels, DIMENSION]: how bright and how blue a colour is."""
    weights = np.zeros((3, DIMENSION), np.float32)
    weights[:, BRIGHT] = 1
    weights[:, BLUE] = (-1, 0, 1)
    return weights


def embed_tokens(table: NDArray[np.float32]) -> bytes:
    """The vectors of tokens: input_ids -> inputs_embeds."""
    return model(
        [helper.make_node("Gather", ["table", "input_ids"], ["inputs_embeds"])],
        [ids("input_ids", "batch_size", "sequence_length")],
        [value("inputs_embeds", ["batch_size", "sequence_length", DIMENSION])],
        {"table": table},
    )


def picture_encoder(output: str) -> bytes:
    """The mean colour: pixel_values [batch, 3, height, width] -> [batch, 1, DIMENSION]."""
    return model(
        [
            helper.make_node("ReduceMean", ["pixel_values"], ["mean"], axes=[2, 3], keepdims=0),
            helper.make_node("MatMul", ["mean", "weights"], ["vector"]),
            helper.make_node("Unsqueeze", ["vector", "second"], [output]),
        ],
        [value("pixel_values", ["batch_size", 3, "height", "width"])],
        [value(output, ["batch_size", 1, DIMENSION])],
        {"weights": of_picture(), "second": integers(1)},
    )


def patch_encoder(patches: int) -> bytes:
    """As `picture_encoder`, for several pictures of one prompt: [pictures, patches, DIMENSION]."""
    return model(
        [
            helper.make_node("Cast", ["pixel_attention_mask"], ["seen"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["seen", "third"], ["mask"]),
            helper.make_node("Mul", ["pixel_values", "mask"], ["masked"]),
            helper.make_node("ReduceMean", ["masked"], ["means"], axes=[3, 4], keepdims=0),
            helper.make_node("Reshape", ["means", "rows"], ["mean"]),
            helper.make_node("MatMul", ["mean", "weights"], ["vector"]),
            helper.make_node("Unsqueeze", ["vector", "second"], ["one"]),
            helper.make_node("Tile", ["one", "repeats"], ["image_features"]),
        ],
        [
            value("pixel_values", ["batch_size", "num_images", 3, "height", "width"]),
            value(
                "pixel_attention_mask",
                ["batch_size", "num_images", "height", "width"],
                TensorProto.BOOL,
            ),
        ],
        [value("image_features", ["pictures", patches, DIMENSION])],
        {
            "weights": of_picture(),
            "second": integers(1),
            "third": integers(2),
            "rows": integers(-1, 3),
            "repeats": integers(1, patches, 1),
        },
    )


def sequence_encoder() -> bytes:
    """What picture and prompt say, added up: inputs_embeds -> last_hidden_state [batch, 1, ...]."""
    return model(
        [helper.make_node("ReduceSum", ["inputs_embeds", "tokens"], ["last_hidden_state"])],
        [
            ids("attention_mask", "batch_size", "encoder_sequence_length"),
            value("inputs_embeds", ["batch_size", "encoder_sequence_length", DIMENSION]),
        ],
        [value("last_hidden_state", ["batch_size", 1, DIMENSION])],
        {"tokens": integers(1)},
    )


def next_word(rows: NDArray[np.float32], scenes: int) -> tuple[list[NodeProto], Weights]:
    """`cache` [batch, 1, past + new, DIMENSION] and `picture` [batch, 1, 1, DIMENSION] -> logits.

    rows: [scenes * steps, vocabulary], the logits after so many words, scene by scene.
    """
    steps = len(rows) // scenes
    node = helper.make_node
    nodes = [
        node("Shape", ["embeds"], ["new"], start=1, end=2),
        node("Neg", ["new"], ["from"]),
        node("CumSum", ["cache", "along"], ["sums"]),
        node("Slice", ["sums", "from", "end", "lengths"], ["said"]),
        node("Gather", ["said", "is_word"], ["words"], axis=3),
        node("Squeeze", ["words", "heads"], ["count"]),
        node("Min", ["count", "last"], ["step"]),
        node("Gather", ["picture", "bright"], ["brightness"], axis=3),
        node("Gather", ["picture", "blue"], ["blueness"], axis=3),
        node("Greater", ["brightness", "zero"], ["is_bright"]),
        node("Greater", ["blueness", "zero"], ["is_blue"]),
        node("And", ["is_bright", "is_blue"], ["is_both"]),
        node("Cast", ["is_bright"], ["first"], to=TensorProto.FLOAT),
        node("Cast", ["is_both"], ["second"], to=TensorProto.FLOAT),
        node("Add", ["first", "second"], ["scene"]),
        node("Squeeze", ["scene", "heads"], ["of_scene"]),
        node("Mul", ["of_scene", "steps"], ["begin"]),
        node("Add", ["begin", "step"], ["place"]),
        node("Cast", ["place"], ["row"], to=TensorProto.INT64),
        node("Gather", ["rows", "row"], ["logits"]),
    ]
    weights: Weights = {
        "rows": rows,
        "along": np.array(2, np.int64),
        "end": integers(np.iinfo(np.int64).max),
        "lengths": integers(2),
        "heads": integers(1),
        "is_word": np.array(IS_WORD, np.int64),
        "bright": np.array(BRIGHT, np.int64),
        "blue": np.array(BLUE, np.int64),
        "zero": np.array(0, np.float32),
        "last": np.array(steps - 1, np.float32),
        "steps": np.array(steps, np.float32),
    }
    return nodes, weights
