/** The texts of a form that asks for an invite link, in English. */
export const inviteLinkTexts = {
  title: 'This link is incomplete',
  text: 'The part after # is missing or damaged. It is the key: without it nobody can read what is said here, not even the server. Ask for the whole link, or paste it below.',
  label: 'Whole link',
  hint: 'From https:// to the last character.',
  open: 'Open the room',
  notWhole: 'The key after # is missing or incomplete. Copy the link again, up to its last character.',
  noRoom:
    'The room of this link is not there: it has burned down, or the link is damaged. Ask for a new one.',
  unreachable: 'The room could not be reached. Check your connection, wait a moment and try again.',
  noLink: 'This contains no link to a room. Paste the whole link.',
}
