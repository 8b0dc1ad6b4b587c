"""What customers say in German."""

from collections.abc import Mapping

from .displeasure import DISPLEASURE
from .topics import TOPICS
from .wishes import WISHES

__all__ = ["NEGATIONS", "SAYS", "TOPICS"]

NEGATIONS = (
    "(brauche|brauchen|benötige|benötigen|möchte|möchten|will|wollen|wünsche|wünschen) (ich|wir|aber|) "
    "(keinen|kein|keine|nicht|keinesfalls)",
    "(kein|keinen|keine|ohne|statt|anstatt) (rückruf|anruf|bedarf|grund|einen|einem|mit)",
    "(nicht|kein) (nötig|notwendig|erforderlich|mehr nötig)",
    "(müssen|brauchen) (sie|) (mich|uns|) nicht",
    "(ist|war|handelt es sich um) (kein|keine|nicht)",
    "(danke|dank|bedanke mich|freue mich) (für|dass|sehr für)",
    "(bitte|rufen sie|rufen sie mich) nicht",
    "(habe|haben) (ich|wir) (mit|gestern mit|bereits mit)",
)

SAYS: Mapping[str, tuple[str, ...]] = {**WISHES, **DISPLEASURE}
