import { CAPACITY, PASSWORD, RETAIN_FOR, SCHEDULE_AHEAD_MS, TITLE_MAX } from '../../protocol/limits.ts'
import type { DestroyBy, Door, HistoryRule } from '../../protocol/room.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { lineFault } from '../../protocol/text.ts'
import { daysLater, formatShortDay, fromLocalInput, inAnHour, toLocalInput } from '../i18n/local-time.ts'
import type { Plan } from '../net/account-api.ts'
import type { EntryRules } from '../ui/entry-rules.tsx'

/** What the form for a room holds: as it is typed, so it may be errors. */
export interface RoomForm {
  title: string
  opensAt: string
  closesAt: string
  who: 'anyone' | 'some'
  upTo: number
  password: string
  /** For a room that has a password: whether to remove it. */
  removesPassword: boolean
  encryption: 'none' | 'e2ee'
  retainFor: number
  door: Door
  history: HistoryRule
  destroyBy: DestroyBy
  files: boolean
}

/** What is wrong with a field: the name of a sentence. */
export type FormError = 'title' | 'opensAt' | 'closesAt' | 'past' | 'order' | 'far' | 'capacity' | 'password'

/** What is wrong with which fields. */
export type FormErrors = Partial<
  Record<'title' | 'opensAt' | 'closesAt' | 'capacity' | 'password', FormError>
>

/** Returns an empty form, which ends an hour from now. */
export function emptyRoomForm(now: number): RoomForm {
  return {
    title: '',
    opensAt: '',
    closesAt: toLocalInput(inAnHour(now)),
    who: 'anyone',
    upTo: 10,
    password: '',
    removesPassword: false,
    encryption: 'e2ee',
    retainFor: RETAIN_FOR.default,
    door: 'open',
    history: 'all',
    destroyBy: 'host',
    files: true,
  }
}

/** Returns the form for a room that exists already. */
export function toRoomForm(room: AccountRoom): RoomForm {
  return {
    title: room.title,
    opensAt: toLocalInput(room.opensAt),
    closesAt: toLocalInput(room.closesAt),
    who: room.capacity === null ? 'anyone' : 'some',
    upTo: room.capacity ?? 10,
    password: '',
    removesPassword: false,
    encryption: room.encryption,
    retainFor: room.retainFor,
    door: room.door,
    history: room.history,
    destroyBy: room.destroyBy,
    files: room.files,
  }
}

/**
 * Returns the form for the same room at the same time of day a week later, or as many weeks later as puts it in the future. A title
 * is used once, so this one gets the day: `Workshop, 27 Nov`. Where that makes it too long, the form says so.
 */
export function repeatNextWeek(room: AccountRoom, now: number): RoomForm {
  let weeks = 1
  while (daysLater(room.opensAt, 7 * weeks) < now) weeks += 1
  const opensAt = daysLater(room.opensAt, 7 * weeks)
  const day = formatShortDay(opensAt)
  const name = room.title.replace(/, \d{1,2} \p{L}{3,5}$/u, '')
  return {
    ...toRoomForm(room),
    title: `${name}, ${day}`,
    opensAt: toLocalInput(opensAt),
    closesAt: toLocalInput(daysLater(room.closesAt, 7 * weeks)),
  }
}

/**
 * Returns the rules that can be chosen or still be changed: who came into an open room was told who can read what they say,
 * and that they may destroy it.
 * @param room the room that is changed; undefined for a new one
 */
export function changeableRules(
  { door, history, destroyBy, encryption, files }: RoomForm,
  room: AccountRoom | undefined,
): Partial<EntryRules> {
  if (room?.state === 'closed') return {}
  // Without an envelope nothing carries the key of a file: pages offer none there.
  const any = encryption === 'e2ee' ? { door, files } : { door }
  if (room === undefined || room.state === 'scheduled') return { ...any, history, destroyBy }
  return room.destroyBy === 'anyone' ? any : { ...any, destroyBy }
}

/**
 * Finds what is wrong with a form.
 * @param original for a room that exists already: the form as it was opened
 */
export function findFormErrors(form: RoomForm, now: number, original?: RoomForm): FormErrors {
  const errors: FormErrors = {}
  const opensAt = form.opensAt === '' ? now : fromLocalInput(form.opensAt)
  const closesAt = fromLocalInput(form.closesAt)
  const moved = form.opensAt !== original?.opensAt || form.closesAt !== original?.closesAt
  if (lineFault(form.title, TITLE_MAX)) errors.title = 'title'
  if (opensAt === null || (original && form.opensAt === '')) errors.opensAt = 'opensAt'
  if (closesAt === null) errors.closesAt = 'closesAt'
  else if (!moved) {
    // A time that stays as it is breaks no rule, also where it is past.
  } else if (closesAt <= now) errors.closesAt = 'past'
  else if (opensAt !== null && closesAt <= opensAt) errors.closesAt = 'order'
  else if (closesAt > now + SCHEDULE_AHEAD_MS) errors.closesAt = 'far'
  const { upTo } = form
  if (form.who === 'some' && !(Number.isInteger(upTo) && upTo >= CAPACITY.min && upTo <= CAPACITY.max)) {
    errors.capacity = 'capacity'
  }
  if (form.password !== '' && form.password.length < PASSWORD.min) errors.password = 'password'
  return errors
}

/** What is sent to schedule a room. Only for a form in which nothing is errors. */
export function toPlan(form: RoomForm): Plan {
  return {
    title: form.title,
    opensAt: fromLocalInput(form.opensAt) ?? undefined,
    closesAt: fromLocalInput(form.closesAt) ?? 0,
    retainFor: form.retainFor,
    capacity: form.who === 'anyone' ? null : form.upTo,
    password: form.password || undefined,
    encryption: form.encryption,
    door: form.door,
    history: form.history,
    destroyBy: form.destroyBy,
    files: form.files,
  }
}

/** Returns what is sent to change a room: what differs. A box holds minutes, so an untouched time is not sent: it would be rounded. */
export function toPatch(form: RoomForm, original: RoomForm): Partial<Plan> {
  const plan = toPlan(form)
  const before = toPlan(original)
  const patch: Partial<Plan> = {}
  if (plan.title !== before.title) patch.title = plan.title
  if (form.opensAt !== original.opensAt) patch.opensAt = plan.opensAt
  if (form.closesAt !== original.closesAt) patch.closesAt = plan.closesAt
  if (plan.retainFor !== before.retainFor) patch.retainFor = plan.retainFor
  if (plan.capacity !== before.capacity) patch.capacity = plan.capacity
  if (plan.door !== before.door) patch.door = plan.door
  if (plan.history !== before.history) patch.history = plan.history
  if (plan.destroyBy !== before.destroyBy) patch.destroyBy = plan.destroyBy
  if (plan.files !== before.files) patch.files = plan.files
  if (form.removesPassword) patch.password = null
  else if (form.password !== '') patch.password = form.password
  return patch
}
