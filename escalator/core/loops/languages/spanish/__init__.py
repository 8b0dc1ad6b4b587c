"""What customers say in Spanish."""

from collections.abc import Mapping

from .displeasure import DISPLEASURE
from .topics import TOPICS
from .wishes import WISHES

__all__ = ["NEGATIONS", "SAYS", "TOPICS"]

NEGATIONS = (
    "no (es|hace|será|sería) (necesario|falta|preciso|necesaria)",
    "no (necesito|quiero|queremos|necesitamos|deseo|hay|tiene|tienen) (de|que|ya|un|una|ninguna|ningún|necesidad|)",
    "(sin necesidad|en vez|en lugar|sin) de",
    "no (es|era|fue|se trata de) (un|una|ninguna|)",
    "no (me|nos) (llamen|llame|llames|telefoneen)",
    "no (escale|escalen|cancelen|cancele)",
    "gracias (por|a)",
    "(hablé|hablamos|he hablado|hemos hablado) con",
)

SAYS: Mapping[str, tuple[str, ...]] = {**WISHES, **DISPLEASURE}
