"""What customers say in German."""

from collections.abc import Mapping

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

_REAL = "(echten|echter|echte|richtigen|richtiger|realen|lebenden|wirklichen|menschlichen|menschlicher|kompetenten)"
_HUMAN = "(menschen|mensch|person|ansprechpartner|ansprechpartnerin|menschlichen wesen)"
_STAFF = (
    "(mitarbeiter|mitarbeiterin|mitarbeitern|sachbearbeiter|sachbearbeiterin|berater|beraterin|kundenberater|"
    "kundenberaterin|kollegen|kollegin|supportmitarbeiter|kundenbetreuer|kundendienst|kundenservice|agenten|techniker)"
)
_SOMEBODY = "(jemandem|jemand|jemanden|irgendjemand|irgendjemandem)"
_SPEAK = "(sprechen|reden|telefonieren|verbinden|verbunden|verbunden werden|zu tun haben|chatten|klären|besprechen|durchstellen)"
_ROBOT = "(roboter|bot|bots|chatbot|chatbots|automat|automaten|maschine|maschinen|ki|computer|computern)"
_CHIEF = (
    "(vorgesetzten|vorgesetzte|vorgesetzter|chef|chefin|teamleiter|teamleiterin|leiter|leiterin|manager|managerin|"
    "geschäftsführer|geschäftsführerin|abteilungsleiter|abteilungsleiterin|führungskraft|geschäftsführung|teamleitung|"
    "geschäftsleitung|leitung|vorstand|direktor|direktion|abteilungsleitung|verantwortlichen|verantwortliche|verantwortlicher)"
)
_YOUR = "(ihr|ihre|ihren|ihrem|ihrer|ihres|dein|deinen|deinem|euer|euren|eurem|eure|eurer)"
_TO_CALL = "(anrufen|zurückrufen|anzurufen|zurückzurufen|telefonieren|kontaktieren sie telefonisch|anruft|zurückruft)"
_CONTRACT = (
    "(vertrag|verträge|abo|abos|abonnement|konto|kundenkonto|mitgliedschaft|account|vertragsverhältnis|lizenz|lizenzen|"
    "zusammenarbeit|geschäftsbeziehung)"
)
_MY = "(mein|meine|meinen|meinem|meiner|unser|unsere|unseren|unserem|unserer|den|das|die|dieses|diesen)"
_PROVIDER = (
    "(anbieter|dienstleister|lieferanten|lieferant|provider|mitbewerber|konkurrenten|konkurrenz|wettbewerber|hersteller|"
    "alternative|alternativen|etwas anderem|andere lösung|anderen lösung)"
)
_STILL = "(immer noch|noch immer|weiterhin|nach wie vor|noch|wieder|auch weiterhin|auch jetzt|trotzdem|auch|schon wieder)"
_PROBLEM = "(problem|probleme|fehler|fehlermeldung|störung)"
_ANGRY = (
    "(verärgert|enttäuscht|sauer|wütend|unzufrieden|frustriert|genervt|stinksauer|empört|entsetzt|fassungslos|erbost|"
    "ungehalten|stocksauer|schockiert|bedient)"
)
_OUTRAGE = (
    "(inakzeptabel|unverschämt|untragbar|unverschämtheit|frechheit|zumutung|unzumutbar|unfassbar|unglaublich|lächerlich|skandal|"
    "skandalös|unmöglich|sauerei|katastrophe|unter aller sau|schande|schlechter witz|witz|schlechter scherz|unerhört|"
    "unterirdisch|miserabel|armutszeugnis|nicht akzeptabel|nicht hinnehmbar|nicht tragbar|das letzte|grauenhaft|indiskutabel)"
)

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"mit (einem|einer|nem|irgendeinem|irgendeiner|) {_REAL}? {_HUMAN} ~ {_SPEAK}",
        f"mit (einem|einer|nem|irgendeinem|ihrem|einem ihrer|einer ihrer) {_REAL}? {_STAFF} ~ {_SPEAK}",
        f"(einen|ein|eine|mit einer|mit einem|einer|von einem|keinen|keine) (echten|echter|echte|richtigen|richtiger|richtige|"
        f"menschlichen|realen|lebenden|wirklichen) (menschen|mensch|person|mitarbeiter|ansprechpartner|berater)",
        f"(kann|könnte|darf|möchte|will|muss|würde|lassen|können|gern|gerne|endlich|persönlich|bitte|möglich|möglichkeit|wollen|"
        f"dringend|lieber|einfach) ~ mit {_SOMEBODY} ~ (sprechen|reden|chatten|klären|verbinden)",
        f"mit {_SOMEBODY} (persönlich|direkt|von ihnen|vom support|aus dem support|aus ihrem team|zu) (sprechen|reden)",
        f"{_SOMEBODY} (mit dem|mit der|den|die) (ich|wir|man) ~ (sprechen|reden|erreichen)",
        "(einen|ein|irgendeinen) menschen (sprechen|erreichen|bekommen|ans telefon)",
        f"(will|möchte|brauche|verlange|wünsche|wünsche mir|hätte|bekomme|geben sie mir|nur|endlich) ~ (einen|nen|keinen) menschen",
        f"(verbinden|vermitteln|stellen|leiten|geben) sie (mich|uns|mir|das|dies|meine anfrage) (bitte|endlich|) ~ (mit|zu|an) (einem|"
        f"einer|jemandem) {_REAL}? ~ {_STAFF}",
        f"verbinden sie (mich|uns) (bitte|endlich|) mit (einem|einer) {_REAL}? {_HUMAN}",
        f"(mich|uns|mir) ~ (mit|zu|an) (einem|einer|jemandem|einen) {_REAL}? {_STAFF} ~ (verbinden|durchstellen|weiterleiten|"
        "vermitteln|weitergeben)",
        f"(weiterleiten|weiterleitung|weitergeben|übergeben|leiten) ~ (an|zu) (einen|eine|einem|einer) {_REAL}? "
        "(mitarbeiter|mitarbeiterin|menschen|person|berater|kollegen|ansprechpartner|sachbearbeiter)",
        "(persönlichen|persönlicher|direkten|festen|menschlichen) (ansprechpartner|kontakt|berater)",
        f"(gibt es|haben sie|ist|sitzt|arbeiten|arbeitet|erreiche|erreicht) ~ (menschen|mensch) (.|den|mit|hier|der|bei|erreichbar|"
        "oder|an|am|da)",
        "(gibt es|haben sie) ~ (richtige|echte|noch) menschen",
        "(liest|antwortet|arbeitet|ist|sitzt|schreibt|bearbeitet) (hier|da|dort|das|bei ihnen|mir|dies|eigentlich) ~ "
        "(jemand|irgendjemand|ein mensch|ein echter mensch)",
        "(liest|antwortet|arbeitet|schreibt) (hier|da|dort|das|bei ihnen|dies)? ~ (ein mensch|ein echter mensch|menschen)",
        "(dass|damit|lassen sie|soll|möge) (sich)? (bitte|endlich)? (das|meine anfrage)? (mal)? (ein|einen) (echter|echten)? "
        "(mensch|menschen)",
        "(sich|könnte|kann|soll|bitte) ~ (ein|eine|jemand) (mitarbeiter|mitarbeiterin|kollege|berater|von ihnen) ~ persönlich",
        "persönlich (mit|bei) (jemandem|jemand|mir)",
        f"(keine lust|habe genug|satt|leid|müde|nicht|nicht mehr|nicht länger|nur|immer nur|ständig|wieder nur|rede ich|ich) ~ (mit|von) "
        f"(einem|einer|einen|ihrem|der|dem|diesem|dieser|) {_ROBOT}",
        f"(kein|keinen|keinem|nicht mit einem|nicht mit einer|keine|und kein|und keine|nicht von einem) {_ROBOT}",
        f"(antwortet|schreibt|antworten|bekomme|nur|immer) ~ (ein|eine|einen|dieser) {_ROBOT}",
        f"(sind sie|bist du|ist das|bin ich hier|spreche ich|schreibe ich|rede ich) ~ (ein|eine|einem|einer|mit) {_ROBOT}",
        f"(chatbot|bot|roboter|assistent) (versteht|kapiert|hilft|ist|begreift) ~ (nicht|nichts|nutzlos|unbrauchbar|dumm|keine)",
        "von (einem|einer) (echten|) (menschen|person) (beantwortet|gelesen|geprüft|bearbeitet|angesehen|bearbeiten)",
        "(mensch|menschen|mitarbeiter) bitte",
    ),
    "wants_manager": (
        f"(mit|an|von|zu|bei|durch|für) (ihrem|ihren|ihrer|ihre|deinem|eurem|eurer|eure) (direkten|jeweiligen|nächsten)? {_CHIEF}",
        f"(mit|an|zu) (einem|einer|einen|eine|dem|der|den) (ihrer|) {_CHIEF} ~ (sprechen|reden|verbinden|verbunden|weiterleiten|weitergeben|"
        "durchstellen|zu tun|telefonieren|wenden|übergeben|klären)",
        f"(will|möchte|verlange|muss|würde|werde|kann|fordere|wünsche) ~ (mit|an|mich an) (einem|einer|dem|der|den|die) {_CHIEF}",
        f"{_YOUR} {_CHIEF} ~ (sprechen|kontaktieren|informieren|einschalten|dazu holen|reden|vorlegen|vor|bei mir|melden|weiter)",
        f"(geben|holen|rufen|nennen|schicken|zeigen|verbinden) sie (mir|mich) ~ {_YOUR} {_CHIEF}",
        f"(geben|holen) sie (mir|mich) ~ (einen|den|die|eine) {_CHIEF}",
        f"(verbinden) sie (mich|mir) ~ (einem|einer|dem|der|ihrem) {_CHIEF}",
        f"(wer ist|wie heißt|name|namen|kontaktdaten|ist|sind) ~ {_YOUR} {_CHIEF}",
        f"(wer ist|wer) ~ (bei ihnen|hier|dort|da) ~ (verantwortlich|verantwortliche|der verantwortliche|der chef|das sagen)",
        f"(legen|tragen|geben|leiten|schicken|melden) sie ~ (ihrem|ihrer|ihren|ihre) {_CHIEF}",
        f"(einen|eine|ein) (vorgesetzten|vorgesetzte|verantwortlichen|teamleiter|teamleiterin|führungskraft|abteilungsleiter) ~ "
        "(sprechen|kontaktieren|verbinden|bitte|haben|reden)",
        f"(geschäftsleitung|geschäftsführung|chefetage|vorstand|leitung|führungsebene|direktion) ~ (sprechen|wenden|beschweren|"
        "weiterleiten|weitergeben|gehen|melden|meldet|kontaktieren|schreiben|vorlegen|eskalieren)",
        f"(beschweren|beschwere mich|wenden|wende mich|schreibe|schreiben) ~ (bei|an) (ihrer|ihrem|ihren|der|den|dem|die) {_CHIEF}",
        "(mit der|mit dem|an den|an die) (leiter|leiterin|leitung|chef|chefin) (des|der|vom) ~ (sprechen|reden|wenden)?",
        "(bitte|) eskalieren (sie|) (bitte|) (das|dies|diesen|den|mein|meinen|die|dieses|meine|es)",
        "(fall|ticket|anfrage|vorgang|das|problem|es|sache) (bitte|) (zu|) (eskalieren|eskaliert|hocheskalieren)",
        "(dass|muss) ~ eskaliert (wird|werden)",
        "(nächsthöhere|nächsthöheren|höhere|höheren|nächste|übergeordnete) (stelle|instanz|ebene)",
        f"{_SOMEBODY} der ~ (entscheiden|entscheidet|verantwortung|zu sagen|entscheidungen|befugnis|befugt|zuständig)",
        f"{_SOMEBODY} mit (entscheidungsbefugnis|verantwortung|befugnis|mehr kompetenz|kompetenzen)",
    ),
    "wants_call": (
        "(rufen|ruft|rufe|ruf) (sie|ihr|du|) (mich|uns) ~ (an|zurück|unter)",
        "(rufen|ruft|rufe|ruf) (sie|) (bitte|doch) (mich|uns|an|unter|zurück)",
        "(rufen|ruft|ruf) (sie|) (bitte|) ~ an .",
        "(bitte|bittet|bitten) (ich|wir|)? ~ um (einen|ihren|dringenden|telefonischen|schnellen|kurzen|baldigen|zeitnahen|den)? ~ "
        "(rückruf|anruf|telefonat)",
        "um (rückruf|anruf)",
        "(rückruf|anruf) (bitte|erbeten|gewünscht|erwünscht|dringend)",
        "(erwarte|wünsche|möchte|will|brauche|hätte|warte|erbitte|bräuchte|wünschen|warten|hoffe) ~ (auf|gern|gerne|um)? ~ (einen|ihren|den|"
        "ihrem|keinen) ~ (rückruf|anruf)",
        "(rückruf|anruf) (wurde|war) (mir|uns)? ~ (versprochen|zugesagt|angekündigt|vereinbart)",
        "(versprochen|versprochene|versprochenen|zugesagt|zugesagten|angekündigt|vereinbarten) ~ (rückruf|anruf)",
        "(wurde|wurden|hat|haben) ~ (rückruf|anruf) ~ (versprochen|zugesagt|angekündigt|zugesichert)",
        f"(kann|könnte|soll|möge|können|könnten|würden|könntet|könnt|möchte|kannst|könntest|würde|sollte) ~ (mich|uns|mir|mit mir) ~ "
        f"(anrufen|zurückrufen|telefonieren)",
        f"(ein|einer|eine|ihr|ihre) (techniker|technikerin|mitarbeiter|kollege|berater|mitarbeiterin|kollegin) ~ (anrufen|zurückrufen|anruft)",
        "(mich|uns) (bitte|dringend|umgehend|doch|mal|jemand|morgen|heute|so schnell|möglichst|zeitnah) ~ (anrufen|zurückrufen|anruft|"
        "zurückruft)",
        "(dass|wenn|ob) (mich|uns|sie mich|sie uns) ~ (anruft|zurückruft|anrufen|zurückrufen)",
        "(melden|meldet|melde) (sie|euch|dich)? (sich)? ~ (telefonisch|per telefon|am telefon)",
        "(telefonisch|am telefon|per telefon|telefonat|gespräch) ~ (klären|besprechen|erklären|reden|lösen|regeln|sprechen|durchgehen|machen)",
        "(können|könnten|lassen|sollten|wollen|würden|sollen|dürfte|kann) (wir|sie uns|ich)? ~ telefonieren",
        "(möchte|will|würde|wünsche|wollte) ~ (angerufen|zurückgerufen) werden",
        "(keiner|niemand|nie|nicht|immer noch nicht|noch nicht|keine) ~ (zurückgerufen|angerufen|zurückruft)",
        "(wann|wie|wo|unter welcher nummer|unter welcher telefonnummer|welche nummer|kann ich sie|kann man sie|sie) ~ "
        "(telefonisch) ~ (erreichen|erreichbar)",
        "(unter welcher|welche) (nummer|telefonnummer|rufnummer|durchwahl) ~ (erreichen|erreiche|anrufen|erreichbar|wählen)",
        "(haben sie|gibt es|geben sie mir|nennen sie mir|wie lautet) ~ (eine|ihre|die) ~ (telefonnummer|durchwahl|rufnummer|hotline) "
        "(.|unter|wo|damit|für mich|unter der|an der)",
        "(telefonisch|telefon) (jemand|jemanden|niemand) (erreichbar|erreichen|zu erreichen)",
        "(telefontermin|telefongespräch|telefonat|telefonischen termin|gesprächstermin) ~ (vereinbaren|ausmachen|machen|wäre|führen|bitte|"
        "abstimmen)",
        "(kurzes|ein|kurzen) (telefonat|telefongespräch|anruf) (wäre|würde|ist|könnte)",
    ),
    "no_help": (
        "(hat|haben|hatte) (mir|uns|) ~ (nicht|nichts|kein|keinen) (wirklich|weiter|viel)? (geholfen|gebracht|genützt|funktioniert|geklappt|"
        "gewirkt|weitergeholfen|gelöst|genutzt)",
        "(hilft|helfen|bringt|nützt|nutzt|bringen) (mir|uns|) ~ (nicht|nichts|gar nichts|überhaupt nicht|kein|wenig)",
        f"(funktioniert|geht|klappt|läuft) (leider|es|das|bei mir)? {_STILL} (nicht|nichts|gar nichts)",
        f"(kann|können|komme|bekomme|lässt|ist|sind|wird|habe|steht|startet|fehlt|stimmt) (mich|ich|es|sich|aber|leider|das|wir)? ~ "
        f"(immer noch|noch immer|weiterhin|nach wie vor) (nicht|nichts|keine|kein|keinen|falsch|kaputt|da)",
        f"(immer noch|noch immer|weiterhin|nach wie vor|noch) nicht (gelöst|behoben|erledigt|beantwortet|gelöscht|weg|möglich|geklärt|repariert)",
        f"{_PROBLEM} (besteht|ist|bleibt|tritt|kommt|existiert|taucht|bestehen|tauchen) ~ (immer noch|noch immer|weiterhin|nach wie vor|bestehen|"
        "wieder|erneut|nicht weg|nicht gelöst|nicht behoben|unverändert|noch)",
        f"(derselbe|dieselbe|dasselbe|der gleiche|die gleiche|das gleiche|denselben|dieselben|gleiche|gleicher) {_PROBLEM}",
        f"(immer noch|nach wie vor|noch immer|weiterhin) (derselbe|dieselbe|dasselbe|das gleiche|der gleiche|die gleiche|das|das alte|der|kaputt|"
        "unverändert|gleich)",
        "(keine|keinerlei|null) (änderung|veränderung|besserung|verbesserung|wirkung|lösung|hilfe) (.|eingetreten|seit|gebracht|für|in sicht)?",
        "(nichts|wenig) (geändert|verändert|getan|gebracht|geholfen|gebessert)",
        "(nichts) (geht|hilft|funktioniert|klappt|hat geholfen|hat funktioniert)",
        "(frage|fragen|anfrage|anliegen|frage wieder) (wurde|wurden|ist|haben sie|) ~ nicht (beantwortet|verstanden|gelesen|eingegangen)",
        "(beantwortet|beantworten|beantwortest|verstehen|gehen) (sie|das|ihr)? ~ (meine|unsere|mein|auf meine) (frage|fragen|anliegen|problem) "
        "(nicht|wieder nicht|immer noch nicht|gar nicht|leider nicht)",
        "(löst|behebt|lösen|beheben) ~ (problem|fehler) ~ nicht",
        "(war|ist|waren) ~ (nicht|wenig|keine|kein) (hilfreich|zielführend|die lösung|lösung|hilfe|das richtige|große hilfe|nützlich)",
        "(lösung|vorschlag|anleitung|tipp|link|schritte|antwort|artikel) (funktioniert|hilft|klappt|bringt|geht|passt|löst|helfen) ~ (nicht|nichts)",
        "(keiner|niemand) (hilft|kümmert|antwortet|meldet|reagiert|fühlt sich)",
        "(habe|hatte|haben) (ich|wir)? (doch|das|es|alles|ja|diese|den|die|gestern)? ~ (schon|bereits) ~ (geschrieben|gesagt|mitgeteilt|versucht|"
        "probiert|gemacht|gelesen|ausprobiert|getan|befolgt|durchgeführt|erledigt|geprüft|getestet)",
        "(alles|das) (schon|bereits)? (versucht|probiert|ausprobiert|gemacht) (was|.|und|aber|gestern)",
        "(kenne|kannte) ich (schon|bereits|längst)",
        "(das|es) hat ~ nicht (funktioniert|geklappt|gewirkt|geholfen)",
        "(. hat|. hat leider|leider hat|es hat) (auch|leider|es)? nicht (funktioniert|geklappt|geholfen)",
        "nicht (das|) was ich (gefragt|gemeint|geschrieben|wissen|wollte|brauche)",
        "(danach|darum) ~ (nicht gefragt|ging es nicht|geht es nicht)",
        "(geht|ging|gehen) ~ an (meiner|der) (frage|sache) ~ vorbei",
        "(mit meiner|mit der|mit meinem|mit unserer) (frage|problem|anliegen|anfrage) ~ nichts zu tun",
        "nichts mit (meiner|meinem|unserer|der) (frage|problem|anliegen|anfrage) zu tun",
        "verstehe ~ (antwort|erklärung|anleitung|nachricht|mail) ~ nicht",
        "(damit|mit ihrer antwort|davon) ~ (nichts anfangen|nichts|nicht geholfen)",
        "(jetzt|heute|gerade|es ist|ist es) ~ (schon wieder|wieder|erneut) (passiert|aufgetreten|kaputt|da|das gleiche|dasselbe)",
        "(tritt|taucht|trat|kommt) (wieder|erneut|immer wieder) (auf|vor)",
        "(. geht|geht leider|es geht|klappt|. funktioniert) ~ immer noch nicht",
    ),
    "complaint": (
        "(möchte|will|muss|werde|würde|wollte) ~ mich ~ (beschweren|beklagen)",
        "(beschwere|beschweren) (ich|wir) (mich|uns)",
        "(offizielle|formelle|förmliche|schriftliche|offiziell|formell) beschwerde",
        "(beschwerde) (einreichen|einlegen|einzureichen|gegen|ein|vorbringen|über)",
        "(lege|legen|reiche|reichen) ~ beschwerde",
        f"(das|dies|es|ist|sind|eine|ein|so|wirklich|absolut|völlig|einfach|schlicht|service|support|was für|einfach nur|bodenlose|reine|echte|"
        f"absolute|.) (ist|sind|eine|ein|doch|ja)? {_OUTRAGE} (.|ist|wie|dass|was|von|und|für)",
        f"(ist|finde ich|war|halte ich für) (das|doch|ja|aber|hier|bei ihnen)? (wirklich|absolut|völlig|einfach|nur|schlicht|doch|eine|ein|nur noch)? "
        f"(eine|ein|bodenlose|absolute|einzige|reine)? {_OUTRAGE}",
        "(absolut|völlig|einfach|schlicht|) (inakzeptabel|unverschämt|untragbar|unzumutbar)",
        "(nicht|nicht mehr) (hinnehmbar|akzeptabel|tragbar)",
        "(eine|) (unverschämtheit|frechheit|zumutung)",
        "(kann|darf) (doch|ja|einfach|das)? (wohl|doch)? (nicht|nicht mehr) (wahr|euer ernst|ihr ernst|sein) (sein|.)",
        "(miesen|mieser|mieses|schlechten|schlechter|schlechtesten|schlechteste|miserabler|miserablen|unterirdisch|katastrophaler|furchtbarer|"
        "schlecht|katastrophal|miserabel|grottenschlecht) ~ (service|support|kundendienst|kundenservice|betreuung|firma|unternehmen)",
        "(service|support|kundendienst|kundenservice|betreuung|bearbeitung|verhalten) ~ (ist|war) ~ (schlecht|miserabel|unterirdisch|"
        "katastrophal|eine katastrophe|mies|grottenschlecht|furchtbar|unmöglich|unprofessionell|lächerlich|enttäuschend|das letzte)",
        "(standardantwort|standardantworten|textbaustein|textbausteine|textbausteinen|automatische antworten|automatischen antworten)",
        "(im kreis|hin und her|von pontius zu pilatus) (drehen|gedreht|geschickt|dreht|schicken|geschoben)",
        "(dreht|drehen) (sich|uns|wir uns) (alles|) im kreis",
        f"(bin|sind|werde|werden|fühle mich) ~ {_ANGRY}",
        "(nicht|überhaupt nicht|gar nicht|alles andere als|nicht mehr|wenig|keineswegs) (sehr|besonders|wirklich)? (zufrieden|glücklich|begeistert|"
        "einverstanden)",
        "(warte|warten) (ich|wir|jetzt|nun|schon|bereits|inzwischen|mittlerweile|leider)? ~ (seit|schon|jetzt|nun|über) ~ (tagen|wochen|monaten|"
        "stunden|einer woche|woche|monat|ewigkeiten|tage|wochen|monate)",
        "(seit|schon) ~ (tagen|wochen|monaten|woche|ewigkeiten) ~ (keine antwort|keine reaktion|nichts|keine rückmeldung|ohne antwort|niemand|"
        "hin|warte ich|warten wir|vertröstet|hingehalten)",
        "(keine|noch keine|nie eine|ohne|immer noch keine|bisher keine) (antwort|reaktion|rückmeldung) (.|seit|von ihnen|erhalten|bekommen|auf|mehr)",
        "(warum|wieso|weshalb) ~ (antwortet|meldet|reagiert|kümmert|passiert|hilft|antworten) ~ (keiner|niemand|nichts|nicht|sich)",
        "(keiner|niemand|niemanden|keinen) ~ (antwortet|interessiert|zuständig|kümmert|meldet|reagiert|geantwortet|gemeldet)",
        "(interessiert|kümmert|juckt) ~ (niemanden|keinen|niemand|keine sau|nicht)",
        "(zieht|schleppt|dauert|geht|läuft) (sich|)? ~ (seit|schon) ~ (wochen|monaten|tagen|ewigkeiten) ~ (hin|so|.|an)?",
        "(dauert|dauerte|ist) ~ (viel|deutlich|entschieden|einfach) zu lange",
        "(verschwenden|verschwendet|stehlen|rauben|verschwendung|kosten) ~ (zeit|nerven)",
        "(meine|unsere) geduld ~ (ende|erschöpft|vorbei|aufgebraucht|verliere|grenzen|überstrapaziert)",
        "(verliere|verlieren) ~ geduld",
        "(nase voll|mir reicht es|mir reichts|reicht es mir|reichts jetzt|jetzt reicht|schnauze voll|es reicht|faxen dicke|die nase)",
        "(wie oft|wie lange|wie viele male|zum wievielten mal) ~ (noch|denn|soll|muss|sollen|müssen|eigentlich) ~ (ich|wir|erklären|warten|schreiben)",
        "(zum|schon zum|bereits zum|jetzt zum) (dritten|vierten|fünften|sechsten|zehnten|x ten|wiederholten|hundertsten) mal",
        "(dreimal|viermal|fünfmal|sechsmal|zehnmal|mehrmals|mehrfach|unzählige male|hundertmal|drei mal|vier mal|fünf mal) (erklärt|geschrieben|"
        "gemeldet|geschildert|angerufen|nachgefragt|gesagt|mitgeteilt|beschrieben|gebeten|kontaktiert)",
        "(dritte|vierte|fünfte|sechste|dritten|vierten|fünften) (nachricht|mail|e mail|anfrage|erinnerung|versuch|anlauf)",
        "(mehr|besseres|besser) (erwartet|erwarten)",
        "(hätte|habe|hatte) ~ (mehr|besseres|anderes) (erwartet|erhofft|vorgestellt)",
        "(so|solch|noch nie|nie) ~ (noch nie|so|einen|ein|etwas) ~ (erlebt|gesehen|behandelt worden)",
        "(so|wie) (geht man|behandelt man|können sie|springt man|gehen sie|sie) ~ (nicht mit|kunden|mit kunden)",
    ),
    "leaving": (
        f"(ich kündige|wir kündigen|kündige ich|kündigen wir|kündige) (hiermit|dann|ihnen|fristgerecht|jetzt)? (.|zum|mein|meine|meinen|unser|unseren|den|das|die)",
        "(hiermit|dann|somit|sonst|ansonsten) (kündige|kündigen) (ich|wir)?",
        f"(werde|werden|will|wollen|möchte|möchten|muss|müssen|würde|überlege|überlegen|bitte|kann|denke|erwäge|ernsthaft|entschieden) ~ "
        f"(mein|meine|meinen|unser|unsere|unseren|den|das|die|diesen|alle)? ~ (kündigen|zu kündigen|auflösen|gekündigt|"
        "schließen lassen|beenden lassen)",
        f"(werde|werden|will|wollen|möchte|möchten|muss|müssen|bitte|löschen|schließen|schließt|kündigen|kündigt|beenden|lösen) (ich|wir|sie|)? ~ "
        f"(mein|meine|meinen|unser|unsere|unseren) (gesamtes|komplettes|altes)? {_CONTRACT} (löschen|schließen|beenden|auflösen|aus|auf|"
        "sofort|mit sofortiger|komplett|umgehend|ich|wir|.|zum)",
        f"(kündigen|kündigt|schließen|beenden) sie (bitte|hiermit|sofort)? (mein|meine|meinen|unser|unsere|unseren|den|das|die) {_CONTRACT}",
        "(denken|denke|dachte|überlegung|erwägen|erwäge|droht|androhe|mit) ~ (über eine|an eine|eine|der|an) kündigung ~ (nach)?",
        "(bestätigen|bestätigung|erhalten|schicke|sende|bearbeiten|eingang|vorziehen) ~ (die|der|meine|meiner|unsere|unserer) (kündigung|vertragsauflösung)",
        "(sonderkündigungsrecht|außerordentlich kündigen|außerordentliche kündigung|fristlos|fristlose kündigung|sonderkündigung)",
        "(widerrufe|widerrufen) (ich|wir|hiermit)? ~ (vertrag|bestellung|abo|kauf|abschluss)",
        "(wechsle|wechseln|wechsel|wechselt) (ich|wir|)? ~ (den|meinen|unseren|zu|zur|zum) ~ (anbieter|dienstleister|lieferanten|provider|konkurrenz|"
        "mitbewerber|wettbewerber|wettbewerb|anderen)",
        "(werde|werden|wohl|müssen|will|dann|wollen) (ich|wir|)? ~ (wohl|den anbieter|zur konkurrenz|bald|eben|dann) wechseln",
        "(zur|an die|bei der) konkurrenz",
        "(den|) (anbieter|dienstleister|provider) ~ wechseln",
        f"(zu|nach|einen|ein|zum|mit|bei) (einem|einen)? (anderen|neuen|anderem|andere|nächsten) {_PROVIDER}",
        "(suche|suchen|sehen|sehe|schaue|schauen|umsehen|umschauen|umgesehen|umgeschaut) (ich|wir|)? (mir|mich|uns|)? ~ (einen|nach|nach einem|nach "
        "einer)? ~ (anderen|neuen|alternativen|alternative|etwas anderem|ersatz) (anbieter|dienstleister|um|lieferanten|umsehen|.|umschauen|partner)",
        "(woanders|anderswo|anderweitig) ~ (hin|hingehen|umsehen|umschauen|kaufen|bestellen|kunde|um|.)",
        "(nie|niemals) (mehr|wieder) ~ (bei|mit|von) (ihnen|euch)",
        "(bestelle|kaufe|buche|bestellen|kaufen) (ich|wir)? ~ (nie|niemals|nicht|nichts) (wieder|mehr)",
        "(letzte|letzter|letztes|letzten) (bestellung|auftrag|einkauf|kauf|mal) ~ (bei|mit|von) (ihnen|euch)",
        "(verlieren|verliert|verloren|haben) (sie|ihr|)? ~ (mich|uns|einen|eine|einen treuen) ~ (als|) (kunden|kunde|kundin) (.|verloren|mehr|weniger)?",
        "(längste zeit|nicht mehr|nicht länger|nie wieder|kein) ~ (ihr|ihre|euer|bei ihnen) (kunde|kundin|kunden) (gewesen|sein|.|bleiben|mehr)",
        f"{_CONTRACT} (werden|werde|wird|wollen)? (wir|ich)? ~ nicht (verlängern|verlängert|erneuern|verlängere)",
        "(dann|und|mal|sonst) ~ (bin ich|sind wir) (weg|raus)",
        "(steige|steigen|aussteigen|komme) (ich|wir)? ~ (aus dem vertrag|aus dem abo|aus)",
        "(verlasse|verlassen) (ich|wir) (sie|ihren|ihre)",
    ),
}

_OTHERS = "(anderer|anderen|andere|fremder|fremden|fremde|fremdem|fremdes|falschen|falsche|einer fremden|eines anderen|einem anderen)"
_PEOPLE = "(personen|person|kunden|kunde|kundin|kundinnen|nutzer|nutzern|nutzerin|menschen|leute|leuten|benutzer|benutzern|firma|firmen|mitglieder|patienten|mandanten|unternehmen|mitarbeiter)"
_DATA = (
    "(daten|kundendaten|nachrichten|nachricht|bestellungen|bestellung|rechnungen|rechnung|adressen|adresse|konten|konto|account|profile|profil|"
    "mails|e mails|dokumente|dateien|fotos|bilder|akten|patientenakten|unterlagen|verträge|kontodaten|bankdaten|telefonnummer|telefonnummern|"
    "namen|tickets|chats|gesundheitsdaten|patientendaten|mitarbeiterdaten|abrechnung|abrechnungen|gehaltsabrechnung|buchungen|postfach)"
)
_PASSWORD = "(passwort|passwörter|zugangsdaten|passwords|schlüssel|api schlüssel|api key|anmeldedaten|login daten|logindaten|kennwort)"
_LAWYER = "(anwalt|rechtsanwalt|rechtsbeistand|anwältin|rechtsanwältin|anwälte|anwälten|rechtsanwälte|rechtsvertreter)"
_WITHDRAWN = "(abgebucht|belastet|berechnet|eingezogen|bezahlt|in rechnung gestellt|abgezogen|kassiert|verrechnet)"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(datenleck|datenpanne|datenschutzverletzung|datenschutzverstoß|datenschutzvorfall|datenschutzbehörde|datenschutzbeauftragte|"
        "datenschutzbeauftragten|datenschutzproblem|landesdatenschutzbeauftragten|datendiebstahl|datenmissbrauch|datenschutzbeschwerde)",
        "(verstoß|verstöße|verstößt|verletzung|verletzt) (gegen|)? (den|des|dem|der|die)? ~ (datenschutz|privatsphäre|dsgvo|persönlichkeitsrechte)",
        f"(fremde|fremden|fremder) {_DATA}",
        f"(sehe|sehen|lese|lesen|sieht|öffne|öffnen|zugriff|einsehen|angezeigt|zeigt|bekomme|bekommen|erhalte|erhalten|gesehen|kann|enthält|sind) ~ "
        f"{_DATA} ~ (anderer|von anderen|fremder|eines anderen|einer anderen|eines fremden|einer fremden|von fremden|von jemand anderem|fremde)",
        f"{_DATA} (anderer|von anderen|fremder|eines anderen|einer anderen|einer fremden|eines fremden|von fremden|aus anderen|der anderen) "
        f"{_PEOPLE}",
        f"{_DATA} (von|eines|einer) (jemand anderem|jemand anders|jemandem anders|wildfremden|unbekannten|dritten|anderen)",
        f"(rechnungen|rechnung|daten|mail|nachricht|akten|patientenakten|bestellung|unterlagen) ~ (nicht für mich|nicht meine|nicht mir|nicht unsere)",
        f"(mein|meine|meinen|unsere|persönliche|private|personenbezogene|vertrauliche|sensible|unser) (privaten|persönlichen|vertraulichen)? {_DATA} ~ "
        "(öffentlich|sichtbar|veröffentlicht|einsehbar|geleakt|weitergegeben|verschickt|geschickt|zugänglich|verkauft|falschen|im internet|"
        "weitergeleitet|preisgegeben|fremde|fremden|betroffen)",
        f"(haben|hat) ~ (mein|meine|meinen|unsere|unser) (privaten|persönlichen)? {_DATA} ~ (veröffentlicht|geschickt|weitergegeben|verkauft|"
        "verschickt|gegeben|weitergeleitet|preisgegeben|geteilt|herausgegeben)",
        f"(können|kann|warum können|sehen|lesen) (jetzt)? (andere|fremde|alle|jeder|unbekannte|dritte) ~ (mein|meine|meinen|unsere|unser) ~ (sehen|lesen|"
        "einsehen|öffnen|abrufen)",
        f"(andere|fremde|jeder|alle|anderen) {_PEOPLE}? (können|kann|sehen) ~ (mein|meine|meinen|unsere|unser) ~ (sehen|lesen|einsehen|abrufen)",
        "(personenbezogene|personenbezogenen|persönlichen) daten ~ (fremden|fremder|anderen|anderer|löschen|gelöscht|weitergegeben|dritter|dritten)",
        "(löschen|löschung) (sie)? ~ (personenbezogenen|persönlichen|personenbezogener) daten",
        "(recht auf|anspruch auf) (vergessenwerden|löschung|auskunft nach)",
        "(verstoß gegen|nach|gemäß|laut|auf grundlage) (die|der|art 15|artikel 15|art 17|artikel 17|)? dsgvo",
        "(ohne|gegen) (meine|unsere|meinen) (zustimmung|einwilligung|erlaubnis|willen) ~ (veröffentlicht|weitergegeben|verwendet|geteilt|verkauft|gespeichert)",
    ),
    "security": (
        "(wurde|wurden|worden|ist|bin|sind|werden) ~ (gehackt|gekapert|kompromittiert|gephisht)",
        "(sicherheitslücke|sicherheitslücken|sicherheitsvorfall|schwachstelle gefunden|sicherheitsleck|sicherheitsproblem|sicherheitsloch|"
        "schwachstelle in|schwachstelle auf|sicherheitsrisiko|cyberangriff|hackerangriff|hackerangriffs|identitätsdiebstahl|brute force)",
        "(hat|haben) ~ (mein|meinen|meine|unser|unseren|unsere|sich|in) ~ (gehackt|eingeloggt|übernommen|geknackt|gekapert|gestohlen|"
        "geklaut|eingehackt|zugang verschafft|zugriff verschafft)",
        f"(jemand|jemand anderes|jemand anders|ein fremder|fremde|unbekannte|ein unbekannter|ein hacker|hacker) ~ (hat|benutzt|nutzt|verwendet|haben|ist|"
        f"loggt|greift|war|verschickt|kauft|bestellt) ~ (mein|meinem|meinen|meine|unser|unserem|unseren|unsere|in mein|über mein) ~ (konto|account|profil|"
        "passwort|kennwort|postfach|system|server|website|zugang|e mail|seite|kundenkonto|mailadresse|handy|identität|namen)",
        f"(ohne mein wissen|ohne meine zustimmung) ~ {_PASSWORD} ~ (geändert|zurückgesetzt)",
        f"(passwort|e mail adresse|mailadresse) (wurde|ist|hat) ~ (ohne mein|von fremden|von jemandem|nicht von mir) ~ (geändert|zurückgesetzt)?",
        "(unbefugter|unberechtigter|unbefugte|unbefugten|unberechtigte|unbefugt|unberechtigten|unerlaubter) "
        "(zugriff|zugang|zugriffe|dritte|personen|haben|auf|person|zutritt)",
        f"{_PASSWORD} ~ (wurde|wurden|sind|ist|worden) ~ (gestohlen|geklaut|geleakt|abgegriffen|veröffentlicht|aufgetaucht|bekannt|geknackt|entwendet)",
        f"{_PASSWORD} ~ (gestohlen|geklaut|abgegriffen|entwendet)",
        "(konto|account|profil|seite|rechner|server|website) (wurde|ist|sind|wird) ~ (übernommen|gekapert|kompromittiert|infiziert|angegriffen|befallen|missbraucht)",
        "(mit einem|einem|einen) (trojaner|virus|schadprogramm) ~ (infiziert|befallen|eingefangen|gefunden)",
        "(phishing mail|phishing mails|phishing|erpressungstrojaner|ransomware|schadsoftware|trojaner|malware)",
        "(anmeldung|anmeldungen|login|logins|zugriff|zugriffe|gerät|geräte|sitzung|anmeldeversuche|aktivität|aktivitäten) ~ (nicht von mir|nicht von uns|"
        "die nicht ich|nicht ich|kenne ich nicht|nicht kenne|nicht erkenne|unbekannt)",
        "(verdächtige|verdächtigen|verdächtiger|ungewöhnliche|ungewöhnlichen|unbekannte|unbekanntes|unbekannter|fremdes|fremde|fremder|unbekannten) (login|logins|"
        "anmeldung|anmeldungen|zugriff|zugriffe|gerät|geräte|aktivität|aktivitäten|anmeldeversuch|anmeldeversuche|ip)",
        "(kann|können|komme|kommt|gelangt|jeder) ~ ohne (passwort|anmeldung|authentifizierung|kennwort|login|berechtigung) ~ (anmelden|einloggen|zugreifen|rein|auf|in|hinein|öffnen)",
        "(ehemaliger|ehemalige|früherer|ehemaligen|gekündigter|entlassener|ex) (mitarbeiter|mitarbeiterin|kollege|mitarbeitern|angestellter|administrator) ~ (noch|immer noch|hat|kann) ~ "
        "(zugriff|zugang|einloggen|anmelden)",
    ),
    "safety": (
        "(brand|feuer|flammen) (gefangen|geraten|aufgegangen|gestanden|stand)",
        "(in brand|in flammen|abgebrannt|durchgebrannt und|lebensgefährlich|lebensbedrohlich|explodiert|explodieren|vergiftet|vergiftung|kohlenmonoxid)",
        "(brandgefahr|lebensgefahr|verletzungsgefahr|explosionsgefahr|stromschlag|stromschläge|gasgeruch|gasleck|stromschlags|erstickungsgefahr|rauchentwicklung|verbrennungen|rettungswagen|notarzt)",
        "(wurde|wurden|hat sich|habe mich|ist|sich|mich|haben sich) ~ (schwer|ernsthaft|leicht)? (verletzt|verletzen|verbrannt|geschnitten)",
        "(akku|gerät|ladegerät|batterie|kabel|stecker|steckdose|maschine|handy|netzteil|ofen) ~ (raucht|qualmt|brennt|schmort|explodiert|brannte|rauchte|geraucht|gebrannt|funken)",
        "(riecht|roch|stinkt|geruch) ~ (verbrannt|nach gas|angebrannt|nach rauch|verschmort|verkohlt)",
        "(tritt|strömt|entweicht|austritt|trat) ~ gas",
        "gas (tritt|strömt|entweicht|aus)",
        "(morddrohung|morddrohungen|bombendrohung|selbstmord|suizid|selbstmordgedanken|suizidgedanken)",
        "(mich|sich|uns|ihn|sie|mir|euch) ~ (umzubringen|umbringen|umbringe|das leben nehmen|etwas antun|etwas anzutun|zu töten|töten|verprügeln)",
        "(droht|drohte|bedroht|gedroht|drohen|bedrohte) (mir|uns|mich|damit|er|sie|mit gewalt|mit mord)",
        "(nicht mehr|nicht länger|nicht weiter) (leben|weiterleben|am leben)",
        "(weiß|wissen|herausgefunden) ~ wo (ich|wir|meine) ~ (wohne|wohnen|familie|lebe)",
        "gefahr für (leib|leben|die gesundheit|menschen|kinder|unsere|meine)",
        "(verschluckt|verschluckte|im krankenhaus gelandet|ins krankenhaus|in die notaufnahme|in der notaufnahme)",
    ),
    "legal": (
        f"(meinem|unserem|meiner|unserer|meinen|unseren) {_LAWYER}",
        f"(mein|unser|meine|unsere) {_LAWYER} (wird|meldet|schreibt|prüft|werden|hat|ist|sagt|rät|sieht)",
        f"(einen|zum|einem|eine|einer|dem|den|beim) {_LAWYER} (einschalten|einzuschalten|beauftragen|nehmen|gehen|übergeben|beauftragt|eingeschaltet|konsultieren|hinzuziehen|zu|suchen)",
        f"(einschalten|beauftragen|schalte|beauftrage|nehme|nehmen|konsultiere) (ich|wir|)? ~ (einen|eine|meinen|unseren) {_LAWYER}",
        "(rechtliche|gerichtliche|juristische|rechtlichen|juristischen|gerichtlichen) (schritte|schritten|konsequenzen|mittel|folgen|maßnahmen)",
        "(rechtsweg|klageweg|verbraucherzentrale|verbraucherschutz|schlichtungsstelle|ombudsmann|staatsanwaltschaft|mahnbescheid|bundesnetzagentur|schadenersatz|schadensersatz)",
        "(verklage|verklagen|klage einreichen|anzeige erstatten|strafanzeige|unterlassungserklärung|abmahnung|klage erheben|klage ein|anzeige gegen|zeige sie an|sie anzeigen)",
        "(erstatte|erstatten|stelle) ~ (anzeige|strafantrag)",
        "(dann|sonst|ansonsten|werden|werde) (klagen|klage) (wir|ich)",
        "(werde|werden|müssen|wollen) ~ klagen",
        "(zur|bei der|an die|gehe zur|der) polizei",
        "(vor gericht|vertragsbruch|vertragsverletzung|anwaltlich|vertragsbrüchig)",
        "(das ist|nenne ich|wegen|reiner|glatter|glatt|grenzt an|arglistiger) (ein|doch)? (betrug|betrugs|betrugsversuch|arglistige täuschung)",
    ),
    "payment": (
        f"(doppelt|zweimal|mehrfach|zwei mal|unberechtigt|zu unrecht|dreimal|zu viel|zuviel|fälschlicherweise|falsch|grundlos|einfach|wieder|erneut) ~ {_WITHDRAWN}",
        "(doppelte|unberechtigte|unbekannte|falsche|doppelten|unberechtigten|ungerechtfertigte|überhöhte) (abbuchung|abbuchungen|belastung|lastschrift|zahlung|berechnung|rechnung|forderung)",
        "ohne (meine|unsere|jede) (zustimmung|einwilligung|erlaubnis|genehmigung) ~ (abgebucht|belastet|eingezogen)",
        f"(haben|hat|wurde|wurden|warum) (sie|mir|uns|von meinem|einfach)? ~ (geld|betrag|euro|beitrag|konto|karte|kreditkarte) ~ {_WITHDRAWN} ~ (obwohl|trotz|ohne|nach)",
        "(warum|wieso|weshalb|wofür) ~ (kreditkarte|karte|konto|betrag|geld|mir|euro|abbuchung) ~ (belastet|abgebucht|eingezogen|berechnet)",
        "(kreditkarte|karte|konto) (wurde|ist) ~ (unberechtigt|doppelt|zweimal|ohne|mehrfach|dreimal) ~ (belastet|abgebucht)?",
        "(falscher|falschen) betrag (wurde|abgebucht|eingezogen)",
        "(kreditkartenbetrug|kartenmissbrauch|rückbuchung|rücklastschrift|chargeback)",
        "(mein|unser|das) geld (zurück|wieder|sofort|bitte)",
        "(geld|betrag|summe|kaufpreis|beitrag|gebühr) ~ (zurück|zurückerstatten|erstatten|zurückzahlen|zurückhaben|zurückerstattet|zurücküberweisen|zurückbekommen|zurückfordern)",
        "(erstatten|überweisen|zahlen|erstattet) sie ~ (mir|uns|bitte|den|das) ~ (betrag|geld|summe|kosten|zurück|euro|kaufpreis|differenz)",
        "(warte|wo bleibt|wo ist|wann kommt|wann bekomme ich|nicht|keine|verlange|fordere|möchte|will|noch keine|bitte um|bitte um die|auf|habe) ~ (meine|eine|die|der|unsere|volle) (rückerstattung|erstattung|rückzahlung|gutschrift) "
        "(.|nicht|immer|noch|erhalten|bekommen|haben|sofort|des|der|meiner|zurück|meines|von)",
        "(zahlung|abbuchung|buchung|lastschrift|transaktion|belastung) ~ (nicht|nie) ~ (gemacht|getätigt|veranlasst|autorisiert|genehmigt|kenne|erkenne|beauftragt|zuordnen|von mir|ausgelöst)",
        "(lastschrift|abbuchung|zahlung|betrag) ~ (zurückbuchen|zurückgehen|widersprechen|zurückholen|anfechten|zurückgebucht|zurückzubuchen)",
        "(rechnung|abrechnung) (ist|stimmt|war) ~ (falsch|nicht|fehlerhaft|zu hoch|viel zu hoch|doppelt|nicht korrekt|nicht richtig)",
        "(bezahlt|überwiesen|gezahlt) ~ (aber|trotzdem|dennoch|noch|und) ~ (unbezahlt|offen|mahnung|nicht bezahlt|als offen|zahlungserinnerung|ausstehend)",
        "(mahnung|zahlungserinnerung) ~ (obwohl|trotz|bekommen|erhalten) ~ (bezahlt|gezahlt|überwiesen|zahlung|längst)",
    ),
}
