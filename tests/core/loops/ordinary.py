"""Ordinary conversations in five languages: short, solved and polite, with words that only look like trouble."""

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import NamedTuple

from .told import Told


class Language(NamedTuple):
    """What people write. `asks` opens, `more` is a second message, `details` answers our question."""

    asks: tuple[str, ...]
    answers: tuple[str, ...]
    question: str
    details: tuple[str, ...]
    more: tuple[str, ...]
    thanks: tuple[str, ...]


ENGLISH = Language(
    asks=(
        "Hello, how do I change the address on my invoice? It should go to our legal department's invoice address.",
        "Hi, I forgot my password and the reset mail does not arrive. Could you help me?",
        "Good morning, the export button does not work in my browser since this morning.",
        "Could you tell me where I find the privacy policy? My manager needs the link.",
        "We would like to add two more people to our account, please. What does it cost?",
        "Is there a way to call the interface from a script? I'm new to this.",
    ),
    answers=(
        "Hi,\nyou find it under Settings, Account. Tell us if anything is missing.\nBest regards, Sam",
        "Hello,\nwe mended it a minute ago, please load the page again and it should be fine.\nKind regards, Noor",
    ),
    question="Hi, which version do you use, and what does the page say exactly?\nRegards, Sam",
    details=(
        "Version 4.2. It says 'not found'. I am not in a hurry, I am leaving for holidays on Friday.",
        "It is the newest one. No need to call me, an e-mail is fine.",
    ),
    more=("I forgot the screenshot, here it is.", "One more thing: it happens in both browsers."),
    thanks=(
        "Perfect, thanks for calling me back so quickly!",
        "Thank you, that works. My manager will be happy.",
        "Great, no further help needed!",
        "Works like a charm. Nice to talk to a person who knows the product.",
    ),
)
GERMAN = Language(
    asks=(
        "Guten Tag, wie ändere ich die Rechnungsadresse? Sie soll an unsere Rechtsabteilung gehen.",
        "Hallo, ich habe mein Passwort vergessen und bekomme keine Mail zum Zurücksetzen.",
        "Seit heute früh funktioniert der Export nicht, können Sie bitte nachsehen?",
        "Wo finde ich die Datenschutzerklärung? Mein Chef braucht den Link.",
        "Wir möchten zwei weitere Personen hinzufügen. Was kostet das?",
    ),
    answers=(
        "Guten Tag,\nSie finden es unter Einstellungen, Konto. Melden Sie sich gern.\nMit freundlichen Grüßen, Sam",
        "Hallo,\nwir haben es gerade behoben, bitte laden Sie die Seite neu.\nViele Grüße, Noor",
    ),
    question="Hallo, welche Version verwenden Sie, und was steht genau auf der Seite?\nViele Grüße, Sam",
    details=(
        "Version 4.2. Es eilt nicht, ich gehe ab Freitag in Urlaub.",
        "Die neueste. Ein Anruf ist nicht nötig, eine Mail reicht.",
    ),
    more=("Das Bild hatte ich vergessen, hier ist es.", "Noch etwas: es ist in beiden Browsern so."),
    thanks=(
        "Super, danke für den schnellen Rückruf!",
        "Vielen Dank, jetzt geht es. Mein Chef freut sich.",
        "Danke, weitere Hilfe brauche ich nicht.",
    ),
)
FRENCH = Language(
    asks=(
        "Bonjour, comment changer l'adresse de facturation ? C'est celle de notre service juridique.",
        "Bonjour, j'ai oublié mon mot de passe et le courriel n'arrive pas.",
        "L'export ne marche pas depuis ce matin, pouvez-vous regarder ?",
        "Où trouver la politique de confidentialité ? Mon responsable en a besoin.",
        "Nous aimerions ajouter deux personnes. Combien cela coûte-t-il ?",
    ),
    answers=(
        "Bonjour,\nvous le trouverez dans Réglages, Compte. N'hésitez pas.\nCordialement, Sam",
        "Bonjour,\nc'est corrigé à l'instant, rechargez la page s'il vous plaît.\nCordialement, Noor",
    ),
    question="Bonjour, quelle version utilisez-vous et que dit la page exactement ?\nCordialement, Sam",
    details=(
        "La version 4.2. Rien ne presse, je pars en vacances vendredi.",
        "La dernière. Pas besoin de me rappeler, un mail suffit.",
    ),
    more=("J'avais oublié la capture, la voici.", "Encore une chose : c'est pareil dans les deux navigateurs."),
    thanks=(
        "Parfait, merci de m'avoir rappelé aussi vite !",
        "Merci, tout fonctionne. Mon responsable est ravi.",
        "Merci, je n'ai plus besoin d'aide.",
    ),
)
SPANISH = Language(
    asks=(
        "Hola, ¿cómo cambio la dirección de facturación? Es la de nuestro departamento legal.",
        "Buenos días, olvidé mi contraseña y no me llega el correo.",
        "La exportación no funciona desde esta mañana, ¿pueden mirarlo?",
        "¿Dónde encuentro la política de privacidad? Mi jefe necesita el enlace.",
        "Queremos añadir dos personas más. ¿Cuánto cuesta?",
    ),
    answers=(
        "Hola,\nlo encontrará en Ajustes, Cuenta. Quedamos a su disposición.\nUn saludo, Sam",
        "Hola,\nya está arreglado, vuelva a cargar la página por favor.\nSaludos, Noor",
    ),
    question="Hola, ¿qué versión usa y qué dice la página exactamente?\nSaludos, Sam",
    details=(
        "La versión 4.2. No hay prisa, me voy de vacaciones el viernes.",
        "La última. No es necesario que me llamen, basta un correo.",
    ),
    more=("Olvidé la captura, aquí está.", "Otra cosa: pasa en los dos navegadores."),
    thanks=(
        "¡Perfecto, gracias por llamarme tan rápido!",
        "Gracias, ya funciona. Mi jefe estará contento.",
        "Muchas gracias, no necesito más ayuda.",
    ),
)
PORTUGUESE = Language(
    asks=(
        "Olá, como mudo a morada de faturação? É a do nosso departamento jurídico.",
        "Bom dia, esqueci a minha senha e o e-mail não chega.",
        "A exportação não funciona desde esta manhã, podem ver?",
        "Onde encontro a política de privacidade? O meu chefe precisa do link.",
        "Queremos adicionar mais duas pessoas. Quanto custa?",
    ),
    answers=(
        "Olá,\nencontra em Definições, Conta. Ficamos à disposição.\nAtenciosamente, Sam",
        "Olá,\njá está corrigido, recarregue a página por favor.\nCumprimentos, Noor",
    ),
    question="Olá, que versão usa e o que diz a página exatamente?\nCumprimentos, Sam",
    details=(
        "A versão 4.2. Não há pressa, vou de férias na sexta-feira.",
        "A mais recente. Não é necessário que me liguem, basta um e-mail.",
    ),
    more=("Esqueci a imagem, aqui está.", "Mais uma coisa: acontece nos dois navegadores."),
    thanks=(
        "Perfeito, obrigado por me ligar tão depressa!",
        "Obrigada, já funciona. O meu chefe vai ficar contente.",
        "Muito obrigado, não preciso de mais ajuda.",
    ),
)
LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE)

Moment = Callable[[Told], object]


class Words:
    """Takes one text after the other of each kind."""

    def __init__(self, language: Language, skip: int) -> None:
        self.question = language.question
        kinds = (language.asks, language.answers, language.details, language.more, language.thanks)
        self.ask, self.answer, self.detail, self.more, self.thanks = (islice(cycle(k), skip, None) for k in kinds)


def simple(words: Words) -> list[Moment]:
    return [
        lambda t: t.opened(next(words.ask)),
        lambda t: t.passes(hours=2).replies(next(words.answer)),
        lambda t: t.passes(hours=3).writes(next(words.thanks)),
        lambda t: t.resolved(),
    ]


def asked_back(words: Words) -> list[Moment]:
    return [
        lambda t: t.opened(next(words.ask)),
        lambda t: t.passes(minutes=40).replies(words.question).becomes("pending"),
        lambda t: t.passes(days=2).becomes("open").writes(next(words.detail)),
        lambda t: t.passes(hours=1).replies(next(words.answer)),
        lambda t: t.passes(days=1).writes(next(words.thanks)),
        lambda t: t.resolved(),
    ]


def handed_to_those_who_know(words: Words) -> list[Moment]:
    return [
        lambda t: t.opened(next(words.ask)),
        lambda t: t.passes(hours=1).replies(words.question),
        lambda t: t.passes(hours=1).writes(next(words.detail)),
        lambda t: t.passes(minutes=10).goes_to("second-line").notes(),
        lambda t: t.passes(hours=3).replies(next(words.answer), by="ravi@desk.example"),
        lambda t: t.passes(hours=3).writes(next(words.thanks)).resolved(),
    ]


def forgot_something(words: Words) -> list[Moment]:
    return [
        lambda t: t.opened(next(words.ask)),
        lambda t: t.writes(next(words.more)),
        lambda t: t.machine_of_ours(),
        lambda t: t.passes(hours=3).replies(next(words.answer)).resolved(),
        lambda t: t.passes(hours=4).reopened().writes(next(words.thanks)),
        lambda t: t.passes(hours=1).resolved(),
    ]


def two_questions(words: Words) -> list[Moment]:
    return [
        lambda t: t.opened(next(words.ask)),
        lambda t: t.passes(hours=2).replies(next(words.answer)),
        lambda t: t.passes(hours=1).writes(next(words.more)),
        lambda t: t.machine_of_the_customer(),
        lambda t: t.passes(hours=2).replies(next(words.answer)),
        lambda t: t.writes(next(words.thanks)),
        lambda t: t.calls().resolved(),
    ]


def conversations() -> Iterator[tuple[str, list[Moment]]]:
    """Every language in every course, told in ten ways."""
    for language in LANGUAGES:
        for course in (simple, asked_back, handed_to_those_who_know, forgot_something, two_questions):
            for number in range(10):
                yield f"{language.thanks[0]} {course.__name__} {number}", course(Words(language, number))
