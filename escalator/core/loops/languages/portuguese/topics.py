"""What Portuguese speaking customers write when it is about what is guarded."""

from collections.abc import Mapping

_PEOPLE = (
    "(pessoas|clientes|usuários|utilizadores|pessoa|cliente|usuário|utilizador|gente|empresas|empresa|pacientes|"
    "membros|funcionários|associados|usuárias|alunos)"
)
_DATA = (
    "(dados|informações|informação|mensagens|mensagem|pedidos|pedido|faturas|fatura|encomendas|conta|contas|"
    "perfil|perfis|e mails|e mail|emails|documentos|arquivos|ficheiros|fotos|endereço|endereços|morada|moradas|"
    "prontuários|prontuário|contratos|nome|nomes|telefone|número|números|extratos|boletos|chats|conversas|"
    "cadastro|processos|recibos|notas)"
)
_OWN = "(meu|meus|minha|minhas|nosso|nossos|nossa|nossas)"
_ACCESS = (
    "(senha|senhas|palavra passe|palavras passe|credenciais|chave|chaves|chave de api|chave da api|dados de "
    "acesso|login)"
)
_CHARGED = (
    "(cobrado|cobraram|cobrada|debitado|debitaram|pago|paguei|cobrou|descontaram|descontado|tiraram|retiraram|"
    "faturaram|faturado|cobram|cobrando|debitou|levantaram|debitada|descontou)"
)

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(vejo|vemos|aparecem|ver|leio|ler|recebo) (as|os) de (outro|outra|outros|outras|um) (cliente|"
        "usuário|usuária|utilizador|pessoa|clientes|usuários|pessoas|desconhecido)",
        "(outras|outros|estranhos|desconhecidos) (pessoas|clientes|usuários|utilizadores)? (podem|"
        "conseguem|podiam|conseguiam) (ver|ler|olhar|acessar|consultar|aceder|abrir) (a|o|as|os|às|aos)? "
        "(minha|minhas|meu|meus|nossa|nossos|nossas)",
        "(meus|nossos|minhas) (dados|arquivos|documentos|fotos|mensagens|informações) ~ (nas mãos|em "
        "mãos|na posse|às mãos) de (terceiros|outros|outra|um|desconhecidos|estranhos)",
        "(fuga|vazamento|violação|roubo|exposição|vazamentos|quebra) (de|da|dos|do) (dados|informações|"
        "informação|privacidade|minha privacidade|meus dados|sigilo|nossos dados)",
        f"{_DATA} (pessoais|privadas|privados|bancários|médicos)? de (outras|outros|outra|outro|algum "
        f"outro|alguma outra) {_PEOPLE}",
        "(vejo|ver|ler|leio|vemos|aparecem|aparece|recebi|recebo|mostra|mostram|contém|abrir|acessar|"
        f"acesso|caio|entro|entrar|abro|encontro|veem|acedo|aceder|caí|visualizar|consigo) ~ {_DATA} ~ de "
        f"(outras|outros|outra|outro|um desconhecido|terceiros|desconhecidos|alguém|estranhos) {_PEOPLE}?",
        f"{_DATA} (pessoais|privados)? (alheios|alheias|alheia|de desconhecidos|de terceiros|de um "
        "desconhecido|de estranhos|de alguém que não)",
        "(prontuários|dados|faturas|pedidos|mensagens|documentos|pacientes|e mails|contas|processos) ~ "
        "que não (são|é) (meus|minhas|meu|minha|nossos|nossas)",
        f"{_OWN} {_DATA} (pessoais|privados|médicos|bancários|pessoal|residencial)? (são|estão|foram|"
        "estavam|está|é|foi|ficaram|ficou|aparece|aparecem) ~ (visíveis|visível|públicos|público|"
        "publicados|expostos|vazados|divulgados|enviados para a|pessoa errada|acessíveis|acessível|"
        "vazado|vendidos|compartilhados|partilhados|pública|exposto|a outros|para a pessoa|na internet)",
        "(enviaram|enviou|mandaram|compartilharam|publicaram|divulgaram|deram|vazaram|venderam|passaram|"
        f"partilharam|expuseram|forneceram|revelaram) (o|a|os|as)? {_OWN} ~ {_DATA}",
        "(publicaram|compartilharam|enviaram|usaram|venderam|divulgaram|partilharam|publicar|usam) ~ "
        f"{_DATA} ~ (sem|contra) (o)? (meu|minha|nosso|autorização|permissão|consentimento)",
        "(por que|porque|como é que|agora|que) (outros|outras|desconhecidos|todo mundo|toda a gente|"
        f"qualquer um|estranhos) {_PEOPLE}? (veem|vêem|vê|podem ver|conseguem ver) (a|o|os|as)? {_OWN}",
        "(direito ao esquecimento|direito ao apagamento)",
        "(apaguem|apagar|eliminem|eliminar|excluam|excluir|exclusão|remoção|removam) ~ (dados pessoais)",
        "(autoridade de proteção de dados|proteção de dados|anpd|cnpd|autoridade nacional de proteção|"
        "comissão nacional de proteção) (.|por|e|se|pois|porque)?",
        "(violação|incumprimento|descumprimento|nos termos|conforme|de acordo com|segundo|ao abrigo|com "
        "base) (da|do|a|o|na|no)? (lgpd|rgpd)",
        "(minha privacidade) (.|foi|está|e)",
        "(meu|meus|minha|nosso) (prontuário|processo|dados|documentos|exame|carta|holerite|fatura) ~ "
        "(enviado|enviados|enviada|enviaram|entregue|mandado) (a|para|à) (outra|alguém|um desconhecido|"
        "outro|pessoa)",
    ),
    "security": (
        "(foi|foram|fui|está|tinha sido|sido|estão|fomos|estava) (hackeado|hackeada|hackeados|pirateado|"
        "pirateada|invadido|invadida|invadidos|comprometida|comprometido|clonada|clonado|infectado|"
        "infectada|roubada|atacado|hackeadas)",
        "(hackearam|invadiram|roubaram|hackeou|invadiu|clonaram|piratearam|roubou|usaram|mudaram|"
        "trocaram|alteraram) (a minha|minha|a nossa|nossa|o meu|meu|as minhas|as nossas) (conta|perfil|"
        "página|site|senha|senhas|palavra passe|identidade|sistema|e mail|credenciais)",
        "(falha|brecha|vulnerabilidade|incidente|problema|vulnerabilidades|buraco|lacuna) de segurança",
        "(uma|encontrei|descobri|a|grave|crítica) vulnerabilidade (na|no|em|crítica|grave)",
        "(acesso|acessos|login|logins|início de sessão|inícios de sessão|atividade|conexão|entrada|"
        "acesso à conta) (não autorizado|indevido|não autorizados|indevidos|suspeito|suspeitos|suspeita|"
        "desconhecido|desconhecidos|estranho|estranhos|incomum)",
        f"{_ACCESS} (da api|de api|de acesso)? (foi|foram|está|estão|vazou|vazaram) ~ (roubada|roubadas|"
        "vazadas|vazada|exposta|expostas|na internet|comprometida|publicada|descoberta|alterada|trocada|"
        "no github|para)",
        "(alguém|um desconhecido|uma pessoa desconhecida|outra pessoa|um estranho|hackers|um hacker|"
        "desconhecidos|um invasor|um terceiro) (está|está a|tem|me)? (entrou|acessou|acedeu|usando|usar|"
        "usou|usa|mudou|alterou|trocou|modificou|iniciou sessão|logou|conectou|conectou se|se conectou|"
        "invadiu|utilizando|utiliza|utilizou|comprou|roubou|acessando|fez login|entrar) ~ (minha|meu|"
        "nossa|nosso|minhas|meus|nossos) ~ (conta|senha|perfil|e mail|sistema|servidor|palavra passe|"
        "identidade|dados|página|nome|computador|site|cartão)?",
        "(acessos|acesso|logins|login|movimentos|dispositivo|dispositivos|atividade|sessões|conexões|"
        "entradas) ~ que (não são|não é|não) (meus|meu|minha|fui eu|reconheço|minhas|foram feitos)",
        "(não fui eu|não reconheço) ~ (login|acesso|dispositivo|acessos|sessão)",
        "(dispositivo|dispositivos|ip|aparelho) (desconhecido|desconhecidos|estranho)",
        "(entrar|acessar|aceder|iniciar sessão|entra|logar|fazer login|entro) ~ sem (senha|autenticação|"
        "palavra passe|se identificar|permissão|login|qualquer senha|autorização)",
        "(antigo|ex|antigos|antiga|demitido) (funcionário|funcionários|empregado|colaborador|funcionária|"
        "colega) ~ (ainda|continua|tem|consegue) ~ (acesso|acessar|entrar|aceder)",
        "(infectado|infectada|infectados) (com|por)",
        "(ransomware|malware|roubo de identidade|programa malicioso|ciberataque|cavalo de troia|"
        "injeção sql|ataque hacker)",
        "alguém (sabe|conhece|tem|usa) (a)? (minha|nossa) (senha|palavra passe)",
        "(acessos|logins|entradas) que não são",
        "(desconhecido|hacker|estranho|alguém) (tomou conta|se apoderou|apoderou se|tomou posse|assumiu "
        "o controle) (do|da|de)",
        "(e mail|e mails|mensagem|link|página|vítima|ataque|tentativa|sms|golpe) de phishing",
        "(acesso|acessos|login|logins) ~ que eu não (fiz|reconheço|autorizei)",
        "(dá|consegue|possível|conseguem) ~ (entrar|acessar|aceder) ~ sem (senha|palavra passe|login|autenticação)",
    ),
    "safety": (
        "(saía|sai|saiu|saindo|soltava|soltou|saíam|solta) ~ (fumaça|fumo|chamas|faíscas|fogo)",
        "(começou|começa|estava) a (queimar|arder|pegar fogo|fumegar|derreter|soltar fumaça)",
        "(pegou|pegar|pegando|pega) fogo",
        "(choque elétrico|perigo de morte|risco de incêndio|risco de vida|risco para a saúde|risco de "
        "morte|risco de explosão|perigo de vida|queimaduras|intoxicação|monóxido de carbono|ambulância|"
        "eletrocutado|levei um choque|risco de choque|levou um choque|se incendiou)",
        "(ficou|ficaram|foi|está|fiquei|foram) (gravemente|) (ferido|ferida|feridos|machucado|machucada|"
        "lesionado|queimado)",
        "(se|me|nos) (machucou|feriu|machuquei|feri|cortou|cortei|queimou|queimei|machucar|ferir|magoou|"
        "magoei|magoar|intoxicou)",
        "(machucou se|feriu se|magoou se|cortou se|queimou se)",
        "(bateria|carregador|aparelho|máquina|tomada|cabo|celular|telemóvel|dispositivo) ~ (fumaça|fumo|"
        "fumegando|explodiu|explode|queimou|pegando|faíscas|derreteu|a arder|exploda|faísca|soltando)",
        "(exploda|explodir|explodiu|vai explodir)",
        "(ameaça|ameaças) de (morte|bomba)",
        "(ameaça|ameaçou|ameaçando|ameaçam|ameaçado|a ameaçar) (me|nos|de)? (matar|bater|morte|fazer mal|"
        "machucar|agredir|de morte|a mim|de)",
        "(me suicidar|suicidar me|suicídio|me matar|suicidar|matar me|se matar|matar se|tirar a vida|"
        "tirar a própria vida|acabar com a minha vida|automutilação)",
        "(não quero|sem vontade de|não tenho vontade de) (mais|continuar a)? (viver|vivendo)",
        "(sabe|sabem|descobriu) onde (eu|nós|a gente)? (moro|moramos|vivo|vivemos)",
        "(fazer|faz|fará) mal (.|a mim|a minha|a alguém|à minha)",
        "me fazer mal",
        "(vazamento|fuga|cheiro) (de|a) gás",
        "(cheirando|cheiro|cheira) (a|de) (queimado|gás|fumaça|fumo|esturro)",
        "(engoliu|ingeriu) (uma|um|a|o)",
        "(no hospital|para o hospital|ao hospital|nas urgências|no pronto socorro) (.|com|por|por causa)",
        "(muito perigoso|pode morrer|alguém pode se ferir|alguém pode morrer|perigo para a vida)",
    ),
    "legal": (
        "(preparem se|esperem|receberão|aguardem|abrir|abrirei|mover|entrar com|enfrentar) ~ (processo|"
        "ação|intimação|processo judicial)",
        "(à justiça|ao tribunal|aos tribunais|no tribunal|em tribunal|na justiça)",
        "(do|ao|com o|pelo|com|de|da|à|com a|pela|um) (meu|nosso|minha|nossa) (advogado|advogada)",
        "(meu|nosso|minha|nossa) (advogado|advogada) (vai|irá|entrará|já|diz|recomendou|vos)",
        "(contactar|contratar|consultar|procurar|falar com|acionar|contratei|procurarei|consultei|"
        "contatar|contratarei) um advogado",
        "(medidas|ações|providências|meios|ação|vias|medida) (legais|judiciais|judicial|legal)",
        "(processar|vou processar|vamos processar|processarei|processaremos) (vocês|a empresa|a vossa "
        "empresa|vos|esta empresa|essa empresa|os)",
        "(processo|ação|queixa) (contra|judicial contra) (vocês|a empresa|vos|a vossa|essa)",
        "(ação judicial|ordem judicial|notificação extrajudicial|entrar na justiça|levar a tribunal|ir a "
        "tribunal|entrarei na justiça|entrar com uma ação|danos morais|recorrer à justiça|vias de facto|"
        "no tribunal|em tribunal|ao tribunal|juizado|pequenas causas|acionar a justiça|vou à justiça|na "
        "justiça)",
        "(procon|livro de reclamações|reclame aqui|defesa do consumidor|deco|ministério público|direitos "
        "do consumidor|boletim de ocorrência)",
        "(queixa|denúncia|denunciar|denuncio|denunciarei|participar) (na|à|na esquadra|vocês|a empresa|"
        "os|isto|isso|esta empresa|ao|essa empresa) ~ (polícia|delegacia|justiça|.|autoridades|procon|"
        "psp|gnr)?",
        "(na|ir à|vou à|irei à|queixa à|denunciar à|denúncia à|vamos à|chamar a) (polícia|delegacia)",
        "(isto é|isso é|é|são|parece|por|trata se de|chama se) (um|uma|uns)? (golpe|fraude|burla|"
        "estelionato|golpistas|estelionatários|roubo)",
        "(descumprindo|incumprimento|incumprindo|descumprimento|quebra|violação|descumpriram|violando) "
        "(de|do|o|vosso)? contrato",
        "(denunciei|denunciar|denunciamos|comuniquei|participei) (isso|isto|o caso|tudo)? (à|na|a) "
        "(polícia|justiça|delegacia)",
        "(nossos|meus) advogados",
        "(descumprem|violam|incumprem|quebram|desrespeitam) (o|nosso) contrato",
    ),
    "payment": (
        "não (reconheço|conheço|autorizei|entendo) (esta|essa|este|esse|a|o|estas|uma) (cobrança|compra|"
        "pagamento|débito|cobranças|transação|lançamento)",
        "(tiraram|cobraram|levaram|debitaram|descontaram|pagaram) (o|meu|do)? (dinheiro|valor|meu "
        "dinheiro|montante) ~ (duas vezes|em dobro|três vezes|de novo|outra vez)",
        "(paguei|pago) ~ (ainda|mas|continua|pedido|encomenda) ~ (não pago|não paga|pendente|por pagar)",
        f"{_CHARGED} ~ (duas vezes|em dobro|em duplicado|2 vezes|três vezes|várias vezes|duplamente|em "
        "duplicidade|o dobro)",
        "(cobrança|débito|pagamento|cobranças|pagamentos|débitos) (dupla|duplicada|duplicado|não "
        "autorizada|não autorizado|indevida|indevido|em duplicidade|duplicados|em duplicado|desconhecida|"
        "errada|que não reconheço|em dobro|fraudulenta)",
        "(cobranças|transações|débitos|transação|compra|compras) (indevidas|não autorizadas|fraudulentas|"
        "não autorizados|desconhecidas|não autorizada|fraudulenta|desconhecida)",
        f"{_CHARGED} ~ (sem|embora|apesar|mesmo|a mais|demais|em vez|por engano|indevidamente|ao invés|"
        "quando já|errado|de novo|outra vez) ~ (minha|meu|nossa|autorização|consentimento|permissão|"
        "depois|já|cancelado|de|.|autorizar|avisar)?",
        "(cobraram|debitaram|cobrado) sem (a minha|minha|o meu|meu|nossa) (autorização|consentimento|permissão)",
        "(fraude|uso fraudulento) (com|no|do) (meu|o meu) cartão",
        "(cobrança|pagamento|compra|transação|débito|movimento|lançamento) ~ que (não|eu não|nunca) (fui|"
        "reconheço|fiz|autorizei|foi|realizei|é|conheço)",
        "(devolvam|devolver|devolução|devolva|quero|restituam|exijo|recuperar|reaver|peço|cadê|onde "
        "está) (do|o|me o|de volta)? (o)? (meu|nosso|todo o meu|o meu) (dinheiro|valor)",
        "(dinheiro|valor) de volta",
        "(devolvam|restituam|reembolsem|estornem) (me|o|a|já|meu|imediatamente) (valor|dinheiro|quantia|"
        "montante|meu|pagamento|.)?",
        "(quero|exijo|solicito|peço|preciso|aguardo|esperando|cadê|pelo|onde está|à espera|quando recebo|"
        "gostaria|pedi|reclamo) (de|do|um|o|meu|receber o|ter o|pelo|que)? (meu|o)? (reembolso|estorno|"
        "reembolsado|ressarcimento|devolução do dinheiro|ressarcido)",
        "(não|ainda não|nunca) (recebi|chegou|foi feito|caiu|recebemos|me devolveram|fizeram|foi) (o|meu|"
        "nenhum)? (meu)? (reembolso|estorno|dinheiro|reembolsado)",
        "(contestar|contesto|cancelar|impugnar|disputar|estornar|reverter|bloquear) (a|essa|esta|o|este|"
        "esse|as) (cobrança|débito|pagamento|compra|transação|cobranças)",
        "(fatura|conta|cobrança|nota) (está|veio|é) ~ (errada|incorreta|errado|mal|muito alta|com erro|com valor)",
        "(por que|porque|por que razão|porquê) ~ (debitaram|cobraram|cobrado|debitado|cobrança|cobram|"
        "debitou|cobrou)",
        "(paguei|pago|pagamos|pagamento) ~ (mas|e|ainda|porém) ~ (não pago|pendente|em aberto|por pagar|"
        "não paga|cobrança|aguardando pagamento|como não)",
        "(cobraram|cobrado|cobrada|faturaram|cobrou) ~ (em vez|ao invés|no lugar) de",
        "(me|nos) (cobraram|cobrou|debitaram|estão cobrando|faturaram|continuam a cobrar|continuam "
        "cobrando) (a mais|demais|errado|mais|indevidamente|a dobrar|sem|por|um valor|uma taxa)",
        "alguém (pagou|comprou|usou|gastou) ~ (com|o)? (o meu|meu|nosso|o nosso) cartão",
    ),
}
