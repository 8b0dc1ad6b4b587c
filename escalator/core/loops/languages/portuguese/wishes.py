"""How Portuguese speaking customers ask for a person, a call or somebody in charge."""

from collections.abc import Mapping

_HUMAN = (
    "(humano|humana|ser humano|pessoa real|pessoa de verdade|humano de verdade|atendente humano|pessoa humana|"
    "seres humanos|pessoas reais|agente humano|operador humano|alguém de verdade|pessoa de carne|alguém real|"
    "assistente humano)"
)
_STAFF = (
    "(atendente|atendentes|operador|operadora|agente|agentes|representante|assistente real|consultor|consultora|"
    "técnico|técnica|funcionário|funcionária|colaborador|colega|colegas|pessoa|alguém|assistente|suporte técnico|"
    "especialista|analista)"
)
_TALK = (
    "(falar|conversar|comunicar|contactar|contatar|tratar|tratar disto|tratar disso|resolver isso|resolver isto|"
    "dialogar|entrar em contato)"
)
_ASKING = (
    "(posso|podemos|poderia|quero|queremos|queria|gostaria|gostaria de|preciso|precisamos|preciso de|exijo|"
    "prefiro|possível|consigo|como faço para|desejo|solicito|gostava de|como|peço para|dá para|deixem me|tem "
    "como|há como|necessito|seria possível)"
)
_ROBOT = (
    "(robô|robôs|robot|bot|bots|chatbot|máquina|máquinas|inteligência artificial|ia|computador|gravação|"
    "atendente virtual)"
)
_CHIEF = (
    "(chefe|chefes|supervisor|supervisora|supervisores|gerente|gerentes|responsável|responsáveis|superior|"
    "superiores|diretor|diretora|encarregado|encarregada|gestor|gestora|gerência|direção|diretoria|chefia|"
    "coordenador|coordenadora|superior hierárquico|administração|presidente|ceo)"
)
_YOUR = (
    "(o seu|seu|a sua|sua|os seus|seus|teu|o teu|vosso|o vosso|a vossa|vossa|aos seus|ao seu|à sua|ao vosso|à vossa)"
)

WISHES: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        "(com|a) quem (posso|poderia|podemos|consigo|se pode) (falar|conversar|me dirigir|contactar|tratar)",
        "(um|uma|algum|outro) (colega|funcionário|funcionária|atendente|pessoa|humano) ~ (poderia|pode|"
        "podia) ~ (olhar|ver|ler|ajudar|analisar|verificar|responder|atender)",
        "(falo|escrevo|falando|escrevendo|falar|escrever|converso) ~ (para|com) (um|uma) (programa|"
        "máquina|computador|software|robô|parede)",
        "(desta vez|dessa vez|melhor|lidar com|tratar com|prefiro) (uma|um) (pessoa|humano|ser humano)",
        "(passar|passam|pôr|colocar|transferir|ligar) ~ (um|uma|para um|para uma|com um|com uma) ~ "
        "(atendente|pessoa|humano|funcionário|de verdade)",
        f"{_TALK} ~ (com|a) (uma|um|alguma|algum|algum)? {_HUMAN}",
        f"{_TALK} (com|disto com|disso com) (uma|alguma|qualquer) pessoa",
        f"{_TALK} ~ com (um|uma|algum|alguma|um dos|um de vossos|outro) {_STAFF}",
        f"{_ASKING} ~ {_TALK} ~ com (alguém|uma pessoa|o atendimento|o suporte)",
        f"{_TALK} com alguém (da|do|de|que|urgentemente|já|agora|aí)",
        f"(alguém|pessoa|ninguém) (com quem|com que) ~ {_TALK}",
        "(passe me|transfira me|me transfira|me passe|me passa|me passem|passem me|transfiram me|me "
        "transfiram|ponham me|me coloque|me coloquem|me colocar|colocar me|pôr me|me transferir|"
        "encaminhe me|me encaminhe|me conecte|ligue me) ~ (para|com|a|ao|em contato com|em contacto com) "
        f"(uma|um|alguém|algum|outro)? {_STAFF}",
        "(contato|contacto|comunicação) (comigo|conosco|connosco|com um atendente|com uma pessoa|com um "
        "consultor|com alguém)",
        "(uma|por uma|alguma) pessoa (real|de verdade|de carne e osso|humana)",
        "(quero|preciso de|preciso|queria|exijo|prefiro|me dê|me deem|deem me|dê me|tem|há|algum|nenhum|"
        "gostaria de|existe|solicito|por um) (ser atendido por|falar com|que me atenda)? (uma|um|algum)? "
        f"{_HUMAN}",
        "(atendido|atendida|lida|lido|respondido|respondida|analisado) por (uma|um) (pessoa|humano|ser "
        "humano|atendente)",
        "que (uma|um|alguma|algum) (pessoa|humano|ser humano|atendente) ~ (leia|analise|responda|atenda|"
        "veja|trate|me|olhe|cuide)",
        "(há|tem|existe|lê|responde) ~ (alguém|alguma pessoa|uma pessoa|algum humano|um humano|ser "
        "humano|humano) (aí|real|de verdade|a ler|lendo|por trás|do outro|.|lê|a responder)",
        "(me deem|deem me|me dê|me dêem|dêem me|ponham|arranjem me) alguém",
        f"(cansado|farto|farta|cansada|cheio) de ~ {_ROBOT}",
        "(falar|falando|falo|conversar|conversando|discutir|tratar) (mais)? com (um|uma|o|a|esse|este|"
        f"essa|seu)? {_ROBOT}",
        f"(não|não com|e não|chega de|nada de) (um|uma|com um|com uma|quero um|o|falar com|a um|mais)? {_ROBOT}",
        f"(só|apenas|sempre|somente) (um|uma|tem|há|me responde um|recebo)? {_ROBOT}",
        f"(você é|tu és|és|isto é|isso é|estou falando com|falo com|estou a falar com|vocês são) (um|uma)? {_ROBOT}",
        f"{_ROBOT} (não) (me|nos|entende|compreende|resolve|ajuda) (entende|ajuda|compreende|serve)?",
        "(um|uma) (humano|pessoa|atendente) por favor",
        "(pessoa|atendente|humano|operador) por favor",
        "(robô|robôs|bot|bots|chatbot) não (.|por favor|obrigado)",
        "não (quero|desejo|vou|pretendo|gosto de) (mais|continuar a)? (falar|conversar|discutir|tratar|"
        f"escrever|falando) (mais)? (com|para) (um|uma|o|esse|este) {_ROBOT}",
        "(quero|preciso|peço|exijo|gostaria) que (uma|um|alguma) (pessoa|humano|funcionário|atendente) ~ "
        "(ajude|atenda|responda|leia|trate|analise|veja)",
        "(deixem|deixe|façam) (que)? (uma|um) (pessoa|humano|funcionário) ~ (tratar|trate|ler|leia|ver|"
        "responder|atender|analisar)",
        "alguém (da|do|de) (equipe|equipa|suporte|atendimento|vocês|vossa) ~ (poderia|pode|podia|"
        "escrever|falar|responder|me)",
        "(a quem|a que|com qual) (funcionário|pessoa|atendente|colega)? (posso|devo|poderia) (me)? "
        "(dirigir|dirigir me|falar|escrever|me dirigir)",
        "(me coloquem|me ponham|me passem|coloquem me|ponham me) com (um|uma|algum|alguém) (atendente|"
        "pessoa|humano|funcionário)?",
    ),
    "wants_call": (
        "(uma|breve|rápida|simples) (breve|rápida|simples|pequena|curta)? (chamada|ligação|chamada "
        "telefônica) (rápida|breve|curta)? (resolveria|resolvia|seria|ajudaria|bastaria|esclareceria|por "
        "favor)",
        "(disseram|prometeram|ficaram|garantiram|combinaram) (de|que)? (me|nos|que me)? (ligariam|"
        "ligavam|ligaria|ligar|iam ligar|telefonariam|telefonavam)",
        "(ligue|liguem|telefone|telefonem|ligar|telefonar|liga) (me|nos|para mim|para nós|por favor para|para o meu)",
        "(me|nos) (ligue|liguem|telefone|telefonem|liga|ligar|telefonar|ligassem|telefonassem|ligasse)",
        "(podem|poderiam|pode|poderia|alguém pode|favor|alguém poderia|consegue|conseguem) (por favor|) "
        "(ligar me|ligar nos|me ligar|nos ligar|telefonar me|me telefonar|retornar a ligação|me retornar|"
        "ligar de volta)",
        "(podem|poderiam|pode|poderia) (por favor|) (ligar|telefonar) (para|) (mim|nós|o meu|meu)",
        "que (me|nos|alguém me|um técnico nos|um técnico me|alguém nos|vocês me) (liguem|ligue|telefonem|"
        "telefone|ligassem|retornem)",
        "que (um|uma|alguém) ~ (me|nos) (ligue|telefone)",
        "(por favor|favor) (ligar|liguem|ligue|telefonem)",
        "(quero|solicito|preciso de|peço|gostaria de|aguardo|à espera|esperando|marcar|agendar|espero|"
        "queria|prometeram|aguardando|combinar) (da|de|pela|por)? (uma|a vossa|sua|receber uma|a sua|"
        "vossa|a) (ligação|chamada|chamada telefônica|ligada)",
        "(retornem|retorne|devolvam|retornar|retornassem|devolver) (a|minha|a minha) (ligação|chamada)",
        "(resolver|falar|tratar|explicar|contactar|contatar|discutir|conversar|falarmos|contactar me|"
        "esclarecer|atendimento|falar comigo|prefiro|contato) ~ (por telefone|pelo telefone|ao telefone|"
        "via telefone|por chamada|telefônico|telefonicamente)",
        "(podemos|poderíamos|podíamos) ~ (marcar|agendar|fazer|combinar|ter) uma (breve|rápida)? "
        "(chamada|ligação|conversa por telefone)",
        "(qual|que|qual é o|para que|em que) (o)? (número|telefone) (posso|de telefone posso|para|devo|"
        "consigo) ~ (ligar|falar|contactar|telefonar|eu ligar)?",
        "(têm|tem|vocês têm|há|me dão|me passam|qual é o) (um|algum|seu|vosso) (número|telefone|número "
        "de telefone|número de contato|telefone de contato|número direto) (.|para|que|onde|de contato)",
        "(ninguém|nunca|ainda não|não) (me|nos)? (ligou|ligaram|telefonou|telefonaram|retornou a|"
        "retornaram a|ligou de volta|retornou minha)",
        "(prometeram|prometido|disseram|ficaram de|prometeu) (que)? ~ (ligar|ligavam|ligariam|telefonar|"
        "retornar|ligação)",
        "(uma|dê me uma|me dê uma|dá me uma) (ligada|ligadinha|apitadela)",
        "(ligação|chamada|telefone) (seria|é|era) (mais|melhor)",
        "(contactar|falar|falar comigo|encontrar|contatar|ligar) ~ (no|para o|pelo) (meu)? (celular|"
        "telemóvel|telefone)",
        "(celular|telemóvel) ~ (liguem|ligue|telefonem)",
        "(me|nos) (ligarem|telefonarem|ligares)",
        "(ligarem|telefonarem) (me|nos)",
        "(dar|dê|deem|dá|dêem) (me|nos)? um (toque|telefonema|alô)",
        "(liguem|ligue|telefonem|telefone) para (o|a|meu|minha|o meu|a minha) (escritório|casa|celular|"
        "telemóvel|trabalho|empresa|número)",
        "(uma|um) (breve|rápido|rápida|curto|simples)? (telefonema|conversa telefônica|conversa ao telefone)",
        "(liguem|ligue|telefonem) (por favor|urgentemente|já|hoje|amanhã|o quanto antes)",
        "(posso|poderia) (ligar|telefonar) para (vocês|aí|algum|alguém)",
        "(contato|contacto|contactem|contatem) ~ por telefone",
    ),
    "wants_manager": (
        "(decisão|resposta|e mail|nome|contato|contacto|dados|telefone|intervenção) (da|do|de|dos) (sua|"
        f"seu|vossa|vosso|um|uma)? {_CHIEF}",
        "(informem|informe|avisem|avise|perguntem|consultem|falem com) (ao|o|a|com o)? (seu|sua|vosso|"
        f"vossa|teu) {_CHIEF}",
        f"(quero|peço|exijo|espero) que (o|a|um|uma) (seu|sua|vosso|vossa)? {_CHIEF}",
        "(alguém|pessoa) (acima|superior|de cima|mais alto|com mais|de mais)",
        "(quem|a pessoa que|aquele que) (dirige|chefia|lidera|comanda|gere) (o|este|a|vosso|vossa|esse) "
        "(departamento|equipe|equipa|setor|serviço|empresa)?",
        f"(falar|conversar|contactar|contatar|reunir|comunicar) com {_YOUR} {_CHIEF}",
        f"(falar|conversar|contactar|contatar) com (um|uma|algum|alguma|outro|o|a) {_CHIEF}",
        "(passe me|me passe|me passa|transfira me|me transfira|me passar|passar me|ponha me|me coloque|"
        "me transferir|me dê|dê me|passem me|ligue me) ~ (para|ao|com|a|o) (o|a)? (seu|sua|um|uma|vosso|"
        f"teu|gerente|supervisor)? {_CHIEF}?",
        "(passe me|me passe|transfira me|me transfira|me passa|me passar|me transferir|passar me) (para|"
        f"ao|à|com|a) (o seu|seu|um|uma|o|a|sua|a sua|vosso)? {_CHIEF}",
        f"(nome|contato|contacto|e mail|dados) (do|da|de) (seu|vosso|sua|um|teu)? {_CHIEF}",
        f"(quem é|como se chama|onde está) (o|a)? (seu|sua|vosso|teu)? {_CHIEF} (.|aí|daí|aqui|de vocês|"
        "disto|disso|hoje)",
        f"(quem é|como se chama) (o seu|seu|a sua|o vosso|o teu|sua) {_CHIEF}",
        f"(o seu|seu|algum|um|a sua) {_CHIEF} (está disponível|disponível|pode|aí)",
        f"(há|tem|existe) (algum|um|uma|alguma) {_CHIEF}",
        "(encaminhem|encaminhe|levem|leve|passem|passe|enviem|reportem|escalem|informem|comuniquem|"
        "remetam|transmitam|apresentar|reclamar|dirigir|escrever|queixar|procurar|acionar|envolver|chame|"
        "chamem|chamar|queixa|reclamação|remeter) ~ (ao|aos|à|a|para|com|o|do|com o|junto da) (o|a)? "
        f"(seu|seus|sua|vosso|vossa|teu)? {_CHIEF} (.|de|por|e|para|se|porque|já|agora|geral|da|do|"
        "imediatamente)",
        "(procurar|acionar|chamar|chame|chamem|exijo|quero) (já|logo|agora)? (o|a|um|uma) (gerente|"
        "supervisor|chefe|diretor|responsável|diretor geral|superior) (.|já|agora|geral|aqui|de vocês|"
        "imediatamente)",
        "(dirigir|dirigir me|queixar me|reclamar) ~ (ao|à) (responsável|diretor|gerente|direção|gerência|chefe)",
        f"que (um|uma|o|a|o seu|o vosso) {_CHIEF} ~ (analise|veja|entre|me ligue|me contate|contacte|"
        "responda|intervenha|trate|reveja|me contacte|resolva)",
        "(escale|escalem|escalar|encaminhe a um superior|escalonar|escalonem|escalado) (o|este|esse|meu|"
        "a|esta|isto|isso|o meu) (caso|meu caso|ticket|chamado|pedido|assunto|reclamação|problema)?",
        "(alguém|pessoa) ~ (que|com) ~ (possa|pode|poder|autoridade) (de)? (decidir|decisão|tomar "
        "decisões|tomar uma decisão|resolver)",
        "(alguém|pessoa) com (autoridade|poder|mais autoridade|autonomia)",
        "(instância|nível|cargo) (superior|acima|mais alto)",
        "(chegue|chegar|vá|suba|levar) (à|até à|para a) (direção|diretoria|gerência|administração)",
        "(o seu|seu|a sua) (chefe|gerente|supervisor|supervisora|coordenador) (de equipe|de equipa|da "
        "loja|do turno)? (está|pode|disponível)",
        f"(falar|conversar) (já|agora|imediatamente|logo|urgentemente) com (o seu|seu|a sua|um|o|a) {_CHIEF}",
    ),
}
