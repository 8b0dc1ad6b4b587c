"""What customers say in English."""

from collections.abc import Mapping

NEGATIONS = (
    "(no|dont|do not|doesnt|does not|didnt|did not|wouldnt|would not|never|no longer) (need|want|wanted|like|have to)",
    "(no need|no reason|no longer necessary|needn't|need not|neednt|without|instead of|rather than)",
    "(nice|good|great|glad|happy|pleasure|lovely) to (have|) (talk|talked|speak|spoken)",
    "not (need|asking|looking|necessary|required|interested|planning)",
    "(don't|do not|never) (bother|send|try|call|phone|ring|escalate|cancel|worry)",
    "(isn't|is not|wasn't|was not|not) (a|an|about|because)",
    "(thanks|thank you) (for|that|to|very much for|so much for)",
    "(spoke|talked|spoken|met) (to|with)",
)

_LAWYER = "(lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister|legal counsel|legal team)"
_CHIEF = (
    "(manager|managers|supervisor|supervisors|superior|superiors|boss|bosses|team lead|team leader|line manager|"
    "line managers|head of support|head of department|director|ceo|management|higher ups|managing director)"
)
_THE_CHIEF = "(manager|supervisor|superior|boss|team lead|team leader|head of support|director|management)"
_TALK = "(speak|talk|chat|communicate|a word|get in touch|be connected) (directly|in person)? (to|with)"
_ASKING = (
    "(can i|can we|could i|could we|may i|may we|let me|let us|want to|like to|need to|wish to|have to|possible to|"
    "allowed to|rather|prefer to|demand to|insist to|how do i|how can i|love to|refuse to do anything but|asked to|have)"
)
_WANT = "(want|need|like|demand|insist on|prefer|expect|request|give me|get me|find me|send me|is there|are there)"
_HUMAN = (
    "(human|humans|human being|human beings|human agent|human person|real person|real people|actual person|"
    "actual people|live person|live people|live agent|real agent|actual agent|living person|real human|actual human|"
    "live human|living human|real human being|actual human being|living being)"
)
_AGENT = (
    "(agent|representative|rep|advisor|adviser|operator|support person|staff member|member of staff|"
    "member of your team|member of your staff|service representative|support representative|customer service|"
    "customer support|technical support|support staff|employee|consultant|support team|your staff|your team)"
)
_ROBOT = "(bot|bots|robot|robots|machine|machines|chatbot|chatbots|ai|computer|automat|answering machine)"
_SOMEBODY = "(someone|somebody|anyone|anybody)"
_PEOPLE = "(customers|customer|users|user|clients|client|people|persons|members|patients|companies|accounts|employees)"
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
_VERY = "(very|extremely|deeply|so|really|absolutely|totally|completely|simply|just|utterly|quite|most|getting|more than)"
_OUTRAGE = (
    "(unacceptable|not acceptable|ridiculous|outrageous|scandalous|absurd|appalling|disgraceful|shameful|pathetic|"
    "a disgrace|an absolute disgrace|a joke|a bad joke|a farce|a scandal|a shame|an insult|unbelievable|a nightmare|"
    "beyond a joke|so frustrating|frustrating|unprofessional|an outrage|intolerable|a complete joke|an absolute joke)"
)

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"{_TALK} (a|an|any|some|one|the|another)? {_HUMAN}",
        f"{_TALK} (a|an|any|some|one|another) (person|people|proper person)",
        f"{_TALK} (a|an|any|one of your|the) (real|live|human|customer|customer service|support|technical)? {_AGENT}",
        f"{_ASKING} ~ {_TALK} (your|the)? {_AGENT}",
        f"{_ASKING} ~ {_TALK} {_SOMEBODY}",
        f"{_SOMEBODY} ~ (i|we|that|who) (can|could|may|might|to)? (actually)? (speak|talk|chat)",
        f"{_SOMEBODY} ~ (speak|talk|chat) (to|with) (me|us)",
        f"(no one|nobody|noone|person) ~ (to|i can|we can|who can) (speak|talk|chat) (to|with)",
        f"{_WANT} (to|to reach|to see|to have)? (a|an|any|another|some)? {_HUMAN}",
        f"(have|let|ask|by|from|with|to|me|reach|contact|find|hold of|a|any|nobody|where is) (an|a)? {_HUMAN} "
        f"(please|now|here|there|at|to|read|reads|reading|answer|answers|look|take|get|could|can|contact|who|that|i|we|.)",
        f"(are|is) (there|any) ~ {_HUMAN}",
        f"(reach|contact|find|get|hold of|hear from|dealt with by|answered by|reply from|answer from) (a|an|any|some)? {_HUMAN}",
        "(nobody|no one|noone) (human|real)",
        "(hand|pass|transfer|forward|connect|put|switch|redirect) (this|it|me|us|my case|my ticket|my request) "
        "(over|on|through)? (to|with) (a|an|one of your|another|someone|somebody|your) ~ "
        f"(person|human|colleague|colleagues|{_AGENT[1:]}",
        "(hand|pass|transfer|forward|connect|put) (this|it|me|us|my case|my ticket) (over|on|through)? (to|with) "
        "(someone|somebody|a person|a human|customer service|customer support)",
        f"(are you|is this|is that|am i) (just|only|even|actually|really)? (talking to|speaking to|chatting with|writing to)? "
        f"(a|an|just a|only a|even a|another)? (bot|robot|chatbot|machine|ai|computer|real person|human) (.|or|again)",
        f"(tired|sick|fed up|enough|done|bored|annoyed) (of|with|by) ~ {_ROBOT}",
        f"(discuss|talk|talking|speak|speaking|chat|chatting|arguing|argue|dealing|deal) ~ (to|with) (a|an|your|the|some)? "
        f"{_ROBOT}",
        f"(stop the|stop this|stop sending me to|turn off the|no more|not with a|not to a|not your|not the|"
        f"not another|not from a|and not a|and no|please no) {_ROBOT}",
        f"(chatbot|bot|your assistant|virtual assistant|your robot|automated system) (is useless|is no use|does not "
        f"understand|doesnt understand|cannot help|cant help|keeps|goes)",
        "(can|could|want to|like to|prefer to) (we|i|you)? (please)? (talk|speak|discuss this) in person",
        f"(human|person|agent|operator|representative) please",
        f"(. real person|. human|. a human|. agent|. operator|. representative) .",
        "(want|need|like) (someone|somebody|a person) ~ to (actually|really|finally|personally|properly)",
        "(someone|somebody|a person) ~ (look at|read|handle|deal with|contact me) ~ (personally|in person|properly|myself)",
    ),
    "wants_manager": (
        f"{_TALK} (your|a|another|someones) {_CHIEF}",
        f"{_ASKING} ~ {_TALK} the {_CHIEF}",
        f"(to|with|by|of|contact|involve|inform|ask|get|fetch|bring|need|want|from|see|have|is|put|tell|involving|cc) your "
        f"(direct|line|own|department)? {_CHIEF}",
        f"(want|need|would like|demand|is there|are there|get|see|for) (a|the|another) {_CHIEF} (.|to|who|now|please|"
        "immediately|on|at|available|here|there|involved)",
        f"(get|give|connect|transfer|put|pass|hand) (me|us|this) (on|through|over|straight)? (to|with)? (a|the|your|another) "
        f"{_THE_CHIEF} (.|now|please|immediately|at once|on|who|right|instead|straight)",
        f"through to (a|your|the) {_CHIEF}",
        f"(forward|pass|hand|escalate|raise|send|report|write|complain|speak) ~ to (your|a|senior|upper|higher|top) {_CHIEF}",
        "(senior|upper|higher|top) (management|manager|managers|level)",
        "(to|with) the (head|manager|director) of (support|customer service|customer support|service|customer care)",
        f"{_THE_CHIEF} please .",
        f"who is your {_CHIEF}",
        "(who is|whos) (in charge|the person in charge|responsible) (.|here|there|at|over|for this)",
        "(please|can you|could you|must|will you|kindly|.|and|now|to|just) escalate (this|it|my|our|the case|the ticket|the matter)",
        "(want|like|need|demand|ask|expect|asked|request) ~ (this|it|my|case|ticket|matter|be|to be) escalated",
        "(someone|somebody|anyone|person|people|whoever|one|those) (is|who is|whos|that is|with|who has)? (actually|really|more)? "
        "(in charge|higher up|more senior|authority|more authority|the authority|responsible for (this|customer))",
        "(someone|somebody|anyone|person|whoever|one) (who is|whos|that is|is) (actually)? responsible",
        "(someone|somebody|person) ~ (can|could|may|to|able to|allowed to) (actually|really)? (make decisions|decide|make a decision)",
        "person responsible for (this|customer|support|complaints)",
        "(supervisor|supervisors|manager|managers) (available|on duty|call me|contact me)",
        "(write|complain|turn|go|letter|appeal|contact) (directly|straight)? (to)? (your|the) (ceo|board|managing director|head office)",
    ),
    "wants_call": (
        "(call|phone|ring|telephone) (me|us) (back|at|on|under|now|asap|today|tomorrow|urgently|directly|instead|right|as|"
        "this|any|between|after|before|in|about|please|immediately|again|later|when|if|so|and|regarding)",
        "(. call|. phone|. ring|please phone|please ring|and call|then call|just call|kindly call|please call|or call) (me|us) .",
        "(please|kindly) (phone|ring|telephone) (me|us)",
        "(call|phone|ring) (me|us) .",
        "(can|could|would|will) (you|someone|somebody|anyone|anybody|they|a|one|your|the) ~ (call|phone|ring|telephone) (me|us)",
        "(want|need|like|prefer|expect|ask|asked|asking|waiting for|happy for|wait for) (you|someone|somebody|a|your|one) ~ "
        "to (call|phone|ring)",
        "(have|let|get|ask|tell) (someone|somebody|a|your|one|the) ~ (call|phone|ring|telephone) (me|us)",
        "(want|need|would like|id like|request|requesting|asking for|ask for|asked for|requested|promised|expecting|expect|"
        "waiting for|await|awaiting|prefer|appreciate|wait for) (a|your|the|that|my|his|her|another)? ~ (phone call|callback|"
        "call back|call from|call)",
        "(give|giving|drop) (me|us) a (quick|short|brief)? (call|ring|phone call|callback|bell|buzz)",
        "giving (me|us) a (call|ring)",
        "(be|get) called back",
        "(get|have|prefer) a (callback|call back|phone call)",
        "(can|could|may|shall|should) we ~ (have|schedule|arrange|book|set up|do|jump on|hop on|get on) a (quick|short|brief|"
        "phone)? (call|phone call|telephone call|callback)",
        "(please|to|lets) (arrange|schedule|set up|book) a (quick|short|phone)? (call|callback|phone call) (with|.|for|so|to)",
        "(talk|discuss|sort|speak|explain|clarify|easier|prefer|solve|settle|contact|quicker|better|faster|rather|resolve|do) ~ "
        "(on|over|by|via) (the)? (phone|telephone)",
        "(over|on|by) the (phone|telephone) (please|instead)",
        "(phone|telephone|direct) (number|line) (where|to reach|i can|we can|so i|on which|under which|please)",
        "(what|which) (phone|telephone)? number (can|do|should|could|may) (i|we) (call|reach|phone|ring)",
        "do you have a (phone|telephone|direct) (number|line) (.|i|we|where|for me)",
        "(reach|contact|get|call) me (at|on|under|by|via) (my|the)? (mobile|cell|phone|telephone|landline|office number|number)",
        "(nobody|no one|noone|not|never|did nobody|you havent|you have not) ~ (called|phoned|rung|rang|call|phone|ring) "
        "(me|us|back)",
        "(promised|supposed) ~ (to call|a call|to phone|to ring)",
        "(rather|prefer to|easier to) (talk|speak) (than|to you)",
    ),
    "no_help": (
        f"{_NOT} (really|at all|actually|yet|quite|been|be|even|particularly|much|any)? (help|helped|helping|helpful|"
        "solve|solved|fix|fixed|resolve|resolved|any help)",
        "(is|was|are|been|of) (absolutely|completely|totally)? (no|little|zero) (help|use|good) (to|.|at|for|whatsoever|here)",
        "(that|this|it|solution|suggestion|advice|steps|link|which|trick|fix) ~ (didnt|did not|hasnt|has not|havent) "
        "(work|worked|change anything|do anything|do the trick|make any)",
        "(that|this|solution|suggestion|advice|steps|link|fix) ~ (doesnt|does not|dont|do not|isnt|is not) (work|working) "
        "(either|for me|for us|in my|.|at all)",
        "(. didnt|. did not|sorry didnt|unfortunately didnt|unfortunately did not|sadly didnt) work",
        f"(didnt|did not|doesnt|does not|not|never|without|nobody|nor) (really|even|actually|at all)? "
        "(answer|answering|answered|address|addressing|addressed|read|reading|understand|understood) (to)? (my|our|the) "
        "(question|questions|concern|concerns|problem|issue|mail|message|request|point)",
        "still (isnt|is not|doesnt|does not|dont|do not|cant|cannot|can not|couldnt|not|wont|unable to|broken|unresolved|"
        "unsolved|the same|failing|fails|stuck|happening|there|wrong|not possible)",
        f"still (have|having|get|getting|see|seeing|got|facing|experiencing|there is|gives|shows|showing) (the|this|that|an|"
        f"exactly the)? (same|old|error)? (old)? {_PROBLEM}",
        f"(same|the very same|exactly the same|identical) (old)? (error|{_PROBLEM[1:]} (message)? (.|again|as|still|here|persists)",
        f"{_PROBLEM} (is|has|are|have|still|keeps|keep|just)? (still|already|now|simply)? (persist|persists|persisting|remains|"
        "remain|there|the same|back|come back|came back|returned|reappeared|reoccurred|happening|coming back|not gone|"
        "not solved|not fixed|not resolved|unsolved|unresolved|exists|reappears)",
        "(its|it is|this is|thats|that is|it has|it|this) (now|just)? (happening|happened|happens|broken|back|started) again",
        "(same|the same) (again|as before|as yesterday|still|result|as ever|story)",
        "(nothing|nothing has|nothing had) (really|ever)? (changed|works|worked|helps|helped|improved|happened)",
        "(no|without) (change|changes|improvement|effect|success|luck|difference|result) (.|still|at all|whatsoever|so|here|since)",
        "(isnt|wasnt|is not|was not|not|thats not|thats not) what i (asked|meant|wrote|wanted|want|need|am asking)",
        "(nothing|little) to do with (my|our|the|what)",
        "(dont|do not|didnt|cant|cannot) (understand|follow|see the point of) (your|the|this|that) (answer|reply|response|"
        "explanation|instructions|mail|message|advice|solution)",
        "(answer|reply|response|mail|email|link|article|advice|that|this) (is|was) (completely|totally|really)? "
        "(useless|no help|not useful|pointless|unhelpful|wrong|no use)",
        "(nobody|no one) (is helping|helps|helped|has helped|can help|cares|answers|has answered|answered)",
        "(have|ive|had|we|i|ve) (already|now)? (already|also)? (tried|did|done|read|followed|checked|know|seen|been through) "
        "(that|this|it|all|everything|those|these|each|your|the same)? ~ (already|yesterday|before|times|twice|several)",
        "already (tried|did|done|read|followed|checked|know|knew|seen|went through) (that|this|it|all|everything|those|these|"
        "your|the steps|what)",
        "i have already (read|tried|done|seen|followed|checked)",
        "(tried|done) (everything|all) (you|i|we|that|.|and|of|in|from|on)",
        "(told|said) you (that|this|so) (already|before|twice|three times)",
    ),
    "complaint": (
        "(file|make|lodge|submit|raise|register|put in|place|have|open) (a|an|my) (formal|official|serious|written)? complaint",
        "(formal|official|serious) complaint",
        "(want|like|wish|have|need|going|must|will|am writing) (to)? complain",
        "complain (about|to) (the way|you|your|how|this|my)",
        f"(im|am|are|were|feel|feeling|getting|getting really|be|become) {_VERY}? {_ANGRY}",
        f"(very|extremely|deeply|so|really) {_ANGRY} (with|about|by|at|that|.)",
        "(im|am|are|were|am still) (not|anything but|far from) (at all|very|really|in the least|exactly)? (happy|satisfied|"
        "pleased|impressed|amused) (with|about|by|at|.|how)",
        f"(this|that|it|which|service|support|behaviour|treatment|situation|thats|its|what you do|i find this|i find it) "
        f"(is|was|has become|really is)? (all|also|now)? {_VERY}? {_OUTRAGE}",
        f"(. {_OUTRAGE[1:]} (.|service|support)",
        f"(unacceptable|outrageous|ridiculous|absurd|disgraceful|pathetic|appalling|unbelievable) .",
        "what a (bad|complete|total|absolute)? (joke|disgrace|mess|farce|nightmare|waste of|terrible|shame)",
        "(terrible|awful|horrible|appalling|poor|lousy|dreadful|pathetic|rubbish|worst|abysmal|shocking|bad|useless) ~ "
        "(service|support|customer service|customer support|customer care|helpdesk)",
        "(service|support|helpdesk|company|customer service|treatment) ~ (is|was|are|has been) (really|absolutely|just|so|very|"
        "simply)? (terrible|awful|horrible|poor|lousy|dreadful|useless|rubbish|bad|a disaster|abysmal|the worst|rude)",
        "worst (service|support|customer service|customer support|company|experience)",
        "never (seen|had|experienced|encountered|been|met) ~ (such|so|worse|treated|bad|poor|terrible)",
        "(been|are|am|im|still|keep|were|ve) (still)? waiting (for|since|already|now|more|over|almost|here)? ~ (days|weeks|months|"
        "two weeks|ages|forever|hours|a week|a month|monday|last week)",
        "(waited|waiting) (for|already)? (over|more than|nearly|almost|about)? ~ (weeks|months|ages)",
        "(nobody|no one|noone|anyone|anybody) ~ (replied|replies|replying|answering|answered|answers|responds|responded|"
        "responding|cares|care|reacts|listening|listens|interested)",
        "(still|had|got|received|getting|get|have|with|.) (no|not any|zero) (answer|reply|response|reaction) "
        "(for|since|after|in|so|yet|.|at|to|from|whatsoever)",
        "(how many (more|) times|how often|how much longer|how long) (more|still)? (do|must|should|will|am|shall|have|are) (i|we)",
        "(explained|told|written|wrote|asked|described|reported|sent|called|complained|said) ~ (three|four|five|six|several|many|"
        "countless|ten|a dozen|a hundred|umpteen|multiple|3|4|5) times",
        "(third|fourth|fifth|sixth|3rd|4th|5th|tenth|umpteenth) (time|message|mail|email|request|attempt|reminder) (i|that|now|.|"
        "we|and|this|in|about)",
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
        "(same|another|these|your|only) ~ (automated|automatic|canned|standard|scripted|template|prewritten) (reply|replies|"
        "response|responses|answer|answers|mails|message|messages)",
        "(canned|boilerplate|copy and paste|copy paste) (reply|replies|response|responses|answer|answers)",
        "(going|running|sent|run|go|goes) (round|around|) in circles",
        "(passed|sent|pushed|shoved) (around|from one|from pillar|from department)",
    ),
    "leaving": (
        "(will|ill|well|going to|want to|wish to|have to|ready to|about to|decided to|like to|must|shall|gonna|forced to|"
        "need to|hereby|considering|thinking of|thinking about|am|are|be|im|please|and|consider|to|now|or|just|were) "
        "(now|also|then|seriously|immediately|just|be|hereby|therefore)? "
        "(cancel|cancelling|canceling|terminate|terminating|close|closing|quit|quitting|end|ending|delete) (my|our|this|your) "
        f"(whole|entire|business|premium|annual|yearly|monthly|current)? {_CONTRACT}",
        "(will|ill|going to|want to|decided to|have to|hereby|please|must|am|are|be|well) (now|be|hereby)? "
        "(cancel|cancelling|terminate|terminating|end|ending|quit) (the|all|everything) (.|contract|contracts|subscription|"
        "agreement|membership|cooperation|our)",
        "(cancelling|canceling|cancel|quit|quitting) everything",
        "(want|please|have|like|need|get|request|demand) ~ (my|our) ~ (closed|cancelled|canceled|terminated|ended|deleted)",
        "(confirm|confirmation of|process) (my|our|the) (cancellation|termination) (.|in writing|of (my|our|the) contract|by|as)",
        "(confirm|confirmation of) (my|our) (cancellation|termination)",
        f"(switch|switching|move|moving|change|changing|go|going|defect|leave|leaving|migrate|migrating|turn) ~ (to|for|over to) ~ "
        f"(a|an|another|your|one of your|some|the|other)? {_PROVIDER}",
        "(change|changing|switch|switching) (the|my|our)? (provider|providers|supplier|suppliers|vendor|vendors)",
        "take (my|our) (business|money|custom) (to|elsewhere|somewhere)",
        "(go|going|look|looking|shop|buy|money|custom|business) (somewhere else|elsewhere)",
        f"(looking|look|looked|searching|search|evaluating|considering|evaluate|comparing|talking to) (for|at|around for|into)? ~ "
        "(an alternative|alternatives|alternative provider|another provider|other providers|another supplier|other suppliers|"
        "another vendor|other vendors|a new provider|a new supplier|new provider|different provider|competitors|other options|"
        "alternative solutions|other solutions|your competitors)",
        "(you|youve|youre|will|your|just) ~ (lose|losing|lost) ~ (customer|client|customers|me|us) (.|as|over|because|with|for|if|here)",
        "(lose|losing|lost) (me|us) as (a|) (customer|customers|client|clients)",
        "(not|wont|never|no longer) ~ (renew|renewing|extend|extending|prolong) (my|our|the|this|it) (.|subscription|contract|licence|"
        "license|licences|licenses|plan|membership)",
        "(never|not) (ever)? (use|buy|order|book|shop|do business|recommend|using|buying|ordering) ~ (from|with|at|you|your|here) ~ "
        "again",
        "(last time|last order|last purchase|final order) (i|we|that|from|with) ~ (order|buy|use|used|do|from|with|book|place|you)",
        "(im|i am|we are|were) (gone|off|done with you|through with you|finished with you|done with your|leaving you|out of here)",
        "(leaving|leave) (you|your service|your platform|your company|for another|for a competitor|for one of your|for the competition)",
        "(thinking|considering|consider|think|thought) (about|of|seriously)? (leaving|quitting|cancelling|canceling|terminating)",
        "(last|final) (chance|warning) before",
        "(i quit|no longer be your|not be your|stop being your|no longer a customer|no longer want to be)",
    ),
}

_OTHERS = "(other|another|different|wrong|some other|many other)"
_DATA = (
    "(data|information|details|message|messages|mail|mails|email|emails|e mails|chat|chats|conversations|invoice|invoices|"
    "order|orders|file|files|document|documents|photo|photos|picture|pictures|profile|profiles|account|accounts|record|"
    "records|contract|contracts|name|names|address|addresses|ticket|tickets|inbox|statement|statements|bank details|"
    "payslip|payslips|bookings|phone number|phone numbers|private data|personal data|personal information|birthday)"
)
_SEE = (
    "(see|sees|seeing|saw|seen|read|reading|view|viewing|open|opened|access|accessed|got|get|getting|received|receive|"
    "receiving|show|shows|showed|shown|showing|display|displays|contains|contain|find|found|downloaded|in|into|with|has|have)"
)
_MINE = "(my|our|personal|private|customer|customers|user|medical|confidential|sensitive)"
_TAKEN = (
    "(logged|logging|signed|broke|broken|got|gotten|hacked|hacking|using|used|uses|accessed|accessing|entered|stole|stolen|"
    "changed|took|taken|hijacked|gained|tried to log|trying to log)"
)
_SECRET = "(password|passwords|credentials|api key|api keys|key|keys|token|tokens|login data|login details|access data)"
_THING = "(device|battery|charger|machine|cable|plug|socket|phone|laptop|it|adapter|power supply|unit|heater|product|appliance)"
_DEBITED = "(debited|charged|took|taken|deducted|withdrew|withdrawn|billed|collected|invoiced)"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(data|privacy) (breach|breaches|leak|leaks|violation|violations|scandal)",
        "(breach|leak|violation|invasion|theft) of (my|our|the|personal|customer|your)? ~ (privacy|data|gdpr|data protection)",
        f"(see|sees|seeing|saw|read|reading|open|opened|got|received|shown|showing|shows|show|found|getting) ~ {_OTHERS} "
        f"(peoples|persons|users|customers|companys|companies|clients|patients|members|employees|people|customer|user|person) ~ {_DATA}",
        f"{_DATA} (of|belonging to) (a|an|the|some)? {_OTHERS} {_PEOPLE}",
        f"{_DATA} (of|from|belonging to) (someone else|somebody else|strangers|a stranger|people i do not|people i dont|"
        "somebody i|someone i|a person i|a complete stranger|persons i)",
        f"{_SEE} ~ (someone|somebody) elses ~ {_DATA}",
        f"(someone|somebody) elses (personal|private)? (data|information|messages|orders|details|invoice|invoices|photos) "
        "(shows|show|showed|appears|appear|appeared|is|are|was|were|in|on)",
        f"(meant|intended|addressed|destined) (for|to) (a|an|another|someone|somebody) (different|other|else|customer|person|user)",
        f"(records|data|orders|invoices|messages|documents|files|details|patients) ~ (not mine|arent mine|not my own|dont belong "
        "to me|do not belong to|not ours)",
        f"{_MINE} ~ {_DATA} ~ (visible|public|publicly|exposed|published|leaked|disclosed|accessible|sold|posted) ~ (to|on|by|for|.|"
        "without|online|with|internet|in)",
        f"{_MINE} (medical|personal|private|health|bank|contact)? {_DATA} (was|were|has been|have been|got|is|are) (accidentally|"
        "mistakenly)? (sent|given|shared|passed|shown|forwarded) ~ (wrong|other|others|another|stranger|strangers|someone|somebody|"
        "third parties|everyone)",
        f"(you|youve|company) (have)? (just)? (sent|gave|given|shared|disclosed|published|leaked|forwarded|passed|sold|posted) ~ (my|our) ~ "
        f"{_DATA}",
        f"(published|shared|sent|passed|used|sold|disclosed|posted|gave|given) ~ {_DATA} ~ (without|against) (my|our|any) "
        "(consent|permission|knowledge|agreement|will|approval)",
        f"(why can|why do|that|how come) (other|another|all|strangers|different) {_PEOPLE}? ~ (see|read|view|open|access|look at) (my|our)",
        f"(strangers|everyone|everybody|anyone|anybody|other users|other customers|other people) (can|could|are able to) (now)? "
        "(see|read|view|access|look at) (my|our|all|the)",
        "(right to be forgotten|data subject request|subject access request|identity was exposed)",
        "(delete|erase|remove) (all)? (of)? (my|our|the)? (personal|private) (data|information)",
        "data protection (officer|authority|violation|complaint|commissioner|agency|law|act)",
        "(information commissioner|privacy commissioner|privacy violation)",
        "gdpr (request|violation|breach|complaint)",
        "(under|violation of|violates|breach of|according to|pursuant to) (the)? gdpr",
    ),
    "security": (
        "(been|got|was|were|is|are|account|im) hacked",
        "(account|accounts|system|server|servers|site|website|page|profile|mailbox|computer|network) (has been|have been|was|were|got|"
        "is|is being|might be|may be|could be) (compromised|taken over|hijacked|breached|infected|attacked)",
        "(been|was|is|got|be|were) (compromised|hijacked|taken over|infected)",
        "infected (with|by)",
        f"security (vulnerability|vulnerabilities|hole|holes|flaw|flaws|breach|incident|leak|issue|gap|problem|bug|weakness)",
        "(unauthorised|unauthorized) (access|login|logins|person|persons|user|users|people|sign in)",
        f"(someone|somebody|a stranger|strangers|hacker|hackers|they|unknown person|another person|some stranger|an attacker|stranger) "
        f"(else)? (has|have|is|was|must have|apparently)? (been)? {_TAKEN} ~ (my|our) ~ (account|accounts|password|passwords|profile|"
        "mailbox|e mail|email|system|server|site|website|page|login|network|identity|computer|phone)",
        "(login|logins|log in|log ins|sign in|sign ins|access|device|devices|activity|session|sessions|attempts) ~ (not me|not mine|"
        "not from me|not by me|wasnt me|werent me|dont recognize|dont recognise|do not recognise|do not recognize|i did not|never made)",
        "(suspicious|unknown|unusual|strange|foreign|unfamiliar) (login|logins|log in|sign in|activity|access|device|devices|ip|location|"
        "session)",
        "(changed|reset) my (password|e mail|email) ~ (without|behind)",
        f"{_SECRET} (was|were|have been|got|has been|is|are|may be|might be)? (now)? (stolen|leaked|exposed|compromised|public|published|"
        "on the internet|on github|in the wrong hands)",
        "(stole|steal|stealing|guessed|intercepted) (my|our) (password|passwords|account|identity|credentials|data)",
        "(found|discovered|reporting|report|there is|theres|detected|noticed|a|critical|serious|the) (a|an)? (critical|serious)? "
        "(vulnerability|vulnerabilities|exploit|backdoor) (in|on|of|with)",
        "(sql|code|script) injection",
        "(lets|let|can|could|able to|possible to|anyone|anybody) ~ (log in|login|get in|sign in|enter|access) ~ without (a|any|the|my)? "
        "(password|passwords|authentication|logging in|login|credentials|permission)",
        "(former|ex|old|dismissed|fired) (employee|employees|colleague|colleagues|admin|staff) ~ (still|can) (has|have|log|access|see)",
        "phishing (mail|mails|email|emails|page|site|attack|message|messages|link|attempt)",
        "(ransomware|malware|spyware|identity theft|brute force attack|ddos attack)",
    ),
    "safety": (
        "(caught|catches|catching|catch|burst into|went up in) (fire|flames)",
        f"{_THING} (is|was|were|are|has been) on fire",
        f"{_THING} (is|was|were|are|started|starts|began|has started|keeps)? (to)? (smoking|burning|sparking|melting|smoke|burn|melted|"
        "exploded|explodes|exploding)",
        "(smell|smells|smelled|smelt|stinks) (of|like)? (burning|burnt|smoke|gas|fire|something burning)",
        "(burning smell|burnt smell|smoke coming|smoke came|sparks coming)",
        "(gas|carbon monoxide) (is|was)? (leak|leaks|leaking|coming out|escaping|smell|alarm|poisoning)",
        "(could|will|might|going to|may|can) explode",
        "(electric|electrical) (shock|shocks)",
        "electrocuted",
        "(was|were|got|been|is|are|seriously|badly|get|be|gets) (badly|seriously)? (injured|wounded|killed|burned|burnt|hurt)",
        "(hurt|injured|cut|cut off|burned|burnt|broke|lost) (my|his|her|the|our|a|almost|nearly) ~ (finger|fingers|hand|hands|arm|leg|eye|"
        "eyes|foot|head|child|son|daughter|face)",
        "(risk|danger) (of|to) (injury|injuries|fire|explosion|life|health|my health|our health|death|suffocation)",
        "(life|lives) (is|are) (in|at) (danger|risk)",
        "(life threatening|danger to life|extremely dangerous|very dangerous|mortal danger)",
        "(death|bomb) (threat|threats)",
        "(threatened|threatens|threatening|threaten) (to kill|to hurt|to harm|to shoot|to beat|to attack|me|us|my)",
        "(kill|hurt|harm|shoot|stab|attack) (me|us|my family|him|her|myself|himself|herself|themselves|themself|someone|somebody|people)",
        "(suicide|suicidal|self harm)",
        "(dont|do not|no longer|not) want to (live|be alive|go on living|live any)",
        "(end|take) (my|his|her|their) (own)? life",
        "knows? where (i|we) live",
        "(swallowed|swallow) (a|the|some|part|one|it|two)",
        "(ended up|taken|rushed|brought|had to go|are|is now|is) (in|to|at) (the)? (hospital|emergency room|er|intensive care) .",
    ),
    "legal": (
        f"(my|our) {_LAWYER} ~ (will|would|shall|is going to|are going to|says|say|advises|advised|contacts|contact|has been|have been|"
        "is informed|sue|writes|takes|take)",
        f"(hear|letter|mail|call) from (my|our|a|the) {_LAWYER}",
        f"(contact|contacting|inform|involve|consult|instruct|instructed|call|ask|to|with|hired|engaged|informed|consulted|involve) (my|our) "
        f"{_LAWYER}",
        f"(contact|hire|hired|consult|consulted|instruct|instructed|involve|see|get|need|engage|engaged|take) (a|an) {_LAWYER}",
        "(take|taking|bring|start|starting|consider|considering|face|pursue|further|initiate|begin|threaten|any|take any|possible) legal "
        "(action|actions|steps|proceedings|measures|consequences)",
        "legal (action|actions|proceedings|claim|measures) (against|will|.|if|to|in)",
        "(take|taking|bring|see|go|going|meet|end up) (you|this|it|them|the matter|the case)? (to|in) (court|small claims court)",
        "(sue|suing|prosecute|prosecuting) (you|your company|them|the company|for|your)",
        "(lawsuit|cease and desist|subpoena|court order|court summons|small claims|ombudsman|trading standards)",
        "(press|pressing|bring|file|filing) (criminal)? (charges|a lawsuit|suit|a claim|a police report)",
        "(report|reporting|reported|denounce) (you|this|it|your company|the matter|everything) ~ (police|authorities|regulator|"
        "consumer|prosecutor|ombudsman|watchdog)",
        "(go|going|went|complaint) to the police",
        "consumer (protection|association|rights|advice|watchdog|organisation|organization|champion)",
        "(breach|violation|breached|breaking|violating|in breach) (of)? (the|our|your)? contract",
        "(this is|thats|is|its|committing|pure|constitutes|outright) (a|nothing but)? (fraud|scam)",
        "(claim|claiming|demand|demanding|sue for) (damages|compensation)",
    ),
    "payment": (
        "(charged|billed|debited|paid|deducted|withdrawn|invoiced|taken|collected) ~ (twice|double|two times|three times|a second time|"
        "doubly|multiple times)",
        "(double|duplicate|duplicated) (charge|charged|charges|billing|payment|payments|debit|debited|booking)",
        "(unauthorised|unauthorized|fraudulent|unknown|unexplained|wrong|strange|unjustified) (charge|charges|payment|payments|"
        "transaction|transactions|debit|debits|withdrawal|deduction)",
        "money (was|has been|is|were) (taken|stolen|gone|missing|withdrawn|debited|deducted)",
        "(charged|debited|withdrawn|money|taken|account|deducted|collected) ~ without (my|our|any)? (consent|permission|authorisation|"
        "authorization|knowledge|approval|asking)",
        "(card|account) (was|has been) (charged|debited) ~ (twice|again|without|although|wrongly|though)",
        "(chargeback|charge back my|charge back the)",
        "(charge|charges|payment|payments|transaction|debit|purchase|amount) ~ i (have)? (don't|do not|didn't|did not|never) (recognize|"
        "recognise|know|make|made|authorise|authorize|authorised|authorized|order|ordered|approve|approved)",
        "(wrong|incorrect) amount (was|has been|) (charged|debited)",
        "(my|our) (hard earned)? money (back|returned|refunded|immediately)",
        "(the|that|this) money back",
        "(refund|reimburse|repay) (me|us|my|our|the money|the amount|the full|this amount|it)",
        "(want|need|demand|request|like|expect|claim|get|issue|process|require|for|give me|owe me|receive|entitled to) (a|my|our|the|"
        "an|your) (full|immediate|complete|partial|promised)? (refund|reimbursement|refunded)",
        "(where is|wheres|when will i get|when do i get|waiting for|awaiting|about|promised) (my|the|a|our) (refund|reimbursement|money)",
        "(havent|have not|never|not|hasnt|has not) ~ (received|got|arrived|seen|gotten|had) ~ (refund|reimbursement|money)",
        f"(you|youve|they|company) (have|ve|just|had|keep)? (already|again|just)? {_DEBITED} ~ (my|from my|our|me|us|without|euros|dollars|"
        "pounds|too much)",
        "(why|how come) (did|was|were|have|has|is|are|am|do) ~ (charge|charged|debit|debited|bill|billed|deducted|withdrawn|being charged)",
        "(dispute|disputing|contest|contesting|reverse|disputed) (this|the|that|a|your|these)? (charge|charges|payment|debit|transaction)",
        "(overcharged|overbilled|over charged|charged too much|billed too much|charged for something)",
        "(charged|billed|invoiced|pay|paying) ~ (instead of|even though|although|despite)",
        "(my|this|your|last|latest|your last) (invoice|bill) (is|was|seems) (wrong|incorrect|too high|not correct|not right|false|far too "
        "high)",
        "(paid|already paid|have paid|payment) ~ (but|still|yet|and) ~ (unpaid|not paid|outstanding|a reminder|reminder|payment due|overdue|"
        "as open|dunning)",
        "(still|as|shows|says|marked) (as)? (unpaid|not paid)",
    ),
}
