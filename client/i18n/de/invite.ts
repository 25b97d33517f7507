import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in German. */
export const inviteTexts: typeof English = {
  aloneText: (capacity: number | null) =>
    capacity === 2
      ? 'Schick diesen Link der Person, mit der du sprechen willst. Er lässt noch eine Person herein.'
      : 'Schick diesen Link allen, mit denen du sprechen willst.',
  aloneFull:
    'Alle Plätze dieses Raums sind besetzt. Wer einen hat und gerade weg ist, kommt über diesen Link zurück.',
  early: 'Du bist zuerst da. Die anderen nehmen denselben Link.',
  alonePassword: 'Das Passwort brauchen sie auch.',
  waits: (until: number) =>
    `Die Lunte brennt, sobald zwei da sind. So lange wartet der Raum: bis ${formatTime(until)}.`,
  fixed: 'Der Raum endet, wenn die Zeit um ist.',
  sliding: (lifetime: number) =>
    `Der Raum brennt ab, wenn ${formatDuration(lifetime)} lang niemand etwas sagt.`,
}
