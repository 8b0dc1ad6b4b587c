"""How Spanish speaking customers ask for a person, a call or somebody in charge."""

from collections.abc import Mapping

_HUMAN = (
    "(humano|humana|ser humano|persona real|persona de verdad|humano real|humano de verdad|persona humana|agente "
    "humano|asesor humano|persona de carne|operador humano|alguien real|alguien de verdad|seres humanos|personas "
    "reales)"
)
_STAFF = (
    "(agente|agentes|operador|operadora|asesor|asesora|representante|agente real|técnico|técnica|empleado|"
    "empleada|ejecutivo|compañero|compañera|persona|alguien|colega|teleoperador|atención al cliente|servicio al "
    "cliente|soporte técnico|soporte)"
)
_TALK = (
    "(hablar|conversar|comunicarme|comunicarnos|contactar|chatear|tratar|hablarlo|tratarlo|charlar|ponerme en "
    "contacto|tratar esto|resolver esto|verlo)"
)
_ASKING = (
    "(puedo|podemos|podría|quiero|queremos|quisiera|necesito|necesitamos|me gustaría|exijo|preferiría|prefiero|"
    "posible|deseo|solicito|cómo|manera de|hay forma de|puede uno|pido|poder|querría|quería|déjenme|déjeme|ruego|"
    "se puede)"
)
_ROBOT = (
    "(robot|robots|bot|bots|chatbot|máquina|máquinas|contestador|inteligencia artificial|ia|ordenador|autómata|"
    "computadora)"
)
_CHIEF = (
    "(jefe|jefa|jefes|supervisor|supervisora|supervisores|encargado|encargada|responsable|responsables|gerente|"
    "superior|superiores|director|directora|gerencia|dirección|mando|coordinador|coordinadora|superior "
    "jerárquico|director general|cargo superior|directivo|directiva)"
)
_YOUR = "(su|sus|tu|tus|vuestro|vuestra|vuestros)"

WISHES: Mapping[str, tuple[str, ...]] = {
    "wants_person": (
        "(con|a) quién (puedo|podría|podemos|se puede) (hablar|dirigirme|conversar|comunicarme)",
        "(hablo|escribo|hablando|escribiendo|hablar|escribir) ~ (a|con) (un|una) (programa|máquina|"
        "ordenador|software|robot|pared)",
        "(podría|puede|podrían) ~ (un|una|otro|algún) (compañero|compañera|colega|empleado|persona|"
        "agente) ~ (mirar|mirarlo|ver|verlo|leer|ayudar|atender|revisar|ayudarme)",
        "(mirar|mirarlo|verlo|leerlo|revisarlo|atenderme|revisar) (un|una|algún) (compañero|compañera|"
        "persona|colega|humano|empleado|agente)",
        "(esta vez|mejor|prefiero|lidiar con|tratar con|trato con) (una|un) (persona|humano|ser humano)",
        "(poner|ponen|pasar|pasan|pueden poner|comunicar|pasarme|ponerme) con (un|una|algún|alguien) ~ "
        "(agente|persona|humano|asesor|compañero|técnico|de verdad)",
        f"{_TALK} (esto)? ~ (con|a) (una|un|alguna|algún|algun)? (verdadera|verdadero)? {_HUMAN}",
        f"{_TALK} (esto)? (con|a) (una|alguna|cualquier) persona",
        f"{_TALK} (esto)? con (un|una|algún|alguna|uno de sus|alguno de sus|cualquier) {_STAFF}",
        f"{_ASKING} ~ {_TALK} ~ con (alguien|una persona|atención al cliente|servicio al cliente|soporte)",
        f"{_TALK} con alguien (de|que|del|en|urgentemente|ya|ahora)",
        f"(alguien|persona|nadie) (con quien|con la que|con el que) ~ {_TALK}",
        "(comuníqueme|comuníquenme|páseme|pásenme|pásame|transfiérame|transfiéranme|póngame|pónganme|"
        "derívenme|ponerme|pasarme|transferirme|comunicarme|derivarme|conéctenme|conécteme) (por favor|"
        "en contacto|en comunicación|directamente)? (con|a) (una|un|alguna|algún|otro|otra|uno de sus)? "
        f"{_STAFF}",
        "(en contacto|comunicación) (conmigo|con nosotros|con una persona|con un asesor|con un agente|con alguien)",
        "(una|por una|alguna) persona (real|de verdad|de carne y hueso|humana)",
        "(quiero|necesito|quisiera|exijo|denme|deme|dame|prefiero|solicito|póngame|busco|un|algún|ningún|"
        f"por un) (a|con|que me atienda|hablar con)? (una|un|algún)? {_HUMAN}",
        "(que) (me|nos|una|un|lo) ~ (atienda|conteste|responda|lea|revise|ayude|atiendan) (por favor|de "
        "una vez)? (una|un|alguna) (persona|humano|ser humano|agente)",
        "que (una|un|alguna) (persona|humano|ser humano|agente humano) ~ (lea|revise|conteste|responda|"
        "atienda|mire|vea|se ocupe)",
        "(atendido|atendida|leído|respondido|contestado) por (una|un) (persona|humano|ser humano|agente)",
        "(hay|lee|contesta|responde|atiende|trabaja) ~ (alguien|alguna persona|una persona|un humano|"
        "algún humano|ser humano|algún ser humano|ninguna persona) (ahí|esto|real|de verdad|detrás|al "
        "otro|leyendo|.|con)",
        "(denme|deme|dame|póngame con|pónganme con) (a)? alguien",
        "(ningún|ninguna|no contesta ninguna|no responde ninguna) (humano|ser humano|persona)",
        f"(harto|harta|cansado|cansada|aburrido|hartos) de ~ {_ROBOT}",
        "(hablar|hablando|hablo|chatear|chateando|discutir|tratar|escribiendo|tratando) (más|ya)? con "
        f"(un|una|el|su|esta|este)? {_ROBOT}",
        f"(no|no con|y no) (un|una|con un|con una|a un|a una|el|su|otro) {_ROBOT}",
        "(siempre|solo|sólo|solamente|únicamente) ~ (contesta|contestan|responde|responden|atiende|hay|"
        f"me) (una|un)? {_ROBOT}",
        f"(siempre|solo|sólo|solamente) {_ROBOT}",
        f"(eres|es usted|es esto|sois|estoy hablando con|hablo con) (un|una)? {_ROBOT}",
        f"{_ROBOT} (no) (me|nos|entiende|sirve|comprende|ayuda) (entiende|sirve|ayuda|comprende)?",
        "(un|una) (humano|persona|agente) por favor",
        "(persona|agente|humano|operador) por favor",
        "(robot|robots|bot|bots|chatbot) no (.|por favor|gracias)",
        "(un|una) (robot|bot|máquina) no",
        "no (quiero|deseo|voy a|pienso|me gusta) (seguir)? (hablar|hablando|discutir|tratar|chatear|"
        f"escribir|conversar) (más)? (con|a) (un|una|su|este|esta) {_ROBOT}",
        "(quiero|necesito|pido|exijo|dejen|deje|hagan) que (me)? (ayude|atienda|conteste|responda|lea|"
        "tramite|una|un) ~ (una|un)? (persona|humano|empleado|agente)",
        "(dejen|deje) que (una|un) (persona|humano|empleado) ~ (tramite|lea|vea|resuelva|conteste|"
        "atienda|mire|revise)",
        "(podría|puede|podrían|pueden) ~ alguien (de|del) (su|soporte|servicio|equipo|ustedes)",
        "(a quién|a qué) (empleado|persona|agente|compañero|asesor)? (puedo|debo|podría|tengo que) "
        "(dirigirme|hablar|escribir|acudir)",
        "(alguien) (de|del) (su|equipo|soporte) (equipo|empresa|soporte|servicio)? ~ (escribirme|"
        "contestarme|atenderme|ayudarme|hablar|me escriba|me conteste)",
    ),
    "wants_call": (
        "(una|breve|rápida|corta|simple) (breve|rápida|corta|simple|pequeña)? (llamada|llamada "
        "telefónica) (breve|corta|rápida)? (lo|aclararía|resolvería|bastaría|sería|me|ayudaría|"
        "solucionaría|por favor)",
        "(dijeron|prometieron|quedaron|dijo|aseguraron) (en)? (que)? (me|nos)? (llamarían|llamaban|"
        "llamaría|llamarme|iban a llamar|llamar)",
        "(llámeme|llámenme|llámame|llámenos|llámennos|llamadme|llámanos|telefonéenme|telefonéeme|"
        "llamarme|llámeme|llámenos)",
        "(pueden|podrían|puede|podría|puedes|podrías|alguien puede|favor de|por favor|ruego|pido) "
        "(llamarme|llamarnos|telefonearme|devolverme la llamada)",
        "me (pueden|puede|podrían|podría|puedes|podrías|vais a|van a|podéis) (por favor|) (llamar|"
        "telefonear|devolver la llamada|contactar por teléfono)",
        "(puede|podría|pueden) alguien ~ (llamarme|telefonearme|llamar|telefonear)",
        "que (me|nos) (llamen|llame|llames|llame alguien|llamaran|llamara|telefoneen|devuelvan la "
        "llamada|devuelva la llamada|llaméis|telefonee|contacten por teléfono)",
        "que (alguien|un|una|algún) ~ (me|nos) (llame|telefonee|devuelva)",
        "(devuélvanme|devuélvame|devolverme|devuelto|devuelvan|devuelvanme) la llamada",
        "(quiero|solicito|necesito|pido|quisiera|espero|prometieron|esperando|acordar|agendar|programar|"
        "concertar|prefiero|prometido|prometió|aguardo|preferiría) (una|su|recibir una|la|que me hagan "
        "una) (llamada|llamada telefónica|llamada de vuelta)",
        "(esperando|espero|sigo esperando|pendiente de) (por)? (su|una|la|vuestra) llamada",
        "(una llamada|por teléfono) (sería|es|resultaría) (más|mejor|lo más)",
        "(podemos|podríamos) ~ (agendar|acordar|concertar|programar|tener|hacer) una (breve|pequeña)? llamada",
        "(hablar|hablarlo|contactar|contactarme|contactarles|resolverlo|explicarlo|resolver|localizarme|"
        "contactarnos|hablemos|contactarlos|tratarlo|comunicarme|aclararlo|arreglarlo|atención) ~ (por "
        "teléfono|telefónicamente|por vía telefónica)",
        "(a qué|cuál es|qué|en qué) (el|su)? (número|teléfono) (les|le|puedo|de|de teléfono|para|donde)? "
        "(puedo|puede uno|llamar|para)",
        "(tienen|tiene|hay|me dan|pueden darme|tenéis|denme) (un|algún|su) (número|teléfono|número de "
        "teléfono|número de contacto) (.|al que|para|donde|de contacto|en el que)",
        "(nadie|nunca|todavía no|aún no|no) (me|nos) (ha|han)? (llamó|llamado|llamaron|llama|ha llamado|"
        "devuelto la|telefoneó|telefoneado)",
        "(deme|dame|denme|hágame|haga) un (telefonazo|toque|llamado)",
        "(localizarme|contactarme|encontrarme) en (el|mi) (móvil|celular|teléfono)",
        "(puede|pueden|podría|podrían) (su|un|una|el|la|alguien) ~ (llamarnos|llamarme|telefonearnos)",
        "(llamen|telefoneen) (por favor|cuanto antes|urgentemente|ya|a mi)",
        "(puedo|podría) (llamarles|llamarlos|llamarle|llamaros)",
        "(contacto|contacten|contáctenme|contactar) ~ por teléfono",
    ),
    "wants_manager": (
        "(alguien|persona|otro|uno) ~ (de|con) (más|mayor) (rango|nivel|autoridad|poder|jerarquía|"
        "experiencia|categoría)",
        "(alguien|persona) (superior|por encima|de arriba|más alto)",
        "(escalarse|ser escalado|escalado|elevarse|se escale|escalarlo|escalen)",
        "(decisión|respuesta|correo|nombre|contacto|datos|teléfono|intervención) (de|por parte de|del) "
        f"(su|sus|la|un|tu|vuestra) {_CHIEF}",
        f"(informen|informe|avisen|avise|pregunten|consulten|consulte) (a)? (su|sus|tu|vuestro) {_CHIEF}",
        f"(quiero|pido|exijo|espero) que (su|el|un|la|tu|vuestro) {_CHIEF}",
        "(quien|la persona que|el que) (dirige|lleva|manda|gestiona) (su|el|este|en) (departamento|"
        "equipo|servicio|empresa)?",
        "(hablar|comunicarme|contactar|hablarlo|conversar|tratar|ponerme en contacto|entrevistarme|"
        f"hable) ~ con {_YOUR} {_CHIEF}",
        f"(hablar|comunicarme|contactar|hablarlo|conversar) con (un|una|algún|alguna|otro|el|la|al) {_CHIEF}",
        "(quiero|quisiera|necesito|exijo|deseo|puedo|me gustaría|voy a|gustaría) ~ (ver a|a|al|a la|con "
        f"el|con la|con un|con una|con su|dirigirme a|contactar a|dirigirme al|con|un|una) {_CHIEF}",
        "(páseme|pásenme|pásame|comuníqueme|comuníquenme|póngame|pónganme|ponerme|pasarme|comunicarme|"
        f"déme|deme|denme|llame|llamen|traiga) ~ (con|a|al) (su|un|una|el|la|tu|algún|vuestro) {_CHIEF}",
        f"(nombre|contacto|correo|datos|teléfono) (de|del) (su|tu|el|la|un|vuestro) {_CHIEF}",
        f"(nombre|contacto|correo|datos) del {_CHIEF}",
        "(quién es|cómo se llama|dónde está|está|hay) (disponible)? (el|la|su|tu|algún|vuestro|un) "
        f"{_CHIEF} (.|ahí|aquí|disponible|de ustedes|de este|ahora|responsable)",
        f"(quién es|cómo se llama) (su|tu|vuestro) {_CHIEF}",
        "(trasladen|traslade|eleven|eleve|pasen|pase|lleven|envíen|envíe|remitan|remita|escalen|"
        "comuniquen|informen|hagan llegar|presentar|reenvíen|quejarme|escribir|escribiré|dirigirme|"
        "quejaré|acudir|transmitan|transfieran) ~ (a|al|con) (la|su|sus|el|un|los|una|tu|vuestra)? "
        f"{_CHIEF} (.|de|por|y|para|si|porque|general|cuanto)",
        f"(que) (un|una|su|la|el|algún) {_CHIEF} ~ (revise|vea|se ponga|me llame|me contacte|lo vea|"
        "atienda|intervenga|conteste|responda|contacte)",
        "(escale|escalen|escalar|elevar|eleven|escalad|escálenlo|escálelo) (a|) (mi|este|el|esta|la|esto|"
        "un) (caso|ticket|reclamo|incidencia|solicitud|tema|problema|asunto|superior|queja|nivel)?",
        "(escálenlo|escálelo|sea escalado|que se escale|lo escalen)",
        "(alguien|persona|responsable) ~ (que|con) ~ (pueda|puede|poder|capacidad|autoridad) ~ (decidir|"
        "decisión|tomar decisiones|tomar una decisión|resolver)",
        "(alguien con|persona con) (autoridad|poder|más autoridad|mando)",
        "(instancia|nivel|cargo|rango) (superior|más alto|más alta)",
        "(llegue|llegar|vaya|suba|trasladar) (a|hasta) (la|su) (dirección|gerencia)",
        "(está|puede ponerse) (su|el|tu) (jefe|jefa|supervisor|encargado|responsable|gerente|supervisora)",
    ),
}
