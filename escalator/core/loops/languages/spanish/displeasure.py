"""How Spanish speaking customers say that it was no use, that they complain, that they leave."""

from collections.abc import Mapping

_CONTRACT = (
    "(contrato|contratos|cuenta|cuentas|suscripción|suscripciones|membresía|abono|servicio|servicios|licencia|"
    "licencias|plan|línea|relación)"
)
_PROBLEM = "(problema|problemas|error|errores|fallo|fallos|incidencia|mensaje de error|avería)"
_VERY = (
    "(muy|realmente|sumamente|extremadamente|bastante|totalmente|tan|profundamente|verdaderamente|completamente|"
    "ya|más que|empezando a estar|a estar)"
)
_ANGRY = (
    "(decepcionado|decepcionada|molesto|molesta|enfadado|enfadada|enojado|enojada|descontento|descontenta|"
    "frustrado|frustrada|furioso|furiosa|indignado|indignada|harto|harta|hartos|insatisfecho|insatisfecha|"
    "cabreado|cabreada|disgustado|disgustada|cansado de esto|decepcionados|indignados|desesperado|desesperada)"
)
_OUTRAGE = (
    "(inaceptable|indignante|inadmisible|una vergüenza|una burla|una broma|una falta de respeto|una tomadura de "
    "pelo|un escándalo|ridículo|ridícula|vergonzoso|vergonzosa|lamentable|intolerable|increíble|de locos|un "
    "desastre|pésimo|un abuso|una estafa de servicio|el colmo|absurdo|insultante|un insulto|de risa|una "
    "pesadilla|patético|penoso|una desfachatez|un chiste|un despropósito)"
)

DISPLEASURE: Mapping[str, tuple[str, ...]] = {
    "no_help": (
        "(no|ni) (era|es|fue) (la|una)? (respuesta|solución) (a|que|correcta)?",
        "no (corresponde|se aplica|aplica|encaja|sirve) ~ (a mi caso|mi caso|mi problema|mi situación|a mi|para mi)",
        "no (cambió|ha cambiado|solucionó|arregló|resolvió) nada",
        "(resultado|efecto) (es|sigue siendo|fue) (el mismo|igual|nulo)",
        "no (me|nos|) (ha|han|) (ayudó|ayuda|ayudado|ayudan|sirvió|sirve|servido|ayudaron|sirven) (en|de|"
        "para|nada|.|a|con|mucho|absolutamente)",
        "no (me|nos|lo|) (ha|han|) (resuelve|resolvió|resuelto|solucionó|soluciona|solucionado|arregla|"
        "arregló|arreglado|solucionaron|resuelven) (mi|el|nada|nuestro|la|.|este)",
        "(sigue|siguen|seguimos|sigo|continúa|continuamos|continúo) (sin|igual|con|saliendo|dando|"
        "apareciendo|fallando|teniendo|en las mismas|estando|ocurriendo|pasando) ~ (funcionar|resolverse|"
        "solución|respuesta|resolver|poder|que antes|.|mismo|error|problema|lo mismo|funcionando|ir|"
        "solucionar|arreglar|entrar|acceso)",
        "(sigue igual|sigue sin|siguen sin|sigo sin|todo sigue igual|seguimos igual|seguimos sin)",
        "(todavía|aún) (sigue)? (no|sin) (funciona|está resuelto|se ha resuelto|han respondido|me han "
        "respondido|está solucionado|puedo|podemos|funcionar|va|carga|me deja|se soluciona|resolver|me "
        "funciona)",
        "(el|) problema (persiste|continúa|sigue|sigue igual|sigue ahí|no se ha resuelto|no está "
        "resuelto|no se ha solucionado|ha vuelto|volvió|vuelve)",
        f"{_PROBLEM} (persiste|persisten|continúa|ha vuelto|volvió|sigue|siguen|vuelve|reaparece|"
        "reapareció|no ha desaparecido|se repite)",
        f"(mismo|mismos|misma) {_PROBLEM} (.|de antes|de siempre|otra vez|que|de nuevo|todavía)",
        f"(con el|tengo el|tenemos el|el|sale el|da el|aparece el) mismo {_PROBLEM}",
        "(otra vez|de nuevo|siempre|sigue) (lo mismo|el mismo|la misma|igual|pasa|está pasando|ha pasado)",
        "(lo mismo) (otra vez|de nuevo|de siempre|que antes)",
        "(ningún|sin|no hay|no hubo|no veo) (ningún)? (cambio|cambios|mejora|mejoría|efecto|resultado|"
        "diferencia|éxito)",
        "(nada) (ha cambiado|funciona|cambió|sirve|ha funcionado|funcionó|ayuda|cambia|ha servido)",
        "no (ha|han) cambiado nada",
        "no (responde|contesta|respondió|contestó|han respondido|han contestado|respondieron|contestaron|"
        "ha respondido|ha contestado|respondes|responden|has respondido|leyó|han leído) (a|) (mi|mis|"
        "nuestra|nuestras|lo que)",
        "(nadie) (me|nos) (ayuda|responde|contesta|ha ayudado|ha respondido|hace caso|soluciona)",
        "(eso no|esto no|tampoco|no me|solución no|no) (ha)? (funcionó|ha funcionado|resultó|funcionado|"
        "funciona en mi|funciona para mí|sirvió|han funcionado|funcionaron)",
        "(solución|respuesta|enlace|artículo|consejo|método|pasos) ~ (no) (funciona|sirve|ayuda|me sirve|"
        "funcionan|funcionó|resuelve|me ayuda|sirvió)",
        "no (es|era|fue) (eso)? (lo que|la) (pregunté|pedí|pregunte|preguntaba|solución|he preguntado|"
        "quería|necesito|respuesta)",
        "(nada que ver) con (mi|nuestra|lo que|la)",
        "no (entiendo|comprendo|he entendido|entendí) (su|tu|la|esta|vuestra) (respuesta|explicación|"
        "mensaje|solución)",
        "(no sirve de nada|no fue útil|no es útil|no me resulta útil|no vale para nada|de nada sirve|no "
        "me sirve|no sirve para nada|no me aporta)",
        "ya (lo|los|la|me|le|) (he|había)? (probé|intenté|hice|probado|intentado|hecho|leído|leí|seguí|"
        "seguido|comprobado|revisé)",
        "ya (lo|los|la|) (conozco|conocía|sabía|dije|he dicho)",
        "(he|hemos) (probado|intentado|hecho|seguido) (ya)? (todo|todos|de todo|todas)",
        "(eso|todo|esto) ~ ya (lo)? (hice|he hecho|probé|he probado|intenté)",
        "(ha vuelto|vuelve|volvió) a (aparecer|ocurrir|pasar|fallar|suceder|salir)",
        "no (es|era|fue) (mi|nuestra) pregunta",
        f"{_PROBLEM} (existe|sigue|está) ~ (como antes|igual|lo mismo|todavía)",
    ),
    "complaint": (
        "(siempre|otra vez|una y otra vez|constantemente|cada vez) (lo mismo|escribir lo mismo|repetir|"
        "explicar|explicarlo)",
        "(tengo|tenemos|hay) que (escribir|repetir|explicar|decir|pedir|explicarlo|repetirlo) ~ (siempre|"
        "otra vez|lo mismo|tantas veces|una y otra vez|mil veces|cada vez)",
        "(frustrante|desesperante|decepcionante|molesto|indignante) (tratar|.|que|con|y|lidiar|ver)",
        "(línea|equipo|personal|hotline|web|gestión|línea de atención|departamento) ~ (es|son|está "
        "siendo) ~ (un desastre|una vergüenza|pésimo|pésima|inútil|inútiles|incompetentes|una broma|"
        "fatal)",
        "(tratado|tratada|atendido|atendida|tratan) (tan|muy|así de|fatal) (mal)?",
        "(presentar|poner|interponer|hacer|presento|pongo|formular|elevar|tramitar|registrar) (una|mi) "
        "(queja|reclamación|queja formal|reclamación formal)",
        "(queja|reclamación) (formal|oficial|por escrito)",
        "(quiero|deseo|quisiera|vengo a|voy a|tengo que|me gustaría|debo) (quejarme|reclamar formalmente|reclamar)",
        "me quejo",
        "(es|totalmente|absolutamente|resulta|me parece|esto|realmente|qué|son|sencillamente|simplemente|"
        "parece|de|.|está siendo) (es|totalmente|absolutamente|realmente|verdaderamente|sencillamente|"
        f"que)? {_OUTRAGE}",
        "(qué|vaya|menuda|menudo) (vergüenza|desastre|broma|tomadura|falta|burla|pérdida|desfachatez|"
        "porquería|mal servicio)",
        "(respuesta|respuestas|mensajes) (automática|automáticas|estándar|prefabricada|prefabricadas|de "
        "plantilla|automáticos|genérica|genéricas)",
        "(dando|damos|dar|dándonos|dan) vueltas (en círculo|en círculos|y vueltas|sin)",
        f"{_VERY} {_ANGRY}",
        f"(estoy|estamos|me siento|quedo|me tienen|me tiene) ~ {_ANGRY}",
        "no (estoy|estamos|me siento) (nada|para nada|en absoluto|muy)? (satisfecho|satisfecha|"
        "satisfechos|contento|contenta|contentos|conforme|feliz) (con|de|.)",
        "(me|nos) (pasan|mandan|envían) de un (departamento|lado)",
        "(llevo|llevamos|hace|después de|tras|desde hace|más de) ~ (días|semanas|meses|horas|semana|mes|"
        "tiempo) ~ (esperando|sin respuesta|sin|nadie|y|así|que|con esto)",
        "(llevo|llevamos) (ya)? (semanas|meses|días|horas|más de) ~ (así|con|esperando)",
        "(esperando|espero|esperamos) ~ (desde hace|hace|más de) ~ (días|semanas|meses|horas)",
        "(sin|ninguna|no hay|no he recibido|no he tenido|no recibo|ni una|no tengo) (una|ninguna|obtener|"
        "recibir)? (respuesta|contestación|noticias|solución) (.|desde|de su|y|a|alguna|hasta|todavía|es|"
        "en|después)",
        "(nadie|por qué nadie|por qué no) (me|nos)? (responde|contesta|responden|contestan|atiende|ha "
        "contestado|contestó|hace nada|ha respondido|respondió|se digna)",
        "(nadie) (le)? (importa|interesa|preocupa)",
        "(cuántas veces|cuánto tiempo|hasta cuándo|cuánto más) ~ (tengo|tenemos|hay|debo|voy|más|hemos|"
        "esperar|explicar|explicarlo)",
        "(explicado|escrito|dicho|contado|expliqué|he escrito|les escribí|llamado|preguntado|pedido|"
        "reclamado|repetido|informado) ~ (tres|cuatro|cinco|seis|diez|mil|varias|muchas|3|4|5|10|cien|"
        "infinidad de) veces",
        "(tercera|cuarta|quinta|sexta|décima|enésima) (vez|consulta|solicitud) (que)?",
        "(tercer|cuarto|quinto|sexto) (mensaje|correo|intento|email|aviso)",
        "(tardando|tarda|tardan|tardado|dura|tardáis|demora|demorando) ~ (demasiado|mucho|una eternidad|siglos)",
        "(perder|perdiendo|pierdo|pérdida de|perdido) (el|mi|nuestro|de)? tiempo",
        "(paciencia) ~ (acaba|límite|acabado|agotado|agota|agotando|límites|se me)",
        "(acaba|agota|agotando|acabando|acabó|pierdo|perdiendo|colmado) ~ paciencia",
        "(servicio|atención|soporte|trato|empresa|servicio al cliente|atención al cliente) ~ (es|fue|"
        "está|ha sido) ~ (pésimo|pésima|malo|mala|horrible|terrible|lamentable|nefasto|nefasta|penoso|"
        "deplorable|vergonzoso|desastroso|fatal|un desastre|indignante)",
        "(pésimo|pésima|nefasto|lamentable|horrible|peor|mal|terrible|nefasta) (servicio|atención|"
        "soporte|trato|servicio al cliente|atención al cliente|empresa)",
        "(nunca|jamás) ~ (visto|tenido|había visto|he visto|tratado|recibido) ~ (servicio|atención|trato|"
        "tan|soporte|así)",
        "(esperaba|esperábamos|merezco|esperaría) (más|mejor|otra cosa|algo mejor|mucho más) (de|por)?",
        "(se ríen|se burlan|riéndose|burlándose|tomando el pelo|toman el pelo) (de)? (mí|nosotros|los clientes|.)?",
        "(ya basta|basta ya|estoy hasta|hasta las narices|hasta el gorro|no aguanto más|hasta la coronilla)",
        "(ya estoy|estoy) (harto|harta|hartos)",
    ),
    "leaving": (
        "(iremos|irme|iré|irnos|vamos|voy|vaya|pasaremos|pasaré|cambiaremos|cambiarnos) (a|con|para) "
        "(uno de|la|otro|otra|alguno de|un|una|algún) (sus|los|vuestros|las)? (competidores|competencia|"
        "compañía|proveedor|empresa|operadora|competidor|rivales)",
        "no (prorrogará|renovará|continuará|prolongará|seguirá|ampliará|renovaremos|prorrogaremos) (el|"
        "con|la|nuestro|su) (contrato|ustedes|suscripción|servicio)?",
        "(encontrado|elegido|contratado|encontramos|firmado con) (a|un|una|ya)? (otro|otra|nuevo|nueva|"
        "un nuevo|una nueva) (proveedor|empresa|compañía|solución|operadora)",
        "(a punto de|cerca de|al borde de) (irnos|irme|cancelar|darme de baja|darnos de baja|rescindir|"
        "dejarlos|dejarles|cambiar)",
        f"(den|dé|dar) de baja (mi|nuestra|nuestro|la|el) {_CONTRACT}",
        "(voy|vamos|quiero|queremos|deseo|deseamos|tendré que|tendremos que|he decidido|hemos decidido|"
        "me gustaría|quisiera|pienso|pensamos|pensando en|planteando|considerando|dispuesto a|decidido|"
        "solicito|necesito|voy a tener que|planteo) ~ (cancelar|rescindir|dar de baja|cerrar|anular|"
        "eliminar|terminar|darme de baja de|finalizar|no renovar) (mi|nuestro|nuestra|el|la|mis|nuestros|"
        f"todos mis|todo|con el)? {_CONTRACT}",
        "(cancelaremos|cancelaré|rescindiremos|rescindiré|rescindo|rescindimos|cancelo|cancelamos|"
        "anularé|anularemos|cerraré|cerraremos|anulo) (mi|nuestro|nuestra|el|la|hoy mismo|todo|todos|"
        f"este|los) {_CONTRACT}?",
        "(cancelen|cancele|eliminen|elimine|cierren|cierre|borren|anulen|anule|den de baja) (mi|nuestro|"
        f"nuestra|por favor mi|ya mi) {_CONTRACT}",
        "(darme|darnos|me doy|nos damos|dar|darse|causar|causo|nos daremos|me daré|doy) (de)? baja (.|"
        "del|de|en|inmediatamente|como|ya|y|con|hoy|definitiva|mañana|a|si)",
        "(confirmen|confirmar|confirme|tramiten|tramitar|tramite|gestionen|solicito|procesen|solicitar|"
        "comunico|pido|ruego) (la|mi|nuestra)? (baja|cancelación) (.|de|del|por|definitiva|inmediata|y|"
        "con)",
        "(irme|irnos|cambiarme|cambiarnos|pasarme|pasarnos|me voy|nos vamos|me iré|nos iremos|me cambio|"
        "nos cambiamos|me paso|nos pasamos|cambiar|pasar|me cambiaré|nos cambiaremos|marcharme|irse|"
        "migrar|me marcho) (a|con|para) (la|otra|otro|un|su|una) (competencia|compañía|proveedor|empresa|"
        "competidor|operadora|tienda|banco|proveedora)",
        "(cambiar|cambiaré|cambiaremos|cambiando) de (proveedor|compañía|empresa|operadora|tienda|banco)",
        "(buscando|buscar|buscaré|buscaremos|mirando|miro|busco|buscamos|evaluando|viendo|considerando|"
        "estudiando|valorando|comparando) ~ (otro proveedor|otra compañía|otros proveedores|alternativas|"
        "una alternativa|otra solución|otra empresa|otras opciones|nuevo proveedor|otras alternativas|"
        "otra opción|otras empresas|ofertas de la competencia)",
        "(en otra parte|a otra parte|en otro sitio|a otro sitio|a otro lado|en otro lado) (.|y|con|a)?",
        "(perder|pierden|perderán|perdiendo|perdido|perderéis|pierde|perdéis) ~ (un|una|a un|a una|como) "
        "(buen)? (cliente|clienta)",
        "(nunca más|no) (vuelvo|volveré|compro|compraré|volveremos|volvemos) (a|con|nada|aquí|.) ~ "
        "(comprar|comprarles|contratar|pedir|ustedes|aquí|nunca|más|.)",
        "nunca más (vuelvo|volveré|compro|compraré|volveremos|les|con)",
        "(último|última) (pedido|compra|vez) (con|que|en) (ustedes|vosotros|les|compro|su|vuestra)",
        "no (voy|vamos) a (renovar|continuar|seguir) (la|mi|el|con|siendo|nuestro|nuestra|ustedes)",
        "no (renovaremos|renovaré|renovamos|prorrogaremos|seguiremos|continuaremos) (la|mi|el|con|siendo|"
        "nuestro|nuestra)",
        "(no quiero|dejar de|dejaré de|dejaremos de|ya no quiero|no seguir) (seguir)? (siendo|ser|seré) "
        "(su|cliente|clienta|clientes)",
        "(dejarles|dejaros|abandonarles|les dejo|les dejamos|les dejaré|os dejo|abandonar la compañía)",
        "(una vez más|otra más|si no|así que|pues|entonces) ~ me (voy|marcho|largo) .",
        "no (trabajaremos|trabajaré|colaboraremos|contrataremos|contaremos) (más|nunca)? (con)? (ustedes|vosotros)",
    ),
}
