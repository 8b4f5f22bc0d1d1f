"""What holds for all tests: compiled code is that of the sources as they are now."""

from data.programme.warm_up import forget_stale


def pytest_configure() -> None:
    """Forget machine code that a change of the sources has made old."""
    forget_stale()
