"""What customers say in Spanish."""

from collections.abc import Mapping

NEGATIONS = (
    "no (es|hace|será|sería) (necesario|falta|preciso|necesaria)",
    "no (necesito|quiero|queremos|necesitamos|deseo|hay|tiene|tienen) (de|que|ya|un|una|ninguna|ningún|necesidad|)",
    "(sin necesidad|en vez|en lugar|sin) de",
    "no (es|era|fue|se trata de) (un|una|ninguna|)",
)

_HUMAN = "(persona|humano|ser humano|persona real|persona de verdad|humano real|persona humana|agente humano)"
_STAFF = "(agente|operador|asesor|representante|agente real|asesor humano)"
_CHIEF = "(jefe|jefa|supervisor|supervisora|encargado|encargada|responsable|gerente|superior|director|directora)"
_CONTRACT = "(contrato|cuenta|suscripción|membresía)"

SAYS: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        f"hablar con (una|un|alguna|algún|) (verdadera|) {_HUMAN}",
        f"hablar con (un|una|algún) {_STAFF}",
        "(puedo|podemos|podría|quiero|queremos|quisiera|necesito|necesitamos|me gustaría|exijo) "
        "(por favor|ya|) hablar con alguien",
        "(comuníqueme|comuníquenme|páseme|pásenme) con (una|un|alguna) (persona|humano|agente|ser humano)",
        "(una|por una) persona (real|de verdad|de carne y hueso)",
        "(quiero|necesito|quisiera) (una|un) (persona|ser humano|humano)",
        "(hay|lee|contesta|responde) (alguien|alguna persona|una persona) (ahí|esto|real|de verdad)",
        "(no|no con) (un|con un|a un) (robot|bot|chatbot|contestador)",
    ),
    "wants_manager": (
        f"(hablar|comunicarme|contactar|hablarlo) con (su|un|una|algún|alguna) {_CHIEF}",
        f"(quiero|quisiera|necesito|exijo) (hablar con|ver a|a) (el|la|al|su|un) {_CHIEF}",
        f"(páseme|pásenme|pásame|comuníqueme|comuníquenme|póngame) con (su|un|una|el|la) {_CHIEF}",
        f"(nombre|contacto) de su {_CHIEF}",
        "(escale|escalen|escalar|elevar|eleven) (mi|este|el|esta|la) (caso|ticket|reclamo|incidencia|solicitud|tema)",
    ),
    "wants_call": (
        "(llámeme|llámenme|llámame|llámenos|llámennos|llamadme|llámanos)",
        "(pueden|podrían|puede|podría|puedes|podrías|alguien puede|favor de|por favor) (llamarme|llamarnos)",
        "me (pueden|puede|podrían|podría|puedes) (por favor|) (llamar|telefonear)",
        "que (me|nos) (llamen|llame|llames|llame alguien)",
        "que alguien (me|nos) llame",
        "(devuélvanme|devuélvame|devolverme) la llamada",
        "(quiero|solicito|necesito|pido|quisiera|espero) (una|su|recibir una) llamada",
    ),
    "no_help": (
        "no (me|nos|) (ha|han|) (ayudó|ayuda|ayudado|ayudan|sirvió|sirve|servido|ayudaron) (en|de|para|nada|.|a|con)",
        "no (me|nos|lo|) (ha|han|) (resuelve|resolvió|resuelto|solucionó|soluciona|solucionado) (mi|el|"
        "nada|nuestro|la)",
        "(sigue|siguen|seguimos|sigo) (sin|igual) (funcionar|resolverse|solución|respuesta|resolver|poder|"
        "que antes|.)",
        "(todavía|aún) no (funciona|está resuelto|se ha resuelto|han respondido|me han respondido|está solucionado)",
        "(el|) problema (persiste|continúa|sigue|sigue igual|sigue ahí|no se ha resuelto)",
        "no (responde|contesta|respondió|contestó|han respondido|han contestado|respondieron|contestaron) "
        "(a|) (mi|mis|nuestra|nuestras)",
        "(nadie) (me|nos) (ayuda|responde|contesta|ha ayudado|ha respondido|hace caso|soluciona)",
        "(eso no|esto no|tampoco) (funcionó|ha funcionado|resultó)",
        "no es lo que (pregunté|pedí|pregunte)",
        "(no sirve de nada|no fue útil|no es útil|no me resulta útil)",
        "ya (lo|) (probé|intenté|hice) (todo|eso|esto)",
    ),
    "complaint": (
        "(presentar|poner|interponer|hacer|presento) una (queja|reclamación|queja formal)",
        "(quiero|deseo|quisiera|vengo a) (quejarme|reclamar formalmente)",
        "(es|totalmente|absolutamente|resulta|me parece) (inaceptable|indignante|inadmisible|una vergüenza|"
        "una burla)",
        "(respuesta|respuestas) (automática|automáticas|estándar|prefabricada|prefabricadas|de plantilla)",
        "(dando|damos|dar|dándonos|dan) vueltas (en círculo|en círculos|y vueltas|sin)",
        "(muy|realmente|sumamente|extremadamente) (decepcionado|decepcionada|molesto|molesta|enfadado|"
        "enfadada|enojado)",
        "(me|nos) (pasan|mandan|envían) de un (departamento|lado)",
    ),
    "leaving": (
        f"(voy|vamos) a (cancelar|rescindir|dar de baja|cerrar) (mi|nuestro|nuestra|el|la) {_CONTRACT}",
        f"(quiero|queremos|deseo|tendré que|tendremos que|he decidido) (cancelar|rescindir|dar de baja|cerrar) "
        f"(mi|nuestro|nuestra|el|la) {_CONTRACT}",
        "(irme|irnos|cambiarme|cambiarnos|pasarme|pasarnos|me voy|nos vamos) (a|con) (la|otra|otro|un|su) "
        "(competencia|compañía|proveedor|empresa|competidor)",
        "cambiar de (proveedor|compañía|empresa)",
        "(perder|pierden|perderán) (un|una|a un) cliente",
        "nunca más (vuelvo|volveré|compro|compraré|volveremos)",
    ),
}

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(fuga|filtración|robo|violación|brecha) de (datos|información|la privacidad)",
        "(datos|información|mensajes|pedidos|facturas) (personales|privados|privada|) de "
        "(otras|otros|otra|otro) (personas|clientes|usuarios|persona|cliente|usuario|gente)",
        "(mis|nuestros|los) (datos|mensajes|fotos) (personales|privados|) (son|están|fueron|han sido|estaban) "
        "(visibles|públicos|publicados|expuestos|filtrados|divulgados|expuestas)",
        "derecho al olvido",
        "(agencia de protección de datos|incumplimiento del rgpd|vulneración del rgpd)",
    ),
    "security": (
        "(ha sido|fue|han sido|fueron|he sido|está) (hackeado|hackeada|hackeados|pirateado|pirateada|vulnerada)",
        "(me|nos) (hackearon|han hackeado|robaron la cuenta|han robado la cuenta)",
        "(hackeó|hackearon|robó) (mi|nuestra|nuestro) (cuenta|perfil|página|sitio)",
        "(fallo|brecha|vulnerabilidad|agujero|incidente) de seguridad",
        "acceso (no autorizado|indebido)",
        "(robo|robaron|filtraron) (de|mis|las|la|nuestras) (contraseña|contraseñas|credenciales)",
        "(phishing|ransomware|suplantación de identidad)",
    ),
    "safety": (
        "(se|) (incendió|prendió fuego|ha incendiado)",
        "(descarga eléctrica|peligro de muerte|riesgo de incendio|riesgo de lesiones|riesgo para la salud)",
        "(resultó|resultaron|fue|está|estoy) (gravemente|) (herido|herida|heridos|lesionado|lesionada)",
        "(amenaza|amenazas) de (muerte|bomba)",
        "(suicidarme|suicidarse|suicidio)",
        "(fuga|escape) de gas",
    ),
    "legal": (
        "(de|a|con|por) (mi|nuestro|mis|nuestra|nuestros) (abogado|abogada|abogados)",
        "(mi|nuestro) (abogado|abogada) (se|le|les|va|ya)",
        "(contactar|contratar|consultar|acudir|hablar) (a|con|) un abogado",
        "(acciones|medidas|vías) (legales|judiciales)",
        "(demandarlos|demandarles|demandarlo|los voy a demandar|les voy a demandar|vamos a demandar|"
        "presentar una demanda)",
        "(ir|iré|iremos|llevar|llevaré|acudir) (a|ante|esto a) (juicio|los tribunales|la justicia|un juez)",
        "(denuncia ante|presentar una denuncia|orden judicial|burofax)",
    ),
    "payment": (
        "(cobrado|cobraron|cargado|cargaron|cobró|pagado) (dos veces|doble|por duplicado|dos)",
        "(cobro|cargo|pago|débito) (doble|duplicado|no autorizado|fraudulento|indebido|desconocido)",
        "(cobros|cargos|pagos) (dobles|duplicados|no autorizados|fraudulentos|indebidos|desconocidos)",
        "(doble|duplicado) (cobro|cargo|pago)",
        "(cobraron|cargaron|cobrado) sin (mi|nuestro|nuestra) (autorización|consentimiento|permiso)",
        "(fraude|uso fraudulento) (con|en|de) (mi|la) tarjeta",
    ),
}
