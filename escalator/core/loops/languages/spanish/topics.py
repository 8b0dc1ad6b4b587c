"""What Spanish speaking customers write when it is about what is guarded."""

from collections.abc import Mapping

_PEOPLE = (
    "(personas|clientes|usuarios|persona|cliente|clienta|usuario|usuaria|gente|empresas|empresa|pacientes|"
    "miembros|socios|compañías|empleados)"
)
_DATA = (
    "(datos|información|mensajes|mensaje|pedidos|pedido|facturas|factura|cuenta|cuentas|perfil|perfiles|correos|"
    "correo|documentos|archivos|fotos|dirección|direcciones|historiales|historial|contratos|nombre|nombres|"
    "teléfono|teléfonos|número|expedientes|expediente|nóminas|nómina|chats|conversaciones|reservas|extractos|"
    "recibos|fichas)"
)
_ACCESS = "(contraseña|contraseñas|credenciales|clave|claves|clave de api|clave api|datos de acceso|claves de acceso)"
_CHARGED = (
    "(cobrado|cobraron|cargado|cargaron|cobró|pagado|facturado|facturaron|cobra|cobran|cargó|debitado|debitaron|"
    "descontado|descontaron|retirado|retiraron|pasado)"
)

TOPICS: Mapping[str, tuple[str, ...]] = {
    "privacy": (
        "(veo|vemos|aparecen|ver|leo|leer|recibo|salen) (las|los) de (otro|otra|otros|otras|un) (cliente|"
        "clienta|usuario|usuaria|persona|clientes|usuarios|personas|desconocido)",
        "(mis|nuestros) (datos|archivos|documentos|fotos|mensajes) ~ (en manos|a manos|en poder) de "
        "(terceros|otros|otra|un|desconocidos|extraños)",
        "(fuga|filtración|robo|violación|brecha|vulneración|filtraciones) de (datos|información|la "
        "privacidad|mi privacidad|mis datos|nuestros datos|privacidad)",
        f"{_DATA} (personales|privados|privadas|privada|bancarios|médicos)? de (otras|otros|otra|otro|"
        f"alguna otra) {_PEOPLE}",
        "(veo|ver|leer|leo|vemos|ve|aparecen|aparece|recibido|recibí|recibo|muestra|muestran|contiene|"
        f"abrir|acceder|acceso|sale|salen|entro|entrar|abro|encuentro|llegan|llegó|mostrado) ~ {_DATA} ~ "
        f"de (otras|otros|otra|otro|un desconocido|terceros|desconocidos|alguien) {_PEOPLE}?",
        f"{_DATA} (personales|privados)? (ajenos|ajenas|ajena|de desconocidos|de terceros|de un "
        "desconocido|de alguien que no)",
        "(historiales|datos|facturas|pedidos|mensajes|documentos|pacientes|correos|cuentas|expedientes) "
        "~ que no (son|es) (míos|mías|mío|mía|nuestros|nuestras)",
        f"(mis|mi|nuestros|nuestra|los|nuestras) {_DATA} (personales|privados|médicos|bancarios)? (es|son|"
        "están|está|fueron|han sido|estaban|se han|ha sido|quedaron|se enviaron|se han enviado|fue) ~ "
        "(visibles|visible|públicos|público|publicados|expuestos|filtrados|divulgados|expuestas|enviados|"
        "a la persona|persona equivocada|accesibles|accesible|filtrado|vendidos|compartidos|pública|otra "
        "persona|a otra)",
        "(han|ha|habéis) (enviado|mandado|compartido|publicado|divulgado|dado|filtrado|vendido|"
        f"facilitado|revelado|cedido) ~ (mis|mi|nuestros|nuestra) ~ {_DATA}",
        "(publicado|publicaron|compartido|compartieron|enviado|usado|vendido|divulgado|cedido|publicar) "
        f"~ {_DATA} ~ (sin|contra) (mi|nuestro|nuestra|autorización|permiso|consentimiento)",
        f"(otros|otras|desconocidos|todo el mundo|cualquiera|extraños|terceros) {_PEOPLE}? (pueden|puede|"
        f"ven|ve|podían|tienen acceso) ~ (mi|mis|nuestros|nuestras) {_DATA}",
        "(derecho al olvido|derecho de supresión|derecho de acceso a mis)",
        "(borren|borrar|eliminen|eliminar|supriman|suprimir|supresión|eliminación) ~ (datos personales|"
        "datos de carácter)",
        "(agencia de protección de datos|agencia española de protección|incumplimiento del rgpd|"
        "vulneración del rgpd|aepd|protección de datos) (.|y|por|si|porque|pues)?",
        "(conforme al|según el|incumplimiento del|virtud del|vulneración del|viola el|infracción del|de "
        "acuerdo con el) (rgpd|reglamento general)",
        "(mi privacidad) (.|ha|fue|se|está|y)",
        "(mi|mis|nuestro|nuestros) (historial|expediente|datos|documentos|informe|carta|nómina|factura) "
        "~ (envió|enviado|enviaron|entregó|mandó|mandaron) (a)? (otra|alguien|un desconocido|otro|la "
        "persona)",
    ),
    "security": (
        "(acceso|inicio de sesión|conexión|entrada|login|sesión) ~ que (yo)? no (hice|he hecho|reconozco|"
        "realicé|fui|es mío|inicié|autoricé)",
        "(ha sido|fue|han sido|fueron|he sido|está|estaba|sido|están) ~ (hackeado|hackeada|hackeados|"
        "pirateado|pirateada|vulnerada|comprometida|comprometido|infectado|infectada|intervenida|"
        "suplantada|atacado|comprometidos)",
        "(me|nos) (hackearon|han hackeado|robaron la cuenta|han robado la cuenta|han pirateado|"
        "piratearon|han suplantado)",
        "(hackeó|hackearon|robó|hackeado|pirateado|robaron|robado|suplantado|pirateó) (mi|nuestra|"
        "nuestro|la|mis|nuestras) (cuenta|perfil|página|sitio|identidad|contraseña|contraseñas|web|"
        "correo|clave)",
        "(fallo|brecha|vulnerabilidad|agujero|incidente|problema|hueco|falla|vulnerabilidades) de seguridad",
        "(una|encontrado|descubierto|la|grave|crítica) vulnerabilidad (en|de|crítica|grave)",
        "(acceso|accesos|inicio de sesión|inicios de sesión|actividad|conexión|conexiones|entrada) (no "
        "autorizado|indebido|no autorizados|sospechoso|sospechosos|sospechosa|desconocido|desconocidos|"
        "desconocida|extraño|extraños|inusual)",
        "(robo|robaron|filtraron|filtró|robado|han robado|filtrado|me cambió|me cambiaron|ha cambiado|"
        "han cambiado) (de|mi|mis|las|la|nuestras|nuestra) ~ (contraseña|contraseñas|credenciales|clave|"
        "claves) (.|sin|y|de|por|en|que)",
        f"{_ACCESS} (de api|de acceso)? (se|ha sido|fue|fueron|han sido|está|están) ~ (filtró|filtrada|"
        "robada|robadas|expuesta|filtradas|publicada|comprometida|comprometidas|filtraron|filtrado|en "
        "internet)",
        "(alguien|un desconocido|una persona desconocida|otra persona|un extraño|hackers|un hacker|"
        "desconocidos|han|un intruso|un tercero) (ha|han|está|se ha|me ha|se)? (entrado|entró|accedido|"
        "accedió|usando|usado|usó|iniciado sesión|inició sesión|conectado|conectó|cambiado|cambió|"
        "modificado|modificó|utilizando|utiliza|usa|metido|metió|comprado) ~ (mi|nuestra|nuestro|mis|"
        "nuestros) ~ (cuenta|contraseña|perfil|correo|sistema|servidor|clave|identidad|datos|página|"
        "nombre|ordenador)",
        "(inicios de sesión|inicio de sesión|accesos|acceso|conexiones|movimientos|dispositivo|"
        "dispositivos|actividad|sesiones) ~ (no son míos|no es mío|no soy yo|no he sido yo|no fui yo|no "
        "reconozco|que no son|desconocido)",
        "(dispositivo|dispositivos|usuario|ip) (desconocido|desconocidos|extraño)",
        "(entrar|acceder|iniciar sesión|entra|puede entrar|conectarse|accede) ~ sin (contraseña|"
        "autenticación|clave|identificarse|permiso|ninguna contraseña|autorización)",
        "(antiguo|ex|exempleado|antiguos|antigua|despedido) (empleado|empleados|trabajador|empleada|"
        "compañero) ~ (sigue|todavía|aún|tiene|puede) ~ (acceso|acceder|entrar)",
        "(infectado|infectada|infectados) (con|por)",
        "(ransomware|suplantación de identidad|programa malicioso|malware|virus troyano|troyano|"
        "ciberataque|inyección sql|robo de identidad)",
        "alguien (sabe|conoce|tiene|usa) (mi|nuestra) (contraseña|clave)",
        "(accesos|inicios de sesión|conexiones) que no son",
        "(desconocido|hacker|extraño|alguien) (se)? (apoderó|adueñó|ha apoderado|tomó el control) de (mi|nuestra)",
        "(correo|correos|mensaje|enlace|página|víctima|ataque|intento|sms) de phishing",
    ),
    "safety": (
        "(salía|sale|salió|salían|saliendo|echa|echaba|soltaba) ~ (humo|llamas|chispas|fuego)",
        "(empezó|comenzó|ha empezado) a (arder|quemarse|echar humo|humear|fundirse|derretirse)",
        "se (incendió|prendió fuego|ha incendiado|quemó|ha quemado|ha prendido fuego|prende fuego)",
        "(descarga eléctrica|peligro de muerte|riesgo de incendio|riesgo de lesiones|riesgo para la "
        "salud|corriente eléctrica|calambrazo|calambre|intoxicación|monóxido de carbono|peligro de "
        "incendio|riesgo de explosión|riesgo de muerte|ambulancia|riesgo de asfixia|amenazado de muerte|"
        "quemaduras)",
        "(resultó|resultaron|fue|está|estoy|resultar|quedó|ha resultado|han resultado) (gravemente|) "
        "(herido|herida|heridos|lesionado|lesionada)",
        "(se|me|nos) (ha|he|han)? (hizo|hecho|hice|cortó|corté|lesionó|lesionado|quemó|quemado|quemé|"
        "lastimó|lastimado|hirió|herido|electrocutó|electrocuté|intoxicó) ~ (daño|con|la mano|el dedo|"
        "por|la|.)",
        "(batería|cargador|aparato|máquina|enchufe|cable|móvil|dispositivo|teléfono) ~ (echa humo|humo|"
        "explotó|explota|arde|ardió|quemando|echando humo|chispas|explote|quema|se derritió|ardiendo)",
        "(explote|va a explotar|puede explotar|podría explotar|explotó|estalló)",
        "(amenaza|amenazas) de (muerte|bomba)",
        "(amenaza|amenazó|amenazando|amenazan|amenazado|amenazas) (con)? (matarme|matarnos|pegarme|"
        "hacerme daño|agredirme|de muerte|con matar|a mí|a mi familia)",
        "(suicidarme|suicidarse|suicidio|quitarme la vida|quitarse la vida|matarme|matarnos|hacerme daño|"
        "hacerse daño|autolesiones|acabar con mi vida)",
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
        "(de|a|con|por|contactaré a|contratado|manos de) (mi|nuestro|mis|nuestra|nuestros) (abogado|"
        "abogada|abogados)",
        "(mi|nuestro|nuestra) (abogado|abogada) (se|le|les|va|ya|dice|recomienda|presentará)",
        "(contactar|contratar|consultar|acudir|hablar|contrataré|contratado|consultaré|consultado|"
        "buscaré) (a|con|) un abogado",
        "(acciones|medidas|vías|acción|vía) (legales|judiciales|judicial|legal)",
        "(demandarlos|demandarles|demandarlo|los voy a demandar|les voy a demandar|vamos a demandar|voy "
        "a demandar|los demandaré|les demandaré|demandar a|presentar una demanda|interponer una demanda|"
        "les demandaremos|los demandaremos|una demanda contra|presentaré una demanda)",
        "(ir|iré|iremos|llevar|llevaré|acudir|veremos|vemos|llevaremos|acudiré|caso|lleve) (esto|el caso|"
        "el asunto|el tema|a ustedes)? (a|ante|en) (esto a)? (juicio|los tribunales|la justicia|un juez|"
        "juzgado|el juzgado)",
        "(denuncia|denunciaré|denunciar|denunciarlos|denunciarles|denuncio|denunciado|denunciarlo) (ante|"
        "a la|en la|por|.|a la policía|a su empresa|en comisaría|en consumo)",
        "(poner|presentar|interponer|puesto|pondré|interpondré) (una|la) denuncia",
        "(los|les|voy a|vamos a) (voy a|vamos a)? (denunciar|denunciaré|demandar|demandaré|demandarlos)",
        "(orden judicial|burofax|requerimiento judicial|daños y perjuicios|mediador|defensor del "
        "consumidor|profeco|facua|ocu)",
        "(consumidor|consumidores|hoja de reclamaciones|hojas de reclamaciones|oficina del consumidor|"
        "ante consumo|a consumo|en consumo)",
        "(incumpliendo|incumplimiento|incumplido|violación|rompen|incumplen) (de|del|el|su|nuestro)? contrato",
        "(es|esto es|parece|por|son|constituye|llama) (una|un|unos)? (estafa|fraude|estafadores|robo)",
        "(a la|en la|ante la|con la) policía",
        "(prepárense|esperen|prepárese|aguarden|recibirán|enfrentarán) ~ (demanda|juicio|denuncia|querella)",
        "(ir|iré|iremos|voy|vamos|acudiré|acudir) (a la|ante la|a los) (policía|tribunales|guardia civil|justicia)",
    ),
    "payment": (
        "(exijo|quiero|pido|solicito|reclamo|demando) (ya|inmediatamente)? (el|un|mi) (reembolso|reintegro)",
        "(sacado|sacaron|cogido|tomado|quitado|retirado|cobrado|descontado) (el|mi|del|la)? (dinero|"
        "importe|cuota|cantidad) ~ (dos veces|doble|tres veces|otra vez|de nuevo|repetido)",
        "no (reconozco|conozco|entiendo|autoricé|he autorizado) (este|ese|el|un|estos|esos|la|esta) "
        "(cargo|cobro|pago|cargos|cobros|compra|movimiento|transacción|recibo)",
        f"{_CHARGED} ~ (dos veces|doble|por duplicado|dos|tres veces|varias veces|2 veces|el doble|repetidamente)",
        "(cobro|cargo|pago|débito|recibo) (doble|duplicado|no autorizado|fraudulento|indebido|"
        "desconocido|erróneo|que no reconozco)",
        "(cobros|cargos|pagos) (dobles|duplicados|no autorizados|fraudulentos|indebidos|desconocidos)",
        "(doble|duplicado|doblemente) (cobro|cargo|pago|cobrado)",
        f"(me|nos) (han|ha|siguen|habéis|están|estáis)? (vuelto a)? {_CHARGED} ~ (sin|aunque|de más|"
        "demasiado|a pesar|cuando|en vez|en lugar|pese|otra vez|euros|pesos|dinero|por error|mal|más|por|"
        "doce|indebidamente)",
        "(cobrando|cobrar|cobrarme|cobrarnos) ~ (de más|aunque|indebidamente|dos veces|sin mi|a pesar)",
        "(cobraron|cargaron|cobrado|cargado|retirado) ~ sin (mi|nuestro|nuestra|autorización|permiso|"
        "avisar|consentimiento)",
        "(fraude|uso fraudulento) (con|en|de) (mi|la) tarjeta",
        "(cargo|pago|cobro|compra|transacción|movimiento|operación) ~ (que no|no) (he|reconozco|hice|"
        "autoricé|realicé|ha|fue|es mío|he hecho|he autorizado|he realizado)",
        "(devuelvan|devuélvanme|devuélvame|devolver|devolución de|devolverme|recuperar|reintegren|"
        "reintegro de|reembolsen|reembolsarme|devolvedme|quiero) ~ (mi|el|nuestro|del|mi|todo mi) "
        "(dinero|importe|pago|cargo|plata)",
        "(quiero|exijo|solicito|pido|necesito|reclamo|recibido|esperando|cuándo|mi|sin|espero|dónde está|"
        "demando|tramiten|procesen|llegado) (recibir|que me hagan|recibiré|mi|un|el|llega|recibo|"
        "llegará)? ~ (reembolso|devolución del dinero|devolución del importe) (.|de|del|todavía|ya|por|"
        "aún|inmediato|completo|íntegro|y|que|prometido)",
        "(no|todavía no|aún no) (he|hemos|me) (recibido|ha llegado|llegado|llega|tengo|llegó|han hecho) "
        "~ (reembolso|devolución|dinero)",
        "(reembólsenme|reembólseme|devuélvanme|devuélvame) (el|mi|lo|ya|.|inmediato|completo|de "
        "inmediato|todavía|íntegro)",
        "(devolver el recibo|devolver el cargo|contracargo|disputar el|impugnar el|reclamar el cargo|"
        "retroceder el|disputar este|devolveré el recibo|anular el cargo|rechazar el cargo)",
        "(factura|recibo) (está|es|viene|sale) ~ (mal|incorrecta|equivocada|errónea|incorrecto|demasiado "
        "alta|excesiva|equivocado)",
        "(facturaron|facturado|cobrado|cobraron) ~ (en vez|en lugar) de",
        "(por qué) ~ (cargo en mi|cobrado|cobran|cargado|cobraron|cobro|un cargo|cobráis|cargaron)",
        "(pagado|pagué|pago|pagamos|abonado) ~ (pero|y|aunque) ~ (pendiente de pago|sin pagar|no pagado|"
        "impagado|impagada|pendiente|recordatorio|reclaman|no pagada)",
        "(pendiente de pago) (.|aunque|cuando|y)",
        "(devolverán|devuelven|devolveréis|reembolsarán|van a devolver) (mi|el|nuestro) dinero",
        "alguien (pagó|ha pagado|compró|ha comprado|usó) ~ (con|de) (mi|nuestra) tarjeta",
    ),
}
