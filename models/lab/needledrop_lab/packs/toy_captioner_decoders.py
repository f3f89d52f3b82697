"""Three merged decoders, each with past keys and values; see `toy_captioner_graphs`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

from .toy_captioner_graphs import DIMENSION, ids, integers, model, next_word, value

Rows = NDArray[np.float32]
node = helper.make_node


def cached(name: str, length: str) -> ValueInfoProto:
    """Keys or values of one layer with one head."""
    return value(name, ["batch_size", 1, length, DIMENSION])


def logits(rows: Rows) -> ValueInfoProto:
    """The next token, for each token that went in."""
    return value("logits", ["batch_size", "sequence_length", rows.shape[1]])


def branch(name: str, nodes: Sequence[NodeProto], outputs: Sequence[str]) -> object:
    """One side of an `If`; it sees all values of the graph around it."""
    shapes = [value(output, ["batch", "heads", "length", DIMENSION]) for output in outputs]
    return helper.make_graph(list(nodes), name, [], shapes)


def of_pictures(rows: Rows, scenes: int, table: Rows) -> bytes:
    """A language model that sees a picture's encoding at every step: vision-encoder-decoder."""
    nodes, weights = next_word(rows, scenes)
    names = ("key", "value")
    first = [node("Identity", ["new_key"], [f"first_{kind}"]) for kind in names]
    later = [
        node("Concat", [f"past_key_values.0.{kind}", "new_key"], [f"later_{kind}"], axis=2)
        for kind in names
    ]
    return model(
        [
            node("Gather", ["table", "input_ids"], ["embeds"]),
            node("Unsqueeze", ["embeds", "heads"], ["new_key"]),
            node(
                "If",
                ["use_cache_branch"],
                ["present.0.key", "present.0.value"],
                then_branch=branch("later", later, ["later_key", "later_value"]),
                else_branch=branch("first", first, ["first_key", "first_value"]),
            ),
            node("Identity", ["present.0.value"], ["cache"]),
            node("Unsqueeze", ["encoder_hidden_states", "heads"], ["picture"]),
            *nodes,
        ],
        [
            ids("input_ids", "batch_size", "sequence_length"),
            value("encoder_hidden_states", ["batch_size", "encoder_sequence_length", DIMENSION]),
            cached("past_key_values.0.key", "past_decoder_sequence_length"),
            cached("past_key_values.0.value", "past_decoder_sequence_length"),
            value("use_cache_branch", [1], TensorProto.BOOL),
        ],
        [logits(rows), cached("present.0.key", "total"), cached("present.0.value", "total")],
        {**weights, "table": table},
    )


def of_sequences(rows: Rows, scenes: int) -> bytes:
    """The decoder of an encoder-decoder, which keeps the encoding in its cache: florence2.

    As in the exports, a later step gives nothing for the encoding: the first step's stays.
    """
    nodes, weights = next_word(rows, scenes)
    nothing = numpy_helper.from_array(np.zeros((0, 1, 1, DIMENSION), np.float32))
    past = "past_key_values.0"
    outputs = ["decoder.key", "decoder.value", "encoder.key", "encoder.value", "seen"]
    first = [
        node("Identity", ["new_key"], ["first.decoder.key"]),
        node("Identity", ["new_key"], ["first.decoder.value"]),
        node("Unsqueeze", ["encoder_hidden_states", "heads"], ["first.encoder.key"]),
        node("Identity", ["first.encoder.key"], ["first.encoder.value"]),
        node("Identity", ["first.encoder.key"], ["first.seen"]),
    ]
    later = [
        node("Concat", [f"{past}.decoder.key", "new_key"], ["later.decoder.key"], axis=2),
        node("Concat", [f"{past}.decoder.value", "new_key"], ["later.decoder.value"], axis=2),
        node("Constant", [], ["later.encoder.key"], value=nothing),
        node("Constant", [], ["later.encoder.value"], value=nothing),
        node("Identity", [f"{past}.encoder.key"], ["later.seen"]),
    ]
    encoded = "encoder_sequence_length"
    return model(
        [
            node("Identity", ["inputs_embeds"], ["embeds"]),
            node("Unsqueeze", ["embeds", "heads"], ["new_key"]),
            node(
                "If",
                ["use_cache_branch"],
                [*(f"present.0.{output}" for output in outputs[:4]), "picture"],
                then_branch=branch("later", later, [f"later.{output}" for output in outputs]),
                else_branch=branch("first", first, [f"first.{output}" for output in outputs]),
            ),
            node("Identity", ["present.0.decoder.value"], ["cache"]),
            *nodes,
        ],
        [
            ids("encoder_attention_mask", "batch_size", encoded),
            value("encoder_hidden_states", ["batch_size", encoded, DIMENSION]),
            value("inputs_embeds", ["batch_size", "sequence_length", DIMENSION]),
            cached(f"{past}.decoder.key", "past_decoder_sequence_length"),
            cached(f"{past}.decoder.value", "past_decoder_sequence_length"),
            cached(f"{past}.encoder.key", "encoder_sequence_length_out"),
            cached(f"{past}.encoder.value", "encoder_sequence_length_out"),
            value("use_cache_branch", [1], TensorProto.BOOL),
        ],
        [logits(rows), *(cached(f"present.0.{output}", output) for output in outputs[:4])],
        weights,
    )


def of_prompts(rows: Rows, scenes: int) -> bytes:
    """A language model that finds the picture within its prompt: idefics3."""
    nodes, weights = next_word(rows, scenes)
    past = "past_key_values.0"
    return model(
        [
            node("Identity", ["inputs_embeds"], ["embeds"]),
            node("Unsqueeze", ["embeds", "heads"], ["new_key"]),
            node("Concat", [f"{past}.key", "new_key"], ["present.0.key"], axis=2),
            node("Concat", [f"{past}.value", "new_key"], ["present.0.value"], axis=2),
            node("Identity", ["present.0.value"], ["cache"]),
            node("ReduceSum", ["cache", "tokens"], ["picture"]),
            *nodes,
        ],
        [
            value("inputs_embeds", ["batch_size", "sequence_length", DIMENSION]),
            ids("attention_mask", "batch_size", "total_sequence_length"),
            ids("position_ids", "batch_size", "sequence_length"),
            cached(f"{past}.key", "past_sequence_length"),
            cached(f"{past}.value", "past_sequence_length"),
        ],
        [logits(rows), cached("present.0.key", "total"), cached("present.0.value", "total")],
        {**weights, "tokens": integers(2)},
    )
