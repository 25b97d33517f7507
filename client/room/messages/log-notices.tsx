import { For, type JSX } from 'solid-js'
import { logNoticesTexts } from '#i18n/log-notices.ts'
import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../../protocol/room.ts'
import { formatListParts } from '../../i18n/index.ts'
import { groupPeople } from '../group-people.ts'
import type { ShownName } from '../look-alikes.ts'
import { retentionOf } from '../retention.ts'
import type { LogNotice, RoomState } from '../room-state.ts'
import { PersonName } from '../shown-names.tsx'
import { isUntilTold } from '../speaking.ts'

const t = logNoticesTexts

/** The lines of the log that nobody said and that stand after one message. */
export function LogNotices(props: { state: Readonly<RoomState>; afterSeq: number }) {
  return (
    <For each={props.state.notices.filter(({ afterSeq }) => afterSeq === props.afterSeq)}>
      {({ content }) => (
        <p class="log-line log-notice" aria-live={isSaidElsewhere(content) ? 'off' : undefined}>
          {content.is === 'retention' ? keeping(content.room) : <span>{say(content, props.state)}</span>}
        </p>
      )}
    </For>
  )
}

/** What somebody did here themselves was said where they did it, and who comes and goes is said by the announcer. */
function isSaidElsewhere(content: LogNotice['content']): boolean {
  if (content.is === 'rename' || content.is === 'rotation') return content.mine
  return content.is === 'came' || content.is === 'let-in' || content.is === 'left' || content.is === 'removed'
}

/** What a line says. Names are isolated: no letter of one changes what is around it. */
function say(
  content: Exclude<LogNotice['content'], { is: 'retention' }>,
  { me, room }: Readonly<RoomState>,
): JSX.Element {
  const ownId = me?.participantId
  const actor = (by: ShownName) => (by.participantId === ownId ? t.you : <PersonName person={by} />)
  const object = (whom: ShownName) =>
    whom.participantId === ownId ? t.youObject : <PersonName person={whom} />
  switch (content.is) {
    case 'came':
    case 'left':
      return [listPeople(content.people), ` ${t[content.is]}`]
    case 'let-in':
    case 'removed':
      if (!content.by) return [listPeople(content.people), ` ${t[content.is].passive}`]
      return [actor(content.by), ` ${t[content.is].active} `, listPeople(content.people), '.']
    case 'started':
      return t.started(content.endsAt)
    case 'end':
      return t.end(content.endsAt)
    case 'setting':
      return saySetting(content)
    case 'role': {
      const role = content.isHost ? t.host : t.noHost
      const person = actor(content.person)
      if (content.by)
        return [actor(content.by), ` ${role.active[0]} `, object(content.person), role.active[1]]
      return [person, ` ${content.person.participantId === ownId ? role.own : role.passive}`]
    }
    case 'mute': {
      const { person, until } = content
      const words = until === undefined ? t.mute.over : t.mute.muted
      const end = until === undefined ? '' : t.mute.until(isUntilTold(until, room) ? null : until)
      return [actor(content.by), ` ${words[0]} `, object(person), words[1], end]
    }
    case 'rename':
      return [<bdi>{content.from}</bdi>, ` ${t.isNow} `, <bdi>{content.to}</bdi>]
    case 'rotation': {
      const { by, mine, link } = content
      return mine ? t.youRotated[link] : [<PersonName person={by} />, ` ${t.rotated[link]}`]
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

function saySetting(content: Extract<LogNotice['content'], { is: 'setting' }>): string {
  switch (content.field) {
    case 'slow':
      return t.settings.slow(content.value)
    case 'pinned':
      return content.value === null ? t.settings.unpinned : t.settings.pinned
    case 'door':
      return t.settings.door[content.value]
    default:
      return t.settings[content.field][content.value ? 'on' : 'off']
  }
}

/** Names people, the first ones of many. */
function listPeople(people: readonly ShownName[]): JSX.Element {
  const { named, others } = groupPeople(people)
  const items = [
    ...named.map((person) => <PersonName person={person} />),
    ...(others ? [t.others(others)] : []),
  ]
  return formatListParts(items)
}

function keeping(room: Room): string {
  const retention = retentionOf(room)
  return retention ? retentionTexts.changed(retention) : retentionTexts.unkept(room.expiresAt)
}
