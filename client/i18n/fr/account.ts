import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import type { accountTexts as English } from '../en/account.ts'
import { formatNumber } from '../index.ts'

/** The texts of signing up, logging in and the page of the account, in French. */
export const accountTexts: typeof English = {
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  emailError: 'Indiquez une adresse e-mail comme ada@example.com.',
  newPasswordHint: `Au moins ${ACCOUNT_PASSWORD.min} caractères. Quelques mots à la suite font un bon mot de passe.`,
  newPasswordError: `Utilisez de ${ACCOUNT_PASSWORD.min} à ${ACCOUNT_PASSWORD.max} caractères.`,
  newPasswordTooCommon:
    'Ce mot de passe est facile à deviner : il est parmi les plus courants, ou fait partie de votre adresse. Prenez-en un autre, par exemple quelques mots à la suite.',
  nav: 'Vos pages',
  rooms: 'Salons',
  account: 'Compte',
  logOut: 'Se déconnecter',
  cookiesBlocked:
    'Votre navigateur n’enregistre pas de cookies ici, et c’est un cookie qui maintient votre session. Autorisez les cookies pour ce site dans les réglages à côté de l’adresse, puis réessayez.',

  signUp: {
    page: 'Créer un compte · private-chat',
    title: 'Des salons pour vos groupes',
    text: 'Avec un compte, vous prévoyez des salons, vous voyez qui est là et vous gardez ce qui s’est dit aussi longtemps que vous le décidez. Aucun e-mail n’est jamais envoyé à votre adresse.',
    button: 'Créer le compte',
    other: 'Vous avez déjà un compte ?',
    linkLabel: 'Se connecter',
  },
  logIn: {
    page: 'Connexion · private-chat',
    title: 'Bon retour',
    text: 'Connectez-vous pour retrouver vos salons.',
    button: 'Se connecter',
    other: 'Pas encore de compte ?',
    linkLabel: 'Créer un compte',
    forgotten: 'Mot de passe oublié ?',
    recover: 'Utiliser un code de secours',
  },
  recover: {
    page: 'Récupérer votre compte · private-chat',
    title: 'Choisir un nouveau mot de passe',
    text: `Chacun de vos derniers codes de secours sert une fois. En utiliser un ferme vos autres sessions et vous en donne ${RECOVERY_CODES.count} nouveaux.`,
    code: 'Code de secours',
    codeHint: 'Par exemple k3v9-02mq-8xhd-p7tz. Il ne sert qu’une fois.',
    newPassword: 'Nouveau mot de passe',
    button: 'Changer le mot de passe et se connecter',
    wrong: 'Cette adresse et ce code ne vont pas ensemble, ou le code a déjà servi.',
    other: 'Votre mot de passe vous est revenu ?',
    linkLabel: 'Se connecter',
  },
  codes: {
    page: 'Vos codes de secours · private-chat',
    title: 'Gardez ces codes',
    text: 'Si vous oubliez votre mot de passe, chacun de ces codes vous permet d’entrer une fois. Ils sont affichés maintenant et plus jamais ensuite, et il n’y a pas d’autre moyen de revenir.',
    list: 'Codes de secours',
    copy: 'Tout copier',
    copied: 'Codes de secours copiés',
    save: 'Enregistrer dans un fichier',
    file: 'private-chat-codes-de-secours',
    fileHead: (host: string) => `Codes de secours pour ${host}, chacun sert une fois :\n\n`,
    kept: 'Je les ai gardés',
  },
  settings: {
    page: 'Compte · private-chat',
    title: 'Compte',
    loading: 'Chargement de votre compte…',
    about: (email: string, day: string) => `${email}, depuis le ${day}`,
    again: 'Réessayer',
    password: {
      title: 'Mot de passe',
      text: 'Le changer ferme vos sessions sur tous vos autres appareils, aussi dans vos salons. Vous recevez de nouveaux codes de secours, et les anciens ne servent plus.',
      current: 'Mot de passe actuel',
      next: 'Nouveau mot de passe',
      button: 'Changer le mot de passe',
      done: 'Votre mot de passe est changé, et vos sessions sur les autres appareils sont fermées. Gardez vos nouveaux codes de secours.',
    },
    sessions: {
      title: 'Vos sessions ouvertes',
      list: 'Appareils',
      device: (browser, system) => (system === null ? browser : `${browser} sous ${system}`),
      unknownBrowser: 'Navigateur inconnu',
      here: 'Cet appareil',
      seen: (when: string) => `dernière utilisation : ${when}`,
      end: 'Fermer la session',
      endNamed: (device: string) => `Fermer la session sur ${device}`,
      ended: (device: string) => `La session sur ${device} est fermée.`,
      endOthers: 'Fermer toutes les autres sessions',
      endedOthers: 'Toutes les autres sessions sont fermées.',
      alone: 'Vous n’avez pas d’autre session ouverte.',
    },
    codes: {
      title: 'Codes de secours',
      left: (count: number) =>
        count === 0
          ? 'Il ne vous en reste aucun. Sans code, un mot de passe oublié ne peut pas être remplacé.'
          : `Il vous en reste ${formatNumber(count)}.`,
      make: 'Créer de nouveaux codes',
      askTitle: `Créer ${RECOVERY_CODES.count} nouveaux codes ?`,
      askText: 'Vos anciens codes cessent aussitôt de servir.',
      yes: 'Créer de nouveaux codes',
    },
    everything: {
      title: 'Vos données',
      text: 'Le compte, vos salons et chaque message qu’ils contiennent, dans un fichier JSON. Les messages des salons chiffrés y restent chiffrés.',
      download: 'Tout télécharger',
    },
    remove: {
      title: 'Supprimer le compte',
      text: 'Supprime chaque salon, chaque message et le compte lui-même.',
      button: 'Tout supprimer…',
      askTitle: 'Tout supprimer ?',
      askText:
        'Tous vos salons prennent fin, même ceux qui sont ouverts ; chaque message, les codes de secours et le compte sont supprimés. C’est définitif.',
      yes: 'Tout supprimer',
    },
  },
}
