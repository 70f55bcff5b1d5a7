"""What ships is read as it was shipped, to the last bit, or one sentence names the file and what to do."""

import hashlib
import io
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

import nncore.base.assets
from nncore import AssetError, left_out, load_network, read_asset
from nncore.base.assets import ASSETS, checksums, note_checksums


def damaged_files() -> dict[str, bytes]:
    whole = io.BytesIO()
    np.savez_compressed(whole, images=np.random.default_rng(0).integers(0, 99, 5000), labels=np.zeros(3))
    content = whole.getvalue()
    middle = len(content) // 3
    npy = io.BytesIO()
    np.save(npy, np.zeros(3))
    objects = io.BytesIO()
    np.savez(objects, images=np.array([{}], dtype=object), labels=np.zeros(3))
    others = io.BytesIO()
    with zipfile.ZipFile(others, "w") as archive:
        archive.writestr("readme.txt", "no arrays here")
    return {
        "empty": b"",
        "text": b"version https://git-lfs.github.com/spec/v1\n",
        "truncated": content[:middle],
        "overwritten": content[:middle] + bytes(200) + content[middle + 200 :],
        "bare array": npy.getvalue(),
        "objects": objects.getvalue(),
        "without arrays": others.getvalue(),
    }


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of assets of our own, with one file in it."""
    monkeypatch.setattr(nncore.base.assets, "ASSETS", tmp_path)
    np.savez(tmp_path / "digits.npz", images=np.arange(3), labels=np.zeros(3))
    (tmp_path / "SHA256SUMS").touch()
    note_checksums("digits.npz")
    return tmp_path


def test_every_asset_has_its_checksum() -> None:
    shipped = [*ASSETS.glob("*.npz"), *ASSETS.glob("fonts/*.otf")]
    files = {path.relative_to(ASSETS).as_posix(): path.read_bytes() for path in shipped}
    assert checksums() == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


@pytest.mark.parametrize("name", sorted(damaged_files()))
def test_a_damaged_file_is_named(name: str, assets: Path) -> None:
    (assets / "digits.npz").write_bytes(damaged_files()[name])
    with pytest.raises(AssetError, match=r"digits.npz is damaged: restore it with `git checkout") as refused:
        read_asset("digits.npz", "images", "labels")
    note_checksums("digits.npz")  # even with a checksum that fits
    with pytest.raises(AssetError) as again:
        read_asset("digits.npz", "images", "labels")
    assert str(again.value) == str(refused.value)


def test_a_whole_file_with_other_numbers_is_damage(assets: Path) -> None:
    assert read_asset("digits.npz", "images")[0].tolist() == [0, 1, 2]
    np.savez(assets / "digits.npz", images=np.arange(3) + 1, labels=np.zeros(3))
    with pytest.raises(AssetError, match=r"assets/digits.npz is damaged: restore it with `git checkout"):
        read_asset("digits.npz", "images")


def test_a_missing_file_is_named(assets: Path) -> None:
    (assets / "digits.npz").unlink()
    with pytest.raises(AssetError, match=r"assets/digits.npz is missing: restore it with `git checkout"):
        read_asset("digits.npz", "images")


def test_a_folder_in_its_place_is_damage(assets: Path) -> None:
    (assets / "digits.npz").unlink()
    (assets / "digits.npz").mkdir()
    with pytest.raises(AssetError, match=r"assets/digits.npz is damaged: restore it with `git checkout"):
        read_asset("digits.npz", "images")


@pytest.mark.usefixtures("assets")
def test_a_missing_array_is_damage() -> None:
    with pytest.raises(AssetError, match="is damaged"):
        read_asset("digits.npz", "no_such_array")


@pytest.mark.parametrize(("left", "state"), [(None, "missing"), ("", "damaged"), ("é\n\n  x", "damaged")])
def test_without_its_checksum_a_file_is_not_trusted(left: str | None, state: str, assets: Path) -> None:
    (assets / "SHA256SUMS").unlink()
    if left is not None:
        (assets / "SHA256SUMS").write_text(left)
    with pytest.raises(AssetError, match=f"assets/SHA256SUMS is {state}: restore it with `git checkout"):
        read_asset("digits.npz", "images")


def test_noting_a_checksum_keeps_the_others(assets: Path) -> None:
    before = checksums()
    (assets / "a.npz").write_bytes(b"a")
    note_checksums("a.npz")
    assert checksums() == before | {"a.npz": hashlib.sha256(b"a").hexdigest()}


def test_our_weights_are_held_against_theirs_too(assets: Path) -> None:
    (assets / "weights.npz").write_bytes((ASSETS / "weights.npz").read_bytes())
    note_checksums("weights.npz")
    assert load_network().sizes == (784, 50, 100, 10)
    with np.load(assets / "weights.npz") as file:
        np.savez(assets / "weights.npz", **{**file, "b3": np.ones(10, np.float32)})
    with pytest.raises(AssetError, match=r"assets/weights.npz is damaged"):
        load_network()


def test_an_installed_copy_is_installed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nncore.base.assets, "CHECKOUT", False)
    assert (
        str(AssetError("digits.npz", "missing"))
        == "assets/digits.npz is missing: install Gates to Digits again."
    )


def test_what_a_build_leaves_out_is_known_from_what_is_missing(assets: Path) -> None:
    assert left_out("never.npz")
    assert not left_out("digits.npz")
    (assets / "digits.npz").unlink()
    assert not left_out("digits.npz"), "it has a checksum, so it should be there"
    (assets / "SHA256SUMS").unlink()
    with pytest.raises(AssetError, match="SHA256SUMS is missing"):
        left_out("digits.npz")


def test_the_sentence_comes_whole_from_another_process():
    error = AssetError("typefaces.npz", "damaged")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
