import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in English. */
export const roomKeysTexts = {
  newLink: {
    label: 'New link',
    title: 'Make a new link?',
    text: 'The old link opens nothing from then on. Everybody who is here stays.',
    password: 'Password for the new link (optional)',
    passwordHint: 'Whoever comes in needs it beside the link. Tell it in another way than the link.',
    tooShort: (min: number) => `Use ${min} characters or more.`,
    confirmLabel: 'New link',
    cancelLabel: 'Keep the old one',
    done: 'There is a new link.',
  },
  /** Of the other one in a room for two, who is away. */
  seat: {
    held: (seconds: number) =>
      `Their seat is freed when they have been away for a minute. Wait ${formatDuration(seconds)}, or the link will say that the room is full.`,
    free: 'They have been away for a minute: a new link frees their seat, and lets them in again.',
  },
  close: {
    label: 'Close the link',
    title: 'Close the link?',
    text: 'The link opens nothing from then on, and nobody else can come in. Everybody who is here stays.',
    confirmLabel: 'Close the link',
    cancelLabel: 'Leave it open',
    done: 'The link is closed.',
  },
  reopen: {
    label: 'Open it again',
    title: 'Open the room again?',
    text: 'The link is closed. A new one lets somebody in again, with all that was said.',
    confirmLabel: 'New link',
  },
  remove: {
    text: 'They are sent out at once and can’t read what is said from then on. What they said stays.',
    link: 'The link changes with it: the one they have opens nothing any more.',
    password: 'Password of the link',
    passwordHint: 'The new link keeps it.',
    done: (alias: string) => `${alias} was removed, and the link has changed.`,
  },
}
