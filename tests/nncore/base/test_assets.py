"""What ships is read as it was shipped, to the last bit, or one sentence names the file and what to do."""

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest

import nncore.base.assets
from nncore import AssetError, left_out, load_network, read_asset
from nncore.base.assets import ASSETS, checksums, note_checksums


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of assets of our own, with one file in it."""
    monkeypatch.setattr(nncore.base.assets, "ASSETS", tmp_path)
    np.savez(tmp_path / "digits.npz", images=np.arange(3), labels=np.zeros(3))
    (tmp_path / "SHA256SUMS").touch()
    note_checksums("digits.npz")
    return tmp_path


def test_every_asset_has_its_checksum() -> None:
    shipped = [*ASSETS.glob("*.npz"), *ASSETS.glob("fonts/*.[ot]tf")]
    files = {path.relative_to(ASSETS).as_posix(): path.read_bytes() for path in shipped}
    assert checksums() == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def archive(**arrays: object) -> bytes:
    np.savez(file := io.BytesIO(), **arrays)  # type: ignore[arg-type]
    return file.getvalue()


DAMAGED = {
    "empty": b"",
    "a pointer of Git LFS": b"version https://git-lfs.github.com/spec/v1\n",
    "cut short": archive(images=np.arange(3), labels=np.zeros(3))[:300],
    "objects": archive(images=np.array([{}], dtype=object), labels=np.zeros(3)),
    "an array missing": archive(images=np.arange(3)),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_named_even_with_a_checksum_that_fits(content: bytes, assets: Path) -> None:
    (assets / "digits.npz").write_bytes(content)
    note_checksums("digits.npz")
    with pytest.raises(
        AssetError, match=r"assets/digits.npz is missing or damaged: restore it with `git checkout"
    ):
        read_asset("digits.npz", "images", "labels")


def test_a_whole_file_with_other_numbers_is_damage(assets: Path) -> None:
    assert read_asset("digits.npz", "images")[0].tolist() == [0, 1, 2]
    (assets / "digits.npz").write_bytes(archive(images=np.arange(3) + 1, labels=np.zeros(3)))
    with pytest.raises(AssetError, match=r"digits.npz is missing or damaged"):
        read_asset("digits.npz", "images")


@pytest.mark.parametrize("name", ["digits.npz", "SHA256SUMS"])
def test_a_missing_file_is_named(name: str, assets: Path) -> None:
    (assets / name).unlink()
    with pytest.raises(
        AssetError, match=f"assets/{name} is missing or damaged: restore it with `git checkout"
    ):
        read_asset("digits.npz", "images")


def test_our_weights_are_held_against_theirs_too(assets: Path) -> None:
    (assets / "weights.npz").write_bytes((ASSETS / "weights.npz").read_bytes())
    note_checksums("weights.npz")
    assert load_network().sizes == (784, 50, 100, 10)
    with np.load(assets / "weights.npz") as file:
        np.savez(assets / "weights.npz", **{**file, "b3": np.ones(10, np.float32)})
    with pytest.raises(AssetError, match=r"assets/weights.npz is missing or damaged"):
        load_network()


def test_what_a_build_leaves_out_is_known_from_what_is_missing(assets: Path) -> None:
    assert left_out("never.npz")
    (assets / "digits.npz").unlink()
    assert not left_out("digits.npz"), "it has a checksum, so it should be there"


def test_an_installed_copy_advises_to_install_again(monkeypatch, assets: Path) -> None:
    monkeypatch.setattr(nncore.base.assets, "CHECKOUT", False)
    (assets / "digits.npz").unlink()
    with pytest.raises(AssetError, match=r"or damaged: install Gates to Digits again\."):
        read_asset("digits.npz", "images")
