"""What customers say in Portuguese."""

from collections.abc import Mapping

from .displeasure import DISPLEASURE
from .topics import TOPICS
from .wishes import WISHES

__all__ = ["NEGATIONS", "SAYS", "TOPICS"]

NEGATIONS = (
    "não (é|será|seria|há) (necessário|preciso|necessidade|necessária)",
    "não (preciso|precisamos|quero|queremos|desejo|precisa|precisam) (de|que|mais|um|uma|nenhuma|nenhum|)",
    "(sem necessidade|em vez|ao invés|sem) de",
    "não (é|era|foi|se trata de) (um|uma|nenhuma|)",
    "não (me|nos) (liguem|ligue|telefonem|telefone)",
    "não (liguem|ligue|telefonem|escalem|cancelem)",
    "(obrigado|obrigada|agradeço) (por|pela|pelo|a)",
    "(falei|falamos|conversei|conversamos) com",
)

SAYS: Mapping[str, tuple[str, ...]] = {**WISHES, **DISPLEASURE}
