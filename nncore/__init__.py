"""The network of the course in plain NumPy: gates, activations, forward pass, training, MNIST.

Nothing here knows of a web page. Every module opens with what it is for and can be read in one
sitting; `network` is the heart.
"""

from nncore.activations import (
    ACTIVATIONS,
    SLOPES,
    identity_function,
    relu,
    sigmoid,
    softmax,
    step_function,
    tanh,
)
from nncore.backprop import cross_entropy, gradients, input_gradient
from nncore.evaluate import (
    NOT_SURE,
    Progress,
    accuracy,
    evaluate_batches,
    expected_calibration_error,
    fit_temperature,
    with_temperature,
)
from nncore.gates import AND, GATES, NAND, OR, PERCEPTRONS, XOR, Perceptron
from nncore.mnist import ASSETS, AssetError, load_images, load_mnist, read_asset
from nncore.network import Layer, Network, Step, Trace, forward, init_network
from nncore.predict import predict
from nncore.preprocess import NothingDrawn, Preparation, prepare, shrink, to_mnist
from nncore.strokes import PenTraces, draw, fit, load_traces, picture
from nncore.weights import WeightsError, load_network, network_from_arrays, save_network

__all__ = [
    "ACTIVATIONS",
    "AND",
    "ASSETS",
    "GATES",
    "NAND",
    "NOT_SURE",
    "OR",
    "PERCEPTRONS",
    "SLOPES",
    "XOR",
    "AssetError",
    "Layer",
    "Network",
    "NothingDrawn",
    "PenTraces",
    "Perceptron",
    "Preparation",
    "Progress",
    "Step",
    "Trace",
    "WeightsError",
    "accuracy",
    "cross_entropy",
    "draw",
    "evaluate_batches",
    "expected_calibration_error",
    "fit",
    "fit_temperature",
    "forward",
    "gradients",
    "identity_function",
    "init_network",
    "input_gradient",
    "load_images",
    "load_mnist",
    "load_network",
    "load_traces",
    "network_from_arrays",
    "picture",
    "predict",
    "prepare",
    "read_asset",
    "relu",
    "save_network",
    "shrink",
    "sigmoid",
    "softmax",
    "step_function",
    "tanh",
    "to_mnist",
    "with_temperature",
]
