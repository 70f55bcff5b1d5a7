"""How much of MNIST's test set is read rightly: ``python -m benchmarks.test_set [--weights FILE]``."""

import numpy as np

from benchmarks.reading import options_of, print_table, share
from nncore import accuracy, expected_calibration_error, is_sure, load_mnist, predict, read


def main() -> None:
    """Print the table."""
    network, (x, t) = options_of(__doc__)[0], load_mnist()[1]
    alone = np.array([predict(network, image).argmax() for image in x]) == t
    error = expected_calibration_error(read(network, x, t))
    print_table(
        "MNIST's 10 000 test images",
        ["One by one", "In batches of 100", "Sure", "Calibration error"],
        [
            [
                f"{alone.mean():.2%}",
                f"{accuracy(network, x, t, 100):.2%}",
                share(is_sure(network, x)),
                f"{error:.2%}",
            ]
        ],
    )


if __name__ == "__main__":
    main()
