import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in French. */
export const deviceTexts: typeof English = {
  title: 'Sur cet appareil',
  text: 'Gardé dans ce navigateur, pour tous les salons.',
  away: 'Quand vous regardez ailleurs',
  sound: 'Jouer un son discret',
  soundHint: 'Quand quelqu’un dit quelque chose. On entend aussi frapper à la porte quand on regarde.',
  notify: 'Afficher une notification',
  notifyHint: 'Elle dit qu’il y a un message. Jamais ce qu’il dit, ni de qui il vient.',
  notifyDenied:
    'Votre navigateur bloque les notifications de ce site. Vous pouvez les autoriser dans ses réglages.',
  blur: 'Flouter le salon',
  blurHint: 'Les messages et les noms sont illisibles jusqu’à votre retour.',
  typing: 'Pendant l’écriture',
  sendTyping: 'Montrer aux autres que vous écrivez',
  sendTypingHint: 'Ils voient que vous écrivez, jamais ce que vous écrivez.',
  showTyping: 'Montrer qui est en train d’écrire',
  showTypingHint: 'Sous les messages.',
  exit: 'En cas d’urgence',
  exitOn: 'Deux fois Échap : partir aussitôt',
  exitHint:
    'Sans confirmation : cet onglet oublie le salon, votre place se libère, et une autre page s’ouvre. Ce qui n’est pas envoyé est perdu.',
  exitAddress: 'La page qui s’ouvre',
  exitAddressHint: 'Ce que votre navigateur note comme visité reste dans son historique.',
  exitAddressWrong: 'Écrivez l’adresse d’une page d’un autre site, comme https://example.org.',
  enterSends: 'Envoyer avec Entrée',
  enterSendsHint: 'Sur le clavier à l’écran. Sinon, Entrée passe à la ligne et le bouton envoie.',
}
