"""Tiny captioners in the layouts of transformers.js, for tests: see `toy_captioner_graphs`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.decoders import ByteLevel as ByteLevelDecoder
from tokenizers.models import BPE
from tokenizers.pre_tokenizers import ByteLevel
from tokenizers.processors import RobertaProcessing
from tokenizers.trainers import BpeTrainer

from .toy_captioner_decoders import of_pictures, of_prompts, of_sequences
from .toy_captioner_graphs import (
    DIMENSION,
    IS_WORD,
    embed_tokens,
    patch_encoder,
    picture_encoder,
    sequence_encoder,
)

# What a dark picture, a bright one, and a bright blue one show.
ANSWERS = ("a dark street at night", "people walk over sunny sand", "snow falls between blue hills")
EDGE = 16
PATCHES = 4
HALF = [0.5, 0.5, 0.5]
README = "---\nlicense: apache-2.0\n---\n\nWeights set by hand, for tests.\n"


def tokenizer(special: Sequence[str]) -> Tokenizer:
    """Byte-level BPE to which each word of an answer is one token."""
    result = Tokenizer(BPE())
    result.pre_tokenizer = ByteLevel(add_prefix_space=False)
    result.decoder = ByteLevelDecoder()
    trainer = BpeTrainer(
        vocab_size=400,
        show_progress=False,
        special_tokens=list(special),
        initial_alphabet=ByteLevel.alphabet(),
    )
    result.train_from_iterator([f" {answer}" for answer in ANSWERS] * 2, trainer)
    return result


def words(tokens: Tokenizer, answer: str) -> list[int]:
    """The tokens of an answer, one a word."""
    found: list[int] = tokens.encode(f" {answer}", add_special_tokens=False).ids
    if len(found) != len(answer.split()):
        raise ValueError(f"not one token a word: {answer}")
    return found


def rows_for(tokens: Tokenizer, end: str) -> NDArray[np.float32]:
    """[answers * steps, vocabulary]: logits that say each answer, and then `end`."""
    steps = 1 + max(len(answer.split()) for answer in ANSWERS)
    rows = np.zeros((len(ANSWERS) * steps, tokens.get_vocab_size()), np.float32)
    for scene, answer in enumerate(ANSWERS):
        said = words(tokens, answer)
        for step in range(steps):
            token = said[step] if step < len(said) else tokens.token_to_id(end)
            rows[scene * steps + step, token] = 1
    return rows


def table_for(tokens: Tokenizer) -> NDArray[np.float32]:
    """[vocabulary, DIMENSION]: which tokens are words of answers."""
    table = np.zeros((tokens.get_vocab_size(), DIMENSION), np.float32)
    for answer in ANSWERS:
        table[words(tokens, answer), IS_WORD] = 1
    return table


def write(
    folder: Path, tokens: Tokenizer, files: Mapping[str, object], graphs: Mapping[str, bytes]
) -> None:
    """Write a model's folder."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(README, encoding="utf-8")
    (folder / "tokenizer.json").write_text(tokens.to_str(pretty=False) + "\n", encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    for name, graph in graphs.items():
        (folder / "onnx" / f"{name}.onnx").write_bytes(graph)


def write_vit_gpt2(folder: Path) -> None:
    """Vision-encoder-decoder: the picture goes to the decoder at every step."""
    end = "<|endoftext|>"
    tokens = tokenizer([end])
    decoder = {"model_type": "gpt2", "n_layer": 1, "n_head": 1, "n_embd": DIMENSION}
    marks = {"decoder_start_token_id": 0, "eos_token_id": 0, "pad_token_id": 0}
    write(
        folder,
        tokens,
        {
            "config.json": {
                "model_type": "vision-encoder-decoder",
                "architectures": ["VisionEncoderDecoderModel"],
                "is_encoder_decoder": True,
                "encoder": {"model_type": "vit", "image_size": EDGE},
                "decoder": decoder,
                **marks,
            },
            "generation_config.json": {
                "max_length": 16,
                "num_beams": 4,
                "bos_token_id": 0,
                **marks,
            },
            "preprocessor_config.json": {
                "image_processor_type": "ViTFeatureExtractor",
                "do_resize": True,
                "do_normalize": True,
                "image_mean": HALF,
                "image_std": HALF,
                "size": EDGE,
            },
            "tokenizer_config.json": {
                "tokenizer_class": "GPT2Tokenizer",
                "bos_token": end,
                "eos_token": end,
                "unk_token": end,
            },
        },
        {
            "encoder_model_quantized": picture_encoder("last_hidden_state"),
            "decoder_model_merged_quantized": of_pictures(
                rows_for(tokens, end), len(ANSWERS), table_for(tokens)
            ),
        },
    )


def write_florence2(folder: Path) -> None:
    """Florence-2: an encoder reads picture and prompt; the decoder's cache keeps what it read."""
    tokens = tokenizer(["<s>", "<pad>", "</s>", "<unk>"])
    tokens.post_processor = RobertaProcessing(("</s>", 2), ("<s>", 0), add_prefix_space=False)
    marks = {"bos_token_id": 0, "pad_token_id": 1, "eos_token_id": 2, "decoder_start_token_id": 2}
    forced = {"forced_bos_token_id": 0, "forced_eos_token_id": 2}
    language = {
        "model_type": "florence2_language",
        "d_model": DIMENSION,
        **{"encoder_layers": 1, "encoder_attention_heads": 1},
        **{"decoder_layers": 1, "decoder_attention_heads": 1},
    }
    write(
        folder,
        tokens,
        {
            "config.json": {
                "model_type": "florence2",
                "architectures": ["Florence2ForConditionalGeneration"],
                "is_encoder_decoder": True,
                "text_config": {**language, **marks, **forced},
                **marks,
            },
            "generation_config.json": {
                **{"num_beams": 3, "no_repeat_ngram_size": 3},
                **marks,
                **forced,
            },
            "preprocessor_config.json": {
                "image_processor_type": "CLIPImageProcessor",
                "processor_class": "Florence2Processor",
                "do_resize": True,
                "do_rescale": True,
                "rescale_factor": 1 / 255,
                "do_normalize": True,
                "image_mean": [0.485, 0.456, 0.406],
                "image_std": [0.229, 0.224, 0.225],
                "size": {"height": EDGE, "width": EDGE},
            },
            "tokenizer_config.json": {
                "tokenizer_class": "BartTokenizer",
                "model_max_length": 1024,
                **{"bos_token": "<s>", "eos_token": "</s>"},
                **{"pad_token": "<pad>", "unk_token": "<unk>"},
            },
        },
        {
            "vision_encoder": picture_encoder("image_features"),
            "embed_tokens": embed_tokens(table_for(tokens)),
            "encoder_model": sequence_encoder(),
            "decoder_model_merged": of_sequences(rows_for(tokens, "</s>"), len(ANSWERS)),
        },
    )


def write_idefics3(folder: Path) -> None:
    """Idefics3, as SmolVLM: the picture stands within the prompt."""
    around, picture, end = "<fake_token_around_image>", "<image>", "<end_of_utterance>"
    special = ["<|endoftext|>", "<|im_start|>", around, picture, end, "<global-img>"]
    tokens = tokenizer(special)
    marks = {"bos_token_id": 1, "eos_token_id": 4, "pad_token_id": 0}
    text = {
        "model_type": "llama",
        "num_hidden_layers": 1,
        "num_attention_heads": 1,
        "num_key_value_heads": 1,
        "hidden_size": DIMENSION,
        "head_dim": DIMENSION,
    }
    write(
        folder,
        tokens,
        {
            "config.json": {
                "model_type": "idefics3",
                "architectures": ["Idefics3ForConditionalGeneration"],
                "image_token_id": special.index(picture),
                "text_config": text,
                "vision_config": {"model_type": "idefics3_vision", "image_size": EDGE},
            },
            "generation_config.json": marks,
            "preprocessor_config.json": {
                "image_processor_type": "Idefics3ImageProcessor",
                "processor_class": "Idefics3Processor",
                "do_image_splitting": True,
                "image_mean": HALF,
                "image_std": HALF,
                "max_image_size": {"longest_edge": EDGE},
                "size": {"longest_edge": 4 * EDGE},
                "rescale_factor": 1 / 255,
            },
            "processor_config.json": {
                "processor_class": "Idefics3Processor",
                "image_seq_len": PATCHES,
            },
            "tokenizer_config.json": {
                "tokenizer_class": "GPT2Tokenizer",
                "model_max_length": 8192,
                **{"bos_token": "<|im_start|>", "eos_token": end, "pad_token": "<|endoftext|>"},
            },
        },
        {
            "vision_encoder_q4": patch_encoder(PATCHES),
            "embed_tokens_q4": embed_tokens(table_for(tokens)),
            "decoder_model_merged_q4": of_prompts(rows_for(tokens, end), len(ANSWERS)),
        },
    )


def write_toy_captioners(folder: Path) -> None:
    """Write toy-vit-gpt2, toy-florence2 and toy-smolvlm into a folder."""
    write_vit_gpt2(folder / "toy-vit-gpt2")
    write_florence2(folder / "toy-florence2")
    write_idefics3(folder / "toy-smolvlm")
