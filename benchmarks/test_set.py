"""How much of MNIST's test set is read rightly: ``python -m benchmarks.test_set [--weights FILE]``."""

import numpy as np

from benchmarks.reading import options_of, print_table, share
from nncore import accuracy, expected_calibration_error, is_sure, load_mnist, predict, read


def main() -> None:
    """Print the table."""
    network, (x, t) = options_of(__doc__)[0], load_mnist()[1]
    alone = np.array([predict(network, image).argmax() for image in x]) == t
    error = expected_calibration_error(read(network, x, t))
    shares = alone.mean(), accuracy(network, x, t, 100), error
    one_by_one, in_batches, apart = (f"{each:.2%}" for each in shares)
    heads = ["One by one", "In batches of 100", "Sure", "Calibration error"]
    row = [one_by_one, in_batches, share(is_sure(network, x)), apart]
    print_table("MNIST's 10 000 test images", heads, [row])


if __name__ == "__main__":
    main()
