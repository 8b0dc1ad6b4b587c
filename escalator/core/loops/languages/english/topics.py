"""What English speaking customers write when it is about what is guarded."""

from collections.abc import Mapping

_LAWYER = "(lawyer|lawyers|attorney|attorneys|solicitor|solicitors|barrister|legal counsel|legal team)"
_PEOPLE = (
    "(customers|customer|users|user|clients|client|people|persons|members|patients|companies|accounts|employees)"
)
_OTHERS = "(other|another|different|wrong|some other|many other)"
_DATA = (
    "(data|information|details|message|messages|mail|mails|email|emails|e mails|chat|chats|conversations|invoice|"
    "invoices|order|orders|file|files|document|documents|photo|photos|picture|pictures|profile|profiles|account|"
    "accounts|record|records|contract|contracts|name|names|address|addresses|ticket|tickets|inbox|statement|"
    "statements|bank details|payslip|payslips|bookings|phone number|phone numbers|private data|personal data|"
    "personal information|birthday)"
)
_SEE = (
    "(see|sees|seeing|saw|seen|read|reading|view|viewing|open|opened|access|accessed|got|get|getting|received|"
    "receive|receiving|show|shows|showed|shown|showing|display|displays|contains|contain|find|found|downloaded|"
    "in|into|with|has|have)"
)
_MINE = "(my|our|personal|private|customer|customers|user|medical|confidential|sensitive)"
_TAKEN = (
    "(logged|logging|signed|broke|broken|got|gotten|hacked|hacking|using|used|uses|accessed|accessing|entered|"
    "stole|stolen|changed|took|taken|hijacked|gained|tried to log|trying to log)"
)
_ACCESS = (
    "(password|passwords|credentials|api key|api keys|key|keys|token|tokens|login data|login details|access data)"
)
_THING = (
    "(device|battery|charger|machine|cable|plug|socket|phone|laptop|it|adapter|power supply|unit|heater|product|"
    "appliance)"
)
_DEBITED = "(debited|charged|took|taken|deducted|withdrew|withdrawn|billed|collected|invoiced)"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(strangers|another persons|other persons|someone elses|somebody elses|another customers|another "
        f"users) {_DATA}",
        f"{_DATA} of (some|a|an|one)? (other|different|another|unknown) (person|customer|user|client|"
        "patient|company|member)",
        "(other|another|all other|some other|strange|unknown) (people|users|customers|persons|clients) ~ "
        "(can|could|are able to) (now)? (see|read|view|look at|open|access) (my|our|private)",
        "(my|our|personal|private) (data|information|details|files|photos|address) ~ (ended up|landed|"
        "fell|got) (with|in|at|into|on)",
        "(data|privacy) (breach|breaches|leak|leaks|violation|violations|scandal)",
        "(breach|leak|violation|invasion|theft) of (my|our|the|personal|customer|your)? ~ (privacy|data|"
        "gdpr|data protection)",
        "(see|sees|seeing|saw|read|reading|open|opened|got|received|shown|showing|shows|show|found|"
        f"getting) ~ {_OTHERS} (peoples|persons|users|customers|companys|companies|clients|patients|"
        f"members|employees|people|customer|user|person) ~ {_DATA}",
        f"{_DATA} (of|belonging to) (a|an|the|some)? {_OTHERS} {_PEOPLE}",
        f"{_DATA} (of|from|belonging to) (someone else|somebody else|strangers|a stranger|people i do not|"
        "people i dont|somebody i|someone i|a person i|a complete stranger|persons i)",
        f"{_SEE} ~ (someone|somebody) elses ~ {_DATA}",
        "(someone|somebody) elses (personal|private)? (data|information|messages|orders|details|invoice|"
        "invoices|photos) (shows|show|showed|appears|appear|appeared|is|are|was|were|in|on)",
        "(meant|intended|addressed|destined) (for|to) (a|an|another|someone|somebody) (different|other|"
        "else|customer|person|user)",
        "(records|data|orders|invoices|messages|documents|files|details|patients) ~ (not mine|arent mine|"
        "not my own|dont belong to me|do not belong to|not ours)",
        f"{_MINE} ~ {_DATA} ~ (visible|public|publicly|exposed|published|leaked|disclosed|accessible|sold|"
        "posted) ~ (to|on|by|for|.|without|online|with|internet|in)",
        f"{_MINE} (medical|personal|private|health|bank|contact)? {_DATA} (was|were|has been|have been|"
        "got|is|are) (accidentally|mistakenly)? (sent|given|shared|passed|shown|forwarded) ~ (wrong|"
        "other|others|another|stranger|strangers|someone|somebody|third parties|everyone)",
        "(you|youve|company) (have)? (just)? (sent|gave|given|shared|disclosed|published|leaked|"
        f"forwarded|passed|sold|posted) ~ (my|our) ~ {_DATA}",
        f"(published|shared|sent|passed|used|sold|disclosed|posted|gave|given) ~ {_DATA} ~ (without|"
        "against) (my|our|any) (consent|permission|knowledge|agreement|will|approval)",
        f"(why can|why do|that|how come) (other|another|all|strangers|different) {_PEOPLE}? ~ (see|read|"
        "view|open|access|look at) (my|our)",
        "(strangers|everyone|everybody|anyone|anybody|other users|other customers|other people) (can|"
        "could|are able to) (now)? (see|read|view|access|look at) (my|our|all|the)",
        "(right to be forgotten|data subject request|subject access request|identity was exposed)",
        "(delete|erase|remove) (all)? (of)? (my|our|the)? (personal|private) (data|information)",
        "data protection (officer|authority|violation|complaint|commissioner|agency|law|act)",
        "(information commissioner|privacy commissioner|privacy violation)",
        "gdpr (request|violation|breach|complaint)",
        "(under|violation of|violates|breach of|according to|pursuant to) (the)? gdpr",
        "(my|our|patient|personal|medical) ~ (file|files|data|record|records|documents|letter|report|"
        "invoice|details) ~ (sent|given|shown|delivered|passed|went) to (somebody|someone|a wrong|the "
        "wrong|another|a stranger|other)",
        "(name|address|data|details) of (another|a different|some other) (customer|person|user|client) "
        "(is|on|in|was|appears)",
    ),
    "security": (
        "(login|sign in|access|session|log in) (from|in) ~ (i|we) (did not|didnt|never|have not)",
        "(been|got|was|were|is|are|account|im) hacked",
        "(account|accounts|system|server|servers|site|website|page|profile|mailbox|computer|network) "
        "(has been|have been|was|were|got|is|is being|might be|may be|could be) (compromised|taken over|"
        "hijacked|breached|infected|attacked)",
        "(been|was|is|got|be|were) (compromised|hijacked|taken over|infected)",
        "infected (with|by)",
        "security (vulnerability|vulnerabilities|hole|holes|flaw|flaws|breach|incident|leak|issue|gap|"
        "problem|bug|weakness)",
        "(unauthorised|unauthorized) (access|login|logins|person|persons|user|users|people|sign in)",
        "(someone|somebody|a stranger|strangers|hacker|hackers|they|unknown person|another person|some "
        f"stranger|an attacker|stranger) (else)? (has|have|is|was|must have|apparently)? (been)? {_TAKEN} "
        "~ (my|our) ~ (account|accounts|password|passwords|profile|mailbox|e mail|email|system|server|"
        "site|website|page|login|network|identity|computer|phone)",
        "(login|logins|log in|log ins|sign in|sign ins|access|device|devices|activity|session|sessions|"
        "attempts) ~ (not me|not mine|not from me|not by me|wasnt me|werent me|dont recognize|dont "
        "recognise|do not recognise|do not recognize|i did not|never made)",
        "(suspicious|unknown|unusual|strange|foreign|unfamiliar) (login|logins|log in|sign in|activity|"
        "access|device|devices|ip|location|session)",
        "(changed|reset) my (password|e mail|email) ~ (without|behind)",
        f"{_ACCESS} (was|were|have been|got|has been|is|are|may be|might be)? (now)? (stolen|leaked|"
        "exposed|compromised|public|published|on the internet|on github|in the wrong hands)",
        "(stole|steal|stealing|guessed|intercepted) (my|our) (password|passwords|account|identity|credentials|data)",
        "(found|discovered|reporting|report|there is|theres|detected|noticed|a|critical|serious|the) (a|"
        "an)? (critical|serious)? (vulnerability|vulnerabilities|exploit|backdoor) (in|on|of|with)",
        "(sql|code|script) injection",
        "(lets|let|can|could|able to|possible to|anyone|anybody) ~ (log in|login|get in|sign in|enter|"
        "access) ~ without (a|any|the|my)? (password|passwords|authentication|logging in|login|"
        "credentials|permission)",
        "(former|ex|old|dismissed|fired) (employee|employees|colleague|colleagues|admin|staff) ~ (still|"
        "can) (has|have|log|access|see)",
        "phishing (mail|mails|email|emails|page|site|attack|message|messages|link|attempt)",
        "(ransomware|malware|spyware|identity theft|brute force attack|ddos attack)",
        "(someone|somebody|a stranger|they) (else)? (knows|has|got|found|guessed) (my|our) (password|"
        "login|credentials|pin)",
        "(logins|accesses|sessions|sign ins|login attempts) ~ (not|arent|werent) (ours|mine|by us|from us|us)",
        "(login|logins|sign ins|access) from ~ (that|which) (was|were|is|are) not (me|mine|us|ours|by me|from me)",
    ),
    "safety": (
        "(caught|catches|catching|catch|burst into|went up in) (fire|flames)",
        f"{_THING} (is|was|were|are|has been) on fire",
        f"{_THING} (is|was|were|are|started|starts|began|has started|keeps)? (to)? (smoking|burning|"
        "sparking|melting|smoke|burn|melted|exploded|explodes|exploding)",
        "(smell|smells|smelled|smelt|stinks) (of|like)? (burning|burnt|smoke|gas|fire|something burning)",
        "(burning smell|burnt smell|smoke coming|smoke came|sparks coming)",
        "(gas|carbon monoxide) (is|was)? (leak|leaks|leaking|coming out|escaping|smell|alarm|poisoning)",
        "(could|will|might|going to|may|can) explode",
        "(electric|electrical) (shock|shocks)",
        "electrocuted",
        "(was|were|got|been|is|are|seriously|badly|get|be|gets) (badly|seriously)? (injured|wounded|"
        "killed|burned|burnt|hurt)",
        "(hurt|injured|cut|cut off|burned|burnt|broke|lost) (my|his|her|the|our|a|almost|nearly) ~ "
        "(finger|fingers|hand|hands|arm|leg|eye|eyes|foot|head|child|son|daughter|face)",
        "(risk|danger) (of|to) (injury|injuries|fire|explosion|life|health|my health|our health|death|suffocation)",
        "(life|lives) (is|are) (in|at) (danger|risk)",
        "(life threatening|danger to life|extremely dangerous|very dangerous|mortal danger)",
        "(death|bomb) (threat|threats)",
        "(threatened|threatens|threatening|threaten) (to kill|to hurt|to harm|to shoot|to beat|to attack|me|us|my)",
        "(kill|hurt|harm|shoot|stab|attack) (me|us|my family|him|her|myself|himself|herself|themselves|"
        "themself|someone|somebody|people)",
        "(suicide|suicidal|self harm)",
        "(dont|do not|no longer|not) want to (live|be alive|go on living|live any)",
        "(end|take) (my|his|her|their) (own)? life",
        "(know|knows) where (i|we) live",
        "(swallowed|swallow) (a|the|some|part|one|it|two)",
        "(ended up|taken|rushed|brought|had to go|are|is now|is) (in|to|at) (the)? (hospital|emergency "
        "room|er|intensive care) .",
        "(kill|killing|hurting|harming) (myself|himself|herself|themselves)",
        "(cable|battery|plug|device|it) (is|was|starts|started) (smouldering|smoldering|scorched|scorching|glowing)",
    ),
    "legal": (
        f"(my|our) {_LAWYER} ~ (will|would|shall|is going to|are going to|says|say|advises|advised|"
        "contacts|contact|has been|have been|is informed|sue|writes|takes|take)",
        f"(hear|letter|mail|call) from (my|our|a|the) {_LAWYER}",
        "(contact|contacting|inform|involve|consult|instruct|instructed|call|ask|to|with|hired|engaged|"
        f"informed|consulted|involve) (my|our) {_LAWYER}",
        "(contact|hire|hired|consult|consulted|instruct|instructed|involve|see|get|need|engage|engaged|"
        f"take) (a|an) {_LAWYER}",
        "(take|taking|bring|start|starting|consider|considering|face|pursue|further|initiate|begin|"
        "threaten|any|take any|possible) legal (action|actions|steps|proceedings|measures|consequences)",
        "legal (action|actions|proceedings|claim|measures) (against|will|.|if|to|in)",
        "(take|taking|bring|see|go|going|meet|end up) (you|this|it|them|the matter|the case)? (to|in) "
        "(court|small claims court)",
        "(sue|suing|prosecute|prosecuting) (you|your company|them|the company|for|your)",
        "(lawsuit|cease and desist|subpoena|court order|court summons|small claims|ombudsman|trading standards)",
        "(press|pressing|bring|file|filing) (criminal)? (charges|a lawsuit|suit|a claim|a police report)",
        "(report|reporting|reported|denounce) (you|this|it|your company|the matter|everything) ~ (police|"
        "authorities|regulator|consumer|prosecutor|ombudsman|watchdog)",
        "(go|going|went|complaint) to the police",
        "consumer (protection|association|rights|advice|watchdog|organisation|organization|champion)",
        "(breach|violation|breached|breaking|violating|in breach) (of)? (the|our|your)? contract",
        "(this is|thats|is|its|committing|pure|constitutes|outright) (a|nothing but)? (fraud|scam)",
        "(claim|claiming|demand|demanding|sue for) (damages|compensation)",
        "(expect|expecting|prepare for|face|receive) (a|our|my)? (lawsuit|court case|writ|summons|claim)",
        f"(talk|talking|speak|speaking|go|going|turn|turning|write) to (a|my|our|the) {_LAWYER}",
        "(reported|report) ~ to the (police|authorities|prosecutor)",
        f"(my|our) {_LAWYER} (will|are going to|is going to)",
    ),
    "payment": (
        "(took|taken|take|withdrew|deducted|collected|debited|charged) (the|my|your|our)? (money|amount|"
        "fee|sum|payment) ~ (twice|again|two times|three times|double)",
        "(give|pay|send|transfer|want|need|get|demand) (me|us)? (back)? (my|our|the) money",
        "(charged|billed|debited|paid|deducted|withdrawn|invoiced|taken|collected) ~ (twice|double|two "
        "times|three times|a second time|doubly|multiple times)",
        "(double|duplicate|duplicated) (charge|charged|charges|billing|payment|payments|debit|debited|booking)",
        "(unauthorised|unauthorized|fraudulent|unknown|unexplained|wrong|strange|unjustified) (charge|"
        "charges|payment|payments|transaction|transactions|debit|debits|withdrawal|deduction)",
        "money (was|has been|is|were) (taken|stolen|gone|missing|withdrawn|debited|deducted)",
        "(charged|debited|withdrawn|money|taken|account|deducted|collected) ~ without (my|our|any)? "
        "(consent|permission|authorisation|authorization|knowledge|approval|asking)",
        "(card|account) (was|has been) (charged|debited) ~ (twice|again|without|although|wrongly|though)",
        "(chargeback|charge back my|charge back the)",
        "(charge|charges|payment|payments|transaction|debit|purchase|amount) ~ i (have)? (don't|do not|"
        "didn't|did not|never) (recognize|recognise|know|make|made|authorise|authorize|authorised|"
        "authorized|order|ordered|approve|approved)",
        "(wrong|incorrect) amount (was|has been|) (charged|debited)",
        "(my|our) (hard earned)? money (back|returned|refunded|immediately)",
        "(the|that|this) money back",
        "(refund|reimburse|repay) (me|us|my|our|the money|the amount|the full|this amount|it)",
        "(want|need|demand|request|like|expect|claim|get|issue|process|require|for|give me|owe me|"
        "receive|entitled to) (a|my|our|the|an|your) (full|immediate|complete|partial|promised)? (refund|"
        "reimbursement|refunded)",
        "(where is|wheres|when will i get|when do i get|waiting for|awaiting|about|promised) (my|the|a|"
        "our) (refund|reimbursement|money)",
        "(havent|have not|never|not|hasnt|has not) ~ (received|got|arrived|seen|gotten|had) ~ (refund|"
        "reimbursement|money)",
        f"(you|youve|they|company) (have|ve|just|had|keep)? (already|again|just)? {_DEBITED} ~ (my|from "
        "my|our|me|us|without|euros|dollars|pounds|too much)",
        "(why|how come) (did|was|were|have|has|is|are|am|do) ~ (charge|charged|debit|debited|bill|billed|"
        "deducted|withdrawn|being charged)",
        "(dispute|disputing|contest|contesting|reverse|disputed) (this|the|that|a|your|these)? (charge|"
        "charges|payment|debit|transaction)",
        "(overcharged|overbilled|over charged|charged too much|billed too much|charged for something)",
        "(charged|billed|invoiced|pay|paying) ~ (instead of|even though|although|despite)",
        "(my|this|your|last|latest|your last) (invoice|bill) (is|was|seems) (wrong|incorrect|too high|"
        "not correct|not right|false|far too high)",
        "(paid|already paid|have paid|payment) ~ (but|still|yet|and) ~ (unpaid|not paid|outstanding|a "
        "reminder|reminder|payment due|overdue|as open|dunning)",
        "(still|as|shows|says|marked) (as)? (unpaid|not paid)",
        "(not|dont|doesnt) (recognise|recognize|know) (this|the|that|a) (charge|payment|transaction|debit|purchase)",
        "(someone|somebody|they|a stranger|thieves) (has|have)? (paid|bought|ordered|shopped|spent) ~ "
        "with (my|our) (card|credit card|account|money)",
    ),
}
