import type { Language } from './en.ts'
/** Every word that the bot says itself, in French; what is searched and quoted stays English. */
export const fr: Language = {
  ask: 'Interroger le discours : le passage qui répond, mot pour mot',
  'ask.question': 'Que veux-tu savoir ? En anglais, avec n’importe quels mots',
  quote: 'Un passage du discours au hasard',
  'quote.section': 'Uniquement dans cette section, par exemple 3.1',
  'quote.short': 'Une phrase au lieu d’un paragraphe',
  section: 'Lire une section ou un paragraphe ; sans précision, le plan',
  'section.section': 'Par exemple 3, 3.1, ¶14, 13-15, first point',
  check: 'Vérifier une citation : est-ce bien ce que dit le discours ?',
  'check.quote': 'Les mots à vérifier, en anglais ; … remplace des mots omis',
  find: 'Tous les endroits où les mots apparaissent',
  'find.words': 'Un mot ou une expression, en anglais ; coop* : tout mot qui commence ainsi',
  'find.exact': 'Ces lettres uniquement, pas les autres formes des mots',
  about: 'Qui a parlé, quand et où ; le texte ; ce que ce bot conserve',
  private: 'Réponse visible par toi uniquement',
  'check.message': 'Vérifier cette citation',

  attribution: '{speaker}, {office}, {occasion}, {date}',
  related: 'Le discours ne le dit pas directement. Le passage le plus proche :',
  'related.elsewhere': 'Ce passage ne le dit pas ; le discours le dit ailleurs :',
  views:
    'Le bot n’a pas d’opinion et ne juge pas ce qui est vrai : il montre ce que dit le discours.',
  absent: 'Le discours ne dit pas cela.',
  'absent.word': 'Aucun passage ne mentionne {words}.',
  'absent.words': 'Aucun passage ne réunit {words}.',
  'absent.topics':
    'Tu peux demander {topics} : c’est ainsi que les éditeurs nomment ce dont parle le discours.',
  'absent.english': 'Le discours est en anglais : pose ta question en anglais.',
  'absent.nothing':
    'Il n’y a rien là à chercher dans le discours. Le bot trouve des passages et n’a pas d’avis : demande en quelques mots d’anglais ce que dit le discours. /about dit ce qu’est le bot.',
  'absent.nowhere':
    'Le discours n’a pas d’endroit de ce genre. Ses sections sont {sections} ; ses paragraphes vont de ¶1 à ¶{last}.',
  searched: 'Recherche de {searched} au lieu de {typed}.',
  others: 'Autres passages :',
  'others.rest': 'Il y en a davantage : {paragraphs} (/section le montre).',

  outline: 'Plan',
  'outline.count':
    'Le discours compte {sections} sections, {paragraphs} paragraphes et environ {words} mots. Son plan :',
  'section.unknown': 'Il n’y a ni section ni paragraphe {typed}.',
  'section.there': 'Les sections vont de §{first} à §{final} ; les paragraphes, de ¶1 à ¶{last}.',
  'section.words': 'Pour chercher des mots, utilise /find ; pour poser une question, /ask.',

  'check.exact': 'Exact : ce sont les mots du discours.',
  'check.bracketed': 'Exact, sauf les mots entre crochets, qui ne sont pas du discours.',
  'check.abridged':
    'Abrégé : chaque fragment est dans le discours, mot pour mot et dans cet ordre, avec des mots omis entre eux.',
  'check.altered': 'Modifié : le discours le dit autrement.',
  'check.framed':
    'Mot pour mot, mais avec des mots ajoutés avant ou après qui ne sont pas du discours.',
  'check.marks': 'Les mêmes mots que le discours ; seule la ponctuation diffère.',
  'check.typed': 'Vérifié, tel que saisi : {words}',
  'check.absent':
    'Absent du discours : il n’a pas ces mots, et aucune phrase n’en est assez proche pour montrer ce qui diffère. /find montre où se trouvent des mots isolés.',
  'check.title': 'C’est le titre du discours ; le discours lui-même ne le dit pas.',
  'check.heading':
    'C’est le titre que la rédaction a donné à §{section} ; il n’a pas été prononcé.',
  'check.apart':
    'Ce n’est pas une seule citation : les parties ne sont pas ensemble dans cet ordre dans le discours. Chacune séparément :',
  'check.partly': 'Seul ce qui est entre guillemets a été comparé :',
  'check.first':
    'Seules les {count} premières citations ont été vérifiées. Vérifie les autres séparément.',
  'check.short':
    'Le discours a ces mots, mais un mot ou deux prouvent peu ; /find montre tous les endroits.',
  'check.none':
    'Le discours n’a pas ces mots sous cette forme et dans cet ordre ; /find cherche aussi d’autres formes.',
  'check.empty': 'Il n’y a rien à vérifier. Donne les mots d’une citation.',
  'check.english': 'Le discours est en anglais : seuls des mots anglais peuvent être comparés.',
  'check.difference': 'La citation dit {said} ; le discours dit {speech}.',
  'check.added': 'La citation contient ici {said} ; le discours ne l’a pas à cet endroit.',
  'check.missing': 'Le discours dit ici {speech}.',
  'check.words':
    'Seuls les mots et la ponctuation sont comparés. Cela ne dit pas si une affirmation est vraie.',
  'check.more': 'Autres différences : {count}.',
  'check.left': 'Omis à cet endroit : {words}.',
  'check.left.many': 'Mots omis à cet endroit : {count}.',
  'check.cut':
    'Abrégé : ce sont des mots du discours, mais des mots voisins qui en changent le sens sont coupés.',
  'check.beside':
    'Attention : juste à côté, le discours dit {words}. Sans cela, le sens peut être autre, voire contraire.',
  'check.negation':
    'Attention : parmi les mots omis, il y a {words}. Sans cela, le sens peut être contraire.',
  'check.joined':
    'Attention : le discours ne réunit pas ces mots en une seule affirmation. La suite peut être dite de quelqu’un ou de quelque chose d’autre.',
  'check.crosses':
    'Attention : ce qui suit la coupe est peut-être dit de quelqu’un ou de quelque chose d’autre que ce qui la précède.',
  'check.around': 'Les mots hors des guillemets ne sont pas ceux du discours :',
  'check.brackets':
    'Non comparé, car entre crochets : {words}. Le discours y parle peut-être d’un autre.',
  'check.goes': '(et {count} mots de plus)',
  'check.others':
    'Attention : tu nommes {names} comme orateur ; dans le discours, ce sont les mots de {speaker}.',
  'check.reported':
    'Attention : dans le discours, ces mots sont cités ou rapportés comme ceux de quelqu’un d’autre. Lis toute la phrase avant de dire de qui ils sont.',

  'find.count': '{words} : {count} dans le discours',
  'find.count.forms': '{words} : {count} dans le discours, autres formes comprises',
  'find.count.others': '{words} : {count} dans le discours, toutes sous d’autres formes',
  'find.with': 'Avec les autres formes des mots : {count}.',
  'find.same': 'La même chose sous une autre forme, non comptée ici : {words} ({count}).',
  'find.none': 'Les mots {words} n’apparaissent nulle part dans le discours.',
  'find.apart':
    '{words} : chacun de ces mots est dans le discours, mais pas ensemble dans cet ordre.',
  'find.apart.forms':
    '{words} : chacun de ces mots est dans le discours, au moins un seulement sous une autre forme, mais pas ensemble dans cet ordre.',
  'find.nearest': 'Là où ils sont le plus près les uns des autres :',
  'find.near': 'Voulais-tu dire {words} ?',
  'find.empty': 'Il n’y a aucun mot à trouver. Donne un mot ou une expression.',

  'about.speech': '{title}. {speaker}, {office}. {occasion}, {date}.',
  'about.source': 'Texte tel que publié sur {source}.',
  'about.hash': 'SHA-256 du fichier texte : {hash}',
  'about.titles': 'Les titres des sections sont de la rédaction, pas de l’orateur.',
  'about.titles.except':
    'Les titres des sections sont de la rédaction, sauf {titles}, qui a été prononcé.',
  'about.editorial':
    'Les thèmes et les questions forment un index éditorial : ils servent à la recherche et ne sont jamais présentés comme les mots de l’orateur. Tout passage est reproduit mot pour mot, erreurs comprises.',
  'about.neutral': 'Le bot cite et attribue. Il n’approuve ni ne conteste.',
  'about.privacy': 'Il ne conserve rien de ce que tu écris.',

  previous: 'Précédent',
  next: 'Suivant',
  context: 'Contexte',
  cite: 'Citer',
  copy: 'Copier',
  another: 'Autre passage',
  whole: 'Paragraphe entier',
  share: 'Partager',
  delete: 'Supprimer',
  'page.previous': 'Page précédente',
  'page.next': 'Page suivante',
  page: 'Page {page} sur {pages}',
  'page.cut': 'Discord n’accepte plus de message ici, mais il y a une suite : {command}.',
  choose: 'Aller à une section',
  'choose.paragraph': 'Aller à un paragraphe',
  'copy.text': 'Le texte seul de {reference}',
  'copy.before': 'Le paragraphe commence avant ceci.',
  'copy.after': 'Le paragraphe continue.',
  'cite.title': 'Citer {reference}',
  'cite.plain': 'Simple',

  'shared.by': 'Partagé par {user}',
  'shared.not':
    'Ce serveur garde privées les réponses d’applications comme celle-ci : toi seul peux voir ce message. Copie le texte pour le partager.',
  'delete.refused':
    'Seuls la personne qui a posé la question et les membres pouvant gérer les messages peuvent supprimer cette réponse.',
  'delete.failed': 'Discord n’a pas supprimé cette réponse. Réessaie, ou demande à un modérateur.',
  'press.unknown': 'Ce bouton vient d’une autre version du bot. Relance la commande.',
  'message.empty': 'Ce message n’a pas de texte à lui ; ce qui y est joint n’est pas lu.',
  'command.unknown': 'La commande /{name} n’existe pas. Les commandes sont {commands}.',
  'option.missing': 'Il manque quelque chose après /{command}. {description}.',
  'option.long': 'Trop long : {max} caractères au maximum pour {option}.',
  'option.flag': '{option} doit être true ou false.',
  failed: 'Une erreur s’est produite et a été enregistrée. Réessaie.',
}
