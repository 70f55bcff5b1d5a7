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
from nncore.backprop import input_gradient
from nncore.evaluate import Progress, accuracy, evaluate_batches
from nncore.explain import (
    Sum,
    Term,
    contributions,
    erase,
    erasing,
    saliency,
    strongest_path,
    terms,
)
from nncore.gates import (
    AND,
    GATES,
    INPUTS,
    NAND,
    OR,
    PERCEPTRONS,
    TRUTH_TABLES,
    XOR,
    Perceptron,
    best_possible,
    diagonal_sums,
    right_rows,
)
from nncore.mnist import ASSETS, AssetError, load_images, load_mnist, read_asset
from nncore.network import Layer, Network, Step, Trace, forward, init_network
from nncore.perceptron_rule import Lesson, learn, random_perceptron
from nncore.plane import boundary, firing_region
from nncore.predict import predict
from nncore.preprocess import NothingDrawn, Preparation, prepare, shrink, to_mnist
from nncore.unpickle import WeightsError
from nncore.weights import load_network, network_from_arrays, save_network

__all__ = [
    "ACTIVATIONS",
    "AND",
    "ASSETS",
    "GATES",
    "INPUTS",
    "NAND",
    "OR",
    "PERCEPTRONS",
    "SLOPES",
    "TRUTH_TABLES",
    "XOR",
    "AssetError",
    "Layer",
    "Lesson",
    "Network",
    "NothingDrawn",
    "Perceptron",
    "Preparation",
    "Progress",
    "Step",
    "Sum",
    "Term",
    "Trace",
    "WeightsError",
    "accuracy",
    "best_possible",
    "boundary",
    "contributions",
    "diagonal_sums",
    "erase",
    "erasing",
    "evaluate_batches",
    "firing_region",
    "forward",
    "identity_function",
    "init_network",
    "input_gradient",
    "learn",
    "load_images",
    "load_mnist",
    "load_network",
    "network_from_arrays",
    "predict",
    "prepare",
    "random_perceptron",
    "read_asset",
    "relu",
    "right_rows",
    "saliency",
    "save_network",
    "shrink",
    "sigmoid",
    "softmax",
    "step_function",
    "strongest_path",
    "tanh",
    "terms",
    "to_mnist",
]
