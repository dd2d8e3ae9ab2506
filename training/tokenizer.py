"""A bilingual subword tokenizer: the English pieces of a WordPiece vocabulary, Chinese pieces learned from text.

A Unigram model holds both. Latin words start with ``▁`` and keep their WordPiece pieces (``▁min`` + ``ing``), so
that a pretrained English encoder's vectors carry over; Chinese runs need no marker, one piece serves at any
place. Digits stand alone, full-width forms become half-width, and what no piece covers falls back to UTF-8
bytes, so that no text is lost. Traditional characters are folded before (`kaozheng.data.text.fold`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from kaozheng.data.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["SPECIAL", "build_tokenizer", "count_english", "fertility", "learn_chinese"]

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_CHINESE_RUN = re.compile(r"[㐀-鿿]+")
_LATIN_PIECE = re.compile(r"(?:▁?[a-z]+|[!-~°±×–—‘’“”…€£¥]|▁)\Z")
_LONGEST_PIECE = 4


def learn_chinese(lines: Iterable[str], *, size: int) -> list[tuple[str, float]]:
    """Chinese pieces with their log probabilities, by the Unigram algorithm (Kudo 2018, arXiv:1804.10959).

    Args:
        lines: Chinese text; only its runs of Chinese characters count.
        size: How many pieces to keep.

    Returns:
        Piece and natural log probability, most probable first.
    """
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        unk_token=SPECIAL[1],
        special_tokens=[SPECIAL[1]],
        max_piece_length=_LONGEST_PIECE,
        show_progress=False,
    )
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.train_from_iterator(
        (run for line in lines for run in _CHINESE_RUN.findall(fold(line))), trainer
    )
    pieces = _unigram_pieces(tokenizer)
    return sorted((p for p in pieces if p[0] != "[UNK]"), key=lambda piece: -piece[1])


def _unigram_pieces(tokenizer: Tokenizer) -> list[tuple[str, float]]:
    """Pieces and scores out of a Unigram tokenizer; the library shows them only in its JSON."""
    return [(piece, score) for piece, score in json.loads(tokenizer.to_str())["model"]["vocab"]]


def count_english(lines: Iterable[str], vocabulary: Mapping[str, int]) -> Counter[str]:
    """How often each WordPiece piece (``##`` form) is used in English text, by greedy longest match."""
    counts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for line in lines:
        words.update(re.findall(r"[a-z]+", line.lower()))
    for word, number in words.items():
        for piece in _greedy(word, vocabulary):
            counts[piece] += number
    return counts


def _greedy(word: str, vocabulary: Mapping[str, int]) -> Iterator[str]:
    start = 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            if prefix + word[start:end] in vocabulary:
                yield prefix + word[start:end]
                start = end
                break
        else:
            return


def build_tokenizer(english: Iterable[str], chinese: Iterable[tuple[str, float]]) -> Tokenizer:
    """The tokenizer over both vocabularies.

    Args:
        english: WordPiece pieces, most frequent first (``mining``, ``##ing``, ``%``).
        chinese: Pieces with log probabilities.

    >>> tokenizer = build_tokenizer(["min", "##ing", "r", "##e", "f", "-", "%"], [("稀土", -3.0), ("储量", -4.0)])
    >>> tokenizer.encode("稀土储量Mining ３８%").tokens[1:-1]
    ['稀土', '储量', '▁min', 'ing', '3', '8', '%']
    """
    pieces: dict[str, float] = dict.fromkeys(SPECIAL, 0.0)
    pieces |= {f"<0x{byte:02X}>": -30.0 for byte in range(256)}
    pieces |= dict.fromkeys("0123456789", -5.0)
    for rank, piece in enumerate(english):
        name = (
            piece.removeprefix("##") if piece.startswith("##") else f"▁{piece}" if piece.isalpha() else piece
        )
        if _LATIN_PIECE.match(name):
            # Nearly equal scores make the fewest pieces win, as greedy longest match mostly does.
            pieces.setdefault(name, -10.0 - rank * 1e-4)
    pieces.setdefault("▁", -10.0)
    for piece, score in chinese:
        pieces.setdefault(piece, score)
    tokenizer = Tokenizer(models.Unigram(list(pieces.items()), unk_id=1, byte_fallback=True))
    tokenizer.add_special_tokens(list(SPECIAL))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKD(),
            normalizers.StripAccents(),
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"(?<![a-z▁])(?=[a-z])"), "▁"),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.WhitespaceSplit(),
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}▁]"), "isolated"),
        ]
    )
    tokenizer.decoder = decoders.Sequence(
        [decoders.ByteFallback(), decoders.Metaspace(prepend_scheme="never"), decoders.Fuse()]
    )
    ids = [(name, tokenizer.token_to_id(name)) for name in ("[CLS]", "[SEP]")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=ids
    )
    return tokenizer


def fertility(tokenizer: Tokenizer, lines: Iterable[str]) -> float:
    """Tokens per character of text that is not white space, without the sentence marks."""
    tokens = characters = 0
    for line in lines:
        tokens += len(tokenizer.encode(fold(line), add_special_tokens=False).ids)
        characters += sum(not character.isspace() for character in line)
    return tokens / max(1, characters)
