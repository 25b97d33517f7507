/** What is said where a link is asked for, in English. */
export const linkWords = {
  title: 'This link is incomplete',
  text: 'The part behind # is missing or damaged. It is the key: without it nobody can read what is said here, not even the server. Ask for the whole link, or paste it below.',
  label: 'Whole link',
  hint: 'From https:// to the last character.',
  open: 'Open the room',
  notWhole: 'The key behind # is missing here, or not whole. Copy the link again, to its last character.',
  noLink: 'There is no link to a room in this. Paste the whole link.',
}
