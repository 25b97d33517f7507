import { CAPACITY, PASSWORD, RETAIN_FOR, SCHEDULE_AHEAD_MS, TITLE_MAX } from '../../protocol/limits.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { lineFault } from '../../protocol/text.ts'
import { daysLater, formatShortDay, fromLocalInput, inAnHour, toLocalInput } from '../i18n/local-time.ts'
import type { Plan } from '../net/account-api.ts'

/** What the form for a room holds: as it is typed, so it may be wrong. */
export interface RoomForm {
  title: string
  opensAt: string
  closesAt: string
  who: 'anyone' | 'some'
  upTo: number
  password: string
  /** Of a room that has a password: to have none. */
  passwordAway: boolean
  encryption: 'none' | 'e2ee'
  retainFor: number
}

/** What is wrong, by field: the name of a sentence in the words. */
export type FormErrors = Partial<Record<string, string>>

/** An empty form. */
export function emptyRoomForm(now: number): RoomForm {
  return {
    title: '',
    opensAt: '',
    closesAt: toLocalInput(inAnHour(now)),
    who: 'anyone',
    upTo: 10,
    password: '',
    passwordAway: false,
    encryption: 'e2ee',
    retainFor: RETAIN_FOR.default,
  }
}

/** The form for a room that is there. */
export function toRoomForm(room: AccountRoom): RoomForm {
  return {
    title: room.title,
    opensAt: toLocalInput(room.opensAt),
    closesAt: toLocalInput(room.closesAt),
    who: room.capacity === null ? 'anyone' : 'some',
    upTo: room.capacity ?? 10,
    password: '',
    passwordAway: false,
    encryption: room.encryption,
    retainFor: room.retainFor,
  }
}

/**
 * The same room at the same time of day a week later, or as many weeks as it takes to be to come. A title is used once,
 * so it gets the day: `Workshop, 27 Nov`. Where that makes it too long the form says so.
 */
export function nextWeek(room: AccountRoom, now: number): RoomForm {
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

/** What is wrong with a form. `was` is the form as it was opened, of a room that is there. */
export function findFormErrors(draft: RoomForm, now: number, was?: RoomForm): FormErrors {
  const wrong: FormErrors = {}
  const opensAt = draft.opensAt === '' ? now : fromLocalInput(draft.opensAt)
  const closesAt = fromLocalInput(draft.closesAt)
  const moved = draft.opensAt !== was?.opensAt || draft.closesAt !== was?.closesAt
  if (lineFault(draft.title, TITLE_MAX)) wrong.title = 'title'
  if (opensAt === null || (was && draft.opensAt === '')) wrong.opensAt = 'opensAt'
  if (closesAt === null) wrong.closesAt = 'closesAt'
  else if (!moved) {
    // A time that stays as it is breaks no rule, also where it is past.
  } else if (closesAt <= now) wrong.closesAt = 'past'
  else if (opensAt !== null && closesAt <= opensAt) wrong.closesAt = 'order'
  else if (closesAt > now + SCHEDULE_AHEAD_MS) wrong.closesAt = 'far'
  const { upTo } = draft
  if (draft.who === 'some' && !(Number.isInteger(upTo) && upTo >= CAPACITY.min && upTo <= CAPACITY.max)) {
    wrong.capacity = 'capacity'
  }
  if (draft.password !== '' && draft.password.length < PASSWORD.min) wrong.password = 'password'
  return wrong
}

/** What is sent to schedule a room. Only for a form in which nothing is wrong. */
export function planOf(draft: RoomForm): Plan {
  return {
    title: draft.title,
    opensAt: fromLocalInput(draft.opensAt) ?? undefined,
    closesAt: fromLocalInput(draft.closesAt) ?? 0,
    retainFor: draft.retainFor,
    capacity: draft.who === 'anyone' ? null : draft.upTo,
    password: draft.password || undefined,
    encryption: draft.encryption,
  }
}

/** What is sent to change a room: what differs. The boxes hold minutes, so a time not touched is not sent rounded. */
export function patchOf(draft: RoomForm, was: RoomForm): Partial<Plan> {
  const plan = planOf(draft)
  const before = planOf(was)
  const patch: Partial<Plan> = {}
  if (plan.title !== before.title) patch.title = plan.title
  if (draft.opensAt !== was.opensAt) patch.opensAt = plan.opensAt
  if (draft.closesAt !== was.closesAt) patch.closesAt = plan.closesAt
  if (plan.retainFor !== before.retainFor) patch.retainFor = plan.retainFor
  if (plan.capacity !== before.capacity) patch.capacity = plan.capacity
  if (draft.passwordAway) patch.password = null
  else if (draft.password !== '') patch.password = draft.password
  return patch
}
