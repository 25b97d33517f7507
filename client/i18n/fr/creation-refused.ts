import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created, in French: by code. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests': 'Cela fait beaucoup de salons à la fois. Attendez une minute avant le prochain.',
  'cookies-blocked':
    'Votre navigateur n’enregistre pas de cookies ici, et c’est un cookie qui indique au salon quelle place est la vôtre. Autorisez les cookies pour ce site dans les réglages à côté de l’adresse, ou utilisez une fenêtre ordinaire plutôt qu’une fenêtre privée.',
  'keys-not-kept':
    'Votre navigateur ne conserve pas de clés ici : si l’on frappe à la porte, ou si l’on ne voit que la suite, vous ne pourriez pas ouvrir votre propre salon. Dans « Porte et règles », choisissez « Ouverte » et « Tout », ou utilisez une fenêtre ordinaire plutôt qu’une fenêtre privée.',
  'first-message-not-kept':
    'Ce que vous avez partagé n’a pas pu être transmis : il n’y a donc pas encore de salon. Réessayez, ou abandonnez-le ci-dessus et collez-le dans le champ de message une fois dans le salon.',
  'wrong-origin':
    'Le serveur prend cette adresse pour celle d’un autre site. S’il est derrière un proxy, il faut y définir PUBLIC_ORIGIN.',
  other: 'Le salon n’a pas pu être créé. Réessayez, en https ou sur localhost.',
}
