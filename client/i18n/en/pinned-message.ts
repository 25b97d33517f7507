/** The texts of the message that stands on top of a room, in English. */
export const pinnedMessageTexts = {
  label: 'Pinned message',
  unread: 'New',
  before: 'A host has pinned a message from before you came.',
  gone: 'This message is gone.',
  readOnce: 'A message to be read once.',
  more: 'Show all',
  less: 'Show less',
  goTo: 'Go to message',
  unpin: 'Unpin',
}
