"""What customers say in English."""

from collections.abc import Mapping

from .displeasure import DISPLEASURE
from .topics import TOPICS
from .wishes import WISHES

__all__ = ["NEGATIONS", "SAYS", "TOPICS"]

NEGATIONS = (
    "(no|dont|do not|doesnt|does not|didnt|did not|wouldnt|would not|never|no longer) (need|want|wanted|"
    "like|have to)",
    "(no need|no reason|no longer necessary|needn't|need not|neednt|without|instead of|rather than)",
    "(nice|good|great|glad|happy|pleasure|lovely) to (have|) (talk|talked|speak|spoken)",
    "not (need|asking|looking|necessary|required|interested|planning)",
    "(don't|do not|never) (bother|send|try|call|phone|ring|escalate|cancel|worry)",
    "(isn't|is not|wasn't|was not|not) (a|an|about|because)",
    "(thanks|thank you) (for|that|to|very much for|so much for)",
    "(spoke|talked|spoken|met) (to|with)",
)

SAYS: Mapping[str, tuple[str, ...]] = {**WISHES, **DISPLEASURE}
