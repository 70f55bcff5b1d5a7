"""`predict` beside its three bare products, PyTorch and ONNX Runtime: ``python -m benchmarks.predicting``.

The peers are no part of the course: ``pip install -r requirements-bench.txt``. Which is not there is told so.
"""

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.amount import WHOLE
from benchmarks.learning_speed import in_torch
from benchmarks.table import Figure, failed, figure, missing, show
from nncore import Array, Network, load_mnist, load_network, predict

SIZES = {1: 3.0, 100: 1.6, 1000: 1.5, 10_000: 1.5}
"""How many images at once, and how many times as long as the bare products it may take."""
TURN = 0.005
"""Seconds that a turn takes at least."""
TURNS = 4
"""So many turns of each make a round."""

Reader = Callable[[Array], object]


def bare_products(network: Network) -> Reader:
    """Return what does the products of matrices alone."""
    W1, W2, W3 = (layer.W for layer in network.layers)

    def products(x: Array) -> Array:
        return x @ W1 @ W2 @ W3

    return products


def torch_reader(network: Network) -> Reader:
    """Return the same network in PyTorch."""
    import torch

    model = torch.nn.Sequential(in_torch(torch, network), torch.nn.Softmax(dim=1)).eval()

    def read(x: Array) -> Array:
        with torch.inference_mode():
            return model(torch.from_numpy(np.atleast_2d(x))).numpy()

    return read


def onnx_reader(network: Network) -> Reader:
    """Return the same network in ONNX Runtime."""
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper

    nodes, weights, last = [], [], "x"
    for number, layer in enumerate(network.layers):
        weights += [
            numpy_helper.from_array(each, f"{name}{number}")
            for name, each in (("W", layer.W), ("b", layer.b))
        ]
        h = "Softmax" if layer is network.layers[-1] else "Sigmoid"
        nodes += [
            helper.make_node("Gemm", [last, f"W{number}", f"b{number}"], [f"a{number}"]),
            helper.make_node(h, [f"a{number}"], [f"z{number}"]),
        ]
        last = f"z{number}"
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", network.sizes[0]])
    y = helper.make_tensor_value_info(last, TensorProto.FLOAT, ["n", network.sizes[-1]])
    model = helper.make_model(helper.make_graph(nodes, "digits", [x], [y], weights))
    model.ir_version, _ = 9, onnx.checker.check_model(model)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return lambda images: session.run(None, {"x": np.atleast_2d(images)})[0]


PEERS: dict[str, Callable[[Network], Reader]] = {"PyTorch": torch_reader, "ONNX Runtime": onnx_reader}


def milliseconds(readers: dict[str, Reader], x: Any, rounds: int) -> dict[str, list[float]]:
    """Return how long each takes, in short turns there and back: what else runs here slows all down."""
    calls = {}
    for name, read in readers.items():
        start, count = time.perf_counter(), 0
        while not count or time.perf_counter() - start < TURN:
            read(x)
            count += 1
        calls[name] = count
    taken: dict[str, list[float]] = {name: [] for name in readers}
    there, back = list(readers.items()), list(readers.items())[::-1]
    for turn in range(TURNS * rounds):
        for name, read in back if turn % 2 else there:
            start = time.perf_counter()
            for _ in range(calls[name]):
                read(x)
            taken[name].append(1000 * (time.perf_counter() - start) / calls[name])
    return taken


def found_readers(network: Network, images: Array) -> tuple[dict[str, Reader], list[Figure]]:
    """Return what reads, ours and those peers that are there and answer the same; a line for each other."""
    readers: dict[str, Reader] = {
        "bare products": bare_products(network),
        "predict": lambda x: predict(network, x),
    }
    absent = []
    for name, make in PEERS.items():
        try:
            reader = make(network)
            difference = float(np.abs(reader(images) - predict(network, images)).max())
        except ImportError:
            absent.append(missing(name, "not installed"))
        except Exception as error:  # a peer that fails is told of, and the others are measured
            absent.append(failed(name, error))
        else:
            if difference > 1e-5:
                absent.append(failed(name, ValueError(f"it answers otherwise, by {difference:.1g}")))
            else:
                readers[name] = reader
    return readers, absent


def figures(rounds: int) -> list[Figure]:
    """Return ours and the peers' times beside the products, for each size, and ours beside PyTorch's."""
    network, (_, (images, _)) = load_network(), load_mnist()
    readers, absent = found_readers(network, images[:100])
    found = []
    for size, most in SIZES.items():
        x = images[0] if size == 1 else images[:size]
        ours, peers = dict(list(readers.items())[:2]), dict(list(readers.items())[2:])
        # By themselves: the threads of a peer go on for a moment, on the cores of whoever comes next.
        taken = milliseconds(ours, x, rounds) | milliseconds(peers, x, rounds)
        floor = figure(f"bare products of {size}", taken["bare products"], "ms")
        found.append(floor)
        for name in list(readers)[1:]:
            limit = most if name == "predict" else None
            found.append(figure(f"{name} of {size}", taken[name], "ms", floor=floor, most_ratio=limit))
        peer = figure(f"PyTorch of {size}", taken.get("PyTorch", ()), "ms")
        found.append(
            figure(f"predict of {size}, once more", taken["predict"], "ms", floor=peer, most_ratio=1)
        )
    return [*found, *absent]


if __name__ == "__main__":
    show(figures(WHOLE.rounds))
