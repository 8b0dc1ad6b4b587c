"""How French speaking customers say that it was no use, that they complain, that they leave."""

from collections.abc import Mapping

_CONTRACT = (
    "(contrat|contrats|abonnement|abonnements|compte|adhésion|compte client|licence|licences|forfait|engagement|"
    "collaboration)"
)
_PROBLEM = "(problème|problèmes|souci|soucis|erreur|erreurs|panne|bug|message d'erreur|dysfonctionnement|anomalie)"
_VERY = "(très|vraiment|extrêmement|profondément|plus que|totalement|particulièrement|assez|fort|tout à fait|à bout)"
_ANGRY = (
    "(déçu|déçue|déçus|mécontent|mécontente|mécontents|en colère|fâché|fâchée|énervé|énervée|furieux|furieuse|"
    "agacé|agacée|frustré|frustrée|insatisfait|insatisfaite|outré|outrée|exaspéré|exaspérée|scandalisé|"
    "scandalisée|excédé|excédée|révolté|consterné|choqué|choquée)"
)
_OUTRAGE = (
    "(inadmissible|inacceptable|scandaleux|scandaleuse|une honte|honteux|honteuse|lamentable|ridicule|une blague|"
    "intolérable|pas normal|déplorable|un scandale|du foutage de gueule|n'importe quoi|incroyable|pas acceptable|"
    "abusé|abusif|insupportable|une catastrophe|catastrophique|indigne|affligeant|exaspérant|pas sérieux|un "
    "manque de respect|du grand n'importe quoi|inouï|un cauchemar)"
)

DISPLEASURE: Mapping[str, tuple[str, ...]] = {
    "no_help": (
        f"{_PROBLEM} (est|sont|reste|revient|était|a) ~ (toujours|encore) ~ (là|présent|présente|pas "
        "résolu|le même|la même|identique|non résolu)",
        f"{_PROBLEM} (est|sont) (toujours|encore)",
        "(ne correspond|ne s'applique|ne concerne|ne répond|n'est) pas (à|au|du tout|la|une)? ~ (mon cas|"
        "ma question|problème|ma situation|la réponse|notre cas|réponse à)",
        "(résultat|effet) (est|reste|demeure) (le même|identique|nul|inchangé|toujours)",
        "(n'a|n'ont) (absolument)? rien (changé|donné|résolu|apporté|arrangé|fait)",
        "(déjà|c'est déjà) (fait|essayé|testé|tenté|vu|lu) ~ (ne|ça|toujours|rien|sans|.)",
        "(de nouveau|encore|à nouveau) (en panne|cassé|bloqué|hors service|le même)",
        "(n'a|n'ont|ne m'a|ne m'ont|ne nous a|n'avez) (toujours|vraiment|malheureusement|) (pas|rien|en "
        "rien|pas du tout|guère) (aidé|résolu|réglé|fonctionné|servi|marché|changé|apporté|avancé|aidée|"
        "donné)",
        "(n'aide|ne m'aide|ne nous aide|n'aident|ne résout|ne règle|ne change|ne m'apporte|n'apporte|ne "
        "résolvent|ne m'avance|ne me sert|ne corrige|n'arrange|ne répond|ne sert) ~ (pas|rien|en rien|"
        "absolument pas)",
        "ne (répond|répondez|répondent) (toujours|) pas à (ma|mes|notre|nos)",
        "(n'avez|n'a|n'ont) (toujours|) pas (répondu|lu|compris) (à|)? (ma|mes|notre|nos)",
        "(ne|) (marche|fonctionne|marchent|fonctionnent) (malheureusement)? toujours pas",
        "(solution|astuce|manipulation|méthode|lien|conseil|procédure|ça|cela) ~ (ne marche|ne "
        "fonctionne|marche|fonctionne) (toujours)? pas (.|chez|pour|non plus|dans|du tout)",
        "(peux|pouvons|arrive|arrivons|est|suis|ai|a|fonctionne|marche|peut|s'affiche|ouvre|accepte|"
        "reçois) (malheureusement)? toujours pas",
        "toujours (pas|le même|la même|les mêmes|pareil|rien|impossible|bloqué|en panne|aucun changement|"
        "aucune solution|aucune amélioration|autant de)",
        f"(même|mêmes) (message)? {_PROBLEM} ~ (.|qu'avant|qu'hier|que|encore|d'erreur|toujours)",
        f"(encore|toujours|avons|ai|a) (encore|toujours) (le|la|les|ce|un) (même|mêmes)? {_PROBLEM}",
        f"{_PROBLEM} (persiste|persistent|est toujours là|n'est toujours pas|demeure|reste|reste le même|"
        "est toujours|est revenue|est revenu|revient|réapparaît|subsiste|n'est pas résolu|n'est pas "
        "réglé|n'a pas disparu|a réapparu|est de retour|se reproduit|continue|n'est pas corrigé)",
        "(rien) (n'a changé|n'y fait|ne change|ne marche|ne fonctionne|n'a fonctionné|n'a marché|n'aide|de nouveau)",
        "(aucun|aucune|pas de|sans) (changement|amélioration|effet|résultat|succès|différence|évolution) "
        "(.|depuis|pour|malgré|de)?",
        "(réponse|solution|aide|article|lien|message) (est|était|n'est|ne|n'a) (inutile|pas utile|ne "
        "sert à rien|sert à rien|rien à voir|pas la bonne|d'aucune utilité)",
        "(n'a|n'ont|ont) rien à voir avec (ma|mon|notre|mes)",
        "(personne ne|nul ne) (m'aide|répond|me répond|nous aide|m'a aidé|m'a répondu)",
        "(ai|j'ai|avons|l'ai) (déjà|tout|bien) (déjà|tout)? (essayé|fait|tenté|suivi|testé|lu|effectué|"
        "vérifié|envoyé|dit) ~ (ça|cela|tout|.|ces|cette|cet|les|hier|vos|ce que|rien|sans|mais)",
        "(déjà|) (essayé|fait) tout (ça|cela)",
        "(connais|connaissais) déjà",
        "(ça|cela|ceci) (n'a|ne|n') (toujours)? (pas|a pas|rien) (marché|fonctionné|aidé|changé|avancé|règle|résout)",
        "(cela|ça|ceci) ne (sert|change|m'aide|règle|résout|m'avance|marche|fonctionne) ~ (rien|pas)",
        "(pas|n'est pas|n'était pas) (ce que|ce qui) (j'ai|je) (demandé|demande|demandais|voulais|"
        "cherche|ai demandé)",
        "pas ce que j'ai demandé",
        "(n'était|n'est) pas la (bonne)? (solution|réponse)",
        "(ne comprends|comprends) (pas|rien à) (votre|vos|cette|la) (réponse|réponses|explication|"
        "explications|message)",
        "(ça|cela|le problème) (recommence|a recommencé|se reproduit|s'est reproduit|revient)",
        "(erreur|problème|souci|panne|l'erreur) est (toujours|encore) (là|présent|présente)",
        "l'erreur (est toujours|persiste|revient|est revenue|est encore)",
        "(n'est|n'était) pas (ma|notre) question",
        f"{_PROBLEM} (est|reste|demeure) (exactement)? (le même|la même|identique|inchangé|entier)",
    ),
    "complaint": (
        "(comportement|attitude|service|réponse|façon de faire|manière|ça|cela|situation|traitement) ~ "
        "(honteux|honteuse|scandaleux|inadmissible|inacceptable|lamentable|déplorable|indigne|ridicule)",
        "(vraiment|très|extrêmement|tellement|plus que)? (frustrant|agaçant|énervant|exaspérant|décevant|"
        "pénible|désagréable) (avec|de|.|chez|et|pour)",
        "(semaines|jours|mois) ~ (toujours rien|et rien|sans réponse|sans nouvelles|aucune)",
        "(toujours|sans cesse|encore|constamment) (écrire|répéter|expliquer|redire|réexpliquer|la même chose)",
        "(aussi|si|tellement) (mal) (traité|traitée|reçu|servi|accueilli|reçue)",
        "(hotline|équipe|standard|entreprise|accueil|personnel|agents) ~ (est|sont) ~ (une catastrophe|"
        "nul|nulle|nuls|incompétent|incompétents|désagréable|honteux|un scandale)",
        "(faire|déposer|adresser|formuler|porter|envoyer|dépose|introduire) (une|ma) (réclamation|"
        "plainte officielle|plainte formelle)",
        "(réclamation|plainte) (officielle|formelle|écrite)",
        "(me|nous) (plains|plaindre|plaignons) (du|de|officiellement|auprès|de la|des|.)",
        "(je|nous) (me plains|tiens à me plaindre|veux me plaindre|souhaite me plaindre)",
        "(c'est|est|tout à fait|totalement|absolument|juste|trouve|trouve cela|trouve ça|cela|ça|"
        "vraiment|sont|quelle|d'un|devient|.) (est|devient|c'est|vraiment|tout simplement|juste|"
        f"absolument|complètement|totalement|proprement|carrément)? {_OUTRAGE}",
        "(quelle|une) (honte|blague|catastrophe) (.|de|que|cette|votre)",
        "(se moque|se moquer|vous moquez|foutez|se fout|s'en fiche|s'en moque|se fiche|s'en fout|fichez|"
        "moque) (vraiment)? (de|du|bien|chez|complètement|totalement|royalement)? ~ (moi|nous|monde|gens|"
        "clients|vous|gueule|.)",
        f"(suis|sommes|commence à être|devient|deviens|me sens) ~ {_ANGRY}",
        f"{_VERY} {_ANGRY}",
        "(pas|plus|guère|loin d'être|nullement|aucunement) (du tout|très|vraiment|être)? (satisfait|"
        "satisfaite|satisfaits|content|contente|contents|heureux) (de|du|.|par|des|avec)",
        "(marre|ras le bol|assez|plein le dos|ras la casquette|ça suffit|la coupe est pleine|à bout)",
        "(attends|attendons|attente|attend|patiente|patientons|j'attends|attendre) ~ depuis ~ (jours|"
        "semaines|mois|heures|semaine|une éternité|longtemps|lundi)",
        "depuis ~ (jours|semaines|mois|semaine|longtemps) ~ (personne|rien|toujours|aucune|sans|j'attends|on me|et)",
        "(dure|traîne|ça fait|cela fait|dure déjà|voilà|fait) ~ (depuis|maintenant|plus de)? ~ (des|deux|"
        "trois|quatre|plusieurs|plus de) (jours|semaines|mois|heures) ~ (que|.|et|sans)?",
        "(aucune|pas de|sans|toujours aucune|jamais de|jamais eu de|jamais reçu de) (réponse|retour|"
        "nouvelles|réaction) (.|depuis|de votre|à|malgré|de vous|après|de leur)",
        "(pourquoi|personne) ~ (personne|ne) (ne)? (me|nous|m'a|nous a)? (répond|répondu|réagit|rappelle|"
        "s'occupe|s'en occupe)",
        "(combien de fois|combien de temps|jusqu'à quand) ~ (dois|faut|devrai|vais|devons|encore|allons|doit)",
        "(expliqué|écrit|dit|demandé|signalé|appelé|relancé|envoyé|contacté|répété) ~ (trois|quatre|cinq|"
        "six|dix|plusieurs|maintes|cent|3|4|5|10) (fois|reprises)",
        "(troisième|quatrième|cinquième|sixième|dixième|énième|3ème|4ème|5ème|3e|4e|5e) (fois|message|"
        "mail|relance|demande|courriel|courrier)",
        "(beaucoup|bien|vraiment) trop (long|longtemps|lent)",
        "(prend|met|prenez|mettez) ~ (trop de temps|trop longtemps|une éternité|des plombes)",
        "(perdre|perds|perdez|perte de|perdu|gâcher) (mon|notre|de|du|tout mon|assez de)? temps",
        "(ma|notre) patience ~ (limites|bout|à bout|épuisée|limite)",
        "(perds|perdre|perdons) patience",
        "(service|support|sav|accueil|traitement|assistance|suivi) ~ (est|sont|était) ~ (nul|lamentable|"
        "déplorable|mauvais|catastrophique|inexistant|honteux|pitoyable|minable|médiocre|désastreux|"
        "décevant|une honte|en dessous de tout)",
        "(jamais vu|jamais eu|pire|mauvais|jamais rencontré|nul|lamentable|jamais été) ~ (service|"
        "support|sav|service client|assistance|entreprise|aussi|traité|traitée)",
        "(attendais|espérais|attendait|attendions) (mieux|davantage|plus|autre chose) (de|d'une|venant)",
        "(traiter|traitez|traite) ~ (les clients|vos clients|ses clients|clients) ~ (ainsi|comme|de la "
        "sorte|de cette)?",
        "(réponse|réponses|messages|mails|message|mail) (automatique|automatiques|type|types|toute faite|"
        "toutes faites|standard|préfabriquée|copiée collée)",
        "(tourne|tournons|tourner) en rond",
        "(me|nous) (renvoie|renvoyez|balade|baladez|renvoient|balader) (d'un service à|de service en)",
        "(c'est|est|vraiment|complètement) (vraiment|complètement|totalement)? absurde",
    ),
    "leaving": (
        "(aimerais|voudrais|souhaite|veux|aimerions|voudrions|vais|allons|veuillez|merci de|désire|faut|"
        "compte) (donc|maintenant|aussi|bien)? (clôturer|fermer|résilier|supprimer|annuler|clore|"
        f"arrêter) (mon|notre|le|mes|nos) {_CONTRACT}",
        "(ne) (prolongera|prolongerons|renouvellera|reconduira|poursuivra|continuera|continuerons|"
        "signera|prolongerai) (pas|plus) ~ (contrat|abonnement|avec vous|licence|collaboration)?",
        "(trouvé|choisi|signé avec|retenu) (un|une|d'autres) (autre|nouveau|nouvelle|meilleur) "
        "(fournisseur|prestataire|opérateur|solution|société|partenaire)",
        "(sur le point|prêts|prêt|à deux doigts) (de|à) (partir|résilier|vous quitter|quitter|changer|arrêter)",
        "(vais|allons|veux|voulons|souhaite|souhaitons|préfère|demande de|décidé de|décidé d'|envisage "
        "de|envisageons de|pense|pensons|songe à|voudrais|aimerais|prêt à|obligé de|veuillez|merci de|"
        "dois|compte|comptons|tiens à|vous prie de|vous demande de|prière de) ~ (résilier|clôturer|"
        "fermer|annuler|supprimer|arrêter|quitter|rompre|mettre fin à|mettre fin au|interrompre|stopper|"
        "clore|ne pas renouveler) (mon|notre|nos|mes|contrat|abonnement|le contrat|cet|l'abonnement) "
        f"{_CONTRACT}?",
        "(mettre fin|mettrons fin|mets fin|mettons fin) (au|à mon|à notre|à cet|à ce|à l) (contrat|"
        "abonnement|engagement|collaboration)?",
        "(supprimez|fermez|clôturez|résiliez|annulez|résilier|clôture de|fermeture de) ~ (mon|notre) "
        "(compte|contrat|abonnement)",
        "(résilie|résilions|résilierai|résilierons|résilierons|résiliez) (donc|) (mon|notre|le|.|tout|"
        "immédiatement|dès)",
        "(nous|je) (résilions|résilie|résilierai|quitterons|quitterai|partirai|partirons)",
        "(confirmer|confirmez|confirmation de|traiter|prendre en compte|accuser réception de|demande de) "
        "(la|ma|notre|de)? (résiliation|clôture de mon|clôture du compte)",
        "j'ai décidé (d'annuler|de résilier|de partir|d'arrêter|de vous quitter|de quitter)",
        "(chez|à|vers|par) (un|un de vos|vos|la|l'un de vos|votre|des) (concurrent|concurrents|"
        "concurrence|concurrente)",
        "(changer|change|changeons|changerai|changerons) de (fournisseur|prestataire|opérateur|crèmerie|"
        "compagnie|boutique|banque|solution)",
        "(cherchons|cherche|chercher|regardons|regarde|étudions|envisageons|trouver|recherchons|"
        "recherche|tourner vers|consulter|comparer|compare) ~ (un autre|une autre|d'autres|les|des|un "
        "nouveau|autre) (fournisseur|prestataire|opérateur|alternatives|alternative|solution|"
        "prestataires|fournisseurs|solutions|offres)",
        "(aller|irai|irons|partir|chercher|partirai|vais|trouver|voir) ~ ailleurs",
        "(perdre|perdez|perdrez|perdu) ~ (un|une|moi comme|des) (bon|bonne|fidèle)? (client|cliente|clients)",
        "(perdre|perdez) (un|une) (client|cliente)",
        "(vous|de vous) quitter",
        "(ne|n') (renouvellerons|renouvellerai|renouvelons|renouvelle|renouvellera|reconduirons|"
        "prolongerons|reconduirai|commanderai|commanderons|achèterai|reviendrai|achèterons) ~ (pas|plus|"
        "jamais)",
        "(plus jamais|jamais plus|jamais) (rien)? (chez|de|avec|commander|acheter) (vous|vos|chez vous)",
        "(dernière|dernier) (commande|achat|fois) ~ (chez|avec|que) (vous|je)",
        "(plus|ne plus) ~ (être|votre|comme) (client|cliente|clients)",
        "(je m'en vais|je pars|j'arrête tout|nous partons|je vous quitte|nous vous quittons|je m'en "
        "irai) (.|chez|à la|si|et|je|définitivement|ailleurs)",
        "(aimerais|voudrais|souhaite|veux) (clôturer|fermer|résilier|supprimer) (mon|notre) (compte|"
        "contrat|abonnement)",
        "(ne) (travaillerons|travaillerai|collaborerons|ferons|ferai) (plus|pas) (jamais)? (avec|affaire|appel)",
        "(changer|changement) (d'opérateur|d'assureur|de fournisseur|d'entreprise|d'hébergeur|d'agence)",
    ),
}
