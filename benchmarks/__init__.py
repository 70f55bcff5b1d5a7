"""What the course claims about its network, measured: run one with ``python -m benchmarks.<name>``."""
