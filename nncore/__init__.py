"""The network of the course in plain NumPy: gates, activations, forward pass, learning, MNIST.

Nothing here knows of a web page. Every module opens with what it is for and can be read in one
sitting. Start with these five: gates, activations, network (the heart), predict, mnist. What the
pages of the course use of all modules stands below, in the order of the course.
"""

# Gates and the perceptron
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
from nncore.explain.half_planes import boundary, firing_region
from nncore.explain.perceptron_rule import RATE, Update, learn, random_perceptron

# Activation functions
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
from nncore.explain.neuron import chain, neuron_plane, one_line, value_and_slope
from nncore.explain.softmax_steps import NaiveSoftmax, SoftmaxStages, naive_softmax, softmax_stages

# Matrix products
from nncore.types import Array, Box, read_only
from nncore.explain.matrix_product import (
    PRODUCTS,
    column_of,
    inner_sizes,
    layer_sums,
    matrix_product,
    row_of,
    shown_sums,
)

# The network and its forward pass
from nncore.network import Layer, Network, Trace, forward, init_network
from nncore.predict import predict, scores
from nncore.weights.layout import WeightsError
from nncore.weights.files import WeightsFile, load_network, pickle_network, read_weights_file, save_network
from nncore.explain.attribution import (
    Balance,
    Sum,
    balance,
    contributions,
    occlude,
    occlusion_curve,
    saliency,
    strongest_path,
    terms,
)

# Pictures of digits
from nncore.mnist import VALIDATION, load_images, load_mnist, written_as
from nncore.images.drawing import CANVAS, NothingDrawn
from nncore.images.picture_file import PictureError, read_picture
from nncore.images.preprocess import (
    Preparation,
    prepare,
    prepare_all,
    prepare_ink,
    prepare_steps,
    shrink,
    to_mnist,
)
from nncore.images.photo import Photo, read_photo
from nncore.images.segmentation import TooMuch, line_breaks
from nncore.images.touching import is_wide, parted
from nncore.images.framing import centre_origin, scale_to_box
from nncore.explain.nearest import Gallery, halved, nearest, squared_distances

# How good it is
from nncore.evaluation.accuracy import (
    RUNS,
    Timed,
    Timings,
    accuracy,
    in_batches,
    most_at_once,
    one_by_one,
    race,
    seconds_by_batch_size,
)
from nncore.evaluation.doubt import KEPT, best_scores, fit_bar, is_sure, sure_of_scores, with_bar
from nncore.evaluation.metrics import (
    NOT_SURE,
    Bin,
    Predictions,
    accuracy_by_class,
    accuracy_in_parts,
    confusion_matrix,
    expected_calibration_error,
    most_confused,
    read,
    reliability,
    selective_accuracy,
)
from nncore.evaluation.robustness import Counted, Distortion, as_seen, distort, read_distorted

# Learning
from nncore.learning.loss import cross_entropy_error, sum_squared_error
from nncore.learning.gradient import gradient_descent, numerical_diff, numerical_gradient
from nncore.learning.backprop import Backward, backward
from nncore.learning.optimizers import OPTIMIZERS, SGD, AdaGrad, Adam, Momentum
from nncore.learning.loop import INITIAL
from nncore.learning.points import POINTS
from nncore.learning.training import Training, TrainingPlan
from nncore.explain.graph import APPLES, FRUIT, Node, computed, local_slopes, neuron_graph, slopes
from nncore.explain.trial import Hollow, along_last_weight, health, loss_of, tried_slope, with_numbers

# What ships, what one visitor may bring, and work in steps
from nncore.base.assets import AssetError, left_out, read_asset
from nncore.base.limits import NEURONS_A_LAYER
from nncore.base.refusal import Refused
from nncore.base.steps import Steps
