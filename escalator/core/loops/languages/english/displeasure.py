"""How English speaking customers say that it was no use, that they complain, that they leave."""

from collections.abc import Mapping

_CONTRACT = (
    "(contract|contracts|account|accounts|subscription|subscriptions|membership|agreement|plan|licence|license|"
    "licences|licenses|cooperation|relationship|business relationship)"
)
_PROVIDER = (
    "(competitor|competitors|competition|provider|providers|supplier|suppliers|vendor|vendors|rival|someone else|"
    "another company|other company|different company|alternative|alternatives)"
)
_NOT = "(not|didnt|did not|doesnt|does not|hasnt|has not|havent|have not|isnt|wasnt|wont|never|nothing|nobody)"
_PROBLEM = "(problem|problems|issue|issues|error|errors|bug|fault|failure|trouble)"
_ANGRY = (
    "(unhappy|dissatisfied|disappointed|furious|angry|annoyed|frustrated|appalled|disgusted|livid|upset|outraged|"
    "displeased|irritated|mad|fed up|unsatisfied|shocked|sick and tired)"
)
_VERY = (
    "(very|extremely|deeply|so|really|absolutely|totally|completely|simply|just|utterly|quite|most|getting|more than)"
)
_OUTRAGE = (
    "(unacceptable|not acceptable|ridiculous|outrageous|scandalous|absurd|appalling|disgraceful|shameful|"
    "pathetic|a disgrace|an absolute disgrace|a joke|a bad joke|a farce|a scandal|a shame|an insult|unbelievable|"
    "a nightmare|beyond a joke|so frustrating|frustrating|unprofessional|an outrage|intolerable|a complete joke|"
    "an absolute joke)"
)

DISPLEASURE: Mapping[str, tuple[str, ...]] = {
    "no_help": (
        "(isnt|is not|wasnt|was not|not) (really)? (the|an|my) (answer|answers|solution)",
        "(changed|changes|did|does|brought|helped|solved) (absolutely)? nothing",
        "(does not|doesnt|did not|didnt|not) (really|at all)? (apply|fit|relevant|match|related) (to|"
        "with)? (my|our|this) (case|question|problem|situation|issue)",
        "(result|outcome|effect) (is|was|remains|stays) (still|always|exactly)? (the same|identical|nil|zero)",
        "(already|have) (did|done|tried) (that|this|it|so|all) ~ (doesnt|does not|didnt|not|no|without)",
        "(made|makes) no difference",
        "(stopped|stops) working again",
        f"{_NOT} (really|at all|actually|yet|quite|been|be|even|particularly|much|any)? (help|helped|"
        "helping|helpful|solve|solved|fix|fixed|resolve|resolved|any help)",
        "(is|was|are|been|of) (absolutely|completely|totally)? (no|little|zero) (help|use|good) (to|.|at|"
        "for|whatsoever|here)",
        "(that|this|it|solution|suggestion|advice|steps|link|which|trick|fix) ~ (didnt|did not|hasnt|has "
        "not|havent) (work|worked|change anything|do anything|do the trick|make any)",
        "(that|this|solution|suggestion|advice|steps|link|fix) ~ (doesnt|does not|dont|do not|isnt|is "
        "not) (work|working) (either|for me|for us|in my|.|at all)",
        "(. didnt|. did not|sorry didnt|unfortunately didnt|unfortunately did not|sadly didnt) work",
        "(didnt|did not|doesnt|does not|not|never|without|nobody|nor) (really|even|actually|at all)? "
        "(answer|answering|answered|address|addressing|addressed|read|reading|understand|understood) "
        "(to)? (my|our|the) (question|questions|concern|concerns|problem|issue|mail|message|request|"
        "point)",
        "still (isnt|is not|doesnt|does not|dont|do not|cant|cannot|can not|couldnt|not|wont|unable to|"
        "broken|unresolved|unsolved|the same|failing|fails|happening|there|wrong|not possible)",
        "still (have|having|get|getting|see|seeing|got|facing|experiencing|there is|gives|shows|showing) "
        f"(the|this|that|an|exactly the)? (same|old|error)? (old)? {_PROBLEM}",
        f"(same|the very same|exactly the same|identical) (old)? {_PROBLEM} (message)? (.|again|as|still|"
        "here|persists)",
        f"{_PROBLEM} (is|has|are|have|still|keeps|keep|just)? (still|already|now|simply)? (persist|"
        "persists|persisting|remains|remain|there|the same|back|come back|came back|returned|reappeared|"
        "reoccurred|happening|coming back|not gone|not solved|not fixed|not resolved|unsolved|unresolved|"
        "exists|reappears)",
        "(its|it is|this is|thats|that is|it has|it|this) (now|just)? (happening|happened|happens|broken|"
        "back|started) again",
        "(same|the same) (again|as before|as yesterday|still|result|as ever|story)",
        "(nothing|nothing has|nothing had) (really|ever)? (changed|works|worked|helps|helped|improved|happened)",
        "(no|without) (change|changes|improvement|effect|success|luck|difference|result) (.|still|at all|"
        "whatsoever|so|here|since)",
        "(isnt|wasnt|is not|was not|not|thats not|thats not) what i (asked|meant|wrote|wanted|want|need|am asking)",
        "(nothing|little) to do with (my|our|the|what)",
        "(dont|do not|didnt|cant|cannot) (understand|follow|see the point of) (your|the|this|that) "
        "(answer|reply|response|explanation|instructions|mail|message|advice|solution)",
        "(answer|reply|response|mail|email|link|article|advice|that|this) (is|was) (completely|totally|"
        "really)? (useless|no help|not useful|pointless|unhelpful|wrong|no use)",
        "(nobody|no one) (is helping|helps|helped|has helped|can help|cares|answers|has answered|answered)",
        "(have|ive|had|we|i|ve) (already|now)? (already|also)? (tried|did|done|read|followed|checked|"
        "know|seen|been through) (that|this|it|all|everything|those|these|each|your|the same)? ~ "
        "(already|yesterday|before|times|twice|several)",
        "already (tried|did|done|read|followed|checked|know|knew|seen|went through) (that|this|it|all|"
        "everything|those|these|your|the steps|what)",
        "i have already (read|tried|done|seen|followed|checked)",
        "(tried|done) (everything|all) (you|i|we|that|.|and|of|in|from|on)",
        "(told|said) you (that|this|so) (already|before|twice|three times)",
        "(not|wasnt|isnt) my question",
        "(didnt|did not|doesnt|does not|hasnt|wont) (really|actually)? (change|bring|achieve|improve) "
        "(anything|a thing|much|a bit|it)",
        f"{_PROBLEM} (exists|continues|is) (exactly|just)? (as before|unchanged|the same as before|as always)",
    ),
    "complaint": (
        "(find|found|consider|call) ~ (behaviour|behavior|service|this|it|that|attitude|treatment|answer|"
        f"support) ~ {_OUTRAGE}",
        "(over and over|again and again|time and again|all over again)",
        "(days|weeks|months) (and|of) (still|silence|waiting|nothing|no) ",
        "(never|not) (been|felt|was|seen) ~ (treated|handled|served) ~ (badly|poorly|like this|this way|so)",
        f"(hotline|helpline|phone line|team|staff|agents|department) (is|are|was|were) {_VERY}? (a)? "
        "(disaster|joke|nightmare|useless|rude|terrible|incompetent|impolite|unfriendly|hopeless)",
        "(file|make|lodge|submit|raise|register|put in|place|have|open) (a|an|my) (formal|official|"
        "serious|written)? complaint",
        "(formal|official|serious) complaint",
        "(want|like|wish|have|need|going|must|will|am writing) (to)? complain",
        "complain (about|to) (the way|you|your|how|this|my)",
        f"(im|am|are|were|feel|feeling|getting|getting really|be|become) {_VERY}? {_ANGRY}",
        f"(very|extremely|deeply|so|really) {_ANGRY} (with|about|by|at|that|.)",
        "(im|am|are|were|am still) (not|anything but|far from) (at all|very|really|in the least|"
        "exactly)? (happy|satisfied|pleased|impressed|amused) (with|about|by|at|.|how)",
        "(this|that|it|which|service|support|behaviour|treatment|situation|thats|its|what you do|i find "
        f"this|i find it) (is|was|has become|really is)? (all|also|now)? {_VERY}? {_OUTRAGE}",
        f". {_OUTRAGE} (.|service|support)",
        "(unacceptable|outrageous|ridiculous|absurd|disgraceful|pathetic|appalling|unbelievable) .",
        "what a (bad|complete|total|absolute)? (joke|disgrace|mess|farce|nightmare|waste of|terrible|shame)",
        "(terrible|awful|horrible|appalling|poor|lousy|dreadful|pathetic|rubbish|worst|abysmal|shocking|"
        "bad|useless) ~ (service|support|customer service|customer support|customer care|helpdesk)",
        "(service|support|helpdesk|company|customer service|treatment) ~ (is|was|are|has been) (really|"
        "absolutely|just|so|very|simply)? (terrible|awful|horrible|poor|lousy|dreadful|useless|rubbish|"
        "bad|a disaster|abysmal|the worst|rude)",
        "worst (service|support|customer service|customer support|company|experience)",
        "never (seen|had|experienced|encountered|been|met) ~ (such|so|worse|treated|bad|poor|terrible)",
        "(been|are|am|im|still|keep|were|ve) (still)? waiting (for|since|already|now|more|over|almost|"
        "here)? ~ (days|weeks|months|two weeks|ages|forever|hours|a week|a month|monday|last week)",
        "(waited|waiting) (for|already)? (over|more than|nearly|almost|about)? ~ (weeks|months|ages)",
        "(nobody|no one|noone|anyone|anybody) ~ (replied|replies|replying|answering|answered|answers|"
        "responds|responded|responding|cares|care|reacts|listening|listens|interested)",
        "(still|had|got|received|getting|get|have|with|.) (no|not any|zero) (answer|reply|response|"
        "reaction) (for|since|after|in|so|yet|.|at|to|from|whatsoever)",
        "(how many times|how many more times|how often|how much longer|how long) (more|still)? (do|must|"
        "should|will|am|shall|have|are) (i|we)",
        "(explained|told|written|wrote|asked|described|reported|sent|called|complained|said) ~ (three|"
        "four|five|six|several|many|countless|ten|a dozen|a hundred|umpteen|multiple|3|4|5) times",
        "(third|fourth|fifth|sixth|3rd|4th|5th|tenth|umpteenth) (time|message|mail|email|request|attempt|"
        "reminder) (i|that|now|.|we|and|this|in|about)",
        "(going|gone|dragging|dragged|dragged out) on ~ (weeks|months|days|ages|too long|forever|years)",
        "(for|since) (weeks|months|ages) (now|and)",
        "(far|way|much) too long",
        "(taking|takes|taken|took) (too long|ages|forever|an eternity)",
        "(wasting|waste of|wasted|waste) (my|our|everyones) (time|money)",
        "(losing|lost|lose|run out of|running out of|out of|end of|testing) (my|our|all|all my)? patience",
        "(fed up|sick and tired|had enough|had it with|enough is enough|sick to death)",
        "(sick|tired) of (this|it|your|being|waiting|the same|these|having)",
        "(expect|expected|deserve|hoped for) (better|more|something better) (from|of|than)",
        "(how dare you|shame on you|not how you treat|no way to treat|how you treat|the way you treat)",
        "(same|another|these|your|only) ~ (automated|automatic|canned|standard|scripted|template|"
        "prewritten) (reply|replies|response|responses|answer|answers|mails|message|messages)",
        "(canned|boilerplate|copy and paste|copy paste) (reply|replies|response|responses|answer|answers)",
        "(going|running|sent|run|go|goes) (round|around|) in circles",
        "(passed|sent|pushed|shoved) (around|from one|from pillar|from department)",
    ),
    "leaving": (
        "(kindly|please|hereby|must|and|then|now) (terminate|cancel|end) (my|our) (current|monthly|"
        f"annual|yearly)? {_CONTRACT}",
        "(will|well|going|shall|would|are|were|am) (go|going|turn|moving|move|switch|switching|off|over) "
        f"to (one of)? (your|a|another|the|some)? {_PROVIDER}",
        "(found|chosen|signed with|decided for|signed up with) (another|a new|an other|a different|an "
        "alternative|a better) (supplier|provider|vendor|company|product|solution|partner)",
        "(not|wont|never|no longer) (be)? (extend|extending|renew|renewing|prolong|prolonging|continue|"
        "continuing) (the|our|my|this|with) (contract|you|subscription|licence|license|cooperation|plan)?",
        "(point of|verge of|close to|near to) (quitting|leaving|cancelling|canceling|terminating|switching)",
        "(will|ill|well|going to|want to|wish to|have to|ready to|about to|decided to|like to|must|shall|"
        "gonna|forced to|need to|hereby|considering|thinking of|thinking about|am|are|be|im|please|and|"
        "consider|to|now|or|just|were) (now|also|then|seriously|immediately|just|be|hereby|therefore)? "
        "(cancel|cancelling|canceling|terminate|terminating|close|closing|quit|quitting|end|ending|"
        "delete) (my|our|this|your) (whole|entire|business|premium|annual|yearly|monthly|current)? "
        f"{_CONTRACT}",
        "(will|ill|going to|want to|decided to|have to|hereby|please|must|am|are|be|well) (now|be|"
        "hereby)? (cancel|cancelling|terminate|terminating|end|ending|quit) (the|all|everything) (.|"
        "contract|contracts|subscription|agreement|membership|cooperation|our)",
        "(cancelling|canceling|cancel|quit|quitting) everything",
        "(want|please|have|like|need|get|request|demand) ~ (my|our) ~ (closed|cancelled|canceled|"
        "terminated|ended|deleted)",
        "(confirm|confirmation of|process) (my|our|the) (cancellation|termination) (.|in writing|of the "
        "contract|of my contract|by)",
        "(confirm|confirmation of) (my|our) (cancellation|termination)",
        "(switch|switching|move|moving|change|changing|go|going|defect|leave|leaving|migrate|migrating|"
        f"turn) ~ (to|for|over to) ~ (a|an|another|your|one of your|some|the|other)? {_PROVIDER}",
        "(change|changing|switch|switching) (the|my|our)? (provider|providers|supplier|suppliers|vendor|vendors)",
        "take (my|our) (business|money|custom) (to|elsewhere|somewhere)",
        "(go|going|look|looking|shop|buy|money|custom|business) (somewhere else|elsewhere)",
        "(looking|look|looked|searching|search|evaluating|considering|evaluate|comparing|talking to) "
        "(for|at|around for|into)? ~ (an alternative|alternatives|alternative provider|another provider|"
        "other providers|another supplier|other suppliers|another vendor|other vendors|a new provider|a "
        "new supplier|new provider|different provider|competitors|other options|alternative solutions|"
        "other solutions|your competitors)",
        "(you|youve|youre|will|your|just) ~ (lose|losing|lost) ~ (customer|client|customers|me|us) (.|as|"
        "over|because|with|for|if|here)",
        "(lose|losing|lost) (me|us) as (a|) (customer|customers|client|clients)",
        "(not|wont|never|no longer) ~ (renew|renewing|extend|extending|prolong) (my|our|the|this|it) (.|"
        "subscription|contract|licence|license|licences|licenses|plan|membership)",
        "(never|not) (ever)? (use|buy|order|book|shop|do business|recommend|using|buying|ordering) ~ "
        "(from|with|at|you|your|here) ~ again",
        "(last time|last order|last purchase|final order) (i|we|that|from|with) ~ (order|buy|use|used|do|"
        "from|with|book|place|you)",
        "(im|i am|we are|were) (gone|off|done with you|through with you|finished with you|done with your|"
        "leaving you|out of here)",
        "(leaving|leave) (you|your service|your platform|your company|for another|for a competitor|for "
        "one of your|for the competition)",
        "(thinking|considering|consider|think|thought) (about|of|seriously)? (leaving|quitting|"
        "cancelling|canceling|terminating)",
        "(last|final) (chance|warning) before",
        "(i quit|no longer be your|not be your|stop being your|no longer a customer|no longer want to be)",
        "(. i|and i|so i|then i|hereby i|i hereby|i now|i therefore) (hereby|now|therefore)? "
        f"(cancel|terminate|end|quit) (my|our|the) {_CONTRACT}",
        "(wont|will not|not|never) (work|do business|cooperate|deal|order|collaborate) with you (any|"
        "again|in|.|anymore)",
    ),
}
