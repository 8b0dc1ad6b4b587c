"""Logs as lines of JSON on standard error: codes, numbers and ids, never what people wrote."""

import logging
import sys

import structlog
from structlog.typing import Processor

# These say at INFO what our own lines and Flower say better: each task received, each task done, each request.
_CHATTY = (
    "alembic",
    "celery.app.trace",
    "celery.beat",
    "celery.worker.strategy",
    "kombu",
    "tornado.access",
    "transitions",
)

_SHARED: tuple[Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure(level: str) -> None:
    """Sends what our parts and the libraries say through one formatter; `level` is a name such as INFO."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(default=str),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def keep_off_stdout() -> None:
    """For commands: what they answer stands on standard output alone, whatever a thread may have to say meanwhile."""
    structlog.reset_defaults()  # what `configure` set up in this process before does not go with such a logger
    structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
