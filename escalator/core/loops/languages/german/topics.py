"""What German speaking customers write when it is about what is guarded."""

from collections.abc import Mapping

_PEOPLE = (
    "(personen|person|kunden|kunde|kundin|kundinnen|nutzer|nutzern|nutzerin|menschen|leute|leuten|benutzer|"
    "benutzern|firma|firmen|mitglieder|patienten|mandanten|unternehmen|mitarbeiter)"
)
_DATA = (
    "(daten|name|patientenakte|krankenakte|kundendaten|nachrichten|nachricht|bestellungen|bestellung|rechnungen|rechnung|adressen|adresse|"
    "konten|konto|account|profile|profil|mails|e mails|dokumente|dateien|fotos|bilder|akten|patientenakten|"
    "unterlagen|verträge|kontodaten|bankdaten|telefonnummer|telefonnummern|namen|tickets|chats|gesundheitsdaten|"
    "patientendaten|mitarbeiterdaten|abrechnung|abrechnungen|gehaltsabrechnung|buchungen|postfach)"
)
_ACCESS = (
    "(passwort|passwörter|zugangsdaten|passwords|schlüssel|api schlüssel|api key|anmeldedaten|login daten|"
    "logindaten|kennwort)"
)
_LAWYER = (
    "(anwalt|rechtsanwalt|rechtsbeistand|anwältin|rechtsanwältin|anwälte|anwälten|rechtsanwälte|rechtsvertreter)"
)
_WITHDRAWN = "(abgebucht|belastet|berechnet|eingezogen|bezahlt|in rechnung gestellt|abgezogen|kassiert|verrechnet)"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        f"(meine|unsere|persönliche|private|die) {_DATA} (sind|ist|wurden|waren|landen|landeten|gerieten) "
        "~ (bei|an|in) (dritten|dritte|fremden|fremde|falsche|den händen|anderen|einer fremden|falschen|"
        "unbekannten)",
        f"{_DATA} (eines|einer) (fremden|unbekannten|wildfremden|anderen)",
        "(datenleck|datenpanne|datenschutzverletzung|datenschutzverstoß|datenschutzvorfall|"
        "datenschutzbehörde|datenschutzbeauftragte|datenschutzbeauftragten|datenschutzproblem|"
        "landesdatenschutzbeauftragten|datendiebstahl|datenmissbrauch|datenschutzbeschwerde)",
        "(verstoß|verstöße|verstößt|verletzung|verletzt) (gegen|)? (den|des|dem|der|die)? ~ (datenschutz|"
        "privatsphäre|dsgvo|persönlichkeitsrechte)",
        f"(fremde|fremden|fremder) {_DATA}",
        "(sehe|sehen|lese|lesen|sieht|öffne|öffnen|zugriff|einsehen|angezeigt|zeigt|bekomme|bekommen|"
        f"erhalte|erhalten|gesehen|kann|enthält|sind) ~ {_DATA} ~ (anderer|von anderen|fremder|eines "
        "anderen|einer anderen|eines fremden|einer fremden|von fremden|von jemand anderem|fremde)",
        f"{_DATA} (anderer|von anderen|fremder|eines anderen|einer anderen|einer fremden|eines fremden|"
        f"von fremden|aus anderen|der anderen) {_PEOPLE}",
        f"{_DATA} (von|eines|einer) (jemand anderem|jemand anders|jemandem anders|wildfremden|unbekannten|"
        "dritten|anderen)",
        "(rechnungen|rechnung|daten|mail|nachricht|akten|patientenakten|bestellung|unterlagen) ~ (nicht "
        "für mich|nicht meine|nicht mir|nicht unsere)",
        "(mein|meine|meinen|unsere|persönliche|private|personenbezogene|vertrauliche|sensible|unser) "
        f"(privaten|persönlichen|vertraulichen)? {_DATA} ~ (öffentlich|sichtbar|veröffentlicht|einsehbar|"
        "geleakt|weitergegeben|verschickt|geschickt|zugänglich|verkauft|falschen|im internet|"
        "weitergeleitet|preisgegeben|fremde|fremden|betroffen)",
        f"(haben|hat) ~ (mein|meine|meinen|unsere|unser) (privaten|persönlichen)? {_DATA} ~ "
        "(veröffentlicht|geschickt|weitergegeben|verkauft|verschickt|gegeben|weitergeleitet|preisgegeben|"
        "geteilt|herausgegeben)",
        "(können|kann|warum können|sehen|lesen) (jetzt)? (andere|fremde|alle|jeder|unbekannte|dritte) ~ "
        "(mein|meine|meinen|unsere|unser) ~ (sehen|lesen|einsehen|öffnen|abrufen)",
        f"(andere|fremde|jeder|alle|anderen) {_PEOPLE}? (können|kann|sehen) ~ (mein|meine|meinen|unsere|"
        "unser) ~ (sehen|lesen|einsehen|abrufen)",
        "(personenbezogene|personenbezogenen|persönlichen) daten ~ (fremden|fremder|anderen|anderer|"
        "löschen|gelöscht|weitergegeben|dritter|dritten)",
        "(löschen|löschung) (sie)? ~ (personenbezogenen|persönlichen|personenbezogener) daten",
        "(recht auf|anspruch auf) (vergessenwerden|löschung|auskunft nach)",
        "(verstoß gegen|nach|gemäß|laut|auf grundlage) (die|der|art 15|artikel 15|art 17|artikel 17|)? dsgvo",
        "(ohne|gegen) (meine|unsere|meinen) (zustimmung|einwilligung|erlaubnis|willen) ~ (veröffentlicht|"
        "weitergegeben|verwendet|geteilt|verkauft|gespeichert)",
        f"{_DATA} ~ an (jemand|jemanden) (anderen|anderes|anders|fremden|fremdes)",
        f"{_DATA} (eines|einer) (anderen|fremden) (kunden|kundin|person|nutzers|patienten|firma|mandanten)",
        "name (eines|einer) (anderen|fremden)",
        "personenbezogene daten ~ (nach außen|ins internet|in umlauf|öffentlich|abgeflossen|gelangt)",
    ),
    "security": (
        "(login|logins|anmeldung|anmeldungen|zugriff|zugriffe|sitzung) ~ (den|die|das|der) (ich|wir) nicht",
        "(gehackt|hackern|hackerangriff) (.|worden|wurde|zu)",
        "(jemand|ein fremder|unbekannte) ~ in (mein|meinem|unser|unserem|unseren|meinen) ~ (konto|"
        "account|system|postfach|profil|netzwerk)",
        "(wurde|wurden|worden|ist|bin|sind|werden) ~ (gehackt|gekapert|kompromittiert|gephisht)",
        "(sicherheitslücke|sicherheitslücken|sicherheitsvorfall|schwachstelle gefunden|sicherheitsleck|"
        "sicherheitsproblem|sicherheitsloch|schwachstelle in|schwachstelle auf|sicherheitsrisiko|"
        "cyberangriff|hackerangriff|hackerangriffs|identitätsdiebstahl|brute force)",
        "(hat|haben) ~ (mein|meinen|meine|unser|unseren|unsere|sich|in) ~ (gehackt|eingeloggt|übernommen|"
        "geknackt|gekapert|gestohlen|geklaut|eingehackt|zugang verschafft|zugriff verschafft)",
        "(jemand|jemand anderes|jemand anders|ein fremder|fremde|unbekannte|ein unbekannter|ein hacker|"
        "hacker) ~ (hat|benutzt|nutzt|verwendet|haben|ist|loggt|greift|war|verschickt|kauft|bestellt) ~ "
        "(mein|meinem|meinen|meine|unser|unserem|unseren|unsere|in mein|über mein) ~ (konto|account|"
        "profil|passwort|kennwort|postfach|system|server|website|zugang|e mail|seite|kundenkonto|"
        "mailadresse|handy|identität|namen)",
        f"(ohne mein wissen|ohne meine zustimmung) ~ {_ACCESS} ~ (geändert|zurückgesetzt)",
        "(passwort|e mail adresse|mailadresse) (wurde|ist|hat) ~ (ohne mein|von fremden|von jemandem|"
        "nicht von mir) ~ (geändert|zurückgesetzt)?",
        "(unbefugter|unberechtigter|unbefugte|unbefugten|unberechtigte|unbefugt|unberechtigten|"
        "unerlaubter) (zugriff|zugang|zugriffe|dritte|personen|haben|auf|person|zutritt)",
        f"{_ACCESS} ~ (wurde|wurden|sind|ist|worden) ~ (gestohlen|geklaut|geleakt|abgegriffen|"
        "veröffentlicht|aufgetaucht|bekannt|geknackt|entwendet)",
        f"{_ACCESS} ~ (gestohlen|geklaut|abgegriffen|entwendet)",
        "(konto|account|profil|seite|rechner|server|website) (wurde|ist|sind|wird) ~ (übernommen|"
        "gekapert|kompromittiert|infiziert|angegriffen|befallen|missbraucht)",
        "(mit einem|einem|einen) (trojaner|virus|schadprogramm) ~ (infiziert|befallen|eingefangen|gefunden)",
        "(phishing mail|phishing mails|erpressungstrojaner|ransomware|schadsoftware|trojaner|malware)",
        "(anmeldung|anmeldungen|login|logins|zugriff|zugriffe|gerät|geräte|sitzung|anmeldeversuche|"
        "aktivität|aktivitäten) ~ (nicht von mir|nicht von uns|die nicht ich|nicht ich|kenne ich nicht|"
        "nicht kenne|nicht erkenne|unbekannt)",
        "(verdächtige|verdächtigen|verdächtiger|ungewöhnliche|ungewöhnlichen|unbekannte|unbekanntes|"
        "unbekannter|fremdes|fremde|fremder|unbekannten) (login|logins|anmeldung|anmeldungen|zugriff|"
        "zugriffe|gerät|geräte|aktivität|aktivitäten|anmeldeversuch|anmeldeversuche|ip)",
        "(kann|können|komme|kommt|gelangt|jeder) ~ ohne (passwort|anmeldung|authentifizierung|kennwort|"
        "login|berechtigung) ~ (anmelden|einloggen|zugreifen|rein|auf|in|hinein|öffnen)",
        "(ehemaliger|ehemalige|früherer|ehemaligen|gekündigter|entlassener|ex) (mitarbeiter|"
        "mitarbeiterin|kollege|mitarbeitern|angestellter|administrator) ~ (noch|immer noch|hat|kann) ~ "
        "(zugriff|zugang|einloggen|anmelden)",
        "(jemand|ein fremder|andere) (kennt|hat) (mein|meine|unser|unsere) (passwort|zugangsdaten|kennwort|pin)",
        "(anmeldungen|logins|zugriffe|anmeldung|login) ~ nicht (von uns|von mir|unsere)",
        "(wurde|ist) von (einem|einer) (fremden|unbekannten|hacker) (übernommen|benutzt|gekapert|verwendet)",
        "(auf|opfer|durch|eine|einer|mehrere|bekommen) ~ (phishing|phishing seite|phishing angriff|"
        "phishing nachricht)",
        "(anmeldung|anmeldungen|login|logins|zugriffe|zugriff) ~ die nicht (von mir|von uns|meine|unsere)",
        "(anmeldungen|logins|zugriffe) (aus|von|in) ~ nicht (von mir|von uns)",
    ),
    "safety": (
        "(sich|mich) ~ (verletzt|geschnitten|verbrannt|verbrüht|gequetscht)",
        "(angefangen|begonnen|fängt|begann) ~ zu (brennen|rauchen|qualmen|schmoren|glühen)",
        "(kam|kommt|steigt|quillt|trat) ~ (rauch|qualm|flammen|funken)",
        "(rauch|qualm|flammen|funken) ~ (aus|kam|kamen|gesehen|schlugen)",
        "(brand|feuer|flammen) (gefangen|geraten|aufgegangen|gestanden|stand)",
        "(in brand|in flammen|abgebrannt|durchgebrannt und|lebensgefährlich|lebensbedrohlich|explodiert|"
        "explodieren|vergiftet|vergiftung|kohlenmonoxid)",
        "(brandgefahr|lebensgefahr|verletzungsgefahr|explosionsgefahr|stromschlag|stromschläge|gasgeruch|"
        "gasleck|stromschlags|erstickungsgefahr|rauchentwicklung|verbrennungen|rettungswagen|notarzt)",
        "(wurde|wurden|hat sich|habe mich|ist|sich|mich|haben sich) ~ (schwer|ernsthaft|leicht)? "
        "(verletzt|verletzen|verbrannt|geschnitten)",
        "(akku|gerät|ladegerät|batterie|kabel|stecker|steckdose|maschine|handy|netzteil|ofen) ~ (raucht|"
        "qualmt|brennt|schmort|explodiert|brannte|rauchte|geraucht|gebrannt|funken)",
        "(riecht|roch|stinkt|geruch) ~ (verbrannt|nach gas|angebrannt|nach rauch|verschmort|verkohlt)",
        "(tritt|strömt|entweicht|austritt|trat) ~ gas",
        "gas (tritt|strömt|entweicht|aus)",
        "(morddrohung|morddrohungen|bombendrohung|selbstmord|suizid|selbstmordgedanken|suizidgedanken)",
        "(mich|sich|uns|ihn|sie|mir|euch) ~ (umzubringen|umbringen|umbringe|das leben nehmen|etwas antun|"
        "etwas anzutun|zu töten|töten|verprügeln)",
        "(droht|drohte|bedroht|gedroht|drohen|bedrohte) (mir|uns|mich|damit|er|sie|mit gewalt|mit mord)",
        "(nicht mehr|nicht länger|nicht weiter) (leben|weiterleben|am leben)",
        "(weiß|wissen|herausgefunden) ~ wo (ich|wir|meine) ~ (wohne|wohnen|familie|lebe)",
        "gefahr für (leib|leben|die gesundheit|menschen|kinder|unsere|meine)",
        "(verschluckt|verschluckte|im krankenhaus gelandet|ins krankenhaus|in die notaufnahme|in der notaufnahme)",
        "(wurde|wurden) ~ (von|durch|an) (der|dem|einer|einem|ihrer|ihrem) ~ ~ verletzt",
    ),
    "legal": (
        f"(meinem|unserem|meiner|unserer|meinen|unseren) {_LAWYER}",
        f"(mein|unser|meine|unsere) {_LAWYER} (wird|meldet|schreibt|prüft|werden|sagt|rät|sieht)",
        f"(einen|zum|einem|eine|einer|dem|den|beim) {_LAWYER} (einschalten|einzuschalten|beauftragen|"
        "nehmen|gehen|übergeben|beauftragt|eingeschaltet|konsultieren|hinzuziehen|zu|suchen)",
        "(einschalten|beauftragen|schalte|beauftrage|nehme|nehmen|konsultiere) (ich|wir|)? ~ (einen|eine|"
        f"meinen|unseren) {_LAWYER}",
        "(rechtliche|gerichtliche|juristische|rechtlichen|juristischen|gerichtlichen) (schritte|"
        "schritten|konsequenzen|mittel|folgen|maßnahmen)",
        "(rechtsweg|klageweg|verbraucherzentrale|verbraucherschutz|schlichtungsstelle|ombudsmann|"
        "staatsanwaltschaft|mahnbescheid|bundesnetzagentur|schadenersatz|schadensersatz)",
        "(verklage|verklagen|klage einreichen|anzeige erstatten|strafanzeige|unterlassungserklärung|"
        "abmahnung|klage erheben|klage ein|anzeige gegen|zeige sie an|sie anzeigen)",
        "(erstatte|erstatten|stelle) ~ (anzeige|strafantrag)",
        "(dann|sonst|ansonsten|werden|werde) (klagen|klage) (wir|ich)",
        "(werde|werden|müssen|wollen) ~ klagen",
        "(zur|bei der|an die|gehe zur|der) polizei",
        "(vor gericht|vertragsbruch|vertragsverletzung|anwaltlich|vertragsbrüchig)",
        "(das ist|nenne ich|wegen|reiner|glatter|glatt|grenzt an|arglistiger) (ein|doch)? (betrug|"
        "betrugs|betrugsversuch|arglistige täuschung)",
        "(rechnen sie|rechnet) mit (einer|rechtlichen|unserer) (klage|schritten|anzeige)",
        "(klage|klageschrift|anzeige) (gegen|wird|folgt|vorbereitet|ist unterwegs)",
        f"mit (einem|einer|meinem|unserem) {_LAWYER} (sprechen|reden|besprechen|beraten|prüfen|gesprochen)",
    ),
    "payment": (
        "(abbuchung|lastschrift|zahlung|belastung|buchung|überweisung) (kenne|habe|erkenne|sagt|ist) "
        "(ich|mir|wir)? ~ nicht",
        "(geben|zahlen|überweisen|erstatten) sie (mir|uns) ~ (mein|das|unser) geld",
        "(doppelt|zweimal|mehrfach|zwei mal|unberechtigt|zu unrecht|dreimal|zu viel|zuviel|"
        f"fälschlicherweise|falsch|grundlos|einfach|wieder|erneut) ~ {_WITHDRAWN}",
        "(doppelte|unberechtigte|unbekannte|falsche|doppelten|unberechtigten|ungerechtfertigte|"
        "überhöhte) (abbuchung|abbuchungen|belastung|lastschrift|zahlung|berechnung|rechnung|forderung)",
        "ohne (meine|unsere|jede) (zustimmung|einwilligung|erlaubnis|genehmigung) ~ (abgebucht|belastet|eingezogen)",
        "(haben|hat|wurde|wurden|warum) (sie|mir|uns|von meinem|einfach)? ~ (geld|betrag|euro|beitrag|"
        f"konto|karte|kreditkarte) ~ {_WITHDRAWN} ~ (obwohl|trotz|ohne|nach)",
        "(warum|wieso|weshalb|wofür) ~ (kreditkarte|karte|konto|betrag|geld|mir|euro|abbuchung) ~ "
        "(belastet|abgebucht|eingezogen|berechnet)",
        "(kreditkarte|karte|konto) (wurde|ist) ~ (unberechtigt|doppelt|zweimal|ohne|mehrfach|dreimal) ~ "
        "(belastet|abgebucht)?",
        "(falscher|falschen) betrag (wurde|abgebucht|eingezogen)",
        "(kreditkartenbetrug|kartenmissbrauch|rückbuchung|rücklastschrift|chargeback)",
        "(mein|unser|das) geld (zurück|wieder|sofort|bitte)",
        "(geld|betrag|summe|kaufpreis|beitrag|gebühr) ~ (zurück|zurückerstatten|erstatten|zurückzahlen|"
        "zurückhaben|zurückerstattet|zurücküberweisen|zurückbekommen|zurückfordern)",
        "(erstatten|überweisen|zahlen|erstattet) sie ~ (mir|uns|bitte|den|das) ~ (betrag|geld|summe|"
        "kosten|zurück|euro|kaufpreis|differenz)",
        "(warte|wo bleibt|wo ist|wann kommt|wann bekomme ich|nicht|keine|verlange|fordere|möchte|will|"
        "noch keine|bitte um|bitte um die|auf|habe) ~ (meine|eine|die|der|unsere|volle) (rückerstattung|"
        "erstattung|rückzahlung|gutschrift) (.|nicht|immer|noch|erhalten|bekommen|haben|sofort|des|der|"
        "meiner|zurück|meines|von)",
        "(zahlung|abbuchung|buchung|lastschrift|transaktion|belastung) ~ (nicht|nie) ~ (gemacht|getätigt|"
        "veranlasst|autorisiert|genehmigt|kenne|erkenne|beauftragt|zuordnen|von mir|ausgelöst)",
        "(lastschrift|abbuchung|zahlung|betrag) ~ (zurückbuchen|zurückgehen|widersprechen|zurückholen|"
        "anfechten|zurückgebucht|zurückzubuchen)",
        "(rechnung|abrechnung) (ist|stimmt|war) ~ (falsch|nicht|fehlerhaft|zu hoch|viel zu hoch|doppelt|"
        "nicht korrekt|nicht richtig)",
        "(bezahlt|überwiesen|gezahlt) ~ (aber|trotzdem|dennoch|noch|und) ~ (unbezahlt|offen|mahnung|"
        "nicht bezahlt|als offen|zahlungserinnerung|ausstehend)",
        "(mahnung|zahlungserinnerung) ~ (obwohl|trotz|bekommen|erhalten) ~ (bezahlt|gezahlt|überwiesen|"
        "zahlung|längst)",
        "(sie haben|haben sie|es wurde|wurde) ~ (abgebucht|eingezogen|belastet|berechnet) obwohl",
        "(jemand|unbekannte|ein fremder) ~ mit (meiner|unserer|meinem) (karte|kreditkarte|konto|geld) "
        "(bezahlt|eingekauft|bestellt)",
    ),
}
