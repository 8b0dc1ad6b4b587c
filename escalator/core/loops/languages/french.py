"""What customers say in French."""

from collections.abc import Mapping

NEGATIONS = (
    "(pas|plus|aucun|aucune|jamais) (besoin|nécessaire|obligé|envie|utile|la peine)",
    "(ne|n) (souhaite|souhaitons|veux|voulons|désire|demande) (pas|plus|aucun|aucune)",
    "(inutile|sans|au lieu|plutôt que) (de|d|avoir|)",
    "(n'est|n'était|ce n'est|il ne s'agit) (pas|plus) (une|un|d'une|d'un|)",
)

_HUMAN = (
    "(humain|personne|être humain|vraie personne|vrai humain|véritable personne|personne réelle|personne humaine)"
)
_STAFF = "(conseiller|conseillère|agent|interlocuteur|opérateur|agent humain|vrai conseiller|conseiller humain)"
_CHIEF = "(responsable|supérieur|superviseur|chef|directeur|directrice|manager|supérieur hiérarchique|hiérarchie)"
_CONTRACT = "(contrat|abonnement|compte|adhésion)"

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"parler (à|avec) (un|une|un vrai|une vraie|) {_HUMAN}",
        f"parler (à|avec) (un|une) (vrai|vraie|) {_STAFF}",
        "(puis je|peux|pouvons nous|voudrais|voudrions|veux|souhaite|souhaitons|aimerais|besoin de|faut) "
        "(enfin|) parler (à|avec) quelqu'un",
        f"(je|nous) (veux|voudrais|voulons|souhaite|demande) (un|une|qu'un|qu'une) (vrai|vraie|) {_HUMAN}",
        "(une|par une|d'une) (vraie|véritable) personne",
        f"(en relation|en contact|en communication) avec (un|une) (vrai|vraie|) {_HUMAN}",
        f"(en relation|en contact|en communication) avec (un|une) {_STAFF}",
        "(un|par un|d'un) être humain",
        "(y a t il|est ce qu'il y a) (quelqu'un|une vraie personne|un humain)",
        "(pas|marre de|marre d'|arrêtez avec) (un|des|parler à un|votre) (robot|robots|machine|chatbot)",
    ),
    "wants_manager": (
        f"parler (à|avec) (votre|un|une|vos) {_CHIEF}",
        f"(voudrais|veux|souhaite|exige|demande à) (enfin|) (parler|voir) (au|à la|à un|avec un|avec le|"
        f"avec la|un|le) "
        f"{_CHIEF}",
        f"(passez moi|contacter|contactez|transmettre à|transférez moi à|mettre en relation avec) (votre|un|"
        f"une) {_CHIEF}",
        f"(coordonnées|nom) (de|d'un) (votre|) {_CHIEF}",
        "(veuillez|merci de|pouvez vous|pourriez vous|faites) (escalader|remonter) (ce|cette|mon|ma|le|la)",
    ),
    "wants_call": (
        "(appelez|rappelez|téléphonez|contactez) (moi|nous) (par téléphone)",
        "(appelez|rappelez|téléphonez) (moi|nous)",
        "(pouvez vous|pourriez vous|peut on|quelqu'un peut il|peut il|merci de|veuillez|prière de|vous demande de) "
        "(me|nous|m'appeler|me téléphoner) (appeler|rappeler|téléphoner|)",
        "(merci de|pouvez vous|pourriez vous|veuillez) m'appeler",
        "(souhaite|voudrais|aimerais|veux|demande à) (être|) (rappelé|rappelée|appelé|appelée|qu'on m'appelle)",
        "(qu'on|que quelqu'un|que vous) (me|nous) (rappelle|rappeliez|téléphone)",
        "(demande|attends|souhaite|voudrais) (un|votre) (appel|rappel|appel téléphonique)",
    ),
    "no_help": (
        "(n'a|n'ont|ne m'a|ne m'ont|ne nous a) (toujours|vraiment|) (pas|rien|en rien) (aidé|résolu|réglé|"
        "fonctionné|servi)",
        "(n'aide|ne m'aide|ne nous aide|n'aident|ne résout|ne règle|ne change) (pas|rien|en rien|absolument pas)",
        "ne (répond|répondez|répondent) (toujours|) pas à (ma|mes|notre|nos)",
        "(n'avez|n'a|n'ont) (toujours|) pas répondu à (ma|mes|notre|nos)",
        "(ne|) (marche|fonctionne) toujours pas",
        "toujours pas (résolu|réglé|corrigé|fonctionné|de réponse|de solution|eu de réponse|reçu de réponse)",
        "(problème|souci|erreur) (persiste|est toujours là|n'est toujours pas|demeure|reste le même|est "
        "toujours présent)",
        "(réponse|solution|aide) (est|était|n'est|) (inutile|pas utile|ne sert à rien)",
        "(personne ne|nul ne) (m'aide|répond|me répond|nous aide|m'a aidé|m'a répondu)",
        "(déjà|) (essayé|fait) tout (ça|cela)",
        "(ça|cela) n'a pas (marché|fonctionné|aidé)",
        "pas ce que j'ai demandé",
    ),
    "complaint": (
        "(faire|déposer|adresser|formuler|porter|envoyer) une (réclamation|plainte officielle)",
        "(je|nous) (me plains|tiens à me plaindre|veux me plaindre|souhaite me plaindre)",
        "(c'est|est|tout à fait|totalement|absolument|juste) (inadmissible|inacceptable|scandaleux|une "
        "honte|honteux)",
        "(réponse|réponses) (automatique|automatiques|type|types|toute faite|toutes faites|standard|préfabriquée)",
        "(tourne|tournons|tourner) en rond",
        "(très|vraiment|extrêmement|profondément) (déçu|déçue|mécontent|mécontente|en colère|fâché|fâchée)",
        "(me|nous) (renvoie|renvoyez|balade|baladez|renvoient) d'un service à",
    ),
    "leaving": (
        f"(vais|allons|veux|voulons|souhaite|souhaitons|préfère) (donc|) (résilier|clôturer|fermer|annuler) "
        f"(mon|notre|le|cet) {_CONTRACT}",
        f"(résilie|résilions) (donc|) (mon|notre|le) {_CONTRACT}",
        "(chez|à|vers) (un|un de vos|vos|la) (concurrent|concurrents|concurrence)",
        "(changer|change|changeons|changerai|changerons) de (fournisseur|prestataire|opérateur)",
        "(aller|irai|irons|partir) (voir|) ailleurs",
        "(perdre|perdez|perdrez) (un|une) (client|cliente)",
        "(plus jamais|jamais plus) (chez|de|avec) (vous|vos)",
    ),
}

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(fuite|violation|vol) (de|des) données",
        "(données|informations|messages|commandes|factures|coordonnées) (personnelles|privés|privées|) "
        "(d'autres|d'un autre|d'une autre|d'autrui) (personnes|clients|utilisateurs|client|utilisateur|"
        "personne|gens|)",
        "(mes|nos|les) (données|messages|photos|informations) (personnelles|privés|privées|) "
        "(sont|ont été|étaient) (visibles|publiques|publiées|divulguées|exposées|publics|divulgués|accessibles)",
        "droit à l'oubli",
        "(plainte|signaler|signalement|saisir|plainte auprès de) (à|) la cnil",
        "(violation|au titre|non respect|vertu) du rgpd",
    ),
    "security": (
        "(a été|ai été|avons été|est|ont été|s'est fait|me suis fait) (piraté|piratée|piratés|hacké|hackée|"
        "pirater|hacker)",
        "(a|ont) (piraté|hacké) (mon|ma|mes|notre|nos)",
        "(faille|vulnérabilité|incident) (de|) sécurité",
        "(accès|connexion|connexions) (non autorisé|non autorisée|non autorisés|non autorisées|frauduleux|suspecte)",
        "(mot|mots) de passe (a été|ont été) (volé|volés|divulgué|divulgués)",
        "(hameçonnage|phishing|rançongiciel|ransomware)",
    ),
    "safety": (
        "(pris|prend|prendre) feu",
        "(choc électrique|décharge électrique|électrocuté|électrocutée)",
        "(a été|ai été|suis|est|sont|ont été) (gravement|) (blessé|blessée|blessés)",
        "(danger|risque) (de mort|d'incendie|d'explosion|pour la santé|pour la vie|de blessure)",
        "(menace|menaces) de mort",
        "(me|se) suicider",
        "alerte à la bombe",
    ),
    "legal": (
        "(de|à|par|avec) (mon|notre|nos|mes) (avocat|avocate|avocats|conseil juridique)",
        "(mon|notre) (avocat|avocate) (va|vous|prendra|se|prend)",
        "(prendre|contacter|consulter|engager|saisir) un avocat",
        "(action|poursuites|démarches|procédure) (en justice|judiciaire|judiciaires|juridiques)",
        "(porter|porterai|portons|déposer|dépose) plainte",
        "(saisir|devant) (le|les|un) (tribunal|tribunaux|juge)",
        "(poursuivre|poursuivrai|attaquer) en justice",
        "mise en demeure",
    ),
    "payment": (
        "(débité|débitée|prélevé|prélevée|facturé|facturée|payé) (deux|2|plusieurs) fois",
        "(double|doubles) (débit|prélèvement|facturation|paiement)",
        "(prélèvement|prélèvements|débit|paiement|transaction|transactions) "
        "(non autorisé|non autorisés|frauduleux|inconnu|injustifié|non autorisée|frauduleuse|frauduleuses)",
        "(débité|prélevé|facturé) (sans mon|sans notre|à tort|sans autorisation) (accord|autorisation|consentement|)",
        "(fraude|utilisation frauduleuse) (à|de|sur) (la|ma) carte",
    ),
}
