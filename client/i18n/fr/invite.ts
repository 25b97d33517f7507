import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in French. */
export const inviteTexts: typeof English = {
  aloneText: (capacity: number | null) =>
    capacity === 2
      ? 'Envoyez ce lien à la personne avec qui vous voulez parler. Il laisse entrer une personne de plus.'
      : 'Envoyez ce lien aux personnes avec qui vous voulez parler.',
  aloneFull:
    'Toutes les places de ce salon sont prises. Les personnes qui en ont une et se sont absentées peuvent revenir par ce lien.',
  early: 'Vous êtes ici en premier. Les autres utilisent le même lien.',
  alonePassword: 'Il leur faudra aussi le mot de passe.',
  waits: (until: number) =>
    `La mèche s’allume dès que vous êtes deux. Le salon attend jusqu’à ${formatTime(until)}.`,
  fixed: 'Le salon prend fin quand le temps est écoulé.',
  sliding: (lifetime: number) => `Le salon se consume ${formatDuration(lifetime)} après le dernier message.`,
}
