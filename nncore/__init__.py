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
from nncore.base.assets import (
    ASSETS,
    AssetError,
    read_asset,
)
from nncore.evaluation.accuracy import (
    Progress,
    Timed,
    accuracy,
    evaluate_batches,
    in_batches,
    most_at_once,
    one_by_one,
    race,
    seconds_by_batch_size,
)
from nncore.evaluation.metrics import (
    NOT_SURE,
    Answered,
    Bin,
    Predictions,
    accuracy_by_class,
    confusion_matrix,
    expected_calibration_error,
    fit_temperature,
    most_confused,
    read,
    reliability,
    selective_accuracy,
    with_temperature,
)
from nncore.evaluation.robustness import (
    Distortion,
    as_seen,
    distort,
    read_distorted,
)
from nncore.explain.attribution import (
    Sum,
    Term,
    balance,
    contributions,
    occlude,
    occlusion_curve,
    saliency,
    strongest_path,
    terms,
)
from nncore.explain.half_planes import (
    boundary,
    firing_region,
)
from nncore.explain.matrix_product import (
    PRODUCTS,
    column_of,
    inner_sizes,
    layer_sums,
    matrix_product,
    row_of,
    shown_sums,
)
from nncore.explain.nearest import (
    nearest,
    squared_distances,
)
from nncore.explain.neuron import (
    chain,
    neuron_plane,
    one_line,
    value_and_slope,
)
from nncore.explain.perceptron_rule import (
    Update,
    learn,
    random_perceptron,
)
from nncore.explain.softmax_steps import (
    NaiveSoftmax,
    SoftmaxStages,
    naive_softmax,
    softmax_stages,
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
from nncore.images.batch import (
    prepare_batch,
)
from nncore.images.file_parts import (
    PictureError,
)
from nncore.images.ink import (
    NothingDrawn,
)
from nncore.images.photo import (
    Photo,
    read_photo,
)
from nncore.images.picture_file import (
    read_picture,
)
from nncore.images.preprocess import (
    Preparation,
    centre_origin,
    prepare,
    prepare_all,
    prepare_ink,
    prepare_steps,
    scale_to_box,
    shrink,
    to_mnist,
)
from nncore.images.segmentation import (
    TooMuch,
)
from nncore.images.strokes import (
    PenTraces,
    fit_to_canvas,
    load_traces,
    render,
    render_prepared,
)
from nncore.learning.backprop import (
    LOSSES,
    Backward,
    backward,
    batch_gradient,
    input_gradient,
)
from nncore.learning.gradient import (
    gradient_descent,
    numerical_diff,
    numerical_gradient,
)
from nncore.learning.loop import (
    INITIAL,
    TrainingStep,
    mini_batches,
    random_network,
    training_steps,
)
from nncore.learning.loss import (
    cross_entropy_error,
    sum_squared_error,
)
from nncore.learning.optimizers import (
    OPTIMIZERS,
    SGD,
    AdaGrad,
    Adam,
    Momentum,
)
from nncore.mnist import (
    load_images,
    load_mnist,
    written_as,
)
from nncore.network import (
    Layer,
    Network,
    Step,
    Trace,
    forward,
    init_network,
)
from nncore.predict import (
    predict,
)
from nncore.types import Array, Box
from nncore.weights.files import (
    WeightsFile,
    load_network,
    network_from_arrays,
    pickle_network,
    read_weights_file,
    save_network,
)
from nncore.weights.layout import (
    WeightsError,
)

__all__ = [
    "ACTIVATIONS",
    "AND",
    "ASSETS",
    "Array",
    "Box",
    "GATES",
    "SGD",
    "OPTIMIZERS",
    "INITIAL",
    "LOSSES",
    "INPUTS",
    "NAND",
    "NOT_SURE",
    "OR",
    "PERCEPTRONS",
    "PRODUCTS",
    "SLOPES",
    "TRUTH_TABLES",
    "XOR",
    "Answered",
    "AssetError",
    "Bin",
    "Momentum",
    "Adam",
    "AdaGrad",
    "TrainingStep",
    "Backward",
    "Layer",
    "Update",
    "NaiveSoftmax",
    "Network",
    "NothingDrawn",
    "PenTraces",
    "Perceptron",
    "Photo",
    "PictureError",
    "Preparation",
    "Progress",
    "Distortion",
    "Predictions",
    "SoftmaxStages",
    "Step",
    "Sum",
    "Term",
    "Timed",
    "TooMuch",
    "Trace",
    "WeightsError",
    "WeightsFile",
    "accuracy",
    "accuracy_by_class",
    "selective_accuracy",
    "as_seen",
    "balance",
    "sum_squared_error",
    "training_steps",
    "random_network",
    "mini_batches",
    "numerical_gradient",
    "most_at_once",
    "most_confused",
    "numerical_diff",
    "batch_gradient",
    "backward",
    "best_possible",
    "boundary",
    "centre_origin",
    "chain",
    "column_of",
    "confusion_matrix",
    "contributions",
    "cross_entropy_error",
    "diagonal_sums",
    "render",
    "occlude",
    "occlusion_curve",
    "evaluate_batches",
    "expected_calibration_error",
    "firing_region",
    "fit_to_canvas",
    "fit_temperature",
    "forward",
    "gradient_descent",
    "identity_function",
    "in_batches",
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
    "nearest",
    "network_from_arrays",
    "neuron_plane",
    "one_by_one",
    "one_line",
    "pickle_network",
    "render_prepared",
    "predict",
    "prepare",
    "prepare_all",
    "prepare_batch",
    "prepare_ink",
    "prepare_steps",
    "distort",
    "race",
    "random_perceptron",
    "read",
    "read_asset",
    "read_photo",
    "read_picture",
    "read_distorted",
    "read_weights_file",
    "reliability",
    "relu",
    "right_rows",
    "row_of",
    "saliency",
    "save_network",
    "scale_to_box",
    "seconds_by_batch_size",
    "shown_sums",
    "shrink",
    "sigmoid",
    "softmax",
    "softmax_stages",
    "squared_distances",
    "step_function",
    "strongest_path",
    "tanh",
    "terms",
    "to_mnist",
    "value_and_slope",
    "with_temperature",
    "written_as",
]
