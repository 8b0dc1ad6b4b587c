"""What customers say in English."""

from collections.abc import Mapping

NEGATIONS = (
    "(no|dont|do not|doesnt|does not|didnt|did not|wouldnt|would not|never|no longer) (need|want|"
    "wanted|like|have to)",
    "no need",
    "(nice|good|great|glad|happy|pleasure|lovely) to (have|) (talk|talked|speak|spoken)",
    "not (need|asking|looking|necessary|required|interested)",
    "(needn't|need not|without|instead of|rather than)",
    "(please|) (don't|do not) (bother|send|try)",
    "(isn't|is not|wasn't|was not|not) (a|an|about|because)",
)

_TALK = "(speak|talk|chat) (to|with)"
_ASKING = "(can i|can we|could i|may i|let me|want to|like to|need to|wish to|have to|possible to|allowed to)"
_LAWYER = "(lawyer|lawyers|attorney|attorneys|solicitor|solicitors|legal counsel)"
_CHIEF = "(manager|supervisor|superior|boss|team lead|team leader|line manager|head of support)"

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"{_TALK} (a|an|any|some|one|) (real|actual|live|living|) (human|person|human being|humans|people)",
        f"{_TALK} (a|an) (real|actual|live|human|) (agent|representative|rep|advisor|operator)",
        f"{_ASKING} (please|actually|finally|) {_TALK} (someone|somebody|anyone|anybody)",
        "(i|we) (want|need|would like|demand) (a|an|) (real|actual|living|) (human|person|human being)",
        "(get|give|connect|transfer|put) me (a|to a|with a|through to a) (real|live|) (human|person|agent)",
        "(have|let|get|ask) (a|an) (real|actual|) (human|person|human being) (to|) (look|read|answer|reply|contact)",
        "(answer|answered|read|reply|reviewed|looked at|seen) (from|by) (a|an) (real|actual|) (human|"
        "person|human being)",
        "(is|does) (there|) (anyone|anybody|a human|a real person|a real human) (there|home|read|reading|actually)",
        "(not|stop) (a|with the|talking to) (bot|bots|robot|robots|machine|machines|chatbot)",
        "(are you|is this|am i talking to) (a|even a|only a|just a) (bot|robot|machine|real person|human)",
        "(human|person|human being) (that|who|whom|) (i|we) (can|could) (speak|talk)",
        "(human|person) please",
    ),
    "wants_manager": (
        f"{_TALK} (your|a|another) {_CHIEF}",
        f"{_ASKING} (please|) {_TALK} the {_CHIEF}",
        f"(i|we) (want|need|would like|demand) (a|your|the) {_CHIEF} (.|to|who|now|please|immediately|on)",
        f"(get|give|connect|transfer|put|pass) me (a|your|the|to a|to your|with a|with your|on to your) {_CHIEF}",
        f"(put me|) through to (a|your|the) {_CHIEF}",
        f"(ask|involve|contact|name of|forward this to|send this to|pass this to) your {_CHIEF}",
        f"{_CHIEF} please .",
        f"who is your {_CHIEF}",
        "(please|can you|could you|must) escalate (this|it|my|the|our)",
        "(want|would like|need|demand) (this|it|my case|my ticket|the case) (to be|) escalated",
        "(someone|somebody) (with|who has) (authority|more authority|the authority)",
    ),
    "wants_call": (
        "(please|) (call|phone|ring) (me|us) (back|at|on|under|now|asap|today|tomorrow|urgently|directly|instead)",
        "(call|phone|ring) (me|us) .",
        "(can|could|would|will) (you|someone|somebody|anyone|they) (please|kindly|) (call|phone|ring) (me|us)",
        "(want|need|would like|request|requesting|asking for|ask for) (a|your) (phone|) (call|callback)",
        "(want|need|would like|request|asking for) (a|) call back",
        "(want|would like|need|prefer) (you|someone|somebody) to (call|phone|ring) (me|us)",
        "(give|giving) (me|us) a (call|ring|phone call|callback)",
        "(be|get) called back",
        "(get|have|prefer) a (callback|call back|phone call)",
        "(arrange|schedule|book) (a|) (call|callback|phone call)",
        "(can|could|may) (we|i) (speak|talk) (on|by|over) (the|) (phone|telephone)",
        "(over|on|by) the phone (please|instead)",
        "please (call|phone) .",
    ),
    "no_help": (
        "(did not|didn't|does not|doesn't|hasn't|has not|have not|isn't|not) (really|) (help|helped|helping|helpful)",
        "(did not|didn't|does not|doesn't|hasn't|has not) (solve|solved|fix|fixed|resolve|resolved) (it|"
        "this|my|our|the)",
        "(did not|didn't|does not|doesn't|have not|haven't|never|not) (answer|answered|address|addressed) my",
        "still (not|isn't|doesn't|does not|don't|can't|cannot) (working|work|works|fixed|solved|resolved|open)",
        "(not|isn't|wasn't) what i (asked|meant|wrote|wanted)",
        "(problem|issue|error) (still|) (persists|remains|is still there|is still the same|is back|came "
        "back|is not solved)",
        "(same|the same) (problem|issue|error) (again|as before|still)",
        "of no (help|use)",
        "(this|that) (did not|didn't) (work|change anything)",
        "(answer|reply|response|mail|email|link|article|advice) (is|was) (useless|no help|not useful)",
        "(nobody|no one) (is helping|helps|helped|has helped|can help|cares|answers|has answered|answered)",
        "(tried|did) (that|all that|all of that|this|it) already",
        "(already|) (told|said) you (that|this|so) (already|before|twice|three times)",
    ),
    "complaint": (
        "(file|make|lodge|submit|raise|register) (a|an) (formal|official|) complaint",
        "(formal|official) complaint",
        "(want|would like|wish|have) to complain",
        "this is (absolutely|totally|completely|simply|just|) (unacceptable|ridiculous|outrageous|scandalous|absurd)",
        "this is (a|an absolute|) (disgrace|joke|farce|scandal)",
        "(unacceptable|outrageous|ridiculous) .",
        "worst (service|support|customer service|customer support|company)",
        "(very|extremely|deeply|so|really) (disappointed|angry|frustrated|upset|annoyed) (with|about|by|at|that|.)",
        "(same|another|these|your|only) (automated|automatic|canned|standard|scripted|template) (reply|"
        "replies|response)",
        "(same|another|these|your|only) (automated|automatic|canned|standard|scripted) (responses|answer|"
        "answers|mails)",
        "(canned|boilerplate|copy and paste|copy paste) (reply|replies|response|responses|answer|answers)",
        "(going|running|sent|run|go|goes) (round|around|) in circles",
        "(passed|sent|pushed|shoved) (around|from one|from pillar|from department)",
    ),
    "leaving": (
        "(will|going to|want to|wish to|have to|ready to|about to|decided to) (now|) (cancel|terminate|"
        "close|quit|end) "
        "(my|our|the|this) (contract|account|subscription|membership)",
        "(switch|switching|move|moving|change|changing|go|going) to (a|another|your|one of your|some) "
        "(competitor|competitors|competition|other provider|different provider|provider|different supplier|supplier)",
        "take (my|our) (business|money|custom) elsewhere",
        "(looking|look|searching) for (an alternative|alternatives|another provider|another supplier)",
        "never (use|buy|order|book|shop) (from|with|at|) (you|your service|your services|your product) again",
        "(lose|losing|lost) (me|us) as (a|) (customer|customers|client|clients)",
        "(am|are|be) leaving (you|your service|your platform|your company)",
        "(last|final) (chance|warning) before",
    ),
}

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(data|privacy) (breach|breaches|leak|leaks|violation)",
        "(personal|private|my|our|customer|customers|user) (data|information|details|messages|photos) "
        "(was|were|is|are|has been|have been|got) (leaked|exposed|visible|published|disclosed|public)",
        "(see|seeing|saw|shows|showed|view|open|access|got|received) (the|) (other people's|another person's|"
        "another customer's|another user's|someone else's|somebody else's|other users|other customers|strangers) "
        "(personal|private|) (data|information|messages|orders|details|account|accounts|invoice|invoices|profile|"
        "documents|files|photos|mails|emails|tickets|name|names|address|addresses)",
        "(data|information|messages|details|orders) of (other|another|someone|somebody) "
        "(people|users|customers|user|customer|person|else)",
        "(someone|somebody) else's (personal|private|) (data|information|messages|orders|details|invoice|photos) "
        "(shows|show|showed|appears|appear|appeared|is|are|was|were|in|on)",
        "right to be forgotten",
        "data protection (officer|authority|violation|complaint|commissioner)",
        "gdpr (request|violation|breach|complaint)",
        "(under|violation of|violates|breach of) (the|) gdpr",
    ),
    "security": (
        "(been|got|was|were|is|are|account) hacked",
        "(account|accounts|system|server|site|website|page|profile) (has been|was|were|got|is) "
        "(compromised|taken over|hijacked|breached)",
        "security (vulnerability|vulnerabilities|hole|flaw|breach|incident|leak)",
        "(unauthorised|unauthorized) (access|login|logins|person|persons)",
        "(someone|somebody|they|hackers) (hacked|have hacked|has hacked|broke into|got into) (my|our) "
        "(account|accounts|page|site|profile|system|mailbox)",
        "(a|critical|serious|the) vulnerability in (your|the)",
        "(password|passwords|credentials|keys) (was|were|have been|got|has been) (stolen|leaked|exposed)",
        "(sql|code) injection",
        "phishing (mail|mails|email|emails|page|site|attack|message|messages)",
        "ransomware",
    ),
    "safety": (
        "(caught|catches|catching) fire",
        "(electric|electrical) shock",
        "(was|were|got|been|is|are|seriously|badly) injured",
        "(risk|danger) (of|to) (injury|fire|explosion|life|health|my health|our health)",
        "(life|lives) (is|are) in danger",
        "(death|bomb) (threat|threats)",
        "(threatened|threatens|threatening) (to kill|to hurt|to harm|me with violence)",
        "(kill|hurt|harm) (myself|himself|herself|themselves)",
        "(suicide|suicidal)",
        "(gas leak|carbon monoxide|smoke coming out)",
    ),
    "legal": (
        f"(my|our) {_LAWYER} (will|would|shall|is going to|are going to|says|say|advises|advised|contacts)",
        f"(hear|letter|mail|call) from (my|our|a) {_LAWYER}",
        f"(contact|contacting|inform|involve|consult|instruct|call|ask|to|with) (my|our) {_LAWYER}",
        "(contact|hire|hired|consult|consulted|instruct|instructed|involve|see|get|need) a (lawyer|solicitor)",
        "(take|taking|bring|start|consider|considering|face|pursue|further) legal (action|steps|proceedings)",
        "legal (action|proceedings|claim) (against|will)",
        "(take|taking|bring|see) (you|this|it|them) (to|in) court",
        "(sue|suing) (you|your company|them)",
        "(lawsuit|cease and desist|subpoena|court order|court summons)",
    ),
    "payment": (
        "(charged|billed|debited|paid) (me|us|) (twice|double|two times|three times)",
        "(double|duplicate) (charge|charged|billing|payment|debit)",
        "(unauthorised|unauthorized|fraudulent|unknown|unexplained) "
        "(charge|charges|payment|payments|transaction|transactions|debit|debits|withdrawal)",
        "money (was|has been|is|were) (taken|stolen|gone|missing|withdrawn)",
        "(charged|debited|withdrawn) without (my|our|any) (consent|permission|authorisation|authorization|knowledge)",
        "(card|account) (was|has been) (charged|debited) (twice|again|without|although|wrongly)",
        "(chargeback|charge back my)",
        "(charge|charges|payment|transaction) (that|which|) i (don't|do not|didn't|did not|never) "
        "(recognize|recognise|know|make|made|authorise|authorize|authorised|authorized)",
        "(wrong|incorrect) amount (was|has been|) (charged|debited)",
    ),
}
