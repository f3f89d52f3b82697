"""A tiny CLAP model in the layout of transformers.js, for tests: random weights, real names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.decoders import ByteLevel as ByteLevelDecoder
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel
from tokenizers.processors import RobertaProcessing
from tokenizers.trainers import BpeTrainer

from .toy import COMMON, SCENES, SOUNDS, VOCABULARY

DIMENSION = 8
MELS = 8
SAMPLE_RATE = 8000
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
CONFIG = {
    "model_type": "clap",
    "architectures": ["ClapModel"],
    "projection_dim": DIMENSION,
    "audio_config": {"model_type": "clap_audio_model", "enable_fusion": False},
    "text_config": {"model_type": "clap_text_model", "max_position_embeddings": 34},
}
PREPROCESSOR = {
    "feature_extractor_type": "ClapFeatureExtractor",
    "processor_class": "ClapProcessor",
    "feature_size": MELS,
    "sampling_rate": SAMPLE_RATE,
    "fft_window_size": 256,
    "hop_length": 160,
    "nb_frequency_bins": 129,
    "nb_max_samples": 10 * SAMPLE_RATE,
    "max_length_s": 10,
    "frequency_min": 50,
    "frequency_max": 4000,
    "padding": "repeatpad",
    "truncation": "rand_trunc",
}
TOKENIZER = {
    "tokenizer_class": "RobertaTokenizer",
    "model_max_length": 32,
    "bos_token": "<s>",
    "eos_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
}
README = "---\nlicense: apache-2.0\n---\n\nRandom weights, for tests.\n"


def tokenizer() -> Tokenizer:
    """Byte-level BPE over about sixty words, with the marks of RoBERTa."""
    result = Tokenizer(BPE(unk_token="<unk>"))
    result.pre_tokenizer = ByteLevel(add_prefix_space=False)
    result.decoder = ByteLevelDecoder()
    words = f"{COMMON} {SOUNDS} {SCENES} {' '.join(VOCABULARY)}".split()
    trainer = BpeTrainer(
        vocab_size=440,
        show_progress=False,
        special_tokens=SPECIAL,
        initial_alphabet=ByteLevel.alphabet(),
    )
    result.train_from_iterator([*words, *(f"a {word}" for word in words)], trainer)
    result.post_processor = RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    return result


def graph(
    name: str,
    nodes: Sequence[onnx.NodeProto],
    inputs: Sequence[onnx.ValueInfoProto],
    output: str,
    weights: dict[str, NDArray[np.generic]],
) -> bytes:
    """A checked ONNX model with one output, float32 [batch, DIMENSION]."""
    made = helper.make_graph(
        list(nodes),
        name,
        list(inputs),
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", DIMENSION])],
        [numpy_helper.from_array(value, key) for key, value in weights.items()],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    data: bytes = model.SerializeToString()
    return data


def text_model(words: int, numbers: np.random.Generator) -> bytes:
    """The mean of the tokens' random vectors: int64 [batch, tokens] twice -> text_embeds."""
    kind = TensorProto.INT64
    return graph(
        "text",
        [
            helper.make_node("Gather", ["table", "input_ids"], ["vectors"]),
            helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
            helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
            helper.make_node("Mul", ["vectors", "column"], ["masked"]),
            helper.make_node("ReduceSum", ["masked", "tokens"], ["text_embeds"], keepdims=0),
        ],
        [
            helper.make_tensor_value_info(name, kind, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask")
        ],
        "text_embeds",
        {
            "table": numbers.standard_normal((words, DIMENSION)).astype(np.float32),
            "last": np.array([2], np.int64),
            "tokens": np.array([1], np.int64),
        },
    )


def constant_text_model(numbers: np.random.Generator) -> bytes:
    """The same embedding for every text, as a conversion that lost its weights gives it."""
    kind = TensorProto.INT64
    return graph(
        "text",
        [
            helper.make_node("Add", ["input_ids", "attention_mask"], ["both"]),
            helper.make_node("ReduceSum", ["both", "tokens"], ["sums"], keepdims=1),
            helper.make_node("Cast", ["sums"], ["floats"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["floats", "none"], ["zeros"]),
            helper.make_node("Add", ["zeros", "always"], ["text_embeds"]),
        ],
        [
            helper.make_tensor_value_info(name, kind, ["batch", "tokens"])
            for name in ("input_ids", "attention_mask")
        ],
        "text_embeds",
        {
            "tokens": np.array([1], np.int64),
            "none": np.array([0], np.float32),
            "always": numbers.standard_normal((1, DIMENSION)).astype(np.float32),
        },
    )


def audio_model(numbers: np.random.Generator) -> bytes:
    """A random projection of the mean spectrum: [batch, 1, frames, MELS] -> audio_embeds."""
    return graph(
        "audio",
        [
            helper.make_node("ReduceMean", ["input_features"], ["mels"], axes=[1, 2], keepdims=0),
            helper.make_node("ReduceMean", ["mels"], ["level"], axes=[1], keepdims=1),
            helper.make_node("Sub", ["mels", "level"], ["shape"]),
            helper.make_node("MatMul", ["shape", "projection"], ["audio_embeds"]),
        ],
        [
            helper.make_tensor_value_info(
                "input_features", TensorProto.FLOAT, ["batch", 1, "frames", MELS]
            )
        ],
        "audio_embeds",
        {"projection": numbers.standard_normal((MELS, DIMENSION)).astype(np.float32)},
    )


def write_toy_clap(folder: Path) -> None:
    """Write the folder, and beside it `FOLDER-constant-text.onnx`, a broken text model."""
    numbers = np.random.default_rng(7)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    words = tokenizer()
    (folder / "tokenizer.json").write_text(words.to_str(pretty=False) + "\n", encoding="utf-8")
    for name, content in (
        ("config.json", CONFIG),
        ("preprocessor_config.json", PREPROCESSOR),
        ("tokenizer_config.json", TOKENIZER),
    ):
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(README, encoding="utf-8")
    size = words.get_vocab_size()
    (folder / "onnx" / "text_model.onnx").write_bytes(text_model(size, numbers))
    (folder / "onnx" / "audio_model.onnx").write_bytes(audio_model(numbers))
    broken = folder.with_name(f"{folder.name}-constant-text.onnx")
    broken.write_bytes(constant_text_model(numbers))
