"""What customers say in German."""

from collections.abc import Mapping

NEGATIONS = (
    "(brauche|brauchen|benötige|benötigen|möchte|möchten|will|wollen|wünsche|wünschen) (ich|wir|aber|) "
    "(keinen|kein|keine|nicht|keinesfalls)",
    "(kein|keinen|keine|ohne|statt|anstatt) (rückruf|anruf|bedarf|grund|einen|einem|mit)",
    "(nicht|kein) (nötig|notwendig|erforderlich|mehr nötig)",
    "(müssen|brauchen) (sie|) (mich|uns|) nicht",
    "(ist|war|handelt es sich um) (kein|keine|nicht)",
)

_REAL = "(echten|echter|richtigen|realen|lebenden|wirklichen|menschlichen|)"
_SOMEBODY = "(menschen|mensch|person|mitarbeiter|mitarbeiterin|ansprechpartner|sachbearbeiter|berater|kundenberater)"
_SPEAK = "(sprechen|reden|telefonieren|verbinden|verbunden|verbunden werden)"
_CHIEF = (
    "(vorgesetzten|vorgesetzte|chef|chefin|teamleiter|teamleiterin|leiter|manager|geschäftsführer|abteilungsleiter|"
    "führungskraft|geschäftsführung|teamleitung)"
)
_CONTRACT = "(vertrag|abo|abonnement|konto|mitgliedschaft|account)"

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"mit (einem|einer|nem|irgendeinem|irgendeiner|) {_REAL} {_SOMEBODY} (persönlich|) {_SPEAK}",
        f"(einen|ein|eine) (echten|echter|echte|richtigen|richtiger|richtige|menschlichen) {_SOMEBODY}",
        "(persönlich|endlich|bitte) mit (jemandem|jemand|jemanden) (sprechen|reden)",
        "mit (jemandem|jemand|jemanden) (persönlich|direkt|von ihnen|vom support|aus ihrem team) (sprechen|reden)",
        "(einen|ein) menschen (sprechen|erreichen)",
        f"verbinden sie (mich|uns) (bitte|endlich|) mit (einem|einer) {_REAL} {_SOMEBODY}",
        "(kann|könnte|darf|möchte|will) ich (bitte|endlich|mal|) mit (jemandem|jemand|jemanden) (sprechen|reden)",
        "(liest|antwortet|arbeitet|ist) (hier|da|dort|das|bei ihnen|) (überhaupt|eigentlich|) "
        "(jemand|irgendjemand|ein mensch)",
        "(kein|keinen|keinem|nicht mit einem|nicht mit einer) (roboter|bot|chatbot|automaten|maschine)",
        "von einem (echten|) menschen (beantwortet|gelesen|geprüft|bearbeitet)",
    ),
    "wants_manager": (
        f"(mit|an|von|zu) (ihrem|ihren|ihrer) (direkten|) {_CHIEF}",
        f"mit (einem|einer|dem|der) (ihrer|) {_CHIEF} {_SPEAK}",
        f"(ihren|einen|ihre|eine) {_CHIEF} (sprechen|kontaktieren|informieren|einschalten|dazu holen)",
        f"(verbinden|geben) sie (mich|mir) (bitte|) (mit|) (ihrem|einem|ihren|ihre|einer|ihrer) {_CHIEF}",
        "(bitte|) eskalieren (sie|) (bitte|) (das|dies|diesen|den|mein|meinen|die)",
        "(fall|ticket|anfrage|vorgang|das) (bitte|) (zu|) eskalieren",
    ),
    "wants_call": (
        "(rufen|ruft|rufe|ruf) (sie|) (mich|uns) (bitte|doch|) (bitte|mal|umgehend|dringend|heute|morgen|direkt|) "
        "(an|zurück|unter)",
        "(bitte|) um (einen|ihren|dringenden|telefonischen|schnellen|kurzen|einen kurzen) (rückruf|anruf)",
        "um (rückruf|anruf)",
        "(rückruf|anruf) (bitte|erbeten|gewünscht|erwünscht)",
        "(erwarte|wünsche|möchte|will|brauche|hätte gern|hätte gerne) (ich|) (einen|ihren) (rückruf|anruf)",
        "(kann|könnte|soll|möge) (mich|uns) (bitte|) (jemand|einer|eine) (bitte|) (anrufen|zurückrufen)",
        "(können|könnten|würden|könntet|könnt) (sie|ihr) (mich|uns) (bitte|) (mal|kurz|heute|morgen|) "
        "(anrufen|zurückrufen)",
        "(bitte|) (mich|uns) (bitte|dringend|umgehend) (anrufen|zurückrufen)",
        "(melden|meldet) (sie|) sich (bitte|) telefonisch",
        "(telefonisch|am telefon) (klären|besprechen)",
        "(können|könnten) wir (bitte|mal|kurz|) telefonieren",
        "(möchte|will|würde gern|würde gerne) (bitte|) (angerufen|zurückgerufen) werden",
    ),
    "no_help": (
        "(hat|haben) (mir|uns|) (leider|) (nicht|nichts|nicht wirklich|gar nicht|nicht weiter) (geholfen|gebracht)",
        "(hilft|helfen|bringt) (mir|uns|) (leider|) (nicht|nichts|nicht wirklich|gar nicht|nicht weiter)",
        "(funktioniert|geht|klappt) (leider|) (immer noch|noch immer|weiterhin|nach wie vor) nicht",
        "(immer noch|noch immer|weiterhin|nach wie vor|noch) nicht (gelöst|behoben|erledigt|beantwortet|gelöscht)",
        "(problem|fehler) (besteht|ist|bleibt|tritt) (leider|) (immer noch|noch immer|weiterhin|nach wie "
        "vor|bestehen)",
        "(frage|fragen|anfrage|anliegen) (wurde|wurden|ist|haben sie|) (leider|) (immer noch|) nicht (beantwortet)",
        "(löst|behebt) (mein|das|unser) problem (leider|) nicht",
        "(war|ist) (leider|) (nicht|wenig) (hilfreich|zielführend)",
        "(keiner|niemand) (hilft|kümmert|antwortet|meldet|reagiert|fühlt sich)",
        "(habe|hatte) ich (doch|) (schon|bereits) (geschrieben|gesagt|mitgeteilt|versucht|probiert|gemacht)",
        "(das|es) hat (leider|auch|) nicht (funktioniert|geklappt|gewirkt)",
        "nicht (das|) was ich (gefragt|gemeint|geschrieben)",
    ),
    "complaint": (
        "(möchte|will|muss|werde) (ich|) mich (hiermit|) beschweren",
        "(beschwere|beschweren) (ich|wir) (mich|uns)",
        "(offizielle|formelle|förmliche|schriftliche) beschwerde",
        "beschwerde (einreichen|einlegen|einzureichen|gegen)",
        "(absolut|völlig|einfach|schlicht|) (inakzeptabel|unverschämt|untragbar)",
        "(nicht|nicht mehr) (hinnehmbar|akzeptabel|tragbar)",
        "(eine|) (unverschämtheit|frechheit|zumutung)",
        "(standardantwort|standardantworten|textbaustein|textbausteine|textbausteinen|automatische antworten)",
        "(im kreis|hin und her|von pontius zu pilatus) (drehen|gedreht|geschickt|dreht|schicken|geschoben)",
        "(dreht|drehen) (sich|uns|wir uns) (alles|) im kreis",
        "(bin|sind) (sehr|wirklich|äußerst|extrem|mehr als) (verärgert|enttäuscht|sauer|wütend|unzufrieden)",
    ),
    "leaving": (
        f"(ich kündige|wir kündigen) (hiermit|dann|) (meinen|unseren|den|mein|unser|das|meine) {_CONTRACT}",
        "(hiermit|dann|somit) (kündige ich|kündigen wir)",
        "(werde|werden|will|wollen) (ich|wir|) (dann|jetzt|nun|) kündigen",
        "(wechsle|wechseln) (ich|wir|) (jetzt|dann|) (den|meinen|unseren) (anbieter|dienstleister)",
        f"(werde|werden|will|wollen|möchte|möchten) (ich|wir|) (hiermit|) (meinen|unseren|den|mein|unser|meine) "
        f"{_CONTRACT} (kündigen|auflösen|beenden)",
        "(zur|an die) konkurrenz",
        "(den|) (anbieter|dienstleister) (zu|) wechseln",
        "(zu|nach) einem (anderen|neuen) (anbieter|dienstleister|lieferanten)",
        "(suche|suchen) (ich|wir|) (mir|uns|) (einen|) (anderen|neuen) (anbieter|dienstleister)",
        "(nie|niemals) wieder (etwas|) (bei|mit|von) ihnen",
        "(verlieren|verliert) (sie|ihr) (mich|uns) als (kunden|kunde|kundin)",
    ),
}

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(datenleck|datenpanne|datenschutzverletzung|datenschutzverstoß|datenschutzvorfall|datenschutzbehörde)",
        "(fremde|fremden) (daten|kundendaten|nachrichten|bestellungen|rechnungen|rechnung|konten|profile|adressen)",
        "(daten|nachrichten|bestellungen|rechnungen|adressen) (anderer|von anderen|fremder|eines anderen) "
        "(personen|kunden|nutzer|menschen|leute|benutzer|kunde|nutzern|)",
        "(persönliche|meine|unsere|private) (daten|nachrichten|fotos) (sind|wurden|waren) "
        "(öffentlich|sichtbar|veröffentlicht|einsehbar|geleakt|weitergegeben)",
        "recht auf (vergessenwerden|löschung)",
        "(verstoß gegen|nach|gemäß|laut) (die|der|art 15|artikel 15|) dsgvo",
    ),
    "security": (
        "(wurde|wurden|worden|ist|bin) gehackt",
        "(sicherheitslücke|sicherheitslücken|sicherheitsvorfall|schwachstelle gefunden|sicherheitsleck)",
        "(hat|haben) (mein|meinen|meine|unser|unseren|unsere) (konto|account|seite|profil|website|zugang) gehackt",
        "(unbefugter|unberechtigter|unbefugte|unbefugten) (zugriff|zugang|zugriffe|dritte)",
        "(passwort|passwörter|zugangsdaten) (wurde|wurden|sind) (gestohlen|geklaut|geleakt|abgegriffen)",
        "(konto|account|profil|seite) (wurde|ist) (übernommen|gekapert|kompromittiert)",
        "(phishing mail|phishing mails|phishing|erpressungstrojaner|ransomware)",
    ),
    "safety": (
        "(brand|feuer) (gefangen|geraten)",
        "(brandgefahr|lebensgefahr|verletzungsgefahr|explosionsgefahr|stromschlag|stromschläge)",
        "(wurde|wurden|hat sich|habe mich|ist) (schwer|) verletzt",
        "(morddrohung|morddrohungen|bombendrohung|selbstmord|suizid)",
        "(mich|sich) (umzubringen|umbringen)",
        "gefahr für (leib|leben|die gesundheit)",
    ),
    "legal": (
        "(meinem|unserem|meiner|unserer|meinen|unseren) (anwalt|rechtsanwalt|rechtsbeistand|anwältin|rechtsanwältin)",
        "(mein|unser) (anwalt|rechtsanwalt) (wird|meldet|schreibt|prüft)",
        "(einen|zum|einem) (anwalt|rechtsanwalt) (einschalten|einzuschalten|beauftragen|nehmen|gehen|übergeben)",
        "(rechtliche|gerichtliche|juristische) schritte",
        "(verklage|verklagen|klage einreichen|anzeige erstatten|strafanzeige|unterlassungserklärung|abmahnung)",
        "vor gericht",
    ),
    "payment": (
        "(doppelt|zweimal|mehrfach|zwei mal|unberechtigt|zu unrecht) (abgebucht|belastet|berechnet|eingezogen)",
        "(doppelte|unberechtigte|unbekannte|falsche) (abbuchung|abbuchungen|belastung|lastschrift)",
        "ohne (meine|unsere) (zustimmung|einwilligung|erlaubnis) (abgebucht|belastet|eingezogen)",
        "(kreditkarte|karte|konto) (wurde|ist) (unberechtigt|doppelt|zweimal|ohne) (belastet|abgebucht|)",
        "(falscher|falschen) betrag (wurde|abgebucht|eingezogen)",
        "(kreditkartenbetrug|kartenmissbrauch)",
    ),
}
