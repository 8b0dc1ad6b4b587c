"""What French speaking customers write when it is about what is guarded."""

from collections.abc import Mapping

_OTHERS = (
    "(d'autres|d'un autre|d'une autre|d'autrui|des autres|autres|de quelqu'un|un autre|une autre|autre|de tiers|"
    "d'un tiers|d'inconnus|d'un inconnu|d'une personne|d'un mauvais|de mes voisins)"
)
_PEOPLE = (
    "(personnes|clients|utilisateurs|client|cliente|utilisateur|utilisatrice|personne|gens|entreprises|"
    "entreprise|sociétés|société|membres|patients|d'autre|salariés|abonnés|comptes)"
)
_DATA = (
    "(données|informations|messages|commandes|factures|coordonnées|compte|comptes|dossiers|dossier|profil|"
    "profils|mails|e mails|courriels|documents|fichiers|photos|adresse|adresses|numéro|numéros|bulletins|"
    "contrats|commande|facture|message|mail|nom|noms|rendez vous|relevés|iban|celles|celui|ceux|celle)"
)
_ACCESS = "(mot de passe|mots de passe|identifiants|identifiant|clé api|clés api|clé|code d'accès|codes d'accès)"
_LAWYER = "(avocat|avocate|avocats|conseil juridique|conseil|huissier)"
_DEBITED = (
    "(débité|débitée|débités|prélevé|prélevée|prélevés|facturé|facturée|facturés|payé|encaissé|retiré|réglé|pris)"
)

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(autres|inconnus|étrangers|n'importe qui|tout le monde) (gens|personnes|clients|utilisateurs)? "
        "(peuvent|peut|arrivent à|pouvaient) (voir|lire|regarder|consulter|accéder à|ouvrir|voir toutes) "
        "(à)? (mes|mon|ma|nos|notre)",
        "(autres|d'autres) (clients|utilisateurs|personnes|gens) (voient|voient ils|lisent|consultent|"
        f"regardent) (mes|mon|ma|nos|notre) {_DATA}",
        "(mes|nos) (données|informations|coordonnées|photos|fichiers) ~ (chez|à|entre les mains) (des|de|"
        "d'un)? (tiers|inconnus|inconnu|autres|mauvaises)",
        f"{_DATA} (d'un|d'une|d'|de) (inconnu|inconnue|inconnus|étranger|tiers)",
        "(fuite|violation|vol|fuites|divulgation) (de|des|du) (données|la vie privée|ma vie privée|rgpd|"
        "mes données|la confidentialité|vos données)",
        "(vois|voit|voyons|lire|voir|lis|accéder|accès|consulter|affiche|affichent|reçu|reçois|recevoir|"
        f"contient|contiennent|ouvre|trouve|tombe|retrouve|montre|avec|visualiser|ouvrir) ~ {_DATA} ~ "
        f"{_OTHERS} {_PEOPLE}",
        f"{_DATA} (personnelles|privés|privées|personnels|bancaires|médicales|)? (d'autres|d'un autre|"
        f"d'une autre|d'autrui|de quelqu'un d'autre|de tiers|de quelqu'un|d'un inconnu) {_PEOPLE}?",
        "(compte|profil|messages|données|facture|dossier|commandes) de (quelqu'un d'autre|quelqu'un que|"
        "gens que|personnes que)",
        "(dossiers|données|factures|messages|documents|commandes|fichiers|patients|relevés) ~ (pas les "
        "miens|pas les miennes|ne m'appartiennent|pas à moi|ne me concernent|ne sont pas les)",
        f"(mes|mon|ma|nos|notre|données) {_DATA} ~ (visible|visibles|publique|publiques|publiées|"
        "divulguées|exposées|publics|divulgués|accessibles|accessible|publié|diffusées|en ligne|envoyées|"
        "vendues|transmises|partagées) ~ (par|à|pour|sur|au|.|aux|de|sans|par d'autres)",
        f"(mes|nos|les|mon|ma) {_DATA} (personnelles|privés|privées|médicales|bancaires)? (sont|ont été|"
        "étaient|est|a été) (visibles|publiques|publiées|divulguées|exposées|publics|divulgués|"
        "accessibles|visible|accessible|envoyées|transmises|volées)",
        "(avez|a|ont) (envoyé|transmis|communiqué|publié|divulgué|partagé|vendu|diffusé|donné) ~ (mes|"
        f"mon|ma|nos|notre) ~ {_DATA}",
        f"(publié|partagé|envoyé|transmis|utilisé|vendu|divulgué|diffusé) ~ {_DATA} ~ (sans|contre) (mon|"
        "ma|notre) (accord|consentement|autorisation|permission|gré)",
        f"(sans) (mon|notre) (consentement|accord) ~ {_DATA}",
        f"(autres|inconnus|tout le monde|n'importe qui|autre) {_PEOPLE}? (peuvent|peut|voient|voit|voient "
        f"ils|ont accès|lisent|puissent) ~ (mes|mon|ma|nos|notre) {_DATA}",
        "(droit à l'oubli|droit à l'effacement|droit d'accès à mes)",
        "(supprimer|suppression|effacer|supprimez|effacez|effacement) ~ (données personnelles|données à caractère)",
        "(vie privée|à la cnil|la cnil|délégué à la protection)",
        "(violation|au titre|non respect|vertu|conformément|contraire|application|selon|article 17) (du|"
        "au|de l'article)? rgpd",
        "atteinte à (ma|la|notre) (vie privée|confidentialité)",
        "(gens|personnes|clients|utilisateurs) peuvent (voir|lire|regarder|consulter) (mes|mon|ma|nos)",
        "(mon|ma|mes|notre) (dossier|dossiers|courrier|facture|documents|données|ordonnance) ~ (envoyé|"
        "envoyés|envoyée|envoyées|transmis|transmise|remis) à (quelqu'un|une autre|un autre|un inconnu|"
        "d'autres|une mauvaise)",
        "(vois|voit|lis|lire|voir|accède) ~ (conversations|discussions|échanges|agendas) (privées)? "
        "(d'autres|d'un autre|d'une autre|de quelqu'un)",
    ),
    "security": (
        "(connexion|connexions|accès|session|tentative) ~ (que je n'ai|que nous n'avons|je n'ai pas|que je ne)",
        "(a été|ai été|avons été|est|ont été|s'est fait|me suis fait|fait|été|sommes) (peut être)? "
        "(piraté|piratée|piratés|hacké|hackée|pirater|hacker|compromis|compromise|infecté|infectée|"
        "usurpé|usurpée|attaqué|cyberattaque)",
        "(a|ont|avez|m'a|m'ont) (piraté|hacké|usurpé) (mon|ma|mes|notre|nos)?",
        "(faille|failles|vulnérabilité|vulnérabilités|incident|trou|brèche|problème) (de|) sécurité",
        "(une|trouvé|découvert|cette|la|critique) (vulnérabilité|faille) (dans|sur|critique|de)",
        "(accès|connexion|connexions|activité) (non autorisé|non autorisée|non autorisés|non autorisées|"
        "frauduleux|suspecte|suspectes|suspect|inconnue|inconnues|inhabituelle|frauduleuse|frauduleuses)",
        "(quelqu'un|un inconnu|une autre personne|un pirate|des pirates|des inconnus|un hacker|on|un "
        "tiers|une personne inconnue) ~ (s'est connecté|se connecte|connecté|utilise|utilisé|accédé|a "
        "changé|a modifié|est entré|pris le contrôle|entré|entre|s'est introduit|accède|a eu accès|volé|"
        "a pris) ~ (à|dans|sur|mon|ma|le|notre|mes|de) ~ (compte|mot de passe|profil|système|serveur|"
        "messagerie|boîte|boîte mail|espace|site|identité|adresse mail|téléphone)",
        f"(volé|voler|vol de|dérobé|deviné|a changé|piraté|intercepté) (mon|ma|mes|notre|nos|du|de) ~ {_ACCESS}",
        f"{_ACCESS} ~ (a été|ont été|est|sont|a|ont) ~ (volé|volés|divulgué|divulgués|fuité|compromis|"
        "publié|changé à mon insu|modifié sans|piraté|volée|exposée)",
        f"(changé|modifié|réinitialisé) ~ {_ACCESS} ~ (à mon insu|sans mon)",
        "(connexion|connexions|accès|tentatives|appareil|appareils|session|sessions|activités|activité) "
        "~ (ne viennent pas de moi|ne vient pas de moi|pas de moi|pas moi|ne reconnais pas|ne sont pas "
        "de|n'est pas moi|ne sont pas les miennes|inconnu|inconnus)",
        "(appareil|appareils|utilisateur|adresse ip) (inconnu|inconnue|inconnus|non reconnu)",
        "(connecter|accéder|entrer|se connecter|ouvrir|connecte|entre) ~ sans (mot de passe|"
        "authentification|s'identifier|identifiant|aucun mot|autorisation)",
        "(ancien|anciens|ancienne|ex) (employé|employés|salarié|salariés|collaborateur|collègue|employée|"
        "salariée) ~ (a|ont|peut|encore|toujours) ~ (accès|connecter|accéder)",
        "(infecté|infectée|infectés|contaminé) (par|d'un|avec)",
        "(rançongiciel|ransomware|logiciel malveillant|logiciel espion|cheval de "
        "troie|usurpation d'identité|cyberattaque|malware|injection sql)",
        "quelqu'un (connaît|a|possède|utilise) (mon|notre|mes) (mot de passe|identifiants|code)",
        "(connexions|accès|connexion) ~ (pas les nôtres|pas les miennes|pas la mienne|pas de nous)",
        "(profil|compte|page) ~ (pris|prise|repris|volé|usurpé|détourné) par (un|une|des|quelqu'un)",
        "(mail|mails|message|messages|lien|site|victime|attaque|courriel|tentative) (de|d'une attaque de|"
        "d'un) (hameçonnage|phishing)",
        "(connexions|connexion|accès) (depuis|de|en) ~ qui (ne viennent|ne vient|ne sont|n'est) pas",
    ),
    "safety": (
        "(fumée|flammes|étincelles) ~ (sortait|sortaient|sort|s'échappait|s'échappe|sortent|de la|du|de l'appareil)",
        "(commencé|commence|mis) à (brûler|fumer|fondre|prendre feu|chauffer dangereusement)",
        "(pris|prend|prendre|en) feu",
        "(choc électrique|décharge électrique|électrocuté|électrocutée|électrocution|choc de courant|"
        "décharge|brûlures|intoxication|monoxyde de carbone|idées suicidaires|suicide|ambulance|"
        "empoisonné|intoxiqué)",
        "(a été|ai été|suis|est|sont|ont été|s'est|me suis|se|m'a|avons été|a|être) (gravement|"
        "grièvement|légèrement|)? (blessé|blessée|blessés|blesser|brûlé|brûlée|coupé le)",
        "(danger|risque|risques) (de mort|d'incendie|d'explosion|pour la santé|pour la vie|de blessure|"
        "d'électrocution|vital|mortel|de brûlure|d'étouffement)",
        "(batterie|chargeur|appareil|machine|câble|prise|téléphone|ordinateur|elle|il) ~ (fume|explose|"
        "explosé|brûle|brûlé|fond|fondu|étincelles|exploser|s'est enflammé|surchauffe)",
        "(va|peut|peur qu'elle|peur qu'il|risque d'|pourrait) (exploser|explose)",
        "(sent|odeur de|odeur du|sentait) ~ (brûlé|gaz|fumée|cramé)",
        "fuite (de|du) gaz",
        "(menace|menaces|menacé|menacent|menacer|menacée) (de mort|de me|de nous|de tuer|physiquement|de "
        "le|d'attentat|à la bombe)",
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
        "(procès|huissier|prud'hommes|assignation|assigner|assignerai|plainte pénale|plainte contre)",
        "(engager|d'engager|entamer|lancer) (des|les|toutes|une)? (poursuites|procédures|procédure|poursuite)",
        f"(de|à|par|avec|chez|mandaté|contacté|saisi|contacter) (mon|notre|nos|mes) {_LAWYER}",
        f"(mon|notre) {_LAWYER} (va|vous|prendra|se|prend|me conseille|a été|enverra)",
        "(prendre|contacter|consulter|engager|saisir|mandater|prends|consulte|consulté|mandaté|à|faire "
        f"appel à) un {_LAWYER}",
        "(action|actions|poursuites|démarches|procédure|poursuite|recours|suites|voie|voies) (en justice|"
        "judiciaire|judiciaires|juridiques|juridique|légale|légales|pénale|pénales)",
        "(engager|entamer|lancer|intenter|engagerai|entreprendre) (des|une|toute) (poursuites|action|"
        "procédure|actions|recours)",
        "(porter|porterai|portons|déposer|dépose|porte|déposerai|déposé|porté) (une)? plainte (.|contre|"
        "à la|auprès|pour|si|et|au commissariat)",
        "(saisir|devant|saisirai|saisis|saisirons|au) (le|les|un|la)? (tribunal|tribunaux|juge|médiateur|"
        "justice|conciliateur|ombudsman|prud'hommes)",
        "(poursuivre|poursuivrai|attaquer|poursuivrons|attaquerai|traduire|traîner|aller|irai|irons) "
        "(vous)? ~ en justice",
        "(mise en demeure|mets en demeure|huissier|rupture de contrat|non respect du contrat|dommages et "
        "intérêts|répression des fraudes|dgccrf)",
        "(association|associations|protection|défense) (de|des) consommateurs",
        "(c'est|est|pour|de|véritable|appelle ça) (une|un|de l|du|l)? (escroquerie|arnaque|fraude|"
        "lescroquerie|de l'escroquerie|de l'arnaque|du vol)",
        "(à la|signaler à la) (police|gendarmerie)",
        f"(parler|parlerai|m'adresser|écrire) à (un|une|mon|notre) {_LAWYER}",
        "(violez|violé|rompez|rompu|ne respectez pas) (notre|le|votre) contrat",
        "(nos|mes) avocats",
    ),
    "payment": (
        "(ne)? (reconnais|connais|comprends|reconnaît) pas (ce|cette|ces|le|un) (prélèvement|paiement|"
        "débit|transaction|opération|achat|prélèvements|débits)",
        "(pris|prélevé|débité|retiré|encaissé) (l'argent|la somme|le montant|les frais|cet argent|"
        "largent) ~ (deux fois|en double|trois fois|plusieurs fois|à nouveau)",
        f"{_DEBITED} ~ (deux|2|plusieurs|trois|3) fois",
        "(double|doubles|doublon) (débit|prélèvement|facturation|paiement|prélèvements|de paiement|de prélèvement)",
        "(prélèvement|prélèvements|débit|paiement|transaction|transactions|paiements|achat|débits|"
        "opération) ~ (non autorisé|non autorisés|frauduleux|inconnu|injustifié|non autorisée|"
        "frauduleuse|frauduleuses|inconnus|que je n'ai pas|pas fait|pas autorisé|jamais autorisé|ne "
        "reconnais pas|jamais fait|abusif|en double|en doublon|indu)",
        f"{_DEBITED} ~ (sans mon|sans notre|à tort|sans autorisation|sans raison|sans prévenir|par erreur|"
        "sans mon accord|en trop|en double|alors que|trop cher|trop|à mon insu|malgré)",
        "(fraude|utilisation frauduleuse) (à|de|sur) (la|ma) carte",
        "(veux|voudrais|exige|demande|souhaite|merci de|pouvez vous|demande à|attends|veuillez|quand|"
        "aimerais|toujours pas|droit à|attends toujours) (donc|maintenant|immédiatement|serai je|vais "
        "je)? (être)? (remboursé|remboursée|me rembourser|rembourser|le remboursement|remboursement|un "
        "remboursement|mon remboursement|nous rembourser)",
        "(remboursez|rembourse|rendez) (moi|nous|la somme|le montant|mon)",
        "(rendez|rendre|récupérer|rend|où est|veux|retrouver) ~ (mon|notre|l|mes) (argent|largent|sous)",
        "(pas|jamais|toujours pas|attends|attendons|où en est|quand|attends toujours) (encore)? (reçu|"
        "toujours|viendra|arrive)? (mon|le|notre) remboursement",
        "(contester|conteste|contestons|opposition|rejeter|refuse|annuler) ~ (le|ce|ces|au|les|cette|la) "
        "(prélèvement|prélèvements|paiement|débit|facture|transaction|débits)",
        f"(avez|a|ont|m'avez|m'a|été|nous avez) (encore|déjà|)? {_DEBITED} ~ (mon|ma|de l'argent|sur|"
        "euros|alors|notre|à nouveau|le compte|carte|compte|trop)",
        "(pourquoi) ~ (débité|prélevé|facturé|prélèvement|débitée|prélevez|facturez|débitez)",
        "(on m'a|m'a|m'avez|nous a|nous avez) (facturé|compté|prélevé|débité) ~ (au lieu|trop|alors|plus|deux)",
        "(ma|cette|votre|dernière) facture (est|était) ~ (fausse|erronée|incorrecte|trop élevée|inexacte|"
        "incompréhensible)",
        "(payé|réglé|paiement) ~ (mais|pourtant|et) ~ (impayée|impayé|non payée|non réglée|relance|"
        "toujours|rappel|pas payé|en attente de paiement)",
        "(payé|double|payée) (en double|deux fois|paiement)",
        "(trop perçu|surfacturé|surfacturation|surfacturée)",
        "(argent|somme|montant) ~ (deux fois|en double|trois fois|sans mon|sans autorisation)",
    ),
}
