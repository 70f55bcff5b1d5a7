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
from nncore.distort import Push, as_seen, push, read_pushed
from nncore.evaluate import (
    NOT_SURE,
    Progress,
    accuracy,
    evaluate_batches,
    expected_calibration_error,
    in_batches,
    one_by_one,
    seconds_by_batch_size,
)
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
from nncore.gates import AND, GATES, NAND, OR, PERCEPTRONS, XOR, Perceptron
from nncore.mnist import ASSETS, AssetError, load_images, load_mnist, read_asset
from nncore.network import Layer, Network, Step, Trace, forward, init_network
from nncore.predict import predict
from nncore.preprocess import NothingDrawn, Preparation, prepare, shrink, to_mnist
from nncore.preprocess_batch import prepare_batch
from nncore.reading import (
    Answered,
    Bin,
    Reading,
    accuracy_by_class,
    answered_above,
    confusion_matrix,
    read,
    reliability,
)
from nncore.unpickle import WeightsError
from nncore.weights import load_network, network_from_arrays, pickle_network, save_network

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
    "Answered",
    "AssetError",
    "Bin",
    "Layer",
    "Network",
    "NothingDrawn",
    "Perceptron",
    "Preparation",
    "Progress",
    "Push",
    "Reading",
    "Step",
    "Sum",
    "Term",
    "Trace",
    "WeightsError",
    "accuracy",
    "accuracy_by_class",
    "answered_above",
    "as_seen",
    "confusion_matrix",
    "contributions",
    "erase",
    "erasing",
    "evaluate_batches",
    "expected_calibration_error",
    "forward",
    "identity_function",
    "in_batches",
    "init_network",
    "input_gradient",
    "load_images",
    "load_mnist",
    "load_network",
    "network_from_arrays",
    "one_by_one",
    "pickle_network",
    "predict",
    "prepare",
    "prepare_batch",
    "push",
    "read",
    "read_asset",
    "read_pushed",
    "reliability",
    "relu",
    "saliency",
    "save_network",
    "seconds_by_batch_size",
    "shrink",
    "sigmoid",
    "softmax",
    "step_function",
    "strongest_path",
    "tanh",
    "terms",
    "to_mnist",
]
