"""What is not installed unless it is asked for."""

from importlib import import_module

from linter.model.errors import ConfigError


def require(module: str, extra: str) -> None:
    """Import what an extra brings. Raises ConfigError, which says how to install it, if it is missing."""
    try:
        import_module(module)
    except ImportError:
        install = f"pip install 'reportlint[{extra}]'"
        raise ConfigError(
            f"这个命令需要另装组件，请运行：{install}", f"this command needs an extra; install it: {install}"
        ) from None
