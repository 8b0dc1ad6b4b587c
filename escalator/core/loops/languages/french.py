"""What customers say in French."""

from collections.abc import Mapping

NEGATIONS = (
    "(pas|plus|aucun|aucune|jamais) (besoin|nécessaire|obligé|envie|utile|la peine|la nécessité)",
    "(ne|n) (souhaite|souhaitons|veux|voulons|désire|demande) (pas|plus|aucun|aucune)",
    "(inutile|sans|au lieu|plutôt que) (de|d|avoir|)",
    "(n'est|n'était|ce n'est|il ne s'agit) (pas|plus) (une|un|d'une|d'un|)",
    "(ne m'appelez|ne me rappelez|ne me téléphonez|n'appelez|n'escaladez) (pas|plus)?",
    "merci (de m'avoir|de nous avoir|pour|d'avoir|à|beaucoup pour)",
    "(j'ai|nous avons|ai|avons) (déjà)? (parlé|discuté|échangé)",
)

_HUMAN = (
    "(humain|être humain|vraie personne|vrai humain|véritable personne|personne réelle|personne humaine|êtres humains|"
    "véritable humain|véritable être humain|personne physique|personne en chair)"
)
_STAFF = (
    "(conseiller|conseillère|agent|agents|interlocuteur|opérateur|opératrice|agent humain|conseiller humain|technicien|"
    "technicienne|collaborateur|collaborateurs|conseillers|collègue|employé|assistant|membre de votre équipe|membre du support|"
    "service client|support client|service clientèle)"
)
_SOMEBODY = "(quelqu'un|une personne|un humain|un être humain)"
_TALK = "(parler|discuter|échanger|dialoguer|m'entretenir|communiquer|m'adresser|voir ça|traiter|converser|chatter)"
_ASKING = (
    "(puis je|peux|pouvons nous|pourrais je|voudrais|voudrions|veux|souhaite|souhaitons|aimerais|aimerions|besoin de|faut|possible de|"
    "préfère|préférerais|exige de|demande à|voulons|arrive pas à|impossible de|envie de|comment|peut on)"
)
_ROBOT = "(robot|robots|machine|machines|bot|bots|chatbot|automate|automates|ia|intelligence artificielle|ordinateur|répondeur)"
_CHIEF = (
    "(responsable|responsables|supérieur|supérieurs|supérieure|superviseur|superviseure|chef|chefs|directeur|directrice|manager|"
    "supérieur hiérarchique|hiérarchie|patron|direction|encadrant|pdg|gérant|chef de service|chef d'équipe|cadre)"
)
_YOUR = "(votre|vos|ton|tes)"
_ME = "(me|nous|m|m'appeler|me téléphoner)"
_CALLED = "(appeler|rappeler|téléphoner|m'appeler|me rappeler|nous appeler|nous rappeler|me téléphoner|me contacter par téléphone|nous contacter par téléphone)"
_CONTRACT = "(contrat|contrats|abonnement|abonnements|compte|adhésion|compte client|licence|licences|forfait|engagement|collaboration)"
_PROVIDER = "(fournisseur|prestataire|opérateur|concurrent|concurrents|concurrence|solution|fournisseurs|prestataires|société|entreprise|compagnie|boutique)"
_PROBLEM = "(problème|problèmes|souci|soucis|erreur|erreurs|panne|bug|message d'erreur|dysfonctionnement|anomalie)"
_VERY = "(très|vraiment|extrêmement|profondément|plus que|totalement|particulièrement|assez|fort|tout à fait|à bout)"
_ANGRY = (
    "(déçu|déçue|déçus|mécontent|mécontente|mécontents|en colère|fâché|fâchée|énervé|énervée|furieux|furieuse|agacé|agacée|frustré|"
    "frustrée|insatisfait|insatisfaite|outré|outrée|exaspéré|exaspérée|scandalisé|scandalisée|excédé|excédée|révolté|consterné|choqué|choquée)"
)
_OUTRAGE = (
    "(inadmissible|inacceptable|scandaleux|scandaleuse|une honte|honteux|honteuse|lamentable|ridicule|une blague|intolérable|pas normal|"
    "déplorable|un scandale|du foutage de gueule|n'importe quoi|incroyable|pas acceptable|abusé|abusif|insupportable|une catastrophe|"
    "catastrophique|indigne|affligeant|exaspérant|pas sérieux|un manque de respect|du grand n'importe quoi|inouï|un cauchemar)"
)

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"{_TALK} ~ (à|avec|de|par) (un|une|un vrai|une vraie|des|de|quelque|)? {_HUMAN}",
        f"{_TALK} (à|avec) (une|des) (personne|personnes|vraies personnes)",
        f"{_TALK} ~ (à|avec) (un|une|un de vos|l'un de vos|votre|vos|le|un vrai|une vraie|quelqu'un du) (vrai|vraie)? {_STAFF}",
        f"{_ASKING} ~ {_TALK} ~ (à|avec) (quelqu'un|une personne|un humain)",
        f"(quelqu'un|une personne|personne|un humain) (à qui|avec qui) ~ {_TALK}",
        f"{_ASKING} ~ (quelqu'un|une personne) (de|du|au) (votre équipe|support|service|votre service|téléphone)",
        f"(quelqu'un|une vraie personne) ~ (lire|lise|regarde|regarder|s'occupe|traite) ~ (dossier|demande|message|messages|cas)",
        f"(je|nous|j|on) (veux|voudrais|voulons|souhaite|demande|veut|exige|préfère|aimerais) (enfin)? (un|une|qu'un|qu'une|avoir un|avoir une) "
        f"(vrai|vraie|véritable)? {_HUMAN}",
        "(une|par une|d'une|qu'une|la|avec une|à une) (vraie|véritable|réelle) personne",
        f"(avoir|joindre|contacter|trouver|obtenir|demande|veux|voudrais|attends|à|avec|par|un|vrai|passez moi|donnez moi|qu'un) (un|une|d'|)? (vrai|être|véritable)? "
        f"(humain|conseiller humain|vrai conseiller|agent humain|vraie conseillère|vrai interlocuteur)",
        f"(en relation|en contact|en communication|en ligne) avec (un|une|quelqu'un|l'un de vos|un de vos) (vrai|vraie)? "
        f"(conseiller|conseillère|agent|technicien|interlocuteur|personne|humain|être humain|collaborateur|collaborateurs|opérateur|de votre|de chez)",
        f"(en relation|en contact) avec quelqu'un",
        f"(passer|passez moi|passe moi|transférez moi|transférer|transférez|transmettre|transmettez|redirigez moi|orienter|basculer|mettre|donnez moi|joindre) ~ (à|avec|vers|un|une|chez) "
        f"(un|une|quelqu'un)? (vrai|vraie)? (conseiller|conseillère|agent|agent humain|humain|opérateur|personne|personne réelle|technicien|de compétent|interlocuteur|collègue)",
        "(donnez moi|passez moi|trouvez moi) (quelqu'un|une personne)",
        "(un|par un|d'un|qu'un|aucun) être humain",
        "(y a t il|est ce qu'il y a|il y a|existe t il) ~ (quelqu'un|une vraie personne|un humain|un être humain|une personne|humain) ~ (là|derrière|à qui|qui lit|pour|chez vous|de vivant|ici|.)",
        f"(un|une) (conseiller|conseillère|agent|humain|vraie personne|personne) ~ (peut il|peut elle|pourrait il|pourrait elle|pourrait|peut) ~ "
        f"(contact|contacter|me|m'aider|lire|répondre|regarder)",
        f"(pas|marre de|marre d'|arrêtez avec|assez de|assez d'|assez des|plus|refuse de|stop) ~ (un|des|parler à un|votre|parler à une|à une|à un|une|avec une|avec un|aux) {_ROBOT}",
        f"(c'est|seulement|uniquement|toujours|que|encore|juste) (toujours|encore)? (un|une|des|votre) {_ROBOT} ~ (répond|répondent|.|qui)",
        f"(parle|discute|échange|écris|êtes vous|es tu|est ce|c'est|suis je) ~ (à|avec|un|une) (un|une)? {_ROBOT} ~ (ou|.)",
        f"(êtes vous|es tu|vous êtes) (un|une) {_ROBOT}",
        f"(chatbot|robot|bot|assistant virtuel|assistant) (ne|est) (comprend|m'aide|sert|répond|inutile|nul|me comprend) ~ (pas|rien|à rien)?",
        "(un humain|une personne|conseiller|un conseiller|agent) (svp|s'il vous plaît|s'il te plaît|stp|merci)",
    ),
    "wants_manager": (
        f"{_TALK} (à|avec|au) {_YOUR} {_CHIEF}",
        f"{_TALK} (à|avec|au|aux) (un|une|le|la|l'un de vos)? {_CHIEF}",
        f"(voudrais|veux|souhaite|exige|demande à|aimerais|puis je|peux|besoin de|dois) ~ (parler|voir|joindre|contacter|m'adresser|m'entretenir|avoir) ~ (au|à la|à un|avec un|avec le|"
        f"avec la|un|le|à|à une|aux|avec votre|votre) {_CHIEF}",
        f"(passez moi|passe moi|contacter|contactez|transmettre|transmettez|transférez moi|transférez|remonter|remontez|signaler|en relation avec|adresser|escalader|faire remonter|écrire|m'adresser|me plaindre|"
        f"saisir|plaindrai|soumettre|en parler|informer|informez|prévenir|appelez|donnez moi|plainte|réclamation) ~ (à|au|auprès de|auprès du|de|)? {_YOUR}? ~ {_CHIEF}",
        f"(passez moi|passe moi|donnez moi|appelez moi) (un|une|le|la) {_CHIEF}",
        f"(coordonnées|nom|adresse|numéro|mail) ~ (de|d'un|du) (votre|vos|)? {_CHIEF}",
        f"(comment s'appelle|qui est|où est|quel est le nom de) (le|la|votre|vos|ton) {_CHIEF} (.|chez vous|hiérarchique|ici|direct|de ce service|du service client)",
        f"{_YOUR} {_CHIEF} (est il|est elle|peut il|me|doit|hiérarchique|immédiatement|s'il|svp)",
        f"(y a t il|est ce qu'il y a) (un|une) {_CHIEF}",
        f"(par|d'|à) (un|une|votre|vos) (supérieur|supérieure|responsable|superviseur|chef|manager|hiérarchie|direction)",
        f"(veux|demande|exige|souhaite|attends|aimerais) que ~ (la direction|un responsable|votre responsable|un supérieur|votre supérieur|votre direction|un manager)",
        "(au|le|la|avec le|avec la|à la) (responsable|directeur|directrice) (du service client|du support|du service clientèle|du service)",
        "(veuillez|merci de|merci d'|pouvez vous|pourriez vous|faites|il faut|faut|je demande d'|s'il vous plaît|.|prière d') (escalader|remonter|faire remonter|escaladez|remontez) (ce|cette|mon|ma|le|la|cela|ça)",
        "(merci d'escalader|veuillez escalader|faut l'escalader|escaladez) (ce|cette|mon|ma|le|la|cela|)",
        "(au niveau supérieur|à l'échelon supérieur|en haut lieu|plus haut placé|haut placé)",
        "(quelqu'un|une personne) ~ (peut|puisse|pourra|capable de|habilité à|pouvoir) (de)? (décider|décision|prendre une décision|prendre des décisions|trancher)",
    ),
    "wants_call": (
        "(appelez|rappelez|téléphonez|contactez|joignez|appelle|rappelle|téléphone) (moi|nous) ~ par téléphone",
        "(appelez|rappelez|téléphonez|appelle|rappelle) (moi|nous)",
        f"(pouvez vous|pourriez vous|peut on|quelqu'un peut il|peut il|pourrait il|merci de|merci|veuillez|prière de|vous demande de|demande de|bien vouloir|quelqu'un|possible de|on peut|vouloir|il faut) ~ {_CALLED}",
        "(merci de|pouvez vous|pourriez vous|veuillez) m'appeler",
        "merci (d'appeler|d'appeler au|de rappeler)",
        "(souhaite|voudrais|aimerais|veux|demande à|préfère) (être|) (rappelé|rappelée|appelé|appelée|qu'on m'appelle|recontacté par téléphone|recontactée par téléphone)",
        "(qu'on|que quelqu'un|que vous|qu'un technicien|qu'un conseiller|qu'une personne) ~ (me|nous|m'appelle|me rappelle) (rappelle|rappeliez|téléphone|appelle|appeliez)?",
        "(demande|attends|souhaite|voudrais|veux|attendons|promis|attente de|prévoir|avoir|fixer|aimerais) ~ (un|votre|le|l') (appel|rappel|appel téléphonique|coup de fil|coup de téléphone|rendez vous téléphonique|rappel téléphonique|entretien téléphonique)",
        "(passez|donnez|passer|un|petit|passe) ~ coup de (fil|téléphone)",
        "(personne|jamais|on|vous|toujours) (ne)? (m'a|nous a|ne m'a|ne nous a|m'avez|n'avez|ne m'avez) ~ (rappelé|appelé|téléphoné|rappelée|pas rappelé|pas rappelée)",
        "(parler|discuter|voir ça|régler|expliquer|joindre|contacter|échanger|quelqu'un|l'expliquer|régler ça|contacté|plus simple|préfère|moi) ~ (au|par|de vive voix au) téléphone",
        "(puis je|peut on|je peux|peux je|pouvoir|comment|comment vous) ~ (joindre|contacter|appeler) ~ (par téléphone|au téléphone|téléphoniquement)",
        "(quel numéro|à quel numéro|le numéro où|sur quel numéro|un numéro où|numéro auquel) ~ (joindre|appeler|contacter|rappeler)",
        "(avez vous|auriez vous|donnez moi|y a t il) (un|votre|le) ~ (numéro de téléphone|numéro|numéro direct) (.|où|pour|auquel|à appeler|joignable)",
        "(joindre|joignable|contacter) ~ (sur mon portable|sur mon mobile|au numéro|sur ma ligne|à ce numéro)",
        "(convenir d'un|fixer un|prendre un|organiser un|planifier un) (rendez vous téléphonique|appel|rappel|entretien téléphonique)",
    ),
    "no_help": (
        "(n'a|n'ont|ne m'a|ne m'ont|ne nous a|n'avez) (toujours|vraiment|malheureusement|) (pas|rien|en rien|pas du tout|guère) (aidé|résolu|réglé|fonctionné|servi|marché|changé|apporté|avancé|aidée|donné)",
        "(n'aide|ne m'aide|ne nous aide|n'aident|ne résout|ne règle|ne change|ne m'apporte|n'apporte|ne résolvent|ne m'avance|ne me sert|ne corrige|n'arrange|ne répond|ne sert) ~ (pas|rien|en rien|absolument pas)",
        "ne (répond|répondez|répondent) (toujours|) pas à (ma|mes|notre|nos)",
        "(n'avez|n'a|n'ont) (toujours|) pas (répondu|lu|compris) (à|)? (ma|mes|notre|nos)",
        "(ne|) (marche|fonctionne|marchent|fonctionnent) (malheureusement)? toujours pas",
        "(solution|astuce|manipulation|méthode|lien|conseil|procédure|ça|cela) ~ (ne marche|ne fonctionne|marche|fonctionne) (toujours)? pas (.|chez|pour|non plus|dans|du tout)",
        "(peux|pouvons|arrive|arrivons|est|suis|ai|a|fonctionne|marche|peut|s'affiche|ouvre|accepte|reçois) (malheureusement)? toujours pas",
        "toujours (pas|le même|la même|les mêmes|pareil|rien|impossible|bloqué|en panne|aucun changement|aucune solution|aucune amélioration|autant de)",
        f"(même|mêmes) (message)? {_PROBLEM} ~ (.|qu'avant|qu'hier|que|encore|d'erreur|toujours)",
        f"(encore|toujours|avons|ai|a) (encore|toujours) (le|la|les|ce|un) (même|mêmes)? {_PROBLEM}",
        f"{_PROBLEM} (persiste|persistent|est toujours là|n'est toujours pas|demeure|reste|reste le même|est toujours|est revenue|est revenu|revient|réapparaît|subsiste|n'est pas résolu|n'est pas réglé|n'a pas disparu|"
        "a réapparu|est de retour|se reproduit|continue|n'est pas corrigé)",
        "(rien) (n'a changé|n'y fait|ne change|ne marche|ne fonctionne|n'a fonctionné|n'a marché|n'aide|de nouveau)",
        "(aucun|aucune|pas de|sans) (changement|amélioration|effet|résultat|succès|différence|évolution) (.|depuis|pour|malgré|de)?",
        "(réponse|solution|aide|article|lien|message) (est|était|n'est|ne|n'a) (inutile|pas utile|ne sert à rien|sert à rien|rien à voir|pas la bonne|d'aucune utilité)",
        "(n'a|n'ont|ont) rien à voir avec (ma|mon|notre|mes)",
        "(personne ne|nul ne) (m'aide|répond|me répond|nous aide|m'a aidé|m'a répondu)",
        "(ai|j'ai|avons|l'ai) (déjà|tout|bien) (déjà|tout)? (essayé|fait|tenté|suivi|testé|lu|effectué|vérifié|envoyé|dit) ~ (ça|cela|tout|.|ces|cette|cet|les|hier|vos|ce que|rien|sans|mais)",
        "(déjà|) (essayé|fait) tout (ça|cela)",
        "(connais|connaissais) déjà",
        "(ça|cela|ceci) (n'a|ne|n') (toujours)? (pas|a pas|rien) (marché|fonctionné|aidé|changé|avancé|règle|résout)",
        "(cela|ça|ceci) ne (sert|change|m'aide|règle|résout|m'avance|marche|fonctionne) ~ (rien|pas)",
        "(pas|n'est pas|n'était pas) (ce que|ce qui) (j'ai|je) (demandé|demande|demandais|voulais|cherche|ai demandé)",
        "pas ce que j'ai demandé",
        "(n'était|n'est) pas la (bonne)? (solution|réponse)",
        "(ne comprends|comprends) (pas|rien à) (votre|vos|cette|la) (réponse|réponses|explication|explications|message)",
        "(ça|cela|le problème) (recommence|a recommencé|se reproduit|s'est reproduit|revient)",
    ),
    "complaint": (
        "(faire|déposer|adresser|formuler|porter|envoyer|dépose|introduire) (une|ma) (réclamation|plainte officielle|plainte formelle)",
        "(réclamation|plainte) (officielle|formelle|écrite)",
        "(me|nous) (plains|plaindre|plaignons) (du|de|officiellement|auprès|de la|des|.)",
        "(je|nous) (me plains|tiens à me plaindre|veux me plaindre|souhaite me plaindre)",
        f"(c'est|est|tout à fait|totalement|absolument|juste|trouve|trouve cela|trouve ça|cela|ça|vraiment|sont|quelle|d'un|devient|.) (est|devient|c'est|vraiment|tout simplement|juste|absolument|complètement|totalement|proprement|carrément)? {_OUTRAGE}",
        "(quelle|une) (honte|blague|catastrophe) (.|de|que|cette|votre)",
        "(se moque|se moquer|vous moquez|foutez|se fout|s'en fiche|s'en moque|se fiche|s'en fout|fichez|moque) (vraiment)? (de|du|bien|chez|complètement|totalement|royalement)? ~ (moi|nous|monde|gens|clients|vous|gueule|.)",
        f"(suis|sommes|commence à être|devient|deviens|me sens) ~ {_ANGRY}",
        f"{_VERY} {_ANGRY}",
        "(pas|plus|guère|loin d'être|nullement|aucunement) (du tout|très|vraiment|être)? (satisfait|satisfaite|satisfaits|content|contente|contents|heureux) (de|du|.|par|des|avec)",
        "(marre|ras le bol|assez|plein le dos|ras la casquette|ça suffit|la coupe est pleine|à bout)",
        "(attends|attendons|attente|attend|patiente|patientons|j'attends|attendre) ~ depuis ~ (jours|semaines|mois|heures|semaine|une éternité|longtemps|lundi)",
        "depuis ~ (jours|semaines|mois|semaine|longtemps) ~ (personne|rien|toujours|aucune|sans|j'attends|on me|et)",
        "(dure|traîne|ça fait|cela fait|dure déjà|voilà|fait) ~ (depuis|maintenant|plus de)? ~ (des|deux|trois|quatre|plusieurs|plus de) (jours|semaines|mois|heures) ~ (que|.|et|sans)?",
        "(aucune|pas de|sans|toujours aucune|jamais de|jamais eu de|jamais reçu de) (réponse|retour|nouvelles|réaction) (.|depuis|de votre|à|malgré|de vous|après|de leur)",
        "(pourquoi|personne) ~ (personne|ne) (ne)? (me|nous|m'a|nous a)? (répond|répondu|réagit|rappelle|s'occupe|s'en occupe)",
        "(combien de fois|combien de temps|jusqu'à quand) ~ (dois|faut|devrai|vais|devons|encore|allons|doit)",
        "(expliqué|écrit|dit|demandé|signalé|appelé|relancé|envoyé|contacté|répété) ~ (trois|quatre|cinq|six|dix|plusieurs|maintes|cent|3|4|5|10) (fois|reprises)",
        "(troisième|quatrième|cinquième|sixième|dixième|énième|3ème|4ème|5ème|3e|4e|5e) (fois|message|mail|relance|demande|courriel|courrier)",
        "(beaucoup|bien|vraiment) trop (long|longtemps|lent)",
        "(prend|met|prenez|mettez) ~ (trop de temps|trop longtemps|une éternité|des plombes)",
        "(perdre|perds|perdez|perte de|perdu|gâcher) (mon|notre|de|du|tout mon|assez de)? temps",
        "(ma|notre) patience ~ (limites|bout|à bout|épuisée|limite)",
        "(perds|perdre|perdons) patience",
        "(service|support|sav|accueil|traitement|assistance|suivi) ~ (est|sont|était) ~ (nul|lamentable|déplorable|mauvais|catastrophique|inexistant|honteux|pitoyable|minable|médiocre|désastreux|décevant|une honte|en dessous de tout)",
        "(jamais vu|jamais eu|pire|mauvais|jamais rencontré|nul|lamentable|jamais été) ~ (service|support|sav|service client|assistance|entreprise|aussi|traité|traitée)",
        "(attendais|espérais|attendait|attendions) (mieux|davantage|plus|autre chose) (de|d'une|venant)",
        "(traiter|traitez|traite) ~ (les clients|vos clients|ses clients|clients) ~ (ainsi|comme|de la sorte|de cette)?",
        "(réponse|réponses|messages|mails|message|mail) (automatique|automatiques|type|types|toute faite|toutes faites|standard|préfabriquée|copiée collée)",
        "(tourne|tournons|tourner) en rond",
        "(me|nous) (renvoie|renvoyez|balade|baladez|renvoient|balader) (d'un service à|de service en)",
    ),
    "leaving": (
        f"(vais|allons|veux|voulons|souhaite|souhaitons|préfère|demande de|décidé de|décidé d'|envisage de|envisageons de|pense|pensons|songe à|voudrais|aimerais|prêt à|obligé de|veuillez|merci de|dois|compte|comptons|"
        f"tiens à|vous prie de|vous demande de|prière de) ~ (résilier|clôturer|fermer|annuler|supprimer|arrêter|quitter|rompre|mettre fin à|mettre fin au|interrompre|stopper|clore|ne pas renouveler) (mon|notre|nos|mes|contrat|abonnement|le contrat|cet|l'abonnement) {_CONTRACT}?",
        "(mettre fin|mettrons fin|mets fin|mettons fin) (au|à mon|à notre|à cet|à ce|à l) (contrat|abonnement|engagement|collaboration)?",
        "(supprimez|fermez|clôturez|résiliez|annulez|résilier|clôture de|fermeture de) ~ (mon|notre) (compte|contrat|abonnement)",
        f"(résilie|résilions|résilierai|résilierons|résilierons|résiliez) (donc|) (mon|notre|le|.|tout|immédiatement|dès)",
        "(nous|je) (résilions|résilie|résilierai|quitterons|quitterai|partirai|partirons)",
        "(confirmer|confirmez|confirmation de|traiter|prendre en compte|accuser réception de|demande de) (la|ma|notre|de)? (résiliation|clôture de mon|clôture du compte)",
        "j'ai décidé (d'annuler|de résilier|de partir|d'arrêter|de vous quitter|de quitter)",
        "(chez|à|vers|par) (un|un de vos|vos|la|l'un de vos|votre|des) (concurrent|concurrents|concurrence|concurrente)",
        "(changer|change|changeons|changerai|changerons) de (fournisseur|prestataire|opérateur|crèmerie|compagnie|boutique|banque|solution)",
        "(cherchons|cherche|chercher|regardons|regarde|étudions|envisageons|trouver|recherchons|recherche|tourner vers|consulter|comparer|compare) ~ (un autre|une autre|d'autres|les|des|un nouveau|autre) "
        "(fournisseur|prestataire|opérateur|alternatives|alternative|solution|prestataires|fournisseurs|solutions|offres)",
        "(aller|irai|irons|partir|chercher|partirai|vais|trouver|voir) ~ ailleurs",
        "(perdre|perdez|perdrez|perdu) ~ (un|une|moi comme|des) (bon|bonne|fidèle)? (client|cliente|clients)",
        "(perdre|perdez) (un|une) (client|cliente)",
        "(vous|de vous) quitter",
        "(ne|n') (renouvellerons|renouvellerai|renouvelons|renouvelle|renouvellera|reconduirons|prolongerons|reconduirai|commanderai|commanderons|achèterai|reviendrai|achèterons) ~ (pas|plus|jamais)",
        "(plus jamais|jamais plus|jamais) (rien)? (chez|de|avec|commander|acheter) (vous|vos|chez vous)",
        "(dernière|dernier) (commande|achat|fois) ~ (chez|avec|que) (vous|je)",
        "(plus|ne plus) ~ (être|votre|comme) (client|cliente|clients)",
        "(je m'en vais|je pars|j'arrête tout|nous partons|je vous quitte|nous vous quittons|je m'en irai) (.|chez|à la|si|et|je|définitivement|ailleurs)",
    ),
}

_OTHERS = "(d'autres|d'un autre|d'une autre|d'autrui|des autres|autres|de quelqu'un|un autre|une autre|autre|de tiers|d'un tiers|d'inconnus|d'un inconnu|d'une personne|d'un mauvais|de mes voisins)"
_PEOPLE = "(personnes|clients|utilisateurs|client|cliente|utilisateur|utilisatrice|personne|gens|entreprises|entreprise|sociétés|société|membres|patients|d'autre|salariés|abonnés|comptes)"
_DATA = (
    "(données|informations|messages|commandes|factures|coordonnées|compte|comptes|dossiers|dossier|profil|profils|mails|e mails|courriels|documents|fichiers|photos|adresse|adresses|numéro|numéros|bulletins|"
    "contrats|commande|facture|message|mail|nom|noms|rendez vous|relevés|iban|celles|celui|ceux|celle)"
)
_PASSWORD = "(mot de passe|mots de passe|identifiants|identifiant|clé api|clés api|clé|code d'accès|codes d'accès)"
_LAWYER = "(avocat|avocate|avocats|conseil juridique|conseil|huissier)"
_DEBITED = "(débité|débitée|débités|prélevé|prélevée|prélevés|facturé|facturée|facturés|payé|encaissé|retiré|réglé|pris)"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(fuite|violation|vol|fuites|divulgation) (de|des|du) (données|la vie privée|ma vie privée|rgpd|mes données|la confidentialité|vos données)",
        f"(vois|voit|voyons|lire|voir|lis|accéder|accès|consulter|affiche|affichent|reçu|reçois|recevoir|contient|contiennent|ouvre|trouve|tombe|retrouve|montre|avec|visualiser|ouvrir) ~ {_DATA} ~ {_OTHERS} {_PEOPLE}",
        f"{_DATA} (personnelles|privés|privées|personnels|bancaires|médicales|)? (d'autres|d'un autre|d'une autre|d'autrui|de quelqu'un d'autre|de tiers|de quelqu'un|d'un inconnu) {_PEOPLE}?",
        f"(compte|profil|messages|données|facture|dossier|commandes) de (quelqu'un d'autre|quelqu'un que|gens que|personnes que)",
        f"(dossiers|données|factures|messages|documents|commandes|fichiers|patients|relevés) ~ (pas les miens|pas les miennes|ne m'appartiennent|pas à moi|ne me concernent|ne sont pas les)",
        f"(mes|mon|ma|nos|notre|données) {_DATA} ~ (visible|visibles|publique|publiques|publiées|divulguées|exposées|publics|divulgués|accessibles|accessible|publié|diffusées|en ligne|envoyées|vendues|transmises|partagées) ~ "
        "(par|à|pour|sur|au|.|aux|de|sans|par d'autres)",
        f"(mes|nos|les|mon|ma) {_DATA} (personnelles|privés|privées|médicales|bancaires)? (sont|ont été|étaient|est|a été) (visibles|publiques|publiées|divulguées|exposées|publics|divulgués|accessibles|visible|accessible|envoyées|transmises|volées)",
        f"(avez|a|ont) (envoyé|transmis|communiqué|publié|divulgué|partagé|vendu|diffusé|donné) ~ (mes|mon|ma|nos|notre) ~ {_DATA}",
        f"(publié|partagé|envoyé|transmis|utilisé|vendu|divulgué|diffusé) ~ {_DATA} ~ (sans|contre) (mon|ma|notre) (accord|consentement|autorisation|permission|gré)",
        f"(sans) (mon|notre) (consentement|accord) ~ {_DATA}",
        f"(autres|inconnus|tout le monde|n'importe qui|autre) {_PEOPLE}? (peuvent|peut|voient|voit|voient ils|ont accès|lisent|puissent) ~ (mes|mon|ma|nos|notre)",
        "(droit à l'oubli|droit à l'effacement|droit d'accès à mes)",
        "(supprimer|suppression|effacer|supprimez|effacez|effacement) ~ (données personnelles|données à caractère)",
        "(vie privée|à la cnil|la cnil|délégué à la protection)",
        "(violation|au titre|non respect|vertu|conformément|contraire|application|selon|article 17) (du|au|de l'article)? rgpd",
        "atteinte à (ma|la|notre) (vie privée|confidentialité)",
    ),
    "security": (
        "(a été|ai été|avons été|est|ont été|s'est fait|me suis fait|fait|été|sommes) (peut être)? (piraté|piratée|piratés|hacké|hackée|pirater|hacker|compromis|compromise|infecté|infectée|usurpé|usurpée|attaqué|cyberattaque)",
        "(a|ont|avez|m'a|m'ont) (piraté|hacké|usurpé) (mon|ma|mes|notre|nos)?",
        "(faille|failles|vulnérabilité|vulnérabilités|incident|trou|brèche|problème) (de|) sécurité",
        "(une|trouvé|découvert|cette|la|critique) (vulnérabilité|faille) (dans|sur|critique|de)",
        "(accès|connexion|connexions|activité) (non autorisé|non autorisée|non autorisés|non autorisées|frauduleux|suspecte|suspectes|suspect|inconnue|inconnues|inhabituelle|frauduleuse|frauduleuses)",
        f"(quelqu'un|un inconnu|une autre personne|un pirate|des pirates|des inconnus|un hacker|on|un tiers|une personne inconnue) ~ (s'est connecté|se connecte|connecté|utilise|utilisé|accédé|a changé|a modifié|est entré|pris le contrôle|entré|entre|s'est introduit|accède|a eu accès|volé|a pris) ~ "
        "(à|dans|sur|mon|ma|le|notre|mes|de) ~ (compte|mot de passe|profil|système|serveur|messagerie|boîte|boîte mail|espace|site|identité|adresse mail|téléphone)",
        f"(volé|voler|vol de|dérobé|deviné|changé|piraté|intercepté) (mon|ma|mes|notre|nos|du|de) ~ {_PASSWORD}",
        f"{_PASSWORD} ~ (a été|ont été|est|sont|a|ont) ~ (volé|volés|divulgué|divulgués|fuité|compromis|publié|changé à mon insu|modifié sans|piraté|volée|exposée)",
        f"(changé|modifié|réinitialisé) ~ {_PASSWORD} ~ (à mon insu|sans mon)",
        "(connexion|connexions|accès|tentatives|appareil|appareils|session|sessions|activités|activité) ~ (ne viennent pas de moi|ne vient pas de moi|pas de moi|pas moi|ne reconnais pas|ne sont pas de|n'est pas moi|ne sont pas les miennes|inconnu|inconnus)",
        "(appareil|appareils|utilisateur|adresse ip) (inconnu|inconnue|inconnus|non reconnu)",
        "(connecter|accéder|entrer|se connecter|ouvrir|connecte|entre) ~ sans (mot de passe|authentification|s'identifier|identifiant|aucun mot|autorisation)",
        "(ancien|anciens|ancienne|ex) (employé|employés|salarié|salariés|collaborateur|collègue|employée|salariée) ~ (a|ont|peut|encore|toujours) ~ (accès|connecter|accéder)",
        "(infecté|infectée|infectés|contaminé) (par|d'un|avec)",
        "(hameçonnage|phishing|rançongiciel|ransomware|logiciel malveillant|logiciel espion|cheval de troie|usurpation d'identité|cyberattaque|malware|injection sql)",
    ),
    "safety": (
        "(pris|prend|prendre|en) feu",
        "(choc électrique|décharge électrique|électrocuté|électrocutée|électrocution|choc de courant|décharge|brûlures|intoxication|monoxyde de carbone|idées suicidaires|suicide|ambulance|empoisonné|intoxiqué)",
        "(a été|ai été|suis|est|sont|ont été|s'est|me suis|se|m'a|avons été|a|être) (gravement|grièvement|légèrement|)? (blessé|blessée|blessés|blesser|brûlé|brûlée|coupé le)",
        "(danger|risque|risques) (de mort|d'incendie|d'explosion|pour la santé|pour la vie|de blessure|d'électrocution|vital|mortel|de brûlure|d'étouffement)",
        "(batterie|chargeur|appareil|machine|câble|prise|téléphone|ordinateur|elle|il) ~ (fume|explose|explosé|brûle|brûlé|fond|fondu|étincelles|exploser|s'est enflammé|surchauffe)",
        "(va|peut|peur qu'elle|peur qu'il|risque d'|pourrait) (exploser|explose)",
        "(sent|odeur de|odeur du|sentait) ~ (brûlé|gaz|fumée|cramé)",
        "fuite (de|du) gaz",
        "(menace|menaces|menacé|menacent|menacer|menacée) (de mort|de me|de nous|de tuer|physiquement|de le|d'attentat|à la bombe)",
        "(me|se|nous|te|vous|le) (suicider|tuer|frapper|agresser|faire du mal|ferai du mal|fera du mal)",
        "(alerte à la bombe|en danger de mort|mettre fin à mes jours|mettre fin à ses jours|se donner la mort)",
        "(plus) (envie de vivre|vivre|la force de vivre)",
        "(sait|savent) où (j'habite|nous habitons|je vis|j habite)",
        "(faire|fera|feront|font) du mal",
        "(avalé|ingéré|avale) (une|un|des|la|le|du)",
        "(à l'hôpital|aux urgences) (.|avec|à cause|depuis|suite)",
        "(très|extrêmement) dangereux",
    ),
    "legal": (
        f"(de|à|par|avec|chez|mandaté|contacté|saisi|contacter) (mon|notre|nos|mes) {_LAWYER}",
        f"(mon|notre) {_LAWYER} (va|vous|prendra|se|prend|est|me conseille|a été|a|enverra)",
        f"(prendre|contacter|consulter|engager|saisir|mandater|prends|consulte|consulté|mandaté|à|faire appel à) un {_LAWYER}",
        "(action|actions|poursuites|démarches|procédure|poursuite|recours|suites|voie|voies) (en justice|judiciaire|judiciaires|juridiques|juridique|légale|légales|pénale|pénales)",
        "(engager|entamer|lancer|intenter|engagerai|entreprendre) (des|une|toute) (poursuites|action|procédure|actions|recours)",
        "(porter|porterai|portons|déposer|dépose|porte|déposerai|déposé|porté) (une)? plainte (.|contre|à la|auprès|pour|si|et|au commissariat)",
        "(saisir|devant|saisirai|saisis|saisirons|au) (le|les|un|la)? (tribunal|tribunaux|juge|médiateur|justice|conciliateur|ombudsman|prud'hommes)",
        "(poursuivre|poursuivrai|attaquer|poursuivrons|attaquerai|traduire|traîner|aller|irai|irons) (vous)? ~ en justice",
        "(mise en demeure|mets en demeure|huissier|rupture de contrat|non respect du contrat|dommages et intérêts|répression des fraudes|dgccrf)",
        "(association|associations|protection|défense) (de|des) consommateurs",
        "(c'est|est|pour|de|véritable|appelle ça) (une|un|de l|du|l)? (escroquerie|arnaque|fraude|lescroquerie|de l'escroquerie|de l'arnaque|du vol)",
        "(à la|signaler à la) (police|gendarmerie)",
    ),
    "payment": (
        f"{_DEBITED} ~ (deux|2|plusieurs|trois|3) fois",
        "(double|doubles|doublon) (débit|prélèvement|facturation|paiement|prélèvements|de paiement|de prélèvement)",
        "(prélèvement|prélèvements|débit|paiement|transaction|transactions|paiements|achat|débits|opération) ~ (non autorisé|non autorisés|frauduleux|inconnu|injustifié|non autorisée|frauduleuse|frauduleuses|inconnus|"
        "que je n'ai pas|pas fait|pas autorisé|jamais autorisé|ne reconnais pas|jamais fait|abusif|en double|en doublon|indu)",
        f"{_DEBITED} ~ (sans mon|sans notre|à tort|sans autorisation|sans raison|sans prévenir|par erreur|sans mon accord|en trop|en double|alors que|trop cher|trop|à mon insu|malgré)",
        "(fraude|utilisation frauduleuse) (à|de|sur) (la|ma) carte",
        "(veux|voudrais|exige|demande|souhaite|merci de|pouvez vous|demande à|attends|veuillez|quand|aimerais|dois|toujours pas|droit à) ~ (être)? (remboursé|remboursée|me rembourser|rembourser|le remboursement|remboursement|un remboursement|mon remboursement|nous rembourser)",
        "(remboursez|rembourse|rendez) (moi|nous|la somme|le montant|mon)",
        "(rendez|rendre|récupérer|rend|où est|veux|retrouver) ~ (mon|notre|l|mes) (argent|largent|sous)",
        "(pas|jamais|toujours pas|attends|attendons|où en est|quand) ~ (reçu|été|toujours)? ~ (mon|le|de|notre) remboursement",
        "(contester|conteste|contestons|opposition|rejeter|refuse|annuler) ~ (le|ce|ces|au|les|cette|la) (prélèvement|prélèvements|paiement|débit|facture|transaction|débits)",
        f"(avez|a|ont|m'avez|m'a|été|nous avez) (encore|déjà|)? {_DEBITED} ~ (mon|ma|de l'argent|sur|euros|alors|notre|à nouveau|le compte|carte|compte|trop)",
        "(pourquoi) ~ (débité|prélevé|facturé|prélèvement|débitée|prélevez|facturez|débitez)",
        "(on m'a|m'a|m'avez|nous a|nous avez) (facturé|compté|prélevé|débité) ~ (au lieu|trop|alors|plus|deux)",
        "(ma|cette|votre|dernière) facture (est|était) ~ (fausse|erronée|incorrecte|trop élevée|inexacte|incompréhensible)",
        "(payé|réglé|paiement) ~ (mais|pourtant|et) ~ (impayée|impayé|non payée|non réglée|relance|toujours|rappel|pas payé|en attente de paiement)",
        "(payé|double|payée) (en double|deux fois|paiement)",
        "(trop perçu|surfacturé|surfacturation|surfacturée)",
    ),
}
