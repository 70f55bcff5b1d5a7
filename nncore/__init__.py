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
from nncore.backprop import (
    cross_entropy,
    gradients,
    input_gradient,
)
from nncore.evaluate import (
    NOT_SURE,
    Progress,
    accuracy,
    evaluate_batches,
    expected_calibration_error,
    fit_temperature,
    with_temperature,
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
from nncore.matrices import (
    PRODUCTS,
    column_of,
    inner_sizes,
    layer_sums,
    matrix_product,
    row_of,
)
from nncore.mnist import (
    ASSETS,
    AssetError,
    load_images,
    load_mnist,
    read_asset,
)
from nncore.network import (
    Layer,
    Network,
    Step,
    Trace,
    forward,
    init_network,
)
from nncore.neuron import (
    chain,
    neuron_plane,
    one_line,
    value_and_slope,
)
from nncore.perceptron_rule import (
    Lesson,
    learn,
    random_perceptron,
)
from nncore.plane import (
    boundary,
    firing_region,
)
from nncore.predict import (
    predict,
)
from nncore.preprocess import (
    NothingDrawn,
    Preparation,
    prepare,
    shrink,
    to_mnist,
)
from nncore.probabilities import (
    NaiveSoftmax,
    SoftmaxStages,
    naive_softmax,
    softmax_stages,
)
from nncore.strokes import (
    PenTraces,
    draw,
    fit,
    load_traces,
    picture,
)
from nncore.unpickle import (
    WeightsError,
)
from nncore.weights import (
    load_network,
    network_from_arrays,
    save_network,
)

__all__ = [
    "ACTIVATIONS",
    "AND",
    "ASSETS",
    "GATES",
    "INPUTS",
    "NAND",
    "NOT_SURE",
    "OR",
    "PERCEPTRONS",
    "PRODUCTS",
    "SLOPES",
    "TRUTH_TABLES",
    "XOR",
    "AssetError",
    "Layer",
    "Lesson",
    "NaiveSoftmax",
    "Network",
    "NothingDrawn",
    "PenTraces",
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
    "best_possible",
    "boundary",
    "chain",
    "column_of",
    "contributions",
    "cross_entropy",
    "diagonal_sums",
    "draw",
    "erase",
    "erasing",
    "evaluate_batches",
    "expected_calibration_error",
    "firing_region",
    "fit",
    "fit_temperature",
    "forward",
    "gradients",
    "identity_function",
    "init_network",
    "inner_sizes",
    "input_gradient",
    "layer_sums",
    "learn",
    "load_images",
    "load_mnist",
    "load_network",
    "load_traces",
    "matrix_product",
    "naive_softmax",
    "network_from_arrays",
    "neuron_plane",
    "one_line",
    "picture",
    "predict",
    "prepare",
    "random_perceptron",
    "read_asset",
    "relu",
    "right_rows",
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
    "with_temperature",
]
