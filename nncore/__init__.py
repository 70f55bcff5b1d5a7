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
from nncore.gates import AND, GATES, NAND, OR, PERCEPTRONS, XOR, Perceptron
from nncore.matrices import PRODUCTS, column_of, inner_sizes, layer_sums, matrix_product, row_of
from nncore.mnist import ASSETS, AssetError, load_images, load_mnist, read_asset
from nncore.network import Layer, Network, Step, Trace, forward, init_network
from nncore.neuron import chain, neuron_plane, one_line, value_and_slope
from nncore.predict import predict
from nncore.preprocess import NothingDrawn, Preparation, prepare, shrink, to_mnist
from nncore.probabilities import NaiveSoftmax, SoftmaxStages, naive_softmax, softmax_stages
from nncore.unpickle import WeightsError
from nncore.weights import load_network, network_from_arrays, save_network

__all__ = [
    "ACTIVATIONS",
    "AND",
    "ASSETS",
    "GATES",
    "NAND",
    "OR",
    "PERCEPTRONS",
    "PRODUCTS",
    "SLOPES",
    "XOR",
    "AssetError",
    "Layer",
    "NaiveSoftmax",
    "Network",
    "NothingDrawn",
    "Perceptron",
    "Preparation",
    "Progress",
    "SoftmaxStages",
    "Step",
    "Sum",
    "Term",
    "Trace",
    "WeightsError",
    "accuracy",
    "chain",
    "column_of",
    "contributions",
    "erase",
    "erasing",
    "evaluate_batches",
    "forward",
    "identity_function",
    "init_network",
    "inner_sizes",
    "input_gradient",
    "layer_sums",
    "load_images",
    "load_mnist",
    "load_network",
    "matrix_product",
    "naive_softmax",
    "network_from_arrays",
    "neuron_plane",
    "one_line",
    "predict",
    "prepare",
    "read_asset",
    "relu",
    "row_of",
    "saliency",
    "save_network",
    "shrink",
    "sigmoid",
    "softmax",
    "softmax_stages",
    "step_function",
    "strongest_path",
    "tanh",
    "terms",
    "to_mnist",
    "value_and_slope",
]
