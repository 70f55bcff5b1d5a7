"""Learning held against PyTorch, steps and seconds an epoch: ``python -m benchmarks.learning_speed``.

PyTorch is no part of the course: ``pip install -r requirements-bench.txt``. Without it only ours is timed.
"""

import time
from typing import Any

import numpy as np

from nncore import Adam, Network, load_images, random_network
from nncore.learning.loop import as_floats
from nncore.learning.training import Training, TrainingPlan

SHAPE = (784, 50, 100, 10)
IMAGES, BATCH, RATE = 50_000, 100, 0.1
RUNS = 5


def examples() -> tuple[Any, Any]:
    """Return MNIST's first training images, uint8, and their targets."""
    images, labels = load_images("train")
    return images[:IMAGES].reshape(-1, 784), np.eye(10, dtype=np.float32)[labels[:IMAGES]]


def in_torch(torch: Any, network: Network) -> Any:
    """Return a model of PyTorch with the same weights."""
    layers: list[Any] = []
    for layer in network.layers:
        linear = torch.nn.Linear(*layer.W.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(layer.W.T.copy()))
            linear.bias.copy_(torch.tensor(layer.b.copy()))
        layers += [linear, torch.nn.Sigmoid()]
    return torch.nn.Sequential(*layers[:-1])


def torch_steps(torch: Any, model: Any, optimizer: Any, batches: Any) -> None:
    """Let it learn as PyTorch's own tutorial does."""
    loss = torch.nn.CrossEntropyLoss()
    for x, t in batches:
        optimizer.zero_grad()
        loss(model(torch.from_numpy(x)), torch.from_numpy(t)).backward()
        optimizer.step()


def optimizer_in_torch(torch: Any, name: str, parameters: Any, lr: float) -> Any:
    """Return PyTorch's optimizer of that name."""
    if name == "SGD":
        return torch.optim.SGD(parameters, lr=lr)
    # Ours, as the book's, adds epsilon before the running mean of squares is corrected, PyTorch after: in
    # the first step they are the same with this one.
    ours = Adam()
    return torch.optim.Adam(parameters, lr=lr, eps=ours.epsilon / (1 - ours.beta2) ** 0.5)


def largest_difference(torch: Any, name: str, steps: int) -> float:
    """Return how far any weight is apart after so many steps on the same batches."""
    x, t = examples()
    x, t = x[: steps * BATCH], t[: steps * BATCH]
    plan = TrainingPlan(SHAPE, "sigmoid", "Xavier", name, RATE if name == "SGD" else 0.001, BATCH, 1)
    training = Training(plan, x, t)
    rng = np.random.default_rng(plan.seed)
    model = in_torch(torch, random_network(SHAPE, "sigmoid", "Xavier", rng))
    order = rng.permutation(len(x))
    parts = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    optimizer = optimizer_in_torch(torch, name, model.parameters(), plan.lr)
    torch_steps(torch, model, optimizer, ((as_floats(x[rows]), t[rows]) for rows in parts))
    for _ in training.steps():
        pass
    theirs = [p.detach().numpy().T for p in model.parameters()]
    return max(
        float(np.abs(ours - other).max())
        for ours, other in zip(training.params.values(), theirs, strict=True)
    )


def our_epoch() -> float:
    """Return the seconds that an epoch takes."""
    training = Training(TrainingPlan(SHAPE, "sigmoid", "Xavier", "SGD", RATE, BATCH, 1), *examples())
    start = time.perf_counter()
    for _ in training.steps():
        pass
    return time.perf_counter() - start


def torch_epoch(torch: Any) -> float:
    """Return the seconds that an epoch takes in PyTorch, its images as floats beforehand."""
    x, t = examples()
    model = in_torch(torch, random_network(SHAPE, "sigmoid", "Xavier", np.random.default_rng(0)))
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    floats, order = as_floats(x), np.random.default_rng(0).permutation(len(x))
    start = time.perf_counter()
    rows = (order[i : i + BATCH] for i in range(0, len(order), BATCH))
    torch_steps(torch, model, optimizer, ((floats[part], t[part]) for part in rows))
    return time.perf_counter() - start


def main() -> None:
    """Print both."""
    print(f"Learning, {'-'.join(map(str, SHAPE))}, {IMAGES} images in batches of {BATCH}, best of {RUNS}\n")
    print(f"ours: {min(our_epoch() for _ in range(RUNS)):.2f} s an epoch")
    try:
        import torch
    except ImportError:
        print("PyTorch: not installed (pip install -r requirements-bench.txt)")
        return
    print(f"PyTorch {torch.__version__}: {min(torch_epoch(torch) for _ in range(RUNS)):.2f} s an epoch")
    for name, steps in (("SGD", 1), ("SGD", 100), ("Adam", 1)):
        difference = largest_difference(torch, name, steps)
        print(f"{name}, {steps} step{'s' * (steps > 1)}: weights differ by {difference:.1e} at most")


if __name__ == "__main__":
    main()
