"""How Portuguese speaking customers say that it was no use, that they complain, that they leave."""

from collections.abc import Mapping

_CONTRACT = (
    "(contrato|contratos|conta|contas|assinatura|assinaturas|subscrição|plano|licença|licenças|serviço|serviços|"
    "adesão|linha|cadastro)"
)
_MY = (
    "(o meu|meu|a minha|minha|o nosso|nosso|a nossa|nossa|os nossos|o|a|meus|os meus|todos os|nossos|as minhas|"
    "minhas)"
)
_PROBLEM = "(problema|problemas|erro|erros|falha|falhas|mensagem de erro|defeito|avaria)"
_VERY = (
    "(muito|realmente|extremamente|totalmente|bastante|profundamente|tão|super|completamente|verdadeiramente|"
    "mais do que|ficar|ficando)"
)
_ANGRY = (
    "(desapontado|desapontada|decepcionado|decepcionada|desiludido|desiludida|chateado|chateada|irritado|"
    "irritada|insatisfeito|insatisfeita|furioso|furiosa|frustrado|frustrada|farto|farta|indignado|indignada|"
    "revoltado|revoltada|zangado|zangada|descontente|aborrecido|aborrecida|decepcionados|insatisfeitos|"
    "indignados|desesperado|cansado disso|nervoso|nervosa|descontentes)"
)
_OUTRAGE = (
    "(inaceitável|inadmissível|uma vergonha|um absurdo|vergonhoso|uma falta de respeito|uma piada|uma "
    "brincadeira|ridículo|ridícula|um escândalo|lamentável|um desrespeito|revoltante|intolerável|inacreditável|"
    "um descaso|uma palhaçada|péssimo|um abuso|escandaloso|o cúmulo|um desastre|absurdo|um insulto|insuportável|"
    "um pesadelo|indecente|uma bagunça|uma anedota|um nojo)"
)

DISPLEASURE: Mapping[str, tuple[str, ...]] = {
    "no_help": (
        "já (fiz|tentei|testei|experimentei|verifiquei|li) ~ (não|nada|sem|.)",
        "(não|nem) (é|era|foi) (essa|esta|a)? (a)? (resposta|solução)",
        "não (se aplica|corresponde|serve|tem a ver) ~ (ao meu|meu caso|no meu|com o meu|para o meu)",
        "(resultado|efeito) (é|continua|foi) (o mesmo|igual|nulo)",
        "não (mudou|resolveu|alterou|corrigiu|adiantou) nada",
        "não (me|nos|) (ajudou|ajuda|ajudaram|ajudam|adiantou|adianta) (em|de|para|nada|.|a|com|muito|absolutamente)",
        "não (me|nos|) (resolve|resolveu|resolveram|solucionou|soluciona|resolvem|corrige|corrigiu|"
        "solucionaram) (o|meu|nada|nosso|a|.|isto|isso|este|esse)",
        "(continua|continuamos|continuo|continuam|segue|seguimos|sigo) (sem|igual|a não|com|dando|a dar|"
        "aparecendo|na mesma|o mesmo|a falhar|falhando|a aparecer|tudo|a acontecer) ~ (funcionar|"
        "resolução|solução|resposta|resolver|conseguir|.|mesmo|erro|problema|igual|entrar|acesso|aceder|"
        "abrir)",
        "(continua igual|continua na mesma|tudo igual|tudo na mesma|continuo sem|continua sem|continua a "
        "não|continuamos sem|continuam sem)",
        "(ainda|continua a|até agora) não (funciona|funcionar|está resolvido|foi resolvido|responderam|"
        "me responderam|consigo|resolveram|conseguimos|abre|carrega|está a funcionar|está funcionando|"
        "deu|resolveu|funcionou)",
        "(o|) problema (persiste|continua|mantém se|permanece|não foi resolvido|continua igual|não está "
        "resolvido|voltou|se mantém|ainda existe|volta)",
        f"{_PROBLEM} (persiste|persistem|continua|continuam|voltou|voltaram|mantém se|permanece|"
        "reapareceu|volta|ainda aparece|se repete|não desapareceu)",
        f"(mesmo|mesma|mesmos) {_PROBLEM} (.|de antes|de sempre|outra vez|que|de novo|ainda)",
        f"(com o|o|tenho o|temos o|dá o|aparece o|a) mesmo {_PROBLEM}",
        "(de novo|outra vez|novamente|sempre) (a mesma coisa|o mesmo|a mesma|igual|aconteceu|está a "
        "acontecer|acontece)",
        "(a mesma coisa|o mesmo) (de novo|outra vez|de sempre|que antes|novamente)",
        "(nenhuma|sem|não houve|nenhum) (qualquer|nenhuma)? (mudança|mudanças|alteração|melhora|melhoria|"
        "efeito|resultado|diferença|sucesso)",
        "(nada) (mudou|funciona|funcionou|resolve|adianta|resolveu|ajudou|adiantou|serve|alterou|se "
        "alterou|melhorou)",
        "não (mudou|adiantou|alterou|ajudou|adianta|serviu|serve) (de|para)? nada",
        "não (responde|respondeu|responderam|respondem|leu|leram|entendeu|entenderam|respondeste) (à|a|"
        "às|as|o|ao) (minha|minhas|nossa|nossas|meu|que|questão|pergunta)",
        "ninguém (me|nos|) (ajuda|responde|respondeu|ajudou|resolve|dá resposta)",
        "(isso|isto|também|mas|infelizmente|solução) não (funcionou|resultou|deu certo|resolve|resolveu|"
        "funciona comigo|ajuda|adianta|deu)",
        "(. não|infelizmente não|não) (deu certo|deu resultado|funcionou|resultou)",
        "(solução|resposta|link|artigo|dica|passos|sugestão|conselho) ~ não (funciona|serve|ajuda|me "
        "serve|funcionam|funcionou|resolve|me ajuda|serviu|resolveu|me ajudou)",
        "não (é|foi|era) (isso|isto) (o|) que (eu)? (perguntei|pedi|quero|perguntava|preciso|queria)",
        "não (é|foi|era) (o|) que (eu)? (perguntei|pedi|perguntava|queria)",
        "(não era|não é|não foi) (a|essa a|esta a) (solução|resposta)",
        "(nada) (a|que) ver com (a|o) (minha|meu|que|nossa)",
        "(nada) a ver com (a|o)? (minha|meu|que|nossa)",
        "não (entendi|entendo|compreendi|compreendo|percebo|percebi) (a|o)? (sua|vossa|seu|vosso|"
        "resposta|essa|esta|tua) (resposta|explicação|mensagem|solução)?",
        "(não serve de nada|não foi útil|não é útil|de nada serviu|não serve para nada|não me serve|de "
        "nada serve|de nada adianta|não vale de nada)",
        "já (tentei|fiz|segui|li|testei|experimentei|verifiquei|reiniciei|havia tentado|tinha tentado|"
        "tinha feito) (tudo|isso|isto|todos|todas|os|as|o|ontem|esse|antes|essa)",
        "já (o|a)? (conheço|conhecia|sabia|disse|expliquei isso)",
        "(tentei|fiz|experimentei|testei|segui) (já)? (tudo|de tudo|todos os|todas as)",
        "(tudo|isso|isto) (isso|isto)? (já|eu já) (fiz|tentei|testei|experimentei)",
        "(voltou|volta|voltaram) a (aparecer|acontecer|falhar|ocorrer|dar)",
        "(voltou|volta|falha|falhou|quebrou|parou|deixou de funcionar) (de novo|outra vez|novamente)",
        "(erro|problema|falha) (continua|ainda|segue|permanece)",
        "continua (lá|aí|ali|tudo na mesma)",
        "não (é|era|foi) (a)? (minha|nossa) (pergunta|questão|dúvida)",
        f"{_PROBLEM} (existe|segue|está) ~ (como antes|igual|na mesma|ainda)",
        "não (me|nos)? (serve|servem|serviu) (de|para) (nada|muito)",
        "não (me|nos) (serve|servem|serviu)",
    ),
    "complaint": (
        "(sempre|outra vez|de novo|toda vez|repetidamente) (a mesma coisa|o mesmo|escrever|repetir|explicar)",
        "(tenho|temos|preciso) (que|de) (escrever|repetir|explicar|dizer|pedir) ~ (sempre|a mesma|de "
        "novo|outra vez|tantas|mil|toda)",
        "(frustrante|desgastante|decepcionante|revoltante|irritante) (lidar|.|que|com|e|tratar|ver)",
        "(apresentar|fazer|registar|registrar|formalizar|abrir|apresento|faço|deixar) (uma|minha|a minha|"
        "aqui a minha) (reclamação|queixa|reclamação formal)",
        "(reclamação|queixa) (formal|oficial|por escrito)",
        "(quero|desejo|venho|gostaria de|vou|queria|preciso|tenho de|tenho que) (reclamar|queixar me|me "
        "queixar|apresentar uma reclamação|apresentar queixa)",
        "(é|totalmente|completamente|absolutamente|acho|isto|isso|está|que|são|parece|.|simplesmente|"
        "realmente|foi|mas|de|acho isso) (é|realmente|simplesmente|totalmente|absolutamente|"
        f"verdadeiramente|mesmo|só)? {_OUTRAGE}",
        "(que|mas que) (vergonha|desastre|piada|palhaçada|absurdo|bagunça|falta de respeito|descaso|"
        "péssimo|mau serviço|brincadeira|porcaria)",
        "(descaso|desrespeito|falta de respeito) (com|pelo|para com|total|por)",
        "(resposta|respostas|mensagens|mensagem) (automática|automáticas|padrão|prontas|pronta|"
        "padronizadas|genérica|genéricas)",
        "(andar|andamos|girando|ando|andando|girar) (em círculos|às voltas|em círculo)",
        f"{_VERY} {_ANGRY}",
        "(estou|estamos|fico|fiquei|ficando|sinto me|me sinto|a ficar|fartos|ficar) (já|ficando|"
        f"realmente|muito|mesmo|completamente|extremamente|bem|a ficar|cada vez mais)? {_ANGRY}",
        "não (estou|estamos|fiquei|fico) (nada|nem um pouco|de todo|muito)? (satisfeito|satisfeita|"
        "satisfeitos|contente|contentes|feliz) (com|.)",
        "(me|nos) (passam|mandam|empurram) de um (departamento|lado|setor)",
        "(há|faz|depois de|desde há|passadas|passaram|já se passaram) ~ (dias|semanas|meses|horas|semana|"
        "mês|tempo) ~ (esperando|à espera|sem resposta|aguardando|que|e ninguém|sem|e nada|a aguardar)",
        "(esperando|à espera|espero|aguardo|aguardando) ~ (há|faz|desde) ~ (dias|semanas|meses|horas|mais|muito)",
        "(já|estamos|estou|andamos|isto dura|isso dura|isso) ~ (há|faz) ~ (dias|semanas|meses|horas) (.|"
        "nisto|nisso|com|assim|e)?",
        "(sem|nenhuma|não tive|não recebi|não obtive|não tenho) (uma|qualquer|nenhuma|obter)? (resposta|"
        "retorno|resposta nenhuma|solução) (.|desde|da|de vossa|e|até|há|é|ainda|de vocês)",
        "(ninguém|por que ninguém|porque ninguém|por que não) (me|nos|se)? (responde|respondem|atende|"
        "respondeu|importa|importam|interessa|faz nada|liga para|dá retorno|resolve)",
        "(quantas vezes|quanto tempo|até quando|quanto mais) ~ (tenho|tenho que|vou|preciso|temos|mais|"
        "devo|terei|é preciso|esperar|explicar)",
        "(expliquei|explicado|escrevi|disse|contei|reclamei|liguei|pedi|perguntei|informei|repeti|mandei|"
        "solicitei) ~ (três|quatro|cinco|seis|dez|mil|várias|muitas|inúmeras|3|4|5|10|cem|diversas) vezes",
        "(terceira|quarta|quinta|sexta|décima|enésima) (vez|mensagem|reclamação|solicitação|tentativa|"
        "ligação) (que)?",
        "(demorando|demora|demoram|demorar|demorou|demorado|leva|levando) ~ (demais|demasiado|muito "
        "tempo|uma eternidade|tempo demais)",
        "(perder|perdendo|perco|perda de|perdi|desperdiçando|fazem perder) (o|meu|nosso|de|o meu|todo o)? tempo",
        "(paciência) ~ (acabando|acabou|limite|limites|esgotou|esgotada|esgotar|esgotando|a acabar|no fim)",
        "(perdi|perdendo|perder|perco) ~ paciência",
        "(serviço|atendimento|suporte|empresa|tratamento) ~ (é|foi|está|tem sido) ~ (péssimo|péssima|"
        "ruim|mau|má|horrível|terrível|lamentável|vergonhoso|desastroso|um lixo|um desastre|uma vergonha|"
        "fraco|deplorável|uma porcaria)",
        "(péssimo|péssima|horrível|terrível|pior|mau|ruim|lamentável) (serviço|atendimento|suporte|"
        "experiência|empresa|apoio ao cliente)",
        "(nunca|jamais) ~ (vi|tive|fui|recebi|visto|vimos) ~ (atendimento|serviço|tratado|tratada|tão|"
        "suporte|assim|pior)",
        "(esperava|esperávamos|mereço|esperaria) (mais|melhor|outra coisa|algo melhor|muito mais) (de|da|do|desta)?",
        "(gozar|gozando|brincando|brincar|rindo|rir) (comigo|connosco|conosco|com a minha cara|com os "
        "clientes|da minha cara)",
        "(já basta|basta já|chega disso|não aguento mais|de saco cheio|estou farto|estou farta|estamos "
        "fartos|já chega disto)",
    ),
    "leaving": (
        "(achamos|encontramos|encontrei|achei|escolhemos|contratamos) (já)? (um|uma)? (outro|outra|novo|"
        "nova) (fornecedor|empresa|operadora|prestador|solução)",
        "(vamos|vou|iremos|irei|ir|passar) para (um|uma|algum) (dos|das|de)? (seus|vossos)? "
        "(concorrentes|concorrente|rivais)",
        "(prestes a|a ponto de|perto de) (mudar|sair|cancelar|rescindir|deixar|trocar)",
        "(vou|vamos|quero|queremos|desejo|desejamos|terei de|terei que|decidi|decidimos|gostaria de|"
        "gostaríamos de|penso em|pensando em|considerando|pensar em|queria|pretendo|peço para|solicito|"
        "preciso|ponderar|a pensar em|teremos de|prestes a|por este meio) ~ (cancelar|rescindir|encerrar|"
        f"fechar|terminar|apagar|anular|finalizar|denunciar o contrato) {_MY} {_CONTRACT}",
        "(vou|vamos|quero|queremos|irei|pretendo) (cancelar|rescindir|encerrar) tudo",
        "(cancelarei|cancelaremos|rescindo|rescindirei|rescindiremos|cancelo|cancelamos|rescindimos|"
        f"encerrarei|encerraremos) {_MY}? {_CONTRACT}",
        "(cancelem|cancele|encerrem|encerre|apaguem|apague|excluam|fechem|eliminem|desativem|anulem) (já|"
        f"imediatamente|por favor)? (o meu|meu|a minha|minha|o nosso|nosso|a nossa|nossa) {_CONTRACT}",
        "(confirmem|confirmar|confirme|processem|solicito|peço|confirmação do|tratar do|quero o|pedido "
        "de|comunico o) (o|a|do)? (meu|nosso)? (cancelamento|encerramento|rescisão) (.|da|do|de|por|"
        "imediato|e|definitivo)",
        "(mudar|ir|passar|migrar|vou|vamos|mudo|mudamos|mudarei|iremos|irei|mudaremos|passarei|"
        "transferir me|trocar) (me)? (para|por) (a|outra|outro|um|uma|vossa|o) (concorrência|operadora|"
        "fornecedor|empresa|concorrente|companhia|loja|banco|prestador|provedor)",
        "(mudar|trocar|mudarei|mudaremos|trocarei|trocaremos|mudando|mudo|troco) de (fornecedor|empresa|"
        "operadora|prestador|provedor|companhia|loja|banco|fornecedores)",
        "(procurando|procurar|procurarei|buscando|olhando|vendo|avaliando|procuro|estudando|considerando|"
        "comparando|a ver|a procurar|buscar|procuraremos|analisando|procuramos) ~ (outro fornecedor|"
        "outra empresa|outros fornecedores|alternativas|uma alternativa|outra solução|outras opções|novo "
        "fornecedor|outra operadora|outras soluções|outras empresas|alternativa|outra opção|a "
        "concorrência)",
        "(noutro lado|em outro lugar|para outro lado|noutro sítio|noutro lugar|em outra parte|a outro "
        "lado) (.|e|com)?",
        "(perder|perdem|vão perder|perderam|perdendo|perderão|perdeu|a perder|perde|perdido) (mais)? (um|"
        "uma|me como|este|esta) (bom|boa)? (cliente)?",
        "nunca mais (volto|compro|vou|uso|compramos|faço|contrato|voltarei|comprarei|encomendo|peço)",
        "não (volto|voltarei|voltaremos) a (comprar|contratar|usar|encomendar)",
        "(último|última) (pedido|compra|encomenda|vez) (com|que|aqui|na) (vocês|vós|compro|convosco|uso|vossa|faço)",
        f"não (vou|vamos|irei|iremos) (mais)? (renovar|continuar|prolongar|seguir) {_MY}?",
        f"não (renovarei|renovaremos|renovamos|renovo|continuaremos|continuarei|prolongaremos) {_MY}?",
        "(não quero|deixar de|deixarei de|deixo de|não serei|deixamos de|não pretendo|já não quero) "
        "(mais|continuar a|continuar|a)? (ser|sendo) (mais)? (vosso|seu|cliente|clientes)",
        "(deixar vocês|deixar vos|abandonar vocês|sair da empresa de vocês|sair da vossa)",
        "(eu|vou me|então|e) (vou|me vou|vou me|vou me) embora (.|daqui|para)?",
        "(empresa|firma|nós|gente) não (vai|vamos|irá) (mais)? (renovar|continuar|prolongar)",
        "não (trabalhamos|trabalharemos|trabalho|contratamos|faremos) (mais)? (negócios)? com (vocês|a vossa|vós)",
    ),
}
