"""How French speaking customers ask for a person, a call or somebody in charge."""

from collections.abc import Mapping

_HUMAN = (
    "(humain|être humain|vraie personne|vrai humain|véritable personne|personne réelle|personne humaine|êtres "
    "humains|véritable humain|véritable être humain|personne physique|personne en chair)"
)
_STAFF = (
    "(conseiller|conseillère|agent|agents|interlocuteur|opérateur|opératrice|agent humain|conseiller humain|"
    "technicien|technicienne|collaborateur|collaborateurs|conseillers|collègue|employé|assistant|membre de votre "
    "équipe|membre du support|service client|support client|service clientèle)"
)
_TALK = "(parler|discuter|échanger|dialoguer|m'entretenir|communiquer|m'adresser|voir ça|traiter|converser|chatter)"
_ASKING = (
    "(puis je|peux|pouvons nous|pourrais je|voudrais|voudrions|veux|souhaite|souhaitons|aimerais|aimerions|"
    "besoin de|faut|possible de|préfère|préférerais|exige de|demande à|voulons|arrive pas à|impossible de|envie "
    "de|comment|peut on)"
)
_ROBOT = (
    "(robot|robots|machine|machines|bot|bots|chatbot|automate|automates|ia|intelligence artificielle|ordinateur|"
    "répondeur)"
)
_CHIEF = (
    "(responsable|responsables|supérieur|supérieurs|supérieure|superviseur|superviseure|chef|chefs|directeur|"
    "directrice|manager|supérieur hiérarchique|hiérarchie|patron|direction|encadrant|pdg|gérant|chef de service|"
    "chef d'équipe|cadre)"
)
_YOUR = "(votre|vos|ton|tes)"
_CALLED = (
    "(appeler|rappeler|téléphoner|m'appeler|me rappeler|nous appeler|nous rappeler|me téléphoner|me contacter "
    "par téléphone|nous contacter par téléphone)"
)

WISHES: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        "(affaire|contact|échange|lien) (à|avec) (une|un) (vraie|vrai)? (personne|humain|être humain|conseiller)",
        "(à qui|avec qui) (puis je|peut on|pourrais je|je peux|est ce que je peux) (parler|m'adresser|"
        "discuter|échanger)",
        "(un|une) (collègue|conseiller|conseillère|employé|personne|collaborateur|humain) ~ (pourrait il|"
        "pourrait elle|peut il|peut elle|pourrait|peut) ~ (regarder|voir|lire|répondre|m'aider|traiter|"
        "prendre|vérifier)",
        "(écris|parle|écrire|parler|discute) ~ (à|avec) (un|une) (logiciel|programme|machine|robot|"
        "ordinateur|mur|automate)",
        "(un|une) (vrai|vraie) (humain|personne|conseiller|conseillère)",
        "(pas|plus) de (bot|bots|robot|robots|chatbot|machine|réponse automatique|réponses automatiques)",
        f"{_TALK} ~ (à|avec|de|par) (un|une|un vrai|une vraie|des|de|quelque|)? {_HUMAN}",
        f"{_TALK} (à|avec) (une|des) (personne|personnes|vraies personnes)",
        f"{_TALK} ~ (à|avec) (un|une|un de vos|l'un de vos|votre|vos|le|un vrai|une vraie|quelqu'un du) "
        f"(vrai|vraie)? {_STAFF}",
        f"{_ASKING} ~ {_TALK} ~ (à|avec) (quelqu'un|une personne|un humain)",
        f"(quelqu'un|une personne|personne|un humain) (à qui|avec qui) ~ {_TALK}",
        f"{_ASKING} ~ (quelqu'un|une personne) (de|du|au) (votre équipe|support|service|votre service|téléphone)",
        "(quelqu'un|une vraie personne) ~ (lire|lise|regarde|regarder|s'occupe|traite) ~ (dossier|"
        "demande|message|messages|cas)",
        "(je|nous|j|on) (veux|voudrais|voulons|souhaite|demande|veut|exige|préfère|aimerais) (enfin)? "
        f"(un|une|qu'un|qu'une|avoir un|avoir une) (vrai|vraie|véritable)? {_HUMAN}",
        "(une|par une|d'une|qu'une|la|avec une|à une) (vraie|véritable|réelle) personne",
        "(avoir|joindre|contacter|trouver|obtenir|demande|veux|voudrais|attends|à|avec|par|un|vrai|"
        "passez moi|donnez moi|qu'un) (un|une|d'|)? (vrai|être|véritable)? (humain|conseiller humain|"
        "vrai conseiller|agent humain|vraie conseillère|vrai interlocuteur)",
        "(en relation|en contact|en communication|en ligne) avec (un|une|quelqu'un|l'un de vos|un de "
        "vos) (vrai|vraie)? (conseiller|conseillère|agent|technicien|interlocuteur|personne|humain|être "
        "humain|collaborateur|collaborateurs|opérateur|de votre|de chez)",
        "(en relation|en contact) avec quelqu'un",
        "(passer|passez moi|passe moi|transférez moi|transférer|transférez|transmettre|transmettez|"
        "redirigez moi|orienter|basculer|mettre|donnez moi|joindre) ~ (à|avec|vers|un|une|chez) (un|une|"
        "quelqu'un)? (vrai|vraie)? (conseiller|conseillère|agent|agent humain|humain|opérateur|personne|"
        "personne réelle|technicien|de compétent|interlocuteur|collègue)",
        "(donnez moi|passez moi|trouvez moi) (quelqu'un|une personne)",
        "(un|par un|d'un|qu'un|aucun) être humain",
        "(y a t il|est ce qu'il y a|il y a|existe t il) (encore|vraiment|bien)? (quelqu'un|une vraie "
        "personne|un humain|un être humain|une personne|humain) (là|derrière|à qui|avec qui|qui lit|qui "
        "répond|chez vous|de vivant|ici|.)",
        "(un|une) (conseiller|conseillère|agent|humain|vraie personne|personne) ~ (peut il|peut elle|"
        "pourrait il|pourrait elle|pourrait|peut) ~ (contact|contacter|me|m'aider|lire|répondre|regarder)",
        "(pas|marre de|marre d'|arrêtez avec|assez de|assez d'|assez des|plus|refuse de|stop) ~ (un|des|"
        f"parler à un|votre|parler à une|à une|à un|une|avec une|avec un|aux) {_ROBOT}",
        "(c'est|seulement|uniquement|toujours|que|encore|juste) (toujours|encore)? (un|une|des|votre) "
        f"{_ROBOT} ~ (répond|répondent|.|qui)",
        "(parle|discute|échange|écris|êtes vous|es tu|est ce|c'est|suis je) ~ (à|avec|un|une) (un|une)? "
        f"{_ROBOT} ~ (ou|.)",
        f"(êtes vous|es tu|vous êtes) (un|une) {_ROBOT}",
        "(chatbot|robot|bot|assistant virtuel|assistant) (ne|est) (comprend|m'aide|sert|répond|inutile|"
        "nul|me comprend) ~ (pas|rien|à rien)?",
        "(un humain|une personne|conseiller|un conseiller|agent) (svp|s'il vous plaît|s'il te plaît|stp|merci)",
        "(ne veux|ne souhaite|refuse de|ne vais|n'ai pas envie de|veux) (pas|plus)? (plus|pas)? (de)? "
        f"(parler|discuter|échanger|écrire|dialoguer|m'adresser) (à|avec) (un|une|votre|ce|cette) {_ROBOT}",
        "(aidé|aidée|traité|répondu|lu|pris en charge|reçu|contacté|servi) par (une|un) (vraie|vrai)? "
        "(personne|humain|conseiller|être humain)",
        "(laissez|qu'|que|veux qu'|demande qu'|fasse|faites) (une|un) (vraie|vrai)? (personne|humain|"
        "conseiller|être humain) ~ (traiter|traite|lire|lise|regarder|regarde|répondre|réponde|s'occuper|"
        "s'occupe|m'aide)",
        "quelqu'un (de|dans|chez) (votre|vos|vous) ~ (pourrait il|peut il|pourrait|peut) ~ (écrire|"
        "m'écrire|répondre|me répondre|m'aider|regarder|parler|me parler)",
        "(à qui|à quel|à quelle) (employé|conseiller|conseillère|personne|agent|collègue|collaborateur)? "
        "(puis je|dois je|pourrais je|peut on|est ce que je peux) (m'adresser|parler|écrire)",
    ),
    "wants_call": (
        "(un|une|bref|petit|court|simple|rapide) (bref|petit|court|simple|rapide)? (appel|coup de fil|"
        "coup de téléphone|rappel|entretien téléphonique) (réglerait|serait|suffirait|rapide|m'aiderait|"
        "permettrait|clarifierait|aiderait|téléphonique|arrangerait)",
        "(devait|deviez|devaient|aurait dû|promis de|dit que) ~ (me|nous|m'|qu'on me)? (rappeler|appeler|téléphoner)",
        "(en|d'en) (discuter|parler) ~ (par|au) téléphone",
        "(appelez|rappelez|téléphonez|contactez|joignez|appelle|rappelle|téléphone) (moi|nous) ~ par téléphone",
        "(appelez|rappelez|téléphonez|appelle|rappelle) (moi|nous)",
        "(pouvez vous|pourriez vous|peut on|quelqu'un peut il|peut il|pourrait il|merci de|merci|"
        "veuillez|prière de|vous demande de|demande de|bien vouloir|quelqu'un|possible de|on peut|"
        f"vouloir|il faut) ~ {_CALLED}",
        "(merci de|pouvez vous|pourriez vous|veuillez) m'appeler",
        "merci (d'appeler|d'appeler au|de rappeler)",
        "(souhaite|voudrais|aimerais|veux|demande à|préfère) (être|) (rappelé|rappelée|appelé|appelée|"
        "qu'on m'appelle|recontacté par téléphone|recontactée par téléphone)",
        "(qu'on|que quelqu'un|que vous|qu'un technicien|qu'un conseiller|qu'une personne) ~ (me|nous|"
        "m'appelle|me rappelle) (rappelle|rappeliez|téléphone|appelle|appeliez)?",
        "(demande|attends|souhaite|voudrais|veux|attendons|promis|attente de|prévoir|avoir|fixer|"
        "aimerais) ~ (un|votre|le|l') (appel|rappel|appel téléphonique|coup de fil|coup de téléphone|"
        "rendez vous téléphonique|rappel téléphonique|entretien téléphonique)",
        "(passez|donnez|passer|un|petit|passe) ~ coup de (fil|téléphone)",
        "(personne|jamais|on|vous|toujours) (ne)? (m'a|nous a|ne m'a|ne nous a|m'avez|n'avez|ne m'avez) "
        "~ (rappelé|appelé|téléphoné|rappelée|pas rappelé|pas rappelée)",
        "(parler|discuter|voir ça|régler|expliquer|joindre|contacter|échanger|quelqu'un|l'expliquer|"
        "régler ça|contacté|plus simple|préfère|moi) ~ (au|par|de vive voix au) téléphone",
        "(puis je|peut on|je peux|peux je|pouvoir|comment|comment vous) ~ (joindre|contacter|appeler) ~ "
        "(par téléphone|au téléphone|téléphoniquement)",
        "(quel numéro|à quel numéro|le numéro où|sur quel numéro|un numéro où|numéro auquel) ~ (joindre|"
        "appeler|contacter|rappeler)",
        "(avez vous|auriez vous|donnez moi|y a t il) (un|votre|le) ~ (numéro de téléphone|numéro|numéro "
        "direct) (.|où|pour|auquel|à appeler|joignable)",
        "(joindre|joignable|contacter) ~ (sur mon portable|sur mon mobile|au numéro|sur ma ligne|à ce numéro)",
        "(convenir d'un|fixer un|prendre un|organiser un|planifier un) (rendez vous téléphonique|appel|"
        "rappel|entretien téléphonique)",
        "(votre|un|une|vos) (collègue|technicien|conseiller|conseillère|technicienne|collègues|agent) "
        "(peut il|peut elle|pourrait il|pourrait elle|peuvent ils) ~ (appeler|rappeler|téléphoner)",
        "(attends|attendons|espère) ~ (coup de fil|appel|rappel|coup de téléphone)",
        "(puis je|peut on|où puis je) vous (appeler|téléphoner|joindre)",
        "(contact|contacter|contactez|recontacter|recontactez) ~ par téléphone",
    ),
    "wants_manager": (
        "(décision|réponse|avis|intervention|adresse|mail|nom|coordonnées) (mail)? (de|du|d'un) (votre|"
        f"vos|la|un)? {_CHIEF}",
        "(personne|celui|celle) qui (dirige|gère|supervise|encadre|commande) ~ (service|équipe|support|"
        "entreprise|département)",
        f"(informer|prévenir|alerter|informez|prévenez|alertez|avertir|que) (votre|vos) {_CHIEF}",
        "(doit|devrait|faut) ~ (être)? (escaladé|escaladée|escalader|remonté|remontée|remonter)",
        "(plus haut|haut) placé",
        "(quelqu'un|personne) (d'autre)? (de)? (plus|au dessus|mieux) (haut|gradé|élevé|compétent|placé|de vous)",
        f"{_TALK} (à|avec|au) {_YOUR} {_CHIEF}",
        f"{_TALK} (à|avec|au|aux) (un|une|le|la|l'un de vos)? {_CHIEF}",
        "(voudrais|veux|souhaite|exige|demande à|aimerais|puis je|peux|besoin de|dois) ~ (parler|voir|"
        "joindre|contacter|m'adresser|m'entretenir|avoir) ~ (au|à la|à un|avec un|avec le|avec la|un|le|"
        f"à|à une|aux|avec votre|votre) {_CHIEF}",
        "(passez moi|passe moi|contacter|contactez|transmettre|transmettez|transférez moi|transférez|"
        "remonter|remontez|signaler|en relation avec|adresser|escalader|faire remonter|écrire|m'adresser|"
        "me plaindre|saisir|plaindrai|soumettre|en parler|informer|informez|prévenir|appelez|donnez moi|"
        f"plainte|réclamation) ~ (à|au|auprès de|auprès du|de|)? {_YOUR}? ~ {_CHIEF}",
        f"(passez moi|passe moi|donnez moi|appelez moi) (un|une|le|la) {_CHIEF}",
        f"(coordonnées|nom|adresse|numéro|mail) ~ (de|d'un|du) (votre|vos|)? {_CHIEF}",
        f"(comment s'appelle|qui est|où est|quel est le nom de) (le|la|votre|vos|ton) {_CHIEF} (.|chez "
        "vous|hiérarchique|ici|direct|de ce service|du service client)",
        f"{_YOUR} {_CHIEF} (est il|est elle|peut il|me|doit|hiérarchique|immédiatement|s'il|svp)",
        f"(y a t il|est ce qu'il y a) (un|une) {_CHIEF}",
        "(par|d'|à) (un|une|votre|vos) (supérieur|supérieure|responsable|superviseur|chef|manager|"
        "hiérarchie|direction)",
        "(veux|demande|exige|souhaite|attends|aimerais) que ~ (la direction|un responsable|votre "
        "responsable|un supérieur|votre supérieur|votre direction|un manager)",
        "(au|le|la|avec le|avec la|à la) (responsable|directeur|directrice) (du service client|du "
        "support|du service clientèle|du service)",
        "(veuillez|merci de|merci d'|pouvez vous|pourriez vous|faites|il faut|faut|je demande d'|s'il "
        "vous plaît|.|prière d') (escalader|remonter|faire remonter|escaladez|remontez) (ce|cette|mon|ma|"
        "le|la|cela|ça)",
        "(merci d'escalader|veuillez escalader|faut l'escalader|escaladez) (ce|cette|mon|ma|le|la|cela|)",
        "(au niveau supérieur|à l'échelon supérieur|en haut lieu|plus haut placé|haut placé)",
        "(quelqu'un|une personne) ~ (peut|puisse|pourra|capable de|habilité à|pouvoir) (de)? (décider|"
        "décision|prendre une décision|prendre des décisions|trancher)",
        "(remonte|remonter|arrive|parvienne|aille|transmis) (à|jusqu'à) (la|votre) (direction|hiérarchie)",
        "quelqu'un ~ (plus|davantage) d'autorité",
        "avec (plus|davantage) (d'autorité|de pouvoir)",
    ),
}
