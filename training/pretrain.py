"""Pre-training: a pretrained English encoder learns Chinese, or a new encoder learns both.

Two kinds of step alternate. *Pairs*: translation ranking within the batch (Feng et al. 2022, LaBSE,
arXiv:2007.01852) plus distillation of both sides to the frozen English teacher's vectors (Reimers and Gurevych
2020, arXiv:2004.09813). *Masked language*: 15 % of a block's tokens are predicted (Devlin et al. 2019).

Which rows a step sees, and its dropout, depend on seed and step alone, so a run that was killed and resumed gives
the curve of one that was not.

    accelerate launch -m kaozheng.training.pretrain training/configs/pretrain-extend.toml
"""

from __future__ import annotations

import argparse
import json
import logging
import time
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from accelerate import Accelerator, DistributedDataParallelKwargs
from torch.nn import functional
from transformers import BertConfig, BertForMaskedLM

from kaozheng.errors import KaozhengError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["PretrainConfig", "load_config", "pretrain"]

log = logging.getLogger(__name__)
PAD, MASK = 0, 4
MASKED_SHARE = 0.15
TEMPERATURE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class PretrainConfig:
    """All settings of a run; a config file may set any of them and nothing else.

    Attributes:
        data: Folder written by ``kaozheng.training.prepare``.
        out: Folder of checkpoints and curves.
        init: ``extend`` starts from the English teacher's layers, ``scratch`` from noise.
        layers: Transformer layers.
        width: Width of the hidden vectors.
        steps: Optimiser steps, over all processes together one batch each.
        pair_batch: Sentence pairs of a pair step.
        mlm_batch: Blocks of a masked-language step.
        mlm_every: Every how many steps a step is a masked-language one.
        learning_rate: Peak rate; linear warm-up, then linear decay to a tenth.
        warmup: Steps of warm-up.
        weight_decay: Of AdamW.
        checkpoint_every: Steps between checkpoints.
        evaluate_every: Steps between retrieval tests.
        seed: Of data order, masks and dropout.
    """

    data: str
    out: str
    init: str = "extend"
    layers: int = 6
    width: int = 384
    steps: int = 6000
    pair_batch: int = 96
    mlm_batch: int = 24
    mlm_every: int = 3
    learning_rate: float = 3e-4
    warmup: int = 200
    weight_decay: float = 0.01
    checkpoint_every: int = 100
    evaluate_every: int = 200
    seed: int = 13


def load_config(path: Path) -> PretrainConfig:
    """Read a TOML file.

    Raises:
        KaozhengError: The file is missing or broken, or has a key that there is not.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KaozhengError(f"config {path}: {error}") from error
    known = {field.name for field in fields(PretrainConfig)}
    if unknown := set(values) - known:
        raise KaozhengError(f"config {path} has {sorted(unknown)}; there are: {sorted(known)}")
    return PretrainConfig(**values)


def pretrain(config: PretrainConfig) -> None:
    """Run or resume."""
    # Pair steps leave the prediction head unused and masked-language steps use it.
    several = DistributedDataParallelKwargs(find_unused_parameters=True)
    accelerator = Accelerator(mixed_precision="bf16", kwargs_handlers=[several])
    data = Data(Path(config.data))
    out = Path(config.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "config.json").write_text(json.dumps(asdict(config), indent=2) + "\n", encoding="utf-8")
    torch.manual_seed(config.seed)
    model = build_model(config, data)
    optimizer = torch.optim.AdamW(
        _groups(model, config.weight_decay), lr=config.learning_rate, betas=(0.9, 0.98)
    )
    step = resume(out, model, optimizer)
    model, optimizer = accelerator.prepare(model, optimizer)
    model.train()
    tokens, started = 0, time.monotonic()
    while step < config.steps:
        for group in optimizer.param_groups:
            group["lr"] = rate(step, config)
        torch.manual_seed(config.seed * 1_000_003 + step)
        rng = np.random.default_rng([config.seed, step])
        masked = step % config.mlm_every == config.mlm_every - 1
        losses, used = (mlm_step if masked else pair_step)(model, data, config, rng, accelerator)
        loss = torch.stack(list(losses.values())).sum()
        if not torch.isfinite(loss):
            raise KaozhengError(
                f"the loss of step {step} is {loss.item()}; the last checkpoint in {out} is intact"
            )
        accelerator.backward(loss)
        accelerator.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step, tokens = step + 1, tokens + used
        if accelerator.is_main_process:
            entry = {
                "step": step,
                "tokens": used,
                **{name: round(value.item(), 5) for name, value in losses.items()},
            }
            if step % config.evaluate_every == 0 or step == config.steps:
                entry |= retrieval(accelerator.unwrap_model(model), data, accelerator.device)
                log.info("%s %.0f tokens/s", entry, tokens / (time.monotonic() - started))
            with (out / "curve.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(entry) + "\n")
            if step % config.checkpoint_every == 0 or step == config.steps:
                save(out, step, accelerator.unwrap_model(model), optimizer)


class Data:
    """The arrays of ``kaozheng.training.prepare``, memory-mapped where they are large.

    Raises:
        KaozhengError: A file is missing.
    """

    def __init__(self, folder: Path) -> None:
        names = ("mlm.npy", "embeddings.npy", "pairs.npz", "dev.npz")
        if missing := [name for name in names if not (folder / name).exists()]:
            raise KaozhengError(
                f"{folder} lacks {missing}; write them with: python -m kaozheng.training.prepare"
            )
        self.mlm: NDArray[np.uint16] = np.load(folder / "mlm.npy", mmap_mode="r")
        self.embeddings: NDArray[np.float32] = np.load(folder / "embeddings.npy")
        self.pairs = dict(np.load(folder / "pairs.npz"))
        self.dev = dict(np.load(folder / "dev.npz"))
        # Rows of like length together, so that a batch wastes little padding.
        self.by_length = np.argsort(
            (self.pairs["zh"] != PAD).sum(1) + (self.pairs["en"] != PAD).sum(1), kind="stable"
        )


def build_model(config: PretrainConfig, data: Data) -> Student:
    """A BERT with the prepared vocabulary; its layers come from the teacher when extending."""
    pieces = len(data.embeddings)
    model = BertForMaskedLM(
        BertConfig(
            vocab_size=pieces,
            hidden_size=config.width,
            num_hidden_layers=config.layers,
            num_attention_heads=config.width // 32,
            intermediate_size=4 * config.width,
            pad_token_id=PAD,
        )
    )
    if config.init == "extend":
        from kaozheng.training.prepare import load_teacher

        _, teacher = load_teacher()
        state = {name: value for name, value in teacher.state_dict().items() if not name.startswith("pooler")}
        state["embeddings.word_embeddings.weight"] = torch.from_numpy(data.embeddings)
        missing, _ = model.bert.load_state_dict(state, strict=False)
        if missing:
            raise KaozhengError(
                f"the teacher lacks {missing}; layers and width must be the teacher's to extend it"
            )
        model.tie_weights()
    elif config.init != "scratch":
        raise KaozhengError(f"init is {config.init!r}; there are: extend, scratch")
    return Student(model)


def rate(step: int, config: PretrainConfig) -> float:
    """Linear warm-up, then linear decay to a tenth of the peak."""
    if step < config.warmup:
        return config.learning_rate * (step + 1) / config.warmup
    done = (step - config.warmup) / max(1, config.steps - config.warmup)
    return config.learning_rate * (1 - 0.9 * done)


def pair_step(
    model: Any,
    data: Data,
    config: PretrainConfig,
    rng: np.random.Generator,
    accelerator: Accelerator,
) -> tuple[dict[str, torch.Tensor], int]:
    """Ranking within the batch and distillation to the teacher."""
    # A random window of the length order: neighbours in length, shuffled over the run.
    size = config.pair_batch
    first = int(rng.integers(0, len(data.by_length) - 4 * size))
    rows = np.sort(rng.choice(data.by_length[first : first + 4 * size], size, replace=False))
    rows = rows[accelerator.process_index :: accelerator.num_processes]
    device = accelerator.device
    teacher = torch.from_numpy(data.pairs["teacher"][rows].astype(np.float32)).to(device)
    zh, zh_tokens = _encode(model, data.pairs["zh"][rows], device)
    en, en_tokens = _encode(model, data.pairs["en"][rows], device)
    scores = zh @ en.T / TEMPERATURE
    # The same English gloss for two words is no negative.
    same = (teacher @ teacher.T > 0.999) & ~torch.eye(len(rows), dtype=torch.bool, device=device)
    scores = scores.masked_fill(same, -1e4)
    target = torch.arange(len(rows), device=device)
    ranking = (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2
    distance = (1 - (zh * teacher).sum(-1)).mean() + (1 - (en * teacher).sum(-1)).mean()
    return {"ranking": ranking, "distillation": 4 * distance}, zh_tokens + en_tokens


def mlm_step(
    model: Any,
    data: Data,
    config: PretrainConfig,
    rng: np.random.Generator,
    accelerator: Accelerator,
) -> tuple[dict[str, torch.Tensor], int]:
    """Predict masked tokens; the vocabulary projection runs only where a token is masked."""
    rows = np.sort(rng.choice(len(data.mlm), config.mlm_batch, replace=False))
    ids = torch.from_numpy(
        data.mlm[rows[accelerator.process_index :: accelerator.num_processes]].astype(np.int64)
    )
    draw = torch.from_numpy(rng.random(ids.shape))
    chosen = (draw < MASKED_SHARE) & (ids > MASK)
    noisy = ids.clone()
    noisy[chosen & (draw < 0.8 * MASKED_SHARE)] = MASK
    random = torch.from_numpy(rng.integers(5, len(data.embeddings), ids.shape))
    swap = chosen & (draw >= 0.8 * MASKED_SHARE) & (draw < 0.9 * MASKED_SHARE)
    noisy[swap] = random[swap]
    device = accelerator.device
    hidden = model(mode="hidden", input_ids=noisy.to(device), attention_mask=None)
    logits = model(mode="logits", hidden=hidden[chosen.to(device)])
    return {"mlm": functional.cross_entropy(logits.float(), ids[chosen].to(device))}, ids.numel()


def _encode(model: Any, ids: NDArray[np.uint16], device: torch.device) -> tuple[torch.Tensor, int]:
    """Mean-pooled, normalised vectors, shape (rows, width), and how many tokens were read."""
    longest = int((ids != PAD).sum(1).max())
    tokens = torch.from_numpy(ids[:, :longest].astype(np.int64)).to(device)
    mask = tokens != PAD
    hidden = model(mode="hidden", input_ids=tokens, attention_mask=mask.long()).float()
    pooled = (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
    return functional.normalize(pooled, dim=-1), tokens.numel()


class Student(torch.nn.Module):
    """The model behind one `forward`, so that it can be wrapped for several processes."""

    def __init__(self, bert: BertForMaskedLM) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, mode: str, **inputs: Any) -> torch.Tensor:
        """``hidden``: token vectors (rows, length, width); ``logits``: scores over pieces (tokens, pieces)."""
        if mode == "hidden":
            return self.bert.bert(**inputs).last_hidden_state  # type: ignore[no-any-return]
        return self.bert.cls(inputs["hidden"])  # type: ignore[no-any-return]


@torch.inference_mode()
def retrieval(model: Student, data: Data, device: torch.device) -> dict[str, float]:
    """Share of Chinese dev sentences whose own English sentence ranks first, and in the first ten."""
    model.eval()
    sides = []
    for name in ("zh", "en"):
        rows = data.dev[name]
        with torch.autocast(device.type, dtype=torch.bfloat16):
            parts = [_encode(model, rows[first : first + 64], device)[0] for first in range(0, len(rows), 64)]
        sides.append(torch.cat(parts))
    model.train()
    scores = sides[0] @ sides[1].T
    rank = (scores > scores.diagonal().unsqueeze(1)).sum(1)
    return {"zh_en_at_1": (rank < 1).float().mean().item(), "zh_en_at_10": (rank < 10).float().mean().item()}


def save(out: Path, step: int, model: Student, optimizer: Any) -> None:
    """Replace the checkpoint in one move, so that a kill leaves the old or the new one, never half of one."""
    part = out / "checkpoint.part"
    raw = getattr(optimizer, "optimizer", optimizer)
    torch.save({"step": step, "model": model.state_dict(), "optimizer": raw.state_dict()}, part)
    part.replace(out / "checkpoint.pt")


def resume(out: Path, model: Student, optimizer: torch.optim.Optimizer) -> int:
    """Load the checkpoint if there is one; returns the step to go on from and cuts the curve there."""
    path = out / "checkpoint.pt"
    if not path.exists():
        (out / "curve.jsonl").unlink(missing_ok=True)
        return 0
    state = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    step = int(state["step"])
    curve = out / "curve.jsonl"
    kept = [
        line for line in curve.read_text(encoding="utf-8").splitlines() if json.loads(line)["step"] <= step
    ]
    curve.write_text("".join(line + "\n" for line in kept), encoding="utf-8")
    log.info("resumed at step %d", step)
    return step


def _groups(model: torch.nn.Module, weight_decay: float) -> list[dict[str, Any]]:
    """Biases and normalisation weights are not decayed."""
    matrices = [p for p in model.parameters() if p.ndim >= 2]
    vectors = [p for p in model.parameters() if p.ndim < 2]
    return [{"params": matrices, "weight_decay": weight_decay}, {"params": vectors, "weight_decay": 0.0}]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("config", type=Path)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    pretrain(load_config(parser.parse_args().config))


if __name__ == "__main__":
    main()
