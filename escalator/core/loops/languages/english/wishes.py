"""How English speaking customers ask for a person, a call or somebody in charge."""

from collections.abc import Mapping

_CHIEF = (
    "(manager|managers|supervisor|supervisors|superior|superiors|boss|bosses|team lead|team leader|line manager|"
    "line managers|head of support|head of department|director|ceo|management|higher ups|managing director)"
)
_THE_CHIEF = "(manager|supervisor|superior|boss|team lead|team leader|head of support|director|management)"
_TALK = "(speak|talk|chat|communicate|a word|get in touch|be connected) (directly|in person)? (to|with)"
_ASKING = (
    "(can i|can we|could i|could we|may i|may we|let me|let us|want to|like to|need to|wish to|have to|possible "
    "to|allowed to|rather|prefer to|demand to|insist to|how do i|how can i|love to|refuse to do anything but|"
    "asked to|have)"
)
_WANT = "(want|need|like|demand|insist on|prefer|expect|request|give me|get me|find me|send me|is there|are there)"
_HUMAN = (
    "(human|humans|human being|human beings|human agent|human person|real person|real people|actual person|"
    "actual people|live person|live people|live agent|real agent|actual agent|living person|real human|actual "
    "human|live human|living human|real human being|actual human being|living being)"
)
_AGENT = (
    "(agent|representative|rep|advisor|adviser|operator|support person|staff member|member of staff|member of "
    "your team|member of your staff|service representative|support representative|customer service|customer "
    "support|technical support|support staff|employee|consultant|support team|your staff|your team)"
)
_ANYONE = (
    "(person|human|colleague|colleagues|agent|representative|advisor|operator|member of staff|member of your "
    "team|customer service|customer support|employee|support team)"
)
_ROBOT = "(bot|bots|robot|robots|machine|machines|chatbot|chatbots|ai|computer|automat|answering machine)"
_SOMEBODY = "(someone|somebody|anyone|anybody)"

WISHES: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        "(deal|dealing|work|working|correspond|be in touch) with (a|an|real|some)? (real|actual|living)? "
        "(person|human|human being|people)",
        "(anybody|anyone|somebody|someone|nobody) (real|human|alive|living)",
        "(could|can|may|might) (a|one of your|another) ~ (colleague|colleagues|team member|employee|"
        "staff) ~ (look|read|check|take|answer|help|handle)",
        "(talking|writing|speaking|chatting|talk|write|speak) to (a)? (software|program|programme|"
        "computer|machine|wall)",
        "who can (i|we) (talk|speak|chat) (to|with)",
        "a (human|person|real person) (this time|for once|instead|would be|.)",
        "(no|no more) (bot|bots|robots|chatbot|chatbots|machines|automatic answers|automated answers)",
        f"{_TALK} (a|an|any|some|one|the|another)? {_HUMAN}",
        f"{_TALK} (a|an|any|some|one|another) (person|people|proper person)",
        f"{_TALK} (a|an|any|one of your|the) (real|live|human|customer|customer service|support|technical)? {_AGENT}",
        f"{_ASKING} ~ {_TALK} (your|the)? {_AGENT}",
        f"{_ASKING} ~ {_TALK} {_SOMEBODY}",
        f"{_SOMEBODY} ~ (i|we|that|who) (can|could|may|might|to)? (actually)? (speak|talk|chat)",
        f"{_SOMEBODY} ~ (speak|talk|chat) (to|with) (me|us)",
        "(no one|nobody|noone|person) ~ (to|i can|we can|who can) (speak|talk|chat) (to|with)",
        f"{_WANT} (to|to reach|to see|to have)? (a|an|any|another|some)? {_HUMAN}",
        "(have|let|ask|by|from|with|to|me|reach|contact|find|hold of|a|any|nobody|where is) (an|a)? "
        f"{_HUMAN} (please|now|here|there|at|to|read|reads|reading|answer|answers|look|take|get|could|can|"
        "contact|who|that|i|we|.)",
        f"(are|is) (there|any) ~ {_HUMAN}",
        "(reach|contact|find|get|hold of|hear from|dealt with by|answered by|reply from|answer from) (a|"
        f"an|any|some)? {_HUMAN}",
        "(nobody|no one|noone) (human|real)",
        "(hand|pass|transfer|forward|connect|put|switch|redirect) (this|it|me|us|my case|my ticket|my "
        "request) (over|on|through)? (to|with) (a|an|one of your|another|someone|somebody|your) ~ "
        f"{_ANYONE}",
        "(hand|pass|transfer|forward|connect|put) (this|it|me|us|my case|my ticket) (over|on|through)? "
        "(to|with) (someone|somebody|a person|a human|customer service|customer support)",
        "(are you|is this|is that|am i) (just|only|even|actually|really)? (talking to|speaking to|"
        "chatting with|writing to)? (a|an|just a|only a|even a|another)? (bot|robot|chatbot|machine|ai|"
        "computer|real person|human) (.|or|again)",
        f"(tired|sick|fed up|enough|done|bored|annoyed) (of|with|by) ~ {_ROBOT}",
        "(discuss|talk|talking|speak|speaking|chat|chatting|arguing|argue|dealing|deal) ~ (to|with) (a|"
        f"an|your|the|some)? {_ROBOT}",
        "(stop the|stop this|stop sending me to|turn off the|no more|not with a|not to a|not your|not "
        f"the|not another|not from a|and not a|and no|please no) {_ROBOT}",
        "(chatbot|bot|your assistant|virtual assistant|your robot|automated system) (is useless|is no "
        "use|does not understand|doesnt understand|cannot help|cant help|keeps|goes)",
        "(can|could|want to|like to|prefer to) (we|i|you)? (please)? (talk|speak|discuss this) in person",
        "(human|person|agent|operator|representative) please",
        "(. real person|. human|. a human|. agent|. operator|. representative) .",
        "(want|need|like) (someone|somebody|a person) ~ to (actually|really|finally|personally|properly)",
        "(someone|somebody|a person) ~ (look at|read|handle|deal with|contact me) ~ (personally|in "
        "person|properly|myself)",
        "(dont|do not|no longer|refuse to|never|not going to|not|hate to|tired to) (want|wish|like|"
        "intend|prefer)? (to)? (talk|speak|chat|discuss|deal|communicate|write|talking|speaking|"
        f"chatting) (to|with) (a|an|your|this|some|any)? {_ROBOT}",
        "(let|have|make|want|like|ask) (a|another|some|any|one) (person|human|human being|employee|"
        "member of staff|colleague) ~ (handle|help|process|read|answer|look|deal|take|check|reply|write|"
        "decide|review|to)",
        "(helped|served|answered|handled|treated|processed|looked at|dealt with|read) by (a|an|some) "
        "(real|actual)? (person|human|human being|employee|agent)",
        "(which|who) (of your|among your)? (employee|employees|staff|people|colleagues|agent)? (can|"
        "could|may|should|do) i (turn to|talk to|speak to|write to|address|speak with)",
        "(someone|somebody|one) (from|of|in|on) your (team|staff|support|people|support people|company|"
        "employees|support team|agents) ~ (talk|speak|write|contact|help|look|answer|get in touch|call|"
        "take|reply|please)",
        "(connect|transfer|put) (me|us) (through|over)? (to|with) (an|a|your|one of your|some) (agent|"
        "agents|representative|employee|person|human|operator|advisor|colleague|support person)",
    ),
    "wants_call": (
        "(short|quick|brief|little|personal) (phone|telephone)? (call|conversation by phone|telephone "
        "conversation|phone conversation|conversation on the phone) (would|could|might|may|should|be|is|"
        "please|.)",
        "(short|quick|brief)? (phone|telephone) (call|conversation) (would|could|might|be|possible|"
        "please|tomorrow|today)",
        "(would|could|should|to|will|can|did not|didnt|never) (get|receive|have|had|got|received) (a|the|"
        "my|your|any) (promised)? (phone)? (call|callback|call back) (.|from|back|today|tomorrow|this|"
        "but|and|nothing|about|yet)",
        ". (call|ring|phone) (my|our|the) (office|mobile|home|number|cell|office number|work number|landline)",
        "(please|can you|could you) (call|ring|phone) (my|our) (office|mobile|home|number|cell|landline)",
        "(ok|okay|possible|good|fine|can) (if)? (we|i) (could|can)? ~ (talk|speak) (to you)? (on|by|"
        "over) (the)? (phone|telephone)",
        "(talk|speak) on the (phone|telephone)",
        "(call|phone|ring|telephone) (me|us) (back|at|on|under|now|asap|today|tomorrow|urgently|directly|"
        "instead|right|as|this|any|between|after|before|in|about|please|immediately|again|later|when|if|"
        "so|and|regarding)",
        "(. call|. phone|. ring|please phone|please ring|and call|then call|just call|kindly call|please "
        "call|or call) (me|us) .",
        "(please|kindly) (phone|ring|telephone) (me|us)",
        "(call|phone|ring) (me|us) .",
        "(can|could|would|will) (you|someone|somebody|anyone|anybody|they|a|one|your|the) ~ (call|phone|"
        "ring|telephone) (me|us)",
        "(want|need|like|prefer|expect|ask|asked|asking|waiting for|happy for|wait for) (you|someone|"
        "somebody|a|your|one) ~ to (call|phone|ring)",
        "(have|let|get|ask|tell) (someone|somebody|a|your|one|the) ~ (call|phone|ring|telephone) (me|us)",
        "(want|need|would like|id like|request|requesting|asking for|ask for|asked for|requested|"
        "promised|expecting|expect|waiting for|await|awaiting|prefer|appreciate|wait for) (a|your|the|"
        "that|my|his|her|another)? ~ (phone call|callback|call back|call from|call .|call this|call "
        "today|call tomorrow|call at|call on|call as|call before|call please|call about|call with)",
        "(give|giving|drop) (me|us) a (quick|short|brief)? (call|ring|phone call|callback|bell|buzz)",
        "giving (me|us) a (call|ring)",
        "(be|get) called back",
        "(get|have|prefer) a (callback|call back|phone call)",
        "(can|could|may|shall|should) we ~ (have|schedule|arrange|book|set up|do|jump on|hop on|get on) "
        "a (quick|short|brief|phone)? (call|phone call|telephone call|callback)",
        "(please|to|lets) (arrange|schedule|set up|book) a (quick|short|phone)? (call|callback|phone "
        "call) (with|.|for|so|to)",
        "(talk|discuss|sort|speak|explain|clarify|easier|prefer|solve|settle|contact|quicker|better|"
        "faster|rather|resolve|do) ~ (on|over|by|via) (the)? (phone|telephone)",
        "(over|on|by) the (phone|telephone) (please|instead)",
        "(phone|telephone|direct) (number|line) (where|to reach|i can|we can|so i|on which|under which|please)",
        "(what|which) (phone|telephone)? number (can|do|should|could|may) (i|we) (call|reach|phone|ring)",
        "do you have a (phone|telephone|direct) (number|line) (.|i|we|where|for me)",
        "(reach|contact|get|call) me (at|on|under|by|via) (my|the)? (mobile|cell|phone|telephone|"
        "landline|office number|number)",
        "(nobody|no one|noone|not|never|did nobody|you havent|you have not) ~ (called|phoned|rung|rang|"
        "call|phone|ring) (me|us|back)",
        "(promised|supposed) ~ (to call|a call|to phone|to ring)",
        "(rather|prefer to|easier to) (talk|speak) (than|to you)",
        "(do call|call) me (it|its|this|that|please|urgently|i)",
        "(can|could|may) i (call|phone|ring) (you|someone|somebody) (somewhere|directly|on|at|.|back|"
        "instead|about|to)?",
        "(get in touch|contact me|contact us|reach me|respond|answer|reach out) ~ by (phone|telephone)",
    ),
    "wants_manager": (
        "your (boss|bosses|supervisor|supervisors|superior|superiors|line manager|team lead|team leader|"
        "director|management|ceo|head of department|higher ups)",
        "(case|this|it|ticket|matter|issue|complaint|request) ~ (has to be|must be|needs to be|should be|"
        "to be|have to be|be|get|gets|got) escalated",
        "(decision|answer|reply|statement|word|e mail address|email address|address|name|number|"
        f"reaction) (by|from|of) your {_CHIEF}",
        "(someone|somebody|anybody|anyone|person) (more senior|senior|higher|higher up|above you|over "
        "you|further up)",
        "(whoever|person who|one who|who) (runs|leads|heads|manages|is heading|is running) (your|this|"
        "the) (department|team|support|company|office)",
        f"{_TALK} (your|a|another|someones) {_CHIEF}",
        f"{_ASKING} ~ {_TALK} the {_CHIEF}",
        "(to|with|by|of|contact|involve|inform|ask|get|fetch|bring|need|want|from|see|have|is|put|tell|"
        f"involving|cc) your (direct|line|own|department)? {_CHIEF}",
        f"(want|need|would like|demand|is there|are there|get|see|for) (a|the|another) {_CHIEF} (.|to|who|"
        "now|please|immediately|on|at|available|here|there|involved)",
        "(get|give|connect|transfer|put|pass|hand) (me|us|this) (on|through|over|straight)? (to|with)? "
        f"(a|the|your|another) {_THE_CHIEF} (.|now|please|immediately|at once|on|who|right|instead|"
        "straight)",
        f"through to (a|your|the) {_CHIEF}",
        "(forward|pass|hand|escalate|raise|send|report|write|complain|speak) ~ to (your|a|senior|upper|"
        f"higher|top) {_CHIEF}",
        "(senior|upper|higher|top) (management|manager|managers|level)",
        "(to|with) the (head|manager|director) of (support|customer service|customer support|service|customer care)",
        f"{_THE_CHIEF} please .",
        f"who is your {_CHIEF}",
        "(who is|whos) (in charge|the person in charge|responsible) (.|here|there|at|over|for this)",
        "(please|can you|could you|must|will you|kindly|.|and|now|to|just) escalate (this|it|my|our|the "
        "case|the ticket|the matter)",
        "(want|like|need|demand|ask|expect|asked|request) ~ (this|it|my|case|ticket|matter|be|to be) escalated",
        "(someone|somebody|anyone|person|people|whoever|one|those) (is|who is|whos|that is|with|who "
        "has)? (actually|really|more)? (in charge|higher up|more senior|authority|more authority|the "
        "authority|responsible for this|responsible for customer|responsible for complaints)",
        "(someone|somebody|anyone|person|whoever|one) (who is|whos|that is|is) (actually)? responsible",
        "(someone|somebody|person) ~ (can|could|may|to|able to|allowed to) (actually|really)? (make "
        "decisions|decide|make a decision)",
        "person responsible for (this|customer|support|complaints)",
        "(supervisor|supervisors|manager|managers) (available|on duty|call me|contact me)",
        "(write|complain|turn|go|letter|appeal|contact) (directly|straight)? (to)? (your|the) (ceo|board|"
        "managing director|head office)",
        "(goes|go|brought|taken|get|gets|be sent|passed) (up)? to (the|your|upper|top)? (management|boss|"
        "supervisor|director|head office|manager)",
    ),
}
