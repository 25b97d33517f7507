import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList, pickPlural } from '../index.ts'

/** The texts about something that was shared to the app, in French. */
export const sharedMessageTexts: typeof English = {
  title: 'Votre premier message',
  text: 'Il vous attendra dans le champ de message du salon que vous créez. Rien n’est encore envoyé.',
  pictures: (names) =>
    `${pickPlural(names.length, { one: 'Image', other: 'Images' })} : ${formatList(names)}`,
  discard: 'L’abandonner',
  lost: {
    title: 'Ce que vous avez partagé n’est plus là',
    text: 'Il n’est jamais enregistré et n’attend que quelques minutes. Partagez-le à nouveau.',
  },
  lostOnTheWay:
    'Ce que vous avez partagé n’est pas arrivé ici. Copiez-le à nouveau et collez-le dans le champ de message.',
}
