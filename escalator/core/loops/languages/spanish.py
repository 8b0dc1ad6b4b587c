"""What customers say in Spanish."""

from collections.abc import Mapping

NEGATIONS = (
    "no (es|hace|será|sería) (necesario|falta|preciso|necesaria)",
    "no (necesito|quiero|queremos|necesitamos|deseo|hay|tiene|tienen) (de|que|ya|un|una|ninguna|ningún|necesidad|)",
    "(sin necesidad|en vez|en lugar|sin) de",
    "no (es|era|fue|se trata de) (un|una|ninguna|)",
    "no (me|nos) (llamen|llame|llames|telefoneen)",
    "no (escale|escalen|cancelen|cancele)",
    "gracias (por|a)",
    "(hablé|hablamos|he hablado|hemos hablado) con",
)

_HUMAN = (
    "(humano|humana|ser humano|persona real|persona de verdad|humano real|humano de verdad|persona humana|agente humano|asesor humano|"
    "persona de carne|operador humano|alguien real|alguien de verdad|seres humanos|personas reales)"
)
_STAFF = (
    "(agente|agentes|operador|operadora|asesor|asesora|representante|agente real|técnico|técnica|empleado|empleada|ejecutivo|"
    "compañero|compañera|persona|alguien|colega|teleoperador|atención al cliente|servicio al cliente|soporte técnico|soporte)"
)
_TALK = "(hablar|conversar|comunicarme|comunicarnos|contactar|chatear|tratar|hablarlo|tratarlo|charlar|ponerme en contacto|tratar esto|resolver esto|verlo)"
_ASKING = (
    "(puedo|podemos|podría|quiero|queremos|quisiera|necesito|necesitamos|me gustaría|exijo|preferiría|prefiero|posible|deseo|solicito|"
    "cómo|manera de|hay forma de|puede uno|pido|poder|querría|quería|déjenme|déjeme|ruego|se puede)"
)
_ROBOT = "(robot|robots|bot|bots|chatbot|máquina|máquinas|contestador|inteligencia artificial|ia|ordenador|autómata|computadora)"
_CHIEF = (
    "(jefe|jefa|jefes|supervisor|supervisora|supervisores|encargado|encargada|responsable|responsables|gerente|superior|superiores|director|"
    "directora|gerencia|dirección|mando|coordinador|coordinadora|superior jerárquico|director general|cargo superior|directivo|directiva)"
)
_YOUR = "(su|sus|tu|tus|vuestro|vuestra|vuestros)"
_CONTRACT = "(contrato|contratos|cuenta|cuentas|suscripción|suscripciones|membresía|abono|servicio|servicios|licencia|licencias|plan|línea|relación)"
_PROVIDER = "(proveedor|compañía|empresa|operadora|proveedores|compañías|competencia|competidor|competidores|tienda|banco)"
_PROBLEM = "(problema|problemas|error|errores|fallo|fallos|incidencia|mensaje de error|avería)"
_VERY = "(muy|realmente|sumamente|extremadamente|bastante|totalmente|tan|profundamente|verdaderamente|completamente|ya|más que|empezando a estar|a estar)"
_ANGRY = (
    "(decepcionado|decepcionada|molesto|molesta|enfadado|enfadada|enojado|enojada|descontento|descontenta|frustrado|frustrada|furioso|furiosa|"
    "indignado|indignada|harto|harta|hartos|insatisfecho|insatisfecha|cabreado|cabreada|disgustado|disgustada|cansado de esto|decepcionados|indignados|desesperado|desesperada)"
)
_OUTRAGE = (
    "(inaceptable|indignante|inadmisible|una vergüenza|una burla|una broma|una falta de respeto|una tomadura de pelo|un escándalo|ridículo|ridícula|"
    "vergonzoso|vergonzosa|lamentable|intolerable|increíble|de locos|un desastre|pésimo|un abuso|una estafa de servicio|el colmo|absurdo|"
    "insultante|un insulto|de risa|una pesadilla|patético|penoso|una desfachatez|un chiste|un despropósito)"
)

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"{_TALK} (esto)? ~ (con|a) (una|un|alguna|algún|algun)? (verdadera|verdadero)? {_HUMAN}",
        f"{_TALK} (esto)? (con|a) (una|alguna|cualquier) persona",
        f"{_TALK} (esto)? con (un|una|algún|alguna|uno de sus|alguno de sus|cualquier) {_STAFF}",
        f"{_ASKING} ~ {_TALK} ~ con (alguien|una persona|atención al cliente|servicio al cliente|soporte)",
        f"{_TALK} con alguien (de|que|del|en|urgentemente|ya|ahora)",
        f"(alguien|persona|nadie) (con quien|con la que|con el que) ~ {_TALK}",
        f"(comuníqueme|comuníquenme|páseme|pásenme|pásame|transfiérame|transfiéranme|póngame|pónganme|derívenme|ponerme|pasarme|transferirme|comunicarme|derivarme|conéctenme|conécteme) "
        f"(por favor|en contacto|en comunicación|directamente)? (con|a) (una|un|alguna|algún|otro|otra|uno de sus)? {_STAFF}",
        "(en contacto|comunicación) (conmigo|con nosotros|con una persona|con un asesor|con un agente|con alguien)",
        "(una|por una|alguna) persona (real|de verdad|de carne y hueso|humana)",
        f"(quiero|necesito|quisiera|exijo|denme|deme|dame|prefiero|solicito|póngame|busco|un|algún|ningún|por un) (a|con|que me atienda|hablar con)? (una|un|algún)? {_HUMAN}",
        f"(que) (me|nos|una|un|lo) ~ (atienda|conteste|responda|lea|revise|ayude|atiendan) (por favor|de una vez)? (una|un|alguna) (persona|humano|ser humano|agente)",
        f"que (una|un|alguna) (persona|humano|ser humano|agente humano) ~ (lea|revise|conteste|responda|atienda|mire|vea|se ocupe)",
        "(atendido|atendida|leído|respondido|contestado) por (una|un) (persona|humano|ser humano|agente)",
        "(hay|lee|contesta|responde|atiende|trabaja) ~ (alguien|alguna persona|una persona|un humano|algún humano|ser humano|algún ser humano|ninguna persona) (ahí|esto|real|de verdad|detrás|al otro|leyendo|.|con)",
        "(denme|deme|dame|póngame con|pónganme con) (a)? alguien",
        "(ningún|ninguna|no contesta ninguna|no responde ninguna) (humano|ser humano|persona)",
        f"(harto|harta|cansado|cansada|aburrido|hartos) de ~ {_ROBOT}",
        f"(hablar|hablando|hablo|chatear|chateando|discutir|tratar|escribiendo|tratando) (más|ya)? con (un|una|el|su|esta|este)? {_ROBOT}",
        f"(no|no con|y no) (un|una|con un|con una|a un|a una|el|su|otro) {_ROBOT}",
        f"(siempre|solo|sólo|solamente|únicamente) ~ (contesta|contestan|responde|responden|atiende|hay|me) (una|un)? {_ROBOT}",
        f"(siempre|solo|sólo|solamente) {_ROBOT}",
        f"(eres|es usted|es esto|sois|estoy hablando con|hablo con) (un|una)? {_ROBOT}",
        f"{_ROBOT} (no) (me|nos|entiende|sirve|comprende|ayuda) (entiende|sirve|ayuda|comprende)?",
        "(un|una) (humano|persona|agente) por favor",
        "(persona|agente|humano|operador) por favor",
    ),
    "wants_manager": (
        f"(hablar|comunicarme|contactar|hablarlo|conversar|tratar|ponerme en contacto|entrevistarme|hable) ~ con {_YOUR} {_CHIEF}",
        f"(hablar|comunicarme|contactar|hablarlo|conversar) con (un|una|algún|alguna|otro|el|la|al) {_CHIEF}",
        f"(quiero|quisiera|necesito|exijo|deseo|puedo|me gustaría|voy a|gustaría) ~ (ver a|a|al|a la|con el|con la|con un|con una|con su|dirigirme a|contactar a|dirigirme al|con|un|una) {_CHIEF}",
        f"(páseme|pásenme|pásame|comuníqueme|comuníquenme|póngame|pónganme|ponerme|pasarme|comunicarme|déme|deme|denme|llame|llamen|traiga) ~ (con|a|al) (su|un|una|el|la|tu|algún|vuestro) {_CHIEF}",
        f"(nombre|contacto|correo|datos|teléfono) (de|del) (su|tu|el|la|un|vuestro) {_CHIEF}",
        f"(nombre|contacto|correo|datos) del {_CHIEF}",
        f"(quién es|cómo se llama|dónde está|está|hay) (disponible)? (el|la|su|tu|algún|vuestro|un) {_CHIEF} (.|ahí|aquí|disponible|de ustedes|de este|ahora|responsable)",
        f"(quién es|cómo se llama) (su|tu|vuestro) {_CHIEF}",
        f"(trasladen|traslade|eleven|eleve|pasen|pase|lleven|envíen|envíe|remitan|remita|escalen|comuniquen|informen|hagan llegar|presentar|reenvíen|quejarme|escribir|escribiré|dirigirme|quejaré|acudir|transmitan|transfieran) ~ "
        f"(a|al|con) (la|su|sus|el|un|los|una|tu|vuestra)? {_CHIEF} (.|de|por|y|para|si|porque|general|cuanto)",
        f"(que) (un|una|su|la|el|algún) {_CHIEF} ~ (revise|vea|se ponga|me llame|me contacte|lo vea|atienda|intervenga|conteste|responda|contacte)",
        "(escale|escalen|escalar|elevar|eleven|escalad|escálenlo|escálelo) (a|) (mi|este|el|esta|la|esto|un) (caso|ticket|reclamo|incidencia|solicitud|tema|problema|asunto|superior|queja|nivel)?",
        "(escálenlo|escálelo|sea escalado|que se escale|lo escalen)",
        "(alguien|persona|responsable) ~ (que|con) ~ (pueda|puede|poder|capacidad|autoridad) ~ (decidir|decisión|tomar decisiones|tomar una decisión|resolver)",
        "(alguien con|persona con) (autoridad|poder|más autoridad|mando)",
        "(instancia|nivel|cargo|rango) (superior|más alto|más alta)",
    ),
    "wants_call": (
        "(llámeme|llámenme|llámame|llámenos|llámennos|llamadme|llámanos|telefonéenme|telefonéeme|llamarme|llámeme|llámenos)",
        "(pueden|podrían|puede|podría|puedes|podrías|alguien puede|favor de|por favor|ruego|pido) (llamarme|llamarnos|telefonearme|devolverme la llamada)",
        "me (pueden|puede|podrían|podría|puedes|podrías|vais a|van a|podéis) (por favor|) (llamar|telefonear|devolver la llamada|contactar por teléfono)",
        "(puede|podría|pueden) alguien ~ (llamarme|telefonearme|llamar|telefonear)",
        "que (me|nos) (llamen|llame|llames|llame alguien|llamaran|llamara|telefoneen|devuelvan la llamada|devuelva la llamada|llaméis|telefonee|contacten por teléfono)",
        "que (alguien|un|una|algún) ~ (me|nos) (llame|telefonee|devuelva)",
        "(devuélvanme|devuélvame|devolverme|devuelto|devuelvan|devuelvanme) la llamada",
        "(quiero|solicito|necesito|pido|quisiera|espero|prometieron|esperando|acordar|agendar|programar|concertar|prefiero|prometido|prometió|aguardo|preferiría) (una|su|recibir una|la|que me hagan una) (llamada|llamada telefónica|llamada de vuelta)",
        "(esperando|espero|sigo esperando|pendiente de) (por)? (su|una|la|vuestra) llamada",
        "(una llamada|por teléfono) (sería|es|resultaría) (más|mejor|lo más)",
        "(podemos|podríamos) ~ (agendar|acordar|concertar|programar|tener|hacer) una (breve|pequeña)? llamada",
        "(hablar|hablarlo|contactar|contactarme|contactarles|resolverlo|explicarlo|resolver|localizarme|contactarnos|hablamos|hablemos|contactarlos|tratarlo|comunicarme|aclararlo|arreglarlo|atención) ~ (por teléfono|telefónicamente|por vía telefónica)",
        "(a qué|cuál es|qué|en qué) (el|su)? (número|teléfono) (les|le|puedo|de|de teléfono|para|donde)? (puedo|puede uno|llamar|para)",
        "(tienen|tiene|hay|me dan|pueden darme|tenéis|denme) (un|algún|su) (número|teléfono|número de teléfono|número de contacto) (.|al que|para|donde|de contacto|en el que)",
        "(nadie|nunca|todavía no|aún no|no) (me|nos) (ha|han)? (llamó|llamado|llamaron|llama|ha llamado|devuelto la|telefoneó|telefoneado)",
        "(deme|dame|denme|hágame|haga) un (telefonazo|toque|llamado)",
        "(localizarme|contactarme|encontrarme) en (el|mi) (móvil|celular|teléfono)",
    ),
    "no_help": (
        "no (me|nos|) (ha|han|) (ayudó|ayuda|ayudado|ayudan|sirvió|sirve|servido|ayudaron|sirven) (en|de|para|nada|.|a|con|mucho|absolutamente)",
        "no (me|nos|lo|) (ha|han|) (resuelve|resolvió|resuelto|solucionó|soluciona|solucionado|arregla|arregló|arreglado|solucionaron|resuelven) (mi|el|nada|nuestro|la|.|este)",
        "(sigue|siguen|seguimos|sigo|continúa|continuamos|continúo) (sin|igual|con|saliendo|dando|apareciendo|fallando|teniendo|en las mismas|estando|ocurriendo|pasando) ~ (funcionar|resolverse|solución|respuesta|resolver|poder|que antes|.|mismo|error|problema|"
        "lo mismo|funcionando|ir|solucionar|arreglar|entrar|acceso)",
        "(sigue igual|sigue sin|siguen sin|sigo sin|todo sigue igual|seguimos igual|seguimos sin)",
        "(todavía|aún) (sigue)? (no|sin) (funciona|está resuelto|se ha resuelto|han respondido|me han respondido|está solucionado|puedo|podemos|funcionar|va|carga|me deja|se soluciona|resolver|me funciona)",
        f"(el|) problema (persiste|continúa|sigue|sigue igual|sigue ahí|no se ha resuelto|no está resuelto|no se ha solucionado|ha vuelto|volvió|vuelve)",
        f"{_PROBLEM} (persiste|persisten|continúa|ha vuelto|volvió|sigue|siguen|vuelve|reaparece|reapareció|no ha desaparecido|se repite)",
        f"(mismo|mismos|misma) {_PROBLEM} (.|de antes|de siempre|otra vez|que|de nuevo|todavía)",
        f"(con el|tengo el|tenemos el|el|sale el|da el|aparece el) mismo {_PROBLEM}",
        "(otra vez|de nuevo|siempre|sigue) (lo mismo|el mismo|la misma|igual|pasa|está pasando|ha pasado)",
        "(lo mismo) (otra vez|de nuevo|de siempre|que antes)",
        "(ningún|sin|no hay|no hubo|no veo) (ningún)? (cambio|cambios|mejora|mejoría|efecto|resultado|diferencia|éxito)",
        "(nada) (ha cambiado|funciona|cambió|sirve|ha funcionado|funcionó|ayuda|cambia|ha servido)",
        "no (ha|han) cambiado nada",
        "no (responde|contesta|respondió|contestó|han respondido|han contestado|respondieron|contestaron|ha respondido|ha contestado|respondes|responden|has respondido|leyó|han leído) "
        "(a|) (mi|mis|nuestra|nuestras|lo que)",
        "(nadie) (me|nos) (ayuda|responde|contesta|ha ayudado|ha respondido|hace caso|soluciona)",
        "(eso no|esto no|tampoco|no me|solución no|no) (ha)? (funcionó|ha funcionado|resultó|funcionado|funciona en mi|funciona para mí|sirvió|han funcionado|funcionaron)",
        "(solución|respuesta|enlace|artículo|consejo|método|pasos) ~ (no) (funciona|sirve|ayuda|me sirve|funcionan|funcionó|resuelve|me ayuda|sirvió)",
        "no (es|era|fue) (eso)? (lo que|la) (pregunté|pedí|pregunte|preguntaba|solución|he preguntado|quería|necesito|respuesta)",
        "(nada que ver) con (mi|nuestra|lo que|la)",
        "no (entiendo|comprendo|he entendido|entendí) (su|tu|la|esta|vuestra) (respuesta|explicación|mensaje|solución)",
        "(no sirve de nada|no fue útil|no es útil|no me resulta útil|no vale para nada|de nada sirve|no me sirve|no sirve para nada|no me aporta)",
        "ya (lo|los|la|me|le|) (he|había)? (probé|intenté|hice|probado|intentado|hecho|leído|leí|seguí|seguido|comprobado|revisé)",
        "ya (lo|los|la|) (conozco|conocía|sabía|dije|he dicho)",
        "(he|hemos) (probado|intentado|hecho|seguido) (ya)? (todo|todos|de todo|todas)",
        "(eso|todo|esto) ~ ya (lo)? (hice|he hecho|probé|he probado|intenté)",
        "(ha vuelto|vuelve|volvió) a (aparecer|ocurrir|pasar|fallar|suceder|salir)",
    ),
    "complaint": (
        "(presentar|poner|interponer|hacer|presento|pongo|formular|elevar|tramitar|registrar) (una|mi) (queja|reclamación|queja formal|reclamación formal)",
        "(queja|reclamación) (formal|oficial|por escrito)",
        "(quiero|deseo|quisiera|vengo a|voy a|tengo que|me gustaría|debo) (quejarme|reclamar formalmente|reclamar)",
        "me quejo",
        f"(es|totalmente|absolutamente|resulta|me parece|esto|realmente|qué|son|sencillamente|simplemente|parece|de|.|está siendo) (es|totalmente|absolutamente|realmente|verdaderamente|sencillamente|que)? {_OUTRAGE}",
        "(qué|vaya|menuda|menudo) (vergüenza|desastre|broma|tomadura|falta|burla|pérdida|desfachatez|porquería|mal servicio)",
        "(respuesta|respuestas|mensajes) (automática|automáticas|estándar|prefabricada|prefabricadas|de plantilla|automáticos|genérica|genéricas)",
        "(dando|damos|dar|dándonos|dan) vueltas (en círculo|en círculos|y vueltas|sin)",
        f"{_VERY} {_ANGRY}",
        f"(estoy|estamos|me siento|quedo|me tienen|me tiene) ~ {_ANGRY}",
        "no (estoy|estamos|me siento) (nada|para nada|en absoluto|muy)? (satisfecho|satisfecha|satisfechos|contento|contenta|contentos|conforme|feliz) (con|de|.)",
        "(me|nos) (pasan|mandan|envían) de un (departamento|lado)",
        "(llevo|llevamos|hace|después de|tras|desde hace|más de) ~ (días|semanas|meses|horas|semana|mes|tiempo) ~ (esperando|sin respuesta|sin|nadie|y|así|que|con esto)",
        "(llevo|llevamos) (ya)? (semanas|meses|días|horas|más de) ~ (así|con|esperando)",
        "(esperando|espero|esperamos) ~ (desde hace|hace|más de) ~ (días|semanas|meses|horas)",
        "(sin|ninguna|no hay|no he recibido|no he tenido|no recibo|ni una|no tengo) (una|ninguna|obtener|recibir)? (respuesta|contestación|noticias|solución) (.|desde|de su|y|a|alguna|hasta|todavía|es|en|después)",
        "(nadie|por qué nadie|por qué no) (me|nos)? (responde|contesta|responden|contestan|atiende|ha contestado|contestó|hace nada|ha respondido|respondió|se digna)",
        "(nadie) (le)? (importa|interesa|preocupa)",
        "(cuántas veces|cuánto tiempo|hasta cuándo|cuánto más) ~ (tengo|tenemos|hay|debo|voy|más|hemos|esperar|explicar|explicarlo)",
        "(explicado|escrito|dicho|contado|expliqué|escribí|llamado|preguntado|pedido|reclamado|repetido|informado) ~ (tres|cuatro|cinco|seis|diez|mil|varias|muchas|3|4|5|10|cien|infinidad de) veces",
        "(tercera|cuarta|quinta|sexta|décima|enésima) (vez|consulta|solicitud) (que)?",
        "(tercer|cuarto|quinto|sexto) (mensaje|correo|intento|email|aviso)",
        "(tardando|tarda|tardan|tardado|dura|tardáis|demora|demorando) ~ (demasiado|mucho|una eternidad|siglos)",
        "(perder|perdiendo|pierdo|pérdida de|perdido) (el|mi|nuestro|de)? tiempo",
        "(paciencia) ~ (acaba|límite|acabado|agotado|agota|agotando|límites|se me)",
        "(acaba|agota|agotando|acabando|acabó|pierdo|perdiendo|colmado) ~ paciencia",
        "(servicio|atención|soporte|trato|empresa|servicio al cliente|atención al cliente) ~ (es|fue|está|ha sido) ~ (pésimo|pésima|malo|mala|horrible|terrible|lamentable|nefasto|nefasta|penoso|deplorable|vergonzoso|desastroso|fatal|un desastre|indignante)",
        "(pésimo|pésima|nefasto|lamentable|horrible|peor|mal|terrible|nefasta) (servicio|atención|soporte|trato|servicio al cliente|atención al cliente|empresa)",
        "(nunca|jamás) ~ (visto|tenido|había visto|he visto|tratado|recibido) ~ (servicio|atención|trato|tan|soporte|así)",
        "(esperaba|esperábamos|merezco|esperaría) (más|mejor|otra cosa|algo mejor|mucho más) (de|por)?",
        "(se ríen|se burlan|riéndose|burlándose|tomando el pelo|toman el pelo) (de)? (mí|nosotros|los clientes|.)?",
        "(ya basta|basta ya|estoy hasta|hasta las narices|hasta el gorro|no aguanto más|hasta la coronilla)",
        "(ya estoy|estoy) (harto|harta|hartos)",
    ),
    "leaving": (
        f"(voy|vamos|quiero|queremos|deseo|deseamos|tendré que|tendremos que|he decidido|hemos decidido|me gustaría|quisiera|pienso|pensamos|pensando en|planteando|considerando|dispuesto a|decidido|solicito|necesito|voy a tener que|planteo) ~ "
        f"(cancelar|rescindir|dar de baja|cerrar|anular|eliminar|terminar|darme de baja de|finalizar|no renovar) (mi|nuestro|nuestra|el|la|mis|nuestros|todos mis|todo|con el)? {_CONTRACT}",
        f"(cancelaremos|cancelaré|rescindiremos|rescindiré|rescindo|rescindimos|cancelo|cancelamos|anularé|anularemos|cerraré|cerraremos|anulo) (mi|nuestro|nuestra|el|la|hoy mismo|todo|todos|este|los) {_CONTRACT}?",
        f"(cancelen|cancele|eliminen|elimine|cierren|cierre|borren|anulen|anule|den de baja) (mi|nuestro|nuestra|por favor mi|ya mi) {_CONTRACT}",
        "(darme|darnos|me doy|nos damos|dar|darse|causar|causo|nos daremos|me daré|doy) (de)? baja (.|del|de|en|inmediatamente|como|ya|y|con|hoy|definitiva|mañana|a|si)",
        "(confirmen|confirmar|confirme|tramiten|tramitar|tramite|gestionen|solicito|procesen|solicitar|comunico|pido|ruego) (la|mi|nuestra)? (baja|cancelación) (.|de|del|por|definitiva|inmediata|y|con)",
        "(irme|irnos|cambiarme|cambiarnos|pasarme|pasarnos|me voy|nos vamos|me iré|nos iremos|me cambio|nos cambiamos|me paso|nos pasamos|cambiar|pasar|me cambiaré|nos cambiaremos|marcharme|irse|migrar|me marcho) (a|con|para) (la|otra|otro|un|su|una) "
        "(competencia|compañía|proveedor|empresa|competidor|operadora|tienda|banco|proveedora)",
        "(cambiar|cambiaré|cambiaremos|cambio|cambiamos|cambiando) de (proveedor|compañía|empresa|operadora|tienda|banco)",
        "(buscando|buscar|buscaré|buscaremos|mirando|miro|busco|buscamos|evaluando|viendo|considerando|estudiando|valorando|comparando) ~ (otro proveedor|otra compañía|otros proveedores|alternativas|una alternativa|otra solución|otra empresa|"
        "otras opciones|nuevo proveedor|otras alternativas|otra opción|otras empresas|ofertas de la competencia)",
        "(en otra parte|a otra parte|en otro sitio|a otro sitio|a otro lado|en otro lado) (.|y|con|a)?",
        "(perder|pierden|perderán|perdiendo|perdido|perderéis|pierde|perdéis) ~ (un|una|a un|a una|como) (buen)? (cliente|clienta)",
        "(nunca más|no) (vuelvo|volveré|compro|compraré|volveremos|volvemos) (a|con|nada|aquí|.) ~ (comprar|comprarles|contratar|pedir|ustedes|aquí|nunca|más|.)",
        "nunca más (vuelvo|volveré|compro|compraré|volveremos|les|con)",
        "(último|última) (pedido|compra|vez) (con|que|en) (ustedes|vosotros|les|compro|su|vuestra)",
        "no (voy|vamos) a (renovar|continuar|seguir) (la|mi|el|con|siendo|nuestro|nuestra|ustedes)",
        "no (renovaremos|renovaré|renovamos|prorrogaremos|seguiremos|continuaremos) (la|mi|el|con|siendo|nuestro|nuestra)",
        "(no quiero|dejar de|dejaré de|dejaremos de|ya no quiero|no seguir) (seguir)? (siendo|ser|seré) (su|cliente|clienta|clientes)",
        "(dejarles|dejaros|abandonarles|les dejo|les dejamos|les dejaré|os dejo|abandonar la compañía)",
        "(una vez más|otra más|si no|así que|pues|entonces) ~ me (voy|marcho|largo) .",
    ),
}

_OTHERS = "(otros|otras|otro|otra|ajenos|ajenas|ajeno|ajena|terceros|desconocidos|un desconocido|una desconocida|alguien que)"
_PEOPLE = "(personas|clientes|usuarios|persona|cliente|clienta|usuario|usuaria|gente|empresas|empresa|pacientes|miembros|socios|compañías|empleados)"
_DATA = (
    "(datos|información|mensajes|mensaje|pedidos|pedido|facturas|factura|cuenta|cuentas|perfil|perfiles|correos|correo|documentos|archivos|fotos|"
    "dirección|direcciones|historiales|historial|contratos|nombre|nombres|teléfono|teléfonos|número|expedientes|expediente|nóminas|nómina|chats|"
    "conversaciones|reservas|las|los|la|el|extractos|recibos|fichas)"
)
_PASSWORD = "(contraseña|contraseñas|credenciales|clave|claves|clave de api|clave api|datos de acceso|claves de acceso)"
_CHARGED = "(cobrado|cobraron|cargado|cargaron|cobró|pagado|facturado|facturaron|cobra|cobran|cargó|debitado|debitaron|descontado|descontaron|retirado|retiraron|pasado)"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(fuga|filtración|robo|violación|brecha|vulneración|filtraciones) de (datos|información|la privacidad|mi privacidad|mis datos|nuestros datos|privacidad)",
        f"{_DATA} (personales|privados|privadas|privada|bancarios|médicos)? de (otras|otros|otra|otro|alguna otra) {_PEOPLE}",
        f"(veo|ver|leer|leo|vemos|ve|aparecen|aparece|recibido|recibí|recibo|muestra|muestran|contiene|abrir|acceder|acceso|sale|salen|entro|entrar|abro|encuentro|llegan|llegó|mostrado) ~ {_DATA} ~ de (otras|otros|otra|otro|un desconocido|terceros|desconocidos|alguien) {_PEOPLE}?",
        f"{_DATA} (personales|privados)? (ajenos|ajenas|ajena|de desconocidos|de terceros|de un desconocido|de alguien que no)",
        f"(historiales|datos|facturas|pedidos|mensajes|documentos|pacientes|correos|cuentas|expedientes) ~ que no (son|es) (míos|mías|mío|mía|nuestros|nuestras)",
        f"(mis|mi|nuestros|nuestra|los|nuestras) {_DATA} (personales|privados|médicos|bancarios)? (es|son|están|está|fueron|han sido|estaban|se han|ha sido|quedaron|se enviaron|se han enviado|fue) ~ "
        "(visibles|visible|públicos|público|publicados|expuestos|filtrados|divulgados|expuestas|enviados|a la persona|persona equivocada|accesibles|accesible|filtrado|vendidos|compartidos|pública|otra persona|a otra)",
        f"(han|ha|habéis) (enviado|mandado|compartido|publicado|divulgado|dado|filtrado|vendido|facilitado|revelado|cedido) ~ (mis|mi|nuestros|nuestra) ~ {_DATA}",
        f"(publicado|publicaron|compartido|compartieron|enviado|usado|vendido|divulgado|cedido|publicar) ~ {_DATA} ~ (sin|contra) (mi|nuestro|nuestra|autorización|permiso|consentimiento)",
        f"(otros|otras|desconocidos|todo el mundo|cualquiera|extraños|terceros) {_PEOPLE}? (pueden|puede|ven|ve|podían|tienen acceso) ~ (mi|mis|nuestros|nuestras)",
        "(derecho al olvido|derecho de supresión|derecho de acceso a mis)",
        "(borren|borrar|eliminen|eliminar|supriman|suprimir|supresión|eliminación) ~ (datos personales|datos de carácter)",
        "(agencia de protección de datos|agencia española de protección|incumplimiento del rgpd|vulneración del rgpd|aepd|protección de datos) (.|y|por|si|porque|pues)?",
        "(conforme al|según el|incumplimiento del|virtud del|vulneración del|viola el|infracción del|de acuerdo con el) (rgpd|reglamento general)",
        "(mi privacidad) (.|ha|fue|se|está|y)",
    ),
    "security": (
        "(ha sido|fue|han sido|fueron|he sido|está|estaba|sido|están) ~ (hackeado|hackeada|hackeados|pirateado|pirateada|vulnerada|comprometida|comprometido|infectado|infectada|intervenida|suplantada|atacado|comprometidos)",
        "(me|nos) (hackearon|han hackeado|robaron la cuenta|han robado la cuenta|han pirateado|piratearon|han suplantado)",
        "(hackeó|hackearon|robó|hackeado|pirateado|robaron|robado|suplantado|pirateó) (mi|nuestra|nuestro|la|mis|nuestras) (cuenta|perfil|página|sitio|identidad|contraseña|contraseñas|web|correo|clave)",
        "(fallo|brecha|vulnerabilidad|agujero|incidente|problema|hueco|falla|vulnerabilidades) de seguridad",
        "(una|encontrado|descubierto|la|grave|crítica) vulnerabilidad (en|de|crítica|grave)",
        "(acceso|accesos|inicio de sesión|inicios de sesión|actividad|conexión|conexiones|entrada) (no autorizado|indebido|no autorizados|sospechoso|sospechosos|sospechosa|desconocido|desconocidos|desconocida|extraño|extraños|inusual)",
        "(robo|robaron|filtraron|filtró|robado|han robado|filtrado|cambió|cambiado|cambiaron) (de|mi|mis|las|la|nuestras|nuestra) ~ (contraseña|contraseñas|credenciales|clave|claves) (.|sin|y|de|por|en|que)",
        f"{_PASSWORD} (de api|de acceso)? (se|ha sido|fue|fueron|han sido|está|están) ~ (filtró|filtrada|robada|robadas|expuesta|filtradas|publicada|comprometida|comprometidas|filtraron|filtrado|en internet)",
        "(alguien|un desconocido|una persona desconocida|otra persona|un extraño|hackers|un hacker|desconocidos|han|un intruso|un tercero) (ha|han|está|se ha|me ha|se)? (entrado|entró|accedido|accedió|usando|usado|usó|iniciado sesión|inició sesión|conectado|conectó|cambiado|"
        "cambió|modificado|modificó|utilizando|utiliza|usa|metido|metió|comprado) ~ (mi|nuestra|nuestro|mis|nuestros) ~ (cuenta|contraseña|perfil|correo|sistema|servidor|clave|identidad|datos|página|nombre|ordenador)",
        "(inicios de sesión|inicio de sesión|accesos|acceso|conexiones|movimientos|dispositivo|dispositivos|actividad|sesiones) ~ (no son míos|no es mío|no soy yo|no he sido yo|no fui yo|no reconozco|que no son|desconocido)",
        "(dispositivo|dispositivos|usuario|ip) (desconocido|desconocidos|extraño)",
        "(entrar|acceder|iniciar sesión|entra|puede entrar|conectarse|accede) ~ sin (contraseña|autenticación|clave|identificarse|permiso|ninguna contraseña|autorización)",
        "(antiguo|ex|exempleado|antiguos|antigua|despedido) (empleado|empleados|trabajador|empleada|compañero) ~ (sigue|todavía|aún|tiene|puede) ~ (acceso|acceder|entrar)",
        "(infectado|infectada|infectados) (con|por)",
        "(phishing|ransomware|suplantación de identidad|programa malicioso|malware|virus troyano|troyano|ciberataque|inyección sql|robo de identidad)",
    ),
    "safety": (
        "(se|) (incendió|prendió fuego|ha incendiado|quemó|prendido fuego|prende fuego)",
        "(descarga eléctrica|peligro de muerte|riesgo de incendio|riesgo de lesiones|riesgo para la salud|corriente eléctrica|calambrazo|calambre|intoxicación|monóxido de carbono|peligro de incendio|riesgo de explosión|riesgo de muerte|ambulancia|"
        "riesgo de asfixia|amenazado de muerte|quemaduras)",
        "(resultó|resultaron|fue|está|estoy|resultar|quedó|ha resultado|han resultado) (gravemente|) (herido|herida|heridos|lesionado|lesionada)",
        "(se|me|nos) (ha|he|han)? (hizo|hecho|hice|cortó|corté|lesionó|lesionado|quemó|quemado|quemé|lastimó|lastimado|hirió|herido|electrocutó|electrocuté|intoxicó) ~ (daño|con|la mano|el dedo|por|la|.)",
        "(batería|cargador|aparato|máquina|enchufe|cable|móvil|dispositivo|teléfono) ~ (echa humo|humo|explotó|explota|arde|ardió|quemando|echando humo|chispas|explote|quema|se derritió|ardiendo)",
        "(explote|va a explotar|puede explotar|podría explotar|explotó|estalló)",
        "(amenaza|amenazas) de (muerte|bomba)",
        "(amenaza|amenazó|amenazando|amenazan|amenazado|amenazas) (con)? (matarme|matarnos|pegarme|hacerme daño|agredirme|de muerte|con matar|a mí|a mi familia)",
        "(suicidarme|suicidarse|suicidio|quitarme la vida|quitarse la vida|matarme|matarnos|hacerme daño|hacerse daño|autolesiones|acabar con mi vida)",
        "(no quiero|sin ganas de|no tengo ganas de) (seguir)? (vivir|viviendo)",
        "(sabe|saben) dónde (vivo|vivimos)",
        "hacer daño (.|a mí|a mi|a alguien|a sí)?",
        "(fuga|escape|olor) (de|a) gas",
        "(huele|olía|olor) a (quemado|gas|humo|chamuscado)",
        "(tragó|tragado|ingirió) (una|un|la|el)",
        "(en el hospital|al hospital|en urgencias|a urgencias) (.|con|por)",
        "(muy peligroso|puede morir|peligro para la vida|peligra la vida|pone en peligro|alguien puede morir)",
    ),
    "legal": (
        "(de|a|con|por|contactaré a|contratado|manos de) (mi|nuestro|mis|nuestra|nuestros) (abogado|abogada|abogados)",
        "(mi|nuestro|nuestra) (abogado|abogada) (se|le|les|va|ya|dice|recomienda|ha|presentará|está)",
        "(contactar|contratar|consultar|acudir|hablar|contrataré|contratado|consultaré|consultado|buscaré) (a|con|) un abogado",
        "(acciones|medidas|vías|acción|vía) (legales|judiciales|judicial|legal)",
        "(demandarlos|demandarles|demandarlo|los voy a demandar|les voy a demandar|vamos a demandar|voy a demandar|los demandaré|les demandaré|demandar a|"
        "presentar una demanda|interponer una demanda|les demandaremos|los demandaremos|una demanda contra|presentaré una demanda)",
        "(ir|iré|iremos|llevar|llevaré|acudir|veremos|vemos|llevaremos|acudiré|caso|lleve) (esto|el caso|el asunto|el tema|a ustedes)? (a|ante|en) (esto a)? (juicio|los tribunales|la justicia|un juez|juzgado|el juzgado)",
        "(denuncia|denunciaré|denunciar|denunciarlos|denunciarles|denuncio|denunciado|denunciarlo) (ante|a la|en la|por|.|a la policía|a su empresa|en comisaría|en consumo)",
        "(poner|presentar|interponer|puesto|pondré|interpondré) (una|la) denuncia",
        "(los|les|voy a|vamos a) (voy a|vamos a)? (denunciar|denunciaré|demandar|demandaré|demandarlos)",
        "(orden judicial|burofax|requerimiento judicial|daños y perjuicios|mediador|defensor del consumidor|profeco|facua|ocu)",
        "(consumidor|consumidores|hoja de reclamaciones|hojas de reclamaciones|oficina del consumidor|ante consumo|a consumo|en consumo)",
        "(incumpliendo|incumplimiento|incumplido|violación|rompen|incumplen) (de|del|el|su|nuestro)? contrato",
        "(es|esto es|parece|por|son|constituye|llama) (una|un|unos)? (estafa|fraude|estafadores|robo)",
        "(a la|en la|en comisaría|la) policía",
    ),
    "payment": (
        f"{_CHARGED} ~ (dos veces|doble|por duplicado|dos|tres veces|varias veces|2 veces|el doble|repetidamente)",
        "(cobro|cargo|pago|débito|recibo) (doble|duplicado|no autorizado|fraudulento|indebido|desconocido|erróneo|que no reconozco)",
        "(cobros|cargos|pagos) (dobles|duplicados|no autorizados|fraudulentos|indebidos|desconocidos)",
        "(doble|duplicado|doblemente) (cobro|cargo|pago|cobrado)",
        f"(me|nos) (han|ha|siguen|habéis|están|estáis)? (vuelto a)? {_CHARGED} ~ (sin|aunque|de más|demasiado|a pesar|cuando|en vez|en lugar|pese|otra vez|euros|pesos|dinero|por error|mal|más|por|doce|indebidamente)",
        "(cobrando|cobrar|cobrarme|cobrarnos) ~ (de más|aunque|indebidamente|dos veces|sin mi|a pesar)",
        "(cobraron|cargaron|cobrado|cargado|retirado) ~ sin (mi|nuestro|nuestra|autorización|permiso|avisar|consentimiento)",
        "(fraude|uso fraudulento) (con|en|de) (mi|la) tarjeta",
        "(cargo|pago|cobro|compra|transacción|movimiento|operación) ~ (que no|no) (he|reconozco|hice|autoricé|realicé|ha|fue|es mío|he hecho|he autorizado|he realizado)",
        "(devuelvan|devuélvanme|devuélvame|devolver|devolución de|devolverme|recuperar|reintegren|reintegro de|reembolsen|reembolsarme|devolvedme|quiero) ~ (mi|el|nuestro|del|mi|todo mi) (dinero|importe|pago|cargo|plata)",
        "(quiero|exijo|solicito|pido|necesito|reclamo|recibido|esperando|cuándo|mi|sin|espero|dónde está|demando|tramiten|procesen|llegado) (recibir|que me hagan|recibiré|mi|un|el|llega|recibo|llegará)? ~ (reembolso|devolución del dinero|devolución del importe) (.|de|del|todavía|ya|por|aún|inmediato|completo|íntegro|y|que|prometido)",
        "(no|todavía no|aún no) (he|hemos|me) (recibido|ha llegado|llegado|llega|tengo|llegó|han hecho) ~ (reembolso|devolución|dinero)",
        "(reembolso|reembólsenme|reembólseme|devuélvanme|devuélvame|devuelvanme) (el|mi|lo|ya|.|inmediato|completo|de inmediato|todavía|íntegro)",
        "(devolver el recibo|devolver el cargo|contracargo|disputar el|impugnar el|reclamar el cargo|retroceder el|disputar este|devolveré el recibo|anular el cargo|rechazar el cargo)",
        "(factura|recibo) (está|es|viene|sale) ~ (mal|incorrecta|equivocada|errónea|incorrecto|demasiado alta|excesiva|equivocado)",
        "(facturaron|facturado|cobrado|cobraron) ~ (en vez|en lugar) de",
        "(por qué) ~ (cargo en mi|cobrado|cobran|cargado|cobraron|cobro|un cargo|cobráis|cargaron)",
        "(pagado|pagué|pago|pagamos|abonado) ~ (pero|y|aunque) ~ (pendiente de pago|sin pagar|no pagado|impagado|impagada|pendiente|recordatorio|reclaman|no pagada)",
        "(pendiente de pago) (.|aunque|cuando|y)",
    ),
}
