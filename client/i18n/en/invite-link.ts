/** What is said where a link is asked for, in English. */
export const inviteLinkWords = {
  title: 'This link is incomplete',
  text: 'The part behind # is missing or damaged. It is the key: without it nobody can read what is said here, not even the server. Ask for the whole link, or paste it below.',
  label: 'Whole link',
  hint: 'From https:// to the last character.',
  open: 'Open the room',
  notWhole: 'The key behind # is missing here, or not whole. Copy the link again, to its last character.',
  noRoom:
    'The room of this link is not there: it has burned down, or the link is damaged. Ask for a new one.',
  unreachable: 'The room could not be asked. Check your connection, wait a moment and try again.',
  noLink: 'There is no link to a room in this. Paste the whole link.',
}
