"""What is not installed unless it is asked for."""

from importlib.util import find_spec

from linter.model.errors import ConfigError


def require(module: str, extra: str) -> None:
    """Raises ConfigError with the command to install an extra, where its module is not there."""
    if find_spec(module) is None:
        install = f"pip install 'reportlint[{extra}]'"
        raise ConfigError(
            f"这个命令需要另装组件，请运行：{install}", f"this command needs an extra; install it: {install}"
        )
