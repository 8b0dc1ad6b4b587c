"""How German speaking customers ask for a person, a call or somebody in charge."""

from collections.abc import Mapping

_REAL = "(echten|echter|echte|richtigen|richtiger|realen|lebenden|wirklichen|menschlichen|menschlicher|kompetenten)"
_HUMAN = "(menschen|mensch|person|ansprechpartner|ansprechpartnerin|menschlichen wesen)"
_STAFF = (
    "(mitarbeiter|mitarbeiterin|mitarbeitern|sachbearbeiter|sachbearbeiterin|berater|beraterin|kundenberater|"
    "kundenberaterin|kollegen|kollegin|supportmitarbeiter|kundenbetreuer|kundendienst|kundenservice|agenten|"
    "techniker)"
)
_SOMEBODY = "(jemandem|jemand|jemanden|irgendjemand|irgendjemandem)"
_SPEAK = (
    "(sprechen|reden|telefonieren|verbinden|verbunden|verbunden werden|zu tun haben|chatten|klären|besprechen|"
    "durchstellen)"
)
_ROBOT = "(roboter|bot|bots|chatbot|chatbots|automat|automaten|maschine|maschinen|ki|computer|computern)"
_CHIEF = (
    "(vorgesetzten|vorgesetzte|vorgesetzter|chef|chefin|teamleiter|teamleiterin|leiter|leiterin|manager|"
    "managerin|geschäftsführer|geschäftsführerin|abteilungsleiter|abteilungsleiterin|führungskraft|"
    "geschäftsführung|teamleitung|geschäftsleitung|leitung|vorstand|direktor|direktion|abteilungsleitung|"
    "verantwortlichen|verantwortliche|verantwortlicher)"
)
_YOUR = "(ihr|ihre|ihren|ihrem|ihrer|ihres|dein|deinen|deinem|euer|euren|eurem|eure|eurer)"

WISHES: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        "(diesmal|bitte|lieber|endlich|nur|mal|richtiger|echter|irgendein|irgendeinen) (bitte)? (mal)? "
        "(ein|einen|einem|mit einem|richtiger|echter)? (richtigen|echten|richtiger|echter)? (mensch|"
        "menschen) (.|statt|und|am|zu|bitte)",
        "mit (einer|einem) (echten|richtigen|realen)? (person|menschen|mitarbeiter) (zu tun|schreiben|"
        "kontakt|in kontakt|statt|als)",
        "mit wem (kann|könnte|darf|soll) (ich|man) (sprechen|reden|hier|da|darüber)",
        "(beantwortet|liest|bearbeitet|schreibt|antwortet|sieht) ~ (irgendein|ein|auch|irgend ein|jemals|"
        "noch ein) (richtiger|echter|wirklicher)? mensch",
        "(könnte|kann|soll|möge|würde|darf) (sich|das|bitte|dies|mir|es|da)? ~ (ein|eine|einer|jemand) "
        "(kollege|kollegin|mitarbeiter|mitarbeiterin|mensch|person|ihrer) ~ (ansehen|anschauen|helfen|"
        "lesen|bearbeiten|prüfen|antworten|kümmern|melden|statt)",
        "(schreibe|rede|spreche|chatte|unterhalte) (ich|mich|hier)? ~ mit (einem|einer|ihrem) (programm|"
        "software|maschine|computer|bot|roboter|automaten)",
        f"mit (einem|einer|nem|irgendeinem|irgendeiner|) {_REAL}? {_HUMAN} ~ {_SPEAK}",
        f"mit (einem|einer|nem|irgendeinem|ihrem|einem ihrer|einer ihrer) {_REAL}? {_STAFF} ~ {_SPEAK}",
        "(einen|ein|eine|mit einer|mit einem|einer|von einem|keinen|keine) (echten|echter|echte|"
        "richtigen|richtiger|richtige|menschlichen|realen|lebenden|wirklichen) (menschen|mensch|person|"
        "mitarbeiter|ansprechpartner|berater)",
        "(kann|könnte|darf|möchte|will|muss|würde|lassen|können|gern|gerne|endlich|persönlich|bitte|"
        f"möglich|möglichkeit|wollen|dringend|lieber|einfach) ~ mit {_SOMEBODY} ~ (sprechen|reden|chatten|"
        "klären|verbinden)",
        f"mit {_SOMEBODY} (persönlich|direkt|von ihnen|vom support|aus dem support|aus ihrem team|zu) "
        "(sprechen|reden)",
        f"{_SOMEBODY} (mit dem|mit der|den|die) (ich|wir|man) ~ (sprechen|reden|erreichen)",
        "(einen|ein|irgendeinen) menschen (sprechen|erreichen|bekommen|ans telefon)",
        "(will|möchte|brauche|verlange|wünsche|wünsche mir|hätte|bekomme|geben sie mir|nur|endlich) ~ "
        "(einen|nen|keinen) menschen",
        "(verbinden|vermitteln|stellen|leiten|geben) sie (mich|uns|mir|das|dies|meine anfrage) (bitte|"
        f"endlich|) ~ (mit|zu|an) (einem|einer|jemandem) {_REAL}? ~ {_STAFF}",
        f"verbinden sie (mich|uns) (bitte|endlich|) mit (einem|einer) {_REAL}? {_HUMAN}",
        f"(mich|uns|mir) ~ (mit|zu|an) (einem|einer|jemandem|einen) {_REAL}? {_STAFF} ~ (verbinden|"
        "durchstellen|weiterleiten|vermitteln|weitergeben)",
        "(weiterleiten|weiterleitung|weitergeben|übergeben|leiten) ~ (an|zu) (einen|eine|einem|einer) "
        f"{_REAL}? (mitarbeiter|mitarbeiterin|menschen|person|berater|kollegen|ansprechpartner|"
        "sachbearbeiter)",
        "(persönlichen|persönlicher|direkten|festen|menschlichen) (ansprechpartner|kontakt|berater)",
        "(gibt es|haben sie|ist|sitzt|arbeiten|arbeitet|erreiche|erreicht) ~ (menschen|mensch) (.|den|"
        "mit|hier|der|bei|erreichbar|oder|an|am|da)",
        "(gibt es|haben sie) ~ (richtige|echte|noch) menschen",
        "(liest|antwortet|arbeitet|ist|sitzt|schreibt|bearbeitet) (hier|da|dort|das|bei ihnen|mir|dies|"
        "eigentlich) ~ (jemand|irgendjemand|ein mensch|ein echter mensch)",
        "(liest|antwortet|arbeitet|schreibt) (hier|da|dort|das|bei ihnen|dies)? ~ (ein mensch|ein echter "
        "mensch|menschen)",
        "(dass|damit|lassen sie|soll|möge) (sich)? (bitte|endlich)? (das|meine anfrage)? (mal)? (ein|"
        "einen) (echter|echten)? (mensch|menschen)",
        "(sich|könnte|kann|soll|bitte) ~ (ein|eine|jemand) (mitarbeiter|mitarbeiterin|kollege|berater|"
        "von ihnen) ~ persönlich",
        "persönlich (mit|bei) (jemandem|jemand|mir)",
        "(keine lust|habe genug|satt|leid|müde|nicht|nicht mehr|nicht länger|nur|immer nur|ständig|"
        f"wieder nur|rede ich|ich) ~ (mit|von) (einem|einer|einen|ihrem|der|dem|diesem|dieser|) {_ROBOT}",
        f"(kein|keinen|keinem|nicht mit einem|nicht mit einer|keine|und kein|und keine|nicht von einem) {_ROBOT}",
        f"(antwortet|schreibt|antworten|bekomme|nur|immer) ~ (ein|eine|einen|dieser) {_ROBOT}",
        "(sind sie|bist du|ist das|bin ich hier|spreche ich|schreibe ich|rede ich) ~ (ein|eine|einem|"
        f"einer|mit) {_ROBOT}",
        "(chatbot|bot|roboter|assistent) (versteht|kapiert|hilft|ist|begreift) ~ (nicht|nichts|nutzlos|"
        "unbrauchbar|dumm|keine)",
        "von (einem|einer) (echten|) (menschen|person) (beantwortet|gelesen|geprüft|bearbeitet|angesehen|bearbeiten)",
        "(mensch|menschen) bitte",
        "(will|möchte|wollen|mag|werde|habe keine lust|weigere mich|spreche|rede|schreibe) (ich|wir)? "
        "(nicht|nicht mehr|nicht länger|auch nicht|wirklich nicht|ungern)? mit (einem|einer|ihrem|ihrer|"
        f"der|diesem|keinem) {_ROBOT}",
        f"nicht (mehr|länger|weiter)? mit (einem|einer|ihrem|ihrer|der|diesem) {_ROBOT}",
        "von (einem|einer) (echten|richtigen)? (menschen|person|mitarbeiter|mitarbeiterin) ~ (betreut|"
        "bedient|geholfen|bearbeitet|beraten|gelesen|beantwortet|hören|betreuen|kontaktiert|werden)",
        "(lassen sie|lasst|soll|möge|kann|könnte|bitte) ~ (eine|einen|ein|jemand|jemanden) (echte|echten|"
        "echter|richtige|richtigen)? (person|menschen|mensch|mitarbeiter|mitarbeiterin|kollegen) ~ "
        "(bearbeiten|lesen|ansehen|anschauen|beantworten|antworten|prüfen|helfen|kümmern|entscheiden)",
        "(jemand|einer|eine) (aus|von|vom|in) (ihrem|ihrer|ihren|dem|support) ~ (persönlich|schreiben|"
        "melden|antworten|ansehen|helfen|sprechen|kümmern)",
        "(an welchen|an wen|welchen|an welche) (mitarbeiter|kollegen|ansprechpartner|mitarbeiterin|"
        "person|menschen)? (kann|soll|darf|muss|könnte) ich mich ~ wenden",
        "(an wen|mit wem) (kann|soll|darf|könnte) ich (mich)? (wenden|sprechen|reden)",
    ),
    "wants_call": (
        "(klingeln|klingelt|klingel|läuten|rufen) (sie|) ~ (durch|kurz an)",
        "(kurzes|kurzer|kurzen|kleines|schnelles|persönliches) (telefonat|telefongespräch|anruf|rückruf|"
        "gespräch am telefon)",
        "(im büro|auf dem handy|mobil|zu hause|auf meinem handy|in der firma) (anrufen|zurückrufen|an .)",
        "wäre (ein|kurzer|der) ~ (rückruf|anruf|telefonat) (möglich|nett|gut|schön|hilfreich|super)",
        "(rufen|ruft|rufe|ruf) (sie|ihr|du|) (mich|uns) ~ (an|zurück|unter)",
        "(rufen|ruft|rufe|ruf) (sie|) (bitte|doch) (mich|uns|an|unter|zurück)",
        "(rufen|ruft|ruf) (sie|) (bitte|) ~ an .",
        "(bitte|bittet|bitten) (ich|wir|)? ~ um (einen|ihren|dringenden|telefonischen|schnellen|kurzen|"
        "baldigen|zeitnahen|den)? ~ (rückruf|anruf|telefonat)",
        "um (rückruf|anruf)",
        "(rückruf|anruf) (bitte|erbeten|gewünscht|erwünscht|dringend)",
        "(erwarte|wünsche|möchte|will|brauche|hätte|warte|erbitte|bräuchte|wünschen|warten|hoffe) ~ (auf|"
        "gern|gerne|um)? ~ (einen|ihren|den|ihrem) ~ (rückruf|anruf)",
        "(rückruf|anruf) (wurde|war) (mir|uns)? ~ (versprochen|zugesagt|angekündigt|vereinbart)",
        "(versprochen|versprochene|versprochenen|zugesagt|zugesagten|angekündigt|vereinbarten) ~ (rückruf|anruf)",
        "(wurde|wurden|hat|haben) ~ (rückruf|anruf) ~ (versprochen|zugesagt|angekündigt|zugesichert)",
        "(kann|könnte|soll|möge|können|könnten|würden|könntet|könnt|möchte|kannst|könntest|würde|sollte) "
        "~ (mich|uns|mir|mit mir) ~ (anrufen|zurückrufen|telefonieren)",
        "(ein|einer|eine|ihr|ihre) (techniker|technikerin|mitarbeiter|kollege|berater|mitarbeiterin|"
        "kollegin) ~ (anrufen|zurückrufen|anruft)",
        "(mich|uns) (bitte|dringend|umgehend|doch|mal|jemand|morgen|heute|so schnell|möglichst|zeitnah) "
        "~ (anrufen|zurückrufen|anruft|zurückruft)",
        "(dass|wenn|ob) (mich|uns|sie mich|sie uns) ~ (anruft|zurückruft|anrufen|zurückrufen)",
        "(melden|meldet|melde) (sie|euch|dich)? (sich)? ~ (telefonisch|per telefon|am telefon)",
        "(telefonisch|am telefon|per telefon|telefonat|gespräch) ~ (klären|besprechen|erklären|reden|"
        "lösen|regeln|sprechen|durchgehen|machen)",
        "(können|könnten|lassen|sollten|wollen|würden|sollen|dürfte|kann) (wir|sie uns|ich)? ~ telefonieren",
        "(möchte|will|würde|wünsche|wollte) ~ (angerufen|zurückgerufen) werden",
        "(keiner|niemand|nie|nicht|immer noch nicht|noch nicht|keine) ~ (zurückgerufen|angerufen|zurückruft)",
        "(wann|wie|wo|unter welcher nummer|unter welcher telefonnummer|welche nummer|kann ich sie|kann "
        "man sie|sie) ~ (telefonisch) ~ (erreichen|erreichbar)",
        "(unter welcher|welche) (nummer|telefonnummer|rufnummer|durchwahl) ~ (erreichen|erreiche|anrufen|"
        "erreichbar|wählen)",
        "(haben sie|gibt es|geben sie mir|nennen sie mir|wie lautet) ~ (eine|ihre|die) ~ (telefonnummer|"
        "durchwahl|rufnummer|hotline) (.|unter|wo|damit|für mich|unter der|an der)",
        "(telefonisch|telefon) (jemand|jemanden|niemand) (erreichbar|erreichen|zu erreichen)",
        "(telefontermin|telefongespräch|telefonat|telefonischen termin|gesprächstermin) ~ (vereinbaren|"
        "ausmachen|machen|wäre|führen|bitte|abstimmen)",
        "(kurzes|ein|kurzen) (telefonat|telefongespräch|anruf) (wäre|würde|könnte)",
        "bitte (dringend|sofort|umgehend|schnell|heute|morgen|gleich|kurz) (anrufen|zurückrufen|um)",
        "(kann|könnte|darf) ich sie ~ anrufen",
        "telefonisch (kontakt|in verbindung|melden|kontaktieren|zurück)",
        "(kontakt|verbindung) ~ telefonisch",
    ),
    "wants_manager": (
        "(entscheidung|antwort|stellungnahme|rückmeldung|name|namen|kontakt|e mail adresse|mailadresse|"
        f"telefonnummer) (von)? {_YOUR} {_CHIEF}",
        f"(ihrer|ihres|ihrem|ihren|ihrem nächsten) {_CHIEF} (sprechen|an|vor|weiter|geben|sagen|mitteilen|"
        "zeigen|.|schicken|informieren|er|sie|kontaktieren)",
        f"(dass|soll|möge|will) ~ (ihr|ihre) {_CHIEF}",
        "(informieren|benachrichtigen|fragen|holen|bitten|kontaktieren|rufen) sie (bitte)? (mal|jetzt)? "
        f"(ihren|ihre|ihr) {_CHIEF}",
        "(wer|die person die|derjenige der) ~ (abteilung|team|support|firma|kundenservice) (leitet|führt)",
        "(jemand|jemanden|jemandem|person) mit ~ (befugnissen|befugnis|kompetenz|kompetenzen|"
        "verantwortung|entscheidungsbefugnis|entscheidungsgewalt)",
        "(muss|soll|sollte|gehört|bitte) ~ (eskaliert|eskalieren|hochgestuft|weiter oben)",
        "(weiter oben|höherer stelle|eine etage höher|jemand höheres|jemanden höher)",
        "(mit|an|von|zu|bei|durch|für) (ihrem|ihren|ihrer|ihre|deinem|eurem|eurer|eure) (direkten|"
        f"jeweiligen|nächsten)? {_CHIEF}",
        f"(mit|an|zu) (einem|einer|einen|eine|dem|der|den) (ihrer|) {_CHIEF} ~ (sprechen|reden|verbinden|"
        "verbunden|weiterleiten|weitergeben|durchstellen|zu tun|telefonieren|wenden|übergeben|klären)",
        "(will|möchte|verlange|muss|würde|werde|kann|fordere|wünsche) ~ (mit|an|mich an) (einem|einer|"
        f"dem|der|den|die) {_CHIEF}",
        f"{_YOUR} {_CHIEF} ~ (sprechen|kontaktieren|informieren|einschalten|dazu holen|reden|vorlegen|vor|"
        "bei mir|melden|weiter)",
        f"(geben|holen|rufen|nennen|schicken|zeigen|verbinden) sie (mir|mich) ~ {_YOUR} {_CHIEF}",
        f"(geben|holen) sie (mir|mich) ~ (einen|den|die|eine) {_CHIEF}",
        f"(verbinden) sie (mich|mir) ~ (einem|einer|dem|der|ihrem) {_CHIEF}",
        f"(wer ist|wie heißt|name|namen|kontaktdaten|ist|sind) ~ {_YOUR} {_CHIEF}",
        "(wer ist|wer) ~ (bei ihnen|hier|dort|da) ~ (verantwortlich|verantwortliche|der verantwortliche|"
        "der chef|das sagen)",
        f"(legen|tragen|geben|leiten|schicken|melden) sie ~ (ihrem|ihrer|ihren|ihre) {_CHIEF}",
        "(einen|eine|ein) (vorgesetzten|vorgesetzte|verantwortlichen|teamleiter|teamleiterin|"
        "führungskraft|abteilungsleiter) ~ (sprechen|kontaktieren|verbinden|bitte|haben|reden)",
        "(geschäftsleitung|geschäftsführung|chefetage|vorstand|leitung|führungsebene|direktion) ~ "
        "(sprechen|wenden|beschweren|weiterleiten|weitergeben|gehen|melden|meldet|kontaktieren|schreiben|"
        "vorlegen|eskalieren)",
        "(beschweren|beschwere mich|wenden|wende mich|schreibe|schreiben) ~ (bei|an) (ihrer|ihrem|ihren|"
        f"der|den|dem|die) {_CHIEF}",
        "(mit der|mit dem|an den|an die) (leiter|leiterin|leitung|chef|chefin) (des|der|vom) ~ (sprechen|"
        "reden|wenden)?",
        "(bitte|) eskalieren (sie|) (bitte|) (das|dies|diesen|den|mein|meinen|die|dieses|meine|es)",
        "(fall|ticket|anfrage|vorgang|das|problem|es|sache) (bitte|) (zu|) (eskalieren|eskaliert|hocheskalieren)",
        "(dass|muss) ~ eskaliert (wird|werden)",
        "(nächsthöhere|nächsthöheren|höhere|höheren|nächste|übergeordnete) (stelle|instanz|ebene)",
        f"{_SOMEBODY} der ~ (entscheiden|entscheidet|verantwortung|zu sagen|entscheidungen|befugnis|"
        "befugt|zuständig)",
        f"{_SOMEBODY} mit (entscheidungsbefugnis|verantwortung|befugnis|mehr kompetenz|kompetenzen)",
        "(an die|vor die|bis zur|zur) (geschäftsleitung|geschäftsführung|chefetage|direktion|bereichsleitung)",
    ),
}
