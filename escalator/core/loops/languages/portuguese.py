"""What customers say in Portuguese."""

from collections.abc import Mapping

NEGATIONS = (
    "não (é|será|seria|há) (necessário|preciso|necessidade|necessária)",
    "não (preciso|precisamos|quero|queremos|desejo|precisa|precisam) (de|que|mais|um|uma|nenhuma|nenhum|)",
    "(sem necessidade|em vez|ao invés|sem) de",
    "não (é|era|foi|se trata de) (um|uma|nenhuma|)",
)

_HUMAN = "(pessoa|humano|ser humano|pessoa real|pessoa de verdade|humano de verdade|atendente humano|pessoa humana)"
_STAFF = "(atendente|operador|agente|representante|assistente real|agente humano)"
_CHIEF = "(chefe|supervisor|supervisora|gerente|responsável|superior|diretor|diretora|encarregado|gestor|gestora)"
_CONTRACT = "(contrato|conta|assinatura|subscrição|plano)"

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"(falar|conversar) com (uma|um|alguma|algum|) {_HUMAN}",
        f"(falar|conversar) com (um|uma|algum) {_STAFF}",
        "(posso|podemos|poderia|quero|queremos|queria|gostaria de|preciso|precisamos|preciso de|exijo) "
        "(por favor|) (falar|conversar) com alguém",
        "(passe me|transfira me|me transfira|me passe) (para|com) (uma|um) (pessoa|humano|atendente|ser humano)",
        "(uma|por uma) pessoa (real|de verdade|de carne e osso)",
        "(quero|preciso de|queria) (uma|um) (pessoa|ser humano|humano)",
        "(há|tem|existe) (alguém|alguma pessoa|uma pessoa) (aí|real|de verdade|a ler|lendo)",
        "(não|não com|não a) (um|com um|quero um) (robô|robot|bot|chatbot)",
    ),
    "wants_manager": (
        f"(falar|conversar|contactar|contatar) com (o seu|seu|a sua|sua|um|uma|vosso|o vosso|algum) {_CHIEF}",
        f"(quero|queria|gostaria de|preciso|exijo) (falar|conversar) com (o|a) {_CHIEF}",
        f"(passe me|me passe|transfira me|me transfira) (para|ao|com) (o seu|seu|um|uma|o|a) {_CHIEF}",
        f"nome do (seu|vosso) {_CHIEF}",
        "(escale|escalem|escalar|encaminhe a um superior|escalonar|escalonem) (o|este|esse|meu|a|esta) "
        "(caso|meu caso|ticket|chamado|pedido|assunto|reclamação)",
    ),
    "wants_call": (
        "(ligue|liguem|telefone|telefonem) (me|nos|para mim|para nós|por favor para)",
        "(me|nos) (ligue|liguem|telefone|telefonem)",
        "(podem|poderiam|pode|poderia|alguém pode) (por favor|) (ligar me|ligar nos|me ligar|nos ligar|telefonar me)",
        "(podem|poderiam|pode|poderia) (por favor|) (ligar|telefonar) (para|) (mim|nós|o meu|meu)",
        "que (me|nos|alguém me) (liguem|ligue|telefonem|telefone)",
        "(quero|solicito|preciso de|peço|gostaria de|aguardo) (uma|a vossa|sua|receber uma) (ligação|chamada)",
        "(retornem|retorne|devolvam) (a|minha|a minha) (ligação|chamada)",
    ),
    "no_help": (
        "não (me|nos|) (ajudou|ajuda|ajudaram|ajudam|serviu|serve|adiantou|adianta) (em|de|para|nada|.|a|com|muito)",
        "não (me|nos|) (resolve|resolveu|resolveram|solucionou|soluciona) (o|meu|nada|nosso|a|.)",
        "(continua|continuamos|continuo) (sem|igual|a não) (funcionar|resolução|solução|resposta|resolver|"
        "conseguir|.)",
        "(ainda|continua a|até agora) não (funciona|funcionar|está resolvido|foi resolvido|responderam|me "
        "responderam)",
        "(o|) problema (persiste|continua|mantém se|permanece|não foi resolvido|continua igual)",
        "não (responde|respondeu|responderam|respondem) (à|a|às|as) (minha|minhas|nossa|nossas)",
        "ninguém (me|nos|) (ajuda|responde|respondeu|ajudou|resolve|dá resposta)",
        "(isso|isto|também) não (funcionou|resultou|deu certo)",
        "não (é|foi) (isso|) (o|) que (perguntei|pedi)",
        "(não serve de nada|não foi útil|não é útil|de nada serviu)",
        "já (tentei|fiz) (tudo|isso|isto)",
    ),
    "complaint": (
        "(apresentar|fazer|registar|registrar|formalizar|abrir) uma (reclamação|queixa|reclamação formal)",
        "(quero|desejo|venho) (reclamar|queixar me|me queixar|apresentar uma reclamação)",
        "(é|totalmente|completamente|absolutamente|acho) (inaceitável|inadmissível|uma vergonha|um absurdo|"
        "vergonhoso)",
        "(resposta|respostas) (automática|automáticas|padrão|prontas|pronta|padronizadas)",
        "(andar|andamos|girando|ando|andando|girar) (em círculos|às voltas|em círculo)",
        "(muito|realmente|extremamente) (desapontado|desapontada|decepcionado|decepcionada|chateado|"
        "chateada|irritado)",
        "(me|nos) (passam|mandam|empurram) de um (departamento|lado|setor)",
    ),
    "leaving": (
        f"(vou|vamos) (cancelar|rescindir|encerrar) (o meu|meu|a minha|minha|o nosso|nosso|a nossa|nossa|o|"
        f"a) {_CONTRACT}",
        f"(quero|queremos|desejo|terei de|decidi) (cancelar|rescindir|encerrar) "
        f"(o meu|meu|a minha|minha|o nosso|nosso|a nossa|nossa|o|a) {_CONTRACT}",
        "(mudar|ir|passar|migrar|vou|vamos) para (a|outra|outro|um|uma) "
        "(concorrência|operadora|fornecedor|empresa|concorrente)",
        "(mudar|trocar) de (fornecedor|empresa|operadora)",
        "(perder|perdem|vão perder|perderam) (um|uma) cliente",
        "nunca mais (volto|compro|vou|uso|compramos)",
    ),
}

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(fuga|vazamento|violação|roubo|exposição) de (dados|informações|informação|privacidade)",
        "(dados|informações|mensagens|pedidos|faturas|encomendas) (pessoais|privadas|privados|) de "
        "(outras|outros|outra|outro) (pessoas|clientes|usuários|utilizadores|pessoa|cliente|usuário|utilizador)",
        "(meus|os meus|nossos|os nossos|os) (dados|mensagens) (pessoais|privados|) (são|estão|foram|estavam) "
        "(visíveis|públicos|publicados|expostos|vazados|divulgados)",
        "direito ao esquecimento",
        "(violação|incumprimento|descumprimento|nos termos) (da|do) (lgpd|rgpd)",
    ),
    "security": (
        "(foi|foram|fui|está|tinha sido) (hackeado|hackeada|hackeados|pirateado|pirateada|invadido|"
        "invadida|invadidos)",
        "(hackearam|invadiram|roubaram|hackeou|invadiu) (a minha|minha|a nossa|nossa|o meu|meu) (conta|"
        "perfil|página|site)",
        "(falha|brecha|vulnerabilidade|incidente) de segurança",
        "acesso (não autorizado|indevido)",
        "(senha|senhas|palavra passe|credenciais) (foi|foram) (roubada|roubadas|vazadas|vazada)",
        "(phishing|ransomware)",
    ),
    "safety": (
        "(pegou|pegar|pegando) fogo",
        "(choque elétrico|perigo de morte|risco de incêndio|risco de vida|risco para a saúde|risco de morte)",
        "(ficou|ficaram|foi|está|fiquei) (gravemente|) (ferido|ferida|feridos)",
        "(ameaça|ameaças) de (morte|bomba)",
        "(me suicidar|suicidar me|suicídio|me matar)",
        "(vazamento|fuga) de gás",
    ),
    "legal": (
        "(do|ao|com o|pelo|com|de) (meu|nosso) (advogado|advogada)",
        "(meu|nosso) (advogado|advogada) (vai|irá|entrará|já)",
        "(contactar|contratar|consultar|procurar|falar com|acionar) um advogado",
        "(medidas|ações|providências|meios) (legais|judiciais)",
        "(processar|vou processar|vamos processar) (vocês|a empresa|a vossa empresa|vos)",
        "(ação judicial|ordem judicial|notificação extrajudicial|entrar na justiça|levar a tribunal|ir a tribunal)",
        "(procon|livro de reclamações)",
    ),
    "payment": (
        "(cobrado|cobraram|cobrada|debitado|debitaram|pago|paguei) (duas vezes|em dobro|em duplicado|2 vezes)",
        "(cobrança|débito|pagamento|cobranças) (dupla|duplicada|duplicado|não autorizada|não autorizado|"
        "indevida|indevido)",
        "(cobranças|transações|débitos) (indevidas|não autorizadas|fraudulentas|não autorizados|desconhecidas)",
        "(cobraram|debitaram|cobrado) sem (a minha|minha|o meu|meu|nossa) (autorização|consentimento|permissão)",
        "(fraude|uso fraudulento) (com|no|do) (meu|o meu) cartão",
    ),
}
