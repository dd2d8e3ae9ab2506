"""Pre-training on a tiny model: a run that is cut and resumed gives the curve of one that is not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from kaozheng.errors import KaozhengError
from kaozheng.training import pretrain as module
from kaozheng.training.pretrain import PretrainConfig, load_config, pretrain

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore")  # torch's and accelerate's own
PIECES, ROWS, TOKENS, WIDTH = 300, 64, 12, 32


@pytest.fixture
def config(tmp_path: Path) -> PretrainConfig:
    """A config over random data in the form that ``kaozheng.training.prepare`` writes."""
    data = tmp_path / "prep"
    data.mkdir()
    rng = np.random.default_rng(0)
    ids = rng.integers(5, PIECES, (3, ROWS, TOKENS)).astype(np.uint16)
    vectors = rng.standard_normal((ROWS, WIDTH))
    teacher = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float16)
    np.save(data / "mlm.npy", ids[0])
    np.save(data / "embeddings.npy", rng.standard_normal((PIECES, WIDTH)).astype(np.float32))
    for name in ("pairs.npz", "dev.npz"):
        np.savez(data / name, zh=ids[1], en=ids[2], teacher=teacher)
    return PretrainConfig(
        data=str(data),
        out=str(tmp_path / "run"),
        init="scratch",
        layers=1,
        width=WIDTH,
        steps=8,
        pair_batch=8,
        mlm_batch=4,
        warmup=2,
        checkpoint_every=2,
        evaluate_every=4,
    )


def curve(config: PretrainConfig, tmp_path: Path) -> list[dict[str, float]]:
    lines = (tmp_path / config.out / "curve.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_resumed_run_gives_the_same_curve(
    config: PretrainConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretrain(config)
    whole = curve(config, tmp_path)
    cut = replace(config, out=str(tmp_path / "cut"))
    save = module.save

    def save_and_die(out: Path, step: int, *rest: Any) -> None:
        save(out, step, *rest)
        if step == 4:
            raise ConnectionAbortedError("killed")

    monkeypatch.setattr(module, "save", save_and_die)
    with pytest.raises(ConnectionAbortedError):
        pretrain(cut)
    monkeypatch.setattr(module, "save", save)
    pretrain(cut)
    resumed = curve(cut, tmp_path)
    assert [entry["step"] for entry in resumed] == list(range(1, 9))
    for one, other in zip(whole, resumed, strict=True):
        assert one == pytest.approx(other, abs=2e-3)


def test_missing_shard_is_named(config: PretrainConfig, tmp_path: Path) -> None:
    (tmp_path / "prep" / "mlm.npy").unlink()
    with pytest.raises(KaozhengError, match=r"mlm\.npy"):
        pretrain(config)


def test_unknown_key_is_named(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('data = "d"\nout = "o"\nlearning_rat = 1\n', encoding="utf-8")
    with pytest.raises(KaozhengError, match="learning_rat"):
        load_config(path)
