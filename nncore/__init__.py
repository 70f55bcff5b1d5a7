"""The network of the course in plain NumPy: gates, activations, forward pass, training, MNIST.

Nothing here knows of a web page. Every module opens with what it is for and can be read in one
sitting. Start with these five: gates, activations, network (the heart), predict, mnist. What the
pages of the course use of all modules stands below, in the order of the course.

A module is imported when the first of its names is asked for: so `import nncore` brings a network that
answers, without waiting for sixty modules.
"""

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nncore.predict import predict as predict  # at once: its module has the same name

if TYPE_CHECKING:  # type checkers read these lines as they stand, and so does `_homes`
    # Gates and the perceptron
    from nncore.gates import AND as AND
    from nncore.gates import NAND as NAND
    from nncore.gates import OR as OR
    from nncore.gates import XOR as XOR
    from nncore.gates import GATES as GATES
    from nncore.gates import INPUTS as INPUTS
    from nncore.gates import PERCEPTRONS as PERCEPTRONS
    from nncore.gates import TRUTH_TABLES as TRUTH_TABLES
    from nncore.gates import Perceptron as Perceptron
    from nncore.gates import best_possible as best_possible
    from nncore.gates import diagonal_sums as diagonal_sums
    from nncore.gates import right_rows as right_rows
    from nncore.explain.half_planes import boundary as boundary
    from nncore.explain.half_planes import firing_region as firing_region
    from nncore.explain.perceptron_rule import RATE as RATE
    from nncore.explain.perceptron_rule import Update as Update
    from nncore.explain.perceptron_rule import learn as learn
    from nncore.explain.perceptron_rule import random_perceptron as random_perceptron

    # Activation functions
    from nncore.activations import ACTIVATIONS as ACTIVATIONS
    from nncore.activations import SLOPES as SLOPES
    from nncore.activations import step_function as step_function
    from nncore.activations import sigmoid as sigmoid
    from nncore.activations import relu as relu
    from nncore.activations import tanh as tanh
    from nncore.activations import identity_function as identity_function
    from nncore.activations import softmax as softmax
    from nncore.explain.neuron import chain as chain
    from nncore.explain.neuron import neuron_plane as neuron_plane
    from nncore.explain.neuron import one_line as one_line
    from nncore.explain.neuron import value_and_slope as value_and_slope
    from nncore.explain.softmax_steps import NaiveSoftmax as NaiveSoftmax
    from nncore.explain.softmax_steps import SoftmaxStages as SoftmaxStages
    from nncore.explain.softmax_steps import naive_softmax as naive_softmax
    from nncore.explain.softmax_steps import softmax_stages as softmax_stages

    # Matrix products
    from nncore.types import Array as Array
    from nncore.types import read_only as read_only
    from nncore.types import Box as Box
    from nncore.explain.matrix_product import PRODUCTS as PRODUCTS
    from nncore.explain.matrix_product import column_of as column_of
    from nncore.explain.matrix_product import inner_sizes as inner_sizes
    from nncore.explain.matrix_product import layer_sums as layer_sums
    from nncore.explain.matrix_product import matrix_product as matrix_product
    from nncore.explain.matrix_product import row_of as row_of
    from nncore.explain.matrix_product import shown_sums as shown_sums

    # The network and its forward pass
    from nncore.network import Layer as Layer
    from nncore.network import Network as Network
    from nncore.predict import scores as scores
    from nncore.network import Trace as Trace
    from nncore.network import forward as forward
    from nncore.network import init_network as init_network
    from nncore.weights.layout import WeightsError as WeightsError
    from nncore.weights.files import WeightsFile as WeightsFile
    from nncore.weights.files import load_network as load_network
    from nncore.weights.files import pickle_network as pickle_network
    from nncore.weights.files import read_weights_file as read_weights_file
    from nncore.weights.files import save_network as save_network
    from nncore.explain.attribution import Balance as Balance
    from nncore.explain.attribution import Sum as Sum
    from nncore.explain.attribution import balance as balance
    from nncore.explain.attribution import contributions as contributions
    from nncore.explain.attribution import occlude as occlude
    from nncore.explain.attribution import occlusion_curve as occlusion_curve
    from nncore.explain.attribution import saliency as saliency
    from nncore.explain.attribution import strongest_path as strongest_path
    from nncore.explain.attribution import terms as terms

    # Pictures of digits
    from nncore.mnist import VALIDATION as VALIDATION
    from nncore.mnist import load_images as load_images
    from nncore.mnist import load_mnist as load_mnist
    from nncore.mnist import written_as as written_as
    from nncore.images.drawing import CANVAS as CANVAS
    from nncore.images.picture_file import read_picture as read_picture
    from nncore.images.picture_file import PictureError as PictureError
    from nncore.images.preprocess import Preparation as Preparation
    from nncore.images.preprocess import prepare as prepare
    from nncore.images.preprocess import prepare_all as prepare_all
    from nncore.images.preprocess import prepare_ink as prepare_ink
    from nncore.images.preprocess import prepare_steps as prepare_steps
    from nncore.images.preprocess import shrink as shrink
    from nncore.images.preprocess import to_mnist as to_mnist
    from nncore.images.drawing import NothingDrawn as NothingDrawn
    from nncore.images.photo import Photo as Photo
    from nncore.images.photo import read_photo as read_photo
    from nncore.images.segmentation import TooMuch as TooMuch
    from nncore.images.segmentation import line_breaks as line_breaks
    from nncore.images.touching import is_wide as is_wide
    from nncore.images.touching import parted as parted
    from nncore.images.framing import BOX as BOX
    from nncore.images.framing import centre_origin as centre_origin
    from nncore.images.framing import scale_to_box as scale_to_box
    from nncore.explain.nearest import Gallery as Gallery
    from nncore.explain.nearest import halved as halved
    from nncore.explain.nearest import nearest as nearest
    from nncore.explain.nearest import squared_distances as squared_distances

    # How good it is
    from nncore.evaluation.accuracy import RUNS as RUNS
    from nncore.evaluation.accuracy import Timed as Timed
    from nncore.evaluation.accuracy import Timings as Timings
    from nncore.evaluation.accuracy import accuracy as accuracy
    from nncore.evaluation.accuracy import in_batches as in_batches
    from nncore.evaluation.accuracy import most_at_once as most_at_once
    from nncore.evaluation.accuracy import one_by_one as one_by_one
    from nncore.evaluation.accuracy import race as race
    from nncore.evaluation.accuracy import seconds_by_batch_size as seconds_by_batch_size
    from nncore.evaluation.doubt import KEPT as KEPT
    from nncore.evaluation.doubt import best_scores as best_scores
    from nncore.evaluation.doubt import fit_bar as fit_bar
    from nncore.evaluation.doubt import is_sure as is_sure
    from nncore.evaluation.doubt import sure_of_scores as sure_of_scores
    from nncore.evaluation.doubt import with_bar as with_bar
    from nncore.evaluation.metrics import NOT_SURE as NOT_SURE
    from nncore.evaluation.metrics import Bin as Bin
    from nncore.evaluation.metrics import Predictions as Predictions
    from nncore.evaluation.metrics import accuracy_by_class as accuracy_by_class
    from nncore.evaluation.metrics import accuracy_in_parts as accuracy_in_parts
    from nncore.evaluation.metrics import confusion_matrix as confusion_matrix
    from nncore.evaluation.metrics import expected_calibration_error as expected_calibration_error
    from nncore.evaluation.metrics import most_confused as most_confused
    from nncore.evaluation.metrics import read as read
    from nncore.evaluation.metrics import reliability as reliability
    from nncore.evaluation.metrics import selective_accuracy as selective_accuracy
    from nncore.evaluation.robustness import Counted as Counted
    from nncore.evaluation.robustness import Distortion as Distortion
    from nncore.evaluation.robustness import as_seen as as_seen
    from nncore.evaluation.robustness import distort as distort
    from nncore.evaluation.robustness import read_distorted as read_distorted

    # Learning
    from nncore.learning.loss import cross_entropy_error as cross_entropy_error
    from nncore.learning.loss import sum_squared_error as sum_squared_error
    from nncore.learning.gradient import gradient_descent as gradient_descent
    from nncore.learning.gradient import numerical_diff as numerical_diff
    from nncore.learning.gradient import numerical_gradient as numerical_gradient
    from nncore.learning.backprop import Backward as Backward
    from nncore.learning.backprop import backward as backward
    from nncore.learning.optimizers import OPTIMIZERS as OPTIMIZERS
    from nncore.learning.optimizers import SGD as SGD
    from nncore.learning.optimizers import AdaGrad as AdaGrad
    from nncore.learning.optimizers import Adam as Adam
    from nncore.learning.optimizers import Momentum as Momentum
    from nncore.learning.loop import INITIAL as INITIAL
    from nncore.learning.points import POINTS as POINTS
    from nncore.learning.training import Training as Training
    from nncore.learning.training import TrainingPlan as TrainingPlan
    from nncore.explain.graph import APPLES as APPLES
    from nncore.explain.graph import FRUIT as FRUIT
    from nncore.explain.graph import Node as Node
    from nncore.explain.graph import computed as computed
    from nncore.explain.graph import local_slopes as local_slopes
    from nncore.explain.graph import neuron_graph as neuron_graph
    from nncore.explain.graph import slopes as slopes
    from nncore.explain.trial import Hollow as Hollow
    from nncore.explain.trial import along_last_weight as along_last_weight
    from nncore.explain.trial import health as health
    from nncore.explain.trial import loss_of as loss_of
    from nncore.explain.trial import tried_slope as tried_slope
    from nncore.explain.trial import with_numbers as with_numbers

    # What ships, what one visitor may bring, and work in steps
    from nncore.base.assets import AssetError as AssetError
    from nncore.base.assets import asset_path as asset_path
    from nncore.base.assets import left_out as left_out
    from nncore.base.assets import read_asset as read_asset
    from nncore.base.budget import ADDRESS_CHARACTERS as ADDRESS_CHARACTERS
    from nncore.base.budget import CANVAS_BYTES as CANVAS_BYTES
    from nncore.base.budget import CANVAS_POINTS as CANVAS_POINTS
    from nncore.base.budget import CANVAS_STROKES as CANVAS_STROKES
    from nncore.base.budget import MATRIX_NUMBERS as MATRIX_NUMBERS
    from nncore.base.budget import NEURONS_A_LAYER as NEURONS_A_LAYER
    from nncore.base.budget import NUMBER_CHARACTERS as NUMBER_CHARACTERS
    from nncore.base.budget import PAINTED_POINTS as PAINTED_POINTS
    from nncore.base.budget import PUPILS as PUPILS
    from nncore.base.budget import NETWORKS_BYTES as NETWORKS_BYTES
    from nncore.base.budget import UNDO_BYTES as UNDO_BYTES
    from nncore.base.refusal import Refused as Refused
    from nncore.base.steps import Steps as Steps


def _homes() -> dict[str, str]:
    """Return the module of each name, as the lines above say it."""
    text = Path(__file__).read_text(encoding="utf-8")
    return {name: module for module, name in re.findall(r"^ *from (nncore\S+) import (\w+) as", text, re.M)}


_HOMES = _homes()
__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    """Import the module of a name, when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    thing = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return thing


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
