import { type Accessor, createEffect, createMemo, getOwner, onCleanup, runWithOwner, untrack } from 'solid-js'
import { notificationsTexts } from '#i18n/notifications.ts'
import { devicePreferences } from './device/device-preferences.ts'
import type { Signs } from './device/signs.ts'
import type { RoomState } from './room-state.ts'
import type { Unread } from './unread.ts'

const t = notificationsTexts

/** What there is to tell somebody who looks elsewhere. */
interface News {
  /** Messages of others that came meanwhile. */
  count: number
  /** Whether somebody came where nobody was. */
  came: boolean
  /** How many wait at the door, for a host. */
  knocks: number
  /** Minutes until the end, where it is near. */
  ending: number | null
}

/** What was the case when these were asked for. */
interface Before {
  /** They had waited at the door: where they look elsewhere, they are told that they are in. */
  isLetIn: boolean
  /** Nobody else was here. */
  wasAlone: boolean
  wasAway: boolean
}

/**
 * Notifies a person who looks elsewhere that a message came, that they are no longer alone, or that the room ends soon: in the
 * title and the icon of the tab, and by a sound and a notification where those are wanted. None of it contains the message or
 * its sender.
 * @param endWarning the minutes of the last warning before the end
 */
export function createNotifications(
  state: RoomState,
  { isAway, unread }: Unread,
  endWarning: Accessor<number | null>,
  { isLetIn, wasAlone, wasAway }: Before,
): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  const name = document.title
  // In a room with a title one may have waited for it to open, with another tab in front.
  let waited = wasAway && isAway()
  const page = () => {
    // The title of the window stands in the task switcher, too.
    const title = devicePreferences().blur && isAway() ? undefined : state.room?.title
    const isNews = waited && isAway()
    if (isNews && isLetIn) return t.letIn(title ? t.page(title) : name)
    return title ? t.page(isNews ? t.open(title) : title) : name
  }
  const drawn = icon?.href ?? ''
  const owner = getOwner()
  let signs: Promise<Signs | undefined> | undefined

  function show({ count, came, knocks, ending }: News) {
    const shown = ending === null ? page() : t.ending(ending, page())
    const noticed = knocks > 0 ? t.knock(shown) : came ? t.came(shown) : shown
    document.title = count > 0 ? t.unread(count, noticed) : noticed
    if (icon) icon.href = count > 0 ? `/unread/${count > 9 ? 'many' : count}.svg` : drawn
    if (count > 0 || came || knocks > 0 || ending !== null) return
    void signs?.then((given) => given?.withdrawSign())
  }

  /** Loads what gives the sound and the notification, once. */
  function loadSigns() {
    signs ??= import('./device/signs.ts').then(
      ({ createSigns }) => runWithOwner(owner, () => createSigns(isAway)),
      () => {
        signs = undefined
        return undefined
      },
    )
    return signs
  }
  const isWanted = () => devicePreferences().sound || devicePreferences().notify
  // Before one looks elsewhere: other tabs ask whether this one is looked at.
  createEffect(() => isWanted() && void loadSigns())

  function sign(text: string, isUrgent = false) {
    if (untrack(isWanted)) void loadSigns().then((given) => given?.giveSign(text, isUrgent))
  }

  if (isLetIn && waited) sign(t.noticeLetIn)

  /** Whether somebody came while the page could not be seen, and nobody was here before. */
  const company = createMemo(
    (was: { alone: boolean; came: boolean }) => {
      // Nobody is listed before the welcome, nor once the room has ended.
      const alone = state.present === 1 && state.participants.length === 1
      return { alone, came: isAway() && state.present > 1 && (was.came || was.alone) }
    },
    { alone: wasAlone, came: false },
  )
  createEffect(
    (before: News) => {
      waited &&= isAway()
      const knocks = isAway() ? state.waiting.length : 0
      const signs = { count: unread(), came: company().came, knocks, ending: isAway() ? endWarning() : null }
      show(signs)
      const { count, came, ending } = signs
      if (ending !== null && ending !== before.ending) sign(t.noticeEnding(ending), true)
      else if (knocks > before.knocks) sign(t.noticeKnock)
      else if (count > before.count) sign(t.noticeText)
      else if (came && !before.came) sign(t.noticeCame)
      return signs
    },
    { count: 0, came: false, knocks: 0, ending: null },
  )
  onCleanup(() => {
    document.title = name
    if (icon) icon.href = drawn
  })
}
