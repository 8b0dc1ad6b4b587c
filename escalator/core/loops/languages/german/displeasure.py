"""How German speaking customers say that it was no use, that they complain, that they leave."""

from collections.abc import Mapping

_CONTRACT = (
    "(vertrag|verträge|abo|abos|abonnement|konto|kundenkonto|mitgliedschaft|account|vertragsverhältnis|lizenz|"
    "lizenzen|zusammenarbeit|geschäftsbeziehung)"
)
_PROVIDER = (
    "(anbieter|dienstleister|lieferanten|lieferant|provider|mitbewerber|konkurrenten|konkurrenz|wettbewerber|"
    "hersteller|alternative|alternativen|etwas anderem|andere lösung|anderen lösung)"
)
_STILL = (
    "(immer noch|noch immer|weiterhin|nach wie vor|noch|wieder|auch weiterhin|auch jetzt|trotzdem|auch|schon wieder)"
)
_PROBLEM = "(problem|probleme|fehler|fehlermeldung|störung)"
_ANGRY = (
    "(verärgert|enttäuscht|sauer|wütend|unzufrieden|frustriert|genervt|stinksauer|empört|entsetzt|fassungslos|"
    "erbost|ungehalten|stocksauer|schockiert|bedient)"
)
_OUTRAGE = (
    "(inakzeptabel|unverschämt|untragbar|unverschämtheit|frechheit|zumutung|unzumutbar|unfassbar|unglaublich|"
    "lächerlich|skandal|skandalös|unmöglich|sauerei|katastrophe|unter aller sau|schande|schlechter witz|witz|"
    "schlechter scherz|unerhört|unterirdisch|miserabel|armutszeugnis|nicht akzeptabel|nicht hinnehmbar|nicht "
    "tragbar|das letzte|grauenhaft|indiskutabel)"
)

DISPLEASURE: Mapping[str, tuple[str, ...]] = {
    "no_help": (
        "(nicht|keine) (die|eine|meine)? (antwort|lösung) auf",
        "(ergebnis|resultat|effekt) (ist|bleibt|war) ~ (dasselbe|gleich|das gleiche|gleiche|null|unverändert)",
        "(passt|trifft|gilt|hat) ~ nicht (zu|auf|für) (meinem|meinen|mein|unserem|unseren|den|diesen|"
        "diesem) (fall|problem|frage)?",
        "(hat|haben) ~ (nichts|gar nichts|rein gar nichts) (geändert|gebracht|bewirkt|geholfen|verbessert)",
        "(schon|bereits) (gemacht|probiert|versucht|getan|erledigt|geprüft) ~ (geht|hilft|klappt|"
        "funktioniert|nichts|nicht|ohne|bringt|.)",
        "(geht|funktioniert|läuft|klappt) (es)? (schon)? (wieder|erneut) nicht",
        "(hat|haben|hatte) (mir|uns|) ~ (nicht|nichts|kein|keinen) (wirklich|weiter|viel)? (geholfen|"
        "gebracht|genützt|funktioniert|geklappt|gewirkt|weitergeholfen|gelöst|genutzt)",
        "(hilft|helfen|bringt|nützt|nutzt|bringen) (mir|uns|) ~ (nicht|nichts|gar nichts|überhaupt nicht|kein|wenig)",
        f"(funktioniert|geht|klappt|läuft) (leider|es|das|bei mir)? {_STILL} (nicht|nichts|gar nichts)",
        "(kann|können|komme|bekomme|lässt|ist|sind|wird|habe|steht|startet|fehlt|stimmt) (mich|ich|es|"
        "sich|aber|leider|das|wir)? ~ (immer noch|noch immer|weiterhin|nach wie vor) (nicht|nichts|keine|"
        "kein|keinen|falsch|kaputt|da)",
        "(immer noch|noch immer|weiterhin|nach wie vor|noch) nicht (gelöst|behoben|erledigt|beantwortet|"
        "gelöscht|weg|möglich|geklärt|repariert)",
        f"{_PROBLEM} (besteht|ist|bleibt|tritt|kommt|existiert|taucht|bestehen|tauchen) ~ (immer noch|"
        "noch immer|weiterhin|nach wie vor|bestehen|wieder|erneut|nicht weg|nicht gelöst|nicht behoben|"
        "unverändert|noch)",
        "(derselbe|dieselbe|dasselbe|der gleiche|die gleiche|das gleiche|denselben|dieselben|gleiche|"
        f"gleicher) {_PROBLEM}",
        "(immer noch|nach wie vor|noch immer|weiterhin) (derselbe|dieselbe|dasselbe|das gleiche|der "
        "gleiche|die gleiche|das|das alte|der|kaputt|unverändert|gleich)",
        "(keine|keinerlei|null) (änderung|veränderung|besserung|verbesserung|wirkung|lösung|hilfe) (.|"
        "eingetreten|seit|gebracht|für|in sicht)?",
        "(nichts|wenig) (geändert|verändert|getan|gebracht|geholfen|gebessert)",
        "(nichts) (geht|hilft|funktioniert|klappt|hat geholfen|hat funktioniert)",
        "(frage|fragen|anfrage|anliegen|frage wieder) (wurde|wurden|ist|haben sie|) ~ nicht (beantwortet|"
        "verstanden|gelesen|eingegangen)",
        "(beantwortet|beantworten|beantwortest|verstehen|gehen) (sie|das|ihr)? ~ (meine|unsere|mein|auf "
        "meine) (frage|fragen|anliegen|problem) (nicht|wieder nicht|immer noch nicht|gar nicht|leider "
        "nicht)",
        "(löst|behebt|lösen|beheben) ~ (problem|fehler) ~ nicht",
        "(war|ist|waren) ~ (nicht|wenig|keine|kein) (hilfreich|zielführend|die lösung|lösung|hilfe|das "
        "richtige|große hilfe|nützlich)",
        "(lösung|vorschlag|anleitung|tipp|link|schritte|antwort|artikel) (funktioniert|hilft|klappt|"
        "bringt|geht|passt|löst|helfen) ~ (nicht|nichts)",
        "(keiner|niemand) (hilft|kümmert|antwortet|meldet|reagiert|fühlt sich)",
        "(habe|hatte|haben) (ich|wir)? (doch|das|es|alles|ja|diese|den|die|gestern)? ~ (schon|bereits) ~ "
        "(geschrieben|gesagt|mitgeteilt|versucht|probiert|gemacht|gelesen|ausprobiert|getan|befolgt|"
        "durchgeführt|erledigt|geprüft|getestet)",
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
        "(jetzt|heute|gerade|es ist|ist es) ~ (schon wieder|wieder|erneut) (passiert|aufgetreten|kaputt|"
        "da|das gleiche|dasselbe)",
        "(tritt|taucht|trat|kommt) (wieder|erneut|immer wieder) (auf|vor)",
        "(. geht|geht leider|es geht|klappt|. funktioniert) ~ immer noch nicht",
        "nicht (meine|unsere) frage",
        f"{_PROBLEM} (besteht|ist|bleibt|existiert) (genau|genauso)? (wie|so wie) (vorher|zuvor|gestern|"
        "immer|gehabt)",
    ),
    "complaint": (
        "(wochen|tage|monate|tagen|monaten) ~ (nichts|keine antwort|keine reaktion|passiert|ohne antwort|niemand)",
        "(so|derart|dermaßen) (schlecht|mies|unfreundlich|respektlos) ~ (behandelt|bedient|betreut|"
        "beraten|nie|noch nie)",
        "(nie|noch nie) ~ (so|derart) (schlecht|mies|unfreundlich|respektlos|lange)",
        "(hotline|team|mitarbeiter|abteilung|firma|app|umgang|verhalten|laden) ~ (ist|sind|war) (einfach|"
        "echt|wirklich|nur|ja)? (eine|ein|das|unter)? (katastrophe|witz|zumutung|frechheit|letzte|"
        "unverschämt|inkompetent|unfähig|unmöglich)",
        "(immer wieder|ständig|dauernd|jedes mal|schon wieder|zum wiederholten mal) (dasselbe|das "
        "gleiche|das selbe|alles|von vorn|neu|von vorne|erklären|schreiben)",
        "(finde|halte) ~ (beschämend|unmöglich|unverschämt|inakzeptabel|frech|respektlos|unprofessionell|"
        "traurig|schade|dreist)",
        "(frustrierend|nervig|nervtötend|ärgerlich|enttäuschend|beschämend|unprofessionell) (.|mit|bei|"
        "und|von|wie|was)",
        "(möchte|will|muss|werde|würde|wollte) ~ mich ~ (beschweren|beklagen)",
        "(beschwere|beschweren) (ich|wir) (mich|uns)",
        "(offizielle|formelle|förmliche|schriftliche|offiziell|formell) beschwerde",
        "(beschwerde) (einreichen|einlegen|einzureichen|gegen|ein|vorbringen|über)",
        "(lege|legen|reiche|reichen) ~ beschwerde",
        "(das|dies|es|ist|sind|eine|ein|so|wirklich|absolut|völlig|einfach|schlicht|service|support|was "
        f"für|einfach nur|bodenlose|reine|echte|absolute|.) (ist|sind|eine|ein|doch|ja)? {_OUTRAGE} (.|"
        "ist|wie|dass|was|von|und|für)",
        "(ist|finde ich|war|halte ich für) (das|doch|ja|aber|hier|bei ihnen)? (wirklich|absolut|völlig|"
        "einfach|nur|schlicht|doch|eine|ein|nur noch)? (eine|ein|bodenlose|absolute|einzige|reine)? "
        f"{_OUTRAGE}",
        "(absolut|völlig|einfach|schlicht|) (inakzeptabel|unverschämt|untragbar|unzumutbar)",
        "(nicht|nicht mehr) (hinnehmbar|akzeptabel|tragbar)",
        "(eine|) (unverschämtheit|frechheit|zumutung)",
        "(kann|darf) (doch|ja|einfach|das)? (wohl|doch)? (nicht|nicht mehr) (wahr|euer ernst|ihr ernst|"
        "sein) (sein|.)",
        "(miesen|mieser|mieses|schlechten|schlechter|schlechtesten|schlechteste|miserabler|miserablen|"
        "unterirdisch|katastrophaler|furchtbarer|schlecht|katastrophal|miserabel|grottenschlecht) ~ "
        "(service|support|kundendienst|kundenservice|betreuung|firma|unternehmen)",
        "(service|support|kundendienst|kundenservice|betreuung|bearbeitung|verhalten) ~ (ist|war) ~ "
        "(schlecht|miserabel|unterirdisch|katastrophal|eine katastrophe|mies|grottenschlecht|furchtbar|"
        "unmöglich|unprofessionell|lächerlich|enttäuschend|das letzte)",
        "(standardantwort|standardantworten|textbaustein|textbausteine|textbausteinen|automatische "
        "antworten|automatischen antworten)",
        "(im kreis|hin und her|von pontius zu pilatus) (drehen|gedreht|geschickt|dreht|schicken|geschoben)",
        "(dreht|drehen) (sich|uns|wir uns) (alles|) im kreis",
        f"(bin|sind|werde|werden|fühle mich) ~ {_ANGRY}",
        "(nicht|überhaupt nicht|gar nicht|alles andere als|nicht mehr|wenig|keineswegs) (sehr|besonders|"
        "wirklich)? (zufrieden|glücklich|begeistert|einverstanden)",
        "(warte|warten) (ich|wir|jetzt|nun|schon|bereits|inzwischen|mittlerweile|leider)? ~ (seit|schon|"
        "jetzt|nun|über) ~ (tagen|wochen|monaten|stunden|einer woche|woche|monat|ewigkeiten|tage|wochen|"
        "monate)",
        "(seit|schon) ~ (tagen|wochen|monaten|woche|ewigkeiten) ~ (keine antwort|keine reaktion|nichts|"
        "keine rückmeldung|ohne antwort|niemand|hin|warte ich|warten wir|vertröstet|hingehalten)",
        "(keine|noch keine|nie eine|ohne|immer noch keine|bisher keine) (antwort|reaktion|rückmeldung) "
        "(.|seit|von ihnen|erhalten|bekommen|auf|mehr)",
        "(warum|wieso|weshalb) ~ (antwortet|meldet|reagiert|kümmert|passiert|hilft|antworten) ~ (keiner|"
        "niemand|nichts|nicht|sich)",
        "(keiner|niemand|niemanden|keinen) ~ (antwortet|interessiert|zuständig|kümmert|meldet|reagiert|"
        "geantwortet|gemeldet)",
        "(interessiert|kümmert|juckt) ~ (niemanden|keinen|niemand|keine sau|nicht)",
        "(zieht|schleppt|dauert|geht|läuft) (sich|)? ~ (seit|schon) ~ (wochen|monaten|tagen|ewigkeiten) "
        "~ (hin|so|.|an)?",
        "(dauert|dauerte|ist) ~ (viel|deutlich|entschieden|einfach) zu lange",
        "(verschwenden|verschwendet|stehlen|rauben|verschwendung|kosten) ~ (zeit|nerven)",
        "(meine|unsere) geduld ~ (ende|erschöpft|vorbei|aufgebraucht|verliere|grenzen|überstrapaziert)",
        "(verliere|verlieren) ~ geduld",
        "(nase voll|mir reicht es|mir reichts|reicht es mir|reichts jetzt|jetzt reicht|schnauze voll|es "
        "reicht|faxen dicke|die nase)",
        "(wie oft|wie lange|wie viele male|zum wievielten mal) ~ (noch|denn|soll|muss|sollen|müssen|"
        "eigentlich) ~ (ich|wir|erklären|warten|schreiben)",
        "(zum|schon zum|bereits zum|jetzt zum) (dritten|vierten|fünften|sechsten|zehnten|x ten|"
        "wiederholten|hundertsten) mal",
        "(dreimal|viermal|fünfmal|sechsmal|zehnmal|mehrmals|mehrfach|unzählige male|hundertmal|drei mal|"
        "vier mal|fünf mal) (erklärt|geschrieben|gemeldet|geschildert|angerufen|nachgefragt|gesagt|"
        "mitgeteilt|beschrieben|gebeten|kontaktiert)",
        "(dritte|vierte|fünfte|sechste|dritten|vierten|fünften) (nachricht|mail|e mail|anfrage|"
        "erinnerung|versuch|anlauf)",
        "(mehr|besseres|besser) (erwartet|erwarten)",
        "(hätte|habe|hatte) ~ (mehr|besseres|anderes) (erwartet|erhofft|vorgestellt)",
        "(so|solch|noch nie|nie) ~ (noch nie|so|einen|ein|etwas) ~ (erlebt|gesehen|behandelt worden)",
        "(so|wie) (geht man|behandelt man|können sie|springt man|gehen sie|sie) ~ (nicht mit|kunden|mit kunden)",
        "(genug|satt|leid) (von|es|ihre|ihren) ~ (ausreden|vertröstungen|spielchen|satt|leid|antworten|.)",
    ),
    "leaving": (
        "(zu|bei|mit) (einem|einer) (ihrer|eurer|der)? (mitbewerber|konkurrenten|wettbewerber|konkurrenz)",
        "(vor der|kurz vor der|vor einer|kurz vor einer|mit der|zur|an) (kündigung)",
        "(anderen|neuen|besseren|alternativen) (anbieter|lieferanten|dienstleister|partner) (gefunden|"
        "ausgesucht|beauftragt|entschieden|suchen|gesucht)",
        "(beenden|schließen|kündigen|löschen|stornieren|auflösen) (sie|) (bitte|daher|hiermit)? (mein|"
        f"unser|meinen|unseren|meine|unsere) {_CONTRACT}",
        f"(mein|unser|meinen|unseren|meine|unsere) {_CONTRACT} (gerne|gern|daher|dann|jetzt|nun|sofort|"
        "zum)? ~ (schließen|kündigen|beenden|auflösen|zu kündigen|zu schließen)",
        "(den|unseren|meinen|diesen) vertrag ~ nicht (verlängern|verlängert|weiterführen|fortsetzen|mehr verlängern)",
        "(ich kündige|wir kündigen|. kündige) (hiermit|dann|ihnen|fristgerecht|jetzt)? (.|zum|mein|meine|"
        "meinen|unser|unseren|den|das|die)",
        "(hiermit|dann|somit|sonst|ansonsten) (kündige|kündigen) (ich|wir)?",
        "(werde|werden|will|wollen|möchte|möchten|muss|müssen|würde|überlege|überlegen|bitte|kann|denke|"
        "erwäge|ernsthaft|entschieden) ~ (mein|meine|meinen|unser|unsere|unseren|den|das|die|diesen|"
        "alle)? ~ (kündigen|zu kündigen|auflösen|gekündigt|schließen lassen|beenden lassen)",
        "(löschen|schließen|schließt|kündigt|lösen) (sie)? (bitte|sofort|umgehend)? (mein|meine|meinen|"
        f"unser|unseren) (gesamtes|komplettes)? {_CONTRACT} (auf|sofort|ich|wir|.|zum)",
        "(werde|werden|will|wollen|möchte|möchten|muss|müssen|bitte) (ich|wir)? ~ (mein|meine|meinen|"
        f"unser|unseren) (gesamtes|komplettes)? {_CONTRACT} (sofort|komplett|umgehend)? (löschen|"
        "schließen|beenden|auflösen)",
        "(kündigen|kündigt|schließen|beenden) sie (bitte|hiermit|sofort)? (mein|meine|meinen|unser|"
        f"unsere|unseren|den|das|die) {_CONTRACT}",
        "(denken|denke|dachte|überlegung|erwägen|erwäge|droht|androhe|mit) ~ (über eine|an eine|eine|der|"
        "an) kündigung ~ (nach)?",
        "(bestätigen|bestätigung|erhalten|schicke|sende|bearbeiten|eingang|vorziehen) ~ (die|der|meine|"
        "meiner|unsere|unserer) (kündigung|vertragsauflösung)",
        "(sonderkündigungsrecht|außerordentlich kündigen|außerordentliche kündigung|fristlos|fristlose "
        "kündigung|sonderkündigung)",
        "(widerrufe|widerrufen) (ich|wir|hiermit)? ~ (vertrag|bestellung|abo|kauf|abschluss)",
        "(wechsle|wechseln|wechsel|wechselt) (ich|wir|)? ~ (den|meinen|unseren|zu|zur|zum) ~ (anbieter|"
        "dienstleister|lieferanten|provider|konkurrenz|mitbewerber|wettbewerber|wettbewerb|anderen)",
        "(werde|werden|wohl|müssen|will|dann|wollen) (ich|wir|)? ~ (wohl|den anbieter|zur konkurrenz|"
        "bald|eben|dann) wechseln",
        "(zur|an die|bei der) konkurrenz",
        "(den|) (anbieter|dienstleister|provider) ~ wechseln",
        f"(zu|nach|zum|bei) (einem)? (anderen|neuen|anderem|nächsten) {_PROVIDER} (.|wechseln|gehen|zu|"
        "umsehen|umschauen|um)",
        "(suche|suchen|sehen|sehe|schaue|schauen|umsehen|umschauen|umgesehen|umgeschaut) (ich|wir|)? "
        "(mir|mich|uns|)? ~ (einen|nach|nach einem|nach einer)? ~ (anderen|neuen|alternativen|"
        "alternative|etwas anderem|ersatz) (anbieter|dienstleister|um|lieferanten|umsehen|.|umschauen|"
        "partner)",
        "(woanders|anderswo|anderweitig) ~ (hin|hingehen|umsehen|umschauen|kaufen|bestellen|kunde|um|.)",
        "(nie|niemals) (mehr|wieder) ~ (bei|mit|von) (ihnen|euch)",
        "(bestelle|kaufe|buche|bestellen|kaufen) (ich|wir)? ~ (nie|niemals|nicht|nichts) (wieder|mehr)",
        "(letzte|letzter|letztes|letzten) (bestellung|auftrag|einkauf|kauf|mal) ~ (bei|mit|von) (ihnen|euch)",
        "(verlieren|verliert|verloren|haben) (sie|ihr|)? ~ (mich|uns|einen|eine|einen treuen) ~ (als|) "
        "(kunden|kunde|kundin) (.|verloren|mehr|weniger)?",
        "(längste zeit|nicht mehr|nicht länger|nie wieder|kein) ~ (ihr|ihre|euer|bei ihnen) (kunde|"
        "kundin|kunden) (gewesen|sein|.|bleiben|mehr)",
        f"{_CONTRACT} (werden|werde|wird|wollen)? (wir|ich)? ~ nicht (verlängern|verlängert|erneuern|verlängere)",
        "(dann|und|mal|sonst) ~ (bin ich|sind wir) (weg|raus)",
        "(steige|steigen|aussteigen|komme) (ich|wir)? ~ (aus dem vertrag|aus dem abo|aus)",
        "(verlasse|verlassen) (ich|wir) (sie|ihren|ihre)",
        "(arbeiten|arbeite|zusammenarbeiten) (wir|ich) nicht (mehr|länger|weiter) (mit|zusammen)",
        "(anbieterwechsel|kündigungsschreiben|vertragskündigung|wechsel des anbieters)",
    ),
}
