import { For, type JSX, onMount, untrack } from 'solid-js'
import { logNoticesTexts } from '#i18n/log-notices.ts'
import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../../protocol/room.ts'
import { formatListParts } from '../../i18n/index.ts'
import { Sentence } from '../../ui/sentence.tsx'
import { devicePreferences } from '../device/device-preferences.ts'
import { groupPeople } from '../group-people.ts'
import type { ShownName } from '../look-alikes.ts'
import { findOpenedName } from '../notice-people.ts'
import { retentionOf } from '../retention.ts'
import type { LogNotice, RoomState } from '../room-state.ts'
import { PersonName } from '../shown-names.tsx'
import { isUntilTold } from '../speaking.ts'
import { isSaidElsewhere } from './is-said-elsewhere.ts'
import { readOut } from './read-out.ts'

const t = logNoticesTexts

/** The lines of the log that nobody said and that stand after one message. */
export function LogNotices(props: { state: Readonly<RoomState>; afterSeq: number }) {
  return (
    <For each={props.state.notices.filter(({ afterSeq }) => afterSeq === props.afterSeq)}>
      {({ id, content }) => {
        let line!: HTMLParagraphElement
        onMount(() => readOnce(id, isSaidElsewhere(content, props.state), line))
        return (
          <p ref={line} class="log-line log-notice">
            {content.is === 'retention' ? (
              <span>{keeping(content.room)}</span>
            ) : (
              <span>
                <Sentence parts={say(content, props.state)} />
              </span>
            )}
          </p>
        )
      }}
    </For>
  )
}

/** The newest that was read out. */
let newestRead = 0

/** Has a line read out when it is new, and not as somebody scrolls to where it stands. */
function readOnce(id: number, isSaid: boolean, line: HTMLElement): void {
  if (id <= newestRead) return
  newestRead = id
  if (untrack(devicePreferences).verbosity === 'all' && !isSaid) readOut(line.textContent ?? '')
}

/** What a line says. Names are isolated: no letter of one changes what is around it. */
function say(
  content: Exclude<LogNotice['content'], { is: 'retention' }>,
  { me, room, participants }: Readonly<RoomState>,
): JSX.Element {
  const draw = (person: ShownName) => <PersonName person={findOpenedName(person, participants)} />
  /** Nobody is the reader. */
  const name = (person: ShownName): JSX.Element | null =>
    person.participantId === me?.participantId ? null : draw(person)
  switch (content.is) {
    case 'came':
    case 'left':
    case 'let-in':
    case 'removed': {
      const people = listPeople(content.people, draw)
      if (content.by) return t[content.is === 'removed' ? 'removed' : 'letIn'](name(content.by), people)
      return t[content.is === 'came' || content.is === 'let-in' ? 'came' : 'left'](
        people,
        content.people.length,
      )
    }
    case 'started':
      return t.started(content.endsAt)
    case 'end':
      return t.end(content.endsAt)
    case 'setting':
      return saySetting(content)
    case 'role':
      if (!content.by) return t[content.isHost ? 'isHost' : 'isNoHost'](name(content.person))
      return t[content.isHost ? 'madeHost' : 'tookRole'](name(content.by), name(content.person))
    case 'mute': {
      const { person, until, by } = content
      if (until === undefined) return t.unmuted(name(by), name(person))
      return t.muted(name(by), name(person), isUntilTold(until, room) ? null : until)
    }
    case 'rename':
      return t.renamed(<bdi>{content.from}</bdi>, <bdi>{content.to}</bdi>)
    case 'rotation':
      return t.rotated[content.link](content.mine ? null : draw(content.by))
    case 'not-given':
      return t.notGiven(formatListParts(content.people.map(draw)))
    case 'link-closed':
      return t.linkClosed
    case 'other-keys':
      return t.otherKeys(draw(content.by))
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
function listPeople(people: readonly ShownName[], draw: (person: ShownName) => JSX.Element): JSX.Element {
  const { named, others } = groupPeople(people)
  const items = [...named.map(draw), ...(others ? [t.others(others)] : [])]
  return formatListParts(items)
}

function keeping(room: Room): string {
  const retention = retentionOf(room)
  return retention ? retentionTexts.changed(retention) : retentionTexts.unkept(room.expiresAt)
}
