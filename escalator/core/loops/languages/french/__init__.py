"""What customers say in French."""

from collections.abc import Mapping

from .displeasure import DISPLEASURE
from .topics import TOPICS
from .wishes import WISHES

__all__ = ["NEGATIONS", "SAYS", "TOPICS"]

NEGATIONS = (
    "(pas|plus|aucun|aucune|jamais) (besoin|nécessaire|obligé|envie|utile|la peine|la nécessité)",
    "(ne|n) (souhaite|souhaitons|veux|voulons|désire|demande) (pas|plus|aucun|aucune)",
    "(inutile|sans|au lieu|plutôt que) (de|d|avoir|)",
    "(n'est|n'était|ce n'est|il ne s'agit) (pas|plus) (une|un|d'une|d'un|)",
    "(ne m'appelez|ne me rappelez|ne me téléphonez|n'appelez|n'escaladez) (pas|plus)?",
    "merci (de m'avoir|de nous avoir|pour|d'avoir|à|beaucoup pour)",
    "(j'ai|nous avons|ai|avons) (déjà)? (parlé|discuté|échangé)",
)

SAYS: Mapping[str, tuple[str, ...]] = {**WISHES, **DISPLEASURE}
