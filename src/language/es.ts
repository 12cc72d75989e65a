import type { Language } from './en.ts'
/** Every word that the bot says itself, in Spanish; what is searched and quoted stays English. */
export const es: Language = {
  ask: 'Preguntar al discurso: el pasaje que responde, palabra por palabra',
  'ask.question': '¿Qué quieres saber? En inglés, con cualquier palabra',
  quote: 'Un pasaje del discurso al azar',
  'quote.section': 'Solo de esta sección, por ejemplo 3.1',
  'quote.short': 'Una frase en lugar de un párrafo',
  section: 'Leer una sección o un párrafo; si no se indica ninguno, el esquema',
  'section.section': 'Por ejemplo 3, 3.1, ¶14, 13-15, first point',
  check: 'Comprobar una cita: ¿es esto lo que dice el discurso?',
  'check.quote': 'Las palabras que comprobar, en inglés; … indica palabras omitidas',
  find: 'Todos los lugares donde aparecen las palabras',
  'find.words': 'Una palabra o una expresión, en inglés; coop* es toda palabra que empieza así',
  'find.exact': 'Solo estas letras, no otras formas de las palabras',
  about: 'Quién habló, cuándo y dónde; el texto; qué guarda este bot',
  private: 'Mostrar la respuesta solo a ti',
  'check.message': 'Comprobar esta cita',

  attribution: '{speaker}, {office}, {occasion}, {date}',
  related: 'El discurso no lo dice directamente. El pasaje más cercano:',
  'related.elsewhere': 'Ese lugar no lo dice; el discurso lo dice en otro:',
  views: 'El bot no tiene opiniones ni juzga qué es cierto: muestra lo que dice el discurso.',
  absent: 'El discurso no dice esto.',
  'absent.word': 'Ningún pasaje menciona {words}.',
  'absent.words': 'Ningún pasaje dice juntas {words}.',
  'absent.topics':
    'Puedes preguntar por {topics}: así llaman los editores a lo que trata el discurso.',
  'absent.english': 'El discurso está en inglés: pregunta en inglés.',
  'absent.nothing':
    'Aquí no hay nada que buscar en el discurso. El bot encuentra pasajes y no tiene opiniones: pregunta con unas pocas palabras en inglés qué dice el discurso. /about dice qué es el bot.',
  'absent.nowhere':
    'El discurso no tiene ese lugar. Sus secciones son {sections}; sus párrafos van de ¶1 a ¶{last}.',
  searched: 'Se buscó {searched} en lugar de {typed}.',
  others: 'Otros pasajes:',
  'others.rest': 'Hay más: {paragraphs} (/section lo muestra).',

  outline: 'Esquema',
  'outline.count':
    'El discurso tiene {sections} secciones, {paragraphs} párrafos y unas {words} palabras. Su esquema:',
  'section.unknown': 'No hay ninguna sección ni párrafo {typed}.',
  'section.there': 'Las secciones van de §{first} a §{final}; los párrafos, de ¶1 a ¶{last}.',
  'section.words': 'Para buscar palabras, usa /find; para preguntar, /ask.',

  'check.exact': 'Exacta: estas son las palabras del discurso.',
  'check.bracketed': 'Exacta salvo las palabras entre corchetes, que no son del discurso.',
  'check.abridged':
    'Abreviada: cada fragmento está en el discurso, palabra por palabra y en este orden, con palabras omitidas entre ellos.',
  'check.altered': 'Alterada: el discurso lo dice de otra manera.',
  'check.framed':
    'Palabra por palabra, pero con palabras añadidas antes o después que no son del discurso.',
  'check.marks': 'Las mismas palabras que en el discurso; solo cambia la puntuación.',
  'check.typed': 'Comprobado, tal como se escribió: {words}',
  'check.absent':
    'No está en el discurso: no tiene estas palabras, y ninguna frase se acerca lo bastante como para mostrar las diferencias. /find muestra dónde están palabras sueltas.',
  'check.title': 'Ese es el título del discurso; en el discurso mismo no está.',
  'check.heading': 'Ese es el título que los editores dieron a §{section}; no se pronunció.',
  'check.apart':
    'No es una sola cita: las partes no están juntas en este orden en el discurso. Cada una por separado:',
  'check.partly': 'Solo se ha comparado lo que está entre comillas:',
  'check.first':
    'Solo se han comprobado las primeras {count} citas. Comprueba las demás por separado.',
  'check.short':
    'El discurso tiene estas palabras, pero una o dos palabras prueban poco; /find muestra todos los lugares.',
  'check.none':
    'El discurso no tiene estas palabras en esta forma y orden; /find busca también otras formas.',
  'check.empty': 'No hay nada que comprobar. Escribe las palabras de una cita.',
  'check.english': 'El discurso está en inglés: solo se pueden comparar palabras en inglés.',
  'check.difference': 'La cita dice {said}; el discurso dice {speech}.',
  'check.added': 'La cita dice ahí {said}; el discurso no lo dice ahí.',
  'check.missing': 'El discurso dice ahí {speech}.',
  'check.words':
    'Solo se comparan las palabras y la puntuación. Esto no indica si una afirmación es cierta.',
  'check.more': 'Otras diferencias: {count}.',
  'check.left': 'Omitido ahí: {words}.',
  'check.left.many': 'Palabras omitidas ahí: {count}.',
  'check.cut':
    'Abreviada: son palabras del discurso, pero falta algo que está justo al lado y cambia el sentido.',
  'check.beside':
    'Atención: justo al lado, el discurso dice {words}. Sin eso puede significar otra cosa, o lo contrario.',
  'check.negation':
    'Atención: entre las palabras omitidas está {words}. Sin eso puede significar lo contrario.',
  'check.joined':
    'Cuidado: el discurso no une estas palabras en una sola afirmación. Lo que sigue puede decirse de otra persona o cosa.',
  'check.crosses':
    'Atención: lo que sigue al corte puede decirse de otra persona o de otra cosa que lo que está antes.',
  'check.around': 'Las palabras fuera de las comillas no son las del discurso:',
  'check.brackets':
    'No se ha comparado, porque está entre corchetes: {words}. Ahí el discurso puede hablar de otro.',
  'check.goes': '(y {count} palabras más)',
  'check.others':
    'Atención: nombras como orador a {names}; en el discurso son palabras de {speaker}.',
  'check.reported':
    'Atención: en el discurso estas palabras se citan o se cuentan como de otra persona. Lee la frase entera antes de decir de quién son.',

  'find.count': '{words}: {count} en el discurso',
  'find.count.forms': '{words}: {count} en el discurso, con otras formas',
  'find.count.others': '{words}: {count} en el discurso, todas en otras formas',
  'find.with': 'Con otras formas de las palabras: {count}.',
  'find.same': 'Lo mismo en otra forma, sin contar aquí: {words} ({count}).',
  'find.none': 'Las palabras {words} no aparecen en el discurso.',
  'find.apart':
    '{words}: cada una de estas palabras está en el discurso, pero no juntas en este orden.',
  'find.apart.forms':
    '{words}: cada una de estas palabras está en el discurso, al menos una solo en otra forma, pero no juntas en este orden.',
  'find.nearest': 'Donde están más cerca unas de otras:',
  'find.near': '¿Querías decir {words}?',
  'find.empty': 'No hay palabras que buscar. Indica una palabra o una expresión.',

  'about.speech': '{title}. {speaker}, {office}. {occasion}, {date}.',
  'about.source': 'Texto tal como se publicó en {source}.',
  'about.hash': 'SHA-256 del archivo de texto: {hash}',
  'about.titles': 'Los títulos de las secciones son de los editores, no del orador.',
  'about.titles.except':
    'Los títulos de las secciones son de los editores, excepto {titles}, que se pronunció.',
  'about.editorial':
    'Los temas y las preguntas son un índice editorial: se usan para buscar y nunca se muestran como palabras del orador. Todo lo que contiene un pasaje es literal, errores incluidos.',
  'about.neutral': 'El bot cita y atribuye. No respalda ni rebate.',
  'about.privacy': 'No guarda nada de lo que escribes.',

  previous: 'Anterior',
  next: 'Siguiente',
  context: 'Contexto',
  cite: 'Citar',
  copy: 'Copiar',
  another: 'Otro pasaje',
  whole: 'Párrafo completo',
  share: 'Compartir',
  delete: 'Eliminar',
  'page.previous': 'Página anterior',
  'page.next': 'Página siguiente',
  page: 'Página {page} de {pages}',
  'page.cut': 'Discord no admite más mensajes aquí, pero hay más: sigue con {command}.',
  choose: 'Ir a una sección',
  'choose.paragraph': 'Ir a un párrafo',
  'copy.text': 'Solo el texto de {reference}',
  'copy.before': 'El párrafo empieza antes de esto.',
  'copy.after': 'El párrafo continúa.',
  'cite.title': 'Citar {reference}',
  'cite.plain': 'Simple',

  'shared.by': 'Compartido por {user}',
  'shared.not':
    'Este servidor mantiene privadas las respuestas de aplicaciones como esta: solo tú puedes ver este mensaje. Copia el texto para compartirlo.',
  'delete.refused':
    'Solo quien preguntó y los miembros que pueden gestionar mensajes pueden eliminar esta respuesta.',
  'delete.failed': 'Discord no eliminó esta respuesta. Inténtalo otra vez o avisa a un moderador.',
  'press.unknown': 'Este botón es de otra versión del bot. Vuelve a preguntar.',
  'message.empty': 'Este mensaje no tiene texto propio; lo que lleva adjunto no se lee.',
  'command.unknown': 'No existe el comando /{name}. Los comandos son {commands}.',
  'option.missing': '/{command} necesita algo detrás. {description}.',
  'option.long': 'Demasiado largo: {max} caracteres como máximo para {option}.',
  'option.flag': '{option} debe ser true o false.',
  failed: 'Algo salió mal y ha quedado registrado. Inténtalo de nuevo.',
}
