import { For, type JSX } from 'solid-js'
import { logNoticesTexts } from '#i18n/log-notices.ts'
import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../../protocol/room.ts'
import { retentionOf } from '../retention.ts'
import type { LogNotice, RoomState } from '../room-state.ts'
import { PersonName } from '../shown-names.tsx'

const t = logNoticesTexts

/** The lines of the log that nobody said and that stand after one message. */
export function LogNotices(props: { state: Readonly<RoomState>; afterSeq: number }) {
  return (
    <For each={props.state.notices.filter(({ afterSeq }) => afterSeq === props.afterSeq)}>
      {({ content }) => (
        <p class="log-line log-notice" aria-live={isSaidElsewhere(content) ? 'off' : undefined}>
          {content.is === 'retention' ? keeping(content.room) : <span>{say(content)}</span>}
        </p>
      )}
    </For>
  )
}

/** What somebody did here themselves was said where they did it. */
function isSaidElsewhere(content: LogNotice['content']): boolean {
  return (content.is === 'rename' || content.is === 'rotation') && content.mine
}

/** What a line says. Names are isolated: no letter of one changes what is around it. */
function say(content: Exclude<LogNotice['content'], { is: 'retention' }>): JSX.Element {
  switch (content.is) {
    case 'rename':
      return [<bdi>{content.from}</bdi>, ` ${t.isNow} `, <bdi>{content.to}</bdi>]
    case 'rotation': {
      const link = content.hasLink ? 'newLink' : 'noLink'
      return content.mine ? t.youRotated[link] : [<PersonName person={content.by} />, ` ${t.rotated[link]}`]
    }
    case 'not-given': {
      const names = content.people.map((person, at) => [at > 0 && t.between, <PersonName person={person} />])
      return [`${t.notGiven[0]} `, ...names, t.notGiven[1]]
    }
    case 'link-closed':
      return t.linkClosed
    case 'other-keys':
      return [`${t.otherKeys[0]} `, <PersonName person={content.by} />, t.otherKeys[1]]
  }
}

function keeping(room: Room): string {
  const retention = retentionOf(room)
  return retention ? retentionTexts.changed(retention) : retentionTexts.unkept(room.expiresAt)
}
